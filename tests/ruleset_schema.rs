//! The JSON Schema accepts what the decoder accepts, and refuses what is of the wrong shape.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use leadscore::check;
use leadscore::ruleset::{Code, Severity, schema};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Faults that a schema can see.
const OF_SHAPE: [Code; 11] = [
    Code::WrongType,
    Code::UnknownKey,
    Code::UnknownOperator,
    Code::UnknownChoice,
    Code::MissingKey,
    Code::MisplacedKey,
    Code::ConflictingKeys,
    Code::MisplacedTest,
    Code::EmptyList,
    Code::InvalidId,
    Code::UnsupportedVersion,
];

fn rulesets() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut rulesets = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let with_ruleset = cases.into_iter().filter(|case| case["ruleset"] != Value::Null);
        rulesets.extend(with_ruleset.map(|case| (case["description"].to_string(), case["ruleset"].clone())));
    }
    let description = include_str!("../pkg/RULESET.md");
    let example = description.split("```json").nth(1).unwrap().split("```").next().unwrap();
    rulesets.push(("the example of the description".to_owned(), serde_json::from_str(example).unwrap()));
    rulesets
}

#[test]
fn the_schema_is_itself_valid() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn the_schema_agrees_with_the_check() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let (mut valid, mut invalid, mut wrong) = (0, 0, Vec::new());
    for (name, ruleset) in rulesets() {
        let diagnostics = check(&ruleset.to_string()).diagnostics;
        let errors: Vec<Code> =
            diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|diagnostic| diagnostic.code).collect();
        if errors.is_empty() {
            valid += 1;
            if let Err(error) = validator.validate(&ruleset) {
                wrong.push(format!("{name} is refused: {error} at {}", error.instance_path()));
            }
        } else if errors.iter().any(|code| OF_SHAPE.contains(code)) {
            invalid += 1;
            if validator.is_valid(&ruleset) {
                wrong.push(format!("{name} is accepted, with {errors:?}"));
            }
        }
    }
    assert!(valid > 50 && invalid > 50, "{valid} valid and {invalid} invalid cases are too few");
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), valid + invalid);
}

#[test]
fn an_editor_finds_each_operator_with_its_operand() {
    let schema = schema();
    let operators = schema.pointer("/$defs/PropertyTest/anyOf").unwrap().as_array().unwrap();
    assert_eq!(operators.len(), 29);
    let days = operators.iter().find(|test| test["title"] == "is_less_than_x_days_ago").unwrap();
    assert_eq!(days["required"], json!(["property", "is_less_than_x_days_ago"]));
    assert_eq!(days["properties"]["is_less_than_x_days_ago"]["maximum"], 100_000);
}

#[test]
fn the_schema_of_the_package_is_current() {
    let written = include_str!("../pkg/ruleset.schema.json");
    let current = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    assert!(written == current, "pkg/ruleset.schema.json is not what the types give; make schema writes it anew");
}
