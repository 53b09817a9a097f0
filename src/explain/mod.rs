//! Explaining: one contact's scores come in again, with every criterion, met or not, on what evidence, and what time will do to it.
//!
//! The points come from [`scoring::scorecard`](crate::scoring::scorecard)'s walk over the criteria of one contact; only the words are made here.

mod change;
mod evidence;
mod ledger;
mod missing;
mod wording;

pub use ledger::{
    Evidence, Found, Item, Ledger, LedgerCriterion, LedgerDecay, LedgerGroup, LedgerScore, NextChange, Occurrence,
    Since, Unknown,
};
pub(crate) use wording::quoted;

use crate::contacts::Table;
use crate::contacts::reading::{LAST_INSTANT, instant_text};
use crate::ruleset::{Criterion, Decay, DecayShape, Group, Points, Rule, Ruleset};
use crate::scoring::single::Single;
use crate::scoring::{Needed, Scorer};

impl Scorer {
    /// Why a contact of a table has its scores at an instant, in milliseconds since the epoch. Nothing if there is no such row.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let ruleset = r#"{ "scores": [ { "id": "fit", "groups": [ { "id": "who", "criteria": [
    ///     { "id": "vp", "when": { "property": "jobtitle", "contains_word": ["head", "vp"] }, "points": 12.5 } ] } ] } ] }"#;
    /// let scorer = leadscore::Scorer::new(&ruleset.parse()?);
    /// let contact = leadscore::contacts::contact(r#"{ "id": "7", "jobtitle": "VP Sales" }"#, None)?;
    /// let ledger = scorer.explain(&contact, 0, 1_719_748_800_000).expect("there is one contact");
    /// let criterion = &ledger.scores[0].groups[0].criteria[0];
    /// assert_eq!(criterion.points.to_string(), "12.5");
    /// assert_eq!(criterion.evidence.text, "jobtitle 'VP Sales' contains the word 'vp'");
    /// # Ok(())
    /// # }
    /// ```
    pub fn explain(&self, table: &Table, row: usize, as_of: i64) -> Option<Ledger> {
        (row < table.rows()).then(|| ledger(self.ruleset(), &table.contact(row), as_of))
    }
}

/// Why the contact of a table of one row has its scores at an instant, in milliseconds since the epoch.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// let ruleset = r#"{ "scores": [ { "id": "fit", "groups": [ { "id": "who", "criteria": [
///     { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 12.5 } ] } ] } ] }"#.parse()?;
/// let contact = leadscore::contacts::contact(r#"{ "id": "7", "jobtitle": "VP Sales" }"#, None)?;
/// let ledger = leadscore::explain::ledger(&ruleset, &contact, 1_719_748_800_000);
/// assert_eq!(ledger.scores[0].points.to_string(), "12.5");
/// # Ok(())
/// # }
/// ```
pub fn ledger(ruleset: &Ruleset, contact: &Table, as_of: i64) -> Ledger {
    let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
    let single = Single { ruleset, contact, as_of };
    let card = single.scorecard();
    let scores = ruleset.scores.iter().zip(card.scores).map(|(score, (_, card))| {
        let groups: Vec<_> = score.groups.iter().map(|group| single.ledger_group(group)).collect();
        LedgerScore {
            id: score.id.clone(),
            label: score.label.clone(),
            points: card.points,
            before_limit: groups.iter().map(|group| group.points).sum(),
            limit: score.limit,
            rescaled: card.rescaled,
            band: card.band,
            groups,
        }
    });
    Ledger { id: contact.id(0), as_of: instant_text(as_of), scores: scores.collect(), bands: card.bands }
}

impl Single<'_> {
    fn ledger_group(&self, group: &Group) -> LedgerGroup {
        let criteria: Vec<_> = group.criteria.iter().map(|criterion| self.ledger_criterion(group, criterion)).collect();
        let before_limit = criteria.iter().map(|criterion| criterion.points).sum();
        LedgerGroup {
            id: group.id.clone(),
            label: group.label.clone(),
            points: group.limit.clamp(before_limit),
            before_limit,
            limit: group.limit,
            criteria,
        }
    }

    fn ledger_criterion(&self, group: &Group, criterion: &Criterion) -> LedgerCriterion {
        let decay = criterion.decay.or(group.decay);
        let evidence = match &criterion.rule {
            Rule::Condition { when, .. } => self.evidence(when),
            Rule::ByValue { property, values, default, .. } => self.value_evidence(property, values, *default),
            Rule::ByEvent { events, once_per, award } => {
                self.event_evidence(events, once_per.as_ref(), award, decay.as_ref())
            }
        };
        let prepared = self.criterion(criterion, decay);
        let limited = |instant| self.limited(criterion, &prepared, instant);
        let raw_points = self.criterion(criterion, None).points(self.as_of);
        let next = change::next_change(self, criterion, decay.as_ref(), raw_points, limited);
        LedgerCriterion {
            id: criterion.id.clone(),
            label: criterion.label.clone(),
            kind: kind(&criterion.rule),
            enabled: criterion.enabled,
            met: evidence.met,
            points: limited(self.as_of),
            raw_points,
            after_decay: prepared.points(self.as_of),
            limit: criterion.limit,
            decay: decay.map(|decay| self.ledger_decay(&decay, &criterion.rule)),
            missing: missing::missing(&criterion.rule, &evidence),
            evidence,
            next_change: next.map(|(at, points)| NextChange { at: instant_text(at), points }),
        }
    }

    fn ledger_decay(&self, decay: &Decay, rule: &Rule) -> LedgerDecay {
        let since = match rule {
            Rule::Condition { since, .. } | Rule::ByValue { since, .. } => since.as_ref(),
            Rule::ByEvent { .. } => None,
        };
        LedgerDecay {
            percent: Points::from_hundredths(decay.basis_points.into()),
            every_days: decay.every_days,
            shape: match decay.shape {
                DecayShape::Linear => "linear",
                DecayShape::Compound => "compound",
            },
            since: since
                .map(|property| Since { property: property.clone(), time: self.time(property).map(instant_text) }),
        }
    }
}

fn kind(rule: &Rule) -> &'static str {
    match rule {
        Rule::Condition { .. } => "condition",
        Rule::ByValue { .. } => "by_value",
        Rule::ByEvent { .. } => "by_event",
    }
}

impl Needed {
    fn word(self) -> &'static str {
        match self {
            Needed::Number => "number",
            Needed::Boolean => "truth value",
            Needed::Time => "time",
        }
    }
}
