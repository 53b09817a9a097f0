//! How often the values of a property occur.
//!
//! In: a column, and which of its rows count. Out: its distinct values, or the items of its lists, with how many rows have each.
//! Rows are counted by code: a text is looked at only where a search or a tie asks for it. It knows no ruleset.

use super::column::Column;
use super::dictionary::Value;
use super::items::Items;
use super::report::{self, Kind};
use super::table::Table;
use memchr::memmem::Finder;
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

/// Which of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueQuestion {
    /// Those in which this occurs, without case; all, if it is empty.
    pub search: String,
    /// How many of them to pass over.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

impl Default for ValueQuestion {
    fn default() -> ValueQuestion {
        ValueQuestion { search: String::new(), offset: 0, limit: 20 }
    }
}

/// How often values occur.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueCounts {
    /// How many distinct values there are.
    pub distinct: usize,
    /// How many of them meet the search.
    pub matching: usize,
    /// Rows, or events, without a value.
    pub without: usize,
    /// Those that were asked for, the most frequent first, equally frequent ones by their text.
    pub values: Vec<ValueCount>,
}

/// How often a value occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueCount {
    /// As it was written.
    pub value: String,
    /// How many rows, or events, have it.
    pub count: usize,
}

impl Table {
    /// How often each value of a property occurs; of a column that reads as lists each item, once for a contact. `None` if there is
    /// no such property, found as by [`Table::column`].
    ///
    /// ```
    /// use leadscore::contacts::ValueQuestion;
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let csv = b"id,Industry\n1,Retail\n2,Software\n3,Retail\n4,\n";
    /// let contacts = leadscore::contacts::read(csv, None, &Default::default())?.table;
    /// let counts = contacts.value_counts("industry", &ValueQuestion::default()).expect("there is an industry");
    /// assert_eq!((counts.distinct, counts.without), (2, 1));
    /// assert_eq!((counts.values[0].value.as_str(), counts.values[0].count), ("Retail", 2));
    ///
    /// let search = ValueQuestion { search: "soft".to_owned(), ..ValueQuestion::default() };
    /// assert_eq!(contacts.value_counts("industry", &search).map(|counts| counts.matching), Some(1));
    /// # Ok(())
    /// # }
    /// ```
    pub fn value_counts(&self, property: &str, question: &ValueQuestion) -> Option<ValueCounts> {
        let column = self.column(property, [])?;
        let tally = Tally::new(column, column.codes().iter().copied());
        Some(tally.read_as(report::kind_of(column)).counts(question))
    }
}

/// The distinct values of a column with how many rows have each, by code; without what rows that do not count have.
pub(crate) struct Tally<'t> {
    column: Cow<'t, Column>,
    counts: Vec<usize>,
    without: usize,
}

impl<'t> Tally<'t> {
    /// Counts codes of a column.
    pub(crate) fn new(column: &'t Column, codes: impl Iterator<Item = u32>) -> Tally<'t> {
        let mut counts = vec![0; column.dictionary().len()];
        codes.for_each(|code| counts.get_mut(code as usize).into_iter().for_each(|count| *count += 1));
        let without = counts.first_mut().map_or(0, std::mem::take);
        Tally { column: Cow::Borrowed(column), counts, without }
    }

    /// Of items, if the values read as lists.
    pub(super) fn read_as(self, kind: Kind) -> Tally<'t> {
        // Of more items than a table counts: the lists themselves.
        let items = (kind == Kind::List).then(|| self.items()).flatten();
        items.map_or(self, |(items, _)| items)
    }

    /// How many rows have each item, and which items each value has.
    pub(crate) fn items(&self) -> Option<(Tally<'static>, Items)> {
        let mut items = Items::as_written(self.column.dictionary(), |code| self.count(code) > 0)?;
        let column = Column::of_values(self.column.name(), items.take_distinct());
        let mut counts = vec![0; column.dictionary().len()];
        // The last value that had an item: an item that a value has twice counts once.
        let mut last = vec![0; counts.len()];
        let mut without = self.without;
        for code in self.occurring() {
            let own = items.of_value(code);
            without += if own.is_empty() { self.count(code) } else { 0 };
            for item in own {
                if let (Some(count), Some(last)) = (counts.get_mut(*item as usize), last.get_mut(*item as usize))
                    && std::mem::replace(last, code) != code
                {
                    *count += self.count(code);
                }
            }
        }
        Some((Tally { column: Cow::Owned(column), counts, without }, items))
    }

    /// The column of the values.
    pub(crate) fn column(&self) -> &Column {
        &self.column
    }

    /// How many rows have the value of a code.
    pub(crate) fn count(&self, code: u32) -> usize {
        self.counts.get(code as usize).copied().unwrap_or(0)
    }

