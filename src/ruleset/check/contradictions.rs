//! Whether tests that must all hold can: what each says of the value of one property is laid over what the others say.
//! Sound, not complete: a contradiction that is found is one.

use crate::ruleset::model::{
    Bounds, Comparison, DaysOperator, Filter, ListOperator, Operator, PropertyTest, Scalars, TextOperator,
};
use std::collections::{HashMap, HashSet};

/// Comparisons of texts, at most.
const MOST_COMPARISONS: usize = 100_000;

/// Tests that must all hold, by property.
pub(super) struct Conjunction<'f> {
    /// In order of first appearance.
    properties: Vec<&'f str>,
    tests: HashMap<String, Vec<&'f PropertyTest>>,
}

impl<'f> Conjunction<'f> {
    pub(super) fn of(parts: &'f [Filter]) -> Conjunction<'f> {
        let mut conjunction = Conjunction { properties: Vec::new(), tests: HashMap::new() };
        conjunction.add(parts);
        conjunction
    }

    fn add(&mut self, parts: &'f [Filter]) {
        for part in parts {
            match part {
                Filter::All(inner) => self.add(inner),
                // A test that an unknown value meets asks nothing of the others.
                Filter::Property(test) if !test.include_unknown => {
                    let tests = self.tests.entry(test.property.to_lowercase()).or_default();
                    if tests.is_empty() {
                        self.properties.push(&test.property);
                    }
                    tests.push(test);
                }
                _ => {}
            }
        }
    }

    /// The first property of which no value meets all tests.
    pub(super) fn contradiction(&self) -> Option<&'f str> {
        let contradicted = |property: &&&str| {
            self.tests.get(&property.to_lowercase()).is_some_and(|tests| tests.len() > 1 && exclude_each_other(tests))
        };
        self.properties.iter().find(contradicted).copied()
    }
}

fn exclude_each_other(tests: &[&PropertyTest]) -> bool {
    let operators: Vec<&Operator> = tests.iter().map(|test| &test.operator).collect();
    let unknown = operators.iter().filter(|operator| ***operator == Operator::IsUnknown).count();
    if unknown > 0 {
        return unknown < operators.len();
    }
    no_number(&operators)
        || no_time(&operators)
        || no_age(&operators)
        || no_text(&operators)
        || no_boolean(&operators)
        || no_items(&operators)
}

/// What is left between bounds.
struct Interval {
    low: f64,
    /// The bound itself is not inside.
    above: bool,
    high: f64,
    below: bool,
}

impl Interval {
    const EVERYTHING: Interval = Interval { low: f64::NEG_INFINITY, above: false, high: f64::INFINITY, below: false };

    fn from(&mut self, low: f64, above: bool) {
        if low > self.low || (low == self.low && above) {
            (self.low, self.above) = (low, above);
        }
    }

    fn to(&mut self, high: f64, below: bool) {
        if high < self.high || (high == self.high && below) {
            (self.high, self.below) = (high, below);
        }
    }

    fn contains(&self, number: f64) -> bool {
        let after = if self.above { number > self.low } else { number >= self.low };
        after && if self.below { number < self.high } else { number <= self.high }
    }

    fn is_empty(&self) -> bool {
        self.low > self.high || (self.low == self.high && (self.above || self.below))
    }
}

fn no_number(operators: &[&Operator]) -> bool {
    let mut interval = Interval::EVERYTHING;
    for operator in operators {
        match operator {
            Operator::Compare(Comparison::IsGreaterThan, number) => interval.from(*number, true),
            Operator::Compare(Comparison::IsGreaterThanOrEqualTo, number) => interval.from(*number, false),
            Operator::Compare(Comparison::IsLessThan, number) => interval.to(*number, true),
            Operator::Compare(Comparison::IsLessThanOrEqualTo, number) => interval.to(*number, false),
            Operator::Between { bounds: Bounds::Numbers(low, high), negated: false } => {
                interval.from(*low, false);
                interval.to(*high, false);
            }
            _ => {}
        }
    }
    let mut equal = operators.iter().filter_map(|operator| match operator {
        Operator::IsEqualTo(Scalars::Numbers(numbers)) => Some(numbers),
        _ => None,
    });
    interval.is_empty() || equal.any(|numbers| !numbers.iter().any(|number| interval.contains(*number)))
}

fn no_time(operators: &[&Operator]) -> bool {
    let (mut low, mut high) = (i64::MIN, i64::MAX);
    for operator in operators {
        match operator {
            Operator::IsAfter(instant) => low = low.max(instant.saturating_add(1)),
            Operator::IsBefore(instant) => high = high.min(instant.saturating_sub(1)),
            Operator::Between { bounds: Bounds::Times(first, last), negated: false } => {
                (low, high) = (low.max(*first), high.min(*last));
            }
            _ => {}
        }
    }
    low > high
}

