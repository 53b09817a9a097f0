//! Whether two names are of one property: whatever asks this of a ruleset, asks here.
//!
//! In: what a ruleset says about properties, and names as rules or files write them. Out: whether they are of one, and all that one has. In which
//! column of a file a rule finds it is for tables to say.

use super::model::Property;
use crate::contacts::names;
use std::iter::once;
use std::ptr;

/// Whether two names are of one property: without case, as name and alias of a property that the ruleset declares, or as HubSpot's names of one.
pub(crate) fn is_same_property(declared: &[Property], name: &str, other: &str) -> bool {
    match (property_of(declared, name), property_of(declared, other)) {
        (Some(property), Some(of_other)) => ptr::eq(property, of_other),
        (None, None) => names::same(name, other) || names::synonyms(name).any(|synonym| names::same(synonym, other)),
        _ => false,
    }
}

/// All names of the property that has this one.
pub(crate) fn names_of<'a>(declared: &'a [Property], name: &'a str) -> impl Iterator<Item = &'a str> {
    let property = property_of(declared, name);
    let own = property.map_or(name, |property| property.name.as_str());
    let aliases = property.map_or(&[][..], |property| &property.aliases).iter().map(String::as_str);
    once(own).chain(aliases).flat_map(|name| once(name).chain(names::synonyms(name).map(|synonym| synonym as &str)))
}

/// The other names under which rules find the property that is declared by this very name.
pub(crate) fn aliases_of<'a>(declared: &'a [Property], name: &str) -> impl Iterator<Item = &'a str> {
    let property = declared.iter().find(|property| names::same(&property.name, name));
    property.into_iter().flat_map(|property| &property.aliases).map(String::as_str)
}

/// The property that is declared under a name, or else under another name that HubSpot has for it.
fn property_of<'a>(declared: &'a [Property], name: &str) -> Option<&'a Property> {
    let under = |name: &str| {
        let named = declared.iter().find(|property| names::same(&property.name, name));
        let has_alias = |property: &&Property| property.aliases.iter().any(|alias| names::same(alias, name));
        named.or_else(|| declared.iter().find(has_alias))
    };
    under(name).or_else(|| names::synonyms(name).find_map(under))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ruleset::Ruleset;

    /// Groups of names: within one all are of one property, and none is of one with a name of another group.
    #[test]
    fn names_of_one_property_are_the_same_whichever_is_asked_first() {
        let ruleset: Ruleset = r#"{
            "scores": [{ "id": "fit", "groups": [] }],
            "properties": {
                "owner": { "type": "text", "aliases": ["Besitzer", "hubspot_owner_id", "team"] },
                "Lifecycle Stage": { "type": "text", "aliases": ["Phase"] },
                "team": { "type": "text" }
            }
        }"#
        .parse()
        .unwrap();
        let declared = &ruleset.properties;
        let groups: [&[&str]; 6] = [
            &["owner", " OWNER ", "besitzer", "hubspot_owner_id", "Contact owner"],
            &["lifecyclestage", "Lifecycle Stage", "lifecycle stage", "phase"],
            // What is declared is a property of its own, also where another has its name as an alias.
            &["team", "Team"],
            &["hs_analytics_source", "Original Source", "Original Traffic Source"],
            &["jobtitle", "Job Title"],
            &["colour", "Colour"],
        ];
        for (place, names) in groups.iter().enumerate() {
            for (other_place, others) in groups.iter().enumerate() {
                for (name, other) in names.iter().flat_map(|name| others.iter().map(move |other| (name, other))) {
                    assert_eq!(is_same_property(declared, name, other), place == other_place, "{name}, {other}");
                }
            }
            for name in *names {
                let all: Vec<&str> = names_of(declared, name).collect();
                assert!(names.iter().all(|name| all.iter().any(|known| names::same(known, name))), "{name}: {all:?}");
            }
        }
    }
}
