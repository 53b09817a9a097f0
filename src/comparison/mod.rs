//! What changes when contacts are scored otherwise: by another ruleset, or at another instant.
//!
//! In: the results of one table after and before. Out: a summary of who rises and falls and moves between bands, and those contacts, a
//! page at a time. Scores and bands are matched by their ids, bands by their labels: rulesets may differ in every way. Nothing here
//! decides what a score is, or knows a format.

mod labels;
mod movers;
mod page;
mod summary;

pub use movers::{BandMove, Question};
pub use page::{MoverRow, MoversPage};
pub use summary::{BandSummary, Move, Presence, ScoreSummary, Summary};

use crate::listing::ScoredContacts;
use crate::ruleset::BandSet;
use crate::{Error, ErrorKind, Scorer};
use serde::Serialize;
use std::collections::HashMap;

/// The results of one table beside each other.
///
/// ```
/// use leadscore::comparison::{BandMove, Comparison, Question};
/// use leadscore::listing::ScoredContacts;
/// # fn main() -> Result<(), leadscore::Error> {
/// let scorer = |large: u32| -> Result<leadscore::Scorer, leadscore::Error> {
///     let ruleset = r#"{
///         "scores": [{ "id": "fit", "groups": [{ "id": "size", "criteria": [
///             { "id": "large", "when": { "property": "numemployees", "is_greater_than": LARGE }, "points": 10 } ] }] }],
///         "bands": [{ "score": "fit", "ranges": [{ "label": "A", "at_least": 10 }, { "label": "B" }] }] }"#;
///     Ok(leadscore::Scorer::new(&ruleset.replace("LARGE", &large.to_string()).parse()?))
/// };
/// let contacts = leadscore::contacts::read(b"id,numemployees\n7,20\n8,120\n9,60\n", None, &Default::default())?;
/// let (before, after) = (scorer(100)?, scorer(50)?);
/// let (before_results, after_results) = (before.score(&contacts.table, 0), after.score(&contacts.table, 0));
///
/// let comparison = Comparison::new(
///     ScoredContacts::new(&after, &contacts.table, &after_results),
///     ScoredContacts::new(&before, &contacts.table, &before_results),
/// )?;
/// let summary = comparison.summary();
/// assert_eq!((summary.scores[0].raised, summary.scores[0].unchanged), (1, 2));
/// assert_eq!(summary.bands[0].moved, 1);
///
/// let band = BandMove { id: "fit".to_owned(), from: Some(Some("B".to_owned())), to: Some(Some("A".to_owned())) };
/// let listing = comparison.list(&Question { band: Some(band), ..Question::default() })?;
/// let page = comparison.page(&listing, None, 0, 100, &[])?;
/// assert_eq!((page.total, page.rows[0].id.as_str(), page.rows[0].change.to_string()), (1, "9", "10".to_owned()));
/// # Ok(())
/// # }
/// ```
pub struct Comparison<'a> {
    pub(crate) after: ScoredContacts<'a>,
    pub(crate) before: ScoredContacts<'a>,
    pub(crate) scores: Vec<Matched<'a>>,
    pub(crate) bands: Vec<Matched<'a>>,
}

/// A score or a band set of one or both.
pub(crate) struct Matched<'a> {
    pub(crate) id: &'a str,
    label: Option<&'a str>,
    /// Where each has it.
    pub(crate) places: Sides<usize>,
}

/// What is there before, after, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sides<T> {
    /// Before, where there is such a thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<T>,
    /// After, where there is such a thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<T>,
}

impl<T: Copy> Sides<T> {
    /// Before and after, if it is in both.
    pub(crate) fn both(&self) -> Option<(T, T)> {
        self.before.zip(self.after)
    }
}

impl<'a> Comparison<'a> {
    /// Results of a table beside earlier or other ones of the same table. An error if they are of another one.
    pub fn new(after: ScoredContacts<'a>, before: ScoredContacts<'a>) -> Result<Comparison<'a>, Error> {
        let same = std::ptr::eq(after.table, before.table) && after.results.rows() == before.results.rows();
        if !same {
            let message = "expected results of the same contacts, found those of others; score the same contacts by both rulesets";
            return Err(Error::at(ErrorKind::InvalidArgument, "/before".to_owned(), message));
        }
        let scores = matched(&score_names(after), &score_names(before));
        let bands = matched(&band_names(after), &band_names(before));
        Ok(Comparison { after, before, scores, bands })
    }

    /// How many contacts there are.
    pub fn rows(&self) -> usize {
        self.after.results.rows()
    }

    /// The hundredths of a score that both have, before and after, by row.
    pub(crate) fn hundredths(&self, score: &Matched<'a>) -> Option<(&'a [i64], &'a [i64])> {
        let (before, after) = score.places.both()?;
        Some((self.before.results.hundredths(before), self.after.results.hundredths(after)))
    }
}

/// An id, and what people call it.
type Name<'a> = (&'a str, Option<&'a str>);

fn score_names<'a>(scored: ScoredContacts<'a>) -> Vec<Name<'a>> {
    let scores = scored.scorer.ruleset().scores.iter();
    scores.map(|score| (score.id.as_str(), score.label.as_deref())).collect()
}

/// Of the bands of a score the id and the label are the score's.
fn band_names<'a>(scored: ScoredContacts<'a>) -> Vec<Name<'a>> {
    let label = |scorer: &'a Scorer, set: usize| match scorer.ruleset().bands.get(set)? {
        BandSet::Score(bands) => scorer.ruleset().scores.get(bands.score)?.label.as_deref(),
        BandSet::Matrix { label, .. } => label.as_deref(),
    };
    scored.results.band_ids().enumerate().map(|(set, id)| (id, label(scored.scorer, set))).collect()
}

/// By their ids: those of after in their order, then those that only before has. What both have is called as it is after.
fn matched<'a>(after: &[Name<'a>], before: &[Name<'a>]) -> Vec<Matched<'a>> {
    let places: HashMap<&str, u32> = before.iter().zip(0..).map(|((id, _), place)| (*id, place)).collect();
    let known = after.iter().enumerate().map(|(place, (id, label))| {
        let places = Sides { before: places.get(id).map(|place| *place as usize), after: Some(place) };
        Matched { id, label: *label, places }
    });
    let mut all: Vec<Matched<'a>> = known.collect();
    let mut found = vec![false; before.len()];
    for place in all.iter().filter_map(|matched| matched.places.before) {
        found.get_mut(place).into_iter().for_each(|found| *found = true);
    }
    let only_before = before.iter().enumerate().zip(found).filter(|(_, found)| !found);
    all.extend(only_before.map(|((place, (id, label)), _)| Matched {
        id,
        label: *label,
        places: Sides { before: Some(place), after: None },
    }));
    all
}
