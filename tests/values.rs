//! Values, and how often they occur: of contacts and of events, searched and by pages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::contacts::report::Kind;
use leadscore::contacts::{Table, ValueCounts, ValueQuestion, contact};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn table(csv: &str) -> Table {
    leadscore::contacts::read(csv.as_bytes(), None, &Default::default()).unwrap().table
}

fn all() -> ValueQuestion {
    ValueQuestion { limit: 10_000, ..ValueQuestion::default() }
}

fn pairs(counts: &ValueCounts) -> Vec<(&str, usize)> {
    counts.values.iter().map(|value| (value.value.as_str(), value.count)).collect()
}

#[test]
fn values_come_from_the_most_frequent_on_and_ties_by_their_text() {
    let table = table("id,Industry\n1,Retail\n2,software\n3,Software\n4, Retail \n5,\n6,Banking\n");
    let counts = table.value_counts("industry", &all()).unwrap();
    assert_eq!(pairs(&counts), [("Retail", 2), ("Banking", 1), ("Software", 1), ("software", 1)]);
    assert_eq!((counts.distinct, counts.matching, counts.without), (4, 4, 1));
    assert_eq!(table.value_counts("country", &all()), None);
}

#[test]
fn a_property_is_found_under_the_names_of_hubspot() {
    let table = table("Record ID,Job Title\n1,CTO\n");
    for name in ["Job Title", " job title ", "jobtitle", "JOBTITLE"] {
        assert_eq!(pairs(&table.value_counts(name, &all()).unwrap()), [("CTO", 1)], "{name}");
    }
}

#[test]
fn a_search_finds_values_in_which_it_occurs_without_case() {
    let table = table("id,title\n1,ÉCOLE Director\n2,École\n3,Sales Director\n4,\n5,CTO\n");
    let search = |search: &str| {
        let question = ValueQuestion { search: search.to_owned(), ..all() };
        let counts = table.value_counts("title", &question).unwrap();
        assert_eq!((counts.distinct, counts.without, counts.matching), (4, 1, counts.values.len()));
        counts.values.into_iter().map(|value| value.value).collect::<Vec<_>>()
    };
    assert_eq!(search("école"), ["ÉCOLE Director", "École"]);
    assert_eq!(search("CTO"), ["CTO", "Sales Director", "ÉCOLE Director"]);
    assert_eq!(search("ceo"), [""; 0]);
    assert_eq!(search("").len(), 4);
}

#[test]
fn a_page_of_values_is_what_all_of_them_have_there() {
    let rows: String = (0..500).map(|row| format!("{row},v{}\n", row * row % 97)).collect();
    let table = table(&format!("id,x\n{rows}"));
    let everything = table.value_counts("x", &all()).unwrap();
    for (offset, limit) in [(0, 20), (5, 7), (20, 1), (40, 100), (48, 1), (49, 1), (usize::MAX, usize::MAX), (3, 0)] {
        let page = table.value_counts("x", &ValueQuestion { search: String::new(), offset, limit }).unwrap();
        let expected: Vec<_> = everything.values.iter().skip(offset).take(limit).cloned().collect();
        assert_eq!((page.values, page.distinct), (expected, everything.distinct), "{offset} {limit}");
    }
}

#[test]
fn of_lists_each_item_counts_once_for_a_contact() {
    let table = table("id,tags\n1,a;b;a\n2,b;c\n3,;;\n4,\n5,b;B\n6,d\n");
    let counts = table.value_counts("tags", &all()).unwrap();
    assert_eq!(pairs(&counts), [("b", 3), ("B", 1), ("a", 1), ("c", 1), ("d", 1)]);
    assert_eq!((counts.distinct, counts.without), (5, 2), "a list without items is no value");
}

#[test]
fn a_text_with_a_semicolon_among_many_is_no_list() {
    let counts = table("id,x\n1,a;b\n2,c\n3,d\n").value_counts("x", &all()).unwrap();
    assert_eq!(pairs(&counts), [("a;b", 1), ("c", 1), ("d", 1)]);
}

#[test]
fn values_are_given_whole() {
    let long = "é".repeat(20_000);
    let counts = table(&format!("id,x\n1,{long}\n")).value_counts("x", &all()).unwrap();
    assert_eq!(pairs(&counts), [(long.as_str(), 1)]);
}

