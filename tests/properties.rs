//! What holds of every ruleset and every contact, on generated ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod oracle;

use oracle::{Case, Contact, hundredths};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// What an operator was seen to say of a value: that it meets the test, and that it does not.
#[derive(Default, Debug)]
struct Seen {
    met: bool,
    failed: bool,
}

/// The generated contacts are worth something only if they do not all fail, or all meet, some operator.
#[test]
fn the_generator_makes_contacts_that_meet_and_that_fail_every_operator() {
    let mut runner = TestRunner::deterministic();
    for operator in generate::OPERATORS {
        let mut seen = Seen::default();
        for _ in 0..100 {
            let test = generate::test_with(operator).new_tree(&mut runner).unwrap().current();
            let criterion = serde_json::json!({ "id": "c", "when": test, "points": 1 });
            let ruleset =
                serde_json::json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [criterion] }] }] });
            for contact in generate::contacts().new_tree(&mut runner).unwrap().current() {
                let as_of = generate::as_of().new_tree(&mut runner).unwrap().current();
                let points = Case { ruleset: &ruleset, contact: &contact, as_of }.criterion_points();
                *(if points.values().all(|points| *points == 100) { &mut seen.met } else { &mut seen.failed }) = true;
            }
        }
        assert!(seen.met && seen.failed, "{operator}: {seen:?}");
    }
}
