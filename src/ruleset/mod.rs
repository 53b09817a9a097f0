#![doc = include_str!("../../pkg/RULESET.md")]

mod asked;
mod automation;
mod bands;
mod check;
mod criterion;
mod decode;
mod diagnostic;
mod document;
mod fields;
mod filter;
mod findings;
mod lifecycle;
mod list_order;
mod lists;
mod message;
pub mod model;
mod operand;
mod operator;
mod points;
mod property_names;
pub mod published;
mod result_filter;
mod result_reader;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod stage_test;
mod values;
mod workflows;

pub(crate) use asked::Asked;
pub use automation::{Action, Lifecycle, List, Membership, Message, MessagePart, Placeholder, Stage, Workflow};
pub use diagnostic::{Code, Diagnostic, Place, Severity};
pub use model::*;
#[allow(unused_imports, reason = "scoring compiles the same expressions")]
pub(crate) use operand::compile_regex;
pub use points::{Points, PointsError};
pub(crate) use property_names::{aliases_of, is_same_property, names_of};
pub use result_filter::{BandTest, CriterionTest, ResultFilter, Search};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;

use crate::Error;
use findings::Findings;
use std::str::FromStr;

/// What a check of a ruleset finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The ruleset; `None` if, and only if, there is an error among the diagnostics.
    pub ruleset: Option<Ruleset>,
    /// Everything that is wrong or suspect, in the document's order; at most 1,000, and then one that says how many more
    /// there are.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks a ruleset: everything that is wrong in it or suspect, at once.
///
/// ```
/// let text = r#"{ "scores": [{ "id": "fit", "groups": [{ "id": "job", "criterai": [] }] }] }"#;
/// let checked = leadscore::check(text);
/// assert!(checked.ruleset.is_none());
///
/// let diagnostic = &checked.diagnostics[0];
/// assert_eq!(diagnostic.code.as_str(), "unknown_key");
/// assert_eq!(diagnostic.path, "/scores/0/groups/0/criterai");
/// assert_eq!(diagnostic.message, "expected a key of a group, found `criterai`");
/// assert_eq!(diagnostic.help.as_deref(), Some("did you mean `criteria`?"));
/// assert_eq!(diagnostic.place.unwrap().column, 55);
/// ```
pub fn check(text: &str) -> Checked {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let before = text.len() - json.len();
    let tree = match document::parse(json) {
        Ok(tree) => tree,
        Err(unreadable) => {
            let mut findings = Findings::default();
            findings.error(unreadable.code, unreadable.range, unreadable.message, unreadable.help);
            return Checked { ruleset: None, diagnostics: findings.into_diagnostics(json, before, None) };
        }
    };
    let (ruleset, findings) = decode::decode(&tree);
    let ruleset = (!findings.has_errors()).then_some(ruleset);
    Checked { ruleset, diagnostics: findings.into_diagnostics(json, before, Some(&tree)) }
}

/// A ruleset from its JSON text. Warnings are left out; [`check`] has them.
///
/// ```
/// use leadscore::Ruleset;
/// let ruleset: Ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }] }"#.parse()?;
/// assert_eq!(ruleset.scores[0].id, "fit");
/// # Ok::<(), leadscore::Error>(())
/// ```
impl FromStr for Ruleset {
    type Err = Error;

    fn from_str(text: &str) -> Result<Ruleset, Error> {
        let Checked { ruleset, diagnostics } = check(text);
        ruleset.ok_or_else(|| Error::invalid_ruleset(diagnostics))
    }
}