fn events() -> Table {
    let contacts = [
        r#"{"id":1,"events":[{"type":"Form","time":1,"name":"Demo","fields":["a","b"]},{"type":"form","time":2,"name":"Demo"}]}"#,
        r#"{"id":2,"events":[{"type":"form","time":3,"name":"Webinar"},{"type":"view","time":4,"name":"5","url":"/a"}]}"#,
        r#"{"id":3,"events":[{"type":"view","time":5,"url":"/a"},{"type":"view","time":6,"url":"/b"}]}"#,
        r#"{"id":4}"#,
    ];
    table(&contacts.join("\n"))
}

#[test]
fn types_of_events_are_described_with_what_their_events_have() {
    let table = events();
    let types = table.events().described_types();
    let shown: Vec<_> = types.iter().map(|kind| (kind.kind.as_str(), kind.count, kind.contacts)).collect();
    assert_eq!(shown, [("Form", 3, 2), ("view", 3, 2)]);
    let properties = |place: usize| {
        let properties = types[place].properties.iter();
        properties.map(|own| (own.name.as_str(), own.filled, own.distinct, own.kind)).collect::<Vec<_>>()
    };
    assert_eq!(properties(0), [("name", 3, 2, Kind::Text), ("fields", 1, 1, Kind::List)]);
    assert_eq!(properties(1), [("name", 1, 1, Kind::Number), ("url", 3, 2, Kind::Text)], "of their own values only");
    assert_eq!(contact(r#"{ "id": 1 }"#, None).unwrap().events().described_types(), []);
}

#[test]
fn values_of_events_are_those_of_their_type_without_case() {
    let table = events();
    let counts = |kind: &str, property: &str| table.events().of_type(kind)?.value_counts(property, &all());
    let names = counts(" FORM ", "Name").unwrap();
    assert_eq!((pairs(&names), names.without), (vec![("Demo", 2), ("Webinar", 1)], 0));
    let fields = counts("form", "fields").unwrap();
    assert_eq!((pairs(&fields), fields.without), (vec![("a", 1), ("b", 1)], 2));
    assert_eq!(pairs(&counts("view", "fields").unwrap()), [("", 0); 0]);
    assert_eq!(counts("form", "colour"), None);
    assert!(table.events().of_type("call").is_none());
}

#[test]
fn of_very_many_types_the_most_frequent_are_described() {
    let event = |place: usize| format!(r#"{{"type":"t{}","time":{place},"x":1}}"#, place.min(1_500));
    let contact = format!(r#"{{"id":1,"events":[{}]}}"#, (0..2_000).map(event).collect::<Vec<_>>().join(","));
    let types = table(&contact).events().described_types();
    assert_eq!((types.len(), types[0].kind.as_str(), types[0].count), (1_000, "t1500", 500));
    assert_eq!((types[1].kind.as_str(), types[999].kind.as_str()), ("t0", "t998"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Against counting row text by row text.
    #[test]
    fn counts_are_those_of_plain_counting(rows in prop::collection::vec("[ab;]{0,4}", 1..40), search in "[abAB;]{0,2}") {
        let csv: String = rows.iter().enumerate().map(|(row, text)| format!("{row},\"{text}\"\n")).collect();
        let table = table(&format!("id,x\n{csv}"));
        let is_list = leadscore::contacts::read(format!("id,x\n{csv}").as_bytes(), None, &Default::default())
            .unwrap().report.columns[1].kind == Kind::List;
        let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
        let mut without = 0;
        for row in &rows {
            let values: BTreeSet<&str> = if is_list { row.split(';').collect() } else { BTreeSet::from([row.as_str()]) };
            let values: Vec<&str> = values.into_iter().filter(|value| !value.is_empty()).collect();
            without += usize::from(values.is_empty());
            values.iter().for_each(|value| *expected.entry(value).or_default() += 1);
        }
        let counts = table.value_counts("x", &ValueQuestion { search: search.clone(), ..all() }).unwrap();
        prop_assert_eq!((counts.distinct, counts.without), (expected.len(), without));
        let mut found: Vec<(&str, usize)> =
            expected.into_iter().filter(|(value, _)| value.contains(&search.to_lowercase())).collect();
        found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        prop_assert_eq!(pairs(&counts), found);
    }
}
