//! What stages contacts come to, and stay at.

use crate::rules::{NOON, at, events, inbound, one, ruleset, told, vip};
use leadscore::lifecycle::State;
use serde_json::{Value, json};

#[test]
fn a_contact_goes_from_lead_to_sales_and_sales_hears_of_it_once() {
    let (ruleset, mut state) = (ruleset(&inbound()), State::default());
    let visits = events("page_view", &["2026-06-30T10:00", "2026-06-30T10:01"]);
    let demo = events("demo_request", &["2026-06-30T11:00"]);
    let ada = |events: &[Value]| one(&json!({ "id": 512, "firstname": "Ada", "events": events }));
    assert!(state.advance(&ruleset, &ada(&visits), at(NOON)).is_empty());
    let all = [visits, demo].concat();
    let happened = state.advance(&ruleset, &ada(&all), at(NOON) + 1);
    assert_eq!(
        told(&happened),
        [
            "stage_changed lifecyclestage null sql",
            "enrolled to-sales",
            "notified to-sales Ada has 70 points, hot, Sales Qualified Lead",
        ]
    );
    assert!(state.advance(&ruleset, &ada(&all), at(NOON) + 2).is_empty());
    let documents: Vec<Value> = happened.iter().map(|happening| json!(happening)).collect();
    let text = "lifecyclestage 'sql' is equal to 'sql'";
    assert_eq!(
        documents,
        [
            json!({ "key": "512/stage//sql/2026-06-30T12:00:00.001Z", "contact": "512", "at": "2026-06-30T12:00:00.001Z",
                "kind": "stage_changed", "property": "lifecyclestage", "from": null, "to": "sql",
                "cause": { "kind": "enter_when", "stage": "sql", "text": "lead is 70, at least 65" } }),
            json!({ "key": "512/to-sales/1/enrolled", "contact": "512", "at": "2026-06-30T12:00:00.001Z", "kind": "enrolled",
                "workflow": "to-sales", "enrolment": 1, "cause": { "kind": "list", "list": "sqls", "text": text } }),
            json!({ "key": "512/to-sales/1/2", "contact": "512", "at": "2026-06-30T12:00:00.001Z", "kind": "notified",
                "workflow": "to-sales", "enrolment": 1, "action": 2, "channel": "sales",
                "message": "Ada has 70 points, hot, Sales Qualified Lead",
                "cause": { "kind": "workflow", "workflow": "to-sales", "enrolment": 1, "text": text } }),
        ]
    );
}

#[test]
fn an_sql_that_sales_sends_back_is_an_mql_until_it_has_the_points_again() {
    let (ruleset, mut state) = (ruleset(&inbound()), State::default());
    let contact = |feedback: Option<&str>, events: Vec<Value>| {
        one(
            &json!({ "id": 512, "lifecyclestage": "Marketing Qualified Lead", "sales_feedback": feedback, "events": events }),
        )
    };
    let first = events("demo_request", &["2026-06-01", "2026-06-02"]);
    assert_eq!(
        told(&state.advance(&ruleset, &contact(None, first.clone()), at("2026-06-10")))[0],
        "stage_changed lifecyclestage mql sql"
    );
    // By the end of June one of the two requests has left its window.
    let back = state.advance(&ruleset, &contact(Some("not ready"), first.clone()), at("2026-07-01T12:00"));
    assert_eq!(
        told(&back),
        [
            "enrolled not-ready",
            "property_cleared not-ready lifecyclestage sql",
            "stage_changed not-ready lifecyclestage null mql",
            "unenrolled to-sales left",
        ]
    );
    let again = [first, events("demo_request", &["2026-07-02"])].concat();
    let again = state.advance(&ruleset, &contact(Some("not ready"), again), at("2026-07-02T00:00"));
    assert_eq!(
        told(&again),
        [
            "stage_changed lifecyclestage mql sql",
            "enrolled to-sales",
            "property_cleared to-sales sales_feedback not ready",
            "notified to-sales Somebody has 80 points, hot, Sales Qualified Lead",
            "unenrolled not-ready left",
        ]
    );
    assert_eq!(again[1].key, "512/to-sales/2/enrolled");
}

