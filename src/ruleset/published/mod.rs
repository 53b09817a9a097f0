//! Rulesets as the on-site embed reads them: in bytes, inside a small JSON document.
//!
//! In: a ruleset that was checked. Out: the text of a published ruleset, whose format stands in `pkg/ONSITE.md`; and back from its bytes to
//! the ruleset. What follows from scores, its lists, stages and workflows, is published only if that is asked for, and in bytes of its own: every
//! visitor waits for the rules. They come from a file that anybody may have damaged, so reading them ends for all bytes, and gives only numbers that the
//! scoring can count with. This knows neither JSON's reading nor contacts: a browser reads the document and its base64 itself.

mod bytes;

use super::asked::Asked;
use super::automation::{Lifecycle, List, Membership, Workflow};
use super::model::Ruleset;
use crate::contacts::names;
use crate::{Error, ErrorKind};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use borsh::BorshSerialize;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    lifecycle: Option<String>,
}

/// Properties with HubSpot's other names for each.
type Names = Vec<(String, Vec<String>)>;

/// The text of a published ruleset: one line of JSON. Notes are left out, and so are lists, lifecycle and workflows.
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
    document(ruleset, None)
}

/// The same with the ruleset's lists, lifecycle and workflows, for pages that are to hear of what happens to visitors. Everybody who may read the
/// page may read their messages. Whom a list names is left out, as it is nobody's business.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::ruleset::published;
/// let ruleset: leadscore::Ruleset = r#"{ "scores": [ { "id": "fit", "groups": [] } ],
///     "lists": [ { "id": "staff", "members": ["ada@example.com"] } ] }"#.parse()?;
/// assert!(published::encode_with_lifecycle(&ruleset)?.contains(r#","lifecycle":""#));
///
/// let without: leadscore::Ruleset = r#"{ "scores": [ { "id": "fit", "groups": [] } ] }"#.parse()?;
/// assert_eq!(published::encode_with_lifecycle(&without)?, published::encode(&without)?);
/// # Ok(())
/// # }
/// ```
pub fn encode_with_lifecycle(ruleset: &Ruleset) -> Result<String, Error> {
    let Ruleset { lists, lifecycle, workflows, .. } = ruleset;
    if lists.is_empty() && lifecycle.is_none() && workflows.is_empty() {
        return encode(ruleset);
    }
    let lists: Vec<List> = lists.iter().map(without_members).collect();
    let mut asked = Asked::of_lifecycle(ruleset);
    // What a workflow sets is found under the other names of aliases, too.
    asked.properties.extend(ruleset.properties.iter().flat_map(|property| &property.aliases).map(String::as_str));
    document(ruleset, Some(encoded(&(lists, lifecycle, workflows, names_of(&asked)))?))
}

fn document(ruleset: &Ruleset, lifecycle: Option<String>) -> Result<String, Error> {
    let asked = Asked::of_scores(ruleset);
    let (rules, expressions) = (encoded(&(ruleset, names_of(&asked)))?, asked.expressions);
    let document = Published { format: FORMAT, name: &ruleset.name, expressions, rules, lifecycle };
    let text = serde_json::to_string(&document).map_err(|error| unpublishable(&error.to_string()))?;
    Ok(text + "\n")
}

fn encoded(part: &impl BorshSerialize) -> Result<String, Error> {
    let bytes = borsh::to_vec(part).map_err(|error| unpublishable(&error.to_string()))?;
    Ok(STANDARD.encode(bytes))
}

fn unpublishable(reason: &str) -> Error {
    Error::new(ErrorKind::InvalidRuleset, format!("expected a ruleset to publish: {reason}"))
}

fn without_members(list: &List) -> List {
    let membership = match &list.membership {
        Membership::Members(_) => Membership::Members(Vec::new()),
        Membership::When(filter) => Membership::When(filter.clone()),
    };
    List { membership, id: list.id.clone(), label: list.label.clone(), note: None }
}

/// What the bytes of a published ruleset hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The ruleset, without notes.
    pub ruleset: Ruleset,
    /// The properties that its rules ask for, each with HubSpot's other names for it, if there are any.
    pub names: Names,
}

impl Decoded {
    /// Adds lists, lifecycle and workflows from the bytes that `lifecycle` of a published ruleset stands for; says whether they are those of one.
    pub fn add_lifecycle(&mut self, bytes: &[u8]) -> bool {
        let mut bytes = Bytes::new(bytes);
        let (lists, lifecycle, workflows): (Vec<List>, Option<Lifecycle>, Vec<Workflow>) =
            (Part::read(&mut bytes), Part::read(&mut bytes), Part::read(&mut bytes));
        let names: Names = Part::read(&mut bytes);
        if bytes.is_well_read() {
            self.names.extend(names);
            self.ruleset = Ruleset { lists, lifecycle, workflows, ..std::mem::take(&mut self.ruleset) };
        }
        bytes.is_well_read()
    }
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

/// The properties with HubSpot's other names for them, where there are any: the embed has no table of these.
fn names_of(asked: &Asked<'_>) -> Names {
    let mut names = Names::new();
    for asked in asked.properties.iter().chain(&asked.event_properties).chain(&asked.written) {
        let others: Vec<String> = names::synonyms(asked).map(str::to_owned).collect();
        if !others.is_empty() && !names.iter().any(|(known, _)| names::same(known, asked)) {
            names.push(((*asked).to_owned(), others));
        }
    }
    names
}
