//! The report on a run of `advance` for people: who moved, what workflows did, who took no part.

use super::load_report::{NAMED, NOTE, Page, WARNING, enumerated, quoted};
use super::terminal::{counted, thousands};
use leadscore::Ruleset;
use leadscore::lifecycle::{Advanced, Ending, Happened};
use std::cmp::Reverse;
use std::collections::BTreeMap;

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

    fn moves(&self, page: &mut Page) {
        let mut moves: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
        for happening in &self.advanced.happenings {
            if let Happened::StageChanged { from, to, .. } = &happening.what {
                *moves.entry((from.as_deref(), to)).or_default() += 1;
            }
        }
        if moves.is_empty() {
            return;
        }
        page.paragraph(&format!("{} of stage:", counted(moves.values().sum(), "change")));
        let mut moves: Vec<((Option<&str>, &str), usize)> = moves.into_iter().collect();
        moves.sort_by_key(|(_, count)| Reverse(*count));
        for ((from, to), count) in moves.iter().take(NAMED) {
            let from = from.map_or("no stage", |from| self.stage(from));
            page.paragraph(&format!("  {} from {from} to {}", thousands(*count), self.stage(to)));
        }
        let more = moves.len().saturating_sub(NAMED);
        if more > 0 {
            page.paragraph(&format!("  and {} more", thousands(more)));
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
