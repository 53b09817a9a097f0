//! What is announced on a page, and the elements that appear and vanish by it.

use crate::page::{card, js, markup, page, turn, visit};
use leadscore::Scorecard;
use leadscore::onsite::{Reactions, object_of};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

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
