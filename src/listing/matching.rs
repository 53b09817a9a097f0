//! Which contacts meet a filter over results. What is about a contact alone is decided by the engine, as the `when` of a criterion is;
//! scores and bands are read from the results.

use super::ScoredContacts;
use crate::Scorer;
use crate::ruleset::{
    BandTest, Criterion, Filter, Group, Limit, Points, ResultFilter, Rule, Ruleset, Score, ScoreTest, Search,
};
use crate::scoring::reading::lower;
use memchr::memmem::Finder;

impl ScoredContacts<'_> {
    /// For each contact, whether it meets a filter. Filters are as deep as documents, which bounds the recursion.
    pub(super) fn matching(&self, filter: &ResultFilter) -> Vec<bool> {
        match filter {
            ResultFilter::All(parts) => self.combined(parts, true, |all, own| *all &= own),
            ResultFilter::Any(parts) => self.combined(parts, false, |any, own| *any |= own),
            ResultFilter::Not(part) => self.matching(part).into_iter().map(|matches| !matches).collect(),
            ResultFilter::Contact(filter) => self.decided(filter),
            ResultFilter::Score(ScoreTest { score, range }) => {
                let points = self.results.hundredths(*score).iter().map(|points| Points::from_hundredths(*points));
                points.map(|points| range.contains(points)).collect()
            }
            ResultFilter::Band(test) => self.banded(test),
            ResultFilter::Search(search) => self.searched(search),
        }
    }

    fn combined(&self, parts: &[ResultFilter], start: bool, add: impl Fn(&mut bool, bool)) -> Vec<bool> {
        let mut matching = vec![start; self.results.rows()];
        for part in parts {
            matching.iter_mut().zip(self.matching(part)).for_each(|(all, own)| add(all, own));
        }
        matching
    }

    /// The points of a ruleset whose only criterion is the filter.
    fn decided(&self, filter: &Filter) -> Vec<bool> {
        let only = String::new;
        let none = Limit::default();
        let rule = Rule::Condition { when: filter.clone(), points: Points::from_hundredths(1), since: None };
        let criterion =
            Criterion { id: only(), label: None, note: None, enabled: true, limit: none, decay: None, rule };
        let group = Group { id: only(), label: None, note: None, limit: none, decay: None, criteria: vec![criterion] };
        let score = Score { id: only(), label: None, note: None, limit: none, rescale: None, groups: vec![group] };
        let ruleset = self.scorer.ruleset();
        let scorer = Scorer::new(&Ruleset {
            name: only(),
            unknown_values: ruleset.unknown_values.clone(),
            properties: ruleset.properties.clone(),
            scores: vec![score],
            bands: Vec::new(),
        });
        let met = scorer.score(self.table, self.results.as_of());
        met.hundredths(0).iter().map(|points| *points != 0).collect()
    }

    fn banded(&self, test: &BandTest) -> Vec<bool> {
        let asked = |label: Option<&String>| test.labels.iter().any(|asked| asked.as_ref() == label) != test.negated;
        let labels = self.results.band_labels(test.set);
        let by_code: Vec<bool> = std::iter::once(None).chain(labels.iter().map(Some)).map(asked).collect();
        let codes = self.results.band_codes(test.set).iter();
        codes.map(|code| by_code.get(*code as usize).copied().unwrap_or(false)).collect()
    }

    /// A bit for each word: every distinct value is looked at once, and what was found in the values of a contact is put together.
    fn searched(&self, search: &Search) -> Vec<bool> {
        let finders: Vec<Finder<'_>> = search.words.iter().map(Finder::new).collect();
        let occurring = |text: &str| {
            let text = lower(text);
            let bits = finders.iter().enumerate();
            bits.filter(|(_, finder)| finder.find(text.as_bytes()).is_some())
                .fold(0, |all, (bit, _)| all | 1_u64 << bit)
        };
        let wanted = (0..finders.len()).fold(0, |all, bit| all | 1_u64 << bit);
        let ids = self.table.ids();
        let columns = search.properties.iter().filter_map(|property| self.column(property, "").ok());
        let mut found = vec![0_u64; self.results.rows()];
        for column in columns.chain([ids]) {
            let values = column.dictionary().values().map(|(_, value)| occurring(&value.text()));
            let by_code: Vec<u64> = std::iter::once(0).chain(values).collect();
            for (found, code) in found.iter_mut().zip(column.codes()) {
                *found |= by_code.get(*code as usize).copied().unwrap_or(0);
            }
        }
        let called_by_row = |row: usize| ids.codes().get(row).is_none_or(|code| *code == 0);
        let matches = |(row, found): (usize, u64)| {
            found == wanted || (called_by_row(row) && found | occurring(&self.table.id(row)) == wanted)
        };
        found.into_iter().enumerate().map(matches).collect()
    }
}
