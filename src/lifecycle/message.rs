//! Fills the placeholders of a message for a contact.

use super::membership::Situation;
use super::rules::{Rules, Standing};
use crate::contacts::reading::instant_text;
use crate::ruleset::{Message, MessagePart, Placeholder};
use crate::scoring::single::Single;

/// The most characters of a message that is filled in: a property of a contact may be very long, and stand there many times.
pub(super) const MOST_CHARACTERS: usize = 100_000;

/// What is known of a contact.
pub(super) struct Known<'a> {
    pub(super) rules: &'a Rules<'a>,
    pub(super) single: &'a Single<'a>,
    pub(super) id: &'a str,
    pub(super) situation: &'a Situation,
}

impl Known<'_> {
    /// A message, filled in. Beyond 100,000 characters it is cut.
    pub(super) fn filled(&self, message: &Message) -> String {
        let mut text = String::new();
        let mut left = MOST_CHARACTERS;
        for part in &message.parts {
            let start = text.len();
            match part {
                MessagePart::Text(plain) => text.push_str(plain),
                MessagePart::Placeholder { asked, otherwise } => {
                    text.push_str(self.asked(asked).as_deref().unwrap_or(otherwise));
                }
            }
            let added = text.get(start..).unwrap_or("");
            if let Some((end, _)) = added.char_indices().nth(left) {
                text.truncate(start + end);
                break;
            }
            left -= added.chars().count();
        }
        text
    }

    fn asked(&self, placeholder: &Placeholder) -> Option<String> {
        match placeholder {
            Placeholder::Id => Some(self.id.to_owned()),
            Placeholder::Property(name) => self.single.value(name).ok().map(|value| value.text().to_owned()),
            Placeholder::Score(score) => Some(self.situation.points(*score).to_string()),
            Placeholder::Band(set) => self.situation.band(*set).map(str::to_owned),
            Placeholder::Stage => match &self.situation.standing {
                Standing::Unknown => None,
                Standing::At(stage) => {
                    self.rules.stage(*stage).map(|stage| stage.label.clone().unwrap_or_else(|| stage.id.clone()))
                }
                Standing::Other(value) => Some(value.clone()),
            },
            Placeholder::AsOf => Some(instant_text(self.single.as_of)),
        }
    }
}
