//! What the on-site embed sees and keeps, in a real page: views, forms, clicks, consent and storage.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use js_sys::futures::JsFuture;
use js_sys::{Function, JSON, Promise, eval};
use leadscore::onsite::{Consent, ConsentSource, Embed, Options};
use leadscore::{Ruleset, Scorer, contacts};
use serde_json::{Value, json};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RULESET: &str = r#"{ "scores": [{ "id": "interest", "groups": [{ "id": "g", "criteria": [
    { "id": "views", "event": "page_view", "points": 1 },
    { "id": "forms", "event": "form_submission", "points": 10 },
    { "id": "vp", "when": { "property": "jobtitle", "contains_word": "vp" }, "points": 12.5 } ] }] }] }"#;

/// A page as if nobody had been there.
fn fresh() {
    run(
        "localStorage.clear(); history.replaceState(null, '', '/'); document.title = 'Home'; document.querySelector('main')?.remove(); window.main = document.body.appendChild(document.createElement('main'));",
    );
}

fn run(script: &str) -> JsValue {
    eval(script).unwrap()
}

fn start(options: Options) -> Rc<Embed> {
    let ruleset: Ruleset = RULESET.parse().unwrap();
    Embed::start(ruleset, options, Function::new_no_args("")).unwrap()
}

/// The next event of this type on the document. What is to cause it happens in between.
fn next(kind: &str) -> JsFuture<JsValue> {
    let wait = format!(
        "new Promise((done) => document.addEventListener('{kind}', (event) => done(event.detail), {{ once: true }}))"
    );
    let promise: Promise = run(&wait).into();
    JsFuture::from(promise)
}

async fn started(options: Options) -> Rc<Embed> {
    let scored = next("leadscore:change");
    let embed = start(options);
    scored.await.unwrap();
    embed
}

/// What an embed has waited to do is done.
async fn settled() {
    let promise: Promise =
        run("new Promise((done) => setTimeout(() => navigator.locks.request('leadscore', () => {}).then(done)))")
            .into();
    JsFuture::from(promise).await.unwrap();
}

