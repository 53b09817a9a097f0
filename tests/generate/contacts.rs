//! Contacts of one file: with the same columns, and values that suit their property mostly, but not always.

use super::instants::written;
use crate::oracle::{Contact, Event, Properties};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// One to six contacts with ids and events.
pub fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    (spellings(), vec((properties(), vec(event(), 0..9)), 1..7)).prop_map(|(spellings, contacts)| {
        let contact = |(place, (values, events)): (usize, (Vec<Option<Value>>, Vec<Event>))| {
            let named = spellings.iter().zip(values).filter_map(|(name, value)| Some((name.to_string(), value?)));
            Contact { id: Some(format!("c{place}")), properties: Properties(named.collect()), events }
        };
        contacts.into_iter().enumerate().map(contact).collect()
    })
}

/// How the file writes the names of its columns: as rules do, in another case, under an alias, under HubSpot's label.
fn spellings() -> impl Strategy<Value = Vec<&'static str>> {
    let columns: [&[&str]; 5] = [
        &["jobtitle", "Job Title", " JOBTITLE "],
        &["size", "Company Size"],
        &["agreed", "Agreed"],
        &["due"],
        &["tags"],
    ];
    columns.map(select).to_vec()
}

/// A value for each column, or none.
fn properties() -> impl Strategy<Value = Vec<Option<Value>>> {
    let own = [text().boxed(), number().boxed(), truth().boxed(), written().boxed(), list().boxed()];
    let column = |own: BoxedStrategy<Value>| {
        let any = prop_oneof![text(), number(), truth(), odd_time(), list()];
        option::weighted(0.9, prop_oneof![7 => own, 2 => any, 1 => unknown()])
    };
    own.map(column).to_vec()
}

fn event() -> impl Strategy<Value = Event> {
    let kinds = select(vec!["page_view", "page_view", "Page_View", "email_open", "form"]);
    let url =
        option::of(select(vec![json!("/pricing"), json!("/Pricing?x=1"), json!("/careers"), json!("/"), json!(" ")]));
    let seconds = option::of(prop_oneof![number(), unknown()]);
    let email = option::of(select(vec![json!("a"), json!("A "), json!("b"), json!(5), json!("5"), json!(null)]));
    let tags = option::of(list());
    (kinds, written(), url, seconds, email, tags).prop_map(|(kind, time, url, seconds, email, tags)| {
        let named = [("url", url), ("seconds", seconds), ("Email_Id", email), ("tags", tags)];
        let properties = named.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))).collect();
        Event { kind: kind.to_string(), time, properties: Properties(properties) }
    })
}

fn text() -> impl Strategy<Value = Value> {
    let texts = [
        "VP Sales",
        "vp",
        "SVP",
        "  vp ",
        "VP2",
        "Director",
        "intern",
        "International Intern",
        "École",
        "ÉCOLE",
        "école x",
        "İ",
        "ΟΔΟΣ",
        "οδος",
        "C++ (dev)",
        "经理",
        "a",
        "a1",
        "5 apples",
        "-",
        "vp;cto",
    ];
    select(texts.map(|text| json!(text)).to_vec())
}

fn number() -> impl Strategy<Value = Value> {
    let written = ["5", "5.0", "+10", "1e1", ".5", "-1", "9.99", "1,250", "ten", "inf", "-"];
    let mut numbers = written.map(|text| json!(text)).to_vec();
    numbers.extend([json!(5), json!(5.0), json!(0), json!(-1), json!(10), json!(9.99), json!(20), json!(1e21)]);
    select(numbers)
}

fn truth() -> impl Strategy<Value = Value> {
    select(vec![
        json!(true),
        json!(false),
        json!("Yes"),
        json!("no"),
        json!("1"),
        json!("0"),
        json!("TRUE"),
        json!("maybe"),
    ])
}

fn odd_time() -> impl Strategy<Value = Value> {
    prop_oneof![written(), select(vec![json!("last week"), json!("2024-02-30"), json!("12/03/2024")])]
}

fn list() -> impl Strategy<Value = Value> {
    select(vec![
        json!("a;b"),
        json!("a; A ;b;"),
        json!("b;a"),
        json!("a"),
        json!(["a", "b"]),
        json!(["A", " "]),
        json!(["c", "a", "C"]),
        json!([5, true]),
        json!("5;c"),
        json!(";"),
        json!(["x"]),
    ])
}

/// What is no value: blank in all its forms, and what rulesets here declare.
fn unknown() -> impl Strategy<Value = Value> {
    select(vec![
        json!(null),
        json!(""),
        json!(" \u{a0}"),
        json!([]),
        json!(["", null]),
        json!("Select"),
        json!("n/a"),
        json!(["N/A"]),
    ])
}
