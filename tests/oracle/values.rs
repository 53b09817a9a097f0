//! How a value is read: as text, number, truth value, time or list. What cannot be read is `None`: unknown.

use super::instants;
use serde_json::Value;

/// Without white space at its ends and in lower case: two texts are the same if this is.
pub fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// A value as text, trimmed: blank if there is none.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_string(),
        Value::Number(number) => number_text(number),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(_) => items_of(value).join(";"),
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// A value as a list: the items of an array, or of text split at `;`, trimmed, without the blank ones.
pub fn items_of(value: &Value) -> Vec<String> {
    let items: Vec<String> = match value {
        Value::Array(items) => items.iter().map(text_of).collect(),
        other => text_of(other).split(';').map(str::to_string).collect(),
    };
    items.iter().map(|item| item.trim().to_string()).filter(|item| !item.is_empty()).collect()
}

/// A text as a number: sign, digits with a point, exponent.
pub fn number_of(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa_fits = digits(whole) && digits(decimals) && !(whole.is_empty() && decimals.is_empty());
    let exponent_fits = exponent.is_none_or(|exponent| !exponent.is_empty() && digits(exponent));
    // Beyond the largest 64-bit number there is only infinity, which is no number.
    let number = (mantissa_fits && exponent_fits).then(|| text.parse::<f64>().ok())??;
    number.is_finite().then_some(number)
}

/// A text as a truth value.
pub fn truth_of(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// A text as an instant.
pub fn time_of(text: &str) -> Option<i64> {
    instants::instant(text)
}

/// A JSON number as JavaScript writes it: `5.0` is `5`, `1e21` is `1e+21`.
fn number_text(number: &serde_json::Number) -> String {
    if number.is_i64() || number.is_u64() {
        return number.to_string();
    }
    let number = number.as_f64().expect("a JSON number");
    if number == 0.0 {
        return "0".to_string();
    }
    // Rust writes the shortest digits as JavaScript does; the two differ in where the exponent begins.
    if (1e-6..1e21).contains(&number.abs()) {
        return number.to_string();
    }
    let text = format!("{number:e}");
    if text.contains("e-") { text } else { text.replace('e', "e+") }
}
