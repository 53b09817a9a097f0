//! What is kept in the browser, for all tabs: one text under one key.
//!
//! In: changes. Out: the visitor, as all tabs together know it. Each tab has the visitor in memory and a list of its own changes; to write, it
//! reads what is there, makes those changes to it that it lacks, and puts it back, in its turn where the browser has Web Locks. Where storage is
//! blocked, full, or of a newer version, the visitor is in memory only, as long as the page is there.
//!
//! A browser may give another process its turn before it has told it what was written: then that one writes over it without knowing. So the text
//! says of each tab how many of its changes are in it, and a tab keeps its changes for a while: it makes those again that it finds missing.
//!
//! The text is a [row](crate::visitor::row): version, by which right it is there; of a visitor further `[tab changes …]`, what is still to be sent,
//! how far it has come through stages and workflows, which the second module says in each tab's turn, and the visitor.

use super::addresses::Trip;
use super::timers::{self, Timer};
use super::{Consent, Embed, browser, consent};
use crate::visitor::row::{Reader, write_number, write_text};
use crate::visitor::{Event, Suspicion, Unreadable, Visitor};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const KEY: &str = "leadscore";
/// The version of the form that is written.
const VERSION: i64 = 1;
/// The rights: the visitor denied; was not asked; agreed.
const DENIED: i64 = 0;
const NOT_ASKED: i64 = 1;
const AGREED: i64 = 2;
/// Of so many tabs, those that wrote last, it is known what is in the text.
const MOST_TABS: usize = 16;
/// Milliseconds after which every process knows what was written.
const SETTLING: u32 = 5_000;
/// More changes than that are not kept once they are written.
const MOST_UNSETTLED: usize = 100;

/// Something that becomes known of the visitor.
pub(super) enum Change {
    Visit(Trip, i64),
    Record(Event),
    Set(String, Option<String>),
    Suspect(Suspicion),
}

impl Change {
    pub(super) fn apply(&self, visitor: &mut Visitor) {
        match self {
            Change::Visit(trip, now) => drop(visitor.begin_visit_if_due(&trip.arrival(), *now)),
            Change::Record(event) => visitor.record(event.clone()),
            Change::Set(name, value) => visitor.set(name, value.as_deref()),
            Change::Suspect(reason) => visitor.suspect(*reason),
        }
    }
}

/// What is under the key.
pub(super) enum Kept {
    Nothing,
    Denied,
    Visitor(KeptVisitor),
    /// Something that a newer version wrote.
    Newer,
    Damaged,
}

/// A visitor, and what belongs to it.
pub(super) struct KeptVisitor {
    /// The page itself said that the visitor agreed.
    pub(super) is_agreed: bool,
    tabs: Vec<(i64, i64)>,
    outbox: String,
    way: String,
    visitor: Visitor,
}

impl Kept {
    fn read(text: Option<&str>) -> Kept {
        let Some(text) = text else { return Kept::Nothing };
        let mut row = Reader::new(text);
        let version = row.number(i64::MAX);
        if version > VERSION {
            return Kept::Newer;
        }
        row.expect(version == VERSION);
        let right = row.number(AGREED);
        if right == DENIED && row.is_well_read() {
            return Kept::Denied;
        }
        let mut tabs = Vec::new();
        for _ in 0..row.length() {
            tabs.push((row.number(i64::MAX), row.number(i64::MAX)));
        }
        let (outbox, way) = (row.text(), row.text());
        let visitor = Visitor::from_text(row.rest());
        match visitor {
            Ok(visitor) if right != DENIED => {
                Kept::Visitor(KeptVisitor { is_agreed: right == AGREED, tabs, outbox, way, visitor })
            }
            Err(Unreadable::Newer) => Kept::Newer,
            _ => Kept::Damaged,
        }
    }
}

/// The browser's storage, and what of it this tab knows.
pub(super) struct Store {
    /// There is no storage for this page, or none any more.
    is_lost: Cell<bool>,
    /// The text as this tab last read or wrote it.
    known: RefCell<Option<String>>,
    /// A number of this tab's own, as long as the page is there.
    tab: i64,
    /// How many changes this tab made.
    made: Cell<i64>,
    /// The last of them: those that are not written, and those that another process may not know of.
    changes: RefCell<Vec<Change>>,
    settled: Timer,
    /// How many changes of other tabs are in what is known; who wrote last comes first.
    tabs: RefCell<Vec<(i64, i64)>>,
    outbox: RefCell<String>,
    way: RefCell<String>,
    /// There is something to write.
    is_due: Cell<bool>,
    is_outbox_due: Cell<bool>,
    is_agreed: Cell<bool>,
    /// Writes when the browser says that it is this tab's turn.
    in_turn: OnceCell<JsValue>,
}

