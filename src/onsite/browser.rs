//! What is asked of the browser: the functions of `pkg/onsite/*.js`, which say what each does.
//!
//! In: plain values and callbacks. Out: plain values. None of them throws, and none lets a callback throw into the page.

use js_sys::{Array, Function};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/pkg/onsite/browser.js")]
extern "C" {
    pub(super) fn report(message: &str);
    pub(super) fn call(work: &Function);
    pub(super) fn value(json: &str) -> JsValue;
    pub(super) fn advanced(visitor: &str, state: &str, time: f64) -> Option<String>;
    pub(super) fn get(object: &JsValue, key: &str) -> JsValue;
    pub(super) fn text(object: &JsValue, key: &str) -> Option<String>;
    pub(super) fn announce(name: &str, detail: &str);
    #[wasm_bindgen(js_name = timeText)]
    pub(super) fn time_text(time: f64) -> Option<String>;
    pub(super) fn wait(milliseconds: u32, then: JsValue) -> i32;
    #[wasm_bindgen(js_name = waitNoLonger)]
    pub(super) fn wait_no_longer(timer: i32);
    #[wasm_bindgen(js_name = isHidden)]
    pub(super) fn is_hidden() -> bool;
    #[wasm_bindgen(js_name = isPrerendering)]
    pub(super) fn is_prerendering() -> bool;
    pub(super) fn title() -> String;
    #[wasm_bindgen(js_name = hasPrivacyControl)]
    pub(super) fn has_privacy_control() -> bool;
    #[wasm_bindgen(js_name = isAutomated)]
    pub(super) fn is_automated() -> bool;
    pub(super) fn depth() -> f64;
    pub(super) fn place(which: &str) -> Array;
    pub(super) fn kept() -> JsValue;
    pub(super) fn keep(text: &str) -> bool;
    pub(super) fn erase();
    #[wasm_bindgen(js_name = inTurn)]
    pub(super) fn in_turn(work: &JsValue);
    #[wasm_bindgen(js_name = shadowRoots)]
    pub(super) fn shadow_roots() -> Array;
    pub(super) fn listen(target: &str, kind: &str, callback: JsValue) -> bool;
    pub(super) fn observe(callback: JsValue);
    #[wasm_bindgen(js_name = hearAddress)]
    pub(super) fn hear_address(callback: JsValue);
    pub(super) fn endpoint(address: &str, is_whole: bool) -> Option<String>;
    pub(super) fn send(address: &str, body: &str, callback: JsValue) -> u32;
}

#[wasm_bindgen(module = "/pkg/onsite/signals.js")]
extern "C" {
    #[wasm_bindgen(js_name = hearTcf)]
    pub(super) fn hear_tcf(callback: JsValue);
    #[wasm_bindgen(js_name = hearGoogle)]
    pub(super) fn hear_google(callback: JsValue);
}

#[wasm_bindgen(module = "/pkg/onsite/markup.js")]
extern "C" {
    pub(super) fn marked(below: &JsValue) -> JsValue;
    pub(super) fn attribute(element: &JsValue, name: &str) -> Option<String>;
    pub(super) fn conceal(element: &JsValue, is_concealed: bool);
    pub(super) fn fill(field: &JsValue, value: &str);
    pub(super) fn complete(event: &JsValue);
    pub(super) fn cta(event: &JsValue) -> Array;
    pub(super) fn submission(event: &JsValue, honeypot: Option<&str>) -> Array;
    pub(super) fn pairs(object: &JsValue) -> Array;
}

/// A callback that does nothing once what it belongs to is gone.
pub(super) fn callback<T: 'static>(belongs_to: &Rc<T>, then: fn(&Rc<T>, JsValue)) -> JsValue {
    let weak = Rc::downgrade(belongs_to);
    let called = move |value: JsValue| {
        if let Some(belongs_to) = weak.upgrade() {
            then(&belongs_to, value);
        }
    };
    Closure::<dyn Fn(JsValue)>::new(called).into_js_value()
}

/// One of a list of texts; an empty text if there is none.
pub(super) fn text_at(list: &Array, place: u32) -> String {
    list.get(place).as_string().unwrap_or_default()
}

/// The texts of a list from a place on, two by two.
pub(super) fn two_by_two(list: &Array, from: u32) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for place in (from..list.length()).step_by(2) {
        found.push((text_at(list, place), text_at(list, place + 1)));
    }
    found
}
