//! Filters as types. A property test has a schema for each operator, made from the table of operators.
#![allow(dead_code, reason = "the types are described and never made")]

use super::document::{Count, Days, Name, Points};
use crate::ruleset::model::{Comparison, DaysOperator, ListOperator, TextOperator};
use crate::ruleset::operator::{OPERATORS, OperatorKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// What is true or false of a contact: all, any, not, or a test of a property or of events.
#[derive(JsonSchema)]
#[schemars(title = "Filter", untagged, deny_unknown_fields)]
pub(super) enum Filter {
    /// Every one is true.
    #[schemars(title = "All")]
    All {
        /// Filters of which every one is to be true.
        all: Vec<Filter>,
    },
    /// At least one is true.
    #[schemars(title = "Any")]
    Any {
        /// Filters of which one is to be true.
        any: Vec<Filter>,
    },
    /// It is not true.
    #[schemars(title = "Not")]
    Not {
        /// The filter that is not to be true.
        not: Box<Filter>,
    },
    Property(PropertyTest),
    Event(EventTest),
}

/// What is true or false of an event: all, any, not, or a test of one of its properties.
#[derive(JsonSchema)]
#[schemars(title = "Filter of events", untagged, deny_unknown_fields)]
pub(super) enum EventFilter {
    /// Every one is true.
    #[schemars(title = "All")]
    All {
        /// Filters of which every one is to be true.
        all: Vec<EventFilter>,
    },
    /// At least one is true.
    #[schemars(title = "Any")]
    Any {
        /// Filters of which one is to be true.
        any: Vec<EventFilter>,
    },
    /// It is not true.
    #[schemars(title = "Not")]
    Not {
        /// The filter that is not to be true.
        not: Box<EventFilter>,
    },
    Property(PropertyTest),
}

/// What is true or false of a contact whose scores are known.
#[derive(JsonSchema)]
#[schemars(title = "Filter of bands", untagged, deny_unknown_fields)]
pub(super) enum BandFilter {
    /// Every one is true.
    #[schemars(title = "All")]
    All {
        /// Filters of which every one is to be true.
        all: Vec<BandFilter>,
    },
    /// At least one is true.
    #[schemars(title = "Any")]
    Any {
        /// Filters of which one is to be true.
        any: Vec<BandFilter>,
    },
    /// It is not true.
    #[schemars(title = "Not")]
    Not {
        /// The filter that is not to be true.
        not: Box<BandFilter>,
    },
    Property(PropertyTest),
    Event(EventTest),
    Score(ScoreTest),
}

/// What is true or false of a contact whose scores and bands are known.
#[derive(JsonSchema)]
#[schemars(title = "Filter of results", untagged, deny_unknown_fields)]
pub(super) enum ResultFilter {
    /// Every one is true.
    #[schemars(title = "All")]
    All {
        /// Filters of which every one is to be true.
        all: Vec<ResultFilter>,
    },
    /// At least one is true.
    #[schemars(title = "Any")]
    Any {
        /// Filters of which one is to be true.
        any: Vec<ResultFilter>,
    },
    /// It is not true.
    #[schemars(title = "Not")]
    Not {
        /// The filter that is not to be true.
        not: Box<ResultFilter>,
    },
    Property(PropertyTest),
    Event(EventTest),
    Score(ScoreTest),
    Band(BandTest),
    Stage(StageTest),
    List(ListTest),
}

/// Counts the events of a type. With no number it asks for at least one.
#[derive(JsonSchema)]
#[schemars(
    title = "Event test",
    deny_unknown_fields,
    extend("allOf" = [
        { "not": { "required": ["exactly", "at_least"] } },
        { "not": { "required": ["exactly", "at_most"] } }
    ])
)]
pub(super) struct EventTest {
    /// The type of the events, such as "page_view".
    event: Name,
    /// What is to be true of an event.
    #[schemars(rename = "where")]
    filter: Option<EventFilter>,
    /// How many days before the instant of evaluation events count; without it, all.
    within_days: Option<Days>,
    /// The least number.
    at_least: Option<Count>,
    /// The greatest number. By itself it is true of contacts without such events.
    at_most: Option<Count>,
    /// The number; 0 asks for none.
    exactly: Option<Count>,
}

