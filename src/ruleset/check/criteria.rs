//! Warnings about criteria, groups and scores: what gives no points, and what limits do to them.

use super::child;
use super::filters::FilterCheck;
use crate::ruleset::diagnostic::Code;
use crate::ruleset::filter::Scope;
use crate::ruleset::findings::{Findings, at};
use crate::ruleset::model::{Award, Criterion, Limit, PropertyKind, Rule};
use crate::ruleset::points::Points;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Range;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What stands around a criterion.
pub(in crate::ruleset) struct Surroundings {
    /// Its group has a decay.
    pub decays: bool,
    /// The limit of its group.
    pub group: Limit,
    /// The limit of its score.
    pub score: Limit,
}

/// Warns about one criterion by itself.
pub(in crate::ruleset) fn criterion(
    criterion: &Criterion,
    node: &Value<'_>,
    around: &Surroundings,
    kinds: &HashMap<String, PropertyKind>,
    findings: &mut Findings,
) {
    filters(&criterion.rule, node, kinds, findings);
    let places = awards(&criterion.rule, node);
    if let Some(why) = gives_nothing(&criterion.rule, &places) {
        let place = places.first().map_or(node, |(_, place)| *place);
        let place = if places.len() == 1 { place } else { node };
        let help = "give it points, or remove it";
        findings.warning(Code::NoPoints, at(place), format!("expected points, found {why}"), help);
    }
    for (points, place) in places {
        beyond_limit(points, place, criterion.limit, around, findings);
    }
}

fn filters(rule: &Rule, node: &Value<'_>, kinds: &HashMap<String, PropertyKind>, findings: &mut Findings) {
    let since = match rule {
        Rule::Condition { when, since, .. } => {
            FilterCheck { kinds, scope: Scope::Contact, findings }.filter(when, child(node, "when"));
            since
        }
        Rule::ByValue { since, .. } => since,
        Rule::ByEvent { events, .. } => {
            if let Some(filter) = &events.filter {
                FilterCheck { kinds, scope: Scope::Event, findings }.filter(filter, child(node, "where"));
            }
            return;
        }
    };
    let kind = since.as_ref().and_then(|since| kinds.get(&since.trim().to_lowercase()));
    if let Some(kind) = kind.filter(|kind| **kind != PropertyKind::Time) {
        let message = format!("expected a property that holds a time, found one of the type \"{}\"", kind.name());
        let help = "name the property that holds the time from which the points decay";
        findings.warning(Code::UnsuitableOperator, at(child(node, "since")), message, help);
    }
}

/// All points that a rule says, each with its place.
fn awards<'n, 'd>(rule: &Rule, node: &'n Value<'d>) -> Vec<(Points, &'n Value<'d>)> {
    match rule {
        Rule::Condition { points, .. } => vec![(*points, child(node, "points"))],
        Rule::ByEvent { award: Award::PerOccurrence { points, .. }, .. } => vec![(*points, child(node, "points"))],
        Rule::ByEvent { award: Award::Frequency(ranges), .. } => {
            // The ranges are sorted in the rule; their places are found by what they begin with.
            let list = child(node, "frequency");
            let place = |from: u32| {
                let elements = list.as_array().map(|list| list.elements.as_slice()).unwrap_or_default();
                let begins = |element: &&Value<'_>| {
                    let from_node = child(element, "from").as_number_lit();
                    from_node.is_some_and(|number| number.value.parse() == Ok(f64::from(from)))
                };
                elements.iter().find(begins).map_or(list, |element| child(element, "points"))
            };
            ranges.iter().map(|range| (range.points, place(range.from))).collect()
        }
        Rule::ByValue { values, default, .. } => {
            let list = child(node, "values");
            let entries = list.as_object().map(|object| object.properties.as_slice()).unwrap_or_default();
            let listed = values.iter().zip(entries).map(|((_, points), entry)| (*points, &entry.value));
            listed.chain(std::iter::once((*default, child(node, "default")))).collect()
        }
    }
}

