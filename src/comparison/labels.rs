//! The bands of a set before and after, matched by their labels. In: the labels and codes of both. Out: who moved, and how many from where
//! to where. Several ranges may have one label; to move between them is to stay.

use super::Comparison;
use std::collections::HashMap;

/// So many pairs of labels are counted in a table of their own; matrices may have a million labels.
const MOST_CELLS: usize = 1 << 16;

/// A set's labels, each once, by the range from which contacts have it: the highest first, and no band last.
pub(super) struct Labels<'a> {
    pub(super) names: Vec<Option<&'a str>>,
    /// The place of each name but none.
    by_name: HashMap<&'a str, u32>,
    /// The place among the names of each code.
    by_code: Vec<u32>,
}

/// The band of every contact before and after.
pub(super) struct LabelMoves<'a> {
    pub(super) before: Labels<'a>,
    pub(super) after: Labels<'a>,
    codes: (&'a [u32], &'a [u32]),
    /// The place of each name of before among those of after.
    same: Vec<Option<u32>>,
}

impl<'a> Labels<'a> {
    fn new(labels: &'a [String]) -> Labels<'a> {
        let mut by_name: HashMap<&str, u32> = HashMap::new();
        let mut names = Vec::new();
        // Code 0 is no band; its place follows when all others are known.
        let mut by_code = vec![0];
        for label in labels {
            let place = *by_name.entry(label).or_insert_with(|| {
                names.push(Some(label.as_str()));
                names.len() as u32 - 1
            });
            by_code.push(place);
        }
        by_code.first_mut().into_iter().for_each(|none| *none = names.len() as u32);
        names.push(None);
        Labels { names, by_name, by_code }
    }

    fn place(&self, code: u32) -> u32 {
        self.by_code.get(code as usize).copied().unwrap_or(0)
    }

    /// The place of a label, or of none.
    pub(super) fn find(&self, label: Option<&str>) -> Option<u32> {
        label.map_or(self.by_code.first(), |label| self.by_name.get(label)).copied()
    }

    pub(super) fn name(&self, place: u32) -> Option<&'a str> {
        self.names.get(place as usize).copied().flatten()
    }
}

impl<'a> Comparison<'a> {
    /// The bands of the sets at these places, before and after.
    pub(super) fn label_moves(&self, (before, after): (usize, usize)) -> LabelMoves<'a> {
        let codes = (self.before.results.band_codes(before), self.after.results.band_codes(after));
        let before = Labels::new(self.before.results.band_labels(before));
        let after = Labels::new(self.after.results.band_labels(after));
        let same = before.names.iter().map(|name| after.find(*name)).collect();
        LabelMoves { before, after, codes, same }
    }
}

impl LabelMoves<'_> {
    /// For every contact the places of its label before and after.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        let codes = self.codes.0.iter().zip(self.codes.1);
        codes.map(|(before, after)| (self.before.place(*before), self.after.place(*after)))
    }

    /// Whether they are places of one label.
    pub(super) fn stays(&self, (before, after): (u32, u32)) -> bool {
        self.same.get(before as usize).copied().flatten() == Some(after)
    }

    /// How many contacts have each pair of labels, in the order of the labels.
    pub(super) fn counts(&self) -> Vec<((u32, u32), usize)> {
        let width = self.after.names.len();
        let cells = self.before.names.len().saturating_mul(width);
        // There are no more labels than a million on each side.
        let cell = |(before, after): (u32, u32)| i64::from(before) * width as i64 + i64::from(after);
        let pair = |cell: i64| ((cell / width as i64) as u32, (cell % width as i64) as u32);
        if cells <= MOST_CELLS {
            let mut counts = vec![0_usize; cells];
            for both in self.pairs() {
                counts.get_mut(cell(both) as usize).into_iter().for_each(|count| *count += 1);
            }
            let counted = (0..).zip(counts).filter(|(_, count)| *count > 0);
            return counted.map(|(cell, count)| (pair(cell), count)).collect();
        }
        let mut cells: Vec<i64> = self.pairs().map(cell).collect();
        cells.sort_unstable();
        cells.chunk_by(|a, b| a == b).filter_map(|alike| Some((pair(*alike.first()?), alike.len()))).collect()
    }
}
