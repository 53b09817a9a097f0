//! What only runs as WebAssembly, in a browser: what crosses the boundary to JavaScript, and how.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use leadscore::web::{Loader, Scorer, Table, check, decay_steps, instant, publish};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RULESET: &str = r#"{ "scores": [{ "id": "fit", "groups": [{ "id": "g", "criteria": [
    { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 12.5 },
    { "id": "calls", "event": "call", "points": -0.1 } ] }] }],
  "bands": [{ "score": "fit", "ranges": [{ "label": "A", "at_least": 12 }, { "label": "B", "at_least": 0 }] }] }"#;

const AS_OF: f64 = 1_719_748_800_000.0;

fn parsed(text: Result<String, JsValue>) -> Value {
    serde_json::from_str(&text.unwrap()).unwrap()
}

/// What a call throws.
fn thrown<T>(result: Result<T, JsValue>) -> Value {
    let error = result.err().unwrap();
    serde_json::from_str(&error.as_string().unwrap()).unwrap()
}

/// A file and its events, handed over in chunks of so many bytes.
fn loaded(contacts: &str, events: Option<&str>, size: usize) -> Table {
    let mut loader = Loader::new(None).unwrap();
    contacts.as_bytes().chunks(size).for_each(|chunk| loader.push_contacts(chunk).unwrap());
    for chunk in events.unwrap_or_default().as_bytes().chunks(size) {
        loader.push_events(chunk).unwrap();
    }
    loader.finish().unwrap()
}

#[wasm_bindgen_test]
fn places_are_counted_in_utf_16() {
    let text = "\u{feff}{ \"näme\": \"🎉\",\n \"scores\": [], \"🎉é\": 1 }";
    let diagnostics = parsed(check(text, true));
    let units: Vec<u16> = text.encode_utf16().collect();
    let shown = |diagnostic: &Value| {
        let number = |key: &str| diagnostic["place"][key].as_u64().unwrap() as usize;
        let (offset, length) = (number("offset"), number("length"));
        String::from_utf16(&units[offset..offset + length]).unwrap()
    };
    let places: Vec<(&str, String)> = diagnostics
        .as_array()
        .unwrap()
        .iter()
        .map(|diagnostic| (diagnostic["path"].as_str().unwrap(), shown(diagnostic)))
        .collect();
    let expected = [("/näme", "\"näme\""), ("/scores", "["), ("/🎉é", "\"🎉é\"")];
    assert_eq!(places, expected.map(|(path, text)| (path, text.to_owned())));
}

#[wasm_bindgen_test]
fn an_object_has_no_places() {
    let diagnostics = parsed(check("{}", false));
    assert_eq!(diagnostics[0]["code"], "missing_key");
    assert_eq!(diagnostics[0].get("place"), None);
}