fn gives_nothing(rule: &Rule, awards: &[(Points, &Value<'_>)]) -> Option<&'static str> {
    let nothing = awards.iter().all(|(points, _)| *points == Points::ZERO);
    match rule {
        Rule::ByValue { values, .. } if nothing && values.is_empty() => Some("no values and no default"),
        Rule::ByEvent { award: Award::PerOccurrence { max_occurrences: Some(0), .. }, .. } => {
            Some("none: at most 0 occurrences count")
        }
        _ if nothing => Some("0"),
        _ => None,
    }
}

/// Points that a limit cuts off even when nothing else is there. A floor of 0 or more over several criteria is not meant so:
/// there, negative points take away from positive ones.
fn beyond_limit(points: Points, place: &Value<'_>, own: Limit, around: &Surroundings, findings: &mut Findings) {
    let shared = |limit: Limit| Limit { min: limit.min.filter(|min| *min < Points::ZERO), ..limit };
    let limits = [
        ("its own limit", own),
        ("its group's limit", shared(around.group)),
        ("its score's limit", shared(around.score)),
    ];
    for (whose, limit) in limits {
        let (end, side) = match (limit.min, limit.max) {
            (_, Some(max)) if points > max.max(Points::ZERO) => (max, "above"),
            (Some(min), _) if points < min.min(Points::ZERO) => (min, "below"),
            _ => continue,
        };
        let message = format!("expected points inside {whose}, found {points}, which is {side} {end}");
        let help = format!("it never counts for more than {end}: change the points or the limit");
        findings.warning(Code::PointsBeyondLimit, at(place), message, help);
        return;
    }
}

/// Warns about a limit that moves what meets nothing away from 0.
pub(in crate::ruleset) fn limit(limit: Limit, node: &Value<'_>, name: &str, findings: &mut Findings) {
    let least = limit.min.filter(|min| *min > Points::ZERO);
    if let Some(end) = least.or(limit.max.filter(|max| *max < Points::ZERO)) {
        let message = format!("expected the limit of {name} to include 0, found one that makes {end} of it");
        let help = format!("a contact that meets nothing has {end} here; leave it so only if that is meant");
        findings.warning(Code::LimitExcludesZero, at(node), message, help);
    }
}

/// Warns about a group without criteria or a score without groups.
pub(in crate::ruleset) fn empty_list(node: &Value<'_>, key: &str, name: &str, findings: &mut Findings) {
    let list = child(node, key);
    if list.as_array().is_some_and(|list| list.elements.is_empty()) {
        let message = format!("expected {key} in {name}, found none");
        findings.warning(Code::NoPoints, at(list), message, format!("without {key} it gives no points"));
    }
}

/// Warns about a criterion that says the same as one before it in its score. `seen` holds the ids of those before.
pub(in crate::ruleset) fn repeated_criterion(
    criterion: &Criterion,
    node: &Value<'_>,
    seen: &mut HashMap<u64, String>,
    findings: &mut Findings,
) {
    if !criterion.enabled {
        return;
    }
    let mut hasher = DefaultHasher::new();
    format!("{:?}", criterion.rule).hash(&mut hasher);
    if let Some(first) = seen.get(&hasher.finish()) {
        let message = format!("expected each rule once in a score, found that of \"{first}\" again");
        findings.warning(Code::DuplicateCriterion, at(node), message, "both give their points: remove or mute one");
    } else {
        seen.insert(hasher.finish(), criterion.id.clone());
    }
}

/// Warns about a ruleset in which nothing counts.
pub(in crate::ruleset) fn all_muted(scores: Range, findings: &mut Findings) {
    let message = "expected a criterion that is not muted, found all of them muted";
    findings.warning(Code::AllMuted, scores, message, "every contact has 0: remove an `\"enabled\": false`");
}
