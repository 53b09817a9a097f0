//! What a score can come to at least and at most, over all contacts.

use crate::ruleset::model::{Award, Criterion, Limit, Rule, Score};
use crate::ruleset::points::Points;

/// From the least to the most; without end where that is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ruleset) struct Reach {
    pub least: Option<Points>,
    pub most: Option<Points>,
    /// Only whole points occur.
    pub whole: bool,
}

const NOTHING: Reach = Reach { least: Some(Points::ZERO), most: Some(Points::ZERO), whole: true };

/// What each score can come to.
pub(in crate::ruleset) fn reaches(scores: &[Score]) -> Vec<Reach> {
    scores.iter().map(of_score).collect()
}

fn of_score(score: &Score) -> Reach {
    let group = |group: &crate::ruleset::model::Group| {
        let decays = group.decay.is_some();
        group.criteria.iter().map(|criterion| of_criterion(criterion, decays)).fold(NOTHING, plus).limited(group.limit)
    };
    score.groups.iter().map(group).fold(NOTHING, plus).limited(score.limit)
}

fn of_criterion(criterion: &Criterion, group_decays: bool) -> Reach {
    if !criterion.enabled {
        return NOTHING;
    }
    let reach = match &criterion.rule {
        Rule::Condition { points, .. } => one_of([*points]),
        Rule::ByValue { values, default, .. } => {
            // A list has the points of each of its items; any number of them may be unlisted.
            let listed = values.iter().map(|(_, points)| one_of([*points])).fold(NOTHING, plus);
            plus(listed, times(*default, None))
        }
        Rule::ByEvent { award: Award::PerOccurrence { points, max_occurrences }, .. } => {
            times(*points, *max_occurrences)
        }
        Rule::ByEvent { award: Award::Frequency(ranges), .. } => one_of(ranges.iter().map(|range| range.points)),
    };
    let decays = group_decays || criterion.decay.is_some();
    Reach { whole: reach.whole && !decays, ..reach }.limited(criterion.limit)
}

/// One of several awards, or nothing.
fn one_of(awards: impl IntoIterator<Item = Points>) -> Reach {
    let include = |reach: Reach, points: Points| Reach {
        least: reach.least.map(|least| least.min(points)),
        most: reach.most.map(|most| most.max(points)),
        whole: reach.whole && is_whole(points),
    };
    awards.into_iter().fold(NOTHING, include)
}

/// An award up to so many times, or without end.
fn times(points: Points, most: Option<u32>) -> Reach {
    let all = most.map(|most| Points::from_hundredths(points.hundredths().saturating_mul(i64::from(most))));
    match points.cmp(&Points::ZERO) {
        std::cmp::Ordering::Less => Reach { least: all, most: Some(Points::ZERO), whole: is_whole(points) },
        std::cmp::Ordering::Equal => NOTHING,
        std::cmp::Ordering::Greater => Reach { least: Some(Points::ZERO), most: all, whole: is_whole(points) },
    }
}

fn plus(a: Reach, b: Reach) -> Reach {
    let sum = |a: Option<Points>, b: Option<Points>| Some(a?.plus(b?));
    Reach { least: sum(a.least, b.least), most: sum(a.most, b.most), whole: a.whole && b.whole }
}

fn is_whole(points: Points) -> bool {
    points.hundredths() % 100 == 0
}

impl Reach {
    fn limited(self, limit: Limit) -> Reach {
        Reach {
            least: self.least.map_or(limit.min, |least| Some(limit.clamp(least))),
            most: self.most.map_or(limit.max, |most| Some(limit.clamp(most))),
            whole: self.whole && limit.min.into_iter().chain(limit.max).all(is_whole),
        }
    }
}
