//! The properties that rules read: under which names a table may have them, and which values stand for no value.

use super::reading::{Needed, Reading, is_lower, lower};
use crate::contacts::{Column, Value, names, reading};
use crate::ruleset::Ruleset;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// A property that some rule reads.
pub(crate) struct PlannedProperty {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// Texts that stand for no value, in lower case.
    pub(crate) unknown_values: Vec<String>,
    /// What tests need its values as.
    pub(super) needed: Vec<Needed>,
    /// One of them could be read as a number or a time.
    pub(super) declares_readable: bool,
}

impl PlannedProperty {
    /// A property with what the ruleset says about it.
    pub(crate) fn new(ruleset: &Ruleset, name: &str) -> PlannedProperty {
        let declared = ruleset.properties.iter().find(|property| names::same(&property.name, name));
        let own = declared.map_or(&[][..], |property| &property.unknown_values);
        let unknown_values = ruleset.unknown_values.iter().chain(own);
        let unknown_values: Vec<_> = unknown_values.map(|text| lower(text.trim()).into_owned()).collect();
        let readable = |text: &String| reading::number(text).is_some() || reading::time(text).is_some();
        PlannedProperty {
            name: name.to_owned(),
            aliases: declared.map_or_else(Vec::new, |property| property.aliases.clone()),
            declares_readable: unknown_values.iter().any(readable),
            unknown_values,
            needed: Vec::new(),
        }
    }

    /// Whether the ruleset says that a value stands for no value.
    pub(crate) fn declares_unknown(&self, value: &Reading<'_>) -> bool {
        self.unknown_values.iter().any(|unknown| is_lower(value.text(), unknown))
    }

    /// The codes of a column whose values cannot be read so and do not stand for no value, ascending.
    pub(crate) fn unreadable(&self, column: &Column, needed: Needed) -> Vec<u32> {
        let declared = |code| Reading::new(column, code).is_some_and(|value| self.declares_unknown(&value));
        needed.unreadable(column).into_iter().filter(|code| !declared(*code)).collect()
    }

    /// The codes of a column that the ruleset says stand for no value, ascending.
    pub(crate) fn declared(&self, column: Option<&Column>) -> Vec<u32> {
        let Some(column) = column.filter(|_| !self.unknown_values.is_empty()) else { return Vec::new() };
        if column.is_lower_case() && column.dictionary().is_text_only() {
            let mut codes: Vec<u32> = self
                .unknown_values
                .iter()
                .filter_map(|unknown| column.dictionary().find(Value::Text(unknown)))
                .collect();
            codes.sort_unstable();
            return codes;
        }
        // Nearly all values are ruled out by their first byte. Letters beyond ASCII may be small ones within it (the Kelvin sign).
        let mut first = [false; 256];
        first.iter_mut().skip(128).for_each(|first| *first = true);
        for byte in self.unknown_values.iter().filter_map(|unknown| unknown.bytes().next()) {
            for byte in [byte, byte.to_ascii_uppercase()] {
                first.get_mut(usize::from(byte)).into_iter().for_each(|first| *first = true);
            }
        }
        let declared = |value: Value<'_>| self.unknown_values.iter().any(|unknown| is_lower(&value.text(), unknown));
        let candidates = column.dictionary().values_that_begin(&first);
        candidates.filter(|(_, value)| declared(*value)).map(|(code, _)| code).collect()
    }
}

/// The names under which tables may have the properties of a plan, so that each name of a table is looked up once.
#[derive(Debug, Default)]
pub(crate) struct PropertyNames(HashMap<NameHash, Vec<Wanted>, FixedState>);

/// A name without case, and without white space at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct NameHash(u64);

/// A property that is looked for under a name.
#[derive(Debug)]
struct Wanted {
    name: String,
    property: usize,
    /// 0 for its own name, 1 for an alias, 2 for one of HubSpot's: the lowest that a table has is the best.
    rank: u8,
}

