//! What is remembered of a visitor: visits, events and how they fold, properties, the text for storage.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::visitor::suspicion::{is_submitted_too_soon, is_submitting_too_fast, is_viewing_too_fast};
use leadscore::visitor::{Address, Arrival, Event, MOST_TEXT, SILENCE, Suspicion, Unreadable, Visitor};

const DAY: i64 = 86_400_000;
/// 2026-06-01T00:00:00Z.
const START: i64 = 1_780_272_000_000;
const HOME: Address<'static> = Address { href: "https://acme.example/", host: "acme.example", path: "/", query: &[] };

fn event(kind: &str, time: i64, properties: &[(&str, &str)]) -> Event {
    let properties = properties.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    Event { kind: kind.to_string(), time, properties }
}

fn view(time: i64, url: &str) -> Event {
    event("page_view", time, &[("url", url)])
}

fn from(referrer: &'static str) -> Arrival<'static> {
    let page = referrer.split_once("://").unwrap().1;
    let (host, path) = page.split_at(page.find('/').unwrap());
    Arrival { url: HOME, referrer: Some(Address { href: referrer, host, path, query: &[] }) }
}

const DIRECT: Arrival<'static> = Arrival { url: HOME, referrer: None };

fn property(visitor: &Visitor, name: &str) -> String {
    let properties = visitor.properties();
    let mut values = properties.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone());
    let value = values.next().unwrap_or_default();
    assert_eq!(values.next(), None, "{name} is there twice");
    value
}

/// How many events of a type there are, folded ones as many as they stand for.
fn count(visitor: &Visitor, kind: &str) -> u32 {
    visitor.events().filter(|(own, ..)| *own == kind).map(|(.., count)| count).sum()
}

#[test]
fn nobody_was_seen_yet() {
    let visitor = Visitor::default();
    assert!(visitor.is_empty());
    assert_eq!(visitor.properties(), []);
    assert_eq!((visitor.table().rows(), visitor.table().events().len()), (1, 0));
    assert_eq!(visitor.table().id(0), "visitor");
}

#[test]
fn silence_or_another_source_begins_a_visit() {
    let arrivals = [
        (0, DIRECT, true),
        (SILENCE - 1, DIRECT, false),
        (SILENCE, DIRECT, true),
        (SILENCE + 1, from("https://www.google.com/"), true),
        (SILENCE + 2, from("https://www.google.com/"), false),
        (SILENCE + 3, DIRECT, false),
        (SILENCE + 4, from("https://acme.example/a"), false),
        (SILENCE + 5, from("https://partner.example/a"), true),
        (SILENCE + 6, from("https://partner.example/b"), false),
        (SILENCE + 7, from("https://chatgpt.com/"), true),
        (3 * SILENCE, from("https://acme.example/a"), true),
    ];
    let mut visitor = Visitor::default();
    for (after, arrival, is_due) in arrivals {
        assert_eq!(visitor.begin_visit_if_due(&arrival, START + after), is_due, "{after}");
    }
    assert_eq!(property(&visitor, "hs_analytics_num_visits"), "6");
    assert_eq!(property(&visitor, "hs_analytics_source"), "DIRECT_TRAFFIC");
    // Going on within the site, even hours later, is from the source that was there before.
    assert_eq!(property(&visitor, "hs_latest_source"), "AI_REFERRALS");
    assert_eq!(property(&visitor, "hs_latest_source_timestamp"), (START + 3 * SILENCE).to_string());
}

#[test]
fn whatever_is_recorded_keeps_a_visit_going() {
    let mut visitor = Visitor::default();
    assert!(visitor.begin_visit_if_due(&DIRECT, START));
    visitor.record(event("scroll_depth", START + SILENCE - 1, &[("percent", "50")]));
    assert!(!visitor.begin_visit_if_due(&DIRECT, START + SILENCE + 1));
    assert!(visitor.begin_visit_if_due(&DIRECT, START + 2 * SILENCE));
}

