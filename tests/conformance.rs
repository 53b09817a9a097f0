//! Every conformance case that says what scorecards come out, held against the oracle and against the crate.
//!
//! The cases are the files in `tests/conformance`, whose README says what is in them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod native;
mod oracle;

use oracle::Contact;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// One case of a file. Those of diagnostics lack what is only needed for scores.
#[derive(serde::Deserialize)]
struct Conformance {
    description: String,
    #[serde(default)]
    ruleset: Value,
    #[serde(default)]
    contacts: Vec<Contact>,
    #[serde(default)]
    as_of: String,
    expected: Expected,
}

/// What is to come out, of which this runner reads the scorecards.
#[derive(serde::Deserialize)]
struct Expected {
    scorecards: Option<Vec<Value>>,
}

/// The files of cases, by name.
fn case_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
}

/// The cases of a file.
fn cases_of(path: &Path) -> Vec<Conformance> {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Scores every case with one implementation; fails with every difference, and if there was no case.
fn run(scorecards_of: impl Fn(&Conformance) -> Vec<Value>) {
    let mut differences = Vec::new();
    let mut count = 0;
    for path in case_files() {
        for case in cases_of(&path) {
            let Some(expected) = &case.expected.scorecards else { continue };
            count += 1;
            let found = scorecards_of(&case);
            if found != *expected {
                let (file, description) = (path.file_name().unwrap().display(), &case.description);
                differences.push(format!("{file}: {description}\n{}", difference(expected, &found)));
            }
        }
    }
    assert!(count > 0, "no conformance case was found");
    assert!(differences.is_empty(), "{} of {count} cases differ:\n\n{}", differences.len(), differences.join("\n"));
}

/// The scorecards that differ, one above the other.
fn difference(expected: &[Value], found: &[Value]) -> String {
    let mut lines = String::new();
    for place in 0..expected.len().max(found.len()) {
        let (expected, found) = (expected.get(place), found.get(place));
        if expected != found {
            let shown = |card: Option<&Value>| card.map_or_else(|| "none".to_string(), Value::to_string);
            lines += &format!("  expected {}\n  found    {}\n", shown(expected), shown(found));
        }
    }
    lines
}

#[test]
fn the_oracle_agrees_with_every_case() {
    run(|case| {
        let as_of = oracle::instant(&case.as_of).unwrap();
        let scorecard = |contact| oracle::Case { ruleset: &case.ruleset, contact, as_of }.scorecard();
        case.contacts.iter().map(scorecard).collect()
    });
}

#[test]
fn the_crate_agrees_with_every_case() {
    run(|case| {
        let as_of = oracle::instant(&case.as_of).unwrap();
        native::scorecards(&native::scorer(&case.ruleset), &native::table(&case.contacts), as_of)
    });
}

#[test]
fn the_crate_agrees_with_every_case_contact_by_contact() {
    run(|case| {
        let as_of = oracle::instant(&case.as_of).unwrap();
        let scorer = native::scorer(&case.ruleset);
        let alone =
            |contact: &Contact| native::scorecards(&scorer, &native::table(std::slice::from_ref(contact)), as_of);
        case.contacts.iter().flat_map(alone).collect()
    });
}
