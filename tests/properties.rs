//! What holds of every ruleset and every contact, on generated ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use generate::Scenario;
use oracle::{Case, Contact, DAY, hundredths, instant, list, text_of};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

fn cases(count: u32) -> ProptestConfig {
    // A failure is printed whole, and becomes a conformance case: there is no file of seeds to keep.
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// What an operator was seen to say of values: that they meet the test, and that they do not.
#[derive(Default, Debug)]
struct Seen {
    met: bool,
    failed: bool,
}

/// The generated contacts are worth something only if they do not all fail, or all meet, some operator.
#[test]
fn the_generator_makes_contacts_that_meet_and_that_fail_every_operator() {
    let mut runner = TestRunner::deterministic();
    for operator in generate::OPERATORS {
        let mut seen = Seen::default();
        for _ in 0..100 {
            let test = generate::test_with(operator).new_tree(&mut runner).unwrap().current();
            let criterion = json!({ "id": "c", "when": test, "points": 1 });
            let ruleset = json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [criterion] }] }] });
            let as_of = generate::as_of().new_tree(&mut runner).unwrap().current();
            for contact in generate::contacts().new_tree(&mut runner).unwrap().current() {
                let points = Case { ruleset: &ruleset, contact: &contact, as_of }.criterion_points();
                *(if points.values().all(|points| *points == 100) { &mut seen.met } else { &mut seen.failed }) = true;
            }
        }
        assert!(seen.met && seen.failed, "{operator}: {seen:?}");
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn the_crate_scores_every_contact_as_the_oracle_does(scenario in generate::scenario()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let found = native::scorecards(&native::scorer(ruleset), &native::table(contacts), *as_of);
        let expected = contacts.iter().map(|contact| Case { ruleset, contact, as_of: *as_of }.scorecard());
        prop_assert_eq!(found, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_contact_has_the_same_scores_alone_as_among_others(scenario in generate::scenario()) {
        let scorer = native::scorer(&scenario.ruleset);
        let together = native::scorecards(&scorer, &native::table(&scenario.contacts), scenario.as_of);
        for (contact, card) in scenario.contacts.iter().zip(together) {
            let table = native::table(std::slice::from_ref(contact));
            let alone = native::scorecards(&scorer, &table, scenario.as_of);
            prop_assert_eq!(&alone, std::slice::from_ref(&card));
            prop_assert_eq!(json!(leadscore::scoring::scorecard(scorer.ruleset(), &table, scenario.as_of)), card);
        }
    }

    #[test]
    fn a_csv_scores_as_ndjson_does(mut scenario in generate::scenario()) {
        scenario.contacts.iter_mut().for_each(|contact| contact.events.clear());
        let scorer = native::scorer(&scenario.ruleset);
        let csv = native::scorecards(&scorer, &native::table_of_csv(&scenario.contacts), scenario.as_of);
        let ndjson = native::scorecards(&scorer, &native::table(&scenario.contacts), scenario.as_of);
        prop_assert_eq!(csv, ndjson);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (scenario, order) in generate::scenario().prop_flat_map(|scenario| {
            let order = Just((0..scenario.contacts.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(scenario), order)
        })
    ) {
        let scorer = native::scorer(&scenario.ruleset);
        let cards = native::scorecards(&scorer, &native::table(&scenario.contacts), scenario.as_of);
        let shuffled: Vec<Contact> = order.iter().map(|row| scenario.contacts[*row].clone()).collect();
        let expected: Vec<Value> = order.iter().map(|row| cards[*row].clone()).collect();
        prop_assert_eq!(native::scorecards(&scorer, &native::table(&shuffled), scenario.as_of), expected);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_ledger_adds_up_to_the_scorecard(scenario in generate::scenario()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let (scorer, table) = (native::scorer(ruleset), native::table(contacts));
        let card = &native::scorecards(&scorer, &table, *as_of)[0];
        let ledger = native::ledger(&scorer, &table, 0, *as_of);
        prop_assert_eq!(&ledger["id"], &card["id"]);
        prop_assert_eq!(ledger.get("bands"), card.get("bands"));
        prop_assert_eq!(list(&ledger, "scores").len(), list(ruleset, "scores").len());
        for (score, ruled) in list(&ledger, "scores").iter().zip(list(ruleset, "scores")) {
            let total = &card["scores"][oracle::id(score)];
            prop_assert_eq!(hundredths(&score["before_limit"]), sum(score, "groups"));
            prop_assert_eq!(hundredths(&score["points"]), limited(&score["before_limit"], ruled));
            prop_assert_eq!(&score["points"], &total["points"]);
            prop_assert_eq!(score.get("rescaled"), total.get("rescaled"));
            prop_assert_eq!(score.get("band"), total.get("band"));
            prop_assert_eq!(list(score, "groups").len(), list(ruled, "groups").len());
            for (group, ruled) in list(score, "groups").iter().zip(list(ruled, "groups")) {
                prop_assert_eq!(hundredths(&group["before_limit"]), sum(group, "criteria"));
                prop_assert_eq!(hundredths(&group["points"]), limited(&group["before_limit"], ruled));
                prop_assert_eq!(&group["points"], &total["groups"][oracle::id(group)]);
            }
        }
    }

    #[test]
    fn a_ledger_has_the_oracles_points_of_each_criterion_before_and_after_decay_and_limit(scenario in generate::scenario()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let without_limits = without(ruleset, &["limit"]);
        let without_decay = without(&without_limits, &["decay", "since"]);
        let ledger = native::ledger(&native::scorer(ruleset), &native::table(contacts), 0, *as_of);
        for (key, ruleset) in [("points", ruleset), ("after_decay", &without_limits), ("raw_points", &without_decay)] {
            let mut expected = Case { ruleset, contact: &contacts[0], as_of: *as_of }.criterion_points();
            for score in list(&ledger, "scores") {
                for criterion in list(score, "groups").iter().flat_map(|group| list(group, "criteria")) {
                    let expected = expected.remove(&(oracle::id(score), oracle::id(criterion)));
                    prop_assert_eq!(Some(hundredths(&criterion[key])), expected, "{} of {}", key, criterion);
                }
            }
            prop_assert!(expected.is_empty(), "not in the ledger: {:?}", expected);
        }
    }

    #[test]
    fn the_next_change_of_a_criterion_is_the_first_and_comes_as_announced(scenario in generate::scenario_of_one_criterion()) {
        let Scenario { ruleset, contacts, as_of } = &scenario;
        let contact = &contacts[0];
        let ledger = native::ledger(&native::scorer(ruleset), &native::table(contacts), 0, *as_of);
        let told = &ledger["scores"][0]["groups"][0]["criteria"][0];
        let next = told.get("next_change");
        let next = next.map(|next| (instant(next["at"].as_str().unwrap()).unwrap(), hundredths(&next["points"])));
        let points_at = |as_of| Case { ruleset, contact, as_of }.criterion_points().into_values().next().unwrap();
        let now = points_at(*as_of);
        for candidate in candidates(ruleset, contact) {
            if candidate > *as_of && next.is_none_or(|(at, _)| candidate < at) {
                prop_assert_eq!(points_at(candidate), now, "at {}: {}", candidate, told);
            }
        }
        if let Some((at, points)) = next {
            prop_assert!(at > *as_of && points != now, "{}", told);
            prop_assert_eq!(points_at(at - 1), now, "before {}", told);
            prop_assert_eq!(points_at(at), points, "at {}", told);
        }
    }
}

/// The hundredths of all parts.
fn sum(whole: &Value, parts: &str) -> i64 {
    list(whole, parts).iter().map(|part| hundredths(&part["points"])).sum()
}

/// The hundredths of points inside the limit of a score or group of the ruleset.
fn limited(points: &Value, ruled: &Value) -> i64 {
    let limit = |end: &str| ruled.get("limit").and_then(|limit| limit.get(end)).map(hundredths);
    hundredths(points).max(limit("min").unwrap_or(i64::MIN)).min(limit("max").unwrap_or(i64::MAX))
}

/// The same without these keys, wherever they are.
fn without(value: &Value, keys: &[&str]) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.iter().filter(|(key, _)| !keys.contains(&key.as_str()));
            kept.map(|(key, value)| (key.clone(), without(value, keys))).collect()
        }
        Value::Array(items) => items.iter().map(|item| without(item, keys)).collect(),
        other => other.clone(),
    }
}

