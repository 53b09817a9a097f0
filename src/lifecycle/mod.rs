//! From score to action: stages that contacts enter, workflows that they are enrolled in, and what happens on the way.
//!
//! In: a ruleset, what is remembered so far, a contact and an instant. Out: what is remembered from now on, and what happened, for a host to act on.
//! There is no clock here, no network and no file; the same in gives the same out, wherever it runs. Advancing again by the same data does
//! nothing, so a host that was interrupted may begin again: each happening has a key that is the same whenever it comes out again.
//!
//! What stages, lists and workflows mean is in [`ruleset`](crate::ruleset). One contact after another advances by [`State::advance`], a whole table
//! by [`State::advance_all`]; [`journey`] follows a contact through time, and [`VisitorState`] is for a visitor in a browser.
//!
//! ```
//! # fn main() -> Result<(), leadscore::Error> {
//! use leadscore::lifecycle::{Happened, State};
//! let ruleset = r#"{
//!     "scores": [{ "id": "lead", "groups": [{ "id": "all", "criteria": [
//!         { "id": "demo", "event": "demo_request", "points": 70 } ] }] }],
//!     "lists": [{ "id": "sqls", "when": { "property": "lifecyclestage", "is_equal_to": "sql" } }],
//!     "lifecycle": { "stages": [{ "id": "lead" }, { "id": "sql", "enter_when": { "score": "lead", "at_least": 65 } }] },
//!     "workflows": [{ "id": "to-sales", "enrol_on": "sqls", "enrol_present": true, "actions": [
//!         { "notify": "sales", "message": "{{firstname|Somebody}} has {{score:lead}} points" } ] }]
//! }"#.parse()?;
//! let contact = r#"{ "id": "512", "firstname": "Ada", "events": [{ "type": "demo_request", "time": "2026-06-30T09:00:00Z" }] }"#;
//! let contact = leadscore::contacts::contact(contact, None)?;
//! let as_of = 1_782_820_800_000; // 2026-06-30T12:00:00Z
//!
//! let mut state = State::default();
//! let happened = state.advance(&ruleset, &contact, as_of);
//! let keys: Vec<&str> = happened.iter().map(|happening| happening.key.as_str()).collect();
//! assert_eq!(keys, ["512/stage//sql/2026-06-30T12:00:00Z", "512/to-sales/1/enrolled", "512/to-sales/1/1"]);
//! assert!(matches!(&happened[2].what, Happened::Notified { message, .. } if message == "Ada has 70 points"));
//!
//! // The host keeps the state as text. By the same data nothing happens again.
//! let mut state: State = state.to_string().parse()?;
//! assert!(state.advance(&ruleset, &contact, as_of).is_empty());
//! # Ok(())
//! # }
//! ```

mod actions;
mod all;
mod contact;
mod happening;
mod happening_text;
mod journey;
mod membership;
mod message;
mod reasons;
mod rules;
mod state;
mod state_text;
mod step;
mod summary;
mod visitor_state;

pub use all::{Advanced, Advancing, LeftOutRows};
pub use happening::{Cause, Ending, Happened, Happening, Kept, Origin};
pub use journey::{EventCount, FromStage, Journey, JourneyStep, journey, journey_on};
pub use state::{ContactState, Following, SetValue, State};
pub use summary::{BeforeAfter, LifecycleSummary, Moved, Population, Summary, Told, Unenrolled, WorkflowSummary};
pub use visitor_state::VisitorState;

use crate::Ruleset;
use crate::contacts::Table;
use crate::contacts::reading::LAST_INSTANT;
use contact::Contact;
use rules::Rules;
use step::{is_behind, step};

