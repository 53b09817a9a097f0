//! What rules do not know of contacts: missing properties and events, values that no rule names, texts inside longer words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::coverage::{Coverage, CriterionPlace, InsideWords, UnruledValues};
use leadscore::{Ruleset, Scorer};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One score `s` with one group of these criteria.
fn ruleset(criteria: Value) -> Ruleset {
    json!({ "unknown_values": ["Select"], "properties": { "plan": { "aliases": ["Tariff"] } },
        "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": criteria }] }] })
    .to_string()
    .parse()
    .unwrap()
}

fn when(id: &str, filter: Value) -> Value {
    json!({ "id": id, "when": filter, "points": 1 })
}

fn coverage(criteria: Value, contacts: &str) -> Coverage {
    of(&ruleset(criteria), contacts)
}

fn of(ruleset: &Ruleset, contacts: &str) -> Coverage {
    let table = leadscore::contacts::read(contacts.as_bytes(), None, &Default::default()).unwrap().table;
    Coverage::of(ruleset, &table, 1_000)
}

fn ids(criteria: &[CriterionPlace]) -> Vec<&str> {
    assert!(criteria.iter().all(|place| place.score == "s"));
    criteria.iter().map(|place| place.criterion.as_str()).collect()
}

fn values(unruled: &UnruledValues) -> Vec<(&str, usize)> {
    unruled.values.iter().map(|value| (value.value.as_str(), value.count)).collect()
}

/// What is found inside words: the criterion, the operator, the text, and the values.
fn inside(found: &InsideWords) -> (&str, &str, &str, Vec<&str>) {
    let values = found.values.iter().map(|value| value.value.as_str()).collect();
    (&found.criterion.criterion, found.operator, &found.operand, values)
}

#[test]
fn properties_that_contacts_do_not_have_are_missing_with_those_that_use_them() {
    let criteria = json!([
        when("a", json!({ "all": [{ "property": "Budget", "is_known": true }, { "not": { "property": "budget", "is_equal_to": 5 } }] })),
        { "id": "b", "property": "region", "values": { "EU": 1 }, "since": "Seen", "decay": { "percent": 10, "every_days": 1 } },
        { "id": "c", "enabled": false, "property": " BUDGET ", "values": { "5": 1 } },
        when("d", json!({ "property": "jobtitle", "contains_word": "cto" })),
        when("e", json!({ "property": "plan", "is_known": true })),
    ]);
    let found = coverage(criteria, "id,Job Title,tariff\n1,CTO,pro\n");
    let missing: Vec<_> =
        found.missing_properties.iter().map(|missing| (missing.property.as_str(), ids(&missing.criteria))).collect();
    assert_eq!(missing, [("Budget", vec!["a", "c"]), ("region", vec!["b"]), ("Seen", vec!["b"])]);
}

#[test]
fn a_property_that_only_a_band_asks_for_is_missing_too_and_what_it_names_is_named() {
    let ruleset = json!({
        "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [{ "id": "c", "property": "stage", "values": { "lead": 1 } }] }] }],
        "bands": [{ "score": "s", "ranges": [{ "label": "A", "at_least": 1, "when": { "all": [
            { "property": "consent", "is_known": true }, { "property": "stage", "is_none_of": "customer" }, { "event": "call" } ] } }] }]
    });
    let found = of(&ruleset.to_string().parse().unwrap(), "id,stage\n1,customer\n2,lead\n3,other\n");
    assert_eq!(
        (found.missing_properties[0].property.as_str(), found.missing_properties[0].criteria.len()),
        ("consent", 0)
    );
    assert_eq!((found.missing_events[0].event.as_str(), found.missing_events[0].criteria.len()), ("call", 0));
    assert_eq!(values(&found.unruled_values[0]), [("other", 1)]);
    assert_eq!(ids(&found.unruled_values[0].criteria), ["c"]);
}

