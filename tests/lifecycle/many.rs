//! Many contacts at once, and many lists.

use crate::rules::{DAY, NOON, at, inbound, one, ruleset, told, vip};
use leadscore::Scorer;
use leadscore::contacts::read;
use leadscore::lifecycle::{Advanced, Advancing, State, advance};
use leadscore::ruleset::ResultFilter;
use serde_json::{Value, json};

#[test]
fn rows_without_an_id_of_their_own_take_no_part() {
    let scorer = Scorer::new(&ruleset(&vip(json!({}))));
    // A table that a program built: readers leave such rows out already.
    let mut builder = leadscore::contacts::TableBuilder::default();
    let column = builder.add_column("vip");
    for id in ["1", "2", "", "2", "3"] {
        let row = builder.begin_row();
        builder.set_text(row, column, "true").unwrap();
        builder.set_id(row, id).unwrap();
    }
    let mut state = State::default();
    let mut progress = Vec::new();
    let Advanced { happenings, left_out, .. } =
        state.advance_all(&scorer, &builder.finish(), at(NOON), &mut |done, of| progress.push((done, of)));
    assert_eq!(told(&happenings), ["enrolled w", "called_back w 1", "enrolled w", "called_back w 3"]);
    assert_eq!(json!(left_out), json!({ "without_id": 1, "repeated": 2, "repeated_ids": ["2"] }));
    assert_eq!(progress, [(0, 2), (2, 2)]);
    let nobody = state.advance(scorer.ruleset(), &one(&json!({ "vip": true })), at(NOON));
    assert!(nobody.is_empty());
}

#[test]
fn whom_a_list_names_is_found_among_many_too() {
    let mut rules = vip(json!({ "enrol_on": "named" }));
    rules["lists"].as_array_mut().unwrap().push(json!({ "id": "named", "members": [" 2 ", "Ada@Example.com "] }));
    let table = read(b"id,email\n1,2\n2,\n3, ADA@example.com\n", None, &Default::default()).unwrap().table;
    let advanced = State::default().advance_all(&Scorer::new(&ruleset(&rules)), &table, at(NOON), &mut |_, _| ());
    assert_eq!(told(&advanced.happenings), ["enrolled w", "called_back w 2", "enrolled w", "called_back w 3"]);
}

#[test]
fn no_workflow_starts_where_nobody_takes_part() {
    let (scorer, mut state) = (Scorer::new(&ruleset(&vip(json!({})))), State::default());
    for csv in [&b"id,vip\n"[..], b"id,vip\n,true\n2,true\n2,true\n"] {
        let table = read(csv, None, &Default::default()).unwrap().table;
        state.advance_all(&scorer, &table, at(NOON), &mut |_, _| ());
        assert_eq!(state, State::default());
    }
}

#[test]
fn the_second_run_over_a_file_does_nothing() {
    let csv = b"Record ID,Lifecycle Stage,sales_feedback,email\n1,,,\n2,sql,not ready,\n3,sql,,ada@partner.com\n4,evangelist,unqualified,\n";
    let table = read(csv, None, &Default::default()).unwrap().table;
    let scorer = Scorer::new(&ruleset(&inbound()));
    let mut state = State::default();
    let first = state.advance_all(&scorer, &table, at(NOON), &mut |_, _| ());
    let kinds: Vec<String> = first.happenings.iter().map(|happening| happening.key.clone()).collect();
    assert_eq!(
        kinds,
        [
            "2/to-sales/1/enrolled",
            "2/to-sales/1/1",
            "2/to-sales/1/2",
            "4/give-up/1/enrolled",
            "4/give-up/1/1",
            "4/give-up/1/2"
        ]
    );
    let text = state.to_string();
    for later in [0, DAY] {
        assert!(state.advance_all(&scorer, &table, at(NOON) + later, &mut |_, _| ()).happenings.is_empty());
        assert_eq!(state.to_string(), text);
    }
}

#[test]
fn a_chain_of_a_thousand_lists_is_decided_without_deep_recursion() {
    let list = |place: usize| match place {
        0 => json!({ "id": "l0", "when": { "property": "vip", "is_known": true } }),
        _ => {
            let before = json!({ "list": format!("l{}", place - 1) });
            json!({ "id": format!("l{place}"), "when": { "any": [{ "all": [before, before] }, { "not": { "not": before } }] } })
        }
    };
    let lists: Vec<Value> = (0..1_000).map(list).collect();
    let document = json!({ "scores": [{ "id": "s", "groups": [] }], "lists": lists,
        "workflows": [{ "id": "w", "enrol_on": "l999", "enrol_present": true, "actions": [{ "call_back": "x" }] }] });
    let (ruleset, contact) = (ruleset(&document), one(&json!({ "id": 1, "vip": true })));
    assert_eq!(advance(&ruleset, &State::default(), &contact, at(NOON)).1.len(), 2);
    let mut state = State::default();
    assert_eq!(state.advance_all(&Scorer::new(&ruleset), &contact, at(NOON), &mut |_, _| ()).happenings.len(), 2);
}

