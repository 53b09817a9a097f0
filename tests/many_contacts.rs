//! Contacts of a large table have the scores that each has alone, also where a property has more leaves than marks have bits, points are
//! too large to be added up in small numbers, and values give more different points than a look-up holds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::contacts::{LoadOptions, read};
use leadscore::{Ruleset, Scorer};
use serde_json::{Value, json};

const AS_OF: i64 = 1_719_748_800_000; // 2024-06-30T12:00:00Z

/// Rows of which neighbours differ in every column.
fn csv(rows: usize) -> String {
    let mut csv = String::from("id,title,size,seen,pages,plan\n");
    for row in 0..rows {
        let title = ["VP Sales", "Head of Growth", "student", "", "Chief Editor", "N/A"][row % 6];
        let size = if row % 11 == 0 { String::from("many") } else { (row * 7919 % 5003).to_string() };
        let seen = format!("2024-{:02}-{:02}", row % 6 + 1, row % 27 + 1);
        let pages = ["/pricing", "/pricing;/docs", ";", "/careers", "", "/docs;/about;/pricing"][row % 7 % 6];
        csv += &format!("{row},{title},{size},{seen},{pages},plan {}\n", row % 40);
    }
    csv
}

fn ruleset() -> Ruleset {
    let mut criteria: Vec<Value> = Vec::new();
    let mut add = |when: Value, points: f64| {
        criteria.push(json!({ "id": format!("c{}", criteria.len()), "when": when, "points": points }));
    };
    for least in 0..30 {
        add(json!({ "property": "size", "is_greater_than": least * 170 }), f64::from(least) + 0.25);
    }
    add(json!({ "property": "size", "is_unknown": true }), 1_000_000.0);
    add(json!({ "property": "size", "is_not_between": [100, 900], "include_unknown": true }), -999_999.99);
    for word in ["vp", "growth", "student", "editor", "chief", "head", "sales", "of", "intern"] {
        add(json!({ "property": "title", "contains_word": word }), 3.0);
    }
    for days in [30, 60, 90, 120] {
        add(json!({ "property": "seen", "is_less_than_x_days_ago": days }), 7.0);
    }
    add(json!({ "property": "pages", "is_any_of": ["/pricing", "/careers"] }), 11.0);
    add(json!({ "property": "pages", "is_none_of": ["/docs"] }), 13.0);
    add(json!({ "property": "pages", "contains": "about" }), 17.0);
    add(json!({ "property": "pages", "does_not_contain": ["about", "careers"] }), 19.0);
    add(
        json!({ "all": [{ "property": "pages", "contains": "pricing" }, { "property": "title", "is_known": true }] }),
        23.0,
    );
    add(
        json!({ "any": [{ "property": "absent", "is_unknown": true }, { "property": "title", "contains": "x" }] }),
        29.0,
    );
    add(
        json!({ "not": { "any": [{ "property": "size", "is_known": true }, { "property": "plan", "ends_with": "7" }] } }),
        500_000.0,
    );
    let few: Value = (0..40).map(|plan| (format!("plan {plan}"), json!(plan % 5 * 10))).collect();
    let many: Value = (0..40).map(|plan| (format!("plan {plan}"), json!(f64::from(plan) - 20.5))).collect();
    criteria.push(json!({ "id": "few", "property": "plan", "values": few, "default": -1 }));
    criteria.push(json!({ "id": "many", "property": "plan", "values": many, "limit": { "max": 15 } }));
    criteria.push(
        json!({ "id": "muted", "enabled": false, "when": { "property": "plan", "is_known": true }, "points": 5 }),
    );
    let second = json!({ "id": "at_least", "when": { "property": "title", "contains": "vp" }, "points": 2, "limit": { "min": 1 } });
    let ruleset = json!({
        "unknown_values": ["N/A"],
        "scores": [{ "id": "s", "groups": [
            { "id": "first", "criteria": criteria },
            { "id": "second", "limit": { "max": 1.5 }, "criteria": [second] },
        ] }],
        "bands": [{ "score": "s", "ranges": [
            { "label": "high", "at_least": 400, "when": { "property": "pages", "is_known": true } },
            { "label": "low", "at_least": 0 },
        ] }],
    });
    ruleset.to_string().parse().unwrap()
}

#[test]
fn each_contact_of_many_scores_as_it_does_alone() {
    const ROWS: usize = 5_003; // more than two blocks, and no multiple of sixteen
    let (csv, scorer) = (csv(ROWS), Scorer::new(&ruleset()));
    let table = read(csv.as_bytes(), None, &LoadOptions::default()).unwrap().table;
    let together = scorer.score(&table, AS_OF);
    let mut seen = std::collections::HashSet::new();
    for (row, line) in csv.lines().skip(1).enumerate() {
        let alone = scorer.score(&table.contact(row), AS_OF);
        assert_eq!(together.hundredths(0)[row], alone.hundredths(0)[0], "{line}");
        assert_eq!(together.band(0, row), alone.band(0, 0), "{line}");
        seen.insert((together.hundredths(0)[row], together.band(0, row)));
    }
    assert!(seen.len() > 500, "contacts that are all alike would show nothing: {}", seen.len());
}
