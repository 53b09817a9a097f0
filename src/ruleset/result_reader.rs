//! Reads filters over results: of a ruleset, for its lists and stages, and of questions. In: a filter's node, and what it may name. Out: the
//! filter, or everything that is wrong in it. It knows no contact.

use super::check;
use super::decode::Decoder;
use super::diagnostic::Code;
use super::fields::{
    ALL, ANY, BAND_TEST, CRITERION_TEST, EVENT_TEST, Fields, Kinds, LIST_TEST, NOT, PROPERTY_TEST, QUESTION_FILTER,
    RESULT_FILTER, SCORE_TEST, SEARCH, STAGE_TEST,
};
use super::findings::at;
use super::model::{BandSet, Filter, Property, Ruleset, Score};
use super::result_filter::{BandTest, CriterionTest, ResultFilter, Search};
use super::stage_test::Stages;
use super::values::{MOST_RANGES, found};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Range;
use std::collections::{HashMap, HashSet};

/// A filter holds at most so many tests: each is asked of every contact.
const MOST_TESTS: usize = 1_000;

/// A search is for at most so many words: each is a bit of a number.
const MOST_WORDS: usize = 64;

/// Reads filters over results.
pub(super) struct Reader<'r> {
    pub(super) decoder: &'r mut Decoder,
    /// What criterion tests may name.
    scores: &'r [Score],
    bands: &'r [BandSet],
    /// What a ruleset says about properties.
    pub(super) properties: &'r [Property],
    /// The band sets by their ids: that of the score, or their own.
    sets: HashMap<String, usize>,
    /// Every band set could be read, so that a name that none has is wrong.
    pub(super) bands_are_known: bool,
    /// What stage tests may name; nothing without a lifecycle.
    pub(super) stages: Option<Stages>,
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
        Reader {
            decoder,
            scores,
            bands,
            properties: &[],
            sets,
            bands_are_known: true,
            stages: None,
            kinds,
            labels,
            tests: 0,
            tested_lists,
        }
    }

    /// For the parts of a ruleset that are about results. The ids of its scores and lists are known.
    pub(super) fn of_ruleset(decoder: &'r mut Decoder, scores: &'r [Score], bands: &'r [BandSet]) -> Reader<'r> {
        Reader::new(decoder, scores, bands, &RESULT_FILTER)
    }

    /// For a question to the results of a ruleset.
    pub(super) fn of_question(decoder: &'r mut Decoder, ruleset: &'r Ruleset) -> Reader<'r> {
        let stages = Stages::of(ruleset);
        Reader { stages, ..Reader::new(decoder, &ruleset.scores, &ruleset.bands, &QUESTION_FILTER) }
    }

    /// A filter with warnings about what is suspect in it.
    pub(super) fn checked(&mut self, node: &Value<'_>) -> Option<ResultFilter> {
        let filter = self.whole(node)?;
        check::result_filter(&filter.of_contact(), node, &self.decoder.property_kinds, &mut self.decoder.findings);
        Some(filter.joined())
    }

    /// A filter.
    pub(super) fn whole(&mut self, node: &Value<'_>) -> Option<ResultFilter> {
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
            Some(STAGE_TEST) => self.stage_test(&fields),
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
