//! When a criterion's points change next by the passing of time alone: every instant at which they might is tried with the
//! engine, in order, until they do.

use crate::contacts::Events;
use crate::contacts::reading::{self, DAY, LAST_INSTANT};
use crate::ruleset::{Award, Criterion, Decay, EventSelection, Filter, Operator, Points, PropertyTest, Rule};
use crate::scoring::decay::DecaySteps;
use crate::scoring::single::Single;

/// How many instants are tried: daily steps for more than five years.
const MOST_INSTANTS: usize = 2_000;
/// And how many events are looked at in all of them: a contact of 1,000 events is followed over 2,000 instants.
const MOST_EVENTS_LOOKED_AT: usize = 2_000_000;

/// The first instant after `contact.as_of` at which `points` gives something else, and what. `raw` is what the criterion
/// gives now without decay.
pub(super) fn next_change(
    contact: &Single<'_>,
    criterion: &Criterion,
    decay: Option<&Decay>,
    raw: Points,
    points: impl Fn(i64) -> Points,
) -> Option<(i64, Points)> {
    if !criterion.enabled {
        return None;
    }
    let steps = decay.map(|decay| DecaySteps::new(decay, at_once(&criterion.rule, raw)));
    let instants = Instants::new(contact, criterion, steps);
    let now = points(contact.as_of);
    let tries = MOST_INSTANTS.min(MOST_EVENTS_LOOKED_AT / (1 + contact.contact.events().len()));
    let mut instant = contact.as_of;
    for _ in 0..tries {
        instant = instants.after(instant).filter(|instant| *instant <= LAST_INSTANT)?;
        let then = points(instant);
        if then != now {
            return Some((instant, then));
        }
    }
    None
}

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

/// Where a criterion's points may change.
struct Instants {
    /// Ascending.
    fixed: Vec<i64>,
    /// Times from which points decay, step by step.
    decaying: Vec<i64>,
    steps: Option<DecaySteps>,
}

impl Instants {
    fn new(contact: &Single<'_>, criterion: &Criterion, steps: Option<DecaySteps>) -> Instants {
        let mut instants = Instants { fixed: Vec::new(), decaying: Vec::new(), steps };
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

    fn after(&self, instant: i64) -> Option<i64> {
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
