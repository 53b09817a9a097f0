//! Stages, lists and workflows, case by case: what happens to a contact, once, again, later, and when something is not as it should be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod journeys;
mod many;
mod rules;
mod stages;
mod state;
mod telling;
mod workflows;
