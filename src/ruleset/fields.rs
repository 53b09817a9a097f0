//! Which keys each kind of object has, and reading an object by them: misspelt keys are found here, with the nearest
//! right one, and read as if they had been right, so that a slip of the pen hides no other fault and causes none.

use super::diagnostic::Code;
use super::findings::{Findings, at};
use super::operator::OPERATORS;
use super::values::found;
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::{Range, Ranged};
use std::collections::HashSet;

/// A kind of object: what people call it, and its keys.
pub(super) struct Shape {
    pub name: &'static str,
    pub keys: &'static [&'static str],
}

const fn shape(name: &'static str, keys: &'static [&'static str]) -> Shape {
    Shape { name, keys }
}

pub(super) const RULESET: Shape = shape(
    "a ruleset",
    &["name", "version", "unknown_values", "properties", "scores", "bands", "lifecycle", "lists", "workflows"],
);
pub(super) const PROPERTY: Shape = shape("a property", &["type", "label", "aliases", "unknown_values"]);
pub(super) const SCORE: Shape = shape("a score", &["id", "label", "note", "limit", "rescale", "groups"]);
pub(super) const GROUP: Shape = shape("a group", &["id", "label", "note", "limit", "decay", "criteria"]);
pub(super) const LIMIT: Shape = shape("a limit", &["min", "max"]);
pub(super) const RESCALE: Shape = shape("a rescale", &["from", "to"]);
pub(super) const DECAY: Shape = shape("a decay", &["percent", "every_days", "shape"]);
pub(super) const FREQUENCY_RANGE: Shape = shape("a frequency range", &["from", "to", "points"]);
pub(super) const BAND_RANGE: Shape = shape("a band range", &["label", "at_least", "at_most", "below", "when"]);

/// Objects of which there are several kinds, each with a key that makes it one: criteria, filters, band sets, lists, actions.
pub(super) struct Kinds {
    pub name: &'static str,
    /// Keys that every kind has.
    pub common: &'static [&'static str],
    pub kinds: &'static [Kind],
}

/// One of several kinds of an object. Any one of `marks` makes an object one.
pub(super) struct Kind {
    pub shape: Shape,
    marks: &'static [&'static str],
    /// What an unknown key in it is.
    unknown: Code,
}

const fn kind(shape: Shape, marks: &'static [&'static str]) -> Kind {
    Kind { shape, marks, unknown: Code::UnknownKey }
}

pub(super) const CRITERION: Kinds = Kinds {
    name: "a criterion",
    common: &["id", "label", "note", "enabled", "limit", "decay"],
    kinds: &[
        kind(shape(CONDITION, &["when", "points", "since"]), &["when"]),
        kind(shape(BY_VALUE, &["property", "values", "default", "since"]), &["property", "values"]),
        kind(
            shape(BY_EVENT, &["event", "where", "within_days", "once_per", "points", "max_occurrences", "frequency"]),
            &["event"],
        ),
    ],
};
pub(super) const CONDITION: &str = "a condition";
pub(super) const BY_VALUE: &str = "a criterion by value";
pub(super) const BY_EVENT: &str = "a criterion by event";

/// A filter of contacts, of events, or of contacts whose scores are known.
pub(super) const FILTER: Kinds = Kinds {
    name: "a filter",
    common: &[],
    kinds: &[OF_ALL, OF_ANY, OF_NOT, OF_PROPERTY, OF_EVENTS, OF_SCORE, OF_STAGE, OF_LIST],
};

/// A filter of contacts whose scores and bands are known: that of lists and stages.
pub(super) const RESULT_FILTER: Kinds = Kinds {
    name: "a filter",
    common: &[],
    kinds: &[OF_ALL, OF_ANY, OF_NOT, OF_PROPERTY, OF_EVENTS, OF_SCORE, OF_BAND, OF_STAGE, OF_LIST],
};

/// A filter that is asked of results, and has no place in a ruleset.
pub(super) const QUESTION_FILTER: Kinds = Kinds {
    name: "a filter",
    common: &[],
    kinds: &[
        OF_ALL,
        OF_ANY,
        OF_NOT,
        OF_PROPERTY,
        OF_EVENTS,
        OF_SCORE,
        OF_BAND,
        kind(shape(CRITERION_TEST, &["criterion", "score", "is_met"]), &["criterion"]),
        kind(shape(SEARCH, &["search", "properties"]), &["search"]),
        OF_STAGE,
        OF_LIST,
    ],
};

