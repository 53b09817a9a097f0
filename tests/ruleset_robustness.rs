//! Whatever comes in, `check` ends with diagnostics or a ruleset.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use leadscore::ruleset::{Code, Severity};
use leadscore::{Checked, check};
use proptest::prelude::*;
use serde_json::Value;

const RULESET: &str = r#"{
  "name": "Ünïcode", "version": 1, "unknown_values": ["N/A"],
  "properties": { "jobtitle": { "type": "text", "label": "Job", "aliases": ["Role"], "unknown_values": ["-"] } },
  "scores": [{ "id": "s", "limit": { "max": 100 }, "rescale": { "from": 0, "to": 50 }, "groups": [{ "id": "g",
    "decay": { "percent": 25, "every_days": 30, "shape": "compound" }, "criteria": [
      { "id": "a", "since": "t", "points": 5, "when": { "all": [
          { "property": "jobtitle", "contains_word": ["vp", "head"] }, { "not": { "property": "n", "is_between": [1, 2] } },
          { "any": [{ "event": "e", "at_least": 2, "within_days": 30 }, { "property": "t", "is_before": "2024-03-12" }] }] } },
      { "id": "b", "property": "industry", "values": { "Software": 10.5, "Gambling": -10 }, "default": 1, "since": "t" },
      { "id": "c", "event": "e", "where": { "property": "url", "matches_regex": "^/a+" }, "once_per": "day",
        "frequency": [{ "from": 1, "to": 3, "points": 2 }, { "from": 4, "points": 5 }] }] }] }],
  "bands": [{ "score": "s", "ranges": [{ "label": "SQL", "at_least": 65, "when": { "score": "s", "below": 90 } },
                                       { "label": "MQL", "at_least": 35 }] }],
  "lists": [{ "id": "hot", "when": { "all": [{ "list": "staff" }, { "band": "s", "is_any_of": ["SQL", null] },
                                             { "score": "s", "at_least": 5 }] } }, { "id": "staff", "members": ["1", "a@b.c"] }],
  "lifecycle": { "property": "stage", "stages": [{ "id": "lead", "label": "Lead" },
                 { "id": "sql", "enter_when": { "list": "hot" } }], "exclude": { "list": "staff" } },
  "workflows": [{ "id": "w", "enrol_on": "hot", "suppress": ["staff"], "goal": "staff", "re_enrol": true, "actions": [
    { "clear": "x" }, { "set": "stage", "to": "Lead" }, { "notify": "n", "message": "{{score:s}} {{band:s|-}} {{{{ {{a|b}}" },
    { "call_back": "c", "with": "{{id}}" }] }]
}"#;

/// What must be true whatever was checked.
fn sound(text: &str) -> Checked {
    let checked = check(text);
    let errors = checked.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    assert_eq!(checked.ruleset.is_none(), errors);
    assert!(checked.diagnostics.len() <= 1_001);
    let value: Option<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok();
    let mut last = 0;
    for diagnostic in &checked.diagnostics {
        if let Some(value) = &value {
            assert!(value.pointer(&diagnostic.path).is_some(), "{} leads nowhere in {text}", diagnostic.path);
        }
        let Some(place) = diagnostic.place else { continue };
        assert!(place.offset >= last, "in the document's order");
        assert!(text.get(place.offset..place.offset + place.length).is_some(), "{place:?} is inside the text");
        last = place.offset;
    }
    checked
}

#[test]
fn the_ruleset_that_is_mutated_is_valid() {
    assert_eq!(sound(RULESET).ruleset.map(|ruleset| ruleset.name), Some("Ünïcode".to_owned()));
}

