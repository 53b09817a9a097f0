//! `leadscore advance --notify`: at least once, with a key, to an address or a command.

use crate::folder::{Folder, Run, TO_SALES, happening, run};
use crate::server::{Answer, Server};
use leadscore::lifecycle::{Happening, State};

const TOLD: [&str; 4] = ["30/to-sales/1/3", "30/to-sales/1/4", "7/to-sales/1/3", "7/to-sales/1/4"];

/// Runs with this to notify, without pauses. The state is gone on from, if there is one.
fn notifying(folder: &Folder, notify: &str, options: &str) -> Run {
    let mut command = folder.command();
    command.args("advance rules.json contacts.csv --events events.csv --as-of 2024-06-30 -o state.json".split(' '));
    command.args(["--happenings", "happened.ndjson", "--notify", notify, "--notify-pause", "0"]);
    command.args(options.split_whitespace());
    if folder.path("state.json").exists() {
        command.args(["--state", "state.json"]);
    }
    run(command, "")
}

fn waiting(folder: &Folder) -> Vec<String> {
    let state: State = folder.read("state.json").parse().unwrap();
    state.outbox.into_iter().map(|happening| happening.key).collect()
}

#[test]
fn what_workflows_tell_is_posted_with_its_key_and_leaves_the_outbox() {
    let (folder, server) = (Folder::of_leads(), Server::answering(&[]));
    let run = notifying(&folder, &server.url, "");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.ends_with("\ndelivered 4 happenings\n"), "{}", run.stderr);
    assert_eq!(server.keys(), TOLD);
    assert!(waiting(&folder).is_empty());
    let told = folder.read("happened.ndjson");
    for posted in server.posted() {
        assert_eq!(posted.line, "POST /hook?from=leadscore HTTP/1.1\r\n");
        assert_eq!(posted.header("content-type"), Some("application/json"));
        assert_eq!(posted.header("user-agent"), Some(concat!("leadscore/", env!("CARGO_PKG_VERSION"))));
        let happening = happening(&posted.body);
        assert_eq!(Some(happening.key.as_str()), posted.header("idempotency-key"));
        // It is the very line that stands among what happened.
        assert!(told.contains(&posted.body), "{}", posted.body);
    }

    let again = notifying(&folder, &server.url, "-q");
    assert_eq!((again.status, again.stderr.as_str(), server.keys().len()), (0, "", 4));
}

#[test]
fn what_fails_for_a_while_is_tried_again() {
    let answers = [Answer::Status(503), Answer::Status(429), Answer::Status(201), Answer::Nothing, Answer::Status(408)];
    let (folder, server) = (Folder::of_leads(), Server::answering(&answers));
    let run = notifying(&folder, &server.url, "-q");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let tried = [[TOLD[0]; 3].as_slice(), &[TOLD[1]; 3], &TOLD[2..]].concat();
    assert_eq!(server.keys(), tried);
    assert!(waiting(&folder).is_empty());
}

#[test]
fn what_is_refused_is_tried_once_and_waits() {
    for refusal in [Answer::Status(400), Answer::Status(401), Answer::Status(404), Answer::Elsewhere] {
        let (folder, server) = (Folder::of_leads(), Server::answering(&[refusal]));
        let run = notifying(&folder, &server.url, "-q");
        assert_eq!(run.status, 1);
        let reason = match refusal {
            Answer::Status(status) => format!("the answer had status {status}"),
            _ => "the answer led elsewhere (status 307)".to_owned(),
        };
        let (url, key) = (&server.url, TOLD[0]);
        let expected = format!(
            "error: 1 happening waits to be delivered to {url}; {key}, the last that was tried: {reason}; the next run delivers what waits first\n"
        );
        assert_eq!(run.stderr, expected);
        // Nothing went to where the redirect led.
        assert_eq!(server.keys(), TOLD);
        assert_eq!(waiting(&folder), [TOLD[0]]);
        // It is delivered by the next run, though nothing new happens.
        assert_eq!(notifying(&folder, &server.url, "-q").status, 0);
        assert_eq!(server.keys()[4..], [TOLD[0]]);
        assert!(waiting(&folder).is_empty());
    }
}

