//! Filters over results: the filters of rulesets, with tests of scores and, only here, of bands and criteria, and searches. In: the text of such a filter,
//! and the ruleset whose results it is about. Out: the filter, or everything that is wrong in it. It knows no contact.

use super::decode::Decoder;
use super::diagnostic::{Code, Diagnostic};
use super::document;
use super::fields::{
    ALL, ANY, BAND_TEST, CRITERION_TEST, EVENT_TEST, Fields, LIST_TEST, NOT, PROPERTY_TEST, RESULT_FILTER, SCORE_TEST,
    SEARCH, excerpt, nearest,
};
use super::findings::{Findings, at};
use super::model::{BandSet, Criterion, Filter, Ruleset, ScoreTest};
use super::values::{MOST_RANGES, found};
use crate::Error;
use jsonc_parser::ast::Value;
use std::collections::{HashMap, HashSet};

/// A filter holds at most so many tests: each is asked of every contact.
const MOST_TESTS: usize = 1_000;

/// A search is for at most so many words: each is a bit of a number.
const MOST_WORDS: usize = 64;

/// What is true or false of a contact whose scores and bands are known.
#[derive(Clone, Debug, PartialEq)]
pub enum ResultFilter {
    /// Every one is true.
    All(Vec<ResultFilter>),
    /// At least one is true.
    Any(Vec<ResultFilter>),
    /// It is not true.
    Not(Box<ResultFilter>),
    /// A filter as rulesets have it, with neither score nor band in it.
    Contact(Filter),
    /// A test of a score.
    Score(ScoreTest),
    /// A test of a band.
    Band(BandTest),
    /// A test of a criterion.
    Criterion(CriterionTest),
    /// A search for words.
    Search(Search),
    /// Being on a list, by its index in the ruleset.
    List(usize),
}

/// A search: each of its words occurs, without case, in the contact's id or in one of some properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words, in lower case. A search for none finds everybody.
    pub words: Vec<String>,
    /// The properties beside the id. What the contacts do not have is not searched.
    pub properties: Vec<String>,
}

/// A test of a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandTest {
    /// The index of the band set in the ruleset.
    pub set: usize,
    /// The bands asked about; `None` is to be outside all of them.
    pub labels: Vec<Option<String>>,
    /// `is_none_of`.
    pub negated: bool,
}

/// A test of whether a contact meets a criterion. One that is muted is met by whom it would be if it were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriterionTest {
    /// The index of the score in the ruleset.
    pub score: usize,
    /// The index of the group in the score.
    pub group: usize,
    /// The index of the criterion in the group.
    pub criterion: usize,
    /// Whether it is to be met.
    pub is_met: bool,
}

impl CriterionTest {
    /// The criterion that it is about.
    pub fn criterion<'r>(&self, ruleset: &'r Ruleset) -> Option<&'r Criterion> {
        ruleset.scores.get(self.score)?.groups.get(self.group)?.criteria.get(self.criterion)
    }
}

impl ResultFilter {
    /// A filter from its JSON text, over the results of a ruleset.
    ///
    /// ```
    /// use leadscore::ruleset::{ResultFilter, Ruleset};
    /// let ruleset: Ruleset = r#"{
    ///     "scores": [{ "id": "lead", "groups": [] }],
    ///     "bands": [{ "score": "lead", "ranges": [{ "label": "SQL", "at_least": 65 }, { "label": "MQL", "at_least": 35 }] }]
    /// }"#.parse()?;
    /// let text = r#"{ "all": [{ "band": "lead", "is_any_of": ["MQL", null] }, { "property": "country", "is_equal_to": "UK" }] }"#;
    /// assert!(ResultFilter::parse(text, &ruleset).is_ok());
    ///
    /// let error = ResultFilter::parse(r#"{ "band": "lead", "is_any_of": ["SLQ"] }"#, &ruleset).unwrap_err();
    /// assert_eq!(error.diagnostics()[0].path, "/is_any_of/0");
    /// assert_eq!(error.diagnostics()[0].help.as_deref(), Some("did you mean \"SQL\"?"));
    /// # Ok::<(), leadscore::Error>(())
    /// ```
    pub fn parse(text: &str, ruleset: &Ruleset) -> Result<ResultFilter, Error> {
        ResultFilter::decode(text, ruleset).map_err(Error::invalid_filter)
    }

