//! Numbers as text: as JavaScript writes them, so that a contact is the same text wherever its JSON is read.
//!
//! In: a number. Out: what `String(number)` gives in JavaScript.

use std::fmt::Write;

/// Appends a number as JavaScript prints it: `5`, `0.1`, `1e+21`. What is not finite has no text.
pub(crate) fn write_number(text: &mut String, number: f64) {
    if !number.is_finite() {
        return;
    }
    if number == 0.0 {
        text.push('0');
        return;
    }
    // Rust finds the same digits, the fewest that are read back as the same number, and writes them as d.ddde-n.
    let scientific = format!("{number:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits = match digits.strip_prefix('-') {
        Some(digits) => {
            text.push('-');
            digits.replace('.', "")
        }
        None => digits.replace('.', ""),
    };
    let count = digits.len() as i32;
    let (point, zeros) = (exponent + 1, |count: i32| "0".repeat(count.max(0) as usize));
    match point {
        22.. | ..=-6 => {
            let (first, rest) = digits.split_at_checked(1).unwrap_or((&digits, ""));
            text.push_str(first);
            if !rest.is_empty() {
                text.push('.');
                text.push_str(rest);
            }
            // A String takes whatever is written.
            let _ = write!(text, "e{exponent:+}");
        }
        ..=0 => {
            text.push_str("0.");
            text.push_str(&zeros(-point));
            text.push_str(&digits);
        }
        _ if point >= count => {
            text.push_str(&digits);
            text.push_str(&zeros(point - count));
        }
        _ => {
            let (whole, fraction) = digits.split_at_checked(point as usize).unwrap_or((&digits, ""));
            text.push_str(whole);
            text.push('.');
            text.push_str(fraction);
        }
    }
}

/// Appends a whole number as JavaScript prints it: exact up to 2⁵³, the nearest 64-bit float beyond.
pub(crate) fn write_whole(text: &mut String, number: i128) {
    if number.unsigned_abs() <= 1 << 53 {
        let _ = write!(text, "{number}");
    } else {
        write_number(text, number as f64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_as_javascript_does() {
        for (number, text) in [
            (5.0, "5"),
            (-0.0, "0"),
            (0.1, "0.1"),
            (-12.5, "-12.5"),
            (1e20, "100000000000000000000"),
            (1e21, "1e+21"),
            (-1.5e300, "-1.5e+300"),
            (123456789012345680000.0, "123456789012345680000"),
            (1e-6, "0.000001"),
            (1.5e-7, "1.5e-7"),
            (1e-7, "1e-7"),
            (0.000001234, "0.000001234"),
            (f64::MAX, "1.7976931348623157e+308"),
            (5e-324, "5e-324"),
            (f64::NAN, ""),
        ] {
            let mut written = String::new();
            write_number(&mut written, number);
            assert_eq!(written, text);
        }
        for (number, text) in [
            (9007199254740992, "9007199254740992"),
            (9007199254740993, "9007199254740992"),
            (-42, "-42"),
            (12345678901234567890, "12345678901234567000"),
        ] {
            let mut written = String::new();
            write_whole(&mut written, number);
            assert_eq!(written, text);
        }
    }
}
