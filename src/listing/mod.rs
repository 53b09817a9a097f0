//! Results as people go through them: which contacts, in which order, a page at a time; how many there are; how their points are spread.
//!
//! In: a table that was scored, with its results and the scorer, and a [`Question`]. Out: rows, and documents about them. What a filter
//! means is the engine's to say; nothing here knows a format.

mod histogram;
mod matching;
mod members;
mod order;
mod page;

pub use histogram::{Bin, Histogram};
pub(crate) use members::Members;
pub use order::Sort;
pub(crate) use order::{of_points, sorted_by};
pub use page::{Page, PageRow};
pub(crate) use page::{as_object, properties_of};

use crate::contacts::{Column, Table};
use crate::ruleset::{Property, ResultFilter};
use crate::{Error, ErrorKind, Results, Scorer};

/// Contacts with their scores, ready for questions.
///
/// ```
/// use leadscore::listing::{Question, ScoredContacts, Sort};
/// # fn main() -> Result<(), leadscore::Error> {
/// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [{ "id": "size", "criteria": [
///     { "id": "large", "when": { "property": "numemployees", "is_greater_than": 50 }, "points": 10 } ] }] }] }"#;
/// let scorer = leadscore::Scorer::new(&ruleset.parse()?);
/// let contacts = leadscore::contacts::read(b"id,numemployees\n7,20\n8,120\n9,60\n", None, &Default::default())?;
/// let results = scorer.score(&contacts.table, 0);
///
/// let scored = ScoredContacts::new(&scorer, &contacts.table, &results);
/// let listing = scored.list(&Question { sort: Some(Sort::Score(0)), descending: true, ..Question::default() })?;
/// assert_eq!(listing.rows(), [1, 2, 0]);
/// let page = scored.page(&listing, 0, 2, &["numemployees".to_owned()])?;
/// assert_eq!((page.total, page.rows[0].id.as_str()), (3, "8"));
///
/// let large = scored.filter(r#"{ "score": "fit", "at_least": 10 }"#)?;
/// assert_eq!(scored.count(Some(&large)), 2);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct ScoredContacts<'a> {
    pub(crate) scorer: &'a Scorer,
    pub(crate) table: &'a Table,
    pub(crate) results: &'a Results,
}

/// Which contacts, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// Those that meet this; all, if left out.
    pub filter: Option<ResultFilter>,
    /// What they are sorted by; the table's order, if left out. Contacts that are alike in it stay in the table's order.
    pub sort: Option<Sort>,
    /// From the most to the least. Contacts without a value come last either way.
    pub descending: bool,
    /// Only so many from the beginning; all, if left out. The first few of many are found without putting all in order.
    pub first: Option<usize>,
}

/// The rows that a question asks for, in its order. It can be asked for page after page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    rows: Vec<u32>,
    total: usize,
}

impl Listing {
    pub(crate) fn new(rows: Vec<u32>, total: usize) -> Listing {
        Listing { rows, total }
    }

    /// The rows, in order.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// How many there would be if not only the first were asked for.
    pub fn total(&self) -> usize {
        self.total
    }
}

impl<'a> ScoredContacts<'a> {
    /// The contacts of a table with their scores by this scorer. All three must belong together.
    pub fn new(scorer: &'a Scorer, table: &'a Table, results: &'a Results) -> ScoredContacts<'a> {
        ScoredContacts { scorer, table, results }
    }

    /// A filter over these results, from its JSON text.
    pub fn filter(&self, text: &str) -> Result<ResultFilter, Error> {
        ResultFilter::parse(text, self.scorer.ruleset())
    }

    /// The rows that a question asks for. An error if it sorts by what there is not.
    pub fn list(&self, question: &Question) -> Result<Listing, Error> {
        let matching = question.filter.as_ref().map(|filter| self.matching(filter));
        let all = 0..u32::try_from(self.results.rows()).unwrap_or(u32::MAX);
        let rows: Vec<u32> = match &matching {
            None => all.collect(),
            Some(matching) => all.zip(matching).filter(|(_, matches)| **matches).map(|(row, _)| row).collect(),
        };
        let total = rows.len();
        let first = question.first.unwrap_or(total).min(total);
        let mut rows = match &question.sort {
            None if question.descending => rows.into_iter().rev().take(first).collect(),
            None => rows,
            Some(sort) => self.sorted(rows, sort, question.descending, first)?,
        };
        rows.truncate(first);
        Ok(Listing { rows, total })
    }

    /// How many contacts meet a filter.
    pub fn count(&self, filter: Option<&ResultFilter>) -> usize {
        match filter {
            None => self.results.rows(),
            Some(filter) => self.matching(filter).into_iter().filter(|matches| *matches).count(),
        }
    }

    /// The column of a property that stands at this path in what was asked, under any name that the ruleset knows for it.
    pub(crate) fn column(&self, property: &str, path: &str) -> Result<&'a Column, Error> {
        let aliases = self.declared(property).map_or(&[][..], |declared| &declared.aliases);
        let column = self.table.column(property, aliases.iter().map(String::as_str));
        column.ok_or_else(|| no_property(property, path))
    }

    /// The columns of the properties that a question beside the filter and the order asks for.
    pub(crate) fn columns(&self, properties: &[String]) -> Result<Vec<&'a Column>, Error> {
        let properties = properties.iter().enumerate();
        properties.map(|(place, property)| self.column(property, &format!("/properties/{place}"))).collect()
    }

    fn declared(&self, property: &str) -> Option<&'a Property> {
        let same = |declared: &&Property| crate::contacts::names::same(&declared.name, property);
        self.scorer.ruleset().properties.iter().find(same)
    }
}

/// The error for a property that the contacts do not have.
pub(crate) fn no_property(property: &str, path: &str) -> Error {
    let shown: String = property.chars().take(100).collect();
    not_found(path, &format!("a property of the contacts, found \"{shown}\""))
}

fn not_found(path: &str, expected: &str) -> Error {
    Error::at(ErrorKind::NotFound, path.to_owned(), &format!("expected {expected}"))
}
