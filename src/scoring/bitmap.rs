//! One bit per contact of a block.

/// The most contacts in a block: few enough that everything about them stays in the processor's cache.
pub(crate) const BLOCK: usize = 4096;

const WORDS: usize = BLOCK / 64;

/// One bit per contact of a block. Bits beyond the block's length mean nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bitmap([u64; WORDS]);

impl Bitmap {
    /// Every bit the same.
    pub(crate) fn all(bit: bool) -> Bitmap {
        Bitmap([if bit { u64::MAX } else { 0 }; WORDS])
    }

    /// A bit for each of at most [`BLOCK`] items.
    pub(crate) fn of<T: Copy>(items: &[T], bit: impl Fn(T) -> bool) -> Bitmap {
        let mut bitmap = Bitmap::all(false);
        for (word, items) in bitmap.0.iter_mut().zip(items.chunks(64)) {
            for (place, item) in items.iter().enumerate() {
                *word |= u64::from(bit(*item)) << place;
            }
        }
        bitmap
    }

    pub(crate) fn and(&mut self, other: &Bitmap) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub(crate) fn or(&mut self, other: &Bitmap) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub(crate) fn not(&mut self) {
        self.0.iter_mut().for_each(|word| *word = !*word);
    }

    pub(crate) fn contains(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Adds to every item whose bit is set.
    pub(crate) fn add_where_set(&self, items: &mut [i64], points: i64) {
        for (word, items) in self.0.iter().zip(items.chunks_mut(64)) {
            if *word != 0 {
                for (place, item) in items.iter_mut().enumerate() {
                    *item += points & (word >> place & 1).wrapping_neg() as i64;
                }
            }
        }
    }

    /// Each item with its bit.
    pub(crate) fn zip<'a, T>(&self, items: &'a mut [T]) -> impl Iterator<Item = (bool, &'a mut T)> {
        let bits = self.0.into_iter().flat_map(|word| (0..64).map(move |place| word >> place & 1 == 1));
        bits.zip(items)
    }
}
