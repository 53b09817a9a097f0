//! The document down to its criteria, as types. What stands at a field is what an editor shows.
#![allow(dead_code, reason = "the types are described and never made")]

use super::automation::{Lifecycle, List, Workflow};
use super::filters::{BandFilter, EventFilter, Filter};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// Which criteria give how many points to a contact, and what a score is called.
#[derive(JsonSchema)]
#[schemars(title = "Ruleset", deny_unknown_fields)]
pub(super) struct Ruleset {
    /// What people call the ruleset.
    name: Option<String>,
    /// The version of this format: 1.
    #[schemars(extend("const" = 1))]
    version: Option<u32>,
    /// Texts that stand for "no value" in every property, such as "Select" or "N/A". Compared without case.
    unknown_values: Option<Vec<String>>,
    /// What is known of contact properties, by their names.
    properties: Option<BTreeMap<String, Property>>,
    /// The scores, such as fit and engagement.
    #[schemars(length(min = 1, max = 100))]
    scores: Vec<Score>,
    /// Labels for ranges of a score, or for the cells of two.
    bands: Option<Vec<BandSet>>,
    /// Contacts that belong together: those who meet a filter, or those who are named.
    #[schemars(length(max = 1_000))]
    lists: Option<Vec<List>>,
    /// The stages that contacts go through.
    lifecycle: Option<Lifecycle>,
    /// What is done for contacts who come on a list.
    #[schemars(length(max = 1_000))]
    workflows: Option<Vec<Workflow>>,
}

/// What is known of a contact property.
#[derive(JsonSchema)]
#[schemars(title = "Property", deny_unknown_fields)]
struct Property {
    /// What its values are. It changes nothing but the check, which warns of operators that do not suit it.
    #[schemars(rename = "type")]
    kind: Option<PropertyKind>,
    /// What people call it.
    label: Option<String>,
    /// Other names under which a file may hold it.
    aliases: Option<Vec<Name>>,
    /// Texts that stand for "no value" in this property. Compared without case.
    unknown_values: Option<Vec<String>>,
}

/// What the values of a property are.
#[derive(JsonSchema)]
#[schemars(title = "Type", rename_all = "snake_case")]
enum PropertyKind {
    Text,
    Number,
    Boolean,
    Time,
    List,
}

