//! Texts that criteria look for in a property, and where they are found inside longer words only.

use super::mentions::{Asked, Mention};
use super::naming::{asserted_text, test};
use super::subject::Found;
use crate::contacts::Tally;
use crate::ruleset::{Operator, TextOperator};
use crate::scoring::reading::{Reading, lower};
use crate::scoring::test::Test;

/// So many texts are tried for a property.
const TRIED: usize = 1_000;

/// So many longer texts of a criterion are held against each.
const LONGER: usize = 20;

/// So many values are shown for each.
const SHOWN: usize = 20;

/// A test that looks for texts without asking where words end.
pub(super) struct Sought<'r> {
    pub(super) criterion: (&'r str, &'r str),
    pub(super) operator: &'r Operator,
    /// Whether any of the texts occurs, as the operator looks for it; and whether any occurs as a word.
    any: Test,
    as_word: Test,
    pub(super) texts: Vec<SoughtText<'r>>,
    /// How many texts a value is held against.
    pub(super) work: usize,
}

/// One of the texts.
pub(super) struct SoughtText<'r> {
    pub(super) operand: &'r str,
    occurs: Test,
    /// Whether a longer text occurs as a word that contains this one and for which the same criterion looks: `international`, beside `intern`.
    longer: Option<Test>,
    pub(super) found: Found,
}

/// The tests of criteria that look for texts in a property.
pub(super) fn sought<'r>(mentions: &[Mention<'r>]) -> Vec<Sought<'r>> {
    let mut sought: Vec<Sought<'r>> = Vec::new();
    let mut left = TRIED;
    for of_criterion in mentions.chunk_by(|a, b| a.asking == b.asking) {
        let Some(criterion) = of_criterion.first().and_then(|mention| mention.asking) else { continue };
        let texts: Vec<&str> =
            of_criterion.iter().flat_map(|mention| texts(mention)).map(String::as_str).take(TRIED).collect();
        let mut known: Vec<(&str, String)> = Vec::new();
        for mention in of_criterion {
            let Some((operator, kind, operands)) = without_word_ends(mention) else { continue };
            // A text for which a criterion looks twice is one finding.
            let mut is_new = |operand: &&String| {
                let text = (operator.name(), lower(operand).into_owned());
                let is_new = !known.contains(&text);
                known.extend(is_new.then_some(text));
                is_new
            };
            let new: Vec<&String> = operands.iter().take(left).filter(&mut is_new).collect();
            if new.is_empty() {
                continue;
            }
            left -= new.len();
            let of = |kind, operands: Vec<String>| test(Operator::Text(kind, operands));
            sought.push(Sought {
                criterion,
                operator,
                any: of(kind, new.iter().map(|operand| (*operand).clone()).collect()),
                as_word: of(TextOperator::ContainsWord, operands.to_vec()),
                work: 2 * new.len() + operands.len(),
                texts: new
                    .into_iter()
                    .map(|operand| SoughtText {
                        operand,
                        occurs: of(kind, vec![operand.clone()]),
                        longer: longer(operand, &texts),
                        found: Found::new(SHOWN),
                    })
                    .collect(),
            });
        }
    }
    sought
}

/// A test that looks for texts without asking where words end, with the operator that asks for what a negative one excludes.
fn without_word_ends<'r>(mention: &Mention<'r>) -> Option<(&'r Operator, TextOperator, &'r [String])> {
    let Asked::Test { operator: operator @ Operator::Text(kind, operands), .. } = mention.asked else { return None };
    let kind = asserted_text(*kind);
    matches!(kind, TextOperator::Contains | TextOperator::StartsWith | TextOperator::EndsWith)
        .then_some((operator, kind, operands))
}

/// The texts that a test looks for, with word ends or without.
fn texts<'r>(mention: &Mention<'r>) -> &'r [String] {
    match mention.asked {
        Asked::Test { operator: Operator::Text(kind, operands), .. } if *kind != TextOperator::MatchesRegex => operands,
        _ => &[],
    }
}

fn longer(operand: &str, texts: &[&str]) -> Option<Test> {
    let operand = lower(operand.trim());
    let is_longer = |text: &&&str| {
        let text = lower(text.trim());
        text.len() > operand.len() && text.contains(operand.as_ref())
    };
    let longer: Vec<String> = texts.iter().filter(is_longer).take(LONGER).map(|text| (*text).to_owned()).collect();
    (!longer.is_empty()).then(|| test(Operator::Text(TextOperator::ContainsWord, longer)))
}

impl Sought<'_> {
    /// Looks into a value.
    pub(super) fn look(&mut self, code: u32, value: &Reading<'_>, tally: &Tally<'_>, as_of: i64) {
        let holds = |test: &Test| test.holds(Some(value), as_of);
        if !holds(&self.any) || holds(&self.as_word) {
            return;
        }
        for text in &mut self.texts {
            if holds(&text.occurs) && !text.longer.as_ref().is_some_and(holds) {
                text.found.add(code, tally);
            }
        }
    }
}
