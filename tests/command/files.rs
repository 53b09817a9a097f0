//! Files that are read and written: what is at fault, and what is left as it was.

use crate::folder::Folder;

const SCORES: &str = "id,fit,fit_band,engagement,priority\n30,12.5,A,0,A2\n7,-10,B,0,B2\n12,12.5,A,0,A2\n";

#[test]
fn an_output_file_gets_csv_and_takes_the_place_of_the_old_one() {
    let folder = Folder::new();
    folder.write("scores.csv", "old");
    let run = folder.run("score rules.json contacts.csv --output scores.csv --as-of 2024-06-30");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.ends_with("\nwrote 3 contacts to scores.csv\n"), "{}", run.stderr);
    assert_eq!(folder.read("scores.csv"), SCORES);
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json", "scores.csv"]);
}

#[test]
fn a_file_may_be_written_over_the_contacts_that_were_read() {
    let folder = Folder::new();
    assert_eq!(folder.run("score rules.json contacts.csv -q -o contacts.csv").status, 0);
    assert_eq!(folder.read("contacts.csv"), SCORES);
}

#[test]
fn whatever_fails_leaves_the_old_file_whole() {
    let folder = Folder::new();
    folder.write("scores.csv", "old");
    folder.write("binary.csv", b"PK\x03\x04 a workbook");
    folder.write("bad.json", "{");
    for arguments in ["score rules.json binary.csv", "score bad.json contacts.csv", "score rules.json nowhere.csv"] {
        let run = folder.run(&format!("{arguments} --output scores.csv"));
        assert_eq!((run.status, folder.read("scores.csv").as_str()), (1, "old"), "{arguments}");
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_half_way_leaves_the_old_file_whole() {
    let folder = Folder::new();
    folder.write("scores.csv", "old");
    let contacts: String = (0..20_000).map(|number| format!("{number},VP\n")).collect();
    folder.write("contacts.csv", format!("id,jobtitle\n{contacts}"));
    let mut shell = std::process::Command::new("sh");
    // A limit on the size of files, of which the signal is ignored, fails the write as a full disk does.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" score rules.json contacts.csv --quiet --output scores.csv";
    shell.args(["-c", script]).arg(folder.command().get_program()).current_dir(folder.path(""));
    let run = crate::folder::run(shell, "");
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.starts_with("error: cannot write scores.csv: "), "{}", run.stderr);
    assert_eq!(folder.read("scores.csv"), "old");
    assert_eq!(folder.files(), ["contacts.csv", "events.csv", "rules.json", "scores.csv"]);
}

#[cfg(unix)]
#[test]
fn an_output_file_keeps_its_permissions_and_links_stay_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    folder.write("real.csv", "old");
    let mode = |name: &str| std::fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
    std::fs::set_permissions(folder.path("real.csv"), std::fs::Permissions::from_mode(0o604)).unwrap();
    symlink("real.csv", folder.path("link.csv")).unwrap();
    assert_eq!(folder.run("score rules.json contacts.csv -q -o link.csv").status, 0);
    assert!(folder.path("link.csv").is_symlink());
    assert_eq!((folder.read("real.csv").as_str(), mode("real.csv")), (SCORES, 0o604));

    // A new file is readable as any new file is.
    folder.write("any.csv", "");
    assert_eq!(folder.run("score rules.json contacts.csv -q -o new.csv").status, 0);
    assert_eq!(mode("new.csv"), mode("any.csv"));
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    let run = Folder::new().run("score rules.json contacts.csv -q -o /dev/stdout");
    assert_eq!((run.status, run.stdout.as_str()), (0, SCORES));
}

#[test]
fn errors_name_the_file() {
    let folder = Folder::new();
    folder.write("book.csv", b"PK\x03\x04 a workbook");
    folder.write("empty.csv", "");
    let error = |arguments: &str| {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{arguments}: {run:?}");
        run.stderr
    };
    for (arguments, beginning) in [
        ("score nowhere.json contacts.csv", "error: cannot read nowhere.json: there is no such file or folder\n"),
        ("score rules.json nowhere.csv", "error: cannot read nowhere.csv: "),
        ("score rules.json contacts.csv --events nowhere.csv", "error: cannot read nowhere.csv: "),
        (
            "score rules.json contacts.csv/x",
            "error: cannot read contacts.csv/x: what should be a folder in this path is a file\n",
        ),
        ("score rules.json .", "error: cannot read .: expected a file, found a folder\n"),
        ("score rules.json contacts.csv -q -o .", "error: cannot write .: expected a file, found a folder\n"),
        (
            "score rules.json contacts.csv -q -o no/where.csv",
            "error: cannot write no/where.csv: there is no such file or folder\n",
        ),
        ("score rules.json book.csv", "error: book.csv: expected CSV or JSON, found an Excel workbook"),
        ("score rules.json empty.csv", "error: empty.csv: expected CSV or JSON, found an empty file"),
        ("score rules.json contacts.csv --events empty.csv", "error: empty.csv: "),
        ("score rules.json empty.csv --events events.csv", "error: empty.csv: "),
        ("score rules.json contacts.csv --events book.csv", "error: book.csv: "),
        ("explain rules.json book.csv --id 1", "error: book.csv: "),
    ] {
        let stderr = error(arguments);
        assert!(stderr.starts_with(beginning), "{arguments}: {stderr}");
    }
}
