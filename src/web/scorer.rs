//! Rulesets: checking and publishing them, and scoring single contacts by them.

use super::json;
use super::places::diagnostics;
use super::thrown::thrown;
use crate::contacts::{self, ContactReader};
use crate::ruleset::{Checked, Ruleset, published};
use crate::{Error, ErrorKind};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Everything that is wrong or suspect in a ruleset, as a list of diagnostics. They have places if the ruleset was given as text,
/// and not as an object of which the text was made.
#[wasm_bindgen]
pub fn check(ruleset: &str, given_as_text: bool) -> Result<String, JsValue> {
    json(&diagnostics(crate::check(ruleset).diagnostics, ruleset, given_as_text))
}

/// The text of a published ruleset, if asked for with lists, lifecycle and workflows.
#[wasm_bindgen]
pub fn publish(ruleset: &str, given_as_text: bool, with_lifecycle: bool) -> Result<String, JsValue> {
    let encode = if with_lifecycle { published::encode_with_lifecycle } else { published::encode };
    encode(&valid(ruleset, given_as_text)?).map_err(|error| thrown(&error))
}

/// A scorer for a ruleset.
pub(super) fn compile(ruleset: &str, given_as_text: bool) -> Result<crate::Scorer, JsValue> {
    Ok(crate::Scorer::new(&valid(ruleset, given_as_text)?))
}

/// The ruleset, if it has no errors.
fn valid(ruleset: &str, given_as_text: bool) -> Result<Ruleset, JsValue> {
    match crate::check(ruleset) {
        Checked { ruleset: Some(ruleset), .. } => Ok(ruleset),
        Checked { diagnostics: found, .. } => {
            Err(thrown(&Error::invalid_ruleset(diagnostics(found, ruleset, given_as_text))))
        }
    }
}

/// Scores single contacts. They come as UTF-8: the glue makes bytes of a text one by one.
#[wasm_bindgen]
pub struct Scorer {
    pub(super) scorer: crate::Scorer,
    pub(super) reader: ContactReader,
}

#[wasm_bindgen]
impl Scorer {
    /// A scorer for a ruleset.
    #[wasm_bindgen(constructor)]
    pub fn new(ruleset: &str, given_as_text: bool) -> Result<Scorer, JsValue> {
        let scorer = compile(ruleset, given_as_text)?;
        Ok(Scorer { scorer, reader: ContactReader::default() })
    }

    /// The scorecard of a contact, with the events beside it if there are any.
    pub fn score(&mut self, contact: &[u8], events: Option<String>, as_of: f64) -> Result<String, JsValue> {
        let table = self.read(contact, events.as_deref())?;
        let card = self.scorer.score(&table, as_of as i64).scorecard(&table, 0);
        self.reader.take_back(table);
        json(&card)
    }

    /// The ledger of a contact, with the events beside it if there are any.
    pub fn explain(&mut self, contact: &[u8], events: Option<String>, as_of: f64) -> Result<String, JsValue> {
        let table = self.read(contact, events.as_deref())?;
        let ledger = self.scorer.explain(&table, 0, as_of as i64);
        self.reader.take_back(table);
        json(&ledger)
    }
}

impl Scorer {
    pub(super) fn read(&mut self, contact: &[u8], events: Option<&str>) -> Result<contacts::Table, JsValue> {
        let text = std::str::from_utf8(contact).map_err(|error| error.to_string());
        let text =
            text.map_err(|error| Error::new(ErrorKind::InvalidContact, format!("expected UTF-8, found {error}")));
        text.and_then(|text| self.reader.read(text, events)).map_err(|error| thrown(&error))
    }
}

/// The error for a contact that is not there.
pub(super) fn no_contact(row: u32, rows: usize) -> JsValue {
    let message = format!("expected a row below {rows}, found {row}");
    thrown(&Error::new(ErrorKind::NotFound, message))
}
