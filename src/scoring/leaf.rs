//! Leaves: filters that read a single property, decided for a value, or for every value of a column at once.

use super::kept::Kept;
use super::node::Mark;
use super::reading::Reading;
use super::test::Test;
use crate::contacts::{Column, names};
use crate::ruleset::{Filter, Operator};

/// A filter over one property.
pub(crate) struct Leaf {
    pub(crate) property: usize,
    pub(crate) filter: LeafFilter,
    /// The same for leaves that decide alike.
    pub(crate) key: String,
    /// The decision depends on `as_of`.
    pub(crate) timed: bool,
    pub(crate) mark: Mark,
}

/// A filter over one value.
pub(crate) enum LeafFilter {
    All(Vec<LeafFilter>),
    Any(Vec<LeafFilter>),
    Not(Box<LeafFilter>),
    Test(Test),
}

/// The property that a filter reads, if it reads just one and nothing else.
pub(crate) fn only_property(filter: &Filter) -> Option<&str> {
    match filter {
        Filter::Property(test) => Some(&test.property),
        Filter::Not(filter) => only_property(filter),
        Filter::All(filters) | Filter::Any(filters) => {
            let (first, rest) = filters.split_first()?;
            let property = only_property(first)?;
            let same = |other| only_property(other).is_some_and(|other| names::same(other, property));
            rest.iter().all(same).then_some(property)
        }
        Filter::Event(_) | Filter::Score(_) => None,
    }
}

/// Whether a filter over properties depends on `as_of`.
pub(crate) fn is_timed(filter: &Filter) -> bool {
    match filter {
        Filter::Property(test) => matches!(test.operator, Operator::Days(..)),
        Filter::Not(filter) => is_timed(filter),
        Filter::All(filters) | Filter::Any(filters) => filters.iter().any(is_timed),
        Filter::Event(_) | Filter::Score(_) => true,
    }
}

impl LeafFilter {
    /// Tests of events and scores are in no leaf; they hold for nothing here.
    pub(crate) fn new(filter: &Filter) -> LeafFilter {
        match filter {
            Filter::All(filters) => LeafFilter::All(filters.iter().map(LeafFilter::new).collect()),
            Filter::Any(filters) => LeafFilter::Any(filters.iter().map(LeafFilter::new).collect()),
            Filter::Not(filter) => LeafFilter::Not(Box::new(LeafFilter::new(filter))),
            Filter::Property(test) => LeafFilter::Test(Test::new(test)),
            Filter::Event(_) | Filter::Score(_) => LeafFilter::Any(Vec::new()),
        }
    }

    pub(crate) fn holds(&self, value: Option<&Reading<'_>>, as_of: i64) -> bool {
        match self {
            LeafFilter::All(filters) => filters.iter().all(|filter| filter.holds(value, as_of)),
            LeafFilter::Any(filters) => filters.iter().any(|filter| filter.holds(value, as_of)),
            LeafFilter::Not(filter) => !filter.holds(value, as_of),
            LeafFilter::Test(test) => test.holds(value, as_of),
        }
    }

    /// Whether it asks for a number or a time in a range, and nothing else.
    pub(crate) fn is_range(&self) -> bool {
        matches!(self, LeafFilter::Test(test) if test.is_range())
    }

    /// Every test in it.
    pub(crate) fn tests(&self) -> Vec<&Test> {
        match self {
            LeafFilter::All(filters) | LeafFilter::Any(filters) => filters.iter().flat_map(LeafFilter::tests).collect(),
            LeafFilter::Not(filter) => filter.tests(),
            LeafFilter::Test(test) => vec![test],
        }
    }
}

/// Decides leaves of one property, at most eight of them, for every value of its column: their marks, by code.
pub(crate) struct Marking<'a> {
    pub(crate) leaves: Vec<&'a Leaf>,
    pub(crate) column: &'a Column,
    /// The codes that the ruleset says stand for no value, ascending.
    pub(crate) declared: &'a [u32],
    pub(crate) as_of: i64,
}

impl Marking<'_> {
    /// The marks by code. `key` words a question about the column for what is kept.
    pub(crate) fn marks(&self, kept: &Kept, key: impl Fn(&str, bool) -> String) -> Vec<u8> {
        let mut marks = vec![0; self.column.dictionary().len()];
        let mut of_items = Vec::new();
        for leaf in &self.leaves {
            match &leaf.filter {
                LeafFilter::Test(test) if test.mark_in_range(self.column, self.as_of, leaf.mark.bit, &mut marks) => {}
                LeafFilter::Test(test) if test.is_about_items(self.column) => of_items.push((leaf.mark.bit, test)),
                filter => {
                    // Looking into texts takes longest of all: what was found is kept for each leaf by itself.
                    let key = kept.key(|| key(&leaf.key, leaf.timed));
                    let decisions = kept.decisions.find_or(key, || self.decide(filter));
                    marks.iter_mut().zip(decisions.iter()).for_each(|(marks, met)| *marks |= met << leaf.mark.bit);
                }
            }
        }
        if !of_items.is_empty() {
            self.mark_items(&of_items, &mut marks);
        }
        self.mark_declared(&mut marks);
        marks
    }

    /// One value after another. What stands for no value is marked later.
    fn decide(&self, filter: &LeafFilter) -> Vec<u8> {
        let values = Reading::all(Some(self.column));
        values.map(|value| u8::from(filter.holds(value.as_ref(), self.as_of))).collect()
    }

    /// Asks all questions of each distinct item at once.
    fn mark_items(&self, tests: &[(u32, &Test)], marks: &mut [u8]) {
        let Some(items) = self.column.items() else { return };
        let bits =
            |met: &dyn Fn(&Test) -> bool| tests.iter().fold(0, |all, (bit, test)| all | u8::from(met(test)) << bit);
        // What holds where no item is asked for fails where one is: its bit turns round.
        let turned = bits(&|test| !test.holds_for_items(Some(true)));
        let (without_items, unknown) =
            (bits(&|test| test.holds_for_items(None)), bits(&|test| test.holds(None, self.as_of)));
        let any = items.any(|item| bits(&|test| test.is_met_by_item(item)));
        let known = any.map(|any| any.map_or(without_items, |any| any ^ turned)).skip(1);
        marks.iter_mut().zip(std::iter::once(unknown).chain(known)).for_each(|(marks, own)| *marks |= own);
    }

    /// Gives the values that stand for no value what no value has.
    fn mark_declared(&self, marks: &mut [u8]) {
        let Some(unknown) = marks.first().copied() else { return };
        for code in self.declared {
            marks.get_mut(*code as usize).into_iter().for_each(|marks| *marks = unknown);
        }
    }
}
