//! What `score`, `explain` and `advance` read: a ruleset, contacts, events beside them, and the instant of the evaluation.

use super::diagnostics;
use super::failure::Failure;
use super::host::{self, Stream};
use super::instant;
use super::source::Source;
use super::terminal;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use leadscore::Ruleset;
use leadscore::contacts::{Format, LoadOptions, Loaded, Loader};
use std::path::PathBuf;

/// More than this is not even checked: it is no ruleset. The check itself allows less, and says how much.
const LONGEST_RULESET: u64 = 64 << 20;

/// What is read.
#[derive(Args, Debug)]
pub struct Inputs {
    /// The ruleset, a JSON file; `-` is standard input
    pub ruleset: Source,

    /// The contacts: CSV, JSON or NDJSON; `-` is standard input
    pub contacts: Source,

    /// Events beside those in the contacts: CSV, JSON or NDJSON; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub events: Option<Source>,

    /// The instant of the evaluation [default: now]
    ///
    /// ISO 8601, such as 2024-06-30 or 2024-06-30T12:00:00+02:00 (UTC without an offset), or milliseconds since 1970.
    #[arg(long, value_name = "INSTANT", value_parser = instant::parse, allow_negative_numbers = true)]
    as_of: Option<i64>,

    /// The format of the contacts [default: recognised from their first bytes]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(["csv", "json", "ndjson"])
        .try_map(|format| format.parse::<Format>()))]
    contacts_format: Option<Format>,
}

/// A ruleset that can be used, and how many warnings there are about it.
pub struct CheckedRuleset {
    /// The ruleset.
    pub ruleset: Ruleset,
    /// How many warnings there are.
    pub warnings: usize,
}

impl Inputs {
    /// Refuses arguments that name standard input twice, another source among them: it can be read once.
    pub fn check_standard_input(&self, subcommand: &str, other: Option<&Source>) -> Result<(), Failure> {
        let sources = [Some(&self.ruleset), Some(&self.contacts), self.events.as_ref(), other];
        if sources.into_iter().flatten().filter(|source| source.is_standard_input()).count() > 1 {
            return Err(Failure::usage(subcommand, "only one input can be standard input (`-`)"));
        }
        Ok(())
    }

    /// Refuses to write over a file that is read, or two things to one file, by whichever path or link each is named.
    pub fn check_files<'p>(
        &self,
        subcommand: &str,
        other: Option<&Source>,
        written: impl IntoIterator<Item = &'p PathBuf>,
    ) -> Result<(), Failure> {
        let read = [Some(&self.ruleset), Some(&self.contacts), self.events.as_ref(), other];
        let mut taken: Vec<PathBuf> = read.into_iter().flatten().filter_map(Source::file).map(host::resolved).collect();
        for path in written {
            let file = host::resolved(path);
            if taken.contains(&file) {
                let message =
                    format!("{} would be written twice, or over what is read; give each a file", path.display());
                return Err(Failure::usage(subcommand, &message));
            }
            taken.push(file);
        }
        Ok(())
    }

    /// The instant of the evaluation, in milliseconds since the epoch.
    pub fn as_of(&self) -> i64 {
        self.as_of.unwrap_or_else(host::now)
    }

    /// The ruleset. If it has errors they are shown on standard error.
    pub fn ruleset(&self) -> Result<CheckedRuleset, Failure> {
        let text = ruleset_text(&self.ruleset)?;
        let checked = leadscore::check(&text);
        let warnings = checked.diagnostics.iter().filter(|diagnostic| !diagnostic.is_error()).count();
        let Some(ruleset) = checked.ruleset else {
            let name = self.ruleset.to_string();
            // Where standard error is closed there is nobody to tell.
            let _ = diagnostics::write(&mut terminal::styled(Stream::Error), &name, &text, &checked.diagnostics);
            return Err(Failure::Reported);
        };
        Ok(CheckedRuleset { ruleset, warnings })
    }

    /// The contacts with their events, and what was found while reading them.
    pub fn load(&self, quiet: bool) -> Result<Loaded, Failure> {
        let mut loader = Loader::new(LoadOptions { format: self.contacts_format });
        self.contacts.read(quiet, |chunk| loader.push_contacts(chunk))?;
        let Some(events) = &self.events else {
            return loader.finish().map_err(|error| self.contacts.fault(&error));
        };
        // The contacts end here, so that a fault at their end is not blamed on the events.
        loader.push_events(&[]).map_err(|error| self.contacts.fault(&error))?;
        events.read(quiet, |chunk| loader.push_events(chunk))?;
        loader.finish().map_err(|error| events.fault(&error))
    }
}

/// The text of a ruleset.
pub fn ruleset_text(source: &Source) -> Result<String, Failure> {
    source.text("a ruleset", LONGEST_RULESET)
}
