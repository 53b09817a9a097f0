//! When a visit begins.
//!
//! In: arrivals on pages, with the time. Out: `visit` events. As in HubSpot, thirty minutes without anything recorded end a visit. As in
//! Google Analytics until 2023, so does an arrival from another source: a campaign, a search engine, another website. Coming back
//! directly, or from the same source, within thirty minutes does not.
//!
//! Going on within the site after a silence begins a visit from the source that was there before. A visitor who is first seen while going on
//! within the site (when consent came late) counts as direct traffic.

use super::source::{self, Address, Arrival, Source};
use super::{Event, Visitor, put};

/// Thirty minutes, in milliseconds.
pub const SILENCE: i64 = 30 * 60 * 1000;

impl Visitor {
    /// Begins a visit if one is due, and says whether it was.
    pub fn begin_visit_if_due(&mut self, arrival: &Arrival<'_>, now: i64) -> bool {
        let now = self.instant(now);
        let source = source::classify(arrival);
        let silence = self.history.last_time().map_or(SILENCE, |last| now - last);
        let has_visit = !self.observed.get("hs_analytics_last_visit_timestamp").is_empty();
        if has_visit && silence < SILENCE && !self.is_other(&source) {
            return false;
        }
        let [class, data_1, data_2] = self.source_of_visit(&source);
        // Where the visitor was within the site is not where the visit comes from.
        let referrer = arrival.referrer.as_ref().filter(|referrer| !referrer.is_same_site(&arrival.url));
        let mut properties = Vec::new();
        put(&mut properties, "source", class);
        put(&mut properties, "source_data_1", data_1);
        put(&mut properties, "source_data_2", data_2);
        put(&mut properties, "referrer", &referrer.map_or_else(String::new, Address::recorded));
        put(&mut properties, "url", &arrival.url.recorded());
        self.record(Event { kind: "visit".to_owned(), time: now, properties });
        self.history.fold_aged();
        true
    }

    /// Whether a source from outside is not that of the visit that is going on. Of another website every page is the same source.
    fn is_other(&self, source: &Source) -> bool {
        let same = |name: &str, value: &str| self.observed.get(name) == super::cut(value, super::MOST_VALUE);
        source.class != source::INTERNAL
            && source.class != source::DIRECT_TRAFFIC
            && !(same("hs_latest_source", source.class)
                && same("hs_latest_source_data_1", &source.data_1)
                && (source.class == source::REFERRALS || same("hs_latest_source_data_2", &source.data_2)))
    }

    /// Within the site a visit goes on from where the last one came from.
    fn source_of_visit<'a>(&'a self, source: &'a Source) -> [&'a str; 3] {
        let latest = self.observed.get("hs_latest_source");
        if source.class != source::INTERNAL {
            [source.class, &source.data_1, &source.data_2]
        } else if latest.is_empty() {
            [source::DIRECT_TRAFFIC, &source.data_1, ""]
        } else {
            let of_latest = |name| self.observed.get(name);
            [latest, of_latest("hs_latest_source_data_1"), of_latest("hs_latest_source_data_2")]
        }
    }
}
