//! Whether the visitor may be remembered.
//!
//! In: what the site requires, what is kept from earlier, Global Privacy Control, and what the page or a signal says. Out: one of three
//! states. Nothing is recorded or stored unless it is granted; what happens before is not made up for, but the page that is looked
//! at when it is granted counts, with how the visitor came to it.
//!
//! What is explicitly granted is kept with what is recorded, under the same key. A denial erases everything. Where consent is
//! required it leaves nothing, since nothing is done without it; where it is not, the denial itself is kept, or the next page would not know of it.
//! A browser that sends Global Privacy Control denies, unless the page says that it is granted: a signal does not.

use super::{ConsentSource, Embed, Handled, pages, signals, store, suspicion, values};
use std::rc::Rc;
use store::Kept;

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

pub(super) fn start(embed: &Rc<Embed>) -> Handled {
    let kept = embed.store.look();
    match by_default(embed, &kept) {
        Consent::Granted => begin(embed)?,
        // Where a signal is waited for, what is kept waits too.
        Consent::Pending if embed.options.consent_from.is_some() => {}
        consent => {
            embed.consent.set(consent);
            if matches!(kept, Kept::Visitor { .. } | Kept::Unreadable) {
                embed.store.erase();
            }
        }
    }
    match embed.options.consent_from {
        Some(ConsentSource::Tcf) => signals::hear_tcf(embed),
        Some(ConsentSource::Google) => signals::hear_google(embed),
        None => Ok(()),
    }
}

/// The state as long as nobody says anything.
fn by_default(embed: &Embed, kept: &Kept) -> Consent {
    match kept {
        Kept::Denied => Consent::Denied,
        Kept::Visitor { is_agreed: true, .. } => Consent::Granted,
        _ if has_privacy_control(embed) => Consent::Denied,
        _ if embed.options.consent_required => Consent::Pending,
        _ => Consent::Granted,
    }
}

fn has_privacy_control(embed: &Embed) -> bool {
    values::get(&values::get(&embed.window, "navigator"), "globalPrivacyControl").is_truthy()
}

/// Goes on with what is kept, and counts the page that is looked at.
pub(super) fn begin(embed: &Rc<Embed>) -> Handled {
    embed.consent.set(Consent::Granted);
    store::load(embed);
    suspicion::of_browser(embed);
    pages::view(embed)
}

/// A signal's word.
pub(super) fn signalled(embed: &Rc<Embed>, is_granted: bool) -> Handled {
    if !is_granted {
        return deny(embed);
    }
    if embed.consent.get() == Consent::Granted || has_privacy_control(embed) { Ok(()) } else { begin(embed) }
}

/// The page's own word.
pub(super) fn grant(embed: &Rc<Embed>) -> Handled {
    embed.store.agree();
    if embed.consent.get() == Consent::Granted {
        embed.settle_soon();
        return Ok(());
    }
    begin(embed)
}

pub(super) fn deny(embed: &Rc<Embed>) -> Handled {
    nobody(embed, Consent::Denied);
    embed.store.erase();
    if !embed.options.consent_required {
        embed.store.write_denial();
    }
    Ok(())
}

/// Leaves nothing, not even what was said about consent.
pub(super) fn forget(embed: &Rc<Embed>) -> Handled {
    embed.store.erase();
    forgotten(embed);
    Ok(())
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
