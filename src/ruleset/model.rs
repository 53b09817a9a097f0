//! What a ruleset says, once it is decoded and checked. The meaning of every part is in `pkg/RULESET.md`.
//!
//! These types hold only what can be meant: operands are already read as what their operator needs (points as hundredths,
//! times as milliseconds since the epoch, UTC), texts are as written. They know nothing of JSON, contacts or scoring.

use super::automation::{Lifecycle, List, Workflow};
use super::points::Points;
use borsh::BorshSerialize;

/// A set of rules: what gives points to a contact, and what a score is called.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize)]
pub struct Ruleset {
    /// What people call it.
    pub name: String,
    /// Texts that stand for "no value" in every contact property.
    pub unknown_values: Vec<String>,
    /// What is said about properties, in the document's order.
    pub properties: Vec<Property>,
    /// The scores, in the document's order.
    pub scores: Vec<Score>,
    /// The band sets, in the document's order.
    pub bands: Vec<BandSet>,
    /// The lists, in the document's order.
    #[borsh(skip)]
    pub lists: Vec<List>,
    /// The lifecycle, if there is one.
    #[borsh(skip)]
    pub lifecycle: Option<Lifecycle>,
    /// The workflows, in the document's order.
    #[borsh(skip)]
    pub workflows: Vec<Workflow>,
}

/// What a ruleset says about one contact property.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Property {
    /// The name that rules use.
    pub name: String,
    /// What its values are, for the check; it does not change how they are read.
    pub kind: Option<PropertyKind>,
    /// What people call it.
    pub label: Option<String>,
    /// Other names under which a file may hold it.
    pub aliases: Vec<String>,
    /// Texts that stand for "no value" in this property.
    pub unknown_values: Vec<String>,
}

/// What the values of a property are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
pub enum PropertyKind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// An instant or a date.
    Time,
    /// Several values.
    List,
}

/// One score, such as fit or engagement.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Score {
    /// Unique in the ruleset.
    pub id: String,
    /// What people call it.
    pub label: Option<String>,
    /// What people should know about it; not published.
    #[borsh(skip)]
    pub note: Option<String>,
    /// Clamps the sum of the groups.
    pub limit: Limit,
    /// The range that is shown as 0 to 100.
    pub rescale: Option<Rescale>,
    /// Its groups, in the document's order.
    pub groups: Vec<Group>,
}

/// Criteria that share a limit or a decay.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Group {
    /// Unique in its score.
    pub id: String,
    /// What people call it.
    pub label: Option<String>,
    /// What people should know about it; not published.
    #[borsh(skip)]
    pub note: Option<String>,
    /// Clamps the sum of the criteria.
    pub limit: Limit,
    /// Holds for each of its criteria that has none of its own.
    pub decay: Option<Decay>,
    /// Its criteria, in the document's order.
    pub criteria: Vec<Criterion>,
}

/// One rule with points.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct Criterion {
    /// Unique in its score.
    pub id: String,
    /// What people call it.
    pub label: Option<String>,
    /// What people should know about it; not published.
    #[borsh(skip)]
    pub note: Option<String>,
    /// A muted criterion gives nothing.
    pub enabled: bool,
    /// Clamps its points, after decay.
    pub limit: Limit,
    /// Its own decay, instead of the group's.
    pub decay: Option<Decay>,
    /// What it tests and what it gives.
    pub rule: Rule,
}

/// The three kinds of criteria.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Rule {
    /// Points while a filter is true.
    Condition {
        /// The filter.
        when: Filter,
        /// What it gives.
        points: Points,
        /// The property that holds the time from which the points decay.
        since: Option<String>,
    },
    /// Points by the value of a property.
    ByValue {
        /// The property.
        property: String,
        /// Points by value, in the document's order; no two keys are the same without case.
        values: Vec<(String, Points)>,
        /// What an item gives that is not listed.
        default: Points,
        /// The property that holds the time from which the points decay.
        since: Option<String>,
    },
    /// Points by the events of a type.
    ByEvent {
        /// Which events count.
        events: EventSelection,
        /// Which of them are one.
        once_per: Option<OncePer>,
        /// What they give.
        award: Award,
    },
}