    fn decode(text: &str, ruleset: &Ruleset) -> Result<ResultFilter, Vec<Diagnostic>> {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        let before = text.len() - json.len();
        let tree = document::parse(json).map_err(|unreadable| {
            let mut findings = Findings::default();
            findings.error(unreadable.code, unreadable.range, unreadable.message, unreadable.help);
            findings.into_diagnostics(json, before, None)
        })?;
        let score_ids = ruleset.scores.iter().map(|score| score.id.clone()).collect();
        let mut reader = Reader { decoder: Decoder::default(), ruleset, labels: HashMap::new(), tests: 0 };
        reader.decoder.score_ids = score_ids;
        let filter = reader.filter(&tree);
        if reader.tests > MOST_TESTS {
            let message = format!("expected at most {MOST_TESTS} tests in a filter, found {}", reader.tests);
            reader.decoder.findings.error(Code::TooMany, at(&tree), message, None);
        }
        match filter.filter(|_| !reader.decoder.findings.has_errors()) {
            Some(filter) => Ok(filter),
            None => Err(reader.decoder.findings.into_diagnostics(json, before, Some(&tree))),
        }
    }
}

struct Reader<'r> {
    decoder: Decoder,
    ruleset: &'r Ruleset,
    /// The bands of each set that was asked about.
    labels: HashMap<usize, HashSet<String>>,
    tests: usize,
}