/// A text that is not blank.
#[derive(JsonSchema)]
#[schemars(title = "Name")]
pub(super) struct Name(#[schemars(regex(pattern = r"\S"))] String);

/// 1 to 64 characters of A-Z a-z 0-9 _ - . that begin with a letter or digit.
#[derive(JsonSchema)]
#[schemars(title = "Id")]
pub(super) struct Id(#[schemars(regex(pattern = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"))] String);

/// Points with at most two decimals.
#[derive(JsonSchema)]
#[schemars(title = "Points")]
pub(super) struct Points(#[schemars(range(min = -1_000_000, max = 1_000_000))] f64);

/// Days of 24 hours.
#[derive(JsonSchema)]
#[schemars(title = "Days")]
pub(super) struct Days(#[schemars(range(min = 0, max = 100_000))] u32);

/// A number of events.
#[derive(JsonSchema)]
#[schemars(title = "Count")]
pub(super) struct Count(#[schemars(range(min = 0, max = 1_000_000_000))] u32);

/// One score, such as fit or engagement.
#[derive(JsonSchema)]
#[schemars(title = "Score", deny_unknown_fields)]
struct Score {
    /// Unique in the ruleset.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// The least and the most that its groups may come to together.
    limit: Option<Limit>,
    /// The range that is also shown as 0 to 100.
    rescale: Option<Rescale>,
    /// Its groups.
    groups: Vec<Group>,
}

/// Criteria that share a limit or a decay.
#[derive(JsonSchema)]
#[schemars(title = "Group", deny_unknown_fields)]
struct Group {
    /// Unique in its score.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// The least and the most that its criteria may come to together.
    limit: Option<Limit>,
    /// How the points of its criteria shrink with time, unless a criterion has a decay of its own.
    decay: Option<Decay>,
    /// Its criteria, at most 10,000 in a ruleset.
    criteria: Vec<Criterion>,
}

/// The least and the most that something may come to; either or both.
#[derive(JsonSchema)]
#[schemars(title = "Limit", deny_unknown_fields, extend("minProperties" = 1))]
struct Limit {
    /// The least.
    min: Option<Points>,
    /// The most.
    max: Option<Points>,
}

/// The range of points that is shown as 0 to 100.
#[derive(JsonSchema)]
#[schemars(title = "Rescale", deny_unknown_fields)]
struct Rescale {
    /// Shown as 0.
    from: Points,
    /// Shown as 100; above `from`.
    to: Points,
}

/// How points shrink with time, step by step.
#[derive(JsonSchema)]
#[schemars(title = "Decay", deny_unknown_fields)]
struct Decay {
    /// How much each whole interval takes, with at most two decimals.
    #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 100))]
    percent: f64,
    /// The interval, in days of 24 hours.
    #[schemars(range(min = 1, max = 100_000))]
    every_days: u32,
    /// `linear` takes the percentage of the points at the start, `compound` of what is left. Linear if left out.
    shape: Option<DecayShape>,
}

/// Of what the percentage of a decay is taken.
#[derive(JsonSchema)]
#[schemars(title = "Shape of a decay", rename_all = "snake_case")]
enum DecayShape {
    Linear,
    Compound,
}

/// One rule with points, of one of three kinds: with `when` a condition, with `property` and `values` by value, with
/// `event` by event.
#[derive(JsonSchema)]
#[schemars(title = "Criterion", untagged)]
enum Criterion {
    Condition(Condition),
    ByValue(ByValue),
    ByEvent(ByEvent),
}

/// Points while a filter is true.
#[derive(JsonSchema)]
#[schemars(title = "Condition", deny_unknown_fields, extend("dependentRequired" = { "decay": ["since"] }))]
struct Condition {
    /// Unique in its score.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// False mutes it: it gives 0.
    enabled: Option<bool>,
    /// The least and the most that it may come to, after decay.
    limit: Option<Limit>,
    /// How its points shrink with time, instead of the group's decay. Needs `since`.
    decay: Option<Decay>,
    /// What is to be true of the contact.
    when: Filter,
    /// What it gives while the filter is true.
    points: Points,
    /// The property that holds the time from which its points decay.
    since: Option<Name>,
}

/// Points by the value of a property.
#[derive(JsonSchema)]
#[schemars(title = "Criterion by value", deny_unknown_fields, extend("dependentRequired" = { "decay": ["since"] }))]
struct ByValue {
    /// Unique in its score.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// False mutes it: it gives 0.
    enabled: Option<bool>,
    /// The least and the most that it may come to, after decay.
    limit: Option<Limit>,
    /// How its points shrink with time, instead of the group's decay. Needs `since`.
    decay: Option<Decay>,
    /// The property.
    property: Name,
    /// Points by value, compared without case. A list has the points of each of its items.
    values: BTreeMap<String, Points>,
    /// What a value gives that is not listed; 0 if left out.
    default: Option<Points>,
    /// The property that holds the time from which its points decay.
    since: Option<Name>,
}

/// Points by the events of a type: `points` for each, or `frequency` by how many there are.
#[derive(JsonSchema)]
#[schemars(
    title = "Criterion by event",
    deny_unknown_fields,
    extend("oneOf" = [
        { "required": ["points"] },
        { "required": ["frequency"], "not": { "required": ["max_occurrences"] } }
    ])
)]
struct ByEvent {
    /// Unique in its score.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// What people should know about it.
    note: Option<String>,
    /// False mutes it: it gives 0.
    enabled: Option<bool>,
    /// The least and the most that it may come to, after decay.
    limit: Option<Limit>,
    /// How the points of each occurrence shrink from its own time, instead of the group's decay.
    decay: Option<Decay>,
    /// The type of the events, such as "page_view".
    event: Name,
    /// What is to be true of an event.
    #[schemars(rename = "where")]
    filter: Option<EventFilter>,
    /// How many days before the instant of evaluation events count; without it, all.
    within_days: Option<Days>,
    /// "day": those of one UTC day are one. Else an event property: those with one value of it are one.
    once_per: Option<Name>,
    /// What every occurrence gives.
    points: Option<Points>,
    /// Only the latest so many occurrences count.
    max_occurrences: Option<Count>,
    /// Points by how many occurrences there are. Ranges do not overlap.
    #[schemars(length(min = 1, max = 1_000))]
    frequency: Option<Vec<FrequencyRange>>,
}

/// What a number of occurrences gives.
#[derive(JsonSchema)]
#[schemars(title = "Frequency range", deny_unknown_fields)]
struct FrequencyRange {
    /// The least number, included.
    #[schemars(range(min = 1, max = 1_000_000_000))]
    from: u32,
    /// The greatest number, included; without end if left out.
    #[schemars(range(min = 1, max = 1_000_000_000))]
    to: Option<u32>,
    /// What it gives.
    points: Points,
}

/// Labels for ranges of one score, or for the cells of two.
#[derive(JsonSchema)]
#[schemars(title = "Band set", untagged)]
enum BandSet {
    Score(ScoreBands),
    Matrix(Matrix),
}

/// Labels for ranges of one score. At most one such band set a score.
#[derive(JsonSchema)]
#[schemars(title = "Bands of a score", deny_unknown_fields)]
struct ScoreBands {
    /// The id of the score.
    score: Name,
    /// The ranges, in whatever order. Of those that fit, the one with the highest `at_least` gives the band.
    #[schemars(length(min = 1, max = 1_000))]
    ranges: Vec<BandRange>,
}

/// Labels for the cells of two scores: the label of the row followed by that of the column, such as A1.
#[derive(JsonSchema)]
#[schemars(title = "Matrix", deny_unknown_fields)]
struct Matrix {
    /// Unique among matrices and scores.
    id: Id,
    /// What people call it.
    label: Option<String>,
    /// The first part of the label.
    rows: MatrixSide,
    /// The second part of the label.
    columns: MatrixSide,
}

/// The rows or columns of a matrix.
#[derive(JsonSchema)]
#[schemars(title = "Side of a matrix", deny_unknown_fields)]
struct MatrixSide {
    /// The id of the score.
    score: Name,
    /// The ranges, in whatever order. Of those that fit, the one with the highest `at_least` gives the band.
    #[schemars(length(min = 1, max = 1_000))]
    ranges: Vec<BandRange>,
}

/// A range of points with its label. Without an upper end it reaches up to the lowest `at_least` above its own.
#[derive(JsonSchema)]
#[schemars(title = "Band range", deny_unknown_fields, extend("not" = { "required": ["at_most", "below"] }))]
struct BandRange {
    /// The band.
    label: Name,
    /// The least points, included.
    at_least: Option<Points>,
    /// The most points, included.
    at_most: Option<Points>,
    /// The end, not included.
    below: Option<Points>,
    /// What is to be true of a contact that may have the band.
    when: Option<BandFilter>,
}
