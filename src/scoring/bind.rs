//! A plan meets a table at an instant: every leaf is decided for every distinct value, events are counted, and points that follow
//! from one value become a table per column. What comes out refers to the table's columns by place and borrows nothing.

use super::bitmap::BLOCK;
use super::decay::{DecaySteps, left_after};
use super::filters::{Decided, Filters, KnownLeaves};
use super::kept::Kept;
use super::occurrences::{Once, Selection};
use super::plan::{ByCode, Node, Plan, PlannedGroup, PlannedProperty, RowPoints};
use super::reading::{Needed, Reading};
use super::report::Unreadable;
use crate::contacts::reading::DAY;
use crate::contacts::{Column, Table};
use crate::ruleset::{Award, Decay, EventTest, Points};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

/// A decision per code or per row: 1 or 0.
type Decisions = Arc<[u8]>;
/// Hundredths of points per row.
type PointsByRow = Arc<[i64]>;

/// What is known of a table for a plan at an instant.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The column of each planned property, if the table has one.
    pub(crate) columns: Vec<Option<usize>>,
    pub(crate) decided: Decided,
    /// Per planned row points, by row, before the criterion's limit.
    pub(crate) row_points: Vec<PointsByRow>,
    /// Per score, per group.
    pub(crate) groups: Vec<Vec<BoundGroup>>,
    pub(crate) unreadable: Vec<Unreadable>,
}

/// What the criteria of a group give by value.
#[derive(Clone, Debug, Default)]
pub(crate) struct BoundGroup {
    /// What every contact gets.
    pub(crate) constant: i64,
    /// Hundredths by code of a column; in 32 bits where they fit, which is nearly always.
    pub(crate) narrow: Vec<(usize, Vec<i32>)>,
    pub(crate) wide: Vec<(usize, Vec<i64>)>,
}

impl Bound {
    pub(crate) fn new(plan: &Plan, table: &Table, as_of: i64, kept: &mut Kept) -> Bound {
        let columns: Vec<_> = plan.properties.iter().map(|property| column_of(table, property)).collect();
        let leaf_columns = plan.leaves.iter().map(|leaf| columns.get(leaf.property).copied().flatten()).collect();
        let mut bound = Bound {
            columns,
            decided: Decided { leaf_columns, ..Decided::default() },
            row_points: Vec::new(),
            groups: Vec::new(),
            unreadable: Vec::new(),
        };
        bound.decide_leaves(plan, table, as_of, kept);
        for test in &plan.event_tests {
            let key = kept.key(|| format!("{as_of} {test:?}"));
            let decisions = kept.decisions.find(&key).unwrap_or_else(|| {
                let decisions = count_events(test, table, as_of, kept);
                kept.decisions.keep(key, decisions)
            });
            bound.decided.event_tests.push(decisions);
        }
        for row_points in &plan.row_points {
            let points = bound.row_points(row_points, plan, table, as_of, kept);
            bound.row_points.push(points);
        }
        for score in &plan.scores {
            let groups = score.groups.iter().map(|group| bound.group(group, plan, table)).collect();
            bound.groups.push(groups);
        }
        bound
    }

    /// Decides, property by property, what has not been decided before.
    fn decide_leaves(&mut self, plan: &Plan, table: &Table, as_of: i64, kept: &mut Kept) {
        self.decided.leaves = vec![Decisions::default(); plan.leaves.len()];
        for (place, property) in plan.properties.iter().enumerate() {
            let index = self.column(place);
            let column = index.and_then(|index| table.columns().get(index));
            let key = |what: &str, as_of: i64| format!("{index:?} {as_of} {what}");
            // Looked up only if something has to be decided.
            let declared = OnceCell::new();
            let declared = || declared.get_or_init(|| property.declared(column)).as_slice();
            let mut needed: Vec<Needed> = Vec::new();
            for (leaf, decided) in
                plan.leaves.iter().zip(&mut self.decided.leaves).filter(|(leaf, _)| leaf.property == place)
            {
                needed.extend(leaf.filter.tests().into_iter().filter_map(|test| test.needs()));
                let key = kept.key(|| key(&leaf.key, if leaf.timed { as_of } else { 0 }));
                *decided = kept.decisions.find_or(key, || leaf.filter.decide(column, property, declared, as_of));
            }
            needed.sort();
            needed.dedup();
            for needed in needed {
                let key = kept.key(|| key(&format!("{needed:?} {:?}", property.unknown_values), 0));
                let Some(column) = column else { continue };
                let codes = kept.unreadable.find_or(key, || property.unreadable(column, needed));
                if !codes.is_empty() {
                    self.unreadable.push(Unreadable::new(&property.name, needed, column, &codes));
                }
            }
        }
    }

