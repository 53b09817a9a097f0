//! Tells an endpoint of a change of band: `data-endpoint`.
//!
//! In: a scorecard, and what the outbox keeps of those before. Out: requests. Each says one change in JSON, has a key by which a server
//! drops what comes twice, and is tried again when it did not arrive, on the next page if need be. No cookies go with it, and of the
//! answer nothing but the status is looked at. The endpoint is on the page's own origin unless the tag names another in full; that one
//! gets `text/plain`, for which a browser asks no permission first.

use super::browser;
use super::card::bands;
use super::conditions::points_of;
use super::json::Object;
use super::outbox::{Next, Outbox};
use super::reactions::Surroundings;
use super::timers::Timer;
use crate::Scorecard;
use js_sys::{Date, Math};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;

/// Sends changes of bands, one after another.
pub(super) struct Beacon {
    address: String,
    surroundings: Weak<dyn Surroundings>,
    /// The key of what is under way.
    sending: RefCell<Option<String>>,
    timer: Timer,
}

impl Beacon {
    /// A beacon to an address as the tag has it.
    pub(super) fn start(address: &str, asked: &Rc<dyn Surroundings>) -> Option<Rc<Beacon>> {
        let is_whole = address.starts_with("https://") || address.starts_with("http://");
        let Some(address) = browser::endpoint(address, is_whole) else {
            let expected = "data-endpoint: expected an address of this site or a whole one with https://, found `";
            asked.report(&[expected, address, "`"].concat());
            return None;
        };
        let surroundings = Rc::downgrade(asked);
        Some(Rc::new(Beacon { address, surroundings, sending: RefCell::default(), timer: Timer::default() }))
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
            let seed = (Math::random() * 9e18) as i64;
            if let Some((key, previous)) = outbox.change(set, band.unwrap_or_default(), seed) {
                let mut body = Object::default();
                body.text("idempotency_key", Some(&key));
                body.text("time", browser::time_text(now).as_deref());
                body.text("set", Some(set));
                body.text("band", band);
                body.text("previous", Some(&*previous).filter(|previous| !previous.is_empty()));
                body.json("points", &points_of(card, set).map_or_else(|| "null".to_owned(), |points| points.to_text()));
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
        self.timer.stop();
    }

    fn send(self: &Rc<Self>, asked: &dyn Surroundings) {
        while self.sending.borrow().is_none() && asked.may_send() {
            let mut outbox = outbox(asked);
            match outbox.next(Date::now() as i64) {
                Next::Nothing => return,
                Next::Wait(milliseconds) => {
                    let wake = browser::callback(self, |beacon, _| {
                        if let Some(asked) = beacon.surroundings.upgrade() {
                            beacon.send(&*asked);
                        }
                    });
                    self.timer.set(milliseconds as u32, wake);
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
                    let status = browser::send(&self.address, &body, browser::callback(self, Beacon::answered));
                    if status != 0 {
                        self.settle(asked, status < 400);
                    }
                }
            }
        }
    }

    /// A status, or none where nothing was answered. A status of 0 is another origin's, whose answer is not for us.
    fn answered(self: &Rc<Self>, status: JsValue) {
        let Some(asked) = self.surroundings.upgrade() else { return };
        let status = status.as_f64();
        let is_refused =
            status.is_some_and(|status| (400.0..500.0).contains(&status) && status != 408.0 && status != 429.0);
        if is_refused {
            asked.report("data-endpoint: expected the endpoint to take a change of band, found that it refuses it");
        }
        self.settle(&*asked, is_refused || status.is_some_and(|status| status < 400.0));
        self.send(&*asked);
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
