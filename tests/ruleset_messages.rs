//! How diagnostics read: what was expected, what was found, what to do.

use leadscore::check;

/// The diagnostics of one criterion, each with its place.
fn messages(criterion: &str) -> String {
    let text = format!(
        "{{ \"scores\": [{{ \"id\": \"s\", \"groups\": [{{ \"id\": \"g\", \"criteria\": [\n{criterion}\n] }}] }}] }}"
    );
    diagnostics(&text)
}

/// The diagnostics of a ruleset with one score and these parts, each with its place.
fn messages_of(parts: &str) -> String {
    let score =
        r#"{ "id": "lead", "groups": [{ "id": "g", "criteria": [{ "id": "c", "event": "e", "points": 1 }] }] }"#;
    diagnostics(&format!("{{ \"scores\": [{score}],\n{parts} }}"))
}

fn diagnostics(text: &str) -> String {
    let lines = check(text).diagnostics.into_iter().map(|diagnostic| {
        let place = diagnostic.place.map(|place| format!("{}:{}", place.line, place.column)).unwrap_or_default();
        let help = diagnostic.help.as_deref().unwrap_or("-");
        let message = diagnostic.message;
        format!("{place} {}: {message}\n  {help}", diagnostic.code)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn misspelt_keys_and_operators() {
    insta::assert_snapshot!(messages(r#"{ "id": "c", "when": { "property": "p", "is_greater_then": "5" }, "ponits": 1, "colour": 2 }"#), @r##"
    2:41 unknown_operator: expected an operator of a property test, found `is_greater_then`
      did you mean `is_greater_than`?
    2:60 wrong_type: expected a number, found "5"
      write 5 without quotes
    2:67 unknown_key: expected a key of a condition, found `ponits`
      did you mean `points`?
    2:80 unknown_key: expected a key of a condition, found `colour`
      the keys of a condition are `id`, `label`, `note`, `enabled`, `limit`, `decay`, `when`, `points`, `since`
    "##);
}

#[test]
fn kinds_that_exclude_each_other() {
    insta::assert_snapshot!(messages(r#"{ "id": "c", "when": { "property": "p", "event": "e", "is_known": true }, "points": 1, "frequency": [] }"#), @r##"
    2:41 conflicting_keys: expected a filter of one kind, found both `property` and `event`
      `property` makes it a property test, `event` an event test
    2:88 misplaced_key: expected a key of a condition, found `frequency`
      `frequency` belongs in a criterion by event
    "##);
}

#[test]
fn values_that_cannot_be_read() {
    insta::assert_snapshot!(messages(
        r#"{ "id": "a b", "enabled": "yes", "when": { "all": [
          { "property": "p", "is_before": "soon" }, { "property": "p", "matches_regex": "(a" },
          { "property": "p", "is_equal_to": ["a", 1] }, { "property": "p", "is_between": [1] },
          { "property": "p", "is_less_than_x_days_ago": -1 }, { "list": "mqls" } ] }, "points": "10" }"#
    ), @r##"
    2:9 invalid_id: expected an id, found "a b"
      ids are 1 to 64 characters of A-Z a-z 0-9 _ - . and begin with a letter or digit
    2:27 wrong_type: expected true or false, found "yes"
      -
    3:43 invalid_time: expected a time, found "soon"
      write it as "2024-03-12", "2024-03-12 09:14", "2024-03-12T09:14:26Z", or in milliseconds since 1970
    3:89 invalid_regex: expected a regular expression, found "(a": found open group without closing ')'
      look-around and back-references do not exist; `\\.` in JSON is a plain dot
    4:51 mixed_operands: expected operands of one kind, found 1 beside "a"
      write all as texts, all as numbers, or make several tests of it, in `any`
    4:90 wrong_type: expected two bounds, the lower first, found a list of 1
      -
    5:57 out_of_range: expected a whole number from 0 to 100000, found -1
      -
    5:63 misplaced_test: expected a test of a property or of events here, found a list test
      such tests stand in lists, stages and questions to results: write out what makes a contact a member
    5:97 wrong_type: expected a number of points, found "10"
      write 10 without quotes
    "##);
}

#[test]
fn decay_and_limits() {
    insta::assert_snapshot!(messages(
        r#"{ "id": "c", "when": { "property": "p", "is_known": true }, "points": 1.005,
             "decay": { "percent": 200, "every_days": 0 }, "limit": { "min": 5, "max": 1 } }"#
    ), @r##"
    2:71 too_precise: expected points with at most two decimals, found 1.005
      -
    3:23 decay_without_since: expected `since` in a condition that decays, found none
      name the property that holds the time from which its points decay, such as "recent_conversion_date", or move it to a group without decay
    3:36 out_of_range: expected a percentage above 0 and at most 100, found 200
      -
    3:55 out_of_range: expected a whole number from 1 to 100000, found 0
      -
    3:69 invalid_range: expected a limit whose `min` is not above its `max`, found 5 and 1
      -
    "##);
}

#[test]
fn what_is_suspect() {
    insta::assert_snapshot!(messages(
        r#"{ "id": "c", "when": { "any": [
          { "property": "jobtitle", "contains": ["director", "cto"] }, { "property": "country", "is_none_of": ["US"] },
          { "all": [{ "property": "n", "is_greater_than": 5 }, { "property": "n", "is_less_than": 5 }] } ] },
          "points": 10, "limit": { "max": 5 } },
        { "id": "d", "event": "e", "points": 0 }"#
    ), @r##"
    3:49 short_word: expected whole words, found "cto", which sits inside other words, such as "Director"
      use `contains_word`, unless parts of words are meant
    3:72 negative_drops_unknown: expected `is_none_of` to say what holds of contacts without `country`, found nothing
      it is false of them: add `"include_unknown": true` if they are to meet it, false if that is meant
    4:11 never_holds: expected a filter that can be true, found tests of `n` that exclude each other
      no value meets them all: use `any`, or change one of them
    5:21 points_beyond_limit: expected points inside its own limit, found 10, which is above 5
      it never counts for more than 5: change the points or the limit
    6:46 no_points: expected points, found 0
      give it points, or remove it
    "##);
}

#[test]
fn lists_that_are_not_there_and_lists_in_circles() {
    insta::assert_snapshot!(messages_of(
        r#""lists": [
          { "id": "sqls", "when": { "any": [{ "list": "custmers" }, { "list": "nobody" }, { "list": "hot" }] } },
          { "id": "hot", "when": { "not": { "list": "sqls" } } }, { "id": "customers", "members": [512] },
          { "id": "both", "when": { "criterion": "c", "is_met": true }, "members": [] } ]"#
    ), @r##"
    3:55 unknown_list: expected the id of a list, found "custmers"
      did you mean "customers"?
    3:79 unknown_list: expected the id of a list, found "nobody"
      there are "sqls", "hot", "customers", "both"
    4:53 list_cycle: expected a list that is not made from itself, found a circle: "sqls" → "hot" → "sqls"
      remove one of the tests that lead round
    4:100 wrong_type: expected a text, found 512
      write "512" in quotes
    5:37 unknown_key: expected a key of a filter, found `criterion`
      see the keys of a filter in the format's description
    5:55 unknown_key: expected a key of a filter, found `is_met`
      see the keys of a filter in the format's description
    5:73 conflicting_keys: expected a list of one kind, found both `when` and `members`
      `when` makes it a list by a filter, `members` a list of members
    5:84 never_holds: expected a list that somebody can be on, found one without members
      name its members by id or email address
    "##);
}

#[test]
fn a_circle_of_many_lists_names_the_first() {
    let list =
        |place: usize| format!(r#"{{ "id": "list-{place}", "when": {{ "list": "list-{}" }} }}"#, (place + 1) % 15);
    let lists: Vec<String> = (0..15).map(list).collect();
    insta::assert_snapshot!(messages_of(&format!("\"lists\": [\n{}]", lists.join(",\n"))), @r##"
    17:38 list_cycle: expected a list that is not made from itself, found a circle: "list-0" → "list-1" → "list-2" → "list-3" → "list-4" → "list-5" → "list-6" → "list-7" → "list-8" → "list-9" → … → "list-0"
      remove one of the tests that lead round
    "##);
}

#[test]
fn stages() {
    insta::assert_snapshot!(messages_of(
        r#""lifecycle": { "property": "", "stages": [
          { "id": "Lead" }, { "id": "lead" }, { "id": "mql", "label": "LEAD" }, { "id": "sales qualified" },
          { "id": "sql", "enter_when": { "score": "laed", "at_least": 1 } } ] }"#
    ), @r##"
    2:28 blank_text: expected a text that is not blank, found ""
      -
    3:37 duplicate_id: expected an id of its own, found "lead", which names another stage
      ids and labels of stages differ from each other, also without case: give the stage another id
    3:71 duplicate_name: expected a label of its own, found "LEAD", which names another stage
      a stage is found by its id or its label, without case: give one of them another label
    3:89 invalid_id: expected an id, found "sales qualified"
      ids are 1 to 64 characters of A-Z a-z 0-9 _ - . and begin with a letter or digit
    4:51 unknown_score: expected the id of a score, found "laed"
      did you mean "lead"?
    "##);
    insta::assert_snapshot!(messages_of(
        r#""lifecycle": { "stages": [
          { "id": "mql", "enter_when": { "score": "lead", "at_least": 35 } }, { "id": "sql", "enter_when": { "score": "lead", "below": 1 } } ] }"#
    ), @r##"
    3:108 stage_order: expected a later stage to begin at more points than an earlier one, found "sql" to begin at any number, and "mql" at 35
      of the stages that a contact can enter the latest counts: change the order or the points
    "##);
}

#[test]
fn workflows_and_their_messages() {
    insta::assert_snapshot!(messages_of(
        r#""lists": [{ "id": "sqls", "members": ["1"] }], "lifecycle": { "stages": [{ "id": "mql" }, { "id": "sql" }] }, "workflows": [
          { "id": "a", "enroll_on": "sqls", "suppress": ["sqls"], "actions": [
            { "set": "lifecyclestage", "to": "slq" }, { "set": "owner", "to": "" }, { "clear": "a", "message": "b" },
            { "notify": "sales", "message": "{{firstname}" }, { "notify": "sales", "message": "{{ | x }}{{score:laed}}{{band:lead}}{{Score: lead|0}}" } ] },
          { "id": "a", "enrol_on": "sqls", "goal": "sqls", "actions": [] } ]"#
    ), @r##"
    3:24 unknown_key: expected a key of a workflow, found `enroll_on`
      did you mean `enrol_on`?
    3:58 no_effect: expected a workflow that enrols somebody, found the list it enrols on among those it suppresses
      name another list here
    4:46 no_effect: expected a stage, found "slq"
      the stage stays as it is: stages are "mql", "sql"
    4:79 blank_text: expected a value to set, found none
      `clear` takes a value away
    4:101 misplaced_key: expected a key of an action that clears, found `message`
      `message` belongs in a notification
    5:45 invalid_placeholder: expected `}}` after a placeholder, found none after `{{firstname}`
      write `{{firstname}}`, or `{{{{` for two braces that are no placeholder
    5:95 invalid_placeholder: expected a name in a placeholder, found `{{ | x }}`
      write the name of a property, or `id`, `stage`, `as_of`, `score:ID`, `band:ID`
    5:95 unknown_score: expected the id of a score in a placeholder, found "laed"
      did you mean "lead"?
    5:95 unknown_band: expected a score with bands or a matrix by its id in a placeholder, found "lead"
      -
    5:95 invalid_placeholder: expected `score:` or `band:` in small letters, found `Score: lead`
      did you mean `{{score:lead}}`?
    6:19 duplicate_id: expected an id of its own, found "a" again
      give a workflow another id
    6:52 no_effect: expected a workflow that enrols somebody, found the list it enrols on its goal
      name another list here
    6:71 empty_list: expected at least one action, found none
      -
    "##);
}
