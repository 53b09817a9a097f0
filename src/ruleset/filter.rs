//! Decodes filters: all, any, not, and tests of properties, events and scores.

use super::decode::Decoder;
use super::diagnostic::Code;
use super::fields::{ALL, ANY, EVENT_TEST, FILTER, Fields, LIST_TEST, NOT, PROPERTY_TEST, SCORE_TEST, STAGE_TEST};
use super::findings::at;
use super::model::{EventTest, Filter, Operator, PointsRange, PropertyTest, ScoreTest};
use super::operator;
use super::points::Points;
use super::values::MOST_EVENTS;
use jsonc_parser::ast::Value;

/// What a filter is about, and so which tests it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A contact: property and event tests.
    Contact,
    /// An event: property tests.
    Event,
    /// A contact whose scores are known: all tests.
    Band,
}

impl Decoder {
    /// A filter. The depth of the document bounds the recursion.
    pub(super) fn filter(&mut self, node: &Value<'_>, scope: Scope) -> Option<Filter> {
        if let Value::Array(_) = node {
            let help = "put the list into `{ \"all\": […] }` or `{ \"any\": […] }`".to_owned();
            let message = "expected a filter, an object, found a list";
            self.findings.error(Code::WrongType, at(node), message, Some(help));
            return None;
        }
        let (fields, kind) = Fields::of_kinds(node, &FILTER, &mut self.findings)?;
        match kind.map(|kind| kind.name) {
            Some(ALL) => Some(Filter::All(self.filters(fields.get("all")?, scope)?)),
            Some(ANY) => Some(Filter::Any(self.filters(fields.get("any")?, scope)?)),
            Some(NOT) => Some(Filter::Not(Box::new(self.filter(fields.get("not")?, scope)?))),
            Some(PROPERTY_TEST) => self.property_test(&fields).map(Filter::Property),
            Some(EVENT_TEST) if scope == Scope::Event => self.misplaced(&fields, "tests of the event's properties"),
            Some(EVENT_TEST) => self.event_test(&fields).map(Filter::Event),
            Some(SCORE_TEST) if scope != Scope::Band => {
                self.misplaced(&fields, "score tests only in the `when` of band ranges")
            }
            Some(SCORE_TEST) => self.score_test(&fields).map(Filter::Score),
            Some(STAGE_TEST) => self.misplaced_test(&fields, "a stage test", "test the property that holds the stage"),
            Some(LIST_TEST) => self.misplaced_test(&fields, "a list test", "write out what makes a contact a member"),
            _ => {
                // Of no kind: what is wrong inside is found all the same.
                fields.get("all").map(|node| self.filters(node, scope));
                fields.get("any").map(|node| self.filters(node, scope));
                fields.get("not").map(|node| self.filter(node, scope));
                fields.get("where").map(|node| self.filter(node, Scope::Event));
                None
            }
        }
    }

    fn filters(&mut self, node: &Value<'_>, scope: Scope) -> Option<Vec<Filter>> {
        let Value::Array(list) = node else {
            self.wrong_type(node, "a list of filters");
            return None;
        };
        let read: Vec<Option<Filter>> = list.elements.iter().map(|element| self.filter(element, scope)).collect();
        read.into_iter().collect()
    }

    fn misplaced(&mut self, fields: &Fields<'_, '_>, expected: &str) -> Option<Filter> {
        let what = if fields.has("event") { "an event test" } else { "a score test" };
        let message = format!("expected {expected} here, found {what}");
        self.findings.error(Code::MisplacedTest, at(fields.node), message, None);
        None
    }

    /// Lists and stages may be made from scores and bands: criteria and bands that are made from these would go round in circles.
    fn misplaced_test(&mut self, fields: &Fields<'_, '_>, what: &str, instead: &str) -> Option<Filter> {
        let message = format!("expected a test of a property or of events here, found {what}");
        let help = format!("such tests stand in lists, stages and questions to results: {instead}");
        self.findings.error(Code::MisplacedTest, at(fields.node), message, Some(help));
        None
    }

