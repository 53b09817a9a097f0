//! The on-site embed: watches a page, remembers what its visitor does, and scores it by a ruleset that was published.
//!
//! In: the ruleset in bytes, the attributes of the script's tag, and what happens on the page. Out: what the page may ask and tell
//! ([`api`]), and a scorecard that is announced whenever it is new. What a visit, a source or a score is, is decided in [`crate::visitor`]
//! and [`crate::scoring`]; here is only what has to do with a browser.
//!
//! What has to do with the browser's objects alone is in `pkg/onsite/*.js`, which [`browser`] asks; there, no exception of ours reaches the page.

mod addresses;
mod announce;
pub mod api;
mod beacon;
mod browser;
mod card;
mod clicks;
mod conditions;
mod consent;
mod elements;
mod engagement;
mod fields;
mod forms;
mod json;
mod options;
mod outbox;
mod pages;
mod reactions;
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
use js_sys::Function;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use store::{Change, Store};
use timers::Timer;
use wasm_bindgen::JsValue;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The embed of a page. What it listens to and waits for ends when it is dropped.
pub struct Embed {
    itself: Weak<Embed>,
    options: Options,
    /// As long as the page is there: to take a ruleset apart would be part of the download.
    ruleset: &'static Ruleset,
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
    settling: Timer,
    reactions: OnceCell<Reactions>,
}

impl Embed {
    /// Starts to watch the page; nothing where there is no page. `explain` is called whenever a form wants the ledger, which is handed over with
    /// [`Embed::set_ledger`].
    pub fn start(ruleset: Ruleset, options: Options, explain: Function) -> Option<Rc<Embed>> {
        let embed = Rc::new_cyclic(|itself: &Weak<Embed>| Embed {
            itself: itself.clone(),
            store: Store::new(),
            pages: pages::Pages::new(),
            options,
            ruleset: Box::leak(Box::new(ruleset)),
            explain,
            visitor: RefCell::default(),
            card: RefCell::default(),
            is_scoring: Cell::new(false),
            consent: Cell::new(Consent::Pending),
            forms: forms::Forms::default(),
            engagement: engagement::Engagement::default(),
            suspicion: suspicion::Suspicions::default(),
            settling: Timer::default(),
            reactions: OnceCell::new(),
        });
        embed.watch();
        Some(embed)
    }

    fn watch(self: &Rc<Self>) {
        // They listen first: a form takes along what was known before it.
        let _ = self.reactions.set(Reactions::start(self, self.options.endpoint.as_deref()));
        forms::watch(self);
        clicks::watch(self);
        pages::watch(self);
        engagement::watch(self);
        store::watch(self);
        self.suspicion.look();
        self.listen("document", "visibilitychange", |embed, _| embed.shown_or_hidden());
        self.listen("window", "pagehide", |embed, _| embed.left());
        // A page that is made ready for somebody who may come has no visitor before it is shown.
        if browser::is_prerendering() {
            self.listen("document", "prerenderingchange", |embed, _| consent::start(embed));
        } else {
            consent::start(self);
        }
    }

    /// Records an event of the page's own.
    pub fn track(self: &Rc<Self>, kind: &str, properties: &JsValue) {
        let pairs = browser::two_by_two(&browser::pairs(properties), 0);
        let mut known = Vec::new();
        for (name, value) in &pairs {
            if !value.is_empty() {
                known.push((name.as_str(), value.clone()));
            }
        }
        self.record(kind, &known);
    }

    /// Sets contact properties, or clears them.
    pub fn identify(self: &Rc<Self>, properties: &JsValue) {
        for (name, value) in browser::two_by_two(&browser::pairs(properties), 0) {
            self.change(Change::Set(name, Some(value).filter(|value| !value.is_empty())));
        }
    }

    /// The state of consent.
    pub fn consent(&self) -> Consent {
        self.consent.get()
    }

    /// The visitor agreed.
    pub fn grant(self: &Rc<Self>) {
        consent::grant(self);
    }

    /// The visitor does not agree, or no longer.
    pub fn deny(self: &Rc<Self>) {
        consent::deny(self);
    }

    /// Forgets the visitor, in all tabs.
    pub fn forget(self: &Rc<Self>) {
        consent::forget(self);
    }

    /// The scorecard of now, up to what was recorded last; none before anything was, or without consent.
    pub fn scorecard(self: &Rc<Self>) -> Option<Rc<Scorecard>> {
        self.catch_up();
        self.card.borrow().clone()
    }

    /// Hands over the ledger of the visitor, as JSON.
    pub fn set_ledger(self: &Rc<Self>, text: &str) {
        if let Some(reactions) = self.reactions.get() {
            reactions.set_ledger(text);
        }
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

    /// Has a handler called before the page's own.
    fn listen(self: &Rc<Self>, target: &str, kind: &str, handler: fn(&Rc<Embed>, JsValue)) {
        browser::listen(target, kind, browser::callback(self, handler));
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
                store::write_in_turn(embed);
                embed.rescore();
            },
        );
    }

    /// Scores the visitor as known now, and announces what is new. Page code runs in the announcements: nothing is borrowed then.
    fn rescore(self: &Rc<Self>) {
        if self.consent.get() != Consent::Granted {
            return;
        }
        let (table, now) = {
            let visitor = self.visitor.borrow();
            (visitor.table(), visitor.instant(now()))
        };
        let card = Rc::new(single::scorecard(self.ruleset, &table, now));
        let previous = self.card.replace(Some(Rc::clone(&card)));
        if let Some(reactions) = self.reactions.get() {
            self.is_scoring.set(true);
            let is_new = reactions.scored(previous.as_deref(), &card);
            self.is_scoring.set(false);
            if is_new && reactions.wants_ledger() {
                browser::call(&self.explain);
            }
        }
    }

    fn shown_or_hidden(self: &Rc<Self>) {
        self.suspicion.look();
        engagement::shown_or_hidden(self);
        if browser::is_hidden() {
            store::write(self);
        }
    }

    /// The page is left, perhaps for good: what is known is written at once, for nothing that waits would still run.
    fn left(self: &Rc<Self>) {
        pages::view_if_due(self);
        suspicion::of_leaving(self);
        store::write(self);
        // What happens until the page is shown again, if it is, is not told to it.
        self.store.settle();
    }
}

/// Milliseconds since 1970.
fn now() -> i64 {
    js_sys::Date::now() as i64
}
