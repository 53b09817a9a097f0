//! Which properties a ruleset asks for: those that criteria and bands read, and those of lists, stages and workflows. It knows no contacts.

use super::automation::{Action, Membership, Message, MessagePart, Placeholder};
use super::model::{BandSet, EventSelection, Filter, Operator, Rule, Ruleset, ScoreBands, TextOperator};
use super::result_filter::ResultFilter;

/// What is asked for, by muted criteria too. Names are as they stand, in the ruleset's order, and may come more than once.
#[derive(Default)]
pub(crate) struct Asked<'r> {
    /// The contact properties that are read.
    pub(crate) properties: Vec<&'r str>,
    /// The properties of events.
    pub(crate) event_properties: Vec<&'r str>,
    /// The contact properties that workflows set or clear.
    pub(crate) written: Vec<&'r str>,
    /// Whether there are regular expressions.
    pub(crate) expressions: bool,
}

impl<'r> Asked<'r> {
    /// What criteria and bands ask for.
    pub(crate) fn of_scores(ruleset: &'r Ruleset) -> Asked<'r> {
        let mut asked = Asked::default();
        for criterion in ruleset.scores.iter().flat_map(|score| &score.groups).flat_map(|group| &group.criteria) {
            asked.rule(&criterion.rule);
        }
        for set in &ruleset.bands {
            match set {
                BandSet::Score(bands) => asked.bands(bands),
                BandSet::Matrix { rows, columns, .. } => {
                    [rows, columns].into_iter().for_each(|bands| asked.bands(bands))
                }
            }
        }
        asked
    }

    /// What lists, stages and workflows ask for.
    pub(crate) fn of_lifecycle(ruleset: &'r Ruleset) -> Asked<'r> {
        let mut asked = Asked::default();
        for list in &ruleset.lists {
            if let Membership::When(filter) = &list.membership {
                asked.result_filter(filter);
            }
        }
        if let Some(lifecycle) = &ruleset.lifecycle {
            asked.properties.push(&lifecycle.property);
            let stages = lifecycle.stages.iter().filter_map(|stage| stage.enter_when.as_ref());
            stages.chain(&lifecycle.exclude).for_each(|filter| asked.result_filter(filter));
        }
        ruleset.workflows.iter().flat_map(|workflow| &workflow.actions).for_each(|action| asked.action(action));
        asked
    }

    fn action(&mut self, action: &'r Action) {
        match action {
            Action::Clear { property } => self.written.push(property),
            Action::Set { property, value } => {
                self.written.push(property);
                self.message(value);
            }
            Action::Notify { message, .. } | Action::CallBack { message, .. } => self.message(message),
        }
    }

    fn message(&mut self, message: &'r Message) {
        for part in &message.parts {
            if let MessagePart::Placeholder { asked: Placeholder::Property(property), .. } = part {
                self.properties.push(property);
            }
        }
    }

    /// Filters are as deep as documents, which bounds the recursion.
    fn result_filter(&mut self, filter: &'r ResultFilter) {
        match filter {
            ResultFilter::All(filters) | ResultFilter::Any(filters) => {
                filters.iter().for_each(|filter| self.result_filter(filter));
            }
            ResultFilter::Not(filter) => self.result_filter(filter),
            ResultFilter::Contact(filter) => self.filter(filter),
            _ => {}
        }
    }

    fn rule(&mut self, rule: &'r Rule) {
        match rule {
            Rule::Condition { when, since, .. } => {
                self.filter(when);
                self.properties.extend(since.as_deref());
            }
            Rule::ByValue { property, since, .. } => {
                self.properties.push(property);
                self.properties.extend(since.as_deref());
            }
            Rule::ByEvent { events, .. } => self.events(events),
        }
    }

    fn bands(&mut self, bands: &'r ScoreBands) {
        bands.ranges.iter().filter_map(|range| range.when.as_ref()).for_each(|when| self.filter(when));
    }

    fn events(&mut self, events: &'r EventSelection) {
        let Some(filter) = events.filter.as_deref() else { return };
        // Inside of it, properties are those of the event.
        let of_contact = self.properties.len();
        self.filter(filter);
        self.event_properties.extend(self.properties.drain(of_contact..));
    }

    fn filter(&mut self, filter: &'r Filter) {
        match filter {
            Filter::All(filters) | Filter::Any(filters) => filters.iter().for_each(|filter| self.filter(filter)),
            Filter::Not(filter) => self.filter(filter),
            Filter::Property(test) => {
                self.properties.push(&test.property);
                self.expressions |= matches!(test.operator, Operator::Text(TextOperator::MatchesRegex, _));
            }
            Filter::Event(test) => self.events(&test.events),
            Filter::Score(_) => {}
        }
    }
}
