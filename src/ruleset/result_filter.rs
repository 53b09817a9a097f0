//! Filters over results: the filters of rulesets, with tests of scores, bands and lists. Those that are asked of results, and stand in no ruleset, may
//! also test criteria and search. In: such a filter, as text or inside a ruleset, and what it may name. Out: the filter, or
//! everything that is wrong in it. It knows no contact.

use super::check;
use super::decode::Decoder;
use super::diagnostic::{Code, Diagnostic};
use super::document;
use super::fields::{
    ALL, ANY, BAND_TEST, CRITERION_TEST, EVENT_TEST, Fields, Kinds, LIST_TEST, NOT, PROPERTY_TEST, QUESTION_FILTER,
    RESULT_FILTER, SCORE_TEST, SEARCH,
};
use super::findings::{Findings, at};
use super::model::{BandSet, Criterion, Filter, PointsRange, Ruleset, Score, ScoreTest};
use super::values::{MOST_RANGES, found};
use crate::Error;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Range;
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
        let mut decoder = Decoder::default();
        decoder.score_ids = ruleset.scores.iter().map(|score| score.id.clone()).collect();
        decoder.know_lists(ruleset.lists.iter().map(|list| list.id.clone()).collect());
        let mut reader = Reader::new(&mut decoder, &ruleset.scores, &ruleset.bands, &QUESTION_FILTER);
        let filter = reader.whole(&tree);
        match filter.filter(|_| !decoder.findings.has_errors()) {
            Some(filter) => Ok(filter.joined()),
            None => Err(decoder.findings.into_diagnostics(json, before, Some(&tree))),
        }
    }

    /// The same, with what is about the contact alone put together: it is decided in one go.
    fn joined(self) -> ResultFilter {
        let all_joined = |parts: Vec<ResultFilter>| parts.into_iter().map(ResultFilter::joined).collect();
        match self {
            ResultFilter::All(parts) => joined(all_joined(parts), Filter::All, ResultFilter::All),
            ResultFilter::Any(parts) => joined(all_joined(parts), Filter::Any, ResultFilter::Any),
            ResultFilter::Not(part) => match part.joined() {
                ResultFilter::Contact(filter) => ResultFilter::Contact(Filter::Not(Box::new(filter))),
                other => ResultFilter::Not(Box::new(other)),
            },
            other => other,
        }
    }

    /// What it says of the contact alone, for the check: in place of everything else stands a test that may hold or not.
    fn of_contact(&self) -> Filter {
        let parts = |parts: &[ResultFilter]| parts.iter().map(ResultFilter::of_contact).collect();
        match self {
            ResultFilter::All(all) => Filter::All(parts(all)),
            ResultFilter::Any(any) => Filter::Any(parts(any)),
            ResultFilter::Not(part) => Filter::Not(Box::new(part.of_contact())),
            ResultFilter::Contact(filter) => filter.clone(),
            _ => Filter::Score(ScoreTest { score: 0, range: PointsRange::default() }),
        }
    }

    /// The lists that it tests, by their indices.
    pub(crate) fn lists(&self) -> Vec<usize> {
        let mut lists = Vec::new();
        self.add_lists(&mut lists);
        lists
    }

    /// Filters are as deep as documents, which bounds the recursion.
    fn add_lists(&self, lists: &mut Vec<usize>) {
        match self {
            ResultFilter::All(parts) | ResultFilter::Any(parts) => {
                parts.iter().for_each(|part| part.add_lists(lists));
            }
            ResultFilter::Not(part) => part.add_lists(lists),
            ResultFilter::List(list) => lists.push(*list),
            _ => {}
        }
    }
}

/// Reads filters over results.
pub(super) struct Reader<'r> {
    pub(super) decoder: &'r mut Decoder,
    /// What criterion tests may name.
    scores: &'r [Score],
    bands: &'r [BandSet],
    /// The band sets by their ids: that of the score, or their own.
    sets: HashMap<String, usize>,
    /// Every band set could be read, so that a name that none has is wrong.
    pub(super) bands_are_known: bool,
    kinds: &'static Kinds,
    /// The bands of each set that was asked about.
    labels: HashMap<usize, HashSet<String>>,
    tests: usize,
    /// The lists that were tested, each with the place where.
    pub(super) tested_lists: Vec<(usize, Range)>,
}