    /// The place of a planned property's column in the table.
    pub(crate) fn column(&self, property: usize) -> Option<usize> {
        self.columns.get(property).copied().flatten()
    }

    fn row_points(
        &self,
        row_points: &RowPoints,
        plan: &Plan,
        table: &Table,
        as_of: i64,
        kept: &mut Kept,
    ) -> PointsByRow {
        match row_points {
            RowPoints::Events { events, once_per, award, decay } => {
                let key = kept.key(|| format!("{as_of} {events:?} {once_per:?} {award:?} {decay:?}"));
                kept.points.find(&key).unwrap_or_else(|| {
                    let selection = Selection::new(events, table.events(), as_of, kept);
                    let once = Once::new(once_per.as_ref(), table.events());
                    let points = award_events(selection, once, award, decay.as_ref(), table, as_of);
                    kept.points.keep(key, points)
                })
            }
            RowPoints::Condition { node, points, since, decay } => {
                let steps = DecaySteps::new(decay, *points);
                let met = self.met_by_row(node, table);
                let since = self.times(*since, plan, table);
                let row = |row: usize| match (met.get(row), since(row)) {
                    (Some(true), Some(time)) => steps.left(time, as_of).hundredths(),
                    _ => 0,
                };
                (0..table.rows()).map(row).collect()
            }
            RowPoints::ByValue { property, values, since, decay } => {
                let by_code = self.by_code(*property, plan, table, |value| values.of(value));
                let codes = self.codes(*property, table);
                let since = self.times(*since, plan, table);
                // Few distinct points at few distinct ages: each is worked out once.
                let mut known: HashMap<(i64, i64), i64> = HashMap::new();
                let interval = i64::from(decay.every_days) * DAY;
                let row = |row: usize| {
                    let code = codes.get(row).copied().unwrap_or(0);
                    let points = by_code.get(code as usize).copied().unwrap_or(0);
                    let Some(time) = since(row).filter(|_| points != 0) else { return 0 };
                    let intervals = (as_of - time).max(0) / interval;
                    let left = || left_after(decay, Points::from_hundredths(points), intervals).hundredths();
                    *known.entry((points, intervals)).or_insert_with(left)
                };
                (0..table.rows()).map(row).collect()
            }
        }
    }

    /// Whether each contact meets a filter.
    fn met_by_row(&self, node: &Node, table: &Table) -> Vec<bool> {
        let mut leaves = KnownLeaves::default();
        let mut met = Vec::with_capacity(table.rows());
        for start in (0..table.rows()).step_by(BLOCK) {
            let rows = start..(start + BLOCK).min(table.rows());
            let length = rows.len();
            leaves.begin(&self.decided);
            let bits = Filters { decided: &self.decided, table, rows }.bits(node, &mut leaves, &[]);
            met.extend((0..length).map(|row| bits.contains(row)));
        }
        met
    }