#[test]
fn feedback_that_is_given_twice_counts_twice() {
    let mut document = inbound();
    // Sales hears of nobody here, so that nothing clears what it said.
    document["workflows"].as_array_mut().unwrap().remove(0);
    let (ruleset, mut state) = (ruleset(&document), State::default());
    let contact = |feedback: Value| one(&json!({ "id": 1, "lifecyclestage": "sql", "sales_feedback": feedback }));
    assert_eq!(state.advance(&ruleset, &contact(json!("not ready")), at(NOON)).len(), 3);
    assert!(state.advance(&ruleset, &contact(json!("Not Ready")), at(NOON) + 1).is_empty());
    assert_eq!(told(&state.advance(&ruleset, &contact(json!(null)), at(NOON) + 2)), ["unenrolled not-ready left"]);
    let second = one(&json!({ "id": 1, "lifecyclestage": "customer", "sales_feedback": "not ready" }));
    let second = state.advance(&ruleset, &second, at(NOON) + 3);
    assert_eq!(
        told(&second)[1..],
        ["property_cleared not-ready lifecyclestage customer", "stage_changed not-ready lifecyclestage null mql"]
    );
    assert_eq!(second[0].key, "1/not-ready/2/enrolled");
}

#[test]
fn who_is_unqualified_goes_to_the_beginning_and_stays_there() {
    let (ruleset, mut state) = (ruleset(&inbound()), State::default());
    let contact = json!({ "id": 1, "lifecyclestage": "sql", "sales_feedback": "unqualified",
        "events": events("demo_request", &["2026-06-29", "2026-06-30"]) });
    let happened = told(&state.advance(&ruleset, &one(&contact), at(NOON)));
    // The first workflow clears what sales said, as the contact is on its list; the second one still sees the list as it is then.
    assert_eq!(happened[0], "enrolled to-sales");
    let mut said_later = json!({ "id": 1, "lifecyclestage": "sql", "sales_feedback": "unqualified" });
    said_later["events"] = contact["events"].clone();
    let later = told(&state.advance(&ruleset, &one(&said_later), at(NOON) + 1));
    assert!(later.is_empty(), "the host has not applied what was cleared: {later:?}");
    said_later["sales_feedback"] = json!(null);
    assert!(state.advance(&ruleset, &one(&said_later), at(NOON) + 2).is_empty());
    said_later["sales_feedback"] = json!("unqualified");
    assert_eq!(
        told(&state.advance(&ruleset, &one(&said_later), at(NOON) + 3)),
        [
            "enrolled give-up",
            "property_cleared give-up lifecyclestage sql",
            "stage_changed give-up lifecyclestage null subscriber",
            "unenrolled to-sales left",
        ]
    );
}

#[test]
fn whom_the_lifecycle_excludes_keeps_the_stage() {
    let mut document = inbound();
    document["workflows"][1]["suppress"] = json!([]);
    let ruleset = ruleset(&document);
    let demo = events("demo_request", &["2026-06-29", "2026-06-30"]);
    for partner in [json!({ "id": 99 }), json!({ "id": 7, "email": "ada@PARTNER.com" })] {
        let mut contact = partner;
        contact["events"] = json!(demo);
        assert!(State::default().advance(&ruleset, &one(&contact), at(NOON)).is_empty(), "{contact}");
        contact["lifecyclestage"] = json!("mql");
        contact["sales_feedback"] = json!("not ready");
        assert_eq!(
            told(&State::default().advance(&ruleset, &one(&contact), at(NOON))),
            ["enrolled not-ready", "stage_kept not-ready lifecyclestage mql null excluded"],
        );
    }
    let other = json!({ "id": 990, "email": "bob@partner.com", "events": demo });
    assert_eq!(State::default().advance(&ruleset, &one(&other), at(NOON)).len(), 3);
}

