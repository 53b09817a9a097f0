//! One value of a property, read once as each of the things that tests ask for.

use crate::contacts::column::NO_TIME;
use crate::contacts::{Column, Value, reading};
use crate::platform::to_lowercase;
use std::borrow::Cow;
use std::cell::OnceCell;

/// What a test may need a value as. What cannot be read so counts as unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// A number.
    Number,
    /// A truth value.
    Boolean,
    /// A time.
    Time,
}

impl Needed {
    /// The codes of a column whose values cannot be read so, ascending.
    pub(crate) fn unreadable(self, column: &Column) -> Vec<u32> {
        if column.dictionary().len() <= 2 {
            let only = Reading::new(column, 1).filter(|only| !only.is(self));
            return only.map(|only| only.code).into_iter().collect();
        }
        let codes = 1..column.dictionary().len() as u32;
        match self {
            Needed::Number => {
                codes.zip(column.numbers().iter().skip(1)).filter(|(_, n)| n.is_nan()).map(|(code, _)| code).collect()
            }
            Needed::Time => {
                codes.zip(column.times().iter().skip(1)).filter(|(_, t)| **t == NO_TIME).map(|(code, _)| code).collect()
            }
            Needed::Boolean => codes
                .filter(|code| Reading::new(column, *code).is_some_and(|value| value.boolean().is_none()))
                .collect(),
        }
    }
}

/// A known value of a column with what has been read of it so far.
pub(crate) struct Reading<'a> {
    column: &'a Column,
    code: u32,
    value: Value<'a>,
    text: Cow<'a, str>,
    /// `None` if the text is in lower case as it is.
    lower: OnceCell<Option<String>>,
    lower_list: OnceCell<String>,
    number: OnceCell<Option<f64>>,
    time: OnceCell<Option<i64>>,
}

impl<'a> Reading<'a> {
    /// The value of a code; nothing if it has none.
    pub(crate) fn new(column: &'a Column, code: u32) -> Option<Reading<'a>> {
        let value = column.dictionary().value(code)?;
        Some(Reading {
            column,
            code,
            value,
            text: value.text(),
            lower: OnceCell::new(),
            lower_list: OnceCell::new(),
            number: OnceCell::new(),
            time: OnceCell::new(),
        })
    }

    /// The value of every code, from code 0, which has none. Without a column there is only that.
    pub(crate) fn all(column: Option<&'a Column>) -> impl Iterator<Item = Option<Reading<'a>>> {
        let codes = column.map_or(1, |column| column.dictionary().len()) as u32;
        (0..codes).map(move |code| Reading::new(column?, code))
    }

    /// The text as it was written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text in Unicode lower case.
    pub(crate) fn lower(&self) -> &str {
        if !self.is_only() && self.column.is_lower_case() {
            return &self.text;
        }
        let lowered = self.lower.get_or_init(|| match lower(&self.text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(lowered) => Some(lowered),
        });
        lowered.as_deref().unwrap_or(&self.text)
    }

    /// The items in Unicode lower case.
    pub(crate) fn lower_items(&self) -> impl Iterator<Item = &str> {
        let lowered = match self.value {
            Value::Text(_) => Value::Text(self.lower()),
            Value::List(items) => Value::List(self.lower_list.get_or_init(|| lower(items).into_owned())),
        };
        lowered.items()
    }

    /// The items as they were written.
    pub(crate) fn items(&self) -> impl Iterator<Item = &'a str> {
        self.value.items()
    }

    /// Whether the column has no other value, as those of a single contact have none: then there is nothing to read for all of them. The small
    /// modules know single contacts only.
    fn is_only(&self) -> bool {
        cfg!(feature = "small") || self.column.dictionary().len() <= 2
    }

    pub(crate) fn number(&self) -> Option<f64> {
        if self.is_only() {
            return *self.number.get_or_init(|| reading::number(&self.text));
        }
        self.column.numbers().get(self.code as usize).copied().filter(|number| !number.is_nan())
    }

    pub(crate) fn time(&self) -> Option<i64> {
        if self.is_only() {
            return *self.time.get_or_init(|| reading::time(&self.text));
        }
        self.column.times().get(self.code as usize).copied().filter(|time| *time != NO_TIME)
    }

    pub(crate) fn boolean(&self) -> Option<bool> {
        reading::boolean(&self.text)
    }

    /// Whether it can be read so.
    pub(crate) fn is(&self, needed: Needed) -> bool {
        match needed {
            Needed::Number => self.number().is_some(),
            Needed::Boolean => self.boolean().is_some(),
            Needed::Time => self.time().is_some(),
        }
    }
}

/// Unicode lower case; texts that are so already, which is most of them in URLs and emails, are not copied.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    // Without an early exit, so that many bytes are looked at in one step.
    let changes = text.bytes().fold(false, |any, byte| any | !byte.is_ascii() | byte.is_ascii_uppercase());
    if !changes {
        Cow::Borrowed(text)
    } else if text.is_ascii() {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Owned(to_lowercase(text))
    }
}

/// A class below the number of texts for each of them; texts that are the same have the same.
pub(crate) fn classes(texts: &[Cow<'_, str>]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..texts.len() as u32).collect();
    let text = |place: u32| texts.get(place as usize).map(Cow::as_ref);
    order.sort_unstable_by_key(|place| text(*place));
    let mut classes = vec![0; texts.len()];
    let mut class = 0;
    let mut before = None;
    for place in order {
        class += u32::from(before.is_some_and(|before| before != text(place)));
        before = Some(text(place));
        classes.get_mut(place as usize).into_iter().for_each(|own| *own = class);
    }
    classes
}

/// Whether a text is, without case, another that is in lower case already.
pub(crate) fn is_lower(text: &str, lowered: &str) -> bool {
    // Nearly all texts differ in length or in their first letters; no letter has a lower case of less than a third of its bytes.
    text.eq_ignore_ascii_case(lowered)
        || (!text.is_ascii() && text.len() <= 3 * lowered.len() && to_lowercase(text) == lowered)
}
