//! The one error of the crate: what kind it is, what went wrong, and, for rulesets, every diagnostic.

use crate::ruleset::Diagnostic;
use std::fmt;

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    path: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

/// The kinds of errors. Their texts are stable; programs may depend on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The ruleset has errors; the diagnostics say which.
    InvalidRuleset,
    /// A filter over results has errors; the diagnostics say which.
    InvalidFilter,
    /// A file is not what can be read: empty, binary, an Excel workbook, broken JSON.
    UnreadableFile,
    /// A contact that was given by itself is not what can be read.
    InvalidContact,
    /// An instant is not in any of the time formats, or out of range.
    InvalidInstant,
    /// What is remembered of contacts is no state that can be read: damaged, or of a newer version.
    InvalidState,
    /// The data is larger than what one table holds.
    TooLarge,
    /// There is no such row, contact, score, band set or property.
    NotFound,
    /// What was asked for cannot be had, such as a histogram of more bins than there may be.
    InvalidArgument,
}

impl ErrorKind {
    /// The kind as programs see it, such as `invalid_ruleset`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorKind::InvalidRuleset => "invalid_ruleset",
            ErrorKind::InvalidFilter => "invalid_filter",
            ErrorKind::UnreadableFile => "unreadable_file",
            ErrorKind::InvalidContact => "invalid_contact",
            ErrorKind::InvalidInstant => "invalid_instant",
            ErrorKind::InvalidState => "invalid_state",
            ErrorKind::TooLarge => "too_large",
            ErrorKind::NotFound => "not_found",
            ErrorKind::InvalidArgument => "invalid_argument",
        }
    }
}

impl Error {
    /// An error of a kind. The message begins in lower case, says what was expected, what was found and what to do.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error { kind, message: message.into(), path: None, diagnostics: Vec::new() }
    }

    /// The error for a value that stands at this JSON Pointer in what was given.
    pub(crate) fn at(kind: ErrorKind, path: String, reason: &str) -> Error {
        Error { kind, message: format!("{path}: {reason}"), path: Some(path), diagnostics: Vec::new() }
    }

    /// The error for a ruleset with these diagnostics.
    pub fn invalid_ruleset(diagnostics: Vec<Diagnostic>) -> Error {
        Error::diagnosed(ErrorKind::InvalidRuleset, "ruleset", diagnostics)
    }

    /// The error for a filter over results with these diagnostics.
    pub fn invalid_filter(diagnostics: Vec<Diagnostic>) -> Error {
        Error::diagnosed(ErrorKind::InvalidFilter, "filter", diagnostics)
    }

    fn diagnosed(kind: ErrorKind, what: &str, diagnostics: Vec<Diagnostic>) -> Error {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
        let message = match (errors.clone().count(), errors.clone().next()) {
            (1, Some(only)) => format!("the {what} has an error: {only}"),
            (count, Some(first)) => format!("the {what} has {count} errors, the first: {first}"),
            (_, None) => format!("the {what} is not valid"),
        };
        Error { kind, message, path: None, diagnostics }
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What was expected, what was found and what to do.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// A JSON Pointer to what is wrong in the value that was given, where there is one place.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Everything that is wrong or suspect, for [`ErrorKind::InvalidRuleset`] and [`ErrorKind::InvalidFilter`].
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
