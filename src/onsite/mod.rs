//! The on-site embed: watches a page, remembers what its visitor does, and scores it by a ruleset that was published.
//!
//! In: the ruleset in bytes, the attributes of the script's tag, and what happens on the page. Out: what the page may ask and tell
//! ([`api`]), and a scorecard that is announced whenever it is new. What a visit, a source or a score is, is decided in [`crate::visitor`]
//! and [`crate::scoring`]; here is only what has to do with a browser.
//!
//! Everything that the browser calls goes through [`errors::guarded`]: no exception of ours reaches the page.

mod addresses;
pub mod api;
mod calls;
mod card;
mod clicks;
mod consent;
mod engagement;
mod errors;
mod forms;
mod json;
mod options;
mod pages;
mod signals;
mod store;
mod suspicion;
mod timers;
mod values;

pub use consent::Consent;
pub use options::{ConsentSource, Options};

use crate::scoring::single;
use crate::visitor::{Event as Happening, Visitor};
use crate::{Ruleset, Scorecard};
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use store::{Change, Store};
use timers::Timer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, EventTarget, ShadowRoot, Window};

/// What a handler comes to: an exception is reported, and the page goes on.
type Handled = Result<(), JsValue>;

/// The embed of a page. What it listens to and waits for ends when it is dropped.
pub struct Embed {
    options: Options,
    ruleset: Rc<Ruleset>,
    window: Window,
    document: Document,
    visitor: RefCell<Visitor>,
    card: RefCell<Option<Rc<Scorecard>>>,
    consent: Cell<Consent>,
    store: Store,
    pages: pages::Pages,
    forms: forms::Forms,
    engagement: engagement::Engagement,
    suspicion: suspicion::Suspicions,
    signals: signals::Signals,
    settling: Timer,
    listeners: RefCell<Vec<EventListener>>,
}

