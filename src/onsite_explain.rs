//! The second module of the on-site embed: what few pages need. Ledgers, expressions and uncommon forms of times.
//!
//! It is asked by the first one's entry, in texts and numbers, and knows nothing of pages. Nothing here knows a rule of scoring.

use crate::contacts::names;
use crate::ruleset::compile_regex;
use crate::ruleset::published::{self, Decoded};
use crate::visitor::Visitor;
use crate::{Ruleset, explain, platform};
use regex_lite::Regex;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static RULESET: RefCell<Option<Ruleset>> = const { RefCell::new(None) };
    /// The expressions so far, by their text: a ruleset has few, and asks them of every visitor's value.
    static EXPRESSIONS: RefCell<Vec<(String, Option<Regex>)>> = const { RefCell::new(Vec::new()) };
}

/// Takes the bytes of a published ruleset, by which ledgers are from now on.
#[wasm_bindgen]
pub fn learn(rules: &[u8]) {
    if let Some(decoded) = published::decode(rules) {
        know(decoded);
    }
}

/// From now on this is the ruleset.
pub(crate) fn know(Decoded { ruleset, names }: Decoded) {
    names::know(names);
    RULESET.with(|known| known.replace(Some(ruleset)));
}

/// Asks the ruleset something, if there is one.
pub(crate) fn asked<T>(ask: impl FnOnce(&Ruleset) -> T) -> Option<T> {
    RULESET.with(|known| known.borrow().as_ref().map(ask))
}

/// The ledger of a visitor, as the first module writes one, as JSON text. Nothing where it cannot be read, or no rules were.
#[wasm_bindgen]
pub fn ledger(visitor: &str, as_of: f64) -> Option<String> {
    let visitor = Visitor::from_text(visitor).ok()?;
    asked(|ruleset| serde_json::to_string(&explain::ledger(ruleset, &visitor.table(), as_of as i64)).ok())?
}

/// Whether an expression matches a text. One that does not compile, which no published ruleset has, matches nothing.
#[wasm_bindgen]
pub fn matches(text: &str, expression: &str) -> bool {
    EXPRESSIONS.with(|known| {
        let mut known = known.borrow_mut();
        let place = known.iter().position(|(pattern, _)| pattern == expression).unwrap_or_else(|| {
            known.push((expression.to_owned(), compile_regex(expression).ok()));
            known.len() - 1
        });
        known.get(place).and_then(|(_, compiled)| compiled.as_ref()).is_some_and(|compiled| compiled.is_match(text))
    })
}

/// An instant in an uncommon form, in milliseconds since the epoch.
#[wasm_bindgen]
pub fn time(text: &str) -> Option<f64> {
    platform::uncommon_time(text).map(|instant| instant as f64)
}