/// Holds a score against one or two ends.
#[derive(JsonSchema)]
#[schemars(
    title = "Score test",
    deny_unknown_fields,
    extend(
        "anyOf" = [{ "required": ["at_least"] }, { "required": ["at_most"] }, { "required": ["below"] }],
        "not" = { "required": ["at_most", "below"] }
    )
)]
pub(super) struct ScoreTest {
    /// The id of the score.
    score: Name,
    /// The least points, included.
    at_least: Option<Points>,
    /// The most points, included.
    at_most: Option<Points>,
    /// The end, not included.
    below: Option<Points>,
}

/// Asks for the band that a contact has.
#[derive(JsonSchema)]
#[schemars(
    title = "Band test",
    deny_unknown_fields,
    extend("oneOf" = [{ "required": ["is_any_of"] }, { "required": ["is_none_of"] }])
)]
pub(super) struct BandTest {
    /// The id of a score with bands, or of a matrix.
    band: Name,
    /// The bands of which one is to be had; null is to have none.
    is_any_of: Option<Bands>,
    /// The bands of which none is to be had; null is to have none.
    is_none_of: Option<Bands>,
}

/// A band, null for no band, or a list of these.
struct Bands;

impl JsonSchema for Bands {
    fn schema_name() -> Cow<'static, str> {
        "Bands".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_or_several("Band", "No band", "A band, null for no band, or a list of these.")
    }
}

/// A name, null for none, or a list of these. Null is a choice here, and not what may be left out: it is written so that it stays.
fn one_or_several(title: &str, title_of_none: &str, description: &str) -> Schema {
    let one = json!({ "anyOf": [{ "type": "string", "title": title }, { "enum": [null], "title": title_of_none }] });
    json_schema!({
        "title": format!("{title}s"),
        "description": description,
        "anyOf": [one, { "type": "array", "items": one, "minItems": 1, "maxItems": 1000 }]
    })
}

/// Asks for the stage that a contact is at.
#[derive(JsonSchema)]
#[schemars(title = "Stage test", deny_unknown_fields)]
pub(super) struct StageTest {
    /// The stages of which one is to be had, by id or label; null is to have none.
    stage: Stages,
}

/// A stage, null for no stage, or a list of these.
struct Stages;

impl JsonSchema for Stages {
    fn schema_name() -> Cow<'static, str> {
        "Stages".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_or_several("Stage", "No stage", "A stage, null for no stage, or a list of these.")
    }
}

/// Asks for the members of a list.
#[derive(JsonSchema)]
#[schemars(title = "List test", deny_unknown_fields)]
pub(super) struct ListTest {
    /// The id of the list.
    list: Name,
}

/// A property and one operator with its operand.
pub(super) struct PropertyTest;

impl JsonSchema for PropertyTest {
    fn schema_name() -> Cow<'static, str> {
        "PropertyTest".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let kinds: Vec<Value> = OPERATORS.iter().map(|(key, kind)| of_operator(key, *kind, generator)).collect();
        json_schema!({
            "title": "Property test",
            "description": "A property and one operator with its operand. A test of an unknown value is false, unless it \
                            says `\"include_unknown\": true`.",
            "anyOf": kinds
        })
    }
}

fn of_operator(key: &str, kind: OperatorKind, generator: &mut SchemaGenerator) -> Value {
    let description = description(kind);
    let mut property = generator.subschema_for::<Name>();
    property.insert("description".to_owned(), json!("The name of the property."));
    let mut operand = operand(kind);
    operand.insert("description".to_owned(), json!(description));
    let mut test = json!({
        "title": key,
        "description": description,
        "type": "object",
        "properties": { "property": property, (key): operand },
        "required": ["property", key],
        "additionalProperties": false
    });
    if !matches!(kind, OperatorKind::IsKnown | OperatorKind::IsUnknown)
        && let Some(properties) = test.get_mut("properties").and_then(Value::as_object_mut)
    {
        let include_unknown =
            json!({ "type": "boolean", "description": "Whether an unknown value meets the test; false if left out." });
        properties.insert("include_unknown".to_owned(), include_unknown);
    }
    test
}

