//! Scores a block of contacts: a range of rows small enough that everything about it stays in cache. One contact is a block of one,
//! so that one and a million cannot differ.

use super::bind::{Bound, BoundGroup};
use super::bitmap::Bitmap;
use super::filters::{Filters, KnownLeaves};
use super::plan::{Plan, PlannedBands, PlannedGroup, PlannedRanges};
use crate::contacts::Table;
use crate::ruleset::{Limit, Points};
use std::ops::Range;

/// The scores of a block of contacts, and the room in which they are worked out.
pub(crate) struct Block {
    leaves: KnownLeaves,
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
            leaves: KnownLeaves::default(),
            groups: plan.scores.iter().map(|score| vec![Vec::new(); score.groups.len()]).collect(),
            scores: vec![Vec::new(); plan.scores.len()],
            bands: vec![Vec::new(); plan.bands.len()],
        }
    }

    /// Scores at most [`super::bitmap::BLOCK`] contacts.
    pub(crate) fn score(&mut self, plan: &Plan, bound: &Bound, table: &Table, rows: Range<usize>) {
        self.leaves.begin(&bound.decided);
        let length = rows.len();
        let filters = Filters { decided: &bound.decided, table, rows };
        for (place, score) in plan.scores.iter().enumerate() {
            let (Some(groups), Some(bound_groups)) = (self.groups.get_mut(place), bound.groups.get(place)) else {
                continue;
            };
            let mut sum = self.scores.get_mut(place).map(std::mem::take).unwrap_or_default();
            sum.clear();
            sum.resize(length, 0);
            for ((group, bound_group), points) in score.groups.iter().zip(bound_groups).zip(groups) {
                points.clear();
                points.resize(length, bound_group.constant);
                filters.add_by_code(bound_group, points);
                for (node, met, unmet) in &group.conditions {
                    let bits = filters.bits(node, &mut self.leaves, &[]);
                    bits.add_where_set(points, met.hundredths() - unmet.hundredths());
                }
                filters.add_row_points(group, bound, points);
                clamp(group.limit, points);
                sum.iter_mut().zip(points.iter()).for_each(|(sum, points)| *sum = sum.saturating_add(*points));
            }
            clamp(score.limit, &mut sum);
            if let Some(points) = self.scores.get_mut(place) {
                *points = sum;
            }
        }
        for (set, codes) in plan.bands.iter().zip(&mut self.bands) {
            *codes = match set {
                PlannedBands::Score(ranges) => filters.bands(ranges, &mut self.leaves, &self.scores),
                PlannedBands::Matrix { rows, columns, .. } => {
                    let of_rows = filters.bands(rows, &mut self.leaves, &self.scores);
                    let of_columns = filters.bands(columns, &mut self.leaves, &self.scores);
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
    /// Points that follow from one value: four columns at a time, so that sums stay in registers.
    fn add_by_code(&self, group: &BoundGroup, points: &mut [i64]) {
        let (fours, rest) = group.narrow.as_chunks::<4>();
        for [(a, of_a), (b, of_b), (c, of_c), (d, of_d)] in fours {
            let codes = self.codes(*a).iter().zip(self.codes(*b)).zip(self.codes(*c)).zip(self.codes(*d));
            for (points, (((a, b), c), d)) in points.iter_mut().zip(codes) {
                *points += at(of_a, *a) + at(of_b, *b) + at(of_c, *c) + at(of_d, *d);
            }
        }
        for (column, of) in rest {
            for (points, code) in points.iter_mut().zip(self.codes(*column)) {
                *points += at(of, *code);
            }
        }
        for (column, of) in &group.wide {
            for (points, code) in points.iter_mut().zip(self.codes(*column)) {
                *points += of.get(*code as usize).copied().unwrap_or(0);
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
    fn bands(&self, ranges: &PlannedRanges, leaves: &mut KnownLeaves, scores: &[Vec<i64>]) -> Vec<u32> {
        let mut codes = vec![0; self.rows.len()];
        let points = scores.get(ranges.score).map_or(&[][..], Vec::as_slice);
        for (place, (range, when)) in ranges.ranges.iter().enumerate().rev() {
            let mut fits = Bitmap::of(points, |points| range.range.contains(Points::from_hundredths(points)));
            if let Some(when) = when {
                fits.and(&self.bits(when, leaves, scores));
            }
            fits.zip(&mut codes).filter(|(fits, _)| *fits).for_each(|(_, code)| *code = place as u32 + 1);
        }
        codes
    }
}

fn at(points: &[i32], code: u32) -> i64 {
    points.get(code as usize).copied().unwrap_or(0).into()
}

fn clamp(limit: Limit, points: &mut [i64]) {
    if !limit.is_none() {
        points.iter_mut().for_each(|points| *points = limit.clamp(Points::from_hundredths(*points)).hundredths());
    }
}
