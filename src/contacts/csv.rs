//! From the text of a CSV, chunk by chunk, to its records.
//!
//! In: chunks of text, cut anywhere. Out: each record's fields, with the line it begins on. It does not know what a column means;
//! it knows how many there are, to unwrap rows that are in quotes as a whole.
//!
//! Two ways lead through it, to the same fields. Records that lie whole in a chunk and have no doubled quotes are split in place;
//! all others go through csv-core, which can stop anywhere.

use crate::{Error, ErrorKind};
use csv_core::ReadRecordResult;

/// The longest record, in bytes. What is longer is taken for a quote that is never closed.
const LONGEST_RECORD: usize = 64 << 20;

/// How many unclosed quotes are mended in a file. Each costs reading what follows it once more.
const MENDED_QUOTES: usize = 16;

/// A row of a CSV: what stands in each field, quotes taken off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    text: &'a str,
    fields: &'a [(usize, usize)],
    pub(crate) line: usize,
    /// Whether the row was in quotes as a whole.
    pub(crate) wrapped: bool,
}

impl<'a> Record<'a> {
    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        self.fields.iter().map(move |(start, end)| text.get(*start..*end).unwrap_or(""))
    }
}

/// What takes the records.
pub(crate) trait Records {
    fn record(&mut self, record: Record<'_>) -> Result<(), Error>;

    /// Lines that were left out because a quote on the first of them is never closed.
    fn unclosed_quote(&mut self, first: usize, last: usize);
}

/// Reads records from chunks of text.
#[derive(Debug)]
pub(crate) struct CsvReader {
    delimiter: u8,
    core: csv_core::Reader,
    /// How many bytes at the beginning are still to be skipped.
    skip: usize,
    /// The fields that the first record has.
    columns: usize,
    line: usize,
    /// The last byte was a carriage return: a line feed after it ends no line of its own.
    after_return: bool,
    fields: Vec<(usize, usize)>,
    /// The record that csv-core has begun, as it is in the file; empty if there is none.
    raw: String,
    /// The same record's fields so far, one after another, and where each ends.
    output: Vec<u8>,
    ends: Vec<usize>,
    used: usize,
    ended: usize,
    mended: usize,
}

impl CsvReader {
    /// A reader; the first `skip` bytes, a line that says the delimiter, are no record.
    pub(crate) fn new(delimiter: u8, skip: usize) -> CsvReader {
        CsvReader {
            delimiter,
            core: core(delimiter),
            skip,
            columns: 0,
            line: 1,
            after_return: false,
            fields: Vec::new(),
            raw: String::new(),
            output: vec![0; 4096],
            ends: vec![0; 64],
            used: 0,
            ended: 0,
            mended: 0,
        }
    }

    /// Reads the next chunk.
    pub(crate) fn push(&mut self, chunk: &str, records: &mut impl Records) -> Result<(), Error> {
        let skipped = self.skip.min(chunk.len());
        self.skip -= skipped;
        let mut rest = chunk.get(skipped..).unwrap_or("");
        while !rest.is_empty() {
            let read = if self.raw.is_empty() { self.skip_line_ends(rest) } else { 0 };
            rest = rest.get(read..).unwrap_or("");
            let read = match if self.raw.is_empty() { self.split(rest) } else { None } {
                Some(read) => {
                    self.give(rest, records)?;
                    self.count_lines(rest.get(..read).unwrap_or(""));
                    read
                }
                None => self.read_on(rest, records)?,
            };
            rest = rest.get(read..).unwrap_or("");
        }
        Ok(())
    }

    /// Reads what the end of the file completes.
    pub(crate) fn finish(&mut self, records: &mut impl Records) -> Result<(), Error> {
        while !self.raw.is_empty() {
            // A line end completes the record, unless it is inside quotes: then they are never closed.
            self.read_on("\n", records)?;
            if !self.raw.is_empty() {
                self.mend(records)?;
            }
        }
        Ok(())
    }

    /// Skips blank lines, and the rest of the line end before.
    fn skip_line_ends(&mut self, rest: &str) -> usize {
        let length = rest.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        self.count_lines(rest.get(..length).unwrap_or(""));
        length
    }

    /// Splits a record that ends in this text and has no doubled quotes, and returns its length with the first byte of the line end.
    fn split(&mut self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        self.fields.clear();
        let mut at = 0;
        loop {
            let rest = bytes.get(at..)?;
            let (start, end) = if rest.first() == Some(&b'"') {
                (at + 1, at + 1 + memchr::memchr(b'"', rest.get(1..)?)?)
            } else {
                (at, field_end(bytes, at, self.delimiter)?)
            };
            let after = if start > at { end + 1 } else { end };
            self.fields.push((start, end));
            match *bytes.get(after)? {
                byte if byte == self.delimiter => at = after + 1,
                b'\n' | b'\r' => return Some(after + 1),
                // A doubled quote, or text after a closing one.
                _ => return None,
            }
        }
    }

    /// Reads with csv-core up to the end of the record or of the text, and returns how much was read.
    fn read_on(&mut self, text: &str, records: &mut impl Records) -> Result<usize, Error> {
        let mut read = 0;
        loop {
            let rest = text.as_bytes().get(read..).unwrap_or(&[]);
            if rest.is_empty() {
                break;
            }
            let output = self.output.get_mut(self.used..).unwrap_or(&mut []);
            let ends = self.ends.get_mut(self.ended..).unwrap_or(&mut []);
            let (result, bytes, written, ended) = self.core.read_record(rest, output, ends);
            read += bytes;
            self.used += written;
            self.ended += ended;
            match result {
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.raw.push_str(text.get(..read).unwrap_or(""));
                    self.give_read(records)?;
                    return Ok(read);
                }
            }
        }
        self.raw.push_str(text);
        if self.raw.len() > LONGEST_RECORD {
            self.mend(records)?;
        }
        Ok(read)
    }

