//! Elements that appear and vanish: `data-leadscore-show` and `data-leadscore-hide`.
//!
//! In: an element and a scorecard. Out: the element concealed or revealed.

use super::browser;
use super::conditions::holds;
use crate::{Ruleset, Scorecard};
use wasm_bindgen::JsValue;

/// Brings an element in line with a scorecard. The error is a condition that means nothing; the element is left as it is.
pub(super) fn react(element: &JsValue, ruleset: &Ruleset, card: Option<&Scorecard>) -> Result<(), String> {
    let condition = |name: &str| match browser::attribute(element, name) {
        None => Ok(None),
        Some(text) => holds(&text, ruleset, card).map(Some),
    };
    let (show, hide) = (condition("data-leadscore-show")?, condition("data-leadscore-hide")?);
    if show.is_some() || hide.is_some() {
        browser::conceal(element, show == Some(false) || hide == Some(true));
    }
    Ok(())
}
