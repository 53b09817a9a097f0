//! How long a page is looked at, and how far down: both only where the site wants it.
//!
//! In: whether the page is visible, and scrolling. Out: `time_on_page` events when so many seconds of visible time are reached, and
//! `scroll_depth` events when so much of the page has been seen by somebody who scrolls. Each counts once for a view of a page.

use super::timers::{self, Timer};
use super::{Embed, browser};
use std::cell::Cell;
use std::rc::Rc;

/// Seconds of visible time.
const SECONDS: [(f64, &str); 5] = [(10.0, "10"), (30.0, "30"), (60.0, "60"), (180.0, "180"), (600.0, "600")];
/// Percent of the page's height.
const DEPTHS: [(f64, &str); 5] = [(25.0, "25"), (50.0, "50"), (75.0, "75"), (90.0, "90"), (100.0, "100")];
/// Milliseconds between two looks at where the page is scrolled to: by then it has been laid out, and asking costs nothing.
const LOOK: u32 = 200;

/// What has been reached on this page.
#[derive(Default)]
pub(super) struct Engagement {
    /// Visible milliseconds before the time that runs now.
    before: Cell<f64>,
    /// Since when the page is visible.
    since: Cell<Option<f64>>,
    seconds_reached: Cell<usize>,
    depths_reached: Cell<usize>,
    next_second: Timer,
    next_look: Timer,
}

pub(super) fn watch(embed: &Rc<Embed>) {
    if embed.options.scroll_depth {
        embed.listen("document", "scroll", |embed, _| {
            timers::start(embed, |embed| &embed.engagement.next_look, LOOK, look);
        });
    }
}

/// Another page, or the same anew.
pub(super) fn page_began(embed: &Rc<Embed>) {
    let engagement = &embed.engagement;
    engagement.before.set(0.0);
    engagement.since.set(None);
    engagement.seconds_reached.set(0);
    engagement.depths_reached.set(0);
    engagement.next_look.stop();
    engagement.next_second.stop();
    shown_or_hidden(embed);
}

/// Lets time run while the page is visible.
pub(super) fn shown_or_hidden(embed: &Rc<Embed>) {
    if !embed.options.time_on_page {
        return;
    }
    let engagement = &embed.engagement;
    if browser::is_hidden() {
        engagement.before.set(engagement.visible());
        engagement.since.set(None);
        engagement.next_second.stop();
    } else if engagement.since.get().is_none() {
        engagement.since.set(Some(js_sys::Date::now()));
        wait(embed);
    }
}

impl Engagement {
    fn visible(&self) -> f64 {
        // A clock that went back takes no time away.
        self.before.get() + self.since.get().map_or(0.0, |since| (js_sys::Date::now() - since).max(0.0))
    }
}

fn wait(embed: &Rc<Embed>) {
    let engagement = &embed.engagement;
    if let Some((seconds, _)) = SECONDS.get(engagement.seconds_reached.get()) {
        let left = (seconds * 1000.0 - engagement.visible()).max(0.0) as u32;
        timers::start(
            embed,
            |embed| &embed.engagement.next_second,
            left,
            |embed| {
                reach(embed, "time_on_page", "seconds", &SECONDS, embed.engagement.visible() / 1000.0, |e| {
                    &e.seconds_reached
                });
                wait(embed);
            },
        );
    }
}

fn look(embed: &Rc<Embed>) {
    reach(embed, "scroll_depth", "percent", &DEPTHS, browser::depth(), |e| &e.depths_reached);
}

fn reach(
    embed: &Rc<Embed>,
    kind: &str,
    name: &'static str,
    steps: &[(f64, &str)],
    now: f64,
    reached: fn(&Engagement) -> &Cell<usize>,
) {
    let reached = reached(&embed.engagement);
    while let Some((_, text)) = steps.get(reached.get()).filter(|(step, _)| *step <= now) {
        reached.set(reached.get() + 1);
        embed.record(kind, &[(name, (*text).to_owned()), ("url", embed.pages.url())]);
    }
}
