//! Fields of forms, which the score and its reasons go into.

use crate::page::{card, js, page, turn, visit};
use leadscore::onsite::Reactions;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

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
