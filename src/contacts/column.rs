//! The values of one property, and what was read of them: numbers, times, items, each once per distinct value.

use super::dictionary::{Dictionary, DictionaryFull, Value};
use super::items::Items;
use super::reading;
use std::sync::OnceLock;

/// In [`Column::times`], that a value is no time. It is no instant that is read either.
pub const NO_TIME: i64 = i64::MIN;

/// The values of one property: a code per row into a dictionary.
#[derive(Clone, Debug, Default)]
pub struct Column {
    name: String,
    pub(super) codes: Vec<u32>,
    pub(super) dictionary: Dictionary,
    /// What the values are as numbers, times and lists, and whether all are in lower case, once somebody asked.
    numbers: OnceLock<Vec<f64>>,
    times: OnceLock<Vec<i64>>,
    lower_case: OnceLock<bool>,
    items: OnceLock<Option<Items>>,
}

impl Column {
    /// A column without rows.
    pub fn new(name: impl Into<String>) -> Column {
        Column { name: name.into(), ..Column::default() }
    }

    /// A column of one row with a value, or none where it is blank.
    pub(super) fn of_one(name: &str, value: &str) -> Column {
        let mut column = Column::new(name);
        let code = column.dictionary.intern_text(value).unwrap_or(0);
        column.codes.push(code);
        column
    }

    /// This column with other values, blank for none, in some rows, given in order. Each distinct value is looked up once.
    pub(super) fn with(&self, rows: usize, others: &[(usize, &str)]) -> Result<Column, DictionaryFull> {
        let mut column = Column::new(self.name());
        let mut known: Vec<Option<u32>> = vec![None; self.dictionary.len() + 1];
        let mut others = others.iter().peekable();
        for row in 0..rows {
            let code = match others.next_if(|(other, _)| *other == row) {
                Some((_, text)) => column.dictionary.intern_text(text)?,
                None => {
                    let own = self.codes.get(row).copied().unwrap_or(0);
                    match (known.get(own as usize).copied().flatten(), self.dictionary.value(own)) {
                        (Some(code), _) => code,
                        (None, None) => 0,
                        (None, Some(value)) => {
                            let code = column.dictionary.intern_value(value)?;
                            known.get_mut(own as usize).into_iter().for_each(|place| *place = Some(code));
                            code
                        }
                    }
                }
            };
            column.codes.push(code);
        }
        column.settle();
        Ok(column)
    }

    /// Values without rows.
    pub(super) fn of_values(name: &str, dictionary: Dictionary) -> Column {
        Column { dictionary, ..Column::new(name) }
    }

    /// The name that the file gives it: a label or an internal name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A code per row; code 0 is "no value".
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// The distinct values.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The value in a row.
    pub fn value(&self, row: usize) -> Option<Value<'_>> {
        self.dictionary.value(*self.codes.get(row)?)
    }

    /// Every value as a number by code; NaN where it is none. Read when first asked for, and never again.
    pub fn numbers(&self) -> &[f64] {
        let read = |(_, value): (u32, Value<'_>)| reading::number(&value.text()).unwrap_or(f64::NAN);
        self.numbers.get_or_init(|| std::iter::once(f64::NAN).chain(self.dictionary.values().map(read)).collect())
    }

    /// Every value as a time by code, in milliseconds since the epoch; [`NO_TIME`] where it is none. Read like numbers.
    pub fn times(&self) -> &[i64] {
        let read = |(_, value): (u32, Value<'_>)| reading::time(&value.text()).unwrap_or(NO_TIME);
        self.times.get_or_init(|| std::iter::once(NO_TIME).chain(self.dictionary.values().map(read)).collect())
    }

    /// Whether every value is ASCII without capital letters. Looked at when first asked for.
    pub(crate) fn is_lower_case(&self) -> bool {
        *self.lower_case.get_or_init(|| self.dictionary.is_lower_case())
    }

    /// The items of every value. Split when first asked for; `None` if there are too many.
    pub(crate) fn items(&self) -> Option<&Items> {
        self.items.get_or_init(|| Items::new(&self.dictionary)).as_ref()
    }

    /// The same, if somebody has asked before.
    pub(crate) fn items_if_split(&self) -> Option<&Items> {
        self.items.get()?.as_ref()
    }

    /// Puts a code in a row; the rows before it that have none get "no value".
    pub(super) fn put(&mut self, row: usize, code: u32) {
        if code == 0 {
            return;
        }
        if self.codes.len() == row {
            self.codes.push(code);
            return;
        }
        match self.codes.get_mut(row) {
            Some(place) => *place = code,
            None => {
                self.codes.resize(row, 0);
                self.codes.push(code);
            }
        }
    }

    /// Puts texts in a row and those that follow it; none of them has a code yet.
    pub(super) fn put_texts<'a>(
        &mut self,
        row: usize,
        texts: impl Iterator<Item = &'a str> + Clone,
    ) -> Result<(), DictionaryFull> {
        self.codes.resize(row, 0);
        self.dictionary.intern_texts(texts, &mut self.codes)
    }

    /// With "no value" in the rows up to this many that have none.
    pub(super) fn padded(mut self, rows: usize) -> Column {
        self.codes.resize(rows, 0);
        self
    }

    /// Without its values, and with room for others.
    pub(super) fn clear(&mut self) {
        self.codes.clear();
        self.dictionary.clear();
        (self.numbers, self.times) = (OnceLock::new(), OnceLock::new());
        (self.lower_case, self.items) = (OnceLock::new(), OnceLock::new());
    }

    /// Gives back what is of use only while values are added.
    pub(super) fn settle(&mut self) {
        self.dictionary.settle();
        self.codes.shrink_to_fit();
    }

    pub(super) fn reordered(mut self, order: &[u32]) -> Column {
        self.codes = order.iter().map(|row| self.codes.get(*row as usize).copied().unwrap_or(0)).collect();
        self
    }
}
