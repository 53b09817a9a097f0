//! Who is enrolled, when an enrolment ends, and what workflows do to each other.

use crate::rules::{DAY, NOON, at, one, ruleset, told, vip};
use leadscore::lifecycle::State;
use serde_json::{Value, json};

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
fn at_the_goal_and_suppressed_at_once_an_enrolment_ends_by_the_goal() {
    let rules = ruleset(&vip(json!({ "goal": "done", "suppress": ["opted-out"] })));
    let mut state = State::default();
    assert_eq!(state.advance(&rules, &one(&json!({ "id": 1, "vip": true })), at(NOON)).len(), 2);
    let both = one(&json!({ "id": 1, "vip": true, "done": 1, "out": 1 }));
    assert_eq!(told(&state.advance(&rules, &both, at(NOON))), ["unenrolled w goal"]);
}

/// A list that names contacts names them by their id, or by an email address: an email property that is none is no name.
#[test]
fn a_list_names_nobody_by_what_is_no_email_address() {
    let mut rules = vip(json!({ "enrol_on": "named" }));
    rules["lists"].as_array_mut().unwrap().push(json!({ "id": "named", "members": ["7", "Ada@Example.com"] }));
    let rules = ruleset(&rules);
    let enrolled = |contact: Value| !State::default().advance(&rules, &one(&contact), at(NOON)).is_empty();
    assert!(enrolled(json!({ "id": 7 })) && enrolled(json!({ "id": 8, "email": " ada@example.COM" })));
    assert!(!enrolled(json!({ "id": 8, "email": "7" })));
}

/// What a workflow sets is seen by what reads the column in which it then stands, by whatever name it does.
#[test]
fn what_is_set_is_seen_by_all_that_read_it() {
    let follow = |place: usize, property: &str| json!({ "id": format!("w{place}"), "enrol_on": format!("l{place}"), "enrol_present": true, "actions": [{ "set": property, "to": "ada@example.com" }] });
    let rules = ruleset(&json!({
        "properties": { "owner": { "type": "text", "aliases": ["team"] }, "team": { "type": "text" } },
        "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [
            { "id": "titled", "when": { "property": "Job Title", "is_known": true }, "points": 5 } ] }] }],
        "lists": [
            { "id": "l0", "when": { "all": [] } },
            { "id": "l1", "when": { "property": "owner", "is_known": true } },
            { "id": "l2", "when": { "score": "s", "at_least": 5 } },
            { "id": "l3", "members": ["ada@example.com"] } ],
        // The last one first: only a later round sees what the others did.
        "workflows": [follow(3, "nobody_reads_this"), follow(2, "Email"), follow(1, "jobtitle"), follow(0, "team")],
    }));
    let happened = State::default().advance(&rules, &one(&json!({ "id": 1 })), at(NOON));
    let set: Vec<String> = told(&happened).into_iter().filter(|told| told.starts_with("property_set")).collect();
    let value = |workflow: &str, property: &str| format!("property_set {workflow} {property} null ada@example.com");
    assert_eq!(
        set,
        [value("w0", "team"), value("w1", "jobtitle"), value("w2", "Email"), value("w3", "nobody_reads_this")]
    );
}