#[test]
fn event_types_of_which_there_is_none_yet_are_missing() {
    let criteria = json!([
        { "id": "a", "event": "Call", "points": 1 },
        when("b", json!({ "not": { "event": "call", "at_least": 2 } })),
        when("c", json!({ "event": "FORM" })),
        { "id": "d", "event": "later", "points": 1 },
    ]);
    let contact = r#"{ "id": 1, "events": [{ "type": "form", "time": 1000 }, { "type": "later", "time": 1001 }] }"#;
    let found = coverage(criteria, contact);
    let missing: Vec<_> =
        found.missing_events.iter().map(|missing| (missing.event.as_str(), ids(&missing.criteria))).collect();
    assert_eq!(missing, [("Call", vec!["a", "b"]), ("later", vec!["d"])]);
}

#[test]
fn a_value_that_no_rule_names_is_unruled() {
    let criteria = json!([
        { "id": "table", "property": "industry", "values": { "Software": 10, " retail ": 5 } },
        when("muted", json!({ "all": [{ "not": { "property": "Industry", "is_equal_to": "GAMBLING" } }] })),
    ]);
    let criteria_muted =
        json!([criteria[0], { "id": "muted", "enabled": false, "when": criteria[1]["when"], "points": 1 }]);
    let contacts =
        "id,Industry\n1,software\n2,Retail\n3,Mining\n4,Gambling\n5,mining\n6,Select\n7,\n8,Mining\n9,Banking\n";
    for criteria in [criteria, criteria_muted] {
        let found = coverage(criteria, contacts);
        let [unruled] = found.unruled_values.as_slice() else { panic!("{found:?}") };
        assert_eq!(values(unruled), [("Mining", 2), ("Banking", 1), ("mining", 1)]);
        assert_eq!((unruled.rows, unruled.distinct, unruled.not_looked_at), (4, 3, 0));
        assert_eq!((unruled.property.as_str(), unruled.event.as_deref()), ("industry", None));
        assert_eq!(ids(&unruled.criteria), ["table", "muted"]);
    }
}

#[test]
fn under_whatever_name_rules_ask_it_is_one_property() {
    let criteria = json!([
        { "id": "a", "property": "jobtitle", "values": { "CTO": 1 } },
        when("b", json!({ "property": "JOB TITLE", "contains": "chief" })),
        { "id": "c", "property": "plan", "values": { "pro": 1 } },
        when("d", json!({ "property": "Tariff", "is_any_of": ["free", "basic"] })),
    ]);
    let found = coverage(criteria, "id,Job Title,TARIFF\n1,CTO,pro\n2,Chief of staff,free\n3,CEO,trial\n");
    let unruled: Vec<_> = found.unruled_values.iter().map(|found| (found.property.as_str(), values(found))).collect();
    assert_eq!(unruled, [("jobtitle", vec![("CEO", 1)]), ("plan", vec![("trial", 1)])]);
}

#[test]
fn of_lists_items_are_named_and_a_contact_counts_once() {
    let criteria = json!([when("a", json!({ "property": "tags", "contains_all": ["a", "B"] }))]);
    let found = coverage(criteria, "id,tags\n1,a;b\n2,x;y;x\n3,a;x\n4,Select\n5,;\n");
    let unruled = &found.unruled_values[0];
    assert_eq!(values(unruled), [("x", 2), ("y", 1)]);
    assert_eq!((unruled.rows, unruled.distinct), (2, 2));
}

