//! `leadscore publish`.

use crate::folder::{Folder, RULES};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leadscore::ruleset::published;
use serde_json::Value;

/// The ruleset that a browser would read in a published one.
fn read(text: &str) -> Option<leadscore::Ruleset> {
    let document: Value = serde_json::from_str(text).unwrap();
    let bytes = STANDARD.decode(document.get("rules").unwrap().as_str().unwrap()).unwrap();
    published::decode(&bytes).map(|decoded| decoded.ruleset)
}

#[test]
fn a_ruleset_goes_to_standard_output_as_a_browser_reads_it() {
    let run = Folder::new().run("publish rules.json");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(read(&run.stdout), leadscore::check(RULES).ruleset);
    let same = Folder::new().run_with_input("publish -", RULES);
    assert_eq!(same, run);
}

#[test]
fn a_file_is_replaced_and_nothing_is_left_beside_it() {
    let folder = Folder::new();
    folder.write("ruleset.json", "old");
    let run = folder.run("publish rules.json --output ruleset.json");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert_eq!(run.stderr, "wrote the published ruleset to ruleset.json\n");
    assert_eq!(folder.read("ruleset.json"), folder.run("publish rules.json").stdout);
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json", "ruleset.json"]);
}

#[test]
fn errors_are_shown_at_their_place_and_leave_the_old_file_whole() {
    let folder = Folder::new();
    folder.write("ruleset.json", "old");
    folder.write(
        "bad.json",
        "{ \"scores\": [ { \"id\": \"fit\",\n  \"groups\": [ { \"id\": \"job\", \"criterai\": [] } ]\n} ] }\n",
    );
    let run = folder.run("publish bad.json -o ruleset.json");
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(run.stderr, @r#"
    unknown_key at /scores/0/groups/0/criterai

      × expected a key of a group, found `criterai`
       ╭─[bad.json:2:30]
     1 │ { "scores": [ { "id": "fit",
     2 │   "groups": [ { "id": "job", "criterai": [] } ]
       ·                              ──────────
     3 │ } ] }
       ╰────
      help: did you mean `criteria`?

    bad.json: 1 error, no warnings
    "#);
    assert_eq!(folder.read("ruleset.json"), "old");
    assert_eq!(
        folder.run("publish nowhere.json").stderr,
        "error: cannot read nowhere.json: there is no such file or folder\n"
    );
}

#[test]
fn warnings_are_shown_and_stop_nothing() {
    let folder = Folder::new();
    folder.write("empty.json", "{ \"scores\": [ { \"id\": \"fit\", \"groups\": [] } ] }");
    let run = folder.run("publish empty.json");
    assert_eq!(run.status, 0);
    assert!(read(&run.stdout).is_some());
    assert!(run.stderr.ends_with("empty.json: no errors, 1 warning\n"), "{}", run.stderr);
}

#[test]
fn lists_lifecycle_and_workflows_are_published_if_asked_for() {
    let folder = Folder::new();
    let text = include_str!("../published/lifecycle.ruleset.json");
    folder.write("lifecycle.json", text);
    let run = folder.run("publish lifecycle.json --lifecycle");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, include_str!("../published/lifecycle.published.json"));
    let without: Value = serde_json::from_str(&folder.run("publish lifecycle.json").stdout).unwrap();
    assert_eq!(without.get("lifecycle"), None);

    let run = folder.run("publish rules.json --lifecycle");
    assert_eq!(run.stderr, "there are no lists, no lifecycle and no workflows to publish\n");
    assert_eq!(run.stdout, folder.run("publish rules.json").stdout);
}
