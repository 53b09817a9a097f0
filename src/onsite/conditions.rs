//! Conditions of `data-leadscore-show` and `data-leadscore-hide`: `band:SQL`, `fit:A`, `points>=50`, `fit>=12.5`.
//!
//! In: an attribute's text, the ruleset and a scorecard. Out: whether one of the conditions holds. Spaces separate conditions; a label
//! with spaces stands in quotes: `band:'Very warm'`. It knows nothing of the page.

use super::card::band_of;
use crate::ruleset::{BandSet, ScoreBands};
use crate::{Points, Ruleset, Scorecard};

/// Whether one of the conditions holds; nothing holds for nobody. An error is the condition that means nothing in the ruleset.
pub(super) fn holds(text: &str, ruleset: &Ruleset, card: Option<&Scorecard>) -> Result<bool, String> {
    let mut any = false;
    for condition in conditions(text) {
        any |= meets(&condition, ruleset, card).ok_or(condition)?;
    }
    Ok(any)
}

fn meets(condition: &str, ruleset: &Ruleset, card: Option<&Scorecard>) -> Option<bool> {
    if let Some((set, label)) = condition.split_once(':') {
        let (set, bands) = band_set(ruleset, set)?;
        return can_be(bands, label).then(|| card.and_then(|card| band_of(card, set)) == Some(label));
    }
    let (id, least) = condition.split_once('>')?;
    let least = points(least.strip_prefix('=')?)?;
    let score = score_id(ruleset, id)?;
    let points = card.and_then(|card| points_of(card, score));
    Some(points.is_some_and(|points| points >= least))
}

/// Whether a label is among the bands of a set.
fn can_be(bands: &BandSet, label: &str) -> bool {
    let has = |bands: &ScoreBands, label: &str| bands.ranges.iter().any(|range| range.label == label);
    match bands {
        BandSet::Score(bands) => has(bands, label),
        BandSet::Matrix { rows, columns, .. } => {
            rows.ranges.iter().any(|row| label.strip_prefix(&*row.label).is_some_and(|column| has(columns, column)))
        }
    }
}

/// Points with at most two decimals. The ruleset's own reading has ways to write them that nobody writes here, and weighs more.
fn points(text: &str) -> Option<Points> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    if whole.is_empty() || decimals.is_empty() || decimals.len() > 2 {
        return None;
    }
    let zeros = "00".get(decimals.len()..)?;
    let mut hundredths: i64 = 0;
    for byte in whole.bytes().chain(decimals.bytes()).chain(zeros.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        hundredths = hundredths.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
    }
    Some(Points::from_hundredths(sign * hundredths))
}

/// The band set of an id; `band` is the first, unless it is an id.
pub(super) fn band_set<'a>(ruleset: &'a Ruleset, id: &str) -> Option<(&'a str, &'a BandSet)> {
    let id_of = |set: &'a BandSet| match set {
        BandSet::Score(bands) => ruleset.scores.get(bands.score).map_or("", |score| score.id.as_str()),
        BandSet::Matrix { id, .. } => id.as_str(),
    };
    let found = ruleset.bands.iter().find(|set| id_of(set) == id);
    let set = found.or_else(|| ruleset.bands.first().filter(|_| id == "band"))?;
    Some((id_of(set), set))
}

/// The score of an id; `points` is the first, unless it is an id.
pub(super) fn score_id<'a>(ruleset: &'a Ruleset, id: &str) -> Option<&'a str> {
    let found = ruleset.scores.iter().find(|score| score.id == id);
    Some(&found.or_else(|| ruleset.scores.first().filter(|_| id == "points"))?.id)
}

/// The points of a score.
pub(super) fn points_of(card: &Scorecard, score: &str) -> Option<Points> {
    card.scores.iter().find(|(id, _)| id == score).map(|(_, score)| score.points)
}

fn conditions(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut condition = String::new();
    let mut quote = None;
    for character in text.chars() {
        match character {
            _ if quote == Some(character) => quote = None,
            '"' | '\'' if quote.is_none() && condition.ends_with(':') => quote = Some(character),
            ' ' | '\t' | '\n' | '\r' if quote.is_none() => found.push(std::mem::take(&mut condition)),
            _ => condition.push(character),
        }
    }
    found.push(condition);
    found.retain(|condition| !condition.is_empty());
    found
}
