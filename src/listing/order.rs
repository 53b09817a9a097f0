//! Sorting rows: every row gets a whole number to be sorted by, and rows are sorted by that number and then by their place.

use super::ScoredContacts;
use crate::contacts::Column;
use crate::contacts::reading::number;
use crate::scoring::property::PlannedProperty;
use crate::scoring::reading::lower;
use crate::{Error, ErrorKind};
use std::borrow::Cow;
use std::cmp::Ordering;

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
    pub(super) fn sorted(&self, rows: Vec<u32>, sort: &Sort, descending: bool) -> Result<Vec<u32>, Error> {
        let keys: Vec<u32> = match sort {
            Sort::Id => by_row(self.table.ids(), &ranks(self.table.ids(), &[])),
            Sort::Score(score) => {
                self.check("a score", *score, self.results.score_ids().count())?;
                of_points(self.results.hundredths(*score))
            }
            Sort::Band(set) => {
                self.check("a band set", *set, self.results.band_ids().count())?;
                // Codes begin with the highest band.
                let labels = self.results.band_labels(*set).len() as u32;
                let key = |code: &u32| if *code == 0 { LAST } else { labels.saturating_sub(*code) };
                self.results.band_codes(*set).iter().map(key).collect()
            }
            Sort::Property(property) => {
                let column = self.column(property)?;
                let planned = PlannedProperty::new(self.scorer.ruleset(), property);
                by_row(column, &ranks(column, &planned.declared(Some(column))))
            }
        };
        Ok(sorted_by(rows, &keys, descending))
    }

    fn check(&self, what: &str, place: usize, count: usize) -> Result<(), Error> {
        let missing = || Error::new(ErrorKind::NotFound, format!("expected {what} below {count}, found {place}"));
        if place < count { Ok(()) } else { Err(missing()) }
    }
}

/// A key and its row in one number: sorting plain numbers is fast, and rows that are alike stay in order.
fn sorted_by(rows: Vec<u32>, keys: &[u32], descending: bool) -> Vec<u32> {
    let key = |row: u32| match keys.get(row as usize) {
        None | Some(&LAST) => LAST,
        Some(key) if descending => LAST - 1 - key,
        Some(key) => *key,
    };
    let mut packed: Vec<u64> = rows.into_iter().map(|row| u64::from(key(row)) << 32 | u64::from(row)).collect();
    packed.sort_unstable();
    packed.into_iter().map(|packed| packed as u32).collect()
}

/// Points as keys: their distance from the least, or, where that is too far, their place among the distinct ones.
fn of_points(points: &[i64]) -> Vec<u32> {
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

/// A value of a column, as it is compared.
struct Entry<'a> {
    code: u32,
    number: Option<f64>,
    /// The first eight bytes of the text, which decide most comparisons.
    beginning: u64,
    text: Cow<'a, str>,
}

impl Entry<'_> {
    /// Numbers come before texts.
    fn compare(&self, other: &Entry<'_>) -> Ordering {
        match (self.number, other.number) {
            (Some(own), Some(other)) => own.partial_cmp(&other).unwrap_or(Ordering::Equal),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => self.beginning.cmp(&other.beginning).then_with(|| self.text.cmp(&other.text)),
        }
    }
}

/// The place of each code of a column among its distinct values; [`LAST`] for no value and for `unknown` codes, which ascend.
fn ranks(column: &Column, unknown: &[u32]) -> Vec<u32> {
    let known = column.dictionary().values().filter(|(code, _)| unknown.binary_search(code).is_err());
    let mut entries: Vec<Entry<'_>> = known
        .map(|(code, value)| {
            let text = match value.text() {
                Cow::Borrowed(text) => lower(text),
                Cow::Owned(text) => Cow::Owned(lower(&text).into_owned()),
            };
            Entry { code, number: number(&text), beginning: beginning(&text), text }
        })
        .collect();
    entries.sort_unstable_by(Entry::compare);
    let mut ranks = vec![LAST; column.dictionary().len()];
    let mut rank = 0;
    for (place, entry) in entries.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| entries.get(before));
        rank += u32::from(before.is_some_and(|before| before.compare(entry).is_ne()));
        if let Some(own) = ranks.get_mut(entry.code as usize) {
            *own = rank;
        }
    }
    ranks
}

fn by_row(column: &Column, ranks: &[u32]) -> Vec<u32> {
    column.codes().iter().map(|code| ranks.get(*code as usize).copied().unwrap_or(LAST)).collect()
}

/// As a number that compares as the bytes do.
fn beginning(text: &str) -> u64 {
    let bytes = text.bytes().chain(std::iter::repeat(0)).take(8);
    bytes.fold(0, |beginning, byte| beginning << 8 | u64::from(byte))
}
