//! The attributes of the script's tag.
//!
//! In: the tag's `dataset`. Out: what the site wants. Which attributes there are, is written here alone.

use super::browser;
use wasm_bindgen::JsValue;

/// What a site may choose.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `data-consent="required"`: nothing is stored or recorded before it is granted.
    pub consent_required: bool,
    /// `data-consent-from`: who tells whether it is granted.
    pub consent_from: Option<ConsentSource>,
    /// `data-endpoint`: where changes of bands are sent.
    pub endpoint: Option<String>,
    /// `data-time-on-page`: whether visible time is recorded.
    pub time_on_page: bool,
    /// `data-scroll-depth`: whether scrolling is recorded.
    pub scroll_depth: bool,
    /// `data-honeypot`: the name of the form field that only robots fill.
    pub honeypot: Option<String>,
}

/// Who tells whether consent is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentSource {
    /// A consent management platform, by IAB Europe's Transparency and Consent Framework.
    Tcf,
    /// Google's consent mode.
    Google,
}

impl Options {
    /// What a tag's `dataset` says. A source of consent implies that it is required; one that is not known, too: who asks for consent
    /// does not get less of it by a slip of the pen.
    pub fn read(dataset: &JsValue) -> Options {
        let text = |key: &str| browser::text(dataset, key).filter(|text| !text.is_empty());
        let flag = |key: &str| browser::text(dataset, key).is_some_and(|text| text != "false");
        let (consent, from) = (text("consent"), text("consentFrom"));
        let consent_from = match from.as_deref() {
            Some("tcf") => Some(ConsentSource::Tcf),
            Some("google") => Some(ConsentSource::Google),
            _ => None,
        };
        let consent_required = from.is_some() || consent.is_some_and(|consent| consent != "not-required");
        Options {
            consent_required,
            consent_from,
            endpoint: text("endpoint"),
            time_on_page: flag("timeOnPage"),
            scroll_depth: flag("scrollDepth"),
            honeypot: text("honeypot"),
        }
    }
}
