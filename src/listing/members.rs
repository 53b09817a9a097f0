//! Who is on the lists of a ruleset. What filters make of a list is decided elsewhere; here stands who is named, and what is known so far.

use super::ScoredContacts;
use crate::contacts::Column;
use crate::scoring::reading::lower;
use std::collections::{HashMap, HashSet};

/// Who is on each of some lists: a bit for each contact, as there may be many of both.
#[derive(Default)]
pub(crate) struct Members {
    by_list: HashMap<usize, Vec<u64>>,
}

impl Members {
    pub(super) fn insert(&mut self, list: usize, on: &[bool]) {
        let bits = |rows: &[bool]| rows.iter().rev().fold(0, |bits, on| bits << 1 | u64::from(*on));
        self.by_list.insert(list, on.chunks(64).map(bits).collect());
    }

    /// Whether a contact is on a list.
    pub(crate) fn is_on(&self, list: usize, row: usize) -> bool {
        let word = self.by_list.get(&list).and_then(|words| words.get(row / 64));
        word.is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// For each of so many contacts, whether it is on a list.
    pub(crate) fn of(&self, list: usize, rows: usize) -> Vec<bool> {
        let words = self.by_list.get(&list).map_or(&[][..], Vec::as_slice);
        let bits = words.iter().flat_map(|word| (0..64).map(move |bit| word >> bit & 1 == 1));
        bits.chain(std::iter::repeat(false)).take(rows).collect()
    }
}

impl ScoredContacts<'_> {
    /// Every contact that is named by its id or, without case, by its email address. Rows without an id have no name.
    pub(super) fn named(&self, members: &[String]) -> Vec<bool> {
        let ids: HashSet<&str> = members.iter().map(|member| member.trim()).collect();
        let emails: HashSet<String> =
            ids.iter().filter(|member| member.contains('@')).map(|member| lower(member).into_owned()).collect();
        let mut named = vec![false; self.results.rows()];
        mark(&mut named, self.table.ids(), |id| ids.contains(id));
        if let (false, Ok(column)) = (emails.is_empty(), self.column("email", "")) {
            mark(&mut named, column, |email| emails.contains(lower(email).as_ref()));
        }
        named
    }
}

/// Marks the rows with a value that is asked for. Each distinct value is looked at once.
fn mark(rows: &mut [bool], column: &Column, asked: impl Fn(&str) -> bool) {
    let values = column.dictionary().values().map(|(_, value)| asked(value.text().trim()));
    let by_code: Vec<bool> = std::iter::once(false).chain(values).collect();
    for (row, code) in rows.iter_mut().zip(column.codes()) {
        *row |= by_code.get(*code as usize).copied().unwrap_or(false);
    }
}
