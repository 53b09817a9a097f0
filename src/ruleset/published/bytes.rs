//! Reads the parts of a ruleset from their bytes, as [borsh](https://borsh.io) writes them.
//!
//! borsh's own reader takes three times as much of the download that a visitor waits for: it can fail, and has to clean up, after every field. Here
//! nothing fails on the way. What cannot be read is remembered, reading goes on with nothing left to read, and the whole is refused.

use crate::contacts::reading::LAST_INSTANT;
use crate::ruleset::automation::*;
use crate::ruleset::model::*;
use crate::ruleset::points::Points;
use crate::ruleset::result_filter::{BandTest, ResultFilter};
use crate::ruleset::values::MOST_DAYS;

/// Filters stand inside each other at most so deep: no document goes deeper.
const DEEPEST: u32 = 64;

/// What is left to read.
pub(super) struct Bytes<'b> {
    rest: &'b [u8],
    /// How many parts the one that is being read stands inside.
    depth: u32,
    failed: bool,
}

/// Something that is read from bytes, and is anything at all where they are wrong.
pub(super) trait Part {
    fn read(bytes: &mut Bytes<'_>) -> Self;
}

impl<'b> Bytes<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Bytes<'b> {
        Bytes { rest: bytes, depth: 0, failed: false }
    }

    /// Whether all bytes were read and were those of what was read.
    pub(super) fn is_well_read(&self) -> bool {
        !self.failed && self.rest.is_empty()
    }

    /// Gives up: there is nothing left to read, so that all that follows is short.
    fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }

    fn take(&mut self, length: usize) -> &'b [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(length) else {
            self.fail();
            return &[];
        };
        self.rest = rest;
        taken
    }

    /// A whole number of so many bytes, the least first.
    fn number(&mut self, bytes: usize) -> u64 {
        self.take(bytes).iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// A number below this one, in one byte.
    fn tag(&mut self, end: u8) -> u8 {
        let tag = self.number(1) as u8;
        if tag >= end {
            self.fail();
            return 0;
        }
        tag
    }

    /// What stands inside something of its own kind.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Bytes<'b>) -> T) -> T {
        if self.depth == DEEPEST {
            self.fail();
        }
        self.depth += 1;
        let inside = read(self);
        self.depth -= 1;
        inside
    }

    /// A number from 1 to this one: by others, a decay would never end or divide by zero.
    fn whole(&mut self, most: u32) -> u32 {
        let number = u32::read(self);
        if number == 0 || number > most {
            self.fail();
        }
        number.clamp(1, most)
    }
}

impl Part for u32 {
    fn read(bytes: &mut Bytes<'_>) -> u32 {
        bytes.number(4) as u32
    }
}

impl Part for usize {
    fn read(bytes: &mut Bytes<'_>) -> usize {
        bytes.number(8) as usize
    }
}

/// An instant: those beyond could not be counted with.
impl Part for i64 {
    fn read(bytes: &mut Bytes<'_>) -> i64 {
        let instant = bytes.number(8) as i64;
        if !(-LAST_INSTANT..=LAST_INSTANT).contains(&instant) {
            bytes.fail();
            return 0;
        }
        instant
    }
}

impl Part for f64 {
    fn read(bytes: &mut Bytes<'_>) -> f64 {
        f64::from_bits(bytes.number(8))
    }
}

impl Part for bool {
    fn read(bytes: &mut Bytes<'_>) -> bool {
        bytes.tag(2) == 1
    }
}

impl Part for String {
    fn read(bytes: &mut Bytes<'_>) -> String {
        let length = bytes.number(4) as usize;
        match str::from_utf8(bytes.take(length)) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                bytes.fail();
                String::new()
            }
        }
    }
}

/// What rules may say, and the hundredth more that `at_most` is decoded as.
impl Part for Points {
    fn read(bytes: &mut Bytes<'_>) -> Points {
        let hundredths = bytes.number(8) as i64;
        if !(Points::MIN_RULE.hundredths()..=Points::MAX_RULE.hundredths() + 1).contains(&hundredths) {
            bytes.fail();
            return Points::ZERO;
        }
        Points::from_hundredths(hundredths)
    }
}

impl<T: Part> Part for Option<T> {
    fn read(bytes: &mut Bytes<'_>) -> Option<T> {
        (bytes.tag(2) == 1).then(|| T::read(bytes))
    }
}

impl<T: Part> Part for Box<T> {
    fn read(bytes: &mut Bytes<'_>) -> Box<T> {
        Box::new(T::read(bytes))
    }
}

