//! Contacts and their events in columns. A builder takes them row by row from any reader; a finished table does not change.

use super::column::Column;
use super::dictionary::{DictionaryFull, Value};
use super::names;
use crate::whole;
use std::ops::Range;

/// The events of all contacts: of the first contact, then of the second, each contact's by time.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// Where each contact's events begin, and at the end how many there are.
    starts: Vec<u32>,
    types: Column,
    times: Vec<i64>,
    columns: Vec<Column>,
}

impl Events {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// The events of a contact, ascending by time.
    pub fn of(&self, row: usize) -> Range<usize> {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The types.
    pub fn types(&self) -> &Column {
        &self.types
    }

    /// The times, in milliseconds since the epoch.
    pub fn times(&self) -> &[i64] {
        &self.times
    }

    /// The properties of events.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many contacts they are of.
    pub(super) fn contacts(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The column of an event property, by its name without case.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.get(self.column_index(name)?)
    }

    /// The place of that column in [`Events::columns`].
    pub(crate) fn column_index(&self, name: &str) -> Option<usize> {
        find(&self.columns, [name].into_iter())
    }
}

/// Contacts in columns, with their events.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: usize,
    ids: Column,
    /// The property that is the id, if it has them all: they are not held twice.
    id_property: Option<usize>,
    columns: Vec<Column>,
    events: Events,
}

impl Table {
    /// How many contacts there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The id of a contact: as in the file, or `row N` where it had none.
    pub fn id(&self, row: usize) -> String {
        self.ids()
            .value(row)
            .map_or_else(|| ["row ", &whole::text(row as i64 + 1)].concat(), |id| id.text().into_owned())
    }

    /// The ids that the file gives.
    pub fn ids(&self) -> &Column {
        self.id_property.and_then(|place| self.columns.get(place)).unwrap_or(&self.ids)
    }

    /// The row of a contact by its id, or, failing that, by its email without case. Of several it is the first.
    pub fn find(&self, id_or_email: &str) -> Option<usize> {
        let wanted = id_or_email.trim();
        let numbered = || {
            let row = usize::try_from(whole::read(wanted.strip_prefix("row ")?)?).ok()?.checked_sub(1)?;
            (row < self.rows && self.ids().value(row).is_none()).then_some(row)
        };
        let by_email = || {
            let emails = self.column("email", [])?;
            let same = |email: Value<'_>| names::same(&email.text(), wanted);
            let code = |(code, email)| same(email).then_some(code);
            // Codes come in the order in which values appear first.
            row_of(emails, emails.dictionary().values().find_map(code)?)
        };
        let ids = self.ids();
        let by_id = || row_of(ids, ids.dictionary().find(Value::Text(wanted))?);
        by_id().or_else(numbered).or_else(by_email)
    }

    /// The properties, in the file's order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The column of a property: by its name, else by an alias, else by HubSpot's label or internal name for it.
    pub fn column<'a>(&self, name: &str, aliases: impl IntoIterator<Item = &'a str>) -> Option<&Column> {
        self.columns.get(self.column_index(name, aliases)?)
    }

    /// The place of that column in [`Table::columns`].
    pub fn column_index<'a>(&self, name: &str, aliases: impl IntoIterator<Item = &'a str>) -> Option<usize> {
        find_property(&self.columns, name, aliases)
    }

    /// The events.
    pub fn events(&self) -> &Events {
        &self.events
    }

    /// Gives back what was of use only while it was built and reported on: a third of the memory of a large table.
    pub(super) fn settle(&mut self) {
        let Events { types, columns, .. } = &mut self.events;
        let columns = self.columns.iter_mut().chain(columns);
        columns.chain([&mut self.ids, types]).for_each(Column::settle);
    }

    /// A table of one contact and its events, with the same columns.
    pub fn contact(&self, row: usize) -> Table {
        let column = |column: &Column, rows: Range<usize>| {
            let mut own = Column::new(column.name());
            for (place, row) in rows.enumerate() {
                let code = column.value(row).map(|value| own.dictionary.intern_value(value));
                own.put(place, code.and_then(Result::ok).unwrap_or(0));
            }
            own
        };
        let contacts = |columns: &[Column]| columns.iter().map(|own| column(own, row..row + 1)).collect::<Vec<_>>();
        let range = self.events.of(row);
        let events = Events {
            starts: vec![0, range.len() as u32],
            types: column(&self.events.types, range.clone()),
            times: self.events.times.get(range.clone()).unwrap_or(&[]).to_vec(),
            columns: self.events.columns.iter().map(|own| column(own, range.clone()).padded(range.len())).collect(),
        };
        let columns = contacts(&self.columns).into_iter().map(|column| column.padded(1)).collect();
        let ids = column(&self.ids, row..row + 1).padded(1);
        Table { rows: 1, ids, id_property: self.id_property, columns, events }
    }

    /// Gives contacts, by their rows in order, other values of a property, blank for none: in the column at this place, or in a new one of
    /// this name. False, and the table is as it was, where there is no room for so many different values.
    pub(crate) fn set_many(&mut self, place: Option<usize>, name: &str, values: &[(usize, &str)]) -> bool {
        let made = match place.and_then(|place| self.columns.get(place)) {
            Some(own) => own.with(self.rows, values),
            None => Column::new(name).with(self.rows, values),
        };
        let Ok(column) = made else { return false };
        match place.and_then(|place| self.columns.get_mut(place)) {
            Some(own) => *own = column,
            None => self.columns.push(column),
        }
        true
    }

    /// Gives the only contact of a table another value of a property, blank for none: in the column at this place, or in a new one of this
    /// name. Returns the place.
    pub(crate) fn set_only(&mut self, place: Option<usize>, name: &str, value: &str) -> usize {
        match place.and_then(|place| Some((place, self.columns.get_mut(place)?))) {
            Some((place, column)) => {
                *column = Column::of_one(column.name(), value);
                place
            }
            None => {
                self.columns.push(Column::of_one(name, value));
                self.columns.len() - 1
            }
        }
    }
}

