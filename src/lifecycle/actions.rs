//! The actions of a workflow, on the contact that a step is about.

use super::happening::{Cause, Happened, Kept, Origin};
use super::rules::Standing;
use super::step::{Step, stage_changed};
use crate::ruleset::{Action, Lifecycle};

impl Step<'_> {
    /// Does what an action says. `text` says why the contact was enrolled.
    pub(super) fn act(&mut self, action: &Action, origin: Origin, text: &str) {
        let what = match action {
            Action::Clear { property } => self.clear(property),
            Action::Set { property, value } => {
                let value = self.known(|known| known.filled(value));
                let value = Some(value.trim()).filter(|value| !value.is_empty());
                self.set(property, value)
            }
            Action::Notify { channel, message } => {
                let message = self.known(|known| known.filled(message));
                Some(Happened::Notified { channel: channel.clone(), message })
            }
            Action::CallBack { name, message } => {
                let message = self.known(|known| known.filled(message));
                Some(Happened::CalledBack { name: name.clone(), message })
            }
        };
        if let Some(what) = what {
            let (workflow, enrolment) = (origin.workflow.clone(), origin.enrolment);
            let cause = Cause::Workflow { workflow, enrolment, text: text.to_owned() };
            self.tell(self.workflow_key(&origin), what, Some(origin), cause);
        }
    }

    fn clear(&mut self, property: &str) -> Option<Happened> {
        let lifecycle = self.lifecycle_of(property);
        let held_by = lifecycle.map_or(property, |lifecycle| &lifecycle.property);
        let from = self.contact.value(held_by)?;
        if let Some(lifecycle) = lifecycle
            && let Some(reason) = self.is_left_alone()
        {
            let from = self.stage_id();
            return Some(Happened::StageKept { property: lifecycle.property.clone(), from, to: None, reason });
        }
        self.put(held_by, None);
        Some(Happened::PropertyCleared { property: property.to_owned(), from: Some(from) })
    }

    fn set(&mut self, property: &str, value: Option<&str>) -> Option<Happened> {
        if let Some(lifecycle) = self.lifecycle_of(property) {
            return self.set_stage(lifecycle, value);
        }
        let from = self.contact.value(property);
        let (property, to) = (property.to_owned(), value.map(str::to_owned));
        self.put(&property, value).then_some(Happened::PropertySet { property, from, to })
    }

    /// Sets the stage, if it is one of the ruleset and ahead.
    fn set_stage(&mut self, lifecycle: &Lifecycle, value: Option<&str>) -> Option<Happened> {
        let standing = self.situation().standing.clone();
        let target = value.and_then(|value| lifecycle.stage(value));
        let is_so = match (&standing, target) {
            (Standing::At(stage), Some(target)) => *stage == target,
            (Standing::Unknown, None) => value.is_none(),
            (Standing::Other(own), None) => Some(own.as_str()) == value,
            _ => false,
        };
        if is_so {
            return None;
        }
        let from = self.stage_id();
        let stage = target.and_then(|target| lifecycle.stages.get(target));
        let is_behind = matches!((&standing, target), (Standing::At(stage), Some(target)) if target < *stage);
        let reason = self
            .is_left_alone()
            .or_else(|| stage.is_none().then_some(Kept::NoSuchStage))
            .or_else(|| is_behind.then_some(Kept::Backwards));
        match (reason, stage) {
            (None, Some(stage)) => {
                self.put(&lifecycle.property, Some(&stage.id)).then(|| stage_changed(lifecycle, from, &stage.id))
            }
            (reason, stage) => Some(Happened::StageKept {
                property: lifecycle.property.clone(),
                from,
                to: stage.map(|stage| stage.id.clone()).or_else(|| value.map(str::to_owned)),
                reason: reason.unwrap_or(Kept::NoSuchStage),
            }),
        }
    }

    /// Why nothing here changes the contact's stage, if nothing does.
    fn is_left_alone(&mut self) -> Option<Kept> {
        let situation = self.situation();
        match situation.standing {
            _ if situation.excluded => Some(Kept::Excluded),
            Standing::Other(_) => Some(Kept::OtherStage),
            _ => None,
        }
    }
}
