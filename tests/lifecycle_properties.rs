//! What holds of every step, on generated rulesets and contacts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use generate::Scenario;
use leadscore::Ruleset;
use leadscore::contacts::Table;
use leadscore::contacts::names;
use leadscore::lifecycle::{BeforeAfter, FromStage, Happening, Moved, State, Summary, advance, journey_on};
use oracle::{Contact, DAY, instant, text_of};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

fn alone(contact: &Contact) -> Table {
    native::table(std::slice::from_ref(contact))
}

/// Advances each contact by itself, one after another.
fn advance_each(ruleset: &Ruleset, state: &mut State, contacts: &[Contact], as_of: i64) -> Vec<Happening> {
    contacts.iter().flat_map(|contact| state.advance(ruleset, &alone(contact), as_of)).collect()
}

/// All that is counted before and after.
fn populations(summary: &Summary) -> Vec<BeforeAfter> {
    let lifecycle = summary.lifecycle.iter().flat_map(|lifecycle| {
        lifecycle.stages.iter().map(|stage| stage.count).chain([lifecycle.without, lifecycle.other])
    });
    let lists = summary.lists.iter().map(|list| list.count);
    lifecycle.chain(lists).chain(summary.workflows.iter().map(|workflow| workflow.active)).collect()
}

/// Instants from the scenario's on, at which windows, tests of days and decay may have changed something.
fn instants(scenario: &Scenario) -> [i64; 4] {
    [0, 1, 7, 31].map(|days| scenario.as_of + days * DAY)
}