impl<T: Part> Part for Vec<T> {
    /// A length that lies costs nothing: whatever is in a list has at least a byte.
    fn read(bytes: &mut Bytes<'_>) -> Vec<T> {
        let mut list = Vec::new();
        for _ in 0..bytes.number(4) {
            if bytes.rest.is_empty() {
                bytes.fail();
                break;
            }
            list.push(T::read(bytes));
        }
        list
    }
}

impl<A: Part, B: Part> Part for (A, B) {
    fn read(bytes: &mut Bytes<'_>) -> (A, B) {
        (A::read(bytes), B::read(bytes))
    }
}

/// Objects: each field in turn, and what is not published as nothing.
macro_rules! objects {
    ($($name:ident { $($field:ident),* $(; $($absent:ident),*)? })*) => { $(
        impl Part for $name {
            fn read(bytes: &mut Bytes<'_>) -> $name {
                $(let $field = Part::read(bytes);)*
                $name { $($field,)* $($($absent: Default::default(),)*)? }
            }
        }
    )* };
}

objects! {
    Ruleset { name, unknown_values, properties, scores, bands; lists, lifecycle, workflows }
    Property { name, kind, label, aliases, unknown_values }
    Score { id, label, limit, rescale, groups; note }
    Group { id, label, limit, decay, criteria; note }
    Criterion { id, label, enabled, limit, decay, rule; note }
    EventSelection { event, filter, within_days }
    FrequencyRange { from, to, points }
    Limit { min, max }
    Rescale { from, to }
    PropertyTest { property, operator, include_unknown }
    EventTest { events, at_least, at_most }
    ScoreTest { score, range }
    PointsRange { at_least, below }
    ScoreBands { score, ranges }
    BandRange { label, range, when }
    List { id, label, membership; note }
    Lifecycle { property, stages, exclude }
    Stage { id, label, enter_when; note }
    Workflow { id, label, enabled, enrol_on, enrol_present, re_enrol, suppress, goal, actions; note }
    Message { parts }
    BandTest { set, labels, negated }
}

impl Part for Decay {
    fn read(bytes: &mut Bytes<'_>) -> Decay {
        Decay { basis_points: bytes.whole(10_000), every_days: bytes.whole(MOST_DAYS), shape: Part::read(bytes) }
    }
}

/// One of several, by its place.
fn choice<T: Copy, const N: usize>(bytes: &mut Bytes<'_>, first: T, others: [T; N]) -> T {
    let place = usize::from(bytes.tag(N as u8 + 1));
    place.checked_sub(1).and_then(|place| others.get(place).copied()).unwrap_or(first)
}

/// Choices that hold nothing, in the order of their variants.
macro_rules! choices {
    ($($name:ident { $first:ident $(, $other:ident)* })*) => { $(
        impl Part for $name {
            fn read(bytes: &mut Bytes<'_>) -> $name {
                choice(bytes, $name::$first, [$($name::$other),*])
            }
        }
    )* };
}

choices! {
    PropertyKind { Text, Number, Boolean, Time, List }
    DecayShape { Linear, Compound }
    TextOperator { Contains, DoesNotContain, ContainsWord, DoesNotContainWord, StartsWith, EndsWith, MatchesRegex }
    Comparison { IsGreaterThan, IsGreaterThanOrEqualTo, IsLessThan, IsLessThanOrEqualTo }
    DaysOperator { IsLessThanXDaysAgo, IsMoreThanXDaysAgo, IsLessThanXDaysFromNow, IsMoreThanXDaysFromNow }
    ListOperator { IsAnyOf, IsNoneOf, ContainsAll, DoesNotContainAll, IsExactly, IsNotExactly }
}

impl Part for Rule {
    fn read(bytes: &mut Bytes<'_>) -> Rule {
        match bytes.tag(3) {
            0 => Rule::Condition { when: Part::read(bytes), points: Part::read(bytes), since: Part::read(bytes) },
            1 => Rule::ByValue {
                property: Part::read(bytes),
                values: Part::read(bytes),
                default: Part::read(bytes),
                since: Part::read(bytes),
            },
            _ => Rule::ByEvent { events: Part::read(bytes), once_per: Part::read(bytes), award: Part::read(bytes) },
        }
    }
}

impl Part for OncePer {
    fn read(bytes: &mut Bytes<'_>) -> OncePer {
        match bytes.tag(2) {
            0 => OncePer::Day,
            _ => OncePer::Property(Part::read(bytes)),
        }
    }
}

impl Part for Award {
    fn read(bytes: &mut Bytes<'_>) -> Award {
        match bytes.tag(2) {
            0 => Award::PerOccurrence { points: Part::read(bytes), max_occurrences: Part::read(bytes) },
            _ => Award::Frequency(Part::read(bytes)),
        }
    }
}

