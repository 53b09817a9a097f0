//! What is wrong or suspect in a ruleset: code, severity, path, message, help, and the place in the text.

use serde::Serialize;
use std::fmt;

/// Something that is wrong or suspect in a ruleset.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// Stable; what programs may depend on.
    pub code: Code,
    /// Whether the ruleset can be used all the same.
    pub severity: Severity,
    /// A JSON Pointer to the place in the document, such as `/scores/0/groups/1/criteria/3/points`.
    pub path: String,
    /// What was expected, what was found. Begins in lower case.
    pub message: String,
    /// What to do, where there is something to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The place in the text, if there is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Whether a ruleset can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can; it is legal but suspect.
    Warning,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// From the text's beginning, in bytes of UTF-8.
    pub offset: usize,
    /// In bytes of UTF-8.
    pub length: usize,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Diagnostic {
    /// Whether the ruleset cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// `/scores/0/groups/1/criteria/3/points: expected a number, found "ten"`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        write!(f, "{path}: {}", self.message)
    }
}

/// What kinds of faults there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// The text is not JSON.
    InvalidJson,
    /// The text is longer than 16 MiB.
    TooLarge,
    /// Objects and lists stand inside each other more than 64 deep.
    TooDeep,
    /// An object has a key twice.
    DuplicateKey,
    /// A text was expected and a number found, or the like.
    WrongType,
    /// There is no such key here.
    UnknownKey,
    /// There is no such operator.
    UnknownOperator,
    /// A text is not one of those that are possible, such as the `type` of a property.
    UnknownChoice,
    /// A key that is needed is not there.
    MissingKey,
    /// The key exists, but belongs to another kind of criterion, test or band set.
    MisplacedKey,
    /// Two keys exclude each other, such as two operators in one test.
    ConflictingKeys,
    /// A test stands where it cannot be evaluated, such as a score test or a list test in a criterion.
    MisplacedTest,
    /// A list holds nothing and must hold something.
    EmptyList,
    /// A text is blank and must not be.
    BlankText,
    /// A text is longer than it may be.
    TooLong,
    /// A list holds more than it may.
    TooMany,
    /// The document is in another version of the format.
    UnsupportedVersion,
    /// An id has characters that ids do not have, or is too long.
    InvalidId,
    /// Two scores, groups, criteria, lists, stages or workflows that must differ have the same id.
    DuplicateId,
    /// Two names or values are the same without case.
    DuplicateName,
    /// Points or a percentage with more than two decimals, or a whole number with any.
    TooPrecise,
    /// A number is less or more than it may be.
    OutOfRange,
    /// A range ends before it begins.
    InvalidRange,
    /// A number of occurrences falls into two ranges of a frequency.
    OverlappingRanges,
    /// A text is not a time.
    InvalidTime,
    /// A regular expression does not compile.
    InvalidRegex,
    /// The operands of one test are of several kinds.
    MixedOperands,
    /// There is no score with this id.
    UnknownScore,
    /// There is no band set with this id, or no such band in it.
    UnknownBand,
    /// A name that no stage of the lifecycle has.
    UnknownStage,
    /// There is no list with this id.
    UnknownList,
    /// A list is made from itself, through a test of it or through other lists.
    ListCycle,
    /// A placeholder of a message is not closed, or is blank.
    InvalidPlaceholder,
    /// A score has two band sets.
    DuplicateBands,
    /// Points decay, and nothing says from when.
    DecayWithoutSince,
    /// Something says from when points decay, and they do not.
    SinceWithoutDecay,
    /// Warning: no contact can meet it, or it can never give points.
    NeverHolds,
    /// Warning: every contact meets it.
    AlwaysHolds,
    /// Warning: points that a limit cuts off even when nothing else is there.
    PointsBeyondLimit,
    /// Warning: a limit moves a contact that meets nothing away from 0.
    LimitExcludesZero,
    /// Warning: points between two bands have no band.
    BandGap,
    /// Warning: points fall into two bands, of which the first counts.
    BandOverlap,
    /// Warning: no score can have the band.
    UnreachableBand,
    /// Warning: a negative test is false of contacts without a value.
    NegativeDropsUnknown,
    /// Warning: a short word that sits inside other words is looked for anywhere in a text.
    ShortWord,
    /// Warning: the operator cannot read values of the type that the property is said to have.
    UnsuitableOperator,
    /// Warning: a criterion, group or score that cannot give any points.
    NoPoints,
    /// Warning: two criteria of a score say the same.
    DuplicateCriterion,
    /// Warning: every criterion of the ruleset is muted.
    AllMuted,
    /// Warning: a stage begins at no more points than an earlier one, which is passed over.
    StageOrder,
    /// Warning: a workflow that enrols nobody, or an action that changes nothing.
    NoEffect,
    /// There are more diagnostics than are shown.
    MoreDiagnostics,
}

