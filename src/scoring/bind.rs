//! A plan meets a table at an instant: every leaf is decided for every distinct value, contacts get their marks, events are counted.
//! What comes out refers to the table's columns by place and borrows nothing.

use super::adding::unit;
use super::awarding::Awarding;
use super::decay::{DecaySteps, left_after};
use super::filters::{Decided, Filters};
use super::kept::Kept;
use super::leaf::Marking;
use super::many;
use super::marks::{Lookup, Marks};
use super::mask::{self, BLOCK, MET};
use super::node::Node;
use super::occurrences::{Once, Selection, decided_at};
use super::plan::{ByValue, Plan, PlannedMarks, RowPoints};
use super::reading::Reading;
use super::report::Unreadable;
use crate::contacts::reading::DAY;
use crate::contacts::{Column, Table};
use crate::ruleset::{EventTest, Filter, Points};
use std::collections::HashMap;
use std::sync::Arc;

/// Hundredths of points per row.
type PointsByRow = Arc<[i64]>;

/// What is known of a table for a plan at an instant.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The column of each planned property, if the table has one.
    pub(crate) columns: Vec<Option<usize>>,
    pub(crate) decided: Decided,
    /// Per planned criterion that goes by value.
    pub(crate) by_value: Vec<BoundByValue>,
    /// Per planned row points, by row, before the criterion's limit.
    pub(crate) row_points: Vec<PointsByRow>,
    pub(crate) unreadable: Vec<Unreadable>,
}

/// What a criterion gives that goes by value.
#[derive(Clone, Debug)]
pub(crate) enum BoundByValue {
    /// Few different points: a class for each, and what it gives in units of hundredths.
    Classes { classes: Marks, lookup: Lookup, unit: u16 },
    /// Hundredths by row.
    ByRow(PointsByRow),
}

impl Bound {
    pub(crate) fn new(plan: &Plan, table: &Table, as_of: i64, kept: &Kept) -> Bound {
        let mut bound = Bound {
            columns: plan.names.columns(plan.properties.len(), table.columns()),
            decided: Decided::default(),
            by_value: Vec::with_capacity(plan.by_value.len()),
            row_points: Vec::with_capacity(plan.row_points.len()),
            unreadable: Vec::new(),
        };
        let marks = many::each(table, &plan.marks, |marks| bound.marks(marks, plan, table, as_of, kept));
        bound.decided.marks = marks;
        bound.find_unreadable(plan, table, kept);
        for by_value in &plan.by_value {
            let points = bound.by_value(by_value, plan, table, kept);
            bound.by_value.push(points);
        }
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
        bound
    }