impl Store {
    pub(super) fn new() -> Store {
        Store {
            is_lost: Cell::default(),
            known: RefCell::default(),
            tab: (js_sys::Math::random() * 9e15) as i64,
            made: Cell::default(),
            changes: RefCell::default(),
            settled: Timer::default(),
            tabs: RefCell::default(),
            outbox: RefCell::default(),
            way: RefCell::default(),
            is_due: Cell::default(),
            is_outbox_due: Cell::default(),
            is_agreed: Cell::default(),
            in_turn: OnceCell::new(),
        }
    }

    /// What is under the key now. Storage that is lost is not asked again.
    fn text(&self) -> Option<String> {
        if !self.is_lost.get() {
            let kept = browser::kept();
            if !kept.is_undefined() {
                return kept.as_string();
            }
            self.is_lost.set(true);
        }
        self.known.borrow().clone()
    }

    pub(super) fn look(&self) -> Kept {
        Kept::read(self.text().as_deref())
    }

    /// A change that is in memory and not yet written. Without storage nothing would ever read the list.
    pub(super) fn keep(&self, change: Change) {
        if !self.is_lost.get() {
            self.changes.borrow_mut().push(change);
            self.made.set(self.made.get() + 1);
        }
        self.is_due.set(true);
    }

    /// What is known has not changed, but what follows from it may have.
    pub(super) fn look_again(&self) {
        self.is_due.set(true);
    }

    /// By now everybody knows what was written.
    pub(super) fn settle(&self) {
        if !self.is_due.get() {
            self.changes.take();
        }
    }

    pub(super) fn drop_changes(&self) {
        self.changes.take();
        self.tabs.take();
        self.outbox.take();
        self.way.take();
        self.is_due.set(false);
        self.is_agreed.set(false);
    }

    /// What is still to be sent.
    pub(super) fn outbox(&self) -> String {
        self.outbox.borrow().clone()
    }

    fn way(&self) -> String {
        self.way.borrow().clone()
    }

    pub(super) fn keep_outbox(&self, text: &str) {
        self.outbox.replace(text.to_owned());
        self.is_due.set(true);
        self.is_outbox_due.set(true);
    }

    /// The page said that the visitor agreed.
    pub(super) fn agree(&self) {
        self.is_agreed.set(true);
        self.is_due.set(true);
    }

    pub(super) fn erase(&self) {
        // Storage that cannot be changed has nothing of ours.
        browser::erase();
        self.known.take();
    }

    /// In place of whatever was there, also of what was left alone. Where nothing can be kept there is nobody to tell.
    pub(super) fn write_denial(&self) {
        let text = begun(DENIED);
        browser::keep(&text);
        self.known.replace(Some(text));
    }

    /// The text of a visitor, in which now all changes of this tab are.
    fn text_of(&self, visitor: &str) -> String {
        let mut tabs = self.tabs.borrow_mut();
        tabs.insert(0, (self.tab, self.made.get()));
        tabs.truncate(MOST_TABS);
        let mut text = begun(if self.is_agreed.get() { AGREED } else { NOT_ASKED });
        write_number(&mut text, tabs.len() as i64);
        for (tab, changes) in tabs.iter() {
            write_number(&mut text, *tab);
            write_number(&mut text, *changes);
        }
        tabs.remove(0);
        write_text(&mut text, &self.outbox.borrow());
        write_text(&mut text, &self.way.borrow());
        text.push_str(visitor);
        text
    }

    fn put(&self, text: String) {
        if self.is_lost.get() {
            return;
        }
        if !browser::keep(&text) {
            self.is_lost.set(true);
            browser::report("the browser's storage is full: what is recorded is kept as long as this page is shown");
        }
        self.known.replace(Some(text));
    }
}

/// The beginning of a text that is there by a right.
fn begun(right: i64) -> String {
    let mut text = String::new();
    write_number(&mut text, VERSION);
    write_number(&mut text, right);
    text
}

