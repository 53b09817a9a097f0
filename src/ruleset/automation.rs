//! What a ruleset says beyond points: lists, lifecycle stages and workflows. The meaning of every part is in `pkg/RULESET.md`.
//!
//! As in [`model`](super::model), these types hold only what can be meant; lists, scores and bands are named by their place in the ruleset.

use super::result_filter::ResultFilter;
use borsh::BorshSerialize;

/// Contacts that belong together: those who meet a filter, or those who are named.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct List {
    /// Its id, unique among lists.
    pub id: String,
    /// What people call it.
    pub label: Option<String>,
    /// What people want to remember about it.
    #[borsh(skip)]
    pub note: Option<String>,
    /// Who is on it.
    pub membership: Membership,
}

/// Who is on a list.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Membership {
    /// Whoever meets a filter. Tests of lists in it are of other lists, and lead to no circle.
    When(ResultFilter),
    /// Contacts by their ids or email addresses.
    Members(Vec<String>),
}

/// The stages that contacts go through.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Lifecycle {
    /// The contact property that holds the stage.
    pub property: String,
    /// The stages, the earliest first.
    pub stages: Vec<Stage>,
    /// Whose stage nothing here changes.
    pub exclude: Option<ResultFilter>,
}

/// A stage of the lifecycle.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Stage {
    /// The value of the property, unique among stages without case.
    pub id: String,
    /// What people call it, another text for the same value.
    pub label: Option<String>,
    /// What people want to remember about it.
    #[borsh(skip)]
    pub note: Option<String>,
    /// Who enters it by themselves; nobody, if there is none.
    pub enter_when: Option<ResultFilter>,
}

/// What is done for contacts who come on a list.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Workflow {
    /// Its id, unique among workflows.
    pub id: String,
    /// What people call it.
    pub label: Option<String>,
    /// What people want to remember about it.
    #[borsh(skip)]
    pub note: Option<String>,
    /// Whether contacts are enrolled.
    pub enabled: bool,
    /// The index of the list whose members are enrolled.
    pub enrol_on: usize,
    /// Whether those are enrolled, too, who are on the list when the workflow starts.
    pub enrol_present: bool,
    /// Whether a contact who returns is enrolled again.
    pub re_enrol: bool,
    /// The indices of the lists whose members are not enrolled.
    pub suppress: Vec<usize>,
    /// The index of the list that ends an enrolment.
    pub goal: Option<usize>,
    /// What is done, one after another.
    pub actions: Vec<Action>,
}

/// What a workflow does.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Action {
    /// Clears a contact property.
    Clear {
        /// Its name.
        property: String,
    },
    /// Sets a contact property.
    Set {
        /// Its name.
        property: String,
        /// What it is set to.
        value: Message,
    },
    /// Tells somebody.
    Notify {
        /// Whom, or by which way: the host knows what it means.
        channel: String,
        /// What is said.
        message: Message,
    },
    /// Calls back the host.
    CallBack {
        /// By which name: the host knows what it means.
        name: String,
        /// What it is given.
        message: Message,
    },
}

/// A text with placeholders, which are filled in for a contact.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize)]
pub struct Message {
    /// Its parts, in order.
    pub parts: Vec<MessagePart>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum MessagePart {
    /// Text as it is.
    Text(String),
    /// What is known of the contact.
    Placeholder {
        /// What is asked for.
        asked: Placeholder,
        /// What stands there where it is unknown.
        otherwise: String,
    },
}

/// What a placeholder asks for.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Placeholder {
    /// The contact's id.
    Id,
    /// A contact property.
    Property(String),
    /// The points of a score, by its index.
    Score(usize),
    /// The band of a set, by its index.
    Band(usize),
    /// The label of the stage, its id where it has none.
    Stage,
    /// The instant, as ISO 8601, UTC.
    AsOf,
}
