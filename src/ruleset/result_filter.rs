//! Filters over results: the filters of rulesets, with tests of scores, bands and lists. Those that are asked of results, and stand in no
//! ruleset, may also test criteria and search. They are read by `result_reader`, and know no contact.

use super::decode::Decoder;
use super::diagnostic::Diagnostic;
use super::document;
use super::findings::Findings;
use super::model::{Criterion, Filter, PointsRange, Ruleset, ScoreTest};
use super::result_reader::Reader;
use crate::Error;
use borsh::BorshSerialize;

/// What is true or false of a contact whose scores and bands are known.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize)]
pub struct Search {
    /// The words, in lower case. A search for none finds everybody.
    pub words: Vec<String>,
    /// The properties beside the id. What the contacts do not have is not searched.
    pub properties: Vec<String>,
}

/// A test of a band.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize)]
pub struct BandTest {
    /// The index of the band set in the ruleset.
    pub set: usize,
    /// The bands asked about; `None` is to be outside all of them.
    pub labels: Vec<Option<String>>,
    /// `is_none_of`.
    pub negated: bool,
}

/// A test of whether a contact meets a criterion. One that is muted is met by whom it would be if it were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
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

impl BandTest {
    /// Whether a band meets it.
    pub(crate) fn is_met_by(&self, band: Option<&String>) -> bool {
        self.labels.iter().any(|asked| asked.as_ref() == band) != self.negated
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
        let filter = Reader::of_question(&mut decoder, ruleset).whole(&tree);
        match filter.filter(|_| !decoder.findings.has_errors()) {
            Some(filter) => Ok(filter.joined()),
            None => Err(decoder.findings.into_diagnostics(json, before, Some(&tree))),
        }
    }

    /// The same, with what is about the contact alone put together: it is decided in one go.
    pub(super) fn joined(self) -> ResultFilter {
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
    pub(super) fn of_contact(&self) -> Filter {
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
