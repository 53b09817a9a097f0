//! Questions to results: against a plain filter and a plain stable sort, and what is wrong in a question.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use generate::Scenario;
use leadscore::contacts::Table;
use leadscore::interchange::ScoredRows;
use leadscore::listing::{Question, ScoredContacts, Sort};
use leadscore::{ErrorKind, Results, Scorer};
use oracle::{Case, list};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::cmp::Ordering;

const RULESET: &str = r#"{
    "unknown_values": ["n/a"],
    "properties": { "plan": { "aliases": ["Tariff"] } },
    "scores": [
        { "id": "lead", "groups": [{ "id": "g", "criteria": [
            { "id": "pro", "when": { "property": "plan", "is_equal_to": "pro" }, "points": 40 },
            { "id": "large", "when": { "property": "size", "is_greater_than": 9 }, "points": 30.5 },
            { "id": "gone", "when": { "property": "plan", "is_equal_to": "gone" }, "points": -5 } ] }] },
        { "id": "other", "groups": [{ "id": "g", "criteria": [] }] } ],
    "bands": [
        { "score": "lead", "ranges": [{ "label": "SQL", "at_least": 65 }, { "label": "MQL", "at_least": 30 }] },
        { "id": "grid", "rows": { "score": "lead", "ranges": [{ "label": "A", "at_least": 30 }, { "label": "B", "at_least": 0 }] },
          "columns": { "score": "other", "ranges": [{ "label": "1", "at_least": 0 }] } } ] }"#;

const CONTACTS: &str = "id,Tariff,size\n9,Pro,100\n10,gone,9\nc,free,n/a\n11,PRO,\n,other,2.50\nC,=free,9\n";

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

    fn sorted(&self, sort: Sort, descending: bool) -> Vec<u32> {
        let question = Question { sort: Some(sort), descending, ..Question::default() };
        self.contacts().list(&question).unwrap().rows().to_vec()
    }

    fn matching(&self, filter: Value) -> Vec<u32> {
        let filter = self.contacts().filter(&filter.to_string()).unwrap();
        assert_eq!(self.contacts().count(Some(&filter)), self.list(filter.clone()).len());
        self.list(filter)
    }

    fn list(&self, filter: leadscore::ruleset::ResultFilter) -> Vec<u32> {
        let question = Question { filter: Some(filter), ..Question::default() };
        self.contacts().list(&question).unwrap().rows().to_vec()
    }

    fn faults(&self, filter: &str) -> Vec<String> {
        let error = self.contacts().filter(filter).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidFilter);
        error.diagnostics().iter().map(|found| format!("{} {found}", found.code)).collect()
    }
}

#[test]
fn scores_and_bands_sort_from_low_to_high_and_ties_stay_in_order() {
    let scored = Scored::new();
    assert_eq!(scored.results.hundredths(0), [7050, -500, 0, 4000, 0, 0]);
    assert_eq!(scored.sorted(Sort::Score(0), false), [1, 2, 4, 5, 3, 0]);
    assert_eq!(scored.sorted(Sort::Score(0), true), [0, 3, 2, 4, 5, 1]);
    assert_eq!(scored.sorted(Sort::Band(0), false), [3, 0, 1, 2, 4, 5]);
    assert_eq!(scored.sorted(Sort::Band(0), true), [0, 3, 1, 2, 4, 5], "no band comes last either way");
    assert_eq!(scored.sorted(Sort::Band(1), true), [0, 3, 2, 4, 5, 1]);
}

#[test]
fn properties_sort_as_numbers_then_as_text_and_no_value_comes_last() {
    let scored = Scored::new();
    assert_eq!(scored.sorted(Sort::Property("size".into()), false), [4, 1, 5, 0, 2, 3], "n/a is declared unknown");
    assert_eq!(scored.sorted(Sort::Property("SIZE".into()), true), [0, 1, 5, 4, 2, 3]);
    assert_eq!(scored.sorted(Sort::Property("plan".into()), false), [5, 2, 1, 4, 0, 3], "under an alias, without case");
    assert_eq!(scored.sorted(Sort::Id, false), [0, 1, 3, 2, 5, 4], "a contact without an id comes last");
    assert_eq!(scored.sorted(Sort::Id, true), [2, 5, 3, 1, 0, 4]);
}

