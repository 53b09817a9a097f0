//! Lists, the lifecycle and workflows as types. What stands at a field is what an editor shows.
#![allow(dead_code, reason = "the types are described and never made")]

use super::document::{Id, Name};
use super::filters::ResultFilter;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Contacts that belong together: with `when` those who meet a filter, with `members` those who are named.
#[derive(JsonSchema)]
#[schemars(title = "List", untagged)]
pub(super) enum List {
    ByFilter(ListByFilter),
    OfMembers(ListOfMembers),
}

/// Those who meet a filter.
#[derive(JsonSchema)]
#[schemars(title = "List by a filter", deny_unknown_fields)]
pub(super) struct ListByFilter {
    /// Unique among lists.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// What is to be true of its members. Tests of lists in it lead to no circle.
    when: ResultFilter,
}

/// Those who are named.
#[derive(JsonSchema)]
#[schemars(title = "List of members", deny_unknown_fields)]
pub(super) struct ListOfMembers {
    /// Unique among lists.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// Ids of contacts, and email addresses, which are compared without case.
    #[schemars(length(max = 100_000))]
    members: Vec<Name>,
}

/// The stages that contacts go through.
#[derive(JsonSchema)]
#[schemars(title = "Lifecycle", deny_unknown_fields)]
pub(super) struct Lifecycle {
    /// The contact property that holds the stage; "lifecyclestage" if left out.
    property: Option<Name>,
    /// The stages, the earliest first.
    #[schemars(length(min = 1, max = 100))]
    stages: Vec<Stage>,
    /// Whose stage nothing here changes, such as customers and partners.
    exclude: Option<ResultFilter>,
}

/// A stage of the lifecycle.
#[derive(JsonSchema)]
#[schemars(title = "Stage", deny_unknown_fields)]
pub(super) struct Stage {
    /// The value of the property. Unique among stages, also without case.
    id: Id,
    /// What people call it; as a value of the property it names the stage, too.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// Who enters it by themselves; nobody, if left out. Of the stages that a contact can enter the latest counts.
    enter_when: Option<ResultFilter>,
}

/// What is done for contacts who come on a list.
#[derive(JsonSchema)]
#[schemars(title = "Workflow", deny_unknown_fields)]
pub(super) struct Workflow {
    /// Unique among workflows.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// False stops it: nobody is enrolled.
    enabled: Option<bool>,
    /// The id of the list whose members are enrolled when they come on it.
    enrol_on: Name,
    /// Whether those are enrolled, too, who are on the list when the workflow starts; false if left out.
    enrol_present: Option<bool>,
    /// Whether a contact who comes back is enrolled again; false if left out.
    re_enrol: Option<bool>,
    /// The ids of lists whose members are not enrolled, and whose enrolment ends.
    suppress: Option<Vec<Name>>,
    /// The id of the list that ends an enrolment: what it was for is reached.
    goal: Option<Name>,
    /// What is done, one after another.
    #[schemars(length(min = 1, max = 100))]
    actions: Vec<Action>,
}

/// What a workflow does: `clear` or `set` a contact property, `notify` somebody, or `call_back` the host.
#[derive(JsonSchema)]
#[schemars(title = "Action", untagged)]
pub(super) enum Action {
    Clear(Clear),
    Set(Set),
    Notify(Notify),
    CallBack(CallBack),
}

/// Takes the value of a contact property away.
#[derive(JsonSchema)]
#[schemars(title = "Clear", deny_unknown_fields)]
pub(super) struct Clear {
    /// The name of the property.
    clear: Name,
}

/// Sets a contact property.
#[derive(JsonSchema)]
#[schemars(title = "Set", deny_unknown_fields)]
pub(super) struct Set {
    /// The name of the property.
    set: Name,
    /// What it is set to: a text, which may have placeholders, a number, true or false.
    to: NewValue,
}

/// Tells somebody.
#[derive(JsonSchema)]
#[schemars(title = "Notify", deny_unknown_fields)]
pub(super) struct Notify {
    /// Whom, or by which way: the host knows what it means.
    notify: Name,
    /// What is said.
    message: Message,
}

/// Calls back the host.
#[derive(JsonSchema)]
#[schemars(title = "Call back", deny_unknown_fields)]
pub(super) struct CallBack {
    /// By which name: the host knows what it means.
    call_back: Name,
    /// What it is given; nothing, if left out.
    with: Option<Message>,
}

/// A text with placeholders such as {{firstname}} or {{company|your company}}: {{id}}, {{stage}}, {{as_of}}, {{score:ID}}, {{band:ID}}, and
/// all others for contact properties.
#[derive(JsonSchema)]
#[schemars(title = "Message")]
pub(super) struct Message(#[schemars(length(max = 10_000))] String);

struct NewValue;

impl JsonSchema for NewValue {
    fn schema_name() -> Cow<'static, str> {
        "NewValue".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "New value",
            "description": "A text, which may have placeholders such as {{firstname}}, a number, true or false.",
            "anyOf": [
                { "type": "string", "pattern": r"\S", "maxLength": 10_000 },
                { "type": "number" },
                { "type": "boolean" }
            ]
        })
    }
}
