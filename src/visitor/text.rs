//! A visitor as text, for the browser's storage.
//!
//! The text is a row of numbers and texts. A number ends with a comma; a text is the number of its bytes, then the bytes, so that nothing in
//! it has to be written otherwise. In this order, where a list begins with how many things are in it, and the value of each name is one more:
//!
//! ```text
//! version, [name value …] of the page's own, [name value …] observed, [form mark …], suspicions,
//! [type time count [name value …] …] of events
//! ```
//!
//! What was changed by others is not to be trusted: it is read in time in proportion to the text, which cannot be longer than [`MOST_TEXT`],
//! without recursion. Nothing fails on the way. What cannot be read is remembered, reading goes on with nothing left, and the whole is
//! refused: to clean up after every part would take a good part of the download that visitors wait for.

use super::history::{Entry, History};
use super::observed::Observed;
use super::suspicion::Suspicions;
use super::{LATEST, Properties, Visitor};
use crate::whole;
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
        let mut reader = Reader { rest: text, failed: false };
        let version = reader.number(i64::MAX);
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        reader.expect(version == VERSION && text.len() <= MOST_TEXT);
        let visitor = reader.visitor();
        if reader.failed || !reader.rest.is_empty() { Err(Unreadable::Damaged) } else { Ok(visitor) }
    }
}

/// How many bytes names and values take when written.
pub(super) fn written(pairs: &[(String, String)]) -> usize {
    let mut text = String::new();
    write_pairs(&mut text, pairs);
    text.len()
}

#[inline(never)]
fn write_pairs(text: &mut String, pairs: &[(String, String)]) {
    write_number(text, pairs.len() as i64);
    for (name, value) in pairs {
        write_text(text, name);
        write_text(text, value);
    }
}

#[inline(never)]
fn write_number(text: &mut String, number: i64) {
    whole::write(text, number);
    text.push(',');
}

#[inline(never)]
fn write_text(text: &mut String, value: &str) {
    write_number(text, value.len() as i64);
    text.push_str(value);
}

/// Reads what was written, piece by piece.
struct Reader<'a> {
    rest: &'a str,
    failed: bool,
}

impl Reader<'_> {
    /// All that follows the version.
    fn visitor(&mut self) -> Visitor {
        let own = self.pairs();
        let observed = Observed { properties: self.pairs(), forms: self.pairs() };
        let suspicions = Suspicions(self.number(Suspicions::ALL) as u8);
        let mut entries = Vec::new();
        let mut before = 0;
        for _ in 0..self.length() {
            let entry = self.entry();
            self.expect(before <= entry.last);
            before = entry.last;
            entries.push(entry);
        }
        Visitor { own, observed, suspicions, history: History(entries) }
    }

    fn entry(&mut self) -> Entry {
        let kind = self.text();
        let last = self.number(LATEST);
        let count = self.number(u32::MAX.into()) as u32;
        self.expect(count > 0);
        Entry { kind, properties: self.pairs(), last, count }
    }

    #[inline(never)]
    fn pairs(&mut self) -> Properties {
        let mut pairs = Vec::new();
        for _ in 0..self.length() {
            pairs.push((self.text(), self.text()));
        }
        pairs
    }

    /// How many things follow. Each takes two bytes at least, so that a length that lies costs nothing.
    fn length(&mut self) -> i64 {
        self.number(self.rest.len() as i64 / 2)
    }

    /// Gives up unless something holds: there is nothing left to read, so that all that follows is short.
    #[inline(never)]
    fn expect(&mut self, holds: bool) {
        if !holds {
            self.failed = true;
            self.rest = "";
        }
    }

    /// A number that is not negative, and not above this one.
    #[inline(never)]
    fn number(&mut self, most: i64) -> i64 {
        let (digits, rest) = self.rest.split_once(',').unwrap_or_default();
        self.rest = rest;
        let number = whole::read(digits).unwrap_or(-1);
        let is_within = (0..=most).contains(&number);
        self.expect(is_within);
        if is_within { number } else { 0 }
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let length = self.number(MOST_TEXT as i64) as usize;
        let parts = self.rest.split_at_checked(length);
        self.expect(parts.is_some());
        let (text, rest) = parts.unwrap_or_default();
        self.rest = rest;
        text.to_owned()
    }
}
