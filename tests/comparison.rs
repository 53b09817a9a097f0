//! Comparisons: against a plain comparison of two lists of scorecards, and what is wrong in a question.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use generate::Scenario;
use leadscore::comparison::{BandMove, Comparison, Question};
use leadscore::contacts::Table;
use leadscore::interchange::ComparedRows;
use leadscore::listing::ScoredContacts;
use leadscore::{ErrorKind, Results, Scorer};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const BEFORE: &str = r#"{
    "scores": [
        { "id": "lead", "label": "Lead", "groups": [{ "id": "g", "criteria": [
            { "id": "pro", "when": { "property": "plan", "is_equal_to": "pro" }, "points": 40 },
            { "id": "large", "when": { "property": "size", "is_greater_than": 9 }, "points": 30.5 } ] }] },
        { "id": "old", "groups": [{ "id": "g", "criteria": [] }] } ],
    "bands": [
        { "score": "lead", "ranges": [{ "label": "SQL", "at_least": 65 }, { "label": "MQL", "at_least": 40 }] },
        { "score": "old", "ranges": [{ "label": "A" }] } ] }"#;

/// The same label for two ranges, and one that was not there.
const AFTER: &str = r#"{
    "properties": { "plan": { "aliases": ["Tariff"] } },
    "scores": [
        { "id": "new", "label": "New", "groups": [{ "id": "g", "criteria": [] }] },
        { "id": "lead", "label": "Leads", "groups": [{ "id": "g", "criteria": [
            { "id": "pro", "when": { "property": "plan", "is_equal_to": "pro" }, "points": 35 },
            { "id": "small", "when": { "property": "size", "is_less_than": 9 }, "points": 65 } ] }] } ],
    "bands": [
        { "score": "lead", "ranges": [
            { "label": "SQL", "at_least": 90 }, { "label": "SQL", "at_least": 60 }, { "label": "lead", "at_least": 35 } ] },
        { "id": "grid", "label": "Grid", "rows": { "score": "lead", "ranges": [{ "label": "A", "at_least": 30 }] },
          "columns": { "score": "new", "ranges": [{ "label": "1", "at_least": 0 }] } } ] }"#;

const CONTACTS: &str =
    "id,plan,size,name\n1,pro,100,Ada\n2,pro,9,=Bob\n3,free,5,\n,free,9,Eve\n5,pro,1,Ann\n6,pro,9,Uma\n";

struct Compared {
    table: Table,
    before: (Scorer, Results),
    after: (Scorer, Results),
}

impl Compared {
    fn new() -> Compared {
        let table = leadscore::contacts::read(CONTACTS.as_bytes(), None, &Default::default()).unwrap().table;
        let scored = |ruleset: &str| {
            let scorer = Scorer::new(&ruleset.parse().unwrap());
            let results = scorer.score(&table, 0);
            (scorer, results)
        };
        Compared { before: scored(BEFORE), after: scored(AFTER), table }
    }

    fn comparison(&self) -> Comparison<'_> {
        Comparison::new(self.side(&self.after), self.side(&self.before)).unwrap()
    }

    fn side<'a>(&'a self, (scorer, results): &'a (Scorer, Results)) -> ScoredContacts<'a> {
        ScoredContacts::new(scorer, &self.table, results)
    }

    fn rows(&self, question: &Question) -> Vec<u32> {
        self.comparison().list(question).unwrap().rows().to_vec()
    }

    fn moved(&self, from: Option<Option<&str>>, to: Option<Option<&str>>) -> Vec<u32> {
        self.rows(&Question { band: Some(band("lead", from, to)), ..Question::default() })
    }
}

fn band(id: &str, from: Option<Option<&str>>, to: Option<Option<&str>>) -> BandMove {
    let owned = |label: Option<Option<&str>>| label.map(|label| label.map(str::to_owned));
    BandMove { id: id.to_owned(), from: owned(from), to: owned(to) }
}

