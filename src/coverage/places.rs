//! Where a table has what rules ask for.

use super::mentions::Mention;
use crate::contacts::{EventsOfType, Table, Tally};
use crate::ruleset::Ruleset;
use crate::scoring::property::PlannedProperty;
use crate::scoring::reading::lower;
use std::collections::HashMap;
use std::hash::Hash;

/// Where the values of a property are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In this column of contacts.
    Contacts(usize),
    /// In this column of events, for events of this type, in lower case.
    Events(String, usize),
    /// The contacts have no property of this name, in lower case.
    Nowhere(String),
}

/// The places in a table, each looked for once.
pub(super) struct Places<'a> {
    ruleset: &'a Ruleset,
    table: &'a Table,
    as_of: i64,
    of_contacts: HashMap<String, Place>,
    of_events: HashMap<String, Option<EventsOfType<'a>>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(ruleset: &'a Ruleset, table: &'a Table, as_of: i64) -> Places<'a> {
        Places { ruleset, table, as_of, of_contacts: HashMap::new(), of_events: HashMap::new() }
    }

    /// The events of a type until the instant; `None` if there is none.
    pub(super) fn events(&mut self, kind: &str) -> Option<&EventsOfType<'a>> {
        let (table, as_of) = (self.table, self.as_of);
        let of_type = || table.events().of_type(kind)?.until(as_of);
        self.of_events.entry(key(kind)).or_insert_with(of_type).as_ref()
    }

    /// The place of a property that a rule asks for; `None` if it is one that no event of its type could have.
    pub(super) fn find(&mut self, mention: &Mention<'_>) -> Option<Place> {
        let Some(kind) = mention.event else { return Some(self.of_contacts(mention.property)) };
        self.events(kind)?;
        Some(Place::Events(key(kind), self.table.events().column_index(mention.property)?))
    }

    fn of_contacts(&mut self, property: &str) -> Place {
        let name = key(property);
        let find = || {
            let aliases = PlannedProperty::new(self.ruleset, property).aliases;
            let column = self.table.column_index(property, aliases.iter().map(String::as_str));
            column.map_or_else(|| Place::Nowhere(name.clone()), Place::Contacts)
        };
        self.of_contacts.entry(name.clone()).or_insert_with(find).clone()
    }

    /// The values in a place, without those that the ruleset says stand for no value. `property` is a name that rules use for it.
    pub(super) fn tally(&self, place: &Place, property: &str) -> Option<Tally<'a>> {
        match place {
            Place::Contacts(column) => {
                let column = self.table.columns().get(*column)?;
                let mut tally = Tally::new(column, column.codes().iter().copied());
                tally.leave_out(&PlannedProperty::new(self.ruleset, property).declared(Some(column)));
                Some(tally)
            }
            Place::Events(kind, column) => {
                let column = self.table.events().columns().get(*column)?;
                Some(self.of_events.get(kind)?.as_ref()?.tally(column))
            }
            Place::Nowhere(_) => None,
        }
    }
}

/// A name as rules compare it.
pub(super) fn key(name: &str) -> String {
    lower(name.trim()).into_owned()
}

/// What belongs together, in the order in which the first of each came.
pub(super) fn grouped<T, K: Clone + Eq + Hash>(all: Vec<T>, mut key: impl FnMut(&T) -> Option<K>) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    let mut known: HashMap<K, usize> = HashMap::new();
    for each in all {
        let Some(key) = key(&each) else { continue };
        let place = *known.entry(key.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(each),
            None => groups.push((key, vec![each])),
        }
    }
    groups
}