#[test]
fn only_properties_whose_values_are_named_one_by_one_have_unruled_ones() {
    for (filter, is_listed) in [
        (json!({ "property": "x", "is_equal_to": "a" }), true),
        (json!({ "property": "x", "is_any_of": "a" }), true),
        (json!({ "property": "x", "is_exactly": ["a"] }), true),
        (json!({ "not": { "not": { "property": "x", "is_equal_to": "a" } } }), true),
        (json!({ "not": { "property": "x", "is_none_of": "a" } }), true),
        (json!({ "all": [{ "property": "x", "is_equal_to": "a" }, { "property": "x", "is_known": true }] }), true),
        // Words are looked for in titles, of which most are in no rule on purpose.
        (json!({ "property": "x", "contains": "a" }), false),
        (json!({ "all": [{ "property": "x", "is_equal_to": "a" }, { "property": "x", "contains_word": "a" }] }), false),
        // Whoever excludes a value means all others.
        (json!({ "property": "x", "is_not_equal_to": "a" }), false),
        (json!({ "not": { "property": "x", "is_any_of": "a" } }), false),
        (json!({ "property": "x", "is_known": true }), false),
        (json!({ "property": "x", "is_greater_than": 5 }), false),
        // Whoever asks for yes knows no.
        (json!({ "property": "x", "is_equal_to": true }), false),
        (json!({ "property": "x", "is_any_of": "yes" }), false),
    ] {
        let found = coverage(json!([when("a", filter.clone())]), "id,x\n1,b\n");
        assert_eq!(found.unruled_values.len(), usize::from(is_listed), "{filter}");
    }
}

#[test]
fn forms_and_pages_are_named_by_the_words_that_rules_look_for_in_events() {
    let criteria = json!([
        { "id": "demo", "event": "form", "where": { "property": "name", "contains": "demo" }, "points": 1 },
        when("news", json!({ "any": [{ "event": "Form", "where": { "not": { "property": "Name", "does_not_contain_word": "news" } } }] })),
        { "id": "old", "event": "form", "where": { "property": "name", "matches_regex": "^old-\\d" }, "points": 1 },
        { "id": "any", "event": "form", "points": 1 },
        { "id": "known", "event": "form", "where": { "property": "name", "is_known": true }, "points": 1 },
        { "id": "view", "event": "view", "where": { "property": "name", "is_known": true }, "points": 1 },
        { "id": "gone", "event": "view", "where": { "property": "colour", "is_equal_to": "red" }, "points": 1 },
    ]);
    let form = |name: &str, time: i64| json!({ "type": "form", "time": time, "name": name });
    let names = ["Demo request", "NEWS", "newsletter", "old-5", "Webinar June", "Webinar June"];
    let mut events: Vec<Value> = names.iter().map(|name| form(name, 5)).collect();
    events.extend([form("Later", 1_001), json!({ "type": "view", "time": 1, "name": "Home" })]);
    let found = coverage(criteria, &json!({ "id": 1, "events": events }).to_string());
    let [unruled] = found.unruled_values.as_slice() else { panic!("{found:?}") };
    assert_eq!((unruled.property.as_str(), unruled.event.as_deref()), ("name", Some("form")));
    assert_eq!(values(unruled), [("Webinar June", 2), ("newsletter", 1)]);
    assert_eq!((unruled.rows, unruled.distinct), (3, 2));
    assert_eq!(ids(&unruled.criteria), ["demo", "news", "old"]);
}

#[test]
fn of_very_many_unruled_values_the_most_frequent_are_shown_with_the_totals() {
    let rows: String = (0..3_000).map(|row| format!("{row},v{}\n", if row < 100 { 7 } else { row })).collect();
    let found = coverage(json!([{ "id": "a", "property": "x", "values": { "v5": 1 } }]), &format!("id,x\n{rows}"));
    let unruled = &found.unruled_values[0];
    assert_eq!((unruled.rows, unruled.distinct, unruled.values.len()), (3_000, 2_901, 50));
    assert_eq!(values(unruled)[..3], [("v7", 100), ("v100", 1), ("v1000", 1)]);
}

