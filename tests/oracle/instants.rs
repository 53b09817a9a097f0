//! Texts as instants, by calendar arithmetic of its own.

/// Milliseconds in a day.
pub const DAY: i64 = 86_400_000;

/// `2024-03-12`, `2024-03-12 09:14`, `2024-03-12T09:14:26.123`, each with an optional `Z` or offset, or milliseconds since the epoch.
pub fn instant(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (local, offset) = split_offset(text)?;
    let (date, clock) = match local.split_once(['T', ' ']) {
        Some((date, clock)) => (date, time_of_day(clock)?),
        None => (local, 0),
    };
    Some(midnight(date)? + clock - offset)
}

/// The text without its offset, and the offset in milliseconds.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(local) = text.strip_suffix('Z') {
        return Some((local, 0));
    }
    // `+HH:MM` at the end. A date alone ends in `-MM-DD`, which has no colon.
    let Some(start) = text.len().checked_sub(6).filter(|start| text.is_char_boundary(*start)) else {
        return Some((text, 0));
    };
    let (local, offset) = text.split_at(start);
    let sign = match offset.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return Some((text, 0)),
    };
    let Some((hours, minutes)) = offset[1..].split_once(':') else { return Some((text, 0)) };
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours <= 23 && minutes <= 59).then_some((local, sign * (hours * 60 + minutes) * 60_000))
}

/// The milliseconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fraction`; what is finer than a millisecond is cut off.
fn time_of_day(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes] => (hours, minutes, "00"),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    let (seconds, fraction) = match seconds.split_once('.') {
        Some((seconds, fraction)) => {
            let plain = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
            plain.then_some((seconds, format!("{fraction}00")[..3].parse().ok()?))?
        }
        None => (seconds, 0),
    };
    let (hours, minutes, seconds) = (digits(hours, 2)?, digits(minutes, 2)?, digits(seconds, 2)?);
    (hours <= 23 && minutes <= 59 && seconds <= 59).then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction)
}

/// The milliseconds from the epoch to midnight of `YYYY-MM-DD`, UTC.
fn midnight(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    if !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    let years: i64 = (1970..year).map(days_in_year).sum::<i64>() - (year..1970).map(days_in_year).sum::<i64>();
    let months: i64 = (1..month).map(|month| days_in(year, month)).sum();
    Some((years + months + day - 1) * DAY)
}

fn days_in_year(year: i64) -> i64 {
    365 + i64::from(is_leap(year))
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}
