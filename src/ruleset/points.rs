//! Points as whole hundredths, so that adding, decaying and clamping is integer arithmetic on every platform.

use crate::whole;
use borsh::BorshSerialize;
use std::fmt;

/// Points, held as whole hundredths.
///
/// ```
/// use leadscore::Points;
/// let points: Points = "12.5".parse().unwrap();
/// assert_eq!(points, Points::from_hundredths(1250));
/// assert_eq!(points.to_string(), "12.5");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize)]
pub struct Points(i64);

/// Why a text is not a number of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointsError {
    /// Not a decimal number.
    NotANumber,
    /// More than two decimals.
    TooPrecise,
    /// Outside [`Points::MIN_RULE`] to [`Points::MAX_RULE`].
    OutOfRange,
}

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);
    /// The least that a rule may say, -1,000,000 points.
    pub const MIN_RULE: Points = Points(-100_000_000);
    /// The most that a rule may say, 1,000,000 points.
    pub const MAX_RULE: Points = Points(100_000_000);

    /// Points from hundredths of points.
    pub const fn from_hundredths(hundredths: i64) -> Points {
        Points(hundredths)
    }

    /// The hundredths of points.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// The shortest decimal, as JSON and JavaScript write it: `10`, `12.5`, `-0.05`.
    pub(crate) fn to_text(self) -> String {
        let mut text = String::from(if self.0 < 0 { "-" } else { "" });
        let (points, hundredths) = (self.0.unsigned_abs() / 100, (self.0.unsigned_abs() % 100) as u8);
        whole::write(&mut text, points as i64);
        if hundredths > 0 {
            text.push('.');
            text.push(char::from(b'0' + hundredths / 10));
            if hundredths % 10 > 0 {
                text.push(char::from(b'0' + hundredths % 10));
            }
        }
        text
    }

    /// The sum; at the ends of the 64-bit range it stays there.
    #[must_use]
    pub const fn plus(self, other: Points) -> Points {
        Points(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Points::plus)
    }
}

/// As JSON and JavaScript write it: `10`, `12.5`, `-0.05`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

/// Reads a JSON number, exponents included, without passing through floating point.
impl std::str::FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Points, PointsError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() || !whole.bytes().chain(decimals.bytes()).all(|b| b.is_ascii_digit()) {
            return Err(PointsError::NotANumber);
        }
        // The value is DIGITS × 10^scale hundredths.
        let joined = format!("{whole}{decimals}");
        let digits = joined.trim_start_matches('0');
        let significant = digits.trim_end_matches('0');
        if significant.is_empty() {
            return Ok(Points::ZERO);
        }
        let decimals = i64::try_from(decimals.len()).map_err(|_| PointsError::OutOfRange)?;
        let zeros = i64::try_from(digits.len() - significant.len()).map_err(|_| PointsError::OutOfRange)?;
        let scale = exponent - decimals + zeros + 2;
        if scale < 0 {
            return Err(PointsError::TooPrecise);
        }
        let hundredths = u32::try_from(scale)
            .ok()
            .and_then(|scale| 10_i64.checked_pow(scale))
            .and_then(|factor| significant.parse::<i64>().ok()?.checked_mul(factor))
            .filter(|h| *h <= Points::MAX_RULE.0)
            .ok_or(PointsError::OutOfRange)?;
        Ok(Points(if negative { -hundredths } else { hundredths }))
    }
}

/// Exponents beyond any that could matter are held at a bound, so that they cannot overflow.
fn exponent_of(text: &str) -> Result<i64, PointsError> {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, text.get(1..).unwrap_or("")),
        Some(b'+') => (false, text.get(1..).unwrap_or("")),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PointsError::NotANumber);
    }
    let size = digits.parse::<i64>().unwrap_or(i64::MAX).min(1_000_000_000);
    Ok(if negative { -size } else { size })
}

/// As a JSON number: an integer where it is one, else the nearest double, which prints as the same decimal.
impl serde::Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_json_can_write() {
        for (text, hundredths) in [
            ("0", 0),
            ("-0", 0),
            ("10", 1000),
            ("-12.5", -1250),
            ("0.05", 5),
            ("1e2", 10_000),
            ("150e-2", 150),
            ("1.10", 110),
            ("0.000", 0),
            ("1000000", 100_000_000),
            ("12500E-3", 1250),
            ("0e999999999999", 0),
        ] {
            assert_eq!(text.parse(), Ok(Points(hundredths)), "{text}");
        }
        for (text, error) in [
            ("", PointsError::NotANumber),
            ("ten", PointsError::NotANumber),
            (".5", PointsError::NotANumber),
            ("1.005", PointsError::TooPrecise),
            ("0.30000000000000004", PointsError::TooPrecise),
            ("1e-99999999999999999999", PointsError::TooPrecise),
            ("1000000.01", PointsError::OutOfRange),
            ("1e99999999999999999999", PointsError::OutOfRange),
            ("99999999999999999999", PointsError::OutOfRange),
        ] {
            assert_eq!(text.parse::<Points>(), Err(error), "{text}");
        }
    }

    #[test]
    fn writes_the_shortest_decimal() {
        for (hundredths, text) in [
            (0, "0"),
            (1000, "10"),
            (1250, "12.5"),
            (-5, "-0.05"),
            (-50, "-0.5"),
            (105, "1.05"),
            (i64::MAX, "92233720368547758.07"),
            (i64::MIN, "-92233720368547758.08"),
        ] {
            assert_eq!(Points(hundredths).to_string(), text);
        }
    }
}
