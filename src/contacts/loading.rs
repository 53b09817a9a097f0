//! From the bytes of a contacts file, and of an events file beside it, to a table and a report.
//!
//! In: chunks of bytes, cut anywhere. Out: a table, and a report on what the files held. It joins the parts: decoding, recognising
//! the format, splitting into records or values, filling the rows.

use super::contact_rows::ContactRows;
use super::csv::CsvReader;
use super::decoding::Decoder;
use super::event_rows::{Contacts, EventFile, EventRows};
use super::format::{self, Format, unreadable};
use super::json::{JsonReader, Values};
use super::json_events;
use super::json_values::{self, Fault};
use super::notes::Finding;
use super::report::{self, EventsReport, LoadReport};
use super::table::Table;
use crate::Error;

/// How much of a file is looked at before it is read.
const HEAD: usize = 64 << 10;

/// Chunks are worked through in pieces that stay in the processor's cache.
const PIECE: usize = 128 << 10;

/// What a load may be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadOptions {
    /// The format of the contacts, if it is not to be recognised from the bytes.
    pub format: Option<Format>,
}

/// Contacts that were read, and what was found while reading them.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The contacts with their events.
    pub table: Table,
    /// What the file turned out to hold.
    pub report: LoadReport,
}

/// Reads contacts, and events beside them, that are in memory as a whole.
///
/// ```
/// use leadscore::contacts::{LoadOptions, read};
/// let loaded = read(b"id,email\n7,ada@example.com\n", None, &LoadOptions::default())?;
/// assert_eq!(loaded.table.id(0), "7");
/// assert_eq!(loaded.report.rows_read, 1);
/// # Ok::<(), leadscore::Error>(())
/// ```
pub fn read(contacts: &[u8], events: Option<&[u8]>, options: &LoadOptions) -> Result<Loaded, Error> {
    let mut loader = Loader::new(*options);
    loader.push_contacts(contacts)?;
    if let Some(events) = events {
        loader.push_events(events)?;
    }
    loader.finish()
}

/// Reads contacts, and events beside them, in chunks as they come in, so that a file need not be in memory as a whole.
#[derive(Debug)]
pub struct Loader {
    rows: ContactRows,
    contacts: Stream,
    events: Option<(Stream, Contacts)>,
}

impl Loader {
    /// A loader that has read nothing.
    pub fn new(options: LoadOptions) -> Loader {
        Loader { rows: ContactRows::default(), contacts: Stream::new(options.format), events: None }
    }

    /// Reads the next chunk of contacts. After an error the load cannot go on.
    pub fn push_contacts(&mut self, chunk: &[u8]) -> Result<(), Error> {
        if self.events.is_some() {
            return Err(unreadable("expected contacts before events, found more contacts after the first events"));
        }
        self.contacts.push(chunk, &mut Sink::Contacts(&mut self.rows))
    }

    /// Reads the next chunk of events. All contacts must have been read.
    pub fn push_events(&mut self, chunk: &[u8]) -> Result<(), Error> {
        if self.events.is_none() {
            self.contacts.finish(&mut Sink::Contacts(&mut self.rows))?;
            self.events = Some((Stream::new(None), Contacts::new(&self.rows.builder)));
        }
        let Some((stream, contacts)) = &mut self.events else { return Ok(()) };
        let ContactRows { builder, events, .. } = &mut self.rows;
        stream.push(chunk, &mut Sink::Events(EventFile { events, builder, contacts }))
    }

    /// How many contacts have been read so far.
    pub fn rows(&self) -> usize {
        self.rows.builder.rows()
    }

