//! Warnings about band sets: points that have no band or two, and bands that nobody can have.

use super::reach::Reach;
use super::{child, element};
use crate::ruleset::diagnostic::Code;
use crate::ruleset::findings::{Findings, at};
use crate::ruleset::model::{BandSet, PointsRange, ScoreBands};
use crate::ruleset::points::Points;
use jsonc_parser::ast::Value;

/// Warns about a band set. `reaches` says what each score can come to, and is known only of scores without errors.
pub(in crate::ruleset) fn bands(set: &BandSet, node: &Value<'_>, reaches: &[Reach], findings: &mut Findings) {
    match set {
        BandSet::Score(bands) => score_bands(bands, child(node, "ranges"), reaches, findings),
        BandSet::Matrix { rows, columns, .. } => {
            score_bands(rows, child(child(node, "rows"), "ranges"), reaches, findings);
            score_bands(columns, child(child(node, "columns"), "ranges"), reaches, findings);
        }
    }
}

fn score_bands(bands: &ScoreBands, list: &Value<'_>, reaches: &[Reach], findings: &mut Findings) {
    let Some(reach) = reaches.get(bands.score).copied() else { return };
    // Of the ranges that fit, the one with the highest `at_least` counts: what those above take, without a condition, is gone.
    let mut by_height: Vec<_> = bands.ranges.iter().enumerate().collect();
    by_height.sort_by_key(|(_, band)| std::cmp::Reverse(band.range.at_least));
    let mut taken = Covered::default();
    let mut covered = Covered::default();
    for (index, band) in by_height {
        let place = at(element(list, index));
        let span = Span::of(band.range);
        let label = &band.label;
        let mut warn = |code, message, help: &str| findings.warning(code, place, message, help);
        if span.meets(reach) && taken.holds_all(span.within(reach)) {
            let message = format!("expected a band that can be had, found \"{label}\", all of which is in other bands");
            warn(
                Code::UnreachableBand,
                message,
                "of two ranges that fit, the one that begins higher counts: change the ends",
            );
        } else if !span.meets(reach) {
            let message = format!("expected a band that can be had, found \"{label}\" {}", outside(span, reach));
            warn(Code::UnreachableBand, message, "change the range, the points or the limits");
        } else if let Some(both) = taken.shared(span).filter(|_| band.range.below.is_some()) {
            let message =
                format!("expected ranges that do not overlap, found \"{label}\" and one above it over {both}");
            warn(
                Code::BandOverlap,
                message,
                "the range that begins higher counts there: lower the end, or leave it out",
            );
        }
        if band.when.is_none() {
            taken.add(span);
        }
        covered.add(span);
    }
    gaps(&covered, reach, list, findings);
}

fn gaps(covered: &Covered, reach: Reach, list: &Value<'_>, findings: &mut Findings) {
    for gap in covered.gaps() {
        // Between 34 and 35 is nothing where there are only whole points.
        let holds_points = !reach.whole || gap.first_whole() < gap.end;
        if holds_points && gap.meets(reach) {
            let message =
                format!("expected a band for all points between the lowest and the highest, found none for {gap}");
            findings.warning(Code::BandGap, at(list), message, "move the ends together, unless no band is meant there");
        }
    }
}

fn outside(span: Span, reach: Reach) -> String {
    let ends = |end: Option<Points>| end.map(|end| end.to_string()).unwrap_or_default();
    if reach.most.is_some_and(|most| most.hundredths() < span.first) {
        format!(
            "from {} points, and the score is never above {}",
            Points::from_hundredths(span.first),
            ends(reach.most)
        )
    } else {
        format!(
            "below {} points, and the score is never below {}",
            Points::from_hundredths(span.end),
            ends(reach.least)
        )
    }
}

/// Points from the first to the end, which is not inside, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    first: i64,
    end: i64,
}

impl Span {
    fn of(range: PointsRange) -> Span {
        let first = range.at_least.map_or(i64::MIN, Points::hundredths);
        Span { first, end: range.below.map_or(i64::MAX, Points::hundredths) }
    }

    fn meets(self, reach: Reach) -> bool {
        reach.most.is_none_or(|most| most.hundredths() >= self.first)
            && reach.least.is_none_or(|least| least.hundredths() < self.end)
    }

    /// What of it a score can come to.
    fn within(self, reach: Reach) -> Span {
        let first = reach.least.map_or(self.first, |least| self.first.max(least.hundredths()));
        Span { first, end: reach.most.map_or(self.end, |most| self.end.min(most.hundredths().saturating_add(1))) }
    }

    /// The first whole number of points that is not before it, in hundredths.
    fn first_whole(self) -> i64 {
        self.first.saturating_add((100 - self.first.rem_euclid(100)) % 100)
    }
}

/// `34.01 to 34.99`, `100.01 or more`.
impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, last) = (Points::from_hundredths(self.first), Points::from_hundredths(self.end.saturating_sub(1)));
        match (self.first, self.end) {
            (i64::MIN, i64::MAX) => f.write_str("all points"),
            (i64::MIN, _) => write!(f, "{last} or less"),
            (_, i64::MAX) => write!(f, "{first} or more"),
            _ if first == last => write!(f, "{first}"),
            _ => write!(f, "{first} to {last}"),
        }
    }
}

/// Spans that were added, joined: ascending, with something between any two.
#[derive(Default)]
struct Covered {
    spans: Vec<Span>,
}

impl Covered {
    fn add(&mut self, span: Span) {
        let before = self.spans.partition_point(|other| other.end < span.first);
        let after = self.spans.partition_point(|other| other.first <= span.end);
        let joined = self.spans.get(before..after).unwrap_or_default();
        let first = joined.first().map_or(span.first, |other| other.first.min(span.first));
        let end = joined.last().map_or(span.end, |other| other.end.max(span.end));
        self.spans.splice(before..after.max(before), [Span { first, end }]);
    }

    fn holds_all(&self, span: Span) -> bool {
        let index = self.spans.partition_point(|other| other.end < span.end);
        self.spans.get(index).is_some_and(|other| other.first <= span.first)
    }

    /// What it has in common with a span, first.
    fn shared(&self, span: Span) -> Option<Span> {
        let index = self.spans.partition_point(|other| other.end <= span.first);
        let other = self.spans.get(index).filter(|other| other.first < span.end)?;
        Some(Span { first: other.first.max(span.first), end: other.end.min(span.end) })
    }

    /// What is between the spans, and above the last one.
    fn gaps(&self) -> impl Iterator<Item = Span> + '_ {
        let starts = self.spans.iter().skip(1).map(|span| span.first).chain([i64::MAX]);
        let gaps = self.spans.iter().zip(starts).map(|(span, end)| Span { first: span.end, end });
        gaps.filter(|gap| gap.first < gap.end)
    }
}
