//! From a ruleset to what an engine over columns can do fast: which tests there are, and where their points go.
//!
//! Every part of a filter that reads a single property becomes one *leaf*, decided once per distinct value of the property's column.
//! Criteria that are a leaf, or go by value, need no test per contact at all: their points go into a table per column. The
//! rest combines leaves as bitmaps. A plan knows no table and no instant.

use super::reading::{Needed, Reading, is_lower, lower};
use super::test::Test;
use crate::contacts::{Column, Value, reading};
use crate::ruleset::{
    Award, BandRange, BandSet, Criterion, Decay, EventSelection, EventTest, Filter, Limit, OncePer, Operator, Points,
    Rescale, Rule, Ruleset, ScoreBands, ScoreTest,
};

/// What the engine does for one ruleset.
#[derive(Default)]
pub(crate) struct Plan {
    pub(crate) properties: Vec<PlannedProperty>,
    pub(crate) leaves: Vec<Leaf>,
    pub(crate) event_tests: Vec<EventTest>,
    pub(crate) row_points: Vec<RowPoints>,
    pub(crate) scores: Vec<PlannedScore>,
    pub(crate) bands: Vec<PlannedBands>,
}

/// A property that some rule reads.
pub(crate) struct PlannedProperty {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// Texts that stand for no value, in lower case.
    pub(crate) unknown_values: Vec<String>,
    /// One of them could be read as a number or a time.
    declares_readable: bool,
}

/// A filter over one property.
pub(crate) struct Leaf {
    pub(crate) property: usize,
    pub(crate) filter: LeafFilter,
    /// The same for leaves that decide alike.
    pub(crate) key: String,
    /// The decision depends on `as_of`.
    pub(crate) timed: bool,
}

/// A filter over one value.
pub(crate) enum LeafFilter {
    All(Vec<LeafFilter>),
    Any(Vec<LeafFilter>),
    Not(Box<LeafFilter>),
    Test(Test),
}

/// A filter over leaves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Leaf(usize),
    Event(usize),
    Score(ScoreTest),
}

pub(crate) struct PlannedScore {
    pub(crate) id: String,
    pub(crate) limit: Limit,
    pub(crate) rescale: Option<Rescale>,
    pub(crate) groups: Vec<PlannedGroup>,
}

pub(crate) struct PlannedGroup {
    pub(crate) id: String,
    pub(crate) limit: Limit,
    /// Criteria whose points follow from one value.
    pub(crate) by_code: Vec<(usize, ByCode)>,
    /// Criteria whose points follow from several leaves: what they give if met, and if not (0, unless a limit says otherwise).
    pub(crate) conditions: Vec<(Node, Points, Points)>,
    /// Criteria whose points have to be worked out for each contact, with their limit.
    pub(crate) row_points: Vec<(usize, Limit)>,
}

/// How points follow from one value.
pub(crate) enum ByCode {
    Leaf { leaf: usize, met: Points, unmet: Points },
    ByValue { values: ValuePoints, limit: Limit },
}

/// Points by item, and for items that are not listed.
#[derive(Clone, Debug)]
pub(crate) struct ValuePoints {
    /// Items in lower case, sorted.
    values: Vec<(String, Points)>,
    default: Points,
}

/// Points that have to be worked out for each contact.
pub(crate) enum RowPoints {
    Events { events: EventSelection, once_per: Option<OncePer>, award: Award, decay: Option<Decay> },
    Condition { node: Node, points: Points, since: usize, decay: Decay },
    ByValue { property: usize, values: ValuePoints, since: usize, decay: Decay },
}

pub(crate) enum PlannedBands {
    Score(PlannedRanges),
    Matrix { id: String, rows: PlannedRanges, columns: PlannedRanges },
}

/// Ranges in the order in which they are tried.
pub(crate) struct PlannedRanges {
    pub(crate) score: usize,
    pub(crate) ranges: Vec<(BandRange, Option<Node>)>,
}

