//! One value of a property, read once as each of the things that tests ask for.

use crate::contacts::{Value, reading};
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

/// A known value with what has been read of it so far.
pub(crate) struct Reading<'a> {
    value: Value<'a>,
    text: Cow<'a, str>,
    /// `None` if the text is in lower case as it is.
    lower: OnceCell<Option<String>>,
    items: OnceCell<Vec<String>>,
    number: OnceCell<Option<f64>>,
    time: OnceCell<Option<i64>>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(value: Value<'a>) -> Reading<'a> {
        Reading {
            value,
            text: value.text(),
            lower: OnceCell::new(),
            items: OnceCell::new(),
            number: OnceCell::new(),
            time: OnceCell::new(),
        }
    }

    /// The text as it was written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text in Unicode lower case.
    pub(crate) fn lower(&self) -> &str {
        let lowered = self.lower.get_or_init(|| match lower(&self.text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(lowered) => Some(lowered),
        });
        lowered.as_deref().unwrap_or(&self.text)
    }

    /// The items in Unicode lower case.
    pub(crate) fn items(&self) -> &[String] {
        self.items.get_or_init(|| self.value.items().map(|item| lower(item).into_owned()).collect())
    }

    pub(crate) fn number(&self) -> Option<f64> {
        *self.number.get_or_init(|| reading::number(&self.text))
    }

    pub(crate) fn time(&self) -> Option<i64> {
        *self.time.get_or_init(|| reading::time(&self.text))
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
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else if text.is_ascii() {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Owned(text.to_lowercase())
    }
}
