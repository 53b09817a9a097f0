//! `leadscore explain`: a ruleset, contacts and the id of one of them come in, and why it has its scores goes out.

use super::failure::Failure;
use super::host::Stream;
use super::inputs::Inputs;
use super::ledger_text;
use super::nearest::nearest;
use super::terminal;
use clap::{Args, ValueEnum};
use leadscore::Scorer;
use leadscore::contacts::{Loaded, Table};
use std::io::Write;

/// Explain why a contact has its scores
///
/// Every criterion, met or not, on what evidence, what is missing, what limits take away, and when it changes next.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  leadscore explain rules.json contacts.csv --id 1042
  leadscore explain rules.json contacts.csv --id ada@example.com --as-of 2024-06-30
  leadscore explain rules.json contacts.csv --id 1042 --format json")]
pub struct Explain {
    #[command(flatten)]
    inputs: Inputs,

    /// The contact: its id, else its email; `row 7` is the seventh contact, if it has no id
    #[arg(long, value_name = "ID")]
    id: String,

    /// How the reasons are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// A ledger, as JSON, with every detail
    Json,
}

impl Explain {
    /// Finds the contact and writes its ledger.
    pub fn run(self) -> Result<(), Failure> {
        self.inputs.check_standard_input("explain", None)?;
        let ruleset = self.inputs.ruleset()?.ruleset;
        let loaded = self.inputs.load(false)?;
        let scorer = Scorer::new(&ruleset);
        let row = loaded.table.find(&self.id).ok_or_else(|| self.not_found(&loaded))?;
        let ledger = scorer.explain(&loaded.table, row, self.inputs.as_of()).ok_or_else(|| self.not_found(&loaded))?;
        let same = with_the_same_id(&loaded.table, row);
        if same > 1 {
            let (note, id) = (terminal::NOTE, terminal::visible(&ledger.id));
            let _ = writeln!(
                terminal::styled(Stream::Error),
                "{note}note:{note:#} {same} contacts have the id {id}; this is the first"
            );
        }
        let text = match self.format {
            Format::Text => ledger_text::text(&ledger, &ruleset, &self.id, terminal::text_width()),
            Format::Json => serde_json::to_string_pretty(&ledger).map_err(Failure::standard_output)? + "\n",
        };
        let mut output = terminal::styled(Stream::Output);
        output.write_all(text.as_bytes()).and_then(|()| output.flush()).map_err(Failure::standard_output)
    }

    fn not_found(&self, loaded: &Loaded) -> Failure {
        let contacts = &self.inputs.contacts;
        let count = terminal::counted(loaded.table.rows(), "contact");
        let mut message = format!("{contacts}: none of {count} has the id or email \"{}\"", self.id);
        let nearest = nearest(&loaded.table, &self.id);
        if !nearest.is_empty() {
            message += &format!("\n  the nearest: {}", nearest.join(", "));
        }
        let left_out = loaded.report.rows_left_out.count;
        if left_out > 0 {
            message += &format!("\n  {} could not be read and may be it", terminal::counted(left_out, "row"));
        }
        Failure::Input(message)
    }
}

/// How many contacts have the id of the one in this row.
fn with_the_same_id(table: &Table, row: usize) -> usize {
    match table.ids().codes().get(row) {
        None | Some(0) => 1,
        Some(code) => table.ids().codes().iter().filter(|other| *other == code).count(),
    }
}
