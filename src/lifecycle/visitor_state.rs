//! How the visitor of a site advances in the browser, and what is remembered there for it.
//!
//! In: rules, what is remembered, the visitor. Out: what is remembered from now on, as a text for the browser's storage, and what happened. It is
//! part of a module that few pages load, and knows no browser.
//!
//! A visitor is one contact, and whoever it is, is not known: an id made by chance stands for it, so that keys are nobody else's. There is no
//! start of workflows either, at which some are there already: everybody begins as nobody, and joins what lists it comes on.

use super::happening::Happening;
use super::rules::Rules;
use super::state::{ContactState, Following, SetValue, Started};
use super::step::{is_behind, step};
use crate::Ruleset;
use crate::contacts::reading::LAST_INSTANT;
use crate::visitor::row::{Reader, write_number, write_text};
use crate::visitor::{Unreadable, Visitor};

/// The version of the text.
const VERSION: i64 = 1;

/// What is remembered of a visitor who advances.
///
/// Its text is a row, as that of [`Visitor`]: version, id, and if there is more to remember when it changed last, `[name over value …]` that was
/// set, `[workflow active enrolments on …]`.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::lifecycle::VisitorState;
/// use leadscore::visitor::{Event, Visitor};
/// let ruleset: leadscore::Ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }],
///     "lists": [{ "id": "asked", "when": { "event": "demo_request" } }],
///     "workflows": [{ "id": "chat", "enrol_on": "asked", "actions": [{ "call_back": "open-chat" }] }] }"#.parse()?;
/// let mut visitor = Visitor::default();
/// visitor.record(Event { kind: "demo_request".to_owned(), time: 1_782_820_800_000, properties: Vec::new() });
///
/// let mut state = VisitorState::new("7f3a");
/// let happened = state.advance(&ruleset, &visitor, 1_782_820_800_000);
/// assert_eq!(happened[1].key, "7f3a/chat/1/1");
///
/// let mut state = VisitorState::from_text(&state.to_text()).unwrap();
/// assert!(state.advance(&ruleset, &visitor, 1_782_820_900_000).is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitorState {
    id: String,
    remembered: Option<ContactState>,
}

impl VisitorState {
    /// Of a visitor of whom nothing is remembered, under an id of its own.
    pub fn new(id: &str) -> VisitorState {
        VisitorState { id: id.to_owned(), remembered: None }
    }

    /// Looks at the visitor as it is by a clock, in milliseconds since the epoch, remembers what there is to remember and gives what happened.
    pub fn advance(&mut self, ruleset: &Ruleset, visitor: &Visitor, clock: i64) -> Vec<Happening> {
        let as_of = visitor.instant(clock);
        if is_behind(self.remembered.as_ref(), as_of) {
            return Vec::new();
        }
        let rules = Rules::new(ruleset);
        let started = rules.started(&Started::new(), -LAST_INSTANT);
        let stepped = step(&rules, &started, self.remembered.as_ref(), &self.id, &visitor.table(), as_of);
        self.remembered = stepped.after;
        stepped.happened
    }

    /// The text to remember.
    pub fn to_text(&self) -> String {
        let mut row = String::new();
        write_number(&mut row, VERSION);
        write_text(&mut row, &self.id);
        let Some(ContactState { changed, set, workflows }) = &self.remembered else { return row };
        write_number(&mut row, *changed);
        write_number(&mut row, set.len() as i64);
        for (name, SetValue { over, value }) in set {
            write_text(&mut row, name);
            write_option(&mut row, over.as_deref());
            write_option(&mut row, value.as_deref());
        }
        write_number(&mut row, workflows.len() as i64);
        for (id, Following { active, enrolments, on }) in workflows {
            write_text(&mut row, id);
            write_number(&mut row, i64::from(*active));
            write_number(&mut row, (*enrolments).min(i64::MAX as u64) as i64);
            write_number(&mut row, i64::from(*on));
        }
        row
    }

    /// What [`VisitorState::to_text`] wrote.
    pub fn from_text(text: &str) -> Result<VisitorState, Unreadable> {
        let mut row = Reader::new(text);
        let version = row.number(i64::MAX);
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        row.expect(version == VERSION);
        let id = row.text();
        row.expect(!id.is_empty());
        if row.is_well_read() {
            return Ok(VisitorState { id, remembered: None });
        }
        let mut remembered = ContactState { changed: row.number(LAST_INSTANT), ..ContactState::default() };
        for _ in 0..row.length() {
            let name = row.text();
            remembered.set.insert(name, SetValue { over: option(&mut row), value: option(&mut row) });
        }
        for _ in 0..row.length() {
            let id = row.text();
            let (active, enrolments) = (row.number(1) == 1, row.number(i64::MAX) as u64);
            remembered.workflows.insert(id, Following { active, enrolments, on: row.number(1) == 1 });
        }
        if row.is_well_read() {
            Ok(VisitorState { id, remembered: Some(remembered) })
        } else {
            Err(Unreadable::Damaged)
        }
    }
}

fn write_option(row: &mut String, value: Option<&str>) {
    write_number(row, i64::from(value.is_some()));
    write_text(row, value.unwrap_or_default());
}

fn option(row: &mut Reader<'_>) -> Option<String> {
    let is_some = row.number(1) == 1;
    Some(row.text()).filter(|_| is_some)
}
