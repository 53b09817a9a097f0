//! From the text of one JSON value to a contact, without a tree in between.
//!
//! In: the text of a value. Out: its properties in the rows that are being built, or what is at fault. It recurses nowhere: what is
//! nested deeper than a list of values is skipped.

use super::contact_rows::ContactRows;
use super::event_rows::items;
use super::json_events::EventsSeed;
use super::notes::Finding;
use super::numbers::{write_number, write_whole};
use super::table::ColumnIndex;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What is wrong with a value.
#[derive(Debug)]
pub(crate) enum Fault {
    /// It is not JSON, or not an object: where in it, and why.
    Json { line: usize, reason: String },
    /// Only with strict reading: where, and why.
    Strict { pointer: String, reason: String },
    /// The table is full.
    Table(crate::Error),
}

/// How values are read, and what happened meanwhile.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) strict: bool,
    pub(super) fault: Option<Fault>,
    /// Numbers and lists on their way.
    pub(super) text: String,
    pub(super) ends: Vec<usize>,
}

impl Reading {
    /// Ends the reading: serde carries a text only, so that the fault itself waits here.
    pub(super) fn fail<E: serde::de::Error>(&mut self, fault: Fault) -> E {
        self.fault = Some(fault);
        E::custom("")
    }

    pub(super) fn nested<E: serde::de::Error>(
        &mut self,
        pointer: impl FnOnce() -> String,
        what: &str,
    ) -> Result<(), E> {
        if !self.strict {
            return Ok(());
        }
        let reason = format!("expected a text, number, truth value, null or a list of these, found {what}");
        Err(self.fail(Fault::Strict { pointer: pointer(), reason }))
    }
}

/// Refuses an object that stands alone in a file and is no contact: one without any of the keys by which contacts are told.
pub(crate) fn refuse_other(text: &str) -> Result<(), crate::Error> {
    let mut keys = Vec::new();
    if read(text, KeysSeed(&mut keys), 1).is_err() {
        // Not JSON: reading it says where and why.
        return Ok(());
    }
    let has = |wanted: &str| keys.iter().any(|key| super::names::same(key, wanted));
    let telling = ["email", "properties", "firstname", "lastname", "first name", "last name"];
    if telling.iter().any(|key| has(key)) || keys.iter().any(|key| super::contact_rows::id_rank(key).is_some()) {
        return Ok(());
    }
    let found = if has("scores") {
        "a ruleset; load it as the ruleset".to_owned()
    } else {
        let shown: Vec<String> = keys.iter().take(5).map(|key| format!("\"{key}\"")).collect();
        format!("an object with the keys {}; expected id, email or properties among them", shown.join(", "))
    };
    Err(super::format::unreadable(format!("expected contacts as JSON, found {found}")))
}

/// The keys of an object.
struct KeysSeed<'a>(&'a mut Vec<String>);

impl<'de> DeserializeSeed<'de> for KeysSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for KeysSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
            self.0.push(key);
        }
        Ok(())
    }
}

/// A part of a JSON Pointer.
pub(crate) fn pointer_part(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Reads a contact that stands on this line. What is not strict leaves out what cannot be read and notes it.
pub(crate) fn read_contact(text: &str, line: usize, strict: bool, rows: &mut ContactRows) -> Result<(), Fault> {
    let mut reading = Reading { strict, ..Reading::default() };
    let row = rows.begin(line).map_err(Fault::Table)?;
    let seed = ContactSeed { reading: &mut reading, rows, row, properties: false };
    match read(text, seed, line) {
        Ok(()) => {
            rows.end(row);
            Ok(())
        }
        Err(fault) => {
            rows.cancel();
            Err(reading.fault.unwrap_or(fault))
        }
    }
}

pub(super) fn read<'de>(text: &'de str, seed: impl DeserializeSeed<'de, Value = ()>, line: usize) -> Result<(), Fault> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let result = seed.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    result.map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let reason = error.to_string();
        let reason = reason.strip_suffix(&place).unwrap_or(&reason).to_owned();
        Fault::Json { line: line + error.line().saturating_sub(1), reason }
    })
}

/// A contact, or the object under its `properties`.
struct ContactSeed<'a> {
    reading: &'a mut Reading,
    rows: &'a mut ContactRows,
    row: usize,
    properties: bool,
}

/// What a key of a contact leads to.
enum ContactKey {
    Column(Option<ColumnIndex>),
    Properties,
    Events,
    Unwanted,
}

impl<'de> DeserializeSeed<'de> for ContactSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ContactSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a contact (an object)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let ContactSeed { reading, rows, row, properties } = self;
        loop {
            let key = map.next_key_seed(NameSeed(|name: &str| match name {
                "properties" if !properties => Ok(ContactKey::Properties),
                "events" if !properties => Ok(ContactKey::Events),
                "propertiesWithHistory" | "associations" if !properties => Ok(ContactKey::Unwanted),
                name => rows.column(name).map(ContactKey::Column),
            }))?;
            let Some(key) = key else { return Ok(()) };
            let key = key.map_err(|error| reading.fail(Fault::Table(error)))?;
            match key {
                ContactKey::Column(column) => {
                    map.next_value_seed(ValueSeed { reading, rows, row, column: Ok(column), within: properties })?;
                }
                ContactKey::Properties => {
                    map.next_value_seed(ValueSeed {
                        reading,
                        rows,
                        row,
                        column: Err("properties"),
                        within: properties,
                    })?;
                }
                ContactKey::Events => {
                    map.next_value_seed(ValueSeed { reading, rows, row, column: Err("events"), within: properties })?;
                }
                ContactKey::Unwanted => drop(map.next_value::<IgnoredAny>()?),
            }
        }
    }
}

