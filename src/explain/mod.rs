//! Explaining: one contact's scores come in again, with every criterion, met or not, on what evidence, and what time will do to it.
//!
//! The points are the engine's own: each criterion is scored alone, as a ruleset of one, so that a ledger cannot say anything
//! else than the score. Only the words are made here.

mod change;
mod evidence;
mod ledger;
mod missing;
mod wording;

pub use ledger::{
    Evidence, Found, Item, Ledger, LedgerCriterion, LedgerDecay, LedgerGroup, LedgerScore, NextChange, Occurrence,
    Since, Unknown,
};

use crate::contacts::Table;
use crate::contacts::reading::{LAST_INSTANT, instant_text};
use crate::ruleset::{Criterion, Decay, DecayShape, Group, Limit, Points, Rule};
use crate::scoring::{Needed, Scorer, alone};
use evidence::Witness;

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
        if row >= table.rows() {
            return None;
        }
        let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
        let contact = table.contact(row);
        let card = self.score(&contact, as_of).scorecard(&contact, 0)?;
        let witness = Witness { ruleset: self.ruleset(), contact: &contact, as_of };
        let scores = self.ruleset().scores.iter().zip(card.scores).map(|(score, (_, card))| {
            let groups: Vec<_> = score.groups.iter().map(|group| witness.group(group)).collect();
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
        let scores = scores.collect();
        Some(Ledger { id: table.id(row), as_of: instant_text(as_of), scores, bands: card.bands })
    }
}

impl Witness<'_> {
    fn group(&self, group: &Group) -> LedgerGroup {
        let criteria: Vec<_> = group.criteria.iter().map(|criterion| self.criterion(group, criterion)).collect();
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

    fn criterion(&self, group: &Group, criterion: &Criterion) -> LedgerCriterion {
        let decay = criterion.decay.or(group.decay);
        let evidence = match &criterion.rule {
            Rule::Condition { when, .. } => self.filter(when),
            Rule::ByValue { property, values, default, .. } => self.by_value(property, values, *default),
            Rule::ByEvent { events, once_per, award } => {
                self.by_event(events, once_per.as_ref(), award, decay.as_ref())
            }
        };
        let limited = self.alone(criterion, decay, criterion.limit);
        let decayed = self.alone(criterion, decay, Limit::default());
        let raw = self.alone(&without_since(criterion), None, Limit::default());
        let points = |scorer: &Scorer, instant| only_points(scorer, self.contact, instant);
        let raw_points = points(&raw, self.as_of);
        let next =
            change::next_change(self, criterion, decay.as_ref(), raw_points, |instant| points(&limited, instant));
        LedgerCriterion {
            id: criterion.id.clone(),
            label: criterion.label.clone(),
            kind: kind(&criterion.rule),
            enabled: criterion.enabled,
            met: evidence.met,
            points: points(&limited, self.as_of),
            raw_points,
            after_decay: points(&decayed, self.as_of),
            limit: criterion.limit,
            decay: decay.map(|decay| self.decay(&decay, &criterion.rule)),
            missing: missing::missing(&criterion.rule, &evidence),
            evidence,
            next_change: next.map(|(at, points)| NextChange { at: instant_text(at), points }),
        }
    }

    /// A scorer for one criterion alone.
    fn alone(&self, criterion: &Criterion, decay: Option<Decay>, limit: Limit) -> Scorer {
        alone::scorer(self.ruleset, Criterion { decay, limit, ..criterion.clone() })
    }

    fn decay(&self, decay: &Decay, rule: &Rule) -> LedgerDecay {
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

fn only_points(scorer: &Scorer, contact: &Table, instant: i64) -> Points {
    Points::from_hundredths(scorer.score(contact, instant).hundredths(0).first().copied().unwrap_or(0))
}

/// Without decay there is nothing to date.
fn without_since(criterion: &Criterion) -> Criterion {
    let mut criterion = criterion.clone();
    if let Rule::Condition { since, .. } | Rule::ByValue { since, .. } = &mut criterion.rule {
        *since = None;
    }
    criterion
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
