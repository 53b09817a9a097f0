//! Rulesets as the on-site embed reads them: in bytes, inside a small JSON document.
//!
//! In: a ruleset that was checked. Out: the text of a published ruleset, whose format stands in `pkg/ONSITE.md`; and back from its bytes to
//! the ruleset. They come from a file that anybody may have damaged, so reading them ends for all bytes, and gives only numbers that the
//! scoring can count with. This knows neither JSON's reading nor contacts: a browser reads the document and its base64 itself.

mod bytes;

use super::model::{BandSet, EventSelection, Filter, Operator, Rule, Ruleset, ScoreBands, TextOperator};
use crate::contacts::names;
use crate::{Error, ErrorKind};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::{Bytes, Part};
use serde::Serialize;

/// What the bytes are. Another number whenever they mean something else: `tests/published` has bytes that must stay readable.
const FORMAT: &str = "leadscore-onsite-1";

/// The document of a published ruleset.
#[derive(Serialize)]
struct Published<'a> {
    format: &'static str,
    name: &'a str,
    expressions: bool,
    rules: String,
}

/// The text of a published ruleset: one line of JSON. Notes are left out.
///
/// It fails for a ruleset with an operand that is not a number, which no document can say.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// let ruleset: leadscore::Ruleset = r#"{ "name": "Inbound", "scores": [ { "id": "fit", "groups": [] } ] }"#.parse()?;
/// let text = leadscore::ruleset::published::encode(&ruleset)?;
/// assert!(text.starts_with(r#"{"format":"leadscore-onsite-1","name":"Inbound","expressions":false,"rules":""#));
/// # Ok(())
/// # }
/// ```
pub fn encode(ruleset: &Ruleset) -> Result<String, Error> {
    let failed =
        |reason: String| Error::new(ErrorKind::InvalidRuleset, format!("expected a ruleset to publish: {reason}"));
    let asked = Asked::of(ruleset);
    let bytes = borsh::to_vec(&(ruleset, asked.names())).map_err(|error| failed(error.to_string()))?;
    let (rules, expressions) = (STANDARD.encode(bytes), asked.expressions);
    let document = Published { format: FORMAT, name: &ruleset.name, expressions, rules };
    let text = serde_json::to_string(&document).map_err(|error| failed(error.to_string()))?;
    Ok(text + "\n")
}

/// What the bytes of a published ruleset hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The ruleset, without notes.
    pub ruleset: Ruleset,
    /// The properties that its rules ask for, each with HubSpot's other names for it, if there are any.
    pub names: Vec<(String, Vec<String>)>,
}

/// The ruleset from the bytes that `rules` of a published ruleset stands for; `None` if they are not those of a ruleset.
///
/// ```
/// assert_eq!(leadscore::ruleset::published::decode(b"\x07\0\0\0Inb"), None);
/// ```
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let mut bytes = Bytes::new(bytes);
    let decoded = Decoded { ruleset: Part::read(&mut bytes), names: Part::read(&mut bytes) };
    if bytes.is_well_read() {
        return Some(decoded);
    }
    // A page reads rules once: to take apart those that are refused would weigh more than they do.
    #[cfg(feature = "small")]
    std::mem::forget(decoded);
    None
}

/// What rules ask for, those of muted criteria too.
#[derive(Default)]
struct Asked<'r> {
    properties: Vec<&'r str>,
    /// Regular expressions: those take more code than the embed loads at first.
    expressions: bool,
}

impl<'r> Asked<'r> {
    fn of(ruleset: &'r Ruleset) -> Asked<'r> {
        let mut asked = Asked::default();
        for criterion in ruleset.scores.iter().flat_map(|score| &score.groups).flat_map(|group| &group.criteria) {
            asked.rule(&criterion.rule);
        }
        for set in &ruleset.bands {
            match set {
                BandSet::Score(bands) => asked.bands(bands),
                BandSet::Matrix { rows, columns, .. } => {
                    [rows, columns].into_iter().for_each(|bands| asked.bands(bands))
                }
            }
        }
        asked
    }

    fn rule(&mut self, rule: &'r Rule) {
        match rule {
            Rule::Condition { when, since, .. } => {
                self.filter(when);
                self.properties.extend(since.as_deref());
            }
            Rule::ByValue { property, since, .. } => {
                self.properties.push(property);
                self.properties.extend(since.as_deref());
            }
            Rule::ByEvent { events, .. } => self.events(events),
        }
    }

    fn bands(&mut self, bands: &'r ScoreBands) {
        bands.ranges.iter().filter_map(|range| range.when.as_ref()).for_each(|when| self.filter(when));
    }

    fn events(&mut self, events: &'r EventSelection) {
        events.filter.as_deref().into_iter().for_each(|filter| self.filter(filter));
    }

    fn filter(&mut self, filter: &'r Filter) {
        match filter {
            Filter::All(filters) | Filter::Any(filters) => filters.iter().for_each(|filter| self.filter(filter)),
            Filter::Not(filter) => self.filter(filter),
            Filter::Property(test) => {
                self.properties.push(&test.property);
                self.expressions |= matches!(test.operator, Operator::Text(TextOperator::MatchesRegex, _));
            }
            Filter::Event(test) => self.events(&test.events),
            Filter::Score(_) => {}
        }
    }

    /// The properties with HubSpot's other names for them, where there are any: the embed has no table of these.
    fn names(&self) -> Vec<(String, Vec<String>)> {
        let mut names: Vec<(String, Vec<String>)> = Vec::new();
        for asked in &self.properties {
            let others: Vec<String> = names::synonyms(asked).map(str::to_owned).collect();
            if !others.is_empty() && !names.iter().any(|(known, _)| names::same(known, asked)) {
                names.push(((*asked).to_owned(), others));
            }
        }
        names
    }
}
