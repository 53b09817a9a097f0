//! `leadscore score`: a ruleset and contacts come in, every contact's scores go out, in the contacts' order.

use super::failure::Failure;
use super::host::{self, Stream};
use super::inputs::Inputs;
use super::load_report::{Report, Scored};
use super::output;
use super::tabular::Drawing;
use super::terminal;
use clap::{Args, ValueEnum};
use leadscore::Scorer;
use leadscore::interchange::ScoredRows;
use leadscore::listing::{Question, ScoredContacts};
use std::io::Write;
use std::path::PathBuf;

/// Score contacts by a ruleset
///
/// Contacts come out in the order in which they went in. What was found while reading them is reported on standard error.
#[derive(Args, Debug)]
#[command(after_help = r#"Examples:
  leadscore score rules.json contacts.csv
  leadscore score rules.json contacts.csv --events events.csv --output scores.csv
  leadscore score rules.json contacts.csv --where '{"score":"fit","at_least":10}'
  leadscore score rules.json contacts.csv --as-of 2024-06-30T12:00:00Z --format ndjson
  gunzip -c contacts.csv.gz | leadscore score rules.json - | head

CSV columns: `id`; each score by its id, followed by `SCORE_band` if it has bands; each matrix by its id.
Texts that a spreadsheet would take for formulas get an apostrophe before them."#)]
pub struct Score {
    #[command(flatten)]
    inputs: Inputs,

    /// Only contacts that meet a filter, such as {"list": "sqls"} or {"score": "fit", "at_least": 50}
    ///
    /// JSON: the filters of rulesets, with tests of scores, bands, stages, lists and criteria, and searches.
    #[arg(long = "where", value_name = "FILTER")]
    filter: Option<String>,

    /// How the scores are written [default: table on a terminal, else csv]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// The file to write to [default: standard output]
    ///
    /// It is replaced when everything has been written; if anything fails before that, it stays as it was.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// How the report on standard error is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ReportFormat::Text)]
    report: ReportFormat,

    /// No report and no progress on standard error; errors are still shown
    #[arg(long, short, conflicts_with = "report")]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    /// For people; on a terminal the first 50 contacts
    Table,
    /// One row a contact
    Csv,
    /// One scorecard a line, as JSON, with the points of groups
    Ndjson,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum ReportFormat {
    /// For people
    Text,
    /// One JSON object, `load` and `score`
    Json,
}

impl Score {
    /// Scores, reports, writes.
    pub fn run(self) -> Result<(), Failure> {
        self.inputs.check_standard_input("score", None)?;
        let checked = self.inputs.ruleset()?;
        let loaded = self.inputs.load(self.quiet)?;
        let scorer = Scorer::new(&checked.ruleset);
        let results = scorer.score(&loaded.table, self.inputs.as_of());
        let scored = Scored { inputs: &self.inputs, checked: &checked, table: &loaded.table };
        self.report(&Report { load: &loaded.report, score: results.report() }, &scored)?;

        let scored = ScoredContacts::new(&scorer, &loaded.table, &results);
        let chosen = self.chosen(&scored)?;
        let terminal = self.output.is_none() && host::is_terminal(Stream::Output);
        let format = self.format.unwrap_or(if terminal { Format::Table } else { Format::Csv });
        let rows = || {
            let advice = "give the score or matrix another id, or use --format ndjson";
            let rows = ScoredRows::new(scored, &[]).map_err(|error| Failure::Input(format!("{error}: {advice}")))?;
            Ok(match &chosen {
                Some(chosen) => rows.only(chosen.clone()),
                None => rows,
            })
        };
        let path = self.output.as_deref();
        match format {
            Format::Table => {
                let drawing = Drawing(rows()?);
                output::write(path, |output| drawing.write_table(output, terminal))
            }
            Format::Csv => {
                let rows = rows()?;
                output::write(path, |output| rows.write_csv(output))
            }
            Format::Ndjson => output::write(path, |output| {
                let mut next = chosen.iter().flatten().copied().peekable();
                for (row, card) in (0..).zip(results.scorecards(&loaded.table)) {
                    if chosen.is_some() && next.next_if_eq(&row).is_none() {
                        continue;
                    }
                    serde_json::to_writer(&mut *output, &card)?;
                    output.write_all(b"\n")?;
                }
                Ok(())
            }),
        }?;
        if let (Some(path), false) = (path, self.quiet || self.report == ReportFormat::Json) {
            let count = chosen.as_ref().map_or_else(|| results.rows(), Vec::len);
            let (count, path) = (terminal::counted(count, "contact"), path.display().to_string());
            let _ = writeln!(terminal::styled(Stream::Error), "wrote {count} to {}", terminal::visible(&path));
        }
        Ok(())
    }

    /// The rows that meet the filter, in order; nothing without one.
    fn chosen(&self, scored: &ScoredContacts<'_>) -> Result<Option<Vec<u32>>, Failure> {
        let Some(text) = &self.filter else { return Ok(None) };
        let wrong = |error: leadscore::Error| {
            let help = error.diagnostics().first().and_then(|fault| fault.help.as_deref());
            let help = help.map_or_else(String::new, |help| format!("; {help}"));
            Failure::usage("score", &format!("--where: {error}{help}"))
        };
        let filter = Some(scored.filter(text).map_err(wrong)?);
        let listing = scored.list(&Question { filter, ..Question::default() }).map_err(wrong)?;
        Ok(Some(listing.rows().to_vec()))
    }

    fn report(&self, report: &Report<'_>, scored: &Scored<'_>) -> Result<(), Failure> {
        let text = match (self.quiet, self.report) {
            (true, _) => return Ok(()),
            (false, ReportFormat::Text) => scored.text(report, terminal::text_width()),
            (false, ReportFormat::Json) => {
                serde_json::to_string(report).map_err(|error| Failure::Input(error.to_string()))? + "\n"
            }
        };
        // Where standard error is closed there is nobody who would read it, and the scores are still wanted.
        let _ = terminal::styled(Stream::Error).write_all(text.as_bytes());
        Ok(())
    }
}
