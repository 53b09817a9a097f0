//! What each criterion, group and score does over many contacts: a ruleset and a table come in, sums come out.
//!
//! Muted criteria are among them, and every criterion by itself, before and after its limit. Works in blocks, as scoring does; it knows no
//! names and no documents.

use super::alone;
use super::bind::Bound;
use super::filters::Filters;
use super::kept::Kept;
use super::many;
use super::mask::{self, BLOCK, Join, MET, Mask};
use super::node::Node;
use super::plan::{Plan, PlannedGroup};
use crate::contacts::Table;
use crate::ruleset::{Criterion, Decay, Group, Limit, Points, Rule, Ruleset};
use std::collections::HashMap;
use std::ops::Range;

/// What was found, in the ruleset's order: of all its scores, of all their groups, of all their criteria.
#[derive(Default)]
pub(crate) struct Surveyed {
    pub(crate) contacts: usize,
    pub(crate) scores: Vec<Sums>,
    pub(crate) groups: Vec<Sums>,
    pub(crate) criteria: Vec<Sums>,
    /// How many contacts meet each criterion.
    pub(crate) met: Vec<usize>,
    /// Of each criterion the first one that the very same contacts meet; that may be itself.
    pub(crate) alike: Vec<usize>,
}

/// Points of all contacts together, in hundredths.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sums {
    points: i128,
    before_limit: i128,
    /// How many contacts have other points because of the limit.
    pub(crate) limited: usize,
}

/// A ruleset, ready to be surveyed on a table.
struct Survey {
    bound: Bound,
    scores: Vec<(Limit, Vec<GroupSurvey>)>,
}

struct GroupSurvey {
    whole: PlannedGroup,
    criteria: Vec<CriterionSurvey>,
}

struct CriterionSurvey {
    /// None if it is muted: a muted criterion gives nothing, whatever its limit.
    limit: Limit,
    meeting: Meeting,
    given: Given,
}

/// Who meets a criterion.
enum Meeting {
    Filter(Node),
    /// Those to whom this gives something.
    Given(PlannedGroup),
}

/// What a criterion gives before its limit.
enum Given {
    /// So many hundredths to those who meet it.
    IfMet(i64),
    ByRow(PlannedGroup),
}

/// Surveys the contacts of a table, or those that are asked for, with what evaluations of the table found out.
pub(crate) fn survey(ruleset: &Ruleset, table: &Table, as_of: i64, wanted: Option<&[bool]>, kept: &Kept) -> Surveyed {
    let survey = Survey::new(ruleset, table, as_of, kept);
    let parts = many::each(table, &many::parts(table), |rows| survey.part(rows.clone(), wanted));
    parts.into_iter().reduce(Surveyed::with).unwrap_or_else(|| survey.part(0..0, wanted))
}

impl Survey {
    fn new(ruleset: &Ruleset, table: &Table, as_of: i64, kept: &Kept) -> Survey {
        let mut plan = Plan::default();
        let score = |score: &crate::ruleset::Score| {
            let groups = score.groups.iter().map(|group| GroupSurvey::new(&mut plan, ruleset, group));
            (score.limit, groups.collect())
        };
        let scores = ruleset.scores.iter().map(score).collect();
        plan.finish();
        let bound = Bound::new(&plan, table, as_of, kept);
        Survey { bound, scores }
    }

    fn part(&self, rows: Range<usize>, wanted: Option<&[bool]>) -> Surveyed {
        let groups = || self.scores.iter().flat_map(|(_, groups)| groups);
        let criteria = groups().map(|group| group.criteria.len()).sum();
        let mut surveyed = Surveyed {
            contacts: 0,
            scores: vec![Sums::default(); self.scores.len()],
            groups: vec![Sums::default(); groups().count()],
            criteria: vec![Sums::default(); criteria],
            met: vec![0; criteria],
            // Before anybody is looked at they are all alike.
            alike: vec![0; criteria],
        };
        for start in rows.clone().step_by(BLOCK) {
            let rows = start..(start + BLOCK).min(rows.end);
            let among = wanted.map(|wanted| wanted.get(rows.clone()).unwrap_or(&[]));
            let wanted = match among {
                None => Mask::same(true, rows.len()),
                Some(among) => Mask::of(among.iter().map(|wanted| mask::byte(*wanted))),
            };
            let contacts = wanted.count();
            if contacts > 0 {
                surveyed.contacts += contacts;
                self.block(Filters { decided: &self.bound.decided, rows }, &wanted, &mut surveyed);
            }
        }
        surveyed
    }

