//! The contact properties that HubSpot derives from what a visitor does, under HubSpot's names.
//!
//! In: events, as they come. Out: properties. As they are kept, not worked out from the events, they stay exact whatever is folded.

use super::{Event, Properties};

/// So many forms are told apart; more than these count as submissions, not as further forms.
const MOST_FORMS: usize = 100;

/// The properties, and which forms were submitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Observed {
    pub(super) properties: Properties,
    /// A number for the name of each form: names would take the room of events.
    pub(super) forms: Vec<i64>,
}

impl Observed {
    /// Takes an event into account.
    pub(super) fn observe(&mut self, event: &Event) {
        let of_event = |name: &str| event.properties.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value);
        let time = event.time.to_string();
        match event.kind.as_str() {
            "page_view" => {
                let url = of_event("url");
                self.count("hs_analytics_num_page_views");
                self.first("hs_analytics_first_url", url);
                self.last("hs_analytics_last_url", url);
                self.first("hs_analytics_first_timestamp", &time);
                self.last("hs_analytics_last_timestamp", &time);
            }
            "visit" => {
                self.count("hs_analytics_num_visits");
                if self.get("hs_analytics_first_visit_timestamp").is_empty() {
                    self.first("hs_analytics_first_referrer", of_event("referrer"));
                }
                self.first("hs_analytics_first_visit_timestamp", &time);
                self.last("hs_analytics_last_visit_timestamp", &time);
                let source = of_event("source");
                if !source.is_empty() {
                    let is_first = self.get("hs_analytics_source").is_empty();
                    self.last("hs_latest_source", source);
                    self.last("hs_latest_source_data_1", of_event("source_data_1"));
                    self.last("hs_latest_source_data_2", of_event("source_data_2"));
                    self.last("hs_latest_source_timestamp", &time);
                    if is_first {
                        self.last("hs_analytics_source", source);
                        self.last("hs_analytics_source_data_1", of_event("source_data_1"));
                        self.last("hs_analytics_source_data_2", of_event("source_data_2"));
                    }
                }
            }
            "form_submission" => {
                let form = of_event("form");
                let mut name = of_event("page_title").to_owned();
                if !name.is_empty() && !form.is_empty() {
                    name.push_str(": ");
                }
                name.push_str(form);
                self.count("num_conversion_events");
                self.count_form(form);
                let name = super::cut(&name, super::MOST_VALUE);
                self.first("first_conversion_event_name", name);
                self.first("first_conversion_date", &time);
                self.last("recent_conversion_event_name", name);
                self.last("recent_conversion_date", &time);
            }
            _ => {}
        }
    }

    /// The value of a property, or nothing.
    pub(super) fn get(&self, name: &str) -> &str {
        self.properties.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    fn first(&mut self, name: &str, value: &str) {
        if self.get(name).is_empty() {
            self.last(name, value);
        }
    }

    fn last(&mut self, name: &str, value: &str) {
        super::put(&mut self.properties, name, value);
    }

    fn count(&mut self, name: &str) {
        let count = self.get(name).parse().unwrap_or(0_u32).saturating_add(1);
        self.last(name, &count.to_string());
    }

    fn count_form(&mut self, form: &str) {
        let number = number_of(form);
        if self.forms.len() < MOST_FORMS && !self.forms.contains(&number) {
            self.forms.push(number);
            self.count("num_unique_conversion_events");
        }
    }
}

/// FNV-1a, as far as a JSON number keeps it.
fn number_of(name: &str) -> i64 {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 11) as i64
}
