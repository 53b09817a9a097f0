//! A ledger for people: each score with its groups, each group with its criteria, each criterion with its reasons.

use super::terminal::{self, BAD, FAINT, GOOD, STRONG, counted, paragraph, shortened, visible};
use leadscore::contacts::reading;
use leadscore::explain::{Found, Item, LedgerCriterion, LedgerDecay, LedgerGroup, LedgerScore, Occurrence};
use leadscore::ruleset::{BandSet, Limit, Ruleset};
use leadscore::{Ledger, Points};

/// How much of a sentence is shown; values can be of any length.
const LONGEST_SENTENCE: usize = 400;

/// How many events are listed.
const LISTED: usize = 3;

/// The ledger as text. `wanted` is how the contact was asked for.
pub fn text(ledger: &Ledger, ruleset: &Ruleset, wanted: &str, width: usize) -> String {
    let mut page = Page { text: String::new(), width, points_width: points_width(ledger) };
    let asked = if wanted.trim() == ledger.id { String::new() } else { format!(" ({})", visible(wanted.trim())) };
    page.line(&format!("{STRONG}{}{STRONG:#}{asked} as of {}", visible(&ledger.id), ledger.as_of));
    ledger.scores.iter().for_each(|score| page.score(score));
    if !ledger.bands.is_empty() {
        page.line("");
    }
    for (id, band) in &ledger.bands {
        let name = visible(matrix_label(ruleset, id).unwrap_or(id));
        page.line(&format!("{STRONG}{name}{STRONG:#}  {}", banded(band.as_deref())));
    }
    page.text
}

fn matrix_label<'a>(ruleset: &'a Ruleset, wanted: &str) -> Option<&'a str> {
    ruleset.bands.iter().find_map(|set| match set {
        BandSet::Matrix { id, label, .. } if id == wanted => label.as_deref(),
        _ => None,
    })
}

fn banded(band: Option<&str>) -> String {
    band.map_or_else(|| "no band".to_owned(), |band| format!("band {STRONG}{}{STRONG:#}", visible(band)))
}

/// The columns that the points of criteria take, so that they stand under each other.
fn points_width(ledger: &Ledger) -> usize {
    let criteria = ledger.scores.iter().flat_map(|score| &score.groups).flat_map(|group| &group.criteria);
    criteria.map(|criterion| signed(criterion.points).len()).max().unwrap_or(1).max(4)
}

