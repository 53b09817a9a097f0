//! Clicks on what is marked with `data-leadscore-cta`.
//!
//! In: clicks with any button or key, also within open shadow roots. Out: `cta_click` events with what the mark says, the page's address and
//! the words that were clicked on.

use super::{Embed, browser};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Characters of the text that are recorded.
const WORDS: usize = 100;

pub(super) fn watch(embed: &Rc<Embed>) {
    embed.listen("document", "click", clicked);
    embed.listen("document", "auxclick", clicked);
}

fn clicked(embed: &Rc<Embed>, event: JsValue) {
    let found = browser::cta(&event);
    if let Some(cta) = found.get(0).as_string() {
        let text = words(&browser::text_at(&found, 1));
        embed.record("cta_click", &[("cta", cta), ("url", embed.pages.url()), ("text", text)]);
    }
}

/// The words of a text, with single spaces.
fn words(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_ascii_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words.chars().take(WORDS).collect()
}