impl Plan {
    pub(crate) fn new(ruleset: &Ruleset) -> Plan {
        let mut plan = Plan::default();
        for score in &ruleset.scores {
            let groups = score.groups.iter().map(|group| {
                let mut planned = PlannedGroup {
                    id: group.id.clone(),
                    limit: group.limit,
                    by_code: Vec::new(),
                    conditions: Vec::new(),
                    row_points: Vec::new(),
                };
                for criterion in group.criteria.iter().filter(|criterion| criterion.enabled) {
                    plan.add_criterion(ruleset, &mut planned, criterion, criterion.decay.or(group.decay));
                }
                planned
            });
            let groups = groups.collect();
            plan.scores.push(PlannedScore { id: score.id.clone(), limit: score.limit, rescale: score.rescale, groups });
        }
        for set in &ruleset.bands {
            let planned = match set {
                BandSet::Score(bands) => PlannedBands::Score(plan.ranges(ruleset, bands)),
                BandSet::Matrix { id, rows, columns, .. } => PlannedBands::Matrix {
                    id: id.clone(),
                    rows: plan.ranges(ruleset, rows),
                    columns: plan.ranges(ruleset, columns),
                },
            };
            plan.bands.push(planned);
        }
        plan
    }

    fn add_criterion(
        &mut self,
        ruleset: &Ruleset,
        group: &mut PlannedGroup,
        criterion: &Criterion,
        decay: Option<Decay>,
    ) {
        let limit = criterion.limit;
        match &criterion.rule {
            Rule::Condition { when, points, since: property } => {
                let node = self.node(ruleset, when);
                match (property.as_deref().zip(decay), node) {
                    (Some((property, decay)), node) => {
                        let since = self.property(ruleset, property);
                        self.add_row_points(group, RowPoints::Condition { node, points: *points, since, decay }, limit);
                    }
                    (None, Node::Leaf(leaf)) => {
                        let property = self.leaves.get(leaf).map_or(0, |leaf| leaf.property);
                        let (met, unmet) = (limit.clamp(*points), limit.clamp(Points::ZERO));
                        group.by_code.push((property, ByCode::Leaf { leaf, met, unmet }));
                    }
                    (None, node) => group.conditions.push((node, limit.clamp(*points), limit.clamp(Points::ZERO))),
                }
            }
            Rule::ByValue { property, values, default, since: since_property } => {
                let property = self.property(ruleset, property);
                let values = ValuePoints::new(values, *default);
                match since_property.as_deref().zip(decay) {
                    Some((since, decay)) => {
                        let since = self.property(ruleset, since);
                        self.add_row_points(group, RowPoints::ByValue { property, values, since, decay }, limit);
                    }
                    None => group.by_code.push((property, ByCode::ByValue { values, limit })),
                }
            }
            Rule::ByEvent { events, once_per, award } => {
                let (events, once_per, award) = (events.clone(), once_per.clone(), award.clone());
                self.add_row_points(group, RowPoints::Events { events, once_per, award, decay }, limit);
            }
        }
    }

    fn add_row_points(&mut self, group: &mut PlannedGroup, row_points: RowPoints, limit: Limit) {
        group.row_points.push((self.row_points.len(), limit));
        self.row_points.push(row_points);
    }

    fn ranges(&mut self, ruleset: &Ruleset, bands: &ScoreBands) -> PlannedRanges {
        let mut ranges: Vec<_> = bands
            .ranges
            .iter()
            .map(|range| (range.clone(), range.when.as_ref().map(|when| self.node(ruleset, when))))
            .collect();
        // A stable sort: of ranges that begin alike the first comes first. None is below every Some.
        ranges.sort_by_key(|(range, _)| std::cmp::Reverse(range.range.at_least));
        PlannedRanges { score: bands.score, ranges }
    }

    fn property(&mut self, ruleset: &Ruleset, name: &str) -> usize {
        let same = |other: &str| crate::contacts::names::same(other, name);
        if let Some(index) = self.properties.iter().position(|property| same(&property.name)) {
            return index;
        }
        self.properties.push(PlannedProperty::new(ruleset, name));
        self.properties.len() - 1
    }

