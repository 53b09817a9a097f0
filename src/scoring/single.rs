//! One contact, scored straight from the ruleset, criterion by criterion.
//!
//! In: a ruleset, a table of one row, an instant. Out: its scorecard, and what ledgers are made of. Here nothing is planned, bound or kept, as
//! it pays for many contacts: the walk over filters and groups is the plain one. What is decided of a value, which events count, what they
//! give and what decay leaves is decided by the very code that scores tables; property tests hold the two walks against each other.

use super::awarding::Awarding;
use super::decay::left_after;
use super::occurrences::{Once, Selection, decided_at};
use super::property::PlannedProperty;
use super::reading::Reading;
use super::scorecard::{Scorecard, ScorecardScore};
use super::test::Test;
use super::value_points::ValuePoints;
use crate::contacts::Table;
use crate::contacts::reading::{DAY, LAST_INSTANT};
use crate::ruleset::{
    BandRange, BandSet, Criterion, Decay, EventSelection, EventTest, Filter, Group, OncePer, Points, Rule, Ruleset,
    ScoreBands, ScoreTest,
};

/// The scorecard of the contact of a table of one row at an instant, in milliseconds since the epoch: what a
/// [`Scorer`](super::Scorer) gives, without what that prepares for many.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// let ruleset = r#"{ "scores": [ { "id": "fit", "groups": [ { "id": "who", "criteria": [
///     { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 12.5 } ] } ] } ] }"#.parse()?;
/// let contact = leadscore::contacts::contact(r#"{ "id": "7", "jobtitle": "VP Sales" }"#, None)?;
/// let card = leadscore::scoring::scorecard(&ruleset, &contact, 1_719_748_800_000);
/// assert_eq!(card.scores[0].1.points.to_string(), "12.5");
/// # Ok(())
/// # }
/// ```
pub fn scorecard(ruleset: &Ruleset, contact: &Table, as_of: i64) -> Scorecard {
    Single { ruleset, contact, as_of: as_of.clamp(-LAST_INSTANT, LAST_INSTANT) }.scorecard()
}

/// One contact at an instant: a table of one row.
pub(crate) struct Single<'a> {
    pub(crate) ruleset: &'a Ruleset,
    pub(crate) contact: &'a Table,
    pub(crate) as_of: i64,
}

