//! Every conformance case of steps and journeys, held against the crate: contact by contact, and all contacts of a step as one file.
//!
//! The cases are the files `lifecycle-*.json` in `tests/conformance`, whose README says what is in them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::contacts::reading::time;
use leadscore::contacts::{contact, read};
use leadscore::lifecycle::{FromStage, Happening, State, advance, journey_on};
use leadscore::{Ruleset, Scorer};
use serde_json::{Value, json};
use std::path::Path;

/// The cases of all files, with the names of those.
fn cases() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.file_name().unwrap().to_string_lossy().starts_with("lifecycle-"));
    files.sort();
    let cases = |file: &std::path::PathBuf| -> Vec<(String, Value)> {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let cases: Vec<Value> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        cases.into_iter().map(|case| (format!("{name}: {}", case["description"]), case)).collect()
    };
    files.iter().flat_map(cases).collect()
}

fn ruleset(case: &Value) -> Ruleset {
    case["ruleset"].to_string().parse().unwrap_or_else(|error| panic!("{}: {error}", case["description"]))
}

fn at(instant: &Value) -> i64 {
    time(instant.as_str().unwrap()).unwrap()
}

/// What was found, as far as something is expected of it.
fn asked_for(expected: &Value, found: &Value) -> Value {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let asked = |(key, expected): (&String, &Value)| Some((key.clone(), asked_for(expected, found.get(key)?)));
            Value::Object(expected.iter().filter_map(asked).collect())
        }
        (Value::Array(expected), Value::Array(found)) => {
            let asked = |(place, found): (usize, &Value)| {
                expected.get(place).map_or_else(|| found.clone(), |own| asked_for(own, found))
            };
            Value::Array(found.iter().enumerate().map(asked).collect())
        }
        _ => found.clone(),
    }
}

/// Runs every case that has this key; fails with every difference, and if there was no case.
fn run(key: &str, found_in: impl Fn(&Value) -> Value) {
    let cases: Vec<_> = cases().into_iter().filter(|(_, case)| case.get(key).is_some()).collect();
    assert!(!cases.is_empty(), "no conformance case was found");
    let difference = |(name, case): &(String, Value)| {
        let expected = &case["expected"];
        let found = found_in(case);
        let mut found_asked_for = asked_for(expected, &found);
        // A state is expected as a whole.
        if expected.get("state").is_some() {
            found_asked_for["state"] = found["state"].clone();
        }
        (found_asked_for != *expected).then(|| format!("{name}\n  expected {expected}\n  found    {found_asked_for}\n"))
    };
    let differences: Vec<String> = cases.iter().filter_map(difference).collect();
    assert!(
        differences.is_empty(),
        "{} of {} cases differ:\n\n{}",
        differences.len(),
        cases.len(),
        differences.join("\n")
    );
}

/// Makes every step of a case from what the one before has left.
fn happenings(case: &Value, step: impl Fn(&Ruleset, State, &[Value], i64) -> (State, Vec<Happening>)) -> Value {
    let ruleset = ruleset(case);
    let mut state = State::default();
    let mut happenings = Vec::new();
    for own in case["steps"].as_array().unwrap() {
        let (after, happened) = step(&ruleset, state, own["contacts"].as_array().unwrap(), at(&own["as_of"]));
        // The host keeps it as text.
        state = after.to_string().parse().unwrap();
        happenings.push(happened);
    }
    json!({ "happenings": happenings, "state": state })
}

#[test]
fn contacts_advance_one_by_one_as_every_case_says() {
    run("steps", |case| {
        happenings(case, |ruleset, state, contacts, as_of| {
            contacts.iter().fold((state, Vec::new()), |(state, mut all), own| {
                let (state, happened) = advance(ruleset, &state, &contact(&own.to_string(), None).unwrap(), as_of);
                all.extend(happened);
                (state, all)
            })
        })
    });
}

#[test]
fn contacts_advance_as_a_file_as_every_case_says() {
    run("steps", |case| {
        happenings(case, |ruleset, mut state, contacts, as_of| {
            let lines: Vec<String> = contacts.iter().map(Value::to_string).collect();
            let table = read(lines.join("\n").as_bytes(), None, &Default::default()).unwrap().table;
            let advanced = state.advance_all(&Scorer::new(ruleset), &table, as_of, &mut |_, _| ());
            (state, advanced.happenings)
        })
    });
}

#[test]
fn journeys_go_as_every_case_says() {
    run("contact", |case| {
        let contact = contact(&case["contact"].to_string(), None).unwrap();
        let from_stage = match case.get("from_stage") {
            Some(_) => FromStage::None,
            None => FromStage::Current,
        };
        let (from, to) = (at(&case["from"]), at(&case["to"]));
        let (journey, _) = journey_on(&ruleset(case), &State::default(), &contact, from, to, from_stage);
        json!({ "complete": journey.complete, "journey": journey.steps })
    });
}
