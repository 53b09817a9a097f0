//! What contacts and their events hold: values with how often they occur, types of events, and what of it a ruleset does not know.

use super::json;
use super::table::{Evaluation, Table};
use super::thrown::thrown;
use crate::contacts::ValueQuestion;
use crate::coverage::Coverage;
use crate::listing::no_property;
use crate::{Error, ErrorKind};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Table {
    /// How often each value of a property of contacts occurs.
    pub fn value_counts(&self, property: &str, search: String, offset: usize, limit: usize) -> Result<String, JsValue> {
        let counts = self.table.value_counts(property, &ValueQuestion { search, offset, limit });
        json(&counts.ok_or_else(|| thrown(&no_property(property, "/property")))?)
    }

    /// The types of events, with the properties that their events have.
    pub fn event_types(&self) -> Result<String, JsValue> {
        json(&self.table.events().described_types())
    }

    /// How often each value of a property of the events of a type occurs.
    pub fn event_value_counts(
        &self,
        kind: &str,
        property: &str,
        search: String,
        offset: usize,
        limit: usize,
    ) -> Result<String, JsValue> {
        let of_type =
            self.table.events().of_type(kind).ok_or_else(|| missing("/type", "a type of the events", kind))?;
        let counts = of_type.value_counts(property, &ValueQuestion { search, offset, limit });
        json(&counts.ok_or_else(|| missing("/property", "a property of the events", property))?)
    }

    /// What the ruleset of an evaluation does not know of the contacts.
    pub fn coverage(&self, evaluation: u32) -> Result<String, JsValue> {
        let Evaluation { scorer, results, .. } = self.evaluation(evaluation)?;
        json(&Coverage::of(scorer.ruleset(), &self.table, results.as_of()))
    }
}

fn missing(path: &str, expected: &str, found: &str) -> JsValue {
    let shown: String = found.chars().take(100).collect();
    thrown(&Error::at(ErrorKind::NotFound, path.to_owned(), &format!("expected {expected}, found \"{shown}\"")))
}
