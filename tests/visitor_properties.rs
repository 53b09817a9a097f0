//! What holds of every visitor: folding changes no totals and no scores of them, storage changes nothing, and nothing stops it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::contacts::{Table, TableBuilder};
use leadscore::visitor::{Address, Arrival, Event, MOST_TEXT, Suspicion, Visitor};
use leadscore::{Ruleset, Scorer};
use proptest::prelude::*;

const DAY: i64 = 86_400_000;
const START: i64 = 1_780_272_000_000;

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// An event of few kinds and pages, so that many are alike.
fn event(kind: usize, page: usize, time: i64) -> Event {
    let kind = ["page_view", "cta_click", "webinar"][kind];
    Event { kind: kind.to_string(), time, properties: vec![("url".to_string(), format!("/{page}"))] }
}

/// Every event as it was, unfolded: what folding is held against.
fn unfolded(events: &[Event]) -> Table {
    let mut builder = TableBuilder::default();
    let row = builder.begin_row();
    let column = builder.add_event_column("url");
    for event in events {
        let place = builder.add_event(row, &event.kind, event.time).unwrap();
        builder.set_event_text(place, column, &event.properties[0].1).unwrap();
    }
    builder.finish()
}

fn recorded(events: &[Event]) -> Visitor {
    let mut visitor = Visitor::default();
    events.iter().for_each(|event| visitor.record(event.clone()));
    visitor
}

/// The points of each of these criteria, without windows.
fn points(criteria: &[&str], table: &Table, as_of: i64) -> Vec<i64> {
    let score = |(place, criterion): (usize, &&str)| {
        format!(
            r#"{{ "id": "s{place}", "groups": [ {{ "id": "g", "criteria": [ {{ "id": "c", {criterion} }} ] }} ] }}"#
        )
    };
    let scores: Vec<_> = criteria.iter().enumerate().map(score).collect();
    let ruleset: Ruleset = format!(r#"{{ "scores": [ {} ] }}"#, scores.join(",")).parse().unwrap();
    let scorer = Scorer::new(&ruleset);
    let results = scorer.score(table, as_of);
    (0..criteria.len()).map(|score| results.hundredths(score)[0]).collect()
}

const TOTALS_OF_TYPES: [&str; 4] = [
    r#""when": { "event": "page_view", "at_least": 400 }, "points": 7"#,
    r#""when": { "event": "cta_click", "exactly": 233 }, "points": 7"#,
    r#""event": "page_view", "points": 1"#,
    r#""event": "webinar", "points": 1, "max_occurrences": 150"#,
];

const TOTALS_OF_PROPERTIES: [&str; 5] = [
    r#""when": { "event": "page_view", "where": { "property": "url", "is_any_of": ["/1"] }, "at_least": 100 }, "points": 7"#,
    r#""event": "page_view", "where": { "property": "url", "contains": "1" }, "points": 1"#,
    r#""event": "webinar", "where": { "property": "url", "is_any_of": ["/0"] }, "points": 1, "max_occurrences": 30"#,
    r#""event": "page_view", "once_per": "url", "points": 1"#,
    r#""event": "page_view", "once_per": "day", "points": 1"#,
];

/// Texts, most of them short, some longer than what is kept.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[ -~]{0,12}", 2 => any::<String>(), 1 => "[\u{0}\"é💥]{100,700}"]
}

/// What can be done to a visitor.
#[derive(Clone, Debug)]
enum Step {
    Record(Event),
    Arrive { query: Vec<(String, String)>, referrer: Option<String>, now: i64 },
    Set(String, Option<String>),
    Suspect,
}

fn clock() -> impl Strategy<Value = i64> {
    prop_oneof![6 => START..START + 900 * DAY, 1 => any::<i64>(), 1 => Just(i64::MIN), 1 => Just(i64::MAX)]
}

fn step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        Just("page_view".to_string()),
        Just("form_submission".to_string()),
        Just("visit".to_string()),
        text()
    ];
    let name = prop_oneof![Just("url".to_string()), Just("form".to_string()), Just("source".to_string()), text()];
    let record = (kind, clock(), prop::collection::vec((name, text()), 0..6))
        .prop_map(|(kind, time, properties)| Step::Record(Event { kind, time, properties }));
    let query = prop::collection::vec((prop_oneof![Just("utm_source".to_string()), text()], text()), 0..3);
    let referrer =
        prop::option::of(prop_oneof![Just("www.google.com".to_string()), Just("acme.example".to_string()), text()]);
    let arrive = (query, referrer, clock()).prop_map(|(query, referrer, now)| Step::Arrive { query, referrer, now });
    let set = (text(), prop::option::of(text())).prop_map(|(name, value)| Step::Set(name, value));
    prop_oneof![6 => record, 2 => arrive, 2 => set, 1 => Just(Step::Suspect)]
}