#[test]
fn a_summary_counts_who_rises_falls_and_moves() {
    let compared = Compared::new();
    assert_eq!(compared.before.1.hundredths(0), [7050, 4000, 0, 0, 4000, 4000]);
    assert_eq!(compared.after.1.hundredths(1), [3500, 3500, 6500, 0, 10_000, 3500]);
    assert_eq!(
        json!(compared.comparison().summary()),
        json!({
            "scores": [
                { "id": "new", "label": "New", "in": "after", "raised": 0, "lowered": 0, "unchanged": 0, "change": 0 },
                { "id": "lead", "label": "Leads", "in": "both", "raised": 2, "lowered": 3, "unchanged": 1, "change": 79.5 },
                { "id": "old", "in": "before", "raised": 0, "lowered": 0, "unchanged": 0, "change": 0 } ],
            "bands": [
                { "id": "lead", "label": "Leads", "in": "both", "moved": 5, "moves": [
                    { "from": "SQL", "to": "lead", "count": 1 },
                    { "from": "MQL", "to": "SQL", "count": 1 },
                    { "from": "MQL", "to": "lead", "count": 2 },
                    { "from": null, "to": "SQL", "count": 1 },
                    { "from": null, "to": null, "count": 1 } ] },
                { "id": "grid", "label": "Grid", "in": "after", "moves": [], "moved": 0 },
                { "id": "old", "in": "before", "moves": [], "moved": 0 } ]
        })
    );
}