impl<'r> Reader<'r> {
    fn new(decoder: &'r mut Decoder, scores: &'r [Score], bands: &'r [BandSet], kinds: &'static Kinds) -> Reader<'r> {
        let mut sets = HashMap::new();
        for (index, set) in bands.iter().enumerate() {
            let id = match set {
                BandSet::Score(bands) => decoder.score_ids.get(bands.score),
                BandSet::Matrix { id, .. } => Some(id),
            };
            sets.entry(id.cloned().unwrap_or_default()).or_insert(index);
        }
        let (labels, tested_lists) = (HashMap::new(), Vec::new());
        Reader { decoder, scores, bands, sets, bands_are_known: true, kinds, labels, tests: 0, tested_lists }
    }

    /// For the parts of a ruleset that are about results. The ids of its scores and lists are known.
    pub(super) fn of_ruleset(decoder: &'r mut Decoder, scores: &'r [Score], bands: &'r [BandSet]) -> Reader<'r> {
        Reader::new(decoder, scores, bands, &RESULT_FILTER)
    }

    /// A filter with warnings about what is suspect in it.
    pub(super) fn checked(&mut self, node: &Value<'_>) -> Option<ResultFilter> {
        let filter = self.whole(node)?;
        check::result_filter(&filter.of_contact(), node, &self.decoder.property_kinds, &mut self.decoder.findings);
        Some(filter.joined())
    }

    fn whole(&mut self, node: &Value<'_>) -> Option<ResultFilter> {
        self.tests = 0;
        let filter = self.filter(node);
        self.decoder.at_most(self.tests, MOST_TESTS, "tests in a filter", node)?;
        filter
    }

    /// The depth of the document bounds the recursion.
    fn filter(&mut self, node: &Value<'_>) -> Option<ResultFilter> {
        if let Value::Array(_) = node {
            let help = "put the list into `{ \"all\": […] }` or `{ \"any\": […] }`".to_owned();
            let message = "expected a filter, an object, found a list";
            self.decoder.findings.error(Code::WrongType, at(node), message, Some(help));
            return None;
        }
        let (fields, kind) = Fields::of_kinds(node, self.kinds, &mut self.decoder.findings)?;
        let kind = kind.map(|kind| kind.name);
        self.tests += usize::from(!matches!(kind, Some(ALL | ANY | NOT)));
        // What is beyond the limit is counted, and not read: it is an error in any case.
        if self.tests > MOST_TESTS {
            return None;
        }
        match kind {
            Some(ALL) => Some(ResultFilter::All(self.filters(fields.get("all")?)?)),
            Some(ANY) => Some(ResultFilter::Any(self.filters(fields.get("any")?)?)),
            Some(NOT) => Some(ResultFilter::Not(Box::new(self.filter(fields.get("not")?)?))),
            Some(PROPERTY_TEST) => {
                self.decoder.property_test(&fields).map(|test| ResultFilter::Contact(Filter::Property(test)))
            }
            Some(EVENT_TEST) => self.decoder.event_test(&fields).map(|test| ResultFilter::Contact(Filter::Event(test))),
            Some(SCORE_TEST) => self.decoder.score_test(&fields).map(ResultFilter::Score),
            Some(BAND_TEST) => self.band_test(&fields).map(ResultFilter::Band),
            Some(CRITERION_TEST) => self.criterion_test(&fields).map(ResultFilter::Criterion),
            Some(SEARCH) => self.search(&fields).map(ResultFilter::Search),
            Some(LIST_TEST) => self.list_test(&fields).map(ResultFilter::List),
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

    fn list_test(&mut self, fields: &Fields<'_, '_>) -> Option<usize> {
        let node = fields.need("list", LIST_TEST, &mut self.decoder.findings)?;
        let list = self.decoder.list_index(node)?;
        self.tested_lists.push((list, at(node)));
        Some(list)
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
        let scores = self.scores;
        let among = criteria(scores).filter(|(place, _)| score.is_none_or(|score| place.score == score));
        let named: Vec<CriterionTest> = among.clone().filter(|(_, own)| *own == id).map(|(place, _)| place).collect();
        match named.as_slice() {
            [only] => Some(CriterionTest { is_met: is_met?, ..*only }),
            [] => {
                let known: Vec<&str> = among.map(|(_, id)| id).take(MOST_RANGES).collect();
                self.decoder.unknown(Code::UnknownChoice, node, &id, "a criterion by its id", &known);
                None
            }
            several => {
                let scores = several.iter().filter_map(|place| scores.get(place.score));
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

    /// The index of the band set whose id stands there.
    fn band_set(&mut self, node: &Value<'_>) -> Option<usize> {
        let id = self.decoder.text(node)?;
        self.band_set_called(&id, "a score with bands or a matrix by its id", node)
    }

    /// The index of the band set with an id, which is part of a node.
    pub(super) fn band_set_called(&mut self, id: &str, expected: &str, node: &Value<'_>) -> Option<usize> {
        let index = self.sets.get(id).copied();
        if index.is_none() && self.bands_are_known {
            let mut ids: Vec<(&usize, &String)> = self.sets.iter().map(|(id, index)| (index, id)).collect();
            ids.sort_unstable();
            let ids: Vec<&String> = ids.into_iter().map(|(_, id)| id).collect();
            self.decoder.unknown(Code::UnknownBand, node, id, expected, &ids);
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
        let of_set = || self.bands.get(set).map(|set| set.labels().into_iter().collect()).unwrap_or_default();
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
                let expected = "a band, or null for no band";
                self.decoder.unknown(Code::UnknownBand, node, &text.value, expected, &known);
                None
            }
            _ => {
                self.decoder.wrong_type(node, "a text with a band, or null for no band");
                None
            }
        }
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

/// Every criterion by its place, with its id.
fn criteria(scores: &[Score]) -> impl Iterator<Item = (CriterionTest, &str)> + Clone {
    let scores = scores.iter().enumerate();
    let groups =
        scores.flat_map(|(score, own)| own.groups.iter().enumerate().map(move |(group, own)| (score, group, own)));
    groups.flat_map(|(score, group, own)| {
        let place = move |criterion| CriterionTest { score, group, criterion, is_met: true };
        own.criteria.iter().enumerate().map(move |(criterion, own)| (place(criterion), own.id.as_str()))
    })
}
