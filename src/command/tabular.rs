//! Results in rows and columns: as CSV for programs and spreadsheets, as a table for the terminal.
//!
//! In: results with the table that was scored. Out: text. The columns are `id`, each score by its id followed by its band, and each
//! matrix by its id.

use super::terminal;
use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, TableStyle};
use leadscore::contacts::{Table, reading};
use leadscore::{Points, Results};
use std::borrow::Cow;
use std::io::{self, Write};

/// How many rows a terminal gets.
const SHOWN: usize = 50;

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

    /// The rows as a table: on a terminal the first ones, in its width.
    pub fn write_table(&self, output: &mut dyn Write, terminal: bool) -> io::Result<()> {
        let rows = self.results.rows();
        let shown = if terminal { rows.min(SHOWN) } else { rows };
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(LINE_UNDER_THE_HEADER);
        if let (true, Some(width)) = (terminal, terminal::terminal_width()) {
            drawn.set_content_arrangement(ContentArrangement::Dynamic);
            drawn.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        }
        drawn.set_header(self.columns.iter().map(|column| column.drawn(&column.name)));
        for row in 0..shown {
            drawn.add_row(self.columns.iter().map(|column| column.drawn(&self.cell(column, row))));
        }
        for line in drawn.lines() {
            writeln!(output, "{}", line.trim_end())?;
        }
        if shown < rows {
            let more = terminal::thousands(rows - shown);
            writeln!(output, " … and {more} more; to see them all: --format table | less")?;
        }
        Ok(())
    }
}

impl Column {
    fn drawn(&self, text: &str) -> Cell {
        let alignment = match self.holds {
            Holds::Points(_) => CellAlignment::Right,
            Holds::Id | Holds::Band(_) => CellAlignment::Left,
        };
        Cell::new(terminal::visible(text)).set_alignment(alignment)
    }
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
