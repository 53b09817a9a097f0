//! Which filters of a ruleset one contact meets: its scores and bands, the lists it is on, the stages it could enter.
//!
//! In: the rules and the contact. Everything is prepared once, for any instant; out comes what holds at one. What follows from it is not
//! decided here.

use super::rules::{Rules, Standing};
use crate::ruleset::{BandSet, BandTest, Membership, Points, ResultFilter, Ruleset, ScoreTest};
use crate::scoring::Scorecard;
use crate::scoring::single::{Prepared, PreparedCriterion, Single};

/// The filters of a ruleset over one contact, ready for any instant.
pub(super) struct Filters<'a> {
    rules: &'a Rules<'a>,
    single: &'a Single<'a>,
    /// In the ruleset's order.
    criteria: Vec<PreparedCriterion<'a>>,
    /// In an order in which they can be decided.
    lists: Vec<(usize, On<'a>)>,
    /// By stage.
    enter_when: Vec<Option<Ready<'a>>>,
    exclude: Option<Ready<'a>>,
    standing: Standing,
}

/// Whether a contact is on a list.
enum On<'a> {
    When(Ready<'a>),
    Named(bool),
}

/// A filter over one contact, ready for any instant.
enum Ready<'a> {
    All(Vec<Ready<'a>>),
    Any(Vec<Ready<'a>>),
    Not(Box<Ready<'a>>),
    Contact(Prepared<'a>),
    Score(&'a ScoreTest),
    Band(&'a BandTest),
    List(usize),
    /// What only questions to results ask: no list and no stage does.
    Never,
}

/// What holds of a contact at an instant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Situation {
    pub(super) card: Scorecard,
    /// By band set of the ruleset.
    pub(super) bands: Vec<Option<String>>,
    /// By list of the ruleset; lists that were not looked at it is not on.
    pub(super) lists: Vec<bool>,
    pub(super) standing: Standing,
    pub(super) excluded: bool,
    /// The stage that it enters by itself.
    pub(super) enters: Option<usize>,
}

impl Situation {
    pub(super) fn is_on(&self, list: usize) -> bool {
        self.lists.get(list).copied().unwrap_or(false)
    }

    /// Whether scores, bands, lists and stage are the same.
    pub(super) fn is_like(&self, other: &Situation) -> bool {
        let points =
            |situation: &Situation| situation.card.scores.iter().map(|(_, score)| score.points).collect::<Vec<_>>();
        self.lists == other.lists
            && self.bands == other.bands
            && self.standing == other.standing
            && points(self) == points(other)
    }

    pub(super) fn points(&self, score: usize) -> Points {
        self.card.scores.get(score).map(|(_, score)| score.points).unwrap_or_default()
    }

    pub(super) fn band(&self, set: usize) -> Option<&str> {
        self.bands.get(set)?.as_deref()
    }
}

impl<'a> Filters<'a> {
    /// The contact is called by its id, whatever was set.
    pub(super) fn new(rules: &'a Rules<'a>, single: &'a Single<'a>, id: &str) -> Filters<'a> {
        let ruleset = rules.ruleset;
        let groups = ruleset.scores.iter().flat_map(|score| &score.groups);
        let criteria = groups.flat_map(|group| group.criteria.iter().map(move |own| (own, own.decay.or(group.decay))));
        let address = single.value("email").ok();
        let on = |list: usize| {
            let on = match &rules.list(list)?.membership {
                Membership::When(filter) => On::When(Ready::new(filter, single)),
                Membership::Members(members) => {
                    On::Named(rules.names(list, members, id, address.as_ref().map(|address| address.text())))
                }
            };
            Some((list, on))
        };
        let stages = rules.lifecycle().map_or(&[][..], |lifecycle| &lifecycle.stages);
        let exclude = rules.lifecycle().and_then(|lifecycle| lifecycle.exclude.as_ref());
        let stage = rules.lifecycle().and_then(|lifecycle| single.value(&lifecycle.property).ok());
        Filters {
            rules,
            single,
            criteria: criteria.map(|(criterion, decay)| single.criterion(criterion, decay)).collect(),
            lists: rules.lists.iter().filter_map(|list| on(*list)).collect(),
            enter_when: stages
                .iter()
                .map(|stage| stage.enter_when.as_ref().map(|when| Ready::new(when, single)))
                .collect(),
            exclude: exclude.map(|exclude| Ready::new(exclude, single)),
            standing: rules.standing(stage.as_ref().map(|stage| stage.text())),
        }
    }

    /// What holds at an instant.
    pub(super) fn at(&self, as_of: i64) -> Situation {
        let single = Single { as_of, ..*self.single };
        let mut criteria = self.criteria.iter();
        let card = single.scorecard_of(&mut |criterion, _| {
            criteria.next().map_or(Points::ZERO, |prepared| single.limited(criterion, prepared, as_of))
        });
        let mut met = Met {
            single: &single,
            points: card.scores.iter().map(|(_, score)| score.points).collect(),
            bands: bands(self.rules.ruleset, &card),
            lists: vec![false; self.rules.ruleset.lists.len()],
        };
        for (list, on) in &self.lists {
            let is_on = match on {
                On::When(filter) => filter.is_met(&met),
                On::Named(named) => *named,
            };
            met.lists.get_mut(*list).into_iter().for_each(|place| *place = is_on);
        }
        let excluded = self.exclude.as_ref().is_some_and(|exclude| exclude.is_met(&met));
        let furthest = self.enter_when.iter().rposition(|when| when.as_ref().is_some_and(|when| when.is_met(&met)));
        let enters = self.rules.enters(&self.standing, excluded, furthest);
        Situation { bands: met.bands, lists: met.lists, card, standing: self.standing.clone(), excluded, enters }
    }
}

/// What is known of a contact at an instant while filters are decided.
struct Met<'a> {
    single: &'a Single<'a>,
    points: Vec<Points>,
    bands: Vec<Option<String>>,
    lists: Vec<bool>,
}

impl<'a> Ready<'a> {
    /// Filters are as deep as documents, which bounds the recursion.
    fn new(filter: &'a ResultFilter, single: &'a Single<'a>) -> Ready<'a> {
        let each = |parts: &'a [ResultFilter]| parts.iter().map(|part| Ready::new(part, single)).collect();
        match filter {
            ResultFilter::All(parts) => Ready::All(each(parts)),
            ResultFilter::Any(parts) => Ready::Any(each(parts)),
            ResultFilter::Not(part) => Ready::Not(Box::new(Ready::new(part, single))),
            ResultFilter::Contact(filter) => Ready::Contact(single.prepare(filter)),
            ResultFilter::Score(test) => Ready::Score(test),
            ResultFilter::Band(test) => Ready::Band(test),
            ResultFilter::List(list) => Ready::List(*list),
            ResultFilter::Criterion(_) | ResultFilter::Search(_) => Ready::Never,
        }
    }

    fn is_met(&self, met: &Met<'_>) -> bool {
        match self {
            Ready::All(parts) => parts.iter().all(|part| part.is_met(met)),
            Ready::Any(parts) => parts.iter().any(|part| part.is_met(met)),
            Ready::Not(part) => !part.is_met(met),
            Ready::Contact(filter) => filter.is_met(met.single, met.single.as_of, &met.points),
            Ready::Score(test) => met.points.get(test.score).is_some_and(|points| test.range.contains(*points)),
            Ready::Band(test) => test.is_met_by(met.bands.get(test.set).and_then(Option::as_ref)),
            Ready::List(list) => met.lists.get(*list).copied().unwrap_or(false),
            Ready::Never => false,
        }
    }
}

/// The bands of a scorecard, by band set.
fn bands(ruleset: &Ruleset, card: &Scorecard) -> Vec<Option<String>> {
    let mut matrices = card.bands.iter();
    let band = |set: &BandSet| match set {
        BandSet::Score(bands) => card.scores.get(bands.score)?.1.band.clone()?,
        BandSet::Matrix { .. } => matrices.next()?.1.clone(),
    };
    ruleset.bands.iter().map(band).collect()
}
