//! Reads a state from its text. Nothing is repaired: what is not exactly what is written is an error that says where it is, so that no host
//! writes a new state over one that it could not read.

use super::happening::Happening;
use super::happening_text::happening;
use super::state::{ContactState, Following, SetValue, State, VERSION};
use crate::contacts::reading;
use crate::{Error, ErrorKind};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::str::FromStr;

impl FromStr for State {
    type Err = Error;

    /// The state of a text. The depth of JSON is bounded by its reader.
    fn from_str(text: &str) -> Result<State, Error> {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: Value = serde_json::from_str(json).map_err(|error| {
            let message = format!(
                "expected a state as JSON, found a text that breaks off or is damaged: {error}; take the last state that was whole"
            );
            Error::new(ErrorKind::InvalidState, message)
        })?;
        let place = Place { above: None, key: "" };
        if let Some(key) = key_twice(json) {
            return Err(place.fault(&format!("expected each key once in an object, found {:?} twice", excerpt(&key))));
        }
        let Value::Object(mut state) = value else { return Err(place.expected("a state, an object", &value)) };
        let version = state.remove("leadscore_state");
        match version.as_ref().map(Value::as_u64) {
            Some(Some(VERSION)) => {}
            Some(Some(newer)) if newer > VERSION => {
                let message = format!(
                    "expected a state of version {VERSION}, found version {newer}; use the newer version of leadscore that wrote it"
                );
                return Err(Error::at(ErrorKind::InvalidState, "/leadscore_state".to_owned(), &message));
            }
            Some(_) => {
                let found = version.unwrap_or_default();
                return Err(place.at("leadscore_state").expected(&format!("the version {VERSION}"), &found));
            }
            None => return Err(place.fault("expected `leadscore_state` with its version, found none: it is no state")),
        }
        let mut parts = Parts { place: &place, parts: state };
        let state = State {
            started: parts.object("workflows", |place, value| started(&place, value))?,
            contacts: parts.object("contacts", |place, value| contact(&place, value))?,
            outbox: outbox(&mut parts)?,
        };
        parts.end()?;
        Ok(state)
    }
}

/// A key that stands twice in one object of a text that is JSON. Of two, a reader that takes one would lose what stands under the other.
fn key_twice(json: &str) -> Option<Cow<'_, str>> {
    // The keys so far of each object and list that is open.
    let mut open: Vec<HashSet<Cow<'_, str>>> = Vec::new();
    let mut rest = json;
    while let Some(place) = rest.find(['{', '[', '}', ']', '"']) {
        let (_, found) = rest.split_at_checked(place)?;
        rest = found.get(1..)?;
        match found.as_bytes().first()? {
            b'{' | b'[' => open.push(HashSet::new()),
            b'"' => {
                let (inside, after) = rest.split_at_checked(end_of_text(rest))?;
                rest = after.get(1..)?;
                if rest.trim_start().starts_with(':') {
                    let escaped = || serde_json::from_str(found.get(..inside.len() + 2)?).ok();
                    let key = if inside.contains('\\') { Cow::Owned(escaped()?) } else { Cow::Borrowed(inside) };
                    if !open.last_mut()?.insert(key.clone()) {
                        return Some(key);
                    }
                }
            }
            _ => drop(open.pop()),
        }
    }
    None
}

/// Where the quote is that ends a text.
fn end_of_text(text: &str) -> usize {
    let mut from = 0;
    while let Some(place) = text.get(from..).and_then(|rest| rest.find(['"', '\\'])) {
        from += place;
        if text.as_bytes().get(from) == Some(&b'"') {
            return from;
        }
        from += 2;
    }
    text.len()
}

fn started(place: &Place<'_>, value: Value) -> Result<i64, Error> {
    let mut parts = Parts::of(place, value)?;
    let started = parts.instant("started")?;
    parts.end()?;
    Ok(started)
}

fn contact(place: &Place<'_>, value: Value) -> Result<ContactState, Error> {
    let mut parts = Parts::of(place, value)?;
    let contact = ContactState {
        changed: parts.instant("changed")?,
        set: parts.object("set", |place, value| set_value(&place, value))?,
        workflows: parts.object("workflows", |place, value| following(&place, value))?,
    };
    parts.end()?;
    if contact.is_empty() {
        return Err(place.fault("expected `set` or `workflows` with something in it, found a contact without either"));
    }
    Ok(contact)
}

fn set_value(place: &Place<'_>, value: Value) -> Result<SetValue, Error> {
    let mut parts = Parts::of(place, value)?;
    let value = SetValue { value: parts.value_or_null("value")?, over: parts.value_or_null("over")? };
    parts.end()?;
    Ok(value)
}

fn following(place: &Place<'_>, value: Value) -> Result<Following, Error> {
    let mut parts = Parts::of(place, value)?;
    let following =
        Following { on: parts.truth("on")?, enrolments: parts.count("enrolments")?, active: parts.truth("active")? };
    parts.end()?;
    Ok(following)
}

