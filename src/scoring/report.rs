//! What was met while scoring that a user should know: missing properties, values that could not be read, events yet to come.

use super::reading::Needed;
use crate::contacts::Column;
use serde::Serialize;

/// What was met while scoring.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreReport {
    /// The instant of the evaluation, ISO 8601 in UTC.
    pub as_of: String,
    /// Events that do not exist yet at that instant.
    pub events_after_as_of: usize,
    /// Properties that rules use and the contacts do not have.
    pub missing_properties: Vec<String>,
    /// Values that rules needed as something they could not be read as.
    pub unreadable: Vec<Unreadable>,
}

/// Values of a property that could not be read as what a rule needs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unreadable {
    /// The property.
    pub property: String,
    /// What was needed.
    pub needed: Needed,
    /// How many contacts have such a value.
    pub rows: usize,
    /// Some of the values, at most five.
    pub examples: Vec<String>,
}

impl Unreadable {
    /// From the codes, ascending, that cannot be read.
    pub(crate) fn new(property: &str, needed: Needed, column: &Column, codes: &[u32]) -> Unreadable {
        let rows = column.codes().iter().filter(|code| codes.binary_search(code).is_ok()).count();
        let examples = codes.iter().take(5).filter_map(|code| column.dictionary().value(*code));
        let examples = examples.map(|value| value.text().into_owned()).collect();
        Unreadable { property: property.to_owned(), needed, rows, examples }
    }
}
