//! What only happens on a terminal, in one that `script` makes.

use crate::folder::{Folder, Run, run};

/// Runs a shell command in a terminal of 80 columns; what it prints has the line ends of terminals.
fn on_a_terminal(folder: &Folder, arguments: &str) -> Run {
    let program = folder.command().get_program().to_str().unwrap().to_owned();
    let mut script = std::process::Command::new("script");
    let command = format!("stty cols 80; {program} {arguments}");
    script.args(["--quiet", "--return", "--command", &command, "/dev/null"]).current_dir(folder.path(""));
    script.env("TERM", "xterm").env_remove("NO_COLOR");
    run(script, "")
}

#[test]
fn a_table_of_the_first_fifty_is_the_default() {
    let folder = Folder::new();
    let contacts: String = (0..1_060).map(|number| format!("{number},VP\n")).collect();
    folder.write("contacts.csv", format!("id,jobtitle\n{contacts}"));
    let run = on_a_terminal(&folder, "score rules.json contacts.csv --quiet");
    assert_eq!(run.status, 0, "{run:?}");
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 53, "{}", run.stdout);
    assert!(lines[51].trim_start().starts_with("49 "), "{}", lines[51]);
    assert_eq!(lines[52], " … and 1,010 more; to see them all: --format table | less");
}

#[test]
fn an_output_file_is_csv_also_there() {
    let folder = Folder::new();
    let run = on_a_terminal(&folder, "score rules.json contacts.csv --quiet --output scores.csv");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(folder.read("scores.csv").starts_with("id,fit,"));
}

#[test]
fn there_are_colours_and_lines_fit() {
    let folder = Folder::new();
    let run = on_a_terminal(&folder, "explain rules.json contacts.csv --events events.csv --id 30");
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stdout.contains("\u{1b}[1mFit  12.5 points\u{1b}[0m"), "{:?}", run.stdout);
    let run = on_a_terminal(&folder, "score rules.json contacts.csv --format csv");
    assert!(run.stdout.contains("\u{1b}[1m\u{1b}[33mwarning:\u{1b}[0m"), "{:?}", run.stdout);
}
