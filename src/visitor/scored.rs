//! A visitor as a table, which is what the scorer takes.
//!
//! In: the properties and events of a visitor. Out: a table of one contact. It does not know the rules that score it.

use super::Visitor;
use crate::contacts::table::ColumnIndex;
use crate::contacts::{Table, TableBuilder};

/// So many events are in a table: of more, the latest.
const MOST_EVENTS: u64 = 10_000;
/// So many properties of events are in a table; those of later names are not.
const MOST_EVENT_COLUMNS: usize = 200;

impl Visitor {
    /// The table that is scored: one contact, whose id is `visitor`, with its events. An entry that stands for several events is as many, at the
    /// time of the last. At most the latest 10,000 events are there.
    pub fn table(&self) -> Table {
        let mut builder = TableBuilder::default();
        let row = builder.begin_row();
        // Each of these fails when a dictionary is full, after four billion bytes: a visitor has less.
        let _ = builder.set_id(row, "visitor");
        for (name, value) in self.properties() {
            let column = builder.add_column(&name);
            let _ = builder.set_text(row, column, &value);
        }
        let entries = &self.history.0;
        let all: u64 = entries.iter().map(|entry| u64::from(entry.count)).sum();
        let mut too_many = all.saturating_sub(MOST_EVENTS);
        for entry in entries {
            let count = u64::from(entry.count);
            let left_out = too_many.min(count);
            too_many -= left_out;
            for _ in left_out..count {
                let event = builder.events();
                let _ = builder.add_event(row, &entry.kind, entry.last);
                for (name, value) in &entry.properties {
                    let column = event_column(&mut builder, name);
                    let _ = builder.set_event_text(event, column, value);
                }
            }
        }
        builder.finish()
    }
}

/// The column of a property of events; one that is not there if there are too many.
fn event_column(builder: &mut TableBuilder, name: &str) -> ColumnIndex {
    let columns = builder.event_columns();
    match columns.iter().position(|column| column.name().eq_ignore_ascii_case(name)) {
        None if columns.len() < MOST_EVENT_COLUMNS => builder.add_event_column(name),
        place => ColumnIndex::new(place.unwrap_or(columns.len())),
    }
}
