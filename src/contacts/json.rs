//! From the text of JSON, chunk by chunk, to the single values in it: the items of an array or of a page's `results`, values one
//! after another, or one a line.
//!
//! In: chunks of text, cut anywhere. Out: the text of each value, with the line it begins on. It finds where values end and does
//! not check what is in them.

use super::format::unreadable;
use crate::Error;

/// The longest value, in bytes. What is longer is taken for a bracket or a quote that is never closed.
const LONGEST_VALUE: usize = 64 << 20;

/// What takes the values.
pub(crate) trait Values {
    /// The text of a value. `alone` if it stands by itself and not in an array or page.
    fn value(&mut self, text: &str, line: usize, alone: bool) -> Result<(), Error>;

    /// The text of a line that looks like a single value. False if it is none: then it comes again in parts.
    fn whole_line(&mut self, text: &str, line: usize) -> Result<bool, Error>;

    /// The text from a line on, whose first lines may be like one before. Returns the length and the number of those that were taken.
    fn lines_alike(&mut self, text: &str, line: usize) -> Result<(usize, usize), Error>;

    /// A value that is not complete.
    fn incomplete(&mut self, line: usize);
}

/// What the values stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Nothing,
    Array,
    Page,
}

/// Finds the values in chunks of text.
#[derive(Debug)]
pub(crate) struct JsonReader {
    /// One value a line: a line end completes a value, or shows that it is damaged.
    lines: bool,
    /// What is not handed on yet.
    pending: String,
    /// How far it is scanned.
    at: usize,
    line: usize,
    /// Up to where lines are counted.
    counted: usize,
    depth: usize,
    in_string: bool,
    escaped: bool,
    inside: Inside,
    /// Where the value began.
    start: Option<usize>,
    /// Whether the value is the rest of a page, of which nothing is wanted.
    unwanted: bool,
    /// The last text outside of the values in a page or array: a key, if a colon follows.
    text: (usize, usize),
}

impl JsonReader {
    pub(crate) fn new(lines: bool) -> JsonReader {
        JsonReader {
            lines,
            pending: String::new(),
            at: 0,
            line: 1,
            counted: 0,
            depth: 0,
            in_string: false,
            escaped: false,
            inside: Inside::Nothing,
            start: None,
            unwanted: false,
            text: (0, 0),
        }
    }

    /// Reads the next chunk.
    pub(crate) fn push(&mut self, chunk: &str, values: &mut impl Values) -> Result<(), Error> {
        let mut pending = std::mem::take(&mut self.pending);
        pending.push_str(chunk);
        let scanned = self.scan(&pending, values);
        let keep = self.start.unwrap_or(self.at);
        self.count_lines(&pending, keep);
        pending.drain(..keep);
        self.at -= keep;
        self.counted = 0;
        self.start = self.start.map(|start| start - keep);
        self.text = (self.text.0.saturating_sub(keep), self.text.1.saturating_sub(keep));
        self.pending = pending;
        scanned?;
        if self.pending.len() > LONGEST_VALUE {
            let what = format!(
                "expected a JSON value that ends, found one of more than 64 MiB that begins on line {}",
                self.line
            );
            return Err(unreadable(format!("{what}; look there for a missing quote or bracket")));
        }
        Ok(())
    }

    /// Reads what the end of the file completes.
    pub(crate) fn finish(&mut self, values: &mut impl Values) -> Result<(), Error> {
        // A line end completes a number, and a value on a line of its own.
        self.push("\n", values)?;
        if self.depth > 0 || self.in_string {
            values.incomplete(self.line);
        }
        Ok(())
    }

    fn scan(&mut self, text: &str, values: &mut impl Values) -> Result<(), Error> {
        let bytes = text.as_bytes();
        while let Some(byte) = bytes.get(self.at).copied() {
            if byte == b'{' && self.lines && self.take_line(text, values)? {
                continue;
            }
            if self.in_string {
                self.scan_string(bytes, text, values);
                continue;
            }
            match byte {
                b'"' => {
                    self.start_value();
                    self.in_string = true;
                    self.text.0 = self.at + 1;
                }
                b'{' | b'[' => self.open(text, byte),
                b'}' | b']' => self.close(text, values)?,
                b'\n' if self.lines => self.end_line(text, values)?,
                b',' | b' ' | b'\t' | b'\r' | b'\n' => {
                    if self.depth == self.base() {
                        self.complete(text, self.at, values)?;
                    }
                }
                b':' => {}
                _ => self.start_value(),
            }
            self.at += 1;
        }
        Ok(())
    }

