//! What a reader of a file should know: counted while it is read, worded when it is done.
//!
//! In: a kind of finding and the line it is about. Out: the notes and the left-out rows of a load report.

use serde::Serialize;

/// How many lines of one kind are listed.
const LISTED_LINES: usize = 20;

/// How many left-out rows are listed.
const LISTED_ROWS: usize = 100;

/// A note on a load.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LoadNote {
    /// Stable, such as `repeated_ids`.
    pub code: &'static str,
    /// What was found and what was done.
    pub message: String,
    /// How many rows, columns or characters it is about.
    pub count: usize,
    /// The first lines it is about, from 1.
    pub lines: Vec<usize>,
}

/// Rows that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LeftOut {
    /// How many there are.
    pub count: usize,
    /// The first hundred.
    pub first: Vec<LeftOutRow>,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOutRow {
    /// From 1.
    pub line: usize,
    /// What was expected and what was found.
    pub reason: String,
}

impl LeftOut {
    pub(crate) fn add(&mut self, line: usize, reason: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < LISTED_ROWS {
            self.first.push(LeftOutRow { line, reason: reason() });
        }
    }
}

/// The kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Finding {
    NoRows,
    MissingIds,
    RepeatedIds,
    BlankRows,
    ShortRows,
    LongRows,
    WrappedRows,
    DuplicateHeaders,
    BlankHeaders,
    TooManyColumns,
    UnclosedQuotes,
    NestedValues,
    ReplacedBytes,
    DroppedNuls,
}

impl Finding {
    fn code(self) -> &'static str {
        match self {
            Finding::NoRows => "no_rows",
            Finding::MissingIds => "missing_ids",
            Finding::RepeatedIds => "repeated_ids",
            Finding::BlankRows => "blank_rows",
            Finding::ShortRows => "short_rows",
            Finding::LongRows => "long_rows",
            Finding::WrappedRows => "wrapped_rows",
            Finding::DuplicateHeaders => "duplicate_headers",
            Finding::BlankHeaders => "blank_headers",
            Finding::TooManyColumns => "too_many_columns",
            Finding::UnclosedQuotes => "unclosed_quotes",
            Finding::NestedValues => "nested_values",
            Finding::ReplacedBytes => "replaced_bytes",
            Finding::DroppedNuls => "dropped_nuls",
        }
    }

    fn message(self, count: usize) -> String {
        let (one, s) = (count == 1, if count == 1 { "" } else { "s" });
        match self {
            Finding::NoRows => "the file has no contacts, only column names or an empty list".to_owned(),
            Finding::MissingIds if one => "1 contact has no id and is called by its row, such as \"row 1\"".to_owned(),
            Finding::MissingIds => {
                format!("{count} contacts have no id and are called by their rows, such as \"row 1\"")
            }
            Finding::RepeatedIds => {
                format!("{count} row{s} repeat the id of an earlier row; each is kept as a contact of its own")
            }
            Finding::BlankRows => format!("{count} row{s} without any value were skipped"),
            Finding::ShortRows => {
                format!("{count} row{s} have fewer fields than there are columns; the missing ones are unknown")
            }
            Finding::LongRows => {
                format!("{count} row{s} have more values than there are columns; those beyond the last were left out")
            }
            Finding::WrappedRows => format!("{count} row{s} were in quotes as a whole and have been unwrapped"),
            Finding::DuplicateHeaders => {
                format!("{count} column name{s} occur again; the first column of a name is the one that rules read")
            }
            Finding::BlankHeaders => {
                format!("{count} column{s} have no name and are called by their place, such as \"column 7\"")
            }
            Finding::TooManyColumns => format!("{count} column{s} beyond the first 10000 were left out"),
            Finding::UnclosedQuotes => format!("{count} line{s} open a quote that is never closed and were left out"),
            Finding::NestedValues => {
                format!("{count} value{s} are objects or lists of lists, which no rule reads, and were left out")
            }
            Finding::ReplacedBytes => {
                format!("{count} character{s} were not valid in the file's encoding and were replaced by \u{fffd}")
            }
            Finding::DroppedNuls => format!("{count} NUL character{s} were dropped"),
        }
    }
}

/// Findings as they are counted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    found: std::collections::BTreeMap<Finding, (usize, Vec<usize>)>,
}

impl Notes {
    /// Counts a finding on a line.
    pub(crate) fn add(&mut self, finding: Finding, line: usize) {
        let (count, lines) = self.found.entry(finding).or_default();
        *count += 1;
        if lines.len() < LISTED_LINES && lines.last() != Some(&line) {
            lines.push(line);
        }
    }

    /// Counts findings that are on no line in particular.
    pub(crate) fn add_count(&mut self, finding: Finding, count: usize) {
        if count > 0 {
            self.found.entry(finding).or_default().0 += count;
        }
    }

    /// Adds what was found elsewhere.
    pub(crate) fn join(&mut self, others: &Notes) {
        for (finding, (count, lines)) in &others.found {
            let (counted, known) = self.found.entry(*finding).or_default();
            *counted += count;
            known.extend(lines.iter().take(LISTED_LINES.saturating_sub(known.len())));
        }
    }

    /// The notes in words.
    pub(crate) fn worded(&self) -> Vec<LoadNote> {
        let worded = |(finding, (count, lines)): (&Finding, &(usize, Vec<usize>))| LoadNote {
            code: finding.code(),
            message: finding.message(*count),
            count: *count,
            lines: lines.clone(),
        };
        self.found.iter().map(worded).collect()
    }
}
