//! `leadscore advance`: a ruleset, contacts and what is remembered of them come in; what happened goes out, and what is remembered from now on.
//!
//! What is written comes in an order in which a crash loses nothing: what happened, then the state with all that is to be delivered in its outbox,
//! then the deliveries, each of which leaves the outbox.

use super::advance_report::Summary;
use super::failure::Failure;
use super::host::{self, Lock, Stream};
use super::inputs::{CheckedRuleset, Inputs};
use super::load_report::{NOTE, Page, Report, Scored};
use super::notify::{Notifier, Target};
use super::outbox;
use super::output;
use super::progress;
use super::source::Source;
use super::terminal::{self, counted};
use clap::Args;
use leadscore::Scorer;
use leadscore::contacts::Loaded;
use leadscore::interchange::HubspotImport;
use leadscore::lifecycle::{Advanced, Happening, State};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// More than this is not even read: it is no state.
const LONGEST_STATE: u64 = 2 << 30;

/// Move contacts through stages and workflows, and act on it
///
/// Each contact enters the stages whose filters it meets, and is enrolled in workflows as it comes on their lists. What happened goes out as one JSON object
/// a line; what is remembered of contacts goes into the state, which the next run reads: what happened once does not happen again.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  leadscore advance rules.json contacts.csv --output state.json > happenings.ndjson
  leadscore advance rules.json contacts.csv --state state.json --output state.json
  leadscore advance rules.json contacts.csv --state state.json -o new.json --hubspot import.csv
  leadscore advance rules.json contacts.csv --state new.json -o new.json --notify ./tell-sales
  leadscore advance rules.json contacts.csv --state new.json -o new.json --notify https://crm.test

State: whatever fails or breaks off, it is whole, that of before or the new one. A second run on the same data does \
nothing. While a run works on a state, another that would read or write it stops at once, and does nothing. Only \
npx leadscore cannot tell, as Node.js has no locks that end with their process: start one run at a time there.

Delivery: with --notify what workflows tell (`notified` and `called_back`) is delivered at least once: it waits in the \
state until it was taken, the earliest first; what is not taken holds up nothing else, and comes with the next run. After a crash some may come again, with the same key. An address gets \
the happening as JSON by POST, with its key as the header Idempotency-Key, and takes it by answering 2xx; redirects \
are not followed, and no proxy is used. A command line gets it as a line on standard input, with its key in \
LEADSCORE_KEY, and takes it by ending with 0; what it writes goes to standard error. In both, what is no visible ASCII \
in a key stands as in %C3%BC. What is not taken is tried three times, unless the answer is 3xx or 4xx (but for 408 and \
429), and then waits for the next run; so does all the rest when three in a row were not taken. Without --notify \
nothing is put there, and what waits already goes on waiting.

HubSpot: --hubspot has a row for each contact whose stage or properties this run changed: Record ID, stage and scores as they \
are now, and the properties that workflows set, where this run did. Importing leaves alone what is empty in the file, \
so clear in HubSpot what was cleared; it also moves a lifecycle stage only forward, unless it is cleared there first. \
Texts that a spreadsheet would take for formulas get an apostrophe before them.

Exit status: 0, 1 if the input is at fault, another run works on the state or something waits to be delivered, 2 if the arguments are at fault.")]
pub struct Advance {
    #[command(flatten)]
    inputs: Inputs,

    /// The state that the last run wrote; without it everything begins; `-` is standard input
    #[arg(long, value_name = "FILE")]
    state: Option<Source>,

    /// The file to write the new state to; it may be the one that is read
    ///
    /// It is replaced when everything has been written; if anything fails before that, it stays as it was.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,

    /// The file to write what happened to, as NDJSON [default: standard output]
    #[arg(long, value_name = "FILE")]
    happenings: Option<PathBuf>,

    /// A CSV to write that HubSpot imports: of contacts that changed, the id, stage, scores and properties set
    #[arg(long, value_name = "FILE")]
    hubspot: Option<PathBuf>,

    /// Where to deliver what workflows tell: an address (http:// or https://), or a command line run for each
    #[arg(long, value_name = "COMMAND|URL")]
    notify: Option<Target>,

    /// How many seconds to wait before a second try; before the third it is four times as long
    #[arg(long, value_name = "SECONDS", default_value_t = 1, requires = "notify",
        value_parser = clap::value_parser!(u64).range(..=3_600))]
    notify_pause: u64,

    /// How many seconds a try may take
    #[arg(long, value_name = "SECONDS", default_value_t = 30, requires = "notify",
        value_parser = clap::value_parser!(u64).range(1..=3_600))]
    notify_timeout: u64,

    /// No report and no progress on standard error; errors are still shown
    #[arg(long, short)]
    quiet: bool,
}

impl Advance {
    /// Reads, advances, writes, delivers.
    pub fn run(self) -> Result<(), Failure> {
        self.inputs.check_standard_input("advance", self.state.as_ref())?;
        self.check_files()?;
        let checked = self.inputs.ruleset()?;
        let import = self.import(&checked)?;
        let _locks = self.lock()?;
        let mut state = self.state()?;
        let loaded = self.inputs.load(self.quiet)?;
        let as_of = self.inputs.as_of();
        let advanced = self.advance(&checked, &mut state, &loaded, as_of);

        self.write(self.happenings.as_deref(), |output| write_lines(output, &advanced.happenings))?;
        if let (Some(path), Some(import)) = (&self.hubspot, import) {
            self.write(Some(path), |output| {
                import.write_csv(&state, &loaded.table, &advanced.happenings, as_of, output)
            })?;
        }
        drop(loaded);
        if self.notify.is_some() {
            outbox::put(&mut state, &advanced.happenings);
        }
        self.write_state(&state)?;
        self.deliver(&mut state)
    }

