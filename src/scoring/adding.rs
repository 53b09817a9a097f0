//! How the points of a group add up over a block: in batches of 16-bit sums, in the largest unit that all points are multiples of,
//! and by themselves where they are too large for that.
//!
//! Nearly every group is one batch. A batch holds as much as can never overflow, however many of its criteria are met.

use super::marks::Lookup;
use super::node::{Mark, Node};

/// What the conditions of a group give, beside what they give if they are not met.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adding {
    pub(super) batches: Vec<Batch>,
    /// Filters with hundredths that are too large for a batch.
    pub(super) large: Vec<(Node, i64)>,
}

/// Conditions of which sums have room in 16 bits.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    /// In hundredths of points.
    pub(super) unit: u16,
    /// What marks of the plan give, in units.
    pub(super) marks: Vec<(usize, Lookup)>,
    /// What filters give that combine leaves, in units.
    pub(super) filters: Vec<(Node, i16)>,
    /// The most that the sums can come to, either way.
    most: i64,
}

impl Adding {
    /// From filters with the hundredths that they give if they are met.
    pub(crate) fn new(conditions: Vec<(Node, i64)>) -> Adding {
        let unit = unit(conditions.iter().map(|(_, points)| *points));
        let mut adding = Adding::default();
        let mut marked: Vec<(usize, [i64; 8])> = Vec::new();
        for (node, points) in conditions {
            let units = points / i64::from(unit);
            let leaf = if let Node::Leaf(mark) = node { Some(mark) } else { None };
            match (i16::try_from(units), leaf) {
                (Err(_), _) => adding.large.push((node, points)),
                (Ok(units), None) => {
                    adding.put(unit, i64::from(units).abs(), |batch| batch.filters.push((node, units)))
                }
                (Ok(_), Some(leaf)) => {
                    let place = marked.iter().position(|(marks, _)| *marks == leaf.marks).unwrap_or_else(|| {
                        marked.push((leaf.marks, [0; 8]));
                        marked.len() - 1
                    });
                    let by_bit = marked.get_mut(place).and_then(|(_, by_bit)| by_bit.get_mut(leaf.bit as usize));
                    by_bit.into_iter().for_each(|sum| *sum += units);
                }
            }
        }
        for (marks, by_bit) in marked {
            let most = by_bit.iter().map(|units| units.abs()).sum();
            match Lookup::of_marks(&by_bit).filter(|_| most <= MOST) {
                Some(lookup) => adding.put(unit, most, |batch| batch.marks.push((marks, lookup))),
                None => {
                    // Too much for one look: each leaf by itself.
                    for (bit, units) in (0..).zip(by_bit).filter(|(_, units)| *units != 0) {
                        adding.large.push((Node::Leaf(Mark { marks, bit }), units * i64::from(unit)));
                    }
                }
            }
        }
        adding
    }

    /// Puts something that comes to so many units at most into a batch that has room for it.
    fn put(&mut self, unit: u16, most: i64, put: impl FnOnce(&mut Batch)) {
        let batch = match self.batches.iter_mut().position(|batch| batch.most + most <= MOST) {
            Some(place) => self.batches.swap_remove(place),
            None => Batch { unit, marks: Vec::new(), filters: Vec::new(), most: 0 },
        };
        let mut batch = Batch { most: batch.most + most, ..batch };
        put(&mut batch);
        self.batches.push(batch);
    }
}

/// What a sum can hold.
const MOST: i64 = i16::MAX as i64;

/// The largest number of hundredths, of those that a unit can be, that all points are multiples of.
pub(crate) fn unit(points: impl Iterator<Item = i64>) -> u16 {
    let common = points.fold(0, |common, points| greatest_common_divisor(common, points.unsigned_abs()));
    let divides = |unit: &u16| common % u64::from(*unit) == 0;
    u16::try_from(common.max(1)).ok().or_else(|| (1..=u16::MAX).rev().find(divides)).unwrap_or(1)
}

fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_divides_all_points() {
        assert_eq!(unit([].into_iter()), 1);
        assert_eq!(unit([0].into_iter()), 1);
        assert_eq!(unit([1500, -1000, 0, 2500].into_iter()), 500);
        assert_eq!(unit([1250, 3].into_iter()), 1);
        assert_eq!(unit([100_000_000, -50_000_000].into_iter()), 62_500);
        assert_eq!(unit([99_999_989].into_iter()), 1);
    }

    #[test]
    fn batches_hold_what_can_never_overflow() {
        let conditions = |count: usize, points: i64| (0..count).map(|event| (Node::Event(event), points)).collect();
        let adding = Adding::new(conditions(100, 100));
        assert_eq!((adding.batches.len(), adding.large.len()), (1, 0));
        let mut mixed: Vec<_> = conditions(100, 20_000);
        mixed.push((Node::Event(0), 1));
        mixed.push((Node::Event(1), 100_000_000));
        let adding = Adding::new(mixed);
        assert_eq!((adding.batches.len(), adding.large.len()), (100, 1));
        assert!(adding.batches.iter().all(|batch| batch.most <= MOST));
    }
}
