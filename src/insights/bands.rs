//! How many contacts have each band.

use crate::listing::ScoredContacts;
use crate::ruleset::{BandSet, ResultFilter};
use serde::Serialize;
use std::collections::HashMap;

/// How many contacts have a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BandCount {
    /// The band; none for those outside all of them.
    pub band: Option<String>,
    /// How many contacts have it.
    pub count: usize,
}

impl ScoredContacts<'_> {
    /// How many of the contacts that meet a filter, or of all, have each band: by id of the score or matrix, in the order in which the ruleset
    /// has the ranges, of a matrix row by row, and those without a band last.
    ///
    /// ```
    /// use leadscore::listing::ScoredContacts;
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let ruleset = r#"{
    ///     "scores": [{ "id": "fit", "groups": [{ "id": "size", "criteria": [
    ///         { "id": "large", "when": { "property": "numemployees", "is_greater_than": 50 }, "points": 10 } ] }] }],
    ///     "bands": [{ "score": "fit", "ranges": [{ "label": "B", "at_least": 5 }, { "label": "A", "at_least": 50 }] }] }"#;
    /// let scorer = leadscore::Scorer::new(&ruleset.parse()?);
    /// let contacts = leadscore::contacts::read(b"id,numemployees\n7,20\n8,120\n9,60\n", None, &Default::default())?;
    /// let results = scorer.score(&contacts.table, 0);
    ///
    /// let counts = ScoredContacts::new(&scorer, &contacts.table, &results).band_counts(None);
    /// let (id, bands) = &counts[0];
    /// let bands: Vec<_> = bands.iter().map(|counted| (counted.band.as_deref(), counted.count)).collect();
    /// assert_eq!((id.as_str(), bands), ("fit", vec![(Some("B"), 2), (Some("A"), 0), (None, 1)]));
    /// # Ok(())
    /// # }
    /// ```
    pub fn band_counts(&self, filter: Option<&ResultFilter>) -> Vec<(String, Vec<BandCount>)> {
        let matching = filter.map(|filter| self.matching(filter));
        let ids = self.results.band_ids().enumerate();
        ids.map(|(set, id)| (id.to_owned(), self.counted(set, matching.as_deref()))).collect()
    }

    fn counted(&self, set: usize, matching: Option<&[bool]>) -> Vec<BandCount> {
        let labels = self.results.band_labels(set);
        let mut by_code = vec![0; labels.len() + 1];
        for (row, code) in self.results.band_codes(set).iter().enumerate() {
            if matching.is_none_or(|matching| matching.get(row) == Some(&true)) {
                by_code.get_mut(*code as usize).into_iter().for_each(|count| *count += 1);
            }
        }
        let of_none = by_code.first().copied().unwrap_or(0);
        // Ranges with the same label are the same band.
        let mut by_label: HashMap<&str, usize> = HashMap::new();
        for (label, count) in labels.iter().zip(by_code.iter().skip(1)) {
            *by_label.entry(label).or_default() += count;
        }
        let labels = self.scorer.ruleset().bands.get(set).map(BandSet::labels).unwrap_or_default();
        let first = |label: String| by_label.remove(label.as_str()).map(|count| BandCount { band: Some(label), count });
        let mut counts: Vec<BandCount> = labels.into_iter().filter_map(first).collect();
        counts.push(BandCount { band: None, count: of_none });
        counts
    }
}