    /// The table and the report, when everything has been pushed.
    pub fn finish(mut self) -> Result<Loaded, Error> {
        match &mut self.events {
            None => self.contacts.finish(&mut Sink::Contacts(&mut self.rows))?,
            Some((stream, contacts)) => {
                let ContactRows { builder, events, .. } = &mut self.rows;
                stream.finish(&mut Sink::Events(EventFile { events, builder, contacts }))?;
            }
        }
        let ContactRows { builder, mut notes, left_out, events, .. } = self.rows;
        let mut table = builder.finish();
        if table.rows() == 0 && left_out.count == 0 {
            notes.add_count(Finding::NoRows, 1);
        }
        let mut replaced = self.contacts.replaced();
        let mut nuls = self.contacts.nuls();
        if let Some((stream, _)) = &self.events {
            replaced += stream.replaced();
            nuls += stream.nuls();
        }
        notes.add_count(Finding::ReplacedBytes, replaced);
        notes.add_count(Finding::DroppedNuls, nuls);
        notes.join(&events.notes);
        let has_events = self.events.is_some() || !table.events().is_empty() || events.left_out.count > 0;
        let all_used = self.contacts.format() == Format::Csv;
        let report = LoadReport {
            format: self.contacts.format(),
            encoding: self.contacts.encoding(),
            delimiter: self.contacts.delimiter(),
            bytes_read: self.contacts.bytes,
            rows_read: table.rows(),
            rows_left_out: left_out,
            columns: report::columns(&table, all_used),
            notes: notes.worded(),
            suggested_unknown_values: report::suggested_unknown(&table),
            events: has_events.then(|| events_report(events, &table)),
        };
        table.settle();
        Ok(Loaded { table, report })
    }
}

fn events_report(events: EventRows, table: &Table) -> EventsReport {
    let EventRows { unmatched, left_out, .. } = events;
    EventsReport { read: table.events().len(), left_out, unmatched, types: report::event_types(table) }
}

/// Where the records and values of a file go.
#[derive(Debug)]
enum Sink<'a> {
    Contacts(&'a mut ContactRows),
    Events(EventFile<'a>),
}

/// A file on its way: first its head is gathered, then it is read in one of the formats.
#[derive(Debug)]
struct Stream {
    said: Option<Format>,
    bytes: u64,
    head: Vec<u8>,
    state: Option<Reading>,
}

#[derive(Debug)]
struct Reading {
    decoder: Decoder,
    format: Format,
    delimiter: Option<u8>,
    reader: Reader,
}

#[derive(Debug)]
enum Reader {
    Csv(Box<CsvReader>),
    Json(Box<JsonReader>),
}

impl Stream {
    fn new(said: Option<Format>) -> Stream {
        Stream { said, bytes: 0, head: Vec::new(), state: None }
    }

    fn push(&mut self, chunk: &[u8], sink: &mut Sink<'_>) -> Result<(), Error> {
        self.bytes += chunk.len() as u64;
        let mut rest = chunk;
        if self.state.is_none() {
            let missing = HEAD - self.head.len().min(HEAD);
            let (head, after) = chunk.split_at_checked(missing).unwrap_or((chunk, &[]));
            self.head.extend_from_slice(head);
            if self.head.len() < HEAD {
                return Ok(());
            }
            self.start(false, sink)?;
            rest = after;
        }
        let Some(reading) = &mut self.state else { return Ok(()) };
        rest.chunks(PIECE).try_for_each(|piece| reading.push(piece, false, sink))
    }

    fn finish(&mut self, sink: &mut Sink<'_>) -> Result<(), Error> {
        if self.state.is_none() {
            self.start(true, sink)?;
        }
        let Some(reading) = &mut self.state else { return Ok(()) };
        reading.push(&[], true, sink)?;
        match (&mut reading.reader, sink) {
            (Reader::Csv(reader), Sink::Contacts(rows)) => reader.finish(*rows),
            (Reader::Csv(reader), Sink::Events(file)) => reader.finish(file),
            (Reader::Json(reader), sink) => {
                reader.finish(sink)?;
                sink.check_json()
            }
        }
    }

    /// Finds out what the file is, and reads its head.
    fn start(&mut self, whole: bool, sink: &mut Sink<'_>) -> Result<(), Error> {
        let head = std::mem::take(&mut self.head);
        format::refuse_binary(&head)?;
        let decoder = Decoder::new(&head);
        let text = Decoder::new(&head).decode(&head, whole).into_owned();
        format::refuse_other_text(&text)?;
        if text.trim().is_empty() && whole {
            let found = if head.is_empty() { "an empty file" } else { "a file of white space" };
            return Err(unreadable(format!("expected CSV or JSON, found {found}; export it again")));
        }
        let format = self.said.unwrap_or_else(|| format::recognise(&text));
        if let Sink::Contacts(rows) = &mut *sink {
            rows.may_be_other = format == Format::Json && self.said.is_none();
        }
        let (delimiter, said_line) = if format == Format::Csv { format::delimiter(&text) } else { (b',', 0) };
        let reader = match format {
            Format::Csv => Reader::Csv(Box::new(CsvReader::new(delimiter, said_line))),
            Format::Json | Format::Ndjson => Reader::Json(Box::new(JsonReader::new(format == Format::Ndjson))),
        };
        let delimiter = (format == Format::Csv).then_some(delimiter);
        let reading = self.state.insert(Reading { decoder, format, delimiter, reader });
        reading.push(&head, false, sink)
    }

    fn format(&self) -> Format {
        self.state.as_ref().map_or(Format::Csv, |reading| reading.format)
    }

    fn encoding(&self) -> &'static str {
        self.state.as_ref().map_or("UTF-8", |reading| reading.decoder.encoding().name())
    }

    fn delimiter(&self) -> Option<char> {
        self.state.as_ref().and_then(|reading| reading.delimiter).map(char::from)
    }

    fn replaced(&self) -> usize {
        self.state.as_ref().map_or(0, |reading| reading.decoder.replaced)
    }

    fn nuls(&self) -> usize {
        self.state.as_ref().map_or(0, |reading| reading.decoder.nuls)
    }
}

