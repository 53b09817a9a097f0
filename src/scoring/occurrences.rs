//! Which events of a contact count: type, filter, window, once per what was asked, at most so many. The latest come first.

use super::leaf::LeafFilter;
use super::reading::{Reading, classes, lower};
use crate::contacts::reading::DAY;
use crate::contacts::{Column, Events, names};
use crate::ruleset::{EventSelection, Filter, OncePer};
use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Decides a test of a property for every code of its column; without one there is only code 0, which has no value.
pub(crate) type Decide<'a> = dyn Fn(&Filter, Option<&Column>) -> Arc<[u8]> + 'a;

/// A selection of events, ready for any contact of a table.
pub(crate) struct Selection<'t> {
    events: &'t Events,
    /// By code of the type column.
    types: Vec<bool>,
    filter: Option<EventFilter<'t>>,
    window: RangeInclusive<i64>,
}

/// A filter over the properties of one event.
enum EventFilter<'t> {
    All(Vec<EventFilter<'t>>),
    Any(Vec<EventFilter<'t>>),
    Not(Box<EventFilter<'t>>),
    /// A decision per code; without a column there is only code 0.
    Column(&'t [u32], Arc<[u8]>),
}

impl<'t> Selection<'t> {
    /// `decided` gives what is decided of tests of event properties; [`decided_at`] works it out.
    pub(crate) fn new(
        selection: &EventSelection,
        events: &'t Events,
        as_of: i64,
        decided: &Decide<'_>,
    ) -> Selection<'t> {
        let wanted = lower(selection.event.trim()).into_owned();
        let is_wanted = |value| lower(crate::contacts::Value::text(value).as_ref()) == wanted.as_str();
        let types = events.types().dictionary();
        let types = std::iter::once(false).chain(types.values().map(|(_, value)| is_wanted(value))).collect();
        let filter = selection.filter.as_deref().map(|filter| EventFilter::new(filter, events, decided));
        let first = selection.within_days.map_or(i64::MIN, |days| as_of.saturating_sub(i64::from(days) * DAY));
        Selection { events, types, filter, window: first..=as_of }
    }

    /// The events of a contact that count, the latest first.
    pub(crate) fn of(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        let times = self.events.times();
        let types = self.events.types().codes();
        let range = self.events.of(row);
        let own = times.get(range.clone()).unwrap_or(&[]);
        let first = range.start + own.partition_point(|time| time < self.window.start());
        let end = range.start + own.partition_point(|time| time <= self.window.end());
        (first..end.max(first)).rev().filter(move |event| {
            let kind = types.get(*event).and_then(|code| self.types.get(*code as usize));
            kind == Some(&true) && self.filter.as_ref().is_none_or(|filter| filter.holds(*event))
        })
    }
}

impl<'t> EventFilter<'t> {
    fn new(filter: &Filter, events: &'t Events, decided: &Decide<'_>) -> EventFilter<'t> {
        let each = |filters: &[Filter]| {
            filters.iter().map(|filter| EventFilter::new(filter, events, decided)).collect::<Vec<_>>()
        };
        match filter {
            Filter::All(filters) => EventFilter::All(each(filters)),
            Filter::Any(filters) => EventFilter::Any(each(filters)),
            Filter::Not(filter) => EventFilter::Not(Box::new(EventFilter::new(filter, events, decided))),
            Filter::Property(test) => {
                let column = events.column(&test.property);
                EventFilter::Column(column.map_or(&[], Column::codes), decided(filter, column))
            }
            // No ruleset that was checked has these inside an event test.
            Filter::Event(_) | Filter::Score(_) => EventFilter::Any(Vec::new()),
        }
    }

    fn holds(&self, event: usize) -> bool {
        match self {
            EventFilter::All(filters) => filters.iter().all(|filter| filter.holds(event)),
            EventFilter::Any(filters) => filters.iter().any(|filter| filter.holds(event)),
            EventFilter::Not(filter) => !filter.holds(event),
            EventFilter::Column(codes, decisions) => {
                let code = codes.get(event).copied().unwrap_or(0);
                decisions.get(code as usize).is_some_and(|decision| *decision != 0)
            }
        }
    }
}

/// Decides tests of event properties at an instant, each anew.
pub(crate) fn decided_at(as_of: i64) -> impl Fn(&Filter, Option<&Column>) -> Arc<[u8]> {
    move |filter, column| {
        let filter = LeafFilter::new(filter);
        Reading::all(column).map(|value| u8::from(filter.holds(value.as_ref(), as_of))).collect()
    }
}

/// Leaves the latest of those occurrences that are one.
pub(crate) struct Once<'t> {
    times: &'t [i64],
    per: Per<'t>,
}

enum Per<'t> {
    Occurrence,
    Day {
        last: Option<i64>,
    },
    /// A class per code, 0 for unknown: values that are the same without case have the same class. And for each
    /// class the contact for which it was seen last.
    Property {
        codes: &'t [u32],
        classes: Vec<u32>,
        seen: Vec<u32>,
    },
}

impl<'t> Once<'t> {
    pub(crate) fn new(once_per: Option<&OncePer>, events: &'t Events) -> Once<'t> {
        let per = match once_per {
            None => Per::Occurrence,
            Some(OncePer::Day) => Per::Day { last: None },
            Some(OncePer::Property(name)) => {
                let column = events.columns().iter().find(|column| names::same(column.name(), name));
                let classes = column.map_or_else(|| vec![0], classes_by_code);
                let seen = vec![0; classes.iter().max().map_or(1, |class| *class as usize + 1)];
                Per::Property { codes: column.map_or(&[], Column::codes), classes, seen }
            }
        };
        Once { times: events.times(), per }
    }

    /// Whether an event of a contact is the first of its kind to come here. Contacts come one after another.
    pub(crate) fn is_new(&mut self, row: usize, event: usize) -> bool {
        match &mut self.per {
            Per::Occurrence => true,
            Per::Day { last } => {
                let day = self.times.get(event).map(|time| time.div_euclid(DAY));
                std::mem::replace(last, day) != day
            }
            Per::Property { codes, classes, seen } => {
                let code = codes.get(event).copied().unwrap_or(0);
                let class = classes.get(code as usize).copied().unwrap_or(0);
                let stamp = row as u32 + 1;
                let place = seen.get_mut(class as usize).filter(|_| class != 0);
                place.is_some_and(|seen| std::mem::replace(seen, stamp) != stamp)
            }
        }
    }

    /// Says that the next contact comes.
    pub(crate) fn next_contact(&mut self) {
        if let Per::Day { last } = &mut self.per {
            *last = None;
        }
    }
}

fn classes_by_code(column: &Column) -> Vec<u32> {
    let values: Vec<_> =
        column.dictionary().values().map(|(_, value)| Cow::from(lower(&value.text()).into_owned())).collect();
    std::iter::once(0).chain(classes(&values).iter().map(|class| class + 1)).collect()
}
