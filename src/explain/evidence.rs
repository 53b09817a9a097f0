//! What is found of one contact for a criterion, with the very tests and selections that score it.

use super::ledger::{Evidence, Found, Item, Occurrence, Unknown};
use super::wording::{self, quoted};
use crate::contacts::reading::instant_text;
use crate::ruleset::{
    Award, Decay, EventSelection, EventTest, Filter, FrequencyRange, ListOperator, OncePer, Operator, Points,
    PropertyTest, Scalars, TextOperator,
};
use crate::scoring::decay::DecaySteps;
use crate::scoring::occurrences::Once;
use crate::scoring::reading::Reading;
use crate::scoring::single::Single;
use crate::scoring::test::Test;
use crate::scoring::value_points::{ValuePoints, distinct_items};

/// How many occurrences are listed.
const LISTED: usize = 20;

impl Single<'_> {
    /// The value of a property, or why there is none, with the text that stands for none.
    fn known(&self, property: &str) -> Result<Reading<'_>, (Unknown, Option<String>)> {
        self.value(property).map_err(|declared| match declared {
            Some(_) => (Unknown::Declared, declared),
            None => (Unknown::Missing, None),
        })
    }

    /// What is found for a filter, which has neither score nor band in it.
    pub(crate) fn evidence(&self, filter: &Filter) -> Evidence {
        let parts = |filters: &[Filter]| filters.iter().map(|filter| self.evidence(filter)).collect::<Vec<_>>();
        match filter {
            Filter::All(filters) => {
                let parts = parts(filters);
                let met = parts.iter().all(|part| part.met);
                Evidence { met, text: decisive(&parts, met, " and "), found: Found::All { parts } }
            }
            Filter::Any(filters) => {
                let parts = parts(filters);
                let met = parts.iter().any(|part| part.met);
                Evidence { met, text: decisive(&parts, met, " and "), found: Found::Any { parts } }
            }
            Filter::Not(filter) => {
                let part = self.evidence(filter);
                Evidence { met: !part.met, text: part.text.clone(), found: Found::Not { parts: vec![part] } }
            }
            Filter::Property(test) => self.property_test(test),
            Filter::Event(test) => self.event_test(test),
            // The check keeps score tests out of criteria.
            Filter::Score(_) => Evidence { met: false, text: String::new(), found: Found::Any { parts: Vec::new() } },
        }
    }

    fn property_test(&self, test: &PropertyTest) -> Evidence {
        let prepared = Test::new(test);
        let value = self.known(&test.property);
        let met = prepared.holds(value.as_ref().ok(), self.as_of);
        let name = &test.property;
        let (text, shown, unknown) = match value {
            Err((unknown, shown)) => {
                let text = match &shown {
                    Some(shown) => format!("{name} {} stands for no value", quoted(shown)),
                    None => format!("{name} is unknown"),
                };
                (text, shown, Some(unknown))
            }
            Ok(value) => {
                let shown = value.text().to_owned();
                match prepared.needs().filter(|needed| !value.is(*needed)) {
                    Some(needed) => {
                        let text = format!("{name} {} cannot be read as a {}", quoted(&shown), needed.word());
                        (text, Some(shown), Some(Unknown::Unreadable))
                    }
                    None => {
                        let decisive = deciding_operands(test, &value, met, self.as_of);
                        let text = format!("{name} {} {}", quoted(&shown), wording::predicate(&decisive, met));
                        (text, Some(shown), None)
                    }
                }
            }
        };
        let (operator, operand) = (test.operator.name(), test.operator.operand());
        let found = Found::Property { property: name.clone(), operator, operand, value: shown, unknown };
        Evidence { met, text, found }
    }

    fn event_test(&self, test: &EventTest) -> Evidence {
        let count = self.selection(&test.events, self.as_of).of(0).count();
        let needed = match (test.at_least, test.at_most) {
            // What an event test asks for unless it says something else.
            (1, None) => String::new(),
            (least, None) => format!(" (asked for: at least {least})"),
            (0, Some(0)) => " (asked for: none)".to_owned(),
            (0, Some(most)) => format!(" (asked for: at most {most})"),
            (least, Some(most)) if least == most => format!(" (asked for: exactly {least})"),
            (least, Some(most)) => format!(" (asked for: {least} to {most})"),
        };
        let found = Found::Event {
            event: test.events.event.clone(),
            count,
            at_least: test.at_least,
            at_most: test.at_most,
            within_days: test.events.within_days,
        };
        let text = wording::number_of_events(&test.events, count) + &needed;
        Evidence { met: test.holds(count), text, found }
    }

    pub(super) fn value_evidence(&self, property: &str, values: &[(String, Points)], default: Points) -> Evidence {
        let points = ValuePoints::new(values, default);
        let item = |item: std::borrow::Cow<'_, str>| {
            let (points, listed) = points.of_item(&item);
            Item { item: item.into_owned(), points, listed }
        };
        let (value, unknown, items) = match self.known(property) {
            Ok(value) => (Some(value.text().to_owned()), None, distinct_items(&value).into_iter().map(item).collect()),
            Err((unknown, value)) => (value, Some(unknown), Vec::new()),
        };
        let met = items.iter().any(|item: &Item| item.listed || item.points != Points::ZERO);
        let text = match (&value, unknown) {
            (Some(value), Some(_)) => format!("{property} {} stands for no value", quoted(value)),
            (None, _) => format!("{property} is unknown"),
            (Some(value), None) if met => format!("{property} is {}", quoted(value)),
            (Some(value), None) => format!("{property} {} is not listed", quoted(value)),
        };
        Evidence { met, text, found: Found::Value { property: property.to_owned(), value, unknown, items } }
    }

    pub(super) fn event_evidence(
        &self,
        events: &EventSelection,
        once_per: Option<&OncePer>,
        award: &Award,
        decay: Option<&Decay>,
    ) -> Evidence {
        let selection = self.selection(events, self.as_of);
        let mut once = Once::new(once_per, self.contact.events());
        let found = selection.of(0).count();
        let distinct: Vec<usize> = selection.of(0).filter(|event| once.is_new(0, *event)).collect();
        let (counted, met) = match award {
            Award::PerOccurrence { max_occurrences, .. } => {
                let most = max_occurrences.map_or(usize::MAX, |most| most as usize);
                (distinct.len().min(most), !distinct.is_empty())
            }
            Award::Frequency(ranges) => (distinct.len(), range_of(ranges, distinct.len()).is_some()),
        };
        let steps = match award {
            Award::PerOccurrence { points, .. } => Some((*points, decay.map(|decay| DecaySteps::new(decay, *points)))),
            Award::Frequency(_) => None,
        };
        let times = self.contact.events().times();
        let occurrence = |event: &usize| {
            let time = times.get(*event).copied().unwrap_or(self.as_of);
            let left = |(points, steps): &(Points, Option<DecaySteps>)| {
                steps.as_ref().map_or(*points, |steps| steps.left(time, self.as_of))
            };
            Occurrence { time: instant_text(time), points: steps.as_ref().map(left) }
        };
        let mut text = wording::number_of_events(events, found);
        match once_per {
            Some(OncePer::Day) => text += &format!(", on {}", wording::number_of(distinct.len(), "day")),
            Some(OncePer::Property(name)) => {
                text += &format!(", {} of {name}", wording::number_of(distinct.len(), "value"))
            }
            None => {}
        }
        if counted < distinct.len() {
            text += &format!(", of which {counted} count");
        }
        let found = Found::Occurrences {
            event: events.event.clone(),
            count: counted,
            found,
            within_days: events.within_days,
            occurrences: distinct.iter().take(counted.min(LISTED)).map(occurrence).collect(),
        };
        Evidence { met, text, found }
    }
}

