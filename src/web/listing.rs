//! Questions to the results of a file: pages, counts, histograms, CSV in pieces. The order of the last question is kept for its next page.

use super::json;
use super::places::diagnostics;
use super::table::{Asking, Evaluation, Export, Table};
use super::thrown::thrown;
use crate::interchange::ScoredRows;
use crate::listing::{Listing, Question, ScoredContacts, Sort};
use crate::ruleset::{Points, ResultFilter};
use crate::{Error, ErrorKind, Ruleset};
use serde::Deserialize;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// So many rows of a CSV are handed over at a time.
const ROWS: usize = 4_096;

/// Which contacts, and in which order, as JavaScript asks.
#[derive(Deserialize)]
pub(super) struct Asked {
    pub(super) filter: Option<AskedFilter>,
    sort: Option<Sort>,
    #[serde(default)]
    descending: bool,
}

/// A filter: its text, and whether it was given as text.
#[derive(Deserialize)]
pub(super) struct AskedFilter(String, bool);

#[wasm_bindgen]
impl Table {
    /// A page of the contacts that a question asks for. `properties` is a list of names.
    pub fn page(
        &mut self,
        evaluation: u32,
        question: &str,
        offset: usize,
        limit: usize,
        properties: &str,
    ) -> Result<String, JsValue> {
        let listing = self.listing(evaluation, question, offset.saturating_add(limit))?;
        let properties: Vec<String> = read(properties)?;
        let page = self.scored(evaluation)?.page(&listing, offset, limit, &properties);
        json(&page.map_err(|error| thrown(&error))?)
    }

    /// How many contacts meet a question's filter.
    pub fn count(&self, evaluation: u32, question: &str) -> Result<usize, JsValue> {
        let scored = self.scored(evaluation)?;
        Ok(scored.count(filter(scored.scorer.ruleset(), read::<Asked>(question)?.filter)?.as_ref()))
    }

    /// How the points of a score are spread over the contacts that meet a question's filter.
    pub fn histogram(
        &self,
        evaluation: u32,
        score: usize,
        width: Option<String>,
        question: &str,
    ) -> Result<String, JsValue> {
        let scored = self.scored(evaluation)?;
        let filter = filter(scored.scorer.ruleset(), read::<Asked>(question)?.filter)?;
        let width = width.map(|width| points(&width)).transpose()?;
        json(&scored.histogram(score, width, filter.as_ref()).map_err(|error| thrown(&error))?)
    }

    /// Begins a CSV of the contacts that a question asks for, and gives the number by which it is known.
    pub fn begin_csv(&mut self, evaluation: u32, question: &str, properties: &str) -> Result<u32, JsValue> {
        let listing = self.listing(evaluation, question, usize::MAX)?;
        let properties: Vec<String> = read(properties)?;
        ScoredRows::new(self.scored(evaluation)?, &properties).map_err(|error| thrown(&error))?;
        Ok(self.export(evaluation, listing, properties))
    }

    /// The next piece of a CSV; nothing after the last one.
    pub fn next_csv(&mut self, export: u32) -> Result<Option<Vec<u8>>, JsValue> {
        let gone = || thrown(&Error::new(ErrorKind::NotFound, "expected a CSV that is not at its end"));
        let place = self.exports.iter().position(|under_way| under_way.number == export).ok_or_else(gone)?;
        let mut under_way = self.exports.swap_remove(place);
        let left = under_way.listing.rows().get(under_way.written.unwrap_or(0)..).unwrap_or(&[]);
        if under_way.written.is_some() && left.is_empty() {
            return Ok(None);
        }
        let next = under_way.written.map(|_| left.iter().take(ROWS).map(|row| *row as usize));
        let piece = match self.comparisons.iter().find(|compared| compared.number == under_way.of) {
            Some(compared) => self.compared_piece(compared, &under_way.properties, next),
            None => self.scored_piece(under_way.of, &under_way.properties, next),
        }?;
        under_way.written = Some(under_way.written.map_or(0, |written| written + ROWS));
        self.exports.push(under_way);
        Ok(Some(piece))
    }