    /// The marks of every contact, by leaves of one property.
    fn marks(&self, planned: &PlannedMarks, plan: &Plan, table: &Table, as_of: i64, kept: &Kept) -> Marks {
        let Some(property) = plan.properties.get(planned.property) else { return Marks::Same(0) };
        let leaves = || planned.leaves.iter().filter_map(|leaf| plan.leaves.get(*leaf));
        let alone = |value: Option<&Reading<'_>>| {
            let value = value.filter(|value| !property.declares_unknown(value));
            leaves().fold(0, |marks, leaf| marks | leaf.mark.of(leaf.filter.holds(value, as_of)))
        };
        let Some((index, column)) = self.column(planned.property, table) else { return Marks::Same(alone(None)) };
        if let [code] = column.codes() {
            return Marks::Same(alone(Reading::new(column, *code).as_ref()));
        }
        let question = |what: &str, timed: bool| format!("{index} {} {what}", if timed { as_of } else { 0 });
        let key = kept.key(|| {
            let leaves = leaves().map(|leaf| question(&leaf.key, leaf.timed));
            format!("marks {}", leaves.collect::<Vec<_>>().join("\n"))
        });
        let by_row = kept.decisions.find(&key).unwrap_or_else(|| {
            // A placeholder that is no number and no time is unknown to a test of those anyway.
            let ranges_only = leaves().all(|leaf| leaf.filter.is_range()) && !property.declares_readable;
            let declared = if ranges_only { Vec::new() } else { property.declared(Some(column)) };
            let marking = Marking { leaves: leaves().collect(), column, declared: &declared, as_of };
            let by_code = marking.marks(kept, question);
            kept.decisions.keep(key, by_row(column, &by_code))
        });
        Marks::ByRow(by_row)
    }

    /// Finds values that tests need as something that they cannot be read as.
    fn find_unreadable(&mut self, plan: &Plan, table: &Table, kept: &Kept) {
        for (place, property) in plan.properties.iter().enumerate() {
            let Some((index, column)) = self.column(place, table) else { continue };
            for needed in property.needed.iter().copied() {
                let key = kept.key(|| format!("{index} {needed:?} {:?}", property.unknown_values));
                let found = kept.unreadable.find_or(key, || {
                    let codes = property.unreadable(column, needed);
                    let found = (!codes.is_empty()).then(|| Unreadable::new(&property.name, needed, column, &codes));
                    found.into_iter().collect()
                });
                self.unreadable.extend(found.iter().cloned());
            }
        }
    }

    /// The column of a planned property, and its place in the table.
    fn column<'t>(&self, property: usize, table: &'t Table) -> Option<(usize, &'t Column)> {
        let index = self.columns.get(property).copied().flatten()?;
        Some((index, table.columns().get(index)?))
    }

    fn by_value(&self, by_value: &ByValue, plan: &Plan, table: &Table, kept: &Kept) -> BoundByValue {
        let ByValue { property, values, limit, key } = by_value;
        let column = self.column(*property, table);
        let by_code = || self.points_by_code(*property, plan, table, |value| limit.clamp(values.of(value)));
        let Some((index, column)) = column else {
            let none = by_code().first().copied().unwrap_or(0);
            return BoundByValue::ByRow(vec![none; table.rows()].into());
        };
        let key = |what: &str| kept.key(|| format!("{index} {what} {key}"));
        let (classes_key, points_key) = (key("classes"), key("points"));
        if let (Some(classes), Some(points)) = (kept.decisions.find(&classes_key), kept.points.find(&points_key))
            && let Some(bound) = BoundByValue::classes(Marks::ByRow(classes), &points)
        {
            return bound;
        }
        let by_row_key = kept.key(|| format!("{index} by row {}", by_value.key));
        if let Some(points) = kept.points.find(&by_row_key) {
            return BoundByValue::ByRow(points);
        }
        let by_code = by_code();
        if let Some((classes, points)) = classes(&by_code)
            && column.codes().len() > 1
            && BoundByValue::classes(Marks::Same(0), &points).is_some()
        {
            let classes = kept.decisions.keep(classes_key, by_row(column, &classes));
            let points = kept.points.keep(points_key, points);
            if let Some(bound) = BoundByValue::classes(Marks::ByRow(classes), &points) {
                return bound;
            }
        }
        BoundByValue::ByRow(kept.points.keep(by_row_key, by_row(column, &by_code)))
    }

    fn row_points(&self, row_points: &RowPoints, plan: &Plan, table: &Table, as_of: i64, kept: &Kept) -> PointsByRow {
        match row_points {
            RowPoints::Events { events, once_per, award, decay } => {
                let key = kept.key(|| format!("{as_of} {events:?} {once_per:?} {award:?} {decay:?}"));
                kept.points.find(&key).unwrap_or_else(|| {
                    let selection = Selection::new(events, table.events(), as_of, &decided(as_of, kept));
                    let once = Once::new(once_per.as_ref(), table.events());
                    let awarding = Awarding::new(award, decay.as_ref());
                    let points = award_events(selection, once, &awarding, table, as_of);
                    kept.points.keep(key, points)
                })
            }
            RowPoints::Condition { node, points, since, decay } => {
                let steps = DecaySteps::new(decay, *points);
                let met = self.met_by_row(node, table);
                let since = self.times(*since, plan, table);
                let row = |row: usize| match (met.get(row), since(row)) {
                    (Some(&MET), Some(time)) => steps.left(time, as_of).hundredths(),
                    _ => 0,
                };
                (0..table.rows()).map(row).collect()
            }
            RowPoints::ByValue { property, values, since, decay } => {
                let by_code = self.points_by_code(*property, plan, table, |value| values.of(value));
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

    /// Whether each contact meets a filter: 255 or 0.
    fn met_by_row(&self, node: &Node, table: &Table) -> Vec<u8> {
        let mut met = Vec::with_capacity(table.rows());
        for start in (0..table.rows()).step_by(BLOCK) {
            let rows = start..(start + BLOCK).min(table.rows());
            met.extend_from_slice(Filters { decided: &self.decided, rows }.met(node, &[]).bytes());
        }
        met
    }

    /// The time that a property holds, by row.
    fn times<'t>(&self, property: usize, plan: &Plan, table: &'t Table) -> impl Fn(usize) -> Option<i64> + use<'t> {
        let column = self.column(property, table).map(|(_, column)| column);
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
        let column = self.column(property, table).map(|(_, column)| column);
        column.map_or(&[], Column::codes)
    }

    /// Hundredths of points by code of a property's column.
    fn points_by_code(
        &self,
        property: usize,
        plan: &Plan,
        table: &Table,
        points: impl Fn(Option<&Reading<'_>>) -> Points,
    ) -> Vec<i64> {
        let column = self.column(property, table).map(|(_, column)| column);
        let declared = plan.properties.get(property);
        let known = |value: &Reading<'_>| declared.is_none_or(|property| !property.declares_unknown(value));
        Reading::all(column).map(|value| points(value.filter(known).as_ref()).hundredths()).collect()
    }
}

impl BoundByValue {
    /// From the class of each contact and the hundredths that each class gives.
    fn classes(classes: Marks, points: &[i64]) -> Option<BoundByValue> {
        let unit = unit(points.iter().copied());
        let units: Vec<i64> = points.iter().map(|points| points / i64::from(unit)).collect();
        Some(BoundByValue::Classes { classes, lookup: Lookup::of_classes(&units)?, unit })
    }
}

/// What each contact has, from what each value of a column has.
fn by_row<T: Copy + Default>(column: &Column, by_code: &[T]) -> Vec<T> {
    match by_code.len() {
        0..=256 => by_row_of_few::<256, T>(column, by_code),
        257..=65_536 => by_row_of_few::<65_536, T>(column, by_code),
        _ => column.codes().iter().map(|code| by_code.get(*code as usize).copied().unwrap_or_default()).collect(),
    }
}

/// The same without a look at the bounds for each contact.
fn by_row_of_few<const N: usize, T: Copy + Default>(column: &Column, by_code: &[T]) -> Vec<T> {
    let mut padded = by_code.to_vec();
    padded.resize(N, T::default());
    let Some(padded) = padded.first_chunk::<N>() else { return Vec::new() };
    column.codes().iter().map(|code| padded.get(*code as usize % N).copied().unwrap_or_default()).collect()
}

/// The class of each, and what each class is; `None` if there are more than sixteen.
fn classes(by_code: &[i64]) -> Option<(Vec<u8>, Vec<i64>)> {
    let mut known: Vec<i64> = Vec::new();
    let mut class = |points: &i64| {
        let place = known.iter().position(|known| known == points).unwrap_or_else(|| {
            known.push(*points);
            known.len() - 1
        });
        u8::try_from(place).ok().filter(|place| *place < 16)
    };
    let classes = by_code.iter().map(&mut class).collect::<Option<Vec<u8>>>()?;
    Some((classes, known))
}

/// What is decided of tests of event properties, unless it is known.
fn decided(as_of: i64, kept: &Kept) -> impl Fn(&Filter, Option<&Column>) -> Arc<[u8]> {
    let decided = decided_at(as_of);
    move |filter, column| {
        let key = kept.key(|| format!("event {as_of} {filter:?}"));
        let known = kept.decisions.find(&key);
        known.unwrap_or_else(|| kept.decisions.keep(key, decided(filter, column)))
    }
}

fn count_events(test: &EventTest, table: &Table, as_of: i64, kept: &Kept) -> Vec<u8> {
    let selection = Selection::new(&test.events, table.events(), as_of, &decided(as_of, kept));
    // Counting stops where the answer is certain.
    let enough = test.at_most.map_or(test.at_least, |most| most.saturating_add(1).max(test.at_least)) as usize;
    let holds = |row| test.holds(selection.of(row).take(enough).count());
    (0..table.rows()).map(|row| mask::byte(holds(row))).collect()
}

fn award_events(
    selection: Selection<'_>,
    mut once: Once<'_>,
    awarding: &Awarding,
    table: &Table,
    as_of: i64,
) -> Vec<i64> {
    let times = table.events().times();
    let row = |row: usize| {
        once.next_contact();
        let counted = selection.of(row).filter(|event| once.is_new(row, *event));
        awarding.points(counted.filter_map(|event| times.get(event).copied()), as_of).hundredths()
    };
    (0..table.rows()).map(row).collect()
}
