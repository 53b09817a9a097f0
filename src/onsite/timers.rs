//! Waiting: one timer for each thing that is waited for.
//!
//! In: how long, and what then. Out: one call, guarded. What waits already is not started a second time.

use super::{Embed, Handled, errors};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// Something that is to happen later, once; not at all if the timer is dropped before.
#[derive(Default)]
pub(super) struct Timer(RefCell<Option<Timeout>>);

impl Timer {
    pub(super) fn is_waiting(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Waits no longer.
    pub(super) fn stop(&self) {
        self.0.take();
    }
}

/// Starts the timer of an embed that is found so, if it does not wait already.
pub(super) fn start(
    embed: &Rc<Embed>,
    timer: fn(&Embed) -> &Timer,
    milliseconds: u32,
    then: fn(&Rc<Embed>) -> Handled,
) {
    let waiting = &timer(embed).0;
    if waiting.borrow().is_some() {
        return;
    }
    let weak = Rc::downgrade(embed);
    let timeout = Timeout::new(milliseconds, move || {
        if let Some(embed) = weak.upgrade() {
            timer(&embed).stop();
            errors::guarded(move || then(&embed));
        }
    });
    waiting.replace(Some(timeout));
}
