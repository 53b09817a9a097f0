//! Delivering what waits: at least once, and never lost.
//!
//! In: a state whose outbox holds what waits, as it was written already. Out: the same state without what was delivered, written after each
//! batch, so that a crash costs at most that some are delivered again, with the same key. What happened, and where to, it does not know.

use super::failure::Failure;
use super::notify::Notifier;
use leadscore::lifecycle::{Happened, Happening, State};
use std::collections::HashSet;

/// How many are handed over until the state is written.
const BATCH: usize = 100;

/// After so many in a row that were not taken the rest waits for the next run: nobody is there.
const FAILED_IN_A_ROW: usize = 3;

/// What became of what waited.
#[derive(Debug, Default)]
pub struct Delivered {
    /// How many were taken.
    pub taken: usize,
    /// The key of the last that was not, and why.
    pub refused: Option<(String, String)>,
}

/// Puts what is to be delivered behind what waits already, each key once.
pub fn put(state: &mut State, happenings: &[Happening]) {
    let mut keys: HashSet<String> = state.outbox.iter().map(|waiting| waiting.key.clone()).collect();
    let is_told =
        |happening: &&Happening| matches!(happening.what, Happened::Notified { .. } | Happened::CalledBack { .. });
    let new = happenings.iter().filter(is_told).filter(|happening| keys.insert(happening.key.clone()));
    state.outbox.extend(new.cloned());
}

/// Hands over what waits, the earliest first, each that was there when it began. What is not taken waits behind what was not tried, so that it cannot
/// hold up all else for ever. `write` keeps the state, `progress` hears of each.
pub fn deliver(
    state: &mut State,
    notifier: &Notifier,
    mut write: impl FnMut(&State) -> Result<(), Failure>,
    mut progress: impl FnMut(),
) -> Result<Delivered, Failure> {
    let mut delivered = Delivered::default();
    let (mut left, mut failed) = (state.outbox.len(), 0);
    while left > 0 && failed < FAILED_IN_A_ROW {
        let mut batch = state.outbox.drain(..left.min(BATCH)).collect::<Vec<_>>().into_iter();
        while failed < FAILED_IN_A_ROW
            && let Some(happening) = batch.next()
        {
            left -= 1;
            progress();
            match notifier.deliver(&happening) {
                Ok(()) => (delivered.taken, failed) = (delivered.taken + 1, 0),
                Err(reason) => {
                    failed += 1;
                    delivered.refused = Some((happening.key.clone(), reason));
                    state.outbox.push(happening);
                }
            }
        }
        state.outbox.splice(0..0, batch);
        write(state)?;
    }
    Ok(delivered)
}
