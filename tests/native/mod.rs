//! The crate, asked as tests ask it: rulesets and contacts of cases go in, documents come out as JSON.

#![allow(dead_code, reason = "each test binary uses a part")]

use crate::oracle::{Contact, text_of};
use leadscore::Scorer;
use leadscore::contacts::{Format, LoadOptions, Table};
use serde_json::{Value, json};

/// A scorer for a ruleset that must be valid.
pub fn scorer(ruleset: &Value) -> Scorer {
    let checked = leadscore::check(&ruleset.to_string());
    let ruleset = checked.ruleset.unwrap_or_else(|| panic!("{:#?}\n{ruleset}", checked.diagnostics));
    Scorer::new(&ruleset)
}

/// The contacts as one table, read from NDJSON.
pub fn table(contacts: &[Contact]) -> Table {
    let lines: Vec<String> = contacts.iter().map(json_text).collect();
    read(lines.join("\n").as_bytes(), Format::Ndjson, contacts.len())
}

/// The contacts as one table without their events, read from a CSV: every value as its text.
pub fn table_of_csv(contacts: &[Contact]) -> Table {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in contacts.iter().flat_map(|contact| &contact.properties.0) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let header = std::iter::once("id".to_string()).chain(names.iter().map(|name| name.to_string()));
    let mut lines = vec![quoted(header)];
    for contact in contacts {
        let value =
            |name: &&str| contact.properties.0.iter().find(|(own, _)| own == name).map(|(_, value)| text_of(value));
        let values = names.iter().map(|name| value(name).unwrap_or_default());
        lines.push(quoted(contact.id.iter().cloned().chain(values)));
    }
    read(lines.join("\r\n").as_bytes(), Format::Csv, contacts.len())
}

fn read(bytes: &[u8], format: Format, rows: usize) -> Table {
    let loaded = leadscore::contacts::read(bytes, None, &LoadOptions { format: Some(format) }).unwrap();
    assert_eq!(loaded.table.rows(), rows, "{:?}", loaded.report.rows_left_out);
    loaded.table
}

/// A line of a CSV, every field quoted.
fn quoted(fields: impl Iterator<Item = String>) -> String {
    fields.map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect::<Vec<_>>().join(",")
}

/// In the order of the contact's properties, which a `Value` would not keep.
fn json_text(contact: &Contact) -> String {
    serde_json::to_string(contact).unwrap()
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
