//! Filters over the vocabulary of the contacts: every operator with operands that some values meet.

use super::instants::{days, written};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Every operator of property tests.
pub const OPERATORS: [&str; 29] = [
    "is_known",
    "is_unknown",
    "is_equal_to",
    "is_not_equal_to",
    "contains",
    "does_not_contain",
    "contains_word",
    "does_not_contain_word",
    "starts_with",
    "ends_with",
    "matches_regex",
    "is_greater_than",
    "is_greater_than_or_equal_to",
    "is_less_than",
    "is_less_than_or_equal_to",
    "is_between",
    "is_not_between",
    "is_before",
    "is_after",
    "is_less_than_x_days_ago",
    "is_more_than_x_days_ago",
    "is_less_than_x_days_from_now",
    "is_more_than_x_days_from_now",
    "is_any_of",
    "is_none_of",
    "contains_all",
    "does_not_contain_all",
    "is_exactly",
    "is_not_exactly",
];

/// Properties of contacts, as rules name them.
const PROPERTIES: &[&str] = &["jobtitle", "size", " Size", "agreed", "due", "tags", "TAGS", "absent"];
/// Properties of events, as rules name them.
const EVENT_PROPERTIES: &[&str] = &["url", "URL", "seconds", "email_id", "tags", "absent"];

/// A filter over a contact and its events.
pub fn filter() -> BoxedStrategy<Value> {
    combined(prop_oneof![2 => property_test(PROPERTIES), 1 => event_test()].boxed())
}

/// A filter over a contact, its events and the scores with these ids.
pub fn filter_with_scores(scores: Vec<String>) -> BoxedStrategy<Value> {
    let score = (select(scores), 0..4, -20..40_i64, 1..30_i64).prop_map(|(score, ends, least, width)| match ends {
        0 => json!({ "score": score, "at_least": least }),
        1 => json!({ "score": score, "at_most": least }),
        2 => json!({ "score": score, "at_least": least, "below": least + width }),
        _ => json!({ "score": score, "at_least": least, "at_most": least + width }),
    });
    combined(prop_oneof![1 => property_test(PROPERTIES), 1 => event_test(), 2 => score].boxed())
}

/// Which events count: the type, perhaps `where`, perhaps a window.
pub fn selection() -> BoxedStrategy<Map<String, Value>> {
    let kind = select(vec!["page_view", " PAGE_VIEW", "email_open", "form", "never"]);
    (kind, option::of(combined(property_test(EVENT_PROPERTIES))), option::of(days()))
        .prop_map(|(kind, filter, days)| {
            let mut selection = Map::new();
            selection.insert("event".into(), json!(kind));
            selection.extend(filter.map(|filter| ("where".to_string(), filter)));
            selection.extend(days.map(|days| ("within_days".to_string(), json!(days))));
            selection
        })
        .boxed()
}

/// A test of one contact property with this operator.
pub fn test_with(operator: &'static str) -> BoxedStrategy<Value> {
    test(PROPERTIES, Just(operator).boxed())
}

fn combined(tests: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    tests
        .prop_recursive(2, 6, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 0..4).prop_map(|filters| json!({ "all": filters })),
                vec(inner.clone(), 0..4).prop_map(|filters| json!({ "any": filters })),
                inner.prop_map(|filter| json!({ "not": filter })),
            ]
        })
        .boxed()
}

fn event_test() -> BoxedStrategy<Value> {
    (selection(), 0..5, 0..4_u32, 0..3_u32)
        .prop_map(|(mut test, numbers, least, width)| {
            let numbers = match numbers {
                0 => vec![],
                1 => vec![("at_least", least.max(1))],
                2 => vec![("at_most", least)],
                3 => vec![("at_least", least), ("at_most", least + width)],
                _ => vec![("exactly", least)],
            };
            test.extend(numbers.into_iter().map(|(key, number)| (key.to_string(), json!(number))));
            Value::Object(test)
        })
        .boxed()
}

fn property_test(names: &'static [&'static str]) -> BoxedStrategy<Value> {
    test(names, select(&OPERATORS[..]).boxed())
}

fn test(names: &'static [&'static str], operator: BoxedStrategy<&'static str>) -> BoxedStrategy<Value> {
    let operation = operator.prop_flat_map(|operator| (Just(operator), operand(operator)));
    (select(names), operation, option::weighted(0.3, any::<bool>()))
        .prop_map(|(name, (operator, operand), include_unknown)| {
            let mut test = json!({ "property": name });
            test[operator] = operand;
            if let Some(include_unknown) = include_unknown.filter(|_| !["is_known", "is_unknown"].contains(&operator)) {
                test["include_unknown"] = json!(include_unknown);
            }
            test
        })
        .boxed()
}

fn operand(operator: &'static str) -> BoxedStrategy<Value> {
    match operator {
        "is_known" | "is_unknown" => Just(json!(true)).boxed(),
        "is_equal_to" | "is_not_equal_to" => {
            prop_oneof![one_or_more(words()), one_or_more(numbers()), any::<bool>().prop_map(Value::from)].boxed()
        }
        "matches_regex" => {
            let patterns = ["vp", "^vp$", "^[a-z]+ ", r"\bvp\b", r"\d+", r"^\w+$", "É", "a|5", r"(?-i)VP", " s"];
            one_or_more(select(patterns.map(|pattern| json!(pattern)).to_vec()).boxed())
        }
        "is_between" | "is_not_between" => prop_oneof![pair(numbers()), pair(written().boxed())].boxed(),
        "is_before" | "is_after" => written().boxed(),
        _ if operator.contains("_days_") => prop_oneof![4 => days(), 1 => Just(0)].prop_map(Value::from).boxed(),
        _ if operator.contains("greater") || operator.contains("less") => numbers(),
        _ if operator.contains("contain") && !operator.contains("all") || operator.ends_with("_with") => {
            one_or_more(words())
        }
        _ => one_or_more(items()),
    }
}

/// One operand, or a list of some.
fn one_or_more(operands: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop_oneof![operands.clone(), vec(operands, 1..4).prop_map(Value::from)].boxed()
}

/// Two bounds, the lower one first.
fn pair(bounds: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let place = |bound: &Value| match bound {
        Value::Number(number) => number.as_f64().expect("a number"),
        other => crate::oracle::instant(other.as_str().expect("a text")).expect("a time") as f64,
    };
    let same_kind = |(low, high): &(Value, Value)| low.is_number() == high.is_number();
    (bounds.clone(), bounds)
        .prop_filter("two numbers or two times", same_kind)
        .prop_map(move |(low, high)| if place(&low) <= place(&high) { json!([low, high]) } else { json!([high, low]) })
        .boxed()
}

fn words() -> BoxedStrategy<Value> {
    let words = [
        "vp", "VP", "vp ", "intern", "director", "école", "ÉCOLE", "i", "οδος", "ΟΔΟΣ", "c++", "经", "5", "a",
        "/pricing", ";", "true",
    ];
    select(words.map(|word| json!(word)).to_vec()).boxed()
}

fn numbers() -> BoxedStrategy<Value> {
    select(vec![
        json!(0),
        json!(1),
        json!(5),
        json!(9.99),
        json!(10),
        json!(-1),
        json!(5.0),
        json!(1e3),
        json!(1718452800000_i64),
    ])
    .boxed()
}

fn items() -> BoxedStrategy<Value> {
    select(vec![json!("a"), json!("B"), json!(" c "), json!(5), json!(5.0), json!(true), json!("vp"), json!("yes")])
        .boxed()
}