/// What is remembered after the contact of a table of one row was looked at as it is at an instant, in milliseconds since the epoch, and what
/// happened.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::lifecycle::{State, advance};
/// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }],
///     "lifecycle": { "stages": [{ "id": "customer", "enter_when": { "event": "purchase" } }] } }"#.parse()?;
/// let contact = r#"{ "id": "512", "events": [{ "type": "purchase", "time": "2026-06-30" }] }"#;
/// let contact = leadscore::contacts::contact(contact, None)?;
/// let before = State::default();
/// let (after, happened) = advance(&ruleset, &before, &contact, 1_782_820_800_000);
/// assert_eq!((happened.len(), before), (1, State::default()));
/// assert_eq!(advance(&ruleset, &after, &contact, 1_782_820_800_000), (after.clone(), Vec::new()));
/// # Ok(())
/// # }
/// ```
pub fn advance(ruleset: &Ruleset, state: &State, contact: &Table, as_of: i64) -> (State, Vec<Happening>) {
    let mut after = state.clone();
    let happened = after.advance(ruleset, contact, as_of);
    (after, happened)
}

impl State {
    /// Looks at the contact of a table of one row as it is at an instant, in milliseconds since the epoch, remembers what there is to remember and
    /// gives what happened. To a contact without an id nothing happens, nor to one that is remembered from a later instant.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// # use leadscore::lifecycle::State;
    /// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }],
    ///     "lifecycle": { "stages": [{ "id": "customer", "enter_when": { "event": "purchase" } }] } }"#.parse()?;
    /// let contact = r#"{ "id": "512", "events": [{ "type": "purchase", "time": "2026-06-30" }] }"#;
    /// let contact = leadscore::contacts::contact(contact, None)?;
    /// let mut state = State::default();
    /// assert_eq!(state.advance(&ruleset, &contact, 0).len(), 0); // not yet
    /// assert_eq!(state.advance(&ruleset, &contact, 1_782_820_800_000).len(), 1);
    /// assert_eq!(state.advance(&ruleset, &contact, 0).len(), 0); // the clock went back
    /// # Ok(())
    /// # }
    /// ```
    pub fn advance(&mut self, ruleset: &Ruleset, contact: &Table, as_of: i64) -> Vec<Happening> {
        self.advance_by(&Rules::new(ruleset), contact, as_of)
    }

    fn advance_by(&mut self, rules: &Rules<'_>, contact: &Table, as_of: i64) -> Vec<Happening> {
        let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
        let Some(id) = contact.ids().value(0).map(|id| id.text().into_owned()) else { return Vec::new() };
        let before = self.contacts.get(&id);
        if is_behind(before, as_of) {
            return Vec::new();
        }
        self.started = rules.started(&self.started, as_of);
        let stepped = step(rules, &self.started, before, &id, contact, as_of);
        self.remember(&id, stepped.after);
        stepped.happened
    }

    /// The contact of a table of one row as rules see it: what is remembered as set is laid over what it has itself.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// # use leadscore::lifecycle::State;
    /// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }],
    ///     "lifecycle": { "stages": [{ "id": "customer", "enter_when": { "property": "plan", "is_known": true } }] } }"#.parse()?;
    /// let contact = leadscore::contacts::contact(r#"{ "id": "512", "plan": "pro" }"#, None)?;
    /// let mut state = State::default();
    /// state.advance(&ruleset, &contact, 1_782_820_800_000);
    /// let known = state.known(&ruleset, &contact);
    /// assert_eq!(known.column("lifecyclestage", []).unwrap().value(0).unwrap().text(), "customer");
    /// # Ok(())
    /// # }
    /// ```
    pub fn known(&self, ruleset: &Ruleset, contact: &Table) -> Table {
        let id = contact.ids().value(0).map(|id| id.text().into_owned());
        match id.and_then(|id| self.contacts.get(&id)) {
            Some(remembered) => Contact::new(ruleset, contact, &remembered.set).table,
            None => contact.clone(),
        }
    }

    fn remember(&mut self, id: &str, after: Option<ContactState>) {
        match after {
            Some(after) => self.contacts.insert(id.to_owned(), after),
            None => self.contacts.remove(id),
        };
    }
}
