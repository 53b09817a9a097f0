//! Scoring: a ruleset and a table of contacts come in, every contact's points and bands come out.
//!
//! A [`Scorer`] is made once per ruleset. It turns the ruleset into a plan (`plan`), binds the plan to a table at an instant
//! (`bind`: every test is decided once per distinct value), and adds up points block by block (`block`). It reads no clock and
//! no format, and all its arithmetic on points is on integers.

mod adding;
pub(crate) mod alone;
pub(crate) mod awarding;
mod bind;
mod block;
pub(crate) mod decay;
mod filters;
pub(crate) mod instants;
mod kept;
mod leaf;
pub(crate) mod many;
mod marks;
mod mask;
mod node;
pub(crate) mod occurrences;
mod plan;
pub(crate) mod property;
pub(crate) mod reading;
mod report;
mod results;
pub(crate) mod scorecard;
pub(crate) mod single;
pub(crate) mod survey;
pub(crate) mod test;
pub(crate) mod value_points;

pub use decay::DecayStep;
pub use kept::Kept;
pub use reading::Needed;
pub use report::{ScoreReport, Unreadable};
pub use results::Results;
pub use scorecard::{Scorecard, ScorecardScore};
pub use single::scorecard;

use crate::contacts::Table;
use crate::contacts::reading::LAST_INSTANT;
use crate::ruleset::Ruleset;
use std::sync::Arc;

/// Scores contacts by a ruleset.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// let ruleset = r#"{ "scores": [ { "id": "fit", "groups": [ { "id": "who", "criteria": [
///     { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 12.5 } ] } ] } ] }"#;
/// let scorer = leadscore::Scorer::new(&ruleset.parse()?);
/// let contact = leadscore::contacts::contact(r#"{ "id": "7", "jobtitle": "VP Sales" }"#, None)?;
/// let as_of = 1_719_748_800_000; // 2024-06-30T12:00:00Z, in milliseconds since the epoch
/// let results = scorer.score(&contact, as_of);
/// assert_eq!(results.hundredths(0), [1250]);
/// # Ok(())
/// # }
/// ```
pub struct Scorer {
    ruleset: Ruleset,
    plan: Arc<plan::Plan>,
}

impl Scorer {
    /// A scorer for a ruleset.
    pub fn new(ruleset: &Ruleset) -> Scorer {
        Scorer { ruleset: ruleset.clone(), plan: Arc::new(plan::Plan::new(ruleset)) }
    }

    /// The ruleset.
    pub fn ruleset(&self) -> &Ruleset {
        &self.ruleset
    }

    /// Scores every contact of a table at an instant, in milliseconds since the epoch, UTC.
    pub fn score(&self, table: &Table, as_of: i64) -> Results {
        self.score_keeping(table, as_of, &mut Kept::nothing())
    }

    /// The same, with what earlier evaluations of this table found out, by this or another ruleset.
    pub fn score_keeping(&self, table: &Table, as_of: i64, kept: &mut Kept) -> Results {
        let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
        kept.begin();
        let bound = bind::Bound::new(&self.plan, table, as_of, kept);
        Results::new(Arc::clone(&self.plan), bound, table, as_of)
    }
}
