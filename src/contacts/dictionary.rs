//! The distinct values of a column, each with a code. Whatever is asked of a value is asked once per code.

use super::code_index::CodeIndex;
use crate::platform::find_byte;
use foldhash::fast::FixedState;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};

/// Between the items of a list in a dictionary. It does not occur in text that people write; in an item it becomes a space.
pub(crate) const ITEM_SEPARATOR: char = '\u{1f}';

/// A value as it was read: trimmed, never blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, number, truth value or time, as it was written.
    Text(&'a str),
    /// A JSON array: its items that are not blank, joined with U+001F.
    List(&'a str),
}

/// Distinct values in order of first appearance. Code 0 is "no value".
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    arena: String,
    /// Where the text of each code from 1 ends in the arena; it begins where the one before it ends.
    ends: Vec<u32>,
    /// The codes that are lists, ascending. Lists are rare: most dictionaries have none.
    lists: Vec<u32>,
    /// Empty while there are so few values that looking at each is faster, and when the dictionary is settled.
    index: CodeIndex,
    /// In place of the index, if values were found whose hashes are the same, as if on purpose: the codes of a text, as a text and
    /// as a list. It is slower, but nobody's choice of values makes it much slower.
    tree: BTreeMap<Box<str>, [u32; 2]>,
}

/// Up to how many values there is no index. A table of one contact has none at all, and the small modules have no index.
const WITHOUT_INDEX: usize = 4;

/// How many texts are looked up together, so that waiting for memory is waiting for all of them at once.
const TEXTS_TOGETHER: usize = 64;

/// The dictionary of one column would hold more than 4 GiB of text or 2³² - 1 values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DictionaryFull;

impl Dictionary {
    /// How many codes there are, code 0 included.
    pub fn len(&self) -> usize {
        self.ends.len() + 1
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes it occupies, about.
    pub fn bytes(&self) -> usize {
        self.arena.capacity() + 4 * (self.ends.capacity() + self.lists.capacity()) + self.index.bytes()
    }

    /// The value of a code; `None` for code 0 and for codes that it did not give out.
    pub fn value(&self, code: u32) -> Option<Value<'_>> {
        if code == 0 {
            return None;
        }
        let text = self.text(code)?;
        Some(if self.is_list(code) { Value::List(text) } else { Value::Text(text) })
    }

    /// Whether every text is ASCII without capital letters, as URLs, emails and times are.
    pub(crate) fn is_lower_case(&self) -> bool {
        // Eight bytes in one step: whether compilers see that for themselves depends on what surrounds it.
        const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
        const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
        let (eights, rest) = self.arena.as_bytes().as_chunks::<8>();
        let found = eights.iter().map(|eight| u64::from_ne_bytes(*eight)).fold(0, |found, word| {
            // The high bits of bytes from `A` on, without those beyond `Z`. Only after a byte that is not ASCII there may be others.
            let from_a = word.wrapping_add(LOW * u64::from(0x80 - b'A'));
            let beyond_z = word.wrapping_add(LOW * u64::from(0x7f - b'Z'));
            found | word | (from_a & !beyond_z)
        });
        found & HIGH == 0 && rest.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    }

    /// Whether no value is a list.
    pub(crate) fn is_text_only(&self) -> bool {
        self.lists.is_empty()
    }

