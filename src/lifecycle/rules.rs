//! A ruleset as steps ask for it: its lists in an order in which they can be decided, the members that lists name, what follows from
//! memberships. Made once for many contacts, or for many instants. It knows no contact.

use super::state::{ContactState, Following, Started};
use crate::contacts::names;
use crate::contacts::reading::LAST_INSTANT;
use crate::ruleset::{
    Asked, Lifecycle, List, Membership, ResultFilter, Ruleset, Stage, Workflow, aliases_of, names_of,
};
use crate::scoring::reading::lower;
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

/// A ruleset, ready for steps.
pub(super) struct Rules<'r> {
    pub(super) ruleset: &'r Ruleset,
    /// The lists that are looked at, each after those that it tests.
    pub(super) lists: Vec<usize>,
    /// The members of each list that names them, if many contacts are looked for.
    members: Option<Vec<Members<'r>>>,
    /// All names of the properties that scores, lists and stages read, once they are asked for.
    read: OnceLock<Vec<String>>,
}

/// Whom a list names.
#[derive(Default)]
struct Members<'r> {
    ids: HashSet<&'r str>,
    /// In lower case.
    emails: HashSet<Cow<'r, str>>,
}

/// Where a contact stands in the lifecycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Before all stages.
    Unknown,
    At(usize),
    /// At a value that is no stage of the ruleset: nothing here changes it.
    Other(String),
}

impl<'r> Rules<'r> {
    /// For one contact at one instant.
    pub(super) fn new(ruleset: &'r Ruleset) -> Rules<'r> {
        let lists = ruleset.lists_tested_first(asked_for(ruleset));
        Rules { ruleset, lists, members: None, read: OnceLock::new() }
    }

    /// For many contacts. What lists name is looked up.
    pub(super) fn for_many(ruleset: &'r Ruleset) -> Rules<'r> {
        let named = |list: &'r List| match &list.membership {
            Membership::Members(members) => Members {
                ids: members.iter().map(|member| member.trim()).collect(),
                emails: members.iter().filter_map(|member| email(member)).collect(),
            },
            Membership::When(_) => Members::default(),
        };
        Rules { members: Some(ruleset.lists.iter().map(named).collect()), ..Rules::new(ruleset) }
    }

    /// For one contact at many instants, who is followed on all lists.
    pub(super) fn of_all_lists(ruleset: &'r Ruleset) -> Rules<'r> {
        Rules { lists: ruleset.lists_tested_first(0..ruleset.lists.len()), ..Rules::for_many(ruleset) }
    }

    /// Whether a list names a contact by its id or its email address.
    pub(super) fn names(&self, list: usize, members: &[String], id: &str, address: Option<&str>) -> bool {
        let wanted = address.and_then(email);
        match self.members.as_ref().and_then(|members| members.get(list)) {
            Some(known) => known.ids.contains(id) || wanted.is_some_and(|wanted| known.emails.contains(&wanted)),
            None => members.iter().any(|member| member.trim() == id || (wanted.is_some() && email(member) == wanted)),
        }
    }

    /// Whether anything may follow from a property's value: a score, a list or a stage may read what stands in its column, by any name.
    pub(super) fn is_read(&self, property: &str) -> bool {
        let read = self.read.get_or_init(|| {
            let (scores, lifecycle) = (Asked::of_scores(self.ruleset), Asked::of_lifecycle(self.ruleset));
            let mut names = Vec::new();
            // By their email addresses lists name contacts.
            self.add_names("email", &mut names);
            scores.properties.iter().for_each(|property| self.add_names(property, &mut names));
            lifecycle.properties.iter().for_each(|property| self.add_names(property, &mut names));
            names
        });
        let mut names = Vec::new();
        self.add_names(property, &mut names);
        names.iter().any(|name| read.contains(name))
    }

    /// Adds every name of a column in which a property may stand.
    #[inline(never)]
    fn add_names(&self, property: &str, names: &mut Vec<String>) {
        let declared = &self.ruleset.properties;
        for name in names_of(declared, property).chain(aliases_of(declared, property)) {
            names.push(names::folded(name));
        }
        names.push(names::folded(property));
        for synonym in names::synonyms(property) {
            names.push(names::folded(synonym));
        }
    }

    pub(super) fn lifecycle(&self) -> Option<&'r Lifecycle> {
        self.ruleset.lifecycle.as_ref()
    }

    pub(super) fn stage(&self, stage: usize) -> Option<&'r Stage> {
        self.lifecycle()?.stages.get(stage)
    }

