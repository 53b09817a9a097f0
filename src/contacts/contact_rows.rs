//! From rows of fields and from JSON contacts to the table: which column a name is, which is the id, what is worth a note.
//!
//! In: records of a CSV, or the keys and values of a contact. Out: a filled table builder, notes, left-out rows. It does not know
//! how bytes become records.

use super::dictionary::{Dictionary, Value};
use super::event_rows::EventRows;
use super::json_rows::JsonRows;
use super::notes::{Finding, LeftOut, Notes};
use super::rows::{Record, Records, Rows};
use super::table::{ColumnIndex, Table, TableBuilder};
use crate::{Error, ErrorKind};
use std::borrow::Cow;

/// The most columns that are kept.
pub(crate) const MOST_COLUMNS: usize = 10_000;

/// The most cells, rows times columns, at four bytes each.
pub(crate) const MOST_CELLS: usize = 1 << 28;

/// The names under which an id is found, the best first.
const ID_NAMES: [&str; 7] =
    ["id", "hs_object_id", "record id", "record id - contact", "contact_id", "contact id", "vid"];

/// How good a name is for the id; 0 is best.
pub(crate) fn id_rank(name: &str) -> Option<usize> {
    ID_NAMES.iter().position(|known| name.trim().eq_ignore_ascii_case(known))
}

/// Column names as JSON keys find them: without case, and without white space at their ends.
#[derive(Debug, Default)]
pub(crate) struct ColumnNames {
    /// The names in lower case, each at the code after its place.
    folded: Dictionary,
}

impl ColumnNames {
    /// The place of a name that is known. `likely` is where it is looked for first.
    pub(crate) fn find(&self, name: &str, likely: usize) -> Option<usize> {
        if self.is_at(name, likely) {
            return Some(likely);
        }
        Some(self.folded.find(Value::Text(&fold(name)))? as usize - 1)
    }

    /// The place of a name, and whether it is new.
    pub(crate) fn place(&mut self, name: &str, likely: usize) -> Option<(usize, bool)> {
        if self.is_at(name, likely) {
            return Some((likely, false));
        }
        let (folded, known) = (fold(name), self.folded.len() - 1);
        if known >= MOST_COLUMNS {
            return self.folded.find(Value::Text(&folded)).map(|code| (code as usize - 1, false));
        }
        let place = self.folded.intern_value(Value::Text(&folded)).ok()? as usize - 1;
        Some((place, place == known))
    }

    fn len(&self) -> usize {
        self.folded.len() - 1
    }

    fn is_at(&self, name: &str, place: usize) -> bool {
        let folded = u32::try_from(place).ok().and_then(|place| self.folded.value(place.checked_add(1)?));
        matches!(folded, Some(Value::Text(known)) if known.eq_ignore_ascii_case(name))
    }
}

fn fold(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    let lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if name.bytes().all(lower) { name.into() } else { name.to_lowercase().into() }
}

/// A column of ids, and which of its codes rows have had.
#[derive(Debug)]
struct IdColumn {
    rank: usize,
    column: ColumnIndex,
    seen: Vec<bool>,
}

/// The contacts as they are read.
#[derive(Debug, Default)]
pub(crate) struct ContactRows {
    pub(crate) builder: TableBuilder,
    pub(crate) notes: Notes,
    pub(crate) left_out: LeftOut,
    pub(crate) events: EventRows,
    /// The columns of a CSV, in the file's order. `None` for those beyond the most that are kept.
    header: Option<Vec<ColumnIndex>>,
    headers: usize,
    /// The columns of JSON contacts, at the same places as in the builder.
    names: ColumnNames,
    likely: usize,
    alike: JsonRows,
    /// Columns that hold ids, the best first.
    ids: Vec<IdColumn>,
    /// What was found of the current row: it counts when the row is complete.
    row_notes: Vec<Finding>,
    pub(crate) line: usize,
    /// Whether the file may be an object that is no contact: to be looked at before the first one is read.
    pub(crate) may_be_other: bool,
}