proptest! {
    #[test]
    fn any_text_is_checked(text in any::<String>()) {
        sound(&text);
    }

    #[test]
    fn any_bytes_are_checked(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        sound(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_of_json_signs_is_checked(text in r#"[\[\]{},:"\\0-9eE.\-tfnu \n]{0,80}"#) {
        sound(&text);
    }

    #[test]
    fn any_cut_is_checked(start in 0..RULESET.len(), length in 0..40_usize, instead in r#"[\[\]{},:"0-9a-z\\]{0,4}"#) {
        let mut text = RULESET.to_owned();
        let start = (start..).find(|at| text.is_char_boundary(*at)).unwrap();
        let end = (start + length..).find(|at| *at >= text.len() || text.is_char_boundary(*at)).unwrap().min(text.len());
        text.replace_range(start..end, &instead);
        sound(&text);
    }

    #[test]
    fn any_value_in_any_place_is_checked(place in 0..280_usize, value in 0..15_usize, steps in 1..4_usize) {
        let values = [
            "null", "true", "0", "-1.5", "1e999", "\"\"", "\"a\"", "[]", "{}", "[1,\"a\"]", "[[[]]]", "{\"a\":1}",
            "{\"property\":\"p\",\"is_known\":true}", "\"2024-03-12\"", "{\"id\":\"s\"}",
        ];
        let mut ruleset: Value = serde_json::from_str(RULESET).unwrap();
        let mut text = ruleset.to_string();
        for step in 0..steps {
            let replacement = values[(value + step * 7) % values.len()];
            let Ok(replacement) = serde_json::from_str(replacement) else {
                text = text.replacen("10.5", "1e999", 1);
                continue;
            };
            let mut left = place * (step + 1);
            replace(&mut ruleset, &mut left, &replacement);
            text = ruleset.to_string();
        }
        sound(&text);
    }
}

/// Puts a value in the place of one of those in a tree, counted from the first.
fn replace(tree: &mut Value, left: &mut usize, with: &Value) -> bool {
    if *left == 0 {
        *tree = with.clone();
        return true;
    }
    *left -= 1;
    match tree {
        Value::Array(list) => list.iter_mut().any(|element| replace(element, left, with)),
        Value::Object(object) => object.values_mut().any(|element| replace(element, left, with)),
        _ => false,
    }
}

#[test]
fn deep_nesting_is_an_ordinary_diagnostic() {
    for (open, close) in [("[", "]"), ("{\"all\":[", "]}"), ("{\"not\":", "}")] {
        let text = format!("{}{}", open.repeat(100_000), close.repeat(100_000));
        assert_eq!(sound(&text).diagnostics[0].code, Code::TooDeep);
    }
}

#[test]
fn a_text_of_more_than_16_mebibytes_is_refused() {
    let text = " ".repeat(16 * 1024 * 1024 + 1);
    assert_eq!(sound(&text).diagnostics[0].code, Code::TooLarge);
}

#[test]
fn a_thousand_diagnostics_are_shown_and_the_others_counted() {
    let keys: Vec<String> = (0..1_500).map(|key| format!("\"strange{key}\":1")).collect();
    let checked = sound(&format!("{{{}}}", keys.join(",")));
    assert_eq!(checked.diagnostics.len(), 1_001);
    let last = checked.diagnostics.last().unwrap();
    assert_eq!((last.code, last.severity), (Code::MoreDiagnostics, Severity::Error));
    assert_eq!(last.message, "expected at most 1000 diagnostics, found 500 more");
}

#[test]
fn more_than_ten_thousand_criteria_are_one_diagnostic() {
    let criteria: Vec<String> =
        (0..10_001).map(|id| format!(r#"{{"id":"c{id}","event":"e{id}","points":1}}"#)).collect();
    let text = format!(r#"{{"scores":[{{"id":"s","groups":[{{"id":"g","criteria":[{}]}}]}}]}}"#, criteria.join(","));
    let codes: Vec<Code> = sound(&text).diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, [Code::TooMany]);
}

/// A ruleset with these lists.
fn with_lists(lists: &[String]) -> String {
    let scores = r#""scores":[{"id":"s","groups":[{"id":"g","criteria":[{"id":"c","event":"e","points":1}]}]}]"#;
    format!(r#"{{{scores},"lists":[{}]}}"#, lists.join(","))
}

fn codes(text: &str) -> Vec<Code> {
    sound(text).diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// List number `place`, which tests two others.
fn testing(place: usize, first: usize, second: usize) -> String {
    format!(r#"{{"id":"l{place}","when":{{"any":[{{"list":"l{first}"}},{{"list":"l{second}"}}]}}}}"#)
}

#[test]
fn a_thousand_lists_that_lead_on_by_two_ways_each_are_no_blow_up() {
    let mut lists: Vec<String> = (0..998).map(|place| testing(place, place + 1, place + 2)).collect();
    lists.extend(["998", "999"].map(|place| format!(r#"{{"id":"l{place}","members":["1"]}}"#)));
    assert_eq!(codes(&with_lists(&lists)), []);
}

#[test]
fn a_thousand_lists_in_circles_are_reported_where_circles_close() {
    let lists: Vec<String> =
        (0..1_000).map(|place| testing(place, (place + 1) % 1_000, (place + 500) % 1_000)).collect();
    let found = codes(&with_lists(&lists));
    assert!(found.iter().all(|code| *code == Code::ListCycle) && (1..=1_000).contains(&found.len()), "{}", found.len());
    // Without the tests that were reported nothing is left of the circles.
    let checked = check(&with_lists(&lists));
    let mut ruleset: Value = serde_json::from_str(&with_lists(&lists)).unwrap();
    for diagnostic in &checked.diagnostics {
        *ruleset.pointer_mut(diagnostic.path.trim_end_matches("/list")).unwrap() =
            serde_json::json!({ "property": "p", "is_known": true });
    }
    assert_eq!(codes(&ruleset.to_string()), []);
}

#[test]
fn lists_that_all_test_each_other_are_no_blow_up() {
    let tests: Vec<String> = (0..400).map(|place| format!(r#"{{"list":"l{place}"}}"#)).collect();
    let lists: Vec<String> =
        (0..400).map(|place| format!(r#"{{"id":"l{place}","when":{{"any":[{}]}}}}"#, tests.join(","))).collect();
    assert_eq!(codes(&with_lists(&lists)).len(), 1_001);
}

#[test]
fn more_lists_members_tests_and_messages_than_there_may_be_are_one_diagnostic_each() {
    let of = |count: usize, of: &str| vec![of; count].join(",");
    let lists =
        |count: usize| (0..count).map(|place| format!(r#"{{"id":"l{place}","members":["1"]}}"#)).collect::<Vec<_>>();
    assert_eq!(codes(&with_lists(&lists(1_000))), []);
    assert_eq!(codes(&with_lists(&lists(1_001))), [Code::TooMany]);
    let named = |lists: usize, count: usize| {
        let members = of(count, r#""1""#);
        let lists: Vec<String> =
            (0..lists).map(|place| format!(r#"{{"id":"l{place}","members":[{members}]}}"#)).collect();
        codes(&with_lists(&lists))
    };
    assert_eq!(named(10, 100_000), []);
    assert_eq!(named(1, 100_001), [Code::TooMany]);
    assert_eq!(named(11, 99_999), [Code::TooMany]);
    let tests = |count: usize| of(count, r#"{"score":"s","at_least":1}"#);
    assert_eq!(codes(&with_lists(&[format!(r#"{{"id":"l","when":{{"any":[{}]}}}}"#, tests(1_000))])), []);
    assert_eq!(codes(&with_lists(&[format!(r#"{{"id":"l","when":{{"any":[{}]}}}}"#, tests(1_001))])), [Code::TooMany]);

    let with = |parts: &str| codes(&with_lists(&lists(1)).replacen('{', &format!("{{{parts},"), 1));
    let stages = |count: usize| (0..count).map(|place| format!(r#"{{"id":"s{place}"}}"#)).collect::<Vec<_>>().join(",");
    assert_eq!(with(&format!(r#""lifecycle":{{"stages":[{}]}}"#, stages(100))), []);
    assert_eq!(with(&format!(r#""lifecycle":{{"stages":[{}]}}"#, stages(101))), [Code::TooMany]);
    let workflows = |count: usize, actions: &str| {
        let workflow = |place: usize| format!(r#"{{"id":"w{place}","enrol_on":"l0","actions":[{actions}]}}"#);
        with(&format!(r#""workflows":[{}]"#, (0..count).map(workflow).collect::<Vec<_>>().join(",")))
    };
    let clear = r#"{"clear":"a"}"#;
    assert_eq!(workflows(1_000, clear), []);
    assert_eq!(workflows(1_001, clear), [Code::TooMany]);
    assert_eq!(workflows(1, &of(100, clear)), []);
    assert_eq!(workflows(1, &of(101, clear)), [Code::TooMany]);
    let message = |length: usize| format!(r#"{{"notify":"a","message":"{}"}}"#, "ü".repeat(length));
    assert_eq!(workflows(1, &message(10_000)), []);
    assert_eq!(workflows(1, &message(10_001)), [Code::TooLong]);
    assert_eq!(workflows(1, &format!(r#"{{"set":"a","to":"{}"}}"#, "x".repeat(10_001))), [Code::TooLong]);
    assert_eq!(workflows(1, &format!(r#"{{"set":"a","to":"{}"}}"#, "{{}".repeat(3_333))), [Code::InvalidPlaceholder]);
}

#[test]
fn many_tests_of_lists_that_are_not_there_are_no_blow_up() {
    let tests = vec![r#"{"list":"l1000"}"#; 999].join(",");
    let lists: Vec<String> =
        (0..100).map(|place| format!(r#"{{"id":"l{place}","when":{{"any":[{tests}]}}}}"#)).collect();
    assert_eq!(codes(&with_lists(&lists)).len(), 1_001);
}

#[test]
fn places_are_bytes_lines_and_characters() {
    let text = "\u{feff}{\r\n \"näme\": \"x\", \"scores\": [] }";
    let checked = sound(text);
    let [key, scores] = checked.diagnostics.as_slice() else { panic!("{:#?}", checked.diagnostics) };
    let place = key.place.unwrap();
    assert_eq!((place.offset, place.length, place.line, place.column), (7, 7, 2, 2));
    let place = scores.place.unwrap();
    assert_eq!((place.offset, place.length, place.line, place.column), (31, 1, 2, 25));
}

#[test]
fn the_deepest_filter_needs_little_stack() {
    let depth = 56; // inside seven others, and around one
    let filter =
        format!("{}{}{}", r#"{"not":"#.repeat(depth), r#"{"property":"p","is_known":true}"#, "}".repeat(depth));
    let text = format!(
        r#"{{"scores":[{{"id":"s","groups":[{{"id":"g","criteria":[{{"id":"c","when":{filter},"points":1}}]}}]}}]}}"#
    );
    assert!(on_a_small_stack(text).ruleset.is_some());

    let depth = 60; // inside three others, and around one
    let filter = format!("{}{}{}", r#"{"not":"#.repeat(depth), r#"{"score":"s","at_least":1}"#, "}".repeat(depth));
    assert!(on_a_small_stack(with_lists(&[format!(r#"{{"id":"l","when":{filter}}}"#)])).ruleset.is_some());
    let depth = 29; // each inside two others
    let filter = format!("{}{}{}", r#"{"any":["#.repeat(depth), r#"{"score":"s","at_least":1}"#, "]}".repeat(depth));
    assert!(on_a_small_stack(with_lists(&[format!(r#"{{"id":"l","when":{filter}}}"#)])).ruleset.is_some());
}

fn on_a_small_stack(text: String) -> Checked {
    let checked =
        std::thread::Builder::new().stack_size(512 * 1024).spawn(move || sound(&text)).unwrap().join().unwrap();
    assert_eq!(checked.diagnostics, [], "a module of WebAssembly has a stack of a mebibyte");
    checked
}

#[test]
fn a_filter_that_is_too_deep_is_not_read() {
    let depth = 65;
    let text = format!("{}1{}", r#"{"not":"#.repeat(depth), "}".repeat(depth));
    assert_eq!(sound(&text).diagnostics[0].code, Code::TooDeep);
}
