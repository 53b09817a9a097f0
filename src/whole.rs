//! Whole numbers as text, and back.
//!
//! In: a number, or its digits. Out: the other, as the standard library has it, whose own ways bring three kilobytes for signs, widths and errors to
//! a download that visitors wait for.

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

/// The number that a text of digits is, with a sign before it or without.
pub(crate) fn read(text: &str) -> Option<i64> {
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    // Below zero, where there is one number more.
    let mut number = 0_i64;
    for byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.checked_mul(10)?.checked_sub(i64::from(byte - b'0'))?;
    }
    if is_negative { Some(number) } else { number.checked_neg() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_and_read() {
        for number in [0, 7, -7, 10, 99, 100, 1_780_272_000_000, i64::MAX, i64::MIN] {
            assert_eq!(text(number), number.to_string());
            assert_eq!(read(&text(number)), Some(number));
        }
    }

    #[test]
    fn what_is_a_number_is_one_for_the_standard_library() {
        let long = "0".repeat(50);
        for text in ["", "-", "+", "+1", "-0", "007", "1 ", " 1", "1.0", "--1", "+-1", "1-", "1_000", "٣", "1e3", &long]
            .into_iter()
            .chain(["9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809"])
            .chain(["99999999999999999999999", "-99999999999999999999999", "00000000000000000000000000001"])
        {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
    }
}
