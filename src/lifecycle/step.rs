//! One step: one contact at one instant, and what follows from the rules until nothing follows any more.
//!
//! In: the rules, what is remembered of the contact, the contact. Out: what is remembered from now on, and what happened. Every other way to
//! advance contacts comes down to this, or to knowing that it would do nothing.

use super::contact::Contact;
use super::happening::{Cause, Ending, Happened, Happening, Origin, key};
use super::membership::{Filters, Situation};
use super::message::Known;
use super::rules::{Rules, Standing, is_eligible, is_starting, joins};
use super::state::{ContactState, Following, SetValue, Started};
use super::summary::Stand;
use crate::contacts::Table;
use crate::contacts::reading::instant_text;
use crate::ruleset::{Lifecycle, Workflow};
use crate::scoring::single::Single;
use std::collections::{BTreeMap, HashMap};

/// What a step made of a contact.
pub(super) struct Stepped {
    /// What is remembered of it; nothing, if there is nothing to remember.
    pub(super) after: Option<ContactState>,
    pub(super) happened: Vec<Happening>,
    /// Where it stood before, and where it stands after.
    pub(super) stands: (Stand, Stand),
}

/// Makes a step. `started` has all workflows that are enabled. There is none for a contact that is remembered from a later instant: a clock
/// went back.
pub(super) fn step(
    rules: &Rules<'_>,
    started: &Started,
    before: Option<&ContactState>,
    id: &str,
    contact: &Table,
    as_of: i64,
) -> Stepped {
    let nothing = ContactState::default();
    let known = before.unwrap_or(&nothing);
    let mut step = Step {
        rules,
        started,
        id,
        as_of,
        contact: Contact::new(rules.ruleset, contact, &known.set),
        following: known.workflows.clone(),
        situation: None,
        present: vec![false; rules.ruleset.workflows.len()],
        enrolled: vec![false; rules.ruleset.workflows.len()],
        repeated: HashMap::new(),
        happened: Vec::new(),
    };
    let stood = step.stand();
    if is_behind(before, as_of) {
        return Stepped { after: before.cloned(), happened: Vec::new(), stands: (stood.clone(), stood) };
    }
    step.advance();
    let stands = (stood, step.stand());
    let Step { contact: Contact { set, .. }, following: workflows, happened, .. } = step;
    Stepped { after: remembered(before, set, workflows, as_of), happened, stands }
}

/// Whether a contact is remembered from a later instant.
pub(super) fn is_behind(before: Option<&ContactState>, as_of: i64) -> bool {
    before.is_some_and(|before| before.changed > as_of)
}

fn remembered(
    before: Option<&ContactState>,
    set: BTreeMap<String, SetValue>,
    mut workflows: BTreeMap<String, Following>,
    as_of: i64,
) -> Option<ContactState> {
    workflows.retain(|_, following| *following != Following::default());
    let unchanged = before.filter(|before| before.set == set && before.workflows == workflows);
    let changed = unchanged.map_or(as_of, |before| before.changed);
    let after = ContactState { changed, set, workflows };
    (!after.is_empty()).then_some(after)
}

/// A step that is being made.
pub(super) struct Step<'a> {
    pub(super) rules: &'a Rules<'a>,
    started: &'a Started,
    pub(super) id: &'a str,
    pub(super) as_of: i64,
    pub(super) contact: Contact<'a>,
    following: BTreeMap<String, Following>,
    /// What holds, as long as no property changes.
    situation: Option<Situation>,
    /// The workflows for which the contact is one already in the first round.
    present: Vec<bool>,
    /// The workflows that it was enrolled in by this step.
    enrolled: Vec<bool>,
    /// How often each key of a stage has come up.
    repeated: HashMap<String, u32>,
    pub(super) happened: Vec<Happening>,
}

impl<'a> Step<'a> {
    /// Rounds, until one changes nothing. They end: a workflow enrols once in a step, and between enrolments stages only move forward.
    fn advance(&mut self) {
        let mut is_first = true;
        loop {
            let mut changed = self.enter_stage();
            for (place, workflow) in self.rules.ruleset.workflows.iter().enumerate() {
                changed |= self.follow(place, workflow, is_first);
            }
            if !changed {
                return;
            }
            is_first = false;
        }
    }

    /// What holds of the contact now.
    pub(super) fn situation(&mut self) -> &Situation {
        let Step { rules, contact, as_of, id, situation, .. } = self;
        situation.get_or_insert_with(|| {
            let single = Single { ruleset: rules.ruleset, contact: &contact.table, as_of: *as_of };
            Filters::new(rules, &single, id).at(*as_of)
        })
    }

    fn stand(&mut self) -> Stand {
        let situation = self.situation();
        Stand { standing: situation.standing.clone(), lists: situation.lists.clone() }
    }

    /// Asks something about the contact as it is now.
    pub(super) fn known<T>(&mut self, ask: impl FnOnce(&Known<'_>) -> T) -> T {
        let situation = self.situation().clone();
        let single = Single { ruleset: self.rules.ruleset, contact: &self.contact.table, as_of: self.as_of };
        ask(&Known { rules: self.rules, single: &single, id: self.id, situation: &situation })
    }

    /// Gives a property a value, or none; says whether it had another.
    pub(super) fn put(&mut self, property: &str, value: Option<&str>) -> bool {
        let changed = self.contact.put(property, value);
        if changed && self.rules.is_read(property) {
            self.situation = None;
        }
        changed
    }

    /// The lifecycle, if a property is the one that holds its stage.
    pub(super) fn lifecycle_of(&self, property: &str) -> Option<&'a Lifecycle> {
        self.rules.lifecycle().filter(|lifecycle| self.contact.is_same(&lifecycle.property, property))
    }

