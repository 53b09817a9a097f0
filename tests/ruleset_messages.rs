//! How diagnostics read: what was expected, what was found, what to do.

use leadscore::check;

/// The diagnostics of one criterion, each with its place.
fn messages(criterion: &str) -> String {
    let text = format!(
        "{{ \"scores\": [{{ \"id\": \"s\", \"groups\": [{{ \"id\": \"g\", \"criteria\": [\n{criterion}\n] }}] }}] }}"
    );
    let lines = check(&text).diagnostics.into_iter().map(|diagnostic| {
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
    5:63 reserved_test: expected a test of a property or of events, found a list test
      this version does not evaluate lists: write out what makes a contact a member
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
