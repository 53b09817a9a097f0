//! Tells the page of a new scorecard: `leadscore:change` and `leadscore:band` on the document.
//!
//! In: the scorecard before and the one of now. Out: events. They bubble, so that a listener on the window hears them too. A listener that
//! throws is the browser's business: it reports that, and goes on.

use super::card::{band_of, bands, json_of, json_or_null};
use super::json::{self, Object};
use crate::Scorecard;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, EventTarget};

/// Announces what differs. A band that a visitor has first differs from none.
pub(super) fn announce(document: &EventTarget, previous: Option<&Scorecard>, now: &Scorecard) {
    if previous != Some(now) {
        let mut detail = Object::default();
        detail.json("scorecard", &json_of(now));
        detail.json("previous", &json_or_null(previous));
        dispatch(document, "leadscore:change", &detail.done());
    }
    for (set, band) in bands(now) {
        let before = previous.and_then(|previous| band_of(previous, set));
        if band != before {
            let mut detail = Object::default();
            detail.text("set", Some(set));
            detail.text("band", band);
            detail.text("previous", before);
            dispatch(document, "leadscore:band", &detail.done());
        }
    }
}

/// An event with a detail given as JSON.
pub(super) fn dispatch(target: &EventTarget, name: &str, detail: &str) {
    let mut options = Object::default();
    options.json("bubbles", "true");
    options.json("detail", detail);
    let options = json::value(&options.done());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, options.unchecked_ref()) {
        // What the page thinks of an event changes nothing here.
        let _ = target.dispatch_event(&event);
    }
}
