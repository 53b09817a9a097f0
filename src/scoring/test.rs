//! A property test, prepared for many values: operands in lower case, expressions compiled. Decides one value at a time and
//! knows nothing of tables, criteria or points.

use super::reading::{Needed, Reading, lower};
use crate::contacts::Column;
use crate::contacts::column::NO_TIME;
use crate::contacts::reading::DAY;
use crate::platform::{Finder, Regex, compile_regex, is_alphanumeric};
use crate::ruleset::{Bounds, Comparison, DaysOperator, ListOperator, Operator, PropertyTest, Scalars, TextOperator};

/// A property test, prepared.
pub(crate) struct Test {
    include_unknown: bool,
    decision: Decision,
}

enum Decision {
    Known(bool),
    Text { negated: bool, equals: Vec<String> },
    Number { negated: bool, equals: Vec<f64> },
    NumberIn { negated: bool, low: f64, high: f64 },
    TimeIn { negated: bool, window: Window },
    Boolean { negated: bool, equals: Vec<bool> },
    Contains { negated: bool, finders: Vec<Finder> },
    ContainsWord { negated: bool, words: Vec<(Finder, String)> },
    StartsWith(Vec<String>),
    EndsWith(Vec<String>),
    Regex(Vec<Regex>),
    List(ListOperator, Vec<String>),
}

/// A range of instants, both ends included.
enum Window {
    Fixed(i64, i64),
    /// From or to `as_of`, with a distance in milliseconds.
    Days(DaysOperator, i64),
}

impl Window {
    fn at(&self, as_of: i64) -> (i64, i64) {
        match self {
            Window::Fixed(first, last) => (*first, *last),
            Window::Days(DaysOperator::IsLessThanXDaysAgo, days) => (as_of - days, as_of),
            Window::Days(DaysOperator::IsMoreThanXDaysAgo, days) => (i64::MIN, as_of - days - 1),
            Window::Days(DaysOperator::IsLessThanXDaysFromNow, days) => (as_of, as_of + days),
            Window::Days(DaysOperator::IsMoreThanXDaysFromNow, days) => (as_of + days + 1, i64::MAX),
        }
    }
}

impl Test {
    pub(crate) fn new(test: &PropertyTest) -> Test {
        Test { include_unknown: test.include_unknown, decision: Decision::new(&test.operator) }
    }

    /// What the test has to read a value as, if not as text.
    pub(crate) fn needs(&self) -> Option<Needed> {
        match &self.decision {
            Decision::Number { .. } | Decision::NumberIn { .. } => Some(Needed::Number),
            Decision::Boolean { .. } => Some(Needed::Boolean),
            Decision::TimeIn { .. } => Some(Needed::Time),
            _ => None,
        }
    }

    /// Whether it asks for a number or a time in a range.
    pub(crate) fn is_range(&self) -> bool {
        matches!(self.decision, Decision::NumberIn { .. } | Decision::TimeIn { .. })
    }

    /// Marks the values of a column that meet a test of a range, or of whether there is a value, by code; says whether it is such a test.
    pub(crate) fn mark_in_range(&self, column: &Column, as_of: i64, bit: u32, marks: &mut [u8]) -> bool {
        match &self.decision {
            Decision::NumberIn { negated, low, high } => {
                let (numbers, in_range) = (column.numbers(), |n: &f64| (low <= n) & (n <= high));
                self.mark(numbers, in_range, |n| n.is_nan(), *negated, bit, marks);
            }
            Decision::TimeIn { negated, window } => {
                let (first, last) = window.at(as_of);
                // What is no time is in no range.
                let first = first.max(NO_TIME + 1);
                let (times, in_range) = (column.times(), |t: &i64| (first <= *t) & (*t <= last));
                self.mark(times, in_range, |t| *t == NO_TIME, *negated, bit, marks);
            }
            Decision::Known(known) => {
                let holds = std::iter::once(!known).chain(std::iter::repeat(*known));
                marks.iter_mut().zip(holds).for_each(|(marks, holds)| *marks |= u8::from(holds) << bit);
            }
            _ => return false,
        }
        true
    }

