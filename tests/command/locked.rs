//! `leadscore advance`: while a run works on a state, no other does.

use crate::folder::{Folder, LEADS};
use crate::server::Server;
use std::net::TcpListener;
use std::process::{Child, Stdio};

const ADVANCE: &str = "advance rules.json contacts.csv --events events.csv --as-of 2024-06-30";

fn begin(folder: &Folder, arguments: &str) -> Child {
    let mut command = folder.command();
    command.args(arguments.split_whitespace());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What a run that finds another at work on a file writes.
fn taken(path: &str) -> String {
    let help = "nothing was done, so run again when that one has ended";
    format!("error: {path}: expected no other run that works on this state, found one; {help}\n")
}

/// All files with their contents, but for the locks.
fn contents(folder: &Folder) -> Vec<(String, String)> {
    let files = folder.files().into_iter().filter(|name| !name.starts_with(".leadscore-"));
    files.filter(|name| !name.ends_with(".fifo")).map(|name| (name.clone(), folder.read(&name))).collect()
}

#[test]
fn what_one_run_delivers_no_other_delivers_too() {
    let folder = Folder::of_leads();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let notify = format!("--notify http://{} --notify-pause 0 --notify-timeout 5 -q", listener.local_addr().unwrap());
    let first = begin(&folder, &format!("{ADVANCE} -o state.json --happenings first.ndjson {notify}"));
    // It has written its state, with all that it is to deliver, and waits for an answer.
    let (unanswered, _) = listener.accept().unwrap();
    let before = contents(&folder);
    let second = folder.run(&format!("{ADVANCE} --state state.json -o state.json --happenings second.ndjson {notify}"));
    assert_eq!((second.status, second.stdout, second.stderr), (1, String::new(), taken("state.json")));
    assert_eq!(contents(&folder), before);

    let server = Server::on(listener, &[]);
    drop(unanswered);
    let first = first.wait_with_output().unwrap();
    assert_eq!((first.status.code(), String::from_utf8(first.stderr).unwrap()), (Some(0), String::new()));
    assert_eq!(server.keys().len(), 4);
    // Then it is the turn of the next, which finds everything delivered.
    let third = folder.run(&format!("{ADVANCE} --state state.json -o state.json {notify}"));
    assert_eq!((third.status, third.stdout.as_str(), third.stderr.as_str()), (0, "", ""));
    assert_eq!(server.keys().len(), 4);
}

/// Runs that are stopped in the midst by contacts that nobody writes, until the test does.
#[cfg(unix)]
mod held {
    use super::*;
    use std::fs::File;
    use std::io::Write;
    use std::process::Command;

    /// A folder with states `old.json` and `new.json`, a link to the latter, and contacts to come.
    fn held() -> Folder {
        let folder = Folder::of_leads();
        for state in ["old.json", "new.json"] {
            assert_eq!(folder.run(&format!("{ADVANCE} -o {state} -q")).status, 0);
        }
        std::os::unix::fs::symlink(folder.path("new.json"), folder.path("link.json")).unwrap();
        assert!(Command::new("mkfifo").arg(folder.path("contacts.fifo")).status().unwrap().success());
        folder
    }

    /// Begins a run, and gives what its contacts are written to. It has its locks, as it has begun to read.
    fn begin_reading(folder: &Folder, states: &str) -> (Child, File) {
        let run = begin(folder, &format!("advance rules.json contacts.fifo --as-of 2024-07-31 {states}"));
        (run, File::options().write(true).open(folder.path("contacts.fifo")).unwrap())
    }

    fn let_go(run: Child, mut contacts: File) {
        contacts.write_all(LEADS.as_bytes()).unwrap();
        drop(contacts);
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    #[test]
    fn a_state_that_is_read_or_written_is_taken_under_all_its_names() {
        let folder = held();
        let absolute = folder.path("new.json").display().to_string();
        let (first, contacts) = begin_reading(&folder, "--state old.json -o new.json");
        let before = contents(&folder);
        for (states, named) in [
            ("--state old.json -o old.json", "old.json"),
            ("--state old.json -o new.json", "new.json"),
            ("--state old.json -o third.json", "old.json"),
            ("--state new.json -o third.json", "new.json"),
            ("--state ./new.json -o new.json", "new.json"),
            ("--state link.json -o link.json", "link.json"),
            (&format!("--state {absolute} -o {absolute}"), &absolute),
            ("-o new.json", "new.json"),
        ] {
            let second = folder.run(&format!("{ADVANCE} {states} --happenings second.ndjson --hubspot import.csv"));
            assert_eq!((second.status, second.stdout, second.stderr), (1, String::new(), taken(named)), "{states}");
            assert_eq!(contents(&folder), before, "{states}");
        }
        // Others in the same folder are not.
        let other = folder.run(&format!("{ADVANCE} -o third.json -q"));
        assert_eq!((other.status, other.stderr.as_str()), (0, ""));

        let_go(first, contacts);
        let next = folder.run(&format!("{ADVANCE} --state ./new.json -o {absolute} -q"));
        assert_eq!((next.status, next.stderr.as_str()), (0, ""), "two names of one state");
        assert!(folder.files().iter().all(|name| !name.starts_with('.')), "{:?}", folder.files());
    }

    #[test]
    fn of_two_first_runs_the_one_does_not_write_over_the_other() {
        let folder = held();
        let (first, contacts) = begin_reading(&folder, "-o first.json");
        let second = folder.run(&format!("{ADVANCE} -o first.json"));
        assert_eq!((second.status, second.stdout, second.stderr), (1, String::new(), taken("first.json")));
        assert!(!folder.path("first.json").exists());
        let_go(first, contacts);
        assert!(folder.path("first.json").exists());
    }

    #[test]
    fn a_run_that_is_killed_keeps_nobody_from_its_state() {
        let folder = held();
        let (mut first, contacts) = begin_reading(&folder, "--state old.json -o old.json");
        first.kill().unwrap();
        first.wait().unwrap();
        drop(contacts);
        let next = folder.run(&format!("{ADVANCE} --state old.json -o old.json -q"));
        assert_eq!((next.status, next.stderr.as_str()), (0, ""));
    }

    #[test]
    fn what_is_no_file_of_its_own_is_not_locked() {
        let folder = held();
        let (first, contacts) = begin_reading(&folder, "--state old.json -o /dev/null");
        let second = folder.run(&format!("{ADVANCE} -o /dev/null -q"));
        assert_eq!((second.status, second.stderr.as_str()), (0, ""));
        let_go(first, contacts);
    }
}