fn outbox(parts: &mut Parts<'_>) -> Result<Vec<Happening>, Error> {
    let place = parts.place.at("outbox");
    let entries = match parts.parts.remove("outbox") {
        None => return Ok(Vec::new()),
        Some(Value::Array(entries)) => entries,
        Some(other) => return Err(place.expected("a list of happenings", &other)),
    };
    let entries = entries.into_iter().enumerate();
    entries.map(|(index, entry)| happening(&place.at(&index.to_string()), entry)).collect()
}

/// Where something is, as a JSON Pointer that is written when there is something to say.
pub(super) struct Place<'a> {
    above: Option<&'a Place<'a>>,
    key: &'a str,
}

impl Place<'_> {
    pub(super) fn at<'b>(&'b self, key: &'b str) -> Place<'b> {
        Place { above: Some(self), key }
    }

    fn pointer(&self) -> String {
        match self.above {
            Some(above) => format!("{}/{}", above.pointer(), self.key.replace('~', "~0").replace('/', "~1")),
            None => String::new(),
        }
    }

    fn fault(&self, reason: &str) -> Error {
        let reason = format!("{reason}; take the last state that was whole");
        match self.above {
            Some(_) => Error::at(ErrorKind::InvalidState, self.pointer(), &reason),
            None => Error::new(ErrorKind::InvalidState, reason),
        }
    }

    pub(super) fn expected(&self, expected: &str, found: &Value) -> Error {
        let found = match found {
            Value::Null => "null".to_owned(),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
            other => excerpt(&other.to_string()),
        };
        self.fault(&format!("expected {expected}, found {found}"))
    }
}

/// What is left of an object.
pub(super) struct Parts<'a> {
    pub(super) place: &'a Place<'a>,
    parts: Map<String, Value>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(place: &'a Place<'a>, value: Value) -> Result<Parts<'a>, Error> {
        match value {
            Value::Object(parts) => Ok(Parts { place, parts }),
            other => Err(place.expected("an object", &other)),
        }
    }

    /// An object of things that are alike; none, if it is not there.
    fn object<T>(
        &mut self,
        key: &str,
        read: impl Fn(Place<'_>, Value) -> Result<T, Error>,
    ) -> Result<BTreeMap<String, T>, Error> {
        let place = self.place.at(key);
        match self.parts.remove(key) {
            None => Ok(BTreeMap::new()),
            Some(Value::Object(entries)) => {
                let entry =
                    |(name, value): (String, Value)| read(place.at(&name), value).map(|read| (name.clone(), read));
                entries.into_iter().map(entry).collect()
            }
            Some(other) => Err(place.expected("an object", &other)),
        }
    }

    pub(super) fn need(&mut self, key: &str) -> Result<Value, Error> {
        let missing = || self.place.fault(&format!("expected `{key}`, found none"));
        self.parts.remove(key).ok_or_else(missing)
    }

    fn instant(&mut self, key: &str) -> Result<i64, Error> {
        let value = self.need(key)?;
        let time = value.as_str().and_then(reading::time);
        time.ok_or_else(|| self.place.at(key).expected("an instant such as \"2026-06-30T12:00:00Z\"", &value))
    }

    pub(super) fn text_or_null(&mut self, key: &str) -> Result<Option<String>, Error> {
        match self.need(key)? {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text)),
            other => Err(self.place.at(key).expected("a text, or null", &other)),
        }
    }

    fn value_or_null(&mut self, key: &str) -> Result<Option<String>, Error> {
        match self.need(key)? {
            Value::Null => Ok(None),
            Value::String(text) if text.trim() == text && !text.is_empty() => Ok(Some(text)),
            other => Err(self.place.at(key).expected("a text without white space at its ends, or null", &other)),
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.parts.contains_key(key)
    }

    pub(super) fn text(&mut self, key: &str) -> Result<String, Error> {
        match self.need(key)? {
            Value::String(text) => Ok(text),
            other => Err(self.place.at(key).expected("a text", &other)),
        }
    }

    /// What one of some words stands for.
    pub(super) fn one_of<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Result<T, Error> {
        let value = self.need(key)?;
        let found = words.iter().find(|(word, _)| value.as_str() == Some(word));
        let known = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        found.map(|(_, meant)| *meant).ok_or_else(|| self.place.at(key).expected(&known(), &value))
    }

    fn truth(&mut self, key: &str) -> Result<bool, Error> {
        let value = self.need(key)?;
        value.as_bool().ok_or_else(|| self.place.at(key).expected("true or false", &value))
    }

    pub(super) fn count(&mut self, key: &str) -> Result<u64, Error> {
        let value = self.need(key)?;
        value.as_u64().ok_or_else(|| self.place.at(key).expected("a whole number that is not negative", &value))
    }

    /// Nothing may be left.
    pub(super) fn end(self) -> Result<(), Error> {
        match self.parts.iter().next() {
            None => Ok(()),
            Some((key, _)) => {
                let reason = format!("expected only keys that this version knows, found `{}`", excerpt(key));
                Err(self.place.fault(&reason))
            }
        }
    }
}

/// The beginning of a long text.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
