//! `leadscore score`.

use crate::folder::{CONTACTS, Folder, RULES};
use serde_json::{Value, json};

const SCORE: &str = "score rules.json contacts.csv --events events.csv --as-of 2024-06-30";

#[test]
fn csv_has_a_row_a_contact_in_their_order() {
    let run = Folder::new().run(&format!("{SCORE} --quiet"));
    assert_eq!(run.stderr, "");
    assert_eq!(run.status, 0);
    insta::assert_snapshot!(run.stdout, @r"
    id,fit,fit_band,engagement,priority
    30,12.5,A,20,A1
    7,-10,B,8,B2
    12,12.5,A,0,A2
    ");
}

#[test]
fn ndjson_is_a_scorecard_a_line() {
    let run = Folder::new().run(&format!("{SCORE} --quiet --format ndjson"));
    let cards: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(cards.len(), 3);
    assert_eq!(
        cards[1],
        json!({
            "id": "7",
            "scores": {
                "fit": { "points": -10, "band": "B", "groups": { "who": -10 } },
                "engagement": { "points": 8, "groups": { "web": 8 } }
            },
            "bands": { "priority": "B2" }
        })
    );
}

#[test]
fn a_table_has_all_rows_where_there_is_no_terminal() {
    let run = Folder::new().run(&format!("{SCORE} --quiet --format table"));
    insta::assert_snapshot!(run.stdout, @r"
     id    fit   fit_band   engagement   priority
    ──────────────────────────────────────────────
     30   12.5   A                  20   A1
     7     -10   B                   8   B2
     12   12.5   A                   0   A2
    ");
}

#[test]
fn a_filter_chooses_contacts_in_every_format() {
    let folder = Folder::new();
    let where_ = |filter: &str, more: &str| folder.run(&format!("{SCORE} --quiet {more} --where {filter}"));
    let fit = r#"{"score":"fit","at_least":12}"#;
    assert_eq!(where_(fit, "").stdout.lines().skip(1).collect::<Vec<_>>(), ["30,12.5,A,20,A1", "12,12.5,A,0,A2"]);
    assert_eq!(where_(fit, "--format table").stdout.lines().count(), 2 + 2);
    let cards = where_(fit, "--format ndjson").stdout;
    let ids: Vec<Value> =
        cards.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect();
    assert_eq!(ids, ["30", "12"]);
    assert_eq!(where_(r#"{"score":"fit","at_least":99}"#, "").stdout.lines().count(), 1);
    let run = folder.run(&format!("{SCORE} --where {fit} --output scores.csv"));
    assert!(run.stderr.contains("wrote 2 contacts to scores.csv"), "{}", run.stderr);

    let mut rules: Value = serde_json::from_str(RULES).unwrap();
    rules["lists"] = json!([{ "id": "named", "members": ["7", "nobody"] }]);
    folder.write("rules.json", rules.to_string());
    assert_eq!(where_(r#"{"list":"named"}"#, "").stdout.lines().skip(1).collect::<Vec<_>>(), ["7,-10,B,8,B2"]);
    let run = where_(r#"{"list":"nmaed"}"#, "");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("--where: ") && run.stderr.contains("did you mean \"named\"?"), "{}", run.stderr);
}

#[test]
fn a_long_table_has_one_header_and_columns_of_one_width() {
    let folder = Folder::new();
    let contacts: String = (0..2_500).map(|number| format!("{number},VP\n")).collect();
    folder.write("contacts.csv", format!("id,jobtitle\n{contacts}日本{},Engineer\n", "x".repeat(300)));
    let run = folder.run("score rules.json contacts.csv --quiet --format table");
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 2 + 2_501);
    assert!(lines[2..].iter().all(|line| !line.contains("fit")));
    // 198 letters, and two that take two columns each.
    let columns = |line: &str| line.chars().count() + 2 * usize::from(line.contains('日'));
    let ends: Vec<_> =
        lines[2..].iter().map(|line| columns(line.trim_end_matches(" A2").trim_end_matches(" B2"))).collect();
    assert!(ends.iter().all(|end| *end == ends[0]), "{ends:?}");
    assert!(lines[2_502].contains("xxx… "), "{}", lines[2_502]);
}

#[test]
fn many_rows_come_out_in_the_order_in_which_they_went_in() {
    let folder = Folder::new();
    // Scrambled, and in an order that neither sorting nor blocks of rows would give.
    let ids: Vec<_> = (0..10_007_u64).map(|number| (number * 7_919 % 10_007).to_string()).collect();
    folder.write("contacts.csv", format!("id,jobtitle\n{}", ids.join(",VP\n") + ",VP\n"));
    let run = folder.run("score rules.json contacts.csv --quiet");
    let found: Vec<_> = run.stdout.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert!(found == ids, "the order differs");
}

#[test]
fn the_report_says_on_standard_error_what_was_found() {
    let folder = Folder::new();
    folder.write(
        "contacts.csv",
        format!("{CONTACTS}7,eve@example.com,N/A,\n7,ann@example.com,N/A,\n,no@example.com,VP,\"unclosed\n"),
    );
    let run = folder.run(SCORE);
    assert_eq!(run.status, 0);
    insta::assert_snapshot!(run.stderr, @r#"
    5 contacts in contacts.csv, 5 events in events.csv, scored as of
    2024-06-30T00:00:00Z
    warning: 1 row of contacts.csv left out
      line 7: a quote opens on this line and is never closed
    warning: 1 event of contacts that are not in contacts.csv left out
    note: 2 rows repeat the id of an earlier one; each is kept as a contact of its
          own (lines 5, 6)
    warning: employees cannot be read as a number in 1 row and counts as unknown
             there: "about 20"
    note: not counted yet: 1 event after 2024-06-30T00:00:00Z
    hint: may stand for no value: "N/A" (2 rows in 1 column); if so, list it in the
          ruleset's `unknown_values`
    "#);
}

#[test]
fn a_placeholder_that_the_ruleset_declares_is_not_suggested() {
    let folder = Folder::new();
    folder.write("contacts.csv", CONTACTS.replace("Engineer", "N/A"));
    assert!(folder.run(SCORE).stderr.contains("may stand for no value"));
    for declared in
        [r#"{ "unknown_values": ["n/a"],"#, r#"{ "properties": { "jobtitle": { "unknown_values": ["N/A"] } },"#]
    {
        folder.write("rules.json", RULES.replacen('{', declared, 1));
        let run = folder.run(SCORE);
        assert_eq!(run.status, 0, "{run:?}");
        assert!(!run.stderr.contains("may stand for no value"), "{}", run.stderr);
    }
}

#[test]
fn properties_that_contacts_lack_and_warnings_about_the_ruleset_are_reported() {
    let folder = Folder::new();
    folder.write("contacts.csv", "id,email\n1,a@example.com\n");
    folder.write("rules.json", RULES.replace(r#""contains_word": ["vp", "head"]"#, r#""contains": "cto""#));
    let run = folder.run("score rules.json contacts.csv --as-of 2024-06-30");
    let warnings = "note: 1 warning about rules.json: `leadscore check` shows what is suspect\n";
    assert!(run.stderr.contains(warnings), "{}", run.stderr);
    let missing = "warning: rules use properties that the contacts do not have: jobtitle, employees\n";
    assert!(run.stderr.contains(missing), "{}", run.stderr);
}

#[test]
fn the_report_can_be_json() {
    let run = Folder::new().run(&format!("{SCORE} --report json"));
    assert_eq!(run.stdout.lines().count(), 4);
    let report: Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(report["load"]["rows_read"], 3);
    assert_eq!(report["load"]["events"]["unmatched"], 1);
    assert_eq!(report["score"]["as_of"], "2024-06-30T00:00:00Z");
    assert_eq!(report["score"]["unreadable"][0]["property"], "employees");
}

#[test]
fn contacts_come_in_any_format_and_it_can_be_said() {
    let folder = Folder::new();
    folder.write("contacts", r#"{"id": 30, "jobtitle": "VP"}"#);
    let run = folder.run("score rules.json contacts --quiet");
    assert_eq!(run.stdout.lines().nth(1), Some("30,12.5,A,0,A2"));
    let run = folder.run("score rules.json contacts --contacts-format ndjson --report json");
    assert!(run.stderr.contains(r#""format":"ndjson""#), "{}", run.stderr);
    assert_eq!(run.stdout.lines().nth(1), Some("30,12.5,A,0,A2"));
}

#[test]
fn what_a_spreadsheet_would_run_is_guarded() {
    let folder = Folder::new();
    let ids =
        ["\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "-5", "+49", "a=b"];
    folder.write("contacts.csv", format!("id,email\n{}\n", ids.map(|id| format!("{id},a@example.com")).join("\n")));
    folder.write("rules.json", RULES.replace(r#""label": "B""#, r#""label": "=B""#));
    let run = folder.run("score rules.json contacts.csv --quiet");
    insta::assert_snapshot!(run.stdout, @r#"
    id,fit,fit_band,engagement,priority
    "'=HYPERLINK(""http://x"",""y"")",0,'=B,0,'=B2
    '+cmd|' /C calc'!A0,0,'=B,0,'=B2
    '-1+1,0,'=B,0,'=B2
    '@SUM(A1),0,'=B,0,'=B2
    -5,0,'=B,0,'=B2
    +49,0,'=B,0,'=B2
    a=b,0,'=B,0,'=B2
    "#);
}

#[test]
fn a_contact_without_an_id_is_called_by_its_row() {
    let folder = Folder::new();
    folder.write("contacts.csv", "id,jobtitle\n1,x\n,VP\n");
    let run = folder.run("score rules.json contacts.csv --quiet");
    assert_eq!(run.stdout.lines().nth(2), Some("row 2,12.5,A,0,A2"));
}

#[test]
fn two_columns_of_one_name_are_refused() {
    let folder = Folder::new();
    folder.write("rules.json", RULES.replace(r#""engagement""#, r#""fit_band""#));
    let run = folder.run("score rules.json contacts.csv --quiet");
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(run.stderr, @"error: two columns would be called `fit_band`: give the score or matrix another id, or use --format ndjson");
    assert_eq!(folder.run("score rules.json contacts.csv --quiet --format ndjson").status, 0);
}

#[test]
fn instants_are_iso_8601_or_milliseconds() {
    let folder = Folder::new();
    let at = |instant: &str| {
        let run = folder.run(&format!("score rules.json contacts.csv --events events.csv --quiet --as-of {instant}"));
        assert_eq!(run.status, 0, "{run:?}");
        run.stdout.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(at("2024-06-25"), "30,12.5,A,8,A2");
    assert_eq!(at("2024-06-25T10:00:00+02:00"), "30,12.5,A,16,A1");
    assert_eq!(at("2024-06-25T07:59:59.999"), "30,12.5,A,8,A2");
    assert_eq!(at("1719302400000"), "30,12.5,A,16,A1");
    assert_eq!(at("-86400000"), "30,12.5,A,0,A2");
}

#[test]
fn an_invalid_ruleset_is_shown_with_its_place_and_nothing_is_scored() {
    let folder = Folder::new();
    folder.write("rules.json", RULES.replace("contains_word", "contains_wort"));
    let run = folder.run("score rules.json contacts.csv --quiet");
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("╭─[rules.json:4:80]"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean `contains_word`?"), "{}", run.stderr);
    assert!(run.stderr.ends_with("rules.json: 1 error, no warnings\n"), "{}", run.stderr);
}
