//! Decodes messages: texts with placeholders. `{{NAME}}` and `{{NAME|otherwise}}` are placeholders, `{{{{` stands for `{{` as it is.

use super::automation::{Message, MessagePart, Placeholder};
use super::diagnostic::Code;
use super::fields::excerpt;
use super::findings::at;
use super::result_reader::Reader;
use jsonc_parser::ast::Value;

/// In characters.
const LONGEST_MESSAGE: usize = 10_000;

const OPENING: &str = "{{";
const CLOSING: &str = "}}";

impl Reader<'_> {
    /// A text with placeholders. Whatever is wrong in it is reported at the whole of it.
    pub(super) fn message(&mut self, node: &Value<'_>) -> Option<Message> {
        let text = self.decoder.text(node)?;
        let length = text.chars().count();
        if length > LONGEST_MESSAGE {
            let message = format!("expected a message of at most {LONGEST_MESSAGE} characters, found {length}");
            self.decoder.findings.error(Code::TooLong, at(node), message, None);
            return None;
        }
        let (mut parts, mut plain) = (Vec::new(), String::new());
        let mut is_right = true;
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(OPENING) {
            plain.push_str(before);
            if let Some(after) = after.strip_prefix(OPENING) {
                plain.push_str(OPENING);
                rest = after;
                continue;
            }
            let closed = after.split_once(CLOSING).filter(|(inside, _)| !inside.contains(OPENING));
            let Some((inside, after)) = closed else {
                self.not_closed(after, node);
                return None;
            };
            match self.placeholder(inside, node) {
                Some(placeholder) => {
                    if !plain.is_empty() {
                        parts.push(MessagePart::Text(std::mem::take(&mut plain)));
                    }
                    parts.push(placeholder);
                }
                None => is_right = false,
            }
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(MessagePart::Text(plain));
        }
        is_right.then_some(Message { parts })
    }

    fn not_closed(&mut self, after: &str, node: &Value<'_>) {
        let message = format!("expected `}}}}` after a placeholder, found none after `{{{{{}`", excerpt(after));
        let help = "write `{{firstname}}`, or `{{{{` for two braces that are no placeholder".to_owned();
        self.decoder.findings.error(Code::InvalidPlaceholder, at(node), message, Some(help));
    }

    /// What stands between the braces.
    fn placeholder(&mut self, inside: &str, node: &Value<'_>) -> Option<MessagePart> {
        let (name, otherwise) = inside.split_once('|').unwrap_or((inside, ""));
        let (name, otherwise) = (name.trim(), otherwise.trim().to_owned());
        let asked = match name.split_once(':').map(|(kind, id)| (kind.trim_end(), id.trim_start())) {
            Some(("score", id)) => {
                Placeholder::Score(self.decoder.score_called(id, "the id of a score in a placeholder", node)?)
            }
            Some(("band", id)) => {
                let expected = "a score with bands or a matrix by its id in a placeholder";
                Placeholder::Band(self.band_set_called(id, expected, node)?)
            }
            Some((kind, id)) if ["score", "band"].iter().any(|known| kind.eq_ignore_ascii_case(known)) => {
                let right = format!("{{{{{}:{id}}}}}", kind.to_ascii_lowercase());
                let message = format!("expected `score:` or `band:` in small letters, found `{}`", excerpt(name));
                let help = format!("did you mean `{right}`?");
                self.decoder.findings.error(Code::InvalidPlaceholder, at(node), message, Some(help));
                return None;
            }
            _ => match name {
                "" => {
                    let message = format!("expected a name in a placeholder, found `{{{{{}}}}}`", excerpt(inside));
                    let help =
                        "write the name of a property, or `id`, `stage`, `as_of`, `score:ID`, `band:ID`".to_owned();
                    self.decoder.findings.error(Code::InvalidPlaceholder, at(node), message, Some(help));
                    return None;
                }
                "id" => Placeholder::Id,
                "stage" => Placeholder::Stage,
                "as_of" => Placeholder::AsOf,
                property => Placeholder::Property(property.to_owned()),
            },
        };
        Some(MessagePart::Placeholder { asked, otherwise })
    }
}
