//! Warnings about the order of stages.

use super::{child, element};
use crate::ruleset::automation::Stage;
use crate::ruleset::diagnostic::Code;
use crate::ruleset::findings::{Findings, at};
use crate::ruleset::points::Points;
use crate::ruleset::result_filter::ResultFilter;
use jsonc_parser::ast::Value;
use std::collections::HashMap;

/// Warns about stages that pass over an earlier one: of the stages that somebody can enter it is the latest that counts.
pub(in crate::ruleset) fn stage_order(stages: &[Stage], list: &Value<'_>, findings: &mut Findings) {
    // For each score the stage so far that begins highest.
    let mut highest: HashMap<usize, (Option<Points>, &str)> = HashMap::new();
    for (index, stage) in stages.iter().enumerate() {
        let Some(ResultFilter::Score(test)) = &stage.enter_when else { continue };
        let begins = test.range.at_least;
        match highest.get(&test.score) {
            Some((earlier, id)) if begins <= *earlier => {
                let message = format!(
                    "expected a later stage to begin at more points than an earlier one, found \"{}\" to begin at {}, and \"{id}\" at {}",
                    stage.id,
                    points(begins),
                    points(*earlier)
                );
                let help = "of the stages that a contact can enter the latest counts: change the order or the points";
                findings.warning(Code::StageOrder, at(child(element(list, index), "enter_when")), message, help);
            }
            _ => {
                highest.insert(test.score, (begins, &stage.id));
            }
        }
    }
}

fn points(begins: Option<Points>) -> String {
    begins.map_or_else(|| "any number".to_owned(), |points| points.to_string())
}