impl ContactRows {
    /// Begins a contact that stands on this line.
    pub(crate) fn begin(&mut self, line: usize) -> Result<usize, Error> {
        self.check_size(self.builder.rows() + 1, self.builder.columns().len())?;
        self.line = line;
        self.likely = 0;
        Ok(self.builder.begin_row())
    }

    /// Ends the contact that was begun.
    pub(crate) fn end(&mut self, row: usize) {
        let mut found = None;
        for id in &mut self.ids {
            let code = self.builder.code(row, id.column) as usize;
            if code == 0 {
                continue;
            }
            if id.seen.len() <= code {
                id.seen.resize(self.builder.distinct(id.column).max(code + 1), false);
            }
            found = id.seen.get_mut(code).map(|seen| std::mem::replace(seen, true));
            break;
        }
        match found {
            None => self.notes.add(Finding::MissingIds, self.line),
            Some(true) => self.notes.add(Finding::RepeatedIds, self.line),
            Some(false) => {}
        }
        for finding in self.row_notes.drain(..) {
            self.notes.add(finding, self.line);
        }
    }

    /// Takes back the contact that was begun.
    pub(crate) fn cancel(&mut self) {
        self.builder.cancel_row();
        self.row_notes.clear();
    }

    /// Notes something of the current row.
    pub(crate) fn note(&mut self, finding: Finding) {
        self.row_notes.push(finding);
    }

    /// The column of a JSON key, unless the contact has a value there already: of names that are the same the first counts.
    pub(crate) fn column(&mut self, name: &str) -> Result<Option<ColumnIndex>, Error> {
        match self.names.place(name, self.likely) {
            Some((place, new)) => {
                self.likely = place + 1;
                if !new {
                    let column = ColumnIndex::new(place);
                    let row = self.builder.rows().saturating_sub(1);
                    return Ok((self.builder.code(row, column) == 0).then_some(column));
                }
                self.check_size(self.builder.rows(), place + 1)?;
                Ok(Some(self.add_column(name.trim())))
            }
            None => {
                self.note(Finding::TooManyColumns);
                Ok(None)
            }
        }
    }

    /// Reads the lines of JSON at the beginning of a text that are like one before, and returns their length and number.
    pub(crate) fn read_lines(&mut self, text: &str, line: usize) -> Result<(usize, usize), Error> {
        let mut alike = std::mem::take(&mut self.alike);
        let read = alike.read(text, line, self);
        self.alike = alike;
        read
    }

    /// Remembers a line of JSON that was read, for those that are like it.
    pub(crate) fn remember_line(&mut self, line: &str) {
        let ContactRows { alike, names, likely, .. } = self;
        *likely = 0;
        alike.learn(line, |name| {
            let place = names.find(name, *likely)?;
            *likely = place + 1;
            Some(ColumnIndex::new(place))
        });
    }

    /// Forgets the contacts and their columns; of what was learnt to read them fast it keeps how often that was in vain.
    pub(crate) fn begin_anew(&mut self) {
        let mut alike = std::mem::take(&mut self.alike);
        alike.forget();
        *self = ContactRows { alike, ..ContactRows::default() };
    }

    /// The contacts that have been read.
    pub(crate) fn take_table(&mut self) -> Table {
        std::mem::take(&mut self.builder).finish()
    }

    /// Takes the last table back for its columns, to read contacts with the same keys into them. It says whether that can be done: events
    /// have columns of their own.
    pub(crate) fn take_back(&mut self, table: Table) -> bool {
        if !table.events().is_empty() || table.columns().len() != self.names.len() {
            return false;
        }
        self.builder = TableBuilder::with_columns_of(table);
        self.builder.set_id_columns(self.ids.iter().map(|id| id.column).collect());
        self.ids.iter_mut().for_each(|id| id.seen.clear());
        self.notes = Notes::default();
        true
    }

