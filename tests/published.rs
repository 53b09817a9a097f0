//! Published rulesets: what was written once stays readable, what is written is read as it was, and whatever bytes come instead do no harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod generate;
mod native;
mod oracle;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leadscore::ruleset::published::{self, encode};
use leadscore::ruleset::{Filter, Operator, PropertyTest, Rule, Scalars};
use leadscore::{Points, Ruleset, Scorer};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

fn kept(name: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/published").join(name)).unwrap()
}

fn checked(text: &str) -> Ruleset {
    let checked = leadscore::check(text);
    checked.ruleset.unwrap_or_else(|| panic!("{:#?}\n{text}", checked.diagnostics))
}

/// As a browser has them: the JSON's base64, read.
fn bytes_of(published: &str) -> Vec<u8> {
    let document: Value = serde_json::from_str(published).unwrap();
    STANDARD.decode(document["rules"].as_str().unwrap()).unwrap()
}

fn decode(bytes: &[u8]) -> Option<Ruleset> {
    published::decode(bytes).map(|decoded| decoded.ruleset)
}

fn without_notes(mut ruleset: Ruleset) -> Ruleset {
    for score in &mut ruleset.scores {
        score.note = None;
        for group in &mut score.groups {
            group.note = None;
            group.criteria.iter_mut().for_each(|criterion| criterion.note = None);
        }
    }
    ruleset
}

fn expressions(ruleset: &Value) -> bool {
    let published: Value = serde_json::from_str(&encode(&checked(&ruleset.to_string())).unwrap()).unwrap();
    published["expressions"].as_bool().unwrap()
}

/// A ruleset with one criterion, whose filter this is.
fn with_filter(when: &Value) -> Value {
    let criterion = json!({ "id": "c", "when": when, "points": 1 });
    json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [criterion] }] }] })
}

/// Files that sites have must go on to be read as what they meant. If this fails, the model has changed: give the format another number, and
/// let the embed read both or refuse the old one.
#[test]
fn a_file_that_was_published_once_still_means_the_same() {
    let ruleset = checked(&kept("every-part.ruleset.json"));
    let published = kept("every-part.published.json");
    assert_eq!(serde_json::from_str::<Value>(&published).unwrap()["format"], "leadscore-onsite-1");
    assert_eq!(decode(&bytes_of(&published)), Some(without_notes(ruleset.clone())));
    assert_eq!(encode(&ruleset).unwrap(), published);
}

#[test]
fn notes_are_left_out_and_labels_are_kept() {
    let ruleset = checked(&kept("every-part.ruleset.json"));
    assert!(ruleset.scores[0].groups[0].criteria[0].note.is_some());
    let bytes = bytes_of(&encode(&ruleset).unwrap());
    let has = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("Title known"));
    for note in ["Agreed with sales.", "Who they are.", "A beginning."] {
        assert!(!has(note), "{note}");
    }
}

/// The embed has no table of them.
#[test]
fn other_names_of_properties_are_brought_along() {
    let filter = json!({ "any": [{ "property": "Job Title", "is_known": true }, { "property": "jobtitle", "contains": "x" },
        { "property": "JOBTITLE", "is_known": true }, { "property": "plan", "is_known": true }] });
    let mut ruleset = with_filter(&filter);
    let by_value = json!({ "id": "v", "property": "hs_analytics_source", "values": { "a": 1 } });
    ruleset["scores"][0]["groups"][0]["criteria"].as_array_mut().unwrap().push(by_value);
    let names = published::decode(&bytes_of(&encode(&checked(&ruleset.to_string())).unwrap())).unwrap().names;
    let expected = [
        ("Job Title", vec!["jobtitle"]),
        ("jobtitle", vec!["Job Title"]),
        ("hs_analytics_source", vec!["Original Traffic Source", "Original Source"]),
    ];
    assert_eq!(json!(names), json!(expected));
}

#[test]
fn expressions_are_announced_wherever_they_stand() {
    let test = json!({ "property": "p", "matches_regex": "a" });
    let plain = json!({ "property": "p", "contains": "a" });
    let event = |test: &Value| json!({ "event": "e", "where": test });
    let band = |test: &Value| {
        let ranges = json!([{ "label": "A", "at_least": 1, "when": test }, { "label": "B", "below": 1 }]);
        let mut ruleset = with_filter(&plain);
        let plain = json!([{ "label": "1", "at_least": 1 }]);
        ruleset["bands"] = json!([{ "id": "m", "rows": { "score": "s", "ranges": plain }, "columns": { "score": "s", "ranges": ranges } }]);
        ruleset
    };
    let by_event = |test: &Value| {
        let mut ruleset = with_filter(test);
        ruleset["scores"][0]["groups"][0]["criteria"][0] =
            json!({ "id": "c", "event": "e", "where": test, "points": 1, "enabled": false });
        ruleset
    };
    for (asked, announced) in [(&test, true), (&plain, false)] {
        assert_eq!(expressions(&with_filter(asked)), announced);
        assert_eq!(expressions(&with_filter(&json!({ "any": [{ "not": asked }] }))), announced);
        assert_eq!(expressions(&with_filter(&event(asked))), announced);
        assert_eq!(expressions(&by_event(asked)), announced);
        assert_eq!(expressions(&band(asked)), announced);
    }
}

#[test]
fn the_extremes_of_a_document_are_read() {
    let mut deep = json!({ "property": "p", "is_known": true });
    for _ in 0..40 {
        deep = json!({ "not": deep });
    }
    let mut ruleset = with_filter(&deep);
    ruleset["bands"] =
        json!([{ "score": "s", "ranges": [{ "label": "A", "at_least": -1_000_000, "at_most": 1_000_000 }] }]);
    ruleset["scores"][0]["groups"][0]["decay"] = json!({ "percent": 0.01, "every_days": 100_000 });
    ruleset["scores"][0]["groups"][0]["criteria"][0]["since"] = json!("p");
    let ruleset = checked(&ruleset.to_string());
    assert_eq!(decode(&bytes_of(&encode(&ruleset).unwrap())), Some(ruleset));
}

