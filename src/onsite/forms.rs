//! Forms that are submitted: which form it was, and of what was typed only the fields that the site has marked.
//!
//! In: `submit` events of the document and of open shadow roots, before the page's own listeners. Out: `form_submission` events and contact
//! properties. A submission counts when the browser has found the fields valid and tells of it; that the page then prevents it is
//! how forms are sent by scripts. Of a form that is submitted twice within three seconds (scripts that check first, fingers that press
//! twice), once. Forms marked as a search and dialogs that are closed are no submissions, unless they have a `data-leadscore-form`.

use super::store::Change;
use super::{Embed, browser, now, suspicion};
use crate::visitor::Suspicion;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Milliseconds within which a form is not submitted twice.
const AGAIN: i64 = 3_000;

/// The form that was submitted last, and when.
#[derive(Default)]
pub(super) struct Forms {
    last: RefCell<(String, i64)>,
}

pub(super) fn watch(embed: &Rc<Embed>) {
    embed.listen("document", "submit", submitted);
}

fn submitted(embed: &Rc<Embed>, event: JsValue) {
    let submission = browser::submission(&event, embed.options.honeypot.as_deref());
    let Some(name) = submission.get(0).as_string() else { return };
    let now = now();
    let (last, time) = embed.forms.last.replace((name.clone(), now));
    if last == name && (0..AGAIN).contains(&(now - time)) {
        return;
    }
    if !browser::text_at(&submission, 1).is_empty() {
        suspicion::suspect(embed, Suspicion::Honeypot);
    }
    for (property, value) in browser::two_by_two(&submission, 2) {
        embed.change(Change::Set(property, Some(value)));
    }
    embed.record("form_submission", &[("form", name), ("url", embed.pages.url()), ("page_title", browser::title())]);
    suspicion::of_submission(embed, &event);
    suspicion::of_speed(embed, "form_submission");
}
