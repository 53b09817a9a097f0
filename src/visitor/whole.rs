//! Whole numbers as text, and back.
//!
//! In: a number, or its digits. Out: the other. The standard library's own ways bring three kilobytes for signs, widths and errors to a
//! download that visitors wait for.

/// Appends a number.
pub(crate) fn write(text: &mut String, number: i64) {
    if number < 0 {
        text.push('-');
    }
    let mut left = number.unsigned_abs();
    let mut unit = 1;
    while left / unit > 9 {
        unit *= 10;
    }
    while unit > 0 {
        text.push(char::from(b'0' + (left / unit) as u8));
        left %= unit;
        unit /= 10;
    }
}

/// A number as text.
pub(crate) fn text(number: i64) -> String {
    let mut text = String::new();
    write(&mut text, number);
    text
}

/// The number that a text of digits is, with a minus before it or without. Not the least of all, which nothing counts to.
pub(crate) fn read(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut number = 0_i64;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
    }
    (!digits.is_empty()).then_some(if digits.len() < text.len() { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_and_read() {
        for number in [0, 7, -7, 10, 99, 100, 1_780_272_000_000, i64::MAX, -i64::MAX] {
            assert_eq!(text(number), number.to_string());
            assert_eq!(read(&text(number)), Some(number));
        }
        assert_eq!(text(i64::MIN), i64::MIN.to_string());
        for text in ["", "-", "+1", "1 ", "1.0", "--1", "9223372036854775808", "99999999999999999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