impl Reading {
    fn push(&mut self, bytes: &[u8], last: bool, sink: &mut Sink<'_>) -> Result<(), Error> {
        let text = self.decoder.decode(bytes, last);
        match (&mut self.reader, sink) {
            (Reader::Csv(reader), Sink::Contacts(rows)) => reader.push(&text, *rows),
            (Reader::Csv(reader), Sink::Events(file)) => reader.push(&text, file),
            (Reader::Json(reader), sink) => reader.push(&text, sink),
        }
    }
}

impl Values for Sink<'_> {
    fn value(&mut self, text: &str, line: usize, alone: bool) -> Result<(), Error> {
        let fault = match self {
            Sink::Contacts(rows) => {
                if std::mem::take(&mut rows.may_be_other) && alone {
                    json_values::refuse_other(text)?;
                }
                json_values::read_contact(text, line, false, rows)
            }
            Sink::Events(file) => match json_events::read_event(text, line, file.events) {
                Ok(()) => return file.commit(line),
                Err(fault) => Err(fault),
            },
        };
        match fault {
            Ok(()) => Ok(()),
            Err(Fault::Table(error)) => Err(error),
            Err(Fault::Json { line, reason }) => {
                self.leave_out(line, reason);
                Ok(())
            }
            Err(Fault::Strict { pointer, reason }) => {
                self.leave_out(line, format!("{pointer}: {reason}"));
                Ok(())
            }
        }
    }

    fn whole_line(&mut self, text: &str, line: usize) -> Result<bool, Error> {
        let read = match self {
            Sink::Contacts(rows) => json_values::read_contact(text, line, false, rows),
            Sink::Events(file) => json_events::read_event(text, line, file.events),
        };
        match (read, self) {
            (Ok(()), Sink::Events(file)) => file.commit(line).map(|()| true),
            (Ok(()), Sink::Contacts(rows)) => {
                rows.remember_line(text);
                Ok(true)
            }
            (Err(Fault::Table(error)), _) => Err(error),
            (Err(_), _) => Ok(false),
        }
    }

    fn lines_alike(&mut self, text: &str, line: usize) -> Result<(usize, usize), Error> {
        match self {
            Sink::Contacts(rows) => rows.read_lines(text, line),
            Sink::Events(_) => Ok((0, 0)),
        }
    }

    fn incomplete(&mut self, line: usize) {
        self.leave_out(
            line,
            "expected the JSON value that begins here to be complete, found its end missing".to_owned(),
        );
    }
}

impl Sink<'_> {
    fn leave_out(&mut self, line: usize, reason: String) {
        match self {
            Sink::Contacts(rows) => rows.left_out.add(line, || reason),
            Sink::Events(file) => file.events.left_out.add(line, || reason),
        }
    }

    /// Refuses JSON of which nothing could be read.
    fn check_json(&self) -> Result<(), Error> {
        let (what, read, left_out) = match self {
            Sink::Contacts(rows) => ("contacts", rows.builder.rows(), &rows.left_out),
            Sink::Events(file) => ("events", file.events.read + file.events.unmatched, &file.events.left_out),
        };
        match left_out.first.first() {
            Some(first) if read == 0 => {
                let found = format!("found on line {}: {}", first.line, first.reason);
                Err(unreadable(format!("expected {what} as JSON, could read none of {}; {found}", left_out.count)))
            }
            _ => Ok(()),
        }
    }
}
