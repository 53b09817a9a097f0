//! The command line: arguments come in, the library is called, and what it says is written for people or for programs.
//!
//! Exit statuses are 0, 1 where the input is at fault or something could not be done, and 2 where the arguments are at fault. It is compiled twice, natively and to WebAssembly for
//! the npm package; [`host`] is where the two differ. It knows nothing of how scores come about.

mod advance;
mod advance_report;
mod check;
mod diagnostics;
mod explain;
mod failure;
mod host;
mod inputs;
mod instant;
mod ledger_text;
mod load_report;
mod nearest;
mod notify;
mod outbox;
mod output;
mod progress;
mod publish;
mod schema;
mod score;
mod source;
mod tabular;
mod terminal;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  leadscore check rules.json
  leadscore score rules.json contacts.csv --events events.csv
  leadscore score rules.json contacts.csv --output scores.csv
  leadscore explain rules.json contacts.csv --id ada@example.com
  leadscore advance rules.json contacts.csv --output state.json
  leadscore publish rules.json --output ruleset.json

Exit status: 0, 1 if the input is at fault or something waits to be delivered, 2 if the arguments are at fault.";

/// Score leads by rules, exactly, and say why
#[derive(Debug, Parser)]
#[command(name = "leadscore", version, after_help = EXAMPLES)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Score(score::Score),
    Explain(explain::Explain),
    Advance(advance::Advance),
    Publish(publish::Publish),
    Schema(schema::Schema),
}

/// Does what the arguments ask for.
pub fn run() -> ExitCode {
    let outcome = CommandLine::given().and_then(|given| match given.command {
        Command::Check(check) => check.run(),
        Command::Score(score) => score.run(),
        Command::Explain(explain) => explain.run(),
        Command::Advance(advance) => advance.run(),
        Command::Publish(publish) => publish.run(),
        Command::Schema(schema) => schema.run(),
    });
    host::end(outcome.map_or_else(Failure::end, |()| 0))
}

/// Longer lines of help are hard to read, also where there is room.
const WIDEST_HELP: usize = 100;

impl CommandLine {
    /// What the arguments ask for.
    fn given() -> Result<CommandLine, Failure> {
        let width = terminal::terminal_width().unwrap_or(WIDEST_HELP).min(WIDEST_HELP);
        let matches = CommandLine::command().term_width(width).try_get_matches_from(host::arguments());
        matches.and_then(|matches| CommandLine::from_arg_matches(&matches)).map_err(Failure::Usage)
    }
}
