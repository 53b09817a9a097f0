//! Fields that carry what is known into a form: `data-leadscore-field`.
//!
//! In: a field's mark, and what is known of the visitor. Out: its value.

use super::card::band_of;
use super::conditions::{band_set, points_of, score_id};
use crate::{Points, Ruleset, Scorecard};

/// Names of fields, and the contact properties that they stand for.
const PROPERTIES: [(&str, &str); 8] = [
    ("source", "hs_analytics_source"),
    ("latest_source", "hs_latest_source"),
    ("first_page", "hs_analytics_first_url"),
    ("last_page", "hs_analytics_last_url"),
    ("first_referrer", "hs_analytics_first_referrer"),
    ("page_views", "hs_analytics_num_page_views"),
    ("visits", "hs_analytics_num_visits"),
    ("suspect", "leadscore_suspect"),
];

/// What fields are filled with.
pub(super) struct Known<'a> {
    pub(super) ruleset: &'a Ruleset,
    pub(super) card: Option<&'a Scorecard>,
    /// The ledger as JSON, once it has been asked for.
    pub(super) ledger: Option<&'a str>,
    pub(super) property: &'a dyn Fn(&str) -> Option<String>,
}

impl Known<'_> {
    /// The value of a field; `None` if the field means nothing, an empty text if there is nothing to say.
    pub(super) fn value(&self, field: &str) -> Option<String> {
        let (kind, id) = field.split_once(':').unwrap_or((field, ""));
        let or = |default| if id.is_empty() { default } else { id };
        match kind {
            "score" => {
                let score = score_id(self.ruleset, or("points"))?;
                return Some(
                    self.card.and_then(|card| points_of(card, score)).map_or_else(String::new, Points::to_text),
                );
            }
            "band" => {
                let (set, _) = band_set(self.ruleset, or("band"))?;
                return Some(self.card.and_then(|card| band_of(card, set)).unwrap_or_default().to_owned());
            }
            "property" => return (self.property)(id).or_else(|| (!id.is_empty()).then(String::new)),
            _ => {}
        }
        match field {
            "ledger" => Some(self.ledger.unwrap_or_default().to_owned()),
            "reasons" => Some(self.card.map_or_else(String::new, |card| reasons(self.ruleset, card))),
            _ => {
                let (_, property) = PROPERTIES.iter().find(|(name, _)| *name == field)?;
                Some((self.property)(property).unwrap_or_default())
            }
        }
    }
}

/// The groups that gave or took points, the most first: `Engagement 25, Company 10`.
fn reasons(ruleset: &Ruleset, card: &Scorecard) -> String {
    let mut found: Vec<(Points, &str)> = Vec::new();
    for (id, score) in &card.scores {
        let of_rules = ruleset.scores.iter().find(|score| score.id == *id);
        for (id, points) in score.groups.iter().filter(|(_, points)| *points != Points::ZERO) {
            let group = of_rules.and_then(|score| score.groups.iter().find(|group| group.id == *id));
            let label = group.and_then(|group| group.label.as_deref()).unwrap_or(id);
            let place = found.iter().position(|(other, _)| other < points).unwrap_or(found.len());
            found.insert(place, (*points, label));
        }
    }
    let mut text = String::new();
    for (points, label) in found {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(label);
        text.push(' ');
        text.push_str(&points.to_text());
    }
    text
}
