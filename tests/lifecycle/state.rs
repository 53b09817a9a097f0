//! What is remembered, its text, and texts that are none.

use crate::rules::{NOON, at, events, inbound, one, ruleset, vip};
use leadscore::ErrorKind;
use leadscore::lifecycle::State;
use serde_json::json;

#[test]
fn a_clock_that_goes_back_changes_nothing() {
    let (ruleset, mut state) = (ruleset(&vip(json!({ "re_enrol": true }))), State::default());
    assert_eq!(state.advance(&ruleset, &one(&json!({ "id": 1, "vip": true })), at(NOON)).len(), 2);
    let before = state.clone();
    assert!(state.advance(&ruleset, &one(&json!({ "id": 1, "vip": false })), at(NOON) - 1).is_empty());
    assert_eq!(state, before);
    assert_eq!(state.advance(&ruleset, &one(&json!({ "id": 1, "vip": false })), at(NOON)).len(), 1);
}

#[test]
fn who_is_forgotten_leaves_nothing_in_the_state() {
    let (ruleset, mut state) = (ruleset(&inbound()), State::default());
    assert!(state.advance(&ruleset, &one(&json!({ "id": 1 })), at(NOON)).is_empty());
    let mql = json!({ "id": 1, "events": events("demo_request", &["2026-06-30"]) });
    assert_eq!(state.advance(&ruleset, &one(&mql), at(NOON)).len(), 1);
    assert_eq!(state.contacts().count(), 1);
    let mut applied = mql;
    applied["Lifecycle Stage"] = json!("mql");
    assert!(state.advance(&ruleset, &one(&applied), at(NOON) + 1).is_empty());
    assert_eq!(state.contacts().count(), 0);
    let expected = r#"{"contacts":{},"leadscore_state":1,"workflows":{"give-up":{"started":"2026-06-30T12:00:00Z"},"not-ready":{"started":"2026-06-30T12:00:00Z"},"to-sales":{"started":"2026-06-30T12:00:00Z"}}}"#;
    assert_eq!(state.to_string(), expected);
}

#[test]
fn what_is_remembered_of_workflows_that_are_gone_is_kept() {
    let text = r#"{"leadscore_state":1,"workflows":{"old":{"started":"2020-01-01T00:00:00Z"}},"contacts":{"1":{"changed":"2020-01-01T00:00:00Z","workflows":{"old":{"on":true,"enrolments":3,"active":true}}}}}"#;
    let mut state: State = text.parse().unwrap();
    let contact = one(&json!({ "id": 1, "vip": true }));
    assert_eq!(state.advance(&ruleset(&vip(json!({}))), &contact, at(NOON)).len(), 2);
    let known = state.contact("1").unwrap();
    assert_eq!((known.workflows.len(), known.workflows["old"].enrolments), (2, 3));
    assert_eq!(state.started("old"), Some(at("2020-01-01")));
}

/// The error for a state that cannot be read.
fn refused(text: &str) -> String {
    let error = text.parse::<State>().expect_err(text);
    assert_eq!(error.kind(), ErrorKind::InvalidState);
    error.message().to_owned()
}

