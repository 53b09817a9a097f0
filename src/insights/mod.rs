//! What rules do over many contacts: how many meet each criterion, what criteria, groups and scores give, what limits change, and how many
//! contacts have each band.
//!
//! In: contacts that were scored, and a filter. Out: documents. What meeting a criterion is, and what it gives, the engine says; a
//! ledger of each contact would add up to the same.

mod bands;

pub use bands::BandCount;

use crate::listing::ScoredContacts;
use crate::ruleset::{Criterion, Group, Points, ResultFilter, Score};
use crate::scoring::Kept;
use crate::scoring::survey::{Sums, Surveyed, survey};
use serde::Serialize;

/// What each criterion, group and score does over some contacts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Insights {
    /// How many contacts it is about.
    pub contacts: usize,
    /// In the ruleset's order.
    pub scores: Vec<ScoreInsights>,
}

/// What a score does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreInsights {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The sum over the contacts, limits applied.
    pub points: Points,
    /// The sum of what the groups give.
    pub before_limit: Points,
    /// How many contacts have other points because of its limit.
    pub limited: usize,
    /// Its groups.
    pub groups: Vec<GroupInsights>,
}

/// What a group does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupInsights {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The sum over the contacts, limits applied.
    pub points: Points,
    /// The sum of what the criteria give.
    pub before_limit: Points,
    /// How many contacts have other points because of its limit.
    pub limited: usize,
    /// Its criteria.
    pub criteria: Vec<CriterionInsights>,
}

/// What a criterion does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionInsights {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// A muted criterion gives nothing.
    pub enabled: bool,
    /// How many contacts meet it; of a muted one, how many would.
    pub met: usize,
    /// The sum of what it adds to its group.
    pub points: Points,
    /// The same before its own limit.
    pub before_limit: Points,
    /// How many contacts have other points because of its own limit.
    pub limited: usize,
    /// The first criterion before it that the very same contacts meet; none where nobody or everybody meets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_contacts_as: Option<CriterionName>,
}

/// A criterion, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionName {
    /// The id of its score.
    pub score: String,
    /// Its id.
    pub criterion: String,
}

impl ScoredContacts<'_> {
    /// What each criterion, group and score does over the contacts that meet a filter, or all of them.
    ///
    /// ```
    /// use leadscore::listing::ScoredContacts;
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [{ "id": "who", "limit": { "max": 12 }, "criteria": [
    ///     { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 10 },
    ///     { "id": "leader", "when": { "property": "jobtitle", "is_any_of": ["VP Sales", "CEO"] }, "points": 5 },
    ///     { "id": "gone", "when": { "property": "status", "is_equal_to": "gone" }, "points": -5 } ] }] }] }"#;
    /// let scorer = leadscore::Scorer::new(&ruleset.parse()?);
    /// let contacts = leadscore::contacts::read(b"id,jobtitle\n7,VP Sales\n8,Intern\n9,VP\n", None, &Default::default())?;
    /// let results = scorer.score(&contacts.table, 0);
    ///
    /// let insights = ScoredContacts::new(&scorer, &contacts.table, &results).insights(None);
    /// let group = &insights.scores[0].groups[0];
    /// assert_eq!(group.criteria.iter().map(|criterion| criterion.met).collect::<Vec<_>>(), [2, 1, 0]);
    /// assert_eq!((group.before_limit.to_string(), group.points.to_string(), group.limited), ("25".into(), "22".into(), 1));
    /// # Ok(())
    /// # }
    /// ```
    pub fn insights(&self, filter: Option<&ResultFilter>) -> Insights {
        // What a group and its criteria ask in common is found out once in any case.
        self.insights_keeping(filter, &Kept::default())
    }

    /// The same, with what evaluations of this table found out.
    pub fn insights_keeping(&self, filter: Option<&ResultFilter>, kept: &Kept) -> Insights {
        let ruleset = self.scorer.ruleset();
        let wanted = filter.map(|filter| self.matching(filter));
        let surveyed = survey(ruleset, self.table, self.results.as_of(), wanted.as_deref(), kept);
        let criteria = ruleset.scores.iter().flat_map(|score| {
            score.groups.iter().flat_map(|group| &group.criteria).map(move |criterion| (score, criterion))
        });
        let mut told = Telling { groups: 0, criteria: 0, names: criteria.collect(), surveyed: &surveyed };
        let scores = ruleset.scores.iter().zip(&surveyed.scores).map(|(score, sums)| told.score(score, sums));
        Insights { contacts: surveyed.contacts, scores: scores.collect() }
    }
}

/// What a survey found, told in order.
struct Telling<'a> {
    groups: usize,
    criteria: usize,
    names: Vec<(&'a Score, &'a Criterion)>,
    surveyed: &'a Surveyed,
}

impl Telling<'_> {
    fn score(&mut self, score: &Score, sums: &Sums) -> ScoreInsights {
        ScoreInsights {
            id: score.id.clone(),
            label: score.label.clone(),
            points: sums.points(),
            before_limit: sums.before_limit(),
            limited: sums.limited,
            groups: score.groups.iter().map(|group| self.group(group)).collect(),
        }
    }

    fn group(&mut self, group: &Group) -> GroupInsights {
        let sums = self.surveyed.groups.get(self.groups).copied().unwrap_or_default();
        self.groups += 1;
        GroupInsights {
            id: group.id.clone(),
            label: group.label.clone(),
            points: sums.points(),
            before_limit: sums.before_limit(),
            limited: sums.limited,
            criteria: group.criteria.iter().map(|criterion| self.criterion(criterion)).collect(),
        }
    }

    fn criterion(&mut self, criterion: &Criterion) -> CriterionInsights {
        let place = self.criteria;
        self.criteria += 1;
        let sums = self.surveyed.criteria.get(place).copied().unwrap_or_default();
        let met = self.surveyed.met.get(place).copied().unwrap_or(0);
        CriterionInsights {
            id: criterion.id.clone(),
            label: criterion.label.clone(),
            enabled: criterion.enabled,
            met,
            points: sums.points(),
            before_limit: sums.before_limit(),
            limited: sums.limited,
            same_contacts_as: self.alike(place).filter(|_| met > 0 && met < self.surveyed.contacts),
        }
    }

    /// The first criterion before this one that the very same contacts meet.
    fn alike(&self, place: usize) -> Option<CriterionName> {
        let first = self.surveyed.alike.get(place).filter(|first| **first != place)?;
        let (score, criterion) = self.names.get(*first)?;
        Some(CriterionName { score: score.id.clone(), criterion: criterion.id.clone() })
    }
}
