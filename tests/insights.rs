//! What rules do over many contacts: against the ledgers of all of them, and tests of criteria in filters.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use generate::Scenario;
use leadscore::contacts::Table;
use leadscore::listing::{Question, ScoredContacts};
use leadscore::{Results, Scorer};
use oracle::{hundredths, id, list};
use proptest::prelude::*;
use serde_json::{Value, json};

const RULESET: &str = r#"{
    "scores": [
        { "id": "lead", "label": "Lead", "limit": { "max": 45.5 }, "groups": [
            { "id": "plan", "limit": { "min": 2, "max": 45 }, "criteria": [
                { "id": "pro", "label": "Pays", "when": { "property": "plan", "is_equal_to": "pro" }, "points": 40 },
                { "id": "large", "when": { "property": "size", "is_greater_than": 9 }, "points": 30.5, "limit": { "max": 10 } },
                { "id": "muted", "enabled": false, "when": { "property": "plan", "is_any_of": ["PRO"] }, "points": 9, "limit": { "min": 1 } },
                { "id": "known", "when": { "property": "id", "is_known": true }, "points": -1 },
                { "id": "nobody", "when": { "property": "plan", "is_equal_to": "none" }, "points": 3 } ] },
            { "id": "source", "criteria": [
                { "id": "by", "property": "plan", "values": { "pro": 0, "free": -2.25 } },
                { "id": "plan", "when": { "not": { "property": "plan", "is_equal_to": "gone" } }, "points": 1, "limit": { "min": 0.5 } } ] } ] },
        { "id": "other", "groups": [{ "id": "g", "criteria": [
            { "id": "pro", "when": { "property": "plan", "starts_with": "p" }, "points": 1 },
            { "id": "calls", "event": "call", "points": 1 } ] }] } ],
    "bands": [
        { "score": "lead", "ranges": [{ "label": "low", "below": 20 }, { "label": "SQL", "at_least": 45 }, { "label": "MQL", "at_least": 30 }] },
        { "id": "grid", "rows": { "score": "lead", "ranges": [{ "label": "B", "at_least": 0 }, { "label": "A", "at_least": 30 }] },
          "columns": { "score": "other", "ranges": [{ "label": "1", "at_least": 1 }] } } ] }"#;

const CONTACTS: &str = "id,plan,size\n1,Pro,100\n2,free,9\n3,PRO,\n4,gone,10\n";

struct Scored {
    scorer: Scorer,
    table: Table,
    results: Results,
}

impl Scored {
    fn new() -> Scored {
        let scorer = Scorer::new(&RULESET.parse().unwrap());
        let table = leadscore::contacts::read(CONTACTS.as_bytes(), None, &Default::default()).unwrap().table;
        let results = scorer.score(&table, 0);
        Scored { scorer, table, results }
    }

    fn contacts(&self) -> ScoredContacts<'_> {
        ScoredContacts::new(&self.scorer, &self.table, &self.results)
    }

    fn matching(&self, filter: Value) -> Vec<u32> {
        let filter = Some(self.contacts().filter(&filter.to_string()).unwrap());
        self.contacts().list(&Question { filter, ..Question::default() }).unwrap().rows().to_vec()
    }

    fn insights(&self, filter: Option<Value>) -> Value {
        let filter = filter.map(|filter| self.contacts().filter(&filter.to_string()).unwrap());
        json!(self.contacts().insights(filter.as_ref()))
    }
}

