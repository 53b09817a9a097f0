//! The report on a load for people: what was read, and what they should know about it. Short; the JSON has everything.

use super::inputs::{CheckedRuleset, Inputs};
use super::source::Source;
use super::terminal::{self, counted, paragraph, shortened, thousands};
use anstyle::Style;
use leadscore::contacts::report::{EventsReport, SuggestedUnknown};
use leadscore::contacts::{LeftOut, LoadNote, LoadReport, Table, names};
use leadscore::scoring::{Needed, ScoreReport, Unreadable};
use serde::Serialize;

/// How many lines, rows and values are named before it says how many more there are.
pub const NAMED: usize = 5;

/// How much of a value is shown.
const LONGEST_VALUE: usize = 40;

/// What was met while reading and while scoring, as one document.
#[derive(Serialize)]
pub struct Report<'a> {
    /// While reading.
    pub load: &'a LoadReport,
    /// While scoring.
    pub score: &'a ScoreReport,
}

/// What was scored by what.
pub struct Scored<'a> {
    /// The files.
    pub inputs: &'a Inputs,
    /// The ruleset.
    pub checked: &'a CheckedRuleset,
    /// The contacts.
    pub table: &'a Table,
}

impl Scored<'_> {
    /// The report as text.
    pub fn text(&self, report: &Report<'_>, width: usize) -> String {
        let Inputs { ruleset, contacts, .. } = self.inputs;
        let mut page = Page { text: String::new(), width };
        page.paragraph(&self.summary(report));
        if self.checked.warnings > 0 {
            let warnings = counted(self.checked.warnings, "warning");
            page.item(NOTE, &format!("{warnings} about {ruleset}: `leadscore check` shows what is suspect"));
        }
        page.left_out(contacts, "row", &report.load.rows_left_out);
        if let Some(events) = &report.load.events {
            self.events(events, &mut page);
        }
        // Unclosed quotes are among the rows left out.
        report.load.notes.iter().filter(|note| note.code != "unclosed_quotes").for_each(|note| page.note(note));
        scoring(report.score, &mut page);
        let placeholders = self.undeclared_placeholders(report.load);
        if !placeholders.is_empty() {
            let placeholders = enumerated(placeholders.into_iter());
            page.item(
                HINT,
                &format!("may stand for no value: {placeholders}; if so, list it in the ruleset's `unknown_values`"),
            );
        }
        page.text
    }

    fn summary(&self, report: &Report<'_>) -> String {
        let Inputs { contacts, events, .. } = self.inputs;
        let mut text = format!("{} in {contacts}", counted(report.load.rows_read, "contact"));
        if let Some(read) = &report.load.events {
            text += &format!(", {}", counted(read.read, "event"));
            if let Some(events) = events {
                text += &format!(" in {events}");
            }
        }
        text + &format!(", scored as of {}", report.score.as_of)
    }

    fn events(&self, events: &EventsReport, page: &mut Page) {
        let Inputs { contacts, events: file, .. } = self.inputs;
        page.left_out(file.as_ref().unwrap_or(contacts), "event", &events.left_out);
        if events.unmatched > 0 {
            let unmatched = counted(events.unmatched, "event");
            page.item(WARNING, &format!("{unmatched} of contacts that are not in {contacts} left out"));
        }
    }

    /// Values that look like placeholders, and that the ruleset does not declare: each with how often it occurs.
    fn undeclared_placeholders(&self, load: &LoadReport) -> Vec<String> {
        let mut undeclared: Vec<(&str, usize, usize)> = Vec::new();
        for SuggestedUnknown { property, value, rows } in &load.suggested_unknown_values {
            if self.declares_unknown(property, value) {
                continue;
            }
            match undeclared.iter_mut().find(|(known, ..)| known == value) {
                Some((_, columns, values)) => (*columns, *values) = (*columns + 1, *values + rows),
                None => undeclared.push((value, 1, *rows)),
            }
        }
        let worded = |(value, columns, values): (&str, usize, usize)| {
            format!("{} ({} in {})", quoted(value), counted(values, "row"), counted(columns, "column"))
        };
        undeclared.into_iter().map(worded).collect()
    }

    fn declares_unknown(&self, column: &str, value: &str) -> bool {
        let ruleset = &self.checked.ruleset;
        let declares = |declared: &[String]| declared.iter().any(|declared| names::same(declared, value));
        let of_column = ruleset.properties.iter().filter(|property| {
            let aliases = property.aliases.iter().map(String::as_str);
            self.table.column(&property.name, aliases).is_some_and(|found| found.name() == column)
        });
        declares(&ruleset.unknown_values) || of_column.into_iter().any(|property| declares(&property.unknown_values))
    }
}

