//! Why a contact has its scores, as a document. Its shape is `Ledger` in `pkg/index.d.ts`.

use crate::ruleset::{Limit, Points};
use crate::scoring::scorecard::as_map;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;

/// Why a contact has its scores: every criterion, met or not. The points of criteria add up to those of groups, and these to scores.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ledger {
    /// The contact's id; `row N` where it has none.
    pub id: String,
    /// The instant of the evaluation, ISO 8601 in UTC.
    pub as_of: String,
    /// In the ruleset's order.
    pub scores: Vec<LedgerScore>,
    /// The bands of matrices by their id.
    #[serde(serialize_with = "as_map", skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<(String, Option<String>)>,
}

/// One score of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerScore {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Limits applied.
    pub points: Points,
    /// The sum of the groups' points.
    pub before_limit: Points,
    /// Its limit, if it has one.
    #[serde(serialize_with = "as_limit", skip_serializing_if = "Limit::is_none")]
    pub limit: Limit,
    /// On the scale 0 to 100, if the ruleset rescales it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rescaled: Option<Points>,
    /// The band, if the score has bands; `Some(None)` outside all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Option<String>>,
    /// Its groups.
    pub groups: Vec<LedgerGroup>,
}

/// One group of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerGroup {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Limits applied.
    pub points: Points,
    /// The sum of the criteria's points.
    pub before_limit: Points,
    /// Its limit, if it has one.
    #[serde(serialize_with = "as_limit", skip_serializing_if = "Limit::is_none")]
    pub limit: Limit,
    /// Its criteria.
    pub criteria: Vec<LedgerCriterion>,
}

/// One criterion of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerCriterion {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// `condition`, `by_value` or `by_event`.
    pub kind: &'static str,
    /// A muted criterion gives nothing.
    pub enabled: bool,
    /// Whether the contact meets it.
    pub met: bool,
    /// What it adds to its group: after decay and its own limit.
    pub points: Points,
    /// Before decay.
    pub raw_points: Points,
    /// After decay, before its own limit.
    pub after_decay: Points,
    /// Its limit, if it has one.
    #[serde(serialize_with = "as_limit", skip_serializing_if = "Limit::is_none")]
    pub limit: Limit,
    /// Its decay, its own or its group's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decay: Option<LedgerDecay>,
    /// What was found.
    pub evidence: Evidence,
    /// What it would take to meet it; empty if it is met.
    pub missing: Vec<String>,
    /// When its points change next by the passing of time alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_change: Option<NextChange>,
}

/// A decay, as the ruleset says it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerDecay {
    /// How much each interval takes.
    pub percent: Points,
    /// The interval, in days.
    pub every_days: u32,
    /// `linear` or `compound`.
    pub shape: &'static str,
    /// From when the points decay, if not from each event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
}

/// The property that holds the time from which points decay, and that time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Since {
    /// The property.
    pub property: String,
    /// The time, ISO 8601 in UTC; nothing if it is unknown, and then there are no points.
    pub time: Option<String>,
}

/// When points change next by the passing of time alone, and to what.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NextChange {
    /// The first instant with other points, ISO 8601 in UTC.
    pub at: String,
    /// The points from then on.
    pub points: Points,
}

/// What was found of a contact, whether that meets the test, and a sentence that says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// Whether it meets the test.
    pub met: bool,
    /// A sentence.
    pub text: String,
    /// The facts.
    #[serde(flatten)]
    pub found: Found,
}

/// The facts behind a sentence of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "test", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are described in pkg/index.d.ts")]
pub enum Found {
    All {
        parts: Vec<Evidence>,
    },
    Any {
        parts: Vec<Evidence>,
    },
    Not {
        parts: Vec<Evidence>,
    },
    Property {
        property: String,
        operator: &'static str,
        operand: Value,
        value: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        unknown: Option<Unknown>,
    },
    Event {
        event: String,
        count: usize,
        at_least: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        at_most: Option<u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        within_days: Option<u32>,
    },
    Value {
        property: String,
        value: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        unknown: Option<Unknown>,
        items: Vec<Item>,
    },
    Occurrences {
        event: String,
        count: usize,
        found: usize,
        #[serde(skip_serializing_if = "Option::is_none")]
        within_days: Option<u32>,
        occurrences: Vec<Occurrence>,
    },
}

/// Why a value counts as unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// There is none.
    Missing,
    /// The ruleset declares that it stands for none.
    Declared,
    /// The operator cannot read it.
    Unreadable,
}

/// One distinct item of a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// In lower case.
    pub item: String,
    /// What it gives.
    pub points: Points,
    /// Whether the criterion lists it.
    pub listed: bool,
}

/// An event that counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Occurrence {
    /// ISO 8601 in UTC.
    pub time: String,
    /// What it gives after decay; nothing where a frequency gives the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
}

fn as_limit<S: Serializer>(limit: &Limit, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some(min) = limit.min {
        map.serialize_entry("min", &min)?;
    }
    if let Some(max) = limit.max {
        map.serialize_entry("max", &max)?;
    }
    map.end()
}