#[test]
fn insights_say_what_each_criterion_group_and_score_does() {
    let insights = Scored::new().insights(None);
    assert_eq!(
        insights["scores"][0],
        json!({ "id": "lead", "label": "Lead", "points": 95.75, "before_limit": 96.25, "limited": 1, "groups": [
            { "id": "plan", "points": 95, "before_limit": 96, "limited": 2, "criteria": [
                { "id": "pro", "label": "Pays", "enabled": true, "met": 2, "points": 80, "before_limit": 80, "limited": 0 },
                { "id": "large", "enabled": true, "met": 2, "points": 20, "before_limit": 61, "limited": 2 },
                { "id": "muted", "enabled": false, "met": 2, "points": 0, "before_limit": 0, "limited": 0,
                  "same_contacts_as": { "score": "lead", "criterion": "pro" } },
                { "id": "known", "enabled": true, "met": 4, "points": -4, "before_limit": -4, "limited": 0 },
                { "id": "nobody", "enabled": true, "met": 0, "points": 0, "before_limit": 0, "limited": 0 } ] },
            { "id": "source", "points": 1.25, "before_limit": 1.25, "limited": 0, "criteria": [
                { "id": "by", "enabled": true, "met": 3, "points": -2.25, "before_limit": -2.25, "limited": 0 },
                { "id": "plan", "enabled": true, "met": 3, "points": 3.5, "before_limit": 3, "limited": 1,
                  "same_contacts_as": { "score": "lead", "criterion": "by" } } ] } ] })
    );
    let pro = &insights["scores"][1]["groups"][0]["criteria"][0];
    assert_eq!(
        pro["same_contacts_as"],
        json!({ "score": "lead", "criterion": "pro" }),
        "of another score, by both ids"
    );
    assert_eq!(insights["contacts"], 4);
}

#[test]
fn insights_are_about_those_who_meet_the_filter() {
    let scored = Scored::new();
    let insights = scored.insights(Some(json!({ "property": "size", "is_greater_than": 9 })));
    let criteria = &insights["scores"][0]["groups"][0]["criteria"];
    assert_eq!((&insights["contacts"], &criteria[0]["met"], &criteria[1]["met"]), (&json!(2), &json!(1), &json!(2)));
    assert_eq!(criteria[1].get("same_contacts_as"), None, "everybody of them meets it");
    let nobody = scored.insights(Some(json!({ "any": [] })));
    assert_eq!((&nobody["contacts"], &nobody["scores"][0]["points"]), (&json!(0), &json!(0)));
}

#[test]
fn bands_are_counted_in_the_order_of_the_ruleset() {
    let scored = Scored::new();
    let counts = |filter: Option<Value>| {
        let filter = filter.map(|filter| scored.contacts().filter(&filter.to_string()).unwrap());
        let counts = scored.contacts().band_counts(filter.as_ref());
        counts.into_iter().map(|(id, counts)| json!([id, counts])).collect::<Vec<_>>()
    };
    let band = |band: Option<&str>, count: usize| json!({ "band": band, "count": count });
    assert_eq!(
        counts(None),
        [
            json!(["lead", [band(Some("low"), 2), band(Some("SQL"), 1), band(Some("MQL"), 1), band(None, 0)]]),
            json!(["grid", [band(Some("B1"), 0), band(Some("A1"), 2), band(None, 2)]]),
        ]
    );
    let free = counts(Some(json!({ "property": "plan", "is_equal_to": "free" })));
    assert_eq!(free[1], json!(["grid", [band(Some("B1"), 0), band(Some("A1"), 0), band(None, 1)]]));
}

#[test]
fn ranges_with_one_label_are_one_band() {
    let ruleset = json!({ "scores": [{ "id": "s", "groups": [] }], "bands": [{ "score": "s", "ranges": [
        { "label": "out", "at_least": 50 }, { "label": "in", "at_least": 10 }, { "label": "out", "below": 10 } ] }] });
    let (scorer, table) = (native::scorer(&ruleset), Scored::new().table);
    let results = scorer.score(&table, 0);
    let counts = ScoredContacts::new(&scorer, &table, &results).band_counts(None);
    let counts: Vec<_> = counts[0].1.iter().map(|count| (count.band.as_deref(), count.count)).collect();
    assert_eq!(counts, [(Some("out"), 4), (Some("in"), 0), (None, 0)]);
}

