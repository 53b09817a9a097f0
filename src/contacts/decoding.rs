//! From bytes in any of the encodings that exports come in to text, chunk by chunk.
//!
//! In: chunks of bytes, cut anywhere. Out: the text of each, without byte-order mark and NUL. It knows nothing of what the text
//! means. The table of Windows-1252 stands here because a crate with every encoding of the web would be larger than the rest of
//! the readers; UTF-8 and UTF-16 are the standard library's.

use std::borrow::Cow;

/// An encoding that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    /// As the load report names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    /// The encoding, as far as a file's first bytes tell: by its byte-order mark, or by the zero bytes that UTF-16 puts beside
    /// every Latin letter.
    fn recognise(head: &[u8]) -> Encoding {
        match head {
            [0xff, 0xfe, ..] => return Encoding::Utf16Le,
            [0xfe, 0xff, ..] => return Encoding::Utf16Be,
            _ => {}
        }
        let pairs = head.as_chunks::<2>().0;
        let zeros = |place: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| place(pair) == 0).count();
        let (first, second) = (zeros(|pair| pair[0]), zeros(|pair| pair[1]));
        // Half of the pairs must look like it: a few stray NUL bytes in an ordinary file must not.
        if second > first && second * 2 > pairs.len() {
            Encoding::Utf16Le
        } else if first > second && first * 2 > pairs.len() {
            Encoding::Utf16Be
        } else {
            Encoding::Utf8
        }
    }
}

/// Turns chunks of bytes into text.
#[derive(Debug)]
pub(crate) struct Decoder {
    encoding: Encoding,
    /// Whether UTF-8 of more than a byte was seen: what is invalid after it is damage, and not another encoding.
    multibyte: bool,
    /// A character's first bytes, whose others are in the next chunk.
    carry: Vec<u8>,
    started: bool,
    /// How many U+FFFD stand for bytes that were not valid.
    pub(crate) replaced: usize,
    /// How many NULs were dropped.
    pub(crate) nuls: usize,
}

impl Decoder {
    /// A decoder for a file that begins with these bytes.
    pub(crate) fn new(head: &[u8]) -> Decoder {
        let encoding = Encoding::recognise(head);
        Decoder { encoding, multibyte: false, carry: Vec::new(), started: false, replaced: 0, nuls: 0 }
    }

    /// The encoding, as far as it is known.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The text of the next chunk; `last` if none follows.
    pub(crate) fn decode<'a>(&mut self, chunk: &'a [u8], last: bool) -> Cow<'a, str> {
        let bytes: Cow<'a, [u8]> = if self.carry.is_empty() {
            Cow::Borrowed(chunk)
        } else {
            let mut joined = std::mem::take(&mut self.carry);
            joined.extend_from_slice(chunk);
            Cow::Owned(joined)
        };
        let text = match bytes {
            Cow::Borrowed(bytes) => self.text(bytes, last),
            Cow::Owned(bytes) => Cow::Owned(self.text(&bytes, last).into_owned()),
        };
        self.without_marks(text)
    }

    fn text<'a>(&mut self, bytes: &'a [u8], last: bool) -> Cow<'a, str> {
        match self.encoding {
            Encoding::Utf8 => self.utf8(bytes, last),
            Encoding::Windows1252 => Cow::Owned(windows_1252(bytes)),
            Encoding::Utf16Le => Cow::Owned(self.utf16(bytes, last, u16::from_le_bytes)),
            Encoding::Utf16Be => Cow::Owned(self.utf16(bytes, last, u16::from_be_bytes)),
        }
    }

    fn utf8<'a>(&mut self, bytes: &'a [u8], last: bool) -> Cow<'a, str> {
        let mut text = String::new();
        let mut rest = bytes;
        loop {
            let fault = match std::str::from_utf8(rest) {
                Ok(valid) => {
                    self.multibyte |= !valid.is_ascii();
                    return joined(text, valid);
                }
                Err(fault) => fault,
            };
            let (valid, after) = rest.split_at_checked(fault.valid_up_to()).unwrap_or((rest, &[]));
            let valid = std::str::from_utf8(valid).unwrap_or("");
            // A byte-order mark also says that the file is UTF-8.
            self.multibyte |= !valid.is_ascii();
            if fault.error_len().is_none() && !last {
                self.carry = after.to_vec();
                return joined(text, valid);
            }
            text.push_str(valid);
            if !self.multibyte {
                self.encoding = Encoding::Windows1252;
                text.push_str(&windows_1252(after));
                return Cow::Owned(text);
            }
            text.push('\u{fffd}');
            self.replaced += 1;
            rest = after.get(fault.error_len().unwrap_or(after.len())..).unwrap_or(&[]);
        }
    }

    fn utf16(&mut self, bytes: &[u8], last: bool, unit: fn([u8; 2]) -> u16) -> String {
        let (pairs, odd) = bytes.as_chunks::<2>();
        let mut keep = odd.len();
        let mut pairs = pairs;
        if let ([before @ .., end], false) = (pairs, last)
            && (0xd800..0xdc00).contains(&unit(*end))
        {
            keep += 2;
            pairs = before;
        }
        let decoded = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
        let mut text: String = decoded
            .map(|character| {
                character.unwrap_or_else(|_| {
                    self.replaced += 1;
                    char::REPLACEMENT_CHARACTER
                })
            })
            .collect();
        if last && keep > 0 {
            self.replaced += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        } else {
            self.carry = bytes.get(bytes.len() - keep..).unwrap_or(&[]).to_vec();
        }
        text
    }

    fn without_marks<'a>(&mut self, mut text: Cow<'a, str>) -> Cow<'a, str> {
        if !self.started && !text.is_empty() {
            self.started = true;
            if let Some(rest) = text.strip_prefix('\u{feff}') {
                let length = text.len() - rest.len();
                match &mut text {
                    Cow::Borrowed(text) => *text = text.get(length..).unwrap_or(""),
                    Cow::Owned(text) => drop(text.drain(..length)),
                }
            }
        }
        match memchr::memchr_iter(0, text.as_bytes()).count() {
            0 => text,
            count => {
                self.nuls += count;
                Cow::Owned(text.replace('\0', ""))
            }
        }
    }
}

