//! Rulesets that are published with their lifecycle, and visitors who advance by them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use generate::Scenario;
use leadscore::Ruleset;
use leadscore::lifecycle::{Happened, Happening, State, VisitorState};
use leadscore::ruleset::Membership;
use leadscore::ruleset::published::{self, Decoded, encode, encode_with_lifecycle};
use leadscore::visitor::{Event, Unreadable, Visitor};
use oracle::{Contact, DAY, instant};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

fn kept(name: &str) -> String {
    fs::read_to_string(format!("{}/tests/published/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn checked(text: &str) -> Ruleset {
    let checked = leadscore::check(text);
    checked.ruleset.unwrap_or_else(|| panic!("{:#?}\n{text}", checked.diagnostics))
}

/// The bytes of the rules and of the lifecycle.
fn bytes_of(published: &str) -> [Vec<u8>; 2] {
    let document: Value = serde_json::from_str(published).unwrap();
    ["rules", "lifecycle"].map(|key| STANDARD.decode(document[key].as_str().unwrap()).unwrap())
}

fn decode([rules, lifecycle]: &[Vec<u8>; 2]) -> Option<Decoded> {
    let mut decoded = published::decode(rules)?;
    decoded.add_lifecycle(lifecycle).then_some(decoded)
}

/// What is left out of what is published.
fn without_notes_and_members(mut ruleset: Ruleset) -> Ruleset {
    for score in &mut ruleset.scores {
        score.note = None;
        for group in &mut score.groups {
            group.note = None;
            group.criteria.iter_mut().for_each(|criterion| criterion.note = None);
        }
    }
    for list in &mut ruleset.lists {
        list.note = None;
        if let Membership::Members(members) = &mut list.membership {
            members.clear();
        }
    }
    ruleset.workflows.iter_mut().for_each(|workflow| workflow.note = None);
    if let Some(lifecycle) = &mut ruleset.lifecycle {
        lifecycle.stages.iter_mut().for_each(|stage| stage.note = None);
    }
    ruleset
}

/// A contact as a browser remembers a visitor.
fn visitor_of(contact: &Contact) -> Visitor {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut visitor = Visitor::default();
    for (name, value) in &contact.properties.0 {
        visitor.set(name, Some(&text(value)));
    }
    for event in &contact.events {
        let properties = event.properties.0.iter().map(|(name, value)| (name.clone(), text(value))).collect();
        visitor.record(Event { kind: event.kind.clone(), time: event.instant(), properties });
    }
    visitor
}

/// Files that sites have must go on to be read as what they meant.
#[test]
fn a_file_that_was_published_once_still_means_the_same() {
    let ruleset = checked(&kept("lifecycle.ruleset.json"));
    let published = kept("lifecycle.published.json");
    assert_eq!(decode(&bytes_of(&published)).unwrap().ruleset, without_notes_and_members(ruleset.clone()));
    assert_eq!(encode_with_lifecycle(&ruleset).unwrap(), published);
}

#[test]
fn what_follows_from_scores_is_published_only_if_that_is_asked_for() {
    let ruleset = checked(&kept("lifecycle.ruleset.json"));
    let plain: Value = serde_json::from_str(&encode(&ruleset).unwrap()).unwrap();
    let mut with_lifecycle: Value = serde_json::from_str(&encode_with_lifecycle(&ruleset).unwrap()).unwrap();
    assert_eq!(plain.get("lifecycle"), None);
    assert!(with_lifecycle.as_object_mut().unwrap().remove("lifecycle").is_some());
    assert_eq!(plain, with_lifecycle, "who does not read it reads the same");
}

#[test]
fn whom_lists_name_and_notes_are_nobodys_business() {
    let [_, bytes] = bytes_of(&kept("lifecycle.published.json"));
    let has = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("Open the chat") && has("came to "));
    for secret in ["ada@example.com", "512", "Told by HR.", "Marketing's.", "For the hot ones."] {
        assert!(!has(secret), "{secret}");
    }
}

#[test]
fn other_names_of_properties_are_brought_along() {
    let names = decode(&bytes_of(&kept("lifecycle.published.json"))).unwrap().names;
    let known: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(known, ["lifecyclestage", "Job Title", "jobtitle"]);
}

/// A filter of results in bytes may stand in another as deep as bytes go.
#[test]
fn filters_that_stand_too_deep_inside_each_other_are_refused() {
    let ruleset =
        json!({ "scores": [{ "id": "s", "groups": [] }], "lists": [{ "id": "everybody", "when": { "all": [] } }] });
    let [rules, bytes] = bytes_of(&encode_with_lifecycle(&checked(&ruleset.to_string())).unwrap());
    // The filter is one of contacts, tag 3, with an empty `all`; neither lifecycle, workflows nor names follow it.
    let end = bytes.len() - (6 + 1 + 4 + 4);
    assert_eq!(bytes[end..end + 6], [3, 0, 0, 0, 0, 0]);
    let nested = |depth: usize, inner: &[u8]| [&bytes[..end], &inner.repeat(depth), &bytes[end..]].concat();
    for inner in [&[2][..], &[0, 1, 0, 0, 0][..]] {
        assert!(decode(&[rules.clone(), nested(10, inner)]).is_some());
        assert_eq!(decode(&[rules.clone(), nested(1_000_000, inner)]), None);
    }
}

const START: &str = "2026-06-01T12:00:00Z";

fn at(days: i64) -> i64 {
    instant(START).unwrap() + days * DAY
}

fn view(url: &str, time: i64) -> Event {
    Event { kind: "page_view".to_owned(), time, properties: vec![("url".to_owned(), url.to_owned())] }
}

fn told(happened: &[Happening]) -> Vec<&str> {
    happened.iter().map(|happening| happening.key.as_str()).collect()
}

#[test]
fn a_visitor_joins_lists_advances_and_is_told_of_once() {
    let ruleset = decode(&bytes_of(&kept("lifecycle.published.json"))).unwrap().ruleset;
    let (mut visitor, mut state) = (Visitor::default(), VisitorState::new("7f3a"));
    visitor.record(view("https://acme.example/", at(0)));
    assert_eq!(told(&state.advance(&ruleset, &visitor, at(0))), Vec::<&str>::new());
    visitor.record(view("https://acme.example/pricing", at(1)));
    assert_eq!(told(&state.advance(&ruleset, &visitor, at(1))), ["7f3a/stage//mql/2026-06-02T12:00:00Z"]);

    let mut state = VisitorState::from_text(&state.to_text()).unwrap();
    assert!(state.advance(&ruleset, &visitor, at(2)).is_empty());
    visitor.record(Event { kind: "demo_request".to_owned(), time: at(3), properties: Vec::new() });
    let happened = state.advance(&ruleset, &visitor, at(3));
    assert_eq!(told(&happened), ["7f3a/stage/mql/sql/2026-06-04T12:00:00Z"], "at the goal nobody is enrolled");
    assert!(state.advance(&ruleset, &visitor, at(4)).is_empty());
    assert!(state.advance(&ruleset, &visitor, at(0)).is_empty(), "a clock that went back");
}

/// Contacts who are on a list when a workflow starts are there already. A visitor is new to everything.
#[test]
fn a_visitor_joins_whatever_list_it_comes_on_first() {
    let text = kept("lifecycle.ruleset.json")
        .replace(r#""enrol_present": true"#, r#""enrol_present": false"#)
        .replace(r#""goal": "sqls","#, "");
    let ruleset = checked(&text);
    let mut visitor = Visitor::default();
    visitor.record(Event { kind: "demo_request".to_owned(), time: at(0), properties: Vec::new() });
    let happened = VisitorState::new("7f3a").advance(&ruleset, &visitor, at(0));
    let kinds: Vec<&str> = happened.iter().map(|happening| happening.what.kind()).collect();
    assert_eq!(kinds, ["stage_changed", "enrolled", "property_set", "notified", "called_back"]);
    let Happened::Notified { message, .. } = &happened[3].what else { panic!("{happened:#?}") };
    assert_eq!(message, "7f3a came to SQL at 2026-06-01T12:00:00Z, {{ as it is");
}

#[test]
fn what_is_remembered_is_read_as_it_was_or_refused() {
    let ruleset = checked(&kept("lifecycle.ruleset.json").replace(r#""goal": "sqls","#, ""));
    let mut visitor = Visitor::default();
    visitor.record(Event { kind: "demo_request".to_owned(), time: at(0), properties: Vec::new() });
    let mut state = VisitorState::new("7f3a, 1");
    assert_eq!(VisitorState::from_text(&state.to_text()), Ok(state.clone()));
    state.advance(&ruleset, &visitor, at(0));
    let text = state.to_text();
    assert_eq!(VisitorState::from_text(&text), Ok(state));

    assert_eq!(VisitorState::from_text(&text.replacen("1,", "2,", 1)), Err(Unreadable::Newer));
    for wrong in [
        "",
        "1,",
        "0,4:7f3a",
        "1,0,",
        &text[..text.len() - 1],
        &format!("{text}0,"),
        "1,1,a-1,0,0,",
        "1,1,a1,1,1,x2,0,0,0,",
    ] {
        assert_eq!(VisitorState::from_text(wrong), Err(Unreadable::Damaged), "{wrong}");
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_published_is_read_as_it_was(scenario in generate::scenario_of_workflows()) {
        let ruleset = checked(&scenario.ruleset.to_string());
        let decoded = decode(&bytes_of(&encode_with_lifecycle(&ruleset).unwrap())).unwrap();
        prop_assert_eq!(decoded.ruleset, without_notes_and_members(ruleset));
    }

    #[test]
    fn a_part_that_was_cut_off_or_continued_is_refused(scenario in generate::scenario_of_workflows(), cut in any::<prop::sample::Index>()) {
        let [rules, bytes] = bytes_of(&encode_with_lifecycle(&checked(&scenario.ruleset.to_string())).unwrap());
        prop_assert_eq!(decode(&[rules.clone(), bytes[..cut.index(bytes.len())].to_vec()]), None);
        prop_assert_eq!(decode(&[rules, [&bytes[..], &[0]].concat()]), None);
    }

    /// Damage in a few places leaves most of it readable: by what is read then, visitors must be able to advance.
    #[test]
    fn whatever_is_read_from_damaged_bytes_can_be_advanced_by(
        scenario in generate::scenario_of_workflows(),
        damage in vec((any::<prop::sample::Index>(), prop_oneof![0..4_u8, any::<u8>()]), 1..4),
    ) {
        let [rules, mut bytes] = bytes_of(&encode_with_lifecycle(&checked(&scenario.ruleset.to_string())).unwrap());
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(Decoded { ruleset, .. }) = decode(&[rules, bytes]) {
            for contact in &scenario.contacts {
                VisitorState::new("v").advance(&ruleset, &visitor_of(contact), scenario.as_of);
            }
        }
    }

    #[test]
    fn damage_in_what_is_remembered_is_read_or_refused(scenario in generate::scenario_of_workflows(), place in any::<prop::sample::Index>(), byte in " -~") {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let ruleset = checked(&ruleset.to_string());
        for contact in contacts {
            let (visitor, mut state) = (visitor_of(contact), VisitorState::new("v"));
            state.advance(&ruleset, &visitor, *as_of);
            let mut text = state.to_text();
            if let Some(place) = Some(place.index(text.len())).filter(|place| text.is_char_boundary(*place) && text.is_char_boundary(place + 1)) {
                text.replace_range(place..place + 1, &byte);
            }
            if let Ok(mut state) = VisitorState::from_text(&text) {
                state.advance(&ruleset, &visitor, *as_of);
            }
        }
    }

    /// A visitor is a contact like any other: one for whom all workflows started long ago.
    #[test]
    fn a_visitor_advances_as_a_contact_does(scenario in generate::scenario_of_workflows()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let ruleset = checked(&ruleset.to_string());
        let long_ago = |workflow: &str| (workflow.to_owned(), json!({ "started": "1970-01-01T00:00:00Z" }));
        let started: Value = ruleset.workflows.iter().map(|workflow| long_ago(&workflow.id)).collect();
        for contact in contacts {
            let visitor = visitor_of(contact);
            let mut state: State = json!({ "leadscore_state": 1, "workflows": started }).to_string().parse().unwrap();
            let mut own = VisitorState::new("visitor");
            for days in [0, 1, 7, 31] {
                let as_of = visitor.instant(as_of + days * DAY);
                prop_assert_eq!(own.advance(&ruleset, &visitor, as_of), state.advance(&ruleset, &visitor.table(), as_of));
                own = VisitorState::from_text(&own.to_text()).unwrap();
            }
        }
    }
}
