//! Points as whole hundredths: read from JSON, written to JSON, limited, decayed, rescaled.

use super::instants::DAY;
use serde_json::Value;

/// The hundredths that a JSON number of points stands for, from its decimal text.
pub fn hundredths(points: &Value) -> i64 {
    let text = points.as_number().expect("points are a number").to_string();
    let (negative, digits) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut cents = decimals.to_string();
    while cents.len() > 2 && cents.ends_with('0') {
        cents.pop();
    }
    assert!(cents.len() <= 2 && !digits.contains('e'), "points have at most two decimals: {text}");
    while cents.len() < 2 {
        cents.push('0');
    }
    let size: i64 = format!("{whole}{cents}").parse().expect("digits");
    if negative { -size } else { size }
}

/// Hundredths as a JSON number.
pub fn number(hundredths: i64) -> Value {
    if hundredths % 100 == 0 { Value::from(hundredths / 100) } else { Value::from(hundredths as f64 / 100.0) }
}

/// Held inside a limit, if there is one.
pub fn clamp(points: i64, limit: Option<&Value>) -> i64 {
    let Some(limit) = limit else { return points };
    let mut points = points;
    if let Some(min) = limit.get("min") {
        points = points.max(hundredths(min));
    }
    if let Some(max) = limit.get("max") {
        points = points.min(hundredths(max));
    }
    points
}

/// What decay leaves of points that were gained at `time`.
pub fn decayed(points: i64, decay: &Value, time: i64, as_of: i64) -> i64 {
    // A percentage has two decimals as well, so 100 percent are 10,000 hundredths.
    let percent = hundredths(&decay["percent"]);
    let interval = decay["every_days"].as_i64().expect("whole days") * DAY;
    let intervals = if time > as_of { 0 } else { (as_of - time) / interval };
    if decay.get("shape").is_some_and(|shape| shape == "compound") {
        let mut left = points;
        for _ in 0..intervals {
            if left == 0 {
                break;
            }
            left = share(left, 10_000 - percent);
        }
        left
    } else {
        share(points, (10_000 - i128::from(percent) * i128::from(intervals)).max(0) as i64)
    }
}

/// So many ten-thousandths of the points; Rust's division truncates toward zero.
fn share(points: i64, ten_thousandths: i64) -> i64 {
    (i128::from(points) * i128::from(ten_thousandths) / 10_000) as i64
}

/// On the scale from 0 to 100, in hundredths.
pub fn rescaled(points: i64, rescale: &Value) -> i64 {
    let (from, to) = (hundredths(&rescale["from"]), hundredths(&rescale["to"]));
    let inside = points.clamp(from, to);
    (i128::from(inside - from) * 10_000 / i128::from(to - from)) as i64
}
