//! Diagnostics for people: from what a check found and the text it checked to the offending lines with a mark under the place.

use super::terminal;
use leadscore::Diagnostic;
use leadscore::ruleset::Place;
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode,
    SourceSpan, SpanContents,
};
use std::borrow::Cow;
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
        let Diagnostic { code, path, .. } = self.diagnostic;
        // In a document of one line the pointer says more than the line and the column.
        let at = if path.is_empty() { String::new() } else { format!(" at {}", terminal::visible(path)) };
        Some(Box::new(format!("{code}{at}")))
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
        let marked = self.excerpt.as_ref()?.marked;
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, marked))))
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
        let (own_before, marked, after) = surroundings(own_before, marked.trim_end(), after.trim_end(), width);
        excerpt += &printable(&own_before);
        let start = excerpt.len();
        excerpt += &printable(&marked);
        let length = excerpt.len() - start;
        excerpt += &printable(&after);
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
        }
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

/// Of a line in three parts as much as has room: the middle before all, then what is before it and a little of what is after it.
fn surroundings<'a>(
    before: &'a str,
    middle: &'a str,
    after: &'a str,
    room: usize,
) -> (Cow<'a, str>, Cow<'a, str>, Cow<'a, str>) {
    let middle = terminal::shortened(middle, room * 2 / 3);
    let room = room.saturating_sub(middle.chars().count());
    let (long_before, long_after) = (before.chars().count(), after.chars().count());
    let room_after = long_after.min((room / 3).max(room.saturating_sub(long_before)));
    let room_before = room - room_after;
    let before = if long_before > room_before {
        let start = before.char_indices().rev().nth(room_before.saturating_sub(1)).map_or(before.len(), |(at, _)| at);
        Cow::Owned(format!("…{}", before.get(start..).unwrap_or("")))
    } else {
        Cow::Borrowed(before)
    };
    (before, middle, terminal::shortened(after, room_after))
}