/// Events of one type, narrowed by a filter over their properties and by a window.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct EventSelection {
    /// The type, compared without case.
    pub event: String,
    /// Property tests, all, any and not; the properties are the event's.
    pub filter: Option<Box<Filter>>,
    /// The window: [as_of - n days, as_of].
    pub within_days: Option<u32>,
}

/// Which occurrences are one.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum OncePer {
    /// Those of one UTC calendar day.
    Day,
    /// Those with the same value of this event property.
    Property(String),
}

/// What occurrences give.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Award {
    /// Points for every occurrence.
    PerOccurrence {
        /// For each.
        points: Points,
        /// Only the latest so many count.
        max_occurrences: Option<u32>,
    },
    /// Points by how many there are. Sorted by `from`, without overlaps.
    Frequency(Vec<FrequencyRange>),
}

/// What a number of occurrences gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
pub struct FrequencyRange {
    /// The least number, at least 1.
    pub from: u32,
    /// The greatest number; without end if left out.
    pub to: Option<u32>,
    /// What it gives.
    pub points: Points,
}

/// The least and the most that something may come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize)]
pub struct Limit {
    /// The least.
    pub min: Option<Points>,
    /// The most; not below `min`.
    pub max: Option<Points>,
}

/// The range of points that is shown as 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
pub struct Rescale {
    /// Shown as 0.
    pub from: Points,
    /// Shown as 100; above `from`.
    pub to: Points,
}

/// How points shrink with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
pub struct Decay {
    /// How much each interval takes, in hundredths of a percent: 1 to 10,000.
    pub basis_points: u32,
    /// The interval, in days of 24 hours, at least 1.
    pub every_days: u32,
    /// Of what the percentage is taken.
    pub shape: DecayShape,
}

/// Of what the percentage of a decay is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
pub enum DecayShape {
    /// Of the points at the start.
    Linear,
    /// Of what the previous step left.
    Compound,
}

/// What is true or false of a contact (or of an event).
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Filter {
    /// Every one is true.
    All(Vec<Filter>),
    /// At least one is true.
    Any(Vec<Filter>),
    /// It is not true.
    Not(Box<Filter>),
    /// A test of a property.
    Property(PropertyTest),
    /// A test of how many events there are.
    Event(EventTest),
    /// A test of a score, in the `when` of a band range only.
    Score(ScoreTest),
}

/// A test of a property.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct PropertyTest {
    /// The property.
    pub property: String,
    /// The operator with its operand.
    pub operator: Operator,
    /// An unknown value meets the test.
    pub include_unknown: bool,
}

/// An operator with its operand. The operator decides how a value is read.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Operator {
    /// There is a value.
    IsKnown,
    /// There is no value.
    IsUnknown,
    /// Equals any one.
    IsEqualTo(Scalars),
    /// Equals none.
    IsNotEqualTo(Scalars),
    /// A text operator, with at least one operand.
    Text(TextOperator, Vec<String>),
    /// A comparison of numbers.
    Compare(Comparison, f64),
    /// Between two bounds, both included, or not.
    Between {
        /// The bounds.
        bounds: Bounds,
        /// `is_not_between`.
        negated: bool,
    },
    /// Earlier than an instant, in milliseconds.
    IsBefore(i64),
    /// Later than an instant, in milliseconds.
    IsAfter(i64),
    /// How far from `as_of`, in days of 24 hours.
    Days(DaysOperator, u32),
    /// A list operator, with at least one operand.
    List(ListOperator, Vec<String>),
}

/// Operands of `is_equal_to` and `is_not_equal_to`, all of one kind, at least one.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum Scalars {
    /// Compared as text without case.
    Texts(Vec<String>),
    /// Compared as numbers.
    Numbers(Vec<f64>),
    /// Compared as truth values.
    Booleans(Vec<bool>),
}

/// Operators over text. The negative ones hold if none of the operands does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
#[allow(missing_docs, reason = "the variants are the operators of pkg/RULESET.md")]
pub enum TextOperator {
    Contains,
    DoesNotContain,
    ContainsWord,
    DoesNotContainWord,
    StartsWith,
    EndsWith,
    MatchesRegex,
}

/// Comparisons of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
#[allow(missing_docs, reason = "the variants are the operators of pkg/RULESET.md")]
pub enum Comparison {
    IsGreaterThan,
    IsGreaterThanOrEqualTo,
    IsLessThan,
    IsLessThanOrEqualTo,
}

