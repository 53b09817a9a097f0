//! Valid rulesets: every kind of criterion, decay, limits, bands and matrices.

use super::filters::{filter, filter_with_scores, selection};
use super::instants::days;
use crate::oracle::number;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A ruleset with one to three scores.
pub fn ruleset() -> BoxedStrategy<Value> {
    (1..4_usize)
        .prop_flat_map(|scores| {
            let ids: Vec<String> = (0..scores).map(|place| format!("s{place}")).collect();
            let bands = (vec(option::of(ranges(ids.clone())), scores), vec(matrix(ids), 0..2));
            (vec(score(), scores), bands, unknown_values(), properties())
        })
        .prop_map(|(scores, (bands, matrices), unknown_values, properties)| {
            let mut sets = Vec::new();
            for (place, ranges) in bands.into_iter().enumerate() {
                sets.extend(ranges.map(|ranges| json!({ "score": format!("s{place}"), "ranges": ranges })));
            }
            for (place, mut matrix) in matrices.into_iter().enumerate() {
                matrix["id"] = json!(format!("m{place}"));
                sets.push(matrix);
            }
            json!({
                "unknown_values": unknown_values,
                "properties": properties,
                "scores": numbered("s", scores),
                "bands": sets,
            })
        })
        .boxed()
}

/// A ruleset with nothing but one criterion `c`.
pub fn ruleset_of_one_criterion() -> BoxedStrategy<Value> {
    criterion(false)
        .prop_map(|mut criterion| {
            criterion["id"] = json!("c");
            json!({ "scores": [{ "id": "s", "groups": [{ "id": "g", "criteria": [criterion] }] }] })
        })
        .boxed()
}

fn unknown_values() -> impl Strategy<Value = Value> {
    select(vec![json!([]), json!(["select", "N/A"]), json!([" 0 ", "École"])])
}

fn properties() -> impl Strategy<Value = Value> {
    select(vec![
        json!({ "size": { "type": "number", "aliases": ["Company Size"] } }),
        json!({ " SIZE": { "unknown_values": ["-", "5"], "aliases": ["x", "company size "] }, "tags": { "unknown_values": ["A"] } }),
        json!({}),
    ])
}

/// Each with an id of its place.
fn numbered(prefix: &str, objects: Vec<Value>) -> Vec<Value> {
    let with_id = |(place, mut object): (usize, Value)| {
        object["id"] = json!(format!("{prefix}{place}"));
        object
    };
    objects.into_iter().enumerate().map(with_id).collect()
}

fn score() -> BoxedStrategy<Value> {
    let rescale = option::weighted(0.3, (hundredths(), 1..5000_i64));
    (vec(group(), 0..4), limit(), rescale)
        .prop_map(|(mut groups, limit, rescale)| {
            for (place, group) in groups.iter_mut().enumerate() {
                let criteria = group["criteria"].as_array().expect("a list").clone();
                group["criteria"] = numbered(&format!("g{place}.c"), criteria).into();
            }
            let mut score = json!({ "groups": numbered("g", groups) });
            put(&mut score, "limit", limit);
            put(
                &mut score,
                "rescale",
                rescale.map(|(from, width)| json!({ "from": number(from), "to": number(from + width) })),
            );
            score
        })
        .boxed()
}

fn group() -> BoxedStrategy<Value> {
    option::weighted(0.4, decay())
        .prop_flat_map(|decay| {
            let criteria = vec(criterion(decay.is_some()), 0..5);
            (Just(decay), criteria, limit())
        })
        .prop_map(|(decay, criteria, limit)| {
            let mut group = json!({ "criteria": criteria });
            put(&mut group, "decay", decay);
            put(&mut group, "limit", limit);
            group
        })
        .boxed()
}

fn criterion(group_decays: bool) -> BoxedStrategy<Value> {
    let kind = prop_oneof![condition(), by_value(), by_event()];
    let since = select(vec!["due", "DUE ", "jobtitle", "size"]);
    (kind, option::weighted(0.3, decay()), since, limit(), option::weighted(0.2, any::<bool>()))
        .prop_map(move |(mut criterion, decay, since, limit, enabled)| {
            let decays = group_decays || decay.is_some();
            let by_event = criterion.get("event").is_some();
            put(&mut criterion, "since", (decays && !by_event).then(|| json!(since)));
            put(&mut criterion, "decay", decay);
            put(&mut criterion, "limit", limit);
            put(&mut criterion, "enabled", enabled.map(Value::from));
            criterion
        })
        .boxed()
}

fn condition() -> BoxedStrategy<Value> {
    (filter(), points()).prop_map(|(when, points)| json!({ "when": when, "points": points })).boxed()
}

