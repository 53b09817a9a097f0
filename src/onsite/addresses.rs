//! Addresses of pages, taken apart by the browser.
//!
//! In: an address as the browser writes it. Out: what visits and sources are told from, and the address as it is recorded.

use crate::visitor::{Address, Arrival};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Url, Window};

/// The address of a page, taken apart.
#[derive(Clone, Default)]
pub(super) struct Place {
    pub(super) href: String,
    host: String,
    path: String,
    query: Vec<(String, String)>,
}

impl Place {
    /// `None` if it is no address.
    pub(super) fn read(href: &str) -> Option<Place> {
        let url = Url::new(href).ok()?;
        url.set_hash("");
        let entries = url.search_params().entries();
        let mut query = Vec::new();
        while let Ok(entry) = entries.next() {
            if entry.done() {
                break;
            }
            let entry = entry.value();
            let pair: &Array = entry.unchecked_ref();
            query.push((pair.get(0).as_string().unwrap_or_default(), pair.get(1).as_string().unwrap_or_default()));
        }
        Some(Place { href: url.href(), host: url.host(), path: url.pathname(), query })
    }

    /// The page that the window shows.
    pub(super) fn shown(window: &Window) -> Place {
        window.location().href().ok().and_then(|href| Place::read(&href)).unwrap_or_default()
    }

    pub(super) fn address(&self) -> Address<'_> {
        Address { href: &self.href, host: &self.host, path: &self.path, query: &self.query }
    }

    /// Whether it is the address of the same page: parameters of campaigns and clicks lead to a page, and scripts take them away there.
    pub(super) fn is_same_page(&self, other: &Place) -> bool {
        self.host == other.host && self.path == other.path && self.asked().eq(other.asked())
    }

    fn asked(&self) -> impl Iterator<Item = &(String, String)> {
        self.query
            .iter()
            .filter(|(name, _)| !name.starts_with("utm_") && !name.ends_with("clid") && !name.starts_with("_hs"))
    }
}

/// How a page came to be shown.
#[derive(Clone)]
pub(super) struct Trip {
    pub(super) page: Place,
    pub(super) from: Option<Place>,
}

impl Trip {
    pub(super) fn arrival(&self) -> Arrival<'_> {
        Arrival { url: self.page.address(), referrer: self.from.as_ref().map(Place::address) }
    }
}