    fn block(&self, filters: Filters<'_>, wanted: &Mask, surveyed: &mut Surveyed) {
        let mut room = Room { filters, bound: &self.bound, wanted, sums: Vec::new(), points: Vec::new() };
        let (mut groups, mut criteria) = (surveyed.groups.iter_mut(), surveyed.criteria.iter_mut());
        let mut masks = Vec::with_capacity(surveyed.met.len());
        for ((limit, own), sums) in self.scores.iter().zip(&mut surveyed.scores) {
            let mut points = vec![0_i64; wanted.bytes().len()];
            for group in own {
                for criterion in &group.criteria {
                    let met = room.met(&criterion.meeting);
                    let found = room.criterion(criterion, &met);
                    criteria.next().into_iter().for_each(|sums| sums.add(found));
                    masks.push(met);
                }
                room.add_up(&group.whole);
                let found = limited(&mut room.points, group.whole.limit, wanted);
                groups.next().into_iter().for_each(|sums| sums.add(found));
                points.iter_mut().zip(&room.points).for_each(|(sum, points)| *sum = sum.saturating_add(*points));
            }
            sums.add(limited(&mut points, *limit, wanted));
        }
        surveyed.met.iter_mut().zip(&masks).for_each(|(all, met)| *all += met.count());
        split(&mut surveyed.alike, &masks.iter().map(Mask::bytes).collect::<Vec<_>>());
    }
}

impl GroupSurvey {
    fn new(plan: &mut Plan, ruleset: &Ruleset, group: &Group) -> GroupSurvey {
        let whole = plan.group(ruleset, group);
        let criterion = |criterion: &Criterion| CriterionSurvey::new(plan, ruleset, criterion, group.decay);
        GroupSurvey { whole, criteria: group.criteria.iter().map(criterion).collect() }
    }
}

impl CriterionSurvey {
    fn new(plan: &mut Plan, ruleset: &Ruleset, criterion: &Criterion, decay: Option<Decay>) -> CriterionSurvey {
        let mut alone = |criterion: Criterion, decay| plan.group(ruleset, &Group { decay, ..alone::group(criterion) });
        let muted = !criterion.enabled;
        let given = match &criterion.rule {
            _ if muted => Given::IfMet(0),
            Rule::Condition { points, since: None, .. } => Given::IfMet(points.hundredths()),
            _ => Given::ByRow(alone(Criterion { limit: Limit::default(), ..criterion.clone() }, decay)),
        };
        let meeting = alone::meeting(&criterion.rule);
        let meeting = match &meeting.rule {
            Rule::Condition { when, .. } => Meeting::Filter(plan.node(ruleset, when)),
            _ => Meeting::Given(alone(meeting, None)),
        };
        CriterionSurvey { limit: if muted { Limit::default() } else { criterion.limit }, meeting, given }
    }
}

/// A block of contacts, and room to work in.
struct Room<'a> {
    filters: Filters<'a>,
    bound: &'a Bound,
    wanted: &'a Mask,
    sums: Vec<i16>,
    points: Vec<i64>,
}

