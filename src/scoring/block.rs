//! Scores a block of contacts: a range of rows small enough that everything about it stays in cache. One contact is a block of one,
//! so that one and a million cannot differ.

use super::adding::Adding;
use super::bind::{Bound, BoundByValue};
use super::filters::{Filters, join_range};
use super::mask::{Join, Mask};
use super::plan::{Plan, PlannedBands, PlannedGroup, PlannedRanges};
use crate::ruleset::{Limit, Points};
use std::ops::Range;

/// The scores of a block of contacts, and the room in which they are worked out.
pub(crate) struct Block {
    sums: Vec<i16>,
    /// Hundredths per score, per group, by place in the block; limits applied.
    pub(crate) groups: Vec<Vec<Vec<i64>>>,
    /// Hundredths per score, by place in the block; limits applied.
    pub(crate) scores: Vec<Vec<i64>>,
    /// Per band set, by place in the block: 0 without a band, else the range's place from 1 in the order of the plan; for a matrix
    /// (row - 1) × columns + column.
    pub(crate) bands: Vec<Vec<u32>>,
}

impl Block {
    pub(crate) fn new(plan: &Plan) -> Block {
        Block {
            sums: Vec::new(),
            groups: plan.scores.iter().map(|score| vec![Vec::new(); score.groups.len()]).collect(),
            scores: vec![Vec::new(); plan.scores.len()],
            bands: vec![Vec::new(); plan.bands.len()],
        }
    }

    /// Scores at most [`super::mask::BLOCK`] contacts.
    pub(crate) fn score(&mut self, plan: &Plan, bound: &Bound, rows: Range<usize>) {
        let length = rows.len();
        let filters = Filters { decided: &bound.decided, rows };
        for (place, score) in plan.scores.iter().enumerate() {
            let Some(groups) = self.groups.get_mut(place) else { continue };
            let mut sum = self.scores.get_mut(place).map(std::mem::take).unwrap_or_default();
            sum.clear();
            sum.resize(length, 0);
            // Additions that may end at a bound are made one at a time, others several in one step.
            let small = score.groups.iter().all(PlannedGroup::is_small);
            for (group, points) in score.groups.iter().zip(groups) {
                filters.add_up(group, bound, &mut self.sums, points);
                clamp(group.limit, points);
                if small {
                    sum.iter_mut().zip(points.iter()).for_each(|(sum, points)| *sum += points);
                } else {
                    sum.iter_mut().zip(points.iter()).for_each(|(sum, points)| *sum = sum.saturating_add(*points));
                }
            }
            clamp(score.limit, &mut sum);
            if let Some(points) = self.scores.get_mut(place) {
                *points = sum;
            }
        }
        for (set, codes) in plan.bands.iter().zip(&mut self.bands) {
            *codes = match set {
                PlannedBands::Score(ranges) => filters.bands(ranges, &self.scores),
                PlannedBands::Matrix { rows, columns, .. } => {
                    let (of_rows, of_columns) =
                        (filters.bands(rows, &self.scores), filters.bands(columns, &self.scores));
                    let width = columns.ranges.len() as u32;
                    let cell = |(row, column): (u32, u32)| match (row, column) {
                        (0, _) | (_, 0) => 0,
                        (row, column) => (row - 1) * width + column,
                    };
                    of_rows.into_iter().zip(of_columns).map(cell).collect()
                }
            };
        }
    }
}

/// Adding up, beside the filters.
impl Filters<'_> {
    /// The hundredths that a group gives to each contact, before its limit. `sums` is room to work in.
    pub(super) fn add_up(&self, group: &PlannedGroup, bound: &Bound, sums: &mut Vec<i16>, points: &mut Vec<i64>) {
        points.clear();
        points.resize(self.rows.len(), group.constant);
        self.add_conditions(&group.conditions, sums, points);
        self.add_by_value(group, bound, sums, points);
        self.add_row_points(group, bound, points);
    }

    /// Adds what the contacts get for conditions, in hundredths.
    fn add_conditions(&self, adding: &Adding, sums: &mut Vec<i16>, points: &mut [i64]) {
        for batch in &adding.batches {
            sums.clear();
            sums.resize(points.len(), 0);
            for (marks, lookup) in &batch.marks {
                self.decided.marks.get(*marks).into_iter().for_each(|marks| lookup.add(marks.of(&self.rows), sums));
            }
            for (node, units) in &batch.filters {
                add_where_met(&self.met(node, &[]), sums, |met| units & i16::from(met as i8));
            }
            add_units(sums, batch.unit, points);
        }
        for (node, hundredths) in &adding.large {
            add_where_met(&self.met(node, &[]), points, |met| hundredths & i64::from(met as i8));
        }
    }

    fn add_by_value(&self, group: &PlannedGroup, bound: &Bound, sums: &mut Vec<i16>, points: &mut [i64]) {
        for by_value in group.by_value.iter().filter_map(|place| bound.by_value.get(*place)) {
            match by_value {
                BoundByValue::Classes { classes, lookup, unit } => {
                    sums.clear();
                    sums.resize(points.len(), 0);
                    lookup.add(classes.of(&self.rows), sums);
                    add_units(sums, *unit, points);
                }
                BoundByValue::ByRow(more) => {
                    let more = self.by_row(more);
                    points.iter_mut().zip(more).for_each(|(points, more)| *points = points.saturating_add(*more));
                }
            }
        }
    }

    fn add_row_points(&self, group: &PlannedGroup, bound: &Bound, points: &mut [i64]) {
        for (place, limit) in &group.row_points {
            let by_row = bound.row_points.get(*place).map_or(&[][..], |points| self.by_row(points));
            for (points, more) in points.iter_mut().zip(by_row) {
                *points = points.saturating_add(limit.clamp(Points::from_hundredths(*more)).hundredths());
            }
        }
    }

    /// From the last range to the first, so that the first that fits stays.
    fn bands(&self, ranges: &PlannedRanges, scores: &[Vec<i64>]) -> Vec<u32> {
        let mut codes = vec![0; self.rows.len()];
        let points = scores.get(ranges.score).map_or(&[][..], Vec::as_slice);
        for (place, (range, when)) in ranges.ranges.iter().enumerate().rev() {
            let mut fits = match when {
                Some(when) => self.met(when, scores),
                None => Mask::same(true, self.rows.len()),
            };
            join_range(range.range, points, Join::And, &mut fits);
            let band = place as u32 + 1;
            codes.iter_mut().zip(fits.bytes()).for_each(|(code, fits)| *code = if *fits == 0 { *code } else { band });
        }
        codes
    }
}

fn clamp(limit: Limit, points: &mut [i64]) {
    if !limit.is_none() {
        points.iter_mut().for_each(|points| *points = limit.clamp(Points::from_hundredths(*points)).hundredths());
    }
}

/// Adds so many units each.
fn add_units(sums: &[i16], unit: u16, points: &mut [i64]) {
    // The product has room in 32 bits.
    points.iter_mut().zip(sums).for_each(|(points, sum)| *points += i64::from(i32::from(*sum) * i32::from(unit)));
}

/// `points` gives what a contact gets, from 255 if it meets the filter and 0 if not.
fn add_where_met<T: std::ops::AddAssign>(met: &Mask, sums: &mut [T], points: impl Fn(u8) -> T) {
    sums.iter_mut().zip(met.bytes()).for_each(|(sum, met)| *sum += points(*met));
}
