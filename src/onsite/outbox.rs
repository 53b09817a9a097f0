//! What the beacon has told of each band, and what it has still to send, as text that is kept with the visitor.
//!
//! In: bands, and what became of a delivery. Out: the next thing to send, with a key that is the same for the same change in every tab.
//! It knows neither the page nor the network.
//!
//! The text is a [row](crate::visitor::row): seed, `[set times band …]` that were told, `[key due tries body …]` that are to be sent. What cannot be read
//! is nothing.

use crate::visitor::row::{Reader, write_number, write_text};
use crate::whole;
use foldhash::fast::FixedState;
use std::hash::{BuildHasher, Hasher};

/// A change that is not sent in so many tries is given up.
const MOST_TRIES: i64 = 6;
/// So long a tab has a change to itself, before another takes it for abandoned.
const LEASE: i64 = 60_000;
/// The longest time between tries; what is due later comes from a clock that was moved.
const LONGEST_PAUSE: i64 = 1_024_000;
/// More changes than that do not wait; the oldest goes.
const MOST_LETTERS: usize = 20;

/// The state of the beacon.
#[derive(Default)]
pub(super) struct Outbox {
    seed: i64,
    told: Vec<Told>,
    letters: Vec<Letter>,
}

struct Told {
    set: String,
    times: i64,
    band: String,
}

struct Letter {
    key: String,
    due: i64,
    tries: i64,
    body: String,
}

/// What is to be done about the changes that wait.
pub(super) enum Next {
    /// Nothing waits.
    Nothing,
    /// The next is due in so many milliseconds.
    Wait(i64),
    /// To be sent now; it has been counted as a try.
    Send {
        /// Names the change.
        key: String,
        /// JSON.
        body: String,
    },
    /// This one has been tried often enough, and is not there any more.
    GivenUp,
}

impl Outbox {
    /// Reads what was kept.
    pub(super) fn from_text(text: &str) -> Outbox {
        let mut row = Reader::new(text);
        let mut outbox = Outbox { seed: row.number(i64::MAX), ..Outbox::default() };
        for _ in 0..row.length() {
            outbox.told.push(Told { set: row.text(), times: row.number(i64::MAX), band: row.text() });
        }
        for _ in 0..row.length() {
            let (key, due) = (row.text(), row.number(i64::MAX));
            outbox.letters.push(Letter { key, due, tries: row.number(i64::MAX), body: row.text() });
        }
        if row.is_well_read() { outbox } else { Outbox::default() }
    }

    /// What is to be kept.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        write_number(&mut text, self.seed);
        write_number(&mut text, self.told.len() as i64);
        for told in &self.told {
            write_text(&mut text, &told.set);
            write_number(&mut text, told.times);
            write_text(&mut text, &told.band);
        }
        write_number(&mut text, self.letters.len() as i64);
        for letter in &self.letters {
            write_text(&mut text, &letter.key);
            // A clock before 1970 says nothing.
            write_number(&mut text, letter.due.max(0));
            write_number(&mut text, letter.tries);
            write_text(&mut text, &letter.body);
        }
        text
    }

    /// Notes the band of a set. If it is another than was told, the change has a key and a band before; none is an empty text. `seed` is
    /// for a visitor's first change: keys of different visitors differ, and none tells who it was.
    pub(super) fn change(&mut self, set: &str, band: &str, seed: i64) -> Option<(String, String)> {
        let place = match self.told.iter().position(|told| told.set == set) {
            Some(place) => place,
            None if band.is_empty() => return None,
            None => {
                self.told.push(Told { set: set.to_owned(), times: 0, band: String::new() });
                self.told.len() - 1
            }
        };
        if self.seed == 0 {
            self.seed = seed;
        }
        let told = self.told.get_mut(place)?;
        if told.band == band {
            return None;
        }
        told.times = told.times.saturating_add(1);
        let previous = std::mem::replace(&mut told.band, band.to_owned());
        let mut hasher = FixedState::with_seed(self.seed as u64).build_hasher();
        for part in [set, &previous, &told.band] {
            hasher.write(part.as_bytes());
            hasher.write_u8(0xff);
        }
        hasher.write_i64(told.times);
        Some((whole::text((hasher.finish() >> 1) as i64), previous))
    }

    /// Puts a change among those that wait.
    pub(super) fn post(&mut self, key: String, body: String, now: i64) {
        if self.letters.len() >= MOST_LETTERS {
            self.letters.remove(0);
        }
        self.letters.push(Letter { key, due: now, tries: 0, body });
    }

    /// What comes next.
    pub(super) fn next(&mut self, now: i64) -> Next {
        for letter in &mut self.letters {
            if letter.due > now + LONGEST_PAUSE {
                letter.due = now;
            }
        }
        let Some(due) = self.letters.iter().map(|letter| letter.due).min() else { return Next::Nothing };
        if due > now {
            return Next::Wait(due - now);
        }
        let Some(place) = self.letters.iter().position(|letter| letter.due == due) else { return Next::Nothing };
        let Some(letter) = self.letters.get_mut(place) else { return Next::Nothing };
        if letter.tries >= MOST_TRIES {
            self.letters.remove(place);
            return Next::GivenUp;
        }
        letter.tries += 1;
        letter.due = now + LEASE;
        Next::Send { key: letter.key.clone(), body: letter.body.clone() }
    }

    /// The change arrived, or no try can help it. Whether it was there.
    pub(super) fn sent(&mut self, key: &str) -> bool {
        let before = self.letters.len();
        self.letters.retain(|letter| letter.key != key);
        self.letters.len() != before
    }

    /// The change did not arrive: the next try is 4 seconds from now, then 16, 64 and so on. Whether it was there.
    pub(super) fn failed(&mut self, key: &str, now: i64) -> bool {
        let Some(letter) = self.letters.iter_mut().find(|letter| letter.key == key) else { return false };
        letter.due = now + (1000 << (2 * letter.tries.min(5)));
        true
    }
}