/// What rulesets here make happen: else what holds of it would be worth nothing.
#[test]
fn the_generator_makes_everything_happen() {
    let mut runner = TestRunner::deterministic();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..400 {
        let scenario = generate::scenario_of_workflows().new_tree(&mut runner).unwrap().current();
        let (scorer, mut state) = (native::scorer(&scenario.ruleset), State::default());
        for as_of in instants(&scenario) {
            for happening in advance_each(scorer.ruleset(), &mut state, &scenario.contacts, as_of) {
                let told = serde_json::to_value(&happening).unwrap();
                let word = |key: &str| told[key].as_str().unwrap_or("").to_owned();
                let origin = if told["cause"]["kind"] == "workflow" { "by workflow" } else { "" };
                *kinds.entry(format!("{} {} {origin}", word("kind"), word("reason"))).or_default() += 1;
            }
        }
    }
    let expected = [
        "called_back  by workflow",
        "enrolled  ",
        "notified  by workflow",
        "property_cleared  by workflow",
        "property_set  by workflow",
        "stage_changed  ",
        "stage_changed  by workflow",
        "stage_kept backwards by workflow",
        "stage_kept excluded by workflow",
        "stage_kept no_such_stage by workflow",
        "stage_kept other_stage by workflow",
        "unenrolled goal ",
        "unenrolled left ",
        "unenrolled suppressed ",
    ];
    assert_eq!(kinds.keys().collect::<Vec<_>>(), expected, "{kinds:#?}");
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn advancing_twice_is_advancing_once(scenario in generate::scenario_of_workflows()) {
        let (scorer, mut state) = (native::scorer(&scenario.ruleset), State::default());
        for as_of in instants(&scenario) {
            advance_each(scorer.ruleset(), &mut state, &scenario.contacts, as_of);
            let text = state.to_string();
            let again = advance_each(scorer.ruleset(), &mut state, &scenario.contacts, as_of);
            prop_assert!(again.is_empty(), "{again:#?}");
            prop_assert_eq!(&state.to_string(), &text);
            // Interrupted between, with a state that was read again.
            let read: State = text.parse().unwrap();
            prop_assert_eq!(&read, &state);
            // A clock that goes back tells nothing of a contact that is remembered.
            for contact in scenario.contacts.iter().filter(|contact| state.contact(contact.id.as_deref().unwrap()).is_some()) {
                let changed = state.contact(contact.id.as_deref().unwrap()).unwrap().changed;
                let (after, happened) = advance(scorer.ruleset(), &state, &alone(contact), changed - 1);
                prop_assert!(happened.is_empty());
                prop_assert_eq!(&after, &state);
            }
        }
    }

    #[test]
    fn many_contacts_advance_as_each_does_by_itself_in_any_order(
        (scenario, order) in generate::scenario_of_workflows().prop_flat_map(|scenario| {
            let order = Just((0..scenario.contacts.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(scenario), order)
        })
    ) {
        let scorer = native::scorer(&scenario.ruleset);
        let mut contacts = scenario.contacts.clone();
        let (mut all, mut each) = (State::default(), State::default());
        for as_of in instants(&scenario) {
            let advanced = all.advance_all(&scorer, &native::table(&contacts), as_of, &mut |_, _| ());
            let others: Vec<Contact> = order.iter().map(|row| contacts[*row].clone()).collect();
            let mut expected = advance_each(scorer.ruleset(), &mut each, &others, as_of);
            expected.sort_by_key(|happening| happening.contact.clone());
            for (found, expected) in advanced.happenings.iter().zip(&expected) {
                prop_assert_eq!(found, expected);
            }
            prop_assert_eq!(advanced.happenings.len(), expected.len());
            prop_assert_eq!(all.to_string(), each.to_string());
            // In numbers it comes to the same as all contacts by themselves; and whoever looks again finds everybody where they were left.
            let counts = advanced.summary;
            prop_assert_eq!(counts.happenings, expected.len());
            prop_assert_eq!(counts.contacts, scenario.contacts.len());
            let again = all.clone().advance_all(&scorer, &native::table(&contacts), as_of, &mut |_, _| ()).summary;
            let (left, found) = (populations(&counts), populations(&again));
            prop_assert_eq!(left.iter().map(|count| count.after).collect::<Vec<_>>(), found.iter().map(|count| count.before).collect::<Vec<_>>());
            prop_assert!(found.iter().all(|count| count.before == count.after));
            if let Some(lifecycle) = &counts.lifecycle {
                for stage in &lifecycle.stages {
                    let came = |moved: &&Moved| moved.to.as_ref() == Some(&stage.id);
                    let went = |moved: &&Moved| moved.from.as_ref() == Some(&stage.id);
                    let sum = |is: &dyn Fn(&&Moved) -> bool| lifecycle.moves.iter().filter(is).map(|moved| moved.count).sum::<usize>();
                    prop_assert_eq!(stage.count.before + sum(&came), stage.count.after + sum(&went));
                }
            }
            // The host applies what was set of every other contact.
            let columns = columns(&contacts);
            apply(scorer.ruleset(), contacts.iter_mut().step_by(2), &columns, &all);
        }
    }

    #[test]
    fn no_key_comes_twice(scenario in generate::scenario_of_workflows()) {
        let (scorer, mut state) = (native::scorer(&scenario.ruleset), State::default());
        let mut keys = HashSet::new();
        for as_of in instants(&scenario) {
            for contact in &scenario.contacts {
                let table = alone(contact);
                let (before, happened) = (state.clone(), state.advance(scorer.ruleset(), &table, as_of));
                for happening in &happened {
                    prop_assert!(keys.insert(happening.key.clone()), "{}", happening.key);
                }
                // Whatever happened can wait in the outbox.
                let mut waiting = State::default();
                waiting.outbox.clone_from(&happened);
                prop_assert_eq!(waiting.to_string().parse::<State>(), Ok(waiting));
                // From the same state the same comes out.
                prop_assert_eq!(advance(scorer.ruleset(), &before, &table, as_of), (state.clone(), happened));
            }
        }
    }

    #[test]
    fn it_does_not_matter_when_a_host_applies_what_was_set(
        scenario in generate::scenario_of_workflows(),
        applied in prop::collection::vec(any::<bool>(), 4)
    ) {
        let scorer = native::scorer(&scenario.ruleset);
        let (mut never, mut sometimes) = (State::default(), State::default());
        let mut contacts = scenario.contacts.clone();
        for (as_of, applies) in instants(&scenario).into_iter().zip(applied) {
            let expected = advance_each(scorer.ruleset(), &mut never, &scenario.contacts, as_of);
            let found = advance_each(scorer.ruleset(), &mut sometimes, &contacts, as_of);
            prop_assert_eq!(found, expected);
            if applies {
                let columns = columns(&contacts);
                apply(scorer.ruleset(), contacts.iter_mut(), &columns, &sometimes);
            }
        }
    }
}

/// Gives contacts what was set of them, in the columns that their file has.
fn apply<'c>(ruleset: &Ruleset, contacts: impl Iterator<Item = &'c mut Contact>, columns: &[String], state: &State) {
    for contact in contacts {
        let set = state.contact(contact.id.as_deref().unwrap()).map(|known| known.set.clone()).unwrap_or_default();
        for (property, entry) in set {
            let value = entry.value.map_or(Value::Null, Value::from);
            let declared = ruleset.properties.iter().find(|declared| names::same(&declared.name, &property));
            let mut also: Vec<&str> = names::synonyms(&property).collect();
            also.extend(declared.into_iter().flat_map(|declared| declared.aliases.iter().map(String::as_str)));
            let is_it = |name: &str| names::same(name, &property) || also.iter().any(|other| names::same(other, name));
            let column = columns.iter().find(|name| is_it(name)).cloned().unwrap_or(property.clone());
            let properties = &mut contact.properties.0;
            match properties.iter_mut().find(|(name, _)| *name == column) {
                Some((_, own)) => *own = value,
                None => properties.push((column, value)),
            }
        }
    }
}

