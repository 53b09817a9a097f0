//! Reading single values of the document: texts, names, ids, points, whole numbers. Each reports what is wrong with it, and
//! is then `None`.

use super::decode::Decoder;
use super::diagnostic::Code;
use super::fields::{excerpt, nearest};
use super::findings::at;
use super::points::{Points, PointsError};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

/// Days in windows and operators.
pub(super) const MOST_DAYS: u32 = 100_000;
/// Ranges of a frequency or of a band set.
pub(super) const MOST_RANGES: usize = 1_000;
/// Numbers of events.
pub(super) const MOST_EVENTS: u32 = 1_000_000_000;

/// What was found, for messages.
pub(super) fn found(node: &Value<'_>) -> String {
    match node {
        Value::StringLit(text) => format!("\"{}\"", excerpt(&text.value)),
        Value::NumberLit(number) => excerpt(number.value),
        Value::BooleanLit(boolean) => boolean.value.to_string(),
        Value::NullKeyword(_) => "null".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

impl Decoder {
    /// Reports that a value is not what was expected.
    pub(super) fn wrong_type(&mut self, node: &Value<'_>, expected: &str) {
        let help = match node {
            Value::NullKeyword(_) => Some("leave the key out instead".to_owned()),
            Value::StringLit(text) if expected.contains("number") && text.value.trim().parse::<f64>().is_ok() => {
                Some(format!("write {} without quotes", excerpt(text.value.trim())))
            }
            Value::NumberLit(number) if expected.starts_with("a text") => {
                Some(format!("write \"{}\" in quotes", excerpt(number.value)))
            }
            _ => None,
        };
        self.findings.error(Code::WrongType, at(node), format!("expected {expected}, found {}", found(node)), help);
    }

    pub(super) fn text(&mut self, node: &Value<'_>) -> Option<String> {
        match node {
            Value::StringLit(text) => Some(text.value.clone().into_owned()),
            _ => {
                self.wrong_type(node, "a text");
                None
            }
        }
    }

    /// Reports a name that is none of those that there are.
    pub(super) fn unknown(
        &mut self,
        code: Code,
        node: &Value<'_>,
        name: &str,
        expected: &str,
        known: &[impl AsRef<str>],
    ) {
        let message = format!("expected {expected}, found \"{}\"", excerpt(name));
        let known = known.iter().map(AsRef::as_ref).filter(|known| !known.is_empty());
        // Comparing with each takes a while: it is not done for what is not shown.
        let meant = if self.findings.is_full() { None } else { nearest(name, known.clone()) };
        let help = meant.map(|meant| format!("did you mean \"{meant}\"?")).or_else(|| {
            let few: Vec<String> = known.take(10).map(|known| format!("\"{}\"", excerpt(known))).collect();
            (!few.is_empty()).then(|| format!("there are {}", few.join(", ")))
        });
        self.findings.error(code, at(node), message, help);
    }

    /// Reports a list that holds more than it may.
    pub(super) fn at_most(&mut self, count: usize, most: usize, what: &str, node: &Value<'_>) -> Option<()> {
        if count > most {
            let message = format!("expected at most {most} {what}, found {count}");
            self.findings.error(Code::TooMany, at(node), message, None);
        }
        (count <= most).then_some(())
    }

    /// A text that is not blank, without white space at its ends.
    pub(super) fn name(&mut self, node: &Value<'_>) -> Option<String> {
        let text = self.text(node)?;
        if text.trim().is_empty() {
            self.blank(node);
            return None;
        }
        Some(text.trim().to_owned())
    }

    pub(super) fn blank(&mut self, node: &Value<'_>) {
        let message = format!("expected a text that is not blank, found {}", found(node));
        self.findings.error(Code::BlankText, at(node), message, None);
    }

    pub(super) fn texts(&mut self, node: &Value<'_>) -> Vec<String> {
        let Value::Array(list) = node else {
            self.wrong_type(node, "a list of texts");
            return Vec::new();
        };
        list.elements.iter().filter_map(|element| self.text(element)).collect()
    }

    pub(super) fn boolean(&mut self, node: &Value<'_>) -> Option<bool> {
        match node {
            Value::BooleanLit(boolean) => Some(boolean.value),
            _ => {
                self.wrong_type(node, "true or false");
                None
            }
        }
    }

    pub(super) fn id(&mut self, node: &Value<'_>) -> Option<String> {
        let id = self.text(node)?;
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        let begins_well = id.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric());
        if !begins_well || id.len() > 64 || !id.bytes().all(letter) {
            let message = format!("expected an id, found {}", found(node));
            let help = "ids are 1 to 64 characters of A-Z a-z 0-9 _ - . and begin with a letter or digit";
            self.findings.error(Code::InvalidId, at(node), message, Some(help.to_owned()));
        }
        Some(id)
    }

    pub(super) fn points(&mut self, node: &Value<'_>) -> Option<Points> {
        let Value::NumberLit(number) = node else {
            self.wrong_type(node, "a number of points");
            return None;
        };
        let (code, message) = match number.value.parse::<Points>() {
            Ok(points) => return Some(points),
            Err(PointsError::NotANumber) => (Code::WrongType, "expected a number of points"),
            Err(PointsError::TooPrecise) => (Code::TooPrecise, "expected points with at most two decimals"),
            Err(PointsError::OutOfRange) => (Code::OutOfRange, "expected points from -1000000 to 1000000"),
        };
        self.findings.error(code, at(node), format!("{message}, found {}", found(node)), None);
        None
    }

    /// A whole number in a range, both ends included.
    pub(super) fn whole(&mut self, node: &Value<'_>, least: u32, most: u32) -> Option<u32> {
        let Value::NumberLit(literal) = node else {
            self.wrong_type(node, "a whole number");
            return None;
        };
        let number = literal.value.parse::<f64>().unwrap_or(f64::NAN);
        let (code, expected) = if number.fract() != 0.0 && number.is_finite() {
            (Code::TooPrecise, "expected a whole number".to_owned())
        } else if !(f64::from(least)..=f64::from(most)).contains(&number) {
            (Code::OutOfRange, format!("expected a whole number from {least} to {most}"))
        } else {
            return Some(number as u32);
        };
        self.findings.error(code, node.range(), format!("{expected}, found {}", found(node)), None);
        None
    }

    /// A number that a 64-bit float holds.
    pub(super) fn number(&mut self, node: &Value<'_>) -> Option<f64> {
        let Value::NumberLit(literal) = node else {
            self.wrong_type(node, "a number");
            return None;
        };
        let number = literal.value.parse::<f64>().ok().filter(|number| number.is_finite());
        if number.is_none() {
            let message = format!("expected a number of at most 1.7e308, found {}", found(node));
            self.findings.error(Code::OutOfRange, at(node), message, None);
        }
        number
    }

    /// One of several texts.
    pub(super) fn choice<T: Copy>(&mut self, node: &Value<'_>, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(node)?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == text) {
            return Some(*choice);
        }
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let message = format!("expected one of {}, found {}", names.join(", "), found(node));
        let meant = nearest(&text, choices.iter().map(|(name, _)| *name));
        let help = meant.map(|meant| format!("did you mean \"{meant}\"?"));
        self.findings.error(Code::UnknownChoice, at(node), message, help);
        None
    }
}

/// A JSON number as JavaScript writes it: the text that it stands for among items.
pub(super) fn number_text(number: f64) -> String {
    let size = number.abs();
    if number == 0.0 {
        "0".to_owned()
    } else if (1e-6..1e21).contains(&size) {
        number.to_string()
    } else {
        let text = format!("{number:e}");
        if text.contains("e-") { text } else { text.replace('e', "e+") }
    }
}
