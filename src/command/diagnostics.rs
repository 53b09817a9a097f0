//! Diagnostics for people: from what a check found and the text it checked to the offending lines with a mark under the place.

use super::terminal;
use leadscore::Diagnostic;
use leadscore::ruleset::Place;
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode,
    SourceSpan, SpanContents,
};
use std::fmt;
use std::io::{self, Write};
use textwrap::{WordSeparator, WordSplitter};

/// Writes the diagnostics one after another, and a line that counts them.
pub fn write(output: &mut impl Write, name: &str, text: &str, diagnostics: &[Diagnostic]) -> io::Result<()> {
    let width = terminal::text_width();
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode())
        .with_width(width)
        .with_word_separator(WordSeparator::AsciiSpace)
        .with_word_splitter(WordSplitter::NoHyphenation);
    for diagnostic in diagnostics {
        let excerpt = diagnostic.place.map(|place| Excerpt::new(name, text, &place, width));
        let mut shown = String::new();
        handler.render_report(&mut shown, &Shown { diagnostic, excerpt }).map_err(io::Error::other)?;
        writeln!(output, "{shown}")?;
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let counted = |number, thing| if number == 0 { format!("no {thing}s") } else { terminal::counted(number, thing) };
    let (style, name) = (if errors > 0 { terminal::ERROR } else { terminal::STRONG }, terminal::visible(name));
    let (errors, warnings) = (counted(errors, "error"), counted(diagnostics.len() - errors, "warning"));
    writeln!(output, "{style}{name}: {errors}, {warnings}{style:#}")
}

/// A diagnostic with the lines it is about.
#[derive(Debug)]
struct Shown<'a> {
    diagnostic: &'a Diagnostic,
    excerpt: Option<Excerpt>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&terminal::visible(&self.diagnostic.message))
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(if self.diagnostic.is_error() { Severity::Error } else { Severity::Warning })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.diagnostic.help.as_ref()?;
        Some(Box::new(terminal::visible(help)))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt.as_ref()?;
        let path = Some(self.diagnostic.path.as_str()).filter(|path| excerpt.has_room_for(path));
        let label = path.map(|path| terminal::visible(path).into_owned());
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(label, excerpt.marked))))
    }
}

/// The line of a place, and its neighbours. A ruleset may be one line of megabytes: of a long line only the surroundings are kept.
#[derive(Debug)]
struct Excerpt {
    name: String,
    text: String,
    /// What is marked in the text.
    marked: SourceSpan,
    /// The line with which the text begins, from 0.
    first_line: usize,
    /// Of the place, from 0.
    column: usize,
    width: usize,
}

/// Columns that the line numbers and the frame take.
const FRAME: usize = 10;

impl Excerpt {
    fn new(name: &str, text: &str, place: &Place, width: usize) -> Excerpt {
        let width = width - FRAME;
        let (before, rest) = text.split_at_checked(place.offset).unwrap_or((text, ""));
        let (marked, after) = rest.split_at_checked(place.length).unwrap_or((rest, ""));
        // Of what goes over several lines, such as a whole object, the first is marked.
        let (marked, after) = match marked.split_once('\n') {
            Some((first, _)) => (first, ""),
            None => (marked, after.lines().next().unwrap_or("")),
        };
        let mut earlier = before.rsplit('\n');
        let own_before = earlier.next().unwrap_or("");
        let previous = earlier.next().filter(|line| !line.trim().is_empty());
        let next = rest.split('\n').nth(1).filter(|line| !line.trim().is_empty());

        let mut excerpt = String::new();
        if let Some(previous) = previous {
            excerpt += &printable(&terminal::shortened(previous.trim_end(), width));
            excerpt.push('\n');
        }
        let own_before = last_characters(own_before, (width / 2).max(width.saturating_sub(marked.chars().count())));
        excerpt += &printable(&own_before);
        let start = excerpt.len();
        let room = width.saturating_sub(own_before.chars().count());
        excerpt += &printable(&terminal::shortened(marked.trim_end(), room));
        let length = excerpt.len() - start;
        excerpt += &printable(&terminal::shortened(after.trim_end(), room.saturating_sub(marked.chars().count())));
        if start == excerpt.len() {
            // There must be something to point at, also at the end of a line.
            excerpt.push(' ');
        }
        if let Some(next) = next {
            excerpt.push('\n');
            excerpt += &printable(&terminal::shortened(next.trim_end(), width));
        }
        Excerpt {
            name: terminal::visible(name).into_owned(),
            text: excerpt,
            marked: (start, length).into(),
            first_line: place.line.saturating_sub(1 + usize::from(previous.is_some())),
            column: place.column.saturating_sub(1),
            width,
        }
    }

    /// Whether a label of the mark ends before the terminal does.
    fn has_room_for(&self, label: &str) -> bool {
        let line = self.text.get(..self.marked.offset()).unwrap_or("").rsplit('\n').next().unwrap_or("");
        !label.is_empty() && line.chars().count() + self.marked.len() / 2 + label.chars().count() + 4 <= self.width
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let own = self.text.read_span(span, lines_before, lines_after)?;
        let line = self.first_line + own.line();
        // Asked for without its neighbours it is the place that is wanted.
        let column = if lines_before == 0 { self.column } else { own.column() };
        let contents =
            MietteSpanContents::new_named(self.name.clone(), own.data(), *own.span(), line, column, own.line_count());
        Ok(Box::new(contents))
    }
}

/// Without control characters, tabs as spaces.
fn printable(text: &str) -> String {
    terminal::visible(&text.replace('\t', "  ")).into_owned()
}

/// The end of a text that is too long to be shown.
fn last_characters(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most.saturating_sub(1)) {
        Some((start, _)) if start > 0 => format!("…{}", text.get(start..).unwrap_or("")),
        _ => text.to_owned(),
    }
}