#[test]
fn a_filter_may_ask_who_meets_a_criterion() {
    let scored = Scored::new();
    assert_eq!(scored.matching(json!({ "criterion": "large", "is_met": true })), [0, 3]);
    assert_eq!(scored.matching(json!({ "criterion": "large", "score": "lead", "is_met": false })), [1, 2]);
    assert_eq!(scored.matching(json!({ "criterion": "muted", "is_met": true })), [0, 2], "who would meet it");
    assert_eq!(scored.matching(json!({ "criterion": "pro", "score": "other", "is_met": true })), [0, 2]);
    assert_eq!(scored.matching(json!({ "criterion": "by", "is_met": true })), [0, 1, 2], "also with 0 points");
    let both =
        json!({ "all": [{ "criterion": "by", "is_met": true }, { "not": { "criterion": "muted", "is_met": true } }] });
    assert_eq!(scored.matching(both), [1]);
}

#[test]
fn a_test_of_a_criterion_names_one_that_there_is() {
    let faults = |filter: &str| -> Vec<String> {
        let error = Scored::new().contacts().filter(filter).unwrap_err();
        let said = |found: &leadscore::Diagnostic| {
            format!("{} {found} | {}", found.code, found.help.as_deref().unwrap_or("-"))
        };
        error.diagnostics().iter().map(said).collect()
    };
    for (filter, expected) in [
        (
            r#"{ "criterion": "lagre", "is_met": true }"#,
            r#"unknown_choice /criterion: expected a criterion by its id, found "lagre" | did you mean "large"?"#,
        ),
        (
            r#"{ "criterion": "large", "score": "other", "is_met": true }"#,
            r#"unknown_choice /criterion: expected a criterion by its id, found "large" | there are "pro", "calls""#,
        ),
        (
            r#"{ "criterion": "pro", "is_met": true }"#,
            r#"missing_key /: expected `score` in a criterion test, as several have "pro", found none | the scores that have it are "lead", "other""#,
        ),
        (
            r#"{ "criterion": "large", "score": "laed", "is_met": true }"#,
            r#"unknown_score /score: expected the id of a score, found "laed" | did you mean "lead"?"#,
        ),
        (r#"{ "criterion": "large" }"#, "missing_key /: expected `is_met` in a criterion test, found none | -"),
        (r#"{ "criterion": "large", "is_met": 1 }"#, "wrong_type /is_met: expected true or false, found 1 | -"),
        (
            r#"{ "criterion": "large", "is_met": true, "at_least": 1 }"#,
            "misplaced_key /at_least: expected a key of a criterion test, found `at_least` | `at_least` belongs in an event test or a score test",
        ),
    ] {
        assert_eq!(faults(filter), [expected], "{filter}");
    }
}

/// What the ledgers of some contacts come to, in the shape of insights.
struct Expected {
    met: usize,
    points: i64,
    before_limit: i64,
    limited: usize,
    who: Vec<bool>,
}

impl Expected {
    /// `before` is the key of the points before the limit.
    fn new(ledgers: &[Value], place: &str, before: &str) -> Expected {
        let parts: Vec<&Value> = ledgers.iter().map(|ledger| ledger.pointer(place).expect("a part")).collect();
        let sum = |key: &str| parts.iter().map(|part| hundredths(&part[key])).sum();
        let who: Vec<bool> = parts.iter().map(|part| part["met"] == true).collect();
        Expected {
            met: who.iter().filter(|met| **met).count(),
            points: sum("points"),
            before_limit: sum(before),
            limited: parts.iter().filter(|part| part["points"] != part[before]).count(),
            who,
        }
    }

    fn holds(&self, insights: &Value) -> Result<(), TestCaseError> {
        prop_assert_eq!(hundredths(&insights["points"]), self.points, "points of {}", insights);
        prop_assert_eq!(hundredths(&insights["before_limit"]), self.before_limit, "before the limit of {}", insights);
        prop_assert_eq!(&insights["limited"], self.limited, "limited in {}", insights);
        Ok(())
    }
}

fn ledgers(scorer: &Scorer, table: &Table, rows: &[u32], as_of: i64) -> Vec<Value> {
    rows.iter().map(|row| native::ledger(scorer, table, *row as usize, as_of)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn insights_are_what_the_ledgers_of_all_contacts_come_to(
        (scenario, filter) in generate::scenario().prop_flat_map(|scenario| {
            let ids = list(&scenario.ruleset, "scores").iter().map(id).collect();
            (Just(scenario), proptest::option::of(generate::filter_with_scores(ids)))
        })
    ) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let (scorer, table) = (native::scorer(ruleset), native::table(contacts));
        let results = scorer.score(&table, *as_of);
        let scored = ScoredContacts::new(&scorer, &table, &results);
        let filter = filter.map(|filter| scored.filter(&filter.to_string()).unwrap());
        let rows = scored.list(&Question { filter: filter.clone(), ..Question::default() }).unwrap();
        let ledgers = ledgers(&scorer, &table, rows.rows(), *as_of);
        let insights = json!(scored.insights(filter.as_ref()));
        prop_assert_eq!(&insights["contacts"], rows.rows().len());
        let mut before: Vec<(Value, Vec<bool>)> = Vec::new();
        for (s, score) in list(ruleset, "scores").iter().enumerate() {
            let place = format!("/scores/{s}");
            let told = &insights["scores"][s];
            prop_assert_eq!(&told["id"], &score["id"]);
            Expected::new(&ledgers, &place, "before_limit").holds(told)?;
            for (g, group) in list(score, "groups").iter().enumerate() {
                let place = format!("{place}/groups/{g}");
                let told = &told["groups"][g];
                prop_assert_eq!(&told["id"], &group["id"]);
                Expected::new(&ledgers, &place, "before_limit").holds(told)?;
                prop_assert_eq!(list(told, "criteria").len(), list(group, "criteria").len());
                for (c, criterion) in list(group, "criteria").iter().enumerate() {
                    let told = &told["criteria"][c];
                    let expected = Expected::new(&ledgers, &format!("{place}/criteria/{c}"), "after_decay");
                    prop_assert_eq!((&told["id"], &told["enabled"]), (&criterion["id"], &json!(criterion["enabled"] != false)));
                    prop_assert_eq!(&told["met"], expected.met, "{} of {}", told, criterion);
                    expected.holds(told)?;
                    let some = expected.met > 0 && expected.met < ledgers.len();
                    let same = before.iter().find(|(_, who)| some && *who == expected.who).map(|(name, _)| name);
                    prop_assert_eq!(told.get("same_contacts_as"), same, "{}", told);
                    let name = json!({ "score": score["id"], "criterion": criterion["id"] });
                    let test = json!({ "criterion": criterion["id"], "score": score["id"], "is_met": false });
                    let unmet = scored.filter(&test.to_string()).unwrap();
                    if filter.is_none() {
                        prop_assert_eq!(scored.count(Some(&unmet)), ledgers.len() - expected.met, "{}", test);
                    }
                    before.push((name, expected.who));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4) })]

    #[test]
    fn many_contacts_come_to_so_many_times_what_a_few_come_to(scenario in generate::scenario()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let scorer = native::scorer(ruleset);
        let insights = |contacts: &[oracle::Contact]| {
            let table = native::table(contacts);
            let results = scorer.score(&table, *as_of);
            json!(ScoredContacts::new(&scorer, &table, &results).insights(None))
        };
        // Enough that there are several blocks, and several processors at work.
        let copies = 17_000_usize.div_ceil(contacts.len());
        let many: Vec<_> = std::iter::repeat_n(contacts, copies).flatten().cloned().collect();
        prop_assert_eq!(times(&insights(contacts), copies as i64), insights(&many));
    }
}

/// The same with every number multiplied.
fn times(value: &Value, factor: i64) -> Value {
    match value {
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), times(value, factor))).collect(),
        Value::Array(items) => items.iter().map(|item| times(item, factor)).collect(),
        Value::Number(_) => oracle::number(hundredths(value) * factor),
        other => other.clone(),
    }
}
