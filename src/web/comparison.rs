//! Comparisons of two evaluations of a table: a summary, pages, CSV in pieces. They keep what they need of both, so that neither has to be
//! kept for them.

use super::json;
use super::listing::{AskedFilter, filter, read};
use super::table::{Asking, Evaluation, Table};
use super::thrown::thrown;
use crate::comparison::{BandMove, Comparison, Question};
use crate::interchange::ComparedRows;
use crate::listing::{Listing, ScoredContacts};
use crate::{Error, ErrorKind, Results, Scorer, contacts};
use serde::Deserialize;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Two evaluations beside each other, under their number.
pub(super) struct Compared {
    pub(super) number: u32,
    after: Side,
    before: Side,
    /// The last question, with what it asks for.
    asking: Option<Asking>,
}

struct Side {
    scorer: Arc<Scorer>,
    results: Arc<Results>,
}

/// Which contacts, as JavaScript asks: by which score, with which band, that meet which filter.
#[derive(Deserialize)]
struct Asked(Option<String>, Option<AskedBand>, Option<AskedFilter>);

/// The id of a band set, and lists of the band before and after, which are empty where any will do.
#[derive(Deserialize)]
struct AskedBand(String, Vec<Option<String>>, Vec<Option<String>>);

#[wasm_bindgen]
impl Table {
    /// Puts an evaluation beside an earlier or other one, and gives the number by which both together are known.
    pub fn compare(&mut self, after: u32, before: u32) -> Result<u32, JsValue> {
        let (after, before) = (self.side(after)?, self.side(before)?);
        self.last += 1;
        self.comparisons.push(Compared { number: self.last, after, before, asking: None });
        Ok(self.last)
    }

    /// What changes over all contacts.
    pub fn comparison_summary(&self, comparison: u32) -> Result<String, JsValue> {
        json(&self.compared(comparison)?.comparison(&self.table)?.summary())
    }

    /// A page of the contacts that a question asks for. `properties` is a list of names.
    pub fn comparison_page(
        &mut self,
        comparison: u32,
        question: &str,
        offset: usize,
        limit: usize,
        properties: &str,
    ) -> Result<String, JsValue> {
        let listing = self.movers(comparison, question, offset.saturating_add(limit))?;
        let (Asked(score, ..), properties) = (read(question)?, read::<Vec<String>>(properties)?);
        let both = self.compared(comparison)?.comparison(&self.table)?;
        let page = both.page(&listing, score.as_deref(), offset, limit, &properties);
        json(&page.map_err(|error| thrown(&error))?)
    }

    /// Begins a CSV of the contacts that a question asks for, and gives the number by which it is known.
    pub fn begin_comparison_csv(&mut self, comparison: u32, question: &str, properties: &str) -> Result<u32, JsValue> {
        let listing = self.movers(comparison, question, usize::MAX)?;
        let properties: Vec<String> = read(properties)?;
        let both = self.compared(comparison)?.comparison(&self.table)?;
        ComparedRows::new(&both, &properties).map_err(|error| thrown(&error))?;
        Ok(self.export(comparison, listing, properties))
    }
}

impl Table {
    /// These rows of a comparison as CSV, or the header.
    pub(super) fn compared_piece(
        &self,
        compared: &Compared,
        properties: &[String],
        rows: Option<impl Iterator<Item = usize>>,
    ) -> Result<Vec<u8>, JsValue> {
        let both = compared.comparison(&self.table)?;
        let compared = ComparedRows::new(&both, properties).map_err(|error| thrown(&error))?;
        Ok(rows.map_or_else(|| compared.csv_header(), |rows| compared.csv_rows(rows)))
    }

    fn side(&self, evaluation: u32) -> Result<Side, JsValue> {
        let Evaluation { scorer, results, .. } = self.evaluation(evaluation)?;
        Ok(Side { scorer: Arc::clone(scorer), results: Arc::clone(results) })
    }

    fn compared(&self, number: u32) -> Result<&Compared, JsValue> {
        let message = "expected a comparison that is not forgotten";
        let found = self.comparisons.iter().find(|compared| compared.number == number);
        found.ok_or_else(|| thrown(&Error::new(ErrorKind::NotFound, message)))
    }

    /// The rows that a question asks for, at least so many of them, kept until another question is asked.
    fn movers(&mut self, comparison: u32, question: &str, needed: usize) -> Result<Arc<Listing>, JsValue> {
        let compared = self.compared(comparison)?;
        let first = match Asking::find(compared.asking.as_ref(), question, needed) {
            Ok(listing) => return Ok(listing),
            Err(first) => first,
        };
        let Asked(score, band, asked) = read(question)?;
        let one = |labels: Vec<Option<String>>| labels.into_iter().next();
        let band = band.map(|AskedBand(id, from, to)| BandMove { id, from: one(from), to: one(to) });
        let filter = filter(compared.after.scored(&self.table).scorer.ruleset(), asked)?;
        let listing = compared.comparison(&self.table)?.list(&Question { score, band, filter, first });
        let listing = Arc::new(listing.map_err(|error| thrown(&error))?);
        let asking = Asking { question: question.to_owned(), listing: Arc::clone(&listing) };
        if let Some(compared) = self.comparisons.iter_mut().find(|compared| compared.number == comparison) {
            compared.asking = Some(asking);
        }
        Ok(listing)
    }
}

impl Compared {
    fn comparison<'a>(&'a self, table: &'a contacts::Table) -> Result<Comparison<'a>, JsValue> {
        Comparison::new(self.after.scored(table), self.before.scored(table)).map_err(|error| thrown(&error))
    }
}

impl Side {
    fn scored<'a>(&'a self, table: &'a contacts::Table) -> ScoredContacts<'a> {
        ScoredContacts::new(&self.scorer, table, &self.results)
    }
}
