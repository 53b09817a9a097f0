//! Tells an endpoint of a change of band: `data-endpoint`.
//!
//! In: a scorecard, and what the outbox keeps of those before. Out: requests. Each says one change in JSON, has a key by which a server
//! drops what comes twice, and is tried again when it did not arrive, on the next page if need be. No cookies go with it, and of the
//! answer nothing but the status is looked at. The endpoint is on the page's own origin unless the tag names another in full; that one
//! gets `text/plain`, for which a browser asks no permission first.

use super::card::bands;
use super::conditions::points_of;
use super::json::{self, Object};
use super::outbox::{Next, Outbox};
use super::reactions::{Surroundings, guarded};
use crate::Scorecard;
use gloo_timers::callback::Timeout;
use js_sys::{Date, Function, Math, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Url, Window};

/// Sends changes of bands, one after another.
pub(super) struct Beacon {
    window: Window,
    address: String,
    is_same_origin: bool,
    surroundings: Weak<dyn Surroundings>,
    /// The key of what is under way.
    sending: RefCell<Option<String>>,
    timer: Cell<Option<Timeout>>,
    answered: Closure<dyn FnMut(JsValue)>,
}

impl Beacon {
    /// A beacon to an address as the tag has it.
    pub(super) fn start(address: &str, asked: &Rc<dyn Surroundings>) -> Option<Rc<Beacon>> {
        let window = web_sys::window()?;
        let base = window.document()?.base_uri().ok()??;
        let own = window.location().origin().ok()?;
        let url = Url::new_with_base(address, &base).ok();
        let is_same_origin = url.as_ref().is_some_and(|url| url.origin() == own);
        let names_another = address.starts_with("https://") || address.starts_with("http://");
        let Some(url) = url.filter(|_| is_same_origin || names_another) else {
            let expected = "data-endpoint: expected an address of this site or a whole one with https://, found `";
            asked.report(&[expected, address, "`"].concat());
            return None;
        };
        let (address, surroundings) = (url.href(), Rc::downgrade(asked));
        let (sending, timer) = (RefCell::default(), Cell::default());
        Some(Rc::new_cyclic(|weak: &Weak<Beacon>| {
            let (weak, asked) = (weak.clone(), surroundings.clone());
            let answered = move |answer: JsValue| {
                guarded(&weak, &asked, move |beacon, asked| beacon.answered(asked, &answer));
            };
            let answered = Closure::wrap(Box::new(answered) as Box<dyn FnMut(JsValue)>);
            Beacon { window, address, is_same_origin, surroundings, sending, timer, answered }
        }))
    }

    /// Sends what has changed, and what is left from before.
    pub(super) fn scored(self: &Rc<Self>, card: &Scorecard) {
        let Some(asked) = self.surroundings.upgrade() else { return };
        if !asked.may_send() {
            return;
        }
        let mut outbox = outbox(&*asked);
        let now = Date::now();
        let mut has_changed = false;
        for (set, band) in bands(card) {
            let seed = (Math::random() * 9e15) as i64 ^ (((Math::random() * 9e15) as i64) << 11);
            if let Some((key, previous)) = outbox.change(set, band.unwrap_or_default(), seed) {
                let mut body = Object::default();
                body.text("idempotency_key", Some(&key));
                body.text("time", Date::new(&now.into()).to_iso_string().as_string().as_deref());
                body.text("set", Some(set));
                body.text("band", band);
                body.text("previous", Some(&*previous).filter(|previous| !previous.is_empty()));
                body.json(
                    "points",
                    &points_of(card, set).map_or_else(|| "null".to_owned(), |points| points.to_string()),
                );
                body.text("source", asked.property("hs_analytics_source").as_deref());
                body.text("url", asked.property("hs_analytics_last_url").as_deref());
                outbox.post(key, body.done(), now as i64);
                has_changed = true;
            }
        }
        if has_changed {
            asked.keep_outbox(&outbox.to_text());
        }
        self.send(&*asked);
    }

    /// What waits is no longer wanted. What is under way finds, when it is answered, that it was forgotten.
    pub(super) fn forget(&self) {
        self.timer.take();
    }

    fn send(self: &Rc<Self>, asked: &dyn Surroundings) {
        while self.sending.borrow().is_none() && asked.may_send() {
            let mut outbox = outbox(asked);
            match outbox.next(Date::now() as i64) {
                Next::Nothing => return,
                Next::Wait(milliseconds) => {
                    let (weak, asked) = (Rc::downgrade(self), self.surroundings.clone());
                    let wake = move || guarded(&weak, &asked, |beacon, asked| beacon.send(asked));
                    self.timer.set(Some(Timeout::new(milliseconds as u32, wake)));
                    return;
                }
                Next::GivenUp => {
                    asked.keep_outbox(&outbox.to_text());
                    asked.report(
                        "data-endpoint: gave up on a change of band that did not arrive; is the endpoint there?",
                    );
                }
                Next::Send { key, body } => {
                    asked.keep_outbox(&outbox.to_text());
                    self.sending.replace(Some(key));
                    match self.fetch(&body) {
                        Ok(answer) => drop(Promise::resolve(&answer).then2(&self.answered, &self.answered)),
                        Err(_) => self.settle(asked, self.send_beacon(&body)),
                    }
                }
            }
        }
    }

    fn fetch(&self, body: &str) -> Result<JsValue, JsValue> {
        let (mode, kind) = if self.is_same_origin {
            ("same-origin", "application/json")
        } else {
            ("no-cors", "text/plain;charset=UTF-8")
        };
        let mut headers = Object::default();
        headers.text("content-type", Some(kind));
        let mut options = Object::default();
        options.text("method", Some("POST"));
        options.text("mode", Some(mode));
        options.text("credentials", Some("omit"));
        options.json("keepalive", "true");
        options.json("headers", &headers.done());
        options.text("body", Some(body));
        call(&self.window, "fetch", &self.address, &json::value(&options.done()))
    }

    /// For a page that has taken `fetch` away. Whether the browser took it.
    fn send_beacon(&self, body: &str) -> bool {
        call(&self.window.navigator(), "sendBeacon", &self.address, &body.into()).is_ok_and(|taken| taken.is_truthy())
    }

    /// A response, or why there is none. A status of 0 is another origin's, whose answer is not for us.
    fn answered(self: &Rc<Self>, asked: &dyn Surroundings, answer: &JsValue) {
        let status = Reflect::get(answer, &"status".into()).ok().and_then(|status| status.as_f64());
        let is_refused =
            status.is_some_and(|status| (400.0..500.0).contains(&status) && status != 408.0 && status != 429.0);
        if is_refused {
            asked.report("data-endpoint: expected the endpoint to take a change of band, found that it refuses it");
        }
        self.settle(asked, is_refused || status.is_some_and(|status| status < 400.0));
        self.send(asked);
    }

    /// Notes what became of the change that was under way. What was forgotten meanwhile stays forgotten.
    fn settle(&self, asked: &dyn Surroundings, is_done: bool) {
        let Some(key) = self.sending.take() else { return };
        let mut outbox = outbox(asked);
        let was_there = if is_done { outbox.sent(&key) } else { outbox.failed(&key, Date::now() as i64) };
        if was_there {
            asked.keep_outbox(&outbox.to_text());
        }
    }
}

fn outbox(asked: &dyn Surroundings) -> Outbox {
    Outbox::from_text(&asked.outbox())
}

/// Calls a function that a page may have replaced or taken away.
fn call(target: &JsValue, name: &str, address: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &name.into())?.dyn_into()?;
    function.call2(target, &address.into(), argument)
}
