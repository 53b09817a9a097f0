//! The types of events, with what is known of the events of each.
//!
//! In: the events of a table. Out: how many there are of each type, of how many contacts, with which properties and values. Types are
//! told apart as rules do it: without case.

use super::column::Column;
use super::names;
use super::report::{self, Kind};
use super::table::Events;
use super::value_counts::{Tally, ValueCounts, ValueQuestion};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashMap;

/// So many types are described.
const DESCRIBED: usize = 1_000;

/// A type of events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventType {
    /// As it was first written.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many events there are of it.
    pub count: usize,
    /// How many contacts have one.
    pub contacts: usize,
    /// What is known of some of them, in the file's order.
    pub properties: Vec<EventProperty>,
}

/// A property of the events of a type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventProperty {
    /// As the file has it.
    pub name: String,
    /// How many events have it.
    pub filled: usize,
    /// Distinct values.
    pub distinct: usize,
    /// What nearly all of them can be read as.
    pub kind: Kind,
}

/// The events of a type.
#[derive(Clone, Debug)]
pub struct EventsOfType<'t> {
    events: &'t Events,
    /// Their places among all events, ascending.
    places: Vec<u32>,
}

impl Events {
    /// The types, the most frequent first, at most 1,000 of them; equally frequent ones in the file's order.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let json = r#"{ "id": 1, "events": [ { "type": "form", "time": 0, "name": "Demo" }, { "type": "Form", "time": 1 } ] }"#;
    /// let table = leadscore::contacts::contact(json, None)?;
    /// let types = table.events().described_types();
    /// assert_eq!((types[0].kind.as_str(), types[0].count, types[0].contacts), ("form", 2, 1));
    /// assert_eq!((types[0].properties[0].name.as_str(), types[0].properties[0].filled), ("name", 1));
    /// # Ok(())
    /// # }
    /// ```
    pub fn described_types(&self) -> Vec<EventType> {
        let mut types = self.by_type();
        types.sort_unstable_by_key(|(kind, of_type)| (Reverse(of_type.places.len()), *kind));
        types.truncate(DESCRIBED);
        let contacts = self.contacts_by_event();
        let describe = |(kind, of_type): &(u32, EventsOfType<'_>)| {
            let own = of_type.places.iter().filter_map(|event| contacts.get(*event as usize));
            EventType {
                kind: self.types().dictionary().value(*kind).map_or_else(String::new, |kind| kind.text().into_owned()),
                count: of_type.places.len(),
                // Events are of one contact after another.
                contacts: own.collect::<Vec<_>>().chunk_by(|a, b| a == b).count(),
                properties: Vec::new(),
            }
        };
        let mut described: Vec<EventType> = types.iter().map(describe).collect();
        for column in self.columns() {
            // The type, from 1, in which a value was seen last.
            let mut seen = vec![0; column.dictionary().len()];
            for (place, (described, (_, of_type))) in (1_u32..).zip(described.iter_mut().zip(&types)) {
                described.properties.extend(of_type.property(column, &mut seen, place));
            }
        }
        described
    }

    /// The events of a type, without case; `None` if there is none.
    pub fn of_type(&self, kind: &str) -> Option<EventsOfType<'_>> {
        let types = self.types().dictionary();
        let is_kind = types.values().map(|(_, value)| names::same(&value.text(), kind));
        let is_kind: Vec<bool> = std::iter::once(false).chain(is_kind).collect();
        let of_kind = |(_, code): &(u32, &u32)| is_kind.get(**code as usize) == Some(&true);
        let places: Vec<u32> = (0..).zip(self.types().codes()).filter(of_kind).map(|(place, _)| place).collect();
        (!places.is_empty()).then_some(EventsOfType { events: self, places })
    }

    /// The events by type, each type by the code of how it was first written.
    fn by_type(&self) -> Vec<(u32, EventsOfType<'_>)> {
        let mut types: Vec<(u32, EventsOfType<'_>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut place_of_code = vec![usize::MAX];
        for (code, kind) in self.types().dictionary().values() {
            let place = *known.entry(kind.text().to_lowercase()).or_insert(types.len());
            if place == types.len() {
                types.push((code, EventsOfType { events: self, places: Vec::new() }));
            }
            place_of_code.push(place);
        }
        for (event, code) in (0..).zip(self.types().codes()) {
            let place = place_of_code.get(*code as usize);
            if let Some((_, of_type)) = place.and_then(|place| types.get_mut(*place)) {
                of_type.places.push(event);
            }
        }
        types.retain(|(_, of_type)| !of_type.places.is_empty());
        types
    }

    /// The row of the contact of each event.
    fn contacts_by_event(&self) -> Vec<u32> {
        (0_u32..).zip(0..self.contacts()).flat_map(|(row, place)| self.of(place).map(move |_| row)).collect()
    }
}

impl<'t> EventsOfType<'t> {
    /// How often each value of a property of theirs occurs; of one that reads as lists each item, once for an event. `None` if no event
    /// has such a property.
    pub fn value_counts(&self, property: &str, question: &ValueQuestion) -> Option<ValueCounts> {
        let tally = self.tally(self.events.column(property)?);
        let values = tally.occurring().filter_map(|code| tally.column().dictionary().value(code));
        let kind = report::kind(values);
        Some(tally.read_as(kind).counts(question))
    }

    /// Those until an instant; `None` if there is none.
    pub(crate) fn until(mut self, instant: i64) -> Option<EventsOfType<'t>> {
        self.places.retain(|event| self.events.times().get(*event as usize).is_some_and(|time| *time <= instant));
        (!self.places.is_empty()).then_some(self)
    }

    /// How often each value of a property of events occurs in them.
    pub(crate) fn tally<'c>(&self, column: &'c Column) -> Tally<'c> {
        Tally::new(column, self.codes(column))
    }

    fn codes(&self, column: &Column) -> impl Iterator<Item = u32> {
        self.places.iter().map(|event| column.codes().get(*event as usize).copied().unwrap_or(0))
    }

    /// What a column holds of them, if anything. `seen` says of each value for which of the types it was seen last.
    fn property(&self, column: &Column, seen: &mut [u32], place: u32) -> Option<EventProperty> {
        let (mut filled, mut distinct) = (0, Vec::new());
        for code in self.codes(column).filter(|code| *code != 0) {
            filled += 1;
            if seen.get_mut(code as usize).is_some_and(|seen| std::mem::replace(seen, place) != place) {
                distinct.push(code);
            }
        }
        // As when values are counted: those that came first in the file.
        distinct.sort_unstable();
        let kind = report::kind(distinct.iter().filter_map(|code| column.dictionary().value(*code)));
        (filled > 0).then(|| EventProperty { name: column.name().to_owned(), filled, distinct: distinct.len(), kind })
    }
}
