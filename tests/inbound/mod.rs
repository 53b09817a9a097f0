//! Rulesets as marketing and sales have them, contacts, and what happened to them in few words: for tests of stages and workflows.

use leadscore::Ruleset;
use leadscore::contacts::reading::time;
use leadscore::contacts::{Table, contact};
use leadscore::lifecycle::Happening;
use serde_json::{Value, json};

/// Marketing and sales as most have them: MQL from 35 points, SQL from 65, sales says what it thinks.
pub fn inbound() -> Value {
    json!({
        "properties": { "sales_feedback": { "type": "text", "label": "Sales feedback" } },
        "scores": [{ "id": "lead", "groups": [{ "id": "all", "criteria": [
            { "id": "demo", "event": "demo_request", "points": 40, "within_days": 30 },
            { "id": "visit", "event": "page_view", "points": 15, "max_occurrences": 3 },
            { "id": "no", "when": { "property": "sales_feedback", "is_equal_to": "unqualified" }, "points": -100 } ] }] }],
        "bands": [{ "score": "lead", "ranges": [{ "label": "hot", "at_least": 65 }, { "label": "warm", "at_least": 35 }] }],
        "lists": [
            { "id": "sqls", "when": { "property": "lifecyclestage", "is_equal_to": "sql" } },
            { "id": "sent-back", "when": { "property": "sales_feedback", "is_equal_to": "not ready" } },
            { "id": "unqualified", "when": { "property": "sales_feedback", "is_equal_to": "unqualified" } },
            { "id": "partners", "members": ["99", "Ada@Partner.com"] },
            { "id": "customers", "when": { "property": "lifecyclestage", "is_equal_to": "customer" } } ],
        "lifecycle": {
            "stages": [
                { "id": "subscriber", "label": "Subscriber" },
                { "id": "mql", "label": "Marketing Qualified Lead", "enter_when": { "score": "lead", "at_least": 35 } },
                { "id": "sql", "label": "Sales Qualified Lead", "enter_when": { "score": "lead", "at_least": 65 } },
                { "id": "customer", "label": "Customer", "enter_when": { "event": "purchase" } } ],
            "exclude": { "list": "partners" } },
        "workflows": [
            { "id": "to-sales", "enrol_on": "sqls", "re_enrol": true, "enrol_present": true, "suppress": ["partners"], "goal": "customers",
              "actions": [
                { "clear": "sales_feedback" },
                { "notify": "sales", "message": "{{firstname|Somebody}} has {{score:lead}} points, {{band:lead}}, {{stage}}" } ] },
            { "id": "not-ready", "enrol_on": "sent-back", "re_enrol": true, "enrol_present": true,
              "actions": [{ "clear": "lifecyclestage" }, { "set": "lifecyclestage", "to": "mql" }] },
            { "id": "give-up", "enrol_on": "unqualified", "re_enrol": true, "enrol_present": true,
              "actions": [{ "clear": "lifecyclestage" }, { "set": "lifecyclestage", "to": "subscriber" }] } ]
    })
}

/// A ruleset from its document.
pub fn ruleset(value: &Value) -> Ruleset {
    value.to_string().parse().unwrap_or_else(|error| panic!("{error}\n{value}"))
}

/// A contact from its document.
pub fn one(value: &Value) -> Table {
    contact(&value.to_string(), None).unwrap()
}

/// An instant.
pub fn at(text: &str) -> i64 {
    time(text).unwrap()
}

/// Events of a type, one at each of these instants.
pub fn events(kind: &str, times: &[&str]) -> Vec<Value> {
    times.iter().map(|time| json!({ "type": kind, "time": time })).collect()
}

/// What happened in few words.
pub fn told(happened: &[Happening]) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let one = |happening: &Happening| {
        let value = serde_json::to_value(happening).unwrap();
        let keys = ["kind", "workflow", "property", "from", "to", "reason", "message"];
        keys.iter().filter_map(|key| value.get(key)).map(text).collect::<Vec<_>>().join(" ")
    };
    happened.iter().map(one).collect()
}

/// A workflow on a list of those with `vip`, which does this.
pub fn vip(workflow: Value) -> Value {
    let mut whole = json!({ "id": "w", "enrol_on": "vips", "enrol_present": true, "actions": [{ "call_back": "crm", "with": "{{id}}" }] });
    whole.as_object_mut().unwrap().extend(workflow.as_object().unwrap().clone());
    json!({
        "scores": [{ "id": "s", "groups": [] }],
        "lists": [
            { "id": "vips", "when": { "property": "vip", "is_equal_to": true } },
            { "id": "done", "when": { "property": "done", "is_known": true } },
            { "id": "opted-out", "when": { "property": "out", "is_known": true } } ],
        "workflows": [whole]
    })
}

pub const DAY: i64 = 86_400_000;
pub const NOON: &str = "2026-06-30T12:00:00Z";