    fn check_size(&self, rows: usize, columns: usize) -> Result<(), Error> {
        if rows.saturating_mul(columns) > MOST_CELLS || rows >= u32::MAX as usize {
            let found = format!("found {rows} contacts with {columns} properties");
            let message = format!(
                "expected at most {MOST_CELLS} values in a table, {found}; leave out columns or split the file"
            );
            return Err(Error::new(ErrorKind::TooLarge, message));
        }
        Ok(())
    }

    fn add_column(&mut self, name: &str) -> ColumnIndex {
        let column = self.builder.add_column(name);
        if let Some(rank) = id_rank(name) {
            self.ids.push(IdColumn { rank, column, seen: Vec::new() });
            self.ids.sort_by_key(|id| id.rank);
            self.builder.set_id_columns(self.ids.iter().map(|id| id.column).collect());
        }
        column
    }

    fn read_header(&mut self, record: Record<'_>) -> Result<(), Error> {
        let mut header = Vec::new();
        for (place, name) in record.fields().enumerate() {
            let name = name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if place >= MOST_COLUMNS {
                self.notes.add(Finding::TooManyColumns, record.line);
                continue;
            }
            let column = if name.is_empty() {
                self.notes.add(Finding::BlankHeaders, record.line);
                self.add_column(&format!("column {}", place + 1))
            } else {
                if self.names.place(name, usize::MAX).is_some_and(|(_, new)| !new) {
                    self.notes.add(Finding::DuplicateHeaders, record.line);
                }
                self.add_column(name)
            };
            header.push(column);
        }
        self.headers = record.len();
        self.header = Some(header);
        Ok(())
    }
}

impl Records for ContactRows {
    fn record(&mut self, record: Record<'_>) -> Result<(), Error> {
        if record.wrapped {
            self.notes.add(Finding::WrappedRows, record.line);
        }
        let Some(header) = self.header.take() else { return self.read_header(record) };
        let read = self.read_record(record, &header);
        self.header = Some(header);
        read
    }

    fn rows(&mut self, rows: Rows<'_>) -> Result<(), Error> {
        let Some(header) = self.header.take() else { return Ok(()) };
        let read = self.read_rows(rows, header.iter().copied());
        self.header = Some(header);
        read
    }

    fn unclosed_quote(&mut self, first: usize, last: usize) {
        self.notes.add(Finding::UnclosedQuotes, first);
        self.left_out.add_unclosed_quote(first, last);
    }
}

impl ContactRows {
    /// Reads contacts of which nothing is to be noted but their ids, column by column.
    pub(crate) fn read_rows(
        &mut self,
        rows: Rows<'_>,
        columns: impl Iterator<Item = ColumnIndex>,
    ) -> Result<(), Error> {
        let first = self.builder.rows();
        for row in first..first + rows.lines.len() {
            self.check_size(row + 1, self.builder.columns().len())?;
        }
        for (place, column) in columns.enumerate() {
            self.builder.set_texts(first, column, rows.column(place))?;
        }
        for line in rows.lines {
            self.line = *line;
            let row = self.builder.begin_row();
            self.end(row);
        }
        Ok(())
    }

    fn read_record(&mut self, record: Record<'_>, header: &[ColumnIndex]) -> Result<(), Error> {
        if record.len() != self.headers {
            if record.fields().all(|field| field.trim().is_empty()) {
                self.notes.add(Finding::BlankRows, record.line);
                return Ok(());
            }
            if record.len() < self.headers {
                self.notes.add(Finding::ShortRows, record.line);
            } else if record.fields().skip(self.headers).any(|field| !field.trim().is_empty()) {
                self.notes.add(Finding::LongRows, record.line);
            }
        } else if record.fields().all(str::is_empty) {
            self.notes.add(Finding::BlankRows, record.line);
            return Ok(());
        }
        let row = self.begin(record.line)?;
        for (field, column) in record.fields().zip(header) {
            self.builder.set_text(row, *column, field)?;
        }
        self.end(row);
        Ok(())
    }
}
