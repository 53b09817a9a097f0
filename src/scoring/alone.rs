//! Criteria by themselves: what one gives when nothing else is there, and who meets it. What is asked so is decided by the engine, as
//! everything is.

use super::Scorer;
use crate::ruleset::{Award, Criterion, FrequencyRange, Group, Limit, Points, Rule, Ruleset, Score};

/// A scorer for a criterion by itself, with what a ruleset says about properties.
pub(crate) fn scorer(ruleset: &Ruleset, criterion: Criterion) -> Scorer {
    let (limit, groups) = (Limit::default(), vec![group(criterion)]);
    let score = Score { id: String::new(), label: None, note: None, limit, rescale: None, groups };
    Scorer::new(&Ruleset {
        name: String::new(),
        unknown_values: ruleset.unknown_values.clone(),
        properties: ruleset.properties.clone(),
        scores: vec![score],
        bands: Vec::new(),
    })
}

/// A group that holds nothing but a criterion.
pub(crate) fn group(criterion: Criterion) -> Group {
    let (limit, criteria) = (Limit::default(), vec![criterion]);
    Group { id: String::new(), label: None, note: None, limit, decay: None, criteria }
}

/// A criterion that gives something to those who meet a rule, whatever the rule gives them, and nothing to all others.
pub(crate) fn meeting(rule: &Rule) -> Criterion {
    let one = Points::from_hundredths(1);
    let rule = match rule {
        Rule::Condition { when, .. } => Rule::Condition { when: when.clone(), points: one, since: None },
        // A value that is listed meets it also with 0 points, another only by what it gives.
        Rule::ByValue { property, values, default, .. } => Rule::ByValue {
            property: property.clone(),
            values: values.iter().map(|(value, _)| (value.clone(), one)).collect(),
            default: if *default == Points::ZERO { Points::ZERO } else { one },
            since: None,
        },
        Rule::ByEvent { events, once_per, award } => {
            let award = match award {
                Award::PerOccurrence { .. } => Award::PerOccurrence { points: one, max_occurrences: Some(1) },
                Award::Frequency(ranges) => {
                    Award::Frequency(ranges.iter().map(|range| FrequencyRange { points: one, ..*range }).collect())
                }
            };
            Rule::ByEvent { events: events.clone(), once_per: once_per.clone(), award }
        }
    };
    let limit = Limit::default();
    Criterion { id: String::new(), label: None, note: None, enabled: true, limit, decay: None, rule }
}
