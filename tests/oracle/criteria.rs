//! The three kinds of criteria, in hundredths of points.

use super::contact::Event;
use super::instants::DAY;
use super::points::{clamp, decayed, hundredths};
use super::values::{folded, items_of, text_of, time_of};
use super::{Case, text};
use serde_json::Value;

impl<'a> Case<'a> {
    /// What a criterion gives: its points, decayed by its own decay or the group's, inside its limit.
    pub(super) fn criterion(&self, criterion: &Value, group_decay: Option<&Value>) -> i64 {
        if criterion.get("enabled") == Some(&Value::Bool(false)) {
            return 0;
        }
        let decay = criterion.get("decay").or(group_decay);
        let points = if criterion.get("when").is_some() {
            let points = if self.is_true(&criterion["when"]) { hundredths(&criterion["points"]) } else { 0 };
            self.decayed_since(points, criterion, decay)
        } else if criterion.get("values").is_some() {
            self.decayed_since(self.by_value(criterion), criterion, decay)
        } else {
            self.by_event(criterion, decay)
        };
        clamp(points, criterion.get("limit"))
    }

    /// The sum over the distinct items of the value.
    fn by_value(&self, criterion: &Value) -> i64 {
        let Some(value) = self.contact_value(text(criterion, "property")) else { return 0 };
        let listed = criterion["values"].as_object().expect("an object");
        let mut distinct: Vec<String> = Vec::new();
        for item in items_of(value) {
            if !distinct.contains(&folded(&item)) {
                distinct.push(folded(&item));
            }
        }
        let points_of = |item: &String| {
            let entry = listed.iter().find(|(key, _)| folded(key) == *item).map(|(_, points)| points);
            entry.or(criterion.get("default")).map_or(0, hundredths)
        };
        distinct.iter().map(points_of).sum()
    }

    /// Points of a condition or by value, decayed from the time that `since` names.
    fn decayed_since(&self, points: i64, criterion: &Value, decay: Option<&Value>) -> i64 {
        let Some(decay) = decay else { return points };
        let time = self.contact_value(text(criterion, "since")).and_then(|value| time_of(&text_of(value)));
        time.map_or(0, |time| decayed(points, decay, time, self.as_of))
    }

    fn by_event(&self, criterion: &Value, decay: Option<&Value>) -> i64 {
        let mut counted = once_per(self.occurrences(criterion), criterion.get("once_per"));
        counted.sort_by_key(|event| std::cmp::Reverse(event.instant()));
        let left = |points: i64, event: &Event| match decay {
            Some(decay) => decayed(points, decay, event.instant(), self.as_of),
            None => points,
        };
        if let Some(ranges) = criterion.get("frequency") {
            let count = counted.len() as u64;
            let falls_into = |range: &&Value| {
                let from = range["from"].as_u64().expect("a count");
                let to = range.get("to").map(|to| to.as_u64().expect("a count"));
                from <= count && to.is_none_or(|to| count <= to)
            };
            let range = ranges.as_array().expect("a list").iter().find(falls_into);
            let points = range.map_or(0, |range| hundredths(&range["points"]));
            return counted.first().map_or(0, |latest| left(points, latest));
        }
        if let Some(max) = criterion.get("max_occurrences") {
            counted.truncate(max.as_u64().expect("a count") as usize);
        }
        counted.iter().map(|event| left(hundredths(&criterion["points"]), event)).sum()
    }
}

/// Of occurrences that are one, the latest. The earliest come first here.
fn once_per<'a>(events: Vec<&'a Event>, once_per: Option<&Value>) -> Vec<&'a Event> {
    let Some(once_per) = once_per else { return events };
    let once_per = once_per.as_str().expect("a text");
    let key = |event: &Event| {
        if once_per == "day" {
            return Some(event.instant().div_euclid(DAY).to_string());
        }
        let value = event.properties.first(&[once_per])?;
        Some(folded(&text_of(value))).filter(|key| !key.is_empty())
    };
    let mut latest: Vec<(String, &Event)> = Vec::new();
    for event in events {
        let Some(key) = key(event) else { continue };
        latest.retain(|(other, _)| *other != key);
        latest.push((key, event));
    }
    latest.into_iter().map(|(_, event)| event).collect()
}