impl Code {
    /// Every code.
    pub const ALL: &'static [Code] = &[
        Code::InvalidJson,
        Code::TooLarge,
        Code::TooDeep,
        Code::DuplicateKey,
        Code::WrongType,
        Code::UnknownKey,
        Code::UnknownOperator,
        Code::UnknownChoice,
        Code::MissingKey,
        Code::MisplacedKey,
        Code::ConflictingKeys,
        Code::MisplacedTest,
        Code::EmptyList,
        Code::BlankText,
        Code::TooLong,
        Code::TooMany,
        Code::UnsupportedVersion,
        Code::InvalidId,
        Code::DuplicateId,
        Code::DuplicateName,
        Code::TooPrecise,
        Code::OutOfRange,
        Code::InvalidRange,
        Code::OverlappingRanges,
        Code::InvalidTime,
        Code::InvalidRegex,
        Code::MixedOperands,
        Code::UnknownScore,
        Code::UnknownBand,
        Code::UnknownStage,
        Code::UnknownList,
        Code::ListCycle,
        Code::InvalidPlaceholder,
        Code::DuplicateBands,
        Code::DecayWithoutSince,
        Code::SinceWithoutDecay,
        Code::NeverHolds,
        Code::AlwaysHolds,
        Code::PointsBeyondLimit,
        Code::LimitExcludesZero,
        Code::BandGap,
        Code::BandOverlap,
        Code::UnreachableBand,
        Code::NegativeDropsUnknown,
        Code::ShortWord,
        Code::UnsuitableOperator,
        Code::NoPoints,
        Code::DuplicateCriterion,
        Code::AllMuted,
        Code::StageOrder,
        Code::NoEffect,
        Code::MoreDiagnostics,
    ];

    /// The code as programs see it.
    ///
    /// ```
    /// use leadscore::ruleset::Code;
    /// assert_eq!(Code::UnknownKey.as_str(), "unknown_key");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Code::InvalidJson => "invalid_json",
            Code::TooLarge => "too_large",
            Code::TooDeep => "too_deep",
            Code::DuplicateKey => "duplicate_key",
            Code::WrongType => "wrong_type",
            Code::UnknownKey => "unknown_key",
            Code::UnknownOperator => "unknown_operator",
            Code::UnknownChoice => "unknown_choice",
            Code::MissingKey => "missing_key",
            Code::MisplacedKey => "misplaced_key",
            Code::ConflictingKeys => "conflicting_keys",
            Code::MisplacedTest => "misplaced_test",
            Code::EmptyList => "empty_list",
            Code::BlankText => "blank_text",
            Code::TooLong => "too_long",
            Code::TooMany => "too_many",
            Code::UnsupportedVersion => "unsupported_version",
            Code::InvalidId => "invalid_id",
            Code::DuplicateId => "duplicate_id",
            Code::DuplicateName => "duplicate_name",
            Code::TooPrecise => "too_precise",
            Code::OutOfRange => "out_of_range",
            Code::InvalidRange => "invalid_range",
            Code::OverlappingRanges => "overlapping_ranges",
            Code::InvalidTime => "invalid_time",
            Code::InvalidRegex => "invalid_regex",
            Code::MixedOperands => "mixed_operands",
            Code::UnknownScore => "unknown_score",
            Code::UnknownBand => "unknown_band",
            Code::UnknownStage => "unknown_stage",
            Code::UnknownList => "unknown_list",
            Code::ListCycle => "list_cycle",
            Code::InvalidPlaceholder => "invalid_placeholder",
            Code::DuplicateBands => "duplicate_bands",
            Code::DecayWithoutSince => "decay_without_since",
            Code::SinceWithoutDecay => "since_without_decay",
            Code::NeverHolds => "never_holds",
            Code::AlwaysHolds => "always_holds",
            Code::PointsBeyondLimit => "points_beyond_limit",
            Code::LimitExcludesZero => "limit_excludes_zero",
            Code::BandGap => "band_gap",
            Code::BandOverlap => "band_overlap",
            Code::UnreachableBand => "unreachable_band",
            Code::NegativeDropsUnknown => "negative_drops_unknown",
            Code::ShortWord => "short_word",
            Code::UnsuitableOperator => "unsuitable_operator",
            Code::NoPoints => "no_points",
            Code::DuplicateCriterion => "duplicate_criterion",
            Code::AllMuted => "all_muted",
            Code::StageOrder => "stage_order",
            Code::NoEffect => "no_effect",
            Code::MoreDiagnostics => "more_diagnostics",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
