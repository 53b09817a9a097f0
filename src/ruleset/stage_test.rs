//! Reads stage tests. In: `{ "stage": ["sql", null] }`, and the stages that there are. Out: the test of the property that holds the stage, of all the names
//! under which a contact may have it: exports hold labels where programs set ids.

use super::fields::{Fields, STAGE_TEST};
use super::findings::at;
use super::lifecycle::STAGE_PROPERTY;
use super::model::{Filter, Operator, PropertyTest, Ruleset, Scalars};
use super::result_filter::ResultFilter;
use super::result_reader::Reader;
use super::values::found;
use crate::ruleset::Code;
use jsonc_parser::ast::{Object, Value};

/// The stages that tests may name.
pub(super) struct Stages {
    property: String,
    /// The id of each, and its label.
    names: Vec<(String, Option<String>)>,
}

impl Stages {
    /// Of a lifecycle as it is written. What is wrong in it is reported elsewhere.
    pub(super) fn written(lifecycle: &Value<'_>) -> Stages {
        let text = |object: &Object<'_>, key: &str| object.get_string(key).map(|text| text.value.clone().into_owned());
        let lifecycle = lifecycle.as_object();
        let property = lifecycle.and_then(|lifecycle| text(lifecycle, "property"));
        let stages = lifecycle.and_then(|lifecycle| lifecycle.get_array("stages"));
        let stages = stages.iter().flat_map(|stages| &stages.elements).filter_map(Value::as_object);
        Stages {
            property: property.unwrap_or_else(|| STAGE_PROPERTY.to_owned()),
            names: stages.filter_map(|stage| Some((text(stage, "id")?, text(stage, "label")))).collect(),
        }
    }

    pub(super) fn of(ruleset: &Ruleset) -> Option<Stages> {
        let lifecycle = ruleset.lifecycle.as_ref()?;
        let names = lifecycle.stages.iter().map(|stage| (stage.id.clone(), stage.label.clone())).collect();
        Some(Stages { property: lifecycle.property.clone(), names })
    }
}

impl Reader<'_> {
    pub(super) fn stage_test(&mut self, fields: &Fields<'_, '_>) -> Option<ResultFilter> {
        let node = fields.need("stage", STAGE_TEST, &mut self.decoder.findings)?;
        let Some(stages) = self.stages.take() else {
            let message = "expected a stage, found none: the ruleset has no lifecycle";
            let help = "say under `lifecycle` which stages there are".to_owned();
            self.decoder.findings.error(Code::UnknownStage, at(node), message, Some(help));
            return None;
        };
        let filter = self.at_stages(node, &stages);
        self.stages = Some(stages);
        filter.map(ResultFilter::Contact)
    }

    fn at_stages(&mut self, node: &Value<'_>, stages: &Stages) -> Option<Filter> {
        let asked: Vec<&Value<'_>> = match node {
            Value::Array(list) => list.elements.iter().collect(),
            other => vec![other],
        };
        if asked.is_empty() {
            self.decoder.findings.error(Code::EmptyList, at(node), "expected at least one stage, found none", None);
            return None;
        }
        let read: Vec<Option<Vec<String>>> = asked.iter().map(|node| self.names(node, stages)).collect();
        let names: Option<Vec<Vec<String>>> = read.into_iter().collect();
        let names = names?;
        let test = |operator| {
            Filter::Property(PropertyTest { property: stages.property.clone(), operator, include_unknown: false })
        };
        let unknown = names.iter().any(Vec::is_empty).then(|| test(Operator::IsUnknown));
        let names = names.concat();
        let known = (!names.is_empty()).then(|| test(Operator::IsEqualTo(Scalars::Texts(names))));
        match (known, unknown) {
            (Some(known), Some(unknown)) => Some(Filter::Any(vec![known, unknown])),
            (one, other) => one.or(other),
        }
    }

    /// The names of a stage; none for none.
    fn names(&mut self, node: &Value<'_>, stages: &Stages) -> Option<Vec<String>> {
        let wanted = match node {
            Value::NullKeyword(_) => return Some(Vec::new()),
            Value::StringLit(text) => text.value.trim().to_lowercase(),
            _ => {
                self.decoder.wrong_type(node, "a text with a stage, or null for no stage");
                return None;
            }
        };
        let is_it = |name: &str| name.trim().to_lowercase() == wanted;
        let stage = stages.names.iter().find(|(id, label)| is_it(id) || label.as_deref().is_some_and(is_it));
        let Some((id, label)) = stage else {
            let known: Vec<&String> = stages.names.iter().map(|(id, _)| id).collect();
            let name = found(node);
            self.decoder.unknown(
                Code::UnknownStage,
                node,
                name.trim_matches('"'),
                "a stage, or null for no stage",
                &known,
            );
            return None;
        };
        Some(std::iter::once(id).chain(label).cloned().collect())
    }
}
