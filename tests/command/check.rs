//! `leadscore check`.

use crate::folder::Folder;
use serde_json::Value;

const TEN_FAULTS: &str = r#"{
  "version": 2,
  "colour": "red",
  "scores": [
    { "id": "fit!", "groups": [ { "id": "who", "criteria": [
      { "id": "a", "when": { "property": "jobtitle", "contians": "director" }, "points": 5 },
      { "id": "a", "when": { "property": "jobtitle", "contains_word": "ceo" }, "points": "ten" },
      { "id": "b", "when": { "property": "jobtitle", "contains_word": "cfo" }, "points": 1.005 },
      { "id": "c", "when": { "property": "jobtitle" }, "points": 5 },
      { "id": "d", "when": { "property": "jobtitle", "matches_regex": "(" }, "points": 5 },
      { "id": "e", "event": "open", "frequency": [ { "from": 1, "to": 3, "points": 2 }, { "from": 3, "points": 5 } ] }
    ] } ] }
  ],
  "bands": [ { "score": "fitt", "ranges": [ { "label": "A", "at_least": 10 } ] } ]
}
"#;

#[test]
fn a_ruleset_in_order_ends_with_0() {
    let run = Folder::new().run("check rules.json");
    assert_eq!(run.status, 0);
    assert_eq!(run.stdout, "rules.json: no errors, no warnings\n");
    assert_eq!(run.stderr, "");
}

#[test]
fn an_error_is_shown_with_its_line_its_code_and_what_to_do_and_ends_with_1() {
    let folder = Folder::new();
    folder.write(
        "rules.json",
        "{ \"scores\": [\n  { \"id\": \"fit\",\n    \"groups\": [ { \"id\": \"job\", \"criterai\": [] } ]\n  }\n] }\n",
    );
    let run = folder.run("check rules.json");
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stdout, @r#"
    unknown_key at /scores/0/groups/0/criterai

      × expected a key of a group, found `criterai`
       ╭─[rules.json:3:32]
     2 │   { "id": "fit",
     3 │     "groups": [ { "id": "job", "criterai": [] } ]
       ·                                ──────────
     4 │   }
       ╰────
      help: did you mean `criteria`?

    rules.json: 1 error, no warnings
    "#);
}

#[test]
fn ten_faults_are_all_shown_each_at_its_line() {
    let folder = Folder::new();
    folder.write("ten.json", TEN_FAULTS);
    let run = folder.run("check ten.json");
    assert_eq!(run.status, 1);
    for (code, line) in [
        ("unsupported_version", 2),
        ("unknown_key", 3),
        ("invalid_id", 5),
        ("unknown_operator", 6),
        ("duplicate_id", 7),
        ("wrong_type", 7),
        ("too_precise", 8),
        ("missing_key", 9),
        ("invalid_regex", 10),
        ("overlapping_ranges", 11),
        ("unknown_score", 14),
    ] {
        let from = run.stdout.find(&format!("{code} at /")).unwrap_or_else(|| panic!("no {code}: {}", run.stdout));
        let place = run.stdout[from..].lines().find(|line| line.contains("╭─[")).unwrap();
        assert!(place.contains(&format!("╭─[ten.json:{line}:")), "{code}: {place}");
    }
    assert!(run.stdout.ends_with("ten.json: 11 errors, no warnings\n"), "{}", run.stdout);
}

#[test]
fn warnings_are_shown_and_end_with_0() {
    let folder = Folder::new();
    let muted = r#""id": "small", "enabled": false,"#;
    let suspect = crate::folder::RULES.replace(r#""id": "small","#, muted).replace("[\"vp\", \"head\"]", "[]");
    assert!(suspect.contains(muted));
    folder.write("rules.json", suspect.replace("\"contains_word\": []", "\"contains\": \"cto\""));
    let run = folder.run("check rules.json");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("short_word at /scores/0/groups/0/criteria/0/when"), "{}", run.stdout);
    assert!(run.stdout.ends_with("rules.json: no errors, 1 warning\n"), "{}", run.stdout);
}

