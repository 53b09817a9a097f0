//! Standard input, closed pipes and colours.

use crate::folder::{CONTACTS, EVENTS, Folder, RULES, run};
use std::process::Stdio;

#[test]
fn each_input_can_be_standard_input() {
    let folder = Folder::new();
    let files = "score rules.json contacts.csv --events events.csv --as-of 2024-06-30 --quiet";
    let expected = folder.run(files).stdout;
    assert!(expected.contains("30,12.5,A,20,A1"), "{expected}");
    for (name, content) in [("rules.json", RULES), ("contacts.csv", CONTACTS), ("events.csv", EVENTS)] {
        let run = folder.run_with_input(&files.replace(name, "-"), content);
        assert_eq!((run.status, run.stdout.as_str()), (0, expected.as_str()), "{name}: {}", run.stderr);
    }
}

#[test]
fn faults_of_standard_input_name_it() {
    let run = Folder::new().run_with_input("score rules.json -", "");
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("error: standard input: expected CSV or JSON"), "{}", run.stderr);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let folder = Folder::new();
    let contacts: String = (0..50_000).map(|number| format!("{number},VP\n")).collect();
    folder.write("many.csv", format!("id,jobtitle\n{contacts}"));
    folder.write("faults.json", "{}");
    for arguments in [
        "score rules.json many.csv --quiet",
        "score rules.json many.csv --quiet --format ndjson",
        "score rules.json many.csv --quiet --format table",
        "score rules.json contacts.csv --quiet",
        "explain rules.json contacts.csv --id 7",
        "explain rules.json contacts.csv --id 7 --format json",
        "check rules.json",
        "check faults.json",
        "check rules.json --format json",
        "publish rules.json",
        "schema",
        "--help",
        "score --help",
        "--version",
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = folder.command();
        let output = command.args(arguments.split_whitespace()).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), stderr.as_str()), (Some(0), ""), "{arguments}");
    }
}

#[test]
fn scores_are_written_also_where_nobody_reads_the_report() {
    let folder = Folder::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = folder.command();
    let output = command.args(["score", "rules.json", "contacts.csv"]).stderr(writer).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4);
}

#[test]
fn colours_are_for_terminals_and_not_with_no_color() {
    let folder = Folder::new();
    let coloured = |arguments: &str, variables: &[(&str, &str)]| {
        let mut command = folder.command();
        command.args(arguments.split_whitespace()).envs(variables.iter().copied());
        let run = run(command, "");
        run.stdout.contains('\u{1b}') || run.stderr.contains('\u{1b}')
    };
    for arguments in
        ["check rules.json", "explain rules.json contacts.csv --id 7", "score rules.json contacts.csv", "check nowhere"]
    {
        assert!(!coloured(arguments, &[]), "{arguments}");
        assert!(coloured(arguments, &[("CLICOLOR_FORCE", "1")]), "{arguments}");
        assert!(!coloured(arguments, &[("NO_COLOR", "1")]), "{arguments}");
    }
}