fn scoring(score: &ScoreReport, page: &mut Page) {
    if !score.missing_properties.is_empty() {
        let missing = enumerated(score.missing_properties.iter().cloned());
        page.item(WARNING, &format!("rules use properties that the contacts do not have: {missing}"));
    }
    score.unreadable.iter().for_each(|unreadable| page.unreadable(unreadable));
    if score.events_after_as_of > 0 {
        let later = counted(score.events_after_as_of, "event");
        page.item(NOTE, &format!("not counted yet: {later} after {}", score.as_of));
    }
}

/// What should be looked at.
pub const WARNING: (&str, Style) = ("warning", terminal::WARNING);
/// What should be known.
pub const NOTE: (&str, Style) = ("note", terminal::NOTE);
const HINT: (&str, Style) = ("hint", terminal::NOTE);

/// A report as it is put together.
pub struct Page {
    /// What is there so far.
    pub text: String,
    /// To which it is wrapped.
    pub width: usize,
}

impl Page {
    /// A sentence.
    pub fn paragraph(&mut self, text: &str) {
        self.text += &paragraph("", text, self.width);
        self.text.push('\n');
    }

    /// A sentence behind a word that says how much it matters.
    pub fn item(&mut self, (word, style): (&str, Style), text: &str) {
        let wrapped = paragraph(&format!("{word}: "), text, self.width);
        let rest = wrapped.strip_prefix(word).and_then(|rest| rest.strip_prefix(':')).unwrap_or(&wrapped);
        self.text += &format!("{style}{word}:{style:#}{rest}\n");
    }

    fn left_out(&mut self, source: &Source, thing: &str, left_out: &LeftOut) {
        if left_out.count == 0 {
            return;
        }
        self.item(WARNING, &format!("{} of {source} left out", counted(left_out.count, thing)));
        for row in left_out.first.iter().take(NAMED) {
            self.text += &paragraph(&format!("  line {}: ", row.line), &shortened(&row.reason, 200), self.width);
            self.text.push('\n');
        }
        let more = left_out.count.saturating_sub(NAMED);
        if more > 0 {
            self.text += &format!("  and {} more\n", thousands(more));
        }
    }

    fn note(&mut self, note: &LoadNote) {
        let lines = enumerated(note.lines.iter().map(usize::to_string));
        let places = match note.lines.len() {
            0 => String::new(),
            1 => format!(" (line {lines})"),
            _ => format!(" (lines {lines})"),
        };
        self.item(NOTE, &format!("{}{places}", note.message));
    }

    fn unreadable(&mut self, unreadable: &Unreadable) {
        let needed = match unreadable.needed {
            Needed::Number => "a number",
            Needed::Boolean => "true or false",
            Needed::Time => "a time",
        };
        let examples = enumerated(unreadable.examples.iter().map(|example| quoted(example)));
        let (property, rows) = (&unreadable.property, counted(unreadable.rows, "row"));
        let text = format!("{property} cannot be read as {needed} in {rows} and counts as unknown there: {examples}");
        self.item(WARNING, &text);
    }
}

/// A value as it is named in a report.
pub fn quoted(value: &str) -> String {
    format!("\"{}\"", shortened(value, LONGEST_VALUE))
}

/// The first few, and how many more there are.
pub fn enumerated(things: impl ExactSizeIterator<Item = String>) -> String {
    let more = things.len().saturating_sub(NAMED);
    let mut named = things.take(NAMED).collect::<Vec<_>>().join(", ");
    if more > 0 {
        named += &format!(" and {} more", thousands(more));
    }
    named
}