#[test]
fn among_many_what_was_set_holds_where_the_host_has_not_applied_it() {
    let mut rules = inbound();
    rules["lists"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "cooled", "when": { "all": [{ "list": "sqls" }, { "score": "lead", "below": 65 }] } }));
    // No other workflow tells that the contact is not as the export has it.
    rules["workflows"] =
        json!([{ "id": "cool", "enrol_on": "cooled", "actions": [{ "notify": "marketing", "message": "{{stage}}" }] }]);
    let scorer = Scorer::new(&ruleset(&rules));
    let mut csv = "id,lifecyclestage,email\n".to_owned();
    (1..=50).for_each(|id| csv += &format!("{id},Subscriber,{id}@example.com\n"));
    let events = "contact_id,type,time\n7,demo_request,2026-06-20\n7,page_view,2026-06-20\n7,page_view,2026-06-21\n";
    let mut loader = leadscore::contacts::Loader::new(Default::default());
    loader.push_contacts(csv.as_bytes()).unwrap();
    loader.push_events(events.as_bytes()).unwrap();
    let table = loader.finish().unwrap().table;
    let mut state = State::default();
    let mut step = |instant: i64| told(&state.advance_all(&scorer, &table, instant, &mut |_, _| ()).happenings);
    assert_eq!(step(at(NOON)).first().unwrap(), "stage_changed lifecyclestage subscriber sql");
    assert!(step(at(NOON) + DAY).is_empty());
    // The demo request is over; the export has still the stage of before.
    assert_eq!(step(at(NOON) + 30 * DAY), ["enrolled cool", "notified cool Sales Qualified Lead"]);
    assert!(step(at(NOON) + 31 * DAY).is_empty());
}

#[test]
fn after_a_run_a_filter_finds_who_is_where_the_run_has_brought_them() {
    let csv = "id,lifecyclestage,email,plan\n1,,ada@partner.com,\n2,subscriber,,\n3,sql,,pro\n4,,,\n4,sql,,\n,sql,,\n5,mql,,\n";
    let events = "contact_id,type,time\n2,demo_request,2026-06-20\n1,demo_request,2026-06-20\n";
    let mut loader = leadscore::contacts::Loader::new(Default::default());
    loader.push_contacts(csv.as_bytes()).unwrap();
    loader.push_events(events.as_bytes()).unwrap();
    let table = loader.finish().unwrap().table;
    let mut rules = inbound();
    rules["workflows"] =
        json!([{ "id": "w", "enrol_on": "sqls", "enrol_present": true, "actions": [{ "clear": "plan" }] }]);
    let (ruleset, scorer) = (ruleset(&rules), Scorer::new(&ruleset(&rules)));
    // 5 is remembered from a later instant, and was changed elsewhere since.
    let later = r#"{ "leadscore_state": 1, "contacts": { "5": { "changed": "2027-01-01", "set": {
        "lifecyclestage": { "value": "sql", "over": "subscriber" } } } } }"#;
    let mut advancing = Advancing::new(later.parse().unwrap(), &scorer, &table, at(NOON));
    while advancing.go_on(&scorer, &table) {}
    let meeting = |filter: Value| {
        let filter = ResultFilter::parse(&filter.to_string(), &ruleset).unwrap();
        advancing.meeting(&scorer, &table, Some(&filter))
    };
    // The partner enters no stage. Rows without an id of their own take no part.
    assert_eq!(meeting(json!({ "stage": "mql" })), [1, 6]);
    assert_eq!(meeting(json!({ "stage": null })), [0]);
    assert_eq!(meeting(json!({ "list": "sqls" })), [2]);
    assert_eq!(meeting(json!({ "list": "partners" })), [0]);
    assert_eq!(meeting(json!({ "not": { "property": "plan", "is_known": true } })), [0, 1, 2, 6]);
    assert_eq!(meeting(json!({ "score": "lead", "at_least": 35 })), [0, 1]);
    assert_eq!(advancing.meeting(&scorer, &table, None), [0, 1, 2, 6]);
    let lists = &advancing.advanced().summary.lists;
    for (list, id) in lists.iter().zip(["sqls", "sent-back", "unqualified", "partners", "customers"]) {
        assert_eq!(meeting(json!({ "list": id })).len(), list.count.after, "{id}");
    }
}
