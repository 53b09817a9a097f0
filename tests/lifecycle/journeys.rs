//! A contact's way through time.

use crate::rules::{DAY, NOON, at, events, inbound, one, ruleset, vip};
use leadscore::lifecycle::{State, journey, journey_on};
use serde_json::json;

#[test]
fn a_journey_shows_events_windows_stages_and_what_was_done() {
    let ruleset = ruleset(&inbound());
    let visits = events("page_view", &["2026-06-10", "2026-06-10", "2026-08-01"]);
    let all = [events("demo_request", &["2026-06-01"]), visits].concat();
    let contact = one(&json!({ "id": 512, "firstname": "Ada", "events": all }));
    let journey = journey(&ruleset, &contact, at("2026-05-31"), at("2026-07-31"));
    let shown = |step: &leadscore::lifecycle::JourneyStep| {
        let what = if step.by_time {
            "time".to_owned()
        } else {
            step.events.iter().map(|e| format!("{}x{}", e.kind, e.count)).collect()
        };
        format!(
            "{} {} {} {:?} {:?} {}",
            step.at,
            what,
            step.scores[0].1,
            step.bands[0].1,
            step.stage,
            step.happened.len()
        )
    };
    assert_eq!(
        journey.steps.iter().map(shown).collect::<Vec<_>>(),
        [
            "2026-05-31T00:00:00Z  0 None None 0",
            "2026-06-01T00:00:00Z demo_requestx1 40 Some(\"warm\") Some(\"mql\") 1",
            "2026-06-10T00:00:00Z page_viewx2 70 Some(\"hot\") Some(\"sql\") 3",
            "2026-07-01T00:00:00.001Z time 30 None Some(\"sql\") 0",
            "2026-07-31T00:00:00Z  30 None Some(\"sql\") 0",
        ]
    );
    assert!(journey.complete);
    let document = json!(journey);
    assert_eq!(document["steps"][1]["events"], json!([{ "type": "demo_request", "count": 1 }]));
    assert_eq!(document["steps"][2]["scores"], json!({ "lead": 70 }));
    assert_eq!(document["steps"][2]["bands"], json!({ "lead": "hot" }));
}

#[test]
fn what_a_workflow_sets_counts_from_then_on_in_a_journey() {
    let mut document = vip(json!({ "actions": [{ "set": "called", "to": "{{as_of}}" }] }));
    document["scores"] = json!([{ "id": "s", "groups": [{ "id": "g", "criteria": [
        { "id": "c", "when": { "property": "called", "is_less_than_x_days_ago": 7 }, "points": 5 } ] }] }]);
    let journey =
        journey(&ruleset(&document), &one(&json!({ "id": 1, "vip": true })), at("2026-06-01"), at("2026-07-01"));
    let points: Vec<_> =
        journey.steps.iter().map(|step| (step.at.as_str(), step.scores[0].1.to_string(), step.by_time)).collect();
    let step = |at, points: &str, by_time| (at, points.to_owned(), by_time);
    assert_eq!(
        points,
        [
            step("2026-06-01T00:00:00Z", "5", false),
            step("2026-06-08T00:00:00.001Z", "0", true),
            step("2026-07-01T00:00:00Z", "0", false),
        ]
    );
}

#[test]
fn a_journey_without_end_breaks_off() {
    let document = json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [
        { "id": "c", "event": "x", "points": 1_000_000, "decay": { "percent": 0.01, "every_days": 1, "shape": "compound" } } ] }] }] });
    let (ruleset, contact) = (ruleset(&document), one(&json!({ "id": 1, "events": events("x", &["1970-01-01"]) })));
    let whole = journey(&ruleset, &contact, 0, i64::MAX);
    assert_eq!((whole.steps.len(), whole.complete), (10_001, false));
    assert!(journey(&ruleset, &contact, 0, 1_000 * DAY).complete);
    let none = journey(&ruleset, &contact, 1, 0);
    assert!(none.steps.is_empty() && none.complete);
}

#[test]
fn a_contact_without_id_has_a_journey_in_which_nothing_happens() {
    let contact = one(&json!({ "vip": true, "events": events("x", &["2026-06-30"]) }));
    let (journey, state) =
        journey_on(&ruleset(&vip(json!({}))), &State::default(), &contact, at("2026-06-01"), at(NOON));
    assert_eq!((journey.id.as_str(), journey.steps.len(), state), ("row 1", 3, State::default()));
}
