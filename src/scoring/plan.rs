//! From a ruleset to what an engine over columns can do fast: which tests there are, and where their points go.
//!
//! Every part of a filter that reads a single property becomes one *leaf*, decided once per distinct value of the property's column.
//! Eight leaves of a property share the *marks* of a contact, a bit each. Criteria that are a leaf get their points from marks at one
//! look; the rest combines leaves. A plan knows no table and no instant.

use super::adding::Adding;
use super::leaf::{Leaf, LeafFilter, is_timed, only_property};
use super::node::{Mark, Node};
use super::property::{PlannedProperty, PropertyNames};
use super::value_points::ValuePoints;
use crate::contacts::names;
use crate::ruleset::{
    Award, BandRange, BandSet, Criterion, Decay, EventSelection, EventTest, Filter, Group, Limit, OncePer, Points,
    Rescale, Rule, Ruleset, ScoreBands,
};

/// What the engine does for one ruleset.
#[derive(Default)]
pub(crate) struct Plan {
    pub(crate) properties: Vec<PlannedProperty>,
    pub(crate) names: PropertyNames,
    pub(crate) leaves: Vec<Leaf>,
    pub(crate) marks: Vec<PlannedMarks>,
    pub(crate) by_value: Vec<ByValue>,
    pub(crate) event_tests: Vec<EventTest>,
    pub(crate) row_points: Vec<RowPoints>,
    pub(crate) scores: Vec<PlannedScore>,
    pub(crate) bands: Vec<PlannedBands>,
    /// Per band set, the label of every code from 1.
    pub(crate) labels: Vec<Vec<String>>,
}

/// The leaves of one property that share marks, at most eight, as places in the plan's leaves: by bit.
pub(crate) struct PlannedMarks {
    pub(crate) property: usize,
    pub(crate) leaves: Vec<usize>,
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
    /// Hundredths that every contact gets: a limit may give points to those who do not meet a criterion.
    pub(crate) constant: i64,
    /// What those who meet the conditions get beside that.
    pub(crate) conditions: Adding,
    /// Criteria that go by value.
    pub(crate) by_value: Vec<usize>,
    /// Criteria whose points have to be worked out for each contact, with their limit.
    pub(crate) row_points: Vec<(usize, Limit)>,
}

