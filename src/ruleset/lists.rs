//! Decodes lists: contacts who meet a filter, or who are named.

use super::automation::{List, Membership};
use super::decode::{Decoder, Ids};
use super::diagnostic::Code;
use super::fields::{Fields, LIST, LIST_BY_FILTER, LIST_OF_MEMBERS, excerpt};
use super::findings::at;
use super::list_order::{Step, tested_first};
use super::result_reader::Reader;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Range;
use std::collections::HashSet;

const MOST_LISTS: usize = 1_000;
const MOST_MEMBERS: usize = 100_000;
const MOST_MEMBERS_IN_ALL: usize = 1_000_000;
/// Lists of a circle that a message names.
const MOST_NAMED: usize = 10;

impl Reader<'_> {
    pub(super) fn lists(&mut self, node: &Value<'_>) -> Vec<List> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of contact lists");
            return Vec::new();
        };
        self.decoder.at_most(list.elements.len(), MOST_LISTS, "lists", node);
        let (mut ids, mut members) = (Ids::new(), 0);
        let (mut lists, mut tests) = (Vec::new(), Vec::new());
        for element in list.elements.iter().take(MOST_LISTS) {
            lists.extend(self.list(element, &mut ids));
            tests.push(std::mem::take(&mut self.tested_lists));
        }
        for list in &lists {
            if let Membership::Members(named) = &list.membership {
                members += named.len();
            }
        }
        self.decoder.at_most(members, MOST_MEMBERS_IN_ALL, "members in all lists", node);
        self.circles(tests);
        lists
    }

    fn list(&mut self, node: &Value<'_>, ids: &mut Ids) -> Option<List> {
        let (fields, kind) = Fields::of_kinds(node, &LIST, &mut self.decoder.findings)?;
        let id = self.decoder.unique_id(&fields, LIST.name, ids);
        let label = self.decoder.optional_text(fields.get("label"));
        let note = self.decoder.optional_text(fields.get("note"));
        // Of no kind: what is wrong inside is found all the same.
        let when = fields.get("when").map(|node| self.checked(node));
        let members = fields.get("members").map(|node| self.members(node));
        let membership = match kind.map(|kind| kind.name) {
            Some(LIST_BY_FILTER) => Membership::When(when??),
            Some(LIST_OF_MEMBERS) => Membership::Members(members??),
            _ => return None,
        };
        Some(List { id, label, note, membership })
    }

    fn members(&mut self, node: &Value<'_>) -> Option<Vec<String>> {
        let Value::Array(list) = node else {
            self.decoder.wrong_type(node, "a list of ids and email addresses");
            return None;
        };
        self.decoder.at_most(list.elements.len(), MOST_MEMBERS, "members", node)?;
        if list.elements.is_empty() {
            let message = "expected a list that somebody can be on, found one without members";
            self.decoder.findings.warning(
                Code::NeverHolds,
                at(node),
                message,
                "name its members by id or email address",
            );
        }
        let members: Vec<Option<String>> = list.elements.iter().map(|member| self.decoder.name(member)).collect();
        members.into_iter().collect()
    }

    /// Reports every test through which a list is made from itself. `tests` has those of each list, with their places.
    fn circles(&mut self, mut tests: Vec<Vec<(usize, Range)>>) {
        // A list that tests another several times does so at the first place.
        for tests in &mut tests {
            let mut seen = HashSet::new();
            tests.retain(|(list, _)| seen.insert(*list));
        }
        let tested: Vec<Vec<usize>> = tests.iter().map(|tests| tests.iter().map(|(list, _)| *list).collect()).collect();
        let mut circles = Vec::new();
        tested_first(0..tested.len(), &tested, |way| {
            let place = way.last().and_then(|last| tests.get(last.list)?.get(last.followed.checked_sub(1)?));
            circles.extend(place.map(|(_, place)| (*place, self.decoder.circle(way))));
        });
        for (place, circle) in circles {
            let message = format!("expected a list that is not made from itself, found a circle: {circle}");
            let help = "remove one of the tests that lead round".to_owned();
            self.decoder.findings.error(Code::ListCycle, place, message, Some(help));
        }
    }
}

impl Decoder {
    /// The lists that may be named from here on.
    pub(super) fn know_lists(&mut self, ids: Vec<String>) {
        self.list_places = ids.iter().cloned().enumerate().rev().map(|(place, id)| (id, place)).collect();
        self.list_ids = ids;
    }

    /// The index of the list whose id stands there.
    pub(super) fn list_index(&mut self, node: &Value<'_>) -> Option<usize> {
        let id = self.text(node)?;
        let index = self.list_places.get(&id).copied().filter(|_| !id.is_empty());
        if index.is_none() {
            let ids = std::mem::take(&mut self.list_ids);
            self.unknown(Code::UnknownList, node, &id, "the id of a list", &ids);
            self.list_ids = ids;
        }
        index
    }

    /// `"a" → "b" → "a"`.
    fn circle(&self, way: &[Step]) -> String {
        let name = |step: &Step| format!("\"{}\" → ", excerpt(self.list_ids.get(step.list).map_or("", String::as_str)));
        let mut names: String = way.iter().take(MOST_NAMED).map(name).collect();
        if way.len() > MOST_NAMED {
            names.push_str("… → ");
        }
        names + way.first().map(name).unwrap_or_default().trim_end_matches(" → ")
    }
}