fn operand(kind: OperatorKind) -> Schema {
    let text = json!({ "type": "string", "pattern": r"\S" });
    let (number, boolean) = (json!({ "type": "number" }), json!({ "type": "boolean" }));
    let time = json!({ "anyOf": [text, { "type": "integer" }] });
    let list_of = |item: &Value| json!({ "type": "array", "items": item, "minItems": 1 });
    match kind {
        OperatorKind::IsKnown | OperatorKind::IsUnknown => json_schema!({ "const": true }),
        OperatorKind::IsEqualTo | OperatorKind::IsNotEqualTo => json_schema!({
            "anyOf": [text, number, boolean, list_of(&text), list_of(&number), list_of(&boolean)]
        }),
        OperatorKind::Text(TextOperator::MatchesRegex) => {
            let regex = json!({ "type": "string", "pattern": r"\S", "maxLength": 1000 });
            json_schema!({ "anyOf": [regex, list_of(&regex)] })
        }
        OperatorKind::Text(_) => json_schema!({ "anyOf": [text, list_of(&text)] }),
        OperatorKind::Compare(_) => json_schema!({ "type": "number" }),
        OperatorKind::Between { .. } => {
            let two = |item: &Value| json!({ "type": "array", "items": item, "minItems": 2, "maxItems": 2 });
            json_schema!({ "anyOf": [two(&number), two(&text)] })
        }
        OperatorKind::IsBefore | OperatorKind::IsAfter => json_schema!({ "anyOf": [time] }),
        OperatorKind::Days(_) => json_schema!({ "type": "integer", "minimum": 0, "maximum": 100_000 }),
        OperatorKind::List(_) => {
            let item = json!({ "anyOf": [text, number, boolean] });
            json_schema!({ "anyOf": [item, list_of(&item)] })
        }
    }
}

fn description(kind: OperatorKind) -> &'static str {
    match kind {
        OperatorKind::IsKnown => "There is a value.",
        OperatorKind::IsUnknown => "There is no value.",
        OperatorKind::IsEqualTo => "The value equals any one. Texts compare without case.",
        OperatorKind::IsNotEqualTo => "The value equals none. Texts compare without case.",
        OperatorKind::Text(operator) => match operator {
            TextOperator::Contains => "Any one occurs in the value, also inside words.",
            TextOperator::DoesNotContain => "None occurs in the value, also inside words.",
            TextOperator::ContainsWord => "Any one occurs in the value as whole words.",
            TextOperator::DoesNotContainWord => "None occurs in the value as whole words.",
            TextOperator::StartsWith => "The value starts with any one.",
            TextOperator::EndsWith => "The value ends with any one.",
            TextOperator::MatchesRegex => "Any one of the regular expressions is found in the value.",
        },
        OperatorKind::Compare(comparison) => match comparison {
            Comparison::IsGreaterThan => "The value is a number greater than this.",
            Comparison::IsGreaterThanOrEqualTo => "The value is a number greater than this or equal to it.",
            Comparison::IsLessThan => "The value is a number less than this.",
            Comparison::IsLessThanOrEqualTo => "The value is a number less than this or equal to it.",
        },
        OperatorKind::Between { negated: false } => "The value is between two numbers or two times, both included.",
        OperatorKind::Between { negated: true } => "The value is not between two numbers or two times, both included.",
        OperatorKind::IsBefore => "The value is a time before this one.",
        OperatorKind::IsAfter => "The value is a time after this one.",
        OperatorKind::Days(operator) => match operator {
            DaysOperator::IsLessThanXDaysAgo => "The value is a time in the last so many days.",
            DaysOperator::IsMoreThanXDaysAgo => "The value is a time before the last so many days.",
            DaysOperator::IsLessThanXDaysFromNow => "The value is a time in the next so many days.",
            DaysOperator::IsMoreThanXDaysFromNow => "The value is a time after the next so many days.",
        },
        OperatorKind::List(operator) => match operator {
            ListOperator::IsAnyOf => "Any item of the value is among these.",
            ListOperator::IsNoneOf => "No item of the value is among these.",
            ListOperator::ContainsAll => "All of these are among the items of the value.",
            ListOperator::DoesNotContainAll => "Not all of these are among the items of the value.",
            ListOperator::IsExactly => "The items of the value are these, in any order.",
            ListOperator::IsNotExactly => "The items of the value are not these.",
        },
    }
}
