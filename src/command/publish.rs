//! `leadscore publish`: a ruleset comes in, the file that the on-site embed reads goes out.

use super::diagnostics;
use super::failure::Failure;
use super::host::Stream;
use super::inputs::ruleset_text;
use super::output;
use super::source::Source;
use super::terminal;
use clap::Args;
use leadscore::ruleset::published;
use std::io::Write;
use std::path::PathBuf;

/// Publish a ruleset for the on-site embed, which scores visitors by it in their browsers
///
/// It is checked here, and not in the browser. Warnings are shown and stop nothing; a ruleset with errors is not published.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  leadscore publish rules.json > ruleset.json
  leadscore publish rules.json --output ruleset.json
  leadscore publish rules.json --lifecycle --output ruleset.json")]
pub struct Publish {
    /// The ruleset, a JSON file; `-` is standard input
    ruleset: Source,

    /// Publish lists, lifecycle and workflows too
    ///
    /// Then pages hear of what happens to their visitors. Whoever may read a page may read the messages of workflows. Whom a list names is
    /// left out.
    #[arg(long)]
    lifecycle: bool,

    /// The file to write to [default: standard output]
    ///
    /// It is replaced when everything has been written; if anything fails before that, it stays as it was.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Publish {
    /// Shows what is wrong or suspect, and writes the published ruleset if nothing is wrong.
    pub fn run(self) -> Result<(), Failure> {
        let text = ruleset_text(&self.ruleset)?;
        let checked = leadscore::check(&text);
        let mut report = terminal::styled(Stream::Error);
        if !checked.diagnostics.is_empty() {
            // Where standard error is closed there is nobody to tell.
            let _ = diagnostics::write(&mut report, &self.ruleset.to_string(), &text, &checked.diagnostics);
        }
        let ruleset = checked.ruleset.ok_or(Failure::Reported)?;
        let encode = if self.lifecycle { published::encode_with_lifecycle } else { published::encode };
        let published = encode(&ruleset).map_err(|error| self.ruleset.fault(&error))?;
        output::write(self.output.as_deref(), |output| output.write_all(published.as_bytes()))?;
        if let Some(path) = &self.output {
            let path = path.display().to_string();
            let _ = writeln!(report, "wrote the published ruleset to {}", terminal::visible(&path));
        }
        if self.lifecycle && ruleset.lists.is_empty() && ruleset.lifecycle.is_none() && ruleset.workflows.is_empty() {
            let _ = writeln!(report, "there are no lists, no lifecycle and no workflows to publish");
        }
        Ok(())
    }
}
