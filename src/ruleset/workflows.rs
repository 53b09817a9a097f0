//! Decodes workflows: who is enrolled, and what is done then.

use super::automation::{Action, Lifecycle, Message, MessagePart, Workflow};
use super::decode::Ids;
use super::diagnostic::Code;
use super::fields::{ACTION, CALL_BACK, CLEAR, Fields, NOTIFY, SET, WORKFLOW, excerpt};
use super::findings::at;
use super::property_names::is_same_property;
use super::result_reader::Reader;
use super::values::number_text;
use jsonc_parser::ast::Value;

const MOST_WORKFLOWS: usize = 1_000;
const MOST_ACTIONS: usize = 100;

impl Reader<'_> {
    pub(super) fn workflows(&mut self, node: &Value<'_>, lifecycle: Option<&Lifecycle>) -> Vec<Workflow> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of workflows");
            return Vec::new();
        };
        self.decoder.at_most(list.elements.len(), MOST_WORKFLOWS, "workflows", node);
        let mut ids = Ids::new();
        let first = list.elements.iter().take(MOST_WORKFLOWS);
        first.filter_map(|element| self.workflow(element, lifecycle, &mut ids)).collect()
    }

    fn workflow(&mut self, node: &Value<'_>, lifecycle: Option<&Lifecycle>, ids: &mut Ids) -> Option<Workflow> {
        let fields = Fields::of(node, &WORKFLOW, &mut self.decoder.findings)?;
        let id = self.decoder.unique_id(&fields, WORKFLOW.name, ids);
        let label = self.decoder.optional_text(fields.get("label"));
        let note = self.decoder.optional_text(fields.get("note"));
        let mut flag = |key: &str, otherwise: bool| {
            fields.get(key).and_then(|node| self.decoder.boolean(node)).unwrap_or(otherwise)
        };
        let (enabled, enrol_present) = (flag("enabled", true), flag("enrol_present", false));
        let re_enrol = flag("re_enrol", false);
        let enrol_on = fields.need("enrol_on", WORKFLOW.name, &mut self.decoder.findings);
        let enrol_on = enrol_on.and_then(|node| self.decoder.list_index(node));
        let suppress = fields.get("suppress").map(|node| self.suppress(node, enrol_on)).unwrap_or_default();
        let goal = fields.get("goal").and_then(|node| {
            let goal = self.decoder.list_index(node);
            self.never_enrols(goal.is_some() && goal == enrol_on, "its goal", node);
            goal
        });
        let actions = fields.need("actions", WORKFLOW.name, &mut self.decoder.findings);
        let actions = actions.and_then(|node| self.actions(node, lifecycle));
        let (enrol_on, actions) = (enrol_on?, actions?);
        Some(Workflow { id, label, note, enabled, enrol_on, enrol_present, re_enrol, suppress, goal, actions })
    }

    fn suppress(&mut self, node: &Value<'_>, enrol_on: Option<usize>) -> Vec<usize> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of the ids of lists");
            return Vec::new();
        };
        let mut suppress = Vec::new();
        for element in &list.elements {
            let Some(list) = self.decoder.list_index(element) else { continue };
            self.never_enrols(Some(list) == enrol_on, "among those it suppresses", element);
            suppress.push(list);
        }
        suppress.sort_unstable();
        suppress.dedup();
        suppress
    }

    fn never_enrols(&mut self, never: bool, found: &str, node: &Value<'_>) {
        if never {
            let message = format!("expected a workflow that enrols somebody, found the list it enrols on {found}");
            self.decoder.findings.warning(Code::NoEffect, at(node), message, "name another list here");
        }
    }

    fn actions(&mut self, node: &Value<'_>, lifecycle: Option<&Lifecycle>) -> Option<Vec<Action>> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of actions");
            return None;
        };
        if list.elements.is_empty() {
            self.decoder.findings.error(Code::EmptyList, at(node), "expected at least one action, found none", None);
            return None;
        }
        self.decoder.at_most(list.elements.len(), MOST_ACTIONS, "actions", node)?;
        let actions: Vec<Option<Action>> = list.elements.iter().map(|node| self.action(node, lifecycle)).collect();
        actions.into_iter().collect()
    }

    fn action(&mut self, node: &Value<'_>, lifecycle: Option<&Lifecycle>) -> Option<Action> {
        let (fields, kind) = Fields::of_kinds(node, &ACTION, &mut self.decoder.findings)?;
        let kind = kind.map(|kind| kind.name);
        let name = ["clear", "set", "notify", "call_back"].map(|key| {
            let node = fields.get(key)?;
            self.decoder.name(node)
        });
        let [clear, set, notify, call_back] = name;
        let mut said = |key: &str, name: &str| fields.need(key, name, &mut self.decoder.findings);
        match kind {
            Some(CLEAR) => Some(Action::Clear { property: clear? }),
            Some(SET) => {
                let node = said("to", SET)?;
                let value = self.value(node);
                self.names_a_stage(set.as_deref(), value.as_ref(), lifecycle, node);
                Some(Action::Set { property: set?, value: value? })
            }
            Some(NOTIFY) => {
                let message = said("message", NOTIFY).and_then(|node| self.message(node));
                Some(Action::Notify { channel: notify?, message: message? })
            }
            Some(CALL_BACK) => {
                let message = fields.get("with").map_or_else(|| Some(Message::default()), |node| self.message(node));
                Some(Action::CallBack { name: call_back?, message: message? })
            }
            _ => None,
        }
    }

    /// What a property is set to: a text that is not blank, a number or a truth value.
    fn value(&mut self, node: &Value<'_>) -> Option<Message> {
        let plain = |text: String| Message { parts: vec![MessagePart::Text(text)] };
        match node {
            Value::StringLit(text) if !text.value.trim().is_empty() => self.message(node),
            Value::NumberLit(_) => self.decoder.number(node).map(|number| plain(number_text(number))),
            Value::BooleanLit(boolean) => Some(plain(boolean.value.to_string())),
            Value::StringLit(_) | Value::NullKeyword(_) => {
                let message = "expected a value to set, found none";
                let help = "`clear` takes a value away".to_owned();
                self.decoder.findings.error(Code::BlankText, at(node), message, Some(help));
                None
            }
            _ => {
                self.decoder.wrong_type(node, "a text, a number, or true or false");
                None
            }
        }
    }

    /// Warns when the property of the lifecycle is set to what is no stage. What placeholders give is not known.
    fn names_a_stage(
        &mut self,
        property: Option<&str>,
        value: Option<&Message>,
        lifecycle: Option<&Lifecycle>,
        node: &Value<'_>,
    ) {
        let (Some(property), Some(value), Some(lifecycle)) = (property, value, lifecycle) else { return };
        if let [MessagePart::Text(text)] = value.parts.as_slice()
            && is_same_property(self.properties, property, &lifecycle.property)
            && lifecycle.stage(text).is_none()
        {
            let message = format!("expected a stage, found \"{}\"", excerpt(text));
            let stages: Vec<String> =
                lifecycle.stages.iter().take(10).map(|stage| format!("\"{}\"", stage.id)).collect();
            let help = format!("the stage stays as it is: stages are {}", stages.join(", "));
            self.decoder.findings.warning(Code::NoEffect, at(node), message, help);
        }
    }
}
