//! The shortest ways of a contact to the next band: which criteria, changed together, would lead there.
//!
//! In: a scorer, and a contact of a table at an instant. Out: documents. What the contact has now, what a change would give and which band
//! the outcome has, the engine says: limits, decay and the `when` of bands are in it.

mod changes;
mod search;

use crate::contacts::Table;
use crate::contacts::reading::LAST_INSTANT;
use crate::ruleset::{BandRange, BandSet, Filter, Group, Limit, Points, Rule, Ruleset, Score, ScoreBands};
use crate::scoring::survey::{Surveyed, survey};
use crate::scoring::{Kept, Scorer, alone};
use changes::{Candidate, Situation, What};
use search::{Search, Standing, Step};
use serde::Serialize;

/// At most so many ways to a band.
const MOST_WAYS: usize = 5;
/// Of at most so many steps.
const MOST_STEPS: usize = 3;
/// Of how many the engine is asked which band they lead to.
const MOST_ASKED: usize = 50;

/// The next band of a contact by one score, and how it would get there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NextBand {
    /// The id of the score.
    pub score: String,
    /// The band now.
    pub band: Option<String>,
    /// The next one.
    pub next: String,
    /// The points at which it begins.
    pub next_at: Points,
    /// The points now.
    pub points: Points,
    /// How many are missing; none where the points are there and the band's `when` is not met.
    pub points_short: Points,
    /// The shortest first, at most five: those of the fewest steps, of these those that lead to the fewest points.
    pub ways: Vec<Way>,
}

/// Steps that together lead to the next band or beyond; none of them could be left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Way {
    /// The points to which it leads.
    pub points: Points,
    /// At most three, those that add most alone first.
    pub steps: Vec<WayStep>,
}

/// One criterion that changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WayStep {
    /// The id of the score.
    pub score: String,
    /// The id of the group.
    pub group: String,
    /// The id of the criterion.
    pub criterion: String,
    /// What changes.
    pub change: WayChange,
    /// What it adds to the score, alone: nothing, where a limit lets it count only with others.
    pub points: Points,
    /// The value, where that changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// How many further occurrences, where there are more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occurrences: Option<u32>,
}

/// What changes about a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WayChange {
    /// It is met.
    Meet,
    /// It is not met any more.
    NoLongerMeet,
    /// What it counts happens again, now, once or more often.
    OneMore,
    /// The property has another value.
    Value,
}

impl Scorer {
    /// The shortest ways of a contact of a table to the next band of each score that has bands, at an instant, in milliseconds since the
    /// epoch. A score of which the contact has the last band is left out. Nothing if there is no such row.
    ///
    /// What a way changes happens now, so that nothing of it has decayed. Criteria are taken one by one: if a change of the contact would
    /// make another criterion true as well, it leads still further.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let ruleset = r#"{
    ///     "scores": [{ "id": "lead", "groups": [{ "id": "web", "criteria": [
    ///         { "id": "visits", "event": "page_view", "points": 3, "max_occurrences": 5 },
    ///         { "id": "demo", "event": "demo_request", "points": 30 } ] }] }],
    ///     "bands": [{ "score": "lead", "ranges": [{ "label": "MQL", "at_least": 10 }, { "label": "SQL", "at_least": 50 }] }] }"#;
    /// let scorer = leadscore::Scorer::new(&ruleset.parse()?);
    /// let contact = leadscore::contacts::contact(
    ///     r#"{ "id": "7", "events": [{ "type": "page_view", "time": "2024-06-30" }] }"#, None)?;
    /// let next = &scorer.ways(&contact, 0, 1_719_748_800_000).expect("there is one contact")[0];
    /// assert_eq!((next.next.as_str(), next.points_short.to_string()), ("MQL", "7".to_owned()));
    /// let steps: Vec<_> = next.ways.iter().map(|way| (way.steps[0].criterion.as_str(), way.steps[0].occurrences)).collect();
    /// assert_eq!(steps, [("visits", Some(3)), ("demo", Some(1))]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn ways(&self, table: &Table, row: usize, as_of: i64) -> Option<Vec<NextBand>> {
        if row >= table.rows() {
            return None;
        }
        let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
        let contact = table.contact(row);
        let found = survey(self.ruleset(), &contact, as_of, None, &Kept::nothing());
        let situation = Situation { scorer: self, contact: &contact, as_of };
        let sets = self.ruleset().bands.iter().filter_map(|set| match set {
            BandSet::Score(bands) => Some(bands),
            BandSet::Matrix { .. } => None,
        });
        Some(sets.filter_map(|bands| Journey::new(&situation, &found, bands)?.next_band()).collect())
    }
}