/// Follows what other tabs write.
pub(super) fn watch(embed: &Rc<Embed>) {
    embed.listen("window", "storage", |embed, event| {
        let key = browser::get(&event, "key");
        // Without a key, everything was cleared.
        if key.is_null() || key.as_string().as_deref() == Some(KEY) {
            if browser::get(&event, "newValue").is_null() {
                gone(embed);
            }
            read_again(embed);
        }
    });
}

/// Another tab forgot the visitor. If this one wrote at the same moment, it wrote of somebody who is to be forgotten.
fn gone(embed: &Rc<Embed>) {
    let store = &embed.store;
    if !store.is_lost.get() && *store.known.borrow() == store.text() {
        store.erase();
    }
    store.known.take();
    consent::forgotten(embed);
}

/// Takes over what is kept, in place of what is in memory.
pub(super) fn load(embed: &Rc<Embed>) {
    let text = embed.store.text();
    match Kept::read(text.as_deref()) {
        Kept::Visitor(kept) => take_over(embed, kept),
        Kept::Newer => leave_alone(embed),
        Kept::Damaged => report_damaged(),
        Kept::Nothing | Kept::Denied => {}
    }
    embed.store.known.replace(text);
}

fn report_damaged() {
    browser::report("what was kept of this visitor cannot be read: a new visitor begins");
}

/// What a newer version keeps is for that one: a site that went back to this version for a day loses nothing by it.
fn leave_alone(embed: &Embed) {
    embed.store.is_lost.set(true);
    browser::report(
        "what was kept of this visitor is of a newer version: what is recorded is kept as long as this page is shown",
    );
}

fn take_over(embed: &Embed, KeptVisitor { is_agreed, mut tabs, outbox, way, mut visitor }: KeptVisitor) {
    let store = &embed.store;
    let own = tabs.iter().position(|(tab, _)| *tab == store.tab);
    let in_it = own.map_or(0, |place| tabs.remove(place).1);
    let changes = store.changes.borrow();
    let before = store.made.get() - changes.len() as i64;
    for change in changes.iter().skip((in_it - before).max(0) as usize) {
        change.apply(&mut visitor);
        store.is_due.set(true);
    }
    store.tabs.replace(tabs);
    store.way.replace(way);
    embed.visitor.replace(visitor);
    if !store.is_outbox_due.get() {
        store.outbox.replace(outbox);
    }
    store.is_agreed.set(store.is_agreed.get() || is_agreed);
}

/// Follows what is under the key if that is not what this tab knows: another tab went on, forgot, granted or denied.
pub(super) fn read_again(embed: &Rc<Embed>) {
    let store = &embed.store;
    let text = store.text();
    if *store.known.borrow() == text {
        return;
    }
    let kept = Kept::read(text.as_deref());
    store.known.replace(text);
    match (kept, embed.consent.get()) {
        (Kept::Nothing, _) => consent::forgotten(embed),
        (Kept::Denied, _) => consent::nobody(embed, Consent::Denied),
        (Kept::Newer, _) => leave_alone(embed),
        (Kept::Damaged, _) => report_damaged(),
        (Kept::Visitor(kept), Consent::Granted) => {
            take_over(embed, kept);
            embed.settle_soon();
        }
        (Kept::Visitor(kept), _) if kept.is_agreed => consent::begin(embed),
        (Kept::Visitor(_), _) => {}
    }
}

/// Writes what is due, when no other tab is writing.
pub(super) fn write_in_turn(embed: &Rc<Embed>) {
    if !embed.store.is_due.get() {
        return;
    }
    let in_turn = embed.store.in_turn.get_or_init(|| browser::callback(embed, |embed, _| write(embed)));
    browser::in_turn(in_turn);
}

/// Writes what is due, now.
pub(super) fn write(embed: &Rc<Embed>) {
    let store = &embed.store;
    if !store.is_due.get() || embed.consent.get() != Consent::Granted {
        return;
    }
    read_again(embed);
    // Another tab may have forgotten the visitor meanwhile: then nothing is due any more.
    if store.is_due.take() {
        let (visitor, now) = embed.remembered();
        if let Some(way) = browser::advanced(&visitor, &store.way(), now) {
            store.way.replace(way);
        }
        let text = store.text_of(&visitor);
        store.put(text);
        store.is_outbox_due.set(false);
        let mut changes = store.changes.borrow_mut();
        let settled = changes.len().saturating_sub(MOST_UNSETTLED);
        changes.drain(..settled);
        store.settled.stop();
        timers::start(embed, |embed| &embed.store.settled, SETTLING, |embed| embed.store.settle());
    }
}
