//! What occurrences give: points for each, or points by how many there are, after decay.

use super::decay::DecaySteps;
use crate::ruleset::{Award, Decay, FrequencyRange, Points};

/// An award, ready for the occurrences of any contact.
pub(crate) enum Awarding {
    PerOccurrence { each: Decaying, most: usize },
    Frequency(Vec<(FrequencyRange, Decaying)>),
}

/// Points that may decay.
pub(crate) struct Decaying {
    points: Points,
    steps: Option<DecaySteps>,
}

impl Awarding {
    pub(crate) fn new(award: &Award, decay: Option<&Decay>) -> Awarding {
        let decaying = |points| Decaying { points, steps: decay.map(|decay| DecaySteps::new(decay, points)) };
        match award {
            Award::PerOccurrence { points, max_occurrences } => {
                let most = max_occurrences.map_or(usize::MAX, |most| most as usize);
                Awarding::PerOccurrence { each: decaying(*points), most }
            }
            Award::Frequency(ranges) => {
                Awarding::Frequency(ranges.iter().map(|range| (*range, decaying(range.points))).collect())
            }
        }
    }

    /// What occurrences at these times give, the latest first, before the criterion's limit.
    pub(crate) fn points(&self, times: impl Iterator<Item = i64>, as_of: i64) -> Points {
        match self {
            Awarding::PerOccurrence { each, most } => times.take(*most).map(|time| each.left(time, as_of)).sum(),
            Awarding::Frequency(ranges) => {
                let (mut count, mut latest) = (0, None);
                times.for_each(|time| {
                    count += 1;
                    latest = latest.or(Some(time));
                });
                let range = ranges.iter().find(|(range, _)| range.contains(count)).zip(latest);
                range.map_or(Points::ZERO, |((_, points), latest)| points.left(latest, as_of))
            }
        }
    }
}

impl Decaying {
    fn left(&self, time: i64, as_of: i64) -> Points {
        self.steps.as_ref().map_or(self.points, |steps| steps.left(time, as_of))
    }
}
