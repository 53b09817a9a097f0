//! Filters: what is true of a contact, of its events, and of one event.

use super::contact::{Event, Properties};
use super::instants::DAY;
use super::points::hundredths;
use super::values::{folded, items_of, number_of, text_of, time_of, truth_of};
use super::{Case, id, list, text};
use serde_json::Value;

/// What HubSpot calls some properties: internal name and label.
const HUBSPOT_NAMES: [(&str, &str); 6] = [
    ("jobtitle", "Job Title"),
    ("firstname", "First Name"),
    ("numemployees", "Number of Employees"),
    ("hs_analytics_num_page_views", "Number of Pageviews"),
    ("hs_email_optout", "Unsubscribed from all email"),
    ("lifecyclestage", "Lifecycle Stage"),
];

/// Whose properties a test is about.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Contact,
    Event(&'a Event),
}

impl<'a> Case<'a> {
    /// Whether a filter is true of the contact.
    pub fn is_true(&self, filter: &Value) -> bool {
        self.holds(filter, Subject::Contact)
    }

    /// The events of a type that meet `where` inside the window, the earliest first.
    pub(super) fn occurrences(&self, selection: &Value) -> Vec<&'a Event> {
        let counts = |event: &&Event| {
            let age = self.as_of - event.instant();
            let window = selection.get("within_days").map(|days| days.as_i64().expect("days") * DAY);
            folded(&event.kind) == folded(text(selection, "event"))
                && age >= 0
                && window.is_none_or(|window| age <= window)
                && selection.get("where").is_none_or(|filter| self.holds(filter, Subject::Event(event)))
        };
        let mut events: Vec<&Event> = self.contact.events.iter().filter(counts).collect();
        events.sort_by_key(|event| event.instant());
        events
    }

    /// The value of a contact property; `None` if it is unknown.
    pub(super) fn contact_value(&self, name: &str) -> Option<&'a Value> {
        let said = self.said_of(name);
        let aliases: Vec<&str> =
            said.map_or(&[][..], |said| list(said, "aliases")).iter().filter_map(Value::as_str).collect();
        let hubspot: Vec<&str> = HUBSPOT_NAMES
            .iter()
            .flat_map(|(internal, label)| [(internal, label), (label, internal)])
            .filter(|(known, _)| folded(known) == folded(name))
            .map(|(_, other)| *other)
            .collect();
        let properties: &Properties = &self.contact.properties;
        let value =
            properties.first(&[name]).or_else(|| properties.first(&aliases)).or_else(|| properties.first(&hubspot))?;
        let mut declared = list(self.ruleset, "unknown_values")
            .iter()
            .chain(said.map_or(&[][..], |said| list(said, "unknown_values")));
        let is_declared = declared.any(|unknown| folded(&text_of(unknown)) == folded(&text_of(value)));
        (!is_declared).then(|| known(value))?
    }

    /// What the ruleset says of a property.
    fn said_of(&self, name: &str) -> Option<&'a Value> {
        let properties = self.ruleset.get("properties")?.as_object().expect("an object");
        properties.iter().find(|(said, _)| folded(said) == folded(name)).map(|(_, said)| said)
    }

    fn holds(&self, filter: &Value, subject: Subject) -> bool {
        if let Some(filters) = filter.get("all") {
            return filters.as_array().expect("a list").iter().all(|filter| self.holds(filter, subject));
        }
        if let Some(filters) = filter.get("any") {
            return filters.as_array().expect("a list").iter().any(|filter| self.holds(filter, subject));
        }
        if let Some(filter) = filter.get("not") {
            return !self.holds(filter, subject);
        }
        if filter.get("event").is_some() {
            return self.event_test(filter);
        }
        if let Some(wanted) = filter.get("list") {
            return self.is_on(wanted.as_str().expect("a list id"));
        }
        if let Some(score) = filter.get("score") {
            let points = self.score_by_id(score.as_str().expect("a score id"));
            return filter.get("at_least").is_none_or(|least| points >= hundredths(least))
                && filter.get("at_most").is_none_or(|most| points <= hundredths(most))
                && filter.get("below").is_none_or(|end| points < hundredths(end));
        }
        let name = text(filter, "property");
        let value = match subject {
            Subject::Contact => self.contact_value(name),
            Subject::Event(event) => event.properties.first(&[name]).and_then(known),
        };
        self.property_test(filter, value)
    }

    /// Whether the contact is on the list with this id.
    fn is_on(&self, wanted: &str) -> bool {
        let lists = list(self.ruleset, "lists").iter();
        let wanted = lists.clone().find(|list| id(list) == wanted).expect("a valid ruleset names lists that are there");
        match wanted.get("when") {
            Some(filter) => self.is_true(filter),
            None => list(wanted, "members").iter().any(|member| {
                let email = self.contact_value("email").map(text_of).filter(|email| email.contains('@'));
                let (member, own) = (text_of(member), self.contact.id.as_deref().map(str::trim));
                own == Some(member.trim()) || email.is_some_and(|email| folded(&email) == folded(&member))
            }),
        }
    }

    fn event_test(&self, test: &Value) -> bool {
        let count = self.occurrences(test).len() as u64;
        let said = |key: &str| test.get(key).map(|number| number.as_u64().expect("a count"));
        if let Some(exactly) = said("exactly") {
            return count == exactly;
        }
        match (said("at_least"), said("at_most")) {
            (None, None) => count >= 1,
            (least, most) => least.is_none_or(|least| count >= least) && most.is_none_or(|most| count <= most),
        }
    }

    fn property_test(&self, test: &Value, value: Option<&Value>) -> bool {
        let operator = |key: &&String| !["property", "include_unknown"].contains(&key.as_str());
        let operator = test.as_object().expect("an object").keys().find(operator).expect("an operator").as_str();
        match operator {
            "is_known" => value.is_some(),
            "is_unknown" => value.is_none(),
            _ => {
                let met = value.and_then(|value| self.meets(value, operator, &test[operator]));
                met.unwrap_or(test.get("include_unknown") == Some(&Value::Bool(true)))
            }
        }
    }

    /// Whether a known value meets an operator; `None` if the value cannot be read as the operator needs it.
    fn meets(&self, value: &Value, operator: &str, operand: &Value) -> Option<bool> {
        let text = text_of(value);
        let lower = text.to_lowercase();
        let as_written = || any_of(operand, |operand| operand.to_lowercase());
        let number = || number_of(&text);
        let ago = || time_of(&text).map(|time| self.as_of - time);
        let days = || operand.as_i64().expect("whole days") * DAY;
        Some(match operator {
            "is_equal_to" => equals_any(&text, operand)?,
            "is_not_equal_to" => !equals_any(&text, operand)?,
            "contains" => as_written().iter().any(|operand| lower.contains(operand)),
            "does_not_contain" => !as_written().iter().any(|operand| lower.contains(operand)),
            "contains_word" => any_of(operand, folded).iter().any(|word| has_word(&lower, word)),
            "does_not_contain_word" => !any_of(operand, folded).iter().any(|word| has_word(&lower, word)),
            "starts_with" => as_written().iter().any(|operand| lower.starts_with(operand)),
            "ends_with" => as_written().iter().any(|operand| lower.ends_with(operand)),
            "matches_regex" => any_of(operand, str::to_string).iter().any(|pattern| found(pattern, &text)),
            "is_greater_than" => number()? > operand.as_f64()?,
            "is_greater_than_or_equal_to" => number()? >= operand.as_f64()?,
            "is_less_than" => number()? < operand.as_f64()?,
            "is_less_than_or_equal_to" => number()? <= operand.as_f64()?,
            "is_between" => between(&text, operand)?,
            "is_not_between" => !between(&text, operand)?,
            "is_before" => time_of(&text)? < time_of(&text_of(operand))?,
            "is_after" => time_of(&text)? > time_of(&text_of(operand))?,
            "is_less_than_x_days_ago" => (0..=days()).contains(&ago()?),
            "is_more_than_x_days_ago" => ago()? > days(),
            "is_less_than_x_days_from_now" => (0..=days()).contains(&-ago()?),
            "is_more_than_x_days_from_now" => -ago()? > days(),
            _ => list_operator(value, operator, operand)?,
        })
    }
}

