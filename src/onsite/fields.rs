//! Fields that carry what is known into a form: `data-leadscore-field`.
//!
//! In: an element, and what is known of the visitor. Out: its value. Hidden inputs are filled as they are marked; another field only
//! while it is empty or holds what was filled in here, for what a visitor types is the visitor's. Nothing is ever read into the score.
//! A field with `data-leadscore-notify` tells of a new value by `input` and `change`, as a person's typing does: for frameworks that
//! keep their own copy of every field. Without it no event is sent, since listeners take events for a visitor at work.

use super::announce::dispatch;
use super::card::band_of;
use super::conditions::{band_set, points_of, score_id};
use crate::{Points, Ruleset, Scorecard};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, FormData, HtmlInputElement, NodeList};

/// Under this name an element remembers what was filled in: a property, since a ledger is long.
const FILLED: &str = "leadscoreFilled";

/// Names of fields, and the contact properties that they stand for.
const PROPERTIES: [(&str, &str); 8] = [
    ("source", "hs_analytics_source"),
    ("latest_source", "hs_latest_source"),
    ("first_page", "hs_analytics_first_url"),
    ("last_page", "hs_analytics_last_url"),
    ("first_referrer", "hs_analytics_first_referrer"),
    ("page_views", "hs_analytics_num_page_views"),
    ("visits", "hs_analytics_num_visits"),
    ("suspect", "leadscore_suspect"),
];

/// What fields are filled with.
pub(super) struct Known<'a> {
    pub(super) ruleset: &'a Ruleset,
    pub(super) card: Option<&'a Scorecard>,
    /// The ledger as JSON, once it has been asked for.
    pub(super) ledger: Option<&'a str>,
    pub(super) property: &'a dyn Fn(&str) -> Option<String>,
}

impl Known<'_> {
    /// The value of a field; `None` if the field means nothing, an empty text if there is nothing to say.
    pub(super) fn value(&self, field: &str) -> Option<String> {
        let (kind, id) = field.split_once(':').unwrap_or((field, ""));
        let or = |default| if id.is_empty() { default } else { id };
        match kind {
            "score" => {
                let score = score_id(self.ruleset, or("points"))?;
                return Some(self.card.and_then(|card| points_of(card, score)).map_or_else(String::new, text_of));
            }
            "band" => {
                let (set, _) = band_set(self.ruleset, or("band"))?;
                return Some(self.card.and_then(|card| band_of(card, set)).unwrap_or_default().to_owned());
            }
            "property" => return (self.property)(id).or_else(|| (!id.is_empty()).then(String::new)),
            _ => {}
        }
        match field {
            "ledger" => Some(self.ledger.unwrap_or_default().to_owned()),
            "reasons" => Some(self.card.map_or_else(String::new, |card| reasons(self.ruleset, card))),
            _ => {
                let (_, property) = PROPERTIES.iter().find(|(name, _)| *name == field)?;
                Some((self.property)(property).unwrap_or_default())
            }
        }
    }
}

fn text_of(points: Points) -> String {
    points.to_string()
}

/// The groups that gave or took points, the most first: `Engagement 25, Company 10`.
fn reasons(ruleset: &Ruleset, card: &Scorecard) -> String {
    let mut found: Vec<(Points, &str)> = Vec::new();
    for (id, score) in &card.scores {
        let of_rules = ruleset.scores.iter().find(|score| score.id == *id);
        for (id, points) in score.groups.iter().filter(|(_, points)| *points != Points::ZERO) {
            let group = of_rules.and_then(|score| score.groups.iter().find(|group| group.id == *id));
            let label = group.and_then(|group| group.label.as_deref()).unwrap_or(id);
            let place = found.iter().position(|(other, _)| other < points).unwrap_or(found.len());
            found.insert(place, (*points, label));
        }
    }
    let mut text = String::new();
    for (points, label) in found {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(label);
        text.push(' ');
        text.push_str(&points.to_string());
    }
    text
}

/// Gives an element a value, if it may have one from here.
pub(super) fn fill(element: &Element, value: &str) {
    let filled = text(element, FILLED);
    let Some(current) = text(element, "value") else { return };
    let is_ours = current.is_empty() || filled.as_deref() == Some(&current);
    let is_hidden = element.get_attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
    // With nothing to say, what a page put there as its default stays.
    if current == value || !(is_hidden || is_ours) || (value.is_empty() && filled.is_none()) {
        return;
    }
    set(element, FILLED, value, element);
    // Through the prototype's setter, as typing does: frameworks put their own on the element, to tell typing from scripts.
    set(&Object::get_prototype_of(element), "value", value, element);
    if element.get_attribute("data-leadscore-notify").is_some() {
        dispatch(element, "input", "null");
        dispatch(element, "change", "null");
    }
}

/// Puts the values of a form's fields into what it is about to send, where a script has collected that before they were filled.
pub(super) fn complete(data: &FormData, form: Option<EventTarget>, fields: &NodeList) {
    let form: JsValue = form.into();
    for field in (0..fields.length()).filter_map(|index| fields.item(index)) {
        let field: &HtmlInputElement = field.unchecked_ref();
        let (Some(name), Some(value)) = (field.get_attribute("name"), text(field, "value")) else { continue };
        if !Reflect::get(field, &"form".into()).is_ok_and(|of| of == form) {
            continue;
        }
        let sent = data.get_all(&name);
        // An entry that is not there was left out on purpose: the field is disabled.
        if sent.length() == 1 && sent.get(0).as_string().is_some_and(|sent| sent != value) {
            let _ = data.set_with_str(&name, &value);
        }
    }
}

fn text(element: &Element, property: &str) -> Option<String> {
    Reflect::get(element, &property.into()).ok()?.as_string()
}

/// What refuses a value, as a field for files does, keeps its own.
fn set(target: &JsValue, property: &str, value: &str, element: &Element) {
    let _ = Reflect::set_with_receiver(target, &property.into(), &value.into(), element);
}
