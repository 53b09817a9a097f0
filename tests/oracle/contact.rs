//! A contact as a JSON document has it, with its properties in the document's order.

use super::instants::instant;
use super::values;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// `{ id, properties, events }`.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(default)]
    pub properties: Properties,
    #[serde(default)]
    pub events: Vec<Event>,
}

/// `{ type, time, properties }`.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    #[serde(rename = "type")]
    pub kind: String,
    pub time: Value,
    #[serde(default)]
    pub properties: Properties,
}

/// Names and values in the document's order, which decides between two names that fit.
#[derive(Clone, Debug, Default)]
pub struct Properties(pub Vec<(String, Value)>);

impl Contact {
    /// Its id; a contact without one is the first row of a file of one.
    pub fn name(&self) -> String {
        self.id.clone().unwrap_or_else(|| "row 1".to_string())
    }
}

impl Event {
    /// When it happened.
    pub fn instant(&self) -> i64 {
        instant(&values::text_of(&self.time)).expect("events of cases have a time")
    }
}

impl Properties {
    /// The first value under a name that is the same as any one of these.
    pub fn first(&self, names: &[&str]) -> Option<&Value> {
        let same = |name: &str| names.iter().any(|wanted| values::folded(wanted) == values::folded(name));
        self.0.iter().find(|(name, _)| same(name)).map(|(_, value)| value)
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Properties, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Properties;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Properties, A::Error> {
                let mut properties = Vec::new();
                while let Some(property) = map.next_entry()? {
                    properties.push(property);
                }
                Ok(Properties(properties))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
