//! Scored contacts in rows and columns: `id`, each score by its id followed by its band, each matrix by its id, and then what properties
//! were asked for. In: contacts with their scores. Out: the text of each cell; nothing here knows how cells are written down.

use crate::contacts::Column;
use crate::listing::ScoredContacts;
use crate::{Error, ErrorKind, Points};
use std::borrow::Cow;

/// Scored contacts in rows and columns.
pub struct ScoredRows<'a> {
    scored: ScoredContacts<'a>,
    columns: Vec<RowColumn<'a>>,
    /// The rows of the table, in order; all, if nothing.
    rows: Option<Vec<u32>>,
}

/// A column of scored contacts.
pub struct RowColumn<'a> {
    name: String,
    holds: Holds<'a>,
}

enum Holds<'a> {
    Id,
    /// The points of the score at this place.
    Points(usize),
    /// The band of the set at this place.
    Band(usize),
    Property(&'a Column),
}

impl RowColumn<'_> {
    /// What stands over it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it holds points.
    pub fn is_points(&self) -> bool {
        matches!(self.holds, Holds::Points(_))
    }
}

impl<'a> ScoredRows<'a> {
    /// The rows of these contacts, with columns for these properties. An error if the contacts do not have one of them, or if two columns
    /// would have the same name.
    pub fn new(scored: ScoredContacts<'a>, properties: &[String]) -> Result<ScoredRows<'a>, Error> {
        let results = scored.results;
        let mut columns = vec![RowColumn { name: "id".to_owned(), holds: Holds::Id }];
        let mut matrices: Vec<(usize, &str)> = results.band_ids().enumerate().collect();
        for (score, id) in results.score_ids().enumerate() {
            columns.push(RowColumn { name: id.to_owned(), holds: Holds::Points(score) });
            // A band set with the id of a score is that score's; all others are matrices.
            if let Some(place) = matrices.iter().position(|(_, set)| *set == id) {
                let (set, _) = matrices.remove(place);
                columns.push(RowColumn { name: format!("{id}_band"), holds: Holds::Band(set) });
            }
        }
        let matrices = matrices.into_iter();
        columns.extend(matrices.map(|(set, id)| RowColumn { name: id.to_owned(), holds: Holds::Band(set) }));
        for (name, column) in properties.iter().zip(scored.columns(properties)?) {
            columns.push(RowColumn { name: name.clone(), holds: Holds::Property(column) });
        }
        twice(columns.iter().map(RowColumn::name))?;
        Ok(ScoredRows { scored, columns, rows: None })
    }

    /// These rows of the table alone, in this order.
    #[must_use]
    pub fn only(self, rows: Vec<u32>) -> ScoredRows<'a> {
        ScoredRows { rows: Some(rows), ..self }
    }

    /// The columns.
    pub fn columns(&self) -> &[RowColumn<'a>] {
        &self.columns
    }

    /// How many rows there are, one for each contact.
    pub fn count(&self) -> usize {
        self.rows.as_ref().map_or_else(|| self.scored.results.rows(), Vec::len)
    }

    /// The text of a cell; nothing where there is no value, or no such row.
    pub fn cell(&self, column: &RowColumn<'a>, row: usize) -> Cow<'a, str> {
        let ScoredContacts { table, results, .. } = self.scored;
        let row = match &self.rows {
            Some(rows) => rows.get(row).map(|row| *row as usize),
            None => Some(row),
        };
        let Some(row) = row.filter(|row| *row < results.rows()) else { return Cow::Borrowed("") };
        match column.holds {
            Holds::Id => table.id(row).into(),
            Holds::Points(score) => {
                let hundredths = results.hundredths(score).get(row).copied().unwrap_or(0);
                Points::from_hundredths(hundredths).to_string().into()
            }
            Holds::Band(set) => results.band(set, row).unwrap_or("").into(),
            Holds::Property(column) => column.value(row).map_or(Cow::Borrowed(""), |value| value.text()),
        }
    }
}

/// An error if two columns would have the same name.
pub(super) fn twice<'c>(mut names: impl Iterator<Item = &'c str>) -> Result<(), Error> {
    let mut earlier = std::collections::BTreeSet::new();
    match names.find(|name| !earlier.insert(*name)) {
        Some(name) => Err(Error::new(ErrorKind::InvalidArgument, format!("two columns would be called `{name}`"))),
        None => Ok(()),
    }
}
