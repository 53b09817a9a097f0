//! `leadscore advance`, ended by SIGKILL at any instant: nothing is lost, nothing is told twice under another key, and the state is whole.

use crate::folder::{Folder, TO_SALES, happening};
use leadscore::lifecycle::State;
use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::Duration;

const RUNS: u64 = 200;

/// Kills come within this many microseconds: about when a run would end by itself.
const LATEST: u64 = 150_000;

/// Two contacts a day ask for a demo.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("rules.json", TO_SALES);
    let (mut contacts, mut events) = ("Record ID,First Name\n".to_owned(), "contact_id,type,time\n".to_owned());
    for id in 0..RUNS * 2 {
        contacts += &format!("{id},Ada {id}\n");
        events += &format!("{id},demo_request,{}\n", day(id / 2));
    }
    folder.write("contacts.csv", contacts);
    folder.write("events.csv", events);
    folder
}

/// The instant of a day in milliseconds, from the first of January 2024.
fn day(number: u64) -> u64 {
    1_704_067_200_000 + number * 86_400_000
}

fn advance(folder: &Folder, as_of: u64) -> Command {
    let mut command = folder.command();
    command.args(
        "advance rules.json contacts.csv --events events.csv -q -o state.json --happenings happened.ndjson".split(' '),
    );
    command.args(["--notify-pause", "0", "--as-of", &as_of.to_string()]);
    // The line is complete, or it was not handed over: the builtins write a line in one piece.
    command.args(["--notify", "read -r line && printf '%s\\t%s\\n' \"$LEADSCORE_KEY\" \"$line\" >> told"]);
    if folder.path("state.json").exists() {
        command.args(["--state", "state.json"]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn state(folder: &Folder) -> State {
    folder.read("state.json").parse().expect("the state is whole")
}

/// The message that was told under each key, and how many times anything was.
fn told(folder: &Folder) -> (BTreeMap<String, String>, usize) {
    let text = folder.read("told");
    let mut told = BTreeMap::new();
    for line in text.lines() {
        let (key, body) = line.split_once('\t').unwrap();
        let happening = happening(body);
        assert_eq!(happening.key, key);
        let what = format!("{:?}", happening.what);
        assert_eq!(told.entry(key.to_owned()).or_insert_with(|| what.clone()), &what, "{key}");
    }
    (told, text.lines().count())
}

#[test]
fn whenever_it_is_killed_everything_is_told_and_nothing_under_two_keys() {
    let folder = folder();
    // xorshift: the same delays in every test.
    let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut killed = 0;
    for run in 0..RUNS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let mut child = advance(&folder, day(run)).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random % LATEST));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        if folder.path("state.json").exists() {
            state(&folder);
        }
    }
    assert!(killed > 0, "no run was killed before it ended");
    assert_eq!(advance(&folder, day(RUNS)).status().unwrap().code(), Some(0));
    let (told, times) = told(&folder);
    assert!(state(&folder).outbox.is_empty());

    // Both messages of every contact, in the words in which they would have been told without being killed.
    let expected = |id: u64| {
        [
            (3, format!("Notified {{ channel: \"sales\", message: \"Ada {id} has 70 points\" }}")),
            (4, format!("CalledBack {{ name: \"crm\", message: \"{id}\" }}")),
        ]
        .map(|(action, what)| (format!("{id}/to-sales/1/{action}"), what))
    };
    let expected: BTreeMap<String, String> = (0..RUNS * 2).flat_map(expected).collect();
    assert_eq!(told, expected);
    println!("{killed} of {RUNS} runs killed; {times} deliveries of {}", expected.len());
}
