//! Consent as others signal it: by IAB Europe's Transparency and Consent Framework, and by Google's consent mode.
//!
//! In: their interfaces on the page. Out: granted or denied, whenever they say so.

use super::{Embed, Handled, calls, consent, errors, timers, values};
use js_sys::Array;
use std::cell::Cell;
use std::rc::Rc;
use timers::Timer;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds between two looks for a platform that is not there yet, and how many looks: two minutes.
const LOOK: u32 = 500;
const LOOKS: u32 = 240;

/// The purposes of the framework that are needed: to store on a device, to measure how content performs, and to understand
/// audiences. Legitimate interest is not consent.
const PURPOSES: [&str; 3] = ["1", "8", "9"];

/// The wait for a platform.
#[derive(Default)]
pub(super) struct Signals {
    next_look: Timer,
    looks: Cell<u32>,
}

/// Asks the platform to tell of consent, as soon as it is there.
pub(super) fn hear_tcf(embed: &Rc<Embed>) -> Handled {
    if !values::get(&embed.window, "__tcfapi").is_function() {
        let looks = &embed.signals.looks;
        looks.set(looks.get() + 1);
        if looks.get() < LOOKS {
            timers::start(embed, |embed| &embed.signals.next_look, LOOK, hear_tcf);
        }
        return Ok(());
    }
    let weak = Rc::downgrade(embed);
    let told = Closure::<dyn Fn(JsValue, JsValue)>::new(move |data: JsValue, is_success: JsValue| {
        if let (Some(embed), true) = (weak.upgrade(), is_success.is_truthy()) {
            errors::guarded(move || tcf_told(&embed, &data));
        }
    });
    let command = [JsValue::from_str("addEventListener"), JsValue::from_f64(2.0), told.into_js_value()];
    values::call(&embed.window, "__tcfapi", &command).map(drop)
}

fn tcf_told(embed: &Rc<Embed>, data: &JsValue) -> Handled {
    // While the visitor is asked, nothing is decided.
    if !matches!(values::text(data, "eventStatus").as_deref(), Some("tcloaded" | "useractioncomplete")) {
        return Ok(());
    }
    let consents = values::get(&values::get(data, "purpose"), "consents");
    let applies = values::get(data, "gdprApplies").as_bool() != Some(false);
    let is_granted = !applies || PURPOSES.iter().all(|purpose| values::get(&consents, purpose).is_truthy());
    consent::signalled(embed, is_granted)
}

/// Reads the commands of consent mode in the data layer, those there are and those to come.
pub(super) fn hear_google(embed: &Rc<Embed>) -> Handled {
    let mut layer = values::get(&embed.window, "dataLayer");
    if !layer.is_object() {
        layer = Array::new().into();
        values::set(&embed.window, "dataLayer", &layer);
    }
    let entries: &Array = layer.unchecked_ref();
    for index in 0..entries.length() {
        google_told(embed, &entries.get(index))?;
    }
    calls::hear(embed, &layer, "push", |embed, entries| {
        for index in 0..entries.length() {
            google_told(embed, &entries.get(index))?;
        }
        Ok(())
    });
    Ok(())
}

/// `gtag("consent", "update", { analytics_storage: "granted" })`. A default that denies leaves it open, for the visitor's word comes as an update; a
/// default that grants in some regions only says nothing about this visitor.
fn google_told(embed: &Rc<Embed>, entry: &JsValue) -> Handled {
    if values::text(entry, "0").as_deref() != Some("consent") {
        return Ok(());
    }
    let settings = values::get(entry, "2");
    let is_update = values::text(entry, "1").as_deref() == Some("update");
    let is_granted = match values::text(&settings, "analytics_storage").as_deref() {
        Some("granted") => true,
        Some("denied") => false,
        _ => return Ok(()),
    };
    if is_update || (is_granted && values::get(&settings, "region").is_undefined()) {
        return consent::signalled(embed, is_granted);
    }
    Ok(())
}
