//! Contacts before and after in rows and columns: `id`, the properties that were asked for, each score before, after and its change, and
//! each band set before and after. In: a comparison. Out: the text of each cell, and CSV.

use super::csv;
use super::rows::twice;
use crate::Error;
use crate::comparison::{Comparison, Matched};
use crate::contacts::Column;
use std::borrow::Cow;

/// Contacts before and after in rows and columns.
pub struct ComparedRows<'c, 'a> {
    comparison: &'c Comparison<'a>,
    names: Vec<String>,
    columns: Vec<Holds<'c, 'a>>,
}

#[derive(Clone, Copy)]
enum Holds<'c, 'a> {
    Id,
    Property(&'a Column),
    PointsBefore(&'c Matched<'a>),
    PointsAfter(&'c Matched<'a>),
    Change(&'c Matched<'a>),
    BandBefore(&'c Matched<'a>),
    BandAfter(&'c Matched<'a>),
}

impl<'c, 'a> ComparedRows<'c, 'a> {
    /// The rows of a comparison, with columns for these properties. An error if the contacts do not have one of them, or if two columns
    /// would have the same name.
    pub fn new(comparison: &'c Comparison<'a>, properties: &[String]) -> Result<ComparedRows<'c, 'a>, Error> {
        let mut named = vec![("id".to_owned(), Holds::Id)];
        let columns = properties.iter().zip(comparison.after.columns(properties)?);
        named.extend(columns.map(|(name, column)| (name.clone(), Holds::Property(column))));
        for score in &comparison.scores {
            let holds = [Holds::PointsBefore(score), Holds::PointsAfter(score), Holds::Change(score)];
            let names = ["before", "after", "change"].map(|side| format!("{}_{side}", score.id));
            named.extend(names.into_iter().zip(holds));
        }
        for set in &comparison.bands {
            // As in the CSV of results: a band set with the id of a score is that score's, all others are matrices.
            let of_score = comparison.scores.iter().any(|score| score.id == set.id);
            let name = if of_score { format!("{}_band", set.id) } else { set.id.to_owned() };
            named.push((format!("{name}_before"), Holds::BandBefore(set)));
            named.push((format!("{name}_after"), Holds::BandAfter(set)));
        }
        let (names, columns): (Vec<String>, Vec<Holds<'_, '_>>) = named.into_iter().unzip();
        twice(names.iter().map(String::as_str))?;
        Ok(ComparedRows { comparison, names, columns })
    }

    /// The header of a CSV.
    pub fn csv_header(&self) -> Vec<u8> {
        csv::records([self.names.iter().map(|name| Cow::Borrowed(name.as_str()))])
    }

    /// These rows of a CSV, in this order.
    pub fn csv_rows(&self, rows: impl IntoIterator<Item = usize>) -> Vec<u8> {
        csv::records(rows.into_iter().map(|row| self.columns.iter().map(move |holds| self.cell(*holds, row))))
    }

    fn cell(&self, holds: Holds<'c, 'a>, row: usize) -> Cow<'a, str> {
        let comparison = self.comparison;
        let points = match holds {
            Holds::Id => return comparison.after.table.id(row).into(),
            Holds::Property(column) => return column.value(row).map_or(Cow::Borrowed(""), |value| value.text()),
            Holds::BandBefore(set) => return comparison.band(set, row).before.flatten().unwrap_or("").into(),
            Holds::BandAfter(set) => return comparison.band(set, row).after.flatten().unwrap_or("").into(),
            Holds::PointsBefore(score) => comparison.points(score, row).before,
            Holds::PointsAfter(score) => comparison.points(score, row).after,
            Holds::Change(score) => comparison.change(score, row),
        };
        points.map_or(Cow::Borrowed(""), |points| points.to_string().into())
    }
}