#[test]
fn a_state_that_is_not_whole_is_refused_with_the_place() {
    let whole = r#"{"contacts":{"a/b":{"changed":"2026-06-30T12:00:00Z","set":{"x":{"over":null,"value":"1"}},"workflows":{"w":{"active":true,"enrolments":1,"on":true}}}},"leadscore_state":1,"workflows":{"w":{"started":"2026-06-30T12:00:00Z"}}}"#;
    assert_eq!(whole.parse::<State>().unwrap().to_string(), whole);
    for end in 0..whole.len() {
        refused(&whole[..end]);
    }
    let changed = |from: &str, to: &str| {
        assert!(whole.contains(from));
        refused(&whole.replace(from, to))
    };
    let last = "; take the last state that was whole";
    assert_eq!(
        changed(r#"_state":1"#, r#"_state":2"#),
        "/leadscore_state: expected a state of version 1, found version 2; use the newer version of leadscore that wrote it"
    );
    assert_eq!(
        changed(r#"_state":1"#, r#"_state":"1""#),
        format!("/leadscore_state: expected the version 1, found \"1\"{last}")
    );
    assert_eq!(
        changed("leadscore_state", "x"),
        format!("expected `leadscore_state` with its version, found none: it is no state{last}")
    );
    assert_eq!(
        changed(r#""on":true"#, r#""on":1"#),
        format!("/contacts/a~1b/workflows/w/on: expected true or false, found 1{last}")
    );
    assert_eq!(
        changed(r#""enrolments":1"#, r#""enrolments":-1"#),
        format!("/contacts/a~1b/workflows/w/enrolments: expected a whole number that is not negative, found -1{last}")
    );
    assert_eq!(changed(r#""over":null,"#, ""), format!("/contacts/a~1b/set/x: expected `over`, found none{last}"));
    assert_eq!(
        changed(r#""active":true"#, r#""active":true,"more":1"#),
        format!("/contacts/a~1b/workflows/w: expected only keys that this version knows, found `more`{last}")
    );
    assert_eq!(
        changed(r#""changed":"2026-06-30T12:00:00Z""#, r#""changed":"yesterday""#),
        format!(
            "/contacts/a~1b/changed: expected an instant such as \"2026-06-30T12:00:00Z\", found \"yesterday\"{last}"
        )
    );
    assert_eq!(refused("[]"), format!("expected a state, an object, found a list{last}"));
    let more = r#"{"changed":"2026-06-30T12:00:00Z","set":{"y":{"over":null,"value":"1"}}}"#;
    for (twice, key) in [
        (whole.replacen('{', r#"{"contacts" : {},"#, 1), "contacts"),
        (whole.replacen(r#""a/b":"#, &format!(r#""a/b":{more},"a/b":"#), 1), "a/b"),
        (whole.replacen(r#""a/b":"#, &format!(r#""a\u002fb":{more},"a/b":"#), 1), "a/b"),
        (whole.replacen(r#""enrolments":1"#, r#""enrolments":2,"enrolments":1"#, 1), "enrolments"),
    ] {
        let expected = format!("expected each key once in an object, found \"{key}\" twice{last}");
        assert_eq!(refused(&twice), expected);
    }
    // What stands in texts are no keys, nor what stands under the same key elsewhere.
    let texts = r#"{"leadscore_state":1,"contacts":{"a\"{b\\":{"changed":"2026-06-30","set":{"{\":":{"over":"\":{[","value":"]:\\"},"over":{"over":null,"value":"\"over\":"}}}}}"#;
    assert_eq!(texts.parse::<State>().unwrap().contacts().count(), 1);
    for deep in ["[".repeat(100_000), format!(r#"{{"leadscore_state":1,"contacts":{}"#, r#"{"a":"#.repeat(100_000))] {
        assert!(refused(&deep).contains("recursion limit"));
    }
}

#[test]
fn happenings_that_wait_in_the_outbox_come_back_as_they_were() {
    let (ruleset, mut state) = (ruleset(&inbound()), State::default());
    let contact = json!({ "id": "5/1", "lifecyclestage": "mql", "sales_feedback": "not ready", "events": events("demo_request", &["2026-06-29", "2026-06-30"]) });
    state.outbox = state.advance(&ruleset, &one(&contact), at(NOON));
    assert!(state.outbox.len() > 2);
    let text = state.to_string();
    assert_eq!(text.parse(), Ok(state));
    let more = text.replacen(r#""contact":"5/1""#, r#""contact":"5/1","more":1"#, 1);
    assert!(refused(&more).starts_with("/outbox/0: expected only keys that this version knows"));
    assert!(refused(&text.replacen(r#""kind":"enrolled""#, r#""kind":"married""#, 1)).starts_with("/outbox/"));
}

#[test]
fn a_state_of_many_contacts_is_read_as_it_was_written() {
    let contact = |id: u32| {
        format!(
            r#""{id}":{{"changed":"2026-06-30T12:00:00Z","set":{{"lifecyclestage":{{"over":null,"value":"sql"}}}},"workflows":{{"to-sales":{{"active":true,"enrolments":1,"on":true}}}}}}"#
        )
    };
    let mut ids: Vec<u32> = (0..100_000).collect();
    ids.sort_by_key(u32::to_string);
    let contacts: Vec<String> = ids.into_iter().map(contact).collect();
    let text = format!(r#"{{"contacts":{{{}}},"leadscore_state":1,"workflows":{{}}}}"#, contacts.join(","));
    let state: State = text.parse().unwrap();
    assert!(state.to_string() == text, "the same comes out");
}
