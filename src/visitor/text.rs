//! A visitor as text, for the browser's storage.
//!
//! The text is a [row](super::row) of numbers and texts, in this order:
//!
//! ```text
//! version, [name value …] of the page's own, [name value …] observed, [form mark …], suspicions,
//! [type time count [name value …] …] of events
//! ```
//!
//! It cannot be longer than [`MOST_TEXT`].

use super::history::{Entry, History};
use super::observed::Observed;
use super::row::{Reader, write_number, write_pairs, write_text};
use super::suspicion::Suspicions;
use super::{LATEST, Visitor};
use std::fmt;

/// The most bytes that a text has.
pub const MOST_TEXT: usize = 48 * 1024;
/// The version of the form that is written.
const VERSION: i64 = 1;

/// Why a text is no visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version wrote it.
    Newer,
    /// It was cut or changed, or is something else.
    Damaged,
}

impl Unreadable {
    /// In words.
    pub fn message(self) -> &'static str {
        match self {
            Unreadable::Newer => "expected a visitor of version 1, found one of a newer version; load the newer script",
            Unreadable::Damaged => "expected a stored visitor, found something else; it starts anew",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl std::error::Error for Unreadable {}

impl Visitor {
    /// The visitor as text; never longer than [`MOST_TEXT`].
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        write_number(&mut text, VERSION);
        write_pairs(&mut text, &self.own);
        write_pairs(&mut text, &self.observed.properties);
        write_pairs(&mut text, &self.observed.forms);
        write_number(&mut text, i64::from(self.suspicions.0));
        write_number(&mut text, self.history.0.len() as i64);
        for entry in &self.history.0 {
            write_text(&mut text, &entry.kind);
            write_number(&mut text, entry.last);
            write_number(&mut text, i64::from(entry.count));
            write_pairs(&mut text, &entry.properties);
        }
        text
    }

    /// The visitor that [`Visitor::to_text`] wrote.
    pub fn from_text(text: &str) -> Result<Visitor, Unreadable> {
        let mut reader = Reader::new(text);
        let version = reader.number(i64::MAX);
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        reader.expect(version == VERSION && text.len() <= MOST_TEXT);
        let visitor = visitor(&mut reader);
        if reader.is_well_read() { Ok(visitor) } else { Err(Unreadable::Damaged) }
    }
}

/// How many bytes names and values take when written.
pub(super) fn written(pairs: &[(String, String)]) -> usize {
    let mut text = String::new();
    write_pairs(&mut text, pairs);
    text.len()
}

/// All that follows the version.
fn visitor(reader: &mut Reader<'_>) -> Visitor {
    let own = reader.pairs();
    let observed = Observed { properties: reader.pairs(), forms: reader.pairs() };
    let suspicions = Suspicions(reader.number(Suspicions::ALL) as u8);
    let mut entries = Vec::new();
    let mut before = 0;
    for _ in 0..reader.length() {
        let entry = entry(reader);
        reader.expect(before <= entry.last);
        before = entry.last;
        entries.push(entry);
    }
    Visitor { own, observed, suspicions, history: History(entries) }
}

fn entry(reader: &mut Reader<'_>) -> Entry {
    let kind = reader.text();
    let last = reader.number(LATEST);
    let count = reader.number(u32::MAX.into()) as u32;
    reader.expect(count > 0);
    Entry { kind, properties: reader.pairs(), last, count }
}