    /// The values whose first byte is one of these, with their codes.
    pub(crate) fn values_that_begin<'a>(&'a self, first: &'a [bool; 256]) -> impl Iterator<Item = (u32, Value<'a>)> {
        let begins =
            |start: &u32| self.arena.as_bytes().get(*start as usize).and_then(|byte| first.get(usize::from(*byte)));
        let starts =
            (1..).zip(std::iter::once(&0).chain(&self.ends)).filter(move |(_, start)| begins(start) == Some(&true));
        starts.filter_map(|(code, _)| Some((code, self.value(code)?)))
    }

    /// Every value with its code, from code 1.
    pub fn values(&self) -> impl Iterator<Item = (u32, Value<'_>)> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let value = |(code, (start, end)): (u32, (u32, &u32))| {
            let text = self.arena.get(start as usize..*end as usize)?;
            Some((code, if self.is_list(code) { Value::List(text) } else { Value::Text(text) }))
        };
        (1..).zip(starts.zip(&self.ends)).filter_map(value)
    }

    /// The code of a value that is there.
    pub fn find(&self, value: Value<'_>) -> Option<u32> {
        let (text, list) = parts(value);
        if cfg!(feature = "small") || self.index.is_empty() {
            return self.find_without_index(text, list);
        }
        self.index.find(hash(text, list), |code| self.is(code, text, list)).ok()
    }

    /// The code of a text, new or known. Blank text is code 0; white space at both ends is dropped.
    pub fn intern_text(&mut self, text: &str) -> Result<u32, DictionaryFull> {
        let text = trim(text);
        if text.is_empty() { Ok(0) } else { self.intern(text, false) }
    }

    /// The code of a list, new or known. Blank items are dropped; a list without items is code 0.
    pub fn intern_list<'a>(&mut self, items: impl Iterator<Item = &'a str>) -> Result<u32, DictionaryFull> {
        let mut joined = String::new();
        for item in items {
            let item = item.replace(ITEM_SEPARATOR, " ");
            let item = item.trim();
            if !item.is_empty() {
                if !joined.is_empty() {
                    joined.push(ITEM_SEPARATOR);
                }
                joined.push_str(item);
            }
        }
        if joined.is_empty() { Ok(0) } else { self.intern(&joined, true) }
    }

    /// The code of a value of another dictionary, new or known.
    pub fn intern_value(&mut self, value: Value<'_>) -> Result<u32, DictionaryFull> {
        let (text, list) = parts(value);
        self.intern(text, list)
    }

    /// The codes of some texts, each as by [`Dictionary::intern_text`].
    pub(super) fn intern_texts<'a>(
        &mut self,
        texts: impl Iterator<Item = &'a str> + Clone,
        codes: &mut Vec<u32>,
    ) -> Result<(), DictionaryFull> {
        let texts = texts.map(trim);
        let mut hashes = [0; TEXTS_TOGETHER];
        let mut rest = texts;
        loop {
            let mut count = 0;
            for (hashed, text) in hashes.iter_mut().zip(rest.clone()) {
                *hashed = hash(text, false);
                count += 1;
            }
            let hashes = hashes.get(..count).unwrap_or(&[]);
            self.index.fetch(hashes);
            for (hash, text) in hashes.iter().zip(rest.by_ref()) {
                codes.push(if text.is_empty() { 0 } else { self.intern_hashed(text, false, || *hash)? });
            }
            if count < TEXTS_TOGETHER {
                return Ok(());
            }
        }
    }

    fn intern(&mut self, text: &str, list: bool) -> Result<u32, DictionaryFull> {
        self.intern_hashed(text, list, || hash(text, list))
    }

    #[inline]
    fn intern_hashed(&mut self, text: &str, list: bool, hash: impl FnOnce() -> u32) -> Result<u32, DictionaryFull> {
        if cfg!(feature = "small") || self.index.is_empty() {
            return self.intern_without_index(text, list);
        }
        let hash = hash();
        match self.index.find(hash, |code| self.is(code, text, list)) {
            Ok(code) => Ok(code),
            Err(place) => {
                let code = self.append(text, list)?;
                if self.index.put(place, hash, code).is_err() {
                    self.plant_tree();
                }
                Ok(code)
            }
        }
    }

    fn intern_without_index(&mut self, text: &str, list: bool) -> Result<u32, DictionaryFull> {
        if let Some(code) = self.find_without_index(text, list) {
            return Ok(code);
        }
        let code = self.append(text, list)?;
        if cfg!(feature = "small") {
            return Ok(code);
        }
        if !self.tree.is_empty() {
            self.add_to_tree(code);
        } else if self.ends.len() > WITHOUT_INDEX {
            for code in 1..=code {
                self.index.add(hash(self.text(code).unwrap_or(""), self.is_list(code)), code);
            }
        }
        Ok(code)
    }

    fn find_without_index(&self, text: &str, list: bool) -> Option<u32> {
        if cfg!(feature = "small") || self.tree.is_empty() {
            return (1..self.len() as u32).find(|code| self.is(*code, text, list));
        }
        let [as_text, as_list] = *self.tree.get(text)?;
        Some(if list { as_list } else { as_text }).filter(|code| *code != 0)
    }

    #[cold]
    fn plant_tree(&mut self) {
        self.index = CodeIndex::default();
        (1..self.len() as u32).for_each(|code| self.add_to_tree(code));
    }

    fn add_to_tree(&mut self, code: u32) {
        let (text, list) = (self.text(code).unwrap_or("").into(), self.is_list(code));
        let [as_text, as_list] = self.tree.entry(text).or_default();
        *if list { as_list } else { as_text } = code;
    }

    /// Forgets its values and keeps their room.
    pub(super) fn clear(&mut self) {
        self.arena.clear();
        self.ends.clear();
        self.lists.clear();
        self.index = CodeIndex::default();
        self.tree.clear();
    }

    /// Gives back what is of use only while values are added.
    pub(super) fn settle(&mut self) {
        self.index = CodeIndex::default();
        self.tree.clear();
        self.arena.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    fn append(&mut self, text: &str, list: bool) -> Result<u32, DictionaryFull> {
        let code = u32::try_from(self.ends.len() + 1).map_err(|_| DictionaryFull)?;
        let end = u32::try_from(self.arena.len() + text.len()).map_err(|_| DictionaryFull)?;
        push(&mut self.arena, text);
        self.ends.push(end);
        if list {
            self.lists.push(code);
        }
        Ok(code)
    }

    fn text(&self, code: u32) -> Option<&str> {
        slice(&self.arena, &self.ends, code)
    }

    fn is_list(&self, code: u32) -> bool {
        !self.lists.is_empty() && self.lists.binary_search(&code).is_ok()
    }

    fn is(&self, code: u32, text: &str, list: bool) -> bool {
        // Bytes are as good as text here, and need no look at where characters begin.
        let known = range(&self.ends, code).and_then(|range| self.arena.as_bytes().get(range));
        known.is_some_and(|known| same(known, text.as_bytes())) && self.is_list(code) == list
    }
}

