//! What a browser remembers of its visitor, to score it.
//!
//! In: what happened on pages, each with its time, and what became known of the visitor. Out: contact properties and events under
//! HubSpot's names, the table that is scored, and a text for the browser's storage. It knows neither pages nor browsers nor clocks,
//! and takes little code: it is part of the on-site embed, which visitors wait for. So there are no general libraries in it, and text is compared
//! without case in ASCII only.
//!
//! ```
//! use leadscore::visitor::{Address, Arrival, Event, Visitor};
//! let page = Address { href: "https://shop.example/pricing", host: "shop.example", path: "/pricing", query: &[] };
//! let engine = Address { href: "https://www.google.com/", host: "www.google.com", path: "/", query: &[] };
//! let mut visitor = Visitor::default();
//! assert!(visitor.begin_visit_if_due(&Arrival { url: page, referrer: Some(engine) }, 1_750_000_000_000));
//! visitor.record(Event {
//!     kind: "page_view".to_owned(),
//!     time: 1_750_000_000_000,
//!     properties: vec![("url".to_owned(), page.recorded())],
//! });
//! let properties = visitor.properties();
//! assert!(properties.contains(&("hs_analytics_source".to_owned(), "ORGANIC_SEARCH".to_owned())));
//! assert_eq!(visitor.table().events().len(), 2);
//! assert_eq!(Visitor::from_text(&visitor.to_text()), Ok(visitor));
//! ```

mod history;
mod hosts;
mod observed;
pub(crate) mod row;
mod scored;
pub mod source;
pub mod suspicion;
mod text;
mod visits;

pub use source::{Address, Arrival};
pub use suspicion::Suspicion;
pub use text::{MOST_TEXT, Unreadable};
pub use visits::SILENCE;

use history::{Entry, History};
use observed::Observed;
use suspicion::Suspicions;

/// Names with their values.
pub type Properties = Vec<(String, String)>;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its type, as rules name it.
    pub kind: String,
    /// When, in milliseconds since the epoch.
    pub time: i64,
    /// What else is known of it.
    pub properties: Properties,
}

/// The first millisecond of 2200. A clock beyond it is wrong.
const LATEST: i64 = 7_258_118_400_000;
/// The most bytes of a name.
const MOST_NAME: usize = 100;
/// The most bytes of a value that an event or the visitor's behaviour gives.
const MOST_VALUE: usize = 400;
/// The most bytes of a value that the page gives.
const MOST_OWN_VALUE: usize = 1_000;
/// The most bytes that all that the page gives takes when written.
const MOST_OWN_TEXT: usize = 16 * 1024;
/// The most properties of an event, and the most bytes that they take when written.
const MOST_EVENT_PROPERTIES: usize = 20;
const MOST_EVENT_TEXT: usize = 4 * 1024;

/// All that is remembered of a visitor. By default nobody was seen yet.
///
/// It is bounded: its text is at most [`MOST_TEXT`] long. Names have at most 100 bytes, values of events 400, values that the page sets
/// 1,000 and 16 KiB in all; the rest of a longer one is left out. Of the events, at most 600 entries are kept: the newer ones as they were,
/// older ones folded into counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    own: Properties,
    observed: Observed,
    suspicions: Suspicions,
    history: History,
}

impl Visitor {
    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        *self == Visitor::default()
    }

    /// Records an event. If its time is before that of the last one, the clock went back: then it happened when the last one did.
    pub fn record(&mut self, mut event: Event) {
        event.kind = name(&event.kind).to_owned();
        if event.kind.is_empty() {
            return;
        }
        event.time = self.instant(event.time);
        event.properties = within_limits(&event.properties);
        self.observed.observe(&event);
        let Event { kind, time, properties } = event;
        self.history.0.push(Entry { kind, properties, last: time, count: 1 });
        self.make_room();
    }

    /// The time that a clock's time is taken for, also for scoring: never before the last event, so that none is in the future. A clock that
    /// is before 1970 or after 2199 says nothing.
    pub fn instant(&self, clock: i64) -> i64 {
        let clock = if (0..=LATEST).contains(&clock) { clock } else { 0 };
        self.history.last_time().map_or(clock, |last| last.max(clock))
    }

    /// Sets a contact property, or clears it. Blank is clear.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        let name = self::name(name);
        let value = cut(value.unwrap_or("").trim_ascii(), MOST_OWN_VALUE);
        put(&mut self.own, name, "");
        if name.is_empty() {
            return;
        }
        put(&mut self.own, name, value);
        if text::written(&self.own) > MOST_OWN_TEXT {
            self.own.pop();
        }
        self.make_room();
    }

    /// Marks the visitor as suspect.
    pub fn suspect(&mut self, reason: Suspicion) {
        self.suspicions.add(reason);
        self.make_room();
    }

    /// The contact properties: what was observed, under HubSpot's names, then what the page set. What was observed cannot be set: of one
    /// name, the value that was observed counts.
    pub fn properties(&self) -> Vec<(String, String)> {
        let mut properties = self.observed.properties.clone();
        put(&mut properties, "leadscore_suspect", &self.suspicions.text());
        let observed = properties.len();
        for (name, value) in &self.own {
            if !properties.iter().take(observed).any(|(key, _)| key.eq_ignore_ascii_case(name)) {
                properties.push((name.clone(), value.clone()));
            }
        }
        properties
    }

    /// The events by time: type, time, properties, and how many it stands for. Of several the time is that of the last.
    pub fn events(&self) -> impl Iterator<Item = (&str, i64, &[(String, String)], u32)> {
        self.history.0.iter().map(|entry| (entry.kind.as_str(), entry.last, &*entry.properties, entry.count))
    }
}

/// Names and values, each cut, as many as an event may have.
fn within_limits(properties: &[(String, String)]) -> Properties {
    let mut kept = Properties::new();
    for (name, value) in properties {
        let name = self::name(name);
        let value = cut(value, MOST_VALUE);
        if name.is_empty() || value.is_empty() || kept.len() == MOST_EVENT_PROPERTIES {
            continue;
        }
        put(&mut kept, name, value);
        if text::written(&kept) > MOST_EVENT_TEXT {
            kept.pop();
        }
    }
    kept
}

/// The value of a name, or nothing.
#[inline(never)]
fn value<'a>(properties: &'a [(String, String)], name: &str) -> &'a str {
    properties.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

/// Sets the value of a name; without a value there is no such name, in any case.
#[inline(never)]
fn put(properties: &mut Properties, name: &str, value: &str) {
    if value.is_empty() {
        properties.retain(|(key, _)| !key.eq_ignore_ascii_case(name));
    } else if let Some((_, known)) = properties.iter_mut().find(|(key, _)| key == name) {
        value.clone_into(known);
    } else {
        properties.push((name.to_owned(), value.to_owned()));
    }
}

/// A name as it is kept.
#[inline(never)]
fn name(text: &str) -> &str {
    cut(text.trim_ascii(), MOST_NAME)
}

/// The beginning of a text that has at most so many bytes.
fn cut(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}
