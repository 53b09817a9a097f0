//! Decodes criteria of the three kinds.

use super::decode::{Decoder, Ids};
use super::diagnostic::Code;
use super::fields::{BY_EVENT, BY_VALUE, CONDITION, CRITERION, FREQUENCY_RANGE, Fields};
use super::filter::Scope;
use super::findings::at;
use super::model::{Award, Criterion, EventSelection, FrequencyRange, OncePer, Rule};
use super::points::Points;
use super::values::{MOST_DAYS, MOST_EVENTS, MOST_RANGES};
use crate::contacts::names;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::collections::HashMap;

impl Decoder {
    /// A criterion in a group that decays, or not.
    pub(super) fn criterion(&mut self, node: &Value<'_>, group_decays: bool, ids: &mut Ids) -> Option<Criterion> {
        let (fields, kind) = Fields::of_kinds(node, &CRITERION, &mut self.findings)?;
        let id = self.unique_id(&fields, CRITERION.name, ids);
        let enabled = fields.get("enabled").and_then(|node| self.boolean(node)).unwrap_or(true);
        let limit = self.limit(fields.get("limit"), CRITERION.name);
        let decay = fields.get("decay").and_then(|node| self.decay(node));
        let since = self.since(&fields, kind.map(|kind| kind.name), group_decays);
        let rule = match kind.map(|kind| kind.name) {
            Some(CONDITION) => self.condition(&fields, since),
            Some(BY_VALUE) => self.by_value(&fields, since),
            Some(BY_EVENT) => self.by_event(&fields),
            _ => {
                self.criterion_of_no_kind(&fields);
                None
            }
        };
        let label = self.optional_text(fields.get("label"));
        let note = self.optional_text(fields.get("note"));
        Some(Criterion { id, label, note, enabled, limit, decay, rule: rule? })
    }

    /// What is wrong inside a criterion whose kind could not be made out.
    fn criterion_of_no_kind(&mut self, fields: &Fields<'_, '_>) {
        fields.get("when").map(|node| self.filter(node, Scope::Contact));
        fields.get("where").map(|node| self.filter(node, Scope::Event));
        fields.get("points").map(|node| self.points(node));
        fields.get("values").map(|node| self.points_by_value(node));
        fields.get("frequency").map(|node| self.frequency(node));
    }

    /// The property from whose time a condition or a criterion by value decays.
    fn since(&mut self, fields: &Fields<'_, '_>, kind: Option<&str>, group_decays: bool) -> Option<String> {
        let since = fields.get("since");
        let decays = group_decays || fields.has("decay");
        if let (Some(kind @ (CONDITION | BY_VALUE)), false) = (kind, decays == since.is_some()) {
            if let Some(since) = since {
                let message = format!("expected `decay` beside `since` in {kind} or in its group, found none");
                let help = "add a `decay`, or remove `since`".to_owned();
                self.findings.error(Code::SinceWithoutDecay, at(since), message, Some(help));
            } else {
                let whose = if fields.has("decay") { "that decays" } else { "in a group that decays" };
                let message = format!("expected `since` in {kind} {whose}, found none");
                let help = "name the property that holds the time from which its points decay, such as \
                            \"recent_conversion_date\", or move it to a group without decay"
                    .to_owned();
                let place = fields.get("decay").unwrap_or(fields.node);
                self.findings.error(Code::DecayWithoutSince, at(place), message, Some(help));
            }
        }
        since.and_then(|since| self.name(since))
    }

    fn condition(&mut self, fields: &Fields<'_, '_>, since: Option<String>) -> Option<Rule> {
        let when = fields.need("when", CONDITION, &mut self.findings);
        let when = when.and_then(|node| self.filter(node, Scope::Contact));
        let points = fields.need("points", CONDITION, &mut self.findings).and_then(|node| self.points(node));
        Some(Rule::Condition { when: when?, points: points?, since })
    }

    fn by_value(&mut self, fields: &Fields<'_, '_>, since: Option<String>) -> Option<Rule> {
        let property = fields.need("property", BY_VALUE, &mut self.findings).and_then(|node| self.name(node));
        let values = fields.need("values", BY_VALUE, &mut self.findings);
        let values = values.and_then(|node| self.points_by_value(node));
        let default = match fields.get("default") {
            Some(node) => self.points(node),
            None => Some(Points::ZERO),
        };
        Some(Rule::ByValue { property: property?, values: values?, default: default?, since })
    }

    fn points_by_value(&mut self, node: &Value<'_>) -> Option<Vec<(String, Points)>> {
        let Value::Object(object) = node else {
            self.wrong_type(node, "an object of points by value");
            return None;
        };
        let mut seen = HashMap::new();
        let mut values = Some(Vec::with_capacity(object.properties.len()));
        for entry in &object.properties {
            let (key, range) = (entry.name.as_str(), entry.name.range());
            if key.trim().is_empty() {
                let message = "expected a value, found a blank one";
                let help = "an unknown value gives no points: use a condition with `is_unknown` beside this".to_owned();
                self.findings.error(Code::BlankText, range, message, Some(help));
            } else if let Some(first) = seen.insert(key.trim().to_lowercase(), key) {
                self.same_name(range, first, key, "a value");
            }
            let points = self.points(&entry.value).map(|points| (key.trim().to_owned(), points));
            values = values.zip(points).map(|(mut values, value)| {
                values.push(value);
                values
            });
        }
        values
    }

