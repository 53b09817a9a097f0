//! From the text of JSON to events: those inside a contact, and those of a file of their own.
//!
//! In: the text of an event or of a list of them. Out: events that are held or committed in the rows. It recurses nowhere.

use super::contact_rows::ContactRows;
use super::event_rows::{EventRows, Owner};
use super::json_values::{Fault, NameSeed, Reading, pointer_part, read, read_items};
use super::notes::Finding;
use super::numbers::{write_number, write_whole};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Reads an event into the rows, where it waits to be committed.
pub(crate) fn read_event(text: &str, line: usize, events: &mut EventRows) -> Result<(), Fault> {
    let mut reading = Reading::default();
    let mut nested = 0;
    events.begin();
    let seed = EventSeed { reading: &mut reading, events, nested: &mut nested, pointer: "", properties: false };
    let result = read(text, seed, line);
    for _ in 0..if result.is_ok() { nested } else { 0 } {
        events.notes.add(Finding::NestedValues, line);
    }
    result
}

/// Reads an array of events of a contact, strictly.
pub(crate) fn read_events(text: &str, row: usize, rows: &mut ContactRows) -> Result<(), Fault> {
    let mut reading = Reading { strict: true, ..Reading::default() };
    let seed = EventsSeed { reading: &mut reading, rows, row, pointer: "/events" };
    read(text, seed, 1).map_err(|fault| reading.fault.unwrap_or(fault))
}

/// The events of a contact.
pub(super) struct EventsSeed<'a> {
    pub(super) reading: &'a mut Reading,
    pub(super) rows: &'a mut ContactRows,
    pub(super) row: usize,
    pub(super) pointer: &'static str,
}

impl<'de> DeserializeSeed<'de> for EventsSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for EventsSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let EventsSeed { reading, rows, row, pointer } = self;
        let mut place = 0_usize;
        loop {
            rows.events.begin();
            let mut nested = 0;
            let at = if reading.strict { format!("{pointer}/{place}") } else { String::new() };
            let events = &mut rows.events;
            let seed =
                EventSeed { reading: &mut *reading, events, nested: &mut nested, pointer: &at, properties: false };
            if seq.next_element_seed(seed)?.is_none() {
                return Ok(());
            }
            (0..nested).for_each(|_| rows.note(Finding::NestedValues));
            let committed = rows.events.commit(&mut rows.builder, Owner::Row(row));
            if let Err(fault) = committed.map_err(|error| reading.fail(Fault::Table(error)))? {
                if reading.strict {
                    return Err(reading.fail(Fault::Strict { pointer: at, reason: fault.reason().to_owned() }));
                }
                let line = rows.line;
                rows.events.left_out.add(line, || fault.reason().to_owned());
            }
            place += 1;
        }
    }
}

/// An event, or the object under its `properties`.
struct EventSeed<'a> {
    reading: &'a mut Reading,
    events: &'a mut EventRows,
    nested: &'a mut usize,
    pointer: &'a str,
    properties: bool,
}

impl<'de> DeserializeSeed<'de> for EventSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.reading.strict { deserializer.deserialize_map(self) } else { deserializer.deserialize_any(self) }
    }
}

/// What is no object has neither type nor time, and is left out for that.
impl<'de> Visitor<'de> for EventSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event (an object)")
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let EventSeed { reading, events, nested, pointer, properties } = self;
        loop {
            let key = map.next_key_seed(NameSeed(|name: &str| {
                if name == "properties" && !properties { (None, true) } else { (events.key(name), false) }
            }))?;
            let Some((key, is_properties)) = key else { return Ok(()) };
            let seed = EventValueSeed {
                reading: &mut *reading,
                events: &mut *events,
                nested: &mut *nested,
                pointer,
                key,
                is_properties,
                within: properties,
            };
            map.next_value_seed(seed)?;
        }
    }
}

/// A value of an event.
struct EventValueSeed<'a> {
    reading: &'a mut Reading,
    events: &'a mut EventRows,
    nested: &'a mut usize,
    pointer: &'a str,
    key: Option<usize>,
    is_properties: bool,
    within: bool,
}

impl EventValueSeed<'_> {
    fn key(&mut self) -> Option<usize> {
        if self.is_properties { self.events.key("properties") } else { self.key }
    }

    fn hold<E>(mut self, text: &str) -> Result<(), E> {
        if let Some(key) = self.key() {
            self.events.hold(key, self.within, text);
        }
        Ok(())
    }

    fn hold_number<E>(mut self, write: impl FnOnce(&mut String)) -> Result<(), E> {
        self.reading.text.clear();
        write(&mut self.reading.text);
        if let Some(key) = self.key() {
            self.events.hold(key, self.within, &self.reading.text);
        }
        Ok(())
    }

    fn refuse<E: serde::de::Error>(&mut self, what: &str) -> Result<(), E> {
        *self.nested += 1;
        let name = self.key.map_or("", |key| self.events.name(key));
        let within = if self.within { "/properties" } else { "" };
        let pointer = format!("{}{within}{}", self.pointer, pointer_part(name));
        self.reading.nested(|| pointer, what)
    }
}

impl<'de> DeserializeSeed<'de> for EventValueSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for EventValueSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.hold(text)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.hold(if value { "true" } else { "false" })
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.hold_number(|text| write_whole(text, number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.hold_number(|text| write_whole(text, number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.hold_number(|text| write_number(text, number))
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        if read_items(self.reading, &mut seq)? > 0 {
            self.refuse("a list with an object or a list in it")?;
        }
        if let Some(key) = self.key() {
            let Reading { text, ends, .. } = self.reading;
            self.events.hold_list(key, self.within, text, ends);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        if self.is_properties {
            let EventValueSeed { reading, events, nested, pointer, .. } = self;
            return EventSeed { reading, events, nested, pointer, properties: true }.visit_map(map);
        }
        self.refuse("an object")?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
