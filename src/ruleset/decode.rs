//! From the tree of a document to a ruleset, with everything that is wrong in it. A part that is wrong is reported once, and
//! read on as well as it can be, so that it neither hides nor causes other faults; the ruleset is given out only if
//! there was no error. What is legal but suspect is found by `check`, on the parts as they are decoded.

use super::check::{self, Surroundings};
use super::diagnostic::{Code, Diagnostic, Severity};
use super::document;
use super::fields::{DECAY, Fields, GROUP, LIMIT, PROPERTY, RESCALE, RULESET, SCORE, excerpt};
use super::findings::{Findings, at};
use super::model::{Criterion, Decay, DecayShape, Group, Limit, Property, PropertyKind, Rescale, Ruleset, Score};
use super::points::Points;
use super::result_reader::Reader;
use super::stage_test::Stages;
use super::values::{MOST_DAYS, found};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::collections::{HashMap, HashSet};

const MOST_SCORES: usize = 100;
const MOST_CRITERIA: usize = 10_000;
/// In characters. Names of properties are parts of paths.
const LONGEST_NAME: usize = 1_000;

pub(super) const PROPERTY_KINDS: [(&str, PropertyKind); 5] = [
    ("text", PropertyKind::Text),
    ("number", PropertyKind::Number),
    ("boolean", PropertyKind::Boolean),
    ("time", PropertyKind::Time),
    ("list", PropertyKind::List),
];
pub(super) const DECAY_SHAPES: [(&str, DecayShape); 2] =
    [("linear", DecayShape::Linear), ("compound", DecayShape::Compound)];

impl PropertyKind {
    /// The `type` that says it in the document.
    pub fn name(self) -> &'static str {
        PROPERTY_KINDS.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// What the parts of a document need to know of the whole.
#[derive(Default)]
pub(super) struct Decoder {
    pub findings: Findings,
    /// The ids of the scores, in the document's order; also those that are no right ids, so that they can be referred to.
    pub score_ids: Vec<String>,
    /// The ids of the lists, likewise.
    pub list_ids: Vec<String>,
    /// The places of those ids.
    pub list_places: HashMap<String, usize>,
    /// What is said of the types of properties, by their lower-case names.
    pub property_kinds: HashMap<String, PropertyKind>,
    criteria: usize,
    enabled: usize,
}

/// Ids of one kind in one place, to find those that are there twice.
pub(super) type Ids = HashSet<String>;

/// What the groups and criteria of one score need to know of it and of each other.
#[derive(Default)]
struct Inside {
    limit: Limit,
    group_ids: Ids,
    criterion_ids: Ids,
    /// What the criteria so far say, with their ids.
    rules: HashMap<u64, String>,
}

/// The ruleset, as well as it can be read, with what was found.
pub(super) fn decode(root: &Value<'_>) -> (Ruleset, Findings) {
    let mut decoder = Decoder::default();
    let ruleset = decoder.ruleset(root).unwrap_or_default();
    (ruleset, decoder.findings)
}

impl Decay {
    /// A decay from its JSON text, as a ruleset has it; or the first of what is wrong in it.
    ///
    /// ```
    /// use leadscore::ruleset::Decay;
    /// assert!(Decay::parse(r#"{ "percent": 12.5, "every_days": 30 }"#).is_ok());
    /// let fault = Decay::parse(r#"{ "percent": 120, "every_days": 30 }"#).unwrap_err();
    /// assert_eq!(fault.to_string(), "/percent: expected a percentage above 0 and at most 100, found 120");
    /// ```
    pub fn parse(text: &str) -> Result<Decay, Diagnostic> {
        let mut decoder = Decoder::default();
        let tree = document::parse(text);
        let (decay, root) = match &tree {
            Ok(root) => (decoder.decay(root), Some(root)),
            Err(unreadable) => {
                let help = unreadable.help.clone();
                decoder.findings.error(unreadable.code, unreadable.range, unreadable.message.clone(), help);
                (None, None)
            }
        };
        let fault = decoder.findings.into_diagnostics(text, 0, root).into_iter().find(Diagnostic::is_error);
        match (decay, fault) {
            (_, Some(fault)) => Err(fault),
            (Some(decay), None) => Ok(decay),
            // Whatever is not read has been reported.
            (None, None) => Err(Diagnostic {
                code: Code::WrongType,
                severity: Severity::Error,
                path: String::new(),
                message: "expected a decay, found none".to_owned(),
                help: None,
                place: None,
            }),
        }
    }
}

impl Decoder {
    fn ruleset(&mut self, root: &Value<'_>) -> Option<Ruleset> {
        let fields = Fields::of(root, &RULESET, &mut self.findings)?;
        if let Some(version) = fields.get("version") {
            self.version(version);
        }
        let properties = fields.get("properties").map(|node| self.properties(node)).unwrap_or_default();
        let scores = fields.need("scores", RULESET.name, &mut self.findings);
        self.score_ids = scores.map(|scores| ids_of(scores, MOST_SCORES)).unwrap_or_default();
        let scores = scores.map(|node| self.scores(node)).unwrap_or_default();
        let bands = fields.get("bands").map(|node| self.bands(node, &scores)).unwrap_or_default();
        let lists = fields.get("lists");
        self.know_lists(lists.map(|lists| ids_of(lists, usize::MAX)).unwrap_or_default());
        let written_bands = fields.get("bands").and_then(Value::as_array).map_or(0, |bands| bands.elements.len());
        let mut reader = Reader::of_ruleset(self, &scores, &bands);
        reader.properties = &properties;
        reader.bands_are_known = written_bands == bands.len();
        reader.stages = fields.get("lifecycle").map(Stages::written);
        let lists = lists.map(|node| reader.lists(node)).unwrap_or_default();
        let lifecycle = fields.get("lifecycle").and_then(|node| reader.lifecycle(node));
        let workflows = fields.get("workflows").map(|node| reader.workflows(node, lifecycle.as_ref()));
        let workflows = workflows.unwrap_or_default();
        Some(Ruleset {
            name: fields.get("name").and_then(|node| self.text(node)).unwrap_or_default(),
            unknown_values: fields.get("unknown_values").map(|node| self.texts(node)).unwrap_or_default(),
            properties,
            scores,
            bands,
            lists,
            lifecycle,
            workflows,
        })
    }

