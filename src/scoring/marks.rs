//! Marks: a byte per contact, of which each bit says whether the contact's value of one property meets one leaf.
//!
//! Points that follow from marks are looked up for half a byte at a time, sixteen contacts in one step where the processor can. Nothing
//! here knows what a mark is about.

use std::ops::Range;
use std::sync::Arc;

/// The marks of every contact of a table.
#[derive(Clone, Debug)]
pub(crate) enum Marks {
    /// All contacts have the same: there is no such column, or only one contact.
    Same(u8),
    /// By row.
    ByRow(Arc<[u8]>),
}

/// The marks of the contacts in a block.
#[derive(Clone, Copy)]
pub(crate) enum BlockMarks<'a> {
    Same(u8),
    ByRow(&'a [u8]),
}

impl Marks {
    pub(crate) fn of(&self, rows: &Range<usize>) -> BlockMarks<'_> {
        match self {
            Marks::Same(marks) => BlockMarks::Same(*marks),
            Marks::ByRow(marks) => BlockMarks::ByRow(marks.get(rows.clone()).unwrap_or(&[])),
        }
    }
}

/// What marks add, in some unit of points: by the lower and by the upper half of the byte.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lookup {
    low: [i16; 16],
    /// `None` if the upper half adds nothing.
    high: Option<[i16; 16]>,
}

impl Lookup {
    /// From what each of the eight marks adds. `None` if some sum is out of range.
    pub(crate) fn of_marks(points: &[i64; 8]) -> Option<Lookup> {
        let half = |points: &[i64]| -> Option<[i16; 16]> {
            let mut sums = [0; 16];
            for (marks, sum) in sums.iter_mut().enumerate() {
                let marked = points.iter().enumerate().filter(|(bit, _)| marks >> bit & 1 == 1);
                *sum = i16::try_from(marked.map(|(_, points)| points).sum::<i64>()).ok()?;
            }
            Some(sums)
        };
        let (low, high) = points.split_at(4);
        let high = if high.iter().all(|points| *points == 0) { None } else { Some(half(high)?) };
        Some(Lookup { low: half(low)?, high })
    }

    /// From what each of at most sixteen classes adds. `None` if there are more, or one is out of range.
    pub(crate) fn of_classes(points: &[i64]) -> Option<Lookup> {
        let mut low = [0; 16];
        for (place, points) in points.iter().enumerate() {
            *low.get_mut(place)? = i16::try_from(*points).ok()?;
        }
        Some(Lookup { low, high: None })
    }

    /// What one contact's marks add.
    fn one(&self, marks: u8) -> i16 {
        let at = |half: &[i16; 16], marks: u8| half.get(usize::from(marks & 15)).copied().unwrap_or(0);
        at(&self.low, marks) + self.high.as_ref().map_or(0, |high| at(high, marks >> 4))
    }

    /// Adds what the marks add to the sums of a block. The caller sees to it that no sum overflows.
    pub(crate) fn add(&self, marks: BlockMarks<'_>, sums: &mut [i16]) {
        match marks {
            BlockMarks::Same(marks) => {
                let points = self.one(marks);
                sums.iter_mut().for_each(|sum| *sum += points);
            }
            BlockMarks::ByRow(marks) => {
                add_half(marks, &self.low, 0, sums);
                if let Some(high) = &self.high {
                    add_half(marks, high, 4, sums);
                }
            }
        }
    }
}

/// Adds what half of each mark byte, from this bit on, adds.
fn add_half(marks: &[u8], points: &[i16; 16], bit: u32, sums: &mut [i16]) {
    let (sixteens, rest) = marks.as_chunks::<16>();
    let (sums_of_sixteens, sums_of_rest) = sums.split_at_mut_checked(sixteens.len() * 16).unwrap_or_default();
    wide::add(sixteens, points, bit, sums_of_sixteens.as_chunks_mut().0);
    add_one_by_one(rest, points, bit, sums_of_rest);
}

fn add_one_by_one(marks: &[u8], points: &[i16; 16], bit: u32, sums: &mut [i16]) {
    for (sum, marks) in sums.iter_mut().zip(marks) {
        *sum += points.get(usize::from(marks >> bit & 15)).copied().unwrap_or(0);
    }
}

