//! The shortest ways to the next band: by example, and taken in the plain interpreter of rulesets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use generate::Scenario;
use oracle::{Case, Contact, Event, hundredths, id, instant, list, number, text};
use proptest::prelude::*;
use serde_json::{Value, json};

const AS_OF: &str = "2024-06-30T12:00:00Z";

/// The ways of a contact by a score `s` of these groups, with bands at 10, 50 and 90 points.
fn ways(groups: Value, contact: Value) -> Vec<Value> {
    let ranges =
        json!([{ "label": "C", "at_least": 10 }, { "label": "B", "at_least": 50 }, { "label": "A", "at_least": 90 }]);
    ways_of(
        json!({ "scores": [{ "id": "s", "groups": groups }], "bands": [{ "score": "s", "ranges": ranges }] }),
        contact,
    )
}

fn ways_of(ruleset: Value, contact: Value) -> Vec<Value> {
    let contact = leadscore::contacts::contact(&contact.to_string(), None).unwrap();
    let ways = native::scorer(&ruleset).ways(&contact, 0, instant(AS_OF).unwrap()).unwrap();
    ways.iter().map(|next| json!(next)).collect()
}

/// Each way as `points: criterion+criterion`, occurrences and values with their criterion.
fn told(next: &Value) -> Vec<String> {
    let step = |step: &Value| {
        let more = step.get("occurrences").map(|more| format!("×{more}"));
        let value = step.get("value").map(|value| format!("={}", value.as_str().unwrap()));
        let lost = if step["change"] == "no_longer_meet" { "!" } else { "" };
        format!("{lost}{}{}", text(step, "criterion"), more.or(value).unwrap_or_default())
    };
    let way = |way: &Value| {
        let steps: Vec<String> = list(way, "steps").iter().map(step).collect();
        format!("{}: {}", way["points"], steps.join(" + "))
    };
    list(next, "ways").iter().map(way).collect()
}

fn condition(id: &str, property: &str, points: i64) -> Value {
    json!({ "id": id, "when": { "property": property, "is_known": true }, "points": points })
}

#[test]
fn a_way_names_what_changes_and_what_that_adds() {
    let group = json!({ "id": "g", "criteria": [
        condition("known", "email", 5), condition("phone", "phone", 5), condition("gone", "gone", -40),
        { "id": "plan", "property": "plan", "values": { "pro": 45, "free": 1, "team": 50 } },
        { "id": "visits", "event": "visit", "points": 3 },
        { "id": "muted", "enabled": false, "when": { "property": "x", "is_known": true }, "points": 50 } ] });
    let next = &ways(json!([group]), json!({ "id": "1", "email": "a@b.c", "gone": "yes", "plan": "FREE" }))[0];
    assert_eq!(
        (&next["score"], &next["band"], &next["next"], &next["next_at"], &next["points"], &next["points_short"]),
        (&json!("s"), &Value::Null, &json!("C"), &json!(10), &json!(-34), &json!(44))
    );
    assert_eq!(told(next), ["10: plan=pro", "11: visits×15", "11: !gone + phone", "12: !gone + visits×2"]);
    assert_eq!(
        next["ways"][0]["steps"],
        json!([{ "score": "s", "group": "g", "criterion": "plan", "change": "value", "points": 44, "value": "pro" }])
    );
    assert_eq!(
        next["ways"][2]["steps"],
        json!([{ "score": "s", "group": "g", "criterion": "gone", "change": "no_longer_meet", "points": 40 },
               { "score": "s", "group": "g", "criterion": "phone", "change": "meet", "points": 5 }])
    );
}