    /// The furthest stage whose filter the contact meets, if it is ahead.
    fn enter_stage(&mut self) -> bool {
        let Some(stage) = self.situation().enters.and_then(|stage| self.rules.stage(stage)) else { return false };
        let Some(lifecycle) = self.rules.lifecycle() else { return false };
        let from = self.stage_id();
        let text = stage.enter_when.as_ref().map(|when| self.known(|known| known.why(when))).unwrap_or_default();
        if !self.put(&lifecycle.property, Some(&stage.id)) {
            return false;
        }
        let key = self.stage_key(from.as_deref(), &stage.id);
        let what = stage_changed(lifecycle, from, &stage.id);
        self.tell(key, what, None, Cause::EnterWhen { stage: stage.id.clone(), text });
        true
    }

    /// The id of the contact's stage, or the value that is none.
    pub(super) fn stage_id(&mut self) -> Option<String> {
        match self.situation().standing.clone() {
            Standing::Unknown => None,
            Standing::At(stage) => self.rules.stage(stage).map(|stage| stage.id.clone()),
            Standing::Other(value) => Some(value),
        }
    }

    /// Of a change that comes up several times in a step, each has a key of its own.
    fn stage_key(&mut self, from: Option<&str>, to: &str) -> String {
        let key = key(&[self.id, "stage", from.unwrap_or(""), to, &instant_text(self.as_of)]);
        let times = self.repeated.entry(key.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { key } else { format!("{key}/{times}") }
    }

    /// Whether anything changes between the contact and a workflow.
    fn follow(&mut self, place: usize, workflow: &'a Workflow, is_first: bool) -> bool {
        let situation = self.situation();
        let eligible = is_eligible(workflow, |list| situation.is_on(list));
        if is_first && let Some(present) = self.present.get_mut(place) {
            *present = eligible;
        }
        let before = self.following.get(&workflow.id).copied().unwrap_or_default();
        let starting = is_starting(workflow, self.started, self.as_of);
        let joins = joins(workflow, before, eligible, starting);
        self.set_following(workflow, Following { on: eligible, ..before });
        let ends = !eligible && before.active;
        if ends {
            self.end(workflow);
        }
        let was_there = starting && self.present.get(place) == Some(&true);
        let may_enrol = workflow.enabled
            && (before.enrolments == 0 || workflow.re_enrol)
            && self.enrolled.get(place) == Some(&false)
            && (!was_there || workflow.enrol_present);
        if joins && may_enrol {
            self.enrolled.get_mut(place).into_iter().for_each(|enrolled| *enrolled = true);
            self.enrol(workflow);
        }
        ends || before.on != eligible || (joins && may_enrol)
    }

    fn enrol(&mut self, workflow: &'a Workflow) {
        let before = self.following.get(&workflow.id).copied().unwrap_or_default();
        let enrolment = before.enrolments.saturating_add(1);
        self.set_following(workflow, Following { on: true, enrolments: enrolment, active: true });
        let text = self.known(|known| known.why_on(workflow.enrol_on));
        let origin = Origin { workflow: workflow.id.clone(), enrolment, action: None };
        let cause = Cause::List { list: self.list_id(workflow.enrol_on), text: text.clone() };
        self.tell(self.workflow_key(&origin), Happened::Enrolled, Some(origin.clone()), cause);
        for (place, action) in workflow.actions.iter().enumerate() {
            if place > 0 && workflow.goal.is_some_and(|goal| self.situation().is_on(goal)) {
                self.end(workflow);
                return;
            }
            self.act(action, Origin { action: Some(place + 1), ..origin.clone() }, &text);
        }
    }

    /// Ends the enrolment that there is.
    fn end(&mut self, workflow: &Workflow) {
        let before = self.following.get(&workflow.id).copied().unwrap_or_default();
        self.set_following(workflow, Following { active: false, ..before });
        let situation = self.situation();
        let goal = workflow.goal.filter(|list| situation.is_on(*list));
        let suppressing = workflow.suppress.iter().copied().find(|list| situation.is_on(*list));
        let (reason, list) = match (goal, suppressing) {
            (Some(goal), _) => (Ending::Goal, goal),
            (None, Some(list)) => (Ending::Suppressed, list),
            (None, None) => (Ending::Left, workflow.enrol_on),
        };
        let text = self.known(|known| known.why_on(list));
        let origin = Origin { workflow: workflow.id.clone(), enrolment: before.enrolments, action: None };
        let key = key(&[self.id, &workflow.id, &before.enrolments.to_string(), "ended"]);
        self.tell(key, Happened::Unenrolled { reason }, Some(origin), Cause::List { list: self.list_id(list), text });
    }

    fn set_following(&mut self, workflow: &Workflow, following: Following) {
        self.following.insert(workflow.id.clone(), following);
    }

    fn list_id(&self, list: usize) -> String {
        self.rules.list(list).map_or_else(String::new, |list| list.id.clone())
    }

    /// The key of an action, or of an enrolment.
    pub(super) fn workflow_key(&self, origin: &Origin) -> String {
        let last = origin.action.map_or_else(|| "enrolled".to_owned(), |action| action.to_string());
        key(&[self.id, &origin.workflow, &origin.enrolment.to_string(), &last])
    }

    pub(super) fn tell(&mut self, key: String, what: Happened, workflow: Option<Origin>, cause: Cause) {
        let (contact, at) = (self.id.to_owned(), instant_text(self.as_of));
        self.happened.push(Happening { key, contact, at, what, workflow, cause });
    }
}

pub(super) fn stage_changed(lifecycle: &Lifecycle, from: Option<String>, to: &str) -> Happened {
    Happened::StageChanged { property: lifecycle.property.clone(), from, to: to.to_owned() }
}
