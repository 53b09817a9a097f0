//! Generated rulesets, contacts and instants for property tests: small vocabularies, so that tests are met about as often as
//! not, instants that fall on the boundaries of windows and decay, and values of every odd kind.
//!
//! What comes out is valid (`pkg/RULESET.md`) and plain JSON; nothing here knows what it should score.

#![allow(dead_code, unused_imports, reason = "each test binary uses a part")]

mod automation;
mod contacts;
mod filters;
mod instants;
mod rulesets;

pub use filters::{OPERATORS, filter_with_scores, test_with};

pub use contacts::contacts;
pub use instants::as_of;

use crate::oracle::Contact;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A ruleset, the contacts of one file, and an instant.
#[derive(Clone)]
pub struct Scenario {
    pub ruleset: Value,
    pub contacts: Vec<Contact>,
    pub as_of: i64,
}

/// As a case of `tests/conformance`, which a failure may become.
impl std::fmt::Debug for Scenario {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let as_of = jiff::Timestamp::from_millisecond(self.as_of).expect("an instant of these days").to_string();
        write!(f, "{}", json!({ "ruleset": self.ruleset, "contacts": self.contacts, "as_of": as_of }))
    }
}

/// Scenarios of whole rulesets.
pub fn scenario() -> impl Strategy<Value = Scenario> {
    of_rulesets(rulesets::ruleset())
}

/// Scenarios of rulesets with one criterion `c` alone.
pub fn scenario_of_one_criterion() -> impl Strategy<Value = Scenario> {
    of_rulesets(rulesets::ruleset_of_one_criterion())
}

/// Scenarios of rulesets with lists, a lifecycle and workflows.
pub fn scenario_of_workflows() -> impl Strategy<Value = Scenario> {
    let all = (automation::ruleset(), automation::contacts(), as_of());
    all.prop_map(|(ruleset, contacts, as_of)| Scenario { ruleset, contacts, as_of })
}

fn of_rulesets(rulesets: BoxedStrategy<Value>) -> impl Strategy<Value = Scenario> {
    (rulesets, contacts(), as_of()).prop_map(|(ruleset, contacts, as_of)| Scenario { ruleset, contacts, as_of })
}
