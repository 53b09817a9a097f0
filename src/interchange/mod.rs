//! What leaves for other programs.
//!
//! In: scored contacts. Out: bytes in formats that others read. Nothing here decides which contacts, or what their scores are.

mod csv;
mod rows;

pub use rows::{RowColumn, ScoredRows};
