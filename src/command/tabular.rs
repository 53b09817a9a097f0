//! Scored contacts as a table for the terminal. In: their rows and columns. Out: text.

use super::terminal;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use leadscore::interchange::{RowColumn, ScoredRows};
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

/// Draws scored contacts.
pub struct Drawing<'a>(pub ScoredRows<'a>);

impl<'a> Drawing<'a> {
    /// The rows as a table in the width of the terminal, the first ones only; without a terminal all of them.
    pub fn write_table(&self, output: &mut dyn Write, terminal: bool) -> io::Result<()> {
        let rows = self.0.count();
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
        let rows = self.0.count();
        let widest = |column: &RowColumn<'a>| {
            let cells = (0..rows).map(|row| display_width(&shown(&self.0.cell(column, row)))).max().unwrap_or(0);
            cells.max(display_width(column.name())) + PADDING
        };
        let fixed = |width| ColumnConstraint::LowerBoundary(Width::Fixed(u16::try_from(width).unwrap_or(u16::MAX)));
        let widths: Vec<_> = self.0.columns().iter().map(|column| fixed(widest(column))).collect();
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
        let columns = self.0.columns();
        if header {
            page.set_header(columns.iter().map(|column| drawn(column, column.name())));
        }
        page.add_rows(rows.map(|row| columns.iter().map(move |column| drawn(column, &self.0.cell(column, row)))));
        page
    }
}

fn drawn(column: &RowColumn<'_>, text: &str) -> Cell {
    let alignment = if column.is_points() { CellAlignment::Right } else { CellAlignment::Left };
    Cell::new(shown(text)).set_alignment(alignment)
}

/// As much of a text as a table shows.
fn shown(text: &str) -> String {
    terminal::visible(&terminal::shortened(text, LONGEST)).into_owned()
}

fn write_lines(page: &comfy_table::Table, output: &mut dyn Write) -> io::Result<()> {
    page.lines().try_for_each(|line| writeln!(output, "{}", line.trim_end()))
}