#[test]
fn a_stage_of_others_is_left_alone() {
    let mut document = inbound();
    document["workflows"][0]["enrol_on"] = json!("unqualified");
    document["workflows"][0]["actions"] = json!([
        { "set": "Lifecycle Stage", "to": "sql" }, { "clear": "lifecyclestage" }, { "set": "lifecyclestage", "to": "evangelist" } ]);
    document["workflows"].as_array_mut().unwrap().truncate(1);
    let ruleset = ruleset(&document);
    let contact = json!({ "id": 1, "Lifecycle Stage": "evangelist", "sales_feedback": "unqualified", "events": events("purchase", &["2026-06-01"]) });
    assert_eq!(
        told(&State::default().advance(&ruleset, &one(&contact), at(NOON))),
        [
            "enrolled to-sales",
            "stage_kept to-sales lifecyclestage evangelist sql other_stage",
            "stage_kept to-sales lifecyclestage evangelist null other_stage",
        ]
    );
}

#[test]
fn a_stage_is_set_forward_and_never_backwards() {
    let mut document = vip(json!({ "actions": [
        { "set": "stage", "to": "{{wanted}}" }, { "set": "stage", "to": "B" }, { "set": "stage", "to": "nowhere" } ] }));
    document["lifecycle"] =
        json!({ "property": "stage", "stages": [{ "id": "a" }, { "id": "b", "label": "The B" }, { "id": "c" }] });
    let ruleset = ruleset(&document);
    let happened = |stage: Value, wanted: &str| {
        let contact = one(&json!({ "id": 1, "vip": true, "stage": stage, "wanted": wanted }));
        told(&State::default().advance(&ruleset, &contact, at(NOON)))[1..].to_vec()
    };
    let nowhere = "stage_kept w stage b nowhere no_such_stage";
    assert_eq!(happened(json!(null), "a"), ["stage_changed w stage null a", "stage_changed w stage a b", nowhere]);
    assert_eq!(happened(json!("A"), "the b"), ["stage_changed w stage a b", nowhere]);
    assert_eq!(happened(json!("b"), "a"), ["stage_kept w stage b a backwards", nowhere]);
    assert_eq!(
        happened(json!("a"), "c"),
        ["stage_changed w stage a c", "stage_kept w stage c b backwards", "stage_kept w stage c nowhere no_such_stage"]
    );
}

#[test]
fn a_stage_that_changes_twice_in_a_step_has_two_keys() {
    let mut document = inbound();
    document["workflows"] = json!([{ "id": "back", "enrol_on": "sqls", "enrol_present": true,
        "actions": [{ "clear": "lifecyclestage" }, { "set": "lifecyclestage", "to": "mql" }] }]);
    let contact =
        json!({ "id": 1, "lifecyclestage": "mql", "events": events("demo_request", &["2026-06-29", "2026-06-30"]) });
    let happened = State::default().advance(&ruleset(&document), &one(&contact), at(NOON));
    let keys: Vec<&str> = happened.iter().map(|happening| happening.key.as_str()).collect();
    let first = "1/stage/mql/sql/2026-06-30T12:00:00Z";
    assert_eq!(keys, [first, "1/back/1/enrolled", "1/back/1/1", "1/back/1/2", &format!("{first}/2")]);
}

#[test]
fn an_event_in_the_future_counts_when_its_time_has_come() {
    let (ruleset, mut state) = (ruleset(&inbound()), State::default());
    let contact = one(&json!({ "id": 1, "events": events("purchase", &["2026-07-01"]) }));
    assert!(state.advance(&ruleset, &contact, at("2026-06-30T23:59:59.999Z")).is_empty());
    assert_eq!(
        told(&state.advance(&ruleset, &contact, at("2026-07-01"))),
        ["stage_changed lifecyclestage null customer"]
    );
}
