//! What a right ruleset decodes to.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use leadscore::ruleset::*;
use leadscore::{Points, check};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn decoded(text: &str) -> Ruleset {
    let checked = check(text);
    checked.ruleset.unwrap_or_else(|| panic!("{:#?}\n{text}", checked.diagnostics))
}

/// The only criterion of a ruleset in which it is the only one.
fn criterion(json: &str) -> Criterion {
    let text = format!(
        r#"{{ "scores": [{{ "id": "s", "groups": [{{ "id": "g", "criteria": [{{ "id": "c", {json} }}] }}] }}] }}"#
    );
    decoded(&text).scores.remove(0).groups.remove(0).criteria.remove(0)
}

fn filter(json: &str) -> Filter {
    match criterion(&format!(r#""when": {json}, "points": 1"#)).rule {
        Rule::Condition { when, .. } => when,
        other => panic!("{other:?}"),
    }
}

fn operator(json: &str) -> Operator {
    match filter(&format!(r#"{{ "property": "p", {json} }}"#)) {
        Filter::Property(test) => test.operator,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_ruleset_of_the_description_decodes() {
    let description = include_str!("../pkg/RULESET.md");
    let text = description.split("```json").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(leadscore::check(text).diagnostics, [], "an example is followed: nothing in it is suspect");
    let ruleset = decoded(text);
    assert_eq!(ruleset.name, "Inbound");
    assert_eq!(ruleset.unknown_values, ["Select", "N/A"]);
    assert_eq!(ruleset.properties[0].kind, Some(PropertyKind::Number));
    assert_eq!(ruleset.properties[0].aliases, ["Number of Employees"]);
    let group = &ruleset.scores[0].groups[0];
    assert_eq!(group.limit, Limit { min: Some(points("-20")), max: Some(points("40")) });
    let Rule::Condition { when: Filter::Event(test), points: gained, since: None } = &group.criteria[0].rule else {
        panic!("{:?}", group.criteria[0].rule)
    };
    assert_eq!(*gained, points("15"));
    assert_eq!((test.at_least, test.at_most, test.events.within_days), (2, None, Some(30)));
    let BandSet::Score(bands) = &ruleset.bands[0] else { panic!("{:?}", ruleset.bands) };
    let range = |index: usize| bands.ranges[index].range;
    assert_eq!(range(0), PointsRange { at_least: Some(points("65")), below: None });
    assert_eq!(range(1), PointsRange { at_least: Some(points("35")), below: None });
    assert_eq!((ruleset.lists.len(), ruleset.workflows.len()), (2, 1));
    let lifecycle = ruleset.lifecycle.unwrap();
    assert_eq!(lifecycle.exclude, Some(ResultFilter::List(1)));
    assert_eq!(lifecycle.stages[2].enter_when, Some(ResultFilter::List(0)));
    assert_eq!(ruleset.workflows[0].actions.len(), 2);
}

#[test]
fn every_operator_decodes_and_is_written_again_as_it_was_read() {
    for (name, operand) in [
        ("is_known", "true"),
        ("is_unknown", "true"),
        ("is_equal_to", r#""a""#),
        ("is_equal_to", "[1,2.5]"),
        ("is_not_equal_to", "true"),
        ("contains", r#""vp ""#),
        ("does_not_contain", r#"["a","b"]"#),
        ("contains_word", r#""intern""#),
        ("does_not_contain_word", r#""intern""#),
        ("starts_with", r#""+49""#),
        ("ends_with", r#""@example.com""#),
        ("matches_regex", r#""^a+$""#),
        ("is_greater_than", "-1"),
        ("is_greater_than_or_equal_to", "1000000"),
        ("is_less_than", "0.5"),
        ("is_less_than_or_equal_to", "1e+300"),
        ("is_between", "[1,2]"),
        ("is_not_between", r#"["2024-03-12T00:00:00Z","2024-03-13T00:00:00Z"]"#),
        ("is_before", r#""2024-03-12T00:00:00Z""#),
        ("is_after", r#""2024-03-12T09:14:26.123Z""#),
        ("is_less_than_x_days_ago", "0"),
        ("is_more_than_x_days_ago", "100000"),
        ("is_less_than_x_days_from_now", "7"),
        ("is_more_than_x_days_from_now", "7"),
        ("is_any_of", r#"["a","b"]"#),
        ("is_none_of", r#""a""#),
        ("contains_all", r#"["a","b"]"#),
        ("does_not_contain_all", r#"["a","b"]"#),
        ("is_exactly", r#"["a","b"]"#),
        ("is_not_exactly", r#"["a","b"]"#),
    ] {
        let operator = operator(&format!(r#""{name}": {operand}"#));
        assert_eq!(operator.name(), name);
        assert_eq!(operator.operand().to_string(), operand, "{name}");
    }
}

#[test]
fn operands_are_read_as_their_operator_needs_them() {
    assert_eq!(operator(r#""is_equal_to": " a ""#), Operator::IsEqualTo(Scalars::Texts(vec!["a".into()])));
    assert_eq!(
        operator(r#""contains": [" a "]"#),
        Operator::Text(TextOperator::Contains, vec![" a ".into()]),
        "white space counts"
    );
    assert_eq!(
        operator(r#""is_any_of": [5.0, 1e21, 1e-7, 0.1, -0, true, " x "]"#),
        Operator::List(ListOperator::IsAnyOf, ["5", "1e+21", "1e-7", "0.1", "0", "true", "x"].map(String::from).into()),
        "as JavaScript writes them"
    );
    assert_eq!(operator(r#""is_before": 86400000"#), Operator::IsBefore(86_400_000));
    assert_eq!(operator(r#""is_before": "1970-01-02""#), Operator::IsBefore(86_400_000));
    assert_eq!(operator(r#""is_less_than_x_days_ago": 3e1"#), Operator::Days(DaysOperator::IsLessThanXDaysAgo, 30));
}

#[test]
fn event_tests_count_at_least_one_unless_they_say_otherwise() {
    for (json, at_least, at_most) in [
        ("", 1, None),
        (r#", "at_least": 2"#, 2, None),
        (r#", "at_most": 3"#, 0, Some(3)),
        (r#", "at_least": 2, "at_most": 3"#, 2, Some(3)),
        (r#", "exactly": 0"#, 0, Some(0)),
    ] {
        let Filter::Event(test) = filter(&format!(r#"{{ "event": "page_view"{json} }}"#)) else { panic!("{json}") };
        assert_eq!((test.at_least, test.at_most), (at_least, at_most), "{json}");
    }
}

#[test]
fn criteria_of_the_other_kinds_decode() {
    let rule =
        criterion(r#""property": "industry", "values": { "Software": 10, " Gambling ": -10.5 }, "default": 1"#).rule;
    let values = vec![("Software".to_owned(), points("10")), ("Gambling".to_owned(), points("-10.5"))];
    let property = "industry".to_owned();
    assert_eq!(rule, Rule::ByValue { property, values, default: points("1"), since: None });

    let rule = criterion(r#""event": "email_open", "once_per": "day", "max_occurrences": 5, "points": 2"#).rule;
    let Rule::ByEvent { once_per, award, .. } = rule else { panic!("{rule:?}") };
    assert_eq!(once_per, Some(OncePer::Day));
    assert_eq!(award, Award::PerOccurrence { points: points("2"), max_occurrences: Some(5) });

    let rule = criterion(
        r#""event": "visit", "once_per": "email_id",
           "frequency": [{ "from": 4, "points": 5 }, { "from": 1, "to": 3, "points": 2 }]"#,
    )
    .rule;
    let Rule::ByEvent { once_per, award: Award::Frequency(ranges), .. } = rule else { panic!("{rule:?}") };
    assert_eq!(once_per, Some(OncePer::Property("email_id".into())));
    assert_eq!(
        ranges,
        [
            FrequencyRange { from: 1, to: Some(3), points: points("2") },
            FrequencyRange { from: 4, to: None, points: points("5") },
        ],
        "sorted"
    );
}

#[test]
fn decay_and_since_decode() {
    let criterion = criterion(
        r#""when": { "property": "p", "is_known": true }, "points": 8, "since": "last_seen",
           "decay": { "percent": 12.5, "every_days": 30, "shape": "compound" }"#,
    );
    assert_eq!(criterion.decay, Some(Decay { basis_points: 1250, every_days: 30, shape: DecayShape::Compound }));
    assert!(matches!(criterion.rule, Rule::Condition { since: Some(since), .. } if since == "last_seen"));
}

#[test]
fn a_matrix_has_rows_and_columns() {
    let ruleset = decoded(
        r#"{ "scores": [{ "id": "fit", "groups": [] }, { "id": "engagement", "groups": [] }], "bands": [{ "id": "priority",
            "rows": { "score": "fit", "ranges": [{ "label": "A", "at_least": 50 }] },
            "columns": { "score": "engagement", "ranges": [{ "label": "1",
                "when": { "score": "fit", "at_least": 20, "at_most": 30 } }] } }] }"#,
    );
    let BandSet::Matrix { id, rows, columns, .. } = &ruleset.bands[0] else { panic!("{:?}", ruleset.bands) };
    assert_eq!((id.as_str(), rows.score, columns.score), ("priority", 0, 1));
    let range = PointsRange { at_least: Some(points("20")), below: Some(points("30.01")) };
    assert_eq!(columns.ranges[0].when, Some(Filter::Score(ScoreTest { score: 0, range })));
}

/// A ruleset with one score, its bands, and these parts.
fn with(parts: &str) -> Ruleset {
    decoded(&format!(
        r#"{{ "scores": [{{ "id": "lead", "groups": [] }}],
              "bands": [{{ "score": "lead", "ranges": [{{ "label": "SQL", "at_least": 0 }}] }}], {parts} }}"#
    ))
}

#[test]
fn lists_hold_filters_over_results_or_members() {
    let ruleset = with(
        r#""lists": [
            { "id": "sqls", "label": "SQLs", "when": { "all": [
                { "list": "partners" }, { "property": "p", "is_known": true }, { "not": { "property": "q", "is_known": true } } ] } },
            { "id": "partners", "note": "n", "members": [" 512 ", "Ada@Partner.com"] } ]"#,
    );
    let [sqls, partners] = ruleset.lists.as_slice() else { panic!("{:?}", ruleset.lists) };
    assert_eq!((sqls.id.as_str(), sqls.label.as_deref(), partners.note.as_deref()), ("sqls", Some("SQLs"), Some("n")));
    let known = |property: &str| {
        let property = property.to_owned();
        Filter::Property(PropertyTest { property, operator: Operator::IsKnown, include_unknown: false })
    };
    let of_contact = Filter::All(vec![known("p"), Filter::Not(Box::new(known("q")))]);
    let when = ResultFilter::All(vec![ResultFilter::List(1), ResultFilter::Contact(of_contact)]);
    assert_eq!(sqls.membership, Membership::When(when), "what is about the contact alone is together");
    assert_eq!(partners.membership, Membership::Members(vec!["512".to_owned(), "Ada@Partner.com".to_owned()]));
}

#[test]
fn a_lifecycle_is_about_the_lifecycle_stage_unless_it_says_otherwise() {
    let lifecycle = |json: &str| with(&format!(r#""lifecycle": {{ {json} }}"#)).lifecycle.unwrap();
    let default = lifecycle(
        r#""stages": [{ "id": "subscriber", "label": "Newsletter" },
                      { "id": "SQL", "label": " ", "enter_when": { "score": "lead", "at_least": 65 } }]"#,
    );
    assert_eq!((default.property.as_str(), &default.exclude), ("lifecyclestage", &None));
    let range = PointsRange { at_least: Some(points("65")), below: None };
    assert_eq!(default.stages[1].enter_when, Some(ResultFilter::Score(ScoreTest { score: 0, range })));
    for (value, stage) in [
        ("subscriber", Some(0)),
        (" NEWSLETTER", Some(0)),
        ("sql", Some(1)),
        ("customer", None),
        ("", None),
        (" ", None),
    ] {
        assert_eq!(default.stage(value), stage, "{value:?}");
    }
    assert_eq!(lifecycle(r#""property": " stage ", "stages": [{ "id": "a" }]"#).property, "stage");
}

fn workflow(json: &str) -> Workflow {
    let lists = r#""lists": [{ "id": "a", "members": ["1"] }, { "id": "b", "members": ["2"] }]"#;
    with(&format!(r#"{lists}, "workflows": [{{ "id": "w", {json} }}]"#)).workflows.remove(0)
}

#[test]
fn workflows_are_enabled_and_enrol_once_those_who_come_unless_they_say_otherwise() {
    let short = workflow(r#""enrol_on": "b", "actions": [{ "clear": " sales_feedback " }]"#);
    assert_eq!((short.enabled, short.enrol_present, short.re_enrol), (true, false, false));
    assert_eq!((short.enrol_on, short.suppress.as_slice(), short.goal), (1, &[][..], None));
    assert_eq!(short.actions, [Action::Clear { property: "sales_feedback".to_owned() }]);
    let long = workflow(
        r#""enabled": false, "enrol_on": "a", "enrol_present": true, "re_enrol": true, "suppress": ["b", "b"], "goal": "b",
           "actions": [{ "set": "a", "to": 5.0 }, { "set": "b", "to": false }, { "call_back": "crm" }]"#,
    );
    assert_eq!((long.enabled, long.enrol_present, long.re_enrol), (false, true, true));
    assert_eq!((long.enrol_on, long.suppress.as_slice(), long.goal), (0, &[1][..], Some(1)));
    let plain = |text: &str| Message { parts: vec![MessagePart::Text(text.to_owned())] };
    assert_eq!(
        long.actions,
        [
            Action::Set { property: "a".to_owned(), value: plain("5") },
            Action::Set { property: "b".to_owned(), value: plain("false") },
            Action::CallBack { name: "crm".to_owned(), message: Message::default() },
        ]
    );
}

#[test]
fn messages_hold_placeholders() {
    let parts = |text: &str| {
        let message = serde_json::to_string(text).unwrap();
        let json = format!(r#""enrol_on": "a", "actions": [{{ "notify": "sales", "message": {message} }}]"#);
        match workflow(&json).actions.remove(0) {
            Action::Notify { message, .. } => message.parts,
            other => panic!("{other:?}"),
        }
    };
    let text = |text: &str| MessagePart::Text(text.to_owned());
    let asked = |asked, otherwise: &str| MessagePart::Placeholder { asked, otherwise: otherwise.to_owned() };
    let property = |name: &str, otherwise: &str| asked(Placeholder::Property(name.to_owned()), otherwise);
    assert_eq!(parts(""), []);
    assert_eq!(parts("} }} { a"), [text("} }} { a")]);
    assert_eq!(
        parts("{{ first name | Some|body }} of {{company}}!"),
        [property("first name", "Some|body"), text(" of "), property("company", ""), text("!")]
    );
    assert_eq!(
        parts("{{id}}{{stage}}{{as_of}}{{ID}}"),
        [asked(Placeholder::Id, ""), asked(Placeholder::Stage, ""), asked(Placeholder::AsOf, ""), property("ID", "")]
    );
    assert_eq!(
        parts("{{score:lead}}{{ band : lead |none}}{{other:lead}}"),
        [asked(Placeholder::Score(0), ""), asked(Placeholder::Band(0), "none"), property("other:lead", "")]
    );
    assert_eq!(parts("a {{{{id}} {{{{{{id}}"), [text("a {{id}} {{"), asked(Placeholder::Id, "")]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_ruleset() {
    decoded("\u{feff}{ \"version\": 1, \"scores\": [{ \"id\": \"s\", \"groups\": [] }] }");
}