impl Reader<'_> {
    /// The depth of the document bounds the recursion.
    fn filter(&mut self, node: &Value<'_>) -> Option<ResultFilter> {
        if let Value::Array(_) = node {
            let help = "put the list into `{ \"all\": […] }` or `{ \"any\": […] }`".to_owned();
            let message = "expected a filter, an object, found a list";
            self.decoder.findings.error(Code::WrongType, at(node), message, Some(help));
            return None;
        }
        let (fields, kind) = Fields::of_kinds(node, &RESULT_FILTER, &mut self.decoder.findings)?;
        let kind = kind.map(|kind| kind.name);
        self.tests += usize::from(!matches!(kind, Some(ALL | ANY | NOT)));
        // What is beyond the limit is counted, and not read: it is an error in any case.
        if self.tests > MOST_TESTS {
            return None;
        }
        match kind {
            Some(ALL) => Some(joined(self.filters(fields.get("all")?)?, Filter::All, ResultFilter::All)),
            Some(ANY) => Some(joined(self.filters(fields.get("any")?)?, Filter::Any, ResultFilter::Any)),
            Some(NOT) => Some(match self.filter(fields.get("not")?)? {
                ResultFilter::Contact(filter) => ResultFilter::Contact(Filter::Not(Box::new(filter))),
                other => ResultFilter::Not(Box::new(other)),
            }),
            Some(PROPERTY_TEST) => {
                self.decoder.property_test(&fields).map(|test| ResultFilter::Contact(Filter::Property(test)))
            }
            Some(EVENT_TEST) => self.decoder.event_test(&fields).map(|test| ResultFilter::Contact(Filter::Event(test))),
            Some(SCORE_TEST) => self.decoder.score_test(&fields).map(ResultFilter::Score),
            Some(BAND_TEST) => self.band_test(&fields).map(ResultFilter::Band),
            Some(CRITERION_TEST) => self.criterion_test(&fields).map(ResultFilter::Criterion),
            Some(SEARCH) => self.search(&fields).map(ResultFilter::Search),
            Some(LIST_TEST) => self.decoder.list_test(&fields).map(ResultFilter::Contact),
            _ => {
                // Of no kind: what is wrong inside is found all the same.
                fields.get("all").map(|node| self.filters(node));
                fields.get("any").map(|node| self.filters(node));
                fields.get("not").map(|node| self.filter(node));
                None
            }
        }
    }

    fn filters(&mut self, node: &Value<'_>) -> Option<Vec<ResultFilter>> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of filters");
            return None;
        };
        let read: Vec<Option<ResultFilter>> = list.elements.iter().map(|element| self.filter(element)).collect();
        read.into_iter().collect()
    }

    fn band_test(&mut self, fields: &Fields<'_, '_>) -> Option<BandTest> {
        let findings = &mut self.decoder.findings;
        let set = fields.need("band", BAND_TEST, findings);
        let (any, none) = (fields.get("is_any_of"), fields.get("is_none_of"));
        if let (Some(_), Some(range)) = (any, fields.key_range("is_none_of")) {
            let message = "expected one operator in a band test, found both `is_any_of` and `is_none_of`";
            let help = "make two tests of it, in `all` or `any`".to_owned();
            findings.error(Code::ConflictingKeys, range, message, Some(help));
            return None;
        }
        let Some(labels) = any.or(none) else {
            fields.missing("`is_any_of` or `is_none_of`", BAND_TEST, findings);
            return None;
        };
        let set = self.band_set(set?)?;
        Some(BandTest { set, labels: self.labels(labels, set)?, negated: none.is_some() })
    }

    fn criterion_test(&mut self, fields: &Fields<'_, '_>) -> Option<CriterionTest> {
        let node = fields.need("criterion", CRITERION_TEST, &mut self.decoder.findings);
        let is_met = fields.need("is_met", CRITERION_TEST, &mut self.decoder.findings);
        let is_met = is_met.and_then(|node| self.decoder.boolean(node));
        let score = fields.get("score").map(|node| self.decoder.score_index(node));
        let (node, score) = (node?, score.map_or(Some(None), |read| read.map(Some))?);
        let id = self.decoder.text(node)?;
        let among = criteria(self.ruleset).filter(|(place, _)| score.is_none_or(|score| place.score == score));
        let named: Vec<CriterionTest> = among.clone().filter(|(_, own)| *own == id).map(|(place, _)| place).collect();
        match named.as_slice() {
            [only] => Some(CriterionTest { is_met: is_met?, ..*only }),
            [] => {
                let known: Vec<&str> = among.map(|(_, id)| id).take(MOST_RANGES).collect();
                self.unknown(node, &id, "a criterion by its id", &known);
                None
            }
            several => {
                let scores = several.iter().filter_map(|place| self.ruleset.scores.get(place.score));
                let scores: Vec<String> = scores.take(10).map(|score| format!("\"{}\"", score.id)).collect();
                let message =
                    format!("expected `score` in a criterion test, as several have {}, found none", found(node));
                let help = format!("the scores that have it are {}", scores.join(", "));
                self.decoder.findings.error(Code::MissingKey, at(fields.node), message, Some(help));
                None
            }
        }
    }

    fn search(&mut self, fields: &Fields<'_, '_>) -> Option<Search> {
        let node = fields.need("search", SEARCH, &mut self.decoder.findings)?;
        let text = self.decoder.text(node)?;
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        self.decoder.at_most(words.len(), MOST_WORDS, "words", node)?;
        let properties = match fields.get("properties") {
            Some(node) => {
                let properties = self.decoder.texts(node);
                self.decoder.at_most(properties.len(), MOST_RANGES, "properties", node)?;
                properties
            }
            None => Vec::new(),
        };
        Some(Search { words, properties })
    }

    /// The index of the band set with an id: that of its score, or its own.
    fn band_set(&mut self, node: &Value<'_>) -> Option<usize> {
        let id = self.decoder.text(node)?;
        let ids: Vec<&str> = self.ruleset.bands.iter().map(|set| set_id(set, self.ruleset)).collect();
        let index = ids.iter().position(|known| *known == id);
        if index.is_none() {
            self.unknown(node, &id, "a score with bands or a matrix by its id", &ids);
        }
        index
    }

    fn labels(&mut self, node: &Value<'_>, set: usize) -> Option<Vec<Option<String>>> {
        let elements: Vec<&Value<'_>> = match node {
            Value::Array(list) => list.elements.iter().collect(),
            other => vec![other],
        };
        if elements.is_empty() {
            self.decoder.findings.error(Code::EmptyList, at(node), "expected at least one band, found none", None);
            return None;
        }
        self.decoder.at_most(elements.len(), MOST_RANGES, "bands", node)?;
        let of_set = || self.ruleset.bands.get(set).map(|set| set.labels().into_iter().collect()).unwrap_or_default();
        let known = self.labels.remove(&set).unwrap_or_else(of_set);
        let read: Vec<Option<Option<String>>> = elements.into_iter().map(|node| self.label(node, &known)).collect();
        self.labels.insert(set, known);
        read.into_iter().collect()
    }

    fn label(&mut self, node: &Value<'_>, known: &HashSet<String>) -> Option<Option<String>> {
        match node {
            Value::NullKeyword(_) => Some(None),
            Value::StringLit(text) if known.contains(text.value.as_ref()) => {
                Some(Some(text.value.clone().into_owned()))
            }
            Value::StringLit(text) => {
                let mut known: Vec<&str> = known.iter().take(MOST_RANGES).map(String::as_str).collect();
                known.sort_unstable();
                self.unknown(node, &text.value, "a band, or null for no band", &known);
                None
            }
            _ => {
                self.decoder.wrong_type(node, "a text with a band, or null for no band");
                None
            }
        }
    }

    /// Reports a name that is none of those that there are.
    fn unknown(&mut self, node: &Value<'_>, name: &str, expected: &str, known: &[&str]) {
        let list =
            || known.iter().take(10).map(|known| format!("\"{}\"", excerpt(known))).collect::<Vec<_>>().join(", ");
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => Some(format!("did you mean \"{meant}\"?")),
            None => (!known.is_empty()).then(|| format!("there are {}", list())),
        };
        let message = format!("expected {expected}, found {}", found(node));
        self.decoder.findings.error(Code::UnknownChoice, at(node), message, help);
    }
}