    fn by_event(&mut self, fields: &Fields<'_, '_>) -> Option<Rule> {
        let events = self.event_selection(fields, BY_EVENT);
        let once_per = match fields.get("once_per") {
            Some(node) => Some(self.name(node)).map(|name| name.map(once_per)),
            None => None,
        };
        let award = self.award(fields);
        let once_per = match once_per {
            Some(read) => Some(read?),
            None => None,
        };
        Some(Rule::ByEvent { events: events?, once_per, award: award? })
    }

    /// `event`, `where` and `within_days`, of a criterion or a test.
    pub(super) fn event_selection(&mut self, fields: &Fields<'_, '_>, name: &str) -> Option<EventSelection> {
        let event = fields.need("event", name, &mut self.findings).and_then(|node| self.name(node));
        let filter = fields.get("where").map(|node| self.filter(node, Scope::Event));
        let within_days = fields.get("within_days").map(|node| self.whole(node, 0, MOST_DAYS));
        let filter = match filter {
            Some(read) => Some(Box::new(read?)),
            None => None,
        };
        let within_days = match within_days {
            Some(read) => Some(read?),
            None => None,
        };
        Some(EventSelection { event: event?, filter, within_days })
    }

    fn award(&mut self, fields: &Fields<'_, '_>) -> Option<Award> {
        let most = fields.get("max_occurrences").map(|node| self.whole(node, 0, MOST_EVENTS));
        let points = fields.get("points").map(|node| self.points(node));
        let frequency = fields.get("frequency").map(|node| self.frequency(node));
        let excluded = ["points", "max_occurrences"].into_iter().find_map(|key| Some((key, fields.key_range(key)?)));
        match (points, frequency, excluded) {
            (_, Some(_), Some((key, range))) => {
                let message = format!("expected either `points` or `frequency`, found `{key}` beside `frequency`");
                let help =
                    format!("the ranges of `frequency` say what occurrences give: remove `{key}` or `frequency`");
                self.findings.error(Code::ConflictingKeys, range, message, Some(help));
                None
            }
            (_, Some(frequency), None) => Some(Award::Frequency(frequency?)),
            (Some(points), None, _) => {
                let max_occurrences = match most {
                    Some(read) => Some(read?),
                    None => None,
                };
                Some(Award::PerOccurrence { points: points?, max_occurrences })
            }
            (None, None, _) => {
                fields.missing("`points` or `frequency`", BY_EVENT, &mut self.findings);
                None
            }
        }
    }

    /// Sorted by `from`, without overlaps.
    fn frequency(&mut self, node: &Value<'_>) -> Option<Vec<FrequencyRange>> {
        let Value::Array(list) = node else {
            self.wrong_type(node, "a list of ranges");
            return None;
        };
        if list.elements.is_empty() {
            self.findings.error(Code::EmptyList, at(node), "expected at least one range, found none", None);
            return None;
        }
        self.at_most(list.elements.len(), MOST_RANGES, "ranges", node)?;
        let read: Vec<_> = list.elements.iter().map(|element| (self.frequency_range(element), element)).collect();
        let mut ranges: Vec<_> = read.iter().filter_map(|(range, element)| Some(((*range)?, *element))).collect();
        ranges.sort_by_key(|(range, _)| range.from);
        let mut whole = ranges.len() == list.elements.len();
        for ((before, _), (range, element)) in ranges.iter().zip(ranges.iter().skip(1)) {
            if before.to.is_none_or(|to| to >= range.from) {
                let message =
                    format!("expected ranges that do not overlap, found {} beside {}", span(range), span(before));
                self.findings.error(Code::OverlappingRanges, at(element), message, None);
                whole = false;
            }
        }
        whole.then(|| ranges.into_iter().map(|(range, _)| range).collect())
    }

    fn frequency_range(&mut self, node: &Value<'_>) -> Option<FrequencyRange> {
        let fields = Fields::of(node, &FREQUENCY_RANGE, &mut self.findings)?;
        let name = FREQUENCY_RANGE.name;
        let from = fields.need("from", name, &mut self.findings).and_then(|node| self.whole(node, 1, MOST_EVENTS));
        let to = fields.get("to").map(|node| self.whole(node, 1, MOST_EVENTS));
        let points = fields.need("points", name, &mut self.findings).and_then(|node| self.points(node));
        let to = match to {
            Some(read) => Some(read?),
            None => None,
        };
        let range = FrequencyRange { from: from?, to, points: points? };
        if to.is_some_and(|to| to < range.from) {
            let message = format!("expected `from` not above `to`, found {}", span(&range));
            self.findings.error(Code::InvalidRange, at(node), message, None);
            return None;
        }
        Some(range)
    }
}

fn once_per(name: String) -> OncePer {
    if names::same(&name, "day") { OncePer::Day } else { OncePer::Property(name) }
}

fn span(range: &FrequencyRange) -> String {
    range.to.map_or_else(|| format!("{} or more", range.from), |to| format!("{} to {to}", range.from))
}
