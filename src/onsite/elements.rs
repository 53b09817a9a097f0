//! Elements that appear and vanish: `data-leadscore-show` and `data-leadscore-hide`.
//!
//! In: an element and a scorecard. Out: the element concealed or revealed. What was done to an element is written on it, in
//! `data-leadscore-concealed`, so that it is undone exactly, also on a copy that a page took in between; what the page itself hides
//! stays hidden. An element to show that a page delivers hidden, so that it does not flash, is one that was concealed here.

use super::conditions::holds;
use crate::{Ruleset, Scorecard};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const CONCEALED: &str = "data-leadscore-concealed";

/// How an element is taken out of sight: attributes, and a property of its style.
struct Way {
    attributes: &'static [&'static str],
    style: &'static str,
    value: &'static str,
    /// All of it, as it is written on an element.
    whole: &'static str,
}

/// Takes the space away too. The style is for pages whose own styles show what is `hidden`.
const WITH_SPACE: Way = Way { attributes: &["hidden"], style: "display", value: "none", whole: "hidden;display=" };
const KEEPS_SPACE: Way = Way {
    attributes: &["inert", "aria-hidden"],
    style: "visibility",
    value: "hidden",
    whole: "inert;aria-hidden;visibility=",
};

/// Brings an element in line with a scorecard. The error is a condition that means nothing; the element is left as it is.
pub(super) fn react(element: &Element, ruleset: &Ruleset, card: Option<&Scorecard>) -> Result<(), String> {
    let condition = |name: &str| element.get_attribute(name).map(|text| holds(&text, ruleset, card)).transpose();
    let (show, hide) = (condition("data-leadscore-show")?, condition("data-leadscore-hide")?);
    if show.is_none() && hide.is_none() {
        return Ok(());
    }
    let way = if element.get_attribute("data-leadscore-keep-space").is_some() { &KEEPS_SPACE } else { &WITH_SPACE };
    let written = element.get_attribute(CONCEALED);
    let begins_hidden = written.is_none() && show.is_some();
    let done = written.unwrap_or_else(|| if begins_hidden { way.whole.to_owned() } else { String::new() });
    if show == Some(false) || hide == Some(true) {
        if done.is_empty() || begins_hidden {
            let done = conceal(element, way, begins_hidden);
            write(element, CONCEALED, &done);
        }
    } else if !done.is_empty() {
        reveal(element, &done);
        write(element, CONCEALED, "");
    }
    Ok(())
}

/// Takes an element out of sight; what it had of that already is the page's, unless it is to be taken for done here.
fn conceal(element: &Element, way: &Way, takes_over: bool) -> String {
    let mut done = String::new();
    for name in way.attributes {
        if takes_over || element.get_attribute(name).is_none() {
            write(element, name, if *name == "aria-hidden" { "true" } else { "" });
            done.push_str(name);
            done.push(';');
        }
    }
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return done };
    let before = element.style().get_property_value(way.style).unwrap_or_default();
    let is_hidden = before == way.value;
    if !is_hidden {
        style(element, way.style, way.value, "important");
    }
    if takes_over || !is_hidden {
        done.push_str(way.style);
        done.push('=');
        done.push_str(if is_hidden { "" } else { &before });
    }
    done
}

/// Undoes what was done to an element.
fn reveal(element: &Element, done: &str) {
    for part in done.split(';') {
        match (part.split_once('='), element.dyn_ref::<HtmlElement>()) {
            (None, _) => drop(element.remove_attribute(part)),
            (Some((name, before)), Some(element)) => {
                // A value that is not ours is the page's; an empty one takes the property away.
                if matches!(element.style().get_property_value(name).as_deref(), Ok("none" | "hidden")) {
                    style(element, name, before, "");
                }
                if element.get_attribute("style").is_some_and(|style| style.is_empty()) {
                    let _ = element.remove_attribute("style");
                }
            }
            _ => {}
        }
    }
}

fn style(element: &HtmlElement, name: &str, value: &str, priority: &str) {
    // Refused only where a page has taken the function away; then the attributes have to do.
    let _ = element.style().set_property_with_priority(name, value, priority);
}

fn write(element: &Element, name: &str, value: &str) {
    // Names are valid here; a page that refuses them has its reasons.
    let _ = element.set_attribute(name, value);
}