    /// Marks values of which those that are none are in no range. Without branches: values are in no order that a processor could guess.
    fn mark<T>(
        &self,
        values: &[T],
        in_range: impl Fn(&T) -> bool,
        is_none: impl Fn(&T) -> bool,
        negated: bool,
        bit: u32,
        marks: &mut [u8],
    ) {
        let turned = u8::from(negated) << bit;
        if negated == self.include_unknown {
            let holds = |value| u8::from(in_range(value)) << bit ^ turned;
            marks.iter_mut().zip(values).for_each(|(marks, value)| *marks |= holds(value));
        } else {
            // What is none has what it would not have by being out of the range.
            let holds = |value| u8::from(in_range(value) | is_none(value)) << bit ^ turned;
            marks.iter_mut().zip(values).for_each(|(marks, value)| *marks |= holds(value));
        }
    }

    /// Whether it can be decided from whether any item of a value is so; see [`Test::is_met_by_item`]. Splitting is worth it for tests
    /// of items; a text that is looked for is looked for in items if they have been split already.
    pub(crate) fn is_about_items(&self, column: &Column) -> bool {
        match &self.decision {
            Decision::List(ListOperator::IsAnyOf | ListOperator::IsNoneOf, _) => column.items().is_some(),
            // What has neither a separator nor space at its ends occurs in a text if, and only if, it occurs in an item.
            Decision::Contains { finders, .. } => finders.iter().all(is_of_items) && column.items_if_split().is_some(),
            _ => false,
        }
    }

    /// Of a test about items: whether an item, in lower case, is one that it asks for.
    pub(crate) fn is_met_by_item(&self, item: &str) -> bool {
        match &self.decision {
            Decision::List(_, operands) => operands.iter().any(|operand| operand == item),
            Decision::Contains { finders, .. } => finders.iter().any(|finder| finder.find(item.as_bytes()).is_some()),
            _ => false,
        }
    }

    /// Of a test about items: whether a known value meets it of which some item is asked for, or none, or that has no items.
    pub(crate) fn holds_for_items(&self, any: Option<bool>) -> bool {
        match (&self.decision, any) {
            (Decision::List(operator, _), Some(any)) => any != (*operator == ListOperator::IsNoneOf),
            (Decision::Contains { negated, .. }, any) => any.unwrap_or(false) != *negated,
            _ => self.include_unknown,
        }
    }

    /// Whether a value meets the test; `None` is an unknown value.
    pub(crate) fn holds(&self, value: Option<&Reading<'_>>, as_of: i64) -> bool {
        match (&self.decision, value) {
            (Decision::Known(known), value) => value.is_some() == *known,
            (_, None) => self.include_unknown,
            (decision, Some(value)) => decision.holds(value, as_of).unwrap_or(self.include_unknown),
        }
    }
}

impl Decision {
    fn new(operator: &Operator) -> Decision {
        match operator {
            Operator::IsKnown => Decision::Known(true),
            Operator::IsUnknown => Decision::Known(false),
            Operator::IsEqualTo(scalars) => Decision::equality(scalars, false),
            Operator::IsNotEqualTo(scalars) => Decision::equality(scalars, true),
            Operator::Text(operator, operands) => Decision::text(*operator, operands),
            Operator::Compare(comparison, operand) => {
                let (low, high) = match comparison {
                    Comparison::IsGreaterThan => (operand.next_up(), f64::INFINITY),
                    Comparison::IsGreaterThanOrEqualTo => (*operand, f64::INFINITY),
                    Comparison::IsLessThan => (f64::NEG_INFINITY, operand.next_down()),
                    Comparison::IsLessThanOrEqualTo => (f64::NEG_INFINITY, *operand),
                };
                Decision::NumberIn { negated: false, low, high }
            }
            Operator::Between { bounds: Bounds::Numbers(low, high), negated } => {
                Decision::NumberIn { negated: *negated, low: *low, high: *high }
            }
            Operator::Between { bounds: Bounds::Times(first, last), negated } => {
                Decision::TimeIn { negated: *negated, window: Window::Fixed(*first, *last) }
            }
            Operator::IsBefore(instant) => Decision::within(Window::Fixed(i64::MIN, instant - 1)),
            Operator::IsAfter(instant) => Decision::within(Window::Fixed(instant + 1, i64::MAX)),
            Operator::Days(operator, days) => Decision::within(Window::Days(*operator, i64::from(*days) * DAY)),
            Operator::List(operator, operands) => Decision::List(*operator, trimmed(operands)),
        }
    }