impl Embed {
    /// Starts to watch the page; nothing where there is no page.
    pub fn start(ruleset: Ruleset, options: Options) -> Option<Rc<Embed>> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let embed = Rc::new(Embed {
            store: Store::new(&window),
            pages: pages::Pages::new(&window, &document),
            options,
            ruleset: Rc::new(ruleset),
            window,
            document,
            visitor: RefCell::default(),
            card: RefCell::default(),
            consent: Cell::new(Consent::Pending),
            forms: forms::Forms::default(),
            engagement: engagement::Engagement::default(),
            suspicion: suspicion::Suspicions::default(),
            signals: signals::Signals::default(),
            settling: Timer::default(),
            listeners: RefCell::default(),
        });
        embed.guard(Self::watch);
        Some(embed)
    }

    fn watch(self: &Rc<Self>) -> Handled {
        forms::watch(self)?;
        clicks::watch(self);
        pages::watch(self)?;
        engagement::watch(self);
        store::watch(self);
        self.suspicion.look(&self.document);
        self.listen(&self.document, "visibilitychange", |embed, _| embed.shown_or_hidden());
        self.listen(&self.window, "pagehide", |embed, _| embed.left());
        consent::start(self)
    }

    /// Records an event of the page's own.
    pub fn track(self: &Rc<Self>, kind: &str, properties: &JsValue) {
        let (embed, kind, properties) = (Rc::clone(self), kind.to_owned(), properties.clone());
        errors::guarded(move || {
            let pairs = values::pairs(&properties);
            let mut known = Vec::new();
            for (name, value) in &pairs {
                if let Some(value) = value {
                    known.push((name.as_str(), value.clone()));
                }
            }
            embed.record(&kind, &known);
            Ok(())
        });
    }

    /// Sets contact properties, or clears them.
    pub fn identify(self: &Rc<Self>, properties: &JsValue) {
        let (embed, properties) = (Rc::clone(self), properties.clone());
        errors::guarded(move || {
            for (name, value) in values::pairs(&properties) {
                embed.change(Change::Set(name, value));
            }
            Ok(())
        });
    }

    /// The state of consent.
    pub fn consent(&self) -> Consent {
        self.consent.get()
    }

    /// The visitor agreed.
    pub fn grant(self: &Rc<Self>) {
        self.guard(consent::grant);
    }

    /// The visitor does not agree, or no longer.
    pub fn deny(self: &Rc<Self>) {
        self.guard(consent::deny);
    }

    /// Forgets the visitor, in all tabs.
    pub fn forget(self: &Rc<Self>) {
        self.guard(consent::forget);
    }

    /// The scorecard of now, up to what was recorded last; none before anything was, or without consent.
    pub fn scorecard(self: &Rc<Self>) -> Option<Rc<Scorecard>> {
        self.catch_up();
        self.card.borrow().clone()
    }

    /// Scores at once what else would be scored in a moment.
    fn catch_up(self: &Rc<Self>) {
        if self.settling.is_waiting() {
            self.guard(Self::rescore);
        }
    }

    fn guard(self: &Rc<Self>, work: fn(&Rc<Embed>) -> Handled) {
        let embed = Rc::clone(self);
        errors::guarded(move || work(&embed));
    }

    /// Has a handler called before the page's own, in a way that never delays scrolling or leaving.
    fn listen(self: &Rc<Self>, target: &EventTarget, kind: &'static str, handler: fn(&Rc<Embed>, &Event) -> Handled) {
        let embed = Rc::downgrade(self);
        let options = EventListenerOptions::run_in_capture_phase();
        let listener = EventListener::new_with_options(target, kind, options, move |event| {
            if let Some(embed) = embed.upgrade() {
                let event = event.clone();
                errors::guarded(move || handler(&embed, &event));
            }
        });
        self.listeners.borrow_mut().push(listener);
    }

    /// Hears in a shadow root what does not leave it. A listener that is there already is not added again by the browser, and the root
    /// is not kept alive by it.
    fn listen_in(&self, root: &ShadowRoot) -> Handled {
        for listener in self.listeners.borrow().iter() {
            if matches!(listener.event_type(), "submit" | "formdata") {
                let callback = listener.callback().as_ref().unchecked_ref();
                root.add_event_listener_with_callback_and_bool(listener.event_type(), callback, true)?;
            }
        }
        Ok(())
    }

    /// Records what the visitor did, if that is allowed.
    fn record(self: &Rc<Self>, kind: &str, properties: &[(&str, String)]) {
        let now = now();
        let properties = properties.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.change(Change::Visit(self.pages.still_here(), now));
        self.change(Change::Record(Happening { kind: kind.to_owned(), time: now, properties }));
    }

    /// Changes what is known of the visitor, if that is allowed; kept and scored as soon as the page is at rest.
    fn change(self: &Rc<Self>, change: Change) {
        if self.consent.get() == Consent::Granted {
            change.apply(&mut self.visitor.borrow_mut());
            self.store.keep(change);
            self.settle_soon();
        }
    }

    fn settle_soon(self: &Rc<Self>) {
        timers::start(
            self,
            |embed| &embed.settling,
            0,
            |embed| {
                store::write_in_turn(embed)?;
                embed.rescore()
            },
        );
    }

    /// Scores the visitor as known now, and announces what is new. Page code runs in the announcements: nothing is borrowed then.
    fn rescore(self: &Rc<Self>) -> Handled {
        if self.consent.get() != Consent::Granted {
            return Ok(());
        }
        let (table, now) = {
            let visitor = self.visitor.borrow();
            (visitor.table(), visitor.instant(now()))
        };
        let card = Rc::new(single::scorecard(&self.ruleset, &table, now));
        self.card.replace(Some(card));
        Ok(())
    }

    fn shown_or_hidden(self: &Rc<Self>) -> Handled {
        self.suspicion.look(&self.document);
        engagement::shown_or_hidden(self);
        if self.document.hidden() { store::write(self) } else { Ok(()) }
    }

    /// The page is left, perhaps for good: what is known is written at once, for nothing that waits would still run.
    fn left(self: &Rc<Self>) -> Handled {
        pages::view_if_due(self)?;
        suspicion::of_leaving(self);
        store::write(self)
    }
}

/// Milliseconds since 1970.
fn now() -> i64 {
    js_sys::Date::now() as i64
}
