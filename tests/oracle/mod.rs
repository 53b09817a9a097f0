//! The oracle: a second, plain interpreter of rulesets, read straight off `pkg/RULESET.md`, to hold the engine against.
//!
//! In: a valid ruleset as JSON, one contact, the instant. Out: the scorecard as JSON, and what each criterion gives. It shares no
//! code with the crate and reads the ruleset anew for every contact: slow and obvious is its whole merit.

#![allow(dead_code, unused_imports, reason = "each test binary uses a part")]

mod contact;
mod criteria;
mod filters;
mod instants;
mod points;
mod values;

pub use contact::{Contact, Event, Properties};
pub use instants::{DAY, instant};
pub use points::{hundredths, number};
pub use values::{items_of, text_of};

use points::clamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What one contact is judged by, at one instant.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub ruleset: &'a Value,
    pub contact: &'a Contact,
    pub as_of: i64,
}

/// The hundredths that each criterion gives, by the ids of its score and itself.
pub type CriterionPoints = BTreeMap<(String, String), i64>;

impl Case<'_> {
    /// The scorecard, in the shape that the package documents.
    pub fn scorecard(&self) -> Value {
        let totals: Vec<i64> = list(self.ruleset, "scores").iter().map(|score| self.score(score)).collect();
        let mut scores = Map::new();
        for (score, total) in list(self.ruleset, "scores").iter().zip(&totals) {
            let groups: Map<String, Value> =
                list(score, "groups").iter().map(|group| (id(group), number(self.group(group)))).collect();
            let mut card = json!({ "points": number(*total), "groups": groups });
            if let Some(rescale) = score.get("rescale") {
                card["rescaled"] = number(points::rescaled(*total, rescale));
            }
            scores.insert(id(score), card);
        }
        let mut matrices = Map::new();
        for set in list(self.ruleset, "bands") {
            if set.get("rows").is_some() {
                let (row, column) = (self.band(&set["rows"]), self.band(&set["columns"]));
                let label = row.zip(column).map(|(row, column)| row + &column);
                matrices.insert(id(set), json!(label));
            } else {
                scores[text(set, "score")]["band"] = json!(self.band(set));
            }
        }
        let mut card = json!({ "id": self.contact.name(), "scores": scores });
        if !matrices.is_empty() {
            card["bands"] = Value::Object(matrices);
        }
        card
    }

    /// What each criterion gives, after decay and its own limit.
    pub fn criterion_points(&self) -> CriterionPoints {
        let mut given = CriterionPoints::new();
        for score in list(self.ruleset, "scores") {
            for group in list(score, "groups") {
                for criterion in list(group, "criteria") {
                    given.insert((id(score), id(criterion)), self.criterion(criterion, group.get("decay")));
                }
            }
        }
        given
    }

    fn score(&self, score: &Value) -> i64 {
        let sum = list(score, "groups").iter().map(|group| self.group(group)).sum();
        clamp(sum, score.get("limit"))
    }

    fn group(&self, group: &Value) -> i64 {
        let decay = group.get("decay");
        let sum = list(group, "criteria").iter().map(|criterion| self.criterion(criterion, decay)).sum();
        clamp(sum, group.get("limit"))
    }

    /// The points of the score with this id.
    fn score_by_id(&self, wanted: &str) -> i64 {
        let score = list(self.ruleset, "scores").iter().find(|score| id(score) == wanted);
        self.score(score.expect("a valid ruleset names scores that are there"))
    }

    /// The label of the range that fits and begins highest; one without a beginning comes last, of equals the first.
    fn band(&self, set: &Value) -> Option<String> {
        let total = self.score_by_id(text(set, "score"));
        let mut best: Option<(Option<i64>, &str)> = None;
        for range in list(set, "ranges") {
            let least = range.get("at_least").map(hundredths);
            let fits = least.is_none_or(|least| total >= least)
                && range.get("at_most").is_none_or(|most| total <= hundredths(most))
                && range.get("below").is_none_or(|end| total < hundredths(end))
                && range.get("when").is_none_or(|filter| self.is_true(filter));
            if fits && best.is_none_or(|(highest, _)| least > highest) {
                best = Some((least, text(range, "label")));
            }
        }
        best.map(|(_, label)| label.to_string())
    }
}

/// The list under a key; an empty one if there is none.
pub fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object.get(key).map_or(&[], |value| value.as_array().expect("a list"))
}

/// The text under a key.
pub fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object[key].as_str().expect("a text")
}

/// The id of a score, group, criterion or matrix.
pub fn id(object: &Value) -> String {
    text(object, "id").to_string()
}