    fn within(window: Window) -> Decision {
        Decision::TimeIn { negated: false, window }
    }

    fn equality(scalars: &Scalars, negated: bool) -> Decision {
        match scalars {
            Scalars::Texts(texts) => Decision::Text { negated, equals: trimmed(texts) },
            Scalars::Numbers(numbers) => Decision::Number { negated, equals: numbers.clone() },
            Scalars::Booleans(booleans) => Decision::Boolean { negated, equals: booleans.clone() },
        }
    }

    fn text(operator: TextOperator, operands: &[String]) -> Decision {
        let lowered = || operands.iter().map(|operand| lower(operand).into_owned());
        let finders = || lowered().map(|operand| Finder::new(&operand)).collect();
        let words = || {
            let operands = operands.iter().map(|operand| lower(operand.trim()).into_owned());
            operands.map(|word| (Finder::new(&word), word)).collect()
        };
        match operator {
            TextOperator::Contains => Decision::Contains { negated: false, finders: finders() },
            TextOperator::DoesNotContain => Decision::Contains { negated: true, finders: finders() },
            TextOperator::ContainsWord => Decision::ContainsWord { negated: false, words: words() },
            TextOperator::DoesNotContainWord => Decision::ContainsWord { negated: true, words: words() },
            TextOperator::StartsWith => Decision::StartsWith(lowered().collect()),
            TextOperator::EndsWith => Decision::EndsWith(lowered().collect()),
            // An expression that does not compile was an error of the ruleset; here it matches nothing.
            TextOperator::MatchesRegex => {
                Decision::Regex(operands.iter().filter_map(|pattern| compile_regex(pattern).ok()).collect())
            }
        }
    }

    /// `None`: the value cannot be read as what is needed.
    fn holds(&self, value: &Reading<'_>, as_of: i64) -> Option<bool> {
        Some(match self {
            Decision::Known(known) => *known,
            Decision::Text { negated, equals } => equals.iter().any(|text| text == value.lower()) != *negated,
            Decision::Number { negated, equals } => {
                let number = value.number()?;
                equals.contains(&number) != *negated
            }
            Decision::NumberIn { negated, low, high } => {
                let number = value.number()?;
                (*low <= number && number <= *high) != *negated
            }
            Decision::TimeIn { negated, window } => {
                let (time, (first, last)) = (value.time()?, window.at(as_of));
                (first <= time && time <= last) != *negated
            }
            Decision::Boolean { negated, equals } => {
                let boolean = value.boolean()?;
                equals.contains(&boolean) != *negated
            }
            Decision::Contains { negated, finders } => {
                let text = value.lower().as_bytes();
                finders.iter().any(|finder| finder.find(text).is_some()) != *negated
            }
            Decision::ContainsWord { negated, words } => {
                words.iter().any(|(finder, word)| occurs_as_word(value.lower(), finder, word)) != *negated
            }
            Decision::StartsWith(prefixes) => prefixes.iter().any(|prefix| value.lower().starts_with(prefix.as_str())),
            Decision::EndsWith(suffixes) => suffixes.iter().any(|suffix| value.lower().ends_with(suffix.as_str())),
            Decision::Regex(expressions) => expressions.iter().any(|expression| expression.is_match(value.text())),
            Decision::List(operator, operands) => list_holds(*operator, operands, value)?,
        })
    }
}