    /// Refuses to write two things to one file, or over what else is read: the state alone may take the place of that of before.
    fn check_files(&self) -> Result<(), Failure> {
        let is_replaced =
            |state: &&Source| state.file().is_some_and(|file| host::resolved(file) == host::resolved(&self.output));
        let state = self.state.as_ref().filter(|state| !is_replaced(state));
        let written = [Some(&self.output), self.happenings.as_ref(), self.hubspot.as_ref()];
        self.inputs.check_files("advance", state, written.into_iter().flatten())
    }

    /// Keeps other runs from the state that is read, and from the one that is written, until the last delivery.
    fn lock(&self) -> Result<Vec<Lock>, Failure> {
        let read = self.state.as_ref().and_then(Source::file);
        let mut locks = Vec::new();
        for path in [Some(self.output.as_path()), read].into_iter().flatten() {
            let lock = host::lock(path, &locks).map_err(|error| match error.kind() {
                io::ErrorKind::WouldBlock => Failure::Input(format!(
                    "{}: expected no other run that works on this state, found one; nothing was done, so run again when that one has ended",
                    path.display()
                )),
                _ => Failure::file("lock", path.display(), &error),
            })?;
            locks.extend(lock);
        }
        Ok(locks)
    }

    fn import<'r>(&self, checked: &'r CheckedRuleset) -> Result<Option<HubspotImport<'r>>, Failure> {
        let import = self.hubspot.is_some().then(|| HubspotImport::new(&checked.ruleset)).transpose();
        import.map_err(|error| Failure::Input(format!("{error}: give the score another label")))
    }

    /// What is remembered so far. A state that is there is not begun anew by having been forgotten on the command line.
    fn state(&self) -> Result<State, Failure> {
        if let Some(source) = &self.state {
            return source.text("a state", LONGEST_STATE)?.parse().map_err(|error| source.fault(&error));
        }
        let there = host::open(&self.output).ok().and_then(|output| output.length).unwrap_or(0);
        if there > 0 {
            let path = self.output.display();
            let help = format!("give --state {path} to go on from it, or remove it to begin anew");
            return Err(Failure::Input(format!("{path}: expected no file where everything begins, found one; {help}")));
        }
        Ok(State::default())
    }

    fn advance(&self, checked: &CheckedRuleset, state: &mut State, loaded: &Loaded, as_of: i64) -> Advanced {
        let scorer = Scorer::new(&checked.ruleset);
        let ahead = state.contacts().filter(|(_, contact)| contact.changed > as_of).count();
        let bar = progress::counting("advancing", loaded.table.rows(), self.quiet);
        let advanced = state.advance_all(&scorer, &loaded.table, as_of, &mut |done, of| {
            bar.set_length(of as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        if !self.quiet {
            let score = scorer.score(&loaded.table, as_of);
            let scored = Scored { inputs: &self.inputs, checked, table: &loaded.table };
            let width = terminal::text_width();
            let mut text = scored.text(&Report { load: &loaded.report, score: score.report() }, width);
            text += &Summary { ruleset: &checked.ruleset, advanced: &advanced, ahead }.text(width);
            say(&text);
        }
        advanced
    }

    /// Writes to a file, or to standard output. Here nobody may have had enough: what was not read would be lost.
    fn write(&self, path: Option<&Path>, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        output::write(path, fill).map_err(|failure| match failure {
            Failure::ClosedPipe => {
                let name = path.map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
                Failure::Input(format!("cannot write to {name}: it was closed before everything was read"))
            }
            other => other,
        })
    }

    fn write_state(&self, state: &State) -> Result<(), Failure> {
        self.write(Some(&self.output), |output| {
            serde_json::to_writer(&mut *output, state)?;
            output.write_all(b"\n")
        })
    }

    /// Delivers what waits, and says what waits still.
    fn deliver(&self, state: &mut State) -> Result<(), Failure> {
        let waiting = state.outbox.len();
        let Some(target) = &self.notify else {
            if waiting > 0 && !self.quiet {
                let mut page = Page { text: String::new(), width: terminal::text_width() };
                let text = format!("{} to be delivered: give --notify", wait(waiting));
                page.item(NOTE, &text);
                say(&page.text);
            }
            return Ok(());
        };
        let seconds = Duration::from_secs;
        let (pause, timeout) = (seconds(self.notify_pause), seconds(self.notify_timeout));
        let notifier = Notifier { target: target.clone(), pause, timeout };
        let bar = progress::counting("delivering", waiting, self.quiet);
        let delivered = outbox::deliver(state, &notifier, |state| self.write_state(state), || bar.inc(1));
        bar.finish_and_clear();
        let delivered = delivered?;
        if delivered.taken > 0 && !self.quiet {
            say(&format!("delivered {}\n", counted(delivered.taken, "happening")));
        }
        match delivered.refused {
            None => Ok(()),
            Some((key, reason)) => Err(Failure::Input(format!(
                "{} to be delivered to {target}; {key}, the last that was tried: {reason}; the next run delivers what waits first",
                wait(state.outbox.len())
            ))),
        }
    }
}

/// One line for each thing that happened.
fn write_lines(output: &mut dyn Write, happenings: &[Happening]) -> io::Result<()> {
    for happening in happenings {
        serde_json::to_writer(&mut *output, happening)?;
        output.write_all(b"\n")?;
    }
    Ok(())
}

fn wait(waiting: usize) -> String {
    format!("{} {}", counted(waiting, "happening"), if waiting == 1 { "waits" } else { "wait" })
}

/// Where standard error is closed there is nobody to tell, and the rest is still wanted.
fn say(text: &str) {
    let _ = terminal::styled(Stream::Error).write_all(text.as_bytes());
}
