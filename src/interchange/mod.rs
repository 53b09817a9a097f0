//! What leaves for other programs.
//!
//! In: scored contacts, and comparisons of them. Out: bytes in formats that others read. Nothing here decides which contacts, or what their scores are.

mod compared;
mod csv;
mod rows;

pub use compared::ComparedRows;
pub use rows::{RowColumn, ScoredRows};
