//! The benchmark workload natively, on one thread: `cargo bench`. The contacts come from tests/bench/workload.mjs, which needs Node.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark that cannot start stops and says why")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use leadscore::contacts::{ContactReader, LoadOptions, Table, read};
use leadscore::ruleset::{Filter, Operator, Points, Rule, Ruleset};
use leadscore::scoring::Kept;
use leadscore::{Ledger, Scorecard, Scorer};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

const CONTACTS: usize = 100_000;

/// 2026-06-30T12:00:00Z, the workload's AS_OF.
const AS_OF: i64 = 1_782_820_800_000;

static RULESET: LazyLock<Ruleset> =
    LazyLock::new(|| include_str!("workload.ruleset.json").parse().expect("the workload's ruleset is valid"));
static CSV: LazyLock<Vec<u8>> = LazyLock::new(|| workload("csv"));
static NDJSON: LazyLock<Vec<u8>> = LazyLock::new(|| workload("ndjson"));
static TABLE: LazyLock<Table> =
    LazyLock::new(|| read(&CSV, None, &LoadOptions::default()).expect("a readable CSV").table);

/// The contacts in one of the generator's formats.
fn workload(format: &str) -> Vec<u8> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("workload.{format}"));
    let generator = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/workload.mjs");
    let status = Command::new("node")
        .arg(generator)
        .args(["--contacts", &CONTACTS.to_string(), &format!("--{format}")])
        .arg(&file)
        .status()
        .expect("node, which writes the contacts, is on the path");
    assert!(status.success(), "workload.mjs failed");
    std::fs::read(file).expect("the file that workload.mjs wrote")
}

fn main() {
    divan::main();
}

/// Every criterion of every contact.
#[divan::bench]
fn evaluation(bencher: Bencher) {
    let scorer = Scorer::new(&RULESET);
    let table = &*TABLE;
    bencher.counter(ItemsCount::new(CONTACTS)).bench(|| scorer.score(black_box(table), AS_OF));
}

/// The points of one criterion changed, the tests did not.
#[divan::bench]
fn rescoring_after_changed_points(bencher: Bencher) {
    let changed = edited(|_, points| *points = Points::from_hundredths(points.hundredths() + 100));
    rescoring(bencher, &changed);
}

/// The test of one criterion changed.
#[divan::bench]
fn rescoring_after_changed_criterion(bencher: Bencher) {
    let changed = edited(|filter, _| {
        if let Filter::Property(test) = filter {
            test.operator = Operator::IsKnown;
        }
    });
    rescoring(bencher, &changed);
}

/// Scores by the changed ruleset what was scored by the unchanged one.
fn rescoring(bencher: Bencher, changed: &Ruleset) {
    let table = &*TABLE;
    let mut before = Kept::default();
    Scorer::new(&RULESET).score_keeping(table, AS_OF, &mut before);
    let scorer = Scorer::new(changed);
    bencher
        .counter(ItemsCount::new(CONTACTS))
        .with_inputs(|| before.clone())
        .bench_refs(|kept| scorer.score_keeping(black_box(table), AS_OF, kept));
}

/// The ruleset with its criterion on 50 to 999 employees changed.
fn edited(edit: impl Fn(&mut Filter, &mut Points)) -> Ruleset {
    let mut ruleset = RULESET.clone();
    let criteria = ruleset.scores.iter_mut().flat_map(|score| &mut score.groups).flat_map(|group| &mut group.criteria);
    let criterion = criteria.into_iter().find(|criterion| criterion.id == "size_core").expect("a criterion size_core");
    if let Rule::Condition { when, points, .. } = &mut criterion.rule {
        edit(when, points);
    }
    assert_ne!(ruleset, *RULESET);
    ruleset
}

#[divan::bench]
fn csv_to_scores(bencher: Bencher) {
    to_scores(bencher, &CSV);
}

#[divan::bench]
fn ndjson_to_scores(bencher: Bencher) {
    to_scores(bencher, &NDJSON);
}

fn to_scores(bencher: Bencher, bytes: &[u8]) {
    let scorer = Scorer::new(&RULESET);
    bencher.counter(ItemsCount::new(CONTACTS)).bench(|| {
        let loaded = read(black_box(bytes), None, &LoadOptions::default()).expect("readable contacts");
        scorer.score(&loaded.table, AS_OF)
    });
}

/// From a contact's JSON to its scorecard.
#[divan::bench]
fn one_contact(bencher: Bencher) {
    let scorer = Scorer::new(&RULESET);
    let json = first_contact();
    let reader = std::cell::RefCell::new(ContactReader::default());
    bencher.bench_local(|| -> Option<Scorecard> {
        let mut reader = reader.borrow_mut();
        let table = reader.read(black_box(&json), None).expect("a readable contact");
        let card = scorer.score(&table, AS_OF).scorecard(&table, 0);
        reader.take_back(table);
        card
    });
}

/// From a contact's JSON to its ledger.
#[divan::bench]
fn explain(bencher: Bencher) {
    let scorer = Scorer::new(&RULESET);
    let json = first_contact();
    bencher.bench(|| -> Option<Ledger> {
        let table = leadscore::contacts::contact(black_box(&json), None).expect("a readable contact");
        scorer.explain(&table, 0, AS_OF)
    });
}

fn first_contact() -> String {
    let line = NDJSON.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8(line.to_vec()).expect("UTF-8")
}