#[test]
fn when_nobody_takes_anything_everything_waits_behind_what_was_not_tried() {
    let (folder, server) = (Folder::of_leads(), Server::answering(&[Answer::Status(500); 9]));
    let run = notifying(&folder, &server.url, "-q");
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("error: 4 happenings wait to be delivered"), "{}", run.stderr);
    assert_eq!(server.keys(), [[TOLD[0]; 3], [TOLD[1]; 3], [TOLD[2]; 3]].concat());
    assert_eq!(waiting(&folder), [TOLD[3], TOLD[0], TOLD[1], TOLD[2]]);
    // What waits comes before what is new: the third contact asks for a demo in July.
    let later = notifying(&folder, &server.url, "-q --as-of 2024-07-31".replace("--as-of 2024-07-31", "").trim());
    assert_eq!(
        (later.status, server.keys()[9..].to_vec()),
        (0, vec![TOLD[3].into(), TOLD[0].into(), TOLD[1].into(), TOLD[2].into()])
    );
}

#[test]
fn an_answer_that_does_not_come_is_not_waited_for_without_end() {
    let (folder, server) = (Folder::of_leads(), Server::answering(&[Answer::Silence]));
    let run = notifying(&folder, &server.url, "-q --notify-timeout 1");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(server.keys(), [&TOLD[..1], &TOLD].concat());
}

#[test]
fn an_address_where_nobody_is_leaves_everything_waiting() {
    let folder = Folder::of_leads();
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let run = notifying(&folder, &format!("http://127.0.0.1:{port}/"), "-q");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains(": nobody answers there; "), "{}", run.stderr);
    assert_eq!(waiting(&folder).len(), 4);
    // Told again as long as it waits, also by runs that deliver nothing.
    let run = folder.run("advance rules.json contacts.csv --state state.json -o state.json --as-of 2024-06-30");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.ends_with("note: 4 happenings wait to be delivered: give --notify\n"), "{}", run.stderr);
    assert_eq!(waiting(&folder).len(), 4);
}

#[test]
fn what_waits_already_is_not_put_there_again() {
    let (folder, server) = (Folder::of_leads(), Server::answering(&[Answer::Status(400); 3]));
    assert_eq!(notifying(&folder, &server.url, "-q").status, 1);
    // As if the contacts had been taken out of the state: everything happens once more.
    let mut forgotten = State::default();
    forgotten.outbox = folder.read("state.json").parse::<State>().unwrap().outbox;
    folder.write("state.json", forgotten.to_string());
    assert_eq!(notifying(&folder, &server.url, "-q").status, 0);
    assert_eq!(server.keys(), [TOLD[0], TOLD[1], TOLD[2], TOLD[3], TOLD[0], TOLD[1], TOLD[2]]);
}

#[test]
fn without_notify_nothing_is_put_into_the_outbox() {
    let folder = Folder::of_leads();
    let run = folder.run("advance rules.json contacts.csv --events events.csv --as-of 2024-06-30 -o state.json -q");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("notified"), "{}", run.stdout);
    assert!(waiting(&folder).is_empty());
}

#[cfg(unix)]
#[test]
fn more_than_a_batch_is_delivered_and_the_state_is_written_after_each() {
    let folder = Folder::of_leads();
    let contacts: String = (0..150).map(|id| format!("{id},sql\n")).collect();
    folder.write("contacts.csv", format!("Record ID,Lifecycle Stage\n{contacts}"));
    let run = notifying(&folder, "wc -c < state.json >> sizes; cat > /dev/null", "-q");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let sizes = folder.read("sizes");
    let mut sizes: Vec<usize> = sizes.lines().map(|size| size.trim().parse().unwrap()).collect();
    assert_eq!(sizes.len(), 300);
    sizes.dedup();
    assert_eq!(sizes.len(), 3, "it is written after each hundred: {sizes:?}");
    assert!(sizes.is_sorted_by(|one, next| one > next), "{sizes:?}");
    assert!(waiting(&folder).is_empty());
}