    /// The time that a property holds, by row.
    fn times<'t>(&self, property: usize, plan: &Plan, table: &'t Table) -> impl Fn(usize) -> Option<i64> + use<'t> {
        let column = self.column(property).and_then(|column| table.columns().get(column));
        let codes = column.map_or(&[][..], Column::codes);
        let declared = plan.properties.get(property);
        let times: Vec<Option<i64>> = Reading::all(column)
            .map(|value| {
                let known = value.filter(|value| declared.is_none_or(|property| !property.declares_unknown(value)));
                known.and_then(|value| value.time())
            })
            .collect();
        move |row| times.get(*codes.get(row)? as usize).copied().flatten()
    }

    fn codes<'t>(&self, property: usize, table: &'t Table) -> &'t [u32] {
        let column = self.column(property).and_then(|column| table.columns().get(column));
        column.map_or(&[], Column::codes)
    }

    /// Hundredths of points by code of a property's column.
    fn by_code(
        &self,
        property: usize,
        plan: &Plan,
        table: &Table,
        points: impl Fn(Option<&Reading<'_>>) -> Points,
    ) -> Vec<i64> {
        let column = self.column(property).and_then(|column| table.columns().get(column));
        let declared = plan.properties.get(property);
        let known = |value: &Reading<'_>| declared.is_none_or(|property| !property.declares_unknown(value));
        Reading::all(column).map(|value| points(value.filter(known).as_ref()).hundredths()).collect()
    }

    fn group(&self, group: &PlannedGroup, plan: &Plan, table: &Table) -> BoundGroup {
        let mut bound = BoundGroup::default();
        let mut tables: Vec<(usize, Vec<i64>)> = Vec::new();
        for (property, by_code) in &group.by_code {
            let place = tables.iter().position(|(other, _)| other == property).unwrap_or_else(|| {
                let column = self.column(*property).and_then(|column| table.columns().get(column));
                tables.push((*property, vec![0; column.map_or(1, |column| column.dictionary().len())]));
                tables.len() - 1
            });
            let Some((_, sums)) = tables.get_mut(place) else { continue };
            match by_code {
                ByCode::Leaf { leaf, met, unmet } => {
                    let decisions = self.decided.leaves.get(*leaf).map_or(&[][..], |decisions| decisions);
                    let (met, unmet) = (met.hundredths(), unmet.hundredths());
                    let points = |decision: &u8| if *decision == 0 { unmet } else { met };
                    sums.iter_mut().zip(decisions).for_each(|(sum, decision)| *sum += points(decision));
                }
                ByCode::ByValue { values, limit } => {
                    let points = self.by_code(*property, plan, table, |value| limit.clamp(values.of(value)));
                    sums.iter_mut().zip(points).for_each(|(sum, points)| *sum = sum.saturating_add(points));
                }
            }
        }
        for (property, sums) in tables {
            match self.column(property) {
                // Without a column every contact has what "no value" gives.
                None => bound.constant += sums.first().copied().unwrap_or(0),
                Some(column) if sums.iter().all(|sum| i32::try_from(*sum).is_ok()) => {
                    bound.narrow.push((column, sums.iter().map(|sum| *sum as i32).collect()));
                }
                Some(column) => bound.wide.push((column, sums)),
            }
        }
        bound.constant += group.conditions.iter().map(|(_, _, unmet)| unmet.hundredths()).sum::<i64>();
        bound
    }
}

fn column_of(table: &Table, property: &PlannedProperty) -> Option<usize> {
    table.column_index(&property.name, property.aliases.iter().map(String::as_str))
}

fn count_events(test: &EventTest, table: &Table, as_of: i64, kept: &mut Kept) -> Vec<u8> {
    let selection = Selection::new(&test.events, table.events(), as_of, kept);
    // Counting stops where the answer is certain.
    let enough = test.at_most.map_or(test.at_least, |most| most.saturating_add(1).max(test.at_least)) as usize;
    let holds = |row| test.holds(selection.of(row).take(enough).count());
    (0..table.rows()).map(|row| u8::from(holds(row))).collect()
}

fn award_events(
    selection: Selection<'_>,
    mut once: Once<'_>,
    award: &Award,
    decay: Option<&Decay>,
    table: &Table,
    as_of: i64,
) -> Vec<i64> {
    let times = table.events().times();
    let left = |steps: &Option<DecaySteps>, points: Points, event: Option<usize>| match (steps, event) {
        (Some(steps), Some(event)) => steps.left(times.get(event).copied().unwrap_or(as_of), as_of),
        _ => points,
    };
    let steps = |points| decay.map(|decay| DecaySteps::new(decay, points));
    let mut contact = |row: usize, most: usize, add: &mut dyn FnMut(usize)| {
        once.next_contact();
        selection.of(row).filter(|event| once.is_new(row, *event)).take(most).for_each(add);
    };
    match award {
        Award::PerOccurrence { points, max_occurrences } => {
            let steps = steps(*points);
            let most = max_occurrences.map_or(usize::MAX, |most| most as usize);
            let row = |row| {
                let mut sum = Points::ZERO;
                contact(row, most, &mut |event| sum = sum.plus(left(&steps, *points, Some(event))));
                sum.hundredths()
            };
            (0..table.rows()).map(row).collect()
        }
        Award::Frequency(ranges) => {
            let steps: Vec<_> = ranges.iter().map(|range| (range, steps(range.points))).collect();
            let row = |row| {
                let (mut count, mut latest) = (0_usize, None);
                contact(row, usize::MAX, &mut |event| {
                    count += 1;
                    latest = latest.or(Some(event));
                });
                let range = steps.iter().find(|(range, _)| range.contains(count));
                range.map_or(0, |(range, steps)| left(steps, range.points, latest).hundredths())
            };
            (0..table.rows()).map(row).collect()
        }
    }
}
