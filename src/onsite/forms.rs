//! Forms that are submitted: which form it was, and of what was typed only the fields that the site has marked.
//!
//! In: `submit` events of the document and of open shadow roots, before the page's own listeners. Out: `form_submission` events and contact
//! properties. A submission counts when the browser has found the fields valid and tells of it; that the page then prevents it is
//! how forms are sent by scripts. Of a form that is submitted twice within three seconds (scripts that check first, fingers that press
//! twice), once. Forms marked as a search and dialogs that are closed are no submissions, unless they have a `data-leadscore-form`.

use super::addresses::Place;
use super::store::Change;
use super::{Embed, Handled, now, suspicion, values};
use crate::visitor::Suspicion;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Url};

/// Milliseconds within which a form is not submitted twice.
const AGAIN: i64 = 3_000;

/// The form that was submitted last, and when.
#[derive(Default)]
pub(super) struct Forms {
    last: RefCell<(String, i64)>,
}

pub(super) fn watch(embed: &Rc<Embed>) -> Handled {
    embed.listen(&embed.document, "submit", submitted);
    // A field in a shadow root may have had the focus from the beginning.
    let mut focused = embed.document.active_element();
    while let Some(root) = focused.and_then(|element| element.shadow_root()) {
        embed.listen_in(&root)?;
        focused = values::get(&root, "activeElement").dyn_into().ok();
    }
    Ok(())
}

fn submitted(embed: &Rc<Embed>, event: &Event) -> Handled {
    let (Some(form), Some(root)) = (event.target(), event.current_target()) else { return Ok(()) };
    let Ok(form) = form.dyn_into::<Element>() else { return Ok(()) };
    let Some(name) = name(embed, &form) else { return Ok(()) };
    let now = now();
    let (last, time) = embed.forms.last.replace((name.clone(), now));
    if last == name && (0..AGAIN).contains(&(now - time)) {
        return Ok(());
    }
    for (property, value) in marked(embed, &form, root.unchecked_ref())? {
        embed.change(Change::Set(property, Some(value)));
    }
    embed.record(
        "form_submission",
        &[("form", name), ("url", embed.pages.url()), ("page_title", embed.document.title())],
    );
    suspicion::of_submission(embed, event);
    suspicion::of_speed(embed, "form_submission");
    Ok(())
}

/// What a form is called: by its mark, its id, its name, or the path to which it is sent. A form's own properties of these names are not asked:
/// a field called `action` or `id` takes their place.
fn name(embed: &Embed, form: &Element) -> Option<String> {
    let attribute = |name: &str| form.get_attribute(name).filter(|text| !text.is_empty());
    if let Some(mark) = attribute("data-leadscore-form") {
        return Some(mark);
    }
    if attribute("role").as_deref() == Some("search") || attribute("method").as_deref() == Some("dialog") {
        return None;
    }
    let path = || {
        let page = Place::shown(&embed.window).href;
        Url::new_with_base(&attribute("action").unwrap_or_default(), &page)
            .map_or_else(|_| String::new(), |url| url.pathname())
    };
    Some(attribute("id").or_else(|| attribute("name")).unwrap_or_else(path))
}

/// The values of the fields that are marked as properties; of a property with several boxes, those that are ticked. A field without a value leaves
/// what is known. Passwords and files are never read.
fn marked(embed: &Rc<Embed>, form: &Element, root: &Element) -> Result<Vec<(String, String)>, JsValue> {
    let mut marked: Vec<(String, String)> = Vec::new();
    // Not the form's list of its elements, whose place a field of that name takes.
    let fields = root.query_selector_all("[data-leadscore-property],[name]")?;
    for index in 0..fields.length() {
        let Some(field) = fields.get(index) else { continue };
        let field: &Element = field.unchecked_ref();
        if values::get(field, "form") != *AsRef::<JsValue>::as_ref(form) {
            continue;
        }
        let is_honeypot = embed.options.honeypot.is_some() && field.get_attribute("name") == embed.options.honeypot;
        if is_honeypot && value(field).is_some_and(|value| value != "false") {
            suspicion::suspect(embed, Suspicion::Honeypot);
        }
        let Some(property) = field.get_attribute("data-leadscore-property") else { continue };
        let Some(value) = value(field) else { continue };
        match marked.iter_mut().find(|(known, _)| *known == property) {
            Some((_, values)) => {
                values.push(';');
                values.push_str(&value);
            }
            None => marked.push((property, value)),
        }
    }
    Ok(marked)
}

/// What a field says: a box without a value of its own `true` or `false`, several choices joined by `;`.
fn value(field: &Element) -> Option<String> {
    let kind = values::text(field, "type").unwrap_or_default();
    let value = match kind.as_str() {
        "password" | "file" => return None,
        "checkbox" | "radio" => {
            let is_ticked = values::get(field, "checked").is_truthy();
            if !field.has_attribute("value") {
                return (is_ticked || kind == "checkbox").then(|| values::truth_text(is_ticked));
            }
            is_ticked.then(|| values::text(field, "value"))?
        }
        "select-multiple" => {
            let chosen = field.query_selector_all("option:checked").ok()?;
            let mut joined = String::new();
            for index in 0..chosen.length() {
                if !joined.is_empty() {
                    joined.push(';');
                }
                joined.push_str(&values::text(&chosen.get(index).into(), "value").unwrap_or_default());
            }
            Some(joined)
        }
        _ => values::text(field, "value"),
    };
    value.filter(|value| !value.is_empty())
}
