//! A property test, prepared for many values: operands in lower case, expressions compiled. Decides one value at a time and
//! knows nothing of tables, criteria or points.

use super::reading::{Needed, Reading, lower};
use crate::contacts::Column;
use crate::contacts::reading::DAY;
use crate::contacts::table::NO_TIME;
use crate::ruleset::{Bounds, Comparison, DaysOperator, ListOperator, Operator, PropertyTest, Scalars, TextOperator};
use memchr::memmem::Finder;
use regex_lite::Regex;

/// A property test, prepared.
pub(crate) struct Test {
    include_unknown: bool,
    decision: Decision,
}

enum Decision {
    Known(bool),
    Text { negated: bool, equals: Vec<String> },
    Number { negated: bool, equals: Vec<f64> },
    Boolean { negated: bool, equals: Vec<bool> },
    Contains { negated: bool, finders: Vec<Finder<'static>> },
    ContainsWord { negated: bool, words: Vec<(Finder<'static>, String)> },
    StartsWith(Vec<String>),
    EndsWith(Vec<String>),
    Regex(Vec<Regex>),
    Compare(Comparison, f64),
    BetweenNumbers { negated: bool, low: f64, high: f64 },
    BetweenTimes { negated: bool, low: i64, high: i64 },
    Before(i64),
    After(i64),
    Days(DaysOperator, i64),
    List(ListOperator, Vec<String>),
}

impl Test {
    pub(crate) fn new(test: &PropertyTest) -> Test {
        Test { include_unknown: test.include_unknown, decision: Decision::new(&test.operator) }
    }

    /// What the test has to read a value as, if not as text.
    pub(crate) fn needs(&self) -> Option<Needed> {
        match &self.decision {
            Decision::Number { .. } | Decision::Compare(..) | Decision::BetweenNumbers { .. } => Some(Needed::Number),
            Decision::Boolean { .. } => Some(Needed::Boolean),
            Decision::BetweenTimes { .. } | Decision::Before(_) | Decision::After(_) | Decision::Days(..) => {
                Some(Needed::Time)
            }
            _ => None,
        }
    }

    /// Whether each value of a column meets a test that reads numbers or times, by code. `None`: it reads something else.
    pub(crate) fn holds_for_all(&self, column: &Column, as_of: i64) -> Option<Vec<u8>> {
        let unknown = self.include_unknown;
        match self.needs()? {
            Needed::Number => {
                let holds = |number: &f64| if number.is_nan() { unknown } else { self.decision.holds_number(*number) };
                Some(column.numbers().iter().map(|number| u8::from(holds(number))).collect())
            }
            Needed::Time => {
                let holds =
                    |time: &i64| if *time == NO_TIME { unknown } else { self.decision.holds_time(*time, as_of) };
                Some(column.times().iter().map(|time| u8::from(holds(time))).collect())
            }
            Needed::Boolean => None,
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
            Operator::Compare(comparison, operand) => Decision::Compare(*comparison, *operand),
            Operator::Between { bounds: Bounds::Numbers(low, high), negated } => {
                Decision::BetweenNumbers { negated: *negated, low: *low, high: *high }
            }
            Operator::Between { bounds: Bounds::Times(low, high), negated } => {
                Decision::BetweenTimes { negated: *negated, low: *low, high: *high }
            }
            Operator::IsBefore(instant) => Decision::Before(*instant),
            Operator::IsAfter(instant) => Decision::After(*instant),
            Operator::Days(operator, days) => Decision::Days(*operator, i64::from(*days) * DAY),
            Operator::List(operator, operands) => Decision::List(*operator, trimmed(operands)),
        }
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
        let finders = || lowered().map(|operand| Finder::new(&operand).into_owned()).collect();
        let words = || {
            let operands = operands.iter().map(|operand| lower(operand.trim()).into_owned());
            operands.map(|word| (Finder::new(&word).into_owned(), word)).collect()
        };
        match operator {
            TextOperator::Contains => Decision::Contains { negated: false, finders: finders() },
            TextOperator::DoesNotContain => Decision::Contains { negated: true, finders: finders() },
            TextOperator::ContainsWord => Decision::ContainsWord { negated: false, words: words() },
            TextOperator::DoesNotContainWord => Decision::ContainsWord { negated: true, words: words() },
            TextOperator::StartsWith => Decision::StartsWith(lowered().collect()),
            TextOperator::EndsWith => Decision::EndsWith(lowered().collect()),
            // An expression that does not compile was an error of the ruleset; here it matches nothing.
            TextOperator::MatchesRegex => Decision::Regex(
                operands.iter().filter_map(|pattern| crate::ruleset::compile_regex(pattern).ok()).collect(),
            ),
        }
    }

    /// `None`: the value cannot be read as what is needed.
    fn holds(&self, value: &Reading<'_>, as_of: i64) -> Option<bool> {
        Some(match self {
            Decision::Known(known) => *known,
            Decision::Text { negated, equals } => equals.iter().any(|text| text == value.lower()) != *negated,
            Decision::Number { .. } | Decision::Compare(..) | Decision::BetweenNumbers { .. } => {
                self.holds_number(value.number()?)
            }
            Decision::BetweenTimes { .. } | Decision::Before(_) | Decision::After(_) | Decision::Days(..) => {
                self.holds_time(value.time()?, as_of)
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

impl Decision {
    /// Of decisions about numbers; the others hold for none.
    #[inline(always)] // so that the choice can be made once for a whole column
    fn holds_number(&self, number: f64) -> bool {
        match self {
            Decision::Number { negated, equals } => equals.contains(&number) != *negated,
            Decision::Compare(comparison, operand) => match comparison {
                Comparison::IsGreaterThan => number > *operand,
                Comparison::IsGreaterThanOrEqualTo => number >= *operand,
                Comparison::IsLessThan => number < *operand,
                Comparison::IsLessThanOrEqualTo => number <= *operand,
            },
            Decision::BetweenNumbers { negated, low, high } => (*low <= number && number <= *high) != *negated,
            _ => false,
        }
    }

    /// Of decisions about times; the others hold for none.
    #[inline(always)]
    fn holds_time(&self, time: i64, as_of: i64) -> bool {
        match self {
            Decision::BetweenTimes { negated, low, high } => (*low..=*high).contains(&time) != *negated,
            Decision::Before(instant) => time < *instant,
            Decision::After(instant) => time > *instant,
            Decision::Days(operator, days) => {
                let age = as_of - time;
                match operator {
                    DaysOperator::IsLessThanXDaysAgo => (0..=*days).contains(&age),
                    DaysOperator::IsMoreThanXDaysAgo => age > *days,
                    DaysOperator::IsLessThanXDaysFromNow => (0..=*days).contains(&-age),
                    DaysOperator::IsMoreThanXDaysFromNow => -age > *days,
                }
            }
            _ => false,
        }
    }
}

/// `None`: there is no item.
fn list_holds(operator: ListOperator, operands: &[String], value: &Reading<'_>) -> Option<bool> {
    value.items().next()?;
    let is_operand = |item: &str| operands.iter().any(|operand| operand == item);
    let any = || value.lower_items().any(is_operand);
    let all = || operands.iter().all(|operand| value.lower_items().any(|item| item == operand));
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

/// Whether a word, in lower case, occurs where neither of its ends continues a word of the text.
fn occurs_as_word(text: &str, finder: &Finder<'_>, word: &str) -> bool {
    let continues = |edge: Option<char>, beyond: Option<char>| {
        edge.is_some_and(char::is_alphanumeric) && beyond.is_some_and(char::is_alphanumeric)
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
