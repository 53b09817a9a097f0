//! The bands of a set before and after, matched by their labels. In: the labels and codes of both. Out: who moved, and how many from where
//! to where. Several ranges may have one label; to move between them is to stay.

use super::Comparison;
use std::collections::HashMap;

/// So many pairs of labels are counted in a table of their own; matrices may have a million labels.
const MOST_CELLS: usize = 1 << 16;

/// A set's labels, each once, by the range from which contacts have it: the highest first, and no band last.
pub(super) struct Labels<'a> {
    pub(super) names: Vec<Option<&'a str>>,
    /// The place among the names of each code.
    places: Vec<u32>,
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
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut names = Vec::new();
        // Code 0 is no band; its place follows when all others are known.
        let mut places = vec![0];
        for label in labels {
            let place = *known.entry(label).or_insert_with(|| {
                names.push(Some(label.as_str()));
                names.len() as u32 - 1
            });
            places.push(place);
        }
        places.first_mut().into_iter().for_each(|none| *none = names.len() as u32);
        names.push(None);
        Labels { names, places }
    }

    fn place(&self, code: u32) -> u32 {
        self.places.get(code as usize).copied().unwrap_or(0)
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
        let places: HashMap<Option<&str>, u32> = after.names.iter().copied().zip(0..).collect();
        let same = before.names.iter().map(|name| places.get(name).copied()).collect();
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
        let cell = |(before, after): (u32, u32)| before as usize * width + after as usize;
        let pair = |cell: usize| ((cell / width) as u32, (cell % width) as u32);
        if cells <= MOST_CELLS {
            let mut counts = vec![0_usize; cells];
            for both in self.pairs() {
                counts.get_mut(cell(both)).into_iter().for_each(|count| *count += 1);
            }
            let counted = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
            return counted.map(|(cell, count)| (pair(cell), count)).collect();
        }
        let mut pairs: Vec<(u32, u32)> = self.pairs().collect();
        pairs.sort_unstable();
        pairs.chunk_by(|a, b| a == b).filter_map(|alike| Some((*alike.first()?, alike.len()))).collect()
    }
}