/// `str::trim`, with the common case first: nothing to trim.
pub(crate) fn trim(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_graphic());
    let bytes = text.as_bytes();
    if bytes.is_empty() || plain(bytes.first()) && plain(bytes.last()) { text } else { text.trim() }
}

fn range(ends: &[u32], code: u32) -> Option<std::ops::Range<usize>> {
    let place = (code as usize).checked_sub(1)?;
    let end = *ends.get(place)? as usize;
    let start = place.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |start| *start as usize);
    Some(start..end)
}

fn slice<'a>(arena: &'a str, ends: &[u32], code: u32) -> Option<&'a str> {
    arena.get(range(ends, code)?)
}

fn parts(value: Value<'_>) -> (&str, bool) {
    match value {
        Value::Text(text) => (text, false),
        Value::List(items) => (items, true),
    }
}

/// The seed is fixed: the hash decides no result, only where a code is looked for, and runs must not differ.
fn hash(text: &str, list: bool) -> u32 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(text.as_bytes());
    let hash = (hasher.finish() >> 32) as u32;
    if list { !hash } else { hash }
}

/// Whether bytes are the same. Most values are short, and a call into a general comparison costs more than it does.
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (Some(last), Some(last_of_b)) = (a.last_chunk::<8>(), b.last_chunk::<8>()) else {
        return a.iter().zip(b).all(|(a, b)| a == b);
    };
    // What is left over after steps of eight bytes are the last eight, some of them looked at once more.
    let (eights, others) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
    last == last_of_b && eights.iter().zip(others).all(|(a, b)| a == b)
}

/// Appends a text, short ones in steps of known length, which are faster than a general copy.
fn push(arena: &mut String, text: &str) {
    if arena.capacity() - arena.len() < text.len() {
        // To a power of two, as all that grows in a table: what one column has outgrown is then of use to others.
        let needed = arena.len() + text.len();
        arena.reserve_exact(needed.checked_next_power_of_two().unwrap_or(needed) - arena.len());
    }
    let mut rest = text;
    if text.len() <= 64 {
        while let Some((eight, after)) = rest.split_at_checked(8) {
            arena.push_str(eight);
            rest = after;
        }
        if let Some((four, after)) = rest.split_at_checked(4) {
            arena.push_str(four);
            rest = after;
        }
        if let Some((two, after)) = rest.split_at_checked(2) {
            arena.push_str(two);
            rest = after;
        }
        if let Some((one, after)) = rest.split_at_checked(1) {
            arena.push_str(one);
            rest = after;
        }
    }
    arena.push_str(rest);
}

