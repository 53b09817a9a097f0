//! Which contacts of a block meet a filter: what was decided of leaves and event tests, as bitmaps, combined.

use super::bitmap::Bitmap;
use super::plan::Node;
use crate::contacts::{Column, Table};
use crate::ruleset::Points;
use std::ops::Range;
use std::sync::Arc;

/// What was decided of a table: 1 or 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided {
    /// Per leaf, by code.
    pub(crate) leaves: Vec<Arc<[u8]>>,
    /// The column of each leaf, if the table has one.
    pub(crate) leaf_columns: Vec<Option<usize>>,
    /// Per event test, by row.
    pub(crate) event_tests: Vec<Arc<[u8]>>,
}

/// The bits of leaves that several filters share, once they are known, of one block.
#[derive(Debug, Default)]
pub(crate) struct KnownLeaves(Vec<Option<Box<Bitmap>>>);

/// A block of at most [`super::bitmap::BLOCK`] rows, and what was decided of them.
pub(crate) struct Filters<'a> {
    pub(crate) decided: &'a Decided,
    pub(crate) table: &'a Table,
    pub(crate) rows: Range<usize>,
}

impl KnownLeaves {
    /// Forgets the bits of the block before.
    pub(crate) fn begin(&mut self, decided: &Decided) {
        self.0.clear();
        self.0.resize_with(decided.leaves.len(), || None);
    }
}

impl<'a> Filters<'a> {
    /// The codes of a column in the block.
    pub(crate) fn codes(&self, column: usize) -> &'a [u32] {
        let codes = self.table.columns().get(column).map(Column::codes);
        codes.and_then(|codes| codes.get(self.rows.clone())).unwrap_or(&[])
    }

    /// What belongs to the rows of the block.
    pub(crate) fn by_row<T>(&self, items: &'a [T]) -> &'a [T] {
        items.get(self.rows.clone()).unwrap_or(&[])
    }

    /// Which contacts meet a filter. `scores` are the hundredths of points that score tests are about, per score, by place in the block.
    pub(crate) fn bits(&self, node: &Node, leaves: &mut KnownLeaves, scores: &[Vec<i64>]) -> Bitmap {
        match node {
            Node::All(nodes) => {
                let mut bits = Bitmap::all(true);
                nodes.iter().for_each(|node| bits.and(&self.bits(node, leaves, scores)));
                bits
            }
            Node::Any(nodes) => {
                let mut bits = Bitmap::all(false);
                nodes.iter().for_each(|node| bits.or(&self.bits(node, leaves, scores)));
                bits
            }
            Node::Not(node) => {
                let mut bits = self.bits(node, leaves, scores);
                bits.not();
                bits
            }
            Node::Leaf(leaf) => match leaves.0.get_mut(*leaf) {
                Some(known) => **known.get_or_insert_with(|| Box::new(self.leaf(*leaf))),
                None => Bitmap::all(false),
            },
            Node::Event(test) => {
                let decisions = self.decided.event_tests.get(*test).map_or(&[][..], |decisions| self.by_row(decisions));
                Bitmap::of(decisions, |decision| decision != 0)
            }
            Node::Score(test) => {
                let points = scores.get(test.score).map_or(&[][..], Vec::as_slice);
                Bitmap::of(points, |points| test.range.contains(Points::from_hundredths(points)))
            }
        }
    }

    /// A leaf of which only the decision for "no value" is there is the same for all.
    fn leaf(&self, leaf: usize) -> Bitmap {
        let decisions = self.decided.leaves.get(leaf).map_or(&[][..], |decisions| decisions);
        let column = self.decided.leaf_columns.get(leaf).copied().flatten();
        match column {
            Some(column) => {
                Bitmap::of(self.codes(column), |code| decisions.get(code as usize).is_some_and(|d| *d != 0))
            }
            None => Bitmap::all(decisions.first().is_some_and(|decision| *decision != 0)),
        }
    }
}