    /// A filter over contacts: a leaf as far as one property goes, above that a tree.
    fn node(&mut self, ruleset: &Ruleset, filter: &Filter) -> Node {
        if let Some(property) = only_property(filter) {
            return Node::Leaf(self.leaf(ruleset, property, filter));
        }
        match filter {
            Filter::All(filters) => Node::All(self.nodes(ruleset, filters, Filter::All)),
            Filter::Any(filters) => Node::Any(self.nodes(ruleset, filters, Filter::Any)),
            Filter::Not(filter) => Node::Not(Box::new(self.node(ruleset, filter))),
            Filter::Property(test) => Node::Leaf(self.leaf(ruleset, &test.property, filter)),
            Filter::Event(test) => {
                let known = self.event_tests.iter().position(|other| other == test);
                Node::Event(known.unwrap_or_else(|| {
                    self.event_tests.push(test.clone());
                    self.event_tests.len() - 1
                }))
            }
            Filter::Score(test) => Node::Score(test.clone()),
        }
    }

    /// The parts of an `all` or `any`; those that read one and the same property become one leaf.
    fn nodes(&mut self, ruleset: &Ruleset, filters: &[Filter], join: fn(Vec<Filter>) -> Filter) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut by_property: Vec<(&str, Vec<Filter>)> = Vec::new();
        for filter in filters {
            match only_property(filter) {
                None => nodes.push(self.node(ruleset, filter)),
                Some(property) => {
                    match by_property.iter_mut().find(|(name, _)| crate::contacts::names::same(name, property)) {
                        Some((_, parts)) => parts.push(filter.clone()),
                        None => by_property.push((property, vec![filter.clone()])),
                    }
                }
            }
        }
        for (property, mut parts) in by_property {
            let filter = if parts.len() == 1 { parts.remove(0) } else { join(parts) };
            nodes.push(Node::Leaf(self.leaf(ruleset, property, &filter)));
        }
        nodes
    }

    fn leaf(&mut self, ruleset: &Ruleset, property: &str, filter: &Filter) -> usize {
        let index = self.property(ruleset, property);
        let unknown_values = self.properties.get(index).map(|property| &property.unknown_values);
        let key = format!("{unknown_values:?} {filter:?}");
        if let Some(known) = self.leaves.iter().position(|leaf| leaf.property == index && leaf.key == key) {
            return known;
        }
        self.leaves.push(Leaf { property: index, filter: LeafFilter::new(filter), key, timed: is_timed(filter) });
        self.leaves.len() - 1
    }
}

impl PlannedProperty {
    /// A property with what the ruleset says about it.
    pub(crate) fn new(ruleset: &Ruleset, name: &str) -> PlannedProperty {
        let declared = ruleset.properties.iter().find(|property| crate::contacts::names::same(&property.name, name));
        let own = declared.map_or(&[][..], |property| &property.unknown_values);
        let unknown_values = ruleset.unknown_values.iter().chain(own);
        let unknown_values: Vec<_> = unknown_values.map(|text| lower(text.trim()).into_owned()).collect();
        let readable = |text: &String| reading::number(text).is_some() || reading::time(text).is_some();
        PlannedProperty {
            name: name.to_owned(),
            aliases: declared.map_or_else(Vec::new, |property| property.aliases.clone()),
            declares_readable: unknown_values.iter().any(readable),
            unknown_values,
        }
    }

    /// Whether the ruleset says that a value stands for no value.
    pub(crate) fn declares_unknown(&self, value: &Reading<'_>) -> bool {
        self.unknown_values.iter().any(|unknown| is_lower(value.text(), unknown))
    }

    /// The codes of a column whose values cannot be read so and do not stand for no value, ascending.
    pub(crate) fn unreadable(&self, column: &Column, needed: Needed) -> Vec<u32> {
        let declared = |code| Reading::new(column, code).is_some_and(|value| self.declares_unknown(&value));
        needed.unreadable(column).into_iter().filter(|code| !declared(*code)).collect()
    }

