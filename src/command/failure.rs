//! Why a command ends without having done what was asked: from an error to a message on standard error and an exit status.

use super::host::Stream;
use super::{CommandLine, terminal};
use clap::CommandFactory;
use clap::error::ErrorKind;
use std::fmt::Display;
use std::io::{self, Write};

/// Why a command ends early.
#[derive(Debug)]
pub enum Failure {
    /// Whoever reads the output has had enough of it. That is no fault.
    ClosedPipe,
    /// What was given cannot be worked with; the message says why.
    Input(String),
    /// The same, and it has been said already.
    Reported,
    /// The arguments do not go together, or ask for help.
    Usage(clap::Error),
}

impl Failure {
    /// A file that cannot be read or written.
    pub fn file(doing: &str, name: impl Display, error: &io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::Input(format!("cannot {doing} {name}: {}", reason(error))),
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
    pub fn end(self) -> u8 {
        // Where standard error is closed too there is nobody left to tell.
        match self {
            Failure::ClosedPipe => 0,
            Failure::Reported => 1,
            Failure::Input(message) => {
                let (error, text) = (terminal::ERROR, terminal::visible_lines(&message));
                let _ = writeln!(terminal::styled(Stream::Error), "{error}error:{error:#} {text}");
                1
            }
            Failure::Usage(error) if error.use_stderr() => {
                let _ = write!(terminal::styled(Stream::Error), "{}", error.render().ansi());
                2
            }
            Failure::Usage(help) => {
                let mut output = terminal::styled(Stream::Output);
                let written = write!(output, "{}", help.render().ansi()).and_then(|()| output.flush());
                written.map_or_else(|error| Failure::standard_output(error).end(), |()| 0)
            }
        }
    }
}

/// Why a file cannot be read or written, in words that are the same on every system.
fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder",
        io::ErrorKind::PermissionDenied => "permission denied",
        io::ErrorKind::IsADirectory => "expected a file, found a folder",
        io::ErrorKind::NotADirectory => "what should be a folder in this path is a file",
        io::ErrorKind::InvalidFilename => "the name is too long, or cannot be a name",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "your share of the disk is full",
        io::ErrorKind::FileTooLarge => "it would be larger than a file may be",
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written to this file system",
        _ => {
            return error
                .raw_os_error()
                .map_or_else(|| error.to_string(), |number| format!("error {number} of the system"));
        }
    };
    words.to_owned()
}
