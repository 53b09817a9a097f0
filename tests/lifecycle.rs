//! Stages, lists and workflows, case by case: what happens to a contact, once, again, later, and when something is not as it should be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod inbound;

use inbound::{DAY, NOON, at, events, inbound, one, ruleset, told, vip};
use leadscore::contacts::read;
use leadscore::lifecycle::{Advanced, Advancing, Happening, State, advance};
use leadscore::ruleset::ResultFilter;
use leadscore::{ErrorKind, Scorer};
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
fn of_two_workflows_that_set_one_property_the_later_holds() {
    let mut document = vip(json!({ "actions": [{ "set": "owner", "to": "ada" }] }));
    let second = json!({ "id": "x", "enrol_on": "vips", "enrol_present": true, "actions": [{ "set": "Owner", "to": "{{owner}} and bob" }] });
    document["workflows"].as_array_mut().unwrap().push(second);
    let (ruleset, mut state) = (ruleset(&document), State::default());
    let contact = one(&json!({ "id": 1, "vip": true, "owner": "cyd" }));
    assert_eq!(
        told(&state.advance(&ruleset, &contact, at(NOON))),
        ["enrolled w", "property_set w owner cyd ada", "enrolled x", "property_set x Owner ada ada and bob"]
    );
    let known = state.contact("1").unwrap();
    assert_eq!(
        serde_json::to_value(&known.set).unwrap(),
        json!({ "owner": { "value": "ada and bob", "over": "cyd" } })
    );
    assert!(state.advance(&ruleset, &contact, at(NOON) + DAY).is_empty());
}

#[test]
fn a_contact_that_returns_is_enrolled_again_only_where_it_is_wanted() {
    for (re_enrol, last) in [(false, 0), (true, 2)] {
        let (ruleset, mut state) = (ruleset(&vip(json!({ "re_enrol": re_enrol }))), State::default());
        let mut step = |vip: bool, after: i64| {
            told(&state.advance(&ruleset, &one(&json!({ "id": 1, "vip": vip })), at(NOON) + after))
        };
        assert_eq!(step(true, 0), ["enrolled w", "called_back w 1"]);
        assert_eq!(step(false, 1), ["unenrolled w left"]);
        assert_eq!(step(true, 2).len(), last);
        assert_eq!(step(true, 3).len(), 0);
    }
}

#[test]
fn who_is_on_the_list_when_a_workflow_starts_is_enrolled_only_where_it_is_wanted() {
    let vips = |workflow: &Value, ids: &[u32], after: i64, state: &mut State| {
        let ruleset = ruleset(&vip(workflow.clone()));
        let enrolled = |id: &u32| {
            let contact = one(&json!({ "id": id, "vip": true }));
            state.advance(&ruleset, &contact, at(NOON) + after).len()
        };
        ids.iter().map(enrolled).collect::<Vec<_>>()
    };
    let (present, others) = (json!({ "enrol_present": true }), json!({ "enrol_present": false }));
    let mut state = State::default();
    // Whoever comes first: all of the first instant were there when it started.
    assert_eq!(vips(&others, &[1, 2], 0, &mut state), [0, 0]);
    assert_eq!(vips(&others, &[1, 2, 3], 1, &mut state), [0, 0, 2]);
    assert_eq!(vips(&present, &[1, 2, 3], 2, &mut state), [0, 0, 0]);
    assert_eq!(vips(&present, &[1, 2], 0, &mut State::default()), [2, 2]);
}

#[test]
fn a_workflow_that_is_disabled_sees_who_comes_and_goes_and_enrols_nobody() {
    let ruleset = |enabled: bool, present: bool| {
        ruleset(&vip(json!({ "enabled": enabled, "enrol_present": present, "re_enrol": true })))
    };
    let contact = |id: u32, vip: bool| one(&json!({ "id": id, "vip": vip }));
    let mut state = State::default();
    assert!(state.advance(&ruleset(false, false), &contact(1, true), at(NOON)).is_empty());
    assert_eq!(state.started("w"), None);
    // It starts when it is enabled: who was there before is present, who comes later is not.
    assert!(state.advance(&ruleset(true, false), &contact(1, true), at(NOON) + 1).is_empty());
    assert_eq!(state.advance(&ruleset(true, false), &contact(2, true), at(NOON) + 2).len(), 2);
    // While it is disabled again, an enrolment may end, and who comes meanwhile is not enrolled later.
    assert_eq!(told(&state.advance(&ruleset(false, false), &contact(2, false), at(NOON) + 3)), ["unenrolled w left"]);
    assert!(state.advance(&ruleset(false, false), &contact(2, true), at(NOON) + 4).is_empty());
    assert!(state.advance(&ruleset(true, false), &contact(2, true), at(NOON) + 5).is_empty());
    assert_eq!(state.started("w"), Some(at(NOON) + 1));
    // Who was there before the start is taken along where that is wanted, once.
    let mut state = State::default();
    assert!(state.advance(&ruleset(false, true), &contact(1, true), at(NOON)).is_empty());
    assert_eq!(state.advance(&ruleset(true, true), &contact(1, true), at(NOON) + 1).len(), 2);
    assert!(state.advance(&ruleset(true, true), &contact(1, true), at(NOON) + 1).is_empty());
}

