//! Lead scoring that a marketer can trust.

pub mod contacts;
mod error;
pub mod explain;
pub mod ruleset;
pub mod scoring;

pub use error::{Error, ErrorKind};
pub use explain::Ledger;
pub use ruleset::{Checked, Diagnostic, Points, Ruleset, check};
pub use scoring::{Results, Scorecard, Scorer};

#[cfg(target_arch = "wasm32")]
pub mod web;