#[test]
fn without_a_sort_it_is_the_order_of_the_table_or_its_reverse() {
    let scored = Scored::new();
    let rows = |descending| {
        let question = Question { descending, ..Question::default() };
        scored.contacts().list(&question).unwrap().rows().to_vec()
    };
    assert_eq!(rows(false), [0, 1, 2, 3, 4, 5]);
    assert_eq!(rows(true), [5, 4, 3, 2, 1, 0]);
}

#[test]
fn points_that_lie_far_apart_are_sorted_all_the_same() {
    let points = [1_000_000, -1_000_000, 0, 999_999];
    let criterion = |(place, points): (usize, &i32)| {
        json!({ "id": format!("c{place}"), "event": "e", "where": { "property": "x", "is_equal_to": place.to_string() },
            "points": points })
    };
    let criteria: Vec<Value> = points.iter().enumerate().map(criterion).collect();
    let ruleset = json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": criteria }] }] });
    let scorer = native::scorer(&ruleset);
    let events = |row: usize| {
        let event = json!({ "type": "e", "time": 0, "properties": { "x": row.to_string() } });
        json!({ "id": row, "events": vec![event; 100] }).to_string()
    };
    let text: Vec<String> = (0..4).map(events).collect();
    let table = leadscore::contacts::read(text.join("\n").as_bytes(), None, &Default::default()).unwrap().table;
    let results = scorer.score(&table, 0);
    let scored = ScoredContacts::new(&scorer, &table, &results);
    let listed = |descending| {
        let question = Question { sort: Some(Sort::Score(0)), descending, ..Question::default() };
        scored.list(&question).unwrap().rows().to_vec()
    };
    assert_eq!(results.hundredths(0)[0], 10_000_000_000, "beyond 32 bits");
    assert_eq!((listed(false), listed(true)), (vec![1, 2, 3, 0], vec![0, 3, 2, 1]));
}

#[test]
fn filters_are_those_of_rulesets_with_scores_and_bands() {
    let scored = Scored::new();
    assert_eq!(scored.matching(json!({ "property": "plan", "is_equal_to": "pro" })), [0, 3]);
    assert_eq!(scored.matching(json!({ "property": "size", "is_known": true })), [0, 1, 4, 5], "n/a is unknown");
    assert_eq!(scored.matching(json!({ "score": "lead", "at_least": 40, "below": 70.5 })), [3]);
    assert_eq!(scored.matching(json!({ "band": "lead", "is_any_of": ["SQL", null] })), [0, 1, 2, 4, 5]);
    assert_eq!(scored.matching(json!({ "band": "lead", "is_any_of": "MQL" })), [3]);
    assert_eq!(scored.matching(json!({ "band": "lead", "is_none_of": [null] })), [0, 3]);
    assert_eq!(scored.matching(json!({ "band": "grid", "is_any_of": ["A1"] })), [0, 3]);
    assert_eq!(scored.matching(json!({ "not": { "band": "grid", "is_any_of": ["A1", "B1"] } })), [1]);
    assert_eq!(scored.matching(json!({ "event": "call", "at_most": 0 })).len(), 6);
    let mixed = json!({ "any": [
        { "all": [{ "property": "plan", "contains": "o" }, { "score": "lead", "at_most": 0 }, { "property": "size", "is_less_than": 5 }] },
        { "not": { "property": "plan", "does_not_contain": "free" } } ] });
    assert_eq!(scored.matching(mixed), [2, 4, 5]);
    assert_eq!(scored.matching(json!({ "all": [] })).len(), 6);
    assert_eq!(scored.matching(json!({ "any": [] })).len(), 0);
}