/// The parts of an `all` or `any`. What is about the contact alone stays together: it is decided in one go.
fn joined(
    parts: Vec<ResultFilter>,
    of_contacts: fn(Vec<Filter>) -> Filter,
    of_results: fn(Vec<ResultFilter>) -> ResultFilter,
) -> ResultFilter {
    let (mut contacts, mut others) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            ResultFilter::Contact(filter) => contacts.push(filter),
            other => others.push(other),
        }
    }
    if others.is_empty() {
        return ResultFilter::Contact(of_contacts(contacts));
    }
    if !contacts.is_empty() {
        others.push(ResultFilter::Contact(of_contacts(contacts)));
    }
    of_results(others)
}

fn set_id<'r>(set: &'r BandSet, ruleset: &'r Ruleset) -> &'r str {
    match set {
        BandSet::Score(bands) => ruleset.scores.get(bands.score).map_or("", |score| &score.id),
        BandSet::Matrix { id, .. } => id,
    }
}

/// Every criterion by its place, with its id.
fn criteria(ruleset: &Ruleset) -> impl Iterator<Item = (CriterionTest, &str)> + Clone {
    let scores = ruleset.scores.iter().enumerate();
    let groups =
        scores.flat_map(|(score, own)| own.groups.iter().enumerate().map(move |(group, own)| (score, group, own)));
    groups.flat_map(|(score, group, own)| {
        let place = move |criterion| CriterionTest { score, group, criterion, is_met: true };
        own.criteria.iter().enumerate().map(move |(criterion, own)| (place(criterion), own.id.as_str()))
    })
}