    fn version(&mut self, node: &Value<'_>) {
        match node {
            Value::NumberLit(number) if number.value.parse() == Ok(1.0) => {}
            Value::NumberLit(_) => {
                let message = format!("expected version 1, found {}", found(node));
                let help = "this release reads rulesets of version 1".to_owned();
                self.findings.error(Code::UnsupportedVersion, at(node), message, Some(help));
            }
            _ => self.wrong_type(node, "the number 1"),
        }
    }

    fn properties(&mut self, node: &Value<'_>) -> Vec<Property> {
        let Value::Object(object) = node else {
            self.wrong_type(node, "an object of properties by their names");
            return Vec::new();
        };
        let mut names = HashMap::new();
        let mut properties = Vec::with_capacity(object.properties.len());
        for entry in &object.properties {
            let (key, range) = (entry.name.as_str(), entry.name.range());
            if key.chars().nth(LONGEST_NAME).is_some() {
                let message = format!("expected a name of at most {LONGEST_NAME} characters, found a longer one");
                self.findings.error(Code::TooLong, range, message, None);
                continue;
            }
            if key.trim().is_empty() {
                let message = "expected the name of a property, found a blank one";
                self.findings.error(Code::BlankText, range, message, None);
            } else if let Some(first) = names.insert(key.trim().to_lowercase(), key) {
                self.same_name(range, first, key, "a property");
            }
            properties.extend(self.property(key, &entry.value));
        }
        properties
    }

    /// Reports a key that is there already, exactly or without case.
    pub(super) fn same_name(&mut self, range: jsonc_parser::common::Range, first: &str, again: &str, what: &str) {
        let (first, again) = (excerpt(first), excerpt(again));
        if first == again {
            let message = format!("expected each key once, found `{again}` again");
            self.findings.error(Code::DuplicateKey, range, message, Some("remove one of them".to_owned()));
        } else {
            let message = format!("expected {what} once, found \"{again}\" beside \"{first}\"");
            let help = "they are the same without case and white space at their ends: remove one of them".to_owned();
            self.findings.error(Code::DuplicateName, range, message, Some(help));
        }
    }

