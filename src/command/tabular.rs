//! Results in rows and columns: as CSV for programs and spreadsheets, as a table for the terminal.
//!
//! In: results with the table that was scored. Out: text. The columns are `id`, each score by its id followed by its band, and each
//! matrix by its id.

use super::terminal;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use leadscore::contacts::{Table, reading};
use leadscore::{Points, Results};
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;
use textwrap::core::display_width;

/// How many rows a terminal gets.
const SHOWN: usize = 50;

/// How many rows are drawn at a time.
const PAGE: usize = 1_000;

/// How much of a text a table shows.
const LONGEST: usize = 200;

/// The spaces around a cell.
const PADDING: usize = 2;

const LINE_UNDER_THE_HEADER: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Results in rows and columns.
pub struct Rows<'a> {
    results: &'a Results,
    table: &'a Table,
    columns: Vec<Column>,
}

struct Column {
    name: String,
    holds: Holds,
}

enum Holds {
    Id,
    /// The points of the score at this place.
    Points(usize),
    /// The band of the set at this place.
    Band(usize),
}

impl<'a> Rows<'a> {
    /// The rows of these results; an error if two columns would have the same name.
    pub fn new(results: &'a Results, table: &'a Table) -> Result<Rows<'a>, String> {
        let mut columns = vec![Column { name: "id".to_owned(), holds: Holds::Id }];
        let mut matrices: Vec<(usize, &str)> = results.band_ids().enumerate().collect();
        for (score, id) in results.score_ids().enumerate() {
            columns.push(Column { name: id.to_owned(), holds: Holds::Points(score) });
            // A band set with the id of a score is that score's; all others are matrices.
            if let Some(place) = matrices.iter().position(|(_, set)| *set == id) {
                let (set, _) = matrices.remove(place);
                columns.push(Column { name: format!("{id}_band"), holds: Holds::Band(set) });
            }
        }
        columns.extend(matrices.into_iter().map(|(set, id)| Column { name: id.to_owned(), holds: Holds::Band(set) }));
        match twice(&columns) {
            Some(name) => Err(format!(
                "two columns would be called `{name}`: give the score or matrix another id, or use --format ndjson"
            )),
            None => Ok(Rows { results, table, columns }),
        }
    }

    fn cell(&self, column: &Column, row: usize) -> Cow<'_, str> {
        match column.holds {
            Holds::Id => self.table.id(row).into(),
            Holds::Points(score) => {
                let hundredths = self.results.hundredths(score).get(row).copied().unwrap_or(0);
                Points::from_hundredths(hundredths).to_string().into()
            }
            Holds::Band(set) => self.results.band(set, row).unwrap_or("").into(),
        }
    }

    /// All rows as CSV.
    pub fn write_csv(&self, output: &mut dyn Write) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(output);
        let mut fill = || {
            writer.write_record(self.columns.iter().map(|column| &column.name))?;
            for row in 0..self.results.rows() {
                for column in &self.columns {
                    let cell = self.cell(column, row);
                    writer.write_field(guarded(&cell).as_bytes())?;
                }
                writer.write_record(None::<&[u8]>)?;
            }
            Ok(writer.flush()?)
        };
        fill().map_err(|error: csv::Error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }

    /// The rows as a table in the width of the terminal, the first ones only; without a terminal all of them.
    pub fn write_table(&self, output: &mut dyn Write, terminal: bool) -> io::Result<()> {
        let rows = self.results.rows();
        if !terminal {
            return self.write_pages(output);
        }
        let mut page = self.page(0..rows.min(SHOWN), true);
        if let Some(width) = terminal::terminal_width() {
            page.set_content_arrangement(ContentArrangement::Dynamic);
            page.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        }
        write_lines(&page, output)?;
        if rows > SHOWN {
            let more = terminal::thousands(rows - SHOWN);
            writeln!(output, " … and {more} more; to see them all: --format table | less")?;
        }
        Ok(())
    }

    /// All rows. A table of a million rows would be gigabytes before its first line is written: it is drawn in pages of the same
    /// widths.
    fn write_pages(&self, output: &mut dyn Write) -> io::Result<()> {
        let rows = self.results.rows();
        let widest = |column: &Column| {
            let cells = (0..rows).map(|row| display_width(&shown(&self.cell(column, row)))).max().unwrap_or(0);
            cells.max(display_width(&column.name)) + PADDING
        };
        let fixed = |width| ColumnConstraint::LowerBoundary(Width::Fixed(u16::try_from(width).unwrap_or(u16::MAX)));
        let widths: Vec<_> = self.columns.iter().map(|column| fixed(widest(column))).collect();
        for start in (0..rows.max(1)).step_by(PAGE) {
            let mut page = self.page(start..(start + PAGE).min(rows), start == 0);
            page.set_constraints(widths.iter().copied());
            write_lines(&page, output)?;
        }
        Ok(())
    }

    fn page(&self, rows: Range<usize>, header: bool) -> comfy_table::Table {
        let mut page = comfy_table::Table::new();
        page.load_style(LINE_UNDER_THE_HEADER);
        if header {
            page.set_header(self.columns.iter().map(|column| column.drawn(&column.name)));
        }
        page.add_rows(rows.map(|row| self.columns.iter().map(move |column| column.drawn(&self.cell(column, row)))));
        page
    }
}

impl Column {
    fn drawn(&self, text: &str) -> Cell {
        let alignment = match self.holds {
            Holds::Points(_) => CellAlignment::Right,
            Holds::Id | Holds::Band(_) => CellAlignment::Left,
        };
        Cell::new(shown(text)).set_alignment(alignment)
    }
}

/// As much of a text as a table shows.
fn shown(text: &str) -> String {
    terminal::visible(&terminal::shortened(text, LONGEST)).into_owned()
}

fn write_lines(page: &comfy_table::Table, output: &mut dyn Write) -> io::Result<()> {
    page.lines().try_for_each(|line| writeln!(output, "{}", line.trim_end()))
}

fn twice(columns: &[Column]) -> Option<&str> {
    let mut earlier = std::collections::BTreeSet::new();
    columns.iter().map(|column| column.name.as_str()).find(|name| !earlier.insert(*name))
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
}
