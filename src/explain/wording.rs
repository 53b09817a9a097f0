//! The English of ledgers: what a test says, and how it turned out. Nothing is decided here.

use crate::contacts::reading::instant_text;
use crate::ruleset::{
    Bounds, Comparison, DaysOperator, EventSelection, EventTest, Filter, ListOperator, Operator, PropertyTest, Scalars,
    TextOperator,
};

/// What a filter asks for, such as `url contains '/pricing' and device is equal to 'mobile'`.
pub(super) fn filter(filter: &Filter) -> String {
    match filter {
        Filter::All(filters) if filters.is_empty() => "anything".to_owned(),
        Filter::Any(filters) if filters.is_empty() => "nothing".to_owned(),
        Filter::All(filters) => joined(filters, " and "),
        Filter::Any(filters) => joined(filters, " or "),
        Filter::Not(part) => format!("not ({})", self::filter(part)),
        Filter::Property(test) => property_test(test),
        Filter::Event(test) => event_test(test),
        // No criterion tests scores.
        Filter::Score(_) => "a score".to_owned(),
    }
}

fn joined(filters: &[Filter], word: &str) -> String {
    let part = |part: &Filter| match part {
        Filter::All(parts) | Filter::Any(parts) if parts.len() > 1 => format!("({})", filter(part)),
        _ => filter(part),
    };
    filters.iter().map(part).collect::<Vec<_>>().join(word)
}

/// What a property test asks for.
pub(super) fn property_test(test: &PropertyTest) -> String {
    let or_unknown = if test.include_unknown { " or is unknown" } else { "" };
    format!("{} {}{or_unknown}", test.property, predicate(&test.operator, true))
}

/// The operator with its operand as a predicate: how it reads where it holds, or where it does not.
pub(super) fn predicate(operator: &Operator, holds: bool) -> String {
    let verb =
        |positive: &str, negative: &str, negated: bool| if holds != negated { positive } else { negative }.to_owned();
    match operator {
        Operator::IsKnown => verb("is known", "is unknown", false),
        Operator::IsUnknown => verb("is known", "is unknown", true),
        Operator::IsEqualTo(scalars) => verb("is", "is not", false) + " equal to " + &scalar_operands(scalars),
        Operator::IsNotEqualTo(scalars) => verb("is", "is not", true) + " equal to " + &scalar_operands(scalars),
        Operator::Text(operator, operands) => {
            let (positive, negative, negated) = match operator {
                TextOperator::Contains => ("contains", "does not contain", false),
                TextOperator::DoesNotContain => ("contains", "does not contain", true),
                TextOperator::ContainsWord => ("contains the word", "does not contain the word", false),
                TextOperator::DoesNotContainWord => ("contains the word", "does not contain the word", true),
                TextOperator::StartsWith => ("starts with", "does not start with", false),
                TextOperator::EndsWith => ("ends with", "does not end with", false),
                TextOperator::MatchesRegex => ("matches", "does not match", false),
            };
            verb(positive, negative, negated) + " " + &texts(operands)
        }
        Operator::Compare(comparison, operand) => {
            let than = match comparison {
                Comparison::IsGreaterThan => "greater than",
                Comparison::IsGreaterThanOrEqualTo => "greater than or equal to",
                Comparison::IsLessThan => "less than",
                Comparison::IsLessThanOrEqualTo => "less than or equal to",
            };
            format!("{} {than} {operand}", verb("is", "is not", false))
        }
        Operator::Between { bounds, negated } => {
            let (low, high) = match bounds {
                Bounds::Numbers(low, high) => (low.to_string(), high.to_string()),
                Bounds::Times(low, high) => (instant_text(*low), instant_text(*high)),
            };
            format!("{} between {low} and {high}", verb("is", "is not", *negated))
        }
        Operator::IsBefore(instant) => format!("{} before {}", verb("is", "is not", false), instant_text(*instant)),
        Operator::IsAfter(instant) => format!("{} after {}", verb("is", "is not", false), instant_text(*instant)),
        Operator::Days(operator, days) => {
            let (than, side) = match operator {
                DaysOperator::IsLessThanXDaysAgo => ("less than", "ago"),
                DaysOperator::IsMoreThanXDaysAgo => ("more than", "ago"),
                DaysOperator::IsLessThanXDaysFromNow => ("less than", "from now"),
                DaysOperator::IsMoreThanXDaysFromNow => ("more than", "from now"),
            };
            format!("{} {than} {} {side}", verb("is", "is not", false), number_of(*days as usize, "day"))
        }
        Operator::List(operator, operands) => {
            let (positive, negative, negated) = match operator {
                ListOperator::IsAnyOf => ("is any of", "is none of", false),
                ListOperator::IsNoneOf => ("is any of", "is none of", true),
                ListOperator::ContainsAll => ("contains all of", "does not contain all of", false),
                ListOperator::DoesNotContainAll => ("contains all of", "does not contain all of", true),
                ListOperator::IsExactly => ("is exactly", "is not exactly", false),
                ListOperator::IsNotExactly => ("is exactly", "is not exactly", true),
            };
            verb(positive, negative, negated) + " " + &texts(operands)
        }
    }
}

fn event_test(test: &EventTest) -> String {
    let range = match (test.at_least, test.at_most) {
        (least, None) => format!("at least {least}"),
        (0, Some(most)) => format!("at most {most}"),
        (least, Some(most)) if least == most => format!("exactly {least}"),
        (least, Some(most)) => format!("{least} to {most}"),
    };
    format!("{range} {}", events(&test.events, 2))
}

/// A number of events, such as `2 page_view events where url contains '/pricing' within 30 days`.
pub(super) fn number_of_events(selection: &EventSelection, count: usize) -> String {
    format!("{count} {}", events(selection, count))
}

/// Events without their number.
pub(super) fn events(selection: &EventSelection, count: usize) -> String {
    let mut text = format!("{} {}", clipped(&selection.event), if count == 1 { "event" } else { "events" });
    if let Some(part) = &selection.filter {
        text += " where ";
        text += &filter(part);
    }
    if let Some(days) = selection.within_days {
        text += " within ";
        text += &number_of(days as usize, "day");
    }
    text
}

/// `1 day`, `2 days`.
pub(super) fn number_of(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// `'a'`, `'a' or 'b'`, and of long lists the first five.
pub(super) fn texts(operands: &[String]) -> String {
    alternatives(operands.iter().map(|operand| quoted(operand)), operands.len())
}

fn scalar_operands(scalars: &Scalars) -> String {
    match scalars {
        Scalars::Texts(operands) => texts(operands),
        Scalars::Numbers(operands) => alternatives(operands.iter().map(f64::to_string), operands.len()),
        Scalars::Booleans(operands) => alternatives(operands.iter().map(bool::to_string), operands.len()),
    }
}

/// `a, b or c`, and of long lists the first five.
pub(super) fn alternatives(items: impl Iterator<Item = String>, count: usize) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<String> = items.take(SHOWN).collect();
    match shown.split_last() {
        Some((last, rest)) if !rest.is_empty() && count <= SHOWN => format!("{} or {last}", rest.join(", ")),
        _ if count > SHOWN => format!("{} or one of {} more", shown.join(", "), count - SHOWN),
        _ => shown.concat(),
    }
}

/// A value in quotation marks, cut where it is long.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", clipped(text))
}

fn clipped(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