    fn property(&mut self, name: &str, node: &Value<'_>) -> Option<Property> {
        let fields = Fields::of(node, &PROPERTY, &mut self.findings)?;
        let kind = fields.get("type").and_then(|node| self.choice(node, &PROPERTY_KINDS));
        if let Some(kind) = kind {
            self.property_kinds.insert(name.trim().to_lowercase(), kind);
        }
        let aliases = match fields.get("aliases") {
            Some(Value::Array(list)) => list.elements.iter().filter_map(|alias| self.name(alias)).collect(),
            Some(node) => self.texts(node),
            None => Vec::new(),
        };
        Some(Property {
            name: name.trim().to_owned(),
            kind,
            label: self.optional_text(fields.get("label")),
            aliases,
            unknown_values: fields.get("unknown_values").map(|node| self.texts(node)).unwrap_or_default(),
        })
    }

    fn scores(&mut self, node: &Value<'_>) -> Vec<Score> {
        let Value::Array(list) = node else {
            self.wrong_type(node, "a list of scores");
            return Vec::new();
        };
        if list.elements.is_empty() {
            self.findings.error(Code::EmptyList, at(node), "expected at least one score, found none", None);
        }
        if list.elements.len() > MOST_SCORES {
            let message = format!("expected at most {MOST_SCORES} scores, found {}", list.elements.len());
            self.findings.error(Code::TooMany, at(node), message, None);
        }
        let mut ids = Ids::new();
        let first = list.elements.iter().take(MOST_SCORES);
        let scores: Vec<Score> = first.filter_map(|score| self.score(score, &mut ids)).collect();
        if self.criteria > MOST_CRITERIA {
            let message = format!("expected at most {MOST_CRITERIA} criteria in a ruleset, found {}", self.criteria);
            self.findings.error(Code::TooMany, at(node), message, None);
        }
        if self.criteria > 0 && self.enabled == 0 {
            check::all_muted(at(node), &mut self.findings);
        }
        scores
    }

    fn score(&mut self, node: &Value<'_>, ids: &mut Ids) -> Option<Score> {
        let fields = Fields::of(node, &SCORE, &mut self.findings)?;
        let id = self.unique_id(&fields, SCORE.name, ids);
        let limit = self.limit(fields.get("limit"), SCORE.name);
        let mut inside = Inside { limit, ..Inside::default() };
        let groups = match fields.need("groups", SCORE.name, &mut self.findings) {
            Some(Value::Array(list)) => {
                list.elements.iter().filter_map(|group| self.group(group, &mut inside)).collect()
            }
            Some(other) => {
                self.wrong_type(other, "a list of groups");
                Vec::new()
            }
            None => Vec::new(),
        };
        check::empty_list(node, "groups", SCORE.name, &mut self.findings);
        Some(Score {
            id,
            label: self.optional_text(fields.get("label")),
            note: self.optional_text(fields.get("note")),
            limit,
            rescale: fields.get("rescale").and_then(|node| self.rescale(node)),
            groups,
        })
    }

    fn group(&mut self, node: &Value<'_>, inside: &mut Inside) -> Option<Group> {
        let fields = Fields::of(node, &GROUP, &mut self.findings)?;
        let decay = fields.get("decay").map(|node| self.decay(node));
        let mut group = Group {
            id: self.unique_id(&fields, GROUP.name, &mut inside.group_ids),
            label: self.optional_text(fields.get("label")),
            note: self.optional_text(fields.get("note")),
            limit: self.limit(fields.get("limit"), GROUP.name),
            decay: decay.flatten(),
            criteria: Vec::new(),
        };
        let around = Surroundings { decays: decay.is_some(), group: group.limit, score: inside.limit };
        match fields.need("criteria", GROUP.name, &mut self.findings) {
            Some(Value::Array(list)) => {
                let criteria = list.elements.iter().filter_map(|node| self.counted_criterion(node, &around, inside));
                group.criteria = criteria.collect();
            }
            Some(other) => self.wrong_type(other, "a list of criteria"),
            None => {}
        }
        check::empty_list(node, "criteria", GROUP.name, &mut self.findings);
        Some(group)
    }

    fn counted_criterion(&mut self, node: &Value<'_>, around: &Surroundings, inside: &mut Inside) -> Option<Criterion> {
        self.criteria += 1;
        // What is beyond the limit is counted, and not read: it is an error in any case.
        if self.criteria > MOST_CRITERIA {
            return None;
        }
        let criterion = self.criterion(node, around.decays, &mut inside.criterion_ids);
        self.enabled += usize::from(criterion.as_ref().is_none_or(|criterion| criterion.enabled));
        if let Some(criterion) = &criterion {
            check::criterion(criterion, node, around, &self.property_kinds, &mut self.findings);
            check::repeated_criterion(criterion, node, &mut inside.rules, &mut self.findings);
        }
        criterion
    }

