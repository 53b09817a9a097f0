//! The crate as a peer of the benchmark: `native_peer GROUP FILE CONTACTS`. It reads `check` or `time` from standard
//! input, a line each, and answers with a line of JSON.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark that cannot go on stops and says why"
)]

use leadscore::contacts::{ContactReader, LoadOptions, read};
use leadscore::ruleset::Ruleset;
use leadscore::{Results, Scorer};
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::time::Instant;

/// 2026-06-30T12:00:00Z, the workload's AS_OF.
const AS_OF: i64 = 1_782_820_800_000;

/// What was found: points of each contact, and how many contacts each band has.
#[derive(Default)]
struct Outcome {
    points: Vec<i64>,
    bands: Vec<Option<String>>,
}

impl Outcome {
    fn of(results: &Results) -> Self {
        let rows = 0..results.rows();
        Self {
            points: results.hundredths(0).iter().map(|hundredths| hundredths / 100).collect(),
            bands: rows.map(|row| results.band(0, row).map(str::to_owned)).collect(),
        }
    }

    fn answer(&self) -> Value {
        let count = |label: Option<&str>| self.bands.iter().filter(|band| band.as_deref() == label).count();
        let bands = json!({ "SQL": count(Some("SQL")), "MQL": count(Some("MQL")), "none": count(None) });
        json!({ "scores": self.points, "bands": bands })
    }
}

/// How a group is timed, and what comes out.
struct Peer {
    time: Box<dyn Fn() -> Vec<f64>>,
    check: Box<dyn Fn() -> Outcome>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [group, file, contacts] = arguments.as_slice() else {
        panic!("expected a group, a file and a number of contacts")
    };
    let contacts = contacts.parse().expect("a number of contacts");
    let ruleset: Ruleset = include_str!("workload.ruleset.json").parse().expect("the workload's ruleset is valid");
    let bytes = std::fs::read(file).expect("a readable file");
    let peer = match group.as_str() {
        "evaluation" => evaluation(ruleset, &bytes),
        "one contact" => one_contact(&ruleset, &bytes, contacts),
        _ => file_to_scores(&ruleset, bytes),
    };
    answer(&json!("ready"));
    for line in std::io::stdin().lock().lines() {
        answer(&match line.expect("a line").as_str() {
            "check" => (peer.check)().answer(),
            _ => json!({ "times": (peer.time)() }),
        });
    }
}

fn answer(answer: &Value) {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{answer}").and_then(|()| output.flush()).expect("somebody who listens");
}

fn milliseconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let kept = work();
    let passed = start.elapsed().as_secs_f64() * 1000.0;
    drop(kept);
    passed
}

/// Contacts in memory, scored by the ruleset with nothing kept from before.
fn evaluation(ruleset: Ruleset, bytes: &[u8]) -> Peer {
    let table: &_ = Box::leak(Box::new(read(bytes, None, &LoadOptions::default()).expect("readable contacts").table));
    let ruleset: &_ = Box::leak(Box::new(ruleset));
    let run = || Scorer::new(ruleset).score(table, AS_OF);
    Peer { time: Box::new(move || vec![milliseconds(run)]), check: Box::new(move || Outcome::of(&run())) }
}

/// From a file's bytes to scores.
fn file_to_scores(ruleset: &Ruleset, bytes: Vec<u8>) -> Peer {
    let bytes: &_ = Box::leak(bytes.into_boxed_slice());
    let scorer: &_ = Box::leak(Box::new(Scorer::new(ruleset)));
    let run = || {
        let loaded = read(bytes, None, &LoadOptions::default()).expect("readable contacts");
        (scorer.score(&loaded.table, AS_OF), loaded)
    };
    Peer { time: Box::new(move || vec![milliseconds(run)]), check: Box::new(move || Outcome::of(&run().0)) }
}

/// From a contact's JSON to its scorecard; the time is the median over the contacts.
fn one_contact(ruleset: &Ruleset, bytes: &[u8], contacts: usize) -> Peer {
    let scorer: &_ = Box::leak(Box::new(Scorer::new(ruleset)));
    let text = String::from_utf8_lossy(bytes);
    let lines: &_ = Box::leak(text.lines().take(contacts).map(str::to_owned).collect::<Box<[String]>>());
    let run = |reader: &mut ContactReader, line: &String| {
        let table = reader.read(line, None).expect("a readable contact");
        let card = scorer.score(&table, AS_OF).scorecard(&table, 0).expect("a contact");
        reader.take_back(table);
        card
    };
    let time = move || {
        let mut reader = ContactReader::default();
        let mut times: Vec<f64> = lines.iter().map(|line| milliseconds(|| run(&mut reader, line))).collect();
        times.sort_by(f64::total_cmp);
        vec![times.get(times.len() / 2).copied().unwrap_or_default()]
    };
    let check = move || {
        let mut outcome = Outcome::default();
        let mut reader = ContactReader::default();
        for line in lines {
            let scorecard = serde_json::to_value(run(&mut reader, line)).expect("a document");
            let lead = scorecard.pointer("/scores/lead").expect("a score");
            outcome.points.push(lead.pointer("/points").and_then(Value::as_f64).expect("points") as i64);
            outcome.bands.push(lead.pointer("/band").and_then(Value::as_str).map(str::to_owned));
        }
        outcome
    };
    Peer { time: Box::new(time), check: Box::new(check) }
}
