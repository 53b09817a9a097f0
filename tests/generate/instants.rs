//! Instants that lie whole days from one another, or a millisecond beside that.

use crate::oracle::DAY;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// 2024-06-15T12:00:00Z, about which everything happens.
const NOON: i64 = 1_718_452_800_000;

/// The instant of an evaluation.
pub fn as_of() -> impl Strategy<Value = i64> {
    let days = select(vec![0, 0, 0, 1, 10, 100]);
    (days, beside()).prop_map(|(days, beside)| NOON + days * DAY + beside)
}

/// When something happened.
pub fn instant() -> impl Strategy<Value = i64> {
    let days = select(vec![-400, -90, -60, -31, -30, -20, -14, -10, -7, -2, -1, 0, 1, 7, 10]);
    (days, beside()).prop_map(|(days, beside)| NOON + days * DAY + beside)
}

/// Days of windows and tests, which are the distances between instants.
pub fn days() -> impl Strategy<Value = u32> {
    select(vec![1, 2, 7, 10, 20, 30, 60])
}

/// An instant as a file or a ruleset may write it.
pub fn written() -> impl Strategy<Value = Value> {
    (instant(), 0..6).prop_map(|(ms, form)| match form {
        0 => json!(ms),
        1 => json!(ms.to_string()),
        2 => json!(format!("{}+02:00", text(ms + 7_200_000).trim_end_matches('Z'))),
        3 => json!(text(ms).replace('T', " ").trim_end_matches('Z')),
        4 => json!(&text(ms)[..10]),
        _ => json!(text(ms)),
    })
}

fn beside() -> impl Strategy<Value = i64> {
    select(vec![0, 0, 0, -1, 1, -43_200_000])
}

fn text(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).expect("an instant of these days").to_string()
}
