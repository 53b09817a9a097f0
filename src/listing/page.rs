//! A page of contacts: some rows of a listing with their points and bands, and with the properties that were asked for.

use super::{Listing, ScoredContacts};
use crate::contacts::{Column, Value};
use crate::scoring::scorecard::as_map;
use crate::{Error, Points};
use serde::{Serialize, Serializer};

/// A page of contacts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// How many contacts there are on all pages together.
    pub total: usize,
    /// Those on this one.
    pub rows: Vec<PageRow>,
}

/// A contact on a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageRow {
    /// Its row in the table.
    pub row: usize,
    /// Its id; `row N` where it has none.
    pub id: String,
    /// Its points by score, in the ruleset's order.
    #[serde(serialize_with = "as_map")]
    pub scores: Vec<(String, Points)>,
    /// Its bands by the id of the score or matrix, in the ruleset's order.
    #[serde(serialize_with = "as_map")]
    pub bands: Vec<(String, Option<String>)>,
    /// The values of the properties that were asked for, by the names under which they were; those without a value are not there.
    #[serde(serialize_with = "as_object", skip_serializing_if = "Option::is_none")]
    pub properties: Option<Vec<(String, String)>>,
}

impl ScoredContacts<'_> {
    /// At most `limit` rows of a listing, from `offset`. An error if a property is asked for that the contacts do not have.
    pub fn page(&self, listing: &Listing, offset: usize, limit: usize, properties: &[String]) -> Result<Page, Error> {
        let columns: Vec<(&String, &Column)> = properties.iter().zip(self.columns(properties)?).collect();
        let rows = listing.rows().iter().skip(offset).take(limit).map(|row| self.page_row(*row as usize, &columns));
        Ok(Page { total: listing.total(), rows: rows.collect() })
    }

    fn page_row(&self, row: usize, columns: &[(&String, &Column)]) -> PageRow {
        let points = |score: usize| self.results.hundredths(score).get(row).copied().unwrap_or(0);
        let scores = self.results.score_ids().enumerate();
        let bands = self.results.band_ids().enumerate();
        PageRow {
            row,
            id: self.table.id(row),
            scores: scores.map(|(place, id)| (id.to_owned(), Points::from_hundredths(points(place)))).collect(),
            bands: bands.map(|(set, id)| (id.to_owned(), self.results.band(set, row).map(str::to_owned))).collect(),
            properties: properties_of(row, columns),
        }
    }
}

/// The values of a contact in columns that were asked for under these names; nothing, if none was asked for.
pub(crate) fn properties_of(row: usize, columns: &[(&String, &Column)]) -> Option<Vec<(String, String)>> {
    let property = |(name, column): &(&String, &Column)| {
        column.value(row).map(|value: Value<'_>| ((*name).clone(), value.text().into_owned()))
    };
    (!columns.is_empty()).then(|| columns.iter().filter_map(property).collect())
}

pub(crate) fn as_object<S: Serializer>(
    pairs: &Option<Vec<(String, String)>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    as_map(pairs.as_deref().unwrap_or(&[]), serializer)
}
