//! The visitor as an object that pages read.
//!
//! In: the visitor. Out: the contact as the package reads it.

use super::browser;
use super::json::Object;
use crate::visitor::Visitor;
use crate::whole;
use wasm_bindgen::JsValue;

/// The visitor as a contact that the package reads: what it scores natively is what is scored here.
pub(super) fn contact(visitor: &Visitor) -> JsValue {
    let mut contact = Object::default();
    contact.text("id", Some("visitor"));
    contact.json("properties", &object(&visitor.properties()));
    let mut events = String::from("[");
    for (kind, time, properties, count) in visitor.events() {
        let mut event = Object::default();
        event.text("type", Some(kind));
        event.json("time", &whole::text(time));
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
    browser::value(&contact.done())
}

fn object(pairs: &[(String, String)]) -> String {
    let mut object = Object::default();
    for (name, value) in pairs {
        object.text(name, Some(value));
    }
    object.done()
}
