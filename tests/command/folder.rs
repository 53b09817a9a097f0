//! A folder of input files, and the binary run in it.

use assert_cmd::cargo::cargo_bin;
use leadscore::lifecycle::{Happening, State};
use std::path::PathBuf;
use tempfile::TempDir;

/// What a run of the binary came to.
#[derive(Debug, PartialEq)]
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// A folder of input files.
pub struct Folder(TempDir);

pub const RULES: &str = r#"{
  "scores": [
    { "id": "fit", "label": "Fit", "groups": [ { "id": "who", "label": "Who they are", "criteria": [
      { "id": "vp", "label": "Senior title", "when": { "property": "jobtitle", "contains_word": ["vp", "head"] }, "points": 12.5 },
      { "id": "small", "label": "Small company", "when": { "property": "employees", "is_less_than": 5 }, "points": -10 }
    ] } ] },
    { "id": "engagement", "label": "Engagement", "limit": { "max": 20 }, "groups": [ { "id": "web", "label": "Web", "criteria": [
      { "id": "prices", "label": "Looked at prices", "event": "page_view", "where": { "property": "url", "contains": "/pricing" },
        "within_days": 30, "points": 8 }
    ] } ] }
  ],
  "bands": [
    { "score": "fit", "ranges": [ { "label": "A", "at_least": 10 }, { "label": "B", "below": 10 } ] },
    { "id": "priority", "rows": { "score": "fit", "ranges": [ { "label": "A", "at_least": 10 }, { "label": "B", "below": 10 } ] },
      "columns": { "score": "engagement", "ranges": [ { "label": "1", "at_least": 10 }, { "label": "2", "below": 10 } ] } }
  ]
}
"#;

pub const CONTACTS: &str = "\
id,email,jobtitle,employees
30,zoe@example.com,VP Sales,40
7,ada@example.com,Engineer,3
12,bob@example.com,Head of Marketing,about 20
";

pub const EVENTS: &str = "\
contact_id,type,time,url
30,page_view,2024-06-20T08:00:00Z,https://example.com/pricing
30,page_view,2024-06-25T08:00:00Z,https://example.com/pricing
30,page_view,2024-06-26T08:00:00Z,https://example.com/pricing?plan=team
7,page_view,2024-06-01T00:00:00Z,https://example.com/pricing
7,page_view,2024-07-09T08:00:00Z,https://example.com/pricing
99,page_view,2024-06-01T08:00:00Z,https://example.com/
";

impl Folder {
    /// With `rules.json`, `contacts.csv` and `events.csv`.
    pub fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        folder.write("rules.json", RULES);
        folder.write("contacts.csv", CONTACTS);
        folder.write("events.csv", EVENTS);
        folder
    }

    /// With rules by which contacts come to sales, and such contacts.
    pub fn of_leads() -> Folder {
        let folder = Folder::new();
        folder.write("rules.json", TO_SALES);
        folder.write("contacts.csv", LEADS);
        folder.write("events.csv", DEMOS);
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of all files, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The binary, to be run in the folder.
    pub fn command(&self) -> std::process::Command {
        let mut command = std::process::Command::new(cargo_bin!("leadscore"));
        command.current_dir(self.0.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs it with arguments that are written as in a shell, without quotes.
    pub fn run(&self, arguments: &str) -> Run {
        self.run_with_input(arguments, "")
    }

    /// The same, with standard input.
    pub fn run_with_input(&self, arguments: &str, input: &str) -> Run {
        let mut command = self.command();
        command.args(arguments.split_whitespace());
        run(command, input)
    }
}

/// A happening as it waits in a state's outbox.
pub fn happening(json: &str) -> Happening {
    let state: State = format!(r#"{{"leadscore_state":1,"outbox":[{json}]}}"#).parse().unwrap();
    state.outbox.into_iter().next().unwrap()
}

/// Runs a command.
pub fn run(command: std::process::Command, input: &str) -> Run {
    let output = assert_cmd::Command::from_std(command).write_stdin(input).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let status = output.status.code().expect("it ends by itself");
    Run { status, stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Rules by which contacts who ask for a demo come to sales, and large companies at least become MQLs.
pub const TO_SALES: &str = r#"{
  "scores": [ { "id": "lead", "label": "Lead score", "groups": [ { "id": "all", "criteria": [
    { "id": "demo", "event": "demo_request", "points": 70 },
    { "id": "large", "when": { "property": "employees", "is_greater_than": 50 }, "points": 40 }
  ] } ] } ],
  "lists": [ { "id": "sqls", "when": { "property": "lifecyclestage", "is_equal_to": "sql" } } ],
  "lifecycle": { "stages": [
    { "id": "lead", "label": "Lead" },
    { "id": "mql", "label": "MQL", "enter_when": { "score": "lead", "at_least": 35 } },
    { "id": "sql", "label": "SQL", "enter_when": { "score": "lead", "at_least": 65 } }
  ] },
  "workflows": [ { "id": "to-sales", "label": "To sales", "enrol_on": "sqls", "enrol_present": true, "actions": [
    { "set": "owner", "to": "inbound" },
    { "clear": "jobtitle" },
    { "notify": "sales", "message": "{{firstname|Somebody}} has {{score:lead}} points" },
    { "call_back": "crm", "with": "{{id}}" }
  ] } ]
}
"#;

pub const LEADS: &str = "\
Record ID,First Name,Job Title,employees,Lifecycle Stage
30,Zoë,VP,400,lead
7,,,3,
12,Bob,CTO,100,Lead
";

pub const DEMOS: &str = "\
contact_id,type,time
30,demo_request,2024-06-20
7,demo_request,2024-06-20
12,demo_request,2024-07-20
";