#[cfg(unix)]
#[test]
fn a_command_gets_a_line_and_the_key_and_what_it_writes_goes_to_standard_error() {
    let folder = Folder::of_leads();
    let run = notifying(
        &folder,
        "printf '%s ' \"$LEADSCORE_KEY\"; read -r line && printf '%s\\n' \"$line\" | tee -a told",
        "-q",
    );
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    let told: Vec<Happening> = folder.read("told").lines().map(happening).collect();
    assert_eq!(told.iter().map(|happening| happening.key.as_str()).collect::<Vec<_>>(), TOLD);
    for happening in &told {
        assert!(run.stderr.contains(&format!("{} {{\"key\":\"{}\"", happening.key, happening.key)), "{}", run.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_command_that_fails_is_tried_three_times_and_one_that_reads_nothing_may_succeed() {
    let folder = Folder::of_leads();
    let run = notifying(&folder, "echo \"$LEADSCORE_KEY\" >> tried; case $LEADSCORE_KEY in 30/*) exit 3;; esac", "-q");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("2 happenings wait") && run.stderr.contains(": the status was 3; "), "{}", run.stderr);
    let tried = [[TOLD[0]; 3].as_slice(), &[TOLD[1]; 3], &TOLD[2..]].concat().join("\n");
    assert_eq!(folder.read("tried"), tried + "\n");
    assert_eq!(waiting(&folder), TOLD[..2]);
    assert_eq!(notifying(&folder, "true", "-q").status, 0);
    assert!(waiting(&folder).is_empty());
}

#[cfg(unix)]
#[test]
fn a_command_that_hangs_or_is_killed_or_is_not_there_has_not_taken_it() {
    for (command, reason) in [
        ("sleep 60; true", ": it took longer than 1 s; "),
        ("kill -9 $$", ": a signal ended it; "),
        ("no-such-command", ": the status was 127; "),
    ] {
        let folder = Folder::of_leads();
        folder.write("contacts.csv", "Record ID,Lifecycle Stage\n1,sql\n");
        folder.write(
            "rules.json",
            TO_SALES.replace(r#"{ "call_back": "crm", "with": "{{id}}" }"#, r#"{ "clear": "x" }"#),
        );
        let run = notifying(&folder, command, "-q --notify-timeout 1");
        assert!(run.status == 1 && run.stderr.contains(reason), "{command}: {}", run.stderr);
        assert_eq!(waiting(&folder), ["1/to-sales/1/3"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_command_started_ends_with_it() {
    let folder = Folder::of_leads();
    let run = notifying(&folder, "sleep 600 > /dev/null 2>&1 & echo $! >> started; wait", "-q --notify-timeout 1");
    assert_eq!(run.status, 1);
    let started = folder.read("started");
    assert_eq!(started.lines().count(), 9);
    for process in started.lines() {
        // Its state stands behind its name: gone, or dead and not yet taken note of.
        let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        assert!(state.is_empty() || state.contains(") Z ") || state.contains(") X "), "{state}");
    }
}

#[cfg(unix)]
#[test]
fn a_message_that_is_larger_than_a_pipe_arrives_whole_or_is_not_waited_for() {
    let folder = Folder::of_leads();
    let long = "x".repeat(90_000);
    folder.write("contacts.csv", format!("Record ID,First Name,Lifecycle Stage\n1,{long},sql\n"));
    let run = notifying(&folder, "cat >> told", "-q");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(folder.read("told").contains(&format!("{long} has 0 points")));
    let folder = Folder::of_leads();
    folder.write("contacts.csv", format!("Record ID,First Name,Lifecycle Stage\n1,{long},sql\n"));
    let run = notifying(&folder, "sleep 60; true", "-q --notify-timeout 1");
    assert_eq!((run.status, waiting(&folder).len()), (1, 2), "{}", run.stderr);
}

#[test]
fn keys_are_sent_in_ascii() {
    let (folder, server) = (Folder::of_leads(), Server::answering(&[]));
    folder.write("contacts.csv", "Record ID,Lifecycle Stage\nZürich / 1,sql\n");
    assert_eq!(notifying(&folder, &server.url, "-q").status, 0);
    assert_eq!(server.keys(), ["Z%C3%BCrich%20%2F%201/to-sales/1/3", "Z%C3%BCrich%20%2F%201/to-sales/1/4"]);
}

#[test]
fn what_is_neither_an_address_nor_a_command_is_refused() {
    let folder = Folder::of_leads();
    for notify in ["", "ftp://example.com", "http://", "https://me:secret@example.com"] {
        let run = notifying(&folder, notify, "");
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{notify}: {}", run.stderr);
    }
    for options in ["--notify-pause 1", "--notify-timeout 5", "--notify true --notify-timeout 0"] {
        let run = folder.run(&format!("advance rules.json contacts.csv -o state.json {options}"));
        assert_eq!(run.status, 2, "{options}: {}", run.stderr);
    }
    assert!(!folder.path("state.json").exists());
}
