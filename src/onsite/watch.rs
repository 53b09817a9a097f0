//! Where on a page something is marked, now and later: the document, and the open shadow roots that come to notice.
//!
//! In: the page, and what is known of the visitor. Out: marked elements and fields in line with it, whenever either changes and before a
//! form is sent. It knows nothing of how the visitor is scored.

use super::browser;
use super::elements::react;
use super::fields::Known;
use super::reactions::Surroundings;
use crate::Scorecard;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};

/// What a page has marked, kept in line with a scorecard.
pub(super) struct Watch {
    surroundings: Weak<dyn Surroundings>,
    card: RefCell<Option<Rc<Scorecard>>>,
    ledger: RefCell<Option<Rc<str>>>,
    /// A field for the ledger has been met.
    wants_ledger: Cell<bool>,
}

impl Watch {
    /// Begins to watch. Nothing is touched before there is a scorecard.
    pub(super) fn start(surroundings: Weak<dyn Surroundings>) -> Rc<Watch> {
        let watch = Rc::new(Watch {
            surroundings,
            card: RefCell::default(),
            ledger: RefCell::default(),
            wants_ledger: Cell::new(false),
        });
        browser::observe(browser::callback(&watch, Watch::page_changed));
        // On the window, which hears before the document: a page's own listener there finds the fields filled.
        for kind in ["submit", "formdata"] {
            browser::listen("window", kind, browser::callback(&watch, Watch::form_sent));
        }
        watch
    }

    /// Brings everything that is marked in line with a scorecard, or with nobody.
    pub(super) fn show(&self, card: Option<Rc<Scorecard>>) {
        if card.is_none() {
            self.ledger.take();
        }
        self.card.replace(card);
        self.refresh();
    }

    /// Hands over the ledger of the scorecard.
    pub(super) fn set_ledger(&self, text: &str) {
        self.ledger.replace(Some(text.into()));
        self.refresh();
    }

    /// Whether a field asks for the ledger.
    pub(super) fn wants_ledger(&self) -> bool {
        self.wants_ledger.get()
    }

    fn refresh(&self) {
        let Some(asked) = self.surroundings.upgrade() else { return };
        self.visit(&*asked, &JsValue::UNDEFINED);
        let roots = browser::shadow_roots();
        for place in 0..roots.length() {
            self.visit(&*asked, &roots.get(place));
        }
    }

    /// Everything below a node, of the document if it is undefined. No state is borrowed meanwhile: what is set may run the page's own code.
    fn visit(&self, asked: &dyn Surroundings, node: &JsValue) {
        let (card, ledger) = (self.card.borrow().clone(), self.ledger.borrow().clone());
        let property = |name: &str| asked.property(name);
        let ruleset = asked.ruleset();
        let known = Known { ruleset, card: card.as_deref(), ledger: ledger.as_deref(), property: &property };
        let found = browser::marked(node);
        let found: &Array = found.unchecked_ref();
        for place in 0..found.length() {
            let element = &found.get(place);
            if let Err(condition) = react(element, ruleset, known.card) {
                let expected =
                    "data-leadscore-show and hide: expected band:LABEL, SET:LABEL or SCORE>=POINTS of the rules";
                asked.report(&[expected, ", found `", &condition, "`"].concat());
            }
            let Some(field) = browser::attribute(element, "data-leadscore-field") else { continue };
            match known.value(&field) {
                Some(value) => browser::fill(element, &value),
                None => {
                    let expected =
                        "data-leadscore-field: expected score, band or another thing that is known of a visitor";
                    asked.report(&[expected, ", found `", &field, "`"].concat());
                }
            }
            if field == "ledger" && !self.wants_ledger.replace(true) {
                asked.ledger_wanted();
            }
        }
    }

    /// Something came below a node, or was marked otherwise.
    fn page_changed(self: &Rc<Self>, below: JsValue) {
        if let (Some(asked), true) = (self.surroundings.upgrade(), self.card.borrow().is_some()) {
            self.visit(&*asked, &below);
        }
    }

    /// A form is submitted, or collects what it is about to send.
    fn form_sent(self: &Rc<Self>, event: JsValue) {
        let Some(asked) = self.surroundings.upgrade() else { return };
        asked.catch_up();
        if self.card.borrow().is_some() {
            self.refresh();
            browser::complete(&event);
        }
    }
}