#[test]
fn who_changed_comes_by_the_size_of_the_change() {
    let compared = Compared::new();
    assert_eq!(compared.rows(&Question::default()), [2, 4, 0, 1, 5], "65, 60, -35.5, -5, -5");
    let filter = compared.side(&compared.after).filter(r#"{ "score": "lead", "at_most": 35 }"#).unwrap();
    assert_eq!(compared.rows(&Question { filter: Some(filter), ..Question::default() }), [0, 1, 5]);
    let listing = compared.comparison().list(&Question { first: Some(2), ..Question::default() }).unwrap();
    assert_eq!((listing.rows(), listing.total()), (&[2, 4][..], 5));
}

#[test]
fn moves_between_bands_are_found_from_and_to() {
    let compared = Compared::new();
    assert_eq!(compared.moved(None, None), [2, 4, 0, 1, 5], "whoever has another label");
    assert_eq!(compared.moved(Some(Some("MQL")), None), [4, 1, 5]);
    assert_eq!(compared.moved(Some(Some("MQL")), Some(Some("lead"))), [1, 5]);
    assert_eq!(compared.moved(None, Some(Some("SQL"))), [2, 4], "by either range of that label");
    assert_eq!(compared.moved(Some(None), None), [2]);
    assert_eq!(compared.moved(Some(None), Some(None)), [3], "who stays, when asked for");
    assert_eq!(compared.moved(None, Some(None)), [0; 0], "nobody else came to have no band");
}

#[test]
fn ranges_of_one_label_are_one_band() {
    let compared = Compared::new();
    let same = Comparison::new(compared.side(&compared.after), compared.side(&compared.after)).unwrap();
    let summary = same.summary();
    assert_eq!((summary.scores[1].unchanged, summary.bands[0].moved), (6, 0));
    let question = Question { band: Some(band("lead", Some(Some("SQL")), Some(Some("SQL")))), ..Question::default() };
    assert_eq!(same.list(&question).unwrap().rows(), [2, 4]);
    assert_eq!(same.list(&Question::default()).unwrap().total(), 0);
}

#[test]
fn a_page_has_what_each_contact_was_and_is() {
    let compared = Compared::new();
    let comparison = compared.comparison();
    let listing = comparison.list(&Question::default()).unwrap();
    let page = comparison.page(&listing, None, 1, 1, &["Tariff".into(), "size".into()]);
    assert_eq!(page.unwrap_err().path(), Some("/properties/0"), "no file has a column of an alias alone");
    let page = comparison.page(&listing, Some("lead"), 1, 1, &["plan".into(), "name".into()]).unwrap();
    assert_eq!(
        json!(page),
        json!({ "total": 5, "rows": [{
            "row": 4, "id": "5", "change": 60,
            "scores": { "new": { "after": 0 }, "lead": { "before": 40, "after": 100 }, "old": { "before": 0 } },
            "bands": { "lead": { "before": "MQL", "after": "SQL" }, "grid": { "after": "A1" }, "old": { "before": "A" } },
            "properties": { "plan": "pro", "name": "Ann" } }] })
    );
}

#[test]
fn a_csv_has_both_sides_and_nothing_that_a_spreadsheet_would_run() {
    let compared = Compared::new();
    let comparison = compared.comparison();
    let rows = ComparedRows::new(&comparison, &["name".into()]).unwrap();
    assert_eq!(
        String::from_utf8([rows.csv_header(), rows.csv_rows([1, 3])].concat()).unwrap(),
        "id,name,new_before,new_after,new_change,lead_before,lead_after,lead_change,old_before,old_after,old_change,\
         lead_band_before,lead_band_after,grid_before,grid_after,old_band_before,old_band_after\n\
         2,'=Bob,,0,,40,35,-5,0,,,MQL,lead,,A1,A,\nrow 4,Eve,,0,,0,0,0,0,,,,,,,A,\n"
    );
    let twice = ComparedRows::new(&comparison, &["name".into(), "name".into()]).err().unwrap();
    assert_eq!(twice.message(), "two columns would be called `name`");
}

#[test]
fn what_there_is_not_cannot_be_asked_for() {
    let compared = Compared::new();
    let comparison = compared.comparison();
    let fault = |question: Question| {
        let error = comparison.list(&question).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound);
        error.message().to_owned()
    };
    let of_score = |score: &str| fault(Question { score: Some(score.to_owned()), ..Question::default() });
    let of_band = |band: BandMove| fault(Question { band: Some(band), ..Question::default() });
    assert_eq!(of_score("laed"), r#"/score: expected a score that both have, found "laed"; there are "lead""#);
    assert_eq!(of_score("old"), r#"/score: expected a score that both have, found "old"; there are "lead""#);
    assert_eq!(
        of_band(band("grid", None, None)),
        r#"/band/id: expected a score with bands, or a matrix, that both have, found "grid"; there are "lead""#
    );
    assert_eq!(
        of_band(band("lead", Some(Some("lead")), None)),
        r#"/band/from: expected a band, or null for no band, found "lead"; there are "SQL", "MQL""#
    );
    assert_eq!(
        of_band(band("lead", None, Some(Some("MQL")))),
        r#"/band/to: expected a band, or null for no band, found "MQL"; there are "SQL", "lead""#
    );
}

#[test]
fn rulesets_without_a_score_in_common_have_nobody_who_changed() {
    let compared = Compared::new();
    let other = Scorer::new(&r#"{ "scores": [{ "id": "x", "groups": [] }] }"#.parse().unwrap());
    let results = other.score(&compared.table, 0);
    let other = ScoredContacts::new(&other, &compared.table, &results);
    let comparison = Comparison::new(other, compared.side(&compared.before)).unwrap();
    let listing = comparison.list(&Question::default()).unwrap();
    assert_eq!(json!(comparison.page(&listing, None, 0, 10, &[]).unwrap()), json!({ "total": 0, "rows": [] }));
    let presence: Vec<Value> = comparison.summary().scores.iter().map(|score| json!(score.presence)).collect();
    assert_eq!(presence, ["after", "before", "before"]);
}

#[test]
fn results_of_other_contacts_cannot_be_compared() {
    let (one, other) = (Compared::new(), Compared::new());
    let error = Comparison::new(one.side(&one.after), other.side(&other.before)).err().unwrap();
    assert_eq!((error.kind(), error.path()), (ErrorKind::InvalidArgument, Some("/before")));
}

#[test]
fn labels_of_large_matrices_are_counted_all_the_same() {
    let ranges: Vec<Value> = (0..300).map(|place| json!({ "label": format!("{place}."), "at_least": place })).collect();
    let side = json!({ "score": "s", "ranges": ranges });
    let ruleset = |most: u32| {
        let criterion = json!({ "id": "c", "property": "x", "values": { "a": 0, "b": most, "c": most } });
        native::scorer(&json!({
            "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [criterion] }] }],
            "bands": [{ "id": "grid", "rows": side, "columns": side }] }))
    };
    let table = leadscore::contacts::read(b"x\na\nb\nc\nb\n", None, &Default::default()).unwrap().table;
    let (before, after) = (ruleset(7), ruleset(299));
    let results = (before.score(&table, 0), after.score(&table, 0));
    let (before, after) =
        (ScoredContacts::new(&before, &table, &results.0), ScoredContacts::new(&after, &table, &results.1));
    let summary = Comparison::new(after, before).unwrap().summary();
    assert_eq!(
        json!(summary.bands[0].moves),
        json!([{ "from": "7.7.", "to": "299.299.", "count": 3 }, { "from": "0.0.", "to": "0.0.", "count": 1 }])
    );
    assert_eq!(summary.bands[0].moved, 3);
}

/// Every score and band of a scorecard: hundredths, and labels.
fn plain(card: &Value) -> (BTreeMap<String, i64>, BTreeMap<String, Value>) {
    let (mut points, mut bands) = (BTreeMap::new(), BTreeMap::new());
    for (id, score) in card["scores"].as_object().unwrap() {
        points.insert(id.clone(), oracle::hundredths(&score["points"]));
        bands.extend(score.get("band").map(|band| (id.clone(), band.clone())));
    }
    let none = Map::new();
    let matrices = card.get("bands").map_or(&none, |bands| bands.as_object().unwrap());
    bands.extend(matrices.iter().map(|(id, band)| (id.clone(), band.clone())));
    (points, bands)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_comparison_is_that_of_two_lists_of_scorecards(scenario in generate::scenario(), other in generate::scenario()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let table = native::table(contacts);
        let (before, after) = (native::scorer(ruleset), native::scorer(&other.ruleset));
        let (before_results, after_results) = (before.score(&table, *as_of), after.score(&table, *as_of));
        let comparison = Comparison::new(
            ScoredContacts::new(&after, &table, &after_results),
            ScoredContacts::new(&before, &table, &before_results),
        ).unwrap();
        let cards = |scorer: &Scorer| native::scorecards(scorer, &table, *as_of).iter().map(plain).collect::<Vec<_>>();
        let (before_cards, after_cards) = (cards(&before), cards(&after));
        let pairs = || before_cards.iter().zip(&after_cards).enumerate();

        for score in comparison.summary().scores {
            let of = |cards: &(BTreeMap<String, i64>, _)| cards.0.get(&score.id).copied();
            let changes: Vec<i64> = pairs().filter_map(|(_, (a, b))| Some(of(b)? - of(a)?)).collect();
            prop_assert_eq!(score.raised, changes.iter().filter(|change| **change > 0).count());
            prop_assert_eq!(score.lowered, changes.iter().filter(|change| **change < 0).count());
            prop_assert_eq!(score.unchanged, changes.iter().filter(|change| **change == 0).count());
            prop_assert_eq!(score.change.hundredths(), changes.iter().sum::<i64>());

            let question = Question { score: Some(score.id.clone()), ..Question::default() };
            if changes.is_empty() && !contacts.is_empty() {
                prop_assert!(comparison.list(&question).is_err());
                continue;
            }
            let mut expected: Vec<u32> = (0..changes.len() as u32).filter(|row| changes[*row as usize] != 0).collect();
            expected.sort_by_key(|row| -changes[*row as usize].abs());
            let listing = comparison.list(&question).unwrap();
            prop_assert_eq!(listing.rows(), &expected);
            for row in comparison.page(&listing, Some(&score.id), 0, 1_000, &[]).unwrap().rows {
                prop_assert_eq!(row.change.hundredths(), changes[row.row]);
                let band = |band: &Option<Option<String>>| band.as_ref().map(|band| json!(band));
                for (id, points) in &row.scores {
                    let of = |cards: &[(BTreeMap<String, i64>, _)]| cards[row.row].0.get(id).copied();
                    prop_assert_eq!(points.before.map(|points| points.hundredths()), of(&before_cards));
                    prop_assert_eq!(points.after.map(|points| points.hundredths()), of(&after_cards));
                }
                for (id, bands) in &row.bands {
                    prop_assert_eq!(&band(&bands.before), &before_cards[row.row].1.get(id).cloned());
                    prop_assert_eq!(&band(&bands.after), &after_cards[row.row].1.get(id).cloned());
                }
            }
            for first in 0..=expected.len() {
                let first_only = comparison.list(&Question { first: Some(first), ..question.clone() }).unwrap();
                prop_assert_eq!((first_only.rows(), first_only.total()), (&expected[..first], expected.len()));
            }
        }
        for set in comparison.summary().bands {
            let mut counts: BTreeMap<(Option<String>, Option<String>), Vec<u32>> = BTreeMap::new();
            for (row, (a, b)) in pairs() {
                if let (Some(from), Some(to)) = (a.1.get(&set.id), b.1.get(&set.id)) {
                    let text = |label: &Value| label.as_str().map(str::to_owned);
                    counts.entry((text(from), text(to))).or_default().push(row as u32);
                }
            }
            let moved = counts.iter().filter(|((from, to), _)| from != to).map(|(_, rows)| rows.len()).sum::<usize>();
            prop_assert_eq!(set.moved, moved);
            prop_assert_eq!(set.moves.len(), counts.len());
            for found in set.moves {
                let expected = &counts[&(found.from.clone(), found.to.clone())];
                prop_assert_eq!(found.count, expected.len());
                let band = BandMove { id: set.id.clone(), from: Some(found.from), to: Some(found.to) };
                let listing = comparison.list(&Question { band: Some(band), ..Question::default() }).unwrap();
                let mut rows = listing.rows().to_vec();
                rows.sort_unstable();
                prop_assert_eq!(&rows, expected);
            }
        }
    }
}