#[test]
fn limits_of_criteria_groups_and_scores_hold_ways_back() {
    let capped =
        json!({ "id": "g", "limit": { "max": 9 }, "criteria": [condition("a", "a", 30), condition("b", "b", 30)] });
    let other = json!({ "id": "h", "criteria": [condition("c", "c", 1), condition("d", "d", 100)] });
    let contact = json!({ "id": "1" });
    assert_eq!(told(&ways(json!([capped]), contact.clone())[0]), [""; 0]);
    let next = &ways(json!([capped, other]), contact.clone())[0];
    assert_eq!(told(next), ["100: d", "10: a + c", "10: b + c"], "a and b together are capped, and d is enough alone");
    let mut own = condition("a", "a", 30);
    own["limit"] = json!({ "max": 12 });
    assert_eq!(told(&ways(json!([{ "id": "g", "criteria": [own] }]), contact)[0]), ["12: a"]);
    let floored = json!({ "id": "g", "limit": { "min": 0 }, "criteria": [condition("bad", "id", -20), condition("good", "x", 30)] });
    assert_eq!(told(&ways(json!([floored]), json!({ "id": "1" }))[0]), ["10: good"], "from below the floor");
}

#[test]
fn nobody_is_told_to_write_a_value_that_counts_as_unknown() {
    let ruleset = json!({
        "properties": { "plan": { "unknown_values": ["None"] } },
        "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [
            condition("known", "email", 10),
            { "id": "plan", "property": "plan", "values": { "none": -3, "free": -4 } },
        ] }] }],
        "bands": [{ "score": "s", "ranges": [{ "label": "A", "at_least": 10 }] }]
    });
    let contact = json!({ "id": "1", "email": "a@b.c", "plan": ["free"] });
    assert_eq!(told(&ways_of(ruleset, contact)[0]), ["10: !plan"]);
}

#[test]
fn further_occurrences_are_as_few_as_do_it_and_count_as_rules_count_them() {
    let of = |mut criterion: Value, events: Value| {
        criterion["id"] = json!("e");
        criterion["event"] = json!("e");
        told(&ways(json!([{ "id": "g", "criteria": [criterion] }]), json!({ "id": "1", "events": events }))[0])
    };
    let yesterday = json!({ "type": "e", "time": "2024-06-29T12:00:00Z", "properties": { "m": "1" } });
    let today = json!({ "type": "e", "time": "2024-06-30T01:00:00Z" });
    assert_eq!(of(json!({ "points": 3 }), json!([yesterday])), ["12: e×3"]);
    assert_eq!(of(json!({ "points": 0.1 }), json!([])), ["10: e×100"]);
    assert_eq!(of(json!({ "points": 0.1, "limit": { "max": 9.99 } }), json!([])), [""; 0]);
    assert_eq!(of(json!({ "points": 0.09 }), json!([])), [""; 0], "at most a hundred");
    assert_eq!(of(json!({ "points": 6, "max_occurrences": 1 }), json!([])), [""; 0]);
    assert_eq!(of(json!({ "points": 6, "once_per": "m" }), json!([yesterday])), ["12: e×1"]);
    assert_eq!(of(json!({ "points": 6, "once_per": "day" }), json!([yesterday])), ["12: e×1"]);
    assert_eq!(of(json!({ "points": 6, "once_per": "day" }), json!([today])), [""; 0], "today has counted");
    let ranges =
        json!([{ "from": 1, "to": 2, "points": 2 }, { "from": 4, "to": 4, "points": 10 }, { "from": 6, "points": 5 }]);
    assert_eq!(of(json!({ "frequency": ranges }), json!([yesterday])), ["10: e×3"]);
    let decay = json!({ "percent": 50, "every_days": 1 });
    assert_eq!(
        of(json!({ "points": 6, "decay": decay, "max_occurrences": 2 }), json!([yesterday, yesterday])),
        ["12: e×2"]
    );
    assert_eq!(
        of(json!({ "frequency": [{ "from": 1, "points": 12 }], "decay": decay }), json!([yesterday])),
        ["12: e×1"]
    );
}

#[test]
fn what_has_happened_stays_unless_it_is_counted_in_a_window() {
    let contact = json!({ "id": "1", "events": [{ "type": "bounce", "time": "2024-06-29" }] });
    let group = |criterion: Value| json!([{ "id": "g", "criteria": [condition("id", "id", 20), criterion] }]);
    let bounced = json!({ "id": "bounce", "event": "bounce", "points": -15 });
    assert_eq!(told(&ways(group(bounced.clone()), contact.clone())[0]), [""; 0]);
    let mut lately = bounced;
    lately["within_days"] = json!(30);
    assert_eq!(told(&ways(group(lately), contact)[0]), ["20: !bounce"]);
}