#[test]
fn hubspots_properties_are_derived() {
    let mut visitor = Visitor::default();
    visitor.begin_visit_if_due(&from("https://partner.example/blog"), START);
    visitor.record(view(START + 1, "https://acme.example/"));
    visitor.record(view(START + 2, "https://acme.example/pricing"));
    for (time, form, title) in [(3, "demo", "Demo"), (4, "demo", "Demo"), (5, "paper", "")] {
        let properties = [("form", form), ("page_title", title)];
        visitor.record(event("form_submission", START + time, &properties));
    }
    let time = |after: i64| (START + after).to_string();
    let expected = [
        ("hs_analytics_num_visits", "1".to_string()),
        ("hs_analytics_first_referrer", "https://partner.example/blog".to_string()),
        ("hs_analytics_first_visit_timestamp", time(0)),
        ("hs_analytics_last_visit_timestamp", time(0)),
        ("hs_latest_source", "REFERRALS".to_string()),
        ("hs_latest_source_data_1", "partner.example".to_string()),
        ("hs_latest_source_data_2", "partner.example/blog".to_string()),
        ("hs_latest_source_timestamp", time(0)),
        ("hs_analytics_source", "REFERRALS".to_string()),
        ("hs_analytics_source_data_1", "partner.example".to_string()),
        ("hs_analytics_source_data_2", "partner.example/blog".to_string()),
        ("hs_analytics_num_page_views", "2".to_string()),
        ("hs_analytics_first_url", "https://acme.example/".to_string()),
        ("hs_analytics_last_url", "https://acme.example/pricing".to_string()),
        ("hs_analytics_first_timestamp", time(1)),
        ("hs_analytics_last_timestamp", time(2)),
        ("num_conversion_events", "3".to_string()),
        ("num_unique_conversion_events", "2".to_string()),
        ("first_conversion_event_name", "Demo: demo".to_string()),
        ("first_conversion_date", time(3)),
        ("recent_conversion_event_name", "paper".to_string()),
        ("recent_conversion_date", time(5)),
    ];
    for (name, value) in &expected {
        assert_eq!(property(&visitor, name), *value, "{name}");
    }
    assert_eq!(visitor.properties().len(), expected.len());
}

#[test]
fn the_page_sets_properties_but_not_what_is_observed() {
    let mut visitor = Visitor::default();
    visitor.set("jobtitle", Some("CTO"));
    visitor.set("JobTitle", Some(" CEO "));
    visitor.set("hs_analytics_num_page_views", Some("999"));
    visitor.set("Leadscore_Suspect", Some("nothing"));
    visitor.record(view(START, "https://acme.example/"));
    visitor.suspect(Suspicion::Honeypot);
    visitor.suspect(Suspicion::Automated);
    visitor.suspect(Suspicion::Honeypot);
    assert_eq!(property(&visitor, "JobTitle"), "CEO");
    assert_eq!(property(&visitor, "jobtitle"), "");
    assert_eq!(property(&visitor, "hs_analytics_num_page_views"), "1");
    assert_eq!(property(&visitor, "leadscore_suspect"), "automated;honeypot");
    assert_eq!(property(&visitor, "Leadscore_Suspect"), "");
    visitor.set("jobTITLE", None);
    assert_eq!(property(&visitor, "JobTitle"), "");
}

#[test]
fn a_clock_that_goes_back_or_mad_neither_loses_nor_reorders() {
    let mut visitor = Visitor::default();
    for (kind, time) in
        [("a", START), ("b", START - DAY), ("c", i64::MIN), ("d", i64::MAX), ("e", -1), ("f", START + 1)]
    {
        visitor.record(event(kind, time, &[]));
    }
    let events: Vec<_> = visitor.events().map(|(kind, time, ..)| (kind, time - START)).collect();
    assert_eq!(events, [("a", 0), ("b", 0), ("c", 0), ("d", 0), ("e", 0), ("f", 1)]);
    assert_eq!(visitor.instant(START - DAY), START + 1);
    assert!(!visitor.begin_visit_if_due(&DIRECT, START - DAY) || property(&visitor, "hs_analytics_num_visits") == "1");
    let mut first = Visitor::default();
    first.record(event("a", i64::MAX, &[]));
    first.record(event("b", START, &[]));
    assert_eq!(first.events().map(|(_, time, ..)| time).collect::<Vec<_>>(), [0, START]);
}

