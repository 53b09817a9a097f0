//! Which contacts of a block meet a filter: what was decided of leaves and event tests, combined.

use super::marks::{BlockMarks, Marks};
use super::mask::{self, Join, Mask};
use super::node::{Mark, Node};
use crate::ruleset::PointsRange;
use std::ops::Range;
use std::sync::Arc;

/// What was decided of the contacts of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided {
    /// Per planned marks.
    pub(crate) marks: Vec<Marks>,
    /// Per planned event test, by row: 255 if it is met, else 0.
    pub(crate) event_tests: Vec<Arc<[u8]>>,
}

/// A block of contacts, and what was decided of them.
pub(crate) struct Filters<'a> {
    pub(crate) decided: &'a Decided,
    pub(crate) rows: Range<usize>,
}

impl<'a> Filters<'a> {
    /// What belongs to the rows of the block.
    pub(crate) fn by_row<T>(&self, items: &'a [T]) -> &'a [T] {
        items.get(self.rows.clone()).unwrap_or(&[])
    }

    /// Which contacts meet a filter. `scores` are the hundredths of points that score tests are about, per score, by place in the block.
    pub(crate) fn met(&self, node: &Node, scores: &[Vec<i64>]) -> Mask {
        let length = self.rows.len();
        match node {
            Node::All(nodes) => {
                let mut mask = Mask::same(true, length);
                nodes.iter().for_each(|node| self.join(node, scores, Join::And, &mut mask));
                mask
            }
            Node::Any(nodes) => {
                let mut mask = Mask::same(false, length);
                nodes.iter().for_each(|node| self.join(node, scores, Join::Or, &mut mask));
                mask
            }
            Node::Not(node) => {
                let mut mask = self.met(node, scores);
                mask.not();
                mask
            }
            Node::Leaf(_) | Node::Event(_) | Node::Score(_) => {
                let mut mask = Mask::same(false, length);
                self.join(node, scores, Join::Or, &mut mask);
                mask
            }
        }
    }

    /// Joins which contacts meet a filter to a mask; the last level of a tree needs no masks of its own.
    fn join(&self, node: &Node, scores: &[Vec<i64>], join: Join, mask: &mut Mask) {
        match node {
            Node::Leaf(leaf) => self.join_leaf(*leaf, join, mask),
            Node::Event(test) => {
                let decisions = self.decided.event_tests.get(*test).map_or(&[][..], |decisions| self.by_row(decisions));
                mask.join(join, decisions.iter().copied());
            }
            Node::Score(test) => {
                let points = scores.get(test.score).map_or(&[][..], Vec::as_slice);
                join_range(test.range, points, join, mask);
            }
            _ => mask.join(join, self.met(node, scores).bytes().iter().copied()),
        }
    }

    fn join_leaf(&self, mark: Mark, join: Join, mask: &mut Mask) {
        let bit = mark.of(true);
        match self.decided.marks.get(mark.marks).unwrap_or(&Marks::Same(0)).of(&self.rows) {
            BlockMarks::Same(marks) => mask.join(join, std::iter::repeat(mask::byte(marks & bit != 0))),
            BlockMarks::ByRow(marks) => mask.join(join, marks.iter().map(|marks| mask::byte(marks & bit != 0))),
        }
    }
}

/// Joins which points are in a range.
pub(crate) fn join_range(range: PointsRange, points: &[i64], join: Join, mask: &mut Mask) {
    let least = range.at_least.map_or(i64::MIN, |least| least.hundredths());
    match range.below {
        None => mask.join(join, points.iter().map(|points| mask::byte(*points >= least))),
        Some(end) => {
            let end = end.hundredths();
            mask.join(join, points.iter().map(|points| mask::byte((least <= *points) & (*points < end))));
        }
    }
}
