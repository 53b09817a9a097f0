//! What is remembered of contacts from one step to the next. The host keeps it; its text is JSON, described as `State` in
//! `pkg/index.d.ts`.
//!
//! Nothing here knows rules. Reading is in `state_text`.

use super::happening::Happening;
use crate::contacts::reading::instant_text;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// The version of the document that is written, and read.
pub(super) const VERSION: u64 = 1;
/// What stands in the document before the first contact.
const BEFORE_CONTACTS: &str = r#"{"contacts":{"#;

/// What is remembered: when workflows started, and of each contact what was set and in which workflows it is.
///
/// Two states that remember the same have the same text.
///
/// ```
/// use leadscore::lifecycle::State;
/// let state: State = r#"{ "leadscore_state": 1, "contacts": { "512": { "changed": "2026-06-30T12:00:00Z",
///     "set": { "lifecyclestage": { "value": "sql", "over": null } } } } }"#.parse()?;
/// assert_eq!(state.contact("512").unwrap().set["lifecyclestage"].value.as_deref(), Some("sql"));
/// assert_eq!(state.to_string().parse(), Ok(state));
///
/// assert_eq!(State::default().to_string(), r#"{"contacts":{},"leadscore_state":1,"workflows":{}}"#);
/// let newer = r#"{ "leadscore_state": 2 }"#.parse::<State>().unwrap_err();
/// assert_eq!(newer.kind().as_str(), "invalid_state");
/// # Ok::<(), leadscore::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub(super) started: Started,
    pub(super) contacts: BTreeMap<String, ContactState>,
    /// Happenings that the host has not acted on yet. They are kept here for hosts; no step looks at them.
    pub outbox: Vec<Happening>,
}

/// The instants at which workflows started, by their ids, in milliseconds since the epoch.
pub(super) type Started = BTreeMap<String, i64>;

/// What is remembered of a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactState {
    /// When any of it changed last, in milliseconds since the epoch.
    pub changed: i64,
    /// What was set here, by the name of the property, as long as the contact does not have it itself.
    pub set: BTreeMap<String, SetValue>,
    /// How it stands with workflows, by their ids.
    pub workflows: BTreeMap<String, Following>,
}

/// A value that a property was given. Nothing is no value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SetValue {
    /// The contact's own value when it was set.
    pub over: Option<String>,
    /// The value.
    pub value: Option<String>,
}

/// How it stands between a contact and a workflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Following {
    /// Whether it is enrolled now.
    pub active: bool,
    /// How often it was enrolled.
    pub enrolments: u64,
    /// Whether it is on the list, not suppressed and not at the goal.
    pub on: bool,
}

impl State {
    /// What is remembered of a contact; nothing of those who nothing was set for and whom no workflow knows.
    pub fn contact(&self, id: &str) -> Option<&ContactState> {
        self.contacts.get(id)
    }

    /// Every contact of whom something is remembered, with its id.
    pub fn contacts(&self) -> impl Iterator<Item = (&str, &ContactState)> {
        self.contacts.iter().map(|(id, contact)| (id.as_str(), contact))
    }

    /// A piece of the text, for states that are large: with so many contacts from one on, with what stands before the first and after the last of
    /// them. All pieces together are the text; there is none from beyond the last contact.
    ///
    /// ```
    /// use leadscore::lifecycle::State;
    /// let contact = r#"{ "changed": "2026-06-30", "set": { "plan": { "value": "pro", "over": null } } }"#;
    /// let state: State = format!(r#"{{ "leadscore_state": 1, "contacts": {{ "7": {contact}, "8": {contact}, "9": {contact} }} }}"#).parse()?;
    /// let pieces: Vec<String> = (0..).map_while(|piece| state.piece(2 * piece, 2)).collect();
    /// assert_eq!((pieces.len(), pieces.concat()), (2, state.to_string()));
    /// # Ok::<(), leadscore::Error>(())
    /// ```
    pub fn piece(&self, from: usize, contacts: usize) -> Option<String> {
        let count = self.contacts.len();
        if from > 0 && from >= count {
            return None;
        }
        let entry = |(id, contact): (&String, &ContactState)| {
            Some(format!("{}:{}", serde_json::to_string(id).ok()?, serde_json::to_string(contact).ok()?))
        };
        let entries: Option<Vec<String>> = self.contacts.iter().skip(from).take(contacts).map(entry).collect();
        let mut piece = if from == 0 { BEFORE_CONTACTS } else { "," }.to_owned();
        piece += &entries?.join(",");
        if from.saturating_add(contacts) >= count {
            let (started, outbox) = (self.started.clone(), self.outbox.clone());
            let around = State { started, outbox, contacts: BTreeMap::new() }.to_string();
            piece += around.strip_prefix(BEFORE_CONTACTS)?;
        }
        Some(piece)
    }

    /// When a workflow started: when its first step was made while it was enabled, in milliseconds since the epoch.
    pub fn started(&self, workflow: &str) -> Option<i64> {
        self.started.get(workflow).copied()
    }
}

impl ContactState {
    /// Whether there is nothing to remember.
    pub(super) fn is_empty(&self) -> bool {
        self.set.is_empty() && self.workflows.is_empty()
    }
}

/// Compact JSON, keys sorted.
impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("contacts", &self.contacts)?;
        map.serialize_entry("leadscore_state", &VERSION)?;
        if !self.outbox.is_empty() {
            // A value has its keys sorted. It is read from the text: another way to write happenings would take its space.
            let text = serde_json::to_string(&self.outbox).map_err(serde::ser::Error::custom)?;
            map.serialize_entry("outbox", &serde_json::from_str::<Value>(&text).map_err(serde::ser::Error::custom)?)?;
        }
        map.serialize_entry("workflows", &StartedText(&self.started))?;
        map.end()
    }
}

impl Serialize for ContactState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("changed", &instant_text(self.changed))?;
        if !self.set.is_empty() {
            map.serialize_entry("set", &self.set)?;
        }
        if !self.workflows.is_empty() {
            map.serialize_entry("workflows", &self.workflows)?;
        }
        map.end()
    }
}

struct StartedText<'a>(&'a Started);

impl Serialize for StartedText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Workflow {
            started: String,
        }
        serializer.collect_map(self.0.iter().map(|(id, started)| (id, Workflow { started: instant_text(*started) })))
    }
}
