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
    /// Lines that a quote has swallowed.
    pub(crate) fn add_unclosed_quote(&mut self, first: usize, last: usize) {
        self.add(first, || match last > first {
            true => format!("a quote opens on this line and is never closed; lines {first} to {last} were left out"),
            false => "a quote opens on this line and is never closed".to_owned(),
        });
    }

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
        let of = |one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        match self {
            Finding::NoRows => "the file has no contacts, only column names or an empty list".to_owned(),
            Finding::MissingIds => of(
                "contact has no id and is called by its row",
                "contacts have no id and are called by their rows, such as \"row 1\"",
            ),
            Finding::RepeatedIds => of(
                "row repeats the id of an earlier one and is kept as a contact of its own",
                "rows repeat the id of an earlier one; each is kept as a contact of its own",
            ),
            Finding::BlankRows => of("row without any value was skipped", "rows without any value were skipped"),
            Finding::ShortRows => of(
                "row has fewer fields than there are columns; the missing ones are unknown",
                "rows have fewer fields than there are columns; the missing ones are unknown",
            ),
            Finding::LongRows => of(
                "row has more values than there are columns; those beyond the last were left out",
                "rows have more values than there are columns; those beyond the last were left out",
            ),
            Finding::WrappedRows => of(
                "row was in quotes as a whole and has been unwrapped",
                "rows were in quotes as a whole and have been unwrapped",
            ),
            Finding::DuplicateHeaders => of(
                "column has the name of an earlier one; rules read the earlier one",
                "columns have the name of an earlier one; rules read the earlier one",
            ),
            Finding::BlankHeaders => of(
                "column has no name and is called by its place, such as \"column 7\"",
                "columns have no name and are called by their places, such as \"column 7\"",
            ),
            Finding::TooManyColumns => of(
                "value or column name beyond the first 10000 columns was left out",
                "values or column names beyond the first 10000 columns were left out",
            ),
            Finding::UnclosedQuotes => of(
                "line opens a quote that is never closed and was left out",
                "lines open a quote that is never closed and were left out",
            ),
            Finding::NestedValues => of(
                "value is an object or a list of such, which no rule reads, and was left out",
                "values are objects or lists of such, which no rule reads, and were left out",
            ),
            Finding::ReplacedBytes => of(
                "character was not valid in the file's encoding and was replaced by \u{fffd}",
                "characters were not valid in the file's encoding and were replaced by \u{fffd}",
            ),
            Finding::DroppedNuls => of("NUL character was dropped", "NUL characters were dropped"),
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
