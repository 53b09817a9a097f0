//! Single contacts as JSON: reading one, and reading one after another with little left to do for each.
//!
//! In: the text of a contact, and of events beside it. Out: a table of one row. Nothing is left out: what cannot be read is an error that
//! names its place.

use super::contact_rows::ContactRows;
use super::json_events;
use super::json_values::{self, Fault};
use super::table::Table;
use crate::{Error, ErrorKind};

/// Reads one contact given as JSON, and a JSON array of events beside those in it. Nothing is left out: what cannot be read is an
/// error that names its place.
///
/// ```
/// use leadscore::contacts::contact;
/// let table = contact(r#"{"id": 7, "email": "ada@example.com"}"#, Some(r#"[{"type": "email_open", "time": "2024-03-12"}]"#))?;
/// assert_eq!((table.rows(), table.events().len()), (1, 1));
/// assert!(contact(r#"{"company": {"name": "x"}}"#, None).unwrap_err().message().starts_with("/company: expected a text"));
/// # Ok::<(), leadscore::Error>(())
/// ```
pub fn contact(json: &str, events_json: Option<&str>) -> Result<Table, Error> {
    let mut rows = ContactRows::default();
    read(json, events_json, &mut rows)?;
    Ok(rows.take_table())
}

fn read(json: &str, events_json: Option<&str>, rows: &mut ContactRows) -> Result<(), Error> {
    let invalid = |what: &str, fault: Fault| match fault {
        Fault::Table(error) => error,
        Fault::Strict { pointer, reason } => Error::at(ErrorKind::InvalidContact, pointer, &reason),
        Fault::Json { line, reason } => Error::new(ErrorKind::InvalidContact, format!("{what}, line {line}: {reason}")),
    };
    json_values::read_contact(json, 1, true, rows).map_err(|fault| invalid("the contact", fault))?;
    if let Some(events) = events_json {
        json_events::read_events(events, 0, rows).map_err(|fault| invalid("the events", fault))?;
    }
    Ok(())
}

/// Reads contacts one after another, each as [`contact`] does. One whose JSON differs from that of the one before only in its values, as a
/// program writes them, is read into the same columns.
///
/// ```
/// use leadscore::contacts::ContactReader;
/// let mut reader = ContactReader::default();
/// for (json, email) in [(r#"{"id":7,"email":"ada@example.com"}"#, "ada@example.com"), (r#"{"id":8,"email":null}"#, "")] {
///     let table = reader.read(json, None)?;
///     let value = table.columns()[1].value(0).map_or(String::new(), |value| value.text().into_owned());
///     assert_eq!(value, email);
///     reader.take_back(table);
/// }
/// # Ok::<(), leadscore::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct ContactReader {
    rows: ContactRows,
    /// Whether the columns of the contact before are there again.
    is_ready: bool,
    line: String,
}

impl ContactReader {
    /// Reads a contact, and a JSON array of events beside those in it.
    pub fn read(&mut self, json: &str, events_json: Option<&str>) -> Result<Table, Error> {
        if std::mem::take(&mut self.is_ready) && events_json.is_none() {
            self.line.clear();
            self.line.push_str(json);
            self.line.push('\n');
            if self.rows.read_lines(&self.line, 1)? == (self.line.len(), 1) {
                return Ok(self.rows.take_table());
            }
        }
        self.rows.begin_anew();
        read(json, events_json, &mut self.rows)?;
        self.rows.remember_line(json);
        Ok(self.rows.take_table())
    }

    /// Takes back the last table that it gave, for its columns.
    pub fn take_back(&mut self, table: Table) {
        self.is_ready = self.rows.take_back(table);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that a table of one contact says.
    fn shown(table: &Table) -> String {
        let columns = table.columns().iter();
        let values: Vec<_> = columns.map(|column| (column.name(), column.codes(), column.value(0))).collect();
        let read: Vec<_> = table.columns().iter().map(|column| (column.numbers(), column.times())).collect();
        format!("{} {} {values:?} {read:?} {}", table.rows(), table.id(0), table.events().len())
    }

    #[test]
    fn contacts_one_after_another_are_read_as_each_alone() {
        let long = format!(r#"{{"id":"1","a":"{}"}}"#, "x".repeat(100));
        let contacts = [
            r#"{"id":1,"a":"x","b":null}"#,
            r#"{"id":2,"a":"2024-01-01","b":5}"#,
            r#"{"id":3,"a":null,"b":"7"}"#,
            r#"{"id":3,"a":" 8 ","b":1.5}"#,
            r#"{"id":4,"a":["x","y"],"b":true}"#,
            r#"{"id":5,"b":"y","a":"x"}"#,
            r#"{"id":5,"a":"x"}"#,
            r#"{"id":6,"a":"x","Vid":9}"#,
            r#"{"id":null,"a":"x","Vid":9}"#,
            r#"{"id":null,"a":"x","Vid":10}"#,
            r#"{"id":7,"properties":{"a":"x"},"events":[{"type":"call","time":"2024-01-01"}]}"#,
            r#"{"id":8,"properties":{"a":"x"},"events":[]}"#,
            r#"{"id":9,"properties":{"a":"x"}}"#,
            r#"{"id":10,"properties":{"a":"y"}}"#,
            r#"{"id":10,"properties":{"a":"y"}} "#,
            r#"{"id":10,"properties":{"a":"y"}} x"#,
            r#"{"id":10,"properties":{"a":{}}}"#,
            r#"{"id":11,"properties":{"a":"y"}}"#,
            "{}",
            "{}",
            "[]",
            "",
            &long,
            &long,
        ];
        let events = [None, None, Some(r#"[{"type":"call","time":"2024-01-01"}]"#)];
        let mut reader = ContactReader::default();
        for round in 0..7 {
            for (place, json) in contacts.iter().enumerate() {
                // Each twice, so that the second is like the one before.
                for _ in 0..2 {
                    let events = events[(round + place) % 3];
                    match (reader.read(json, events), contact(json, events)) {
                        (Ok(found), Ok(alone)) => {
                            assert_eq!(shown(&found), shown(&alone), "{json}");
                            if (round + place) % 5 > 0 {
                                reader.take_back(found);
                            }
                        }
                        (found, alone) => assert_eq!(found.err(), alone.err(), "{json}"),
                    }
                }
            }
        }
    }

    #[test]
    fn contacts_that_take_turns_in_their_keys_stay_apart() {
        let contacts = [r#"{"id":1,"a":"x","b":"y"}"#, r#"{"b":"y","a":"x","id":2}"#, r#"{"id":3,"a":"x"}"#];
        for length in 2..=3 {
            let mut reader = ContactReader::default();
            for round in 0..100 {
                // After many tries in vain one comes twice.
                let json = contacts[(round - round / 40) % length];
                let table = reader.read(json, None).unwrap();
                assert_eq!(shown(&table), shown(&contact(json, None).unwrap()), "{round}: {json}");
                reader.take_back(table);
            }
        }
    }
}
