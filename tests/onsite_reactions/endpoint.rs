//! What goes to an endpoint.

use crate::page::{card, js, turn, visit};
use leadscore::onsite::{Reactions, Surroundings};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

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
