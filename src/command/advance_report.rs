//! The report on a run of `advance` for people: who moved, what workflows did, who took no part.

use super::load_report::{NOTE, Page, WARNING, enumerated, quoted};
use super::terminal::{counted, thousands};
use leadscore::Ruleset;
use leadscore::lifecycle::{Advanced, Ending, Happened};

/// What a run came to.
pub struct Summary<'a> {
    /// By which rules.
    pub ruleset: &'a Ruleset,
    /// What happened, and who took no part.
    pub advanced: &'a Advanced,
    /// How many contacts are remembered from a later instant than that of the run.
    pub ahead: usize,
}

/// How many times each thing happened in a workflow.
#[derive(Default)]
struct Counts {
    enrolled: usize,
    goal: usize,
    suppressed: usize,
    left: usize,
    notified: usize,
    called_back: usize,
    changed: usize,
    kept: usize,
}

impl Summary<'_> {
    /// The report as text.
    pub fn text(&self, width: usize) -> String {
        let mut page = Page { text: String::new(), width };
        if self.ruleset.lifecycle.is_none() && self.ruleset.workflows.is_empty() {
            page.item(NOTE, "the ruleset has neither a lifecycle nor workflows: nothing can happen");
        }
        self.missing(&mut page);
        self.moves(&mut page);
        self.workflows(&mut page);
        if self.advanced.happenings.is_empty() {
            page.paragraph("nothing happened");
        }
        let left_out = &self.advanced.left_out;
        if left_out.without_id > 0 {
            page.item(WARNING, &format!("{} without an id took no part", counted(left_out.without_id, "contact")));
        }
        if left_out.repeated > 0 {
            let ids = enumerated(left_out.repeated_ids.iter().map(|id| quoted(id)));
            let repeated = counted(left_out.repeated, "contact");
            page.item(WARNING, &format!("{repeated} took no part, as others have the same id: {ids}"));
        }
        if self.ahead > 0 {
            let text = format!(
                "{} changed after this instant already: nothing happens to them before",
                counted(self.ahead, "contact")
            );
            page.item(NOTE, &text);
        }
        page.text
    }

    /// What is tested that the file does not have: a misspelt name, or an export without a column, may move everybody.
    fn missing(&self, page: &mut Page) {
        let stage = self.ruleset.lifecycle.as_ref().map(|lifecycle| lifecycle.property.as_str());
        let (of_stage, others): (Vec<_>, Vec<_>) =
            self.advanced.missing_properties.iter().partition(|property| Some(property.as_str()) == stage);
        if !others.is_empty() {
            let missing = enumerated(others.into_iter().cloned());
            let text = format!("lists, stages or messages use properties that the contacts do not have: {missing}");
            page.item(WARNING, &text);
        }
        for property in of_stage {
            page.item(
                NOTE,
                &format!("the contacts do not have {property}: their stages are those that the state remembers"),
            );
        }
    }

    fn moves(&self, page: &mut Page) {
        let Some(lifecycle) = self.advanced.summary.lifecycle.as_ref().filter(|known| !known.moves.is_empty()) else {
            return;
        };
        let all = lifecycle.moves.iter().map(|moved| moved.count).sum();
        page.paragraph(&format!("{} to another stage:", counted(all, "contact")));
        for moved in &lifecycle.moves {
            let [from, to] = [&moved.from, &moved.to].map(|id| id.as_deref().map_or("no stage", |id| self.stage(id)));
            page.paragraph(&format!("  {} from {from} to {to}", thousands(moved.count)));
        }
    }

    /// What people call a stage.
    fn stage<'s>(&'s self, id: &'s str) -> &'s str {
        let lifecycle = self.ruleset.lifecycle.as_ref();
        let stage = lifecycle.and_then(|lifecycle| lifecycle.stages.get(lifecycle.stage(id)?));
        stage.and_then(|stage| stage.label.as_deref()).unwrap_or(id)
    }

    fn workflows(&self, page: &mut Page) {
        for workflow in &self.ruleset.workflows {
            let counts = self.counts(&workflow.id);
            let words = counts.words();
            if !words.is_empty() {
                let name = workflow.label.as_deref().unwrap_or(&workflow.id);
                page.paragraph(&format!("{name}: {}", words.join(", ")));
            }
        }
    }

    fn counts(&self, workflow: &str) -> Counts {
        let mut counts = Counts::default();
        let of_it = |origin: &leadscore::lifecycle::Origin| origin.workflow == workflow;
        for happening in &self.advanced.happenings {
            if !happening.workflow.as_ref().is_some_and(of_it) {
                continue;
            }
            *match &happening.what {
                Happened::Enrolled => &mut counts.enrolled,
                Happened::Unenrolled { reason: Ending::Goal } => &mut counts.goal,
                Happened::Unenrolled { reason: Ending::Suppressed } => &mut counts.suppressed,
                Happened::Unenrolled { reason: Ending::Left } => &mut counts.left,
                Happened::Notified { .. } => &mut counts.notified,
                Happened::CalledBack { .. } => &mut counts.called_back,
                Happened::StageChanged { .. } | Happened::PropertySet { .. } | Happened::PropertyCleared { .. } => {
                    &mut counts.changed
                }
                Happened::StageKept { .. } => &mut counts.kept,
            } += 1;
        }
        counts
    }
}

impl Counts {
    fn words(&self) -> Vec<String> {
        let changed = counted(self.changed, "change");
        let kept = counted(self.kept, "stage");
        let said = |count, words| (count, format!("{} {words}", thousands(count)));
        let counts = [
            said(self.enrolled, "enrolled"),
            said(self.goal, "reached the goal"),
            said(self.suppressed, "suppressed"),
            said(self.left, "left"),
            (self.changed, changed),
            (self.kept, format!("{kept} kept")),
            said(self.notified, "notified"),
            said(self.called_back, "called back"),
        ];
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect()
    }
}
