//! Warnings about filters: tests that never or always hold, negative tests that drop contacts without a value, short words
//! that sit inside others, operators that do not suit the type of the property.

use super::contradictions::Conjunction;
use super::{child, element};
use crate::ruleset::diagnostic::Code;
use crate::ruleset::filter::Scope;
use crate::ruleset::findings::{Findings, at};
use crate::ruleset::model::{
    Bounds, EventTest, Filter, ListOperator, Operator, PropertyKind, PropertyTest, Scalars, TextOperator,
};
use jsonc_parser::ast::Value;
use std::collections::{HashMap, HashSet};

/// Whether a filter is true of every contact, of none, or of some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    Always,
    Never,
    Depends,
}

/// Walks a filter beside its node.
pub(super) struct FilterCheck<'a> {
    pub kinds: &'a HashMap<String, PropertyKind>,
    pub scope: Scope,
    pub findings: &'a mut Findings,
}

/// Warns about a filter of contacts whose scores are known.
pub(in crate::ruleset) fn result_filter(
    filter: &Filter,
    node: &Value<'_>,
    kinds: &HashMap<String, PropertyKind>,
    findings: &mut Findings,
) {
    FilterCheck { kinds, scope: Scope::Band, findings }.filter(filter, node);
}

impl FilterCheck<'_> {
    /// Warns about everything in a filter. What never or always holds is reported where that begins, and not again around it.
    pub(super) fn filter(&mut self, filter: &Filter, node: &Value<'_>) {
        self.truth(filter, node, &HashSet::new());
    }

    /// `beside` are the properties that the `all` or `any` it stands in asks for.
    fn truth(&mut self, filter: &Filter, node: &Value<'_>, beside: &HashSet<String>) -> Truth {
        match filter {
            Filter::All(parts) => self.all(parts, node),
            Filter::Any(parts) if parts.is_empty() => {
                self.never(node, "`any` of nothing, which is false of every contact", "put filters into it");
                Truth::Never
            }
            Filter::Any(parts) => {
                let list = child(node, "any");
                let asked = asked_for(parts);
                let truths =
                    parts.iter().enumerate().map(|(index, part)| self.truth(part, element(list, index), &asked));
                combine(truths.collect(), Truth::Always, Truth::Never)
            }
            Filter::Not(inner) => match self.truth(inner, child(node, "not"), &HashSet::new()) {
                Truth::Always => Truth::Never,
                Truth::Never => Truth::Always,
                Truth::Depends => Truth::Depends,
            },
            Filter::Property(test) => self.property_test(test, node, beside),
            Filter::Event(test) => self.event_test(test, node),
            Filter::Score(_) => Truth::Depends,
        }
    }

    fn all(&mut self, parts: &[Filter], node: &Value<'_>) -> Truth {
        if parts.is_empty() {
            self.always(node, "`all` of nothing, which is true of every contact", "put filters into it");
            return Truth::Always;
        }
        let list = child(node, "all");
        let asked = asked_for(parts);
        let truths = parts.iter().enumerate().map(|(index, part)| self.truth(part, element(list, index), &asked));
        let truth = combine(truths.collect(), Truth::Never, Truth::Always);
        if truth != Truth::Depends {
            return truth;
        }
        if let Some(property) = Conjunction::of(parts).contradiction() {
            let found = format!("tests of `{property}` that exclude each other");
            self.never(node, &found, "no value meets them all: use `any`, or change one of them");
            return Truth::Never;
        }
        Truth::Depends
    }

    fn property_test(&mut self, test: &PropertyTest, node: &Value<'_>, beside: &HashSet<String>) -> Truth {
        let operand = child(node, test.operator.name());
        if self.scope != Scope::Event {
            self.unsuitable(test, operand);
            self.drops_unknown(test, node, beside);
            self.short_words(test, operand);
        }
        let Operator::Between { bounds, negated } = &test.operator else { return Truth::Depends };
        let nothing_between = match bounds {
            Bounds::Numbers(low, high) => low > high,
            Bounds::Times(low, high) => low > high,
        };
        if nothing_between {
            let code = if *negated { Code::AlwaysHolds } else { Code::NeverHolds };
            let message = "expected the lower bound first, found the higher one: no value is between them";
            self.findings.warning(code, at(operand), message, "exchange the bounds");
        }
        // Of an unknown value the test is decided by `include_unknown`.
        match nothing_between && *negated == test.include_unknown {
            true if *negated => Truth::Always,
            true => Truth::Never,
            false => Truth::Depends,
        }
    }

    fn event_test(&mut self, test: &EventTest, node: &Value<'_>) -> Truth {
        let events = test.events.filter.as_ref().map(|filter| {
            let mut inside = FilterCheck { kinds: self.kinds, scope: Scope::Event, findings: self.findings };
            inside.truth(filter, child(node, "where"), &HashSet::new())
        });
        if test.at_most.is_some_and(|most| test.at_least > most) {
            let most = test.at_most.unwrap_or_default();
            let found = format!("at least {} and at most {most}", test.at_least);
            self.never(node, &found, "write the smaller number into `at_least`");
            return Truth::Never;
        }
        if test.at_least == 0 && test.at_most.is_none() {
            self.always(child(node, "at_least"), "at least 0 events", "write 1 or more");
            return Truth::Always;
        }
        match events {
            Some(Truth::Never) if test.at_least > 0 => Truth::Never,
            Some(Truth::Never) => Truth::Always,
            _ => Truth::Depends,
        }
    }

    fn never(&mut self, node: &Value<'_>, found: &str, help: &str) {
        let message = format!("expected a filter that can be true, found {found}");
        self.findings.warning(Code::NeverHolds, at(node), message, help);
    }

    fn always(&mut self, node: &Value<'_>, found: &str, help: &str) {
        let message = format!("expected a filter that can be false, found {found}");
        self.findings.warning(Code::AlwaysHolds, at(node), message, help);
    }

    fn unsuitable(&mut self, test: &PropertyTest, operand: &Value<'_>) {
        let Some(kind) = self.kinds.get(&test.property.to_lowercase()).copied() else { return };
        if let Some(instead) = better(kind, &test.operator) {
            let message = format!(
                "expected a test that suits the type \"{}\" of `{}`, found `{}`",
                kind.name(),
                test.property,
                test.operator.name()
            );
            self.findings.warning(Code::UnsuitableOperator, at(operand), message, instead);
        }
    }

    /// A negative test without `include_unknown`, unless something beside it says what holds of contacts without a value: a
    /// test that asks for one, or `is_unknown`.
    fn drops_unknown(&mut self, test: &PropertyTest, node: &Value<'_>, beside: &HashSet<String>) {
        // Whoever writes `"include_unknown": false` means it.
        let said = !std::ptr::eq(child(node, "include_unknown"), node);
        if said || !is_negative(&test.operator) || beside.contains(&test.property.to_lowercase()) {
            return;
        }
        let name = test.operator.name();
        let message =
            format!("expected `{name}` to say what holds of contacts without `{}`, found nothing", test.property);
        let help =
            "it is false of them: add `\"include_unknown\": true` if they are to meet it, false if that is meant";
        self.findings.warning(Code::NegativeDropsUnknown, at(node), message, help);
    }

    fn short_words(&mut self, test: &PropertyTest, operand: &Value<'_>) {
        let Operator::Text(operator @ (TextOperator::Contains | TextOperator::DoesNotContain), words) = &test.operator
        else {
            return;
        };
        if is_address(&test.property) {
            return;
        }
        let Some(word) = words.iter().find(|word| is_short_word(word)) else { return };
        let whole = if *operator == TextOperator::Contains { "contains_word" } else { "does_not_contain_word" };
        let inside = INSIDE.iter().find(|(short, _)| short.eq_ignore_ascii_case(word));
        let inside = inside.map_or_else(String::new, |(_, long)| format!(", such as \"{long}\""));
        let message = format!("expected whole words, found \"{word}\", which sits inside other words{inside}");
        let help = format!("use `{whole}`, unless parts of words are meant");
        self.findings.warning(Code::ShortWord, at(operand), message, help);
    }
}

