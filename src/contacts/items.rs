//! The distinct items of a column's lists, so that what is asked of items is asked once for each and not once for each list.

use super::dictionary::Dictionary;
use crate::platform::to_lowercase;
use std::borrow::Cow;

/// The items of every value of a column, in lower case or as they were written.
#[derive(Clone, Debug)]
pub(crate) struct Items {
    distinct: Dictionary,
    /// Where the items of each code begin, and at the end how many there are.
    starts: Vec<u32>,
    /// Codes of the distinct items, value by value.
    codes: Vec<u32>,
}

impl Items {
    /// The items of a dictionary's values, in lower case. `None` if there are more than a table counts.
    pub(crate) fn new(values: &Dictionary) -> Option<Items> {
        let plain = values.is_lower_case();
        Items::of(values, |_| true, |item| if plain { item.into() } else { to_lowercase(item).into() })
    }

    /// The same as they were written, of those values whose codes are wanted.
    pub(crate) fn as_written(values: &Dictionary, wanted: impl Fn(u32) -> bool) -> Option<Items> {
        Items::of(values, wanted, |item| item.into())
    }

    fn of(values: &Dictionary, wanted: impl Fn(u32) -> bool, written: impl Fn(&str) -> Cow<'_, str>) -> Option<Items> {
        let mut items = Items { distinct: Dictionary::default(), starts: vec![0, 0], codes: Vec::new() };
        for (code, value) in values.values() {
            if wanted(code) {
                for item in value.items() {
                    items.codes.push(items.distinct.intern_text(&written(item)).ok()?);
                }
            }
            items.starts.push(u32::try_from(items.codes.len()).ok()?);
        }
        Some(items)
    }

    /// The items of a value, by their codes among the distinct ones.
    pub(crate) fn of_value(&self, code: u32) -> &[u32] {
        let at = |place: usize| self.starts.get(place).map(|start| *start as usize);
        let own = at(code as usize).zip(at(code as usize + 1)).and_then(|(start, end)| self.codes.get(start..end));
        own.unwrap_or(&[])
    }

    /// The distinct items, taken out of here.
    pub(crate) fn take_distinct(&mut self) -> Dictionary {
        std::mem::take(&mut self.distinct)
    }

    /// For each code, 0 first: what is true of any of its items, a bit for each question; nothing if it has none. The questions are
    /// asked once for each distinct item.
    pub(crate) fn any<'a>(&'a self, of_item: impl Fn(&str) -> u8) -> impl Iterator<Item = Option<u8>> + 'a {
        let distinct = self.distinct.values().map(|(_, item)| of_item(&item.text()));
        let decided: Vec<u8> = std::iter::once(0).chain(distinct).collect();
        self.starts.windows(2).map(move |range| {
            let own = match range {
                [start, end] => self.codes.get(*start as usize..*end as usize)?,
                _ => return None,
            };
            let of = |code: &u32| decided.get(*code as usize).copied().unwrap_or(0);
            (!own.is_empty()).then(|| own.iter().fold(0, |any, code| any | of(code)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_each_distinct_item_once() {
        let mut values = Dictionary::default();
        for value in ["A; b;a", ";", "B"] {
            values.intern_text(value).unwrap();
        }
        values.intern_list(["x;y", "b"].into_iter()).unwrap();
        let items = Items::new(&values).unwrap();
        let asked = std::cell::RefCell::new(Vec::new());
        let is_b = |item: &str| {
            asked.borrow_mut().push(item.to_owned());
            u8::from(item == "b")
        };
        assert_eq!(items.any(is_b).collect::<Vec<_>>(), [None, Some(1), None, Some(1), Some(1)]);
        assert_eq!(*asked.borrow(), ["a", "b", "x;y"]);
    }
}
