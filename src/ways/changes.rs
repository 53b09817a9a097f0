//! What could change about the criteria of a score so that a contact has more points, and what each would give then.
//!
//! Something that changes does so now: what it gives has not decayed. What values and occurrences give, the engine says.

use crate::contacts::reading::DAY;
use crate::contacts::{Table, TableBuilder, names};
use crate::ruleset::{Award, Criterion, Decay, EventSelection, Group, OncePer, Points, Rule};
use crate::scoring::awarding::Awarding;
use crate::scoring::occurrences::{Once, Selection, decided_at};
use crate::scoring::reading::lower;
use crate::scoring::{Scorer, alone};

/// At most so many further occurrences.
const MOST_OCCURRENCES: u32 = 100;
/// And so many events are looked at for all of them: of a contact of 2,000 events a hundred occurrences are tried, of more fewer.
const MOST_EVENTS_LOOKED_AT: usize = 200_000;

/// A criterion that could give more.
pub(super) struct Candidate<'r> {
    /// The place of its group in the score.
    pub(super) group: usize,
    pub(super) criterion: &'r Criterion,
    /// By what it gives more, ascending; none gives the same as another. At least one.
    pub(super) changes: Vec<Change>,
}

/// A change, and what the criterion gives more because of it, in hundredths.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) what: What,
    pub(super) more: i64,
}

#[derive(Clone)]
pub(super) enum What {
    Meet,
    NoLongerMeet,
    Occurrences(u32),
    Value(String),
}

/// One contact at an instant: a table of one row.
pub(super) struct Situation<'a> {
    pub(super) scorer: &'a Scorer,
    pub(super) contact: &'a Table,
    pub(super) as_of: i64,
}

impl Candidate<'_> {
    /// What it gives more at most.
    pub(super) fn most(&self) -> i64 {
        self.changes.last().map_or(0, |change| change.more)
    }

    /// Whether two changes of two criteria cannot both be: a property has one value.
    pub(super) fn contradicts(&self, own: &Change, other: &Candidate<'_>, others: &Change) -> bool {
        let value = |change: &Change| match &change.what {
            What::Value(value) => Some(lower(value.trim()).into_owned()),
            _ => None,
        };
        match (&self.criterion.rule, &other.criterion.rule) {
            (Rule::ByValue { property, .. }, Rule::ByValue { property: another, .. }) => {
                names::same(property, another) && value(own) != value(others)
            }
            _ => false,
        }
    }
}

impl Situation<'_> {
    /// What could change about a criterion that is met or not and gives so many hundredths.
    pub(super) fn candidate<'r>(
        &self,
        place: usize,
        group: &Group,
        criterion: &'r Criterion,
        met: bool,
        now: i64,
    ) -> Option<Candidate<'r>> {
        if !criterion.enabled {
            return None;
        }
        let decay = criterion.decay.or(group.decay);
        let mut changes = Vec::new();
        // Before the values: one that counts as unknown gives as much, and nobody is told to write it.
        if met && can_end(&criterion.rule, decay) {
            changes.push((What::NoLongerMeet, Points::ZERO));
        }
        match &criterion.rule {
            Rule::Condition { points, .. } if !met => changes.push((What::Meet, *points)),
            Rule::Condition { .. } => {}
            Rule::ByValue { property, values, .. } => changes.extend(self.by_value(property, values, criterion)),
            Rule::ByEvent { events, once_per, award } => {
                changes.extend(self.by_event(events, once_per.as_ref(), award, decay.as_ref()));
            }
        }
        let more = |points: Points| criterion.limit.clamp(points).hundredths().saturating_sub(now);
        let changes = changes.into_iter().map(|(what, points)| Change { what, more: more(points) });
        let mut changes: Vec<Change> = changes.filter(|change| change.more > 0).collect();
        // A stable sort: of several that give the same the first stays.
        changes.sort_by_key(|change| change.more);
        changes.dedup_by_key(|change| change.more);
        (!changes.is_empty()).then_some(Candidate { group: place, criterion, changes })
    }

    /// What each of the listed values gives.
    fn by_value(&self, property: &str, values: &[(String, Points)], criterion: &Criterion) -> Vec<(What, Points)> {
        let mut table = TableBuilder::default();
        let column = table.add_column(property);
        let mut set = |value: &str| {
            let row = table.begin_row();
            table.set_text(row, column, value).is_ok()
        };
        if !values.iter().all(|(value, _)| set(value)) {
            return Vec::new();
        }
        let mut fresh = Criterion { decay: None, limit: Default::default(), ..criterion.clone() };
        if let Rule::ByValue { since, .. } = &mut fresh.rule {
            *since = None;
        }
        let scored = alone::scorer(self.scorer.ruleset(), fresh).score(&table.finish(), self.as_of);
        let points = scored.hundredths(0).iter().map(|points| Points::from_hundredths(*points));
        values.iter().zip(points).map(|((value, _), points)| (What::Value(value.clone()), points)).collect()
    }

    /// What further occurrences give that happen now, each with a value of its own where each value counts once.
    fn by_event(
        &self,
        events: &EventSelection,
        once_per: Option<&OncePer>,
        award: &Award,
        decay: Option<&Decay>,
    ) -> Vec<(What, Points)> {
        let own = self.contact.events();
        let selection = Selection::new(events, own, self.as_of, &decided_at(self.as_of));
        let mut once = Once::new(once_per, own);
        let counted = selection.of(0).filter(|event| once.is_new(0, *event));
        let mut times: Vec<i64> = counted.filter_map(|event| own.times().get(event).copied()).collect();
        let mut most = MOST_OCCURRENCES.min((MOST_EVENTS_LOOKED_AT / (1 + times.len())) as u32).max(1);
        if let Some(OncePer::Day) = once_per {
            // Today counts once, and its latest occurrence stands for all.
            let today = self.as_of.div_euclid(DAY);
            times.retain(|time| time.div_euclid(DAY) != today);
            most = 1;
        }
        let awarding = Awarding::new(award, decay);
        let with = |more: u32| {
            let new = std::iter::repeat_n(self.as_of, more as usize);
            (What::Occurrences(more), awarding.points(new.chain(times.iter().copied()), self.as_of))
        };
        (1..=most).map(with).collect()
    }
}

/// Whether something that is met can cease to be: what has happened stays, unless it is counted in a window or decays.
fn can_end(rule: &Rule, decay: Option<Decay>) -> bool {
    match rule {
        Rule::Condition { .. } | Rule::ByValue { .. } => true,
        Rule::ByEvent { events, .. } => events.within_days.is_some() || decay.is_some(),
    }
}
