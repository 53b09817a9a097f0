//! Lists, a lifecycle and workflows for a generated ruleset, over the vocabulary of the contacts: so that contacts come on lists and leave
//! them, by time, by what others do, and by what workflows set.

use super::filters::filter_with_scores;
use super::rulesets;
use crate::oracle::{Contact, Properties, list};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A ruleset with lists, a lifecycle and workflows.
pub fn ruleset() -> BoxedStrategy<Value> {
    rulesets::ruleset()
        .prop_flat_map(|ruleset| {
            let scores: Vec<String> = (0..list(&ruleset, "scores").len()).map(|place| format!("s{place}")).collect();
            let sets: Vec<String> = list(&ruleset, "bands")
                .iter()
                .map(|set| set.get("id").or(set.get("score")).and_then(Value::as_str).expect("a name").to_owned())
                .collect();
            (Just(ruleset), lists(scores.clone()), lifecycle(scores.clone()), vec(workflow(scores, sets), 0..4))
        })
        .prop_map(|(mut ruleset, lists, lifecycle, mut workflows)| {
            for (place, workflow) in workflows.iter_mut().enumerate() {
                workflow["id"] = json!(format!("w{place}"));
            }
            ruleset["lists"] = lists.into();
            ruleset["workflows"] = workflows.into();
            if let Some(lifecycle) = lifecycle {
                ruleset["lifecycle"] = lifecycle;
            }
            ruleset
        })
        .boxed()
}

/// Contacts, some of whom have a stage.
pub fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    let stage = option::of(select(vec!["one", "TWO", "Third stage", "three", "elsewhere", " "]));
    (super::contacts(), vec(stage, 7)).prop_map(|(mut contacts, stages)| {
        for (contact, stage) in contacts.iter_mut().zip(stages) {
            let Properties(properties) = &mut contact.properties;
            properties.extend(stage.map(|stage| ("Lifecycle Stage".to_owned(), json!(stage))));
        }
        contacts
    })
}

/// How many lists there are.
const LISTS: usize = 5;

/// Each may test those before it.
fn lists(scores: Vec<String>) -> BoxedStrategy<Vec<Value>> {
    let one = move |place: usize| {
        let filter =
            list_filter(scores.clone(), place).prop_map(move |when| json!({ "id": format!("l{place}"), "when": when }));
        let members = vec(select(vec!["c0", "c1 ", "c2", "nobody"]), 1..4);
        let named = members.prop_map(move |members| json!({ "id": format!("l{place}"), "members": members }));
        prop_oneof![6 => filter, 1 => named].boxed()
    };
    (0..LISTS).map(one).collect::<Vec<_>>().boxed()
}

/// A filter that may test the lists before one, and the stage.
fn list_filter(scores: Vec<String>, lists: usize) -> BoxedStrategy<Value> {
    let stage = select(vec!["one", "two", "three"])
        .prop_map(|stage| json!({ "property": "lifecyclestage", "is_equal_to": stage }));
    let other = (0..lists.max(1)).prop_map(move |list| match lists {
        0 => json!({ "property": "size", "is_known": true }),
        _ => json!({ "list": format!("l{list}") }),
    });
    let set = select(vec![
        json!({ "property": "new", "is_known": true }),
        json!({ "property": "new", "is_unknown": true }),
        json!({ "property": "size", "is_equal_to": 5 }),
        json!({ "property": "jobtitle", "contains": "vp" }),
    ]);
    let part = prop_oneof![3 => filter_with_scores(scores), 2 => stage, 2 => other, 3 => set].boxed();
    (vec(part, 1..3), 0..3)
        .prop_map(|(mut parts, kind)| match kind {
            0 => json!({ "all": parts }),
            1 => json!({ "any": parts }),
            _ => json!({ "not": parts.remove(0) }),
        })
        .boxed()
}

fn lifecycle(scores: Vec<String>) -> BoxedStrategy<Option<Value>> {
    let when = || option::weighted(0.7, list_filter(scores.clone(), LISTS));
    let stages = (when(), when(), when()).prop_map(|(one, two, three)| {
        let names = [("one", None), ("Two", None), ("three", Some("Third Stage"))];
        let stage = |((id, label), when): ((&str, Option<&str>), Option<Value>)| {
            let mut stage = Map::from_iter([("id".to_owned(), json!(id))]);
            stage.extend(label.map(|label| ("label".to_owned(), json!(label))));
            stage.extend(when.map(|when| ("enter_when".to_owned(), when)));
            Value::Object(stage)
        };
        names.into_iter().zip([one, two, three]).map(stage).collect::<Vec<_>>()
    });
    let exclude = option::weighted(0.3, list_filter(scores.clone(), LISTS));
    option::weighted(0.9, (stages, exclude))
        .prop_map(|lifecycle| {
            lifecycle.map(|(stages, exclude)| {
                let mut lifecycle = json!({ "stages": stages });
                if let Some(exclude) = exclude {
                    lifecycle["exclude"] = exclude;
                }
                lifecycle
            })
        })
        .boxed()
}

fn workflow(scores: Vec<String>, sets: Vec<String>) -> BoxedStrategy<Value> {
    let on = || (0..LISTS).prop_map(|list| format!("l{list}"));
    let flags = (option::weighted(0.2, Just(false)), any::<bool>(), any::<bool>());
    let parts =
        (on(), flags, option::weighted(0.5, on()), option::weighted(0.5, on()), vec(action(scores, sets), 1..4));
    parts
        .prop_map(|(enrol_on, (enabled, enrol_present, re_enrol), suppress, goal, actions)| {
            let mut workflow = json!({ "enrol_on": enrol_on, "enrol_present": enrol_present, "re_enrol": re_enrol, "actions": actions });
            let others = [("enabled", enabled.map(Value::from)), ("suppress", suppress.map(|list| json!([list]))), ("goal", goal.map(Value::from))];
            for (key, value) in others {
                if let Some(value) = value {
                    workflow[key] = value;
                }
            }
            workflow
        })
        .boxed()
}

fn action(scores: Vec<String>, sets: Vec<String>) -> BoxedStrategy<Value> {
    let properties =
        || select(vec!["jobtitle", "Job Title", "size", "tags", "agreed", "new", "lifecyclestage", "Lifecycle Stage"]);
    let mut values =
        ["vp", "5", "a;b", "{{jobtitle|VP}}", "{{stage}}", "{{id}}", "one", "two", "Third stage", "nowhere"]
            .map(|text| json!(text))
            .to_vec();
    values.extend([json!(10), json!(true)]);
    let mut asked: Vec<String> = scores.iter().map(|score| format!("score:{score}")).collect();
    asked.extend(sets.iter().map(|set| format!("band:{set}|none")));
    asked.extend(["id", "as_of", "stage|no stage", "size", "tags| -"].map(str::to_owned));
    prop_oneof![
        2 => (properties(), select(values)).prop_map(|(property, value)| json!({ "set": property, "to": value })),
        1 => properties().prop_map(|property| json!({ "clear": property })),
        1 => select(asked).prop_map(|asked| json!({ "notify": "sales", "message": format!("{{{{{asked}}}}}") })),
        1 => Just(json!({ "call_back": "crm" })),
    ]
    .boxed()
}
