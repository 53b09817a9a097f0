//! Sorting rows: every row gets a whole number to be sorted by, and rows are sorted by that number and then by their place.

use super::{ScoredContacts, not_found};
use crate::Error;
use crate::contacts::reading::number;
use crate::contacts::{Column, Value};
use crate::scoring::property::PlannedProperty;
use crate::scoring::reading::lower;

/// What contacts may be sorted by.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The id, as a property.
    Id,
    /// The points of the score at this place in the ruleset.
    Score(usize),
    /// The bands of the set at this place in the ruleset, from the lowest to the highest.
    Band(usize),
    /// A property: values that are numbers by size, then all others as text without case. A value that the ruleset declares to be
    /// unknown is none.
    Property(String),
}

/// A row without a value.
const LAST: u32 = u32::MAX;

impl ScoredContacts<'_> {
    /// The rows in order, at least so many from the beginning.
    pub(super) fn sorted(
        &self,
        rows: Vec<u32>,
        sort: &Sort,
        descending: bool,
        first: usize,
    ) -> Result<Vec<u32>, Error> {
        let keys: Vec<u32> = match sort {
            Sort::Id => by_row(self.table.ids(), &ranks(self.table.ids(), &[])),
            Sort::Score(score) => {
                check("score", *score, self.results.score_ids().count())?;
                of_points(self.results.hundredths(*score))
            }
            Sort::Band(set) => {
                check("band", *set, self.results.band_ids().count())?;
                // Codes begin with the highest band.
                let labels = self.results.band_labels(*set).len() as u32;
                let key = |code: &u32| if *code == 0 { LAST } else { labels.saturating_sub(*code) };
                self.results.band_codes(*set).iter().map(key).collect()
            }
            Sort::Property(property) => {
                let column = self.column(property, "/sort/property")?;
                let planned = PlannedProperty::new(self.scorer.ruleset(), property);
                by_row(column, &ranks(column, &planned.declared(Some(column))))
            }
        };
        Ok(sorted_by(rows, &keys, descending, first))
    }
}

fn check(what: &str, place: usize, count: usize) -> Result<(), Error> {
    let missing = || not_found(&format!("/sort/{what}"), &format!("a place below {count}, found {place}"));
    if place < count { Ok(()) } else { Err(missing()) }
}

/// Sorted by their keys, rows that are alike staying in order. Keys are small whole numbers that many rows share, as a rule: counting how
/// often each occurs says where its rows go, in one walk over them for 16 bits of a key, and is several times as fast as comparing.
pub(crate) fn sorted_by(mut rows: Vec<u32>, keys: &[u32], descending: bool, first: usize) -> Vec<u32> {
    let most = keys.iter().filter(|key| **key != LAST).max().copied().unwrap_or(0);
    let place = |row: u32| match keys.get(row as usize) {
        None | Some(&LAST) => most + 1,
        Some(key) if descending => most - key,
        Some(key) => *key,
    };
    if first < rows.len() / 4 {
        retain_first(&mut rows, first, most + 1, place);
    }
    let sorted = sorted_by_digit(&rows, |row| place(row) as u16);
    if most < u32::from(u16::MAX) { sorted } else { sorted_by_digit(&sorted, |row| (place(row) >> 16) as u16) }
}

/// Leaves those rows that can be among the first, and as few others as counting says in one walk.
fn retain_first(rows: &mut Vec<u32>, first: usize, most: u32, place: impl Fn(u32) -> u32) {
    let shift = (u32::BITS - most.leading_zeros()).saturating_sub(u16::BITS);
    let mut counts = vec![0_usize; usize::from(u16::MAX) + 1];
    for row in rows.iter() {
        counts.get_mut((place(*row) >> shift) as usize).into_iter().for_each(|count| *count += 1);
    }
    let mut total = 0;
    let enough = counts.iter().position(|count| {
        total += count;
        total >= first
    });
    let last = enough.unwrap_or(usize::MAX);
    rows.retain(|row| (place(*row) >> shift) as usize <= last);
}

