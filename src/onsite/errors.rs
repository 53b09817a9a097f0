//! What goes wrong here, kept away from the page: each error is told once, on the console and as `leadscore:error`.
//!
//! In: work to do. Out: nothing that could throw.

use super::Handled;
use super::announce::dispatch;
use super::json::Object;
use super::values;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Different errors that are told; a page that meets more has been told enough.
const TOLD: usize = 20;

type Work = Box<dyn FnOnce() -> Handled>;

thread_local! {
    static WORK: RefCell<Vec<Work>> = const { RefCell::new(Vec::new()) };
    static RUN: Closure<dyn Fn() -> Result<(), JsValue>> = Closure::new(run);
    static SEEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn run() -> Handled {
    let work = WORK.with_borrow_mut(Vec::pop);
    work.map_or(Ok(()), |work| work())
}

/// Does a work whose exceptions are reported and end here.
///
/// It is called by way of JavaScript, whose `catch` also gets what a replaced function of the page throws from within, and a trap.
pub(super) fn guarded(work: impl FnOnce() -> Handled + 'static) {
    WORK.with_borrow_mut(|waiting| waiting.push(Box::new(work)));
    let done = RUN.with(|run| run.as_ref().unchecked_ref::<js_sys::Function>().call0(&JsValue::UNDEFINED));
    if let Err(error) = done {
        thrown(&error);
    }
}

/// Reports an exception by its message.
fn thrown(error: &JsValue) {
    let message = values::text(error, "message").or_else(|| error.as_string());
    report(message.as_deref().unwrap_or("an exception without a message"));
}

/// Tells of an error, unless it has been told.
pub(super) fn report(message: &str) {
    let new = SEEN.with_borrow_mut(|seen| {
        let new = seen.len() < TOLD && !seen.iter().any(|told| told == message);
        if new {
            seen.push(message.to_owned());
        }
        new
    });
    if new {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let mut detail = Object::default();
            detail.text("message", Some(message));
            dispatch(&document, "leadscore:error", &detail.done());
        }
        // A page may have another console, which throws.
        let console = values::get(&js_sys::global(), "console");
        let _ = values::call(&console, "error", &[["leadscore: ", message].concat().into()]);
    }
}
