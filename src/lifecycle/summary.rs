//! What a step of many contacts comes to, in numbers: how many are at which stage and on which list, before and after, and what workflows did.
//!
//! Contacts are added as they are looked at; nothing is decided here.

use super::happening::{Ending, Happened, Happening};
use super::rules::{Rules, Standing};
use super::state::{ContactState, Following};
use serde::Serialize;

/// A step of many contacts in numbers. Its shape is `RunSummary` in `pkg/index.d.ts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// How many contacts took part.
    pub contacts: usize,
    /// How many things happened.
    pub happenings: usize,
    /// Who is at which stage, if the ruleset has a lifecycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifecycle: Option<LifecycleSummary>,
    /// In the ruleset's order.
    pub lists: Vec<Population>,
    /// In the ruleset's order.
    pub workflows: Vec<WorkflowSummary>,
    /// How many were notified by each channel, in the order in which they first were.
    pub notified: Vec<Told>,
    /// How often the host was called back by each name.
    pub called_back: Vec<Told>,
}

/// How many contacts there were before a step, and how many there are after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BeforeAfter {
    /// Before.
    pub before: usize,
    /// After.
    pub after: usize,
}

/// How many contacts are at a stage, or on a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Population {
    /// The id of the stage or list.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// How many.
    #[serde(flatten)]
    pub count: BeforeAfter,
}

/// Who is at which stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LifecycleSummary {
    /// The property that holds the stage.
    pub property: String,
    /// The earliest first.
    pub stages: Vec<Population>,
    /// Contacts without a stage.
    pub without: BeforeAfter,
    /// Contacts with a value that is no stage of the ruleset.
    pub other: BeforeAfter,
    /// Who came from where to where, by stages in their order, those without a stage first.
    pub moves: Vec<Moved>,
}

/// How many contacts came from one stage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The id of the stage before; nothing without one.
    pub from: Option<String>,
    /// The id of the stage after.
    pub to: Option<String>,
    /// How many.
    pub count: usize,
    #[serde(skip)]
    places: (Option<usize>, Option<usize>),
}

/// What a workflow did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WorkflowSummary {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// How many contacts it enrolled.
    pub enrolled: usize,
    /// How many enrolments ended, by what ended them.
    pub unenrolled: Unenrolled,
    /// How many contacts are enrolled.
    pub active: BeforeAfter,
}

/// How many enrolments ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unenrolled {
    /// At the goal.
    pub goal: usize,
    /// On a list that suppresses.
    pub suppressed: usize,
    /// Off the list.
    pub left: usize,
}

/// How often something was told by a channel, or under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The channel, or the name.
    pub name: String,
    /// How often.
    pub count: usize,
}

/// Where a contact stands, as numbers need it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stand {
    pub(super) standing: Standing,
    /// By list of the ruleset.
    pub(super) lists: Vec<bool>,
}

impl Summary {
    /// That of nobody yet.
    pub(super) fn new(rules: &Rules<'_>) -> Summary {
        let population = |id: &String, label: &Option<String>| Population {
            id: id.clone(),
            label: label.clone(),
            count: BeforeAfter::default(),
        };
        let ruleset = rules.ruleset;
        Summary {
            lifecycle: ruleset.lifecycle.as_ref().map(|lifecycle| LifecycleSummary {
                property: lifecycle.property.clone(),
                stages: lifecycle.stages.iter().map(|stage| population(&stage.id, &stage.label)).collect(),
                ..LifecycleSummary::default()
            }),
            lists: ruleset.lists.iter().map(|list| population(&list.id, &list.label)).collect(),
            workflows: (ruleset.workflows.iter())
                .map(|workflow| WorkflowSummary {
                    id: workflow.id.clone(),
                    label: workflow.label.clone(),
                    ..WorkflowSummary::default()
                })
                .collect(),
            ..Summary::default()
        }
    }

    /// Adds a contact of whom nothing changes, but for the lists it is on.
    pub(super) fn add_quiet(&mut self, standing: &Standing, followed: Option<&ContactState>) {
        self.contacts += 1;
        if let Some(lifecycle) = &mut self.lifecycle {
            lifecycle.of(standing).add(true, true);
        }
        self.add_active(followed, followed);
    }

