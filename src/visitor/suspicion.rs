//! What makes a visitor look like a program rather than a person.
//!
//! In: times of what was observed, in milliseconds. Out: whether a person could have been so fast. It does not know how the rest is
//! found out: automation, prefetching and the field that only robots fill are seen on the page.

/// Why a visitor is suspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// The browser says that a program drives it.
    Automated,
    /// The page was loaded before anybody wanted to see it.
    Prefetch,
    /// Faster than a person.
    Speed,
    /// A form field was filled that people do not see.
    Honeypot,
}

/// The reasons in that order, which is the order in which they are listed.
const REASONS: &str = "automated prefetch speed honeypot";

/// More page views than this within [`PERIOD`] are no person's, even if it opens a list of results in tabs.
pub const MOST_PAGE_VIEWS: usize = 20;
/// More form submissions than this within [`PERIOD`] are no person's, even if it is impatient.
pub const MOST_SUBMISSIONS: usize = 3;
/// Ten seconds.
pub const PERIOD: i64 = 10_000;
/// In less than a second nobody reads a form, not even with the browser's help in filling it.
pub const FASTEST_SUBMISSION: i64 = 1_000;

/// Whether pages were viewed at these times, ascending, faster than a person does.
pub fn is_viewing_too_fast(times: &[i64]) -> bool {
    are_more_within_period(times, MOST_PAGE_VIEWS)
}

/// Whether forms were submitted at these times, ascending, faster than a person does.
pub fn is_submitting_too_fast(times: &[i64]) -> bool {
    are_more_within_period(times, MOST_SUBMISSIONS)
}

/// Whether a form was submitted sooner than a person could after its page was shown. Of a clock that went back nothing is concluded.
pub fn is_submitted_too_soon(shown: i64, submitted: i64) -> bool {
    (0..FASTEST_SUBMISSION).contains(&submitted.saturating_sub(shown))
}

fn are_more_within_period(times: &[i64], most: usize) -> bool {
    let later = times.iter().skip(most);
    times.iter().zip(later).any(|(first, last)| (0..PERIOD).contains(&last.saturating_sub(*first)))
}

/// Several reasons at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Suspicions(pub(super) u8);

impl Suspicions {
    /// A bit for every reason.
    pub(super) const ALL: i64 = 0b1111;

    pub(super) fn add(&mut self, reason: Suspicion) {
        self.0 |= 1 << reason as u8;
    }

    /// As the contact property `leadscore_suspect` has them.
    pub(super) fn text(self) -> String {
        let mut text = String::new();
        let mut bits = self.0;
        for name in REASONS.split(' ') {
            if bits & 1 != 0 {
                if !text.is_empty() {
                    text.push(';');
                }
                text.push_str(name);
            }
            bits >>= 1;
        }
        text
    }
}
