//! What happens to visitors: in the second module of the on-site embed, for rulesets that are published with their lifecycle.
//!
//! It is asked by the first one's entry, in texts and numbers, and knows nothing of pages. Nothing here knows what a stage or a workflow is.

use crate::lifecycle::VisitorState;
use crate::onsite_explain::{asked, know};
use crate::ruleset::published;
use crate::visitor::{Unreadable, Visitor};
use wasm_bindgen::prelude::wasm_bindgen;

/// A longer text of what is remembered is not kept: it would leave little of the browser's storage for the rest.
const MOST_STATE: usize = 64 * 1024;

/// Takes the bytes of a published ruleset and those of its lifecycle. False if these are not those of one.
#[wasm_bindgen]
pub fn learn_all(rules: &[u8], lifecycle: &[u8]) -> bool {
    // The first module tells of rules that cannot be read.
    let Some(mut decoded) = published::decode(rules) else { return true };
    let is_read = decoded.add_lifecycle(lifecycle);
    know(decoded);
    is_read
}

/// Looks at a visitor, as the first module writes one, at an instant. Gives what is to be remembered from now on, what happened as a JSON list,
/// and, if there is a problem with what was remembered, what it is. `seed` is an id for who has none. Nothing where there is nothing to go by.
#[wasm_bindgen]
pub fn step(visitor: &str, state: &str, as_of: f64, seed: &str) -> Option<Vec<String>> {
    let visitor = Visitor::from_text(visitor).ok()?;
    let left_alone = |problem: &str| Some(vec![state.to_owned(), "[]".to_owned(), problem.to_owned()]);
    let (mut advancing, problem) = match VisitorState::from_text(state) {
        Ok(known) => (known, None),
        Err(Unreadable::Newer) => {
            return left_alone("what was kept of this visitor's stage is of a newer version: nothing happens here");
        }
        Err(Unreadable::Damaged) if state.is_empty() => (VisitorState::new(seed), None),
        Err(Unreadable::Damaged) => {
            (VisitorState::new(seed), Some("what was kept of this visitor's stage cannot be read: it begins anew"))
        }
    };
    let happened = asked(|ruleset| advancing.advance(ruleset, &visitor, as_of as i64))?;
    let text = advancing.to_text();
    if text.len() > MOST_STATE {
        return left_alone("what workflows set takes more than 64 KiB: nothing happens here");
    }
    let mut told = vec![text, serde_json::to_string(&happened).ok()?];
    told.extend(problem.map(str::to_owned));
    Some(told)
}
