//! A contact's way through time: its events come in again, one after another, and what they and time do to its scores, stage and workflows.
//!
//! Its properties are those that it has now, with what workflows set on the way.

use super::contact::Contact;
use super::happening::Happening;
use super::membership::{Filters, Situation};
use super::rules::{Rules, Standing};
use super::state::{ContactState, State};
use super::step::is_behind;
use crate::contacts::Table;
use crate::contacts::reading::{LAST_INSTANT, instant_text};
use crate::ruleset::{BandSet, Filter, Membership, Points, ResultFilter, Ruleset};
use crate::scoring::instants::Instants;
use crate::scoring::scorecard::as_map;
use crate::scoring::single::Single;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many instants are looked at.
const MOST_INSTANTS: usize = 10_000;
/// And how many events in all of them: the way of a contact with 1,000 events has 10,000 instants.
const MOST_EVENTS_LOOKED_AT: usize = 10_000_000;

/// At which stage a journey begins.
///
/// A contact has the stage that it has come to by now, so that a journey that begins there shows few changes of it. One that begins without shows
/// how the contact would have come to its stages by the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FromStage {
    /// At the one that the contact has now, or that is remembered.
    #[default]
    Current,
    /// At none: as if the stage had been cleared where the journey begins. Whoever is excluded for its stage is not, then. Without a lifecycle
    /// nothing is different.
    None,
}

/// The way of a contact from one instant to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Journey {
    /// The contact's id; `row 1` where it has none, and then nothing happens to it.
    pub id: String,
    /// Where it begins, ISO 8601 in UTC.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// Where it begins and ends, every event between, and every instant at which time alone changes a score, a band, the stage or whether the
    /// contact is on a list.
    pub steps: Vec<JourneyStep>,
    /// Whether it goes on to its end. It breaks off after 10,000 instants, or fewer of a contact with very many events.
    pub complete: bool,
}

/// An instant of a journey, with how it stands after it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JourneyStep {
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// The contact's events at this instant, by type.
    pub events: Vec<EventCount>,
    /// Whether nothing but time brought it about.
    pub by_time: bool,
    /// Points by score, in the ruleset's order.
    #[serde(serialize_with = "as_map")]
    pub scores: Vec<(String, Points)>,
    /// Bands by the id of their score or matrix, in the ruleset's order.
    #[serde(serialize_with = "as_map")]
    pub bands: Vec<(String, Option<String>)>,
    /// The id of the stage; a value that is no stage as it is; nothing without one.
    pub stage: Option<String>,
    /// What happened.
    pub happened: Vec<Happening>,
}

/// Events of a type at one instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventCount {
    /// The type, as it is written.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many.
    pub count: usize,
}

/// The way of the contact of a table of one row from one instant to another, in milliseconds since the epoch, of whom nothing is remembered
/// at the beginning. Of an end before the beginning nothing comes.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// let ruleset = r#"{ "scores": [{ "id": "lead", "groups": [{ "id": "all", "criteria": [
///     { "id": "visit", "event": "page_view", "within_days": 7, "points": 5 } ] }] }] }"#.parse()?;
/// let contact = r#"{ "id": "512", "events": [{ "type": "page_view", "time": "2026-06-01T09:00:00Z" }] }"#;
/// let contact = leadscore::contacts::contact(contact, None)?;
/// let time = |text| leadscore::contacts::reading::time(text).unwrap();
///
/// let journey = leadscore::lifecycle::journey(&ruleset, &contact, time("2026-06-01"), time("2026-07-01"));
/// let steps: Vec<_> = journey.steps.iter().map(|step| (step.at.as_str(), step.scores[0].1.to_string())).collect();
/// assert_eq!(steps, [
///     ("2026-06-01T00:00:00Z", "0".to_owned()),
///     ("2026-06-01T09:00:00Z", "5".to_owned()),
///     ("2026-06-08T09:00:00.001Z", "0".to_owned()), // by then the window is over
///     ("2026-07-01T00:00:00Z", "0".to_owned()),
/// ]);
/// assert!(journey.complete && journey.steps[2].by_time);
/// # Ok(())
/// # }
/// ```
pub fn journey(ruleset: &Ruleset, contact: &Table, from: i64, to: i64) -> Journey {
    journey_on(ruleset, &State::default(), contact, from, to, FromStage::Current).0
}

