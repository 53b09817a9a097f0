//! Lead scoring that a marketer can trust: rules give points to contacts, exactly, and say why.
//!
//! Three steps lead from files to scores.
//!
//! **A ruleset** is a JSON document; [`ruleset`] has its description. Decoding finds every fault at once, each with its place:
//!
//! ```
//! let checked = leadscore::check(r#"{ "name": "Inbound", "scroes": [] }"#);
//! assert_eq!(checked.diagnostics[0].to_string(), "/scroes: expected a key of a ruleset, found `scroes`");
//! assert_eq!(checked.diagnostics[0].help.as_deref(), Some("did you mean `scores`?"));
//! ```
//!
//! **Contacts** come from bytes in any of the formats of exports, recognised by looking, and become a table in columns. What could not be
//! read is in the report and stops nothing:
//!
//! ```
//! # fn main() -> Result<(), leadscore::Error> {
//! let csv = "Record ID;Job Title;Number of Employees\n7;VP Sales;120\n8;Intern;many\n";
//! let contacts = leadscore::contacts::read(csv.as_bytes(), None, &Default::default())?;
//! assert_eq!(contacts.table.rows(), 2);
//! assert_eq!(contacts.report.rows_read, 2);
//! # Ok(())
//! # }
//! ```
//!
//! **A scorer** brings them together at an instant. Rules name properties as HubSpot does, and find its labels:
//!
//! ```
//! # fn main() -> Result<(), leadscore::Error> {
//! # let csv = "Record ID;Job Title;Number of Employees\n7;VP Sales;120\n8;Intern;many\n";
//! # let contacts = leadscore::contacts::read(csv.as_bytes(), None, &Default::default())?;
//! let ruleset: leadscore::Ruleset = r#"{ "scores": [ { "id": "fit", "groups": [ { "id": "company", "criteria": [
//!     { "id": "size", "label": "50 employees or more", "points": 10,
//!       "when": { "property": "numemployees", "is_greater_than_or_equal_to": 50 } } ] } ] } ] }"#.parse()?;
//! let scorer = leadscore::Scorer::new(&ruleset);
//! let as_of = 1_782_820_800_000; // 2026-06-30T12:00:00Z, in milliseconds since 1970
//! let results = scorer.score(&contacts.table, as_of);
//! assert_eq!(results.hundredths(0), [1000, 0]); // points are whole hundredths
//! assert_eq!(results.report().unreadable[0].examples, ["many"]);
//!
//! let ledger = scorer.explain(&contacts.table, 1, as_of).expect("there is a second contact");
//! let criterion = &ledger.scores[0].groups[0].criteria[0];
//! assert_eq!(criterion.evidence.text, "numemployees 'many' cannot be read as a number");
//! # Ok(())
//! # }
//! ```
//!
//! To learn more: [`ruleset`] for what rules mean, [`contacts`] for readers and tables, [`scoring`] for the engine, [`explain`] for
//! ledgers, [`ways`] for what would change a band, [`listing`] for questions to results, [`insights`] for what each criterion does,
//! [`coverage`] for what rules do not know, [`comparison`] for what a change of rules does, [`lifecycle`] for what follows from scores:
//! stages, workflows, journeys, [`visitor`] for what a browser remembers of its visitor.

pub mod comparison;
pub mod contacts;
pub mod coverage;
mod error;
pub mod explain;
pub mod insights;
pub mod interchange;
pub mod lifecycle;
pub mod listing;
mod platform;
pub mod ruleset;
pub mod scoring;
pub mod visitor;
pub mod ways;
mod whole;
// The command line for Node.js is WebAssembly too, and has no use for the bindings.
#[cfg(all(target_arch = "wasm32", feature = "onsite"))]
pub mod onsite;
#[cfg(all(target_arch = "wasm32", feature = "onsite-explain"))]
pub mod onsite_explain;
#[cfg(all(target_arch = "wasm32", feature = "onsite-lifecycle"))]
pub mod onsite_lifecycle;
#[cfg(all(target_arch = "wasm32", not(any(feature = "command-line", feature = "onsite", feature = "onsite-explain"))))]
pub mod web;

pub use error::{Error, ErrorKind};
pub use explain::Ledger;
pub use ruleset::{Checked, Diagnostic, Points, Ruleset, check};
pub use scoring::{Results, Scorecard, Scorer};

/// The Rust example of the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
