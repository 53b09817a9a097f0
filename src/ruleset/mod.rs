#![doc = include_str!("../../pkg/RULESET.md")]

mod diagnostic;
pub mod model;
mod points;

pub use diagnostic::{Code, Diagnostic, Place, Severity};
pub use model::*;
pub use points::{Points, PointsError};
