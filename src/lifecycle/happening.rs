//! What happened, as documents. Their shape is `Happening` in `pkg/index.d.ts`.

use serde::Serialize;

/// One thing that happened to a contact: what a host acts on.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::lifecycle::{Cause, Happened, State};
/// let ruleset = r#"{
///     "scores": [{ "id": "lead", "groups": [{ "id": "all", "criteria": [
///         { "id": "demo", "event": "demo_request", "points": 70 } ] }] }],
///     "lifecycle": { "stages": [{ "id": "lead" }, { "id": "sql", "enter_when": { "score": "lead", "at_least": 65 } }] }
/// }"#.parse()?;
/// let contact = r#"{ "id": "512", "lifecyclestage": "lead", "events": [{ "type": "demo_request", "time": "2026-06-30T09:00:00Z" }] }"#;
/// let contact = leadscore::contacts::contact(contact, None)?;
/// let happened = State::default().advance(&ruleset, &contact, 1_782_820_800_000);
///
/// let [moved] = happened.as_slice() else { panic!("one thing happens") };
/// assert!(matches!(&moved.what, Happened::StageChanged { from: Some(from), to, .. } if from == "lead" && to == "sql"));
/// assert!(matches!(&moved.cause, Cause::EnterWhen { text, .. } if text == "lead is 70, at least 65"));
/// assert_eq!(moved.key, "512/stage/lead/sql/2026-06-30T12:00:00Z");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Happening {
    /// The same whenever the same thing happens again from the same state, and of nothing else: who acts on each key once acts once.
    pub key: String,
    /// The contact's id.
    pub contact: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// What.
    #[serde(flatten)]
    pub what: Happened,
    /// Of which workflow; nothing for stages that contacts enter by themselves.
    #[serde(flatten)]
    pub workflow: Option<Origin>,
    /// Why.
    pub cause: Cause,
}

/// Which workflow did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// Its id.
    pub workflow: String,
    /// The how manieth enrolment of the contact it was, from 1.
    pub enrolment: u64,
    /// Which of its actions did it, from 1; none for the enrolment itself and its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<usize>,
}

/// What happened. A value that is nothing is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happened {
    /// The contact came to another stage.
    StageChanged {
        /// The property that holds it.
        property: String,
        /// The id of the stage before.
        from: Option<String>,
        /// The id of the stage now.
        to: String,
    },
    /// A workflow would have changed the stage, and was not to.
    StageKept {
        /// The property that holds it.
        property: String,
        /// The id of the stage, or the value that is none.
        from: Option<String>,
        /// The id of the stage that was to come, or the value that is none; nothing where it was to be cleared.
        to: Option<String>,
        /// Why it was not to.
        reason: Kept,
    },
    /// A workflow set a property.
    PropertySet {
        /// Its name.
        property: String,
        /// Its value before.
        from: Option<String>,
        /// Its value now.
        to: Option<String>,
    },
    /// A workflow cleared a property.
    PropertyCleared {
        /// Its name.
        property: String,
        /// Its value before.
        from: Option<String>,
    },
    /// The contact was enrolled in a workflow.
    Enrolled,
    /// An enrolment came to its end.
    Unenrolled {
        /// By what.
        reason: Ending,
    },
    /// Somebody is to be told.
    Notified {
        /// Whom, or by which way.
        channel: String,
        /// What, placeholders filled in.
        message: String,
    },
    /// The host is called back.
    CalledBack {
        /// By which name.
        name: String,
        /// With what, placeholders filled in.
        message: String,
    },
}

impl Happened {
    /// The kind, as documents have it.
    pub fn kind(&self) -> &'static str {
        match self {
            Happened::StageChanged { .. } => "stage_changed",
            Happened::StageKept { .. } => "stage_kept",
            Happened::PropertySet { .. } => "property_set",
            Happened::PropertyCleared { .. } => "property_cleared",
            Happened::Enrolled => "enrolled",
            Happened::Unenrolled { .. } => "unenrolled",
            Happened::Notified { .. } => "notified",
            Happened::CalledBack { .. } => "called_back",
        }
    }
}

/// Why a stage was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// It would have gone backwards without being cleared first.
    Backwards,
    /// The contact is excluded from the lifecycle.
    Excluded,
    /// The contact has a stage that the ruleset does not have.
    OtherStage,
    /// The stage that was to come is none of the ruleset.
    NoSuchStage,
}

/// What ended an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The contact is on the workflow's goal list.
    Goal,
    /// The contact is on one of its suppression lists.
    Suppressed,
    /// The contact is no longer on the list that it was enrolled on.
    Left,
}

/// Why something happened, in words too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cause {
    /// The contact met a stage's filter.
    EnterWhen {
        /// The stage's id.
        stage: String,
        /// What was found.
        text: String,
    },
    /// The contact came on a list, or left it.
    List {
        /// The list's id.
        list: String,
        /// What was found.
        text: String,
    },
    /// A workflow's action did it.
    Workflow {
        /// Its id.
        workflow: String,
        /// The how manieth enrolment of the contact it was.
        enrolment: u64,
        /// Why the contact was enrolled.
        text: String,
    },
}

/// A key of several parts. What separates them stands in none of them as it is.
pub(super) fn key(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| part.replace('%', "%25").replace('/', "%2F"));
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_different_parts_are_different() {
        assert_eq!(key(&["512", "to-sales", "1", "2"]), "512/to-sales/1/2");
        assert_ne!(key(&["a/b", "c"]), key(&["a", "b/c"]));
        assert_ne!(key(&["a%2Fb", "c"]), key(&["a/b", "c"]));
    }
}