const OF_ALL: Kind = kind(shape(ALL, &["all"]), &["all"]);
const OF_ANY: Kind = kind(shape(ANY, &["any"]), &["any"]);
const OF_NOT: Kind = kind(shape(NOT, &["not"]), &["not"]);
const OF_PROPERTY: Kind =
    Kind { shape: shape(PROPERTY_TEST, &PROPERTY_TEST_KEYS), marks: &["property"], unknown: Code::UnknownOperator };
const OF_EVENTS: Kind =
    kind(shape(EVENT_TEST, &["event", "where", "within_days", "at_least", "at_most", "exactly"]), &["event"]);
const OF_SCORE: Kind = kind(shape(SCORE_TEST, &["score", "at_least", "at_most", "below"]), &["score"]);
const OF_BAND: Kind = kind(shape(BAND_TEST, &["band", "is_any_of", "is_none_of"]), &["band"]);
const OF_LIST: Kind = kind(shape(LIST_TEST, &["list"]), &["list"]);
const OF_STAGE: Kind = kind(shape(STAGE_TEST, &["stage"]), &["stage"]);

pub(super) const ALL: &str = "`all`";
pub(super) const ANY: &str = "`any`";
pub(super) const NOT: &str = "`not`";
pub(super) const PROPERTY_TEST: &str = "a property test";
pub(super) const EVENT_TEST: &str = "an event test";
pub(super) const SCORE_TEST: &str = "a score test";
pub(super) const BAND_TEST: &str = "a band test";
pub(super) const CRITERION_TEST: &str = "a criterion test";
pub(super) const SEARCH: &str = "a search";
pub(super) const LIST_TEST: &str = "a list test";
pub(super) const STAGE_TEST: &str = "a stage test";

/// The keys of a property test: two of its own, and the operators.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const PROPERTY_TEST_KEYS: [&str; OPERATORS.len() + 2] = {
    let mut keys = ["property"; OPERATORS.len() + 2];
    keys[1] = "include_unknown";
    let mut index = 0;
    while index < OPERATORS.len() {
        keys[index + 2] = OPERATORS[index].0;
        index += 1;
    }
    keys
};

pub(super) const BAND_SET: Kinds = Kinds {
    name: "a band set",
    common: &[],
    kinds: &[
        kind(shape(SCORE_BANDS, &["score", "ranges"]), &["score", "ranges"]),
        kind(shape(MATRIX, &["id", "label", "rows", "columns"]), &["rows", "columns"]),
    ],
};
pub(super) const SCORE_BANDS: &str = "a band set over one score";
pub(super) const MATRIX: &str = "a matrix";
/// Rows or columns.
pub(super) const MATRIX_SIDE: Shape = shape("a side of a matrix", &["score", "ranges"]);

pub(super) const LIST: Kinds = Kinds {
    name: "a list",
    common: &["id", "label", "note"],
    kinds: &[
        kind(shape(LIST_BY_FILTER, &["when"]), &["when"]),
        kind(shape(LIST_OF_MEMBERS, &["members"]), &["members"]),
    ],
};
pub(super) const LIST_BY_FILTER: &str = "a list by a filter";
pub(super) const LIST_OF_MEMBERS: &str = "a list of members";

pub(super) const LIFECYCLE: Shape = shape("a lifecycle", &["property", "stages", "exclude"]);
pub(super) const STAGE: Shape = shape("a stage", &["id", "label", "note", "enter_when"]);
pub(super) const WORKFLOW: Shape = shape(
    "a workflow",
    &["id", "label", "note", "enabled", "enrol_on", "enrol_present", "re_enrol", "suppress", "goal", "actions"],
);

pub(super) const ACTION: Kinds = Kinds {
    name: "an action",
    common: &[],
    kinds: &[
        kind(shape(CLEAR, &["clear"]), &["clear"]),
        kind(shape(SET, &["set", "to"]), &["set"]),
        kind(shape(NOTIFY, &["notify", "message"]), &["notify"]),
        kind(shape(CALL_BACK, &["call_back", "with"]), &["call_back"]),
    ],
};
pub(super) const CLEAR: &str = "an action that clears";
pub(super) const SET: &str = "an action that sets";
pub(super) const NOTIFY: &str = "a notification";
pub(super) const CALL_BACK: &str = "a call back";

/// An object, read by the keys that it may have.
pub(super) struct Fields<'n, 'd> {
    pub node: &'n Value<'d>,
    /// Each key that it may have, with where it stands; there it may be misspelt.
    found: Vec<(&'static str, &'n ObjectProp<'d>)>,
    /// A key that could not be made out was reported; it may stand in the place of one that is missing.
    pub has_unknown: bool,
}

impl<'n, 'd> Fields<'n, 'd> {
    /// Reads an object of a shape.
    pub(super) fn of(node: &'n Value<'d>, shape: &Shape, findings: &mut Findings) -> Option<Fields<'n, 'd>> {
        Fields::read(node, shape.name, shape.keys, None, Code::UnknownKey, findings)
    }