    /// The common case of one value a line, without a look at each byte of it. Only tried where a line begins, so that the rest of
    /// a line is searched once.
    fn take_line(&mut self, text: &str, values: &mut impl Values) -> Result<bool, Error> {
        let before = self.at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        if self.in_string || self.depth > 0 || self.start.is_some() || before.is_some_and(|byte| *byte != b'\n') {
            return Ok(false);
        }
        self.count_lines(text, self.at);
        let rest = text.get(self.at..).unwrap_or("");
        let (length, lines) = values.lines_alike(rest, self.line)?;
        if lines > 0 {
            self.at += length;
            (self.counted, self.line) = (self.at, self.line + lines);
            return Ok(true);
        }
        let Some(length) = memchr::memchr(b'\n', rest.as_bytes()) else { return Ok(false) };
        let line = rest.get(..length).unwrap_or("").trim_end();
        let may_be_page = memchr::memmem::find(line.as_bytes(), b"\"results\"").is_some();
        if !line.ends_with('}') || may_be_page {
            return Ok(false);
        }
        let taken = values.whole_line(line, self.line)?;
        self.at += if taken { length } else { 0 };
        Ok(taken)
    }

    /// The depth at which values begin.
    fn base(&self) -> usize {
        match self.inside {
            Inside::Nothing => 0,
            Inside::Array => 1,
            Inside::Page => 2,
        }
    }

    fn start_value(&mut self) {
        if self.depth == self.base() && self.start.is_none() {
            self.start = Some(self.at);
        }
    }

    fn scan_string(&mut self, bytes: &[u8], text: &str, values: &mut impl Values) {
        if self.escaped {
            self.escaped = false;
            self.at += 1;
            return;
        }
        let rest = bytes.get(self.at..).unwrap_or(&[]);
        let found =
            if self.lines { memchr::memchr3(b'"', b'\\', b'\n', rest) } else { memchr::memchr2(b'"', b'\\', rest) };
        let Some(found) = found else {
            self.at = bytes.len();
            return;
        };
        self.at += found;
        match bytes.get(self.at) {
            Some(b'"') => {
                self.in_string = false;
                self.text.1 = self.at;
            }
            Some(b'\\') => self.escaped = true,
            _ => {
                self.give_up_line(text, values);
            }
        }
        self.at += 1;
    }

    fn open(&mut self, text: &str, byte: u8) {
        let outside = self.start.is_none();
        if outside && byte == b'[' && self.inside == Inside::Nothing && self.depth == 0 {
            self.inside = Inside::Array;
        } else if byte == b'['
            && self.inside == Inside::Nothing
            && self.depth == 1
            && !self.unwanted
            && self.after_results(text)
        {
            self.inside = Inside::Page;
            self.start = None;
        } else {
            self.start_value();
        }
        self.depth += 1;
    }

    /// Whether the key before this place is `results`, in an object that is a page.
    fn after_results(&self, text: &str) -> bool {
        let (start, end) = self.text;
        text.get(start..end) == Some("results")
            && text.get(end + 1..self.at).is_some_and(|between| between.trim() == ":")
    }

    fn close(&mut self, text: &str, values: &mut impl Values) -> Result<(), Error> {
        if self.depth == self.base() && self.inside != Inside::Nothing {
            self.complete(text, self.at, values)?;
            if self.inside == Inside::Page {
                // The rest of the page: paging and the like.
                self.start = Some(self.at);
                self.unwanted = true;
            }
            self.inside = Inside::Nothing;
            self.depth -= 1;
            return Ok(());
        }
        self.start_value();
        self.depth = self.depth.saturating_sub(1);
        if self.depth == self.base() {
            self.complete(text, self.at + 1, values)?;
        }
        Ok(())
    }

    /// Hands on the value that ends here, if one began.
    fn complete(&mut self, text: &str, end: usize, values: &mut impl Values) -> Result<(), Error> {
        let Some(start) = self.start.take() else { return Ok(()) };
        self.count_lines(text, start);
        if std::mem::take(&mut self.unwanted) {
            return Ok(());
        }
        let value = text.get(start..end).unwrap_or("");
        values.value(value, self.line, self.inside == Inside::Nothing)
    }

    fn end_line(&mut self, text: &str, values: &mut impl Values) -> Result<(), Error> {
        if self.depth > 0 {
            self.give_up_line(text, values);
            return Ok(());
        }
        self.complete(text, self.at, values)
    }

    /// Leaves out a value that a line end has cut off, and begins anew after it.
    fn give_up_line(&mut self, text: &str, values: &mut impl Values) {
        self.count_lines(text, self.start.unwrap_or(self.at));
        values.incomplete(self.line);
        (self.depth, self.in_string, self.escaped, self.unwanted) = (0, false, false, false);
        (self.inside, self.start) = (Inside::Nothing, None);
    }

    fn count_lines(&mut self, text: &str, up_to: usize) {
        let between = text.as_bytes().get(self.counted..up_to).unwrap_or(&[]);
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.counted = self.counted.max(up_to);
    }
}
