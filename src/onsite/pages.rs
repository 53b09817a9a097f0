//! Which pages are viewed, and from where the visitor came.
//!
//! In: the page's address, and the browser's word that it changed or is shown again. Out: visits and page views. A page counts when it is
//! there, in a single-page app when its title has had time to follow; a page that is left before that was not looked at. An address
//! that differs only in its fragment, or in what campaigns add to it, is the same page.

use super::addresses::{Place, Trip};
use super::store::Change;
use super::timers::{self, Timer};
use super::{Consent, Embed, browser, engagement, now, suspicion};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Milliseconds that a single-page app has to set the title.
const TITLE: u32 = 100;

/// The page that is shown, and how it came to be.
pub(super) struct Pages {
    /// How the document was reached, until that was recorded. It is in memory only, and of the document itself: by the time consent is
    /// given, an app may be pages further.
    landing: RefCell<Option<Trip>>,
    shown: RefCell<Trip>,
    due: Timer,
}

impl Pages {
    pub(super) fn new() -> Pages {
        let page = Place::shown();
        let from = Place::read("referrer");
        // Scripts that ran before may have taken the campaign out of the address; the browser remembers what it asked for.
        let asked = Place::read("asked").filter(|asked| asked.is_same_page(&page));
        let landing = Trip { page: asked.unwrap_or_else(|| page.clone()), from: from.clone() };
        Pages { landing: RefCell::new(Some(landing)), shown: RefCell::new(Trip { page, from }), due: Timer::default() }
    }

    /// The address of the page that is shown, as it is recorded.
    pub(super) fn url(&self) -> String {
        self.shown.borrow().page.address().recorded()
    }

    /// Something that happens on the page that is shown: nobody arrived.
    pub(super) fn still_here(&self) -> Trip {
        let page = self.shown.borrow().page.clone();
        Trip { from: Some(page.clone()), page }
    }
}

pub(super) fn watch(embed: &Rc<Embed>) {
    embed.listen("window", "pageshow", |embed, event| {
        // From the back-forward cache: the page is looked at again, by now perhaps with less consent than before.
        if browser::get(&event, "persisted") == JsValue::TRUE {
            super::store::read_again(embed);
            view(embed);
        }
    });
    browser::hear_address(browser::callback(embed, |embed, _| address_changed(embed)));
}

fn address_changed(embed: &Rc<Embed>) {
    let page = Place::shown();
    let shown = embed.pages.shown.borrow().clone();
    if !page.is_same_page(&shown.page) {
        // What was replaced before anybody saw it led nowhere.
        let from = if embed.pages.due.is_waiting() { shown.from } else { Some(shown.page) };
        embed.pages.shown.replace(Trip { page, from });
        timers::start(embed, |embed| &embed.pages.due, TITLE, view);
    }
}

/// Counts a page whose title was still waited for.
pub(super) fn view_if_due(embed: &Rc<Embed>) {
    if embed.pages.due.is_waiting() {
        view(embed);
    }
}

/// Counts the page that is shown, if that is allowed.
pub(super) fn view(embed: &Rc<Embed>) {
    embed.pages.due.stop();
    engagement::page_began(embed);
    if embed.consent.get() != Consent::Granted {
        return;
    }
    let shown = embed.pages.shown.borrow().clone();
    let properties = [
        ("url", shown.page.address().recorded()),
        ("title", browser::title()),
        ("referrer", shown.from.as_ref().map_or_else(String::new, |from| from.address().recorded())),
    ];
    let trip = embed.pages.landing.take().unwrap_or(shown);
    embed.change(Change::Visit(trip, now()));
    embed.record("page_view", &properties);
    suspicion::of_speed(embed, "page_view");
}