/// The names of all properties.
fn columns(contacts: &[Contact]) -> Vec<String> {
    contacts.iter().flat_map(|contact| &contact.properties.0).map(|(name, _)| name.clone()).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_journey_in_parts_is_the_journey_in_one(scenario in generate::scenario_of_workflows(), middle in 0..30_i64, beside in 0..DAY, without in any::<bool>()) {
        let from_stage = if without { FromStage::None } else { FromStage::Current };
        let scorer = native::scorer(&scenario.ruleset);
        let (from, to) = (scenario.as_of - 20 * DAY, scenario.as_of + 20 * DAY);
        let middle = from + middle * DAY + beside;
        for contact in &scenario.contacts {
            let table = alone(contact);
            let (whole, end) = journey_on(scorer.ruleset(), &State::default(), &table, from, to, from_stage);
            prop_assert!(whole.complete);
            let (first, state) = journey_on(scorer.ruleset(), &State::default(), &table, from, middle, from_stage);
            let (second, state) = journey_on(scorer.ruleset(), &state, &table, middle, to, FromStage::Current);
            let in_parts: Vec<_> = first.steps.iter().chain(&second.steps).flat_map(|step| step.happened.clone()).collect();
            let in_one: Vec<_> = whole.steps.iter().flat_map(|step| step.happened.clone()).collect();
            prop_assert_eq!(in_parts, in_one);
            prop_assert_eq!(state.to_string(), end.to_string());
            let others = |step: &&leadscore::lifecycle::JourneyStep| step.at != second.from;
            let in_parts: Vec<_> = first.steps.iter().chain(&second.steps).filter(others).collect();
            prop_assert_eq!(in_parts, whole.steps.iter().filter(others).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_journey_misses_nothing(scenario in generate::scenario_of_workflows()) {
        let scorer = native::scorer(&scenario.ruleset);
        let (from, to) = (scenario.as_of - 10 * DAY, scenario.as_of + 10 * DAY);
        for contact in &scenario.contacts {
            let table = alone(contact);
            let (journey, end) = journey_on(scorer.ruleset(), &State::default(), &table, from, to, FromStage::Current);
            let mut looked_at: BTreeSet<i64> = candidates(&scenario.ruleset, contact).range(from..=to).copied().collect();
            let at: BTreeMap<i64, _> = journey.steps.iter().map(|step| (instant(&step.at).unwrap(), step)).collect();
            looked_at.extend(at.keys());
            let mut state = State::default();
            for as_of in looked_at {
                let happened = state.advance(scorer.ruleset(), &table, as_of);
                let step = at.get(&as_of);
                prop_assert_eq!(step.map_or(&[][..], |step| &step.happened), &happened, "at {}", as_of);
            }
            prop_assert_eq!(state.to_string(), end.to_string());
        }
    }

    #[test]
    fn between_the_steps_of_a_journey_no_score_changes(scenario in generate::scenario()) {
        let scorer = native::scorer(&scenario.ruleset);
        let (from, to) = (scenario.as_of - 10 * DAY, scenario.as_of + 10 * DAY);
        for contact in &scenario.contacts {
            let table = alone(contact);
            let (journey, _) = journey_on(scorer.ruleset(), &State::default(), &table, from, to, FromStage::Current);
            let at: Vec<_> = journey.steps.iter().map(|step| (instant(&step.at).unwrap(), step)).collect();
            for candidate in candidates(&scenario.ruleset, contact).range(from..=to) {
                let (_, step) = at[at.partition_point(|(at, _)| at <= candidate) - 1];
                let card = leadscore::scoring::scorecard(scorer.ruleset(), &table, *candidate);
                let points: Vec<_> = card.scores.iter().map(|(id, score)| (id.clone(), score.points)).collect();
                prop_assert_eq!(&step.scores, &points, "at {}", candidate);
                let bands = card.scores.iter().filter_map(|(id, score)| Some((id, score.band.clone()?)));
                for (id, band) in bands.chain(card.bands.iter().map(|(id, band)| (id, band.clone()))) {
                    let shown = step.bands.iter().find(|(known, _)| known == id).map(|(_, band)| band);
                    prop_assert_eq!(shown, Some(&band), "{} at {}", id, candidate);
                }
            }
        }
    }
}

/// Instants at which something may change, about every time in a contact by all the days in the ruleset.
fn candidates(ruleset: &Value, contact: &Contact) -> BTreeSet<i64> {
    let mut times: Vec<i64> = contact.events.iter().map(oracle::Event::instant).collect();
    let of_events = contact.events.iter().flat_map(|event| &event.properties.0);
    times.extend(contact.properties.0.iter().chain(of_events).filter_map(|(_, value)| instant(&text_of(value))));
    let mut days = vec![0];
    days_in(ruleset, &mut days);
    let distances: BTreeSet<i64> = (1..12)
        .flat_map(|count| days.iter().map(move |days| count * days * DAY))
        .chain(days.iter().map(|days| -days * DAY))
        .collect();
    let about = |time: &i64| {
        distances.iter().flat_map(|distance| [-1, 0, 1].map(|beside| time + distance + beside)).collect::<Vec<_>>()
    };
    times.iter().flat_map(about).collect()
}

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
