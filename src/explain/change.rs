//! When a criterion's points change next by the passing of time alone: every instant at which they might is tried with the
//! engine, in order, until they do.

use crate::contacts::reading::LAST_INSTANT;
use crate::ruleset::{Criterion, Decay, Points};
use crate::scoring::instants::Instants;
use crate::scoring::single::Single;

/// How many instants are tried: daily steps for more than five years.
const MOST_INSTANTS: usize = 2_000;
/// And how many events are looked at in all of them: a contact of 1,000 events is followed over 2,000 instants.
const MOST_EVENTS_LOOKED_AT: usize = 2_000_000;

/// The first instant after `contact.as_of` at which `points` gives something else, and what. `raw` is what the criterion
/// gives now without decay.
pub(super) fn next_change(
    contact: &Single<'_>,
    criterion: &Criterion,
    decay: Option<&Decay>,
    raw: Points,
    points: impl Fn(i64) -> Points,
) -> Option<(i64, Points)> {
    if !criterion.enabled {
        return None;
    }
    let instants = Instants::of_criterion(contact, criterion, decay, raw);
    let now = points(contact.as_of);
    let tries = MOST_INSTANTS.min(MOST_EVENTS_LOOKED_AT / (1 + contact.contact.events().len()));
    let mut instant = contact.as_of;
    for _ in 0..tries {
        instant = instants.after(instant).filter(|instant| *instant <= LAST_INSTANT)?;
        let then = points(instant);
        if then != now {
            return Some((instant, then));
        }
    }
    None
}