/// A contact between two bands of a score.
struct Journey<'a> {
    situation: &'a Situation<'a>,
    found: &'a Surveyed,
    bands: &'a ScoreBands,
    score: &'a Score,
    /// As the engine tries them: the highest first.
    ranges: Vec<&'a BandRange>,
    points: Points,
}

impl<'a> Journey<'a> {
    fn new(situation: &'a Situation<'a>, found: &'a Surveyed, bands: &'a ScoreBands) -> Option<Journey<'a>> {
        let score = situation.scorer.ruleset().scores.get(bands.score)?;
        let mut ranges: Vec<&BandRange> = bands.ranges.iter().collect();
        ranges.sort_by_key(|range| std::cmp::Reverse(range.range.at_least));
        let points = found.scores.get(bands.score)?.points();
        Some(Journey { situation, found, bands, score, ranges, points })
    }

    /// The next band, unless there is none above.
    fn next_band(&self) -> Option<NextBand> {
        let (_, now) = self.arrive(&[(Limit::default(), self.points)], Limit::default());
        let band = now.and_then(|place| self.ranges.get(place)).map(|range| range.label.clone());
        let above = self.ranges.iter().enumerate().take(now.unwrap_or(self.ranges.len())).filter(|(_, range)| {
            range.range.below.is_none_or(|end| self.points < end) && Some(&range.label) != band.as_ref()
        });
        // Of ranges that begin alike the one that is tried last comes first here, as it does from below.
        let begin = |(place, range): (usize, &&BandRange)| Some((place, range.range.at_least?));
        let (mut next, at) = above.rev().find_map(begin)?;
        // If the engine has another one there, because of what they ask for beside points, it is that.
        let (_, there) = self.arrive(&[(Limit::default(), at)], Limit::default());
        next = there.filter(|place| *place < next && self.is_other(*place, band.as_deref())).unwrap_or(next);
        let label = self.ranges.get(next)?.label.clone();
        let short = at.hundredths().saturating_sub(self.points.hundredths()).max(0);
        let ways = if short > 0 { self.ways(next, band.as_deref()) } else { Vec::new() };
        Some(NextBand {
            score: self.score.id.clone(),
            band,
            next: label,
            next_at: at,
            points: self.points,
            points_short: Points::from_hundredths(short),
            ways,
        })
    }

    /// Whether the range at this place is another band.
    fn is_other(&self, place: usize, band: Option<&str>) -> bool {
        self.ranges.get(place).is_some_and(|range| Some(range.label.as_str()) != band)
    }

    /// The ways from a band to the range at this place, or to one above it.
    fn ways(&self, next: usize, band: Option<&str>) -> Vec<Way> {
        let (standing, candidates) = self.standing();
        let goals = self.ranges.get(..=next).unwrap_or(&[]);
        let is_enough = |points: Points| goals.iter().any(|goal| goal.range.contains(points));
        let search = Search { standing: &standing, is_enough: &is_enough };
        let mut ways: Vec<Way> = Vec::new();
        let mut asked = 0;
        for size in 1..=MOST_STEPS {
            for steps in search.sets(&candidates, size) {
                if ways.len() >= MOST_WAYS || asked >= MOST_ASKED {
                    return ways;
                }
                asked += 1;
                let (points, there) = self.arrive(&standing.groups_after(&steps), self.score.limit);
                if there.is_some_and(|place| place <= next && self.is_other(place, band)) {
                    let mut steps: Vec<WayStep> = steps.iter().map(|step| self.step(&standing, step)).collect();
                    steps.sort_by_key(|step| std::cmp::Reverse(step.points));
                    ways.push(Way { points, steps });
                }
            }
        }
        ways
    }

    /// The score as it is, and what could change about it, what gives most first.
    fn standing(&self) -> (Standing<'a>, Vec<Candidate<'a>>) {
        let before = self.situation.scorer.ruleset().scores.iter().take(self.bands.score);
        let groups_before = before.clone().map(|score| score.groups.len()).sum();
        let criteria_before = before.flat_map(|score| &score.groups).map(|group| group.criteria.len()).sum();
        let groups = self.found.groups.iter().skip(groups_before).take(self.score.groups.len());
        let standing = Standing::new(self.score, groups.map(|sums| sums.before_limit().hundredths()).collect());
        let criteria = self.score.groups.iter().enumerate();
        let criteria =
            criteria.flat_map(|(place, group)| group.criteria.iter().map(move |criterion| (place, group, criterion)));
        let found = self.found.met.iter().zip(&self.found.criteria).skip(criteria_before);
        let mut candidates: Vec<Candidate<'a>> = criteria
            .zip(found)
            .filter_map(|((place, group, criterion), (met, sums))| {
                self.situation.candidate(place, group, criterion, *met > 0, sums.points().hundredths())
            })
            .collect();
        candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.most()));
        (standing, candidates)
    }

    fn step(&self, standing: &Standing<'_>, step: &Step<'_, '_>) -> WayStep {
        let (candidate, change) = step;
        let alone = standing.points_after(std::slice::from_ref(step)).hundredths();
        let (kind, value, occurrences) = match &change.what {
            What::Meet => (WayChange::Meet, None, None),
            What::NoLongerMeet => (WayChange::NoLongerMeet, None, None),
            What::Occurrences(more) => (WayChange::OneMore, None, Some(*more)),
            What::Value(value) => (WayChange::Value, Some(value.clone()), None),
        };
        WayStep {
            score: self.score.id.clone(),
            group: self.score.groups.get(candidate.group).map(|group| group.id.clone()).unwrap_or_default(),
            criterion: candidate.criterion.id.clone(),
            change: kind,
            points: Points::from_hundredths(alone.saturating_sub(self.points.hundredths())),
            value,
            occurrences,
        }
    }

    /// Asks the engine what the score comes to, and which range it falls into, if its groups come to this before their limits and all
    /// other scores stay as they are.
    fn arrive(&self, groups: &[(Limit, Points)], limit: Limit) -> (Points, Option<usize>) {
        let ruleset = self.situation.scorer.ruleset();
        let scores = ruleset.scores.iter().zip(&self.found.scores).enumerate().map(|(place, (score, sums))| {
            let own = place == self.bands.score;
            let as_it_is = [(Limit::default(), sums.points())];
            let groups = if own { groups } else { &as_it_is[..] };
            let groups = groups.iter().map(|(limit, points)| giving(*points, *limit)).collect();
            Score { limit: if own { limit } else { Limit::default() }, groups, ..bare(score) }
        });
        let asked = Ruleset {
            unknown_values: ruleset.unknown_values.clone(),
            properties: ruleset.properties.clone(),
            scores: scores.collect(),
            bands: vec![BandSet::Score(self.bands.clone())],
            ..Ruleset::default()
        };
        let results = Scorer::new(&asked).score(self.situation.contact, self.situation.as_of);
        let points = results.hundredths(self.bands.score).first().copied().unwrap_or(0);
        let code = results.band_codes(0).first().copied().unwrap_or(0) as usize;
        (Points::from_hundredths(points), code.checked_sub(1))
    }
}

/// A score without anything in it.
fn bare(score: &Score) -> Score {
    Score { id: score.id.clone(), label: None, note: None, limit: Limit::default(), rescale: None, groups: Vec::new() }
}

/// A group that gives these points, inside its limit, to everybody.
fn giving(points: Points, limit: Limit) -> Group {
    let always = Rule::Condition { when: Filter::All(Vec::new()), points, since: None };
    Group { limit, ..alone::group(alone::criterion(always)) }
}
