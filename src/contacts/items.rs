//! The distinct items of a column's lists, so that what is asked of items is asked once for each and not once for each list.

use super::dictionary::Dictionary;

/// The items of every value of a column, in lower case.
#[derive(Clone, Debug)]
pub(crate) struct Items {
    distinct: Dictionary,
    /// Where the items of each code begin, and at the end how many there are.
    starts: Vec<u32>,
    /// Codes of the distinct items, value by value.
    codes: Vec<u32>,
}

impl Items {
    /// The items of a dictionary's values. `None` if there are more than a table counts.
    pub(crate) fn new(values: &Dictionary) -> Option<Items> {
        let mut items = Items { distinct: Dictionary::default(), starts: vec![0, 0], codes: Vec::new() };
        let plain = values.is_lower_case();
        for (_, value) in values.values() {
            for item in value.items() {
                let code = if plain {
                    items.distinct.intern_text(item)
                } else {
                    items.distinct.intern_text(&item.to_lowercase())
                };
                items.codes.push(code.ok()?);
            }
            items.starts.push(u32::try_from(items.codes.len()).ok()?);
        }
        Some(items)
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
