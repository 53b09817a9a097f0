//! What is kept in the browser, for all tabs: one text under one key.
//!
//! In: changes. Out: the visitor, as all tabs together know it. Each tab has the visitor in memory and a list of the changes that are not
//! written; to write, it reads what is there, makes its changes to that, and puts it back, in its turn where the browser has Web Locks.
//! Where storage is blocked, full or broken, the visitor is in memory only, as long as the page is there.
//!
//! The text says by which right it is there, what is still to be sent, and what the visitor is, in this order:
//! `{"consent":"granted","outbox":"…","visitor":…}`. It is JSON but for the visitor, whose form is its own.

use super::addresses::Trip;
use super::json::Object;
use super::{Consent, Embed, browser, consent};
use crate::visitor::{Event, Suspicion, Visitor};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const KEY: &str = "leadscore";
const AGREED: &str = "granted";
const NOT_ASKED: &str = "not asked";
const DENIED: &str = r#"{"consent":"denied"}"#;
/// What comes before the visitor, and nowhere else: within a text, quotes are written otherwise.
const BEFORE_VISITOR: &str = r#","visitor":"#;

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
    /// A visitor; agreed to, where the page itself said so.
    Visitor {
        is_agreed: bool,
        outbox: String,
        visitor: Visitor,
    },
    Unreadable,
}

impl Kept {
    fn read(text: Option<&str>) -> Kept {
        let Some(text) = text else { return Kept::Nothing };
        if text == DENIED {
            return Kept::Denied;
        }
        Kept::read_visitor(text).unwrap_or(Kept::Unreadable)
    }

    fn read_visitor(text: &str) -> Option<Kept> {
        let text = text.strip_suffix('}')?;
        // Byte by byte: the standard library's search for a text is a kilobyte.
        let before = BEFORE_VISITOR.as_bytes();
        let place = text.as_bytes().windows(before.len()).position(|part| part == before)?;
        let (head, visitor) = (text.get(..place)?, text.get(place + before.len()..)?);
        let head = browser::value(&[head, "}"].concat());
        let is_agreed = match browser::text(&head, "consent")?.as_str() {
            AGREED => true,
            NOT_ASKED => false,
            _ => return None,
        };
        let visitor = Visitor::from_text(visitor).ok()?;
        Some(Kept::Visitor { is_agreed, outbox: browser::text(&head, "outbox")?, visitor })
    }
}

/// The browser's storage, and what of it this tab knows.
#[derive(Default)]
pub(super) struct Store {
    /// There is no storage, or none any more.
    is_lost: Cell<bool>,
    /// The text as this tab last read or wrote it.
    known: RefCell<Option<String>>,
    changes: RefCell<Vec<Change>>,
    outbox: RefCell<String>,
    /// There is something to write.
    is_due: Cell<bool>,
    is_outbox_due: Cell<bool>,
    is_agreed: Cell<bool>,
    /// Writes when the browser says that it is this tab's turn.
    in_turn: OnceCell<JsValue>,
}

impl Store {
    /// What is under the key now. Storage that cannot be read is not asked again.
    fn text(&self) -> Option<String> {
        if self.is_lost.get() {
            return None;
        }
        let kept = browser::kept();
        if kept.is_undefined() {
            self.is_lost.set(true);
            return self.known.borrow().clone();
        }
        kept.as_string()
    }

    pub(super) fn look(&self) -> Kept {
        Kept::read(self.text().as_deref())
    }

    /// A change that is in memory and not yet written. Without storage nothing would ever read the list.
    pub(super) fn keep(&self, change: Change) {
        if !self.is_lost.get() {
            self.changes.borrow_mut().push(change);
            self.is_due.set(true);
        }
    }

    pub(super) fn drop_changes(&self) {
        self.changes.take();
        self.outbox.take();
        self.is_due.set(false);
        self.is_agreed.set(false);
    }

    /// What is still to be sent.
    pub(super) fn outbox(&self) -> String {
        self.outbox.borrow().clone()
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

    pub(super) fn write_denial(&self) {
        self.put(DENIED.to_owned());
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

/// Follows what other tabs write.
pub(super) fn watch(embed: &Rc<Embed>) {
    embed.listen("window", "storage", |embed, event| {
        let key = browser::get(&event, "key");
        // Without a key, everything was cleared.
        if key.is_null() || key.as_string().as_deref() == Some(KEY) {
            read_again(embed);
        }
    });
}

/// Takes over what is kept, in place of what is in memory.
pub(super) fn load(embed: &Rc<Embed>) {
    let text = embed.store.text();
    match Kept::read(text.as_deref()) {
        Kept::Visitor { is_agreed, outbox, visitor } => take_over(embed, is_agreed, outbox, visitor),
        Kept::Unreadable => report_unreadable(),
        Kept::Nothing | Kept::Denied => {}
    }
    embed.store.known.replace(text);
}

fn report_unreadable() {
    browser::report("what was kept of this visitor cannot be read: a new visitor begins");
}

fn take_over(embed: &Embed, is_agreed: bool, outbox: String, mut visitor: Visitor) {
    for change in embed.store.changes.borrow().iter() {
        change.apply(&mut visitor);
    }
    embed.visitor.replace(visitor);
    if !embed.store.is_outbox_due.get() {
        embed.store.outbox.replace(outbox);
    }
    embed.store.is_agreed.set(embed.store.is_agreed.get() || is_agreed);
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
        (Kept::Unreadable, _) => report_unreadable(),
        (Kept::Visitor { is_agreed, outbox, visitor }, Consent::Granted) => {
            take_over(embed, is_agreed, outbox, visitor);
            embed.settle_soon();
        }
        (Kept::Visitor { is_agreed: true, .. }, _) => consent::begin(embed),
        (Kept::Visitor { .. }, _) => {}
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
        store.changes.take();
        store.is_outbox_due.set(false);
        let mut text = Object::default();
        text.text("consent", Some(if store.is_agreed.get() { AGREED } else { NOT_ASKED }));
        text.text("outbox", Some(&store.outbox.borrow()));
        text.json("visitor", &embed.visitor.borrow().to_text());
        store.put(text.done());
    }
}
