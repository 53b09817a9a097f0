//! From rows and JSON objects to events: whose an event is, of which type, when, and what else is known of it.
//!
//! In: the keys and values of one event at a time. Out: events in the table builder; what was left out, and why. It does not know
//! how bytes become records.

use super::contact_rows::ColumnNames;
use super::notes::{Finding, LeftOut, Notes};
use super::reading;
use super::rows::{Record, Records};
use super::table::{ColumnIndex, TableBuilder};
use crate::Error;
use std::collections::HashMap;

/// What a key of an event may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// The id of the contact.
    Contact,
    /// The contact's email.
    Email,
    /// What happened.
    Type,
    /// When.
    Time,
}

/// The names under which each is found, the best first. An `id` beside a `contact_id` is the event's own.
const ROLES: [(Role, &[&str]); 4] = [
    (
        Role::Contact,
        &["contact_id", "contact id", "contactid", "record id", "record id - contact", "hs_object_id", "vid", "id"],
    ),
    (Role::Email, &["email", "contact_email", "contact email"]),
    (Role::Type, &["type", "event", "event_type", "eventtype", "event type"]),
    (Role::Time, &["time", "timestamp", "occurred_at", "occurredat", "date", "created"]),
];

/// A key of events.
#[derive(Clone, Debug)]
struct Key {
    name: Box<str>,
    role: Option<(Role, usize)>,
    column: Option<ColumnIndex>,
}

/// A value of the event that is being read.
#[derive(Clone, Debug)]
struct Held {
    key: usize,
    /// Given under `properties`, where a name has no role.
    property: bool,
    text: std::ops::Range<usize>,
    /// Where each item ends, if it is a list.
    items: Option<Vec<usize>>,
}

/// Why an event cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventFault {
    NoType,
    NoTime,
    UnreadableTime,
    NoContact,
}

/// The events as they are read.
#[derive(Debug, Default)]
pub(crate) struct EventRows {
    pub(crate) read: usize,
    pub(crate) unmatched: usize,
    pub(crate) left_out: LeftOut,
    pub(crate) notes: Notes,
    names: ColumnNames,
    keys: Vec<Key>,
    likely: usize,
    held: Vec<Held>,
    text: String,
    header: Option<Vec<Option<usize>>>,
}

impl EventRows {
    /// Begins an event.
    pub(crate) fn begin(&mut self) {
        self.held.clear();
        self.text.clear();
        self.likely = 0;
    }

    /// The key of a name; `None` beyond the most that are kept.
    pub(crate) fn key(&mut self, name: &str) -> Option<usize> {
        let (place, new) = self.names.place(name, self.likely)?;
        self.likely = place + 1;
        if new {
            self.keys.push(Key { name: name.trim().into(), role: role(name), column: None });
        }
        Some(place)
    }

    /// The name of a key.
    pub(crate) fn name(&self, key: usize) -> &str {
        self.keys.get(key).map_or("", |key| &key.name)
    }

    /// Holds a value until the event is complete.
    pub(crate) fn hold(&mut self, key: usize, property: bool, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.held.push(Held { key, property, text: start..self.text.len(), items: None });
    }

    /// Holds a list until the event is complete: its items one after another, and where each ends.
    pub(crate) fn hold_list(&mut self, key: usize, property: bool, text: &str, ends: &[usize]) {
        self.hold(key, property, text);
        if let Some(held) = self.held.last_mut() {
            held.items = Some(ends.to_vec());
        }
    }

    /// The text of the best value that has a role, and its place among those held.
    fn best(&self, wanted: Role) -> Option<(usize, &str)> {
        let ranked = self.held.iter().enumerate().filter_map(|(place, held)| {
            let (role, rank) = self.keys.get(held.key)?.role?;
            let text = self.text.get(held.text.clone())?.trim();
            (role == wanted && !held.property && held.items.is_none() && !text.is_empty())
                .then_some((rank, place, text))
        });
        ranked.min_by_key(|(rank, ..)| *rank).map(|(_, place, text)| (place, text))
    }

    /// Adds the event to the contact in a row, or to the one that it names itself.
    pub(crate) fn commit(
        &mut self,
        builder: &mut TableBuilder,
        owner: Owner<'_>,
    ) -> Result<Result<(), EventFault>, Error> {
        let (contact, email) = match owner {
            Owner::Row(_) => (None, None),
            Owner::Named(_) => (self.best(Role::Contact), self.best(Role::Email)),
        };
        let Some((type_place, kind)) = self.best(Role::Type) else { return Ok(Err(EventFault::NoType)) };
        let Some((time_place, time)) = self.best(Role::Time) else { return Ok(Err(EventFault::NoTime)) };
        let Some(time) = reading::time(time) else { return Ok(Err(EventFault::UnreadableTime)) };
        let row = match owner {
            Owner::Row(row) => Some(row),
            Owner::Named(_) if contact.is_none() && email.is_none() => return Ok(Err(EventFault::NoContact)),
            Owner::Named(contacts) => {
                let by_id = contact.and_then(|(_, id)| contacts.by_id(builder, id));
                by_id.or_else(|| contacts.by_email(email?.1))
            }
        };
        let Some(row) = row else {
            self.unmatched += 1;
            return Ok(Ok(()));
        };
        let used = [Some(type_place), Some(time_place), contact.map(|(place, _)| place), email.map(|(place, _)| place)];
        let event = builder.add_event(row, kind, time)?;
        self.read += 1;
        for (place, held) in self.held.iter().enumerate() {
            if used.contains(&Some(place)) {
                continue;
            }
            let (Some(key), Some(text)) = (self.keys.get_mut(held.key), self.text.get(held.text.clone())) else {
                continue;
            };
            let column = *key.column.get_or_insert_with(|| builder.add_event_column(&key.name));
            match &held.items {
                None => builder.set_event_text(event, column, text)?,
                Some(ends) => builder.set_event_list(event, column, items(text, ends))?,
            }
        }
        Ok(Ok(()))
    }
}

