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
    let found = json!({ "inbound": outcome("inbound", &loaded), "saas": outcome("saas", &loaded) });
    let expected: Value =
        serde_json::from_slice(&fs::read(in_repository("tests/samples.expected.json")).unwrap()).unwrap();
    assert!(found == expected, "what the samples come to has changed; if it was meant to, the file is now\n{found:#}");
}