impl PropertyNames {
    pub(crate) fn new(properties: &[PlannedProperty]) -> PropertyNames {
        let mut found = PropertyNames::default();
        for (place, property) in properties.iter().enumerate() {
            found.add(place, 0, &property.name);
            property.aliases.iter().for_each(|alias| found.add(place, 1, alias));
            names::synonyms(&property.name).for_each(|name| found.add(place, 2, name));
        }
        found
    }

    fn add(&mut self, property: usize, rank: u8, name: &str) {
        let wanted = Wanted { name: name.to_owned(), property, rank };
        self.0.entry(NameHash::of(name)).or_default().push(wanted);
    }

    /// The place of each property's column, of several that are as good the first.
    pub(crate) fn columns(&self, properties: usize, columns: &[Column]) -> Vec<Option<usize>> {
        let mut best: Vec<Option<(u8, usize)>> = vec![None; properties];
        for (place, column) in columns.iter().enumerate() {
            let Some(wanted) = self.0.get(&NameHash::of(column.name())) else { continue };
            for Wanted { property, rank, .. } in wanted.iter().filter(|wanted| names::same(&wanted.name, column.name()))
            {
                let Some(best) = best.get_mut(*property) else { continue };
                if best.is_none_or(|(known, _)| *rank < known) {
                    *best = Some((*rank, place));
                }
            }
        }
        best.into_iter().map(|best| best.map(|(_, place)| place)).collect()
    }
}

impl NameHash {
    fn of(name: &str) -> NameHash {
        let name = names::trim(name);
        if name.is_ascii() {
            NameHash::of_bytes(name.as_bytes())
        } else {
            NameHash::of_bytes(name.to_lowercase().as_bytes())
        }
    }

    /// Eight bytes in one step. The bit that tells capital letters from small ones is set in all of them: what else that makes alike is told
    /// apart when names are compared.
    fn of_bytes(bytes: &[u8]) -> NameHash {
        const SMALL: u64 = u64::from_ne_bytes([0x20; 8]);
        // The golden ratio as a fraction of 2⁶⁴: products with it differ in their upper bits.
        let add = |hash: u64, eight: [u8; 8]| {
            ((hash ^ (u64::from_le_bytes(eight) | SMALL)).wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(29)
        };
        let (eights, rest) = bytes.as_chunks::<8>();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(last, byte)| *last = *byte);
        NameHash(add(eights.iter().copied().fold(bytes.len() as u64, add), last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::Table;
    use crate::contacts::{LoadOptions, read};

    fn table(header: &str) -> Table {
        read(format!("{header}\n1\n").as_bytes(), None, &LoadOptions::default()).unwrap().table
    }

    #[test]
    fn a_property_is_found_as_the_table_finds_it() {
        let ruleset = r#"{ "properties": { "firma": { "type": "text", "aliases": ["Company", "Größe"] } }, "scores": [ { "id": "s",
            "groups": [ { "id": "g", "criteria": [ { "id": "c", "property": "firma", "values": { "x": 1 } } ] } ] } ] }"#;
        let ruleset: Ruleset = ruleset.parse().unwrap();
        let names = ["jobtitle", "firma", "email", "absent"];
        let properties: Vec<_> = names.iter().map(|name| PlannedProperty::new(&ruleset, name)).collect();
        let names = PropertyNames::new(&properties);
        for header in [
            "Job Title,firma",
            "Job Title,jobtitle",
            " JOBTITLE ,jobtitle",
            "grÖßE,Company,Email",
            "Company,GRÖSSE,größe,e-mail",
            "Firma,company,EMAIL",
            "x,y",
        ] {
            let table = table(header);
            let expected: Vec<_> = properties
                .iter()
                .map(|property| table.column_index(&property.name, property.aliases.iter().map(String::as_str)))
                .collect();
            assert_eq!(names.columns(properties.len(), table.columns()), expected, "{header}");
        }
    }
}
