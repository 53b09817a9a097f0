//! The scores of a table's contacts.

use super::bind::Bound;
use super::block::Block;
use super::many;
use super::mask::BLOCK;
use super::plan::{Plan, PlannedBands, PlannedRanges};
use super::report::ScoreReport;
use super::scorecard::{Scorecard, ScorecardScore};
use crate::contacts::Table;
use crate::contacts::reading::instant_text;
use crate::ruleset::Points;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The scores of every contact of a table at an instant.
///
/// Points are hundredths by row. Scorecards are worked out when asked for; give them the table that was scored.
pub struct Results {
    plan: Arc<Plan>,
    bound: Bound,
    as_of: i64,
    rows: usize,
    scores: Vec<Vec<i64>>,
    bands: Vec<Vec<u32>>,
    /// The block, if there is just one.
    only: Option<Block>,
    events_after_as_of: usize,
    /// Once somebody asked.
    report: OnceLock<ScoreReport>,
}

/// The points and bands of some of the contacts, and the block that was scored last.
struct Part {
    scores: Vec<Vec<i64>>,
    bands: Vec<Vec<u32>>,
    block: Block,
}

impl Part {
    fn new(plan: &Plan, bound: &Bound, rows: Range<usize>) -> Part {
        let mut part = Part {
            scores: vec![Vec::with_capacity(rows.len()); plan.scores.len()],
            bands: vec![Vec::with_capacity(rows.len()); plan.bands.len()],
            block: Block::new(plan),
        };
        for rows in blocks(rows) {
            part.block.score(plan, bound, rows);
            part.scores.iter_mut().zip(&part.block.scores).for_each(|(all, own)| all.extend_from_slice(own));
            part.bands.iter_mut().zip(&part.block.bands).for_each(|(all, own)| all.extend_from_slice(own));
        }
        part
    }
}

impl Results {
    pub(crate) fn new(plan: Arc<Plan>, bound: Bound, table: &Table, as_of: i64) -> Results {
        let parts = many::parts(table);
        let mut parts = many::each(table, &parts, |rows| Part::new(&plan, &bound, rows.clone())).into_iter();
        let Part { mut scores, mut bands, block } = parts.next().unwrap_or_else(|| Part::new(&plan, &bound, 0..0));
        for part in parts {
            scores.iter_mut().zip(part.scores).for_each(|(all, own)| all.extend(own));
            bands.iter_mut().zip(part.bands).for_each(|(all, own)| all.extend(own));
        }
        let only = (table.rows() <= BLOCK).then_some(block);
        let events_after_as_of = table.events().times().iter().filter(|time| **time > as_of).count();
        Results {
            plan,
            bound,
            as_of,
            rows: table.rows(),
            scores,
            bands,
            only,
            events_after_as_of,
            report: OnceLock::new(),
        }
    }

    /// How many contacts there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The instant of the evaluation, in milliseconds since the epoch.
    pub fn as_of(&self) -> i64 {
        self.as_of
    }

    /// The ids of the scores, in the ruleset's order.
    pub fn score_ids(&self) -> impl Iterator<Item = &str> {
        self.plan.scores.iter().map(|score| score.id.as_str())
    }

    /// Hundredths of points by row, of the score at this place in the ruleset.
    pub fn hundredths(&self, score: usize) -> &[i64] {
        self.scores.get(score).map_or(&[], Vec::as_slice)
    }

    /// The ids of the band sets, in the ruleset's order: that of the score, or of the matrix.
    pub fn band_ids(&self) -> impl Iterator<Item = &str> {
        self.plan.bands.iter().map(|set| set.id(&self.plan))
    }

    /// The labels of a band set, by code from 1.
    pub fn band_labels(&self, set: usize) -> &[String] {
        self.plan.labels.get(set).map_or(&[], Vec::as_slice)
    }

    /// The codes of bands by row: 0 without a band, else the label's place from 1.
    pub fn band_codes(&self, set: usize) -> &[u32] {
        self.bands.get(set).map_or(&[], Vec::as_slice)
    }

