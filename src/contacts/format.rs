//! What a file is, from its first bytes: one of the formats that are read, or something else, which is an error that says what.
//!
//! In: the beginning of a file, as bytes and as text. Out: a format, a CSV's delimiter. It reads no contact.

use crate::{Error, ErrorKind};
use serde::Serialize;

/// The formats in which contacts and events are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Rows under a line of column names.
    Csv,
    /// An array, a page of HubSpot's API, or one contact; or several of them, one after another.
    Json,
    /// JSON, one value a line.
    Ndjson,
}

impl std::str::FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Format, Error> {
        match text {
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            "ndjson" => Ok(Format::Ndjson),
            _ => Err(unreadable(format!("expected the format csv, json or ndjson, found \"{text}\""))),
        }
    }
}

pub(crate) fn unreadable(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::UnreadableFile, message)
}

/// Refuses what is no text, by the bytes that such files begin with.
pub(crate) fn refuse_binary(head: &[u8]) -> Result<(), Error> {
    let known: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "an Excel workbook (.xlsx) or another zip archive; save it as CSV or unpack it first"),
        (b"\xd0\xcf\x11\xe0", "an old Excel workbook (.xls) or another Office file; save it as CSV first"),
        (b"\x1f\x8b", "a gzip archive; unpack it first"),
        (b"BZh", "a bzip2 archive; unpack it first"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
        (b"Rar!\x1a\x07", "a rar archive; unpack it first"),
        (b"%PDF-", "a PDF; export CSV instead"),
        (b"\x89PNG", "an image"),
        (b"GIF8", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"PAR1", "a Parquet file; export it as CSV first"),
        (b"SQLite format 3\0", "an SQLite database; export a table as CSV first"),
        (b"\0asm", "a WebAssembly module"),
        (b"\x7fELF", "a program"),
    ];
    match known.iter().find(|(mark, _)| head.starts_with(mark)) {
        Some((_, what)) => Err(unreadable(format!("expected CSV or JSON, found {what}"))),
        None => Ok(()),
    }
}

/// Refuses text that is none: control characters, which no export writes, or a web page.
pub(crate) fn refuse_other_text(head: &str) -> Result<(), Error> {
    let control =
        |character: &char| character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\x0b' | '\x0c');
    let controls = head.chars().filter(control).count();
    if controls > 8 && controls * 50 > head.chars().count() {
        return Err(unreadable("expected CSV or JSON, found a binary file; export it as CSV"));
    }
    let start = head.trim_start();
    let begins = |mark: &str| start.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| begins(mark)) {
        let help = "the download may have led to a sign-in page";
        return Err(unreadable(format!("expected CSV or JSON, found a web page (HTML); {help}")));
    }
    if begins("<?xml") {
        return Err(unreadable("expected CSV or JSON, found XML; export it as CSV"));
    }
    Ok(())
}

/// The format of a file that begins with this text.
pub(crate) fn recognise(head: &str) -> Format {
    let start = head.trim_start();
    if start.starts_with('[') {
        return Format::Json;
    }
    if !start.starts_with('{') {
        return Format::Csv;
    }
    let mut lines = start.lines().map(str::trim).filter(|line| !line.is_empty());
    let (first, second) = (lines.next().unwrap_or(""), lines.next());
    let begins_another = second.is_some_and(|second| second.starts_with('{'));
    // An object goes on after these; after anything else, a line that begins with a brace is the next object, and the first
    // one is whole or damaged.
    if begins_another && !first.ends_with(['[', ',', ':', '{']) { Format::Ndjson } else { Format::Json }
}

/// The delimiters that are looked for.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The delimiter of a CSV that begins with this text, and the length of the line `sep=;` that says it, if there is one.
pub(crate) fn delimiter(head: &str) -> (u8, usize) {
    if let Some(said) = said_delimiter(head) {
        return said;
    }
    let best = |head: &str| {
        let mut best = (0, b',');
        for delimiter in DELIMITERS {
            let score = regularity(head, delimiter);
            if score > best.0 {
                best = (score, delimiter);
            }
        }
        best
    };
    let (score, found) = best(head);
    // Rows may be wrapped in quotes as a whole: then the delimiters are inside them.
    let found = if score == 0 { best(&head.replace('"', "")).1 } else { found };
    (found, 0)
}

/// Excel's first line: `sep=;`.
fn said_delimiter(head: &str) -> Option<(u8, usize)> {
    let line = head.split(['\n', '\r']).next()?;
    let said = line.trim().trim_matches('"');
    let after = said.get(..4).filter(|key| key.eq_ignore_ascii_case("sep=")).and(said.get(4..))?;
    match after.as_bytes() {
        [delimiter] if delimiter.is_ascii() => Some((*delimiter, line.len())),
        // A tab at the end of the line was trimmed away.
        [] if line.contains('\t') => Some((b'\t', line.len())),
        _ => None,
    }
}

/// How well the first rows divide at a delimiter: 0 if the header does not, else more for many columns and even rows.
fn regularity(head: &str, delimiter: u8) -> usize {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut output, mut ends) = ([0; 1024], [0; 64]);
    let mut rest = head.as_bytes();
    let mut counts: Vec<usize> = Vec::new();
    let mut fields = 0;
    while counts.len() < 20 && !rest.is_empty() {
        let (result, read, _, found) = reader.read_record(rest, &mut output, &mut ends);
        rest = rest.get(read..).unwrap_or(&[]);
        fields += found;
        match result {
            csv_core::ReadRecordResult::Record => counts.push(std::mem::take(&mut fields)),
            csv_core::ReadRecordResult::InputEmpty | csv_core::ReadRecordResult::End => break,
            _ => {}
        }
    }
    if counts.is_empty() {
        counts.push(fields + 1);
    }
    let columns = counts.first().copied().unwrap_or(1);
    let even = counts.iter().filter(|count| **count == columns).count();
    if columns < 2 { 0 } else { columns * even * 100 / counts.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_delimiter_in_the_rows() {
        for (head, delimiter_found) in [
            ("id,name\n1,\"a;b;c\"\n2,x\n", b','),
            ("id;name;city\r\n1;\"Smith, John\";a,b\r\n", b';'),
            ("id\tname\n1\ta,b\n", b'\t'),
            ("id|name|tags\n1|x|a;b;c\n", b'|'),
            ("\"id;name\"\n\"1;a,b\"\n", b';'),
            ("\"id,name\"\n\"1,\"\"a;b\"\"\"\n", b','),
            ("email\na@example.com\n", b','),
            ("id;name", b';'),
            ("", b','),
        ] {
            assert_eq!(delimiter(head), (delimiter_found, 0), "{head}");
        }
        assert_eq!(delimiter("sep=;\r\na,b;c\r\n"), (b';', 5));
        assert_eq!(delimiter("\"sep=|\"\na|b\n"), (b'|', 7));
        assert_eq!(delimiter("sep=\t\na\tb\n"), (b'\t', 5));
    }

    #[test]
    fn recognises_the_format() {
        for (head, format) in [
            ("id,name\n", Format::Csv),
            (" [{\"id\":1}]", Format::Json),
            ("{\"id\":1}", Format::Json),
            ("{\n  \"id\": 1\n}\n{\n  \"id\": 2\n}", Format::Json),
            ("{\"results\":[\n{\"id\":1},\n{\"id\":2}\n]}", Format::Json),
            ("{\"id\":1}\n{\"id\":2}\n", Format::Ndjson),
            ("{\"id\":1\n\n{\"id\":2}\n", Format::Ndjson),
        ] {
            assert_eq!(recognise(head), format, "{head}");
        }
    }
}