/// The lower and the upper bytes of sixteen numbers.
#[cfg(any(target_arch = "wasm32", target_arch = "x86_64"))]
fn bytes_of(points: &[i16; 16]) -> ([u8; 16], [u8; 16]) {
    (points.map(|points| points.to_le_bytes()[0]), points.map(|points| points.to_le_bytes()[1]))
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wide {
    use bytemuck::cast;
    use core::arch::wasm32::{i8x16_shuffle, i16x8_add, u8x16_shr, u8x16_splat, u8x16_swizzle, v128, v128_and};

    pub(super) fn add(marks: &[[u8; 16]], points: &[i16; 16], bit: u32, sums: &mut [[i16; 16]]) {
        let (lower, upper) = super::bytes_of(points);
        let (lower, upper): (v128, v128) = (cast(lower), cast(upper));
        for (sums, marks) in sums.iter_mut().zip(marks) {
            let half = v128_and(u8x16_shr(cast(*marks), bit), u8x16_splat(15));
            let (lower, upper) = (u8x16_swizzle(lower, half), u8x16_swizzle(upper, half));
            let first = i8x16_shuffle::<0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23>(lower, upper);
            let last = i8x16_shuffle::<8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31>(lower, upper);
            let [before_first, before_last]: [v128; 2] = cast(*sums);
            *sums = cast([i16x8_add(before_first, first), i16x8_add(before_last, last)]);
        }
    }
}

#[cfg(target_arch = "x86_64")]
mod wide {
    use bytemuck::cast;
    use core::arch::x86_64::{
        __m128i, _mm_add_epi16, _mm_and_si128, _mm_set1_epi8, _mm_shuffle_epi8, _mm_srl_epi16, _mm_unpackhi_epi8,
        _mm_unpacklo_epi8,
    };

    pub(super) fn add(marks: &[[u8; 16]], points: &[i16; 16], bit: u32, sums: &mut [[i16; 16]]) {
        if is_x86_feature_detected!("ssse3") {
            #[allow(unsafe_code, reason = "the processor was asked whether it has the instructions")]
            unsafe {
                add_with_ssse3(marks, points, bit, sums)
            }
        } else {
            super::add_one_by_one(marks.as_flattened(), points, bit, sums.as_flattened_mut());
        }
    }

    #[target_feature(enable = "ssse3")]
    fn add_with_ssse3(marks: &[[u8; 16]], points: &[i16; 16], bit: u32, sums: &mut [[i16; 16]]) {
        let (lower, upper) = super::bytes_of(points);
        let (lower, upper): (__m128i, __m128i) = (cast(lower), cast(upper));
        let bit: __m128i = cast([u64::from(bit), 0]);
        for (sums, marks) in sums.iter_mut().zip(marks) {
            // Shifting by two bytes brings bits of the neighbour in, which are cut off.
            let half = _mm_and_si128(_mm_srl_epi16(cast(*marks), bit), _mm_set1_epi8(15));
            let (lower, upper) = (_mm_shuffle_epi8(lower, half), _mm_shuffle_epi8(upper, half));
            let [first, last]: [__m128i; 2] = cast(*sums);
            *sums = cast([
                _mm_add_epi16(first, _mm_unpacklo_epi8(lower, upper)),
                _mm_add_epi16(last, _mm_unpackhi_epi8(lower, upper)),
            ]);
        }
    }
}

#[cfg(not(any(all(target_arch = "wasm32", target_feature = "simd128"), target_arch = "x86_64")))]
mod wide {
    pub(super) fn add(marks: &[[u8; 16]], points: &[i16; 16], bit: u32, sums: &mut [[i16; 16]]) {
        super::add_one_by_one(marks.as_flattened(), points, bit, sums.as_flattened_mut());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_contacts_get_what_each_gets_alone() {
        let lookup = Lookup::of_marks(&[1, -2, 4, 300, -700, 16, 32, 9000]).unwrap();
        for length in [0, 1, 15, 16, 17, 100] {
            let marks: Vec<u8> = (0..length).map(|row| (row * 37 % 256) as u8).collect();
            let mut sums = vec![7; length];
            lookup.add(BlockMarks::ByRow(&marks), &mut sums);
            let alone = |marks: &u8| {
                let mut sum = [7];
                lookup.add(BlockMarks::Same(*marks), &mut sum);
                sum[0]
            };
            assert_eq!(sums, marks.iter().map(alone).collect::<Vec<i16>>());
        }
        assert_eq!(lookup.one(0b1000_0011), 1 - 2 + 9000);
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        assert_eq!(Lookup::of_marks(&[20_000, 20_000, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(Lookup::of_marks(&[0, 0, 0, 0, 0, 0, 0, -32_769]), None);
        assert_eq!(Lookup::of_classes(&[0; 17]), None);
        assert_eq!(Lookup::of_classes(&[1, 40_000]), None);
        assert_eq!(Lookup::of_classes(&[3, 4]).unwrap().one(1), 4);
    }
}