/// The place of the column of a property.
pub(crate) fn find_property<'a>(
    columns: &[Column],
    name: &str,
    aliases: impl IntoIterator<Item = &'a str>,
) -> Option<usize> {
    find(columns, [name].into_iter())
        .or_else(|| find(columns, aliases.into_iter()))
        .or_else(|| find(columns, names::synonyms(name)))
}

fn row_of(column: &Column, wanted: u32) -> Option<usize> {
    column.codes().iter().position(|code| *code == wanted)
}

/// The first column that has one of the names.
fn find<'a>(columns: &[Column], names: impl Iterator<Item = &'a str>) -> Option<usize> {
    names.filter_map(|name| columns.iter().position(|column| names::same(column.name(), name))).min()
}

/// A place for values in a [`TableBuilder`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnIndex(usize);

impl ColumnIndex {
    pub(crate) fn new(place: usize) -> ColumnIndex {
        ColumnIndex(place)
    }

    pub(crate) fn place(self) -> usize {
        self.0
    }
}

/// Builds a table row by row, in the file's order.
#[derive(Debug, Default)]
pub struct TableBuilder {
    rows: usize,
    ids: Column,
    id_columns: Vec<ColumnIndex>,
    columns: Vec<Column>,
    event_rows: Vec<u32>,
    event_types: Column,
    event_times: Vec<i64>,
    event_columns: Vec<Column>,
}

impl TableBuilder {
    /// A builder with the columns of a table, without their values.
    pub(crate) fn with_columns_of(mut table: Table) -> TableBuilder {
        table.columns.iter_mut().for_each(Column::clear);
        TableBuilder { columns: table.columns, ..TableBuilder::default() }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Begins the next contact and returns its row.
    pub fn begin_row(&mut self) -> usize {
        self.rows += 1;
        self.rows - 1
    }

    /// A column of its own, even if there is one of that name.
    pub fn add_column(&mut self, name: &str) -> ColumnIndex {
        if self.columns.is_empty() {
            // A contact has some dozens of properties: room for them at once.
            self.columns.reserve(32);
        }
        self.columns.push(Column::new(name));
        ColumnIndex(self.columns.len() - 1)
    }

    /// The columns so far.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Takes back the last row, with its events.
    pub fn cancel_row(&mut self) {
        self.rows = self.rows.saturating_sub(1);
        let rows = self.rows;
        for column in self.columns.iter_mut().chain([&mut self.ids]) {
            column.codes.truncate(rows);
        }
        while self.event_rows.last().is_some_and(|row| *row as usize >= rows) {
            self.event_rows.pop();
            self.event_times.pop();
        }
        let events = self.event_times.len();
        for column in self.event_columns.iter_mut().chain([&mut self.event_types]) {
            column.codes.truncate(events);
        }
    }

    /// Reads the ids from columns of properties: of each row from the first of them that has a value.
    pub fn set_id_columns(&mut self, columns: Vec<ColumnIndex>) {
        self.id_columns = columns;
    }

    /// The columns that ids are read from, the best first.
    pub fn id_columns(&self) -> &[ColumnIndex] {
        &self.id_columns
    }

    /// How many distinct values a column has, no value included.
    pub fn distinct(&self, column: ColumnIndex) -> usize {
        self.columns.get(column.0).map_or(0, |column| column.dictionary.len())
    }

    /// The code that a row has in a column; 0 if it has no value.
    pub fn code(&self, row: usize, column: ColumnIndex) -> u32 {
        self.columns.get(column.0).and_then(|column| column.codes.get(row)).copied().unwrap_or(0)
    }

    /// Sets the id of a row that has none in the id columns.
    pub fn set_id(&mut self, row: usize, id: &str) -> Result<(), DictionaryFull> {
        let code = self.ids.dictionary.intern_text(id)?;
        self.ids.put(row, code);
        Ok(())
    }

    /// Sets a value in a row.
    pub fn set_text(&mut self, row: usize, column: ColumnIndex, text: &str) -> Result<(), DictionaryFull> {
        if let Some(column) = self.columns.get_mut(column.0) {
            let code = column.dictionary.intern_text(text)?;
            column.put(row, code);
        }
        Ok(())
    }

    /// Sets the values of a column in a row and those that follow it.
    pub(crate) fn set_texts<'a>(
        &mut self,
        row: usize,
        column: ColumnIndex,
        texts: impl Iterator<Item = &'a str> + Clone,
    ) -> Result<(), DictionaryFull> {
        self.columns.get_mut(column.0).map_or(Ok(()), |column| column.put_texts(row, texts))
    }