fn json_value(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

fn stored() -> Option<String> {
    run("localStorage.getItem('leadscore')").as_string()
}

fn contact(embed: &Embed) -> Value {
    let text: String = JSON::stringify(&embed.contact()).unwrap().into();
    serde_json::from_str(&text).unwrap()
}

/// A property of every event of a type.
fn recorded(embed: &Embed, kind: &str, property: &str) -> Vec<String> {
    let contact = contact(embed);
    let events = contact["events"].as_array().unwrap().iter().filter(|event| event["type"] == kind);
    events.map(|event| event["properties"][property].as_str().unwrap_or_default().to_owned()).collect()
}

fn origin() -> String {
    run("location.origin").as_string().unwrap()
}

#[wasm_bindgen_test]
async fn pages_of_an_app_count_with_the_title_they_get() {
    fresh();
    run("history.replaceState(null, '', '/?utm_source=news&typed=me@example.com#top')");
    let embed = started(Options::default()).await;
    let scored = next("leadscore:change");
    run(
        "history.pushState(null, '', '/#below'); history.replaceState(null, '', '/'); history.pushState(null, '', '/login')",
    );
    run(
        "history.replaceState(null, '', '/pricing?plan=2'); Promise.resolve().then(() => { document.title = 'Pricing' })",
    );
    scored.await.unwrap();
    let home = format!("{}/?utm_source=news", origin());
    // A parameter that no campaign added is part of which page it is.
    assert_eq!(recorded(&embed, "page_view", "url"), [home.clone(), format!("{}/pricing", origin())]);
    assert_eq!(recorded(&embed, "page_view", "title"), ["Home", "Pricing"]);
    assert_eq!(recorded(&embed, "visit", "url"), [home]);
}

#[wasm_bindgen_test]
async fn pages_of_an_app_count_where_the_browser_does_not_tell_of_them() {
    fresh();
    run("window.kept = Object.getOwnPropertyDescriptor(window, 'navigation')");
    run("Object.defineProperty(window, 'navigation', { value: undefined, configurable: true })");
    let embed = started(Options::default()).await;
    run("Object.defineProperty(window, 'navigation', kept)");
    let scored = next("leadscore:change");
    let refused =
        run("try { history.pushState(null, '', 'https://elsewhere.example/'); 'went' } catch (error) { error.name }");
    assert_eq!(refused.as_string().as_deref(), Some("SecurityError"), "what the browser throws is the page's");
    run("history.pushState({ step: 2 }, '', '/two')");
    scored.await.unwrap();
    assert_eq!(run("history.state.step").as_f64(), Some(2.0));
    assert_eq!(recorded(&embed, "page_view", "url"), [format!("{}/", origin()), format!("{}/two", origin())]);
    run("delete history.pushState; delete history.replaceState");
}

#[wasm_bindgen_test]
async fn a_page_that_is_made_ready_counts_when_it_is_shown() {
    fresh();
    run("Object.defineProperty(document, 'prerendering', { value: true, configurable: true })");
    let embed = start(Options::default());
    settled().await;
    assert_eq!((contact(&embed)["events"].clone(), stored()), (json!([]), None));
    run("delete document.prerendering; document.dispatchEvent(new Event('prerenderingchange'))");
    assert_eq!(recorded(&embed, "page_view", "title"), ["Home"]);
}

#[wasm_bindgen_test]
async fn forms_in_shadow_roots_are_heard_and_only_marked_fields_read() {
    fresh();
    let embed = started(Options::default()).await;
    let scored = next("leadscore:change");
    run(r#"
        const host = document.createElement("signup-box");
        main.append(host);
        host.attachShadow({ mode: "open" }).innerHTML = `<form name="signup" action="/subscribe" onsubmit="return false">
            <input name="action" value="secret"><input name="elements" value="secret"><input name="id" value="secret">
            <input data-leadscore-property="jobtitle" value="VP Sales">
            <input type="password" data-leadscore-property="pass" value="secret">
            <input type="checkbox" data-leadscore-property="newsletter">
            <input type="checkbox" data-leadscore-property="topics" value="crm" checked>
            <input type="checkbox" data-leadscore-property="topics" value="ads" checked>
            <input type="radio" name="r" data-leadscore-property="size" value="small"><input type="radio" name="r" data-leadscore-property="size" value="big" checked>
            <select multiple data-leadscore-property="regions"><option selected>EU<option>US<option selected>APAC</select>
            <input data-leadscore-property="company" value=""></form>`;
        host.shadowRoot.querySelector("[data-leadscore-property]").focus();
        const form = host.shadowRoot.querySelector("form");
        HTMLFormElement.prototype.requestSubmit.call(form);
        HTMLFormElement.prototype.requestSubmit.call(form);
    "#);
    scored.await.unwrap();
    assert_eq!(recorded(&embed, "form_submission", "form"), ["signup"], "submitted twice at once counts once");
    let contact = contact(&embed);
    let own: Vec<&str> = ["jobtitle", "newsletter", "topics", "size", "regions"]
        .iter()
        .map(|name| contact["properties"][name].as_str().unwrap_or_default())
        .collect();
    assert_eq!(own, ["VP Sales", "false", "crm;ads", "big", "EU;APAC"]);
    assert!(!contact.to_string().contains("secret"));
    assert_eq!(contact["properties"].get("company"), None);
    let text = serde_json::to_string(&embed.scorecard().unwrap().scores[0].1.points).unwrap();
    assert_eq!(text, "23.5");
}

#[wasm_bindgen_test]
async fn searches_and_robots_are_told_apart() {
    fresh();
    let embed = started(Options { honeypot: Some("website".to_owned()), ..Options::default() }).await;
    let scored = next("leadscore:change");
    run(r#"
        main.innerHTML = `<form role="search" onsubmit="return false"><input name="q" value="x"></form>
            <form action="/contact.php?x=1" onsubmit="return false"><input name="website" value="https://spam.example"></form>`;
        for (const form of main.querySelectorAll('form')) form.requestSubmit();
    "#);
    scored.await.unwrap();
    assert_eq!(recorded(&embed, "form_submission", "form"), ["/contact.php"]);
    let suspect = contact(&embed)["properties"]["leadscore_suspect"].as_str().unwrap().to_owned();
    assert!(suspect.contains("automated") && suspect.contains("honeypot"), "{suspect}");
}

#[wasm_bindgen_test]
async fn clicks_on_marks_are_recorded_wherever_they_hit() {
    fresh();
    let embed = started(Options::default()).await;
    run(r#"
        main.innerHTML = `<a data-leadscore-cta="demo" href="javascript:void 0"><b> See   the
            demo </b></a><p data-leadscore-cta="later"></p>`;
        main.querySelector("b").click();
        const root = main.querySelector("p").attachShadow({ mode: "open" });
        root.innerHTML = "<button>Later</button>";
        root.firstChild.dispatchEvent(new MouseEvent("auxclick", { bubbles: true, composed: true, button: 1 }));
        root.firstChild.dispatchEvent(new MouseEvent("auxclick", { bubbles: true, composed: true, button: 2 }));
    "#);
    assert_eq!(recorded(&embed, "cta_click", "cta"), ["demo", "later"]);
    assert_eq!(recorded(&embed, "cta_click", "text"), ["See the demo", ""]);
    assert_eq!(recorded(&embed, "cta_click", "url"), [format!("{}/", origin()), format!("{}/", origin())]);
}

#[wasm_bindgen_test]
async fn nothing_is_stored_or_recorded_before_consent() {
    fresh();
    let required = Options { consent_required: true, ..Options::default() };
    let embed = start(required.clone());
    embed.track("webinar", &JsValue::NULL);
    settled().await;
    assert_eq!((embed.consent(), embed.scorecard().is_none(), stored()), (Consent::Pending, true, None));
    run("history.pushState(null, '', '/late')");
    let scored = next("leadscore:change");
    embed.grant();
    scored.await.unwrap();
    settled().await;
    assert_eq!(recorded(&embed, "page_view", "url"), [format!("{}/late", origin())]);
    assert_eq!(recorded(&embed, "visit", "url"), [format!("{}/", origin())], "how the visitor came is of where");
    assert_eq!(recorded(&embed, "webinar", ""), [""; 0]);
    assert!(stored().is_some());
    drop(embed);

    let again = started(required).await;
    assert_eq!((again.consent(), recorded(&again, "page_view", "url").len()), (Consent::Granted, 2));
    again.deny();
    settled().await;
    assert_eq!((again.consent(), again.scorecard().is_none(), stored()), (Consent::Denied, true, None));
    assert_eq!(contact(&again)["events"], json!([]));
}

#[wasm_bindgen_test]
async fn a_denial_is_kept_only_where_it_is_needed() {
    fresh();
    let embed = started(Options::default()).await;
    embed.deny();
    settled().await;
    assert_eq!(stored().as_deref(), Some("1,0,"));
    drop(embed);
    let again = start(Options::default());
    assert_eq!(again.consent(), Consent::Denied);
    again.forget();
    assert_eq!((stored(), again.consent()), (None, Consent::Denied), "on this page it holds");
}

#[wasm_bindgen_test]
async fn global_privacy_control_denies_unless_the_page_says_otherwise() {
    fresh();
    run("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })");
    run("window.dataLayer = [['consent', 'update', { analytics_storage: 'granted' }]]");
    let embed =
        start(Options { consent_from: Some(ConsentSource::Google), consent_required: true, ..Options::default() });
    settled().await;
    assert_eq!((embed.consent(), stored()), (Consent::Denied, None));
    let scored = next("leadscore:change");
    embed.grant();
    scored.await.unwrap();
    settled().await;
    assert!(stored().unwrap().starts_with("1,2,"));
    run("delete navigator.globalPrivacyControl; delete window.dataLayer");
}

#[wasm_bindgen_test]
async fn google_consent_mode_is_followed_and_its_layer_left_as_it_is() {
    fresh();
    run(
        "window.dataLayer = []; window.gtag = function () { dataLayer.push(arguments) }; gtag('consent', 'default', { analytics_storage: 'denied' })",
    );
    let embed =
        start(Options { consent_from: Some(ConsentSource::Google), consent_required: true, ..Options::default() });
    settled().await;
    assert_eq!(embed.consent(), Consent::Pending);
    let scored = next("leadscore:change");
    run(
        "gtag('consent', 'update', { ad_storage: 'denied' }); gtag('consent', 'update', { analytics_storage: 'granted' })",
    );
    scored.await.unwrap();
    settled().await;
    assert!(stored().is_some());
    run("gtag('consent', 'update', { analytics_storage: 'denied' })");
    assert_eq!((embed.consent(), stored()), (Consent::Denied, None));
    assert_eq!(run("dataLayer.push({ a: 1 }, { b: 2 }, undefined)").as_f64(), Some(7.0));
    run("delete window.dataLayer; delete window.gtag");
}

#[wasm_bindgen_test]
async fn the_transparency_framework_is_followed() {
    fresh();
    run(
        r#"window.__tcfapi = (command, version, told) => { window.told = told; told({ eventStatus: "cmpuishown", gdprApplies: true, purpose: { consents: {} } }, true) };
        window.tell = (consents) => told({ eventStatus: "useractioncomplete", gdprApplies: true, purpose: { consents } }, true)"#,
    );
    let embed = start(Options { consent_from: Some(ConsentSource::Tcf), consent_required: true, ..Options::default() });
    assert_eq!(embed.consent(), Consent::Pending);
    run("tell({ 1: true, 8: true, 9: true })");
    assert_eq!(embed.consent(), Consent::Granted);
    run("tell({ 1: true, 8: true })");
    assert_eq!(embed.consent(), Consent::Denied);
    run("delete window.__tcfapi");
}

#[wasm_bindgen_test]
async fn blocked_storage_leaves_memory() {
    fresh();
    run(
        "window.kept = Object.getOwnPropertyDescriptor(window, 'localStorage'); Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') }, configurable: true })",
    );
    let embed = started(Options::default()).await;
    embed.track("webinar", &JsValue::NULL);
    settled().await;
    assert_eq!(contact(&embed)["events"].as_array().unwrap().len(), 3);
    embed.forget();
    assert_eq!(contact(&embed)["events"], json!([]));
    run("Object.defineProperty(window, 'localStorage', kept)");
    assert_eq!(stored(), None);
}

#[wasm_bindgen_test]
async fn full_storage_is_told_once_and_leaves_memory() {
    fresh();
    run(
        "window.put = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    );
    let told = next("leadscore:error");
    let embed = start(Options::default());
    let message = JSON::stringify(&told.await.unwrap()).unwrap();
    assert!(String::from(message).contains("storage is full"));
    embed.track("webinar", &JsValue::NULL);
    settled().await;
    assert_eq!(recorded(&embed, "webinar", ""), [""]);
    run("Storage.prototype.setItem = put");
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_told_and_replaced() {
    fresh();
    run("localStorage.setItem('leadscore', '1,2,0,0,0,1,oops')");
    let told = next("leadscore:error");
    let scored = next("leadscore:change");
    let embed = start(Options::default());
    told.await.unwrap();
    scored.await.unwrap();
    settled().await;
    assert_eq!(recorded(&embed, "page_view", "title"), ["Home"]);
    assert!(stored().unwrap().contains("page_view"));
}

#[wasm_bindgen_test]
async fn a_denial_is_kept_in_place_of_what_a_newer_version_keeps() {
    fresh();
    run("localStorage.setItem('leadscore', '2,all is different')");
    let embed = started(Options::default()).await;
    settled().await;
    assert_eq!(stored().as_deref(), Some("2,all is different"));
    embed.deny();
    assert_eq!(stored().as_deref(), Some("1,0,"));
}

#[wasm_bindgen_test]
async fn what_a_newer_version_begins_after_forgetting_is_left_alone() {
    fresh();
    run("localStorage.setItem('leadscore', '2,all is different')");
    let embed = started(Options::default()).await;
    // By the time that it is told of, the newer version has begun anew.
    run(
        "localStorage.setItem('leadscore', '2,begun anew'); dispatchEvent(new StorageEvent('storage', { key: 'leadscore', newValue: null }))",
    );
    settled().await;
    assert_eq!(recorded(&embed, "page_view", ""), [""; 0]);
    assert_eq!(stored().as_deref(), Some("2,begun anew"));
}

#[wasm_bindgen_test]
async fn tabs_add_to_the_same_visitor_and_forget_together() {
    fresh();
    let one = started(Options::default()).await;
    settled().await;
    let two = started(Options::default()).await;
    one.track("from_one", &JsValue::NULL);
    two.track("from_two", &JsValue::NULL);
    settled().await;
    settled().await;
    let kept = stored().unwrap();
    for kind in ["from_one", "from_two", "5,visit"] {
        assert_eq!(kept.matches(kind).count(), 1, "{kind} in {kept}");
    }
    one.forget();
    assert_eq!(stored(), None);
    run("window.dispatchEvent(new StorageEvent('storage', { key: 'leadscore' }))");
    two.track("a_new_visitor", &JsValue::NULL);
    settled().await;
    assert_eq!(recorded(&two, "from_two", ""), [""; 0]);
    assert!(!stored().unwrap().contains("from_"));
}

/// The browser tells that another process put something into storage, or took it away.
fn written_elsewhere(text: Option<&str>) {
    let text = json!(text);
    run(&format!(
        "const text = {text};
        if (text === null) dispatchEvent(new StorageEvent('storage', {{ key: 'leadscore', newValue: null }}));
        else {{
            localStorage.setItem('leadscore', text);
            dispatchEvent(new StorageEvent('storage', {{ key: 'leadscore', newValue: text }}));
        }}"
    ));
}

#[wasm_bindgen_test]
async fn what_another_process_wrote_over_is_made_again() {
    fresh();
    let embed = started(Options::default()).await;
    settled().await;
    let without = stored().unwrap();
    embed.track("webinar", &json_value(r#"{ "topic": "x" }"#));
    settled().await;
    let with = stored().unwrap();
    for round in 0..3 {
        // It was not told yet of what this one wrote.
        written_elsewhere(Some(&without));
        settled().await;
        settled().await;
        assert_eq!(recorded(&embed, "webinar", "topic"), ["x"], "{round}");
        assert_eq!(stored().as_deref(), Some(with.as_str()));
        written_elsewhere(Some(&with));
        settled().await;
        assert_eq!(recorded(&embed, "webinar", "topic"), ["x"], "{round}");
    }
}

#[wasm_bindgen_test]
async fn forgetting_elsewhere_takes_what_was_written_at_the_same_moment() {
    fresh();
    let embed = started(Options::default()).await;
    embed.track("webinar", &JsValue::NULL);
    settled().await;
    assert!(stored().unwrap().contains("webinar"));
    written_elsewhere(None);
    assert_eq!(stored(), None);
    settled().await;
    assert_eq!(recorded(&embed, "webinar", ""), [""; 0]);
    embed.track("anew", &JsValue::NULL);
    settled().await;
    assert!(!stored().unwrap().contains("webinar"));
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_has_been_written() {
    fresh();
    let embed = start(Options::default());
    run("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    assert!(stored().unwrap().contains("page_view"));
    run("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    assert_eq!(recorded(&embed, "page_view", "title").len(), 2);
}

#[wasm_bindgen_test]
async fn values_become_texts_and_others_are_told() {
    fresh();
    let embed = started(Options::default()).await;
    let told = next("leadscore:error");
    embed.identify(&run("({ plan: 'pro', seats: 12.5, paying: true, since: new Date(5), tags: ['a', null, 2], gone: null, many: { a: 1 }, nan: NaN })"));
    let message = JSON::stringify(&told.await.unwrap()).unwrap();
    assert!(String::from(message).contains("many"));
    let contact = contact(&embed);
    let own: Vec<&Value> =
        ["plan", "seats", "paying", "since", "tags"].iter().map(|name| &contact["properties"][name]).collect();
    assert_eq!(own, ["pro", "12.5", "true", "5", "a;2"]);
    embed.identify(&run("({ plan: null })"));
    assert_eq!(contact_property(&embed, "plan"), None);
}

fn contact_property(embed: &Embed, name: &str) -> Option<String> {
    contact(embed)["properties"].get(name)?.as_str().map(str::to_owned)
}

#[wasm_bindgen_test]
async fn the_exported_contact_has_the_same_scorecard() {
    fresh();
    let embed = started(Options::default()).await;
    embed.identify(&run("({ jobtitle: 'VP' })"));
    let exported = json!([contact(&embed)]).to_string();
    let read = contacts::read(exported.as_bytes(), None, &Default::default()).unwrap();
    let ruleset: Ruleset = RULESET.parse().unwrap();
    let results = Scorer::new(&ruleset).score(&read.table, js_sys::Date::now() as i64 + 1);
    assert_eq!(results.scorecard(&read.table, 0).unwrap(), *embed.scorecard().unwrap());
}

#[wasm_bindgen_test]
async fn what_the_page_throws_stays_there() {
    fresh();
    let embed = started(Options::default()).await;
    run("window.raised = 0; window.onerror = () => { raised += 1 }");
    let told = next("leadscore:error");
    run(
        "document.title = 'x'; window.composed = Event.prototype.composedPath; Event.prototype.composedPath = () => { throw new Error('mine') }; document.body.click()",
    );
    run("Event.prototype.composedPath = composed");
    let message = JSON::stringify(&told.await.unwrap()).unwrap();
    assert!(String::from(message).contains("mine"));
    embed.track("still_there", &JsValue::NULL);
    assert_eq!(recorded(&embed, "still_there", ""), [""]);
    assert_eq!(run("raised").as_f64(), Some(0.0));
    run("window.onerror = null");
    // What a browser's exception passes through is not dropped: this embed is still listening.
    embed.deny();
}
