//! The on-site embed: watches a page, remembers what its visitor does, and scores it by a ruleset that was published.
//!
//! In: the ruleset in bytes, the attributes of the script's tag, and what happens on the page. Out: what the page may ask and tell
//! ([`api`]), and a scorecard that is announced whenever it is new. What a visit, a source or a score is, is decided in [`crate::visitor`]
//! and [`crate::scoring`]; here is only what has to do with a browser.
//!
//! Everything that the browser calls goes through [`errors::guarded`]: no exception of ours reaches the page.

mod addresses;
mod announce;
pub mod api;
mod beacon;
mod calls;
mod card;
mod clicks;
mod conditions;
mod consent;
mod elements;
mod engagement;
mod errors;
mod fields;
mod forms;
mod json;
mod options;
mod outbox;
mod pages;
mod reactions;
mod signals;
mod store;
mod surroundings;
mod suspicion;
mod timers;
mod values;
mod watch;

pub use card::object_of;
pub use consent::Consent;
pub use options::{ConsentSource, Options};
pub use reactions::{Reactions, Surroundings};

use crate::scoring::single;
use crate::visitor::{Event as Happening, Visitor};
use crate::{Ruleset, Scorecard};
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Function;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use store::{Change, Store};
use timers::Timer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, EventTarget, ShadowRoot, Window};

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What a handler comes to: an exception is reported, and the page goes on.
type Handled = Result<(), JsValue>;

/// The embed of a page. What it listens to and waits for ends when it is dropped.
pub struct Embed {
    itself: Weak<Embed>,
    options: Options,
    ruleset: Ruleset,
    window: Window,
    document: Document,
    /// Asked for the ledger of the visitor: explaining is not part of this module.
    explain: Function,
    visitor: RefCell<Visitor>,
    card: RefCell<Option<Rc<Scorecard>>>,
    is_scoring: Cell<bool>,
    consent: Cell<Consent>,
    store: Store,
    pages: pages::Pages,
    forms: forms::Forms,
    engagement: engagement::Engagement,
    suspicion: suspicion::Suspicions,
    signals: signals::Signals,
    settling: Timer,
    reactions: OnceCell<Reactions>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Embed {
    /// Starts to watch the page; nothing where there is no page. `explain` is called whenever a form wants the ledger, which is handed over with
    /// [`Embed::set_ledger`].
    pub fn start(ruleset: Ruleset, options: Options, explain: Function) -> Option<Rc<Embed>> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let embed = Rc::new_cyclic(|itself: &Weak<Embed>| Embed {
            itself: itself.clone(),
            store: Store::new(&window),
            pages: pages::Pages::new(&window, &document),
            options,
            ruleset,
            window,
            document,
            explain,
            visitor: RefCell::default(),
            card: RefCell::default(),
            is_scoring: Cell::new(false),
            consent: Cell::new(Consent::Pending),
            forms: forms::Forms::default(),
            engagement: engagement::Engagement::default(),
            suspicion: suspicion::Suspicions::default(),
            signals: signals::Signals::default(),
            settling: Timer::default(),
            reactions: OnceCell::new(),
            listeners: RefCell::default(),
        });
        embed.guard(Self::watch);
        Some(embed)
    }

    fn watch(self: &Rc<Self>) -> Handled {
        // They listen first: a form takes along what was known before it.
        let _ = self.reactions.set(Reactions::start(self, self.options.endpoint.as_deref()));
        forms::watch(self)?;
        clicks::watch(self);
        pages::watch(self)?;
        engagement::watch(self);
        store::watch(self);
        self.suspicion.look(&self.document);
        self.listen(&self.document, "visibilitychange", |embed, _| embed.shown_or_hidden());
        self.listen(&self.window, "pagehide", |embed, _| embed.left());
        // A page that is made ready for somebody who may come has no visitor before it is shown.
        if values::get(&self.document, "prerendering").is_truthy() {
            self.listen(&self.document, "prerenderingchange", |embed, _| consent::start(embed));
            return Ok(());
        }
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

    /// Hands over the ledger of the visitor, as JSON.
    pub fn set_ledger(self: &Rc<Self>, text: &str) {
        let (embed, text) = (Rc::clone(self), text.to_owned());
        errors::guarded(move || {
            embed.reactions.get().iter().for_each(|reactions| reactions.set_ledger(&text));
            Ok(())
        });
    }

    /// What is remembered of the visitor, as text, and the instant for which it is scored, in milliseconds.
    fn remembered(&self) -> (String, f64) {
        let visitor = self.visitor.borrow();
        (visitor.to_text(), visitor.instant(now()) as f64)
    }

    /// What was recorded, as an object that the package reads as a contact.
    pub fn contact(&self) -> JsValue {
        values::contact(&self.visitor.borrow())
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
        let previous = self.card.replace(Some(Rc::clone(&card)));
        if let Some(reactions) = self.reactions.get() {
            self.is_scoring.set(true);
            reactions.scored(previous.as_deref(), &card);
            self.is_scoring.set(false);
            if reactions.wants_ledger() && previous.as_ref() != Some(&card) {
                self.explain.call0(&JsValue::UNDEFINED)?;
            }
        }
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