#[test]
fn json_holds_the_same_diagnostics_as_an_array() {
    let folder = Folder::new();
    folder.write("ten.json", TEN_FAULTS);
    let run = folder.run("check ten.json --format json");
    assert_eq!(run.status, 1);
    let diagnostics: Vec<Value> = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(diagnostics.len(), 11);
    let misspelt = diagnostics.iter().find(|diagnostic| diagnostic["code"] == "unknown_operator").unwrap();
    assert_eq!(misspelt["severity"], "error");
    assert_eq!(misspelt["path"], "/scores/0/groups/0/criteria/0/when/contians");
    assert_eq!(misspelt["help"], "did you mean `contains`?");
    assert_eq!((&misspelt["place"]["line"], &misspelt["place"]["column"]), (&6.into(), &54.into()));

    let run = folder.run("check rules.json --format json");
    assert_eq!((run.status, run.stdout.as_str()), (0, "[]\n"));
}

#[test]
fn standard_input_is_read_and_named() {
    let run = Folder::new().run_with_input("check -", "{ \"scores\": 5 }");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("╭─[standard input:1:13]"), "{}", run.stdout);
    assert!(run.stdout.ends_with("standard input: 1 error, no warnings\n"), "{}", run.stdout);
}

#[test]
fn of_a_ruleset_in_one_long_line_only_the_surroundings_are_shown() {
    let folder = Folder::new();
    let criterion = r#"{"id":"a0","when":{"property":"a0","is_known":true},"points":1}"#;
    let criteria: Vec<_> = (0..2_000).map(|number| criterion.replace("a0", &format!("a{number}"))).collect();
    let fault = criteria.join(",").replace(r#"{"id":"a1999","when""#, r#"{"id":"a1999","wenn""#);
    folder.write("rules.json", format!(r#"{{"scores":[{{"id":"s","groups":[{{"id":"g","criteria":[{fault}]}}]}}]}}"#));
    let run = folder.run("check rules.json");
    assert_eq!(run.status, 1);
    let longest = run.stdout.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(longest <= 80, "{longest}: {}", run.stdout);
    let lines: Vec<_> = run.stdout.lines().collect();
    let marked = lines.iter().position(|line| line.contains("\"wenn\"")).expect("the misspelt key is in the excerpt");
    let start = lines[marked].split("\"wenn\"").next().map(|before| before.chars().count());
    let mark = lines[marked + 1].chars().position(|character| character == '─');
    assert_eq!(mark, start, "{}", run.stdout);
}

#[test]
fn what_is_no_ruleset_is_refused_with_a_reason() {
    let folder = Folder::new();
    folder.write("empty.json", "");
    let run = folder.run("check empty.json");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("invalid_json"), "{}", run.stdout);

    folder.write("latin.json", b"{\n \"name\": \"caf\xe9\" }");
    let run = folder.run("check latin.json");
    let expected = "error: latin.json: expected UTF-8 text, found other bytes on line 2; save the file as UTF-8\n";
    assert_eq!((run.status, run.stderr.as_str()), (1, expected));

    let run = folder.run("check nowhere.json");
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("error: cannot read nowhere.json: "), "{}", run.stderr);
}

#[test]
fn control_characters_of_a_ruleset_do_not_reach_the_terminal() {
    let folder = Folder::new();
    folder.write("rules.json", "{ \"\\u001b]0;title\\u0007\": 1, \"scores\": [] }");
    for colours in ["0", "1"] {
        let mut command = folder.command();
        command.args(["check", "rules.json"]).env("CLICOLOR_FORCE", colours);
        let run = crate::folder::run(command, "");
        assert!(!run.stdout.contains("\u{1b}]") && !run.stdout.contains('\u{7}'), "{:?}", run.stdout);
    }
}
