//! Generated rulesets, contacts and instants for property tests: small vocabularies, so that tests are met about as often as
//! not, instants that fall on the boundaries of windows and decay, and values of every odd kind.
//!
//! What comes out is valid (`pkg/RULESET.md`) and plain JSON; nothing here knows what it should score.

#![allow(dead_code, unused_imports, reason = "each test binary uses a part")]

mod contacts;
mod filters;
mod instants;
mod rulesets;

pub use contacts::contacts;
pub use filters::{OPERATORS, test_with};
pub use instants::as_of;
pub use rulesets::{criterion, ruleset};
