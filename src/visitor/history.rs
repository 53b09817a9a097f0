//! What a visitor did, as exactly as there is room for.
//!
//! In: events, each no earlier than the one before. Out: the same events, the older of them as counts. It does not know what events mean.
//!
//! There is one list, by time. An entry is an event, or several that are alike and count as so many at the time of the last of them. When
//! there are too many entries, older ones are folded into each other, in [`STEPS`]: first those of the same type with the same properties on the same
//! day (UTC), then those of any day, then all of a type, which then have no properties. So how many events of a type there were
//! stays right as long as possible, how many with certain properties nearly as long, and on how many days somewhat less.

use super::{MOST_TEXT, Properties, Visitor};
use crate::contacts::reading::DAY;

/// What is kept at most: so many entries, of which the newer half is left as it is unless the text is too long.
pub(super) const MOST_ENTRIES: usize = 600;
/// For so long events stay single; older ones that are alike are one entry, whatever their day.
pub(super) const MOST_AGE: i64 = 400 * DAY;

/// An event, or several that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: String,
    pub(super) properties: Properties,
    /// The time of the last of them.
    pub(super) last: i64,
    pub(super) count: u32,
}

/// What makes events alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alike {
    OnOneDay,
    Properties,
    Kind,
}

/// What is folded in turn until there is room: which entries, and of how many quarters of all, the older ones.
const STEPS: [(Alike, usize); 10] = [
    (Alike::OnOneDay, 2),
    (Alike::Properties, 2),
    (Alike::Kind, 1),
    (Alike::Kind, 2),
    (Alike::OnOneDay, 3),
    (Alike::Properties, 3),
    (Alike::Kind, 3),
    (Alike::OnOneDay, 4),
    (Alike::Properties, 4),
    (Alike::Kind, 4),
];

/// The entries, by the time of their last event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History(pub(super) Vec<Entry>);

fn day(time: i64) -> i64 {
    time.div_euclid(DAY)
}

impl Visitor {
    /// Folds events if there are too many or the text is too long, down to seven eighths of either, so that it is not due at every event,
    /// and leaves out the oldest if nothing else helps. The last entry always stays.
    #[inline(never)]
    pub(super) fn make_room(&mut self) {
        if self.fits(8) {
            return;
        }
        let count = self.history.0.len();
        for (alike, quarters) in STEPS {
            self.history.fold(count - count * quarters / 4, alike);
            if self.fits(7) {
                return;
            }
        }
        while self.history.0.len() > 1 && !self.fits(7) {
            self.history.0 = self.history.0.split_off(self.history.0.len() / 2);
        }
    }

    /// Whether so many eighths of the room are enough.
    fn fits(&self, eighths: usize) -> bool {
        self.history.0.len() <= MOST_ENTRIES / 8 * eighths && self.to_text().len() <= MOST_TEXT / 8 * eighths
    }
}

impl History {
    /// The time of the last event.
    pub(super) fn last_time(&self) -> Option<i64> {
        self.0.last().map(|entry| entry.last)
    }

    /// Folds what is too old to be kept singly.
    pub(super) fn fold_aged(&mut self) {
        let Some(oldest) = self.last_time().map(|last| last - MOST_AGE) else { return };
        let aged = self.0.iter().take_while(|entry| entry.last < oldest).count();
        self.fold(self.0.len() - aged, Alike::Properties);
    }

    /// Folds all but the newest entries. What is folded takes the place of its last event, so the order stays.
    fn fold(&mut self, newest: usize, alike: Alike) {
        let mut older = self.0.len().saturating_sub(newest);
        for place in (0..older).rev() {
            let Some((entry, later)) = self.0.get_mut(place..older).and_then(<[Entry]>::split_first_mut) else {
                continue;
            };
            if alike == Alike::Kind {
                entry.properties.clear();
            }
            for other in later {
                // By time, those of the same day come first.
                if alike == Alike::OnOneDay && day(other.last) != day(entry.last) {
                    break;
                }
                if other.kind == entry.kind && other.properties == entry.properties {
                    other.count = other.count.saturating_add(entry.count);
                    self.0.remove(place);
                    older -= 1;
                    break;
                }
            }
        }
    }
}
