//! The crate, asked as tests ask it: rulesets and contacts of cases go in, documents come out as JSON.

#![allow(dead_code, reason = "each test binary uses a part")]

use crate::oracle::{Contact, items_of, text_of};
use leadscore::Scorer;
use leadscore::contacts::{Table, TableBuilder};
use serde_json::{Value, json};
use std::collections::HashMap;

/// A scorer for a ruleset that must be valid.
pub fn scorer(ruleset: &Value) -> Scorer {
    let checked = leadscore::check(&ruleset.to_string());
    let ruleset = checked.ruleset.unwrap_or_else(|| panic!("{:#?}\n{ruleset}", checked.diagnostics));
    Scorer::new(&ruleset)
}

/// The contacts as one table, with columns in the order in which their names first appear.
pub fn table(contacts: &[Contact]) -> Table {
    let mut builder = TableBuilder::default();
    let (mut columns, mut event_columns) = (HashMap::new(), HashMap::new());
    for contact in contacts {
        let row = builder.begin_row();
        if let Some(id) = &contact.id {
            builder.set_id(row, id).unwrap();
        }
        for (name, value) in &contact.properties.0 {
            let column = *columns.entry(name).or_insert_with(|| builder.add_column(name));
            match value {
                Value::Array(_) => builder.set_list(row, column, items_of(value).iter().map(String::as_str)).unwrap(),
                _ => builder.set_text(row, column, &text_of(value)).unwrap(),
            }
        }
        for event in &contact.events {
            let place = builder.add_event(row, &event.kind, event.instant()).unwrap();
            for (name, value) in &event.properties.0 {
                let column = *event_columns.entry(name).or_insert_with(|| builder.add_event_column(name));
                match value {
                    Value::Array(_) => {
                        builder.set_event_list(place, column, items_of(value).iter().map(String::as_str)).unwrap();
                    }
                    _ => builder.set_event_text(place, column, &text_of(value)).unwrap(),
                }
            }
        }
    }
    builder.finish()
}

/// Every contact's scorecard, in order.
pub fn scorecards(scorer: &Scorer, table: &Table, as_of: i64) -> Vec<Value> {
    let results = scorer.score(table, as_of);
    results.scorecards(table).map(|card| json!(card)).collect()
}

/// Why the contact in a row has its scores.
pub fn ledger(scorer: &Scorer, table: &Table, row: usize, as_of: i64) -> Value {
    json!(scorer.explain(table, row, as_of).expect("a row that is there"))
}