    pub(super) fn list(&self, list: usize) -> Option<&'r List> {
        self.ruleset.lists.get(list)
    }

    /// Where a value of the lifecycle's property stands.
    pub(super) fn standing(&self, value: Option<&str>) -> Standing {
        match (self.lifecycle(), value) {
            (Some(lifecycle), Some(value)) => {
                lifecycle.stage(value).map_or_else(|| Standing::Other(value.to_owned()), Standing::At)
            }
            _ => Standing::Unknown,
        }
    }

    /// The stage that a contact enters by itself: `furthest` is the last one whose filter it meets.
    pub(super) fn enters(&self, standing: &Standing, excluded: bool, furthest: Option<usize>) -> Option<usize> {
        let furthest = furthest.filter(|_| !excluded)?;
        match standing {
            Standing::Unknown => Some(furthest),
            Standing::At(stage) => (furthest > *stage).then_some(furthest),
            Standing::Other(_) => None,
        }
    }

    /// The workflows that have started, with those that start at this instant.
    pub(super) fn started(&self, started: &Started, as_of: i64) -> Started {
        let starting = self.ruleset.workflows.iter().filter(|workflow| workflow.enabled);
        let mut all: Started = starting.map(|workflow| (workflow.id.clone(), as_of)).collect();
        all.extend(started.iter().map(|(id, instant)| (id.clone(), *instant)));
        all
    }

    /// Whether a step would change nothing of a contact for whom nothing is set. `on` says of lists whether the contact is on them.
    pub(super) fn is_quiet(
        &self,
        started: &Started,
        before: Option<&ContactState>,
        as_of: i64,
        on: impl Fn(usize) -> bool,
    ) -> bool {
        self.ruleset.workflows.iter().all(|workflow| {
            let followed = before.and_then(|before| before.workflows.get(&workflow.id)).copied().unwrap_or_default();
            let eligible = is_eligible(workflow, &on);
            followed.on == eligible
                && (eligible || !followed.active)
                && !joins(workflow, followed, eligible, is_starting(workflow, started, as_of))
        })
    }
}

/// Whether a contact is who a workflow is for.
pub(super) fn is_eligible(workflow: &Workflow, on: impl Fn(usize) -> bool) -> bool {
    on(workflow.enrol_on) && !workflow.suppress.iter().any(|list| on(*list)) && !workflow.goal.is_some_and(on)
}

/// Whether a contact comes to a workflow: it was not one for it before, or the workflow starts with those who are there.
pub(super) fn joins(workflow: &Workflow, followed: Following, eligible: bool, starting: bool) -> bool {
    let is_taken_along = starting && workflow.enrol_present && followed.enrolments == 0;
    eligible && (!followed.on || is_taken_along)
}

/// Whether a workflow starts. Whoever is looked at up to that instant was there when it did, whichever contact was the first.
pub(super) fn is_starting(workflow: &Workflow, started: &Started, as_of: i64) -> bool {
    workflow.enabled && as_of <= started.get(&workflow.id).copied().unwrap_or(LAST_INSTANT)
}

/// A text as an email address in lower case, if it is one.
fn email(text: &str) -> Option<Cow<'_, str>> {
    text.contains('@').then(|| lower(text.trim()))
}

/// The lists that workflows and stages ask for.
fn asked_for(ruleset: &Ruleset) -> Vec<usize> {
    let of_workflow = |workflow: &Workflow| {
        let mut lists = workflow.suppress.clone();
        lists.push(workflow.enrol_on);
        lists.extend(workflow.goal);
        lists
    };
    let mut lists: Vec<usize> = ruleset.workflows.iter().flat_map(of_workflow).collect();
    if let Some(lifecycle) = &ruleset.lifecycle {
        let stages = lifecycle.stages.iter().filter_map(|stage| stage.enter_when.as_ref());
        lists.extend(stages.chain(&lifecycle.exclude).flat_map(ResultFilter::lists));
    }
    lists
}
