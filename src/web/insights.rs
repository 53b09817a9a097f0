//! What rules do over the contacts of a file.

use super::json;
use super::listing::{Asked, filter, read};
use super::table::Table;
use crate::listing::ScoredContacts;
use crate::ruleset::ResultFilter;
use crate::scoring::scorecard::as_map;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Table {
    /// What each criterion, group and score does over the contacts that meet a question's filter.
    pub fn insights(&self, evaluation: u32, question: &str) -> Result<String, JsValue> {
        let (scored, filter) = self.asked(evaluation, question)?;
        json(&scored.insights_keeping(filter.as_ref(), &self.kept))
    }

    /// How many of the contacts that meet a question's filter have each band.
    pub fn band_counts(&self, evaluation: u32, question: &str) -> Result<String, JsValue> {
        let (scored, filter) = self.asked(evaluation, question)?;
        json(&AsMap(&scored.band_counts(filter.as_ref())))
    }
}

impl Table {
    fn asked(&self, evaluation: u32, question: &str) -> Result<(ScoredContacts<'_>, Option<ResultFilter>), JsValue> {
        let scored = self.scored(evaluation)?;
        let filter = filter(scored.scorer.ruleset(), read::<Asked>(question)?.filter)?;
        Ok((scored, filter))
    }
}

/// Pairs as an object.
struct AsMap<'a, T>(&'a [(String, T)]);

impl<T: serde::Serialize> serde::Serialize for AsMap<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_map(self.0, serializer)
    }
}