/// Points that follow from a value.
pub(crate) struct ByValue {
    pub(crate) property: usize,
    pub(crate) values: ValuePoints,
    pub(crate) limit: Limit,
    /// The same for those that give the same.
    pub(crate) key: String,
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

impl PlannedGroup {
    /// Whether what it gives can be added up without a look at the ends of the 64-bit range: points of rules are small and few.
    pub(crate) fn is_small(&self) -> bool {
        self.by_value.is_empty() && self.row_points.is_empty()
    }
}

impl Plan {
    pub(crate) fn new(ruleset: &Ruleset) -> Plan {
        let mut plan = Plan::default();
        for score in &ruleset.scores {
            let groups = score.groups.iter().map(|group| plan.group(ruleset, group));
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
        plan.finish();
        plan
    }

    /// Finds out what follows from everything that has been added.
    pub(super) fn finish(&mut self) {
        self.labels = self.bands.iter().map(PlannedBands::labels).collect();
        self.names = PropertyNames::new(&self.properties);
        for leaf in &self.leaves {
            if let Some(property) = self.properties.get_mut(leaf.property) {
                property.needed.extend(leaf.filter.tests().into_iter().filter_map(|test| test.needs()));
            }
        }
        for property in &mut self.properties {
            property.needed.sort();
            property.needed.dedup();
        }
    }

    /// Adds what a group reads, but for that of its muted criteria.
    pub(super) fn group(&mut self, ruleset: &Ruleset, group: &Group) -> PlannedGroup {
        let mut planned = PlannedGroup {
            id: group.id.clone(),
            limit: group.limit,
            constant: 0,
            conditions: Adding::default(),
            by_value: Vec::new(),
            row_points: Vec::new(),
        };
        let mut conditions = Vec::new();
        for criterion in group.criteria.iter().filter(|criterion| criterion.enabled) {
            let decay = criterion.decay.or(group.decay);
            conditions.extend(self.add_criterion(ruleset, &mut planned, criterion, decay));
        }
        planned.conditions = Adding::new(conditions);
        planned
    }

    /// Adds a criterion to its group. If it is a condition it is returned, with the hundredths that it gives beside the group's constant.
    fn add_criterion(
        &mut self,
        ruleset: &Ruleset,
        group: &mut PlannedGroup,
        criterion: &Criterion,
        decay: Option<Decay>,
    ) -> Option<(Node, i64)> {
        let limit = criterion.limit;
        match &criterion.rule {
            Rule::Condition { when, points, since: property } => {
                let node = self.node(ruleset, when);
                let Some((property, decay)) = property.as_deref().zip(decay) else {
                    let unmet = limit.clamp(Points::ZERO).hundredths();
                    group.constant += unmet;
                    return Some((node, limit.clamp(*points).hundredths() - unmet));
                };
                let since = self.property(ruleset, property);
                self.add_row_points(group, RowPoints::Condition { node, points: *points, since, decay }, limit);
            }
            Rule::ByValue { property, values, default, since: since_property } => {
                let property = self.property(ruleset, property);
                let values = ValuePoints::new(values, *default);
                match since_property.as_deref().zip(decay) {
                    Some((since, decay)) => {
                        let since = self.property(ruleset, since);
                        self.add_row_points(group, RowPoints::ByValue { property, values, since, decay }, limit);
                    }
                    None => {
                        let unknown_values = self.properties.get(property).map(|property| &property.unknown_values);
                        let key = format!("{unknown_values:?} {values:?} {limit:?}");
                        group.by_value.push(self.by_value.len());
                        self.by_value.push(ByValue { property, values, limit, key });
                    }
                }
            }
            Rule::ByEvent { events, once_per, award } => {
                let (events, once_per, award) = (events.clone(), once_per.clone(), award.clone());
                self.add_row_points(group, RowPoints::Events { events, once_per, award, decay }, limit);
            }
        }
        None
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
        let same = |other: &str| names::same(other, name);
        if let Some(index) = self.properties.iter().position(|property| same(&property.name)) {
            return index;
        }
        self.properties.push(PlannedProperty::new(ruleset, name));
        self.properties.len() - 1
    }

    /// A filter over contacts: a leaf as far as one property goes, above that a tree.
    pub(super) fn node(&mut self, ruleset: &Ruleset, filter: &Filter) -> Node {
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
                Some(property) => match by_property.iter_mut().find(|(name, _)| names::same(name, property)) {
                    Some((_, parts)) => parts.push(filter.clone()),
                    None => by_property.push((property, vec![filter.clone()])),
                },
            }
        }
        for (property, mut parts) in by_property {
            let filter = if parts.len() == 1 { parts.remove(0) } else { join(parts) };
            nodes.push(Node::Leaf(self.leaf(ruleset, property, &filter)));
        }
        nodes
    }

    fn leaf(&mut self, ruleset: &Ruleset, property: &str, filter: &Filter) -> Mark {
        let index = self.property(ruleset, property);
        let unknown_values = self.properties.get(index).map(|property| &property.unknown_values);
        let key = format!("{unknown_values:?} {filter:?}");
        if let Some(known) = self.leaves.iter().find(|leaf| leaf.property == index && leaf.key == key) {
            return known.mark;
        }
        let place = self.leaves.len();
        let has_room = |marks: &PlannedMarks| marks.property == index && marks.leaves.len() < 8;
        let marks = self.marks.iter().rposition(has_room).unwrap_or_else(|| {
            self.marks.push(PlannedMarks { property: index, leaves: Vec::new() });
            self.marks.len() - 1
        });
        let bit = self.marks.get_mut(marks).map_or(0, |marks| {
            marks.leaves.push(place);
            marks.leaves.len() as u32 - 1
        });
        let (timed, filter) = (is_timed(filter), LeafFilter::new(filter));
        let mark = Mark { marks, bit };
        self.leaves.push(Leaf { property: index, filter, key, timed, mark });
        mark
    }
}
