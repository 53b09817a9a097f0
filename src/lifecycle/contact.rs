//! A contact as it is known to rules: its own properties, with what was set here laid over them.
//!
//! A host gives a contact as it has it. What was set here may have been applied there since, not yet, or have been changed to something else:
//! the host's word holds in the end. Nothing here knows lists, stages or workflows.

use super::state::SetValue;
use crate::contacts::Table;
use crate::ruleset::{Ruleset, aliases_of, is_same_property, names_of};
use std::collections::BTreeMap;

/// One contact with what was set.
pub(super) struct Contact<'r> {
    ruleset: &'r Ruleset,
    /// One row.
    pub(super) table: Table,
    /// What is laid over its own properties.
    pub(super) set: BTreeMap<String, SetValue>,
    /// The place of each one's column, and the name under which it is remembered.
    names: Vec<(usize, String)>,
}

impl<'r> Contact<'r> {
    /// A contact with what was set of it before, without what it has by now or what was changed elsewhere.
    pub(super) fn new(ruleset: &'r Ruleset, own: &Table, set: &BTreeMap<String, SetValue>) -> Contact<'r> {
        let mut contact = Contact { ruleset, table: own.clone(), set: BTreeMap::new(), names: Vec::new() };
        for (property, entry) in set {
            let given = place(ruleset, own, property).and_then(|place| text(own, place));
            if is_laid_over(given.as_deref(), entry) {
                contact.lay_over(property, entry.value.as_deref());
                contact.remember(property.clone(), entry.clone());
            }
        }
        contact
    }

    /// The value of a property as it stands there, also one that the ruleset says is none.
    pub(super) fn value(&self, property: &str) -> Option<String> {
        text(&self.table, self.place(property)?)
    }

    /// Gives a property a value, or none; says whether it had another.
    pub(super) fn put(&mut self, property: &str, value: Option<&str>) -> bool {
        let before = self.value(property);
        if before.as_deref() == value {
            return false;
        }
        let place = self.place(property);
        let known = self.names.iter().position(|(known, _)| Some(*known) == place);
        let name = known.map_or_else(|| property.trim().to_owned(), |known| self.names.swap_remove(known).1);
        // What was set before it is over the contact's own value already.
        let over = self.set.remove(&name).map_or(before, |entry| entry.over);
        self.lay_over(property, value);
        if over.as_deref() != value {
            self.remember(name, SetValue { value: value.map(str::to_owned), over });
        }
        true
    }

    /// Whether two names are of one property.
    pub(super) fn is_same(&self, property: &str, other: &str) -> bool {
        is_same_property(&self.ruleset.properties, property, other)
    }

    /// What was just laid over.
    fn remember(&mut self, name: String, entry: SetValue) {
        self.names.extend(self.place(&name).map(|place| (place, name.clone())));
        self.set.insert(name, entry);
    }

    fn lay_over(&mut self, property: &str, value: Option<&str>) {
        let place = self.place(property);
        self.table.set_only(place, property, value.unwrap_or(""));
    }

    fn place(&self, property: &str) -> Option<usize> {
        place(self.ruleset, &self.table, property)
    }
}

/// Whether what was set holds of a contact of which this value is given: the host has neither applied it nor something else since.
pub(super) fn is_laid_over(given: Option<&str>, entry: &SetValue) -> bool {
    given == entry.over.as_deref() && given != entry.value.as_deref()
}

/// The place of the column that rules find for a property; where they find none by this name, of one that has another of its names: a property has
/// one value, under whatever name it is set.
pub(super) fn place(ruleset: &Ruleset, table: &Table, property: &str) -> Option<usize> {
    let declared = &ruleset.properties;
    let found = table.column_index(property, aliases_of(declared, property));
    found.or_else(|| table.column_index(property, names_of(declared, property)))
}

fn text(table: &Table, place: usize) -> Option<String> {
    Some(table.columns().get(place)?.value(0)?.text().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts;

    fn ruleset() -> Ruleset {
        let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }], "properties": { "owner": { "type": "text", "aliases": ["Besitzer"] } } }"#;
        ruleset.parse().unwrap()
    }

    fn set(property: &str, value: Option<&str>, over: Option<&str>) -> BTreeMap<String, SetValue> {
        let entry = SetValue { value: value.map(str::to_owned), over: over.map(str::to_owned) };
        BTreeMap::from([(property.to_owned(), entry)])
    }

    /// The value of the owner, and what is remembered, when the host gives this contact.
    fn given(contact: &str, set: &BTreeMap<String, SetValue>) -> (Option<String>, usize) {
        let ruleset = ruleset();
        let contact = Contact::new(&ruleset, &contacts::contact(contact, None).unwrap(), set);
        (contact.value("owner"), contact.set.len())
    }

    #[test]
    fn the_host_applies_what_was_set_now_later_or_not_at_all() {
        let set = set("owner", Some("ada"), Some("bob"));
        for (contact, value, remembered) in [
            (r#"{ "id": 1, "owner": "ada" }"#, Some("ada"), 0),
            (r#"{ "id": 1, "Besitzer": " bob " }"#, Some("ada"), 1),
            (r#"{ "id": 1, "owner": "cyd" }"#, Some("cyd"), 0),
            (r#"{ "id": 1, "owner": "" }"#, None, 0),
            (r#"{ "id": 1 }"#, None, 0),
        ] {
            assert_eq!(given(contact, &set), (value.map(str::to_owned), remembered), "{contact}");
        }
    }

    #[test]
    fn no_value_and_a_blank_one_are_the_same() {
        let cleared = set("owner", None, Some("bob"));
        assert_eq!(given(r#"{ "id": 1, "owner": "bob" }"#, &cleared), (None, 1));
        assert_eq!(given(r#"{ "id": 1, "owner": " " }"#, &cleared), (None, 0));
        let first = set("owner", Some("ada"), None);
        assert_eq!(given(r#"{ "id": 1, "owner": null }"#, &first), (Some("ada".to_owned()), 1));
        assert_eq!(given(r#"{ "id": 1 }"#, &first), (Some("ada".to_owned()), 1));
    }

    #[test]
    fn a_property_is_one_under_all_its_names() {
        let ruleset = ruleset();
        let own = contacts::contact(r#"{ "id": 1, "Besitzer": "bob", "Lifecycle Stage": "lead" }"#, None).unwrap();
        let mut contact = Contact::new(&ruleset, &own, &BTreeMap::new());
        assert!(contact.put("owner", Some("ada")) && contact.put("BESITZER", Some("cyd")));
        assert!(contact.put("lifecyclestage", None) && contact.put("Lifecycle Stage", Some("customer")));
        assert!(!contact.put("besitzer", Some("cyd")));
        assert_eq!(contact.value("owner").as_deref(), Some("cyd"));
        let mut expected = set("owner", Some("cyd"), Some("bob"));
        expected.append(&mut set("lifecyclestage", Some("customer"), Some("lead")));
        assert_eq!(contact.set, expected);
        // Also of a contact that has neither yet.
        let bare = contacts::contact(r#"{ "id": 1 }"#, None).unwrap();
        let mut bare = Contact::new(&ruleset, &bare, &BTreeMap::new());
        assert!(
            bare.put("owner", Some("ada")) && !bare.put("Besitzer", Some("ada")) && bare.put("besitzer", Some("cyd"))
        );
        assert!(bare.put("Job Title", Some("CTO")) && !bare.put("jobtitle", Some("CTO")));
        let mut expected = set("owner", Some("cyd"), None);
        expected.append(&mut set("Job Title", Some("CTO"), None));
        assert_eq!(bare.set, expected);
        // Back at its own value there is nothing to remember.
        assert!(contact.put("owner", Some("bob")));
        assert_eq!(contact.set.len(), 1);
    }
}
