//! The JSON Schema of rulesets, for editors that complete and check. It is derived from types that mirror the document
//! and are never made; a test holds their keys against those that the decoder knows. The schema cannot say everything
//! (`check` can): it knows nothing of ids that refer to each other, of overlaps, or of what is suspect.

mod automation;
mod document;
mod filters;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The JSON Schema (draft 2020-12) of rulesets.
///
/// ```
/// let schema = leadscore::ruleset::schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// assert_eq!(schema["required"][0], "scores");
/// ```
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(without_null));
    let mut schema = settings.with_transform(RecursiveTransform(titled)).into_generator();
    Value::from(SchemaGenerator::root_schema_for::<document::Ruleset>(&mut schema))
}

/// What is optional may be left out, and not be null.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    let null = json!({ "type": "null" });
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(kinds)) = object.get_mut("anyOf") else { return };
    let before = kinds.len();
    kinds.retain(|kind| *kind != null);
    if before > kinds.len()
        && let [Value::Object(only)] = kinds.as_slice()
    {
        let only = only.clone();
        object.remove("anyOf");
        object.extend(only);
    }
}

/// Every key has a title: the key, as people write.
fn titled(schema: &mut Schema) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (key, property) in properties.iter_mut() {
        if let Value::Bool(true) = property {
            *property = Value::Object(Map::new());
        }
        if let Value::Object(property) = property
            && !property.contains_key("title")
        {
            property.insert("title".to_owned(), json!(title(key)));
        }
    }
}

/// `max_occurrences` as `Max occurrences`.
fn title(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ruleset::fields::{self, Kinds, Shape};
    use std::collections::BTreeSet;

    fn keys(schema: &Value) -> BTreeSet<String> {
        schema["properties"].as_object().unwrap().keys().cloned().collect()
    }

    fn known(shape: &Shape, common: &[&str]) -> BTreeSet<String> {
        shape.keys.iter().chain(common).map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn the_keys_of_objects_are_those_that_the_decoder_knows() {
        let schema = schema();
        assert_eq!(keys(&schema), known(&fields::RULESET, &[]));
        for (name, shape) in [
            ("Property", &fields::PROPERTY),
            ("Score", &fields::SCORE),
            ("Group", &fields::GROUP),
            ("Limit", &fields::LIMIT),
            ("Rescale", &fields::RESCALE),
            ("Decay", &fields::DECAY),
            ("FrequencyRange", &fields::FREQUENCY_RANGE),
            ("BandRange", &fields::BAND_RANGE),
            ("MatrixSide", &fields::MATRIX_SIDE),
            ("Lifecycle", &fields::LIFECYCLE),
            ("Stage", &fields::STAGE),
            ("Workflow", &fields::WORKFLOW),
        ] {
            assert_eq!(keys(&schema["$defs"][name]), known(shape, &[]), "{name}");
        }
    }

    /// The keys of each kind in a schema of several kinds, property tests taken together.
    fn kinds(schema: &Value, name: &str) -> BTreeSet<BTreeSet<String>> {
        let resolve = |kind: &Value| match kind["$ref"].as_str() {
            Some(reference) => schema.pointer(reference.trim_start_matches('#')).unwrap().clone(),
            None => kind.clone(),
        };
        let of_kind = |kind: &Value| {
            let kind = resolve(kind);
            match kind["anyOf"].as_array() {
                Some(operators) if kind["properties"].is_null() => operators.iter().flat_map(keys).collect(),
                _ => keys(&kind),
            }
        };
        schema["$defs"][name]["anyOf"].as_array().unwrap().iter().map(of_kind).collect()
    }

    #[test]
    fn the_kinds_of_objects_are_those_that_the_decoder_knows() {
        let schema = schema();
        let expected = |kinds: &Kinds, without: &[&str]| -> BTreeSet<BTreeSet<String>> {
            let shapes = kinds.kinds.iter().map(|kind| &kind.shape).filter(|shape| !without.contains(&shape.name));
            shapes.map(|shape| known(shape, kinds.common)).collect()
        };
        let (event, score, list) = (fields::EVENT_TEST, fields::SCORE_TEST, fields::LIST_TEST);
        let stage = fields::STAGE_TEST;
        assert_eq!(kinds(&schema, "Criterion"), expected(&fields::CRITERION, &[]));
        assert_eq!(kinds(&schema, "BandSet"), expected(&fields::BAND_SET, &[]));
        assert_eq!(kinds(&schema, "Filter"), expected(&fields::FILTER, &[score, stage, list]));
        assert_eq!(kinds(&schema, "EventFilter"), expected(&fields::FILTER, &[event, score, stage, list]));
        assert_eq!(kinds(&schema, "BandFilter"), expected(&fields::FILTER, &[stage, list]));
        assert_eq!(kinds(&schema, "ResultFilter"), expected(&fields::RESULT_FILTER, &[]));
        assert_eq!(kinds(&schema, "List"), expected(&fields::LIST, &[]));
        assert_eq!(kinds(&schema, "Action"), expected(&fields::ACTION, &[]));
    }

    /// Every object is closed, and everything has a title and a description.
    fn described(schema: &Value, path: &str, gaps: &mut Vec<String>) {
        if schema["properties"].is_object() && schema["additionalProperties"] != json!(false) {
            gaps.push(format!("{path} is open"));
        }
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            for what in ["title", "description"] {
                if !property[what].is_string() {
                    gaps.push(format!("{path}/{key} has no {what}"));
                }
            }
        }
        for (index, kind) in schema["anyOf"].as_array().into_iter().flatten().enumerate() {
            described(kind, &format!("{path}/{index}"), gaps);
        }
    }

    #[test]
    fn everything_has_a_title_and_a_description() {
        let schema = schema();
        let mut gaps = Vec::new();
        described(&schema, "", &mut gaps);
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            described(definition, name, &mut gaps);
            if !definition["title"].is_string() || !definition["description"].is_string() {
                gaps.push(format!("{name} has no title or no description"));
            }
        }
        assert!(gaps.is_empty(), "{gaps:#?}");
    }
}
