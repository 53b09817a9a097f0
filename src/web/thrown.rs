//! Errors on their way to JavaScript: JSON text, of which the package makes a `LeadscoreError`.

use super::json;
use crate::{Diagnostic, Error};
use serde::Serialize;
use wasm_bindgen::JsValue;

#[derive(Serialize)]
struct Thrown<'a> {
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "<[Diagnostic]>::is_empty")]
    diagnostics: &'a [Diagnostic],
}

/// The error as it is thrown.
pub(super) fn thrown(error: &Error) -> JsValue {
    let thrown = Thrown {
        code: error.kind().as_str(),
        message: error.message(),
        path: error.path(),
        diagnostics: error.diagnostics(),
    };
    json(&thrown).map_or_else(|fault| fault, |text| JsValue::from_str(&text))
}
