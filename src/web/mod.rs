//! The WebAssembly bindings: they convert and call.
//!
//! In: what the hand-written JavaScript of the package hands over, that is JSON text, bytes and numbers, checked for their type.
//! Out: JSON text, and points and band codes as typed arrays. Errors are thrown as JSON text too. Nothing here knows a rule of scoring.

mod comparison;
mod contact;
mod decay;
mod insights;
mod lifecycle;
mod listing;
mod places;
mod scorer;
mod table;
mod thrown;
mod values;

pub use decay::decay_steps;
pub use scorer::{Scorer, check, publish};
pub use table::{Loader, Table};

use crate::contacts::reading;
use crate::{Error, ErrorKind};
use thrown::thrown;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// An instant from its text, in milliseconds since the epoch.
#[wasm_bindgen]
pub fn instant(text: &str) -> Result<f64, JsValue> {
    let message = || format!("expected an instant such as 2024-06-30T12:00:00Z, found \"{text}\"");
    // All instants that are read are whole numbers that a 64-bit float holds.
    let instant = reading::time(text.trim()).map(|instant| instant as f64);
    instant.ok_or_else(|| thrown(&Error::new(ErrorKind::InvalidInstant, message())))
}

/// A document as JSON text.
fn json(document: &impl serde::Serialize) -> Result<String, JsValue> {
    serde_json::to_string(document).map_err(|error| JsValue::from_str(&error.to_string()))
}