/// The items of a list that was held as one text.
pub(crate) fn items<'a>(text: &'a str, ends: &'a [usize]) -> impl Iterator<Item = &'a str> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).filter_map(|(start, end)| text.get(start..*end))
}

fn role(name: &str) -> Option<(Role, usize)> {
    let name = name.trim();
    ROLES.iter().find_map(|(role, names)| {
        let rank = names.iter().position(|known| name.eq_ignore_ascii_case(known))?;
        Some((*role, rank))
    })
}

impl EventFault {
    /// In words; `key` names what is at fault.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            EventFault::NoType => "expected an event type, found none",
            EventFault::NoTime => "expected the event's time, found none",
            EventFault::UnreadableTime => "expected a time such as 2024-03-12T09:14:00Z, found something else",
            EventFault::NoContact => "expected the contact's id or email, found neither",
        }
    }
}

/// Whose an event is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Owner<'a> {
    /// The contact in this row.
    Row(usize),
    /// The one that the event names.
    Named(&'a Contacts),
}

/// Where the contacts are to which events of a file of their own belong.
#[derive(Debug, Default)]
pub(crate) struct Contacts {
    ids: Vec<(ColumnIndex, Vec<u32>)>,
    emails: HashMap<String, u32, foldhash::fast::FixedState>,
}

impl Contacts {
    pub(crate) fn new(builder: &TableBuilder) -> Contacts {
        let mut ids = Vec::new();
        for index in builder.id_columns() {
            let Some(column) = builder.columns().get(index.place()) else { continue };
            let mut rows = vec![u32::MAX; column.dictionary().len()];
            for (row, code) in column.codes().iter().enumerate().rev() {
                if let Some(first) = rows.get_mut(*code as usize) {
                    *first = row as u32;
                }
            }
            ids.push((*index, rows));
        }
        let mut emails: HashMap<String, u32, _> = HashMap::default();
        let place = super::table::find_property(builder.columns(), "email", []);
        if let Some(column) = place.and_then(|place| builder.columns().get(place)) {
            for (row, code) in column.codes().iter().enumerate() {
                if let Some(email) = column.dictionary().value(*code) {
                    emails.entry(email.text().to_lowercase()).or_insert(row as u32);
                }
            }
        }
        Contacts { ids, emails }
    }

    fn by_id(&self, builder: &TableBuilder, id: &str) -> Option<usize> {
        self.ids.iter().find_map(|(index, rows)| {
            let dictionary = builder.columns().get(index.place())?.dictionary();
            let code = dictionary.find(super::Value::Text(id))?;
            rows.get(code as usize).filter(|row| **row != u32::MAX).map(|row| *row as usize)
        })
    }

    fn by_email(&self, email: &str) -> Option<usize> {
        self.emails.get(&email.to_lowercase()).map(|row| *row as usize)
    }
}

/// A file of events on its way into the table.
#[derive(Debug)]
pub(crate) struct EventFile<'a> {
    pub(crate) events: &'a mut EventRows,
    pub(crate) builder: &'a mut TableBuilder,
    pub(crate) contacts: &'a Contacts,
}

impl EventFile<'_> {
    /// Adds the event that was held, or says on which line it was left out.
    pub(crate) fn commit(&mut self, line: usize) -> Result<(), Error> {
        if let Err(fault) = self.events.commit(self.builder, Owner::Named(self.contacts))? {
            self.events.left_out.add(line, || fault.reason().to_owned());
        }
        Ok(())
    }
}

impl Records for EventFile<'_> {
    fn record(&mut self, record: Record<'_>) -> Result<(), Error> {
        if record.wrapped {
            self.events.notes.add(Finding::WrappedRows, record.line);
        }
        let Some(header) = self.events.header.take() else {
            let keys = record.fields().map(|name| name.trim());
            let keys = keys.enumerate().map(|(place, name)| match name {
                "" => self.events.key(&format!("column {}", place + 1)),
                name => self.events.key(name),
            });
            let keys = keys.collect();
            self.events.header = Some(keys);
            return Ok(());
        };
        if record.fields().any(|field| !field.trim().is_empty()) {
            self.events.begin();
            for (field, key) in record.fields().zip(&header) {
                if let (Some(key), false) = (key, field.is_empty()) {
                    self.events.hold(*key, false, field);
                }
            }
            self.commit(record.line)?;
        }
        self.events.header = Some(header);
        Ok(())
    }

    fn unclosed_quote(&mut self, first: usize, last: usize) {
        self.events.notes.add(Finding::UnclosedQuotes, first);
        self.events.left_out.add_unclosed_quote(first, last);
    }
}