#[test]
fn a_way_leads_only_where_the_when_of_the_band_is_met() {
    let ruleset = |when: Value| {
        json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [condition("a", "a", 20)] }] }, { "id": "t", "groups": [] }],
            "bands": [{ "score": "s", "ranges": [{ "label": "B", "at_least": 15, "when": when }, { "label": "C", "below": 15 }] }] })
    };
    let next = |when: Value, contact: Value| {
        let ways = ways_of(ruleset(when), contact);
        (ways[0]["next"].clone(), ways[0]["points_short"].clone(), told(&ways[0]))
    };
    let uk = json!({ "property": "country", "is_equal_to": "UK" });
    let way = vec!["20: a".to_owned()];
    assert_eq!(next(uk.clone(), json!({ "id": "1", "country": "uk" })), (json!("B"), json!(15), way.clone()));
    assert_eq!(next(uk.clone(), json!({ "id": "1", "country": "FR" })), (json!("B"), json!(15), vec![]));
    assert_eq!(next(json!({ "score": "s", "at_least": 18 }), json!({ "id": "1" })), (json!("B"), json!(15), way));
    assert_eq!(next(json!({ "score": "t", "at_least": 1 }), json!({ "id": "1" })), (json!("B"), json!(15), vec![]));
    assert_eq!(
        next(uk, json!({ "id": "1", "a": "x" })),
        (json!("B"), json!(0), vec![]),
        "only the country is in the way"
    );
}

#[test]
fn the_next_band_is_the_one_above_and_the_last_has_none() {
    let group =
        json!([{ "id": "g", "criteria": [condition("a", "a", 10), condition("b", "b", 60), condition("c", "c", 90)] }]);
    let of = |contact: Value| ways(group.clone(), contact);
    let next =
        |contact: Value| of(contact).first().map(|next| (next["band"].clone(), next["next"].clone(), told(next)));
    let told = |steps: &[&str]| steps.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>();
    let from_none = Some((json!(null), json!("C"), told(&["10: a", "60: b", "90: c"])));
    assert_eq!(next(json!({ "id": "1" })), from_none, "also beyond the next");
    assert_eq!(next(json!({ "id": "1", "a": "x" })), Some((json!("C"), json!("B"), told(&["70: b", "100: c"]))));
    assert_eq!(next(json!({ "id": "1", "c": "x" })), None);
    let none = ways_of(json!({ "scores": [{ "id": "s", "groups": group }] }), json!({ "id": "1" }));
    assert!(none.is_empty(), "without bands");
    let scorer = native::scorer(&json!({ "scores": [{ "id": "s", "groups": [] }] }));
    let contact = leadscore::contacts::contact("{}", None).unwrap();
    assert_eq!(
        (scorer.ways(&contact, 0, i64::MAX), scorer.ways(&contact, 1, 0)),
        (Some(vec![]), None),
        "no second contact"
    );
}

#[test]
fn two_values_of_a_property_are_never_combined_and_steps_are_at_most_three() {
    let by = |id: &str, values: Value| json!({ "id": id, "property": "plan", "values": values });
    let group =
        json!([{ "id": "g", "criteria": [by("x", json!({ "a": 5, "b": 4 })), by("y", json!({ "c": 6, "B": 6 }))] }]);
    assert_eq!(told(&ways(group, json!({ "id": "1" }))[0]), ["10: y=B + x=b"]);
    let fours: Vec<Value> = ["a", "b", "c", "d"].map(|id| condition(id, id, 4)).into();
    assert_eq!(
        told(&ways(json!([{ "id": "g", "criteria": fours }]), json!({ "id": "1" }))[0]).len(),
        4,
        "threes of four"
    );
    let threes: Vec<Value> = ["a", "b", "c", "d"].map(|id| condition(id, id, 3)).into();
    assert_eq!(told(&ways(json!([{ "id": "g", "criteria": threes }]), json!({ "id": "1" }))[0]), [""; 0]);
    let many: Vec<Value> = (0..9).map(|n| condition(&format!("c{n}"), "x", 20 - n)).collect();
    let next = &ways(json!([{ "id": "g", "criteria": many }]), json!({ "id": "1" }))[0];
    assert_eq!(told(next), ["12: c8", "13: c7", "14: c6", "15: c5", "16: c4"], "the five shortest");
}

