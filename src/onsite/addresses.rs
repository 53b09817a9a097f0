//! Addresses of pages, taken apart by the browser.
//!
//! In: which address. Out: what visits and sources are told from, and the address as it is recorded.

use super::browser;
use crate::visitor::{Address, Arrival};

/// The address of a page, taken apart.
#[derive(Clone, Default)]
pub(super) struct Place {
    href: String,
    host: String,
    path: String,
    query: Vec<(String, String)>,
}

impl Place {
    /// The page that the window shows (`shown`), the one it came from (`referrer`), or the one that was asked for (`asked`); `None` if there is none.
    pub(super) fn read(which: &str) -> Option<Place> {
        let parts = browser::place(which);
        let href = parts.get(0).as_string()?;
        let (host, path) = (browser::text_at(&parts, 1), browser::text_at(&parts, 2));
        Some(Place { href, host, path, query: browser::two_by_two(&parts, 3) })
    }

    /// The page that the window shows.
    pub(super) fn shown() -> Place {
        Place::read("shown").unwrap_or_default()
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