    /// Sets a list of values in a row.
    pub fn set_list<'a>(
        &mut self,
        row: usize,
        column: ColumnIndex,
        items: impl Iterator<Item = &'a str>,
    ) -> Result<(), DictionaryFull> {
        if let Some(column) = self.columns.get_mut(column.0) {
            let code = column.dictionary.intern_list(items)?;
            column.put(row, code);
        }
        Ok(())
    }

    /// The ids so far.
    pub fn ids(&self) -> &Column {
        &self.ids
    }

    /// How many events there are.
    pub fn events(&self) -> usize {
        self.event_times.len()
    }

    /// The columns of event properties so far.
    pub fn event_columns(&self) -> &[Column] {
        &self.event_columns
    }

    /// A column for a property of events.
    pub fn add_event_column(&mut self, name: &str) -> ColumnIndex {
        self.event_columns.push(Column::new(name));
        ColumnIndex(self.event_columns.len() - 1)
    }

    /// Adds an event of a contact and returns its place. Events may come in any order.
    pub fn add_event(&mut self, row: usize, kind: &str, time: i64) -> Result<usize, DictionaryFull> {
        let event = self.event_times.len();
        let code = self.event_types.dictionary.intern_text(kind)?;
        self.event_types.put(event, code);
        self.event_times.push(time);
        self.event_rows.push(u32::try_from(row).map_err(|_| DictionaryFull)?);
        Ok(event)
    }

    /// Sets a property of an event.
    pub fn set_event_text(&mut self, event: usize, column: ColumnIndex, text: &str) -> Result<(), DictionaryFull> {
        if let Some(column) = self.event_columns.get_mut(column.0) {
            let code = column.dictionary.intern_text(text)?;
            column.put(event, code);
        }
        Ok(())
    }

    /// Sets a property of an event that is a list.
    pub fn set_event_list<'a>(
        &mut self,
        event: usize,
        column: ColumnIndex,
        items: impl Iterator<Item = &'a str>,
    ) -> Result<(), DictionaryFull> {
        if let Some(column) = self.event_columns.get_mut(column.0) {
            let code = column.dictionary.intern_list(items)?;
            column.put(event, code);
        }
        Ok(())
    }

    /// The finished table: events by contact and time (those at one instant in the order they came), every column as long as
    /// the table.
    pub fn finish(mut self) -> Table {
        let rows = self.rows;
        for column in self.columns.iter_mut().chain([&mut self.ids]) {
            column.codes.resize(rows, 0);
        }
        let (ids, id_property) = self.take_ids();
        let count = self.event_times.len();
        let mut order: Vec<u32> = (0..count as u32).collect();
        let key = |event: &u32| {
            let event = *event as usize;
            (self.event_rows.get(event).copied(), self.event_times.get(event).copied())
        };
        order.sort_by_key(key);
        let times = order.iter().filter_map(|event| self.event_times.get(*event as usize).copied()).collect();
        let mut starts = vec![0_u32; rows + 1];
        for row in &self.event_rows {
            if let Some(after) = starts.get_mut(*row as usize + 1) {
                *after += 1;
            }
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let events = Events {
            starts,
            types: self.event_types.reordered(&order),
            times,
            columns: self.event_columns.into_iter().map(|column| column.reordered(&order)).collect(),
        };
        Table { rows, ids, id_property, columns: self.columns, events }
    }

    /// The ids: one of the properties if it has them all, else what the id columns and the ids set by themselves give together.
    fn take_ids(&mut self) -> (Column, Option<usize>) {
        let ids = std::mem::take(&mut self.ids);
        let filled =
            |index: &&ColumnIndex| self.columns.get(index.0).is_some_and(|column| !column.dictionary.is_empty());
        let places: Vec<usize> = self.id_columns.iter().filter(filled).map(|index| index.0).collect();
        let columns: Vec<&Column> = places.iter().filter_map(|place| self.columns.get(*place)).chain([&ids]).collect();
        if let ([place, ..], [first, others @ ..]) = (places.as_slice(), columns.as_slice())
            && (others.iter().all(|other| other.dictionary.is_empty()) || !first.codes.contains(&0))
        {
            return (Column::default(), Some(*place));
        }
        if places.is_empty() {
            return (ids, None);
        }
        let mut merged = Column::default();
        for row in 0..self.rows {
            let id = columns.iter().find_map(|column| column.value(row));
            // It holds no more text than the columns, which were not full.
            let code = id.and_then(|id| merged.dictionary.intern_text(&id.text()).ok());
            merged.codes.push(code.unwrap_or(0));
        }
        (merged, None)
    }
}
