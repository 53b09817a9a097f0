//! Criteria by themselves: what one gives when nothing else is there, and who meets it. What is asked so is decided by the engine, as
//! everything is.

use super::Scorer;
use crate::ruleset::{
    Award, Criterion, EventSelection, EventTest, Filter, FrequencyRange, Group, Limit, OncePer, Operator, Points,
    PropertyTest, Rule, Ruleset, Score,
};

/// A scorer for a criterion by itself, with what a ruleset says about properties.
pub(crate) fn scorer(ruleset: &Ruleset, criterion: Criterion) -> Scorer {
    let (limit, groups) = (Limit::default(), vec![group(criterion)]);
    let score = Score { id: String::new(), label: None, note: None, limit, rescale: None, groups };
    Scorer::new(&Ruleset {
        unknown_values: ruleset.unknown_values.clone(),
        properties: ruleset.properties.clone(),
        scores: vec![score],
        ..Ruleset::default()
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
        Rule::ByEvent { events, once_per, award: Award::PerOccurrence { .. } } => {
            let test = EventTest { events: counting(events, once_per.as_ref()), at_least: 1, at_most: None };
            Rule::Condition { when: Filter::Event(test), points: one, since: None }
        }
        Rule::ByEvent { events, once_per, award: Award::Frequency(ranges) } => {
            let ranges = ranges.iter().map(|range| FrequencyRange { points: one, ..*range }).collect();
            Rule::ByEvent { events: events.clone(), once_per: once_per.clone(), award: Award::Frequency(ranges) }
        }
    };
    criterion(rule)
}

/// A criterion that is nothing but a rule.
pub(crate) fn criterion(rule: Rule) -> Criterion {
    let limit = Limit::default();
    Criterion { id: String::new(), label: None, note: None, enabled: true, limit, decay: None, rule }
}

/// The events of which at least one counts if any does: an occurrence without the property of which each value counts once does not.
fn counting(events: &EventSelection, once_per: Option<&OncePer>) -> EventSelection {
    let mut events = events.clone();
    if let Some(OncePer::Property(property)) = once_per {
        let test = PropertyTest { property: property.clone(), operator: Operator::IsKnown, include_unknown: false };
        let own = events.filter.take().map(|filter| *filter);
        let both = own.into_iter().chain([Filter::Property(test)]).collect();
        events.filter = Some(Box::new(Filter::All(both)));
    }
    events
}
