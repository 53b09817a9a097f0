//! Rows of numbers and texts, the form of all that the embed keeps.
//!
//! In: numbers, texts, pairs of texts, one after another. Out: one text, and back. A number ends with a comma; a text is the number of its bytes,
//! then the bytes, so that nothing in it has to be written otherwise. A list begins with how many things are in it.
//!
//! What was changed by others is not to be trusted: it is read in time in proportion to the text, without recursion. Nothing fails on the way. What
//! cannot be read is remembered, reading goes on with nothing left, and the whole is refused: to clean up after every part would take a good
//! part of the download that visitors wait for.

use super::Properties;
use crate::whole;

/// Appends a number that is not negative.
#[inline(never)]
pub(crate) fn write_number(row: &mut String, number: i64) {
    whole::write(row, number);
    row.push(',');
}

/// Appends a text.
#[inline(never)]
pub(crate) fn write_text(row: &mut String, text: &str) {
    write_number(row, text.len() as i64);
    row.push_str(text);
}

/// Appends how many pairs there are, and each.
#[inline(never)]
pub(crate) fn write_pairs(row: &mut String, pairs: &[(String, String)]) {
    write_number(row, pairs.len() as i64);
    for (name, value) in pairs {
        write_text(row, name);
        write_text(row, value);
    }
}

/// Reads a row, piece by piece.
pub(crate) struct Reader<'a> {
    rest: &'a str,
    failed: bool,
}

impl<'a> Reader<'a> {
    /// Begins at the beginning.
    pub(crate) fn new(row: &'a str) -> Reader<'a> {
        Reader { rest: row, failed: false }
    }

    /// Whether all of the row was read, and nothing in it was wrong.
    pub(crate) fn is_well_read(&self) -> bool {
        !self.failed && self.rest.is_empty()
    }

    /// All that has not been read; then nothing is left.
    #[cfg_attr(
        not(feature = "onsite"),
        allow(dead_code, reason = "only what the embed keeps has something behind a row")
    )]
    pub(crate) fn rest(&mut self) -> &'a str {
        std::mem::take(&mut self.rest)
    }

    /// How many things follow. Each takes two bytes at least, so that a length that lies costs nothing.
    pub(crate) fn length(&mut self) -> i64 {
        self.number(self.rest.len() as i64 / 2)
    }

    /// Gives up unless something holds: there is nothing left to read, so that all that follows is short.
    #[inline(never)]
    pub(crate) fn expect(&mut self, holds: bool) {
        if !holds {
            self.failed = true;
            self.rest = "";
        }
    }

    /// A number that is not negative, and not above this one.
    #[inline(never)]
    pub(crate) fn number(&mut self, most: i64) -> i64 {
        let (digits, rest) = self.rest.split_once(',').unwrap_or_default();
        self.rest = rest;
        let number = whole::read(digits).unwrap_or(-1);
        let is_within = (0..=most).contains(&number);
        self.expect(is_within);
        if is_within { number } else { 0 }
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(&mut self) -> String {
        let length = self.number(self.rest.len() as i64) as usize;
        let parts = self.rest.split_at_checked(length);
        self.expect(parts.is_some());
        let (text, rest) = parts.unwrap_or_default();
        self.rest = rest;
        text.to_owned()
    }

    /// Pairs of texts.
    #[inline(never)]
    pub(crate) fn pairs(&mut self) -> Properties {
        let mut pairs = Vec::new();
        for _ in 0..self.length() {
            pairs.push((self.text(), self.text()));
        }
        pairs
    }
}
