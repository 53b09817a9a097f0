//! What the reactions to scorecards ask of the rest of the embed.
//!
//! In: their questions. Out: what is known, as all tabs know it.

use super::{Consent, Embed, Surroundings, browser, store};
use crate::Ruleset;

impl Surroundings for Embed {
    fn ruleset(&self) -> &Ruleset {
        self.ruleset
    }

    /// Not while a scorecard is announced, or a page that records something whenever it hears of one would never come to an end.
    fn catch_up(&self) {
        if let (Some(embed), true, false) = (self.itself.upgrade(), self.settling.is_waiting(), self.is_scoring.get()) {
            embed.rescore();
        }
    }

    fn property(&self, name: &str) -> Option<String> {
        let properties = self.visitor.borrow().properties();
        properties.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    fn ledger_wanted(&self) {
        browser::call(&self.explain);
    }

    fn may_send(&self) -> bool {
        self.consent.get() == Consent::Granted
    }

    fn outbox(&self) -> String {
        if let Some(embed) = self.itself.upgrade() {
            store::read_again(&embed);
        }
        self.store.outbox()
    }

    /// Written at once: another tab is to know what this one sends.
    fn keep_outbox(&self, text: &str) {
        self.store.keep_outbox(text);
        if let Some(embed) = self.itself.upgrade() {
            store::write(&embed);
        }
    }

    fn report(&self, message: &str) {
        browser::report(message);
    }
}