/// Bounds of `is_between`, both included, low first.
#[derive(Clone, Copy, Debug, PartialEq, BorshSerialize)]
pub enum Bounds {
    /// Two numbers.
    Numbers(f64, f64),
    /// Two instants, in milliseconds.
    Times(i64, i64),
}

/// Operators over the distance from `as_of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
#[allow(missing_docs, reason = "the variants are the operators of pkg/RULESET.md")]
pub enum DaysOperator {
    IsLessThanXDaysAgo,
    IsMoreThanXDaysAgo,
    IsLessThanXDaysFromNow,
    IsMoreThanXDaysFromNow,
}

/// Operators over lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize)]
#[allow(missing_docs, reason = "the variants are the operators of pkg/RULESET.md")]
pub enum ListOperator {
    IsAnyOf,
    IsNoneOf,
    ContainsAll,
    DoesNotContainAll,
    IsExactly,
    IsNotExactly,
}

/// A test of how many events there are.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct EventTest {
    /// Which events count.
    pub events: EventSelection,
    /// The least number: 1 if nothing was said, 0 if only `at_most` was.
    pub at_least: u32,
    /// The greatest number.
    pub at_most: Option<u32>,
}

/// A test of a score.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct ScoreTest {
    /// The index of the score in the ruleset.
    pub score: usize,
    /// What it is to come to.
    pub range: PointsRange,
}

/// A range of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize)]
pub struct PointsRange {
    /// The least, included.
    pub at_least: Option<Points>,
    /// The end, not included (`at_most` is decoded as one hundredth more).
    pub below: Option<Points>,
}

/// Labels for ranges of one score, or for the cells of two.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub enum BandSet {
    /// Over one score.
    Score(ScoreBands),
    /// The label of the row followed by that of the column.
    Matrix {
        /// Unique among matrices and scores.
        id: String,
        /// What people call it.
        label: Option<String>,
        /// The first part of the label.
        rows: ScoreBands,
        /// The second part of the label.
        columns: ScoreBands,
    },
}

/// Labels for ranges of one score. Of those that fit, the one with the highest `at_least` counts.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct ScoreBands {
    /// The index of the score in the ruleset.
    pub score: usize,
    /// The ranges, in the document's order.
    pub ranges: Vec<BandRange>,
}

/// One range with its label.
#[derive(Clone, Debug, PartialEq, BorshSerialize)]
pub struct BandRange {
    /// The band.
    pub label: String,
    /// From where to where.
    pub range: PointsRange,
    /// Who may have the band.
    pub when: Option<Filter>,
}

impl BandSet {
    /// Its bands in the document's order, those of a matrix row by row. A band may be there twice.
    pub fn labels(&self) -> Vec<String> {
        let labels = |bands: &ScoreBands| bands.ranges.iter().map(|range| range.label.clone()).collect::<Vec<_>>();
        match self {
            BandSet::Score(bands) => labels(bands),
            BandSet::Matrix { rows, columns, .. } => {
                let columns = labels(columns);
                labels(rows).iter().flat_map(|row| columns.iter().map(move |column| format!("{row}{column}"))).collect()
            }
        }
    }
}

impl FrequencyRange {
    /// Whether a number of occurrences falls into it.
    pub fn contains(&self, count: usize) -> bool {
        count >= self.from as usize && self.to.is_none_or(|to| count <= to as usize)
    }
}

impl EventTest {
    /// Whether a number of events meets it.
    pub fn holds(&self, count: usize) -> bool {
        count >= self.at_least as usize && self.at_most.is_none_or(|most| count <= most as usize)
    }
}

impl PointsRange {
    /// Whether the points are inside.
    pub fn contains(&self, points: Points) -> bool {
        self.at_least.is_none_or(|least| points >= least) && self.below.is_none_or(|end| points < end)
    }
}

impl Limit {
    /// The points, held inside the limit.
    #[must_use]
    pub fn clamp(&self, points: Points) -> Points {
        let floored = self.min.map_or(points, |min| points.max(min));
        self.max.map_or(floored, |max| floored.min(max))
    }

    /// Whether it says anything.
    pub fn is_none(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}