    /// The id of a score, group or criterion; nothing, if it is missing or no text.
    pub(super) fn unique_id(&mut self, fields: &Fields<'_, '_>, name: &str, ids: &mut Ids) -> String {
        let Some(node) = fields.need("id", name, &mut self.findings) else { return String::new() };
        let Some(id) = self.id(node) else { return String::new() };
        if !ids.insert(id.clone()) {
            let message = format!("expected an id of its own, found \"{}\" again", excerpt(&id));
            self.findings.error(Code::DuplicateId, at(node), message, Some(format!("give {name} another id")));
        }
        id
    }

    pub(super) fn optional_text(&mut self, node: Option<&Value<'_>>) -> Option<String> {
        node.and_then(|node| self.text(node))
    }

    pub(super) fn limit(&mut self, node: Option<&Value<'_>>, name: &str) -> Limit {
        let Some(node) = node else { return Limit::default() };
        let Some(fields) = Fields::of(node, &LIMIT, &mut self.findings) else { return Limit::default() };
        let min = fields.get("min").and_then(|node| self.points(node));
        let max = fields.get("max").and_then(|node| self.points(node));
        if !fields.has("min") && !fields.has("max") {
            fields.missing("`min` or `max`", LIMIT.name, &mut self.findings);
        }
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            let message = format!("expected a limit whose `min` is not above its `max`, found {min} and {max}");
            self.findings.error(Code::InvalidRange, at(node), message, None);
            return Limit::default();
        }
        check::limit(Limit { min, max }, node, name, &mut self.findings);
        Limit { min, max }
    }

    fn rescale(&mut self, node: &Value<'_>) -> Option<Rescale> {
        let fields = Fields::of(node, &RESCALE, &mut self.findings)?;
        let from = fields.need("from", RESCALE.name, &mut self.findings).and_then(|node| self.points(node));
        let to = fields.need("to", RESCALE.name, &mut self.findings).and_then(|node| self.points(node));
        let (from, to) = (from?, to?);
        if from >= to {
            let message = format!("expected `from` below `to`, found {from} and {to}");
            self.findings.error(Code::InvalidRange, at(node), message, None);
            return None;
        }
        Some(Rescale { from, to })
    }

    pub(super) fn decay(&mut self, node: &Value<'_>) -> Option<Decay> {
        let fields = Fields::of(node, &DECAY, &mut self.findings)?;
        let percent = fields.need("percent", DECAY.name, &mut self.findings).and_then(|node| self.percent(node));
        let every_days = fields.need("every_days", DECAY.name, &mut self.findings);
        let every_days = every_days.and_then(|node| self.whole(node, 1, MOST_DAYS));
        let shape = match fields.get("shape") {
            Some(node) => self.choice(node, &DECAY_SHAPES),
            None => Some(DecayShape::Linear),
        };
        Some(Decay { basis_points: percent?, every_days: every_days?, shape: shape? })
    }

    /// In hundredths of a percent. A percentage has the decimals of points.
    fn percent(&mut self, node: &Value<'_>) -> Option<u32> {
        let Value::NumberLit(number) = node else {
            self.wrong_type(node, "a number of percent");
            return None;
        };
        let percent = number.value.parse::<Points>();
        let all = Points::from_hundredths(10_000);
        let (code, expected) = match percent {
            Ok(percent) if percent > Points::ZERO && percent <= all => {
                return u32::try_from(percent.hundredths()).ok();
            }
            Err(super::PointsError::TooPrecise) => (Code::TooPrecise, "a percentage with at most two decimals"),
            _ => (Code::OutOfRange, "a percentage above 0 and at most 100"),
        };
        self.findings.error(code, at(node), format!("expected {expected}, found {}", found(node)), None);
        None
    }
}

/// The ids of scores or lists as they stand in the document, for what refers to them.
fn ids_of(parts: &Value<'_>, most: usize) -> Vec<String> {
    let Value::Array(list) = parts else { return Vec::new() };
    let id = |part: &Value<'_>| -> Option<String> {
        let id = part.as_object()?.properties.iter().find(|property| property.name.as_str() == "id")?;
        Some(id.value.as_string_lit()?.value.clone().into_owned())
    };
    list.elements.iter().take(most).map(|part| id(part).unwrap_or_default()).collect()
}
