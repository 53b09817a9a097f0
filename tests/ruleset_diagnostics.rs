//! The conformance cases of diagnostics: what is wrong or suspect in a ruleset, with code, severity and path, in order.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use leadscore::check;
use leadscore::ruleset::Code;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.file_name().unwrap().to_str().unwrap().starts_with("diagnostics-"));
    files.sort();
    files
}

/// A case. The ruleset is taken as it is written, keys in order.
#[derive(Deserialize)]
struct Case {
    description: String,
    ruleset: Option<Box<RawValue>>,
    /// Instead of a ruleset, in cases about the text itself.
    ruleset_text: Option<String>,
    expected: Expected,
}

#[derive(Deserialize)]
struct Expected {
    diagnostics: Vec<Value>,
}

impl Case {
    fn text(&self) -> &str {
        match (&self.ruleset, &self.ruleset_text) {
            (Some(ruleset), None) => ruleset.get(),
            (None, Some(text)) => text,
            _ => panic!("{}: either a ruleset or its text", self.description),
        }
    }
}

fn cases() -> Vec<(String, Case)> {
    let mut cases = Vec::new();
    for file in files() {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let read: Vec<Case> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        assert!(!read.is_empty(), "{name} holds no case");
        cases.extend(read.into_iter().map(|case| (format!("{name}: {}", case.description), case)));
    }
    cases
}

#[test]
fn every_case_has_the_diagnostics_that_it_expects() {
    let cases = cases();
    assert!(!cases.is_empty(), "no case was found");
    let mut failures = Vec::new();
    for (name, case) in &cases {
        let checked = check(case.text());
        let as_json = |d: &leadscore::Diagnostic| json!({ "code": d.code, "severity": d.severity, "path": d.path });
        let found: Vec<Value> = checked.diagnostics.iter().map(as_json).collect();
        if found != case.expected.diagnostics {
            failures.push(format!("{name}\n{:#?}", checked.diagnostics));
        }
        let has_error = checked.diagnostics.iter().any(|diagnostic| diagnostic.is_error());
        assert_eq!(checked.ruleset.is_none(), has_error, "{name}: a ruleset if, and only if, there is no error");
    }
    assert!(failures.is_empty(), "{} of {} cases fail:\n{}", failures.len(), cases.len(), failures.join("\n\n"));
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let in_cases: BTreeSet<&str> = cases
        .iter()
        .flat_map(|(_, case)| &case.expected.diagnostics)
        .map(|diagnostic| diagnostic["code"].as_str().unwrap())
        .collect();
    // What needs a text of megabytes or a thousand faults has a test of its own.
    let without = ["too_large", "more_diagnostics"];
    let codes = Code::ALL.iter().map(|code| code.as_str());
    let missing: Vec<&str> = codes.filter(|code| !in_cases.contains(code) && !without.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn codes_are_serialised_as_they_are_written() {
    for code in Code::ALL {
        assert_eq!(json!(code), code.as_str());
    }
}
