//! Why a contact meets a filter, or does not, in the words of ledgers.

use super::message::Known;
use crate::explain::quoted;
use crate::ruleset::{BandSet, BandTest, Membership, PointsRange, ResultFilter, ScoreTest};

impl Known<'_> {
    /// Why the contact is on a list, or is not.
    pub(super) fn why_on(&self, list: usize) -> String {
        match self.rules.list(list).map(|list| &list.membership) {
            Some(Membership::When(filter)) => self.why(filter),
            Some(Membership::Members(_)) if self.situation.is_on(list) => format!("{} is named", quoted(self.id)),
            Some(Membership::Members(_)) => format!("{} is not named", quoted(self.id)),
            None => String::new(),
        }
    }

    /// Why the contact meets a filter, or does not. Filters are as deep as documents, which bounds the recursion.
    pub(super) fn why(&self, filter: &ResultFilter) -> String {
        self.found(filter).1
    }

    /// Whether a filter is met, and the words for that.
    fn found(&self, filter: &ResultFilter) -> (bool, String) {
        match filter {
            ResultFilter::All(parts) => {
                let found: Vec<_> = parts.iter().map(|part| self.found(part)).collect();
                let met = found.iter().all(|(met, _)| *met);
                (met, decisive(&found, met))
            }
            ResultFilter::Any(parts) => {
                let found: Vec<_> = parts.iter().map(|part| self.found(part)).collect();
                let met = found.iter().any(|(met, _)| *met);
                (met, decisive(&found, met))
            }
            ResultFilter::Not(part) => {
                let (met, text) = self.found(part);
                (!met, text)
            }
            ResultFilter::Contact(filter) => {
                let evidence = self.single.evidence(filter);
                (evidence.met, evidence.text)
            }
            ResultFilter::Score(test) => self.score(test),
            ResultFilter::Band(test) => self.band(test),
            ResultFilter::List(list) => self.list(*list),
            ResultFilter::Criterion(_) | ResultFilter::Search(_) => (false, String::new()),
        }
    }

    fn score(&self, test: &ScoreTest) -> (bool, String) {
        let points = self.situation.points(test.score);
        let met = test.range.contains(points);
        let id = self.rules.ruleset.scores.get(test.score).map_or("", |score| &score.id);
        (met, format!("{id} is {points}, {}{}", if met { "" } else { "not " }, range(&test.range)))
    }

    fn band(&self, test: &BandTest) -> (bool, String) {
        let own = self.situation.bands.get(test.set).and_then(Option::as_ref);
        let ruleset = self.rules.ruleset;
        let set = match ruleset.bands.get(test.set) {
            Some(BandSet::Score(bands)) => ruleset.scores.get(bands.score).map_or("", |score| &score.id),
            Some(BandSet::Matrix { id, .. }) => id,
            None => "",
        };
        let text = match own {
            Some(band) => format!("{set} has the band {}", quoted(band)),
            None => format!("{set} has no band"),
        };
        (test.is_met_by(own), text)
    }

    fn list(&self, list: usize) -> (bool, String) {
        let met = self.situation.is_on(list);
        let id = self.rules.list(list).map_or("", |list| &list.id);
        (met, format!("{} the list {}", if met { "on" } else { "not on" }, quoted(id)))
    }
}

/// The words of those parts that made it so.
fn decisive(parts: &[(bool, String)], met: bool) -> String {
    let parts = parts.iter().filter(|(own, text)| *own == met && !text.is_empty()).map(|(_, text)| text.as_str());
    parts.collect::<Vec<_>>().join(" and ")
}

/// `at least 35 and below 65`.
fn range(range: &PointsRange) -> String {
    match (range.at_least, range.below) {
        (Some(least), Some(end)) => format!("at least {least} and below {end}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(end)) => format!("below {end}"),
        (None, None) => "any number".to_owned(),
    }
}
