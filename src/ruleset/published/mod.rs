//! Rulesets as the on-site embed reads them: in bytes, inside a small JSON document.
//!
//! In: a ruleset that was checked. Out: the text of a published ruleset, whose format stands in `pkg/ONSITE.md`; and back from its bytes to
//! the ruleset. They come from a file that anybody may have damaged, so reading them ends for all bytes, and gives only numbers that the
//! scoring can count with. This knows neither JSON's reading nor contacts: a browser reads the document and its base64 itself.

mod bytes;

use super::model::{BandSet, EventSelection, Filter, Operator, Rule, Ruleset, ScoreBands, TextOperator};
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
    let bytes = borsh::to_vec(ruleset).map_err(|error| failed(error.to_string()))?;
    let (rules, expressions) = (STANDARD.encode(bytes), has_expressions(ruleset));
    let document = Published { format: FORMAT, name: &ruleset.name, expressions, rules };
    let text = serde_json::to_string(&document).map_err(|error| failed(error.to_string()))?;
    Ok(text + "\n")
}

/// The ruleset from the bytes that `rules` of a published ruleset stands for; `None` if they are not those of a ruleset.
///
/// ```
/// assert_eq!(leadscore::ruleset::published::decode(b"\x07\0\0\0Inb"), None);
/// ```
pub fn decode(bytes: &[u8]) -> Option<Ruleset> {
    let mut bytes = Bytes::new(bytes);
    let ruleset = Ruleset::read(&mut bytes);
    bytes.is_well_read().then_some(ruleset)
}

/// Whether any criterion or band, muted ones too, has a regular expression: those take more code than the embed loads at first.
fn has_expressions(ruleset: &Ruleset) -> bool {
    let criteria = ruleset.scores.iter().flat_map(|score| &score.groups).flat_map(|group| &group.criteria);
    criteria.into_iter().any(|criterion| asked_by_rule(&criterion.rule)) || ruleset.bands.iter().any(asked_by_bands)
}

fn asked_by_rule(rule: &Rule) -> bool {
    match rule {
        Rule::Condition { when, .. } => asked_by(when),
        Rule::ByEvent { events, .. } => asked_by_events(events),
        Rule::ByValue { .. } => false,
    }
}

fn asked_by_bands(set: &BandSet) -> bool {
    let asked_by_ranges =
        |bands: &ScoreBands| bands.ranges.iter().filter_map(|range| range.when.as_ref()).any(asked_by);
    match set {
        BandSet::Score(bands) => asked_by_ranges(bands),
        BandSet::Matrix { rows, columns, .. } => asked_by_ranges(rows) || asked_by_ranges(columns),
    }
}

fn asked_by_events(events: &EventSelection) -> bool {
    events.filter.as_deref().is_some_and(asked_by)
}

fn asked_by(filter: &Filter) -> bool {
    match filter {
        Filter::All(filters) | Filter::Any(filters) => filters.iter().any(asked_by),
        Filter::Not(filter) => asked_by(filter),
        Filter::Property(test) => matches!(test.operator, Operator::Text(TextOperator::MatchesRegex, _)),
        Filter::Event(test) => asked_by_events(&test.events),
        Filter::Score(_) => false,
    }
}
