//! Why a command ends without having done what was asked: from an error to a message on standard error and an exit status.

use super::{CommandLine, terminal};
use clap::CommandFactory;
use clap::error::ErrorKind;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command ends early.
#[derive(Debug)]
pub enum Failure {
    /// Whoever reads the output has had enough of it. That is no fault.
    ClosedPipe,
    /// What was given cannot be worked with; the message says why.
    Input(String),
    /// The same, and it has been said already.
    Reported,
    /// The arguments do not go together.
    Usage(clap::Error),
}

impl Failure {
    /// A file that cannot be read or written.
    pub fn file(doing: &str, name: impl Display, error: &io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::Input(format!("cannot {doing} {name}: {error}")),
        }
    }

    /// Standard output that cannot be written to.
    pub fn standard_output(error: impl Into<io::Error>) -> Failure {
        Failure::file("write to", "standard output", &error.into())
    }

    /// Arguments of a subcommand that do not go together.
    pub fn usage(subcommand: &str, message: &str) -> Failure {
        let mut command = CommandLine::command();
        command.build();
        let error = match command.find_subcommand_mut(subcommand) {
            Some(subcommand) => subcommand.error(ErrorKind::ArgumentConflict, message),
            None => command.error(ErrorKind::ArgumentConflict, message),
        };
        Failure::Usage(error)
    }

    /// Says what is to be said, and gives the exit status.
    pub fn end(self) -> ExitCode {
        // Where standard error is closed too there is nobody left to tell.
        match self {
            Failure::ClosedPipe => ExitCode::SUCCESS,
            Failure::Reported => ExitCode::from(1),
            Failure::Input(message) => {
                let (error, text) = (terminal::ERROR, terminal::visible_lines(&message));
                let _ = writeln!(anstream::stderr(), "{error}error:{error:#} {text}");
                ExitCode::from(1)
            }
            Failure::Usage(error) => {
                let _ = error.print();
                ExitCode::from(2)
            }
        }
    }
}
