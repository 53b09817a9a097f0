//! Files of contacts: loading them in chunks, and scoring them as a whole.

use super::comparison::Compared;
use super::contact::contact;
use super::json;
use super::lifecycle::Run;
use super::scorer::{compile, no_contact};
use super::thrown::thrown;
use crate::contacts::{self, LoadOptions, LoadReport, Loaded, Value};
use crate::listing::{Listing, no_property};
use crate::scoring::{Kept, Results, ScoreReport};
use crate::{Error, ErrorKind};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads contacts, and events beside them, in chunks.
#[wasm_bindgen]
pub struct Loader(contacts::Loader);

#[wasm_bindgen]
impl Loader {
    /// A loader that has read nothing. Without a format it is recognised from the bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(format: Option<String>) -> Result<Loader, JsValue> {
        let format = format.map(|format| format.parse()).transpose().map_err(|error| thrown(&error))?;
        Ok(Loader(contacts::Loader::new(LoadOptions { format })))
    }

    /// Reads the next chunk of contacts.
    pub fn push_contacts(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        self.0.push_contacts(chunk).map_err(|error| thrown(&error))
    }

    /// Reads the next chunk of events, when all contacts have been read.
    pub fn push_events(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        self.0.push_events(chunk).map_err(|error| thrown(&error))
    }

    /// How many contacts have been read so far.
    pub fn rows(&self) -> usize {
        self.0.rows()
    }

    /// The contacts, when everything has been pushed.
    pub fn finish(self) -> Result<Table, JsValue> {
        let Loaded { table, report } = self.0.finish().map_err(|error| thrown(&error))?;
        Ok(Table {
            table,
            report,
            kept: Kept::default(),
            evaluations: BTreeMap::new(),
            comparisons: Vec::new(),
            runs: Vec::new(),
            exports: Vec::new(),
            last: 0,
        })
    }
}

/// Contacts in memory, with their evaluations, comparisons of those, the files that are being made of them, and runs, each known by its number.
#[wasm_bindgen]
pub struct Table {
    pub(super) table: contacts::Table,
    report: LoadReport,
    pub(super) kept: Kept,
    pub(super) evaluations: BTreeMap<u32, Evaluation>,
    pub(super) comparisons: Vec<Compared>,
    pub(super) runs: Vec<Run>,
    pub(super) exports: Vec<Export>,
    pub(super) last: u32,
}

pub(super) struct Evaluation {
    /// Shared with comparisons, which may outlive the evaluation.
    pub(super) scorer: Arc<crate::Scorer>,
    pub(super) results: Arc<Results>,
    /// The last question, with what it asks for.
    pub(super) asking: Option<Asking>,
}

/// The order of a question, under its text.
pub(super) struct Asking {
    pub(super) question: String,
    pub(super) listing: Arc<Listing>,
}

/// A CSV that is being written, under its number.
pub(super) struct Export {
    pub(super) number: u32,
    /// The evaluation or comparison that it is of.
    pub(super) of: u32,
    pub(super) listing: Arc<Listing>,
    pub(super) properties: Vec<String>,
    /// How many rows have been written; none before the header.
    pub(super) written: Option<usize>,
}

/// What JavaScript has to know of an evaluation to read its points and bands.
#[derive(Serialize)]
struct Outline<'a> {
    as_of: i64,
    scores: Vec<&'a str>,
    bands: Vec<(&'a str, &'a [String])>,
    report: &'a ScoreReport,
}

#[wasm_bindgen]
impl Table {
    /// How many contacts there are.
    pub fn rows(&self) -> usize {
        self.table.rows()
    }

    /// The load report.
    pub fn report(&self) -> Result<String, JsValue> {
        json(&self.report)
    }

    /// The ids of some contacts, as a list.
    pub fn ids(&self, from: usize, to: usize) -> Result<String, JsValue> {
        let ids: Vec<String> = (from..to.min(self.table.rows())).map(|row| self.table.id(row)).collect();
        json(&ids)
    }