    /// A contact's band.
    pub fn band(&self, set: usize, row: usize) -> Option<&str> {
        let code = *self.band_codes(set).get(row)? as usize;
        Some(self.band_labels(set).get(code.checked_sub(1)?)?.as_str())
    }

    /// What was met while scoring.
    pub fn report(&self) -> &ScoreReport {
        self.report.get_or_init(|| {
            let columns = self.plan.properties.iter().zip(&self.bound.columns);
            let missing = columns.filter(|(_, column)| column.is_none()).map(|(property, _)| property.name.clone());
            ScoreReport {
                as_of: instant_text(self.as_of),
                events_after_as_of: self.events_after_as_of,
                missing_properties: missing.collect(),
                unreadable: self.bound.unreadable.clone(),
            }
        })
    }

    /// A contact's scorecard.
    pub fn scorecard(&self, table: &Table, row: usize) -> Option<Scorecard> {
        if row >= self.rows {
            return None;
        }
        if let Some(block) = &self.only {
            return Some(self.read(block, row, table.id(row)));
        }
        self.scorecards_of(table, row..row + 1, &mut Block::new(&self.plan)).pop()
    }

    /// Every contact's scorecard, in the table's order.
    pub fn scorecards<'a>(&'a self, table: &'a Table) -> impl Iterator<Item = Scorecard> + 'a {
        let mut block = Block::new(&self.plan);
        blocks(0..self.rows).flat_map(move |rows| self.scorecards_of(table, rows, &mut block))
    }

    fn scorecards_of(&self, table: &Table, rows: Range<usize>, block: &mut Block) -> Vec<Scorecard> {
        block.score(&self.plan, &self.bound, rows.clone());
        rows.enumerate().map(|(place, row)| self.read(block, place, table.id(row))).collect()
    }

    fn read(&self, block: &Block, place: usize, id: String) -> Scorecard {
        let at = |points: &Vec<i64>| Points::from_hundredths(points.get(place).copied().unwrap_or(0));
        let mut scores: Vec<(String, ScorecardScore)> = Vec::new();
        for ((score, points), groups) in self.plan.scores.iter().zip(&block.scores).zip(&block.groups) {
            let points = at(points);
            let card = ScorecardScore {
                points,
                rescaled: score.rescale.map(|rescale| rescale.of(points)),
                band: None,
                groups: score.groups.iter().map(|group| group.id.clone()).zip(groups.iter().map(at)).collect(),
            };
            scores.push((score.id.clone(), card));
        }
        let mut bands = Vec::new();
        for ((set, codes), labels) in self.plan.bands.iter().zip(&block.bands).zip(&self.plan.labels) {
            let code = codes.get(place).copied().unwrap_or(0) as usize;
            let label = code.checked_sub(1).and_then(|code| labels.get(code)).cloned();
            match set {
                PlannedBands::Matrix { id, .. } => bands.push((id.clone(), label)),
                PlannedBands::Score(ranges) => {
                    if let Some((_, score)) = scores.get_mut(ranges.score) {
                        score.band = Some(label);
                    }
                }
            }
        }
        Scorecard { id, scores, bands }
    }
}

impl PlannedBands {
    fn id<'a>(&'a self, plan: &'a Plan) -> &'a str {
        match self {
            PlannedBands::Score(ranges) => plan.scores.get(ranges.score).map_or("", |score| &score.id),
            PlannedBands::Matrix { id, .. } => id,
        }
    }

    /// The label of every code from 1.
    pub(super) fn labels(&self) -> Vec<String> {
        let labels = |ranges: &PlannedRanges| ranges.ranges.iter().map(|(range, _)| range.label.clone()).collect();
        match self {
            PlannedBands::Score(ranges) => labels(ranges),
            PlannedBands::Matrix { rows, columns, .. } => {
                let (rows, columns): (Vec<String>, Vec<String>) = (labels(rows), labels(columns));
                rows.iter().flat_map(|row| columns.iter().map(move |column| format!("{row}{column}"))).collect()
            }
        }
    }
}

fn blocks(rows: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = rows.end;
    rows.step_by(BLOCK).map(move |start| start..(start + BLOCK).min(end))
}
