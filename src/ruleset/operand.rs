//! Decodes the operands of property tests, each as what its operator needs.

use super::decode::Decoder;
use super::diagnostic::Code;
use super::findings::at;
use super::model::{Bounds, Operator, Scalars, TextOperator};
use super::operator::OperatorKind;
use super::values::{MOST_DAYS, found, number_text};
use crate::contacts::reading;
use jsonc_parser::ast::Value;
use regex_lite::{Regex, RegexBuilder};

/// In characters.
const LONGEST_REGEX: usize = 1_000;
/// In bytes, compiled. Repetitions inside repetitions make short expressions large and slow.
const LARGEST_REGEX: usize = 256 * 1024;

/// Compiles a regular expression of `matches_regex`. Whoever evaluates it compiles it with this too.
pub(crate) fn compile_regex(pattern: &str) -> Result<Regex, regex_lite::Error> {
    RegexBuilder::new(pattern).case_insensitive(true).size_limit(LARGEST_REGEX).build()
}

impl Decoder {
    pub(super) fn operator(&mut self, kind: OperatorKind, node: &Value<'_>) -> Option<Operator> {
        Some(match kind {
            OperatorKind::IsKnown => self.only_true(node, "is_unknown").map(|()| Operator::IsKnown)?,
            OperatorKind::IsUnknown => self.only_true(node, "is_known").map(|()| Operator::IsUnknown)?,
            OperatorKind::IsEqualTo => Operator::IsEqualTo(self.scalars(node)?),
            OperatorKind::IsNotEqualTo => Operator::IsNotEqualTo(self.scalars(node)?),
            OperatorKind::Text(operator) => Operator::Text(operator, self.text_operands(operator, node)?),
            OperatorKind::Compare(comparison) => Operator::Compare(comparison, self.number(node)?),
            OperatorKind::Between { negated } => Operator::Between { bounds: self.bounds(node)?, negated },
            OperatorKind::IsBefore => Operator::IsBefore(self.time(node)?),
            OperatorKind::IsAfter => Operator::IsAfter(self.time(node)?),
            OperatorKind::Days(operator) => Operator::Days(operator, self.whole(node, 0, MOST_DAYS)?),
            OperatorKind::List(operator) => Operator::List(operator, self.items(node)?),
        })
    }

    fn only_true(&mut self, node: &Value<'_>, opposite: &str) -> Option<()> {
        if self.boolean(node)? {
            return Some(());
        }
        let help = Some(format!("did you mean `\"{opposite}\": true`?"));
        self.findings.error(Code::UnknownChoice, at(node), "expected true, found false", help);
        None
    }

