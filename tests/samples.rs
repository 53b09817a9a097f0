//! What the samples of the page come to, held against `tests/samples.expected.json`. The package's tests hold theirs against the
//! same file, so that WebAssembly and native code cannot differ.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use leadscore::Scorer;
use leadscore::contacts::{self, LoadOptions, Loaded, reading};
use leadscore::interchange::ScoredRows;
use leadscore::listing::ScoredContacts;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The instant that the samples are made for.
const AS_OF: &str = "2026-06-30T12:00:00Z";

/// The sample's two rulesets, and the other templates.
const RULESETS: [&str; 5] = ["account-based", "ecommerce", "empty", "inbound", "saas"];

/// Every so many contacts one is explained.
const EXPLAINED: usize = 20;

fn sample(name: &str) -> Vec<u8> {
    fs::read(in_repository("www/samples").join(name)).unwrap()
}

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// FNV-1a: the same few lines in any language.
fn digest(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Documents, one a line.
fn lines<T: serde::Serialize>(documents: impl Iterator<Item = T>) -> String {
    documents.map(|document| serde_json::to_string(&document).unwrap() + "\n").collect()
}

fn outcome(name: &str, Loaded { table, report }: &Loaded) -> Value {
    let ruleset = String::from_utf8(sample(&format!("{name}.json"))).unwrap();
    let scorer = Scorer::new(&ruleset.parse().unwrap());
    let as_of = reading::time(AS_OF).unwrap();
    let results = scorer.score(table, as_of);
    let explained = (0..table.rows()).step_by(EXPLAINED);
    let mut csv = Vec::new();
    let rows = ScoredRows::new(ScoredContacts::new(&scorer, table, &results), &[]).unwrap();
    rows.write_csv(&mut csv).unwrap();
    json!({
        "hundredths": (0..results.score_ids().count()).map(|score| results.hundredths(score).iter().sum()).collect::<Vec<i64>>(),
        "scorecards": digest(&lines(results.scorecards(table))),
        "csv": digest(std::str::from_utf8(&csv).unwrap()),
        "ledgers": digest(&lines(explained.map(|row| scorer.explain(table, row, as_of)))),
        "score_report": digest(&lines([results.report()].into_iter())),
        "load_report": digest(&lines([report].into_iter())),
    })
}

#[test]
fn the_samples_come_to_what_is_expected_of_them() {
    let loaded = contacts::read(&sample("contacts.csv"), Some(&sample("events.csv")), &LoadOptions::default()).unwrap();
    let found: Value = RULESETS
        .iter()
        .map(|name| (name.to_string(), outcome(name, &loaded)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let expected: Value =
        serde_json::from_slice(&fs::read(in_repository("tests/samples.expected.json")).unwrap()).unwrap();
    assert!(found == expected, "what the samples come to has changed; if it was meant to, the file is now\n{found:#}");
}

#[test]
fn the_rulesets_among_the_samples_are_free_of_errors_and_warnings() {
    for name in RULESETS {
        let text = String::from_utf8(sample(&format!("{name}.json"))).unwrap();
        assert!(leadscore::check(&text).diagnostics.is_empty(), "{name} has errors or warnings");
    }
}

/// A template that puts everybody into one band teaches nothing.
#[test]
fn every_band_of_the_rulesets_has_contacts_and_none_has_all() {
    let loaded = contacts::read(&sample("contacts.csv"), Some(&sample("events.csv")), &LoadOptions::default()).unwrap();
    for name in RULESETS {
        let text = String::from_utf8(sample(&format!("{name}.json"))).unwrap();
        let ruleset: Value = serde_json::from_str(&text).unwrap();
        let results = Scorer::new(&text.parse().unwrap()).score(&loaded.table, reading::time(AS_OF).unwrap());
        let cards: Vec<Value> =
            results.scorecards(&loaded.table).map(|card| serde_json::to_value(card).unwrap()).collect();
        for band in ruleset["bands"].as_array().into_iter().flatten() {
            let Some(score) = band["score"].as_str() else { continue };
            for label in band["ranges"].as_array().unwrap().iter().map(|range| &range["label"]) {
                let count = cards.iter().filter(|card| card["scores"][score]["band"] == *label).count();
                assert!(count > 0 && count * 20 < cards.len() * 19, "{name}: {count} contacts are {label}");
            }
        }
    }
}
