//! How points shrink with time: whole intervals from a time to `as_of`, and what they leave of points. Integers only.

use crate::contacts::reading::DAY;
use crate::ruleset::{Decay, DecayShape, Points};
use serde::Serialize;

/// What a decay leaves of some points after 0, 1, 2, … intervals, up to where nothing is left.
#[derive(Clone, Debug)]
pub(crate) struct DecaySteps {
    interval: i64,
    /// Hundredths after so many intervals; beyond the last there is nothing.
    steps: Vec<i64>,
}

impl DecaySteps {
    /// At most 110,000 steps: with 0.01 % compound of a million points, the slowest there is.
    pub(crate) fn new(decay: &Decay, points: Points) -> DecaySteps {
        let mut steps = vec![points.hundredths()];
        let mut left = points;
        while left != Points::ZERO {
            left = match decay.shape {
                DecayShape::Linear => left_after(decay, points, steps.len() as i64),
                DecayShape::Compound => left_after(decay, left, 1),
            };
            steps.push(left.hundredths());
        }
        DecaySteps { interval: i64::from(decay.every_days) * DAY, steps }
    }

    /// The first instant after `instant` at which points that began at `time` change; `None` once nothing is left of them.
    pub(crate) fn next_change(&self, time: i64, instant: i64) -> Option<i64> {
        let intervals = (instant - time).max(0) / self.interval + 1;
        let is_step = usize::try_from(intervals).is_ok_and(|step| step < self.steps.len());
        is_step.then_some(time + intervals * self.interval)
    }

    /// What is left at `as_of` of points that began at `time`.
    pub(crate) fn left(&self, time: i64, as_of: i64) -> Points {
        let intervals = (as_of - time).max(0) / self.interval;
        let step = usize::try_from(intervals).ok().and_then(|step| self.steps.get(step));
        Points::from_hundredths(step.copied().unwrap_or(0))
    }
}

/// What is left of points some time after they began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DecayStep {
    /// Whole days since they began.
    pub days: u64,
    /// What is left from then on.
    pub points: Points,
}

/// At most so many changes are listed: a slow decay has 110,000.
const MOST_CHANGES: usize = 100;

impl Decay {
    /// What is left of points as time passes: at the beginning, and at each step that changes them, until there is nothing left or after 100
    /// changes.
    ///
    /// ```
    /// use leadscore::ruleset::Decay;
    /// let decay = Decay::parse(r#"{ "percent": 25, "every_days": 30, "shape": "compound" }"#).unwrap();
    /// let steps = decay.steps("10".parse().unwrap());
    /// assert_eq!(serde_json::to_string(&steps[..3]).unwrap(),
    ///     r#"[{"days":0,"points":10},{"days":30,"points":7.5},{"days":60,"points":5.62}]"#);
    /// assert_eq!(steps.last().unwrap().points.to_string(), "0");
    /// ```
    pub fn steps(&self, points: Points) -> Vec<DecayStep> {
        let decay = DecaySteps::new(self, points);
        let mut steps: Vec<DecayStep> = Vec::new();
        for (interval, hundredths) in (0_u64..).zip(decay.steps) {
            let points = Points::from_hundredths(hundredths);
            if steps.last().is_none_or(|last| last.points != points) && steps.len() <= MOST_CHANGES {
                steps.push(DecayStep { days: interval * u64::from(self.every_days), points });
            }
        }
        steps
    }
}

/// What a decay leaves of points after some intervals.
pub(crate) fn left_after(decay: &Decay, points: Points, intervals: i64) -> Points {
    let taken = i64::from(decay.basis_points);
    match decay.shape {
        DecayShape::Linear => share(points, (10_000 - taken * intervals.min(10_000)).max(0)),
        DecayShape::Compound => {
            let mut left = points;
            for _ in 0..intervals {
                if left == Points::ZERO {
                    break;
                }
                left = share(left, 10_000 - taken);
            }
            left
        }
    }
}

