//! JavaScript's values, read and written: what pages report, as texts, and the contact, as an object.
//!
//! In: any value. Out: texts as the package reads them. Nothing is called that a page could have replaced on an array or an object.

use super::errors;
use super::json::{self, Object};
use crate::visitor::Visitor;
use js_sys::{Array, Date, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property of an object; undefined where there is none, or where it throws.
pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or_default()
}

/// A property of an object that is a text.
pub(super) fn text(object: &JsValue, key: &str) -> Option<String> {
    get(object, key).as_string()
}

/// Sets a property of an object of ours.
pub(super) fn set(object: &JsValue, key: &str, value: &JsValue) {
    // Only a frozen object refuses, and ours are not.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// Calls a method of an object by its name.
pub(super) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for (index, argument) in arguments.iter().enumerate() {
        list.set(index as u32, argument.clone());
    }
    Reflect::apply(get(object, method).unchecked_ref::<Function>(), object, &list)
}

/// The properties of an object, as names with texts; `None` is no value. A value that is no text, number, boolean, date or list of such
/// is reported and left out.
pub(super) fn pairs(properties: &JsValue) -> Vec<(String, Option<String>)> {
    let Some(object) = properties.dyn_ref::<js_sys::Object>() else { return Vec::new() };
    let keys = js_sys::Object::keys::<JsValue>(object.unchecked_ref());
    let mut pairs = Vec::new();
    for index in 0..keys.length() {
        let key = keys.get(index);
        let (Some(name), Ok(value)) = (key.as_string(), Reflect::get(object, &key)) else { continue };
        match value_text(&value) {
            Ok(text) => pairs.push((name, text)),
            Err(Unusable) => errors::report(
                &["expected a text, a number, a boolean, a date, a list of these or null as property ", &name].concat(),
            ),
        }
    }
    pairs
}

/// A value that no property can have.
struct Unusable;

fn value_text(value: &JsValue) -> Result<Option<String>, Unusable> {
    if !Array::is_array(value) {
        return single_text(value);
    }
    let list: &Array = value.unchecked_ref();
    let mut joined = String::new();
    for index in 0..list.length() {
        if let Some(text) = single_text(&list.get(index))? {
            if !joined.is_empty() {
                joined.push(';');
            }
            joined.push_str(&text);
        }
    }
    Ok((!joined.is_empty()).then_some(joined))
}

fn single_text(value: &JsValue) -> Result<Option<String>, Unusable> {
    if let Some(text) = value.as_string() {
        return Ok((!text.is_empty()).then_some(text));
    }
    if let Some(truth) = value.as_bool() {
        return Ok(Some(truth_text(truth)));
    }
    let number = match value.dyn_ref::<Date>() {
        Some(date) => date.get_time(),
        None if value.is_null() || value.is_undefined() => return Ok(None),
        None => value.as_f64().ok_or(Unusable)?,
    };
    Ok(number.is_finite().then(|| number_text(number)))
}

/// A truth as the package reads it.
pub(super) fn truth_text(truth: bool) -> String {
    if truth { "true" } else { "false" }.to_owned()
}

/// A number as JavaScript writes it.
fn number_text(number: f64) -> String {
    // Every radix from 2 to 36 is one.
    js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// The visitor as a contact that the package reads: what it scores natively is what is scored here.
pub(super) fn contact(visitor: &Visitor) -> JsValue {
    let mut contact = Object::default();
    contact.text("id", Some("visitor"));
    contact.json("properties", &object(&visitor.properties()));
    let mut events = String::from("[");
    for (kind, time, properties, count) in visitor.events() {
        let mut event = Object::default();
        event.text("type", Some(kind));
        event.json("time", &time.to_string());
        event.json("properties", &object(properties));
        let event = event.done();
        for _ in 0..count {
            if events.len() > 1 {
                events.push(',');
            }
            events.push_str(&event);
        }
    }
    events.push(']');
    contact.json("events", &events);
    json::value(&contact.done())
}

fn object(pairs: &[(String, String)]) -> String {
    let mut object = Object::default();
    for (name, value) in pairs {
        object.text(name, Some(value));
    }
    object.done()
}
