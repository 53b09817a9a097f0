//! Lines of NDJSON that differ from a line before only in their values, as a program writes them one after another.
//!
//! In: a line that has been read, then the text that follows. Out: rows of fields, as a CSV has them. What stands between the values
//! is compared with the line that has been read, so that it need not be understood again: it is the same object. A line that differs,
//! or holds a value that is more than a plain text or whole number, is not taken: `serde_json` reads it.

use super::contact_rows::ContactRows;
use super::dictionary::same;
use super::rows::{Field, ROWS_TOGETHER, Rows};
use super::table::ColumnIndex;
use crate::Error;

/// How many patterns are tried that fit no line after the one that they are made from.
const TRIES: usize = 16;

/// The longest whole number that is the same text in JSON and in JavaScript, in digits: fewer than 2⁵³ has.
const PLAIN_DIGITS: usize = 15;

/// What lines have in common.
#[derive(Debug)]
struct Pattern {
    /// What stands before each value, and the column that the value goes to.
    values: Vec<(Box<[u8]>, ColumnIndex)>,
    /// What stands after the last value.
    end: Box<[u8]>,
}

/// Reads lines that are like one before.
#[derive(Debug, Default)]
pub(crate) struct JsonRows {
    pattern: Option<Pattern>,
    /// How many patterns in a row have fitted no other line.
    failed: usize,
    fields: Vec<Field>,
    lines: Vec<usize>,
}

impl JsonRows {
    /// Forgets the pattern, whose columns are gone, but not how often one was in vain.
    pub(crate) fn forget(&mut self) {
        self.pattern = None;
    }

    /// Takes a line that has been read for the pattern of those that follow.
    pub(crate) fn learn(&mut self, line: &str, column: impl FnMut(&str) -> Option<ColumnIndex>) {
        if self.failed < TRIES {
            self.failed += 1;
            self.pattern = Pattern::of(line, column);
        }
    }

    /// Reads the lines at the beginning of a text that fit the pattern, and returns their length and how many they are.
    pub(crate) fn read(&mut self, text: &str, line: usize, rows: &mut ContactRows) -> Result<(usize, usize), Error> {
        let Some(pattern) = &self.pattern else { return Ok((0, 0)) };
        self.fields.clear();
        self.lines.clear();
        let mut read = 0;
        while self.lines.len() < ROWS_TOGETHER {
            let known = self.fields.len();
            let Some(end) = pattern.split(text.as_bytes(), read, &mut self.fields) else {
                self.fields.truncate(known);
                break;
            };
            self.lines.push(line + self.lines.len());
            read = end;
        }
        if read > 0 {
            self.failed = 0;
            let columns = pattern.values.iter().map(|(_, column)| *column);
            rows.read_rows(Rows { text, fields: &self.fields, lines: &self.lines }, columns)?;
        }
        Ok((read, self.lines.len()))
    }
}

impl Pattern {
    /// The pattern of a line that is a valid contact. `None` if it holds more than plain values, or two for one column.
    fn of(line: &str, mut column: impl FnMut(&str) -> Option<ColumnIndex>) -> Option<Pattern> {
        let bytes = line.as_bytes();
        let mut values: Vec<(Box<[u8]>, ColumnIndex)> = Vec::new();
        let (mut at, mut depth, mut done) = (0, 0, 0);
        while let Some(byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' => depth += 1,
                b'"' => {
                    let end = text_end(bytes, at)?;
                    let key = line.get(at..end)?;
                    at = end + 1;
                    at += bytes.get(at..)?.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b':')?;
                    match key {
                        "properties" if depth == 1 && bytes.get(at) == Some(&b'{') => continue,
                        "properties" | "events" | "propertiesWithHistory" | "associations" if depth == 1 => {
                            return None;
                        }
                        _ => {}
                    }
                    let column = column(key).filter(|column| values.iter().all(|(_, known)| known != column))?;
                    values.push((bytes.get(done..at)?.into(), column));
                    (_, at) = value(bytes, at)?;
                    done = at;
                }
                // Line ends, commas, white space.
                _ => {}
            }
        }
        Some(Pattern { values, end: bytes.get(done..)?.into() })
    }

    /// Splits a line that begins here, and returns where the next one begins.
    fn split(&self, bytes: &[u8], from: usize, fields: &mut Vec<Field>) -> Option<usize> {
        let mut at = from;
        for (before, _) in &self.values {
            at = after(bytes, at, before)?;
            let (field, end) = value(bytes, at)?;
            fields.push(field);
            at = end;
        }
        at = after(bytes, at, &self.end)?;
        match bytes.get(at..)? {
            [b'\n', ..] => Some(at + 1),
            [b'\r', b'\n', ..] => Some(at + 2),
            _ => None,
        }
    }
}