#[test]
fn what_repeats_on_a_day_folds_first_and_keeps_its_days() {
    let mut visitor = Visitor::default();
    for number in 0..1_000 {
        visitor.record(view(START + number * DAY / 10, "https://acme.example/"));
    }
    assert_eq!(count(&visitor, "page_view"), 1_000);
    let entries: Vec<_> = visitor.events().collect();
    assert!(entries.len() < 600, "{}", entries.len());
    assert!(entries.iter().all(|(.., count)| *count <= 10), "an entry is of one day");
    assert!(entries[entries.len() - 300..].iter().all(|(.., count)| *count == 1), "the newest 300 are single");
    assert_eq!(property(&visitor, "hs_analytics_num_page_views"), "1000");
}

#[test]
fn what_never_repeats_folds_into_its_type_at_last() {
    let mut visitor = Visitor::default();
    for number in 0..3_000 {
        visitor.record(view(START + number * 1_000, &format!("https://acme.example/{number}")));
    }
    assert_eq!(count(&visitor, "page_view"), 3_000);
    let (_, _, properties, folded) = visitor.events().next().unwrap();
    assert!(properties.is_empty() && folded > 2_000, "{folded} {properties:?}");
    assert_eq!(visitor.table().events().len(), 3_000);
}

#[test]
fn after_400_days_what_is_alike_is_one_entry() {
    let mut visitor = Visitor::default();
    for day in 0..5 {
        visitor.record(view(START + day * DAY, "https://acme.example/"));
    }
    visitor.begin_visit_if_due(&DIRECT, START + 403 * DAY);
    let counts: Vec<_> = visitor.events().map(|(kind, time, _, count)| (kind, (time - START) / DAY, count)).collect();
    assert_eq!(counts, [("page_view", 2, 3), ("page_view", 3, 1), ("page_view", 4, 1), ("visit", 403, 1)]);
}

#[test]
fn nothing_makes_the_text_too_long() {
    let long = "\u{1}é\"".repeat(5_000);
    let mut visitor = Visitor::default();
    for number in 0..60 {
        let kind = format!("{number}{long}");
        let properties: Vec<_> = (0..50).map(|name| (format!("{name}{long}"), long.clone())).collect();
        visitor.record(Event { kind, time: START, properties });
        visitor.set(&format!("{number}{long}"), Some(&long));
        let form = format!("{number}");
        let submission = [("form", form.as_str()), ("page_title", &long), ("url", &long)];
        visitor.record(event("form_submission", START, &submission));
        let visit = [("source", &*long), ("source_data_1", &*long), ("source_data_2", &*long), ("referrer", &*long)];
        visitor.record(event("visit", START, &visit));
        visitor.record(view(START, &long));
        assert!(visitor.to_text().len() <= MOST_TEXT, "{}", visitor.to_text().len());
    }
    assert_eq!(property(&visitor, "num_conversion_events"), "60");
    assert_eq!(Visitor::from_text(&visitor.to_text()), Ok(visitor));
}

#[test]
fn the_table_has_the_latest_10_000_events() {
    let text = format!("1,0,0,0,0,3,3,old1,4294967295,0,3,old2,20000,0,3,new{START},1,0,");
    let table = Visitor::from_text(&text).unwrap().table();
    assert_eq!(table.events().len(), 10_000);
    let times = table.events().times();
    assert_eq!((times[0], times[9_998], times[9_999]), (2, 2, START));
}