fn take(visitor: &mut Visitor, step: &Step) {
    match step {
        Step::Record(event) => visitor.record(event.clone()),
        Step::Set(name, value) => visitor.set(name, value.as_deref()),
        Step::Suspect => visitor.suspect(Suspicion::Speed),
        Step::Arrive { query, referrer, now } => {
            let url = Address { href: "https://acme.example/", host: "acme.example", path: "/", query };
            let referrer = referrer.as_deref().map(|host| Address { href: host, host, path: "/", query: &[] });
            visitor.begin_visit_if_due(&Arrival { url, referrer }, *now);
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn what_is_alike_folds_without_changing_a_score(
        events in prop::collection::vec((0..3_usize, 0..3_usize, 0..DAY / 80), 601..1_500),
    ) {
        let mut time = START;
        let events: Vec<_> = events.into_iter().map(|(kind, page, after)| { time += after; event(kind, page, time) }).collect();
        let visitor = recorded(&events);
        prop_assert!(visitor.events().any(|(.., count)| count > 1), "nothing was folded");
        let (folded, all) = (visitor.table(), unfolded(&events));
        prop_assert_eq!(folded.events().len(), events.len());
        for criteria in [&TOTALS_OF_TYPES[..], &TOTALS_OF_PROPERTIES] {
            prop_assert_eq!(points(criteria, &folded, time), points(criteria, &all, time));
        }
    }

    #[test]
    fn what_is_not_alike_folds_without_changing_totals_of_types(
        events in prop::collection::vec((0..3_usize, 0..1_000_000_usize, 0..DAY), 601..1_500),
    ) {
        let mut time = START;
        let events: Vec<_> = events.into_iter().map(|(kind, page, after)| { time += after; event(kind, page, time) }).collect();
        let visitor = recorded(&events);
        prop_assert!(visitor.events().any(|(.., count)| count > 1), "nothing was folded");
        let (folded, all) = (visitor.table(), unfolded(&events));
        prop_assert_eq!(points(&TOTALS_OF_TYPES, &folded, time), points(&TOTALS_OF_TYPES, &all, time));
        let views = events.iter().filter(|event| event.kind == "page_view").count().to_string();
        prop_assert!(visitor.properties().contains(&("hs_analytics_num_page_views".to_string(), views)));
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn order_and_bounds_hold_after_every_step_and_storage_changes_nothing(steps in prop::collection::vec(step(), 0..120)) {
        let mut visitor = Visitor::default();
        let (mut last, mut events) = (0, 0);
        for step in &steps {
            take(&mut visitor, step);
            let times: Vec<_> = visitor.events().map(|(_, time, ..)| time).collect();
            prop_assert!(times.is_sorted());
            prop_assert!(times.last().copied().unwrap_or(0) >= last, "time ran backwards");
            last = times.last().copied().unwrap_or(0);
            let now: u32 = visitor.events().map(|(.., count)| count).sum();
            prop_assert!(now >= events, "an event was lost");
            events = now;
        }
        let text = visitor.to_text();
        prop_assert!(text.len() <= MOST_TEXT);
        prop_assert_eq!(visitor.table().events().len(), events as usize);
        prop_assert_eq!(Visitor::from_text(&text), Ok(visitor));
    }

    #[test]
    fn text_that_was_tampered_with_stops_nothing(
        steps in prop::collection::vec(step(), 0..12),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[,0-9xé-]{0,3}", 0..4_usize), 1..4),
        then in prop::collection::vec(step(), 0..4),
    ) {
        let mut visitor = Visitor::default();
        steps.iter().for_each(|step| take(&mut visitor, step));
        let mut text: Vec<char> = visitor.to_text().chars().collect();
        for (place, insert, remove) in changes {
            let place = place.index(text.len());
            text.splice(place..(place + remove).min(text.len()), insert.chars());
        }
        if let Ok(mut visitor) = Visitor::from_text(&text.iter().collect::<String>()) {
            then.iter().for_each(|step| take(&mut visitor, step));
            prop_assert_eq!(visitor.table().rows(), 1);
            prop_assert!(visitor.to_text().len() <= MOST_TEXT);
        }
    }
}