    pub(super) fn property_test(&mut self, fields: &Fields<'_, '_>) -> Option<PropertyTest> {
        let property = fields.need("property", PROPERTY_TEST, &mut self.findings).and_then(|node| self.name(node));
        let include_unknown = fields.get("include_unknown").map(|node| self.boolean(node));
        let mut operators = fields.keys().filter_map(|(key, range)| Some((key, range, operator::find(key)?)));
        let Some((key, _, kind)) = operators.next() else {
            fields.missing("an operator", PROPERTY_TEST, &mut self.findings);
            return None;
        };
        let operand = fields.get(key);
        let mut operator = operand.and_then(|operand| self.operator(kind, operand));
        for (other, range, kind) in operators {
            let message = format!("expected one operator in a property test, found both `{key}` and `{other}`");
            let help = "make two tests of it, in `all` or `any`".to_owned();
            self.findings.error(Code::ConflictingKeys, range, message, Some(help));
            fields.get(other).map(|operand| self.operator(kind, operand));
            operator = None;
        }
        let operator = operator?;
        if let (Operator::IsKnown | Operator::IsUnknown, Some(range)) = (&operator, fields.key_range("include_unknown"))
        {
            let message = format!("expected no `include_unknown` beside `{key}`, found it");
            let help = "it says itself what holds of an unknown value: remove `include_unknown`".to_owned();
            self.findings.error(Code::ConflictingKeys, range, message, Some(help));
            return None;
        }
        Some(PropertyTest { property: property?, operator, include_unknown: include_unknown.unwrap_or(Some(false))? })
    }

    pub(super) fn event_test(&mut self, fields: &Fields<'_, '_>) -> Option<EventTest> {
        let events = self.event_selection(fields, EVENT_TEST);
        let mut count = |key: &str| fields.get(key).map(|node| self.whole(node, 0, MOST_EVENTS));
        let (at_least, at_most, exactly) = (count("at_least"), count("at_most"), count("exactly"));
        let beside = ["at_least", "at_most"].into_iter().find(|key| fields.has(key));
        if let (Some(range), Some(beside)) = (fields.key_range("exactly"), beside) {
            let message = format!("expected `exactly` alone, found `{beside}` beside it");
            self.findings.error(Code::ConflictingKeys, range, message, None);
            return None;
        }
        let (at_least, at_most) = match (at_least, at_most, exactly) {
            (_, _, Some(exactly)) => (exactly?, Some(exactly?)),
            (Some(at_least), None, None) => (at_least?, None),
            (Some(at_least), Some(at_most), None) => (at_least?, Some(at_most?)),
            (None, Some(at_most), None) => (0, Some(at_most?)),
            (None, None, None) => (1, None),
        };
        Some(EventTest { events: events?, at_least, at_most })
    }

    pub(super) fn score_test(&mut self, fields: &Fields<'_, '_>) -> Option<ScoreTest> {
        let score = fields.need("score", SCORE_TEST, &mut self.findings).and_then(|node| self.score_index(node));
        if !["at_least", "at_most", "below"].iter().any(|key| fields.has(key)) {
            fields.missing("`at_least`, `at_most` or `below`", SCORE_TEST, &mut self.findings);
            return None;
        }
        let range = self.points_range(fields);
        Some(ScoreTest { score: score?, range: range? })
    }

    /// `at_least`, and `at_most` or `below`, of a score test or band range.
    pub(super) fn points_range(&mut self, fields: &Fields<'_, '_>) -> Option<PointsRange> {
        let mut points = |key: &str| fields.get(key).map(|node| self.points(node));
        let (at_least, at_most, below) = (points("at_least"), points("at_most"), points("below"));
        if let (true, Some(range)) = (fields.has("at_most"), fields.key_range("below")) {
            let message = "expected one upper end, found both `at_most` and `below`";
            let help = "the end is included in `at_most`, and not in `below`: remove one of them".to_owned();
            self.findings.error(Code::ConflictingKeys, range, message, Some(help));
            return None;
        }
        let hundredth = Points::from_hundredths(1);
        let at_least = match at_least {
            Some(read) => Some(read?),
            None => None,
        };
        let below = match (at_most, below) {
            (Some(at_most), _) => Some(at_most?.plus(hundredth)),
            (None, Some(below)) => Some(below?),
            (None, None) => None,
        };
        if let (Some(least), Some(end)) = (at_least, below)
            && least >= end
        {
            let message = format!("expected a range that begins before it ends, found one from {least} that {}", {
                if fields.has("at_most") {
                    format!("ends at {}", end.plus(Points::from_hundredths(-1)))
                } else {
                    format!("ends below {end}")
                }
            });
            self.findings.error(Code::InvalidRange, at(fields.node), message, None);
            return None;
        }
        Some(PointsRange { at_least, below })
    }
}