/// The range that a number of occurrences falls into.
pub(super) fn range_of(ranges: &[FrequencyRange], count: usize) -> Option<&FrequencyRange> {
    ranges.iter().find(|range| range.contains(count))
}

/// The sentences of those parts that made it so: the met ones if it is met, else the others.
fn decisive(parts: &[Evidence], met: bool, word: &str) -> String {
    let parts = parts.iter().filter(|part| part.met == met).map(|part| part.text.as_str());
    parts.collect::<Vec<_>>().join(word)
}

/// The operator with only those of several operands that made it so, where it is not all of them.
fn deciding_operands(test: &PropertyTest, value: &Reading<'_>, met: bool, as_of: i64) -> Operator {
    let alone = |operator: Operator| PropertyTest { operator, ..test.clone() };
    let decides = |operator: Operator| Test::new(&alone(operator)).holds(Some(value), as_of) == met;
    let negative = matches!(
        test.operator,
        Operator::IsNotEqualTo(_)
            | Operator::Text(TextOperator::DoesNotContain | TextOperator::DoesNotContainWord, _)
            | Operator::List(ListOperator::IsNoneOf, _)
    );
    // Any one is enough for a positive test to hold and for a negative one to fail; else all of them are the reason.
    if met == negative {
        return test.operator.clone();
    }
    let first = |operands: &[String], make: &dyn Fn(Vec<String>) -> Operator| {
        operands.iter().map(|operand| make(vec![operand.clone()])).find(|operator| decides(operator.clone()))
    };
    let one = match &test.operator {
        Operator::IsEqualTo(Scalars::Texts(texts)) => first(texts, &|one| Operator::IsEqualTo(Scalars::Texts(one))),
        Operator::IsNotEqualTo(Scalars::Texts(texts)) => {
            first(texts, &|one| Operator::IsNotEqualTo(Scalars::Texts(one)))
        }
        Operator::Text(operator, texts) => first(texts, &|one| Operator::Text(*operator, one)),
        Operator::List(operator @ (ListOperator::IsAnyOf | ListOperator::IsNoneOf), texts) => {
            first(texts, &|one| Operator::List(*operator, one))
        }
        _ => None,
    };
    one.unwrap_or_else(|| test.operator.clone())
}
