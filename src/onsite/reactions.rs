//! What a page sees of a scorecard: events, elements, fields, and a beacon.
//!
//! In: each new scorecard, and what is asked of the rest of the embed through [`Surroundings`]. Out: the page in line with it. It does not
//! know how a visitor is watched, remembered or scored.

use super::announce::announce;
use super::beacon::Beacon;
use super::watch::Watch;
use crate::{Ruleset, Scorecard};
use std::rc::Rc;

/// What the reactions ask of the rest of the embed. None of it may call back while it holds on to its own state.
pub trait Surroundings {
    /// The rules.
    fn ruleset(&self) -> &Ruleset;
    /// Scores what was recorded since the last scorecard, before a form takes it along.
    fn catch_up(&self);
    /// A contact property of the visitor.
    fn property(&self, name: &str) -> Option<String>;
    /// A field asks for the ledger: from now on [`Reactions::set_ledger`] is to follow every scorecard, this one too.
    fn ledger_wanted(&self);
    /// Whether the visitor's consent covers that something is sent.
    fn may_send(&self) -> bool;
    /// What the beacon keeps with the visitor, as it was last handed over in any tab; empty at first and after all was forgotten.
    fn outbox(&self) -> String;
    /// Keeps it.
    fn keep_outbox(&self, text: &str);
    /// Reports an error, once however often it is met.
    fn report(&self, message: &str);
}

/// Reacts to scorecards until it is dropped.
pub struct Reactions {
    watch: Rc<Watch>,
    beacon: Option<Rc<Beacon>>,
}

impl Reactions {
    /// Begins to listen and to look; nothing on the page changes before the first scorecard.
    pub fn start(surroundings: &Rc<impl Surroundings + 'static>, endpoint: Option<&str>) -> Reactions {
        let asked: Rc<dyn Surroundings> = surroundings.clone();
        let beacon = endpoint.and_then(|address| Beacon::start(address, &asked));
        Reactions { watch: Watch::start(Rc::downgrade(&asked)), beacon }
    }

    /// Brings the page in line with a scorecard, and tells of what has changed; whether anything has. A listener may leave the page: it is told last.
    pub fn scored(&self, previous: Option<&Scorecard>, now: &Rc<Scorecard>) -> bool {
        if let Some(beacon) = &self.beacon {
            beacon.scored(now);
        }
        self.watch.show(Some(now.clone()));
        announce(previous, now)
    }

    /// Nobody is known any more: fields give back what they were filled with, no condition holds, and nothing more is sent.
    pub fn forget(&self) {
        if let Some(beacon) = &self.beacon {
            beacon.forget();
        }
        self.watch.show(None);
    }

    /// Whether a field asks for the ledger.
    pub fn wants_ledger(&self) -> bool {
        self.watch.wants_ledger()
    }

    /// Hands over the ledger of the last scorecard, as JSON.
    pub fn set_ledger(&self, text: &str) {
        self.watch.set_ledger(text);
    }
}