#[test]
fn a_search_finds_every_word_in_the_id_or_in_one_of_the_properties() {
    let scored = Scored::new();
    let search = |text: &str| scored.matching(json!({ "search": text, "properties": ["plan", "size", "absent"] }));
    assert_eq!(search("9"), [0, 1, 5], "in the id, in the size");
    assert_eq!(search("PRO 10"), [0], "one in the plan, one in the size");
    assert_eq!(search(" c  free "), [2, 5], "without case, whatever the spaces");
    assert_eq!(search("row 5"), [4], "by its row where there is no id");
    assert_eq!(search("  ").len(), 6);
    assert_eq!(search("nobody"), [0; 0]);
    assert_eq!(scored.matching(json!({ "search": "pro" })), [0; 0], "only in the id");
    let both =
        json!({ "all": [{ "search": "pro", "properties": ["plan"] }, { "band": "lead", "is_any_of": ["MQL"] }] });
    assert_eq!(scored.matching(both), [3]);
    let many = json!({ "search": "word ".repeat(65) }).to_string();
    assert_eq!(scored.faults(&many), ["too_many /search: expected at most 64 words, found 65"]);
}

/// Contacts of this ruleset's lists, by their rows.
fn on_lists(lists: &str, contacts: &str, filter: Value) -> Vec<u32> {
    let ruleset = RULESET.trim_end().trim_end_matches('}').to_owned() + ", \"lists\": [" + lists + "] }";
    let scorer = Scorer::new(&ruleset.parse().unwrap());
    let table = leadscore::contacts::read(contacts.as_bytes(), None, &Default::default()).unwrap().table;
    let results = scorer.score(&table, 0);
    let scored = ScoredContacts::new(&scorer, &table, &results);
    let filter = scored.filter(&filter.to_string()).unwrap();
    let count = scored.count(Some(&filter));
    let listing = scored.list(&Question { filter: Some(filter), ..Question::default() }).unwrap();
    assert_eq!(listing.rows().len(), count);
    listing.rows().to_vec()
}

#[test]
fn lists_are_tested_beside_everything_else_and_through_each_other() {
    let lists = r#"
        { "id": "hot", "when": { "all": [{ "band": "lead", "is_any_of": ["SQL", "MQL"] }, { "not": { "list": "known" } }] } },
        { "id": "known", "when": { "any": [{ "list": "named" }, { "property": "plan", "is_equal_to": "gone" }] } },
        { "id": "named", "members": ["9", "c"] }"#;
    let listed = |filter| on_lists(lists, CONTACTS, filter);
    assert_eq!(listed(json!({ "list": "named" })), [0, 2], "the id C is another one");
    assert_eq!(listed(json!({ "list": "known" })), [0, 1, 2]);
    assert_eq!(listed(json!({ "list": "hot" })), [3]);
    assert_eq!(listed(json!({ "not": { "list": "known" } })), [3, 4, 5]);
    let all = json!({ "any": [
        { "all": [{ "list": "known" }, { "score": "lead", "at_least": 1 }] },
        { "criterion": "gone", "is_met": true }, { "list": "hot" }, { "search": "row" } ] });
    assert_eq!(listed(all), [0, 1, 3, 4]);
}

