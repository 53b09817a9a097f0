//! What the page's script asks of the embed.
//!
//! In: calls of the entry, which has the one embed of the page. Out: plain values. Only what the page reports and asks crosses here; what it
//! may not do is reported, never thrown.

use super::{Consent, Embed, Options, browser, card};
use crate::contacts::names;
use crate::ruleset::published::{self, Decoded};
use js_sys::Function;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static EMBED: OnceCell<Rc<Embed>> = const { OnceCell::new() };
}

/// The embed, once it has started.
fn embed() -> Option<Rc<Embed>> {
    EMBED.with(|embed| embed.get().cloned())
}

/// Starts with the bytes of a published ruleset and the `dataset` of the script's tag. A second start changes nothing. `explain` is called without
/// arguments whenever a form wants the ledger, which is then handed over with [`set_ledger`].
#[wasm_bindgen]
pub fn start(rules: &[u8], dataset: &JsValue, explain: &Function) {
    if embed().is_some() {
        return;
    }
    let Some(Decoded { ruleset, names }) = published::decode(rules) else {
        return browser::report("expected the rules of a ruleset that was published: publish it again");
    };
    names::know(names);
    if let Some(embed) = Embed::start(ruleset, Options::read(dataset), explain.clone()) {
        EMBED.with(|place| drop(place.set(embed)));
    }
}

/// Records an event of the page's own.
#[wasm_bindgen]
pub fn track(kind: &JsValue, properties: &JsValue) {
    if let Some(embed) = embed() {
        match kind.as_string().filter(|kind| !kind.trim_ascii().is_empty()) {
            Some(kind) => embed.track(&kind, properties),
            None => browser::report("track: expected the type of an event as text"),
        }
    }
}

/// Sets contact properties.
#[wasm_bindgen]
pub fn identify(properties: &JsValue) {
    if let Some(embed) = embed() {
        embed.identify(properties);
    }
}

/// The state of consent; before, sets it to `granted` or `denied`, if it is given.
#[wasm_bindgen]
pub fn consent(state: &JsValue) -> String {
    let Some(embed) = embed() else { return Consent::Pending.name().to_owned() };
    match state.as_string().as_deref() {
        Some("granted") => embed.grant(),
        Some("denied") => embed.deny(),
        None if state.is_undefined() => {}
        _ => browser::report("consent: expected `granted` or `denied`"),
    }
    embed.consent().name().to_owned()
}

/// Forgets the visitor, in all tabs.
#[wasm_bindgen]
pub fn forget() {
    if let Some(embed) = embed() {
        embed.forget();
    }
}

/// The scorecard of now as an object; null if there is none.
#[wasm_bindgen]
pub fn scorecard() -> JsValue {
    card::object_of(embed().and_then(|embed| embed.scorecard()).as_deref())
}

/// Scores and advances anew with what the second module knows.
#[wasm_bindgen]
pub fn score_again() {
    if let Some(embed) = embed() {
        embed.store.look_again();
        embed.settle_soon();
    }
}

/// What is remembered of the visitor, as the second module reads it, and the instant for which it is scored.
#[wasm_bindgen]
pub fn remembered() -> Option<Vec<JsValue>> {
    let (text, instant) = embed()?.remembered();
    Some(vec![text.into(), instant.into()])
}

/// Hands over the ledger, as JSON.
#[wasm_bindgen]
pub fn set_ledger(text: &str) {
    if let Some(embed) = embed() {
        embed.set_ledger(text);
    }
}

/// What was recorded, as the package reads contacts.
#[wasm_bindgen]
pub fn contact() -> JsValue {
    embed().map_or(JsValue::NULL, |embed| embed.contact())
}
