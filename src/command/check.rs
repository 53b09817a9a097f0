//! `leadscore check`: a ruleset comes in, everything that is wrong or suspect in it goes out.

use super::diagnostics;
use super::failure::Failure;
use super::host::Stream;
use super::inputs::ruleset_text;
use super::source::Source;
use super::terminal;
use clap::{Args, ValueEnum};
use std::io::Write;

/// Check a ruleset: everything that is wrong in it or suspect, at its place
///
/// Exit status 1 if there is an error. Warnings are shown and are no errors.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  leadscore check rules.json
  curl -s https://example.com/rules.json | leadscore check - --format json")]
pub struct Check {
    /// The ruleset, a JSON file; `-` is standard input
    ruleset: Source,

    /// How the diagnostics are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people, with the offending lines
    Text,
    /// One JSON array; offsets and lengths are in bytes of UTF-8
    Json,
}

impl Check {
    /// Writes the diagnostics. It fails if there is an error among them.
    pub fn run(self) -> Result<(), Failure> {
        let text = ruleset_text(&self.ruleset)?;
        let checked = leadscore::check(&text);
        let mut output = terminal::styled(Stream::Output);
        match self.format {
            Format::Text => {
                diagnostics::write(&mut output, &self.ruleset.to_string(), &text, &checked.diagnostics)
                    .map_err(Failure::standard_output)?;
            }
            Format::Json => {
                let json = serde_json::to_string_pretty(&checked.diagnostics).map_err(Failure::standard_output)?;
                writeln!(output, "{json}").map_err(Failure::standard_output)?;
            }
        }
        output.flush().map_err(Failure::standard_output)?;
        if checked.ruleset.is_none() { Err(Failure::Reported) } else { Ok(()) }
    }
}
