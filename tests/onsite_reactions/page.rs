//! A page, its visitor, and the rest of the embed as far as reactions ask for it.

use js_sys::Promise;
use leadscore::onsite::Surroundings;
use leadscore::{Ruleset, Scorecard, Scorer, contacts};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

pub const RULESET: &str = r#"{ "scores": [
    { "id": "engagement", "groups": [
      { "id": "web", "label": "Web pages", "criteria": [{ "id": "views", "event": "page_view", "points": 10 }] },
      { "id": "mail", "criteria": [{ "id": "bounces", "event": "bounce", "points": -2.55 }] } ] },
    { "id": "fit", "rescale": { "from": 0, "to": 40 }, "groups": [{ "id": "company", "label": "Company", "criteria": [
      { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 12.5 } ] }] } ],
  "bands": [
    { "score": "engagement", "ranges": [{ "label": "Very warm", "at_least": 50 }, { "label": "Cold", "at_least": 10 }] },
    { "id": "priority", "rows": { "score": "fit", "ranges": [{ "label": "A", "at_least": 10 }, { "label": "B", "at_least": 0 }] },
      "columns": { "score": "engagement", "ranges": [{ "label": "1", "at_least": 50 }, { "label": "2", "at_least": 0 }] } } ] }"#;

/// The rest of the embed, as far as reactions ask for it.
pub struct Visit {
    pub ruleset: Ruleset,
    pub properties: RefCell<Vec<(&'static str, &'static str)>>,
    pub outbox: RefCell<String>,
    pub consent: Cell<bool>,
    pub reports: RefCell<Vec<String>>,
    pub ledgers_wanted: Cell<u32>,
}

impl Surroundings for Visit {
    fn ruleset(&self) -> &Ruleset {
        &self.ruleset
    }
    fn catch_up(&self) {}
    fn property(&self, name: &str) -> Option<String> {
        self.properties.borrow().iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    }
    fn ledger_wanted(&self) {
        self.ledgers_wanted.set(self.ledgers_wanted.get() + 1);
    }
    fn may_send(&self) -> bool {
        self.consent.get()
    }
    fn outbox(&self) -> String {
        self.outbox.borrow().clone()
    }
    fn keep_outbox(&self, text: &str) {
        text.clone_into(&mut self.outbox.borrow_mut());
    }
    fn report(&self, message: &str) {
        self.reports.borrow_mut().push(message.to_owned());
    }
}

pub fn visit() -> Rc<Visit> {
    Rc::new(Visit {
        ruleset: RULESET.parse().unwrap(),
        properties: RefCell::new(vec![
            ("hs_analytics_source", "ORGANIC_SEARCH"),
            ("hs_analytics_last_url", "https://example.com/pricing"),
            ("jobtitle", "VP \"Sales\""),
        ]),
        outbox: RefCell::default(),
        consent: Cell::new(true),
        reports: RefCell::default(),
        ledgers_wanted: Cell::default(),
    })
}

/// The scorecard of a visitor with so many page views and bounces.
pub fn card(views: usize, bounces: usize) -> Rc<Scorecard> {
    let ruleset: Ruleset = RULESET.parse().unwrap();
    let mut events = vec![r#"{"type":"page_view","time":"2024-01-01"}"#; views];
    events.extend(vec![r#"{"type":"bounce","time":"2024-01-01"}"#; bounces]);
    let table =
        contacts::contact(r#"{"id":"visitor","jobtitle":"VP Sales"}"#, Some(&format!("[{}]", events.join(","))))
            .unwrap();
    Rc::new(Scorer::new(&ruleset).score(&table, 1_719_748_800_000).scorecard(&table, 0).unwrap())
}

/// Runs a script on the page; what it comes to as JSON.
pub fn js(script: &str) -> Value {
    let found = js_sys::eval(script).unwrap_or_else(|error| panic!("{script}: {error:?}"));
    js_sys::JSON::stringify(&found)
        .ok()
        .and_then(|text| text.as_string())
        .map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
}

/// Puts markup on the page, in place of what was there.
pub fn page(markup: &str) {
    js("document.querySelector('#stage')?.remove()");
    js(&format!("document.body.insertAdjacentHTML('beforeend', {})", json!(format!("<div id=stage>{markup}</div>"))));
}

/// Waits until all that is due at once has happened.
pub async fn turn() {
    for _ in 0..5 {
        let _ = Promise::resolve(&JsValue::NULL).await;
    }
}

pub fn markup() -> Value {
    js("document.querySelector('#stage').innerHTML.replaceAll(/ data-leadscore-concealed=\"[^\"]*\"/g, '')")
}