    /// Adds so many contacts who are on a list and stay there.
    pub(super) fn add_members(&mut self, list: usize, members: usize) {
        if let Some(list) = self.lists.get_mut(list) {
            list.count.before += members;
            list.count.after += members;
        }
    }

    /// Adds a contact who made a step.
    pub(super) fn add(
        &mut self,
        (before, after): (&Stand, &Stand),
        followed: (Option<&ContactState>, Option<&ContactState>),
        happened: &[Happening],
    ) {
        self.contacts += 1;
        if let Some(lifecycle) = &mut self.lifecycle {
            lifecycle.of(&before.standing).add(true, false);
            lifecycle.of(&after.standing).add(false, true);
            lifecycle.add_move(&before.standing, &after.standing);
        }
        for (list, (before, after)) in self.lists.iter_mut().zip(before.lists.iter().zip(&after.lists)) {
            list.count.add(*before, *after);
        }
        self.add_active(followed.0, followed.1);
        happened.iter().for_each(|happening| self.add_happening(happening));
    }

    fn add_active(&mut self, before: Option<&ContactState>, after: Option<&ContactState>) {
        if before.is_none() && after.is_none() {
            return;
        }
        for workflow in &mut self.workflows {
            let following = |known: Option<&ContactState>| known?.workflows.get(&workflow.id).copied();
            let is_active = |following: Option<Following>| following.is_some_and(|following| following.active);
            workflow.active.add(is_active(following(before)), is_active(following(after)));
        }
    }

    fn add_happening(&mut self, happening: &Happening) {
        self.happenings += 1;
        let workflow = happening.workflow.as_ref().map(|origin| origin.workflow.as_str());
        let own = self.workflows.iter_mut().find(|own| workflow == Some(own.id.as_str()));
        match (&happening.what, own) {
            (Happened::Enrolled, Some(own)) => own.enrolled += 1,
            (Happened::Unenrolled { reason }, Some(own)) => match reason {
                Ending::Goal => own.unenrolled.goal += 1,
                Ending::Suppressed => own.unenrolled.suppressed += 1,
                Ending::Left => own.unenrolled.left += 1,
            },
            (Happened::Notified { channel, .. }, _) => told(&mut self.notified, channel),
            (Happened::CalledBack { name, .. }, _) => told(&mut self.called_back, name),
            _ => {}
        }
    }
}

impl LifecycleSummary {
    fn of(&mut self, standing: &Standing) -> &mut BeforeAfter {
        match standing {
            Standing::At(stage) => match self.stages.get_mut(*stage) {
                Some(stage) => &mut stage.count,
                None => &mut self.other,
            },
            Standing::Unknown => &mut self.without,
            Standing::Other(_) => &mut self.other,
        }
    }

    /// Who is at a value that is no stage stays there.
    fn add_move(&mut self, from: &Standing, to: &Standing) {
        let place = |standing: &Standing| match standing {
            Standing::At(stage) => Some(*stage),
            _ => None,
        };
        let places = (place(from), place(to));
        if places.0 == places.1 {
            return;
        }
        match self.moves.binary_search_by_key(&places, |known| known.places) {
            Ok(known) => self.moves.get_mut(known).into_iter().for_each(|known| known.count += 1),
            Err(next) => {
                let id = |place: Option<usize>| Some(self.stages.get(place?)?.id.clone());
                let moved = Moved { from: id(places.0), to: id(places.1), count: 1, places };
                self.moves.insert(next, moved);
            }
        }
    }
}

impl BeforeAfter {
    fn add(&mut self, before: bool, after: bool) {
        self.before += usize::from(before);
        self.after += usize::from(after);
    }
}

fn told(counts: &mut Vec<Told>, name: &str) {
    match counts.iter_mut().find(|told| told.name == name) {
        Some(told) => told.count += 1,
        None => counts.push(Told { name: name.to_owned(), count: 1 }),
    }
}
