//! Lead scoring that a marketer can trust.

pub mod contacts;
mod error;
pub mod ruleset;

pub use error::{Error, ErrorKind};
pub use ruleset::{Checked, Diagnostic, Points, Ruleset, check};