    /// One operand or a list of at least one, each read. All are read, so that each says what is wrong with it.
    fn operands<T>(
        &mut self,
        node: &Value<'_>,
        mut read: impl FnMut(&mut Self, &Value<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::Array(list) = node else { return Some(vec![read(self, node)?]) };
        if list.elements.is_empty() {
            self.findings.error(Code::EmptyList, at(node), "expected at least one operand, found none", None);
            return None;
        }
        let operands: Vec<Option<T>> = list.elements.iter().map(|element| read(self, element)).collect();
        operands.into_iter().collect()
    }

    fn scalars(&mut self, node: &Value<'_>) -> Option<Scalars> {
        if let Value::Array(list) = node
            && let Some((first, other)) = mixed(&list.elements)
        {
            let message = format!("expected operands of one kind, found {} beside {}", found(other), found(first));
            let help = "write all as texts, all as numbers, or make several tests of it, in `any`".to_owned();
            self.findings.error(Code::MixedOperands, at(other), message, Some(help));
            return None;
        }
        let sample = match node {
            Value::Array(list) => list.elements.first().unwrap_or(node),
            _ => node,
        };
        Some(match sample {
            Value::NumberLit(_) => Scalars::Numbers(self.operands(node, Decoder::number)?),
            Value::BooleanLit(_) => Scalars::Booleans(self.operands(node, Decoder::boolean)?),
            Value::StringLit(_) | Value::Array(_) => Scalars::Texts(self.operands(node, Decoder::operand_name)?),
            Value::NullKeyword(_) | Value::Object(_) => {
                self.wrong_type(sample, "a text, a number, or true or false");
                return None;
            }
        })
    }

    fn text_operands(&mut self, operator: TextOperator, node: &Value<'_>) -> Option<Vec<String>> {
        self.operands(node, |decoder, operand| match operator {
            TextOperator::ContainsWord | TextOperator::DoesNotContainWord => decoder.name(operand),
            TextOperator::MatchesRegex => decoder.regex(operand),
            _ => decoder.name(operand).and_then(|_| decoder.text(operand)),
        })
    }

    /// A text to be equal to; blank text is no value, for which there is an operator.
    fn operand_name(&mut self, node: &Value<'_>) -> Option<String> {
        let text = self.text(node)?;
        if text.trim().is_empty() {
            let message = format!("expected a text that is not blank, found {}", found(node));
            let help = "blank text is no value: test it with `is_unknown` or `is_known`".to_owned();
            self.findings.error(Code::BlankText, at(node), message, Some(help));
            return None;
        }
        Some(text.trim().to_owned())
    }

    fn regex(&mut self, node: &Value<'_>) -> Option<String> {
        self.name(node)?;
        let pattern = self.text(node)?;
        let length = pattern.chars().count();
        if length > LONGEST_REGEX {
            let message =
                format!("expected a regular expression of at most {LONGEST_REGEX} characters, found {length}");
            self.findings.error(Code::TooLong, at(node), message, None);
            return None;
        }
        // Compiling is slow, and changes nothing once there is an error and no room for more.
        if self.findings.is_full() && self.findings.has_errors() {
            return None;
        }
        if let Err(error) = compile_regex(&pattern) {
            let message = format!("expected a regular expression, found {}: {error}", found(node));
            let help = "look-around and back-references do not exist; `\\\\.` in JSON is a plain dot".to_owned();
            self.findings.error(Code::InvalidRegex, at(node), message, Some(help));
            return None;
        }
        Some(pattern)
    }

    fn bounds(&mut self, node: &Value<'_>) -> Option<Bounds> {
        let (low, high) = match node.as_array().map(|list| list.elements.as_slice()) {
            Some([low, high]) => (low, high),
            Some(others) => {
                let message = format!("expected two bounds, the lower first, found a list of {}", others.len());
                self.findings.error(Code::WrongType, at(node), message, None);
                return None;
            }
            None => {
                self.wrong_type(node, "a list of two bounds, the lower first");
                return None;
            }
        };
        match (low, high) {
            (Value::NumberLit(_), Value::NumberLit(_)) => {
                let (low, high) = (self.number(low), self.number(high));
                Some(Bounds::Numbers(low?, high?))
            }
            (Value::NumberLit(_), Value::StringLit(_)) | (Value::StringLit(_), Value::NumberLit(_)) => {
                let message = format!("expected two numbers or two times, found {} and {}", found(low), found(high));
                self.findings.error(Code::MixedOperands, at(node), message, None);
                None
            }
            _ => {
                let (low, high) = (self.time(low), self.time(high));
                Some(Bounds::Times(low?, high?))
            }
        }
    }

    fn time(&mut self, node: &Value<'_>) -> Option<i64> {
        let time = match node {
            Value::StringLit(text) => reading::time(text.value.trim()),
            Value::NumberLit(number) => number.value.parse().ok().and_then(instant),
            _ => {
                self.wrong_type(node, "a time, as text or in milliseconds");
                return None;
            }
        };
        if time.is_none() {
            let message = format!("expected a time, found {}", found(node));
            let help =
                "write it as \"2024-03-12\", \"2024-03-12 09:14\", \"2024-03-12T09:14:26Z\", or in milliseconds \
                        since 1970"
                    .to_owned();
            self.findings.error(Code::InvalidTime, at(node), message, Some(help));
        }
        time
    }

    /// Items to find in lists. Numbers and truth values stand for their text.
    fn items(&mut self, node: &Value<'_>) -> Option<Vec<String>> {
        self.operands(node, |decoder, operand| match operand {
            Value::NumberLit(_) => decoder.number(operand).map(number_text),
            Value::BooleanLit(boolean) => Some(boolean.value.to_string()),
            Value::StringLit(_) => decoder.operand_name(operand),
            _ => {
                decoder.wrong_type(operand, "a text, a number, or true or false");
                None
            }
        })
    }
}

/// The first operand, and the first one that is of another kind.
fn mixed<'n, 'd>(operands: &'n [Value<'d>]) -> Option<(&'n Value<'d>, &'n Value<'d>)> {
    let scalar = |value: &&Value<'_>| matches!(value, Value::StringLit(_) | Value::NumberLit(_) | Value::BooleanLit(_));
    let first = operands.first().filter(scalar)?;
    let differs = |value: &&Value<'_>| std::mem::discriminant(*value) != std::mem::discriminant(first);
    operands.iter().filter(scalar).find(differs).map(|other| (first, other))
}

/// Whole milliseconds that a JavaScript Date can hold.
fn instant(ms: f64) -> Option<i64> {
    (ms.fract() == 0.0 && ms.abs() <= reading::LAST_INSTANT as f64).then_some(ms as i64)
}
