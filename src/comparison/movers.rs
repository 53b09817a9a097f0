//! Which contacts changed, the biggest change first. In: a question by ids and labels. Out: rows, or what in it there is not.

use super::labels::Labels;
use super::{Comparison, Matched};
use crate::listing::{Listing, of_points, sorted_by};
use crate::ruleset::ResultFilter;
use crate::{Error, ErrorKind};

/// Which contacts of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The score, of those that both have, whose change puts them in order, and without `band` says who changed; the first one, if left out.
    pub score: Option<String>,
    /// Only those whose band moved so, whether or not their points changed.
    pub band: Option<BandMove>,
    /// Only those that meet this, of the results after.
    pub filter: Option<ResultFilter>,
    /// Only so many from the beginning; all, if left out. The first few of many are found without putting all in order.
    pub first: Option<usize>,
}

/// A move between bands. Those that stay where they are do not move, unless `from` and `to` are given and equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandMove {
    /// The score or matrix, of those that both have.
    pub id: String,
    /// The band before, or `Some(None)` for none; any, if left out.
    pub from: Option<Option<String>>,
    /// The band after.
    pub to: Option<Option<String>>,
}

impl<'a> Comparison<'a> {
    /// The rows that a question asks for: the biggest change of its score first, either way, those that are alike in the table's order. An error
    /// if it asks about a score, a set or a band that there is not.
    pub fn list(&self, question: &Question) -> Result<Listing, Error> {
        let score = self.score_asked(question.score.as_deref())?;
        let mut changes = score.map(|score| self.changes(score)).unwrap_or_default();
        changes.resize(self.rows(), 0);
        let mut asked: Vec<bool> = match &question.band {
            Some(band) => self.moved(band)?,
            None => changes.iter().map(|change| *change != 0).collect(),
        };
        if let Some(filter) = &question.filter {
            asked.iter_mut().zip(self.after.matching(filter)).for_each(|(asked, meets)| *asked &= meets);
        }
        let rows: Vec<u32> = (0..).zip(&asked).filter(|(_, asked)| **asked).map(|(row, _)| row).collect();
        let total = rows.len();
        let first = question.first.unwrap_or(total).min(total);
        let mut rows = sorted_by(rows, &of_points(&changes), true, first);
        rows.truncate(first);
        Ok(Listing::new(rows, total))
    }

    /// The score by which contacts are put in order; none, if none was asked for and there is none that both have.
    pub(super) fn score_asked(&self, id: Option<&str>) -> Result<Option<&Matched<'a>>, Error> {
        match id {
            Some(id) => matched(&self.scores, id, "/score", "a score that both have").map(Some),
            None => Ok(self.scores.iter().find(|score| score.places.both().is_some())),
        }
    }

    /// How far the points of a score are from what they were, by row, in hundredths.
    fn changes(&self, score: &Matched<'a>) -> Vec<i64> {
        let (before, after) = self.hundredths(score).unwrap_or_default();
        let distance = |(before, after): (&i64, &i64)| i64::try_from(before.abs_diff(*after)).unwrap_or(i64::MAX);
        before.iter().zip(after).map(distance).collect()
    }

    fn moved(&self, band: &BandMove) -> Result<Vec<bool>, Error> {
        let set = matched(&self.bands, &band.id, "/band/id", "a score with bands, or a matrix, that both have")?;
        let labels = self.label_moves(set.places.both().unwrap_or_default());
        let from = places(&labels.before, band.from.as_ref(), "/band/from")?;
        let to = places(&labels.after, band.to.as_ref(), "/band/to")?;
        let stayers = band.from.is_some() && band.from == band.to;
        let is_one = |both: (u32, u32)| {
            from.is_none_or(|from| from == both.0)
                && to.is_none_or(|to| to == both.1)
                && (stayers || !labels.stays(both))
        };
        Ok(labels.pairs().map(is_one).collect())
    }
}

fn matched<'m, 'a>(all: &'m [Matched<'a>], id: &str, path: &str, expected: &str) -> Result<&'m Matched<'a>, Error> {
    let in_both: Vec<&Matched<'a>> = all.iter().filter(|one| one.places.both().is_some()).collect();
    let found = in_both.iter().find(|one| one.id == id).copied();
    found.ok_or_else(|| unknown(path, expected, id, in_both.iter().map(|one| one.id).collect()))
}

/// The place of the label that was asked for, if one was.
fn places(labels: &Labels<'_>, asked: Option<&Option<String>>, path: &str) -> Result<Option<u32>, Error> {
    let Some(asked) = asked else { return Ok(None) };
    let known = || labels.names.iter().flatten().copied().collect();
    let missing = || unknown(path, "a band, or null for no band", asked.as_deref().unwrap_or(""), known());
    labels.find(asked.as_deref()).map(Some).ok_or_else(missing)
}

fn unknown(path: &str, expected: &str, found: &str, known: Vec<&str>) -> Error {
    let found: String = found.chars().take(100).collect();
    let known: Vec<String> = known.iter().take(10).map(|known| format!("\"{known}\"")).collect();
    let known = if known.is_empty() { "there is none".to_owned() } else { format!("there are {}", known.join(", ")) };
    Error::at(ErrorKind::NotFound, path.to_owned(), &format!("expected {expected}, found \"{found}\"; {known}"))
}
