//! JSON that leaves the module: written as text, and made a JavaScript value by the browser's own parser.
//!
//! A parser creates properties; it does not assign them. So what comes out has the shape that was written, whatever a page has put into
//! `Object.prototype` or `Array.prototype`, and the same text serves listeners and the beacon.

use crate::Points;

/// A JSON object while it is written.
#[derive(Default)]
pub(super) struct Object(String);

impl Object {
    /// A member whose value is JSON already.
    pub(super) fn json(&mut self, name: &str, json: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        quote(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(json);
    }

    /// A text, or null.
    pub(super) fn text(&mut self, name: &str, text: Option<&str>) {
        match text {
            None => self.json(name, "null"),
            Some(text) => {
                let mut quoted = String::new();
                quote(&mut quoted, text);
                self.json(name, &quoted);
            }
        }
    }

    /// Points as a number.
    pub(super) fn points(&mut self, name: &str, points: Points) {
        self.json(name, &points.to_text());
    }

    /// The finished text.
    pub(super) fn done(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            '\0'..='\x1f' => {
                out.push_str(if character < '\x10' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(character as u32 & 15, 16));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}