/// The distance before `as_of`, in days.
fn no_age(operators: &[&Operator]) -> bool {
    let mut interval = Interval::EVERYTHING;
    for operator in operators {
        let Operator::Days(operator, days) = operator else { continue };
        let days = f64::from(*days);
        match operator {
            DaysOperator::IsLessThanXDaysAgo => {
                interval.from(0.0, false);
                interval.to(days, false);
            }
            DaysOperator::IsMoreThanXDaysAgo => interval.from(days, true),
            DaysOperator::IsLessThanXDaysFromNow => {
                interval.from(-days, false);
                interval.to(0.0, false);
            }
            DaysOperator::IsMoreThanXDaysFromNow => interval.to(-days, true),
        }
    }
    interval.is_empty()
}

/// None of the texts that the value may be equal to meets the other tests.
fn no_text(operators: &[&Operator]) -> bool {
    let equal = |operator: &&&Operator| matches!(operator, Operator::IsEqualTo(Scalars::Texts(_)));
    let Some(Operator::IsEqualTo(Scalars::Texts(texts))) = operators.iter().find(equal) else { return false };
    let tests: Vec<TextTest> = operators.iter().filter_map(|operator| TextTest::of(operator)).collect();
    // A warning is worth a moment, and not every text times every part of a large ruleset.
    if texts.len().saturating_mul(tests.iter().map(TextTest::len).sum()) > MOST_COMPARISONS {
        return false;
    }
    let meets_all = |text: &String| {
        let text = text.to_lowercase();
        tests.iter().all(|test| test.holds(&text))
    };
    !texts.iter().any(meets_all)
}

/// A test of a text, operands in lower case.
enum TextTest {
    Equal(HashSet<String>, bool),
    Part(TextOperator, Vec<String>),
}

impl TextTest {
    fn of(operator: &Operator) -> Option<TextTest> {
        let lower = |texts: &[String]| texts.iter().map(|text| text.to_lowercase()).collect::<Vec<_>>();
        match operator {
            Operator::IsEqualTo(Scalars::Texts(texts)) => {
                Some(TextTest::Equal(lower(texts).into_iter().collect(), true))
            }
            Operator::IsNotEqualTo(Scalars::Texts(texts)) => {
                Some(TextTest::Equal(lower(texts).into_iter().collect(), false))
            }
            Operator::Text(
                operator @ (TextOperator::Contains
                | TextOperator::DoesNotContain
                | TextOperator::StartsWith
                | TextOperator::EndsWith),
                texts,
            ) => Some(TextTest::Part(*operator, lower(texts))),
            _ => None,
        }
    }

    fn len(&self) -> usize {
        match self {
            TextTest::Equal(..) => 1,
            TextTest::Part(_, parts) => parts.len(),
        }
    }

    fn holds(&self, text: &str) -> bool {
        match self {
            TextTest::Equal(texts, equal) => texts.contains(text) == *equal,
            TextTest::Part(TextOperator::DoesNotContain, parts) => {
                !parts.iter().any(|part| text.contains(part.as_str()))
            }
            TextTest::Part(TextOperator::StartsWith, parts) => parts.iter().any(|part| text.starts_with(part.as_str())),
            TextTest::Part(TextOperator::EndsWith, parts) => parts.iter().any(|part| text.ends_with(part.as_str())),
            TextTest::Part(_, parts) => parts.iter().any(|part| text.contains(part.as_str())),
        }
    }
}

fn no_boolean(operators: &[&Operator]) -> bool {
    let allowed = |value: bool| {
        operators.iter().all(|operator| match operator {
            Operator::IsEqualTo(Scalars::Booleans(booleans)) => booleans.contains(&value),
            Operator::IsNotEqualTo(Scalars::Booleans(booleans)) => !booleans.contains(&value),
            _ => true,
        })
    };
    !allowed(true) && !allowed(false)
}

/// Something must be among the items that must not be.
fn no_items(operators: &[&Operator]) -> bool {
    let lists = |wanted: ListOperator| {
        operators.iter().filter_map(move |operator| match operator {
            Operator::List(operator, items) if *operator == wanted => Some(items),
            _ => None,
        })
    };
    let forbidden: HashSet<String> = lists(ListOperator::IsNoneOf).flatten().map(|item| item.to_lowercase()).collect();
    let is_forbidden = |item: &String| forbidden.contains(&item.to_lowercase());
    lists(ListOperator::IsAnyOf).any(|items| items.iter().all(is_forbidden))
        || lists(ListOperator::ContainsAll)
            .chain(lists(ListOperator::IsExactly))
            .any(|items| items.iter().any(is_forbidden))
}
