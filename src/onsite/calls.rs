//! Hearing calls that a page makes to a function of its own or of the browser's, where nothing else tells of them.
//!
//! In: an object and the name of its function. Out: the arguments, after each call. The page gets the function's own result or exception,
//! and the function looks as it did.

use super::{Embed, Handled, errors, values};
use js_sys::{Array, Function, Object, Proxy, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

type Apply = dyn Fn(JsValue, JsValue, JsValue) -> Result<JsValue, JsValue>;

/// Hears all later calls. An object that is frozen stays as it is, and is not heard.
pub(super) fn hear(embed: &Rc<Embed>, object: &JsValue, name: &str, then: fn(&Rc<Embed>, &Array) -> Handled) {
    let Ok(original): Result<Function, JsValue> = values::get(object, name).dyn_into() else { return };
    let weak = Rc::downgrade(embed);
    let apply = Closure::<Apply>::new(move |original: JsValue, this: JsValue, arguments: JsValue| {
        let arguments: Array = arguments.unchecked_into();
        let result = Reflect::apply(original.unchecked_ref::<Function>(), &this, &arguments)?;
        if let Some(embed) = weak.upgrade() {
            errors::guarded(move || then(&embed, &arguments));
        }
        Ok(result)
    });
    let handler = Object::new();
    values::set(&handler, "apply", &apply.into_js_value());
    values::set(object, name, &Proxy::new(&original, &handler));
}