/// Instants at which points of a contact may change, ascending: about every time in it, by all the days in the ruleset.
fn candidates(ruleset: &Value, contact: &Contact) -> Vec<i64> {
    let mut times: Vec<i64> = contact.events.iter().map(oracle::Event::instant).collect();
    let of_events = contact.events.iter().flat_map(|event| &event.properties.0);
    times.extend(contact.properties.0.iter().chain(of_events).filter_map(|(_, value)| instant(&text_of(value))));
    let mut days = vec![0];
    days_in(ruleset, &mut days);
    // Decay goes on by whole intervals; most of the first ones, and some far away.
    let intervals = (1..16).chain([99, 100, 101, 1000, 10_000]);
    let mut distances: Vec<i64> = intervals.flat_map(|count| days.iter().map(move |days| count * days * DAY)).collect();
    distances.extend(days.iter().map(|days| -days * DAY));
    let about = |time: &i64| {
        distances.iter().flat_map(|distance| [-1, 0, 1].map(|beside| time + distance + beside)).collect::<Vec<_>>()
    };
    let mut candidates: Vec<i64> = times.iter().flat_map(about).collect();
    candidates.sort_unstable();
    candidates.dedup();
    candidates
}

/// Every number of days in a ruleset.
fn days_in(value: &Value, days: &mut Vec<i64>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                days.extend(value.as_i64().filter(|_| key.contains("_days")));
                days_in(value, days);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| days_in(item, days)),
        _ => {}
    }
}