/// The place after bytes that must stand here.
fn after(bytes: &[u8], at: usize, wanted: &[u8]) -> Option<usize> {
    let end = at + wanted.len();
    same(bytes.get(at..end)?, wanted).then_some(end)
}

/// A plain value that stands here, and where it ends. No value at all is an empty field.
fn value(bytes: &[u8], at: usize) -> Option<(Field, usize)> {
    let word = |word: &[u8]| after(bytes, at, word).map(|end| (at, end, end));
    let (start, end, after) = match bytes.get(at)? {
        b'"' => {
            let end = text_end(bytes, at + 1)?;
            (at + 1, end, end + 1)
        }
        b'n' => word(b"null").map(|(_, end, after)| (end, end, after))?,
        b't' => word(b"true")?,
        b'f' => word(b"false")?,
        b'0'..=b'9' => {
            let digits = bytes.get(at..)?;
            let length = digits.iter().position(|byte| !byte.is_ascii_digit())?;
            let leading_zero = length > 1 && digits.first() == Some(&b'0');
            let ends = matches!(digits.get(length)?, b',' | b'}' | b' ' | b'\t' | b'\r' | b'\n');
            (ends && length <= PLAIN_DIGITS && !leading_zero).then_some((at, at + length, at + length))?
        }
        _ => return None,
    };
    Some(((start as u32, end as u32), after))
}

/// Where the quote is that ends a text. `None` if there is an escape or a control character before it.
fn text_end(bytes: &[u8], from: usize) -> Option<usize> {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let mut at = from;
    while let Some(eight) = bytes.get(at..)?.first_chunk() {
        let word = u64::from_le_bytes(*eight);
        // The high bit of each byte that is below another. A borrow sets bits above the first that is found, never below it.
        let below = |word: u64, least: u8| word.wrapping_sub(LOW * u64::from(least)) & !word;
        let is = |byte: u8| below(word ^ (LOW * u64::from(byte)), 1);
        let found = (is(b'"') | is(b'\\') | below(word, b' ')) & HIGH;
        if found != 0 {
            at += found.trailing_zeros() as usize / 8;
            return (bytes.get(at) == Some(&b'"')).then_some(at);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    let found = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
    (rest.get(found) == Some(&b'"')).then_some(at + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(name: &str) -> Option<ColumnIndex> {
        ["id", "a", "b"].iter().position(|known| *known == name).map(ColumnIndex::new)
    }

    fn split(pattern: &str, line: &str) -> Option<Vec<String>> {
        let mut fields = Vec::new();
        let end = Pattern::of(pattern, columns)?.split(line.as_bytes(), 0, &mut fields)?;
        assert_eq!(end, line.len());
        Some(fields.iter().map(|(start, end)| line[*start as usize..*end as usize].to_owned()).collect())
    }

    #[test]
    fn takes_a_line_that_differs_only_in_plain_values() {
        let pattern = r#"{"id": 1, "properties":{"a":"x","b":null}}"#;
        let line = |id: &str, a: &str, b: &str| format!("{{\"id\": {id}, \"properties\":{{\"a\":{a},\"b\":{b}}}}}\n");
        assert_eq!(split(pattern, &line("20", "true", "\"y z\"")).unwrap(), ["20", "true", "y z"]);
        assert_eq!(split(pattern, &line("null", "\"\"", "0")).unwrap(), ["", "", "0"]);
        assert_eq!(split(pattern, &line("\"é, long enough\"", "false", "5").replace('\n', "\r\n")).unwrap().len(), 3);
        for value in [
            "01",
            "1.5",
            "-1",
            "1e2",
            "1234567890123456",
            r#""a\n""#,
            "\"a\tb\"",
            "[]",
            "{}",
            "nul",
            "tru",
            "\"a",
            "",
            "1 2",
        ] {
            assert_eq!(split(pattern, &line("1", value, "2")), None, "{value}");
        }
        assert_eq!(split(pattern, "{\"id\":1, \"properties\":{\"a\":2,\"b\":3}}\n"), None);
        assert_eq!(split(pattern, "{\"id\": 1, \"properties\":{\"a\":2,\"b\":3}} {}\n"), None);
    }

    #[test]
    fn makes_no_pattern_of_what_is_more_than_plain_values() {
        for line in [
            r#"{"id":1,"id":2}"#,
            r#"{"id":[1]}"#,
            r#"{"id":1,"events":[]}"#,
            r#"{"a":{"b":1}}"#,
            r#"{"\u0061":1}"#,
            r#"{"c":1}"#,
        ] {
            assert!(Pattern::of(line, columns).is_none(), "{line}");
        }
    }
}