/// A filter over one contact, ready for any instant.
pub(crate) enum Prepared<'a> {
    All(Vec<Prepared<'a>>),
    Any(Vec<Prepared<'a>>),
    Not(Box<Prepared<'a>>),
    Property(Test, Option<Reading<'a>>),
    Event(&'a EventTest),
    Score(&'a ScoreTest),
}

/// A criterion of one contact, ready for any instant.
pub(crate) struct PreparedCriterion<'a> {
    single: &'a Single<'a>,
    rule: PreparedRule<'a>,
}

enum PreparedRule<'a> {
    Muted,
    Condition { when: Prepared<'a>, points: Points, decays: Option<(Decay, Option<i64>)> },
    ByValue { points: Points, decays: Option<(Decay, Option<i64>)> },
    ByEvent { events: &'a EventSelection, once_per: Option<&'a OncePer>, awarding: Awarding },
}

impl<'a> Single<'a> {
    pub(crate) fn scorecard(&self) -> Scorecard {
        self.scorecard_of(&mut |criterion, decay| {
            self.limited(criterion, &self.criterion(criterion, decay), self.as_of)
        })
    }

    /// The scorecard from what each criterion gives, with the decay that holds for it. They are asked for in the ruleset's order.
    pub(crate) fn scorecard_of(&self, points: &mut dyn FnMut(&Criterion, Option<Decay>) -> Points) -> Scorecard {
        let scores = self.ruleset.scores.iter().map(|score| {
            let mut of_group = |group: &Group| {
                let of_criteria = group.criteria.iter().map(|own| points(own, own.decay.or(group.decay)));
                group.limit.clamp(of_criteria.sum())
            };
            let groups: Vec<_> = score.groups.iter().map(|group| (group.id.clone(), of_group(group))).collect();
            let points = score.limit.clamp(groups.iter().map(|(_, points)| *points).sum());
            let rescaled = score.rescale.map(|rescale| rescale.of(points));
            (score.id.clone(), ScorecardScore { points, rescaled, band: None, groups })
        });
        let mut card = Scorecard { id: self.contact.id(0), scores: scores.collect(), bands: Vec::new() };
        self.add_bands(&mut card);
        card
    }

    /// Gives a scorecard its bands, which follow from its points.
    fn add_bands(&self, card: &mut Scorecard) {
        let points: Vec<Points> = card.scores.iter().map(|(_, score)| score.points).collect();
        for set in &self.ruleset.bands {
            match set {
                BandSet::Score(bands) => {
                    let band = self.band(bands, &points).map(|range| range.label.clone());
                    card.scores.get_mut(bands.score).into_iter().for_each(|(_, score)| score.band = Some(band.clone()));
                }
                BandSet::Matrix { id, rows, columns, .. } => {
                    let cell = self.band(rows, &points).zip(self.band(columns, &points));
                    let label = cell.map(|(row, column)| [row.label.as_str(), &column.label].concat());
                    card.bands.push((id.clone(), label));
                }
            }
        }
    }

    /// Of the ranges that fit the one that begins highest, of those that begin alike the first.
    fn band<'r>(&self, bands: &'r ScoreBands, points: &[Points]) -> Option<&'r BandRange> {
        let own = points.get(bands.score).copied().unwrap_or_default();
        let mut best: Option<&BandRange> = None;
        for range in bands.ranges.iter().filter(|range| range.range.contains(own)) {
            let begins_higher = best.is_none_or(|best| range.range.at_least > best.range.at_least);
            if begins_higher
                && range.when.as_ref().is_none_or(|when| self.prepare(when).is_met(self, self.as_of, points))
            {
                best = Some(range);
            }
        }
        best
    }

    /// What a criterion gives at an instant, after its limit. One that is muted gives nothing, whatever its limit.
    pub(crate) fn limited(&self, criterion: &Criterion, prepared: &PreparedCriterion<'_>, as_of: i64) -> Points {
        if criterion.enabled { criterion.limit.clamp(prepared.points(as_of)) } else { Points::ZERO }
    }

    /// A criterion with the decay that holds for it, ready for any instant.
    pub(crate) fn criterion(&'a self, criterion: &'a Criterion, decay: Option<Decay>) -> PreparedCriterion<'a> {
        let since =
            |since: &Option<String>| decay.map(|decay| (decay, since.as_deref().and_then(|since| self.time(since))));
        let rule = match &criterion.rule {
            _ if !criterion.enabled => PreparedRule::Muted,
            Rule::Condition { when, points, since: own } => {
                PreparedRule::Condition { when: self.prepare(when), points: *points, decays: since(own) }
            }
            Rule::ByValue { property, values, default, since: own } => {
                let points = ValuePoints::new(values, *default).of(self.value(property).ok().as_ref());
                PreparedRule::ByValue { points, decays: since(own) }
            }
            Rule::ByEvent { events, once_per, award } => {
                let awarding = Awarding::new(award, decay.as_ref());
                PreparedRule::ByEvent { events, once_per: once_per.as_ref(), awarding }
            }
        };
        PreparedCriterion { single: self, rule }
    }

    /// The value of a property; else the text of the one that the ruleset says stands for no value, if there is one.
    pub(crate) fn value(&self, property: &str) -> Result<Reading<'a>, Option<String>> {
        let planned = PlannedProperty::new(self.ruleset, property);
        let column = self.contact.column(property, planned.aliases.iter().map(String::as_str));
        match column.and_then(|column| Reading::new(column, *column.codes().first()?)) {
            Some(value) if !planned.declares_unknown(&value) => Ok(value),
            declared => Err(declared.map(|value| value.text().to_owned())),
        }
    }

    /// The time that a property holds.
    pub(crate) fn time(&self, property: &str) -> Option<i64> {
        self.value(property).ok()?.time()
    }

    /// The events that count at an instant.
    pub(crate) fn selection(&self, events: &EventSelection, as_of: i64) -> Selection<'a> {
        Selection::new(events, self.contact.events(), as_of, &decided_at(as_of))
    }

    pub(crate) fn prepare(&'a self, filter: &'a Filter) -> Prepared<'a> {
        let each = |filters: &'a [Filter]| filters.iter().map(|filter| self.prepare(filter)).collect::<Vec<_>>();
        match filter {
            Filter::All(filters) => Prepared::All(each(filters)),
            Filter::Any(filters) => Prepared::Any(each(filters)),
            Filter::Not(filter) => Prepared::Not(Box::new(self.prepare(filter))),
            Filter::Property(test) => Prepared::Property(Test::new(test), self.value(&test.property).ok()),
            Filter::Event(test) => Prepared::Event(test),
            Filter::Score(test) => Prepared::Score(test),
        }
    }
}

impl Prepared<'_> {
    /// Whether the contact meets the filter; `points` are its scores, where they are known.
    pub(crate) fn is_met(&self, single: &Single<'_>, as_of: i64, points: &[Points]) -> bool {
        match self {
            Prepared::All(filters) => filters.iter().all(|filter| filter.is_met(single, as_of, points)),
            Prepared::Any(filters) => filters.iter().any(|filter| filter.is_met(single, as_of, points)),
            Prepared::Not(filter) => !filter.is_met(single, as_of, points),
            Prepared::Property(test, value) => test.holds(value.as_ref(), as_of),
            Prepared::Event(test) => test.holds(single.selection(&test.events, as_of).of(0).count()),
            Prepared::Score(test) => points.get(test.score).is_some_and(|points| test.range.contains(*points)),
        }
    }
}

impl PreparedCriterion<'_> {
    /// What the criterion gives at an instant, before its limit.
    pub(crate) fn points(&self, as_of: i64) -> Points {
        match &self.rule {
            PreparedRule::Muted => Points::ZERO,
            PreparedRule::Condition { when, points, decays } if when.is_met(self.single, as_of, &[]) => {
                left(*points, decays.as_ref(), as_of)
            }
            PreparedRule::Condition { .. } => Points::ZERO,
            PreparedRule::ByValue { points, decays } => left(*points, decays.as_ref(), as_of),
            PreparedRule::ByEvent { events, once_per, awarding } => {
                let own = self.single.contact.events();
                let (selection, mut once) = (self.single.selection(events, as_of), Once::new(*once_per, own));
                let counted = selection.of(0).filter(|event| once.is_new(0, *event));
                awarding.points(counted.filter_map(|event| own.times().get(event).copied()), as_of)
            }
        }
    }
}

/// What a decay leaves of points; nothing of what began at no known time.
fn left(points: Points, decays: Option<&(Decay, Option<i64>)>, as_of: i64) -> Points {
    match decays {
        None => points,
        Some((_, None)) => Points::ZERO,
        Some((decay, Some(time))) => {
            let intervals = as_of.saturating_sub(*time).max(0) / (i64::from(decay.every_days) * DAY).max(1);
            left_after(decay, points, intervals)
        }
    }
}