fn sorted_by_digit(rows: &[u32], digit: impl Fn(u32) -> u16) -> Vec<u32> {
    let mut ends = vec![0_u32; usize::from(u16::MAX) + 1];
    for row in rows {
        ends.get_mut(usize::from(digit(*row))).into_iter().for_each(|count| *count += 1);
    }
    let mut total = 0;
    for end in &mut ends {
        total += *end;
        *end = total;
    }
    let mut sorted = vec![0; rows.len()];
    for row in rows.iter().rev() {
        if let Some(end) = ends.get_mut(usize::from(digit(*row))) {
            *end -= 1;
            sorted.get_mut(*end as usize).into_iter().for_each(|place| *place = *row);
        }
    }
    sorted
}

/// Points as keys: their distance from the least, or, where that is too far, their place among the distinct ones.
pub(crate) fn of_points(points: &[i64]) -> Vec<u32> {
    let least = points.iter().min().copied().unwrap_or(0);
    let distance = |points: &i64| u32::try_from(points.checked_sub(least)?).ok().filter(|distance| *distance != LAST);
    let distances: Option<Vec<u32>> = points.iter().map(distance).collect();
    distances.unwrap_or_else(|| {
        let mut distinct = points.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        points.iter().map(|points| distinct.partition_point(|other| other < points) as u32).collect()
    })
}

/// The place of each code of a column among its distinct values; [`LAST`] for no value and for `unknown` codes, which ascend.
fn ranks(column: &Column, unknown: &[u32]) -> Vec<u32> {
    let known = column.dictionary().values().filter(|(code, _)| unknown.binary_search(code).is_err());
    let mut sorted: Vec<u128> = known.map(|(code, value)| beginning(&value.text()) << 32 | u128::from(code)).collect();
    sorted.sort_unstable();
    let text = |packed: u128| column.dictionary().value(packed as u32).map(Value::text).unwrap_or_default();
    let lowered = |packed: u128| lower(&text(packed)).into_owned();
    let mut ranks = vec![LAST; column.dictionary().len()];
    let mut rank = 0;
    let mut give = |packed: u128, rank: u32| {
        ranks.get_mut(packed as u32 as usize).into_iter().for_each(|own| *own = rank);
    };
    for alike in sorted.chunk_by_mut(|a, b| *a >> 32 == *b >> 32) {
        let is_text = alike.first().is_some_and(|first| first >> 32 >= TEXT);
        if alike.len() == 1 || !is_text {
            alike.iter().for_each(|packed| give(*packed, rank));
            rank += 1;
            continue;
        }
        alike.sort_by_cached_key(|packed| lowered(*packed));
        for same in alike.chunk_by(|a, b| lowered(*a) == lowered(*b)) {
            same.iter().for_each(|packed| give(*packed, rank));
            rank += 1;
        }
    }
    ranks
}

fn by_row(column: &Column, ranks: &[u32]) -> Vec<u32> {
    column.codes().iter().map(|code| ranks.get(*code as usize).copied().unwrap_or(LAST)).collect()
}

/// In [`beginning`], what texts have and numbers have not.
const TEXT: u128 = 1 << 95;

/// The beginning of a value as a number of 96 bits that compares as values do: numbers by size, after them texts by their first eleven
/// bytes in lower case. Numbers have no more than their beginning.
fn beginning(text: &str) -> u128 {
    if let Some(number) = number(text) {
        // Of floating-point numbers the bits compare as they do, once the sign is seen to; both zeros are one.
        let bits = (number + 0.0).to_bits();
        return u128::from(if bits >> 63 == 1 { !bits } else { bits | 1 << 63 });
    }
    let folded = |bytes: &[u8]| {
        let bytes = bytes.iter().copied().chain(std::iter::repeat(0)).take(11);
        bytes.fold(0, |beginning, byte| beginning << 8 | u128::from(byte.to_ascii_lowercase()))
    };
    TEXT | if text.is_ascii() { folded(text.as_bytes()) } else { folded(lower(text).as_bytes()) }
}