    /// Gives the memory of a CSV back.
    pub fn end_csv(&mut self, export: u32) {
        self.exports.retain(|under_way| under_way.number != export);
    }
}

impl Table {
    /// A CSV of these rows of an evaluation or comparison, of which nothing is written yet.
    pub(super) fn export(&mut self, of: u32, listing: Arc<Listing>, properties: Vec<String>) -> u32 {
        self.last += 1;
        self.exports.push(Export { number: self.last, of, listing, properties, written: None });
        self.last
    }

    /// These rows of an evaluation as CSV, or the header.
    fn scored_piece(
        &self,
        evaluation: u32,
        properties: &[String],
        rows: Option<impl Iterator<Item = usize>>,
    ) -> Result<Vec<u8>, JsValue> {
        let scored = ScoredRows::new(self.scored(evaluation)?, properties).map_err(|error| thrown(&error))?;
        Ok(rows.map_or_else(|| scored.csv_header(), |rows| scored.csv_rows(rows)))
    }

    pub(super) fn scored(&self, evaluation: u32) -> Result<ScoredContacts<'_>, JsValue> {
        let Evaluation { scorer, results, .. } = self.evaluation(evaluation)?;
        Ok(ScoredContacts::new(scorer, &self.table, results))
    }

    /// The rows that a question asks for, at least so many of them, kept until another question is asked.
    fn listing(&mut self, evaluation: u32, question: &str, needed: usize) -> Result<Arc<Listing>, JsValue> {
        let first = match Asking::find(self.evaluation(evaluation)?.asking.as_ref(), question, needed) {
            Ok(listing) => return Ok(listing),
            Err(first) => first,
        };
        let asked: Asked = read(question)?;
        let scored = self.scored(evaluation)?;
        let filter = filter(scored.scorer.ruleset(), asked.filter)?;
        let question_asked = Question { filter, sort: asked.sort, descending: asked.descending, first };
        let listing = scored.list(&question_asked);
        let listing = Arc::new(listing.map_err(|error| thrown(&error))?);
        let asking = Asking { question: question.to_owned(), listing: Arc::clone(&listing) };
        if let Some(evaluation) = self.evaluations.get_mut(&evaluation) {
            evaluation.asking = Some(asking);
        }
        Ok(listing)
    }
}

impl Asking {
    /// What is kept of a question, if it has at least so many rows; else how many to put in order. Whoever turns the page will turn more: all
    /// are put in order only then.
    pub(super) fn find(kept: Option<&Asking>, question: &str, needed: usize) -> Result<Arc<Listing>, Option<usize>> {
        let kept = kept.filter(|kept| kept.question == question);
        match kept.filter(|kept| kept.listing.rows().len() >= needed.min(kept.listing.total())) {
            Some(enough) => Ok(Arc::clone(&enough.listing)),
            None => Err(kept.is_none().then_some(needed)),
        }
    }
}

/// What the package's own JavaScript has put together.
pub(super) fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, JsValue> {
    serde_json::from_str(text).map_err(|error| thrown(&Error::new(ErrorKind::InvalidArgument, error.to_string())))
}

pub(super) fn filter(ruleset: &Ruleset, asked: Option<AskedFilter>) -> Result<Option<ResultFilter>, JsValue> {
    let Some(AskedFilter(text, given_as_text)) = asked else { return Ok(None) };
    let placed = |error: Error| {
        let found = diagnostics(error.diagnostics().to_vec(), &text, given_as_text);
        thrown(&Error::invalid_filter(found))
    };
    ResultFilter::parse(&text, ruleset).map(Some).map_err(placed)
}

fn points(text: &str) -> Result<Points, JsValue> {
    let message = || format!("expected a width with at most two decimals and of at most a million, found {text}");
    text.parse().map_err(|_| thrown(&Error::at(ErrorKind::InvalidArgument, "/width".to_owned(), &message())))
}
