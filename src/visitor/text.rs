//! A visitor as text, for the browser's storage.
//!
//! The text is JSON, in exactly this form:
//!
//! ```text
//! {"version":1,"contact":[name,value,…],"observed":[name,value,…],"forms":[number,…],"suspect":bits,
//!  "events":[[type,last,first,count,name,value,…],…]}
//! ```
//!
//! with `first` and `count` only where an entry stands for several events. What is read has to be in this form, without blanks: nothing else
//! writes it, and what was changed by others is not to be trusted. Reading takes time in proportion to the text, which
//! cannot be longer than [`MOST_TEXT`], and does not recurse.
//!
//! Own code for lack of a library that is small: miniserde takes 9 KB of the 50 that visitors may be made to wait for, most of it for numbers
//! with fractions, which do not occur here.

use super::history::{Entry, History};
use super::observed::Observed;
use super::suspicion::Suspicions;
use super::{LATEST, Properties, Visitor};
use std::fmt;

/// The most bytes that a text has.
pub const MOST_TEXT: usize = 48 * 1024;

/// Why a text is no visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version wrote it.
    Newer,
    /// It was cut or changed, or is something else.
    Damaged,
}

impl Unreadable {
    /// In words.
    pub fn message(self) -> &'static str {
        match self {
            Unreadable::Newer => "expected a visitor of version 1, found one of a newer version; load the newer script",
            Unreadable::Damaged => "expected a stored visitor, found something else; it starts anew",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl std::error::Error for Unreadable {}

impl Visitor {
    /// The visitor as text; never longer than [`MOST_TEXT`].
    pub fn to_text(&self) -> String {
        let mut text = self.known_text();
        write_entries(&mut text, self.history.entries());
        text.push_str("]}");
        text
    }

    /// The beginning of the text, up to the events.
    fn known_text(&self) -> String {
        let mut text = String::from("{\"version\":1,\"contact\":[");
        write_pairs(&mut text, &self.own);
        text.push_str("],\"observed\":[");
        write_pairs(&mut text, &self.observed.properties);
        text.push_str("],\"forms\":[");
        for form in &self.observed.forms {
            write_number(&mut text, *form);
        }
        text.push_str("],\"suspect\":");
        write_number(&mut text, i64::from(self.suspicions.bits()));
        text.push_str(",\"events\":[");
        text
    }

    /// How long a text has to be for all but the events.
    pub(super) fn written_without_events(&self) -> usize {
        self.known_text().len() + "]}".len()
    }

    /// The visitor that [`Visitor::to_text`] wrote.
    pub fn from_text(text: &str) -> Result<Visitor, Unreadable> {
        let mut reader = Reader { rest: text };
        match reader.after("{\"version\":").and_then(|()| reader.number()) {
            Some(1) if text.len() <= MOST_TEXT => reader.visitor().ok_or(Unreadable::Damaged),
            Some(version) if version > 1 => Err(Unreadable::Newer),
            _ => Err(Unreadable::Damaged),
        }
    }
}

/// How many bytes names and values take when written.
pub(super) fn written(pairs: &[(String, String)]) -> usize {
    let mut text = String::new();
    write_pairs(&mut text, pairs);
    text.len()
}

/// How many bytes entries take when written, with a comma after each.
pub(super) fn written_entries(entries: &[Entry]) -> usize {
    let mut text = String::new();
    write_entries(&mut text, entries);
    text.len() + entries.len().min(1)
}

fn write_entries(text: &mut String, entries: &[Entry]) {
    for entry in entries {
        separate(text);
        text.push('[');
        write_text(text, &entry.kind);
        write_number(text, entry.last);
        if entry.count > 1 {
            write_number(text, entry.first);
            write_number(text, i64::from(entry.count));
        }
        write_pairs(text, &entry.properties);
        text.push(']');
    }
}

fn write_pairs(text: &mut String, pairs: &[(String, String)]) {
    for (name, value) in pairs {
        write_text(text, name);
        write_text(text, value);
    }
}

/// A comma, unless nothing is before it.
fn separate(text: &mut String) {
    if !text.is_empty() && !text.ends_with(['[', ':']) {
        text.push(',');
    }
}

fn write_number(text: &mut String, number: i64) {
    separate(text);
    text.push_str(&number.to_string());
}

fn write_text(text: &mut String, value: &str) {
    separate(text);
    text.push('"');
    let mut plain = 0;
    for (place, byte) in value.bytes().enumerate() {
        if byte < b' ' || byte == b'"' || byte == b'\\' {
            text.push_str(value.get(plain..place).unwrap_or(""));
            plain = place + 1;
            if byte < b' ' {
                text.push_str(if byte < 16 { "\\u000" } else { "\\u001" });
                text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
            } else {
                text.push('\\');
                text.push(char::from(byte));
            }
        }
    }
    text.push_str(value.get(plain..).unwrap_or(""));
    text.push('"');
}

/// Reads what was written, piece by piece.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// All that follows the version.
    fn visitor(&mut self) -> Option<Visitor> {
        self.after(",\"contact\":[")?;
        let own = self.pairs()?;
        self.after("],\"observed\":[")?;
        let properties = self.pairs()?;
        self.after("],\"forms\":[")?;
        let mut forms = Vec::new();
        while !self.rest.starts_with(']') {
            self.comma(forms.is_empty())?;
            forms.push(self.number()?);
        }
        self.after("],\"suspect\":")?;
        let suspicions = Suspicions::from_bits(u8::try_from(self.number()?).ok()?)?;
        self.after(",\"events\":[")?;
        let mut entries = Vec::new();
        while !self.rest.starts_with(']') {
            self.comma(entries.is_empty())?;
            entries.push(self.entry()?);
        }
        let history = History::from_entries(entries)?;
        (self.rest == "]}").then_some(Visitor { own, observed: Observed { properties, forms }, suspicions, history })
    }

    fn entry(&mut self) -> Option<Entry> {
        self.after("[")?;
        let kind = self.text()?;
        self.after(",")?;
        let last = self.time()?;
        let (mut first, mut count) = (last, 1);
        if !self.rest.starts_with(']') && !self.rest.starts_with(",\"") {
            self.after(",")?;
            first = self.time()?;
            self.after(",")?;
            count = u32::try_from(self.number()?).ok()?;
        }
        let mut properties = Vec::new();
        while !self.rest.starts_with(']') {
            self.after(",")?;
            self.pair(&mut properties)?;
        }
        self.after("]")?;
        Some(Entry { kind, properties, first, last, count })
    }

    fn pairs(&mut self) -> Option<Properties> {
        let mut pairs = Vec::new();
        while !self.rest.starts_with(']') {
            self.comma(pairs.is_empty())?;
            self.pair(&mut pairs)?;
        }
        Some(pairs)
    }

    fn pair(&mut self, pairs: &mut Properties) -> Option<()> {
        let name = self.text()?;
        self.after(",")?;
        pairs.push((name, self.text()?));
        Some(())
    }

    fn comma(&mut self, is_first: bool) -> Option<()> {
        if is_first { Some(()) } else { self.after(",") }
    }

    /// Goes on after what is expected next.
    fn after(&mut self, expected: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(expected)?;
        Some(())
    }

    /// A number that is not negative.
    fn number(&mut self) -> Option<i64> {
        let end = self.rest.bytes().position(|byte| !byte.is_ascii_digit())?;
        let number = self.rest.get(..end)?.parse().ok()?;
        self.rest = self.rest.get(end..)?;
        Some(number)
    }

    fn time(&mut self) -> Option<i64> {
        self.number().filter(|time| *time <= LATEST)
    }

    fn text(&mut self) -> Option<String> {
        self.after("\"")?;
        let mut text = String::new();
        loop {
            let end = self.rest.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < b' ')?;
            text.push_str(self.rest.get(..end)?);
            self.rest = self.rest.get(end..)?;
            if self.after("\"").is_some() {
                return Some(text);
            }
            self.after("\\")?;
            let digits = self.rest.strip_prefix("u00").and_then(|digits| digits.get(..2));
            let (escaped, length) = match digits {
                Some(digits) => (char::from(u8::from_str_radix(digits, 16).ok()?), 5),
                None => (self.rest.chars().next().filter(|next| *next == '"' || *next == '\\')?, 1),
            };
            text.push(escaped);
            self.rest = self.rest.get(length..)?;
        }
    }
}
