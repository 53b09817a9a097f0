//! Whether the visitor may be remembered.
//!
//! In: what the site requires, what is kept from earlier, Global Privacy Control, and what the page or a signal says. Out: one of three
//! states. Nothing is recorded or stored unless it is granted; what happens before is not made up for, but the page that is looked
//! at when it is granted counts, with how the visitor came to it.
//!
//! What is explicitly granted is kept with what is recorded, under the same key. A denial erases everything. Where consent is
//! required it leaves nothing, since nothing is done without it; where it is not, the denial itself is kept, or the next page would not know of it.
//! A browser that sends Global Privacy Control denies, unless the page says that it is granted: a signal does not.

use super::{ConsentSource, Embed, browser, pages, store, suspicion};
use std::rc::Rc;
use store::Kept;
use wasm_bindgen::JsValue;

/// What is known of the visitor's consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Not known yet: nothing is recorded.
    Pending,
    /// The visitor is remembered.
    Granted,
    /// Nothing is recorded, and nothing that was is left.
    Denied,
}

impl Consent {
    /// As pages read it.
    pub fn name(self) -> &'static str {
        match self {
            Consent::Pending => "pending",
            Consent::Granted => "granted",
            Consent::Denied => "denied",
        }
    }
}

pub(super) fn start(embed: &Rc<Embed>) {
    let kept = embed.store.look();
    match by_default(embed, &kept) {
        Consent::Granted => begin(embed),
        // Where a signal is waited for, what is kept waits too.
        Consent::Pending if embed.options.consent_from.is_some() => {}
        consent => {
            embed.consent.set(consent);
            // Whether the visitor agreed to what a newer version keeps is not known.
            if matches!((kept, consent), (Kept::Visitor(_) | Kept::Damaged, _) | (Kept::Newer, Consent::Denied)) {
                embed.store.erase();
            }
        }
    }
    match embed.options.consent_from {
        Some(ConsentSource::Tcf) => browser::hear_tcf(browser::callback(embed, signalled)),
        Some(ConsentSource::Google) => browser::hear_google(browser::callback(embed, signalled)),
        None => {}
    }
}

/// The state as long as nobody says anything.
fn by_default(embed: &Embed, kept: &Kept) -> Consent {
    match kept {
        Kept::Denied => Consent::Denied,
        Kept::Visitor(kept) if kept.is_agreed => Consent::Granted,
        _ if browser::has_privacy_control() => Consent::Denied,
        _ if embed.options.consent_required => Consent::Pending,
        _ => Consent::Granted,
    }
}

/// Goes on with what is kept, and counts the page that is looked at.
pub(super) fn begin(embed: &Rc<Embed>) {
    embed.consent.set(Consent::Granted);
    store::load(embed);
    suspicion::of_browser(embed);
    pages::view(embed);
}

/// A signal's word: whether it is granted.
fn signalled(embed: &Rc<Embed>, is_granted: JsValue) {
    if is_granted != JsValue::TRUE {
        deny(embed);
    } else if embed.consent.get() != Consent::Granted && !browser::has_privacy_control() {
        begin(embed);
    }
}

/// The page's own word.
pub(super) fn grant(embed: &Rc<Embed>) {
    embed.store.agree();
    if embed.consent.get() == Consent::Granted {
        embed.settle_soon();
    } else {
        begin(embed);
    }
}

pub(super) fn deny(embed: &Rc<Embed>) {
    nobody(embed, Consent::Denied);
    embed.store.erase();
    if !embed.options.consent_required {
        embed.store.write_denial();
    }
}

/// Leaves nothing, not even what was said about consent.
pub(super) fn forget(embed: &Rc<Embed>) {
    embed.store.erase();
    forgotten(embed);
}

/// What was kept is gone: a new visitor goes on, if that is allowed. Who denied on this page is not followed on it again.
pub(super) fn forgotten(embed: &Rc<Embed>) {
    let is_denied = embed.consent.get() == Consent::Denied;
    nobody(embed, if is_denied { Consent::Denied } else { by_default(embed, &Kept::Nothing) });
}

/// Forgets what is in memory.
pub(super) fn nobody(embed: &Rc<Embed>, consent: Consent) {
    embed.consent.set(consent);
    embed.visitor.take();
    embed.card.take();
    embed.store.drop_changes();
    embed.reactions.get().iter().for_each(|reactions| reactions.forget());
    embed.settle_soon();
}