    /// Reads an object of one of several kinds, and says which it is. With none or several of them that is reported, and the
    /// kind is `None`; the fields are there all the same, so that what is wrong in them is found.
    pub(super) fn of_kinds(
        node: &'n Value<'d>,
        kinds: &'static Kinds,
        findings: &mut Findings,
    ) -> Option<(Fields<'n, 'd>, Option<&'static Shape>)> {
        let written = |key: &str| {
            node.as_object().is_some_and(|object| object.properties.iter().any(|found| found.name.as_str() == key))
        };
        let mut fields = match kinds.marked(written).as_slice() {
            [only] => {
                let keys: Vec<&'static str> = kinds.common.iter().chain(only.shape.keys).copied().collect();
                Fields::read(node, only.shape.name, &keys, Some(kinds), only.unknown, findings)?
            }
            _ => {
                let mut seen = HashSet::new();
                let keys: Vec<&'static str> = kinds.keys().filter(|key| seen.insert(*key)).collect();
                Fields::read(node, kinds.name, &keys, None, Code::UnknownKey, findings)?
            }
        };
        let marked = kinds.marked(|key| fields.has(key));
        let kind = match marked.as_slice() {
            [] => {
                let marks: Vec<String> = kinds.kinds.iter().filter_map(|kind| kind.marks.first()).map(quoted).collect();
                fields.missing(&format!("one of {}", marks.join(", ")), kinds.name, findings);
                None
            }
            [only] => {
                fields.report_misplaced(&only.shape, kinds, findings);
                Some(&only.shape)
            }
            [first, second, ..] => {
                fields.report_conflict(first, second, kinds, findings);
                None
            }
        };
        Some((fields, kind))
    }

    /// Reads an object. `keys` are those it may have and misspelt ones may mean, `kinds` have those that other kinds have,
    /// `name` is what people call it, `unknown` the code for any other key.
    fn read(
        node: &'n Value<'d>,
        name: &str,
        keys: &[&'static str],
        kinds: Option<&Kinds>,
        unknown: Code,
        findings: &mut Findings,
    ) -> Option<Fields<'n, 'd>> {
        let Value::Object(object) = node else {
            let message = format!("expected {name}, an object, found {}", found(node));
            findings.error(Code::WrongType, at(node), message, None);
            return None;
        };
        let mut fields = Fields { node, found: Vec::new(), has_unknown: false };
        let mut seen = HashSet::new();
        // Nearly every object has so few keys that looking at each is faster.
        let few = object.properties.len() <= 16;
        let earlier =
            |place: usize, key: &str| object.properties.iter().take(place).any(|other| other.name.as_str() == key);
        let elsewhere = |key: &str| kinds.and_then(|kinds| kinds.keys().find(|known| *known == key));
        let mut strangers = Vec::new();
        for (place, property) in object.properties.iter().enumerate() {
            let key = property.name.as_str();
            if if few { earlier(place, key) } else { !seen.insert(key) } {
                let message = format!("expected each key once, found `{}` again", excerpt(key));
                findings.error(Code::DuplicateKey, property.name.range(), message, Some("remove one of them".into()));
            } else if let Some(known) = keys.iter().copied().find(|known| *known == key).or_else(|| elsewhere(key)) {
                fields.found.push((known, property));
            } else {
                strangers.push(property);
            }
        }
        for property in strangers {
            let key = property.name.as_str();
            let meant = if findings.is_full() { None } else { nearest(key, keys.iter().copied()) };
            let what = if unknown == Code::UnknownOperator { "an operator" } else { "a key" };
            let message = format!("expected {what} of {name}, found `{}`", excerpt(key));
            let help = meant.map_or_else(|| known_keys(name, keys), |meant| format!("did you mean `{meant}`?"));
            findings.error(unknown, property.name.range(), message, Some(help));
            match meant {
                Some(meant) if !fields.has(meant) => fields.found.push((meant, property)),
                Some(_) => {}
                None => fields.has_unknown = true,
            }
        }
        Some(fields)
    }

    fn report_misplaced(&mut self, shape: &Shape, kinds: &Kinds, findings: &mut Findings) {
        for (key, property) in &self.found {
            if shape.keys.contains(key) || kinds.common.contains(key) {
                continue;
            }
            let homes = kinds.kinds.iter().map(|kind| &kind.shape).filter(|home| home.keys.contains(key));
            let homes: Vec<&str> = homes.map(|home| home.name).collect();
            let message = format!("expected a key of {}, found `{key}`", shape.name);
            let help = format!("`{key}` belongs in {}", homes.join(" or "));
            findings.error(Code::MisplacedKey, property.name.range(), message, Some(help));
            self.has_unknown = true;
        }
    }

    fn report_conflict(&self, first: &Kind, second: &Kind, kinds: &Kinds, findings: &mut Findings) {
        let mark = |kind: &Kind| self.found.iter().find(|(key, _)| kind.marks.contains(key));
        let (Some((first_key, _)), Some((second_key, property))) = (mark(first), mark(second)) else { return };
        let message = format!("expected {} of one kind, found both `{first_key}` and `{second_key}`", kinds.name);
        let help = format!("`{first_key}` makes it {}, `{second_key}` {}", first.shape.name, second.shape.name);
        findings.error(Code::ConflictingKeys, property.name.range(), message, Some(help));
    }

    pub(super) fn get(&self, key: &str) -> Option<&'n Value<'d>> {
        self.found.iter().find(|(found, _)| *found == key).map(|(_, property)| &property.value)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, key: &str, name: &str, findings: &mut Findings) -> Option<&'n Value<'d>> {
        let value = self.get(key);
        if value.is_none() {
            self.missing(&format!("`{key}`"), name, findings);
        }
        value
    }

    /// Reports that something is missing, unless a key that could not be made out may stand in its place.
    pub(super) fn missing(&self, what: &str, name: &str, findings: &mut Findings) {
        if !self.has_unknown {
            let message = format!("expected {what} in {name}, found none");
            findings.error(Code::MissingKey, at(self.node), message, None);
        }
    }

    /// The keys that there are, each with the place where it is written.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&'static str, Range)> + '_ {
        self.found.iter().map(|(key, property)| (*key, property.name.range()))
    }

