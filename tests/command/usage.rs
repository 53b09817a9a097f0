//! Arguments that do not go together, and help.

use crate::folder::{Folder, RULES};

#[test]
fn wrong_arguments_end_with_2() {
    let folder = Folder::new();
    for arguments in [
        "",
        "rank rules.json",
        "check",
        "check rules.json contacts.csv",
        "check rules.json --format yaml",
        "score rules.json",
        "score rules.json contacts.csv --as-of yesterday",
        "score rules.json contacts.csv --as-of 2024-02-30",
        "score rules.json contacts.csv --as-of",
        "score rules.json contacts.csv --format xlsx",
        "score rules.json contacts.csv --contacts-format xlsx",
        "score rules.json contacts.csv --quiet --report json",
        "score - -",
        "score - contacts.csv --events -",
        "score rules.json - --events -",
        "explain rules.json contacts.csv",
        "explain - - --id 7",
        "publish",
        "publish rules.json contacts.csv",
        "publish rules.json --output",
        "advance rules.json contacts.csv",
        "advance rules.json - --state - -o state.json",
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments}: {run:?}");
    }
}

#[test]
fn usage_errors_say_what_was_expected() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run("score - - --quiet").stderr, @r"
    error: only one input can be standard input (`-`)

    Usage: leadscore score [OPTIONS] <RULESET> <CONTACTS>

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(folder.run("score rules.json contacts.csv --as-of soon").stderr, @r"
    error: invalid value 'soon' for '--as-of <INSTANT>': expected an instant such as 2024-06-30, 2024-06-30T12:00:00Z or 1719748800000 (milliseconds)

    For more information, try '--help'.
    ");
}

#[test]
fn help_has_examples_that_work_and_the_version_is_that_of_the_crate() {
    let folder = Folder::new();
    assert_eq!(folder.run("--version").stdout, concat!("leadscore ", env!("CARGO_PKG_VERSION"), "\n"));
    let mut examples = 0;
    let commands =
        ["check", "score", "explain", "advance", "publish", "schema"].map(|command| format!("{command} --help"));
    for arguments in ["--help".to_owned(), "score -h".to_owned()].iter().chain(&commands) {
        // The examples of one command go on from each other.
        let folder = Folder::new();
        let help = folder.run(arguments);
        assert_eq!((help.status, help.stderr.as_str()), (0, ""), "{arguments}");
        assert!(help.stdout.contains("Examples:\n"), "{arguments}");
        for example in help.stdout.lines().filter_map(|line| line.strip_prefix("  leadscore ")) {
            let arguments = example.split(" > ").next().unwrap();
            let run = folder.run(&arguments.replace("1042", "7").replace('\'', ""));
            assert_eq!(run.status, 0, "{example}: {}", run.stderr);
            examples += 1;
        }
    }
    assert!(examples >= 23, "{examples}");
}

#[test]
fn the_schema_accepts_the_ruleset_and_rejects_a_misspelt_key() {
    let run = Folder::new().run("schema");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let schema = serde_json::from_str(&run.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let accepts = |text: &str| validator.is_valid(&serde_json::from_str(text).unwrap());
    assert!(accepts(RULES));
    assert!(!accepts(&RULES.replace("\"groups\"", "\"gruops\"")));
}
