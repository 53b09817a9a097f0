//! What the language that a program is written in knows anyway: numbers as text, days, letters, expressions.
//!
//! Rust brings tables for that. In the on-site modules, which visitors download (feature `small`), the browser's language does the same from
//! its own: it reads every number as the nearest 64-bit float too, and knows the same letters. What few pages need (expressions, uncommon
//! forms of times) is in the second of those modules, which is loaded when something asks for it; until then nothing matches and
//! nothing can be read.

#[cfg(feature = "onsite")]
pub(crate) use asked::*;
#[cfg(feature = "small")]
pub(crate) use browser::*;
#[cfg(not(feature = "onsite"))]
pub(crate) use known::*;
#[cfg(not(feature = "small"))]
pub(crate) use native::*;

/// Numbers, days, letters and texts.
#[cfg(not(feature = "small"))]
mod native {
    use jiff::civil::DateTime;
    use jiff::tz::Offset;
    pub(crate) use memchr::memchr as find_byte;

    /// Looks for a text.
    pub(crate) struct Finder(memchr::memmem::Finder<'static>);

    impl Finder {
        pub(crate) fn new(needle: &str) -> Finder {
            Finder(memchr::memmem::Finder::new(needle).into_owned())
        }

        pub(crate) fn needle(&self) -> &[u8] {
            self.0.needle()
        }

        pub(crate) fn find(&self, text: &[u8]) -> Option<usize> {
            self.0.find(text)
        }
    }

    /// A number in digits, as [`crate::contacts::reading::number`] allows them; nothing where they are none.
    pub(crate) fn parse_number(digits: &str) -> Option<f64> {
        digits.parse().ok()
    }

    /// An instant from year, month, day, hour, minute, second and millisecond in UTC; nothing where there is no such day or time.
    pub(crate) fn utc_instant([year, month, day, hour, minute, second, millisecond]: [i16; 7]) -> Option<i64> {
        let small = |number| i8::try_from(number).ok();
        let nanosecond = i32::from(millisecond) * 1_000_000;
        let (hour, minute, second) = (small(hour)?, small(minute)?, small(second)?);
        let civil = DateTime::new(year, small(month)?, small(day)?, hour, minute, second, nanosecond).ok()?;
        Some(Offset::UTC.to_timestamp(civil).ok()?.as_millisecond())
    }

    /// Unicode lower case.
    pub(crate) fn to_lowercase(text: &str) -> String {
        text.to_lowercase()
    }

    /// Whether a character is a letter or a numeral.
    pub(crate) fn is_alphanumeric(character: char) -> bool {
        character.is_alphanumeric()
    }
}

/// Expressions, and all forms of times.
#[cfg(not(feature = "onsite"))]
mod known {
    pub(crate) use crate::ruleset::compile_regex;
    use jiff::civil::DateTime;
    use jiff::{Timestamp, tz::Offset};
    pub(crate) use regex_lite::Regex;

    /// An instant in any form that jiff reads, in milliseconds since the epoch.
    pub(crate) fn uncommon_time(text: &str) -> Option<i64> {
        // Annotations such as [Europe/Paris] would need a time zone database to be more than decoration.
        if !text.is_ascii() || text.contains('[') {
            return None;
        }
        // jiff reads no offset after a date alone.
        if let Some((date, offset)) =
            text.split_at_checked(10).filter(|(_, offset)| offset.starts_with(['Z', 'z', '+', '-']))
        {
            return Some(format!("{date}T00:00{offset}").parse::<Timestamp>().ok()?.as_millisecond());
        }
        // A civil date and time would be read from a text with an offset too, and the offset dropped: instants first.
        let instant = match text.parse::<Timestamp>() {
            Ok(instant) => instant,
            Err(_) => Offset::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok()?,
        };
        i64::try_from(instant.as_nanosecond().div_euclid(1_000_000)).ok()
    }
}

/// Numbers, days, letters and texts by the browser's language, or in little code.
#[cfg(feature = "small")]
mod browser {
    use js_sys::{Date, JsString, RegExp};
    use wasm_bindgen::JsValue;

    /// A number in digits, as [`crate::contacts::reading::number`] allows them; nothing where they are none.
    pub(crate) fn parse_number(digits: &str) -> Option<f64> {
        // Blank text would be 0.
        let number = f64::try_from(JsValue::from_str(digits)).ok();
        number.filter(|number| !digits.is_empty() && !number.is_nan())
    }

    /// An instant from year, month, day, hour, minute, second and millisecond in UTC; nothing where there is no such day or time.
    pub(crate) fn utc_instant([year, month, day, hour, minute, second, millisecond]: [i16; 7]) -> Option<i64> {
        let date = Date::new(&JsValue::from_f64(0.0));
        date.set_utc_full_year_with_month_date(year as u32, i32::from(month) - 1, i32::from(day));
        // Of a day that there is not, another comes out.
        let is_day = date.get_utc_month() + 1 == month as u32 && date.get_utc_date() == day as u32;
        let is_time = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
        let milliseconds = ((i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second)) * 1000;
        (is_day && is_time).then(|| date.get_time() as i64 + milliseconds + i64::from(millisecond))
    }

    /// Unicode lower case.
    pub(crate) fn to_lowercase(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    /// Whether a character is a letter or a numeral.
    pub(crate) fn is_alphanumeric(character: char) -> bool {
        if character.is_ascii() {
            return character.is_ascii_alphanumeric();
        }
        let mut text = [0; 4];
        RegExp::new(r"^[\p{Alphabetic}\p{N}]$", "u").test(character.encode_utf8(&mut text))
    }

    /// Where a byte is in a text.
    pub(crate) fn find_byte(byte: u8, text: &[u8]) -> Option<usize> {
        text.iter().position(|other| *other == byte)
    }

    /// Looks for a text. Texts of one visitor are few and short.
    pub(crate) struct Finder(Vec<u8>);

    impl Finder {
        pub(crate) fn new(needle: &str) -> Finder {
            Finder(needle.as_bytes().to_vec())
        }

        pub(crate) fn needle(&self) -> &[u8] {
            &self.0
        }

        pub(crate) fn find(&self, text: &[u8]) -> Option<usize> {
            if self.0.is_empty() { Some(0) } else { text.windows(self.0.len()).position(|part| part == self.0) }
        }
    }
}

/// Expressions and uncommon forms of times, asked of the second module.
#[cfg(feature = "onsite")]
mod asked {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(module = "/pkg/onsite/browser.js")]
    extern "C" {
        fn matches(text: &str, pattern: &str) -> bool;
        fn time(text: &str) -> f64;
    }

    /// An expression, which the second module compiles.
    pub(crate) struct Regex(String);

    impl Regex {
        pub(crate) fn is_match(&self, text: &str) -> bool {
            matches(text, &self.0)
        }
    }

    /// An expression of a ruleset.
    pub(crate) fn compile_regex(pattern: &str) -> Result<Regex, std::convert::Infallible> {
        Ok(Regex(pattern.to_owned()))
    }

    /// An instant in an uncommon form, in milliseconds since the epoch.
    pub(crate) fn uncommon_time(text: &str) -> Option<i64> {
        let instant = time(text);
        (!instant.is_nan()).then_some(instant as i64)
    }
}
