//! Which changes lead to more points: of one criterion, of two or three together, within bounds on the work.
//!
//! In: what could change, and from which points on it is enough. Out: sets of changes without one that could be left out. What groups and
//! scores come to follows from their limits; which band that is, is asked elsewhere.

use super::changes::{Candidate, Change, What};
use crate::ruleset::{Limit, Points, Score};

/// The criteria that are looked at: those that could give most.
const MOST_CANDIDATES: usize = 60;
/// How many changes are tried for sets of one size, those of the criteria that could give most first.
const MOST_TRIED: usize = 100_000;
/// How many changes of each criterion are tried together with others.
const MOST_TOGETHER: usize = 8;

/// A change of one of the candidates.
pub(super) type Step<'c, 'r> = (&'c Candidate<'r>, &'c Change);

/// A score as it is: what its groups come to before their limits, in hundredths.
pub(super) struct Standing<'r> {
    score: &'r Score,
    groups: Vec<i64>,
    /// After their limits, all together.
    sum: i128,
}

/// From which points on it is enough.
pub(super) struct Search<'s> {
    pub(super) standing: &'s Standing<'s>,
    pub(super) is_enough: &'s dyn Fn(Points) -> bool,
}

impl<'r> Standing<'r> {
    pub(super) fn new(score: &'r Score, groups: Vec<i64>) -> Standing<'r> {
        let limited = score.groups.iter().zip(&groups).map(|(group, points)| i128::from(held(group.limit, *points)));
        Standing { score, sum: limited.sum(), groups }
    }

    /// The groups, each with its limit, when these steps have been taken.
    pub(super) fn groups_after(&self, steps: &[Step<'_, '_>]) -> Vec<(Limit, Points)> {
        let groups = self.score.groups.iter().zip(&self.groups).enumerate();
        let after = |points: i64, place| Points::from_hundredths(points.saturating_add(more(steps, place)));
        groups.map(|(place, (group, points))| (group.limit, after(*points, place))).collect()
    }

    /// What the score comes to then.
    pub(super) fn points_after(&self, steps: &[Step<'_, '_>]) -> Points {
        let mut sum = self.sum;
        for (place, (candidate, _)) in steps.iter().enumerate() {
            let group = candidate.group;
            let is_first = steps.iter().take(place).all(|(other, _)| other.group != group);
            let own = self.score.groups.get(group).zip(self.groups.get(group)).filter(|_| is_first);
            if let Some((group, points)) = own {
                let after = points.saturating_add(more(steps, candidate.group));
                sum += i128::from(held(group.limit, after)) - i128::from(held(group.limit, *points));
            }
        }
        let points = sum.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
        self.score.limit.clamp(Points::from_hundredths(points))
    }
}

fn held(limit: Limit, points: i64) -> i64 {
    limit.clamp(Points::from_hundredths(points)).hundredths()
}

fn more(steps: &[Step<'_, '_>], group: usize) -> i64 {
    let own = steps.iter().filter(|(candidate, _)| candidate.group == group);
    own.fold(0, |sum, (_, change)| sum.saturating_add(change.more))
}

impl Search<'_> {
    /// Sets of so many steps that are enough, those first that come to the fewest points, of these those with the fewest occurrences.
    pub(super) fn sets<'c, 'r>(&self, candidates: &'c [Candidate<'r>], size: usize) -> Vec<Vec<Step<'c, 'r>>> {
        let mut found = Vec::new();
        let mut left = MOST_TRIED;
        let candidates = candidates.get(..MOST_CANDIDATES.min(candidates.len())).unwrap_or(candidates);
        match size {
            1 => candidates.iter().for_each(|one| found.extend(self.best(&[one], &mut left))),
            2 => pairs(candidates).for_each(|(one, two, _)| found.extend(self.best(&[one, two], &mut left))),
            _ => pairs(candidates).for_each(|(one, two, rest)| {
                rest.iter().for_each(|three| found.extend(self.best(&[one, two, three], &mut left)));
            }),
        }
        found.sort_by_cached_key(|steps: &Vec<Step<'_, '_>>| self.rank(steps));
        found
    }

    fn rank(&self, steps: &[Step<'_, '_>]) -> (Points, u32) {
        let occurrences = |(_, change): &Step<'_, '_>| match change.what {
            What::Occurrences(more) => more,
            _ => 0,
        };
        (self.standing.points_after(steps), steps.iter().map(occurrences).sum())
    }

    /// The best changes of some criteria that are enough together, as far as they are found before `left` is used up.
    fn best<'c, 'r>(&self, candidates: &[&'c Candidate<'r>], left: &mut usize) -> Option<Vec<Step<'c, 'r>>> {
        let mut best = None;
        self.extend(&mut Vec::with_capacity(candidates.len()), candidates, left, &mut best);
        best
    }

    /// At most three deep.
    fn extend<'c, 'r>(
        &self,
        steps: &mut Vec<Step<'c, 'r>>,
        candidates: &[&'c Candidate<'r>],
        left: &mut usize,
        best: &mut Option<Vec<Step<'c, 'r>>>,
    ) {
        let Some((candidate, rest)) = candidates.split_first() else { return };
        let together = !steps.is_empty() || !rest.is_empty();
        for change in changes(candidate, together) {
            if steps.iter().any(|(other, others)| candidate.contradicts(change, other, others)) {
                continue;
            }
            let Some(fewer) = left.checked_sub(1) else { return };
            *left = fewer;
            steps.push((candidate, change));
            let enough = (self.is_enough)(self.standing.points_after(steps));
            if !enough {
                self.extend(steps, rest, left, best);
            } else if rest.is_empty()
                && self.needs_all(steps)
                && best.as_ref().is_none_or(|best| self.rank(steps) < self.rank(best))
            {
                *best = Some(steps.clone());
            }
            steps.pop();
            if enough {
                // Further changes of it give still more.
                break;
            }
        }
    }

    /// Whether none of the steps could be left out.
    fn needs_all(&self, steps: &[Step<'_, '_>]) -> bool {
        (0..steps.len()).all(|place| {
            let others: Vec<_> =
                steps.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, step)| *step).collect();
            !(self.is_enough)(self.standing.points_after(&others))
        })
    }
}

/// The changes of a criterion that are tried: beside others only few occurrences, and the values that give most.
fn changes<'c>(candidate: &'c Candidate<'_>, together: bool) -> &'c [Change] {
    let all = candidate.changes.as_slice();
    let few = MOST_TOGETHER.min(all.len());
    match all.first().map(|change| &change.what) {
        _ if !together => all,
        Some(What::Value(_)) => all.get(all.len() - few..).unwrap_or(all),
        _ => all.get(..few).unwrap_or(all),
    }
}

/// Each two of them, with those that come after both.
fn pairs<T>(all: &[T]) -> impl Iterator<Item = (&T, &T, &[T])> {
    all.iter().enumerate().flat_map(move |(place, one)| {
        let others = all.get(place + 1..).unwrap_or(&[]);
        others.iter().enumerate().map(move |(place, two)| (one, two, others.get(place + 1..).unwrap_or(&[])))
    })
}