#[test]
fn stages_are_tested_by_either_of_their_names() {
    let lifecycle = r#"{ "id": "at", "when": { "stage": "sql" } }], "lifecycle": { "property": "phase", "stages": [
        { "id": "lead" }, { "id": "sql", "label": "Sales Qualified Lead" } ] }, "workflows": ["#;
    let contacts = "id,phase\n1,lead\n2,SQL\n3, sales qualified lead\n4,\n5,customer\n6,Sales\n";
    let at = |filter| on_lists(lifecycle, contacts, filter);
    assert_eq!(at(json!({ "stage": "sql" })), [1, 2]);
    assert_eq!(at(json!({ "stage": ["Sales Qualified LEAD"] })), [1, 2]);
    assert_eq!(at(json!({ "stage": ["sql", "lead"] })), [0, 1, 2]);
    assert_eq!(at(json!({ "stage": null })), [3]);
    assert_eq!(at(json!({ "stage": ["lead", null] })), [0, 3]);
    assert_eq!(at(json!({ "not": { "stage": ["sql", null] } })), [0, 4, 5]);
    assert_eq!(at(json!({ "list": "at" })), [1, 2]);
}

#[test]
fn members_are_named_by_id_or_by_email_address_without_case() {
    let contacts =
        "Record ID,Email\n512,ada@x.com\n0512,ADA@X.COM\nada@y.com,z@z.com\nAda@y.com,\n,512\nx, bob@x.com \n";
    let listed = |members: Value| {
        let list = json!({ "id": "named", "members": members }).to_string();
        on_lists(&list, contacts, json!({ "list": "named" }))
    };
    assert_eq!(listed(json!([" 512 "])), [0], "as text, white space at the ends aside; an email is no id");
    assert_eq!(listed(json!(["Ada@X.com"])), [0, 1], "everyone who has the address");
    assert_eq!(
        listed(json!(["ada@y.com"])),
        [2],
        "ids are compared with their case, also those that look like addresses"
    );
    assert_eq!(listed(json!(["BOB@x.com", "nobody"])), [5]);
    assert_eq!(listed(json!(["row 5"])), [0; 0], "a row without an id has no name");
    assert_eq!(listed(json!([])), [0; 0]);
    let twice = r#"[{"id": 7, "n": 1}, {"id": "7", "n": 2}, {"id": 8, "n": 3}]"#;
    assert_eq!(on_lists(r#"{ "id": "named", "members": ["7"] }"#, twice, json!({ "list": "named" })).len(), 2);
}

#[test]
fn a_list_is_decided_once_however_many_ways_lead_to_it() {
    // Each list tests the next one twice: 2 to the power of 999 ways from the first to the last, and a way of 1,000 lists.
    let list = |place: usize| {
        let next = json!({ "list": format!("l{}", place + 1) });
        let again = json!({ "not": { "not": next.clone() } });
        json!({ "id": format!("l{place}"), "when": { "all": [next, again] } }).to_string()
    };
    let mut lists: Vec<String> = (0..999).map(list).collect();
    lists.push(json!({ "id": "l999", "members": ["c"] }).to_string());
    let lists = lists.join(",");
    let first = std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || on_lists(&lists, CONTACTS, json!({ "list": "l0" })))
        .unwrap();
    assert_eq!(first.join().unwrap(), [2], "a module of WebAssembly has a stack of a mebibyte");
}

#[test]
fn what_is_wrong_in_a_filter_is_said_as_in_rulesets() {
    let scored = Scored::new();
    for (filter, expected) in [
        (
            r#"{ "property": "x", "contians": "y" }"#,
            "unknown_operator /contians: expected an operator of a property test, found `contians`",
        ),
        (
            r#"{ "all": [{ "score": "laed", "at_least": 1 }] }"#,
            "unknown_score /all/0/score: expected the id of a score, found \"laed\"",
        ),
        (
            r#"{ "band": "other", "is_any_of": ["A"] }"#,
            "unknown_band /band: expected a score with bands or a matrix by its id, found \"other\"",
        ),
        (
            r#"{ "band": "lead", "is_any_of": ["SLQ"] }"#,
            "unknown_band /is_any_of/0: expected a band, or null for no band, found \"SLQ\"",
        ),
        (
            r#"{ "band": "lead", "is_any_of": [1] }"#,
            "wrong_type /is_any_of/0: expected a text with a band, or null for no band, found 1",
        ),
        (r#"{ "band": "lead", "is_any_of": [] }"#, "empty_list /is_any_of: expected at least one band, found none"),
        (r#"{ "band": "lead" }"#, "missing_key /: expected `is_any_of` or `is_none_of` in a band test, found none"),
        (
            r#"{ "band": "lead", "is_any_of": [null], "is_none_of": [null] }"#,
            "conflicting_keys /is_none_of: expected one operator in a band test, found both `is_any_of` and `is_none_of`",
        ),
        (r#"{ "list": "mqls" }"#, "unknown_list /list: expected the id of a list, found \"mqls\""),
        (r#"[]"#, "wrong_type /: expected a filter, an object, found a list"),
        (r#"{ "all": {} }"#, "wrong_type /all: expected a list of filters, found an object"),
        (
            r#"{}"#,
            "missing_key /: expected one of `all`, `any`, `not`, `property`, `event`, `score`, `band`, `criterion`, `search`, `stage`, `list` in a filter, found none",
        ),
        (r#"{ "#, "invalid_json /: expected JSON, found text that is not: unterminated object"),
    ] {
        assert_eq!(scored.faults(filter), [expected], "{filter}");
    }
    let deep = format!("{}{}", r#"{"not":"#.repeat(70), "}".repeat(70));
    assert_eq!(scored.faults(&deep).len(), 1);
    let many = json!({ "any": vec![json!({ "score": "lead", "at_least": 1 }); 1_001] }).to_string();
    assert_eq!(scored.faults(&many), ["too_many /: expected at most 1000 tests in a filter, found 1001"]);
    let bands = json!({ "band": "lead", "is_any_of": vec!["SQL"; 1_001] }).to_string();
    assert_eq!(scored.faults(&bands), ["too_many /is_any_of: expected at most 1000 bands, found 1001"]);
}

#[test]
fn a_page_has_ids_points_bands_and_the_properties_that_were_asked_for() {
    let scored = Scored::new();
    let listing = scored.contacts().list(&Question::default()).unwrap();
    let page = scored.contacts().page(&listing, 3, 2, &["plan".into(), "size".into()]).unwrap();
    assert_eq!(
        json!(page),
        json!({ "total": 6, "rows": [
            { "row": 3, "id": "11", "scores": { "lead": 40, "other": 0 }, "bands": { "lead": "MQL", "grid": "A1" },
              "properties": { "plan": "PRO" } },
            { "row": 4, "id": "row 5", "scores": { "lead": 0, "other": 0 }, "bands": { "lead": null, "grid": "B1" },
              "properties": { "plan": "other", "size": "2.50" } } ] })
    );
    let beyond = scored.contacts().page(&listing, 6, 10, &[]).unwrap();
    assert_eq!((beyond.total, beyond.rows.len()), (6, 0));
}

#[test]
fn what_there_is_not_cannot_be_asked_for() {
    let scored = Scored::new();
    let contacts = scored.contacts();
    let listing = contacts.list(&Question::default()).unwrap();
    let page = contacts.page(&listing, 0, 1, &["size".into(), "sise".into()]).unwrap_err();
    assert_eq!((page.kind(), page.path()), (ErrorKind::NotFound, Some("/properties/1")));
    for (sort, path) in
        [(Sort::Score(2), "/sort/score"), (Sort::Band(2), "/sort/band"), (Sort::Property("x".into()), "/sort/property")]
    {
        let error = contacts.list(&Question { sort: Some(sort), ..Question::default() }).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::NotFound, Some(path)));
    }
    let twice = ScoredRows::new(contacts, &["lead_band".into()]).err().unwrap();
    assert_eq!((twice.kind(), twice.path()), (ErrorKind::NotFound, Some("/properties/0")));
    let twice = ScoredRows::new(contacts, &["size".into(), "size".into()]).err().unwrap();
    assert_eq!(twice.message(), "two columns would be called `size`");
}

#[test]
fn a_histogram_counts_those_that_meet_the_filter() {
    let scored = Scored::new();
    let all = scored.contacts().histogram(0, Some("50".parse().unwrap()), None).unwrap();
    assert_eq!(
        json!(all),
        json!({ "total": 6, "width": 50, "bins": [
            { "from": -50, "below": 0, "count": 1 }, { "from": 0, "below": 50, "count": 4 }, { "from": 50, "below": 100, "count": 1 } ] })
    );
    let none = scored.contacts().filter(r#"{ "score": "lead", "at_least": 100 }"#).unwrap();
    assert_eq!(json!(scored.contacts().histogram(0, None, Some(&none)).unwrap())["bins"], json!([]));
    assert_eq!(scored.contacts().histogram(9, None, None).unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn a_csv_has_the_rows_it_is_given_with_the_properties_asked_for() {
    let scored = Scored::new();
    let rows = ScoredRows::new(scored.contacts(), &["plan".into()]).unwrap();
    let text = [rows.csv_header(), rows.csv_rows([5, 0])].concat();
    assert_eq!(
        String::from_utf8(text).unwrap(),
        "id,lead,lead_band,other,grid,plan\nC,0,,0,B1,'=free\n9,70.5,SQL,0,A1,Pro\n"
    );
    let id = |rows: &ScoredRows<'_>, row| rows.cell(&rows.columns()[0], row).into_owned();
    assert_eq!([id(&rows, 5), id(&rows, 6), id(&rows, usize::MAX)], ["C", "", ""]);
    let rows = rows.only(vec![5, 0]);
    assert_eq!([id(&rows, 0), id(&rows, 1), id(&rows, 2)], ["C", "9", ""]);
    assert_eq!(rows.count(), 2);
}

fn question() -> impl Strategy<Value = (Scenario, Value)> {
    generate::scenario().prop_flat_map(|scenario| {
        let ids = list(&scenario.ruleset, "scores").iter().map(oracle::id).collect();
        (Just(scenario), generate::filter_with_scores(ids))
    })
}

/// With lists: one by a filter, one of members, and two of these and another filter.
fn question_of_lists() -> impl Strategy<Value = (Scenario, Value)> {
    let tests = ["by-filter", "named", "either", "not-both"].map(|list| json!({ "list": list }));
    let tested = proptest::sample::subsequence(tests.to_vec(), 1..=4);
    let question = generate::scenario().prop_flat_map(|scenario| {
        let ids: Vec<String> = list(&scenario.ruleset, "scores").iter().map(oracle::id).collect();
        (Just(scenario), generate::filter_with_scores(ids.clone()), generate::filter_with_scores(ids))
    });
    (question, tested, any::<[bool; 4]>()).prop_map(|((mut scenario, filter, other), tested, named)| {
        let contacts = scenario.contacts.iter().zip(named.iter().cycle());
        let members: Vec<&String> =
            contacts.filter(|(_, named)| **named).filter_map(|(contact, _)| contact.id.as_ref()).collect();
        scenario.ruleset["lists"] = json!([
            { "id": "not-both", "when": { "not": { "all": [{ "list": "by-filter" }, { "list": "either" }] } } },
            { "id": "either", "when": { "any": [{ "list": "named" }, { "all": [other, { "not": { "list": "by-filter" } }] }] } },
            { "id": "by-filter", "when": filter },
            { "id": "named", "members": members },
        ]);
        (scenario, json!({ "all": tested }))
    })
}

/// No value last; numbers by size; then text without case.
fn compare(a: &Option<String>, b: &Option<String>, descending: bool) -> Ordering {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none().cmp(&b.is_none()) };
    let number = leadscore::contacts::reading::number;
    let ascending = match (number(a), number(b)) {
        (Some(a), Some(b)) => a.partial_cmp(&b).unwrap(),
        (None, None) => a.to_lowercase().cmp(&b.to_lowercase()),
        (a, _) => {
            if a.is_some() {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
    };
    if descending { ascending.reverse() } else { ascending }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_filter_finds_the_contacts_that_the_oracle_finds((scenario, filter) in prop_oneof![question(), question_of_lists()]) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let (scorer, table) = (native::scorer(ruleset), native::table(contacts));
        let results = scorer.score(&table, *as_of);
        let scored = ScoredContacts::new(&scorer, &table, &results);
        let parsed = scored.filter(&filter.to_string()).unwrap();
        let listing = scored.list(&Question { filter: Some(parsed), ..Question::default() }).unwrap();
        let meets = |row: &usize| Case { ruleset, contact: &contacts[*row], as_of: *as_of }.is_true(&filter);
        let expected: Vec<u32> = (0..contacts.len()).filter(meets).map(|row| row as u32).collect();
        prop_assert_eq!(listing.rows(), expected);
    }

    #[test]
    fn sorting_by_text_and_numbers_is_a_plain_stable_sort(
        values in proptest::collection::vec(
            proptest::option::of(prop_oneof!["[aAbBéÉ0-9 ]{0,3}", "-?[0-9]{1,3}(\\.[0-9])?", "https://example[.]com/[A-Ca-cÄä]{1,2}"]), 1..40),
        descending in any::<bool>(),
    ) {
        let contact = |(row, value): (usize, &Option<String>)| json!({ "id": row, "x": value }).to_string();
        let text: Vec<String> = values.iter().enumerate().map(contact).collect();
        let table = leadscore::contacts::read(text.join("\n").as_bytes(), None, &Default::default()).unwrap().table;
        let scorer = Scorer::new(&r#"{ "scores": [{ "id": "s", "groups": [] }] }"#.parse().unwrap());
        let results = scorer.score(&table, 0);
        let known = |value: &Option<String>| value.as_ref().map(|value| value.trim().to_owned()).filter(|v| !v.is_empty());
        let values: Vec<Option<String>> = values.iter().map(known).collect();
        prop_assume!(values.iter().any(Option::is_some));
        let question = Question { sort: Some(Sort::Property("x".into())), descending, ..Question::default() };
        let scored = ScoredContacts::new(&scorer, &table, &results);
        let mut expected: Vec<u32> = (0..values.len() as u32).collect();
        expected.sort_by(|a, b| compare(&values[*a as usize], &values[*b as usize], descending));
        let listing = scored.list(&question).unwrap();
        prop_assert_eq!(listing.rows(), &expected);
        for first in [0, 1, 2, 5, expected.len()] {
            let listing = scored.list(&Question { first: Some(first), ..question.clone() }).unwrap();
            prop_assert_eq!(listing.rows(), &expected[..first.min(expected.len())]);
        }
    }

    #[test]
    fn sorting_by_points_is_a_plain_stable_sort(scenario in generate::scenario(), descending in any::<bool>()) {
        let (scorer, table) = (native::scorer(&scenario.ruleset), native::table(&scenario.contacts));
        let results = scorer.score(&table, scenario.as_of);
        let scored = ScoredContacts::new(&scorer, &table, &results);
        for score in 0..results.score_ids().count() {
            let question = Question { sort: Some(Sort::Score(score)), descending, ..Question::default() };
            let mut expected: Vec<u32> = (0..table.rows() as u32).collect();
            let points = |row: &u32| results.hundredths(score)[*row as usize];
            expected.sort_by_key(|row| if descending { -points(row) } else { points(row) });
            let listing = scored.list(&question).unwrap();
            prop_assert_eq!(listing.rows(), &expected);
            for first in 0..=expected.len() + 1 {
                let listing = scored.list(&Question { first: Some(first), ..question.clone() }).unwrap();
                let count = first.min(expected.len());
                prop_assert_eq!((listing.rows(), listing.total()), (&expected[..count], expected.len()));
            }
        }
    }
}