impl Part for Filter {
    fn read(bytes: &mut Bytes<'_>) -> Filter {
        bytes.deeper(|bytes| match bytes.tag(6) {
            0 => Filter::All(Part::read(bytes)),
            1 => Filter::Any(Part::read(bytes)),
            2 => Filter::Not(Part::read(bytes)),
            3 => Filter::Property(Part::read(bytes)),
            4 => Filter::Event(Part::read(bytes)),
            _ => Filter::Score(Part::read(bytes)),
        })
    }
}

impl Part for ResultFilter {
    fn read(bytes: &mut Bytes<'_>) -> ResultFilter {
        bytes.deeper(|bytes| match bytes.tag(9) {
            0 => ResultFilter::All(Part::read(bytes)),
            1 => ResultFilter::Any(Part::read(bytes)),
            2 => ResultFilter::Not(Part::read(bytes)),
            3 => ResultFilter::Contact(Part::read(bytes)),
            4 => ResultFilter::Score(Part::read(bytes)),
            5 => ResultFilter::Band(Part::read(bytes)),
            8 => ResultFilter::List(Part::read(bytes)),
            // What is asked of results alone stands in no ruleset.
            _ => {
                bytes.fail();
                ResultFilter::All(Vec::new())
            }
        })
    }
}

impl Part for Membership {
    fn read(bytes: &mut Bytes<'_>) -> Membership {
        match bytes.tag(2) {
            0 => Membership::When(Part::read(bytes)),
            _ => Membership::Members(Part::read(bytes)),
        }
    }
}

impl Part for Action {
    fn read(bytes: &mut Bytes<'_>) -> Action {
        match bytes.tag(4) {
            0 => Action::Clear { property: Part::read(bytes) },
            1 => Action::Set { property: Part::read(bytes), value: Part::read(bytes) },
            2 => Action::Notify { channel: Part::read(bytes), message: Part::read(bytes) },
            _ => Action::CallBack { name: Part::read(bytes), message: Part::read(bytes) },
        }
    }
}

impl Part for MessagePart {
    fn read(bytes: &mut Bytes<'_>) -> MessagePart {
        match bytes.tag(2) {
            0 => MessagePart::Text(Part::read(bytes)),
            _ => MessagePart::Placeholder { asked: Part::read(bytes), otherwise: Part::read(bytes) },
        }
    }
}

impl Part for Placeholder {
    fn read(bytes: &mut Bytes<'_>) -> Placeholder {
        match bytes.tag(6) {
            0 => Placeholder::Id,
            1 => Placeholder::Property(Part::read(bytes)),
            2 => Placeholder::Score(Part::read(bytes)),
            3 => Placeholder::Band(Part::read(bytes)),
            4 => Placeholder::Stage,
            _ => Placeholder::AsOf,
        }
    }
}

impl Part for Operator {
    fn read(bytes: &mut Bytes<'_>) -> Operator {
        match bytes.tag(11) {
            0 => Operator::IsKnown,
            1 => Operator::IsUnknown,
            2 => Operator::IsEqualTo(Part::read(bytes)),
            3 => Operator::IsNotEqualTo(Part::read(bytes)),
            4 => Operator::Text(Part::read(bytes), Part::read(bytes)),
            5 => Operator::Compare(Part::read(bytes), Part::read(bytes)),
            6 => Operator::Between { bounds: Part::read(bytes), negated: Part::read(bytes) },
            7 => Operator::IsBefore(Part::read(bytes)),
            8 => Operator::IsAfter(Part::read(bytes)),
            9 => Operator::Days(Part::read(bytes), Part::read(bytes)),
            _ => Operator::List(Part::read(bytes), Part::read(bytes)),
        }
    }
}

impl Part for Scalars {
    fn read(bytes: &mut Bytes<'_>) -> Scalars {
        match bytes.tag(3) {
            0 => Scalars::Texts(Part::read(bytes)),
            1 => Scalars::Numbers(Part::read(bytes)),
            _ => Scalars::Booleans(Part::read(bytes)),
        }
    }
}

impl Part for Bounds {
    fn read(bytes: &mut Bytes<'_>) -> Bounds {
        match bytes.tag(2) {
            0 => Bounds::Numbers(Part::read(bytes), Part::read(bytes)),
            _ => Bounds::Times(Part::read(bytes), Part::read(bytes)),
        }
    }
}

impl Part for BandSet {
    fn read(bytes: &mut Bytes<'_>) -> BandSet {
        match bytes.tag(2) {
            0 => BandSet::Score(Part::read(bytes)),
            _ => BandSet::Matrix {
                id: Part::read(bytes),
                label: Part::read(bytes),
                rows: Part::read(bytes),
                columns: Part::read(bytes),
            },
        }
    }
}
