//! What leaves for other programs.
//!
//! In: scored contacts, comparisons of them, and contacts that advanced. Out: bytes in formats that others read. Nothing here decides which contacts, or what their scores are.

mod compared;
mod csv;
mod hubspot;
mod rows;

pub use compared::ComparedRows;
pub use hubspot::HubspotImport;
pub use rows::{RowColumn, ScoredRows};
