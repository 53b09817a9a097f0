//! Scored contacts as CSV. In: their rows and columns. Out: bytes, some rows at a time, so that a file need not be in memory as a whole.

use super::ScoredRows;
use crate::contacts::reading;
use csv_core::{WriteResult, Writer};
use std::borrow::Cow;
use std::io::{self, Write};

/// So many rows are put into words at a time.
const ROWS: usize = 1_024;

impl ScoredRows<'_> {
    /// The header.
    pub fn csv_header(&self) -> Vec<u8> {
        records([self.columns().iter().map(|column| Cow::Borrowed(column.name()))])
    }

    /// These rows, in this order.
    pub fn csv_rows(&self, rows: impl IntoIterator<Item = usize>) -> Vec<u8> {
        records(rows.into_iter().map(|row| self.columns().iter().map(move |column| self.cell(column, row))))
    }

    /// The header and all rows.
    pub fn write_csv(&self, output: &mut dyn Write) -> io::Result<()> {
        output.write_all(&self.csv_header())?;
        for start in (0..self.count()).step_by(ROWS) {
            output.write_all(&self.csv_rows(start..(start + ROWS).min(self.count())))?;
        }
        output.flush()
    }
}

/// The bytes of records with these cells.
pub(super) fn records<'c, Cells: Iterator<Item = Cow<'c, str>>>(cells: impl IntoIterator<Item = Cells>) -> Vec<u8> {
    let mut record = Record::default();
    for cells in cells {
        cells.for_each(|cell| record.cell(&cell));
        record.end();
    }
    record.bytes
}

/// Records as bytes.
#[derive(Default)]
struct Record {
    writer: Writer,
    bytes: Vec<u8>,
    cells: usize,
}

impl Record {
    fn cell(&mut self, text: &str) {
        if self.cells > 0 {
            self.put(Writer::delimiter);
        }
        self.cells += 1;
        let text = guarded(text);
        let mut rest = text.as_bytes();
        self.put(|writer, room| {
            let (result, read, written) = writer.field(rest, room);
            rest = rest.get(read..).unwrap_or(&[]);
            (result, written)
        });
    }

    fn end(&mut self) {
        self.cells = 0;
        self.put(Writer::terminator);
    }

    /// Writes until everything is written.
    fn put(&mut self, mut write: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        let mut room = [0; 256];
        loop {
            let (result, written) = write(&mut self.writer, &mut room);
            self.bytes.extend_from_slice(room.get(..written).unwrap_or(&[]));
            if result == WriteResult::InputEmpty {
                return;
            }
        }
    }
}

/// Text that a spreadsheet would take for a formula, with an apostrophe before it: contacts write their own names.
fn guarded(cell: &str) -> Cow<'_, str> {
    // The last four are the wide forms, which some spreadsheets read as the narrow ones.
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins && reading::number(cell).is_none() { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe_and_numbers_do_not() {
        for cell in ["=1+1", "+cmd", "-", "@sum", "\tx", "\rx", "\nx", "＝1", "-1-1", "+1 (555) 0100"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in ["", "7", "-12.5", "+49", "-1e5", "a=1", "row 1"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be_and_may_be_long() {
        let mut record = Record::default();
        let long = "long, and \"quoted\" ".repeat(100);
        ["plain", "", "a,b", "say \"hi\"", "two\nlines", &long].into_iter().for_each(|cell| record.cell(cell));
        record.end();
        record.cell("");
        record.end();
        let quoted = long.replace('"', "\"\"");
        let expected = format!("plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"{quoted}\"\n\"\"\n");
        assert_eq!(String::from_utf8(record.bytes).unwrap(), expected);
    }
}
