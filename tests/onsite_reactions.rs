//! What a page sees of its visitor's scorecards, in a real page: events, elements, fields, and what goes to an endpoint.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use js_sys::Promise;
use leadscore::onsite::{Reactions, Surroundings, object_of};
use leadscore::{Ruleset, Scorecard, Scorer, contacts};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RULESET: &str = r#"{ "scores": [
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
struct Visit {
    ruleset: Ruleset,
    properties: RefCell<Vec<(&'static str, &'static str)>>,
    outbox: RefCell<String>,
    consent: Cell<bool>,
    reports: RefCell<Vec<String>>,
    ledgers_wanted: Cell<u32>,
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

fn visit() -> Rc<Visit> {
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
fn card(views: usize, bounces: usize) -> Rc<Scorecard> {
    let ruleset: Ruleset = RULESET.parse().unwrap();
    let mut events = vec![r#"{"type":"page_view","time":"2024-01-01"}"#; views];
    events.extend(vec![r#"{"type":"bounce","time":"2024-01-01"}"#; bounces]);
    let table =
        contacts::contact(r#"{"id":"visitor","jobtitle":"VP Sales"}"#, Some(&format!("[{}]", events.join(","))))
            .unwrap();
    Rc::new(Scorer::new(&ruleset).score(&table, 1_719_748_800_000).scorecard(&table, 0).unwrap())
}

/// Runs a script on the page; what it comes to as JSON.
fn js(script: &str) -> Value {
    let found = js_sys::eval(script).unwrap_or_else(|error| panic!("{script}: {error:?}"));
    js_sys::JSON::stringify(&found)
        .ok()
        .and_then(|text| text.as_string())
        .map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
}

/// Puts markup on the page, in place of what was there.
fn page(markup: &str) {
    js("document.querySelector('#stage')?.remove()");
    js(&format!("document.body.insertAdjacentHTML('beforeend', {})", json!(format!("<div id=stage>{markup}</div>"))));
}

/// Waits until all that is due at once has happened.
async fn turn() {
    for _ in 0..5 {
        let _ = Promise::resolve(&JsValue::NULL).await;
    }
}

fn markup() -> Value {
    js("document.querySelector('#stage').innerHTML.replaceAll(/ data-leadscore-concealed=\"[^\"]*\"/g, '')")
}

#[wasm_bindgen_test]
fn a_scorecard_has_the_shape_of_the_package_on_a_page_that_meddles_with_prototypes() {
    let card = card(5, 1);
    js("Array.prototype.toJSON = () => 'spoilt';
        for (const name of ['points', 'scores', 'id', 'get', 'set', 'value'])
            Object.defineProperty(Object.prototype, name, { configurable: true, get: () => 'spoilt', set() { throw Error(name) } });");
    let found = object_of(Some(&card));
    js(
        "delete Array.prototype.toJSON; for (const name of ['points', 'scores', 'id', 'get', 'set', 'value']) delete Object.prototype[name];",
    );
    let found = js_sys::JSON::stringify(&found).unwrap().as_string().unwrap();
    assert_eq!(found, serde_json::to_string(&*card).unwrap());
    assert!(object_of(None).is_null());
}

#[wasm_bindgen_test]
fn changes_and_bands_are_announced_once_and_whatever_listeners_do() {
    js("window.heard = [];
        window.listener = (event) => { heard.push([event.type, event.detail]); throw Error('a fault of the page'); };
        window.expected = (event) => event.preventDefault();
        window.addEventListener('error', expected);
        for (const name of ['change', 'band']) document.addEventListener(`leadscore:${name}`, listener);");
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    let (first, second) = (card(1, 0), card(5, 0));
    reactions.scored(None, &first);
    reactions.scored(Some(&first), &first);
    let at_first = js("heard.splice(0)");
    reactions.scored(Some(&first), &second);
    let then = js("heard");
    js("for (const name of ['change', 'band']) document.removeEventListener(`leadscore:${name}`, listener);
        window.removeEventListener('error', expected)");
    let shown = |card: &Scorecard| serde_json::to_value(card).unwrap();
    let expected = json!([
        ["leadscore:change", { "scorecard": shown(&first), "previous": null }],
        ["leadscore:band", { "set": "engagement", "band": "Cold", "previous": null }],
        ["leadscore:band", { "set": "priority", "band": "A2", "previous": null }],
    ]);
    assert_eq!(at_first, expected);
    let expected = json!([
        ["leadscore:change", { "scorecard": shown(&second), "previous": shown(&first) }],
        ["leadscore:band", { "set": "engagement", "band": "Very warm", "previous": "Cold" }],
        ["leadscore:band", { "set": "priority", "band": "A1", "previous": "A2" }],
    ]);
    assert_eq!(then, expected);
}

#[wasm_bindgen_test]
fn elements_appear_and_vanish_by_conditions() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    let conditions = [
        ("band:'Very warm'", true),
        ("band:Cold", false),
        ("band:Cold points>=50", true),
        ("points>=50.01", false),
        ("fit>=12.5", true),
        ("priority:A1", true),
        ("engagement:\"Very warm\"", true),
        ("priority:B1", false),
    ];
    for (condition, holds) in conditions {
        page("<p id=show>show</p><p id=hide>hide</p>");
        for name in ["show", "hide"] {
            js(&format!(
                "document.getElementById('{name}').setAttribute('data-leadscore-{name}', {})",
                json!(condition)
            ));
        }
        reactions.scored(None, &card(5, 0));
        let seen = js("['show', 'hide'].map((id) => document.getElementById(id).checkVisibility())");
        assert_eq!(seen, json!([holds, !holds]), "{condition}");
    }
    assert_eq!(*visit.reports.borrow(), [""; 0]);
}

#[wasm_bindgen_test]
fn elements_are_what_they_were_when_they_come_back() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    let (cold, warm) = (card(1, 0), card(5, 0));
    page(
        "<p data-leadscore-hide=\"points>=50\">a</p>\
         <p data-leadscore-hide=\"points>=50\" style=\"display: flex; color: red;\">b</p>\
         <p data-leadscore-hide=\"points>=50\" hidden=\"\">the page's own</p>\
         <p data-leadscore-hide=\"points>=50\" data-leadscore-keep-space=\"\" aria-hidden=\"false\">c</p>\
         <p data-leadscore-hide=\"points>=50\" data-leadscore-keep-space=\"\" style=\"visibility: visible;\">d</p>",
    );
    let before = markup();
    reactions.scored(None, &cold);
    assert_eq!(markup(), before, "nothing is to be hidden yet");
    reactions.scored(Some(&cold), &warm);
    let shown = "[...document.querySelectorAll('#stage p')].map((p) => [p.hidden, p.inert, getComputedStyle(p).visibility, p.checkVisibility()])";
    let gone = json!([true, false, "visible", false]);
    let in_place = json!([false, true, "hidden", true]);
    assert_eq!(js(shown), json!([gone, gone, gone, in_place, in_place]));
    reactions.scored(Some(&warm), &cold);
    let ordered =
        |text: Value| text.as_str().unwrap().replace("color: red; display: flex;", "display: flex; color: red;");
    assert_eq!(ordered(markup()), ordered(before));
}

#[wasm_bindgen_test]
fn what_a_page_starts_out_hidden_is_shown_and_what_its_visitor_dismissed_is_not() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    let (cold, warm) = (card(1, 0), card(5, 0));
    page(
        "<p data-leadscore-show='points>=50' hidden>offer</p><p data-leadscore-show='points>=50' style='display:none'>bar</p>\
          <p data-leadscore-show='points>=50' data-leadscore-keep-space style='visibility:hidden' inert>chat</p>",
    );
    let seen = "[...document.querySelectorAll('#stage p')].map((p) => p.checkVisibility({ visibilityProperty: true }) && !p.inert)";
    for (previous, now, expected) in
        [(None, &cold, false), (Some(&cold), &warm, true), (Some(&warm), &cold, false), (Some(&cold), &warm, true)]
    {
        reactions.scored(previous.map(|card| &**card), now);
        assert_eq!(js(seen), json!([expected, expected, expected]));
    }
    js("document.querySelector('#stage p').hidden = true");
    for (previous, now) in [(&warm, &warm), (&warm, &cold), (&cold, &warm)] {
        reactions.scored(Some(previous), now);
        assert_eq!(js(seen)[0], false);
    }
}

#[wasm_bindgen_test]
async fn elements_that_come_later_are_brought_in_line_and_faulty_ones_left_alone() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    page("<div id=app></div>");
    js("document.getElementById('app').innerHTML = '<p data-leadscore-show=\"points>=50\">early</p>'");
    turn().await;
    assert_eq!(js("document.querySelector('#app p').hidden"), false, "nothing is touched before there is a scorecard");
    reactions.scored(None, &card(1, 0));
    js(
        "document.getElementById('app').innerHTML = '<section><p data-leadscore-show=\"points>=50\">late</p></section><p>plain</p>'",
    );
    turn().await;
    assert_eq!(js("document.querySelector('#app p').hidden"), true);
    js("document.querySelector('#app > p').setAttribute('data-leadscore-show', 'points>=50')");
    turn().await;
    assert_eq!(js("document.querySelector('#app > p').hidden"), true);

    page(
        "<p data-leadscore-show='band:Warm'>x</p><p data-leadscore-hide='points>5'>y</p><p data-leadscore-show='nps>=5'>z</p>",
    );
    let before = js("document.querySelector('#stage').innerHTML");
    turn().await;
    assert_eq!(js("document.querySelector('#stage').innerHTML"), before);
    let reports = visit.reports.borrow();
    assert_eq!(
        reports.iter().map(|report| report.rsplit_once("found ").unwrap().1).collect::<Vec<_>>(),
        ["`band:Warm`", "`points>5`", "`nps>=5`"]
    );
}

const FORM: &str = "<form id=form action='javascript:0'>
  <input type=hidden name=score data-leadscore-field=score><input type=hidden name=fit data-leadscore-field=score:fit>
  <input type=hidden name=band data-leadscore-field=band><input type=hidden name=priority data-leadscore-field=band:priority>
  <input type=hidden name=reasons data-leadscore-field=reasons><input type=hidden name=source data-leadscore-field=source value=unknown>
  <input type=hidden name=referrer data-leadscore-field=first_referrer value=none>
  <input type=hidden name=title data-leadscore-field=property:jobtitle>
  <input type=hidden name=ledger data-leadscore-field=ledger><input name=typed data-leadscore-field=score value='my own'>
  <input name=empty data-leadscore-field=score><input type=hidden name=off data-leadscore-field=score disabled></form>";

#[wasm_bindgen_test]
fn fields_are_filled_before_a_form_is_sent() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    page(FORM);
    let sent = "Object.fromEntries(new FormData(document.getElementById('form')))";
    reactions.scored(None, &card(5, 1));
    let expected = json!({
        "score": "47.45", "fit": "12.5", "band": "Cold", "priority": "A2", "reasons": "Web pages 50, Company 12.5, mail -2.55",
        "source": "ORGANIC_SEARCH", "referrer": "none", "title": "VP \"Sales\"", "ledger": "", "typed": "my own", "empty": "47.45",
    });
    assert_eq!(js(sent), expected);
    assert!(reactions.wants_ledger());
    assert_eq!(visit.ledgers_wanted.get(), 1);
    reactions.set_ledger("{\"id\":\"visitor\"}");
    reactions.scored(Some(&card(5, 1)), &card(5, 0));
    let found = js(sent);
    assert_eq!(
        [&found["ledger"], &found["score"], &found["empty"], &found["band"]],
        ["{\"id\":\"visitor\"}", "50", "50", "Very warm"]
    );

    // A framework puts its own value back, and a listener of the page collects the form.
    js("form.elements.score.value = 'stale';
        window.collect = (event) => { event.preventDefault(); window.collected = form.elements.score.value; };
        document.addEventListener('submit', collect, true); form.requestSubmit(); document.removeEventListener('submit', collect, true)");
    assert_eq!(js("collected"), "50");

    reactions.forget();
    let found = js(sent);
    assert_eq!([&found["score"], &found["ledger"], &found["empty"], &found["typed"]], ["", "", "", "my own"]);
}

#[wasm_bindgen_test]
fn a_form_that_a_script_sends_has_its_values_too() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    page(
        "<iframe name=sink></iframe><form id=form target=sink action='about:blank'><input type=hidden name=score data-leadscore-field=score></form>",
    );
    reactions.scored(None, &card(5, 0));
    // What was collected before the fields were filled is put right when the form tells of it.
    js("form.elements.score.value = 'stale'");
    assert_eq!(js("Object.fromEntries(new FormData(form))"), json!({ "score": "50" }));
    js("window.once = (event) => { window.submitted = [...event.formData] }; form.addEventListener('formdata', once, { once: true });
        form.elements.score.value = 'stale'; form.submit()");
    assert_eq!(js("submitted"), json!([["score", "50"]]));
}

#[wasm_bindgen_test]
async fn fields_of_later_forms_and_in_shadow_roots_are_filled() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    page("<div id=app></div><div id=host></div>");
    reactions.scored(None, &card(5, 0));
    js("document.getElementById('app').innerHTML = '<form><input type=hidden data-leadscore-field=score></form>'");
    turn().await;
    assert_eq!(js("document.querySelector('#app input').value"), "50");

    js("window.root = document.getElementById('host').attachShadow({ mode: 'open' });
        root.innerHTML = '<div id=inner></div>'; window.inner = root.getElementById('inner').attachShadow({ mode: 'open' });
        inner.innerHTML = '<p data-leadscore-hide=\"points>=50\">x</p><form action=\"javascript:0\"><input name=email><input type=hidden name=score data-leadscore-field=score></form>';
        inner.querySelector('[name=email]').dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))");
    assert_eq!(js("[inner.querySelector('[name=score]').value, inner.querySelector('p').hidden]"), json!(["50", true]));
    js("inner.querySelector('[name=score]').value = 'stale';
        const form = inner.querySelector('form');
        form.addEventListener('submit', (event) => { event.preventDefault(); window.collected = form.elements.score.value; });
        form.requestSubmit()");
    assert_eq!(js("collected"), "50");
    js("root.getElementById('inner').shadowRoot.innerHTML = '<input type=hidden data-leadscore-field=band>'");
    turn().await;
    assert_eq!(js("inner.querySelector('input').value"), "Very warm");
}

#[wasm_bindgen_test]
fn fields_tell_of_new_values_only_where_they_are_asked_to() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    page(
        "<form id=form><input type=hidden name=quiet data-leadscore-field=score><input type=hidden name=loud data-leadscore-field=score data-leadscore-notify></form>",
    );
    // As React does: the element's own property tells writes by scripts from typing.
    js("window.told = []; window.written = 0;
        for (const name of ['input', 'change']) form.addEventListener(name, (event) => told.push([event.type, event.target.name, event.target.value]));
        const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        Object.defineProperty(form.elements.loud, 'value', { get() { return native.get.call(this) }, set(value) { written++; native.set.call(this, value) } })");
    reactions.scored(None, &card(5, 0));
    reactions.scored(Some(&card(5, 0)), &card(5, 0));
    assert_eq!(js("told"), json!([["input", "loud", "50"], ["change", "loud", "50"]]));
    assert_eq!(js("[form.elements.quiet.value, written]"), json!(["50", 0]));
}

#[wasm_bindgen_test]
fn a_field_that_means_nothing_is_reported_and_left_alone() {
    let visit = visit();
    let reactions = Reactions::start(&visit, None);
    page(
        "<input type=hidden value=x data-leadscore-field=scor><input type=hidden value=x data-leadscore-field=score:nps><input type=file data-leadscore-field=score>",
    );
    reactions.scored(None, &card(5, 0));
    assert_eq!(js("[...document.querySelectorAll('#stage input')].map((input) => input.value)"), json!(["x", "x", ""]));
    let reports = visit.reports.borrow();
    assert_eq!(
        reports.iter().map(|report| report.rsplit_once("found ").unwrap().1).collect::<Vec<_>>(),
        ["`scor`", "`score:nps`"]
    );
}

/// The network, the timers and the clock of a page, in the test's hands.
struct Network;

impl Network {
    fn start() -> Network {
        js("window.kept = { fetch, setTimeout, clearTimeout, now: Date.now };
            window.sent = []; window.timers = []; window.clock = 1700000000000; window.answer = { status: 204 };
            Date.now = () => clock;
            window.fetch = (url, options) => { sent.push([url, options]); return answer ? Promise.resolve(answer) : Promise.reject(TypeError('offline')) };
            window.timer = 0; window.setTimeout = (run, pause) => { timers.push({ id: ++timer, run, pause }); return timer };
            window.clearTimeout = (cleared) => { timers = timers.filter(({ id }) => id !== cleared) };");
        Network
    }

    fn answer(status: Option<u32>) {
        js(&format!(
            "window.answer = {}",
            status.map_or("null".to_owned(), |status| format!("{{ status: {status} }}"))
        ));
    }

    /// What was sent since it was last asked.
    fn sent() -> Vec<Value> {
        let sent = js("sent.splice(0).map(([url, options]) => JSON.parse(options.body))");
        sent.as_array().unwrap().clone()
    }

    /// Lets the time pass until the next timer, and says how long that was.
    async fn pass() -> Value {
        let pause = js("window.due = timers.pop(); timers = []; clock += due ? due.pause : 0; due ? due.pause : null");
        js("due && due.run(), undefined");
        turn().await;
        pause
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        js(
            "Date.now = kept.now; window.fetch = kept.fetch; window.setTimeout = kept.setTimeout; window.clearTimeout = kept.clearTimeout",
        );
    }
}

#[wasm_bindgen_test]
async fn a_change_of_band_is_sent_once() {
    let _network = Network::start();
    let visit = visit();
    let reactions = Reactions::start(&visit, Some("/hook"));
    let (cold, warm) = (card(1, 0), card(5, 0));
    reactions.scored(None, &cold);
    turn().await;
    let options = js(
        "{ const [url, { method, mode, credentials, keepalive, headers }] = sent[0]; [url === location.origin + '/hook', method, mode, credentials, keepalive, headers] }",
    );
    assert_eq!(options, json!([true, "POST", "same-origin", "omit", true, { "content-type": "application/json" }]));
    let sent = Network::sent();
    let sets: Vec<_> =
        sent.iter().map(|body| (body["set"].as_str().unwrap(), body["band"].as_str().unwrap())).collect();
    assert_eq!(sets, [("engagement", "Cold"), ("priority", "A2")]);
    let mut first = sent[0].clone();
    let key = first.as_object_mut().unwrap().remove("idempotency_key").unwrap();
    assert!(key.as_str().unwrap().len() > 8 && key != sent[1]["idempotency_key"]);
    let expected = json!({ "time": "2023-11-14T22:13:20.000Z", "set": "engagement", "band": "Cold", "previous": null, "points": 10,
        "source": "ORGANIC_SEARCH", "url": "https://example.com/pricing" });
    assert_eq!(first, expected);
    assert_eq!(sent[1]["points"], Value::Null);

    // The same on this page, on the next, and in another tab.
    reactions.scored(Some(&cold), &cold);
    let another = Reactions::start(&visit, Some("/hook"));
    another.scored(None, &cold);
    turn().await;
    assert_eq!(Network::sent(), [json!(null); 0]);

    reactions.scored(Some(&cold), &warm);
    turn().await;
    let sent = Network::sent();
    assert_eq!(
        (&sent[0]["band"], &sent[0]["previous"], &sent[0]["points"]),
        (&json!("Very warm"), &json!("Cold"), &json!(50))
    );
    // Back and forth is another change.
    for now in [&cold, &warm] {
        reactions.scored(None, now);
        turn().await;
    }
    let again = Network::sent();
    assert_eq!(again[2]["band"], "Very warm");
    assert_ne!(again[2]["idempotency_key"], sent[0]["idempotency_key"]);
}

#[wasm_bindgen_test]
async fn two_tabs_that_see_the_same_change_send_the_same_key() {
    let _network = Network::start();
    let (here, there) = (visit(), visit());
    let tabs = [Reactions::start(&here, Some("/hook")), Reactions::start(&there, Some("/hook"))];
    tabs[0].scored(None, &card(1, 0));
    turn().await;
    there.keep_outbox(&here.outbox());
    Network::sent();
    for tab in &tabs {
        tab.scored(None, &card(5, 0));
    }
    turn().await;
    let keys: Vec<_> =
        Network::sent().iter().map(|body| (body["set"].clone(), body["idempotency_key"].clone())).collect();
    let of = |set: &str| keys.iter().filter(|(of, _)| of == set).map(|(_, key)| key.clone()).collect::<Vec<_>>();
    for set in ["engagement", "priority"] {
        assert!(matches!(&of(set)[..], [here, there] if here == there), "{keys:?}");
    }
}

#[wasm_bindgen_test]
async fn what_does_not_arrive_is_tried_again_and_given_up_in_the_end() {
    let _network = Network::start();
    let visit = visit();
    visit.properties.borrow_mut().clear();
    let reactions = Reactions::start(&visit, Some("/hook"));
    Network::answer(None);
    let cold = card(1, 0);
    reactions.scored(None, &cold);
    turn().await;
    let first = Network::sent();
    assert_eq!(first.len(), 2, "each is tried once");
    assert_eq!(Network::pass().await, 4000);
    assert_eq!(Network::sent(), first, "the same again, keys included");

    // The next page finds them, and the endpoint is busy, then well again.
    drop(reactions);
    js("timers.length = 0");
    let reactions = Reactions::start(&visit, Some("/hook"));
    Network::answer(Some(503));
    reactions.scored(None, &cold);
    turn().await;
    assert_eq!(Network::sent(), [json!(null); 0], "it is not time yet");
    assert_eq!(Network::pass().await, 16000);
    assert_eq!(Network::sent(), first);
    Network::answer(Some(200));
    assert_eq!(Network::pass().await, 64000);
    assert_eq!(Network::sent(), first);
    assert_eq!(Network::pass().await, Value::Null, "nothing waits any more");

    Network::answer(Some(500));
    reactions.scored(None, &card(5, 0));
    turn().await;
    let mut tries = Network::sent().len();
    while Network::pass().await != Value::Null {
        tries += Network::sent().len();
    }
    assert_eq!(tries, 12, "two changes, six tries each");
    assert!(visit.reports.borrow()[0].starts_with("data-endpoint: gave up"));
    assert!(!visit.outbox().contains("idempotency_key"));
}

#[wasm_bindgen_test]
async fn what_an_endpoint_refuses_is_not_sent_again() {
    let _network = Network::start();
    let visit = visit();
    Network::answer(Some(404));
    let reactions = Reactions::start(&visit, Some("/hook"));
    reactions.scored(None, &card(1, 0));
    turn().await;
    assert_eq!(Network::sent().len(), 2);
    assert_eq!(Network::pass().await, Value::Null);
    assert!(!visit.outbox().contains("idempotency_key"));
    assert!(visit.reports.borrow()[0].contains("refuses"));
}

#[wasm_bindgen_test]
async fn nothing_is_sent_without_consent_nor_after_all_was_forgotten() {
    let _network = Network::start();
    let visit = visit();
    let reactions = Reactions::start(&visit, Some("/hook"));
    visit.consent.set(false);
    reactions.scored(None, &card(1, 0));
    turn().await;
    assert_eq!((Network::sent(), visit.outbox()), (vec![], String::new()));

    visit.consent.set(true);
    Network::answer(None);
    reactions.scored(None, &card(1, 0));
    // Forgotten while it is under way.
    visit.keep_outbox("");
    reactions.forget();
    turn().await;
    assert_eq!(visit.outbox(), "");
    Network::sent();
    assert_eq!(Network::pass().await, Value::Null);
    assert_eq!(Network::sent(), [json!(null); 0]);
}

#[wasm_bindgen_test]
async fn another_origin_is_asked_only_if_the_tag_names_it_and_without_asking_for_permission() {
    let _network = Network::start();
    let visit = visit();
    let reactions = Reactions::start(&visit, Some("https://crm.example/hook?form=1"));
    reactions.scored(None, &card(1, 0));
    turn().await;
    let options = js("{ const [url, { mode, headers }] = sent[0]; [url, mode, headers] }");
    assert_eq!(
        options,
        json!(["https://crm.example/hook?form=1", "no-cors", { "content-type": "text/plain;charset=UTF-8" }])
    );
    Network::sent();
    for address in ["//crm.example/hook", "data:text/plain,x", "javascript:alert(1)", "https://"] {
        let visit = self::visit();
        Reactions::start(&visit, Some(address)).scored(None, &card(1, 0));
        assert!(visit.reports.borrow()[0].contains(address));
    }
    turn().await;
    assert_eq!(Network::sent(), [json!(null); 0]);
}

#[wasm_bindgen_test]
async fn a_page_that_takes_fetch_away_sends_by_other_means() {
    let _network = Network::start();
    js(
        "window.fetch = null; window.beacons = []; navigator.sendBeacon = (url, body) => { beacons.push(JSON.parse(body)); return true }",
    );
    let visit = visit();
    Reactions::start(&visit, Some("/hook")).scored(None, &card(1, 0));
    turn().await;
    js("delete navigator.sendBeacon");
    assert_eq!(js("beacons.map(({ set, band }) => [set, band])"), json!([["engagement", "Cold"], ["priority", "A2"]]));
    assert!(!visit.outbox().contains("idempotency_key"));
}
