//! `leadscore advance`: what happened, what is remembered, and what is left as it was.

use crate::folder::{Folder, LEADS, Run, TO_SALES, happening};
use leadscore::lifecycle::{Happening, State};

const ADVANCE: &str = "advance rules.json contacts.csv --events events.csv";

fn happenings(text: &str) -> Vec<Happening> {
    text.lines().map(happening).collect()
}

fn keys(text: &str) -> Vec<String> {
    happenings(text).into_iter().map(|happening| happening.key).collect()
}

/// A folder in which a run was made on the last of June.
fn begun() -> (Folder, Run) {
    let folder = Folder::of_leads();
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-06-30 --output state.json"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    (folder, run)
}

#[test]
fn what_happened_goes_out_a_line_each_and_the_report_counts_it() {
    let (folder, run) = begun();
    assert_eq!(
        keys(&run.stdout),
        [
            "30/stage/lead/sql/2024-06-30T00:00:00Z",
            "30/to-sales/1/enrolled",
            "30/to-sales/1/1",
            "30/to-sales/1/2",
            "30/to-sales/1/3",
            "30/to-sales/1/4",
            "7/stage//sql/2024-06-30T00:00:00Z",
            "7/to-sales/1/enrolled",
            "7/to-sales/1/1",
            "7/to-sales/1/3",
            "7/to-sales/1/4",
            "12/stage/lead/mql/2024-06-30T00:00:00Z",
        ]
    );
    assert!(run.stdout.contains(r#""message":"Zoë has 110 points""#), "{}", run.stdout);
    insta::assert_snapshot!(run.stderr, @r"
    3 contacts in contacts.csv, 3 events in events.csv, scored as of
    2024-06-30T00:00:00Z
    note: not counted yet: 1 event after 2024-06-30T00:00:00Z
    3 contacts to another stage:
      1 from no stage to SQL
      1 from Lead to MQL
      1 from Lead to SQL
    To sales: 2 enrolled, 3 changes, 2 notified, 2 called back
    ");
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json", "state.json"]);
}

#[test]
fn a_second_run_on_the_same_data_does_nothing_also_over_its_own_state() {
    let (folder, _) = begun();
    let first = folder.read("state.json");
    for (as_of, output) in [("2024-06-30", "new.json"), ("2024-06-30", "state.json"), ("2024-07-02", "state.json")] {
        let run = folder.run(&format!("{ADVANCE} --as-of {as_of} --state state.json --output {output}"));
        assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
        assert!(run.stderr.ends_with("\nnothing happened\n"), "{}", run.stderr);
        assert_eq!(folder.read(output), first);
    }
}

#[test]
fn the_next_run_goes_on_from_the_state() {
    let (folder, _) = begun();
    let run = folder
        .run(&format!("{ADVANCE} --as-of 2024-07-31 --state state.json -o state.json --happenings new.ndjson -q"));
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    let happened = keys(&folder.read("new.ndjson"));
    assert_eq!(happened.len(), 6, "{happened:?}");
    assert_eq!(happened[0], "12/stage/mql/sql/2024-07-31T00:00:00Z");
    // A clock that went back finds nothing to do, and says so.
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-07-01 --state state.json -o state.json"));
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("1 contact changed after this instant already"), "{}", run.stderr);
}

#[test]
fn contacts_without_an_id_or_with_that_of_another_take_no_part_and_are_told() {
    let folder = Folder::of_leads();
    folder.write("contacts.csv", format!("{LEADS},Ada,,90,\n9,Eve,,90,\n9,Eva,,90,\n"));
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-06-30 --output state.json"));
    assert!(!run.stdout.contains("\"9\"") && !run.stdout.contains("row"), "{}", run.stdout);
    assert!(run.stderr.contains("warning: 1 contact without an id took no part\n"), "{}", run.stderr);
    assert!(run.stderr.contains("2 contacts took no part, as others have the same id: \"9\"\n"), "{}", run.stderr);
}

#[test]
fn standard_input_can_be_the_state() {
    let (folder, _) = begun();
    let state = folder.read("state.json");
    let run = folder.run_with_input(&format!("{ADVANCE} --as-of 2024-06-30 --state - -o new.json"), &state);
    assert_eq!((run.status, run.stdout.as_str(), folder.read("new.json")), (0, "", state), "{}", run.stderr);
}

#[test]
fn the_csv_for_hubspot_has_the_contacts_that_changed_under_its_labels() {
    let folder = Folder::of_leads();
    let hubspot = |as_of: &str, state: &str| {
        let run = folder.run(&format!("{ADVANCE} --as-of {as_of} {state} -o state.json --hubspot import.csv -q"));
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        folder.read("import.csv")
    };
    let header = "Record ID,Lifecycle Stage,Lead score,owner,Job Title\n";
    let first = hubspot("2024-06-30", "");
    assert_eq!(first, format!("{header}30,SQL,110,inbound,\n7,SQL,70,inbound,\n12,MQL,40,,\n"));
    assert_eq!(hubspot("2024-06-30", "--state state.json"), header);
    assert_eq!(hubspot("2024-07-31", "--state state.json"), format!("{header}12,SQL,110,inbound,\n"));
    // An import is read like any other file of HubSpot's.
    folder.write("first.csv", first);
    let run = folder.run("explain rules.json first.csv --id 30");
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn points_in_the_csv_for_hubspot_are_those_after_what_workflows_did() {
    let folder = Folder::of_leads();
    let by_title = TO_SALES
        .replace(r#""property": "employees", "is_greater_than": 50"#, r#""property": "jobtitle", "is_equal_to": "VP""#);
    assert_ne!(by_title, TO_SALES);
    folder.write("rules.json", by_title);
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-06-30 -o state.json --hubspot import.csv -q"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    // With its title it had 110.
    assert!(folder.read("import.csv").contains("\n30,SQL,70,inbound,\n"), "{}", folder.read("import.csv"));
}

#[test]
fn two_columns_for_hubspot_that_would_have_one_name_are_an_error_before_anything_is_written() {
    let folder = Folder::of_leads();
    folder.write("rules.json", TO_SALES.replace("\"Lead score\"", "\"Lifecycle Stage\""));
    let run = folder.run(&format!("{ADVANCE} -o state.json --hubspot import.csv"));
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(run.stderr, "error: two columns would be called `Lifecycle Stage`: give the score another label\n");
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json"]);
}

#[test]
fn a_state_that_is_none_stops_it_and_is_not_written_over() {
    let (folder, _) = begun();
    let state = folder.read("state.json");
    for (fault, content) in [
        ("expected a state as JSON", ""),
        ("expected a state as JSON", &state[..state.len() / 2]),
        ("expected a state as JSON", "PK\u{3}\u{4}\u{0} a workbook"),
        ("expected a state, an object, found a list", "[]"),
        ("it is no state", "{}"),
        (
            "expected a state of version 1, found version 2",
            &state.replace("\"leadscore_state\":1", "\"leadscore_state\":2"),
        ),
        ("expected true or false", &state.replace("\"on\":true", "\"on\":1")),
        ("expected only keys that this version knows", &state.replace("\"on\":true", "\"on\":true,\"off\":1")),
    ] {
        folder.write("old.json", content);
        for output in ["old.json", "new.json"] {
            let options = "--happenings h.ndjson --hubspot h.csv";
            let run = folder.run(&format!("{ADVANCE} --as-of 2024-07-31 --state old.json -o {output} {options}"));
            assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{content}");
            assert!(
                run.stderr.starts_with("error: old.json: ") && run.stderr.contains(fault),
                "{content}: {}",
                run.stderr
            );
            assert_eq!(folder.read("old.json"), content);
            assert_eq!(folder.files(), ["contacts.csv", "events.csv", "old.json", "rules.json", "state.json"]);
        }
    }
    folder.write("old.json", b"\xff\xfe\x00 bytes");
    let run = folder.run(&format!("{ADVANCE} --state old.json -o old.json"));
    assert_eq!(
        run.stderr,
        "error: old.json: expected UTF-8 text, found other bytes on line 1; save the file as UTF-8\n"
    );
    let run = folder.run(&format!("{ADVANCE} --state nowhere.json -o new.json"));
    assert_eq!(run.status, 1);
    assert_eq!(run.stderr, "error: cannot read nowhere.json: there is no such file or folder\n");
    assert!(!folder.files().contains(&"new.json".to_owned()));
}

#[test]
fn a_state_that_was_forgotten_on_the_command_line_is_not_begun_anew() {
    let (folder, _) = begun();
    let state = folder.read("state.json");
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-07-31 -o state.json"));
    assert_eq!((run.status, run.stdout.as_str(), folder.read("state.json")), (1, "", state));
    assert!(run.stderr.contains("give --state state.json to go on from it"), "{}", run.stderr);
    // An empty file remembers nothing: so a script may make the file first.
    folder.write("empty.json", "");
    assert_eq!(folder.run(&format!("{ADVANCE} -o empty.json -q")).status, 0);
}

#[test]
fn what_cannot_be_written_leaves_the_state_as_it_was() {
    let (folder, _) = begun();
    let state = folder.read("state.json");
    let later = format!("{ADVANCE} --as-of 2024-07-31 --state state.json -q");
    for (options, fault) in [
        ("-o no/where.json", "cannot write no/where.json: there is no such file or folder"),
        ("-o .", "cannot write .: expected a file, found a folder"),
        ("-o state.json --happenings no/where.ndjson", "cannot write no/where.ndjson: there is no such file or folder"),
        ("-o state.json --hubspot no/where.csv", "cannot write no/where.csv: there is no such file or folder"),
        #[cfg(target_os = "linux")]
        ("-o /dev/full", "cannot write /dev/full: the disk is full"),
        #[cfg(target_os = "linux")]
        ("-o state.json --happenings /dev/full", "cannot write /dev/full: the disk is full"),
        #[cfg(target_os = "linux")]
        ("-o state.json --hubspot /dev/full", "cannot write /dev/full: the disk is full"),
    ] {
        let run = folder.run(&format!("{later} {options}"));
        assert_eq!((run.status, run.stderr.as_str()), (1, format!("error: {fault}\n").as_str()), "{options}");
        assert_eq!(folder.read("state.json"), state, "{options}");
        assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json", "state.json"]);
    }
}

#[cfg(unix)]
#[test]
fn a_state_that_may_not_be_written_or_has_no_room_stays() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _) = begun();
    let state = folder.read("state.json");
    std::fs::set_permissions(folder.path("state.json"), std::fs::Permissions::from_mode(0o444)).unwrap();
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-07-31 --state state.json -o state.json -q"));
    assert_eq!((run.status, run.stderr.as_str()), (1, "error: cannot write state.json: permission denied\n"));
    assert_eq!(folder.read("state.json"), state);

    std::fs::set_permissions(folder.path("state.json"), std::fs::Permissions::from_mode(0o644)).unwrap();
    let many: String = (100..2_000).map(|id| format!("{id},Ada,,90,\n")).collect();
    folder.write("contacts.csv", format!("{LEADS}{many}"));
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec \"$0\" {ADVANCE} --state state.json -o state.json -q --happenings /dev/null"
    );
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).arg(folder.command().get_program()).current_dir(folder.path(""));
    let run = crate::folder::run(shell, "");
    assert_eq!((run.status, folder.read("state.json")), (1, state), "{}", run.stderr);
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json", "state.json"]);
}