#[test]
fn who_is_suppressed_is_not_enrolled_and_an_enrolment_ends_by_it() {
    let (ruleset, mut state) =
        (ruleset(&vip(json!({ "suppress": ["opted-out"], "re_enrol": true }))), State::default());
    let mut step = |contact: Value, after: i64| state.advance(&ruleset, &one(&contact), at(NOON) + after);
    assert!(step(json!({ "id": 1, "vip": true, "out": "yes" }), 0).is_empty());
    assert_eq!(told(&step(json!({ "id": 1, "vip": true }), 1)), ["enrolled w", "called_back w 1"]);
    let ended = step(json!({ "id": 1, "vip": true, "out": "yes" }), 2);
    assert_eq!(told(&ended), ["unenrolled w suppressed"]);
    assert_eq!(json!(ended[0].cause), json!({ "kind": "list", "list": "opted-out", "text": "out 'yes' is known" }));
}

#[test]
fn a_goal_that_is_reached_ends_the_enrolment_also_between_two_actions() {
    let actions = json!([{ "set": "done", "to": "{{result}}" }, { "call_back": "crm" }]);
    let (ruleset, mut state) = (ruleset(&vip(json!({ "goal": "done", "actions": actions }))), State::default());
    let contact = one(&json!({ "id": 1, "vip": true, "result": "bought" }));
    let happened = state.advance(&ruleset, &contact, at(NOON));
    assert_eq!(told(&happened), ["enrolled w", "property_set w done null bought", "unenrolled w goal"]);
    assert_eq!(happened[2].key, "1/w/1/ended");
    assert!(state.advance(&ruleset, &contact, at(NOON) + 1).is_empty());
    // Where the value is blank the goal is not reached, and the rest is done.
    let other = one(&json!({ "id": 2, "vip": true, "result": " " }));
    assert_eq!(told(&state.advance(&ruleset, &other, at(NOON) + 1)), ["enrolled w", "called_back w "]);
    let bought = one(&json!({ "id": 2, "vip": true, "done": "later" }));
    assert_eq!(told(&state.advance(&ruleset, &bought, at(NOON) + 2)), ["unenrolled w goal"]);
}

#[test]
fn workflows_that_undo_each_other_come_to_an_end() {
    let workflow = |id: &str, list: &str, to: &str| json!({ "id": id, "enrol_on": list, "enrol_present": true, "re_enrol": true, "actions": [{ "set": "side", "to": to }] });
    let on = |id: &str, side: &str| json!({ "id": id, "when": { "property": "side", "is_equal_to": side } });
    for order in [[0, 1], [1, 0]] {
        let all = [workflow("ping", "left", "right"), workflow("pong", "right", "left")];
        let document = json!({ "scores": [{ "id": "s", "groups": [] }], "lists": [on("left", "left"), on("right", "right")],
            "workflows": order.map(|place| all[place].clone()) });
        let (ruleset, mut state) = (ruleset(&document), State::default());
        let contact = one(&json!({ "id": 1, "side": "left" }));
        let happened = told(&state.advance(&ruleset, &contact, at(NOON)));
        assert_eq!(
            happened,
            [
                "enrolled ping",
                "property_set ping side left right",
                "enrolled pong",
                "property_set pong side right left",
                "unenrolled pong left"
            ]
            .map(str::to_owned)
            .into_iter()
            .collect::<Vec<_>>(),
            "{order:?}"
        );
        assert!(state.advance(&ruleset, &contact, at(NOON) + 1).is_empty());
    }
}

