//! Where the fields of a CSV end.
//!
//! In: bytes and a delimiter. Out: the places of delimiters and line ends, one after another. It knows no quotes: who does skips what
//! is between them.
//!
//! Sixty-four bytes are looked at together: most fields are short, and a search for the end of each costs more than it saves.

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// The places of delimiters and line ends.
#[derive(Debug)]
pub(super) struct FieldEnds<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// Where the block begins that is looked at.
    at: usize,
    /// A bit for each byte of the block that is one and was not given yet, the first byte's lowest.
    found: u64,
}

impl<'a> FieldEnds<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> FieldEnds<'a> {
        let mut ends = FieldEnds { bytes, delimiter, at: 0, found: 0 };
        ends.look();
        ends
    }

    /// The next place.
    #[inline]
    pub(super) fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.at += BLOCK;
            if self.at >= self.bytes.len() {
                return None;
            }
            self.look();
        }
        let place = self.at + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(place)
    }

    /// Leaves out what is before a place.
    pub(super) fn skip_to(&mut self, place: usize) {
        if place >= self.at + BLOCK {
            self.at = place;
            self.look();
        } else {
            self.found &= u64::MAX << place.saturating_sub(self.at);
        }
    }

    fn look(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        self.found = match rest.first_chunk::<BLOCK>() {
            Some(block) => {
                let (sixteens, _) = block.as_chunks::<16>();
                sixteens
                    .iter()
                    .rev()
                    .fold(0, |found, bytes| (found << 16) | u64::from(ends_among(bytes, self.delimiter)))
            }
            None => rest.iter().rev().fold(0, |found, byte| {
                found << 1 | u64::from(*byte == self.delimiter || *byte == b'\n' || *byte == b'\r')
            }),
        };
    }
}

/// A bit for each byte that is a delimiter or line end.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn ends_among(bytes: &[u8; 16], delimiter: u8) -> u16 {
    use std::arch::wasm32::{i8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};
    let (halves, _) = bytes.as_chunks::<8>();
    let [first, second] = halves else { return 0 };
    let bytes = u64x2(u64::from_le_bytes(*first), u64::from_le_bytes(*second));
    let is = |byte: u8| u8x16_eq(bytes, u8x16_splat(byte));
    i8x16_bitmask(v128_or(is(delimiter), v128_or(is(b'\n'), is(b'\r'))))
}

/// A bit for each byte that is a delimiter or line end.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn ends_among(bytes: &[u8; 16], delimiter: u8) -> u16 {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const SEVEN: u64 = u64::from_ne_bytes([0x7f; 8]);
    let among_eight = |eight: &[u8; 8]| {
        let word = u64::from_le_bytes(*eight);
        // The high bit of each byte that is another one; no byte carries into the next.
        let other = |byte: u8| {
            let other = word ^ (LOW * u64::from(byte));
            ((other & SEVEN) + SEVEN) | other
        };
        let is = !(other(delimiter) & other(b'\n') & other(b'\r') & !SEVEN) & !SEVEN;
        // The product gathers the high bits in its first byte.
        (is >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
    };
    let (halves, _) = bytes.as_chunks::<8>();
    halves.iter().rev().fold(0, |found, eight| (found << 8) | among_eight(eight) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_delimiter_and_line_end() {
        let bytes: Vec<u8> =
            (0..=255).chain((0..=255).rev()).chain([b';', b'a', b'\r', b'\n', b';', b';', 0xbb, 0x80]).collect();
        for from in 0..bytes.len() {
            let mut ends = FieldEnds::new(&bytes, b';');
            ends.skip_to(from);
            let found: Vec<usize> = std::iter::from_fn(|| ends.next()).collect();
            let is_end = |at: &usize| matches!(bytes[*at], b';' | b'\r' | b'\n');
            assert_eq!(found, (from..bytes.len()).filter(is_end).collect::<Vec<_>>());
        }
    }
}