#[test]
fn what_nobody_read_is_not_remembered_as_told() {
    let folder = Folder::of_leads();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = folder.command();
    let arguments = format!("{ADVANCE} --as-of 2024-06-30 -o state.json -q");
    let output =
        command.args(arguments.split(' ')).stdout(writer).stderr(std::process::Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr, "error: cannot write to standard output: it was closed before everything was read\n");
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json"]);
}

#[test]
fn files_that_would_be_written_twice_or_over_what_is_read_are_refused() {
    let folder = Folder::of_leads();
    for options in [
        "-o a --happenings a",
        "-o a --hubspot a",
        "-o a --happenings b --hubspot b",
        "-o rules.json",
        "-o contacts.csv",
        "-o events.csv",
        "--state a -o b --happenings a",
        // By whichever path they are named.
        "-o ./rules.json",
        "-o a --happenings ./a",
        "--state ./state.json -o state.json --hubspot ././state.json",
    ] {
        let run = folder.run(&format!("{ADVANCE} {options}"));
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{options}: {}", run.stderr);
    }
    assert_eq!(folder.read("rules.json"), TO_SALES);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_is_that_file() {
    let (folder, _) = begun();
    let state = folder.read("state.json");
    for (name, to) in [("link.csv", "contacts.csv"), ("link.json", "state.json")] {
        std::os::unix::fs::symlink(folder.path(to), folder.path(name)).unwrap();
    }
    for options in ["-o new.json --happenings link.csv", "--state state.json -o new.json --happenings link.json"] {
        let run = folder.run(&format!("{ADVANCE} {options}"));
        assert_eq!(run.status, 2, "{options}: {}", run.stderr);
        assert!(run.stderr.contains("would be written twice, or over what is read"), "{}", run.stderr);
    }
    // The state takes the place of that of before also by a link to it.
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-06-30 --state state.json -o link.json"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!((folder.read("contacts.csv"), folder.read("state.json")), (LEADS.to_owned(), state));
}

#[test]
fn properties_that_the_contacts_do_not_have_are_told() {
    let folder = Folder::of_leads();
    let lists = r#""lists": [ { "id": "staff", "when": { "property": "indutsry", "is_known": true } }, "#;
    folder.write("rules.json", TO_SALES.replace(r#""lists": [ "#, lists).replace("{{firstname|", "{{firstnme|"));
    folder.write("contacts.csv", "Record ID,First Name,Job Title,employees\n30,Zoë,VP,400\n");
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-06-30 --output state.json"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let told = run.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    let missing = "warning: lists, stages or messages use properties that the contacts do not have: indutsry, firstnme";
    let stage = "note: the contacts do not have lifecyclestage: their stages are those that the state remembers";
    assert!(told.contains(missing) && told.contains(stage), "{}", run.stderr);
    // What a workflow sets, it does not miss.
    assert!(!told.contains("owner"), "{}", run.stderr);
}

/// Who is taken back and comes forward again has not moved in the end.
#[test]
fn the_report_counts_who_is_at_another_stage_in_the_end() {
    let folder = Folder::of_leads();
    let back = r#"{ "clear": "lifecyclestage" }, { "set": "lifecyclestage", "to": "mql" }, "#;
    folder.write("rules.json", TO_SALES.replace(r#"{ "set": "owner", "#, &format!("{back}{{ \"set\": \"owner\", ")));
    folder.write("contacts.csv", LEADS.replace("30,Zoë,VP,400,lead", "30,Zoë,VP,400,sql"));
    let run = folder.run(&format!("{ADVANCE} --as-of 2024-06-30 --output state.json"));
    let changes = happenings(&run.stdout).iter().filter(|happening| happening.what.kind() == "stage_changed").count();
    assert!(changes > 2 && run.stderr.contains("\n2 contacts to another stage:\n"), "{changes}: {}", run.stderr);
}

#[test]
fn a_ruleset_in_which_nothing_can_happen_is_told() {
    let run = Folder::new().run("advance rules.json contacts.csv -o state.json");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("neither a lifecycle nor workflows"), "{}", run.stderr);
}

#[test]
fn the_state_is_one_that_the_library_reads() {
    let (folder, _) = begun();
    let text = folder.read("state.json");
    let state: State = text.parse().unwrap();
    assert_eq!(format!("{state}\n"), text);
    assert_eq!(state.contacts().map(|(id, _)| id).collect::<Vec<_>>(), ["12", "30", "7"]);
}