#[test]
fn a_workflow_enrols_a_contact_once_in_a_step_even_if_it_returns_in_it() {
    let workflow = |id: &str, set: &str, to: &str| json!({ "id": id, "enrol_on": id, "enrol_present": true, "re_enrol": true, "actions": [{ "set": set, "to": to }] });
    let side = |side: &str| json!({ "property": "side", "is_equal_to": side });
    let flagged = json!({ "property": "flag", "is_known": true });
    // The flag lets the second one undo what the first one did when that has seen the contact leave.
    let document = json!({ "scores": [{ "id": "s", "groups": [] }],
        "lists": [
            { "id": "ping", "when": side("left") },
            { "id": "pong", "when": { "all": [side("right"), flagged] } },
            { "id": "flags", "when": side("right") } ],
        "workflows": [workflow("ping", "side", "right"), workflow("pong", "side", "left"), workflow("flags", "flag", "x")] });
    let (ruleset, mut state) = (ruleset(&document), State::default());
    let contact = one(&json!({ "id": 1, "side": "left" }));
    let happened = told(&state.advance(&ruleset, &contact, at(NOON)));
    let enrolled: Vec<&String> = happened.iter().filter(|told| told.starts_with("enrolled")).collect();
    assert_eq!(enrolled, ["enrolled ping", "enrolled flags", "enrolled pong"]);
    assert!(state.advance(&ruleset, &contact, at(NOON) + 1).is_empty());
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
fn what_is_not_known_of_a_contact_has_its_own_words_in_a_message() {
    let message = "{{ id }} {{nobody}}{{nobody | ? }} {{stage|-}} {{as_of}} {{{{id}} {{score:s}}";
    let document = vip(
        json!({ "actions": [{ "notify": "x", "message": message }, { "set": "n", "to": 5 }, { "set": "b", "to": true }] }),
    );
    let (ruleset, contact) = (ruleset(&document), one(&json!({ "id": 7, "vip": true, "b": "true" })));
    assert_eq!(
        told(&State::default().advance(&ruleset, &contact, at(NOON))),
        ["enrolled w", "notified w 7 ? - 2026-06-30T12:00:00Z {{id}} 0", "property_set w n null 5"]
    );
}

#[test]
fn a_message_is_bounded_however_long_a_property_is() {
    let document = vip(json!({ "actions": [{ "call_back": "x", "with": "{{note}}".repeat(1_000) }] }));
    let contact = one(&json!({ "id": 7, "vip": true, "note": "é".repeat(10_000) }));
    let happened = State::default().advance(&ruleset(&document), &contact, at(NOON));
    let message = json!(happened[1])["message"].as_str().unwrap().to_owned();
    assert_eq!(message, "é".repeat(100_000));
}

#[test]
fn causes_say_what_decided() {
    let mut document = inbound();
    document["lists"] = json!([
        { "id": "partners", "members": ["99"] },
        { "id": "hot", "when": { "band": "lead", "is_any_of": "hot" } },
        { "id": "wanted", "when": { "all": [
            { "any": [{ "list": "partners" }, { "list": "hot" }] },
            { "not": { "score": "lead", "at_least": 90, "below": 95 } },
            { "property": "country", "is_any_of": ["UK", "IE"] } ] } } ]);
    document["workflows"] = json!([{ "id": "w", "enrol_on": "wanted", "enrol_present": true, "goal": "partners", "actions": [{ "call_back": "x" }] }]);
    let (ruleset, mut state) = (ruleset(&document), State::default());
    let contact = |country: &str| {
        one(&json!({ "id": 1, "country": country, "events": events("demo_request", &["2026-06-29", "2026-06-30"]) }))
    };
    let causes =
        |happened: Vec<Happening>| happened.into_iter().map(|happening| json!(happening.cause)).collect::<Vec<_>>();
    let text = "on the list 'hot' and lead is 80, not at least 90 and below 95 and country 'IE' is any of 'IE'";
    let joined = causes(state.advance(&ruleset, &contact("IE"), at(NOON)));
    assert_eq!(joined[0], json!({ "kind": "enter_when", "stage": "sql", "text": "lead is 80, at least 65" }));
    assert_eq!(joined[1]["text"], text);
    let left = causes(state.advance(&ruleset, &contact("FR"), at(NOON) + 1));
    assert_eq!(left, [json!({ "kind": "list", "list": "wanted", "text": "country 'FR' is none of 'UK' or 'IE'" })]);
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
fn a_state_of_many_contacts_is_read_and_written_in_reasonable_time() {
    let contact = |id: u32| {
        format!(
            r#""{id}":{{"changed":"2026-06-30T12:00:00Z","set":{{"lifecyclestage":{{"over":null,"value":"sql"}}}},"workflows":{{"to-sales":{{"active":true,"enrolments":1,"on":true}}}}}}"#
        )
    };
    let mut ids: Vec<u32> = (0..100_000).collect();
    ids.sort_by_key(u32::to_string);
    let contacts: Vec<String> = ids.into_iter().map(contact).collect();
    let text = format!(r#"{{"contacts":{{{}}},"leadscore_state":1,"workflows":{{}}}}"#, contacts.join(","));
    let begun = std::time::Instant::now();
    let state: State = text.parse().unwrap();
    assert!(state.to_string() == text, "the same comes out");
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn rows_without_an_id_of_their_own_take_no_part() {
    let scorer = Scorer::new(&ruleset(&vip(json!({}))));
    // A table that a program built: readers leave such rows out already.
    let mut builder = leadscore::contacts::TableBuilder::default();
    let column = builder.add_column("vip");
    for id in ["1", "2", "", "2", "3"] {
        let row = builder.begin_row();
        builder.set_text(row, column, "true").unwrap();
        builder.set_id(row, id).unwrap();
    }
    let mut state = State::default();
    let mut progress = Vec::new();
    let Advanced { happenings, left_out, .. } =
        state.advance_all(&scorer, &builder.finish(), at(NOON), &mut |done, of| progress.push((done, of)));
    assert_eq!(told(&happenings), ["enrolled w", "called_back w 1", "enrolled w", "called_back w 3"]);
    assert_eq!(json!(left_out), json!({ "without_id": 1, "repeated": 2, "repeated_ids": ["2"] }));
    assert_eq!(progress, [(0, 2), (2, 2)]);
    let nobody = state.advance(scorer.ruleset(), &one(&json!({ "vip": true })), at(NOON));
    assert!(nobody.is_empty());
}

#[test]
fn the_second_run_over_a_file_does_nothing() {
    let csv = b"Record ID,Lifecycle Stage,sales_feedback,email\n1,,,\n2,sql,not ready,\n3,sql,,ada@partner.com\n4,evangelist,unqualified,\n";
    let table = read(csv, None, &Default::default()).unwrap().table;
    let scorer = Scorer::new(&ruleset(&inbound()));
    let mut state = State::default();
    let first = state.advance_all(&scorer, &table, at(NOON), &mut |_, _| ());
    let kinds: Vec<String> = first.happenings.iter().map(|happening| happening.key.clone()).collect();
    assert_eq!(
        kinds,
        [
            "2/to-sales/1/enrolled",
            "2/to-sales/1/1",
            "2/to-sales/1/2",
            "4/give-up/1/enrolled",
            "4/give-up/1/1",
            "4/give-up/1/2"
        ]
    );
    let text = state.to_string();
    for later in [0, DAY] {
        assert!(state.advance_all(&scorer, &table, at(NOON) + later, &mut |_, _| ()).happenings.is_empty());
        assert_eq!(state.to_string(), text);
    }
}

#[test]
fn after_a_run_a_filter_finds_who_is_where_the_run_has_brought_them() {
    let csv = "id,lifecyclestage,email,plan\n1,,ada@partner.com,\n2,subscriber,,\n3,sql,,pro\n4,,,\n4,sql,,\n,sql,,\n5,mql,,\n";
    let events = "contact_id,type,time\n2,demo_request,2026-06-20\n1,demo_request,2026-06-20\n";
    let mut loader = leadscore::contacts::Loader::new(Default::default());
    loader.push_contacts(csv.as_bytes()).unwrap();
    loader.push_events(events.as_bytes()).unwrap();
    let table = loader.finish().unwrap().table;
    let mut rules = inbound();
    rules["workflows"] =
        json!([{ "id": "w", "enrol_on": "sqls", "enrol_present": true, "actions": [{ "clear": "plan" }] }]);
    let (ruleset, scorer) = (ruleset(&rules), Scorer::new(&ruleset(&rules)));
    // 5 is remembered from a later instant, and was changed elsewhere since.
    let later = r#"{ "leadscore_state": 1, "contacts": { "5": { "changed": "2027-01-01", "set": {
        "lifecyclestage": { "value": "sql", "over": "subscriber" } } } } }"#;
    let mut advancing = Advancing::new(later.parse().unwrap(), &scorer, &table, at(NOON));
    while advancing.go_on(&scorer, &table) {}
    let meeting = |filter: Value| {
        let filter = ResultFilter::parse(&filter.to_string(), &ruleset).unwrap();
        advancing.meeting(&scorer, &table, Some(&filter))
    };
    // The partner enters no stage. Rows without an id of their own take no part.
    assert_eq!(meeting(json!({ "stage": "mql" })), [1, 6]);
    assert_eq!(meeting(json!({ "stage": null })), [0]);
    assert_eq!(meeting(json!({ "list": "sqls" })), [2]);
    assert_eq!(meeting(json!({ "list": "partners" })), [0]);
    assert_eq!(meeting(json!({ "not": { "property": "plan", "is_known": true } })), [0, 1, 2, 6]);
    assert_eq!(meeting(json!({ "score": "lead", "at_least": 35 })), [0, 1]);
    assert_eq!(advancing.meeting(&scorer, &table, None), [0, 1, 2, 6]);
    let lists = &advancing.advanced().summary.lists;
    for (list, id) in lists.iter().zip(["sqls", "sent-back", "unqualified", "partners", "customers"]) {
        assert_eq!(meeting(json!({ "list": id })).len(), list.count.after, "{id}");
    }
}