fn by_value() -> BoxedStrategy<Value> {
    let keys = select(vec!["a", " B", "vp sales", "École", "5", "TRUE", "yes", "c", "a;b"]);
    let property = select(vec!["jobtitle", "tags", "TAGS ", "size", "agreed"]);
    (property, btree_map(keys, points(), 0..6), option::of(points()))
        .prop_map(|(property, values, default)| {
            let mut criterion = json!({ "property": property, "values": values });
            put(&mut criterion, "default", default);
            criterion
        })
        .boxed()
}

fn by_event() -> BoxedStrategy<Value> {
    let once_per = option::of(select(vec!["day", "email_id", "url", "EMAIL_ID", "tags", "absent"]));
    let each = (points(), option::of(1..4_u32)).prop_map(|(points, max)| {
        let mut award = Map::from_iter([("points".to_string(), points)]);
        award.extend(max.map(|max| ("max_occurrences".to_string(), json!(max))));
        award
    });
    let frequency = frequency().prop_map(|ranges| Map::from_iter([("frequency".to_string(), ranges)]));
    (selection(), once_per, prop_oneof![each, frequency])
        .prop_map(|(mut criterion, once_per, award)| {
            criterion.extend(award);
            criterion.extend(once_per.map(|once_per| ("once_per".to_string(), json!(once_per))));
            Value::Object(criterion)
        })
        .boxed()
}

/// Ranges with gaps or without, the last one perhaps without end.
fn frequency() -> BoxedStrategy<Value> {
    (vec((1..3_u64, 0..3_u64, points()), 1..4), any::<bool>(), any::<bool>())
        .prop_map(|(steps, endless, backwards)| {
            let mut ranges = Vec::new();
            let mut last = 0;
            for (gap, width, points) in steps {
                let from = last + gap;
                last = from + width;
                ranges.push(json!({ "from": from, "to": last, "points": points }));
            }
            if endless {
                ranges.last_mut().and_then(Value::as_object_mut).expect("a range").remove("to");
            }
            if backwards {
                ranges.reverse();
            }
            Value::from(ranges)
        })
        .boxed()
}

fn decay() -> BoxedStrategy<Value> {
    let percent = select(vec![json!(0.01), json!(10), json!(25), json!(33.33), json!(50), json!(99.99), json!(100)]);
    (percent, days(), option::of(select(vec!["linear", "compound"])))
        .prop_map(|(percent, every_days, shape)| {
            let mut decay = json!({ "percent": percent, "every_days": every_days });
            put(&mut decay, "shape", shape.map(Value::from));
            decay
        })
        .boxed()
}

fn limit() -> BoxedStrategy<Option<Value>> {
    option::weighted(0.4, (hundredths(), 0..2000_i64, 0..3))
        .prop_map(|limit| {
            limit.map(|(least, width, ends)| match ends {
                0 => json!({ "min": number(least) }),
                1 => json!({ "max": number(least) }),
                _ => json!({ "min": number(least), "max": number(least + width) }),
            })
        })
        .boxed()
}

/// Ranges of bands, in any order, overlapping or not.
fn ranges(scores: Vec<String>) -> BoxedStrategy<Value> {
    let range = (0..5, hundredths(), 1..2000_i64, option::weighted(0.3, filter_with_scores(scores)));
    vec(range, 1..5)
        .prop_map(|ranges| {
            let range = |(place, (ends, least, width, when)): (usize, (i32, i64, i64, Option<Value>))| {
                let mut range = match ends {
                    0 => json!({ "at_most": number(least) }),
                    1 => json!({ "at_least": number(least), "below": number(least + width) }),
                    2 => json!({ "at_least": number(least), "at_most": number(least + width) }),
                    _ => json!({ "at_least": number(least) }),
                };
                range["label"] = json!(format!("B{place}"));
                put(&mut range, "when", when);
                range
            };
            ranges.into_iter().enumerate().map(range).collect()
        })
        .boxed()
}

fn matrix(scores: Vec<String>) -> BoxedStrategy<Value> {
    let side = || (select(scores.clone()), ranges(scores.clone()));
    (side(), side())
        .prop_map(|((row, rows), (column, columns))| {
            json!({ "rows": { "score": row, "ranges": rows }, "columns": { "score": column, "ranges": columns } })
        })
        .boxed()
}

/// Points of a rule.
fn points() -> BoxedStrategy<Value> {
    prop_oneof![
        select(vec![json!(10), json!(-10), json!(0.05), json!(-0.05), json!(0.01), json!(3.33), json!(0), json!(100)]),
        hundredths().prop_map(number),
    ]
    .boxed()
}

fn hundredths() -> BoxedStrategy<i64> {
    (-1500..2500_i64).boxed()
}

fn put(object: &mut Value, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object[key] = value;
    }
}