#[test]
fn hostile_rulesets_are_searched_in_bounds() {
    let criterion = |n: i64| json!({ "id": format!("c{n}"), "event": format!("e{n}"), "points": 0.01 });
    let criteria: Vec<Value> = (0..2_000).map(criterion).collect();
    let groups: Vec<Value> =
        (0..2).map(|g| json!({ "id": format!("g{g}"), "criteria": criteria[g * 1_000..(g + 1) * 1_000] })).collect();
    let next = &ways(json!(groups), json!({ "id": "1" }))[0];
    assert_eq!((told(next).len(), &next["points_short"]), (0, &json!(10)));
}

/// A ruleset of which every criterion gives what it gives now, and the contact, to both of which steps are applied.
struct Walk {
    ruleset: Value,
    contact: Contact,
    as_of: i64,
}

impl Walk {
    fn new(scenario: &Scenario, contact: &Contact) -> Walk {
        let Scenario { ruleset, as_of, .. } = scenario;
        let given = Case { ruleset, contact, as_of: *as_of }.criterion_points();
        let mut fixed = ruleset.clone();
        for score in fixed["scores"].as_array_mut().unwrap() {
            let score_id = id(score);
            for group in score["groups"].as_array_mut().unwrap() {
                group.as_object_mut().unwrap().remove("decay");
                for criterion in group["criteria"].as_array_mut().unwrap() {
                    let points = number(given[&(score_id.clone(), id(criterion))]);
                    *criterion = json!({ "id": criterion["id"], "when": { "all": [] }, "points": points });
                }
            }
        }
        Walk { ruleset: fixed, contact: contact.clone(), as_of: *as_of }
    }

    /// Takes a step: the criterion is there again, and the contact has what changes it. Nothing else sees that.
    fn take(&mut self, step: &Value, original: &Value) {
        let (mut criterion, decay) = find(original, text(step, "score"), text(step, "criterion"));
        let own = format!("step {} {}", text(step, "score"), text(step, "criterion"));
        criterion.as_object_mut().unwrap().retain(|key, _| key != "since" && key != "decay");
        match text(step, "change") {
            "meet" => criterion["when"] = json!({ "all": [] }),
            "no_longer_meet" => {
                criterion =
                    json!({ "id": criterion["id"], "when": { "any": [] }, "points": 0, "limit": criterion["limit"] });
                criterion.as_object_mut().unwrap().retain(|_, value| !value.is_null());
            }
            "value" => {
                criterion["property"] = json!(own);
                self.contact.properties.0.push((own, step["value"].clone()));
            }
            _ => {
                let kind = text(&criterion, "event").to_lowercase();
                let copies = self.contact.events.iter().filter(|event| event.kind.trim().to_lowercase() == kind.trim());
                let copies: Vec<Event> = copies.map(|event| Event { kind: own.clone(), ..event.clone() }).collect();
                self.contact.events.extend(copies);
                for more in 0..step["occurrences"].as_u64().unwrap() {
                    let mut properties = vec![(own.clone(), json!("new"))];
                    let once_per =
                        criterion.get("once_per").and_then(Value::as_str).filter(|once_per| *once_per != "day");
                    properties.extend(once_per.map(|name| (name.to_owned(), json!(format!("{own} {more}")))));
                    let time = json!(self.as_of);
                    self.contact.events.push(Event {
                        kind: own.clone(),
                        time,
                        properties: oracle::Properties(properties),
                    });
                }
                let new = json!({ "property": own, "is_known": true });
                let filter = criterion.get("where").cloned().unwrap_or_else(|| json!({ "all": [] }));
                criterion["where"] = json!({ "any": [filter, new] });
                criterion["event"] = json!(own);
                if let Some(decay) = decay {
                    criterion["decay"] = decay;
                }
            }
        }
        let score =
            self.ruleset["scores"].as_array_mut().unwrap().iter_mut().find(|score| score["id"] == step["score"]);
        let groups = score.unwrap()["groups"].as_array_mut().unwrap().iter_mut();
        let mut criteria = groups.flat_map(|group| group["criteria"].as_array_mut().unwrap());
        *criteria.find(|criterion| criterion["id"] == step["criterion"]).unwrap() = criterion;
    }