/// The properties, in lower case, of which a part says what holds of contacts without a value: a test that is not negative.
fn asked_for(parts: &[Filter]) -> HashSet<String> {
    let asks = |filter: &Filter| match filter {
        Filter::Property(test) if !test.include_unknown && !is_negative(&test.operator) => {
            Some(test.property.to_lowercase())
        }
        _ => None,
    };
    parts.iter().filter_map(asks).collect()
}

/// What parts come to together: `decisive` if one of them is that, `neutral` if all are.
fn combine(truths: Vec<Truth>, decisive: Truth, neutral: Truth) -> Truth {
    if truths.contains(&decisive) {
        decisive
    } else if truths.iter().all(|truth| *truth == neutral) {
        neutral
    } else {
        Truth::Depends
    }
}

fn is_negative(operator: &Operator) -> bool {
    matches!(
        operator,
        Operator::IsNotEqualTo(_)
            | Operator::Text(TextOperator::DoesNotContain | TextOperator::DoesNotContainWord, _)
            | Operator::Between { negated: true, .. }
            | Operator::List(ListOperator::IsNoneOf | ListOperator::DoesNotContainAll | ListOperator::IsNotExactly, _)
    )
}

/// Short words with a longer one in which they sit, for messages. Those of more than four letters count as short too.
const INSIDE: [(&str, &str); 18] = [
    ("cto", "Director"),
    ("coo", "Coordinator"),
    ("intern", "International"),
    ("actor", "Contractor"),
    ("rector", "Director"),
    ("vp", "RSVP"),
    ("hr", "Christian"),
    ("it", "Recruiter"),
    ("pr", "President"),
    ("cio", "Delicious"),
    ("cmo", "Tecmo"),
    ("cso", "Ericsson"),
    ("pm", "Development"),
    ("ai", "Retail"),
    ("head", "Headhunter"),
    ("lead", "Leadership"),
    ("rep", "Preparation"),
    ("art", "Department"),
];