    /// The values of a property in some rows, as a list; null where there is none.
    pub fn values(&self, property: &str, from: usize, to: usize) -> Result<String, JsValue> {
        let column = self.table.column(property, []).ok_or_else(|| thrown(&no_property(property, "/property")))?;
        let rows = from..to.min(self.table.rows());
        json(&rows.map(|row| column.value(row).map(Value::text)).collect::<Vec<_>>())
    }

    /// A contact as it was read, with its events.
    pub fn contact(&self, row: u32) -> Result<String, JsValue> {
        let (place, rows) = (row as usize, self.table.rows());
        if place >= rows {
            return Err(no_contact(row, rows));
        }
        json(&contact(&self.table, place))
    }

    /// The row of a contact by its id or email.
    pub fn find(&self, id_or_email: &str) -> Option<usize> {
        self.table.find(id_or_email)
    }

    /// Scores every contact, and keeps what comes out until it is forgotten.
    pub fn score(&mut self, ruleset: &str, given_as_text: bool, as_of: f64) -> Result<u32, JsValue> {
        let scorer = compile(ruleset, given_as_text)?;
        let results = scorer.score_keeping(&self.table, as_of as i64, &mut self.kept);
        self.last += 1;
        let (scorer, results) = (Arc::new(scorer), Arc::new(results));
        self.evaluations.insert(self.last, Evaluation { scorer, results, asking: None });
        Ok(self.last)
    }

    /// Gives the memory of an evaluation, comparison or run back, and that of the files that are being made of it.
    pub fn forget(&mut self, number: u32) {
        self.evaluations.remove(&number);
        self.runs.retain(|run| run.number != number);
        self.comparisons.retain(|compared| compared.number != number);
        self.exports.retain(|export| export.of != number);
    }

    /// The scores and bands of an evaluation, in the order in which they are asked for, and its report.
    pub fn outline(&self, evaluation: u32) -> Result<String, JsValue> {
        let Evaluation { results, .. } = self.evaluation(evaluation)?;
        let bands = results.band_ids().enumerate().map(|(set, id)| (id, results.band_labels(set)));
        let (scores, bands) = (results.score_ids().collect(), bands.collect());
        json(&Outline { as_of: results.as_of(), scores, bands, report: results.report() })
    }

    /// Points by row.
    pub fn points(&self, evaluation: u32, score: usize) -> Result<Vec<f64>, JsValue> {
        let hundredths = self.evaluation(evaluation)?.results.hundredths(score);
        // Division is correctly rounded, so that this is the number nearest to the decimal.
        Ok(hundredths.iter().map(|hundredths| *hundredths as f64 / 100.0).collect())
    }

    /// Band codes by row: 0 without a band, else the label's place from 1.
    pub fn band_codes(&self, evaluation: u32, set: usize) -> Result<Vec<u32>, JsValue> {
        Ok(self.evaluation(evaluation)?.results.band_codes(set).to_vec())
    }

    /// A contact's scorecard.
    pub fn scorecard(&self, evaluation: u32, row: u32) -> Result<String, JsValue> {
        let card = self.evaluation(evaluation)?.results.scorecard(&self.table, row as usize);
        json(&card.ok_or_else(|| no_contact(row, self.table.rows()))?)
    }

    /// Why a contact has its scores.
    pub fn explain(&self, evaluation: u32, row: u32) -> Result<String, JsValue> {
        let Evaluation { scorer, results, .. } = self.evaluation(evaluation)?;
        let ledger = scorer.explain(&self.table, row as usize, results.as_of());
        json(&ledger.ok_or_else(|| no_contact(row, self.table.rows()))?)
    }

    /// The shortest ways of a contact to the next band of each score that has bands.
    pub fn ways(&self, evaluation: u32, row: u32) -> Result<String, JsValue> {
        let Evaluation { scorer, results, .. } = self.evaluation(evaluation)?;
        let ways = scorer.ways(&self.table, row as usize, results.as_of());
        json(&ways.ok_or_else(|| no_contact(row, self.table.rows()))?)
    }

    pub(super) fn evaluation(&self, number: u32) -> Result<&Evaluation, JsValue> {
        let message = "expected an evaluation that is not forgotten";
        self.evaluations.get(&number).ok_or_else(|| thrown(&Error::new(ErrorKind::NotFound, message)))
    }
}
