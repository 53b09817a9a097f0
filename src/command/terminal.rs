//! What people see: styles, the width of the terminal, and text that is safe and fits.
//!
//! Styles are always written. [`styled`] streams take them out where there is no terminal, or `NO_COLOR` is set.

use super::host::{self, Stream};
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::io::{BufWriter, Write};
use textwrap::{WordSeparator, WordSplitter};

/// Headings and results.
pub const STRONG: Style = Style::new().bold();
/// What matters less.
pub const FAINT: Style = Style::new().dimmed();
/// What is met, what gives points.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What takes points.
pub const BAD: Style = AnsiColor::Red.on_default();
/// The word "error".
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// The word "warning".
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// The words "note" and "hint".
pub const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// A stream for text with styles. What is written has arrived when it is flushed, or dropped.
pub fn styled(stream: Stream) -> Box<dyn Write> {
    let choice = if wants_colours(stream) { ColorChoice::Always } else { ColorChoice::Never };
    match stream {
        Stream::Output => Box::new(BufWriter::new(AutoStream::new(host::standard_output(), choice))),
        Stream::Error => Box::new(BufWriter::new(AutoStream::new(host::standard_error(), choice))),
    }
}

/// What `anstream` decides by itself where it can ask for variables: as <https://no-color.org> and <https://bixense.com/clicolors>
/// say.
fn wants_colours(stream: Stream) -> bool {
    let is_set = |name| host::variable(name).is_some_and(|value| !value.is_empty());
    let asked = host::variable("CLICOLOR").map(|value| value != "0");
    if is_set("NO_COLOR") {
        return false;
    }
    if is_set("CLICOLOR_FORCE") {
        return true;
    }
    // Windows has no TERM, and terminals with colours.
    let capable = host::variable("TERM").map_or(host::is_windows(), |terminal| terminal != "dumb");
    asked != Some(false)
        && host::is_terminal(stream)
        && (capable || asked == Some(true) || host::variable("CI").is_some())
}

/// The width of the terminal, if there is one.
pub fn terminal_width() -> Option<usize> {
    host::width(Stream::Output).or_else(|| host::width(Stream::Error))
}

/// The width to which sentences are wrapped: lines that are too long are hard to read, also where there is room.
pub fn text_width() -> usize {
    terminal_width().unwrap_or(80).clamp(40, 100)
}

/// Text from files with its control characters shown and not obeyed: they could move the cursor, or rename the window.
pub fn visible(text: &str) -> Cow<'_, str> {
    // Overrides of the direction of writing would let a value rearrange the line around it.
    let turns = |character| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |character: char| match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        _ if character.is_control() || turns(character) => '\u{fffd}',
        _ => character,
    };
    if text.chars().all(|character| shown(character) == character) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(shown).collect())
    }
}

/// The same for text of several lines.
pub fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// A paragraph that fits the width, its first line behind `first` and the others behind as much space.
pub fn paragraph(first: &str, text: &str, width: usize) -> String {
    let rest = " ".repeat(textwrap::core::display_width(first));
    // Only at spaces: times, paths and addresses stay whole.
    let options = textwrap::Options::new(width).word_separator(WordSeparator::AsciiSpace);
    let options = options.word_splitter(WordSplitter::NoHyphenation).initial_indent(first).subsequent_indent(&rest);
    textwrap::fill(&visible(text), options)
}

/// The beginning of a text that is too long to be read.
pub fn shortened(text: &str, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or(""))),
        None => Cow::Borrowed(text),
    }
}

/// A number with its thousands set apart: `2,000`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things: `1 row`, `2,000 rows`.
pub fn counted(number: usize, thing: &str) -> String {
    format!("{} {thing}{}", thousands(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_not_obeyed() {
        assert_eq!(visible("a\u{1b}[31mred\r\n"), "a␛[31mred␍␊");
        assert_eq!(visible("\u{9b}31m\u{7f}\u{202e}"), "\u{fffd}31m\u{fffd}\u{fffd}");
        assert_eq!(visible("Zoë 日本"), "Zoë 日本");
    }

    #[test]
    fn numbers_read_well() {
        for (number, text) in [(0, "0 rows"), (1, "1 row"), (999, "999 rows"), (1_000, "1,000 rows")] {
            assert_eq!(counted(number, "row"), text);
        }
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
