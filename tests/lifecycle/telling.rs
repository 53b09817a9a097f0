//! What is said of what happened: messages, and why.

use crate::rules::{NOON, at, events, inbound, one, ruleset, told, vip};
use leadscore::lifecycle::{Happening, State};
use serde_json::json;

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