    /// The score's card after these steps.
    fn arrive(scenario: &Scenario, contact: &Contact, score: &str, steps: &[&Value]) -> Value {
        let mut walk = Walk::new(scenario, contact);
        steps.iter().for_each(|step| walk.take(step, &scenario.ruleset));
        let Walk { ruleset, contact, as_of } = &walk;
        Case { ruleset, contact, as_of: *as_of }.scorecard()["scores"][score].clone()
    }
}

/// A criterion, with the decay that holds for it.
fn find(ruleset: &Value, score: &str, criterion: &str) -> (Value, Option<Value>) {
    let score = list(ruleset, "scores").iter().find(|own| id(own) == score).unwrap();
    let mut criteria =
        list(score, "groups").iter().flat_map(|group| list(group, "criteria").iter().map(move |own| (group, own)));
    let (group, found) = criteria.find(|(_, own)| id(own) == criterion).unwrap();
    (found.clone(), found.get("decay").or(group.get("decay")).cloned())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn every_way_leads_to_the_next_band_and_none_of_its_steps_could_be_left_out(scenario in generate::scenario()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let (scorer, table) = (native::scorer(ruleset), native::table(contacts));
        for (row, contact) in contacts.iter().enumerate() {
            let card = Case { ruleset, contact, as_of: *as_of }.scorecard();
            for next in scorer.ways(&table, row, *as_of).unwrap().iter().map(|next| json!(next)) {
                let score = text(&next, "score");
                let now = &card["scores"][score];
                prop_assert_eq!((&next["points"], &next["band"]), (&now["points"], &now["band"]));
                let set = list(ruleset, "bands").iter().find(|set| set.get("score").is_some_and(|own| own == score)).unwrap();
                let is_above = |card: &Value| {
                    let begins = |range: &Value| range.get("at_least").map(hundredths) >= Some(hundredths(&next["next_at"]));
                    let named = |range: &&Value| range["label"] == card["band"] && begins(range);
                    card["band"] != now["band"] && list(set, "ranges").iter().any(|range| named(&range))
                };
                prop_assert!(next["next"] != next["band"]);
                let ways = list(&next, "ways");
                let rank = |way: &Value| (list(way, "steps").len(), hundredths(&way["points"]));
                prop_assert!(ways.len() <= 5 && ways.is_sorted_by_key(rank), "{}", next);
                for way in ways {
                    let steps: Vec<&Value> = list(way, "steps").iter().collect();
                    prop_assert!((1..=3).contains(&steps.len()));
                    let there = Walk::arrive(&scenario, contact, score, &steps);
                    prop_assert_eq!(&there["points"], &way["points"], "{} of {}", way, contact.name());
                    prop_assert!(is_above(&there), "{} leads to {}, {}", way, there, next);
                    for place in 0..steps.len() {
                        let others: Vec<&Value> = steps.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, step)| *step).collect();
                        let there = Walk::arrive(&scenario, contact, score, &others);
                        prop_assert!(!is_above(&there), "{} needs no {}", way, steps[place]);
                        let alone = Walk::arrive(&scenario, contact, score, &[steps[place]]);
                        let added = hundredths(&alone["points"]) - hundredths(&now["points"]);
                        prop_assert_eq!(hundredths(&steps[place]["points"]), added, "{}", steps[place]);
                    }
                }
            }
        }
    }
}
