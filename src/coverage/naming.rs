//! Which values of a property the rules name, and whether they name its values one by one at all.

use super::mentions::{Asked, Mention};
use crate::contacts::reading::boolean;
use crate::ruleset::{ListOperator, Operator, Points, PropertyTest, Scalars, TextOperator};
use crate::scoring::reading::Reading;
use crate::scoring::test::Test;
use crate::scoring::value_points::ValuePoints;

/// Splitting a text into items costs as much as looking for so many texts in it.
const SPLITTING: usize = 16;

/// What the rules name of the values of a property.
pub(super) struct Naming {
    /// Values that are named as a whole: operands of equality and membership, keys of points by value.
    values: ValuePoints,
    /// Tests that name whatever meets them.
    tests: Vec<Test>,
    /// How many texts each value is held against.
    pub(super) texts: usize,
    /// Some rule reads the values as lists: it names items.
    pub(super) by_item: bool,
}

impl Naming {
    /// `None` if the rules do not name values of the property one by one.
    pub(super) fn new(mentions: &[Mention<'_>]) -> Option<Naming> {
        if !name_values(mentions) {
            return None;
        }
        let mut named = Vec::new();
        let (mut tests, mut texts, mut by_item) = (Vec::new(), 1, false);
        for mention in mentions {
            match mention.asked {
                Asked::Values(values) => {
                    by_item = true;
                    named.extend(values.iter().map(|(value, _)| value));
                }
                Asked::Test { operator: Operator::List(_, operands), .. } => {
                    by_item = true;
                    named.extend(operands);
                }
                Asked::Test {
                    operator:
                        Operator::IsEqualTo(Scalars::Texts(operands)) | Operator::IsNotEqualTo(Scalars::Texts(operands)),
                    ..
                } => named.extend(operands),
                Asked::Test { operator, .. } => {
                    texts += if let Operator::Text(_, operands) = operator { operands.len() } else { 1 };
                    tests.extend(asserted(operator).map(test));
                }
                Asked::Time => {}
            }
        }
        let named: Vec<(String, Points)> = named.into_iter().map(|value| (value.clone(), Points::ZERO)).collect();
        texts += if by_item { SPLITTING } else { 0 };
        Some(Naming { values: ValuePoints::new(&named, Points::ZERO), tests, texts, by_item })
    }

    /// Whether some rule names a value.
    pub(super) fn names(&self, value: &Reading<'_>, as_of: i64) -> bool {
        let (_, listed) = self.values.of_item(value.lower());
        listed || self.tests.iter().any(|test| test.holds(Some(value), as_of))
    }
}

/// Whether rules name values of a property one by one. Of contacts it is so if points go by them, or if all that is asked of them is
/// which they are: of a job title in which words are looked for, most values are in no rule on purpose. Of events (forms, pages) words
/// name values too. What is only excluded names nothing: all others are meant.
fn name_values(mentions: &[Mention<'_>]) -> bool {
    let kinds = || mentions.iter().filter_map(|mention| Some((mention, kind(&mention.asked)?)));
    if kinds().any(|(_, kind)| kind == Kind::Values) {
        return true;
    }
    let of_events = mentions.iter().any(|mention| mention.event.is_some());
    let names = |kind: &Kind| *kind == Kind::Equality || (of_events && *kind == Kind::Words);
    let asserts = |mention: &Mention<'_>| matches!(mention.asked, Asked::Test { operator, inverted } if inverted == is_negative(operator));
    kinds().any(|(mention, kind)| names(&kind) && asserts(mention))
        && (of_events || kinds().all(|(_, kind)| names(&kind)))
}

/// Whether a rule asks for values in particular, and not only whether there is one.
pub(super) fn is_about_values(mention: &Mention<'_>) -> bool {
    kind(&mention.asked).is_some()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Points by value.
    Values,
    /// Which value it is.
    Equality,
    /// What occurs in it.
    Words,
    /// What it is as a number, a time or a truth value.
    Other,
}

/// `None` if it is only about whether there is a value, or about a time to decay from.
fn kind(asked: &Asked<'_>) -> Option<Kind> {
    let operator = match asked {
        Asked::Values(_) => return Some(Kind::Values),
        Asked::Time => return None,
        Asked::Test { operator, .. } => operator,
    };
    // Who asks for `yes` knows `no`.
    let equality = |texts: &[String]| {
        if texts.iter().all(|text| boolean(text.trim()).is_some()) { Kind::Other } else { Kind::Equality }
    };
    match operator {
        Operator::IsKnown | Operator::IsUnknown => None,
        Operator::IsEqualTo(Scalars::Texts(texts)) | Operator::IsNotEqualTo(Scalars::Texts(texts)) => {
            Some(equality(texts))
        }
        Operator::List(_, texts) => Some(equality(texts)),
        Operator::Text(..) => Some(Kind::Words),
        _ => Some(Kind::Other),
    }
}

fn is_negative(operator: &Operator) -> bool {
    match operator {
        Operator::IsNotEqualTo(_) | Operator::Between { negated: true, .. } => true,
        Operator::Text(operator, _) => asserted_text(*operator) != *operator,
        Operator::List(operator, _) => {
            matches!(operator, ListOperator::IsNoneOf | ListOperator::DoesNotContainAll | ListOperator::IsNotExactly)
        }
        _ => false,
    }
}

/// The operator that asks for what a negative one excludes. `None` if it is about no value in particular.
fn asserted(operator: &Operator) -> Option<Operator> {
    Some(match operator {
        Operator::IsKnown | Operator::IsUnknown => return None,
        Operator::IsNotEqualTo(scalars) => Operator::IsEqualTo(scalars.clone()),
        Operator::Text(operator, operands) => Operator::Text(asserted_text(*operator), operands.clone()),
        Operator::Between { bounds, .. } => Operator::Between { bounds: *bounds, negated: false },
        other => other.clone(),
    })
}

/// The same of an operator over text.
pub(super) fn asserted_text(operator: TextOperator) -> TextOperator {
    match operator {
        TextOperator::DoesNotContain => TextOperator::Contains,
        TextOperator::DoesNotContainWord => TextOperator::ContainsWord,
        other => other,
    }
}

/// An operator as the engine tests it.
pub(super) fn test(operator: Operator) -> Test {
    Test::new(&PropertyTest { property: String::new(), operator, include_unknown: false })
}
