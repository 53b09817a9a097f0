//! `leadscore explain`.

use crate::folder::{CONTACTS, Folder, RULES};
use serde_json::Value;

const EXPLAIN: &str = "explain rules.json contacts.csv --events events.csv --as-of 2024-06-30";

#[test]
fn every_criterion_is_shown_with_points_and_reasons() {
    let run = Folder::new().run(&format!("{EXPLAIN} --id 30"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(run.stdout, @r"
    30 as of 2024-06-30T00:00:00Z

    Fit  12.5 points  band A

      Who they are  12.5 points
        ✓ +12.5 Senior title
                jobtitle 'VP Sales' contains the word 'vp'
        ·     0 Small company
                employees '40' is not less than 5

    Engagement  20 points
      at most 20, which takes 4 away from 24
      changes next on 2024-07-20T08:00:00.001Z: Looked at prices from +24 to +16

      Web  24 points
        ✓   +24 Looked at prices
                3 page_view events where url contains '/pricing' within 30 days
                latest: 2024-06-26T08:00:00Z (+8), 2024-06-25T08:00:00Z (+8),
                        2024-06-20T08:00:00Z (+8)
                next: +16 on 2024-07-20T08:00:00.001Z

    priority  band A1
    ");
}

#[test]
fn decay_limits_lists_and_muted_criteria_have_their_words() {
    let folder = Folder::new();
    folder.write(
        "rules.json",
        r#"{ "scores": [ { "id": "s", "rescale": { "from": 0, "to": 50 }, "groups": [ { "id": "g", "limit": { "min": 5 }, "criteria": [
            { "id": "muted", "enabled": false, "when": { "property": "jobtitle", "is_known": true }, "points": 5 },
            { "id": "list", "property": "tags", "values": { "x": 4, "y": -20 }, "limit": { "max": 3, "min": -3 } },
            { "id": "old", "when": { "property": "jobtitle", "is_known": true }, "points": 8, "since": "seen",
              "decay": { "percent": 25, "every_days": 30 } },
            { "id": "undated", "when": { "property": "jobtitle", "is_known": true }, "points": 8, "since": "never",
              "decay": { "percent": 25, "every_days": 30 } } ] } ] } ] }"#,
    );
    folder.write("contacts.csv", "id,jobtitle,tags,seen\n1,VP,x;y;z,2024-04-15\n");
    let run = folder.run("explain rules.json contacts.csv --id 1 --as-of 2024-06-30");
    insta::assert_snapshot!(run.stdout, @r"
    1 as of 2024-06-30T00:00:00Z

    s  5 points  10 of 100
      changes next on 2024-07-14T00:00:00Z: old from +4 to +2

      g  5 points: at least 5, which adds 4 to 1
        –    0 muted (muted)
               jobtitle 'VP' is known
        ✓   -3 list
               tags is 'x;y;z'
               'x' +4, 'y' -20, 'z' 0
               at least -3, which adds 13 to -16
        ✓   +4 old
               jobtitle 'VP' is known
               +8 before decay: 25% less every 30 days (linear) since seen
               2024-04-15T00:00:00Z
               next: +2 on 2024-07-14T00:00:00Z
        ✓    0 undated
               jobtitle 'VP' is known
               no points: never, since when they decay, is unknown
    ");
}

#[test]
fn a_contact_is_found_by_its_email_too() {
    let run = Folder::new().run(&format!("{EXPLAIN} --id Ada@Example.com"));
    assert_eq!(run.status, 0);
    assert!(run.stdout.starts_with("7 (Ada@Example.com) as of 2024-06-30T00:00:00Z\n"), "{}", run.stdout);
}

#[test]
fn json_is_the_ledger() {
    let run = Folder::new().run(&format!("{EXPLAIN} --id 30 --format json"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let ledger: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(ledger["id"], "30");
    assert_eq!(ledger["as_of"], "2024-06-30T00:00:00Z");
    assert_eq!(ledger["scores"][1]["before_limit"], 24);
    assert_eq!(ledger["scores"][1]["groups"][0]["criteria"][0]["evidence"]["count"], 3);
    assert_eq!(ledger["bands"]["priority"], "A1");
}

#[test]
fn an_unknown_id_is_an_error_with_the_nearest() {
    let folder = Folder::new();
    let run = folder.run(&format!("{EXPLAIN} --id adda@example.com"));
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(run.stderr, @r#"
    error: contacts.csv: none of 3 contacts has the id or email "adda@example.com"
      the nearest: ada@example.com
    "#);
    folder.write("contacts.csv", format!("{CONTACTS}\"x,y\n"));
    let run = folder.run(&format!("{EXPLAIN} --id qqq"));
    insta::assert_snapshot!(run.stderr, @r#"
    error: contacts.csv: none of 3 contacts has the id or email "qqq"
      1 row could not be read and may be it
    "#);
}

#[test]
fn of_contacts_with_the_same_id_it_says_that_the_first_is_explained() {
    let folder = Folder::new();
    folder.write("contacts.csv", format!("{CONTACTS}7,eve@example.com,VP,100\n"));
    let run = folder.run(&format!("{EXPLAIN} --id 7"));
    assert_eq!(run.stderr, "note: 2 contacts have the id 7; this is the first\n");
    assert!(run.stdout.contains("jobtitle 'Engineer'"), "{}", run.stdout);
}

#[test]
fn control_characters_of_contacts_do_not_reach_the_terminal() {
    let folder = Folder::new();
    folder.write("contacts.csv", "id,jobtitle\n1,\"a\u{1b}[2Jb\nVP\u{9b}31m\"\n");
    let mut command = folder.command();
    command.args(["explain", "rules.json", "contacts.csv", "--id", "1"]).env("CLICOLOR_FORCE", "1");
    let run = crate::folder::run(command, "");
    assert!(run.stdout.contains("jobtitle 'a␛[2Jb␊VP\u{fffd}31m'"), "{}", run.stdout);
}

#[test]
fn the_label_of_a_matrix_is_its_name() {
    let folder = Folder::new();
    folder.write("rules.json", RULES.replace(r#""id": "priority","#, r#""id": "priority", "label": "Priority","#));
    let run = folder.run(&format!("{EXPLAIN} --id 30"));
    assert!(run.stdout.ends_with("\nPriority  band A1\n"), "{}", run.stdout);
}
