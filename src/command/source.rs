//! Where bytes come from: a file or standard input, read in chunks with progress on the terminal.
//!
//! In: a path, or `-`. Out: chunks, or a whole text where it is known to be small. It does not know what the bytes mean.

use super::failure::Failure;
use super::host::{self, Input};
use super::progress;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

const CHUNK: usize = 256 << 10;

/// A file, or standard input.
#[derive(Clone, Debug)]
pub enum Source {
    /// Written as `-`.
    StandardInput,
    /// A path.
    File(PathBuf),
}

impl From<OsString> for Source {
    fn from(argument: OsString) -> Source {
        if argument == "-" { Source::StandardInput } else { Source::File(argument.into()) }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::StandardInput => f.write_str("standard input"),
            Source::File(path) => path.display().fmt(f),
        }
    }
}

impl Source {
    /// Whether it is standard input.
    pub fn is_standard_input(&self) -> bool {
        matches!(self, Source::StandardInput)
    }

    /// The path of a file.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Source::StandardInput => None,
            Source::File(path) => Some(path),
        }
    }

    /// What is wrong with what it holds.
    pub fn fault(&self, error: &leadscore::Error) -> Failure {
        Failure::Input(format!("{self}: {}", error.message()))
    }

    /// Reads it to its end, chunk by chunk. `quiet` shows no progress.
    pub fn read(
        &self,
        quiet: bool,
        mut push: impl FnMut(&[u8]) -> Result<(), leadscore::Error>,
    ) -> Result<(), Failure> {
        let Input { bytes: mut input, length } = self.open()?;
        let progress = progress::of(&self.to_string(), length, quiet);
        let mut chunk = vec![0; CHUNK];
        loop {
            match input.read(&mut chunk) {
                Ok(0) => break,
                Ok(length) => {
                    push(chunk.get(..length).unwrap_or(&[])).map_err(|error| self.fault(&error))?;
                    progress.inc(length as u64);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.unreadable(&error)),
            }
        }
        progress.finish_and_clear();
        Ok(())
    }

    /// The whole of it as text, if it is not longer than what is expected can be.
    pub fn text(&self, expected: &str, longest: u64) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        let input = self.open()?;
        input.bytes.take(longest + 1).read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        if bytes.len() as u64 > longest {
            return Err(Failure::Input(format!("{self}: expected {expected}, found more than {} MiB", longest >> 20)));
        }
        String::from_utf8(bytes).map_err(|error| {
            let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or(&[]);
            let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
            let help = "save the file as UTF-8";
            Failure::Input(format!("{self}: expected UTF-8 text, found other bytes on line {line}; {help}"))
        })
    }

    fn open(&self) -> Result<Input, Failure> {
        match self {
            Source::StandardInput => Ok(Input { bytes: host::standard_input(), length: None }),
            Source::File(path) => host::open(path).map_err(|error| self.unreadable(&error)),
        }
    }

    fn unreadable(&self, error: &io::Error) -> Failure {
        Failure::file("read", self, error)
    }
}