#[test]
fn a_text_inside_longer_words_is_found_with_the_values() {
    let criteria = json!([
        when(
            "junior",
            json!({ "any": [{ "property": "title", "contains": ["Intern", "trainee"] }, { "property": "title", "contains_word": "junior" }] })
        ),
        when("tech", json!({ "not": { "property": "Title", "does_not_contain": "cto" } })),
        when("starts", json!({ "property": "title", "starts_with": "market" })),
        when("ends", json!({ "property": "title", "ends_with": ["ceo", "tor"] })),
        when("whole", json!({ "property": "title", "contains_word": "inter" })),
    ]);
    let contacts = "id,title\n1,International Sales\n2,Intern\n3,CTO\n4,Director\n5,Marketing Lead\n6,Head of Market\n\
        7,Director\n8,Internal Intern\n9,Select\n10,Market research\n";
    let found = coverage(criteria, contacts);
    let expected = [
        ("junior", "contains", "Intern", vec!["International Sales"]),
        ("tech", "does_not_contain", "cto", vec!["Director"]),
        ("starts", "starts_with", "market", vec!["Marketing Lead"]),
        ("ends", "ends_with", "tor", vec!["Director"]),
    ];
    assert_eq!(found.inside_words.iter().map(inside).collect::<Vec<_>>(), expected);
    assert_eq!((found.inside_words[1].rows, found.inside_words[1].distinct), (2, 1));
    assert_eq!(found.unruled_values, []);
}

#[test]
fn a_longer_word_for_which_the_criterion_looks_too_is_meant() {
    let title = |operator: &str, operand: &str| json!({ "property": "title", operator: operand });
    for (filter, is_listed) in [
        (json!({ "all": [title("contains", "intern"), title("does_not_contain", "international")] }), false),
        (json!({ "all": [title("contains", "intern"), { "not": title("contains_word", "international") }] }), false),
        (json!({ "property": "title", "contains": ["intern", "sales"] }), false),
        (json!({ "all": [title("contains", "intern"), title("contains_word", "sales")] }), true),
        (json!({ "all": [title("contains", "intern"), title("contains", "intern")] }), true),
    ] {
        let found = coverage(json!([when("a", filter.clone())]), "id,title\n1,International Sales\n");
        assert_eq!(found.inside_words.len(), usize::from(is_listed), "{filter}");
    }
    let both = json!([when("a", title("contains", "intern")), when("b", title("contains", "international"))]);
    assert_eq!(
        coverage(both, "id,title\n1,International\n").inside_words.len(),
        1,
        "another criterion is another rule"
    );
}

#[test]
fn texts_inside_words_are_found_in_events_and_muted_criteria_too() {
    let criteria = json!([{ "id": "a", "enabled": false, "event": "view", "where": { "property": "url", "contains": "/price" }, "points": 1 }]);
    let view = |url: &str| json!({ "type": "view", "time": 1, "url": url });
    let events = json!({ "id": 1, "events": [view("/prices"), view("/price?a"), view("/prices"), view("/price/b")] });
    let found = coverage(criteria, &events.to_string());
    let [found] = found.inside_words.as_slice() else { panic!("{found:?}") };
    assert_eq!(inside(found), ("a", "contains", "/price", vec!["/prices"]));
    assert_eq!((found.event.as_deref(), found.rows), (Some("view"), 2));
}

#[test]
fn the_document_has_the_names_that_programs_read() {
    let criteria = json!([
        { "id": "a", "property": "x", "values": { "v": 1 } },
        when("b", json!({ "property": "x", "contains": "w" })),
        when("c", json!({ "all": [{ "property": "y", "is_known": true }, { "event": "e" }] })),
    ]);
    let found = serde_json::to_value(coverage(criteria, "id,x\n1,vwx\n2,u\n")).unwrap();
    let place = |criterion: &str| json!({ "score": "s", "criterion": criterion });
    let expected = json!({
        "missing_properties": [{ "property": "y", "criteria": [place("c")] }],
        "missing_events": [{ "event": "e", "criteria": [place("c")] }],
        "unruled_values": [{ "property": "x", "rows": 1, "distinct": 1, "values": [{ "value": "u", "count": 1 }],
            "criteria": [place("a"), place("b")] }],
        "inside_words": [{ "property": "x", "operand": "w", "operator": "contains", "rows": 1, "distinct": 1,
            "values": [{ "value": "vwx", "count": 1 }], "score": "s", "criterion": "b" }],
    });
    assert_eq!(found, expected);
}

