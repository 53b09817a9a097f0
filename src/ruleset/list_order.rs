//! In which order lists are decided: each after those that it tests. In: which lists each one tests. Out: that order, and every
//! test that leads back to a list that is still to be decided. It knows neither documents nor contacts.

use super::automation::Membership;
use super::model::Ruleset;

/// How far a list has been walked.
#[derive(Clone, Copy)]
enum Walked {
    Not,
    /// It is on the way, at this place.
    Begun(usize),
    Done,
}

/// A list on the way, with how many of its tests have been followed.
pub(super) struct Step {
    pub list: usize,
    pub followed: usize,
}

/// Some lists and all that they lead to, each after those that it tests. `circle` hears of every test that leads back: of the lists on
/// the way from where it leads to, up to the one that has it, which is the last test that this list followed.
pub(super) fn tested_first(
    wanted: impl IntoIterator<Item = usize>,
    tests: &[Vec<usize>],
    mut circle: impl FnMut(&[Step]),
) -> Vec<usize> {
    let mut walked = vec![Walked::Not; tests.len()];
    let mut order = Vec::new();
    // Lists may lead through all others: a way of its own, and not that of the processor, has room for them.
    let mut way: Vec<Step> = Vec::new();
    for list in wanted {
        begin(list, &mut walked, &mut way);
        while let Some(Step { list, followed }) = way.last_mut() {
            let Some(tested) = tests.get(*list).and_then(|tests| tests.get(*followed)).copied() else {
                walked.get_mut(*list).into_iter().for_each(|walked| *walked = Walked::Done);
                order.push(*list);
                way.pop();
                continue;
            };
            *followed += 1;
            match walked.get(tested) {
                Some(Walked::Begun(place)) => circle(way.get(*place..).unwrap_or_default()),
                _ => begin(tested, &mut walked, &mut way),
            }
        }
    }
    order
}

fn begin(list: usize, walked: &mut [Walked], way: &mut Vec<Step>) {
    if let Some(walked @ Walked::Not) = walked.get_mut(list) {
        *walked = Walked::Begun(way.len());
        way.push(Step { list, followed: 0 });
    }
}

impl Ruleset {
    /// Some lists and all that they lead to, by their indices, so that each comes after those that it tests: decided in this order, none
    /// is decided twice, however many lead to it.
    pub(crate) fn lists_tested_first(&self, wanted: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let tests = self.lists.iter().map(|list| match &list.membership {
            Membership::When(filter) => filter.lists(),
            Membership::Members(_) => Vec::new(),
        });
        tested_first(wanted, &tests.collect::<Vec<_>>(), |_| ())
    }
}
