//! From the text of a ruleset to a tree in which every key and value has its place, and from a place back to its JSON
//! Pointer, line and column. Knows JSON and nothing of rulesets.

use super::diagnostic::{Code, Place};
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions};
use serde::de::IgnoredAny;

/// A ruleset is not longer than this, in bytes.
const LONGEST_TEXT: usize = 16 * 1024 * 1024;

/// Objects and lists stand inside each other at most so deep. Everything that walks a ruleset may recurse so far, also on
/// the small stack of a WebAssembly module.
const DEEPEST: usize = 64;

/// Why a text could not be read, and where.
pub(super) struct Unreadable {
    pub code: Code,
    pub range: Range,
    pub message: String,
    pub help: Option<String>,
}

/// The tree of a text that is JSON. No byte-order mark may precede it.
pub(super) fn parse(text: &str) -> Result<Value<'_>, Unreadable> {
    if text.len() > LONGEST_TEXT {
        let megabytes = text.len().div_ceil(1024 * 1024);
        let message = format!("expected a ruleset of at most 16 MiB, found {megabytes} MiB");
        return Err(Unreadable { code: Code::TooLarge, range: Range::new(0, 0), message, help: None });
    }
    if let Some(at) = too_deep(text) {
        let message = format!("expected objects and lists at most {DEEPEST} deep inside each other, found more");
        return Err(Unreadable { code: Code::TooDeep, range: Range::new(at, at + 1), message, help: None });
    }
    // The parser with places is a lenient one even where it is told to be strict: another says whether the text is JSON.
    let strict = serde_json::from_str::<IgnoredAny>(text);
    match (strict, jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &strict_options())) {
        (Ok(_), Ok(parsed)) => parsed.value.ok_or_else(|| not_json(Range::new(0, 0), "there is nothing in it")),
        (_, Err(error)) => Err(not_json(error.range(), &error.kind().to_string())),
        (Err(error), Ok(_)) => {
            let at = offset(text, error.line(), error.column());
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or("");
            Err(not_json(Range::new(at, at), if text.trim().is_empty() { "there is nothing in it" } else { reason }))
        }
    }
}

fn not_json(range: Range, reason: &str) -> Unreadable {
    let mut letters = reason.chars();
    let first: String = letters.next().map(|first| first.to_lowercase().collect()).unwrap_or_default();
    let message = format!("expected JSON, found text that is not: {first}{}", letters.as_str());
    Unreadable { code: Code::InvalidJson, range, message, help: None }
}

fn strict_options() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Where the first bracket stands that is too deep inside others. Looked for before parsing, which recurses.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(at);
                }
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The byte at a line and a column in bytes, both from 1, as serde_json counts them.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The JSON Pointer to the key or value at a byte of the text.
pub(super) fn pointer(root: &Value<'_>, at: usize) -> String {
    let mut path = String::new();
    let mut value = root;
    loop {
        match value {
            Value::Object(object) => {
                let Some(property) = holding(&object.properties, at) else { return path };
                path.push('/');
                path.push_str(&property.name.as_str().replace('~', "~0").replace('/', "~1"));
                if property.name.end() > at {
                    return path;
                }
                value = &property.value;
            }
            Value::Array(array) => {
                let index = array.elements.partition_point(|element| element.end() <= at);
                match array.elements.get(index) {
                    Some(element) if element.start() <= at => {
                        path.push_str(&format!("/{index}"));
                        value = element;
                    }
                    _ => return path,
                }
            }
            _ => return path,
        }
    }
}

fn holding<'n, 'd>(properties: &'n [ObjectProp<'d>], at: usize) -> Option<&'n ObjectProp<'d>> {
    let index = properties.partition_point(|property| property.end() <= at);
    properties.get(index).filter(|property| property.start() <= at)
}

/// Lines and columns of places that are asked for in ascending order, in one walk over the text.
pub(super) struct Places<'t> {
    text: &'t str,
    /// What precedes the text: the length of a byte-order mark, which has no column.
    before: usize,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, before: usize) -> Places<'t> {
        Places { text, before, at: 0, line: 1, column: 1 }
    }

    pub(super) fn place(&mut self, range: Range) -> Place {
        let passed = self.text.get(self.at..range.start).unwrap_or("");
        let mut characters = passed.chars().peekable();
        while let Some(character) = characters.next() {
            // A line ends with a line feed, a carriage return or both.
            let ends = character == '\n' || (character == '\r' && characters.peek().is_some_and(|next| *next != '\n'));
            (self.line, self.column) = if ends { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.at = self.at.max(range.start);
        let length = range.end.saturating_sub(range.start);
        Place { offset: range.start + self.before, length, line: self.line, column: self.column }
    }
}