struct Page {
    text: String,
    width: usize,
    points_width: usize,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
    }

    /// A sentence under the name of a criterion.
    fn reason(&mut self, label: &str, text: &str) {
        let indent = " ".repeat(self.points_width + 7);
        let text = paragraph(&format!("{indent}{label}"), &shortened(text, LONGEST_SENTENCE), self.width);
        self.line(&format!("{FAINT}{text}{FAINT:#}"));
    }

    fn score(&mut self, score: &LedgerScore) {
        self.line("");
        let name = visible(score.label.as_ref().unwrap_or(&score.id));
        let mut line = format!("{STRONG}{name}  {}{STRONG:#}", points(score.points));
        if let Some(band) = &score.band {
            line += &format!("  {}", banded(band.as_deref()));
        }
        if let Some(rescaled) = score.rescaled {
            line += &format!("  {rescaled} of 100");
        }
        self.line(&line);
        if let Some(limited) = limited(score.before_limit, score.points, score.limit) {
            self.line(&format!("  {limited}"));
        }
        if let Some(change) = next_change(score) {
            let text = paragraph("  ", &change, self.width);
            self.line(&text);
        }
        score.groups.iter().for_each(|group| self.group(group));
    }

    fn group(&mut self, group: &LedgerGroup) {
        self.line("");
        let name = visible(group.label.as_ref().unwrap_or(&group.id));
        let limited = limited(group.before_limit, group.points, group.limit);
        let limited = limited.map_or_else(String::new, |limited| format!(": {limited}"));
        self.line(&format!("  {STRONG}{name}{STRONG:#}  {}{limited}", points(group.points)));
        group.criteria.iter().for_each(|criterion| self.criterion(criterion));
    }

    fn criterion(&mut self, criterion: &LedgerCriterion) {
        let (mark, style) = match (criterion.enabled, criterion.met) {
            (false, _) => ("–", FAINT),
            (true, true) => ("✓", GOOD),
            (true, false) => ("·", FAINT),
        };
        let counts = match criterion.points.hundredths() {
            0 => FAINT,
            1.. => GOOD,
            _ => BAD,
        };
        let points = format!("{:>1$}", signed(criterion.points), self.points_width);
        let muted = if criterion.enabled { "" } else { " (muted)" };
        let name = visible(criterion.label.as_ref().unwrap_or(&criterion.id));
        self.line(&format!("    {style}{mark}{style:#} {counts}{points}{counts:#} {name}{muted}"));
        self.reasons(criterion);
    }

    fn reasons(&mut self, criterion: &LedgerCriterion) {
        self.reason("", &criterion.evidence.text);
        match &criterion.evidence.found {
            Found::Value { items, .. } if items.len() > 1 => {
                let item = |item: &Item| format!("'{}' {}", item.item, signed(item.points));
                self.reason("", &items.iter().map(item).collect::<Vec<_>>().join(", "));
            }
            Found::Occurrences { count, occurrences, .. } if !occurrences.is_empty() => {
                let one = |occurrence: &Occurrence| match occurrence.points {
                    Some(points) => format!("{} ({})", occurrence.time, signed(points)),
                    None => occurrence.time.clone(),
                };
                let mut text = occurrences.iter().take(LISTED).map(one).collect::<Vec<_>>().join(", ");
                let more = count.saturating_sub(LISTED);
                if more > 0 {
                    text += &format!(" and {} earlier", terminal::thousands(more));
                }
                self.reason("latest: ", &text);
            }
            _ => {}
        }
        // Of a single test the evidence says it already.
        if criterion.enabled && !matches!(criterion.evidence.found, Found::Property { .. }) {
            criterion.missing.iter().for_each(|missing| self.reason("missing: ", missing));
        }
        if let Some(decayed) = criterion.decay.as_ref().and_then(|decay| decayed(criterion, decay)) {
            self.reason("", &decayed);
        }
        if let Some(limited) = limited(criterion.after_decay, criterion.points, criterion.limit) {
            self.reason("", &limited);
        }
        if let Some(next) = &criterion.next_change {
            self.reason("next: ", &format!("{} on {}", signed(next.points), next.at));
        }
    }
}

/// What a limit did, if it did something.
fn limited(before: Points, after: Points, limit: Limit) -> Option<String> {
    let difference = Points::from_hundredths(before.hundredths().saturating_sub(after.hundredths()));
    match (difference.hundredths(), limit.min, limit.max) {
        (1.., _, Some(most)) => Some(format!("at most {most}, which takes {difference} away from {before}")),
        (..=-1, Some(least), _) => {
            let added = Points::from_hundredths(difference.hundredths().saturating_neg());
            Some(format!("at least {least}, which adds {added} to {before}"))
        }
        _ => None,
    }
}

/// What decay did, or why it leaves no points.
fn decayed(criterion: &LedgerCriterion, decay: &LedgerDecay) -> Option<String> {
    let LedgerDecay { percent, every_days, shape, since } = decay;
    let every = counted(*every_days as usize, "day");
    let rule = format!("{percent}% less every {every} ({shape})");
    match since {
        Some(since) if since.time.is_none() => {
            Some(format!("no points: {}, since when they decay, is unknown", since.property))
        }
        _ if criterion.raw_points == criterion.after_decay => None,
        Some(since) => {
            let time = since.time.as_deref().unwrap_or("");
            Some(format!("{} before decay: {rule} since {} {time}", signed(criterion.raw_points), since.property))
        }
        None => Some(format!("{} before decay: {rule}", signed(criterion.raw_points))),
    }
}

/// The next change among the criteria of a score.
fn next_change(score: &LedgerScore) -> Option<String> {
    let criteria = score.groups.iter().flat_map(|group| &group.criteria);
    let changes = criteria.filter_map(|criterion| {
        let next = criterion.next_change.as_ref()?;
        Some((reading::time(&next.at)?, criterion, next))
    });
    let (_, criterion, next) = changes.min_by_key(|(instant, ..)| *instant)?;
    let name = criterion.label.as_ref().unwrap_or(&criterion.id);
    Some(format!("changes next on {}: {name} from {} to {}", next.at, signed(criterion.points), signed(next.points)))
}

/// With its sign: points are added up.
fn signed(points: Points) -> String {
    if points.hundredths() > 0 { format!("+{points}") } else { points.to_string() }
}

fn points(points: Points) -> String {
    format!("{points} {}", if points.hundredths().abs() == 100 { "point" } else { "points" })
}
