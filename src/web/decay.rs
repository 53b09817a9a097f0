//! What decay does to points, step by step.

use super::json;
use super::thrown::thrown;
use crate::ruleset::{Decay, Points, PointsError};
use crate::{Error, ErrorKind};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is left of points as time passes, as a list. The decay is JSON as a ruleset has it, the points are a number.
#[wasm_bindgen]
pub fn decay_steps(decay: &str, points: &str) -> Result<String, JsValue> {
    let invalid = |path: String, message: &str| thrown(&Error::at(ErrorKind::InvalidArgument, path, message));
    let decay = Decay::parse(decay).map_err(|fault| invalid(format!("/decay{}", fault.path), &fault.message))?;
    let points: Points = points.parse().map_err(|error| {
        let expected = match error {
            PointsError::NotANumber => "a number of points",
            PointsError::TooPrecise => "points with at most two decimals",
            PointsError::OutOfRange => "points from -1000000 to 1000000",
        };
        invalid("/points".to_owned(), &format!("expected {expected}, found {points}"))
    })?;
    json(&decay.steps(points))
}
