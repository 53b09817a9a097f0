//! What a comparison comes to over all contacts: one walk over the points of each score, one over the codes of each band set. Its shape
//! as a document is `ComparisonSummary` in `pkg/index.d.ts`.

use super::{Comparison, Matched};
use crate::ruleset::Points;
use serde::Serialize;

/// What changes, score by score and band set by band set: those of after in their order, then those that only before has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The scores.
    pub scores: Vec<ScoreSummary>,
    /// The bands of scores, and matrices.
    pub bands: Vec<BandSummary>,
}

/// Which of the two have something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they say it themselves")]
pub enum Presence {
    Both,
    Before,
    After,
}

/// What changes in a score. Where only one of the two has it there is nothing to compare, and nobody is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreSummary {
    /// The score's id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Which of the two have it.
    #[serde(rename = "in")]
    pub presence: Presence,
    /// How many contacts have more points than before.
    pub raised: usize,
    /// How many have less.
    pub lowered: usize,
    /// How many have the same.
    pub unchanged: usize,
    /// What the changes add up to.
    pub change: Points,
}

/// What changes in a band set. Where only one of the two has it there is nothing to compare, and nobody is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BandSummary {
    /// The id of the score or matrix.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Which of the two have it.
    #[serde(rename = "in")]
    pub presence: Presence,
    /// From where to where, those that stay included, and only where there are contacts: by `from` and then by `to`, from the highest band to
    /// none.
    pub moves: Vec<Move>,
    /// How many contacts have another band than before.
    pub moved: usize,
}

/// Contacts that had a band and now have another, or the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The band before; none is outside all of them.
    pub from: Option<String>,
    /// The band after.
    pub to: Option<String>,
    /// How many there are.
    pub count: usize,
}

impl Comparison<'_> {
    /// What changes over all contacts.
    pub fn summary(&self) -> Summary {
        Summary {
            scores: self.scores.iter().map(|score| self.score_summary(score)).collect(),
            bands: self.bands.iter().map(|set| self.band_summary(set)).collect(),
        }
    }

    fn score_summary(&self, score: &Matched<'_>) -> ScoreSummary {
        let (before, after) = self.hundredths(score).unwrap_or_default();
        let (mut raised, mut lowered, mut change) = (0, 0, 0_i128);
        for (before, after) in before.iter().zip(after) {
            raised += usize::from(after > before);
            lowered += usize::from(after < before);
            change += i128::from(*after) - i128::from(*before);
        }
        // What no 64-bit number holds stays at their end.
        let change = Points::from_hundredths(change.clamp(i64::MIN.into(), i64::MAX.into()) as i64);
        let unchanged = before.len() - raised - lowered;
        let (id, label) = score.names();
        ScoreSummary { id, label, presence: score.presence(), raised, lowered, unchanged, change }
    }

    fn band_summary(&self, set: &Matched<'_>) -> BandSummary {
        let (id, label) = set.names();
        let mut summary = BandSummary { id, label, presence: set.presence(), moves: Vec::new(), moved: 0 };
        let Some(places) = set.places.both() else { return summary };
        let labels = self.label_moves(places);
        for ((before, after), count) in labels.counts() {
            let (from, to) = (labels.before.name(before), labels.after.name(after));
            summary.moved += if from == to { 0 } else { count };
            summary.moves.push(Move { from: from.map(str::to_owned), to: to.map(str::to_owned), count });
        }
        summary
    }
}

impl Matched<'_> {
    fn names(&self) -> (String, Option<String>) {
        (self.id.to_owned(), self.label.map(str::to_owned))
    }

    fn presence(&self) -> Presence {
        match (self.places.before, self.places.after) {
            (Some(_), Some(_)) => Presence::Both,
            (Some(_), None) => Presence::Before,
            _ => Presence::After,
        }
    }
}
