//! Instants: from what somebody types to milliseconds since the epoch.

use leadscore::contacts::reading::time;

/// An instant as an argument: ISO 8601, or milliseconds.
pub fn parse(text: &str) -> Result<i64, String> {
    time(text.trim()).ok_or_else(|| {
        "expected an instant such as 2024-06-30, 2024-06-30T12:00:00Z or 1719748800000 (milliseconds)".to_owned()
    })
}