impl<'a> Value<'a> {
    /// The text as people see it; the items of a list joined with `;`.
    pub fn text(self) -> std::borrow::Cow<'a, str> {
        match self {
            Value::Text(text) => text.into(),
            Value::List(items) if items.contains(ITEM_SEPARATOR) => items.replace(ITEM_SEPARATOR, ";").into(),
            Value::List(items) => items.into(),
        }
    }

    /// The items: of a list, or of a text split at `;`, trimmed, blank ones dropped.
    pub fn items(self) -> impl Iterator<Item = &'a str> {
        let (text, separator) = match self {
            Value::Text(text) => (text, b';'),
            Value::List(items) => (items, ITEM_SEPARATOR as u8),
        };
        let mut rest = Some(text);
        // `str::split` looks for a separator in a way that is made for long distances.
        let parts = std::iter::from_fn(move || {
            let text = rest?;
            let (part, after) = match find_byte(separator, text.as_bytes()) {
                Some(end) => (text.get(..end)?, text.get(end + 1..)),
                None => (text, None),
            };
            rest = after;
            Some(part)
        });
        parts.map(trim).filter(|item| !item.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_distinct_value_one_code() {
        let mut dictionary = Dictionary::default();
        assert_eq!(dictionary.intern_text("  \u{a0} "), Ok(0));
        assert_eq!(dictionary.intern_text(" VP Sales\t"), Ok(1));
        assert_eq!(dictionary.intern_text("CTO"), Ok(2));
        assert_eq!(dictionary.intern_text("VP Sales"), Ok(1));
        assert_eq!(dictionary.value(1), Some(Value::Text("VP Sales")));
        assert_eq!(dictionary.value(0), None);
        assert_eq!(dictionary.value(9), None);
        assert_eq!(dictionary.find(Value::Text("CTO")), Some(2));
    }

    #[test]
    fn finds_few_values_and_many() {
        let mut dictionary = Dictionary::default();
        for count in 1..=40_u32 {
            assert_eq!(dictionary.intern_text(&format!("value {count}")), Ok(count));
            for known in 1..=count {
                assert_eq!(dictionary.find(Value::Text(&format!("value {known}"))), Some(known));
            }
            assert_eq!(dictionary.intern_text(&format!("value {count}")), Ok(count));
            assert_eq!(dictionary.find(Value::List("value 1")), None);
            assert_eq!(dictionary.len(), count as usize + 1);
        }
    }

    #[test]
    fn values_with_alike_hashes_are_found_as_fast() {
        let mut dictionary = Dictionary::default();
        // All belong in the first sixteenth of the index, and overflow it.
        let hostile = || (0..160_000).map(|count| format!("value {count}")).filter(|text| hash(text, false) >> 28 == 0);
        for (text, code) in hostile().zip(1..) {
            assert_eq!(dictionary.intern_text(&text), Ok(code));
        }
        assert!(!dictionary.tree.is_empty());
        let list = dictionary.intern_list(["value 7"].into_iter()).unwrap();
        assert_eq!(dictionary.find(Value::List("value 7")), Some(list));
        for (text, code) in hostile().zip(1..) {
            assert_eq!(dictionary.intern_text(&text), Ok(code));
        }
    }

    #[test]
    fn a_settled_dictionary_finds_its_values_and_takes_new_ones() {
        let mut dictionary = Dictionary::default();
        let texts = || (1..=100_u32).map(|count| (count, format!("value {count}")));
        texts().for_each(|(code, text)| assert_eq!(dictionary.intern_text(&text), Ok(code)));
        dictionary.settle();
        texts().for_each(|(code, text)| assert_eq!(dictionary.find(Value::Text(&text)), Some(code)));
        assert_eq!(dictionary.intern_text("another"), Ok(101));
        texts().for_each(|(code, text)| assert_eq!(dictionary.intern_text(&text), Ok(code)));
        assert_eq!(dictionary.find(Value::Text("another")), Some(101));
    }

    #[test]
    fn knows_whether_all_texts_are_in_lower_case() {
        for place in 0..20 {
            for byte in 0..=0x7f_u8 {
                let mut text = vec![b'x'; 20];
                text[place] = byte;
                let dictionary = Dictionary { arena: String::from_utf8(text).unwrap(), ..Dictionary::default() };
                assert_eq!(dictionary.is_lower_case(), !byte.is_ascii_uppercase(), "{byte} at {place}");
            }
            let text = format!("{}é{}", "x".repeat(place), "x".repeat(20 - place));
            assert!(!Dictionary { arena: text, ..Dictionary::default() }.is_lower_case());
        }
    }

    #[test]
    fn keeps_a_list_apart_from_the_text_that_looks_like_it() {
        let mut dictionary = Dictionary::default();
        assert_eq!(dictionary.intern_list(["a;b", " ", "c"].into_iter()), Ok(1));
        assert_eq!(dictionary.intern_text("a;b;c"), Ok(2));
        let items = |code| dictionary.value(code).unwrap().items().collect::<Vec<_>>();
        assert_eq!(items(1), ["a;b", "c"]);
        assert_eq!(items(2), ["a", "b", "c"]);
        assert_eq!(dictionary.value(1).unwrap().text(), "a;b;c");
    }
}