fn joined(mut text: String, more: &str) -> Cow<'_, str> {
    if text.is_empty() {
        return Cow::Borrowed(more);
    }
    text.push_str(more);
    Cow::Owned(text)
}

fn windows_1252(bytes: &[u8]) -> String {
    let character = |byte: &u8| match byte {
        0x80..0xa0 => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        // As in Latin-1, the byte is the character.
        _ => char::from(*byte),
    };
    bytes.iter().map(character).collect()
}

/// The characters of 0x80 to 0x9f. Five bytes have none; as in the browsers' Encoding standard they are the control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], cut: usize) -> (String, &'static str, usize) {
        let mut decoder = Decoder::new(bytes);
        let mut text = String::new();
        for chunk in bytes.chunks(cut.max(1)) {
            text.push_str(&decoder.decode(chunk, false));
        }
        text.push_str(&decoder.decode(&[], true));
        (text, decoder.encoding().name(), decoder.replaced)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn recognises_the_encoding_wherever_the_chunks_are_cut() {
        for cut in 1..9 {
            assert_eq!(decoded("na\u{ef}ve €😀".as_bytes(), cut), ("naïve €😀".into(), "UTF-8", 0));
            assert_eq!(decoded("\u{feff}id".as_bytes(), cut), ("id".into(), "UTF-8", 0));
            assert_eq!(decoded(b"caf\xe9 \x80 \x93x\x94", cut), ("café € “x”".into(), "windows-1252", 0));
            assert_eq!(decoded(&utf16("\u{feff}é😀,b", u16::to_le_bytes), cut), ("é😀,b".into(), "UTF-16LE", 0));
            assert_eq!(decoded(&utf16("\u{feff}é😀,b", u16::to_be_bytes), cut), ("é😀,b".into(), "UTF-16BE", 0));
            assert_eq!(decoded(&utf16("id,name", u16::to_le_bytes), cut), ("id,name".into(), "UTF-16LE", 0));
            assert_eq!(decoded(&utf16("id,name", u16::to_be_bytes), cut), ("id,name".into(), "UTF-16BE", 0));
        }
    }

    #[test]
    fn replaces_what_is_damaged_in_a_file_that_was_utf_8() {
        for cut in 1..9 {
            assert_eq!(decoded(b"\xc3\xa9\xff\xc3", cut), ("é\u{fffd}\u{fffd}".into(), "UTF-8", 2));
            assert_eq!(decoded(b"\xef\xbb\xbfa\xe9b", cut), ("a\u{fffd}b".into(), "UTF-8", 1));
            assert_eq!(decoded(b"abc\xc3", cut), ("abcÃ".into(), "windows-1252", 0));
            assert_eq!(decoded(b"\xff\xfea\0\x3d\xd8b\0\0", cut), ("a\u{fffd}b\u{fffd}".into(), "UTF-16LE", 2));
        }
    }

    #[test]
    fn drops_nul_and_counts_it() {
        let mut decoder = Decoder::new(b"id,a\0b,text");
        assert_eq!(decoder.decode(b"id,a\0b,text", true), "id,ab,text");
        assert_eq!(decoder.nuls, 1);
    }
}
