//! Signs that a program is at work, as far as a page can see them.
//!
//! In: the browser, how often things happen, and a form. Out: suspicions of the visitor. What is too fast is decided in
//! [`crate::visitor::suspicion`].

use super::store::Change;
use super::{Embed, browser};
use crate::visitor::{Suspicion, suspicion};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Whether the page was visible at any time.
#[derive(Default)]
pub(super) struct Suspicions {
    seen: Cell<bool>,
}

impl Suspicions {
    pub(super) fn look(&self) {
        self.seen.set(self.seen.get() || !browser::is_hidden());
    }
}

/// A browser that says that it is driven by a program.
pub(super) fn of_browser(embed: &Rc<Embed>) {
    if browser::is_automated() {
        suspect(embed, Suspicion::Automated);
    }
}

/// A page that nobody saw, of a visitor of whom nothing else is known. Somebody who comes for the first time and closes a tab without having
/// looked at it is suspected wrongly, and gave no other sign of life.
pub(super) fn of_leaving(embed: &Rc<Embed>) {
    if !embed.suspicion.seen.get() && times(embed, "page_view").len() == 1 {
        suspect(embed, Suspicion::Prefetch);
    }
}

/// Things that happen faster than a person does them.
pub(super) fn of_speed(embed: &Rc<Embed>, kind: &str) {
    let times = times(embed, kind);
    if if kind == "page_view" {
        suspicion::is_viewing_too_fast(&times)
    } else {
        suspicion::is_submitting_too_fast(&times)
    } {
        suspect(embed, Suspicion::Speed);
    }
}

/// A form that is submitted sooner than anybody could, counted from when its page was asked for.
pub(super) fn of_submission(embed: &Rc<Embed>, event: &JsValue) {
    if suspicion::is_submitted_too_soon(0, browser::get(event, "timeStamp").as_f64().unwrap_or_default() as i64) {
        suspect(embed, Suspicion::Speed);
    }
}

/// The reason is added.
pub(super) fn suspect(embed: &Rc<Embed>, reason: Suspicion) {
    embed.change(Change::Suspect(reason));
}

/// When such things happened, the latest only.
fn times(embed: &Rc<Embed>, kind: &str) -> Vec<i64> {
    let visitor = embed.visitor.borrow();
    let mut times = Vec::new();
    for (found, time, _, _) in visitor.events() {
        if found == kind {
            times.push(time);
        }
    }
    times.drain(..times.len().saturating_sub(suspicion::MOST_PAGE_VIEWS + 1));
    times
}