/// The same with what is remembered at the beginning, the stage there, and what is remembered at the end: a way in two parts is the way in one.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::lifecycle::{FromStage, State, journey_on};
/// let ruleset = r#"{ "scores": [{ "id": "lead", "groups": [{ "id": "all", "criteria": [
///         { "id": "visit", "event": "page_view", "points": 40 } ] }] }],
///     "lifecycle": { "stages": [{ "id": "mql", "enter_when": { "score": "lead", "at_least": 35 } }, { "id": "customer" }] } }"#.parse()?;
/// let contact = r#"{ "id": "512", "lifecyclestage": "customer", "events": [{ "type": "page_view", "time": "1970-01-02" }] }"#;
/// let contact = leadscore::contacts::contact(contact, None)?;
/// let stages = |from_stage| {
///     let (journey, _) = journey_on(&ruleset, &State::default(), &contact, 0, 200_000_000, from_stage);
///     journey.steps.into_iter().map(|step| step.stage).collect::<Vec<_>>()
/// };
/// let [mql, customer] = ["mql", "customer"].map(|stage| Some(stage.to_owned()));
/// assert_eq!(stages(FromStage::Current), [customer.clone(), customer.clone(), customer]);
/// assert_eq!(stages(FromStage::None), [None, mql.clone(), mql.clone()]);
///
/// // What happened on the way is remembered at its end.
/// let (first, state) = journey_on(&ruleset, &State::default(), &contact, 0, 100_000_000, FromStage::None);
/// assert_eq!(first.steps[1].happened.len(), 1);
/// let (second, _) = journey_on(&ruleset, &state, &contact, 100_000_000, 200_000_000, FromStage::Current);
/// assert_eq!(second.steps[0].stage, mql);
/// assert!(second.steps.iter().all(|step| step.happened.is_empty()));
/// # Ok(())
/// # }
/// ```
pub fn journey_on(
    ruleset: &Ruleset,
    state: &State,
    contact: &Table,
    from: i64,
    to: i64,
    from_stage: FromStage,
) -> (Journey, State) {
    let [from, to] = [from, to].map(|instant| instant.clamp(-LAST_INSTANT, LAST_INSTANT));
    // Of a contact without an id nothing is remembered, whoever else is called by its row.
    let takes_part = contact.ids().value(0).is_some();
    let mut way = Way {
        state: if takes_part { state.clone() } else { State::default() },
        contact,
        id: contact.id(0),
        to,
        tries: MOST_INSTANTS.min(MOST_EVENTS_LOOKED_AT / (1 + contact.events().len())),
        steps: Vec::new(),
        last: None,
    };
    if from_stage == FromStage::None && from <= to {
        way.clear_stage(ruleset, from);
    }
    let complete = way.go(&Rules::of_all_lists(ruleset), from);
    if way.state.contact(&way.id).is_some_and(ContactState::is_empty) {
        way.state.contacts.remove(&way.id);
    }
    let Way { state: after, id, steps, .. } = way;
    let journey = Journey { id, from: instant_text(from), to: instant_text(to), steps, complete };
    (journey, if takes_part { after } else { state.clone() })
}

/// A journey that is under way.
struct Way<'a> {
    state: State,
    contact: &'a Table,
    id: String,
    to: i64,
    /// How many instants may still be looked at.
    tries: usize,
    steps: Vec<JourneyStep>,
    /// What held at the last step.
    last: Option<Situation>,
}

/// No more instants may be looked at.
struct Exhausted;

