//! What readers of records hand on: single records, and rows that are alike, many at a time.
//!
//! In: a text and where the fields in it are. Out: the fields by record and by column. It knows no format.

use crate::Error;

/// How many rows are handed on together: enough to fill columns one after another, and few enough to stay in the processor's cache.
pub(super) const ROWS_TOGETHER: usize = 128;

/// Where a field begins and ends in a text, quotes taken off.
pub(crate) type Field = (u32, u32);

/// A record of a CSV.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    pub(crate) text: &'a str,
    pub(crate) fields: &'a [Field],
    pub(crate) line: usize,
    /// Whether the row was in quotes as a whole.
    pub(crate) wrapped: bool,
}

impl<'a> Record<'a> {
    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        self.fields.iter().map(move |field| field_of(text, *field))
    }
}

/// Rows that have a field in every column, and something in at least one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'a> {
    pub(crate) text: &'a str,
    /// Row by row, as many as there are columns.
    pub(crate) fields: &'a [Field],
    /// The line that each row begins on.
    pub(crate) lines: &'a [usize],
}

impl<'a> Rows<'a> {
    /// The fields of a column.
    pub(crate) fn column(&self, place: usize) -> impl Iterator<Item = &'a str> + Clone {
        let text = self.text;
        let rows = self.fields.chunks_exact((self.fields.len() / self.lines.len().max(1)).max(1));
        rows.map(move |row| row.get(place).map_or("", |field| field_of(text, *field)))
    }

    /// Each row by itself.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record<'a>> {
        let text = self.text;
        let rows = self.fields.chunks_exact((self.fields.len() / self.lines.len().max(1)).max(1));
        rows.zip(self.lines).map(move |(fields, line)| Record { text, fields, line: *line, wrapped: false })
    }
}

/// A field's text.
pub(super) fn field_of(text: &str, (start, end): Field) -> &str {
    text.get(start as usize..end as usize).unwrap_or("")
}

/// What takes the records.
pub(crate) trait Records {
    fn record(&mut self, record: Record<'_>) -> Result<(), Error>;

    /// The same, for many records at a time.
    fn rows(&mut self, rows: Rows<'_>) -> Result<(), Error> {
        rows.records().try_for_each(|record| self.record(record))
    }

    /// Lines that were left out because a quote on the first of them is never closed.
    fn unclosed_quote(&mut self, first: usize, last: usize);
}
