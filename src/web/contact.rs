//! One contact of a table as it was read, in the shape in which a contact can be given: `{ id, properties, events }`.
//!
//! In: a table and a row. Out: what serialises. It knows nothing of scores.

use crate::contacts::reading::instant_text;
use crate::contacts::{Column, Table};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::borrow::Cow;
use std::collections::HashSet;

/// A contact; without events, if it has none.
#[derive(Serialize)]
pub(super) struct Contact<'a> {
    id: String,
    properties: Properties<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<Event<'a>>,
}

/// Something that it did.
#[derive(Serialize)]
struct Event<'a> {
    r#type: Cow<'a, str>,
    time: String,
    properties: Properties<'a>,
}

/// The values of a row of columns, or of an event of theirs.
struct Properties<'a> {
    columns: &'a [Column],
    row: usize,
}

/// The contact in a row of the table.
pub(super) fn contact(table: &Table, row: usize) -> Contact<'_> {
    let events = table.events();
    let told = events.of(row).map(|event| Event {
        r#type: events.types().value(event).map_or_else(Cow::default, |kind| kind.text()),
        time: events.times().get(event).map_or_else(String::new, |time| instant_text(*time)),
        properties: Properties { columns: events.columns(), row: event },
    });
    Contact { id: table.id(row), properties: Properties { columns: table.columns(), row }, events: told.collect() }
}

impl Serialize for Properties<'_> {
    /// Of columns with one name it is the first that has a value, for a key stands once in an object.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut names = HashSet::new();
        let mut map = serializer.serialize_map(None)?;
        for column in self.columns {
            if let Some(value) = column.value(self.row)
                && names.insert(column.name())
            {
                map.serialize_entry(column.name(), &value.text())?;
            }
        }
        map.end()
    }
}
