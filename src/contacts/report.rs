//! What a file turned out to hold: columns with fill rate and kind, notes, left-out rows, likely placeholders for no value.
//!
//! In: a finished table and what was counted while it was read. Out: a document. It decides nothing: the ruleset says what is unknown.

use super::column::Column;
use super::dictionary::{Dictionary, Value};
use super::format::Format;
use super::names;
use super::notes::{LeftOut, LoadNote};
use super::reading;
use super::table::Table;
use serde::Serialize;

/// How many distinct values tell a column's kind.
const READ_FOR_KIND: usize = 1_000;

/// Among how many rows the most frequent values are looked for.
const ROWS_FOR_EXAMPLES: usize = 1_000;

const EXAMPLES: usize = 5;
const LONGEST_EXAMPLE: usize = 200;
const LISTED: usize = 100;

/// What a file turned out to hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LoadReport {
    /// The format in which it was read.
    pub format: Format,
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1252`.
    pub encoding: &'static str,
    /// Of a CSV.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// How many bytes the contacts were.
    pub bytes_read: u64,
    /// How many contacts there are.
    pub rows_read: usize,
    /// Rows that could not be read.
    pub rows_left_out: LeftOut,
    /// The columns, in the file's order.
    pub columns: Vec<ColumnReport>,
    /// What a reader of the file should know.
    pub notes: Vec<LoadNote>,
    /// Values that look like placeholders for no value.
    pub suggested_unknown_values: Vec<SuggestedUnknown>,
    /// If there are events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<EventsReport>,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnReport {
    /// As the file has it.
    pub name: String,
    /// HubSpot's internal name, if the column is one of HubSpot's under its label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub internal_name: Option<&'static str>,
    /// Rows with a value.
    pub filled: usize,
    /// Distinct values.
    pub distinct: usize,
    /// What nearly all values can be read as.
    pub kind: Kind,
    /// The most frequent values among the first rows.
    pub examples: Vec<String>,
}

/// What nearly all values of a column can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Nothing narrower.
    Text,
    /// Numbers.
    Number,
    /// Truth values.
    Boolean,
    /// Times.
    Time,
    /// Several values in one.
    List,
    /// There are no values.
    Empty,
}

/// A value that looks like a placeholder for no value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestedUnknown {
    /// The column's name.
    pub property: String,
    /// As the file has it.
    pub value: String,
    /// In how many rows.
    pub rows: usize,
}

/// What was read of events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventsReport {
    /// How many belong to contacts.
    pub read: usize,
    /// Those that could not be read.
    pub left_out: LeftOut,
    /// Those of contacts that are not in the file.
    pub unmatched: usize,
    /// How many there are of each type, the most frequent first.
    pub types: Vec<EventTypeReport>,
}

/// How many events there are of a type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventTypeReport {
    /// The type.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many.
    pub count: usize,
}

/// What is found of each column. `all_used` if every value in a dictionary is that of a row: rows may have been taken back.
pub(crate) fn columns(table: &Table, all_used: bool) -> Vec<ColumnReport> {
    let report = |column: &Column| ColumnReport {
        name: column.name().to_owned(),
        internal_name: names::internal_name(column.name()),
        filled: column.codes().iter().map(|code| usize::from(*code != 0)).sum(),
        distinct: if all_used { column.dictionary().len() - 1 } else { used(column) },
        kind: kind_of(column),
        examples: examples(column),
    };
    table.columns().iter().map(report).collect()
}

/// How many distinct values rows have.
fn used(column: &Column) -> usize {
    let mut seen = vec![false; column.dictionary().len()];
    let new =
        |code: &&u32| **code != 0 && seen.get_mut(**code as usize).is_some_and(|seen| !std::mem::replace(seen, true));
    column.codes().iter().filter(new).count()
}

/// What nearly all of the first distinct values can be read as.
pub(crate) fn kind<'v>(values: impl Iterator<Item = Value<'v>>) -> Kind {
    let values: Vec<Value<'_>> = values.take(READ_FOR_KIND).collect();
    let nearly_all = |is: fn(Value<'_>) -> bool| {
        let fit = values.iter().filter(|value| is(**value)).count();
        fit * 100 >= values.len() * 95
    };
    let is_list = |value: &&Value<'_>| matches!(value, Value::List(_)) || value.items().nth(1).is_some();
    // A list column has many single values too: half of the distinct ones having several is telling.
    let lists = values.iter().filter(is_list).count();
    // Written in 0 and 1 alone, of which only one occurs, truth values are a count as likely.
    let only_digits = matches!(values.as_slice(), [Value::Text("0" | "1")]);
    if values.is_empty() {
        Kind::Empty
    } else if nearly_all(|value| matches!(value, Value::Text(text) if reading::boolean(text).is_some())) && !only_digits
    {
        Kind::Boolean
    } else if nearly_all(|value| matches!(value, Value::Text(text) if reading::number(text).is_some())) {
        Kind::Number
    } else if nearly_all(|value| matches!(value, Value::Text(text) if reading::time(text).is_some())) {
        Kind::Time
    } else if lists * 2 >= values.len() || values.iter().any(|value| matches!(value, Value::List(_))) {
        Kind::List
    } else {
        Kind::Text
    }
}

/// What nearly all values of a column can be read as.
pub(crate) fn kind_of(column: &Column) -> Kind {
    kind(column.dictionary().values().map(|(_, value)| value))
}

fn examples(column: &Column) -> Vec<String> {
    let mut counts: Vec<(u32, usize)> = Vec::new();
    let mut codes: Vec<u32> =
        column.codes().iter().take(ROWS_FOR_EXAMPLES).copied().filter(|code| *code != 0).collect();
    codes.sort_unstable();
    for run in codes.chunk_by(|a, b| a == b) {
        counts.extend(run.first().map(|code| (*code, run.len())));
    }
    // Of equally frequent values those that come first.
    counts.sort_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
    if counts.is_empty() {
        counts.extend(column.codes().iter().find(|code| **code != 0).map(|code| (*code, 1)));
    }
    let shown = counts.iter().take(EXAMPLES).filter_map(|(code, _)| column.dictionary().value(*code));
    shown.map(shortened).collect()
}

fn shortened(value: Value<'_>) -> String {
    let text = value.text();
    match text.char_indices().nth(LONGEST_EXAMPLE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
        None => text.into_owned(),
    }
}

/// Texts that people and programs write for "no value", in lower case.
const PLACEHOLDERS: [&str; 28] = [
    "select",
    "unknown",
    "n/a",
    "na",
    "n.a.",
    "#n/a",
    "-",
    "--",
    "---",
    "–",
    "—",
    ".",
    "?",
    "none",
    "null",
    "(null)",
    "nil",
    "nan",
    "undefined",
    "not set",
    "(not set)",
    "not provided",
    "not specified",
    "not available",
    "(blank)",
    "blank",
    "empty",
    "tbd",
];

/// The placeholders that occur.
pub(crate) fn suggested_unknown(table: &Table) -> Vec<SuggestedUnknown> {
    let mut suggested = Vec::new();
    for column in table.columns() {
        for code in placeholders(column.dictionary()) {
            if suggested.len() == LISTED {
                return suggested;
            }
            let rows = column.codes().iter().filter(|found| **found == code).count();
            let value = column.dictionary().value(code).map(|value| value.text().into_owned());
            if let (Some(value), true) = (value, rows > 0) {
                suggested.push(SuggestedUnknown { property: column.name().to_owned(), value, rows });
            }
        }
    }
    suggested
}

/// The codes of placeholders, in the cases in which they are written: lower, upper, capitalised.
fn placeholders(dictionary: &Dictionary) -> Vec<u32> {
    let mut codes = Vec::new();
    for text in PLACEHOLDERS {
        let mut capitalised = text.to_owned();
        if let Some(first) = capitalised.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let titled: Vec<String> = text.split(' ').map(title).collect();
        for written in [text.to_owned(), text.to_ascii_uppercase(), capitalised, titled.join(" ")] {
            codes.extend(dictionary.find(Value::Text(&written)).filter(|code| !codes.contains(code)));
        }
    }
    codes.sort_unstable();
    codes
}

fn title(word: &str) -> String {
    let start = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(0);
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(start..start + 1) {
        first.make_ascii_uppercase();
    }
    word
}

/// How many events there are of each type.
pub(crate) fn event_types(table: &Table) -> Vec<EventTypeReport> {
    let types = table.events().types();
    let mut counts = vec![0_usize; types.dictionary().len()];
    for code in types.codes() {
        if let Some(count) = counts.get_mut(*code as usize) {
            *count += 1;
        }
    }
    let named = |(code, value): (u32, Value<'_>)| EventTypeReport {
        kind: value.text().into_owned(),
        count: counts.get(code as usize).copied().unwrap_or(0),
    };
    let mut reports: Vec<EventTypeReport> =
        types.dictionary().values().map(named).filter(|report| report.count > 0).collect();
    reports.sort_by_key(|report| std::cmp::Reverse(report.count));
    reports.truncate(LISTED);
    reports
}
