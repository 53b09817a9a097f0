//! Decodes the lifecycle: its stages, who enters them, and whom nothing here moves.

use super::automation::{Lifecycle, Stage};
use super::check;
use super::diagnostic::Code;
use super::fields::{Fields, LIFECYCLE, STAGE, excerpt};
use super::findings::at;
use super::result_filter::ResultFilter;
use super::result_reader::Reader;
use jsonc_parser::ast::Value;
use std::collections::HashMap;

const MOST_STAGES: usize = 100;

/// HubSpot's name for the property that holds the stage.
pub(super) const STAGE_PROPERTY: &str = "lifecyclestage";

/// The texts that name stages, without case and white space at their ends, each with the place of its stage.
type Names = HashMap<String, usize>;

impl Reader<'_> {
    pub(super) fn lifecycle(&mut self, node: &Value<'_>) -> Option<Lifecycle> {
        let fields = Fields::of(node, &LIFECYCLE, &mut self.decoder.findings)?;
        let property = fields.get("property").map(|node| self.decoder.name(node));
        let stages = fields.need("stages", LIFECYCLE.name, &mut self.decoder.findings);
        let stages = stages.and_then(|node| self.stages(node));
        let exclude = self.optional_filter(fields.get("exclude"));
        let property = property.unwrap_or_else(|| Some(STAGE_PROPERTY.to_owned()));
        Some(Lifecycle { property: property?, stages: stages?, exclude: exclude? })
    }

    fn stages(&mut self, node: &Value<'_>) -> Option<Vec<Stage>> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of stages");
            return None;
        };
        if list.elements.is_empty() {
            self.decoder.findings.error(Code::EmptyList, at(node), "expected at least one stage, found none", None);
            return None;
        }
        self.decoder.at_most(list.elements.len(), MOST_STAGES, "stages", node)?;
        let mut names = Names::new();
        let read = list.elements.iter().enumerate().map(|(place, element)| self.stage(element, place, &mut names));
        let stages: Option<Vec<Stage>> = read.collect::<Vec<_>>().into_iter().collect();
        let stages = stages?;
        check::stage_order(&stages, node, &mut self.decoder.findings);
        Some(stages)
    }

    fn stage(&mut self, node: &Value<'_>, place: usize, names: &mut Names) -> Option<Stage> {
        let fields = Fields::of(node, &STAGE, &mut self.decoder.findings)?;
        let written = fields.need("id", STAGE.name, &mut self.decoder.findings);
        let id = written.and_then(|node| Some((self.decoder.id(node)?, node)));
        if let Some((id, node)) = &id
            && is_taken(id, place, names)
        {
            let message = format!("expected an id of its own, found \"{}\", which names another stage", excerpt(id));
            let help = "ids and labels of stages differ from each other, also without case: give the stage another id";
            self.decoder.findings.error(Code::DuplicateId, at(node), message, Some(help.to_owned()));
        }
        let label = self.decoder.optional_text(fields.get("label"));
        if let (Some(label), Some(node)) = (&label, fields.get("label"))
            && is_taken(label, place, names)
        {
            let message =
                format!("expected a label of its own, found \"{}\", which names another stage", excerpt(label));
            let help = "a stage is found by its id or its label, without case: give one of them another label";
            self.decoder.findings.error(Code::DuplicateName, at(node), message, Some(help.to_owned()));
        }
        let note = self.decoder.optional_text(fields.get("note"));
        let enter_when = self.optional_filter(fields.get("enter_when"));
        Some(Stage { id: id?.0, label, note, enter_when: enter_when? })
    }

    /// The filter, if there is one; nothing, if there is one that cannot be read.
    fn optional_filter(&mut self, node: Option<&Value<'_>>) -> Option<Option<ResultFilter>> {
        match node {
            Some(node) => self.checked(node).map(Some),
            None => Some(None),
        }
    }
}

/// Whether a text names another stage already. From now on it names this one.
fn is_taken(text: &str, place: usize, names: &mut Names) -> bool {
    let name = text.trim().to_lowercase();
    !name.is_empty() && *names.entry(name).or_insert(place) != place
}

impl Lifecycle {
    /// The place of the stage that a value names: by its id or label, without case and white space at the ends.
    pub fn stage(&self, value: &str) -> Option<usize> {
        let wanted = value.trim().to_lowercase();
        let is_it = |name: &str| !wanted.is_empty() && name.trim().to_lowercase() == wanted;
        self.stages.iter().position(|stage| is_it(&stage.id) || stage.label.as_deref().is_some_and(is_it))
    }
}