/// Bytes can say filters inside filters as deep as they are many; a million of them would be more than any stack.
#[test]
fn filters_that_stand_too_deep_inside_each_other_are_refused() {
    let bytes = bytes_of(&encode(&checked(&with_filter(&json!({ "all": [] })).to_string())).unwrap());
    // The one filter is an empty `all`: tag 0 and a length of 0, followed by a point, no `since`, no bands, and no names.
    let end = bytes.len() - (5 + 8 + 1 + 4 + 4);
    assert_eq!(bytes[end..end + 5], [0; 5]);
    let nested = |depth: usize, inner: &[u8]| [&bytes[..end], &inner.repeat(depth), &bytes[end..]].concat();
    let (not, all) = ([2], [0, 1, 0, 0, 0]);
    for inner in [&not[..], &all[..]] {
        assert!(decode(&nested(10, inner)).is_some());
        assert_eq!(decode(&nested(1_000_000, inner)), None);
        assert!(decode(&nested(10, inner)).is_some(), "one that was refused leaves no trace");
    }
}

#[test]
fn lengths_that_lie_cost_no_memory() {
    for lie in [u32::MAX, 1 << 31, 1 << 20] {
        assert_eq!(decode(&lie.to_le_bytes()), None);
        assert_eq!(decode(&[&0_u32.to_le_bytes()[..], &lie.to_le_bytes()].concat()), None);
    }
}

#[test]
fn numbers_that_scoring_cannot_count_with_are_refused() {
    let ruleset = checked(&kept("every-part.ruleset.json"));
    let refused = |change: fn(&mut Ruleset)| {
        let mut changed = ruleset.clone();
        change(&mut changed);
        assert_ne!(changed, ruleset);
        assert_eq!(decode(&bytes_of(&encode(&changed).unwrap())), None);
    };
    refused(|ruleset| ruleset.scores[1].groups[0].decay.as_mut().unwrap().basis_points = 0);
    refused(|ruleset| ruleset.scores[1].groups[0].decay.as_mut().unwrap().basis_points = 10_001);
    refused(|ruleset| ruleset.scores[1].groups[0].decay.as_mut().unwrap().every_days = 0);
    refused(|ruleset| ruleset.scores[0].limit.max = Some(Points::from_hundredths(i64::MAX)));
    refused(|ruleset| ruleset.scores[0].limit.min = Some(Points::from_hundredths(i64::MIN)));
    for operator in [Operator::IsBefore(i64::MIN), Operator::IsAfter(i64::MAX)] {
        let mut changed = checked(&with_filter(&json!({ "property": "p", "is_known": true })).to_string());
        let when = Filter::Property(PropertyTest { property: "p".into(), operator, include_unknown: false });
        changed.scores[0].groups[0].criteria[0].rule = Rule::Condition { when, points: Points::ZERO, since: None };
        assert_eq!(decode(&bytes_of(&encode(&changed).unwrap())), None);
    }
}

#[test]
fn what_is_not_a_number_is_not_published() {
    let mut ruleset = checked(&with_filter(&json!({ "property": "p", "is_known": true })).to_string());
    let operator = Operator::IsEqualTo(Scalars::Numbers(vec![f64::NAN]));
    let when = Filter::Property(PropertyTest { property: "p".into(), operator, include_unknown: false });
    ruleset.scores[0].groups[0].criteria[0].rule = Rule::Condition { when, points: Points::ZERO, since: None };
    assert_eq!(encode(&ruleset).unwrap_err().kind().as_str(), "invalid_ruleset");
}

/// What a visitor's browser would do with what it has read.
fn score(ruleset: &Ruleset, scenario: &generate::Scenario) {
    let scorer = Scorer::new(ruleset);
    let table = native::table(&scenario.contacts);
    native::scorecards(&scorer, &table, scenario.as_of);
    native::ledger(&scorer, &table, 0, scenario.as_of);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn what_is_published_is_read_as_it_was(scenario in generate::scenario()) {
        let text = scenario.ruleset.to_string();
        let ruleset = checked(&text);
        let published = encode(&ruleset).unwrap();
        let document: Value = serde_json::from_str(&published).unwrap();
        prop_assert_eq!(document["expressions"].as_bool(), Some(text.contains("matches_regex")));
        prop_assert_eq!(decode(&bytes_of(&published)), Some(without_notes(ruleset)));
    }

    #[test]
    fn a_file_that_was_cut_off_or_continued_is_refused(scenario in generate::scenario(), cut in any::<prop::sample::Index>()) {
        let bytes = bytes_of(&encode(&checked(&scenario.ruleset.to_string())).unwrap());
        prop_assert_eq!(decode(&bytes[..cut.index(bytes.len())]), None);
        prop_assert_eq!(decode(&[&bytes[..], &[0]].concat()), None);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        decode(&bytes);
    }

    /// Damage in a few places leaves most of a ruleset readable: what is read then must be something to score with.
    #[test]
    fn whatever_is_read_from_damaged_bytes_can_be_scored_with(
        scenario in generate::scenario(),
        damage in vec((any::<prop::sample::Index>(), prop_oneof![0..4_u8, any::<u8>()]), 1..4),
    ) {
        let mut bytes = bytes_of(&encode(&checked(&scenario.ruleset.to_string())).unwrap());
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(ruleset) = decode(&bytes) {
            score(&ruleset, &scenario);
        }
    }
}
