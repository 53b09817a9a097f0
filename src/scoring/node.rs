//! Filters over contacts as trees of what is decided beforehand: marks of leaves, event tests, scores. What is decided they do not know.

use crate::ruleset::ScoreTest;

/// A filter over contacts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Leaf(Mark),
    Event(usize),
    Score(ScoreTest),
}

/// Where contacts are marked that meet a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Which marks of the plan.
    pub(crate) marks: usize,
    /// Which bit of them.
    pub(crate) bit: u32,
}

impl Mark {
    /// The marks of a contact that meets this leaf or not, and no other.
    pub(crate) fn of(self, met: bool) -> u8 {
        u8::from(met) << self.bit
    }
}
