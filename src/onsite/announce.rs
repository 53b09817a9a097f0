//! Tells the page of a new scorecard: `leadscore:change` and `leadscore:band` on the document.
//!
//! In: the scorecard before and the one of now. Out: events. They bubble, so that a listener on the window hears them too. A listener that
//! throws is the browser's business: it reports that, and goes on.

use super::browser;
use super::card::{band_of, bands, json_of, json_or_null};
use super::json::Object;
use crate::Scorecard;

/// Announces what differs, and says whether anything does. A band that a visitor has first differs from none.
pub(super) fn announce(previous: Option<&Scorecard>, now: &Scorecard) -> bool {
    let (scorecard, before) = (json_of(now), json_or_null(previous));
    let is_new = scorecard != before;
    if is_new {
        let mut detail = Object::default();
        detail.json("scorecard", &scorecard);
        detail.json("previous", &before);
        browser::announce("leadscore:change", &detail.done());
    }
    for (set, band) in bands(now) {
        let before = previous.and_then(|previous| band_of(previous, set));
        if band != before {
            let mut detail = Object::default();
            detail.text("set", Some(set));
            detail.text("band", band);
            detail.text("previous", before);
            browser::announce("leadscore:band", &detail.done());
        }
    }
    is_new
}