#[wasm_bindgen_test]
fn errors_are_thrown_as_json() {
    let ruleset = thrown(Scorer::new("{}", true));
    assert_eq!(ruleset["code"], "invalid_ruleset");
    assert_eq!(ruleset["diagnostics"][0]["place"]["length"], 1);

    let mut scorer = Scorer::new(RULESET, true).unwrap();
    let contact = thrown(scorer.score(br#"{ "a/b": {} }"#, None, AS_OF));
    assert_eq!((&contact["code"], &contact["path"]), (&json!("invalid_contact"), &json!("/a~1b")));
    let events = thrown(scorer.score(b"{}", Some(r#"[{ "type": "call" }]"#.to_owned()), AS_OF));
    assert_eq!((&events["code"], &events["path"]), (&json!("invalid_contact"), &json!("/events/0")));

    assert_eq!(thrown(instant("soon"))["code"], "invalid_instant");
    assert_eq!(instant(" 2024-06-30T12:00:00Z ").unwrap(), AS_OF);
    assert_eq!(thrown(Loader::new(Some("xml".to_owned())))["code"], "unreadable_file");
}

#[wasm_bindgen_test]
fn chunks_may_be_cut_anywhere() {
    let contacts = "id,Job Title\r\n7,\"VP, Straße\"\r\n8,Clerk 🎉\r\n";
    let events = "id,type,time\n7,call,2024-06-01\n8,call,2024-06-01\n";
    let whole = loaded(contacts, Some(events), 1 << 20);
    for size in [1, 2, 3, 7, 64] {
        let cut = loaded(contacts, Some(events), size);
        assert_eq!(cut.report().unwrap(), whole.report().unwrap(), "chunks of {size}");
        assert_eq!(cut.contact(1).unwrap(), whole.contact(1).unwrap(), "chunks of {size}");
    }
}

#[wasm_bindgen_test]
fn points_and_bands_cross_as_numbers() {
    let mut table = loaded("id,jobtitle\n1,VP\n2,Clerk\n3,Clerk\n", Some("id,type,time\n3,call,2024-06-01\n"), 5);
    let evaluation = table.score(RULESET, true, AS_OF).unwrap();
    assert_eq!(table.points(evaluation, 0).unwrap(), [12.5, 0.0, -0.1]);
    assert_eq!(table.band_codes(evaluation, 0).unwrap(), [1, 2, 0]);
    let outline = parsed(table.outline(evaluation));
    assert_eq!(outline["as_of"], AS_OF as i64);
    assert_eq!(outline["scores"], json!(["fit"]));
    assert_eq!(outline["bands"], json!([["fit", ["A", "B"]]]));
    assert_eq!(parsed(table.ids(1, 9)), json!(["2", "3"]));
    assert_eq!(parsed(table.values("JobTitle", 1, 9)), json!(["Clerk", "Clerk"]));
    assert_eq!(thrown(table.values("absent", 0, 1))["path"], "/property");
    assert_eq!(parsed(table.scorecard(evaluation, 2))["scores"]["fit"]["points"], -0.1);
}

#[wasm_bindgen_test]
fn questions_cross_as_json() {
    let mut table = loaded("id,jobtitle\n1,VP\n2,Clerk\n3,VP\n", Some("id,type,time\n3,call,2024-06-01\n"), 5);
    let evaluation = table.score(RULESET, true, AS_OF).unwrap();
    let question = r#"{ "filter": ["{ \"score\": \"fit\", \"at_least\": 12 }", true], "sort": { "score": 0 } }"#;
    let page = parsed(table.page(evaluation, question, 1, 5, r#"["jobtitle"]"#));
    assert_eq!(page["total"], 2);
    assert_eq!(
        page["rows"],
        json!([{ "row": 0, "id": "1", "scores": { "fit": 12.5 }, "bands": { "fit": "A" }, "properties": { "jobtitle": "VP" } }])
    );
    assert_eq!(table.count(evaluation, question).unwrap(), 2);
    let histogram = parsed(table.histogram(evaluation, 0, Some("10".to_owned()), "{}"));
    assert_eq!(
        histogram["bins"],
        json!([{ "from": 0, "below": 10, "count": 1 }, { "from": 10, "below": 20, "count": 2 }])
    );
    assert_eq!(thrown(table.histogram(evaluation, 0, Some("0.001".to_owned()), "{}"))["path"], "/width");
    let faulty = thrown(table.count(evaluation, r#"{ "filter": ["{ \"é\": 1, \"socre\": 1 }", true] }"#));
    assert_eq!(faulty["code"], "invalid_filter");
    assert_eq!(faulty["diagnostics"][1]["place"]["offset"], 10, "in UTF-16");
    assert_eq!(thrown(table.page(evaluation, "{", 0, 1, "[]"))["code"], "invalid_argument");
}

#[wasm_bindgen_test]
fn a_csv_crosses_in_pieces() {
    let contacts: String = (0..5_000).map(|row| format!("{row}\n")).collect();
    let mut table = loaded(&format!("id\n{contacts}"), None, 1 << 20);
    let evaluation = table.score(RULESET, true, AS_OF).unwrap();
    let csv = table.begin_csv(evaluation, r#"{ "descending": true }"#, r#"["id"]"#);
    assert_eq!(thrown(csv)["code"], "invalid_argument", "two columns of one name");
    let csv = table.begin_csv(evaluation, r#"{ "descending": true }"#, "[]").unwrap();
    let pieces: Vec<Vec<u8>> = std::iter::from_fn(|| table.next_csv(csv).unwrap()).collect();
    assert_eq!(pieces.len(), 3);
    let text = String::from_utf8(pieces.concat()).unwrap();
    assert!(text.starts_with("id,fit,fit_band\n4999,0,B\n4998,0,B\n"), "{}", &text[..60]);
    assert!(text.ends_with("\n0,0,B\n") && text.lines().count() == 5_001);
    assert_eq!(thrown(table.next_csv(csv))["code"], "not_found", "after its end");
    let forgotten = table.begin_csv(evaluation, "{}", "[]").unwrap();
    table.forget(evaluation);
    assert_eq!(thrown(table.next_csv(forgotten))["code"], "not_found");
}

#[wasm_bindgen_test]
fn a_comparison_keeps_what_it_is_of() {
    let mut table = loaded("id,jobtitle\n1,VP\n2,Clerk\n", None, 5);
    let before = table.score(RULESET, true, AS_OF).unwrap();
    let after = table.score(&RULESET.replace("12.5", "-1"), true, AS_OF).unwrap();
    assert_eq!(thrown(table.compare(after, 99))["code"], "not_found");
    let comparison = table.compare(after, before).unwrap();
    table.forget(before);
    table.forget(after);
    assert_eq!(parsed(table.comparison_summary(comparison))["scores"][0]["change"], -13.5);
    let question = r#"[null, ["fit", [], [null]], null]"#;
    let page = parsed(table.comparison_page(comparison, question, 0, 10, r#"["jobtitle"]"#));
    assert_eq!(
        (&page["total"], &page["rows"][0]["bands"]),
        (&json!(1), &json!({ "fit": { "before": "A", "after": null } }))
    );
    let faulty = thrown(table.comparison_page(comparison, r#"["fti", null, null]"#, 0, 10, "[]"));
    assert_eq!((&faulty["code"], &faulty["path"]), (&json!("not_found"), &json!("/score")));
    let csv = table.begin_comparison_csv(comparison, "[null, null, null]", "[]").unwrap();
    let pieces: Vec<Vec<u8>> = std::iter::from_fn(|| table.next_csv(csv).unwrap()).collect();
    let header = "id,fit_before,fit_after,fit_change,fit_band_before,fit_band_after\n";
    assert_eq!(String::from_utf8(pieces.concat()).unwrap(), format!("{header}1,12.5,-1,-13.5,A,\n"));
    let forgotten = table.begin_comparison_csv(comparison, "[null, null, null]", "[]").unwrap();
    table.forget(comparison);
    assert_eq!(thrown(table.next_csv(forgotten))["code"], "not_found");
    assert_eq!(thrown(table.comparison_summary(comparison))["code"], "not_found");
}

#[wasm_bindgen_test]
fn what_decays_crosses_step_by_step() {
    let steps = parsed(decay_steps(r#"{ "percent": 50, "every_days": 7 }"#, "5"));
    assert_eq!(steps, json!([{ "days": 0, "points": 5 }, { "days": 7, "points": 2.5 }, { "days": 14, "points": 0 }]));
    assert_eq!(thrown(decay_steps(r#"{ "percent": 0, "every_days": 7 }"#, "5"))["path"], "/decay/percent");
    assert_eq!(thrown(decay_steps(r#"{ "percent": 5, "every_days": 7 }"#, "1e9"))["path"], "/points");
}

#[wasm_bindgen_test]
fn a_published_ruleset_crosses_as_text_and_a_faulty_one_is_thrown() {
    let text = publish(RULESET, true, false).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["format"], "leadscore-onsite-1");
    let error = thrown(publish("{ \"scores\": 1 }", true, false));
    assert_eq!((&error["code"], &error["diagnostics"][0]["path"]), (&json!("invalid_ruleset"), &json!("/scores")));
}

#[wasm_bindgen_test]
fn evaluations_live_until_they_are_forgotten() {
    let mut table = loaded("id,jobtitle\n1,VP\n", None, 5);
    let (first, second) = (table.score(RULESET, true, AS_OF).unwrap(), table.score(RULESET, true, AS_OF).unwrap());
    table.forget(first);
    table.forget(first);
    assert_eq!(thrown(table.points(first, 0))["code"], "not_found");
    assert_eq!(table.points(second, 0).unwrap(), [12.5]);
    assert_eq!(thrown(table.explain(second, 1))["code"], "not_found");
    assert_eq!(thrown(table.contact(1))["code"], "not_found");
}
