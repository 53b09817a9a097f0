//! Clicks on what is marked with `data-leadscore-cta`.
//!
//! In: clicks with any button or key, also within open shadow roots. Out: `cta_click` events with what the mark says, the page's address and
//! the words that were clicked on.

use super::{Embed, Handled};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, ShadowRoot};

/// The most characters of the words.
const WORDS: usize = 100;

pub(super) fn watch(embed: &Rc<Embed>) {
    embed.listen(&embed.document, "click", clicked);
    embed.listen(&embed.document, "auxclick", clicked);
    embed.listen(&embed.document, "focusin", touched);
    embed.listen(&embed.document, "pointerdown", touched);
}

fn clicked(embed: &Rc<Embed>, event: &Event) -> Handled {
    touched(embed, event)?;
    // The right button opens a menu.
    if event.type_() == "auxclick" && super::values::get(event, "button").as_f64() != Some(1.0) {
        return Ok(());
    }
    let path = event.composed_path();
    for index in 0..path.length() {
        let Ok(element) = path.get(index).dyn_into::<Element>() else { continue };
        if let Some(cta) = element.get_attribute("data-leadscore-cta") {
            embed.record("cta_click", &[("cta", cta), ("url", embed.pages.url()), ("text", words(&element))]);
            break;
        }
    }
    Ok(())
}

/// Notices shadow roots when somebody turns to them: what is submitted in them is heard there only.
fn touched(embed: &Rc<Embed>, event: &Event) -> Handled {
    let path = event.composed_path();
    for index in 0..path.length() {
        if let Some(root) = path.get(index).dyn_ref::<ShadowRoot>() {
            embed.listen_in(root)?;
        }
    }
    Ok(())
}

/// The words of an element, with single spaces.
fn words(element: &Element) -> String {
    let mut words = String::new();
    for word in element.text_content().unwrap_or_default().split_ascii_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words.chars().take(WORDS).collect()
}
