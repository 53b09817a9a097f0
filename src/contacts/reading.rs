//! Reading a text as a number, a truth value or a time. What cannot be read so is `None`: unknown, never a silent zero.

use crate::{platform, whole};
use jiff::Timestamp;

/// The furthest instant from the epoch that is read, in milliseconds: that of a JavaScript Date, some 270,000 years.
pub const LAST_INSTANT: i64 = 8_640_000_000_000_000;

/// Milliseconds in a day.
pub const DAY: i64 = 86_400_000;

/// A number: an optional sign, digits with an optional point, an optional exponent.
///
/// ```
/// use leadscore::contacts::reading::number;
/// assert_eq!(number("-12.50"), Some(-12.5));
/// assert_eq!(number("1,250"), None);
/// assert_eq!(number("inf"), None);
/// ```
pub fn number(text: &str) -> Option<f64> {
    // Rust also reads "inf", "nan" and "infinity", whose first letters are in no number.
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'+' | b'-' | b'e' | b'E');
    text.bytes().all(plain).then(|| platform::parse_number(text))?.filter(|number| number.is_finite())
}

/// A truth value: `true`, `yes`, `1`, `false`, `no`, `0`, in any case.
pub fn boolean(text: &str) -> Option<bool> {
    let is = |word: &&str| text.eq_ignore_ascii_case(word);
    if ["true", "yes", "1"].iter().any(&is) {
        Some(true)
    } else if ["false", "no", "0"].iter().any(&is) {
        Some(false)
    } else {
        None
    }
}

/// An instant, in milliseconds since the epoch: ISO 8601 (UTC without an offset; a date alone is its midnight) or the
/// milliseconds themselves.
///
/// ```
/// use leadscore::contacts::reading::time;
/// assert_eq!(time("1970-01-02"), Some(86_400_000));
/// assert_eq!(time("1970-01-01 01:00"), Some(3_600_000));
/// assert_eq!(time("1970-01-01T01:00:00.5+01:00"), Some(500));
/// assert_eq!(time("1710234560000"), Some(1_710_234_560_000));
/// assert_eq!(time("last week"), None);
/// ```
pub fn time(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return whole::read(text).filter(|ms| (-LAST_INSTANT..=LAST_INSTANT).contains(ms));
    }
    plain_time(text.as_bytes()).or_else(|| platform::uncommon_time(text))
}

/// The forms that nearly every export has, at a tenth of the cost of reading any form: `2024-03-12`, `2024-03-12 09:14`, with `T`,
/// seconds, milliseconds, and a final `Z`. Whether there is such a day is the platform's to say.
fn plain_time(text: &[u8]) -> Option<i64> {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range)?.iter().try_fold(0_i16, |sum, digit| {
            digit.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(i16::from(digit - b'0')))
        })
    };
    let is = |at: usize, byte: u8| text.get(at) == Some(&byte);
    if !(is(4, b'-') && is(7, b'-')) {
        return None;
    }
    let (hour, minute, second, millisecond) = match text.strip_suffix(b"Z").unwrap_or(text).len() {
        10 if text.len() == 10 => (0, 0, 0, 0),
        16 if is(13, b':') => (digits(11..13)?, digits(14..16)?, 0, 0),
        19 if is(13, b':') && is(16, b':') => (digits(11..13)?, digits(14..16)?, digits(17..19)?, 0),
        23 if is(13, b':') && is(16, b':') && is(19, b'.') => {
            (digits(11..13)?, digits(14..16)?, digits(17..19)?, digits(20..23)?)
        }
        _ => return None,
    };
    if text.len() > 10 && !is(10, b'T') && !is(10, b' ') {
        return None;
    }
    platform::utc_instant([digits(0..4)?, digits(5..7)?, digits(8..10)?, hour, minute, second, millisecond])
}

/// An instant as people and programs read it: `2024-03-12T09:14:00Z`, with milliseconds where there are any.
pub fn instant_text(ms: i64) -> String {
    Timestamp::from_millisecond(ms).map_or_else(|_| ms.to_string(), |instant| instant.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_in_which_exports_write_a_time() {
        let noon = 1_710_201_600_000; // 2024-03-12T00:00:00Z
        for (text, ms) in [
            ("2024-03-12", noon),
            ("2024-03-12Z", noon),
            ("2024-03-12+02:00", noon - 7_200_000),
            ("2024-03-12 09:14", noon + 33_240_000),
            ("2024-03-12 09:14:26", noon + 33_266_000),
            ("2024-03-12T09:14:26.123", noon + 33_266_123),
            ("2024-03-12T09:14:26.1239Z", noon + 33_266_123),
            ("2024-03-12T09:14:26.123+02:00", noon + 33_266_123 - 7_200_000),
            ("2024-03-12 09:14Z", noon + 33_240_000),
            ("2024-03-12 09:14:00 +02:00", i64::MIN),
            ("2024-03-12T09:14+05:30", noon + 33_240_000 - 19_800_000),
            ("1969-12-31T23:59:59.9995Z", -1),
            ("-86400000", -86_400_000),
            ("0", 0),
        ] {
            let expected = (ms != i64::MIN).then_some(ms);
            assert_eq!(time(text), expected, "{text}");
        }
        for text in [
            "",
            "-",
            "2024",
            "2024-13-01",
            "2024-02-30",
            "12/03/2024",
            "2024-03-12T25:00",
            "9999999999999999",
            "2024-03-12[UTC]",
            "yesterday",
        ] {
            let expected = (text == "2024").then_some(2024);
            assert_eq!(time(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_numbers_and_nothing_else() {
        for (text, value) in [("0", 0.0), ("+5", 5.0), ("-0.5", -0.5), ("1e3", 1000.0), ("5.", 5.0), (".5", 0.5)] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", "-", ".", "e5", "1 000", "1,5", "0x10", "NaN", "infinity", "1e999", "12%", "٣"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
