//! The instants at which what is decided of one contact may change by the passing of time alone: windows and tests of days begin or cease
//! to hold, events come to exist, decay takes its steps.
//!
//! In: a contact, criteria and filters. Out: instants, one after another, at some of which nothing changes. What holds at them is not known
//! here.

use super::decay::DecaySteps;
use super::single::Single;
use crate::contacts::Events;
use crate::contacts::reading::{self, DAY, LAST_INSTANT};
use crate::ruleset::{Award, Criterion, Decay, EventSelection, Filter, Operator, Points, PropertyTest, Rule};

/// The most points that a criterion gives from one instant on: these take the longest to decay.
fn at_once(rule: &Rule, raw: Points) -> Points {
    match rule {
        Rule::Condition { points, .. } | Rule::ByEvent { award: Award::PerOccurrence { points, .. }, .. } => *points,
        Rule::ByValue { .. } => raw,
        Rule::ByEvent { award: Award::Frequency(ranges), .. } => {
            let largest = ranges.iter().map(|range| range.points).max_by_key(|points| points.hundredths().abs());
            largest.unwrap_or_default()
        }
    }
}

/// Where a criterion's points may change, or whether a filter is met.
#[derive(Default)]
pub(crate) struct Instants {
    /// Ascending.
    fixed: Vec<i64>,
    /// Times from which points decay, step by step.
    decaying: Vec<i64>,
    steps: Option<DecaySteps>,
}

impl Instants {
    /// Those of a criterion with the decay that holds for it. `raw` is what it gives now without decay.
    pub(crate) fn of_criterion(
        contact: &Single<'_>,
        criterion: &Criterion,
        decay: Option<&Decay>,
        raw: Points,
    ) -> Instants {
        let steps = decay.map(|decay| DecaySteps::new(decay, at_once(&criterion.rule, raw)));
        let mut instants = Instants { steps, ..Instants::default() };
        match &criterion.rule {
            Rule::Condition { when, since, .. } => {
                instants.add_filter(when, contact);
                instants.decaying.extend(since.as_deref().and_then(|since| contact.time(since)));
            }
            Rule::ByValue { since, .. } => {
                instants.decaying.extend(since.as_deref().and_then(|since| contact.time(since)));
            }
            Rule::ByEvent { events, .. } => {
                let times = instants.add_events(events, contact);
                instants.decaying.extend(times);
            }
        }
        instants.fixed.sort_unstable();
        instants
    }

    /// Those of several filters together.
    pub(crate) fn of_filters<'f>(contact: &Single<'_>, filters: impl Iterator<Item = &'f Filter>) -> Instants {
        let mut instants = Instants::default();
        filters.for_each(|filter| instants.add_filter(filter, contact));
        instants.fixed.sort_unstable();
        instants
    }

    /// The first one after an instant.
    pub(crate) fn after(&self, instant: i64) -> Option<i64> {
        let fixed = self.fixed.get(self.fixed.partition_point(|fixed| *fixed <= instant)).copied();
        let steps = self
            .steps
            .iter()
            .flat_map(|steps| self.decaying.iter().filter_map(move |time| steps.next_change(*time, instant)));
        fixed.into_iter().chain(steps).min()
    }

    fn add_filter(&mut self, filter: &Filter, contact: &Single<'_>) {
        match filter {
            Filter::All(filters) | Filter::Any(filters) => {
                filters.iter().for_each(|filter| self.add_filter(filter, contact));
            }
            Filter::Not(filter) => self.add_filter(filter, contact),
            Filter::Property(test) => self.add_days(test, contact.time(&test.property)),
            Filter::Event(test) => {
                self.add_events(&test.events, contact);
            }
            Filter::Score(_) => {}
        }
    }

    /// Where a test of days begins or ceases to hold.
    fn add_days(&mut self, test: &PropertyTest, time: Option<i64>) {
        if let (Operator::Days(_, days), Some(time)) = (&test.operator, time) {
            let days = i64::from(*days) * DAY;
            self.fixed.extend([time - days, time, time + 1, time + days + 1]);
        }
    }

    /// Where events come to exist and leave the window. Gives their times.
    fn add_events(&mut self, selection: &EventSelection, contact: &Single<'_>) -> Vec<i64> {
        let events = contact.contact.events();
        let mut any_time = EventSelection { within_days: None, ..selection.clone() };
        if selection.filter.as_ref().is_some_and(|filter| self.add_event_days(filter, events)) {
            // Which events pass changes with time: all of the type may.
            any_time.filter = None;
        }
        let selected = contact.selection(&any_time, LAST_INSTANT);
        let times: Vec<i64> = selected.of(0).filter_map(|event| events.times().get(event).copied()).collect();
        self.fixed.extend(&times);
        if let Some(days) = selection.within_days {
            self.fixed.extend(times.iter().map(|time| time + i64::from(days) * DAY + 1));
        }
        times
    }

    /// The instants of tests of days over event properties, and whether there are such tests.
    fn add_event_days(&mut self, filter: &Filter, events: &Events) -> bool {
        match filter {
            Filter::All(filters) | Filter::Any(filters) => {
                filters.iter().fold(false, |any, filter| self.add_event_days(filter, events) | any)
            }
            Filter::Not(filter) => self.add_event_days(filter, events),
            Filter::Property(test) => {
                let timed = matches!(test.operator, Operator::Days(..));
                let column = events.column(&test.property).filter(|_| timed);
                for (_, value) in column.into_iter().flat_map(|column| column.dictionary().values()) {
                    self.add_days(test, reading::time(&value.text()));
                }
                timed
            }
            Filter::Event(_) | Filter::Score(_) => false,
        }
    }
}
