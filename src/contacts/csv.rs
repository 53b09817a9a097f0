//! From the text of a CSV, chunk by chunk, to its records.
//!
//! In: chunks of text, cut anywhere. Out: each record's fields, with the line it begins on. It does not know what a column means;
//! it knows how many there are, to unwrap rows that are in quotes as a whole.
//!
//! Two ways lead through it, to the same fields. Rows that lie whole in a chunk, have as many fields as the first record, and no
//! doubled quotes, are split in place, many at a time; all other records go through csv-core, which can stop anywhere.

use super::field_ends::FieldEnds;
use super::rows::{Field, ROWS_TOGETHER, Record, Records, Rows, field_of};
use crate::{Error, ErrorKind};
use csv_core::ReadRecordResult;

/// The longest record, in bytes. What is longer is taken for a quote that is never closed.
const LONGEST_RECORD: usize = 64 << 20;

/// How many unclosed quotes are mended in a file. Each costs reading what follows it once more.
const MENDED_QUOTES: usize = 16;

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
    fields: Vec<Field>,
    /// The lines of the rows whose fields are those.
    lines: Vec<usize>,
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
            lines: Vec::new(),
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
            let split = if self.raw.is_empty() { self.split(rest) } else { 0 };
            let read = if split > 0 {
                records.rows(Rows { text: rest, fields: &self.fields, lines: &self.lines })?;
                split
            } else {
                self.read_on(rest, records)?
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

    /// Splits the rows at the beginning of a text, as many as go together, and returns their length. It stops before a blank line
    /// and before what csv-core must read.
    fn split(&mut self, text: &str) -> usize {
        self.fields.clear();
        self.lines.clear();
        let bytes = text.as_bytes();
        let mut ends = FieldEnds::new(bytes, self.delimiter);
        let mut read = 0;
        while self.columns > 0 && self.lines.len() < ROWS_TOGETHER && !matches!(bytes.get(read), Some(b'\n' | b'\r')) {
            let known = self.fields.len();
            let Some((end, inner)) = self.split_row(bytes, read, &mut ends) else {
                self.fields.truncate(known);
                break;
            };
            self.lines.push(self.line);
            self.line += 1 + inner;
            self.after_return = bytes.get(end) == Some(&b'\r');
            read = end + 1;
            if self.after_return && bytes.get(read) == Some(&b'\n') {
                self.after_return = false;
                read += 1;
            }
        }
        read
    }

    /// Splits a row that ends in this text. Returns where its line end is, and how many line ends are in its fields.
    fn split_row(&mut self, bytes: &[u8], from: usize, ends: &mut FieldEnds<'_>) -> Option<(usize, usize)> {
        let (mut at, mut left, mut inner, mut blank) = (from, self.columns, 0, true);
        loop {
            let (start, end, after) = if bytes.get(at)? == &b'"' {
                let inside = bytes.get(at + 1..)?;
                let inside = inside.get(..memchr::memchr(b'"', inside)?)?;
                // Such a row may be in quotes as a whole.
                if left == self.columns && inside.contains(&self.delimiter) {
                    return None;
                }
                inner += line_ends(inside, false);
                let end = at + 1 + inside.len();
                // What follows the quote is looked at below.
                ends.skip_to(end + 2);
                (at + 1, end, end + 1)
            } else {
                let end = ends.next()?;
                (at, end, end)
            };
            blank &= start == end;
            self.fields.push((start as u32, end as u32));
            left -= 1;
            match *bytes.get(after)? {
                byte if byte == self.delimiter && left > 0 => at = after + 1,
                b'\n' | b'\r' if left == 0 && !blank => return Some((after, inner)),
                // A doubled quote, text after a closing one, or a row that is not as long as others or has nothing in it.
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
        let first = *self.fields.first()?;
        let row = field_of(text, first);
        let blank = |field: &Field| field_of(text, *field).trim().is_empty();
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
        self.line += line_ends(text.as_bytes(), self.after_return);
        if let Some(last) = text.as_bytes().last() {
            self.after_return = *last == b'\r';
        }
    }
}

/// How many lines end in a text. A line feed at its beginning ends none after a carriage return.
fn line_ends(bytes: &[u8], after_return: bool) -> usize {
    let second_half = |at: usize| {
        bytes.get(at) == Some(&b'\n')
            && match at.checked_sub(1) {
                Some(before) => bytes.get(before) == Some(&b'\r'),
                None => after_return,
            }
    };
    memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| !second_half(*at)).count()
}

fn core(delimiter: u8) -> csv_core::Reader {
    csv_core::ReaderBuilder::new().delimiter(delimiter).build()
}

/// csv-core takes bytes away only at ASCII characters, so that what was UTF-8 still is.
fn text_of(output: &[u8], length: usize) -> &str {
    output.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
}

fn fields_of(fields: &mut Vec<Field>, ends: &[usize]) {
    fields.clear();
    // A record is far shorter than 4 GiB.
    let ends = ends.iter().map(|end| *end as u32);
    fields.extend(std::iter::once(0).chain(ends.clone()).zip(ends));
}

impl From<super::dictionary::DictionaryFull> for Error {
    fn from(_: super::dictionary::DictionaryFull) -> Error {
        let message = "expected at most 4 GiB of distinct values in a column, found more; split the file";
        Error::new(ErrorKind::TooLarge, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each record's line and fields.
    #[derive(Debug, Default, PartialEq)]
    struct Read(Vec<(usize, Vec<String>)>);

    impl Records for Read {
        fn record(&mut self, record: Record<'_>) -> Result<(), Error> {
            self.0.push((record.line, record.fields().map(str::to_owned).collect()));
            Ok(())
        }

        fn unclosed_quote(&mut self, first: usize, last: usize) {
            self.0.push((first, vec![format!("up to {last}")]));
        }
    }

    fn read<'a>(chunks: impl Iterator<Item = &'a str>) -> Read {
        let (mut reader, mut read) = (CsvReader::new(b',', 0), Read::default());
        chunks.for_each(|chunk| reader.push(chunk, &mut read).unwrap());
        reader.finish(&mut read).unwrap();
        read
    }

    #[test]
    fn gives_each_row_with_its_line() {
        let text = "a,b\n\"1\n2\",3\r\n\r\n4,\"5\r\n6\"\r7,8\n";
        let row = |line, a: &str, b: &str| (line, vec![a.to_owned(), b.to_owned()]);
        let rows = [row(1, "a", "b"), row(2, "1\n2", "3"), row(5, "4", "5\r\n6"), row(7, "7", "8")];
        assert_eq!(read([text].into_iter()).0, rows);
    }

    #[test]
    fn splits_many_rows_as_it_reads_single_characters() {
        let rows = [
            "1,2,3",
            ",,x",
            "\"1,2,3\"",
            "\"1,2\",,",
            "\"1,2,3\",,",
            "\"a\",\"\",c",
            "a,\"b\nc\",d",
            "a,\"b\r\n\",d",
            "\"a\"\"b\",c,d",
            "a,\"b\"c,d",
            "a,b\"c\",d",
            ",,",
            "\"\",,",
            "a,b",
            "a,b,c,d",
            "",
            "é,😀,a long field that is in no block of its own",
            "\t\u{b}, ,\u{0}",
        ];
        // Every row stands after and before every other one, and everywhere in a block.
        let pairs: Vec<&str> = rows.iter().flat_map(|first| rows.iter().flat_map(|second| [*first, *second])).collect();
        for line_end in ["\n", "\r\n", "\r"] {
            let text = format!("x,y,z{line_end}{}", pairs.join(line_end));
            // A row that is never whole in a chunk is csv-core's.
            let single = read(text.char_indices().map(|(at, character)| &text[at..at + character.len_utf8()]));
            assert_eq!(read([text.as_str()].into_iter()), single);
            let halves = text.split_at(text.floor_char_boundary(text.len() / 2));
            assert_eq!(read([halves.0, halves.1].into_iter()), single);
        }
    }
}