/// A value that is there: not null, not blank, not a list without items.
fn known(value: &Value) -> Option<&Value> {
    (!text_of(value).is_empty()).then_some(value)
}

/// The operands, be there one or several.
fn operands(operand: &Value) -> &[Value] {
    operand.as_array().map_or(std::slice::from_ref(operand), Vec::as_slice)
}

/// The operand texts, each turned to what is compared.
fn any_of(operand: &Value, turned: impl Fn(&str) -> String) -> Vec<String> {
    operands(operand).iter().map(|operand| turned(operand.as_str().expect("a text"))).collect()
}

/// Whether the text, read as the operands are, equals any one of them.
fn equals_any(text: &str, operand: &Value) -> Option<bool> {
    let operands = operands(operand);
    Some(match operands[0] {
        Value::Number(_) => {
            let number = number_of(text)?;
            operands.iter().any(|operand| operand.as_f64() == Some(number))
        }
        Value::Bool(_) => {
            let truth = truth_of(text)?;
            operands.iter().any(|operand| operand.as_bool() == Some(truth))
        }
        _ => operands.iter().any(|operand| folded(&text_of(operand)) == folded(text)),
    })
}

/// Whether low <= it <= high, as numbers or as times.
fn between(text: &str, bounds: &Value) -> Option<bool> {
    let (low, high) = (&bounds[0], &bounds[1]);
    if low.is_number() && high.is_number() {
        let number = number_of(text)?;
        return Some(low.as_f64()? <= number && number <= high.as_f64()?);
    }
    let time = time_of(text)?;
    Some(time_of(&text_of(low))? <= time && time <= time_of(&text_of(high))?)
}

/// Whether a word occurs in a text, both in lower case, without a letter or digit touching those at its ends.
fn has_word(text: &str, word: &str) -> bool {
    let of_words = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let (first, last) = (word.chars().next(), word.chars().next_back());
    text.char_indices().map(|(start, _)| start).filter(|start| text[*start..].starts_with(word)).any(|start| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        let touched = of_words(first) && of_words(before) || of_words(last) && of_words(after);
        !touched
    })
}

/// Whether a regular expression is found in the text.
fn found(pattern: &str, text: &str) -> bool {
    let regex = regex_lite::RegexBuilder::new(pattern).case_insensitive(true).build();
    regex.expect("a valid regular expression").is_match(text)
}

/// The operators over lists. A text such as `;` holds no item, so it cannot be read as a list.
fn list_operator(value: &Value, operator: &str, operand: &Value) -> Option<bool> {
    let items: Vec<String> = items_of(value).iter().map(|item| folded(item)).collect();
    let wanted: Vec<String> = operands(operand).iter().map(|operand| folded(&text_of(operand))).collect();
    if items.is_empty() {
        return None;
    }
    let any = wanted.iter().any(|wanted| items.contains(wanted));
    let all = wanted.iter().all(|wanted| items.contains(wanted));
    let exactly = all && items.iter().all(|item| wanted.contains(item));
    Some(match operator {
        "is_any_of" => any,
        "is_none_of" => !any,
        "contains_all" => all,
        "does_not_contain_all" => !all,
        "is_exactly" => exactly,
        "is_not_exactly" => !exactly,
        other => panic!("no operator {other}"),
    })
}