/// Four letters or fewer, or known to sit inside longer words. White space at an end shows that somebody thought of it; other
/// scripts do not put spaces between words.
fn is_short_word(word: &str) -> bool {
    let letters = word.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters && (word.len() <= 4 || INSIDE.iter().any(|(short, _)| short.eq_ignore_ascii_case(word)))
}

/// Properties that hold addresses, in which words are not set apart.
fn is_address(property: &str) -> bool {
    let name = property.to_lowercase();
    let parts =
        ["url", "email", "domain", "website", "page", "link", "referrer", "source", "campaign", "phone", "path"];
    parts.iter().any(|part| name.contains(part))
}

/// What to use instead of an operator that does not suit a type.
fn better(kind: PropertyKind, operator: &Operator) -> Option<&'static str> {
    let times = matches!(
        operator,
        Operator::IsBefore(_)
            | Operator::IsAfter(_)
            | Operator::Days(..)
            | Operator::Between { bounds: Bounds::Times(..), .. }
    );
    let numbers = matches!(operator, Operator::Compare(..) | Operator::Between { bounds: Bounds::Numbers(..), .. });
    let texts = matches!(operator, Operator::Text(..));
    let equality = match operator {
        Operator::IsEqualTo(scalars) | Operator::IsNotEqualTo(scalars) => Some(scalars),
        _ => None,
    };
    match kind {
        PropertyKind::Text if times || numbers => {
            Some("values that are no numbers or times count as unknown: correct the type, or compare as text")
        }
        PropertyKind::Number if times || texts => Some("use a comparison such as `is_greater_than`"),
        PropertyKind::Number if matches!(equality, Some(Scalars::Texts(_))) => {
            Some("write the operand as a number, without quotes: as text, 5 and 5.0 differ")
        }
        PropertyKind::Boolean if times || numbers || texts => Some("use `is_equal_to` with true or false"),
        PropertyKind::Boolean if matches!(equality, Some(Scalars::Texts(_) | Scalars::Numbers(_))) => {
            Some("write the operand as true or false, without quotes: that reads yes, no, 1 and 0 too")
        }
        PropertyKind::Time if numbers || texts || equality.is_some() || matches!(operator, Operator::List(..)) => {
            Some("use `is_before`, `is_after`, `is_between` with two times, or an operator that counts days")
        }
        PropertyKind::List if times || numbers => Some("use `is_any_of` or another operator over lists"),
        PropertyKind::List if equality.is_some() => Some("use `is_exactly` or `is_any_of`, which look at the items"),
        _ => None,
    }
}
