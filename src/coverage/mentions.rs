//! Every place of a ruleset in which a rule asks for a property or for events. It knows no contacts.

use super::CriterionPlace;
use crate::ruleset::{BandSet, EventSelection, Filter, Operator, Points, Rule, Ruleset};

/// A criterion by its ids; none inside a band.
pub(super) type Asking<'r> = Option<(&'r str, &'r str)>;

/// A rule asks for a property.
pub(super) struct Mention<'r> {
    pub(super) asking: Asking<'r>,
    /// The type of the events whose property it is.
    pub(super) event: Option<&'r str>,
    pub(super) property: &'r str,
    pub(super) asked: Asked<'r>,
}

/// What a rule asks of a property.
#[derive(Clone, Copy)]
pub(super) enum Asked<'r> {
    /// A test, inside of an odd number of `not` or not.
    Test { operator: &'r Operator, inverted: bool },
    /// Points by its values.
    Values(&'r [(String, Points)]),
    /// A time to decay from.
    Time,
}

/// All of them, in the ruleset's order.
#[derive(Default)]
pub(super) struct Mentions<'r> {
    pub(super) properties: Vec<Mention<'r>>,
    pub(super) events: Vec<(Asking<'r>, &'r str)>,
}

impl<'r> Mentions<'r> {
    pub(super) fn of(ruleset: &'r Ruleset) -> Mentions<'r> {
        let mut mentions = Mentions::default();
        for score in &ruleset.scores {
            for criterion in score.groups.iter().flat_map(|group| &group.criteria) {
                mentions.rule(Some((&score.id, &criterion.id)), &criterion.rule);
            }
        }
        for set in &ruleset.bands {
            let ranges = match set {
                BandSet::Score(bands) => vec![&bands.ranges],
                BandSet::Matrix { rows, columns, .. } => vec![&rows.ranges, &columns.ranges],
            };
            let filters = ranges.into_iter().flatten().filter_map(|range| range.when.as_ref());
            filters.for_each(|filter| mentions.filter(None, None, filter, false));
        }
        mentions
    }

    fn rule(&mut self, asking: Asking<'r>, rule: &'r Rule) {
        match rule {
            Rule::Condition { when, since, .. } => {
                self.filter(asking, None, when, false);
                self.time(asking, since.as_deref());
            }
            Rule::ByValue { property, values, since, .. } => {
                self.properties.push(Mention { asking, event: None, property, asked: Asked::Values(values) });
                self.time(asking, since.as_deref());
            }
            Rule::ByEvent { events, .. } => self.selection(asking, events, false),
        }
    }

    fn time(&mut self, asking: Asking<'r>, since: Option<&'r str>) {
        let mention = |property| Mention { asking, event: None, property, asked: Asked::Time };
        self.properties.extend(since.map(mention));
    }

    fn selection(&mut self, asking: Asking<'r>, events: &'r EventSelection, inverted: bool) {
        self.events.push((asking, &events.event));
        let filter = events.filter.as_deref();
        filter.into_iter().for_each(|filter| self.filter(asking, Some(&events.event), filter, inverted));
    }

    /// The depth of the document bounds the recursion.
    fn filter(&mut self, asking: Asking<'r>, event: Option<&'r str>, filter: &'r Filter, inverted: bool) {
        match filter {
            Filter::All(filters) | Filter::Any(filters) => {
                filters.iter().for_each(|filter| self.filter(asking, event, filter, inverted));
            }
            Filter::Not(filter) => self.filter(asking, event, filter, !inverted),
            Filter::Property(test) => {
                let asked = Asked::Test { operator: &test.operator, inverted };
                self.properties.push(Mention { asking, event, property: &test.property, asked });
            }
            Filter::Event(test) => self.selection(asking, &test.events, inverted),
            Filter::Score(_) => {}
        }
    }
}

/// The criteria that ask, each once. Those of one criterion come one after another.
pub(super) fn criteria<'r>(asking: impl Iterator<Item = Asking<'r>>) -> Vec<CriterionPlace> {
    let mut criteria: Vec<_> = asking.flatten().collect();
    criteria.dedup();
    criteria.into_iter().map(CriterionPlace::from).collect()
}

impl From<(&str, &str)> for CriterionPlace {
    fn from((score, criterion): (&str, &str)) -> CriterionPlace {
        CriterionPlace { score: score.to_owned(), criterion: criterion.to_owned() }
    }
}