impl Room<'_> {
    /// The points of a group before its limit.
    fn add_up(&mut self, group: &PlannedGroup) {
        self.filters.add_up(group, self.bound, &mut self.sums, &mut self.points);
    }

    /// Those of the wanted contacts who meet a criterion.
    fn met(&mut self, meeting: &Meeting) -> Mask {
        let mut met = match meeting {
            Meeting::Filter(node) => self.filters.met(node, &[]),
            Meeting::Given(group) => {
                self.add_up(group);
                Mask::of(self.points.iter().map(|points| mask::byte(*points != 0)))
            }
        };
        met.join(Join::And, self.wanted.bytes().iter().copied());
        met
    }

    fn criterion(&mut self, criterion: &CriterionSurvey, met: &Mask) -> Sums {
        match &criterion.given {
            Given::ByRow(group) => {
                self.add_up(group);
                limited(&mut self.points, criterion.limit, self.wanted)
            }
            Given::IfMet(points) => {
                let of_met = met.count();
                let mut sums = Sums::default();
                for (points, contacts) in [(*points, of_met), (0, self.wanted.count() - of_met)] {
                    let limited = criterion.limit.clamp(Points::from_hundredths(points)).hundredths();
                    sums.add(Sums {
                        points: i128::from(limited) * contacts as i128,
                        before_limit: i128::from(points) * contacts as i128,
                        limited: if limited == points { 0 } else { contacts },
                    });
                }
                sums
            }
        }
    }
}

impl Sums {
    pub(crate) fn points(&self) -> Points {
        in_points(self.points)
    }

    pub(crate) fn before_limit(&self) -> Points {
        in_points(self.before_limit)
    }

    fn add(&mut self, other: Sums) {
        self.points += other.points;
        self.before_limit += other.before_limit;
        self.limited += other.limited;
    }
}

impl Surveyed {
    /// Together with other contacts.
    fn with(mut self, other: Surveyed) -> Surveyed {
        let add = |sums: &mut [Sums], others: Vec<Sums>| {
            sums.iter_mut().zip(others).for_each(|(sums, others)| sums.add(others));
        };
        add(&mut self.scores, other.scores);
        add(&mut self.groups, other.groups);
        add(&mut self.criteria, other.criteria);
        self.met.iter_mut().zip(other.met).for_each(|(met, others)| *met += others);
        split(&mut self.alike, &other.alike);
        self.contacts += other.contacts;
        self
    }
}

/// Holds points inside a limit, and adds up those of the wanted contacts.
fn limited(points: &mut [i64], limit: Limit, wanted: &Mask) -> Sums {
    let before_limit = total(points, wanted);
    let mut limited = 0;
    if !limit.is_none() {
        for (points, wanted) in points.iter_mut().zip(wanted.bytes()) {
            let held = limit.clamp(Points::from_hundredths(*points)).hundredths();
            limited += usize::from((held != *points) & (*wanted == MET));
            *points = held;
        }
    }
    let points = if limited == 0 { before_limit } else { total(points, wanted) };
    Sums { points, before_limit, limited }
}

/// The sum over the wanted contacts. The halves of 64-bit numbers of a block never overflow.
fn total(points: &[i64], wanted: &Mask) -> i128 {
    let (mut high, mut low) = (0_i64, 0_i64);
    for (points, wanted) in points.iter().zip(wanted.bytes()) {
        let points = points & i64::from(*wanted as i8);
        high += points >> 32;
        low += points & 0xffff_ffff;
    }
    (i128::from(high) << 32) + i128::from(low)
}

/// Parts those of the things that were alike and now differ; each is known by the first that is like it.
fn split<T: Copy + Eq + std::hash::Hash>(alike: &mut [usize], by: &[T]) {
    let mut sizes = vec![0_usize; alike.len()];
    alike.iter().filter_map(|first| sizes.get_mut(*first).map(|size| *size += 1)).count();
    let mut firsts = HashMap::new();
    for (place, (first, by)) in alike.iter_mut().zip(by).enumerate() {
        if sizes.get(*first).is_some_and(|size| *size > 1) {
            *first = *firsts.entry((*first, *by)).or_insert(place);
        }
    }
}

/// What no 64-bit number holds stays at their end.
fn in_points(hundredths: i128) -> Points {
    Points::from_hundredths(hundredths.clamp(i64::MIN.into(), i64::MAX.into()) as i64)
}
