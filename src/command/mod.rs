//! The command line: arguments come in, the library is called, and what it says is written for people or for programs.
//!
//! Exit statuses are 0, 1 where the input is at fault, and 2 where the arguments are. Only this module reads the clock. It knows nothing
//! of how scores come about.

mod check;
mod diagnostics;
mod explain;
mod failure;
mod inputs;
mod instant;
mod ledger_text;
mod load_report;
mod nearest;
mod output;
mod schema;
mod score;
mod source;
mod tabular;
mod terminal;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  leadscore check rules.json
  leadscore score rules.json contacts.csv --events events.csv
  leadscore score rules.json contacts.csv --output scores.csv
  leadscore explain rules.json contacts.csv --id ada@example.com

Exit status: 0, 1 if the input is at fault, 2 if the arguments are.";

/// Score leads by rules, exactly, and say why
#[derive(Debug, Parser)]
#[command(name = "leadscore", version, after_help = EXAMPLES, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Score(score::Score),
    Explain(explain::Explain),
    Schema(schema::Schema),
}

/// Does what the arguments ask for.
pub fn run() -> ExitCode {
    let outcome = match CommandLine::parse().command {
        Command::Check(check) => check.run(),
        Command::Score(score) => score.run(),
        Command::Explain(explain) => explain.run(),
        Command::Schema(schema) => schema.run(),
    };
    outcome.map_or_else(Failure::end, |()| ExitCode::SUCCESS)
}