/// A key, looked up by its text without a copy of it.
pub(super) struct NameSeed<F>(pub(super) F);

impl<'de, T, F: FnMut(&str) -> T> DeserializeSeed<'de> for NameSeed<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnMut(&str) -> T> Visitor<'_> for NameSeed<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(mut self, name: &str) -> Result<T, E> {
        Ok((self.0)(name))
    }
}

/// The value of a property, in a column or (`Err`) under one of the names that may also hold more than a value.
struct ValueSeed<'a> {
    reading: &'a mut Reading,
    rows: &'a mut ContactRows,
    row: usize,
    column: Result<Option<ColumnIndex>, &'static str>,
    within: bool,
}

impl ValueSeed<'_> {
    fn place(&mut self) -> Result<Option<ColumnIndex>, Fault> {
        match self.column {
            Ok(column) => Ok(column),
            Err(name) => self.rows.column(name).map_err(Fault::Table),
        }
    }

    fn put(mut self, text: Option<&str>) -> Result<(), Fault> {
        let Some(column) = self.place()? else { return Ok(()) };
        let text = text.unwrap_or(&self.reading.text);
        self.rows.builder.set_text(self.row, column, text).map_err(|full| Fault::Table(full.into()))
    }

    fn set<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        let ValueSeed { reading, rows, row, column, within } = self;
        let result = ValueSeed { reading: &mut *reading, rows, row, column, within }.put(Some(text));
        result.map_err(|fault| reading.fail(fault))
    }

    fn set_number<E: serde::de::Error>(self, write: impl FnOnce(&mut String)) -> Result<(), E> {
        let ValueSeed { reading, rows, row, column, within } = self;
        reading.text.clear();
        write(&mut reading.text);
        let result = ValueSeed { reading: &mut *reading, rows, row, column, within }.put(None);
        result.map_err(|fault| reading.fail(fault))
    }

    fn pointer(&self) -> String {
        let name = match self.column {
            Err(name) => name,
            Ok(column) => {
                let column = column.and_then(|column| self.rows.builder.columns().get(column.place()));
                column.map_or("", |column| column.name())
            }
        };
        let within = if self.within { "/properties" } else { "" };
        format!("{within}{}", pointer_part(name))
    }
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.set(text)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.set(if value { "true" } else { "false" })
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        self.set_number(|text| write_whole(text, number.into()))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<(), E> {
        self.set_number(|text| write_whole(text, number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<(), E> {
        self.set_number(|text| write_number(text, number))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        if self.column == Err("events") {
            let events = EventsSeed { reading: self.reading, rows: self.rows, row: self.row, pointer: "/events" };
            return events.visit_seq(seq);
        }
        let nested = read_items(self.reading, &mut seq)?;
        if nested > 0 {
            let pointer = self.pointer();
            self.reading.nested(|| pointer, "a list with an object or a list in it")?;
            self.rows.note(Finding::NestedValues);
        }
        let column = self.place().map_err(|fault| self.reading.fail(fault))?;
        let Some(column) = column else { return Ok(()) };
        let ValueSeed { reading, rows, row, .. } = self;
        rows.builder
            .set_list(row, column, items(&reading.text, &reading.ends))
            .map_err(|full| reading.fail(Fault::Table(full.into())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if self.column == Err("properties") {
            let ValueSeed { reading, rows, row, .. } = self;
            return ContactSeed { reading, rows, row, properties: true }.visit_map(map);
        }
        self.rows.note(Finding::NestedValues);
        let pointer = self.pointer();
        self.reading.nested(|| pointer, "an object")?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

/// Reads the items of a list and returns how many were left out because they are nested.
pub(super) fn read_items<'de, A: SeqAccess<'de>>(reading: &mut Reading, seq: &mut A) -> Result<usize, A::Error> {
    reading.text.clear();
    reading.ends.clear();
    let mut nested = 0;
    while let Some(read) = seq.next_element_seed(ItemSeed(&mut reading.text))? {
        reading.ends.push(reading.text.len());
        nested += usize::from(!read);
    }
    Ok(nested)
}

/// A value without a place of its own, appended to a text. False if it is nested.
struct ItemSeed<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ItemSeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<bool, E> {
        self.0.push_str(text);
        Ok(true)
    }

    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(true)
    }

    fn visit_u64<E>(self, number: u64) -> Result<bool, E> {
        write_whole(self.0, number.into());
        Ok(true)
    }

    fn visit_i64<E>(self, number: i64) -> Result<bool, E> {
        write_whole(self.0, number.into());
        Ok(true)
    }

    fn visit_f64<E>(self, number: f64) -> Result<bool, E> {
        write_number(self.0, number);
        Ok(true)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(false)
    }
}
