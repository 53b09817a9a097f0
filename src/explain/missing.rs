//! What it would take to meet a criterion that is not met, in words.

use super::evidence::range_of;
use super::ledger::{Evidence, Found};
use super::wording;
use crate::ruleset::{Award, EventTest, Filter, Points, Rule};

/// What a contact lacks to meet a criterion; nothing if it meets it.
pub(super) fn missing(rule: &Rule, evidence: &Evidence) -> Vec<String> {
    if evidence.met {
        return Vec::new();
    }
    match rule {
        Rule::Condition { when, .. } => of_filter(when, evidence),
        Rule::ByValue { property, values, .. } => {
            let mut best: Vec<_> = values.iter().collect();
            best.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
            let one = |(value, points): &(String, Points)| format!("{} ({points})", wording::quoted(value));
            vec![format!("{property} is {}", wording::alternatives(best.iter().map(|best| one(best)), best.len()))]
        }
        Rule::ByEvent { events, award, .. } => {
            let Found::Occurrences { count, .. } = evidence.found else { return Vec::new() };
            let needed = match award {
                Award::PerOccurrence { .. } => 1,
                Award::Frequency(ranges) if range_of(ranges, count).is_some() => count,
                Award::Frequency(ranges) => {
                    ranges.iter().map(|range| range.from as usize).filter(|from| *from > count).min().unwrap_or(0)
                }
            };
            // Beyond the last range no further event helps.
            needed
                .checked_sub(count)
                .filter(|more| *more > 0)
                .map(|more| more_events(events, more, count))
                .into_iter()
                .collect()
        }
    }
}

fn of_filter(filter: &Filter, evidence: &Evidence) -> Vec<String> {
    match (filter, &evidence.found) {
        (Filter::All(filters), Found::All { parts }) => {
            let open = filters.iter().zip(parts).filter(|(_, part)| !part.met);
            open.flat_map(|(filter, part)| of_filter(filter, part)).collect()
        }
        (Filter::Any(filters), Found::Any { parts }) => {
            let ways: Vec<_> =
                filters.iter().zip(parts).map(|(filter, part)| of_filter(filter, part).join(" and ")).collect();
            if ways.is_empty() { Vec::new() } else { vec![ways.join(", or ")] }
        }
        (Filter::Not(filter), _) => vec![format!("not ({})", wording::filter(filter))],
        (Filter::Event(test), Found::Event { count, .. }) => vec![of_event_test(test, *count)],
        (filter, _) => vec![wording::filter(filter)],
    }
}

fn of_event_test(test: &EventTest, count: usize) -> String {
    match (test.at_least as usize).checked_sub(count) {
        Some(more) if more > 0 => more_events(&test.events, more, count),
        _ => match test.at_most.unwrap_or(0) as usize {
            0 => format!("no {}", wording::events(&test.events, 1)),
            most => format!("no more than {}", wording::number_of_events(&test.events, most)),
        },
    }
}

fn more_events(events: &crate::ruleset::EventSelection, more: usize, count: usize) -> String {
    let word = if count == 0 { "" } else { "more " };
    format!("{more} {word}{}", wording::events(events, more))
}
