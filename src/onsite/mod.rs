//! The on-site embed: watches a page and scores its visitor.

mod announce;
mod beacon;
mod card;
mod conditions;
mod elements;
mod fields;
mod json;
mod outbox;
mod reactions;
mod watch;

pub use card::object_of;
pub use reactions::{Reactions, Surroundings};