#[test]
fn a_chain_of_a_thousand_lists_is_decided_without_deep_recursion() {
    let list = |place: usize| match place {
        0 => json!({ "id": "l0", "when": { "property": "vip", "is_known": true } }),
        _ => {
            let before = json!({ "list": format!("l{}", place - 1) });
            json!({ "id": format!("l{place}"), "when": { "any": [{ "all": [before, before] }, { "not": { "not": before } }] } })
        }
    };
    let lists: Vec<Value> = (0..1_000).map(list).collect();
    let document = json!({ "scores": [{ "id": "s", "groups": [] }], "lists": lists,
        "workflows": [{ "id": "w", "enrol_on": "l999", "enrol_present": true, "actions": [{ "call_back": "x" }] }] });
    let (ruleset, contact) = (ruleset(&document), one(&json!({ "id": 1, "vip": true })));
    assert_eq!(advance(&ruleset, &State::default(), &contact, at(NOON)).1.len(), 2);
    let mut state = State::default();
    assert_eq!(state.advance_all(&Scorer::new(&ruleset), &contact, at(NOON), &mut |_, _| ()).happenings.len(), 2);
}

#[test]
fn among_many_what_was_set_holds_where_the_host_has_not_applied_it() {
    let mut rules = inbound();
    rules["lists"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "cooled", "when": { "all": [{ "list": "sqls" }, { "score": "lead", "below": 65 }] } }));
    // No other workflow tells that the contact is not as the export has it.
    rules["workflows"] =
        json!([{ "id": "cool", "enrol_on": "cooled", "actions": [{ "notify": "marketing", "message": "{{stage}}" }] }]);
    let scorer = Scorer::new(&ruleset(&rules));
    let mut csv = "id,lifecyclestage,email\n".to_owned();
    (1..=50).for_each(|id| csv += &format!("{id},Subscriber,{id}@example.com\n"));
    let events = "contact_id,type,time\n7,demo_request,2026-06-20\n7,page_view,2026-06-20\n7,page_view,2026-06-21\n";
    let mut loader = leadscore::contacts::Loader::new(Default::default());
    loader.push_contacts(csv.as_bytes()).unwrap();
    loader.push_events(events.as_bytes()).unwrap();
    let table = loader.finish().unwrap().table;
    let mut state = State::default();
    let mut step = |instant: i64| told(&state.advance_all(&scorer, &table, instant, &mut |_, _| ()).happenings);
    assert_eq!(step(at(NOON)).first().unwrap(), "stage_changed lifecyclestage subscriber sql");
    assert!(step(at(NOON) + DAY).is_empty());
    // The demo request is over; the export has still the stage of before.
    assert_eq!(step(at(NOON) + 30 * DAY), ["enrolled cool", "notified cool Sales Qualified Lead"]);
    assert!(step(at(NOON) + 31 * DAY).is_empty());
}