    /// Hands on the record that csv-core has read.
    fn give_read(&mut self, records: &mut impl Records) -> Result<(), Error> {
        let output = std::mem::take(&mut self.output);
        let raw = std::mem::take(&mut self.raw);
        fields_of(&mut self.fields, self.ends.get(..self.ended).unwrap_or(&[]));
        let given = self.give(text_of(&output, self.used), records);
        self.output = output;
        self.count_lines(&raw);
        self.raw = raw;
        self.raw.clear();
        (self.used, self.ended) = (0, 0);
        given
    }

    /// Hands on the record whose fields are known.
    fn give(&mut self, text: &str, records: &mut impl Records) -> Result<(), Error> {
        if let Some((text, ends)) = self.unwrapped(text) {
            fields_of(&mut self.fields, &ends);
            self.columns = ends.len();
            return records.record(Record { text: &text, fields: &self.fields, line: self.line, wrapped: true });
        }
        if self.columns == 0 {
            self.columns = self.fields.len();
        }
        records.record(Record { text, fields: &self.fields, line: self.line, wrapped: false })
    }

    /// The fields of a row that is in quotes as a whole, one after another, and where each ends. Only quotes bring a delimiter into
    /// a field; such a row has nothing beside it, and the fields that it should have in it.
    fn unwrapped(&self, text: &str) -> Option<(String, Vec<usize>)> {
        let (start, end) = *self.fields.first()?;
        let row = text.get(start..end)?;
        let blank = |(start, end): &(usize, usize)| text.get(*start..*end).is_none_or(|field| field.trim().is_empty());
        if self.columns == 1 || !row.as_bytes().contains(&self.delimiter) || !self.fields.iter().skip(1).all(blank) {
            return None;
        }
        let mut reader = core(self.delimiter);
        let mut output = vec![0; row.len() + 1];
        let mut ends = vec![0; row.len() + 2];
        let (_, _, written, ended) = reader.read_record(row.as_bytes(), &mut output, &mut ends);
        let (_, _, _, last) = reader.read_record(&[], &mut [0], ends.get_mut(ended..).unwrap_or(&mut []));
        ends.truncate(ended + last);
        let fits = if self.columns == 0 { ends.len() > 1 } else { ends.len() == self.columns };
        fits.then(|| (text_of(&output, written).to_owned(), ends))
    }

    /// Leaves out the line on which the record began whose quote is not closed, and reads what follows it once more. In a file
    /// with many such quotes it leaves out all that the quote has swallowed.
    fn mend(&mut self, records: &mut impl Records) -> Result<(), Error> {
        let raw = std::mem::take(&mut self.raw);
        self.core = core(self.delimiter);
        (self.used, self.ended) = (0, 0);
        self.mended += 1;
        if self.mended > MENDED_QUOTES {
            let first = self.line;
            self.count_lines(&raw);
            records.unclosed_quote(first, self.line.saturating_sub(1).max(first));
            return Ok(());
        }
        records.unclosed_quote(self.line, self.line);
        let end = raw.find(['\n', '\r']).unwrap_or(raw.len());
        self.push(raw.get(end..).unwrap_or(""), records)
    }

    fn count_lines(&mut self, text: &str) {
        for at in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()) {
            let byte = text.as_bytes().get(at);
            let second_half = byte == Some(&b'\n')
                && match at.checked_sub(1) {
                    Some(before) => text.as_bytes().get(before) == Some(&b'\r'),
                    None => self.after_return,
                };
            self.line += usize::from(!second_half);
        }
        if let Some(last) = text.as_bytes().last() {
            self.after_return = *last == b'\r';
        }
    }
}

/// Where the next delimiter or line end is. Eight bytes are looked at in one step: most fields are short, and a call into a
/// vectorised search costs more than it saves.
fn field_end(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let is_end = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let wanted = LOW * u64::from(delimiter);
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let word = u64::from_le_bytes(*eight);
        let other = word ^ wanted;
        // The high bit of each byte that is the delimiter, or below 0x0e as line ends are. A borrow sets bits above the first
        // byte that is found, never below it.
        let found = ((other.wrapping_sub(LOW) & !other) | (word.wrapping_sub(LOW * 0x0e) & !word)) & HIGH;
        if found == 0 {
            at += 8;
            continue;
        }
        at += found.trailing_zeros() as usize / 8;
        if bytes.get(at).is_some_and(|byte| is_end(*byte)) {
            return Some(at);
        }
        at += 1;
    }
    let rest = bytes.get(at..)?;
    Some(at + rest.iter().position(|byte| is_end(*byte))?)
}

fn core(delimiter: u8) -> csv_core::Reader {
    csv_core::ReaderBuilder::new().delimiter(delimiter).build()
}

/// csv-core takes bytes away only at ASCII characters, so that what was UTF-8 still is.
fn text_of(output: &[u8], length: usize) -> &str {
    output.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
}

fn fields_of(fields: &mut Vec<(usize, usize)>, ends: &[usize]) {
    fields.clear();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    fields.extend(starts.zip(ends.iter().copied()));
}

impl From<super::dictionary::DictionaryFull> for Error {
    fn from(_: super::dictionary::DictionaryFull) -> Error {
        let message = "expected at most 4 GiB of distinct values in a column, found more; split the file";
        Error::new(ErrorKind::TooLarge, message)
    }
}