    /// The codes of values that some row has.
    pub(crate) fn occurring(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..).zip(&self.counts).filter(|(_, count)| **count > 0).map(|(code, _)| code)
    }

    /// Leaves values out, as if no row had them.
    pub(crate) fn leave_out(&mut self, codes: &[u32]) {
        codes.iter().for_each(|code| self.counts.get_mut(*code as usize).into_iter().for_each(|count| *count = 0));
    }

    /// Leaves out the least frequent values where all together have more bytes of text than this, and those that have more by themselves;
    /// says how many. A value is counted for some bytes more than it has: looking at one at all costs that much.
    pub(crate) fn leave_out_beyond(&mut self, most: u64) -> usize {
        const EACH: u64 = 32;
        let bytes =
            |code: &u32| EACH + self.column.dictionary().value(*code).map_or(0, |value| value.text().len()) as u64;
        if self.occurring().map(|code| bytes(&code)).sum::<u64>() <= most {
            return 0;
        }
        let mut codes: Vec<u32> = self.occurring().collect();
        codes.sort_unstable_by_key(|code| (Reverse(self.count(*code)), *code));
        // One that is huge makes no room for itself at the cost of all after it.
        let mut left = most;
        codes.retain(|code| match left.checked_sub(bytes(code)) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        });
        self.leave_out(&codes);
        codes.len()
    }

    /// What a question asks for.
    pub(super) fn counts(&self, question: &ValueQuestion) -> ValueCounts {
        let mut codes: Vec<u32> = self.occurring().collect();
        let distinct = codes.len();
        if !question.search.is_empty() {
            let search = question.search.to_lowercase();
            let finder = Finder::new(&search);
            let plain = self.column.is_lower_case();
            let found = |value: Value<'_>| {
                let text = value.text();
                let lowered = if plain { text } else { text.to_lowercase().into() };
                finder.find(lowered.as_bytes()).is_some()
            };
            codes.retain(|code| self.column.dictionary().value(*code).is_some_and(found));
        }
        let matching = codes.len();
        let values = self.most_frequent(codes, question.offset, question.limit);
        ValueCounts { distinct, matching, without: self.without, values }
    }

    /// The most frequent of some values, after those that are passed over. Only those that are asked for are put in order.
    pub(crate) fn most_frequent(&self, mut codes: Vec<u32>, offset: usize, limit: usize) -> Vec<ValueCount> {
        if offset >= codes.len() || limit == 0 {
            return Vec::new();
        }
        self.select(&mut codes, offset);
        let mut window = codes.split_off(offset);
        self.keep_most_frequent(&mut window, limit);
        window.sort_unstable_by(|a, b| self.order(*a, *b));
        let value = |code: u32| {
            let value = self.column.dictionary().value(code)?.text().into_owned();
            Some(ValueCount { value, count: self.count(code) })
        };
        window.into_iter().filter_map(value).collect()
    }

    /// Drops all but the most frequent of some values. They are in no order.
    pub(crate) fn keep_most_frequent(&self, codes: &mut Vec<u32>, limit: usize) {
        if limit < codes.len() {
            self.select(codes, limit);
            codes.truncate(limit);
        }
    }

    /// Puts those that come before a place before it, and all others after it.
    fn select(&self, codes: &mut [u32], place: usize) {
        codes.select_nth_unstable_by(place, |a, b| self.order(*a, *b));
    }

    fn order(&self, a: u32, b: u32) -> Ordering {
        let text = |code| self.column.dictionary().value(code).map(Value::text);
        self.count(b).cmp(&self.count(a)).then_with(|| text(a).cmp(&text(b))).then(a.cmp(&b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(most: u64) -> (usize, Vec<String>) {
        let csv = b"id,x\n1,once\n2,twice\n3,thrice\n4,twice\n5,thrice\n6,thrice\n";
        let table = crate::contacts::read(csv, None, &Default::default()).unwrap().table;
        let column = table.column("x", []).unwrap();
        let mut tally = Tally::new(column, column.codes().iter().copied());
        let left_out = tally.leave_out_beyond(most);
        (left_out, tally.counts(&ValueQuestion::default()).values.into_iter().map(|value| value.value).collect())
    }

    #[test]
    fn what_is_too_much_text_leaves_the_most_frequent_values() {
        let all = 3 * 32 + "oncetwicethrice".len() as u64;
        assert_eq!(left(all), (0, vec!["thrice".into(), "twice".into(), "once".into()]));
        assert_eq!(left(all - 1), (1, vec!["thrice".into(), "twice".into()]));
        assert_eq!(
            left(all - 37),
            (1, vec!["thrice".into(), "once".into()]),
            "twice does not fit, which is no bar to once"
        );
        assert_eq!(left(0), (3, Vec::new()));
    }
}
