//! What is wrong or suspect in a ruleset: code, severity, path, message, help, and the place in the text.

use serde::Serialize;
use std::fmt;

/// Something that is wrong or suspect in a ruleset.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// Stable; what programs may depend on.
    pub code: Code,
    /// Whether the ruleset can be used all the same.
    pub severity: Severity,
    /// A JSON Pointer to the place in the document, such as `/scores/0/groups/1/criteria/3/points`.
    pub path: String,
    /// What was expected, what was found. Begins in lower case.
    pub message: String,
    /// What to do, where there is something to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The place in the text, if there is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Whether a ruleset can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can; it is legal but suspect.
    Warning,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// From the text's beginning, in bytes of UTF-8.
    pub offset: usize,
    /// In bytes of UTF-8.
    pub length: usize,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Diagnostic {
    /// Whether the ruleset cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// `/scores/0/groups/1/criteria/3/points: expected a number, found "ten"`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        write!(f, "{path}: {}", self.message)
    }
}

/// What kinds of faults there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// The text is not JSON.
    InvalidJson,
}
