//! The contact properties that HubSpot derives from what a visitor does, under HubSpot's names.
//!
//! In: events, as they come. Out: properties. As they are kept, not worked out from the events, they stay exact whatever is folded.

use super::{Event, MOST_VALUE, Properties, put, value};
use crate::whole;

/// So many forms are told apart; more than these count as submissions, not as further forms.
const MOST_FORMS: usize = 100;

/// The properties, and which forms were submitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Observed {
    pub(super) properties: Properties,
    /// A number for the name of each form, as text, with a mark: names would take the room of events.
    pub(super) forms: Properties,
}

impl Observed {
    /// Takes an event into account.
    pub(super) fn observe(&mut self, event: &Event) {
        match event.kind.as_str() {
            "page_view" => {
                self.count("hs_analytics_num_page_views");
                self.first(event, "hs_analytics_first_timestamp time hs_analytics_first_url url");
                self.last(event, "hs_analytics_last_timestamp time hs_analytics_last_url url");
            }
            "visit" => {
                self.count("hs_analytics_num_visits");
                self.first(event, "hs_analytics_first_visit_timestamp time hs_analytics_first_referrer referrer");
                self.last(event, "hs_analytics_last_visit_timestamp time");
                if !value(&event.properties, "source").is_empty() {
                    self.first(
                        event,
                        "hs_analytics_source source hs_analytics_source_data_1 source_data_1 hs_analytics_source_data_2 source_data_2",
                    );
                    self.last(
                        event,
                        "hs_latest_source source hs_latest_source_data_1 source_data_1 hs_latest_source_data_2 source_data_2 hs_latest_source_timestamp time",
                    );
                }
            }
            "form_submission" => {
                self.count("num_conversion_events");
                self.count_form(value(&event.properties, "form"));
                self.first(event, "first_conversion_date time first_conversion_event_name name");
                self.last(event, "recent_conversion_date time recent_conversion_event_name name");
            }
            _ => {}
        }
    }

    /// The value of a property, or nothing.
    pub(super) fn get(&self, name: &str) -> &str {
        value(&self.properties, name)
    }

    /// Takes over parts of an event unless one before has given the first of these properties.
    fn first(&mut self, event: &Event, parts: &str) {
        if self.get(parts.split(' ').next().unwrap_or("")).is_empty() {
            self.last(event, parts);
        }
    }

    /// Takes over parts of an event: each property, and what of the event it is.
    #[inline(never)]
    fn last(&mut self, event: &Event, parts: &str) {
        let mut words = parts.split(' ');
        while let (Some(property), Some(part)) = (words.next(), words.next()) {
            let value = match part {
                "time" => whole::text(event.time),
                "name" => conversion(event),
                _ => value(&event.properties, part).to_owned(),
            };
            put(&mut self.properties, property, &value);
        }
    }

    #[inline(never)]
    fn count(&mut self, name: &str) {
        let count = whole::read(self.get(name)).unwrap_or(0).saturating_add(1);
        put(&mut self.properties, name, &whole::text(count));
    }

    fn count_form(&mut self, form: &str) {
        let number = number_of(form);
        if self.forms.len() < MOST_FORMS && value(&self.forms, &number).is_empty() {
            put(&mut self.forms, &number, "x");
            self.count("num_unique_conversion_events");
        }
    }
}

/// What HubSpot calls a submission: the title of its page and its form.
fn conversion(event: &Event) -> String {
    let mut name = value(&event.properties, "page_title").to_owned();
    let form = value(&event.properties, "form");
    if !name.is_empty() && !form.is_empty() {
        name.push_str(": ");
    }
    name.push_str(form);
    name.truncate(name.floor_char_boundary(MOST_VALUE));
    name
}

/// FNV-1a, shortened.
fn number_of(name: &str) -> String {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    whole::text((hash >> 11) as i64)
}