    /// The codes of a column that the ruleset says stand for no value, ascending.
    pub(crate) fn declared(&self, column: Option<&Column>) -> Vec<u32> {
        let Some(column) = column.filter(|_| !self.unknown_values.is_empty()) else { return Vec::new() };
        // Nearly all values are ruled out by their first byte. Letters beyond ASCII may be small ones within it (the Kelvin sign).
        let mut first = [false; 256];
        first.iter_mut().skip(128).for_each(|first| *first = true);
        for byte in self.unknown_values.iter().filter_map(|unknown| unknown.bytes().next()) {
            for byte in [byte, byte.to_ascii_uppercase()] {
                first.get_mut(usize::from(byte)).into_iter().for_each(|first| *first = true);
            }
        }
        let declared = |value: Value<'_>| self.unknown_values.iter().any(|unknown| is_lower(&value.text(), unknown));
        let candidates = column.dictionary().values_that_begin(&first);
        candidates.filter(|(_, value)| declared(*value)).map(|(code, _)| code).collect()
    }
}

/// The property that a filter reads, if it reads just one and nothing else.
fn only_property(filter: &Filter) -> Option<&str> {
    match filter {
        Filter::Property(test) => Some(&test.property),
        Filter::Not(filter) => only_property(filter),
        Filter::All(filters) | Filter::Any(filters) => {
            let (first, rest) = filters.split_first()?;
            let property = only_property(first)?;
            let same = |other| only_property(other).is_some_and(|other| crate::contacts::names::same(other, property));
            rest.iter().all(same).then_some(property)
        }
        Filter::Event(_) | Filter::Score(_) => None,
    }
}

/// Whether a filter over properties depends on `as_of`.
fn is_timed(filter: &Filter) -> bool {
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

    /// Whether each value of a column of a property meets it, by code. `declared` gives the codes that stand for no value.
    pub(crate) fn decide<'a>(
        &self,
        column: Option<&Column>,
        property: &PlannedProperty,
        declared: impl Fn() -> &'a [u32],
        as_of: i64,
    ) -> Vec<u8> {
        if let (LeafFilter::Test(test), Some(column)) = (self, column)
            && let Some(mut decisions) = test.holds_for_all(column, as_of)
        {
            // A placeholder that is no number and no time is unknown to a test of those anyway.
            if test.needs().is_none() || property.declares_readable {
                let unknown = u8::from(test.holds(None, as_of));
                for code in declared() {
                    decisions.get_mut(*code as usize).into_iter().for_each(|decision| *decision = unknown);
                }
            }
            return decisions;
        }
        let declared = declared();
        let known = |code: u32| declared.binary_search(&code).is_err();
        let values = (0..).zip(Reading::all(column)).map(|(code, value)| value.filter(|_| known(code)));
        values.map(|value| u8::from(self.holds(value.as_ref(), as_of))).collect()
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

impl ValuePoints {
    pub(crate) fn new(values: &[(String, Points)], default: Points) -> ValuePoints {
        let mut values: Vec<_> =
            values.iter().map(|(value, points)| (lower(value.trim()).into_owned(), *points)).collect();
        values.sort();
        ValuePoints { values, default }
    }

    /// What an item in lower case gives, and whether it is listed.
    pub(crate) fn of_item(&self, item: &str) -> (Points, bool) {
        let place = self.values.binary_search_by(|(value, _)| value.as_str().cmp(item));
        match place.ok().and_then(|place| self.values.get(place)) {
            Some((_, points)) => (*points, true),
            None => (self.default, false),
        }
    }

    /// What the distinct items of a value give together.
    pub(crate) fn of(&self, value: Option<&Reading<'_>>) -> Points {
        let points = |value: &Reading<'_>| distinct_items(value).iter().map(|item| self.of_item(item).0).sum();
        value.map_or(Points::ZERO, points)
    }
}

/// The distinct items of a value in lower case, in order.
pub(crate) fn distinct_items<'a>(value: &Reading<'a>) -> Vec<std::borrow::Cow<'a, str>> {
    let mut items: Vec<_> = value.items().map(lower).collect();
    // Nearly every value is one item; of many, each is looked up, so that a hostile list is not quadratic.
    if items.len() > 1 {
        let mut seen = std::collections::HashSet::new();
        items.retain(|item| seen.insert(item.clone()));
    }
    items
}
