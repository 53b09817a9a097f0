//! Which contacts meet a filter over results. What is about a contact alone is decided by the engine, as it decides criteria;
//! scores and bands are read from the results.

use super::ScoredContacts;
use super::members::Members;
use crate::ruleset::{BandTest, CriterionTest, Membership, Points, ResultFilter, Rule, ScoreTest, Search};
use crate::scoring::alone;
use crate::scoring::reading::lower;
use memchr::memmem::Finder;

impl ScoredContacts<'_> {
    /// For each contact, whether it meets a filter. A list is looked at once, however many tests and other lists ask for it.
    pub(crate) fn matching(&self, filter: &ResultFilter) -> Vec<bool> {
        self.meeting_with(filter, &self.members(filter.lists()))
    }

    /// Who is on each of some lists, and on those that they lead to.
    pub(crate) fn members(&self, wanted: impl IntoIterator<Item = usize>) -> Members {
        let ruleset = self.scorer.ruleset();
        let mut members = Members::default();
        for list in ruleset.lists_tested_first(wanted) {
            match ruleset.lists.get(list).map(|list| &list.membership) {
                Some(Membership::When(filter)) => members.insert(list, &self.meeting_with(filter, &members)),
                Some(Membership::Members(named)) => members.insert(list, &self.named(named)),
                None => {}
            }
        }
        members
    }

    /// Who meets a filter, where it is known who is on the lists that it tests. Filters are as deep as documents, which bounds the recursion.
    pub(crate) fn meeting_with(&self, filter: &ResultFilter, members: &Members) -> Vec<bool> {
        match filter {
            ResultFilter::All(parts) => self.combined(parts, members, true, |all, own| *all &= own),
            ResultFilter::Any(parts) => self.combined(parts, members, false, |any, own| *any |= own),
            ResultFilter::Not(part) => self.meeting_with(part, members).into_iter().map(|matches| !matches).collect(),
            ResultFilter::Contact(filter) => {
                self.decided(&Rule::Condition { when: filter.clone(), points: Points::ZERO, since: None })
            }
            ResultFilter::Score(ScoreTest { score, range }) => {
                let points = self.results.hundredths(*score).iter().map(|points| Points::from_hundredths(*points));
                points.map(|points| range.contains(points)).collect()
            }
            ResultFilter::Band(test) => self.banded(test),
            ResultFilter::Criterion(test) => self.meeting(test),
            ResultFilter::Search(search) => self.searched(search),
            ResultFilter::List(list) => members.of(*list, self.results.rows()),
        }
    }

    fn combined(
        &self,
        parts: &[ResultFilter],
        members: &Members,
        start: bool,
        add: impl Fn(&mut bool, bool),
    ) -> Vec<bool> {
        let mut matching = vec![start; self.results.rows()];
        for part in parts {
            matching.iter_mut().zip(self.meeting_with(part, members)).for_each(|(all, own)| add(all, own));
        }
        matching
    }

    /// Who meets a rule, whatever it gives.
    fn decided(&self, rule: &Rule) -> Vec<bool> {
        let scorer = alone::scorer(self.scorer.ruleset(), alone::meeting(rule));
        let met = scorer.score(self.table, self.results.as_of());
        met.hundredths(0).iter().map(|points| *points != 0).collect()
    }

    fn meeting(&self, test: &CriterionTest) -> Vec<bool> {
        match test.criterion(self.scorer.ruleset()) {
            Some(criterion) => self.decided(&criterion.rule).into_iter().map(|met| met == test.is_met).collect(),
            None => vec![false; self.results.rows()],
        }
    }

    fn banded(&self, test: &BandTest) -> Vec<bool> {
        let labels = self.results.band_labels(test.set);
        let by_code: Vec<bool> =
            std::iter::once(None).chain(labels.iter().map(Some)).map(|band| test.is_met_by(band)).collect();
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