#[test]
fn without_rules_or_contacts_there_is_nothing() {
    assert_eq!(coverage(json!([]), "id,x\n1,a\n"), Coverage::default());
    let found = coverage(json!([{ "id": "a", "property": "x", "values": { "v": 1 } }]), "id,x\n");
    assert_eq!(found, Coverage::default());
    let table = leadscore::contacts::Table::default();
    for as_of in [i64::MIN, i64::MAX] {
        assert_eq!(
            Coverage::of(&ruleset(json!([when("a", json!({ "event": "e" }))])), &table, as_of).missing_events.len(),
            1
        );
    }
}

#[test]
fn of_thousands_of_texts_the_work_stays_bounded() {
    let operands = |places: std::ops::Range<usize>| places.map(|place| format!("w{place}")).collect::<Vec<String>>();
    let contains = |id, places| when(id, json!({ "property": "x", "contains": operands(places) }));
    let rows: String = (0..2_000).map(|row| format!("{row},aw{row}b\n")).collect();
    let criteria = json!([contains("a", 0..600), contains("b", 600..5_000), contains("c", 0..5)]);
    let found = coverage(criteria, &format!("id,x\n{rows}"));
    assert_eq!(found.inside_words.len(), 1_000);
    assert!(found.inside_words.iter().all(|found| found.values.len() <= 20));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The engine says itself which values its rules name: those that get points from criteria that give some for each that is named.
    #[test]
    fn what_is_unruled_gets_no_points_and_all_else_does(
        contacts in prop::collection::vec("[aAbÉé ]{0,3}", 1..20),
        named in prop::collection::vec((0..3_u8, "[aAbÉé]{1,2}"), 1..6),
    ) {
        let criterion = |(place, (kind, operand)): (usize, &(u8, String))| match kind {
            0 => json!({ "id": format!("c{place}"), "property": "x", "values": { operand.as_str(): 1 } }),
            1 => when(&format!("c{place}"), json!({ "property": "x", "is_equal_to": operand })),
            _ => when(&format!("c{place}"), json!({ "property": "x", "is_any_of": [operand] })),
        };
        let criteria: Vec<Value> = named.iter().enumerate().map(criterion).collect();
        let ruleset = ruleset(json!(criteria));
        let csv: String = contacts.iter().enumerate().map(|(row, text)| format!("{row},{text}\n")).collect();
        let table = leadscore::contacts::read(format!("id,x\n{csv}").as_bytes(), None, &Default::default()).unwrap().table;
        let results = Scorer::new(&ruleset).score(&table, 0);
        let expected: BTreeSet<String> = (0..table.rows())
            .filter(|row| results.hundredths(0)[*row] == 0)
            .filter_map(|row| Some(table.columns()[1].value(row)?.text().into_owned()))
            .collect();
        let found = Coverage::of(&ruleset, &table, 0).unruled_values;
        let values = found.iter().flat_map(|found| &found.values);
        prop_assert_eq!(values.map(|value| value.value.clone()).collect::<BTreeSet<_>>(), expected);
    }

    /// The same of texts: what contains one and does not contain it as a word.
    #[test]
    fn inside_words_are_values_that_contain_a_text_and_not_as_a_word(
        contacts in prop::collection::vec("[aAb, ]{0,6}", 1..20),
        operand in "[abA]{1,2}",
    ) {
        let is = |operator: &str| json!({ "property": "x", operator: operand.as_str() });
        let csv: String = contacts.iter().enumerate().map(|(row, text)| format!("{row},\"{text}\"\n")).collect();
        let csv = format!("id,x\n{csv}");
        let table = leadscore::contacts::read(csv.as_bytes(), None, &Default::default()).unwrap().table;
        let oracle = ruleset(json!([when("a", json!({ "all": [is("contains"), is("does_not_contain_word")] }))]));
        let results = Scorer::new(&oracle).score(&table, 0);
        let expected = results.hundredths(0).iter().filter(|points| **points != 0).count();
        let found = coverage(json!([when("a", is("contains"))]), &csv).inside_words;
        prop_assert_eq!(found.iter().map(|found| found.rows).sum::<usize>(), expected);
    }
}
