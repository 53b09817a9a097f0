//! Collects what is wrong or suspect, each at a place in the tree, and turns it into diagnostics in the document's order.

use super::diagnostic::{Code, Diagnostic, Severity};
use super::document::{self, Places};
use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged};

/// More are counted, and not kept: a document can hold millions of faults.
const MOST: usize = 1_000;

/// What is wrong or suspect so far.
#[derive(Default)]
pub(super) struct Findings {
    found: Vec<Finding>,
    errors: usize,
    more: usize,
}

struct Finding {
    code: Code,
    severity: Severity,
    range: Range,
    message: String,
    help: Option<String>,
}

impl Findings {
    /// Something because of which the ruleset cannot be used.
    pub(super) fn error(&mut self, code: Code, at: Range, message: impl Into<String>, help: Option<String>) {
        self.errors += 1;
        self.add(Finding { code, severity: Severity::Error, range: at, message: message.into(), help });
    }

    /// Something that is legal but suspect.
    pub(super) fn warning(&mut self, code: Code, at: Range, message: impl Into<String>, help: impl Into<String>) {
        let help = Some(help.into());
        self.add(Finding { code, severity: Severity::Warning, range: at, message: message.into(), help });
    }

    /// No more are kept: what only makes a diagnostic better need not be looked for.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    fn add(&mut self, finding: Finding) {
        if self.found.len() < MOST {
            self.found.push(finding);
        } else {
            self.more += 1;
        }
    }

    /// The diagnostics in the document's order. `before` is the length of the byte-order mark before the text.
    pub(super) fn into_diagnostics(mut self, text: &str, before: usize, root: Option<&Value<'_>>) -> Vec<Diagnostic> {
        self.found.sort_by_key(|finding| finding.range.start);
        let mut places = Places::new(text, before);
        let mut diagnostics: Vec<Diagnostic> = Vec::with_capacity(self.found.len() + 1);
        for Finding { code, severity, range, message, help } in self.found {
            let path = root.map(|root| document::pointer(root, range.start)).unwrap_or_default();
            diagnostics.push(Diagnostic { code, severity, path, message, help, place: Some(places.place(range)) });
        }
        if self.more > 0 {
            let shown = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
            diagnostics.push(Diagnostic {
                code: Code::MoreDiagnostics,
                severity: if self.errors > shown { Severity::Error } else { Severity::Warning },
                path: String::new(),
                message: format!("expected at most {MOST} diagnostics, found {} more", self.more),
                help: Some("correct those above and check again".to_owned()),
                place: None,
            });
        }
        diagnostics
    }
}

/// Where to point at a value: the whole of a text or number, the opening bracket of an object or list.
pub(super) fn at(value: &Value<'_>) -> Range {
    let range = value.range();
    match value {
        Value::Object(_) | Value::Array(_) => Range::new(range.start, range.start + 1),
        _ => range,
    }
}