    /// Where a key is written, if it is there.
    pub(super) fn key_range(&self, key: &str) -> Option<Range> {
        self.keys().find(|(found, _)| *found == key).map(|(_, range)| range)
    }
}

impl Kinds {
    /// Every key of every kind; some are keys of several.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.common.iter().chain(self.kinds.iter().flat_map(|kind| kind.shape.keys)).copied()
    }

    /// The kinds of which a mark is there, but for those whose marks are keys of another one: a criterion test may name its score.
    fn marked(&'static self, has: impl Fn(&str) -> bool) -> Vec<&'static Kind> {
        let marked: Vec<_> = self.kinds.iter().filter(|kind| kind.marks.iter().any(|mark| has(mark))).collect();
        let is_part_of = |kind: &Kind, other: &Kind| kind.marks.iter().all(|mark| other.shape.keys.contains(mark));
        let is_part = |kind: &Kind| marked.iter().any(|other| !std::ptr::eq(kind, *other) && is_part_of(kind, other));
        marked.iter().copied().filter(|kind| !is_part(kind)).collect()
    }
}

fn quoted(key: &&str) -> String {
    format!("`{key}`")
}

/// "a limit has the keys `min`, `max`".
fn known_keys(name: &str, keys: &[&str]) -> String {
    if keys.len() > 12 {
        return format!("see the keys of {name} in the format's description");
    }
    let keys: Vec<String> = keys.iter().map(quoted).collect();
    format!("the keys of {name} are {}", keys.join(", "))
}

/// The candidate that a misspelt word most likely means, if one is near: at most one letter in three is wrong.
pub(super) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    if word.len() > LONGEST {
        return None;
    }
    let word = snake_case(word);
    let near = |candidate: &&str| {
        let distance = strsim::damerau_levenshtein(&word, &snake_case(candidate));
        (distance <= candidate.chars().count().div_ceil(3).min(4), distance)
    };
    let scored = candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST).map(|c| (near(&c), c));
    scored.filter(|((is_near, _), _)| *is_near).min_by_key(|((_, distance), _)| *distance).map(|(_, c)| c)
}

/// `maxOccurrences`, `MAX_OCCURRENCES` and `max-occurrences` as `max_occurrences`.
fn snake_case(word: &str) -> String {
    let mut snake = String::with_capacity(word.len() + 4);
    let mut after_small = false;
    for letter in word.trim().chars() {
        if letter.is_uppercase() && after_small {
            snake.push('_');
        }
        after_small = letter.is_lowercase() || letter.is_numeric();
        match letter {
            '-' | ' ' => snake.push('_'),
            _ => snake.extend(letter.to_lowercase()),
        }
    }
    snake
}

/// The beginning of a text, for messages: on one line and not long.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut excerpt: String = text.chars().take(LONGEST).map(plain).collect();
    if text.chars().nth(LONGEST).is_some() {
        excerpt.push('…');
    }
    excerpt
}