#[test]
fn any_text_survives_storage() {
    let mut visitor = Visitor::default();
    let strange = "\u{0}\u{1f} \"\\/\u{2028}\u{2029}\u{7f}\u{ffff}é💥\n\t</script>\\u0041";
    visitor.set("note", Some(strange));
    visitor.suspect(Suspicion::Speed);
    visitor.record(event(strange, START, &[(strange, strange)]));
    let text = visitor.to_text();
    let read = Visitor::from_text(&text).unwrap();
    assert_eq!(property(&read, "note"), strange.trim());
    assert_eq!(read.events().next().unwrap().2[0].1, strange);
    assert_eq!(read, visitor);
}

#[test]
fn the_text_has_a_form_that_stays() {
    let mut visitor = Visitor::default();
    visitor.set("jobtitle", Some("CTO"));
    visitor.suspect(Suspicion::Speed);
    visitor.record(event("webinar", START, &[("topic", "x")]));
    visitor.record(event("webinar", START + 1, &[]));
    let expected = "1,1,8,jobtitle3,CTO0,0,4,2,7,webinar1780272000000,1,1,5,topic1,x7,webinar1780272000001,1,0,";
    assert_eq!(visitor.to_text(), expected);
}

#[test]
fn what_is_no_visitor_says_so() {
    let mut visitor = Visitor::default();
    visitor.record(view(START, "https://acme.example/"));
    let good = visitor.to_text();
    let event = format!("9,page_view{START},1,1,3,url21,https://acme.example/");
    assert!(good.ends_with(&format!("1,{event}")), "{good}");
    let swapped = |other: &str| good.replace(&event, other);
    let twice = |time: i64| good.replace(&format!("1,{event}"), &format!("2,{event}4,late{time},1,0,"));
    assert!(Visitor::from_text(&twice(START)).is_ok());
    let damaged = [
        "",
        "null",
        "{}",
        "{\"version\":2}",
        "0,",
        "1",
        "1,",
        "-1,",
        "99999999999999999999999,",
        &good[..good.len() - 1],
        &format!("{good} "),
        &format!("{good}0,"),
        &good.replace("17802", "-17802"),
        &good.replace("1780272000000", "99999999999999"),
        &twice(START - 1),
        &swapped(&event.replace(",1,1,3", ",0,1,3")),
        &swapped(&event.replace(",1,1,3", ",4294967296,1,3")),
        &swapped(&event.replace("21,https", "22,https")),
        &swapped(&event.replace("example/", "exampleé")),
        &good.replacen("1,0,", "1,99999,", 1),
        &good.replace(",0,1,9,page", ",16,1,9,page"),
        &swapped(&event.replace("21,https://", &format!("5000000,{}", "x".repeat(5_000_000)))),
        &format!("1,24000000,{}", "0,".repeat(5_000_000)),
    ];
    for text in damaged {
        assert_eq!(Visitor::from_text(text), Err(Unreadable::Damaged), "{}", &text[..text.len().min(200)]);
    }
    assert_eq!(Visitor::from_text("2,whatever"), Err(Unreadable::Newer));
    assert_eq!(Visitor::from_text(&good), Ok(visitor));
}

#[test]
fn impossible_speeds() {
    let each = |milliseconds: i64, count: i64| (0..count).map(|number| number * milliseconds).collect::<Vec<_>>();
    assert!(is_viewing_too_fast(&each(400, 21)));
    assert!(!is_viewing_too_fast(&each(400, 20)), "tabs that are opened together");
    assert!(!is_viewing_too_fast(&each(500, 100)));
    let burst: Vec<_> = each(60_000, 30).into_iter().chain(each(1, 21).into_iter().map(|time| time + DAY)).collect();
    assert!(is_viewing_too_fast(&burst));
    assert!(is_submitting_too_fast(&each(1_000, 4)));
    assert!(!is_submitting_too_fast(&each(4_000, 100)));
    assert!(is_submitted_too_soon(START, START + 999));
    assert!(!is_submitted_too_soon(START, START + 1_000));
    assert!(!is_submitted_too_soon(START, START - 1), "the clock went back");
    assert!(!is_submitted_too_soon(i64::MIN, i64::MAX));
}
