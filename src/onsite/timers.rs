//! Waiting: one timer for each thing that is waited for.
//!
//! In: how long, and what then. Out: one call. What waits already is not started a second time.

use super::{Embed, browser};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Something that is to happen later, once: the browser's number of the timer, 0 while nothing waits.
#[derive(Default)]
pub(super) struct Timer(Cell<i32>);

impl Timer {
    pub(super) fn is_waiting(&self) -> bool {
        self.0.get() != 0
    }

    /// Waits no longer.
    pub(super) fn stop(&self) {
        browser::wait_no_longer(self.0.take());
    }

    /// Waits for something, no longer for what it waited for.
    pub(super) fn set(&self, milliseconds: u32, then: JsValue) {
        self.stop();
        self.0.set(browser::wait(milliseconds, then));
    }
}

/// Starts the timer of an embed that is found so, if it does not wait already.
pub(super) fn start(embed: &Rc<Embed>, timer: fn(&Embed) -> &Timer, milliseconds: u32, then: fn(&Rc<Embed>)) {
    if timer(embed).is_waiting() {
        return;
    }
    let weak = Rc::downgrade(embed);
    let called = move |_| {
        if let Some(embed) = weak.upgrade() {
            timer(&embed).0.set(0);
            then(&embed);
        }
    };
    timer(embed).set(milliseconds, Closure::<dyn Fn(JsValue)>::new(called).into_js_value());
}
