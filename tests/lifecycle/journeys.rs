//! A contact's way through time: its steps, where it ends, and where it begins without a stage.

use crate::rules::{DAY, NOON, at, events, inbound, one, ruleset, told, vip};
use leadscore::lifecycle::{FromStage, Journey, State, journey, journey_on};
use serde_json::{Value, json};

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
    let (staged, contact) = (crate::rules::ruleset(&inbound()), one(&json!({ "id": 1, "lifecyclestage": "sql" })));
    let (none, state) = journey_on(&staged, &State::default(), &contact, 1, 0, FromStage::None);
    assert!(none.steps.is_empty() && none.complete && state == State::default());
}

#[test]
fn a_contact_without_id_has_a_journey_in_which_nothing_happens() {
    // Another one is called by the row.
    let others = r#"{ "leadscore_state": 1, "contacts": { "row 1": { "changed": "2026-01-01", "set": {
        "lifecyclestage": { "value": "a", "over": "b" } } } } }"#;
    let others: State = others.parse().unwrap();
    let contact = one(&json!({ "vip": true, "lifecyclestage": "b", "events": events("x", &["2026-06-30"]) }));
    let mut document = vip(json!({}));
    document["lifecycle"] = json!({ "stages": [{ "id": "a", "enter_when": { "event": "x" } }, { "id": "b" }] });
    for (state, from_stage, stage) in [(others.clone(), FromStage::Current, Some("b")), (others, FromStage::None, None)]
    {
        let (journey, after) =
            journey_on(&ruleset(&document), &state, &contact, at("2026-06-01"), at(NOON), from_stage);
        assert_eq!((journey.id.as_str(), journey.steps.len(), after), ("row 1", 3, state));
        assert!(journey.steps.iter().all(|step| step.stage.as_deref() == stage && step.happened.is_empty()));
    }
}

/// A customer by what the host keeps, whose demo request and visits are on the way; and the rules by which customers are left alone.
fn customer() -> (Value, Value) {
    let mut rules = inbound();
    rules["lifecycle"]["exclude"] = json!({ "list": "customers" });
    let visits = events("page_view", &["2026-06-10", "2026-06-11"]);
    let all = [events("demo_request", &["2026-06-05"]), visits].concat();
    (rules, json!({ "id": 512, "firstname": "Ada", "Lifecycle Stage": "Customer", "events": all }))
}

/// What happens on a way, in few words.
fn told_on_the_way(journey: &Journey) -> Vec<String> {
    journey.steps.iter().flat_map(|step| told(&step.happened)).collect()
}

#[test]
fn a_journey_may_begin_without_the_stage_of_today() {
    let (rules, contact) = customer();
    let (ruleset, contact) = (ruleset(&rules), one(&contact));
    let go = |state: &State, from, to, stage| journey_on(&ruleset, state, &contact, at(from), at(to), stage);
    let nothing = State::default();
    let (as_now, _) = go(&nothing, "2026-06-01", NOON, FromStage::Current);
    assert!(told_on_the_way(&as_now).is_empty());
    let (journey, state) = go(&nothing, "2026-06-01", NOON, FromStage::None);
    assert_eq!(
        told_on_the_way(&journey),
        [
            "stage_changed lifecyclestage null mql",
            "stage_changed lifecyclestage mql sql",
            "enrolled to-sales",
            "notified to-sales Ada has 70 points, hot, Sales Qualified Lead",
        ]
    );
    let stages: Vec<_> = journey.steps.iter().map(|step| step.stage.as_deref()).collect();
    assert_eq!(stages, [None, Some("mql"), Some("mql"), Some("sql"), Some("sql")]);
    // It goes on from its end, which is the same in two parts.
    let (first, middle) = go(&nothing, "2026-06-01", "2026-06-10T12:00", FromStage::None);
    let (second, end) = go(&middle, "2026-06-10T12:00", NOON, FromStage::Current);
    assert_eq!([told_on_the_way(&first), told_on_the_way(&second)].concat(), told_on_the_way(&journey));
    assert_eq!(end, state);
}

#[test]
fn a_journey_without_a_stage_is_that_of_a_contact_who_has_none() {
    let (rules, mut known) = customer();
    let ruleset = ruleset(&rules);
    // Before 1970 as well as after it.
    known["events"].as_array_mut().unwrap().extend(events("demo_request", &["1965-06-01"]));
    let go = |contact: &Value, stage| {
        journey_on(&ruleset, &State::default(), &one(contact), at("1960-01-01"), at(NOON), stage).0
    };
    let without = |mut contact: Value| {
        contact.as_object_mut().unwrap().remove("Lifecycle Stage");
        contact
    };
    for stage in ["Customer", "sql", "evangelist", ""] {
        known["Lifecycle Stage"] = json!(stage);
        let journey = go(&known, FromStage::None);
        assert!(!told_on_the_way(&journey).is_empty());
        assert_eq!(journey, go(&without(known.clone()), FromStage::Current), "{stage}");
    }
}

#[test]
fn a_journey_without_a_stage_leaves_out_the_one_that_is_remembered_too() {
    let (rules, contact) = customer();
    let mut own = contact.clone();
    own.as_object_mut().unwrap().remove("Lifecycle Stage");
    let state = r#"{ "leadscore_state": 1, "contacts": { "512": { "changed": "2026-05-01T00:00:00Z", "set": {
        "lifecyclestage": { "value": "customer", "over": null } } } } }"#;
    let state: State = state.parse().unwrap();
    let go = |stage| journey_on(&ruleset(&rules), &state, &one(&own), at("2026-06-01"), at("2026-06-02"), stage);
    let (journey, after) = go(FromStage::Current);
    assert_eq!((journey.steps[0].stage.as_deref(), after.contact("512")), (Some("customer"), state.contact("512")));
    let (journey, after) = go(FromStage::None);
    assert_eq!((journey.steps[0].stage.as_deref(), after.contact("512")), (None, None));
    // Whoever is remembered from a later instant is left alone until then.
    let mut early = own.clone();
    early["events"] = json!(events("demo_request", &["2026-04-02"]));
    let (first, last) = (at("2026-04-01"), at("2026-04-03"));
    let (journey, after) = journey_on(&ruleset(&rules), &state, &one(&early), first, last, FromStage::None);
    assert_eq!(journey.steps.iter().map(|step| step.stage.as_deref()).collect::<Vec<_>>(), [None; 3]);
    assert_eq!(after.contact("512"), None);
    // Of a ruleset without a lifecycle nothing is different.
    let mut bare = rules.clone();
    bare.as_object_mut().unwrap().remove("lifecycle");
    let bare = ruleset(&bare);
    let ways = [FromStage::Current, FromStage::None].map(|stage| journey_on(&bare, &state, &one(&own), 0, DAY, stage));
    assert_eq!(ways[0], ways[1]);
}
