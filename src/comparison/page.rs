//! A page of contacts that changed: some rows of a listing with their points and bands before and after.

use super::{Comparison, Matched, Sides};
use crate::contacts::Column;
use crate::listing::{Listing, as_object, properties_of};
use crate::scoring::scorecard::as_map;
use crate::{Error, Points, Results};
use serde::Serialize;

/// A page of contacts that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoversPage {
    /// How many contacts there are on all pages together.
    pub total: usize,
    /// Those on this one.
    pub rows: Vec<MoverRow>,
}

/// A contact before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoverRow {
    /// Its row in the table.
    pub row: usize,
    /// Its id; `row N` where it has none.
    pub id: String,
    /// How many points of the score that puts contacts in order it has more than before; 0, if there is no score that both have.
    pub change: Points,
    /// Its points by score, in the order of the summary.
    #[serde(serialize_with = "as_map")]
    pub scores: Vec<(String, Sides<Points>)>,
    /// Its bands by the id of the score or matrix, in the order of the summary.
    #[serde(serialize_with = "as_map")]
    pub bands: Vec<(String, Sides<Option<String>>)>,
    /// The values of the properties that were asked for, by the names under which they were; those without a value are not there.
    #[serde(serialize_with = "as_object", skip_serializing_if = "Option::is_none")]
    pub properties: Option<Vec<(String, String)>>,
}

impl<'a> Comparison<'a> {
    /// At most `limit` rows of a listing, from `offset`, with the change of the score of its question. An error if that is not in both, or
    /// if a property is asked for that the contacts do not have.
    pub fn page(
        &self,
        listing: &Listing,
        score: Option<&str>,
        offset: usize,
        limit: usize,
        properties: &[String],
    ) -> Result<MoversPage, Error> {
        let columns: Vec<(&String, &Column)> = properties.iter().zip(self.after.columns(properties)?).collect();
        let score = self.score_asked(score)?;
        let rows = listing.rows().iter().skip(offset).take(limit).map(|row| self.row(*row as usize, score, &columns));
        Ok(MoversPage { total: listing.total(), rows: rows.collect() })
    }

    fn row(&self, row: usize, score: Option<&Matched<'a>>, columns: &[(&String, &Column)]) -> MoverRow {
        let scores = self.scores.iter().map(|score| (score.id.to_owned(), self.points(score, row)));
        let bands = self.bands.iter().map(|set| {
            let Sides { before, after } = self.band(set, row);
            let owned = |band: Option<&str>| band.map(str::to_owned);
            (set.id.to_owned(), Sides { before: before.map(owned), after: after.map(owned) })
        });
        MoverRow {
            row,
            id: self.after.table.id(row),
            change: score.and_then(|score| self.change(score, row)).unwrap_or(Points::ZERO),
            scores: scores.collect(),
            bands: bands.collect(),
            properties: properties_of(row, columns),
        }
    }

    /// A contact's points before and after.
    pub(crate) fn points(&self, score: &Matched<'a>, row: usize) -> Sides<Points> {
        let points = |results: &Results, place: usize| {
            Points::from_hundredths(results.hundredths(place).get(row).copied().unwrap_or(0))
        };
        Sides {
            before: score.places.before.map(|place| points(self.before.results, place)),
            after: score.places.after.map(|place| points(self.after.results, place)),
        }
    }

    /// How many points a contact has more than before, of a score that both have.
    pub(crate) fn change(&self, score: &Matched<'a>, row: usize) -> Option<Points> {
        let (before, after) = self.points(score, row).both()?;
        Some(Points::from_hundredths(after.hundredths().saturating_sub(before.hundredths())))
    }

    /// A contact's bands before and after.
    pub(crate) fn band(&self, set: &Matched<'a>, row: usize) -> Sides<Option<&'a str>> {
        Sides {
            before: set.places.before.map(|place| self.before.results.band(place, row)),
            after: set.places.after.map(|place| self.after.results.band(place, row)),
        }
    }
}