impl Way<'_> {
    /// Takes the contact's stage away at an instant, as a workflow that clears it would.
    fn clear_stage(&mut self, ruleset: &Ruleset, at: i64) {
        let Some(lifecycle) = &ruleset.lifecycle else { return };
        let nothing = ContactState { changed: at, ..ContactState::default() };
        let known = self.state.contact(&self.id).unwrap_or(&nothing);
        let mut contact = Contact::new(ruleset, self.contact, &known.set);
        if !contact.put(&lifecycle.property, None) {
            return;
        }
        let (changed, workflows) = (known.changed.max(at), known.workflows.clone());
        // Also where nothing else is remembered: whoever is remembered from a later instant still is.
        self.state.contacts.insert(self.id.clone(), ContactState { changed, set: contact.set, workflows });
    }

    /// Goes from an instant to the end; says whether it came there.
    fn go(&mut self, rules: &Rules<'_>, from: i64) -> bool {
        let mut next = (from <= self.to).then_some(from);
        while let Some(instant) = next {
            let happened = self.state.advance_by(rules, self.contact, instant);
            match self.pass(rules, instant, happened) {
                Ok(changing) => next = changing,
                Err(Exhausted) => return false,
            }
        }
        true
    }

    /// Goes on from an instant as long as nothing is set and nothing happens, with everything prepared once. Gives the instant at which
    /// something does; nothing at the end.
    fn pass(&mut self, rules: &Rules<'_>, from: i64, happened: Vec<Happening>) -> Result<Option<i64>, Exhausted> {
        let unset = BTreeMap::new();
        let set = self.state.contact(&self.id).map_or(&unset, |known| &known.set);
        let contact = Contact::new(rules.ruleset, self.contact, set);
        let single = Single { ruleset: rules.ruleset, contact: &contact.table, as_of: from };
        let filters = Filters::new(rules, &single, &self.id);
        let instants = instants(rules.ruleset, &single);
        self.add(rules, from, filters.at(from), happened);
        let mut instant = from;
        loop {
            let own = [self.event_after(instant), (instant < self.to).then_some(self.to)];
            let changing = instants.iter().filter_map(|instants| instants.after(instant));
            let next = changing.chain(own.into_iter().flatten()).min().filter(|next| *next <= self.to);
            let Some(next) = next else { return Ok(None) };
            self.tries = self.tries.checked_sub(1).ok_or(Exhausted)?;
            let situation = filters.at(next);
            if self.is_changing(rules, &situation, next) {
                return Ok(Some(next));
            }
            self.add(rules, next, situation, Vec::new());
            instant = next;
        }
    }

    /// Whether something happens at an instant.
    fn is_changing(&self, rules: &Rules<'_>, situation: &Situation, instant: i64) -> bool {
        let before = self.state.contact(&self.id);
        let takes_part = self.contact.ids().value(0).is_some() && !is_behind(before, instant);
        let is_quiet = || rules.is_quiet(&self.state.started, before, instant, |list| situation.is_on(list));
        takes_part && (situation.enters.is_some() || !is_quiet())
    }

    /// Adds a step where there is something to see.
    fn add(&mut self, rules: &Rules<'_>, instant: i64, situation: Situation, happened: Vec<Happening>) {
        let events = self.events_at(instant);
        let is_end = self.steps.is_empty() || instant == self.to;
        let differs = self.last.as_ref().is_none_or(|last| !situation.is_like(last));
        if events.is_empty() && !is_end && !differs && happened.is_empty() {
            return;
        }
        self.steps.push(JourneyStep {
            at: instant_text(instant),
            by_time: events.is_empty() && !is_end,
            events,
            scores: situation.card.scores.iter().map(|(id, score)| (id.clone(), score.points)).collect(),
            bands: bands(rules.ruleset, &situation),
            stage: match &situation.standing {
                Standing::Unknown => None,
                Standing::At(stage) => rules.stage(*stage).map(|stage| stage.id.clone()),
                Standing::Other(value) => Some(value.clone()),
            },
            happened,
        });
        self.last = Some(situation);
    }

    fn event_after(&self, instant: i64) -> Option<i64> {
        let times = self.contact.events().times();
        times.get(times.partition_point(|time| *time <= instant)).copied()
    }

    /// The contact's events at an instant, by type.
    fn events_at(&self, instant: i64) -> Vec<EventCount> {
        let events = self.contact.events();
        let first = events.times().partition_point(|time| *time < instant);
        let end = events.times().partition_point(|time| *time <= instant);
        let mut counts: Vec<EventCount> = Vec::new();
        for kind in (first..end).filter_map(|event| events.types().value(event)) {
            let kind = kind.text();
            match counts.iter_mut().find(|count| count.kind == kind) {
                Some(count) => count.count += 1,
                None => counts.push(EventCount { kind: kind.into_owned(), count: 1 }),
            }
        }
        counts
    }
}

/// Where time alone may change what holds of a contact: of each criterion, and of all filters together.
fn instants(ruleset: &Ruleset, single: &Single<'_>) -> Vec<Instants> {
    let groups = ruleset.scores.iter().flat_map(|score| &score.groups);
    let criteria = groups.flat_map(|group| group.criteria.iter().map(move |own| (own, own.decay.or(group.decay))));
    let of_criteria = criteria.filter(|(criterion, _)| criterion.enabled).map(|(criterion, decay)| {
        let raw = single.criterion(criterion, None).points(single.as_of);
        Instants::of_criterion(single, criterion, decay.as_ref(), raw)
    });
    let mut filters = Vec::new();
    for set in &ruleset.bands {
        match set {
            BandSet::Score(bands) => filters.extend(bands.ranges.iter().filter_map(|range| range.when.as_ref())),
            BandSet::Matrix { rows, columns, .. } => {
                let ranges = rows.ranges.iter().chain(&columns.ranges);
                filters.extend(ranges.filter_map(|range| range.when.as_ref()));
            }
        }
    }
    for list in &ruleset.lists {
        if let Membership::When(filter) = &list.membership {
            add_filters(filter, &mut filters);
        }
    }
    if let Some(lifecycle) = &ruleset.lifecycle {
        let stages = lifecycle.stages.iter().filter_map(|stage| stage.enter_when.as_ref());
        stages.chain(&lifecycle.exclude).for_each(|filter| add_filters(filter, &mut filters));
    }
    let of_filters = Instants::of_filters(single, filters.into_iter());
    of_criteria.chain([of_filters]).collect()
}

/// What a filter asks of the contact alone.
fn add_filters<'f>(filter: &'f ResultFilter, filters: &mut Vec<&'f Filter>) {
    match filter {
        ResultFilter::All(parts) | ResultFilter::Any(parts) => {
            parts.iter().for_each(|part| add_filters(part, filters));
        }
        ResultFilter::Not(part) => add_filters(part, filters),
        ResultFilter::Contact(filter) => filters.push(filter),
        _ => {}
    }
}

/// The bands by the ids of their sets.
fn bands(ruleset: &Ruleset, situation: &Situation) -> Vec<(String, Option<String>)> {
    let id = |set: &BandSet| match set {
        BandSet::Score(bands) => ruleset.scores.get(bands.score).map_or_else(String::new, |score| score.id.clone()),
        BandSet::Matrix { id, .. } => id.clone(),
    };
    ruleset.bands.iter().map(id).zip(situation.bands.iter().cloned()).collect()
}
