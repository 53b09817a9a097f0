//! The operators of property tests: the one table of their keys, and how an operator is written in JSON.

use super::model::{Bounds, Comparison, DaysOperator, ListOperator, Operator, Scalars, TextOperator};
use crate::contacts::reading;
use serde_json::{Value, json};

/// An operator without its operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OperatorKind {
    IsKnown,
    IsUnknown,
    IsEqualTo,
    IsNotEqualTo,
    Text(TextOperator),
    Compare(Comparison),
    Between { negated: bool },
    IsBefore,
    IsAfter,
    Days(DaysOperator),
    List(ListOperator),
}

/// Every operator with its key, in the order of `pkg/RULESET.md`.
pub(super) const OPERATORS: [(&str, OperatorKind); 29] = [
    ("is_known", OperatorKind::IsKnown),
    ("is_unknown", OperatorKind::IsUnknown),
    ("is_equal_to", OperatorKind::IsEqualTo),
    ("is_not_equal_to", OperatorKind::IsNotEqualTo),
    ("contains", OperatorKind::Text(TextOperator::Contains)),
    ("does_not_contain", OperatorKind::Text(TextOperator::DoesNotContain)),
    ("contains_word", OperatorKind::Text(TextOperator::ContainsWord)),
    ("does_not_contain_word", OperatorKind::Text(TextOperator::DoesNotContainWord)),
    ("starts_with", OperatorKind::Text(TextOperator::StartsWith)),
    ("ends_with", OperatorKind::Text(TextOperator::EndsWith)),
    ("matches_regex", OperatorKind::Text(TextOperator::MatchesRegex)),
    ("is_greater_than", OperatorKind::Compare(Comparison::IsGreaterThan)),
    ("is_greater_than_or_equal_to", OperatorKind::Compare(Comparison::IsGreaterThanOrEqualTo)),
    ("is_less_than", OperatorKind::Compare(Comparison::IsLessThan)),
    ("is_less_than_or_equal_to", OperatorKind::Compare(Comparison::IsLessThanOrEqualTo)),
    ("is_between", OperatorKind::Between { negated: false }),
    ("is_not_between", OperatorKind::Between { negated: true }),
    ("is_before", OperatorKind::IsBefore),
    ("is_after", OperatorKind::IsAfter),
    ("is_less_than_x_days_ago", OperatorKind::Days(DaysOperator::IsLessThanXDaysAgo)),
    ("is_more_than_x_days_ago", OperatorKind::Days(DaysOperator::IsMoreThanXDaysAgo)),
    ("is_less_than_x_days_from_now", OperatorKind::Days(DaysOperator::IsLessThanXDaysFromNow)),
    ("is_more_than_x_days_from_now", OperatorKind::Days(DaysOperator::IsMoreThanXDaysFromNow)),
    ("is_any_of", OperatorKind::List(ListOperator::IsAnyOf)),
    ("is_none_of", OperatorKind::List(ListOperator::IsNoneOf)),
    ("contains_all", OperatorKind::List(ListOperator::ContainsAll)),
    ("does_not_contain_all", OperatorKind::List(ListOperator::DoesNotContainAll)),
    ("is_exactly", OperatorKind::List(ListOperator::IsExactly)),
    ("is_not_exactly", OperatorKind::List(ListOperator::IsNotExactly)),
];

/// The operator of a key.
pub(super) fn find(key: &str) -> Option<OperatorKind> {
    OPERATORS.iter().find(|(name, _)| *name == key).map(|(_, kind)| *kind)
}

impl Operator {
    /// The key of the operator in the document.
    ///
    /// ```
    /// use leadscore::ruleset::{Operator, TextOperator};
    /// let operator = Operator::Text(TextOperator::DoesNotContain, vec!["intern".to_owned()]);
    /// assert_eq!(operator.name(), "does_not_contain");
    /// ```
    pub fn name(&self) -> &'static str {
        let kind = self.kind();
        OPERATORS.iter().find(|(_, other)| *other == kind).map_or("", |(name, _)| name)
    }

    /// The operand as JSON: a single one by itself, several as a list, times as ISO 8601 text.
    ///
    /// ```
    /// use leadscore::ruleset::{Bounds, Operator};
    /// let operator = Operator::Between { bounds: Bounds::Times(0, 86_400_000), negated: false };
    /// assert_eq!(operator.operand().to_string(), r#"["1970-01-01T00:00:00Z","1970-01-02T00:00:00Z"]"#);
    /// ```
    pub fn operand(&self) -> Value {
        match self {
            Operator::IsKnown | Operator::IsUnknown => json!(true),
            Operator::IsEqualTo(scalars) | Operator::IsNotEqualTo(scalars) => match scalars {
                Scalars::Texts(texts) => one_or_list(texts.iter().map(|text| json!(text))),
                Scalars::Numbers(numbers) => one_or_list(numbers.iter().map(|number| number_json(*number))),
                Scalars::Booleans(booleans) => one_or_list(booleans.iter().map(|boolean| json!(boolean))),
            },
            Operator::Text(_, texts) | Operator::List(_, texts) => one_or_list(texts.iter().map(|text| json!(text))),
            Operator::Compare(_, number) => number_json(*number),
            Operator::Between { bounds: Bounds::Numbers(low, high), .. } => {
                json!([number_json(*low), number_json(*high)])
            }
            Operator::Between { bounds: Bounds::Times(low, high), .. } => {
                json!([reading::instant_text(*low), reading::instant_text(*high)])
            }
            Operator::IsBefore(instant) | Operator::IsAfter(instant) => json!(reading::instant_text(*instant)),
            Operator::Days(_, days) => json!(days),
        }
    }

    pub(super) fn kind(&self) -> OperatorKind {
        match self {
            Operator::IsKnown => OperatorKind::IsKnown,
            Operator::IsUnknown => OperatorKind::IsUnknown,
            Operator::IsEqualTo(_) => OperatorKind::IsEqualTo,
            Operator::IsNotEqualTo(_) => OperatorKind::IsNotEqualTo,
            Operator::Text(operator, _) => OperatorKind::Text(*operator),
            Operator::Compare(comparison, _) => OperatorKind::Compare(*comparison),
            Operator::Between { negated, .. } => OperatorKind::Between { negated: *negated },
            Operator::IsBefore(_) => OperatorKind::IsBefore,
            Operator::IsAfter(_) => OperatorKind::IsAfter,
            Operator::Days(operator, _) => OperatorKind::Days(*operator),
            Operator::List(operator, _) => OperatorKind::List(*operator),
        }
    }
}

fn one_or_list(mut operands: impl ExactSizeIterator<Item = Value>) -> Value {
    if operands.len() == 1 { operands.next().unwrap_or_default() } else { operands.collect() }
}

/// Whole numbers without a decimal point, as JavaScript writes them.
fn number_json(number: f64) -> Value {
    const LAST_EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= LAST_EXACT { json!(number as i64) } else { json!(number) }
}