/// So many ten-thousandths of points, truncated toward zero. Whole parts and rest by themselves: the points of a very long list times ten
/// thousand fill more than 64 bits.
fn share(points: Points, ten_thousandths: i64) -> Points {
    let (whole, rest) = (points.hundredths() / 10_000, points.hundredths() % 10_000);
    Points::from_hundredths(whole * ten_thousandths + rest * ten_thousandths / 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(basis_points: u32, shape: DecayShape, hundredths: i64, intervals: i64) -> i64 {
        let decay = Decay { basis_points, every_days: 30, shape };
        DecaySteps::new(&decay, Points::from_hundredths(hundredths)).left(0, intervals * 30 * DAY).hundredths()
    }

    #[test]
    fn linear_takes_its_share_of_the_start_and_truncates_toward_zero() {
        assert_eq!(left(5000, DecayShape::Linear, 1000, 1), 500);
        assert_eq!(left(3333, DecayShape::Linear, 1000, 1), 666);
        assert_eq!(left(3333, DecayShape::Linear, -1000, 1), -666);
        assert_eq!(left(3333, DecayShape::Linear, 1000, 3), 0);
        assert_eq!(left(2500, DecayShape::Linear, 1000, 4), 0);
        assert_eq!(left(2500, DecayShape::Linear, 1000, 400), 0);
        let decay = Decay { basis_points: 5000, every_days: 1, shape: DecayShape::Linear };
        assert_eq!(left_after(&decay, Points::from_hundredths(i64::MAX), 1).hundredths(), i64::MAX / 2);
    }

    #[test]
    fn compound_truncates_at_each_step() {
        assert_eq!(left(5000, DecayShape::Compound, 1001, 1), 500);
        assert_eq!(left(5000, DecayShape::Compound, 1001, 3), 125);
        assert_eq!(left(2500, DecayShape::Compound, -333, 2), -186);
        assert_eq!(left(1, DecayShape::Compound, 100_000_000, 1), 99_990_000);
    }

    #[test]
    fn steps_are_the_days_on_which_something_changes() {
        for (basis_points, shape, hundredths) in [
            (5000, DecayShape::Linear, 1500),
            (1, DecayShape::Linear, -7),
            (2500, DecayShape::Compound, 333),
            (10_000, DecayShape::Compound, -1),
            (100, DecayShape::Linear, 0),
        ] {
            let decay = Decay { basis_points, every_days: 3, shape };
            let points = Points::from_hundredths(hundredths);
            let mut expected = vec![DecayStep { days: 0, points }];
            for days in 1..=30_000 {
                let left = left_after(&decay, points, days / 3);
                if expected.last().is_none_or(|last| last.points != left) {
                    expected.push(DecayStep { days: days as u64, points: left });
                }
            }
            assert_eq!(decay.steps(points), expected, "{basis_points} {shape:?} {hundredths}");
        }
    }

    #[test]
    fn of_a_slow_decay_there_are_a_hundred_changes() {
        let decay = Decay { basis_points: 1, every_days: 100_000, shape: DecayShape::Compound };
        let steps = decay.steps(Points::MAX_RULE);
        assert_eq!((steps.len(), steps[100].days), (101, 10_000_000));
    }

    #[test]
    fn nothing_decays_before_its_time_or_within_the_first_interval() {
        let decay = Decay { basis_points: 10_000, every_days: 1, shape: DecayShape::Linear };
        let steps = DecaySteps::new(&decay, Points::from_hundredths(500));
        assert_eq!(steps.left(DAY, 0).hundredths(), 500);
        assert_eq!(steps.left(0, DAY - 1).hundredths(), 500);
        assert_eq!(steps.left(0, DAY).hundredths(), 0);
        assert_eq!(steps.next_change(0, 0), Some(DAY));
        assert_eq!(steps.next_change(5 * DAY, 0), Some(6 * DAY));
        assert_eq!(steps.next_change(0, DAY), None);
    }
}