/// Whether a text that is looked for can only lie within one item of a list.
fn is_of_items(finder: &Finder) -> bool {
    let inside = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_graphic());
    let text = finder.needle();
    inside(text.first()) && inside(text.last()) && !text.iter().any(|byte| matches!(byte, b';' | 0x1f))
}

/// `None`: there is no item.
fn list_holds(operator: ListOperator, operands: &[String], value: &Reading<'_>) -> Option<bool> {
    value.items().next()?;
    let is_operand = |item: &str| operands.iter().any(|operand| same(operand, item));
    let any = || value.lower_items().any(is_operand);
    let all = || operands.iter().all(|operand| value.lower_items().any(|item| same(operand, item)));
    let none_besides = || value.lower_items().all(is_operand);
    Some(match operator {
        ListOperator::IsAnyOf => any(),
        ListOperator::IsNoneOf => !any(),
        ListOperator::ContainsAll => all(),
        ListOperator::DoesNotContainAll => !all(),
        ListOperator::IsExactly => all() && none_besides(),
        ListOperator::IsNotExactly => !(all() && none_besides()),
    })
}

/// Whether two texts are the same. URLs of one site begin alike: their ends tell them apart sooner.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.as_bytes().last() == b.as_bytes().last() && a == b
}

/// Whether a word, in lower case, occurs where neither of its ends continues a word of the text.
fn occurs_as_word(text: &str, finder: &Finder, word: &str) -> bool {
    let continues = |edge: Option<char>, beyond: Option<char>| {
        edge.is_some_and(is_alphanumeric) && beyond.is_some_and(is_alphanumeric)
    };
    let (first, last) = (word.chars().next(), word.chars().next_back());
    let mut from = 0;
    while let Some(at) = text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
        let (start, end) = (from + at, from + at + word.len());
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after = text.get(end..).and_then(|tail| tail.chars().next());
        if !continues(first, before) && !continues(last, after) {
            return true;
        }
        // The next occurrence may overlap this one: "a a" in "ba a a". An empty word cannot be: operands are not blank.
        from = start + first.map_or(1, char::len_utf8);
    }
    false
}

fn trimmed(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| lower(text.trim()).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::TableBuilder;

    fn word_occurs(text: &str, word: &str) -> bool {
        occurs_as_word(text, &Finder::new(word), word)
    }

    #[test]
    fn finds_whole_words_only() {
        for (text, word) in
            [("vp sales", "vp"), ("the vp", "vp"), ("c++ dev", "c++"), ("ba a a", "a a"), ("école 42", "école")]
        {
            assert!(word_occurs(text, word), "{word} in {text}");
        }
        for (text, word) in [("international", "intern"), ("svp", "vp"), ("vp2", "vp"), ("écoles", "école"), ("", "vp")]
        {
            assert!(!word_occurs(text, word), "{word} in {text}");
        }
    }

    #[test]
    fn an_unreadable_value_is_unknown_to_the_test_that_reads_it() {
        let test = |include_unknown| {
            Test::new(&PropertyTest {
                property: "numemployees".into(),
                operator: Operator::IsNotEqualTo(Scalars::Numbers(vec![5.0])),
                include_unknown,
            })
        };
        let mut builder = TableBuilder::default();
        let column = builder.add_column("numemployees");
        for value in ["many", "6"] {
            let row = builder.begin_row();
            builder.set_text(row, column, value).unwrap();
        }
        let table = builder.finish();
        let value = |code| Reading::new(&table.columns()[0], code).unwrap();
        assert!(!test(false).holds(Some(&value(1)), 0));
        assert!(test(true).holds(Some(&value(1)), 0));
        assert!(test(false).holds(Some(&value(2)), 0));
        assert!(!test(false).holds(None, 0));
    }
}
