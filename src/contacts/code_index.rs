//! Where a dictionary finds the codes of its values: by the hash of a value, without the values themselves.
//!
//! In: hashes and codes. Out: the codes whose values have a hash. It knows no text: whether a value is the one that is looked for,
//! the dictionary says.
//!
//! Codes stand in one row of places, each at the place that the first bits of its hash say, or at the next that is free. So they
//! are in the order of their hashes, and a row of twice the length is filled from front to back.

/// Codes by the hash of their values.
#[derive(Clone, Debug, Default)]
pub(super) struct CodeIndex {
    /// A hash in the upper half and its code in the lower; 0 where nothing stands. As many as a power of two, or none.
    places: Vec<u64>,
    count: usize,
}

/// How many places there are at first.
const FEWEST_PLACES: usize = 16;

/// Up to how many places a table's columns are thought to stay in the processor's nearest cache.
const PLACES_IN_CACHE: usize = 1024;

/// How far a code may be from the place that its hash says. Where hashes are not alike on purpose, a few hundred places are far.
const FURTHEST: usize = 4096;

/// Too many values have hashes that are alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Crowded;

impl CodeIndex {
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The bytes that it occupies.
    pub(super) fn bytes(&self) -> usize {
        size_of::<u64>() * self.places.capacity()
    }

    /// The first code with this hash of which `is` holds, else the place for a new one.
    #[inline]
    pub(super) fn find(&self, hash: u32, is: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = self.place(hash) & mask;
        // At least a quarter of the places is free, so that there is an end.
        while let Some(found) = self.places.get(at).copied().filter(|found| *found != 0) {
            if (found >> 32) as u32 == hash && is(found as u32) {
                return Ok(found as u32);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    /// Puts a code, which is not 0 and not there yet, in the place that was found for it. It is an error, though it stands there,
    /// if that place is so far from where the hash says that hashes must be alike on purpose.
    #[inline]
    pub(super) fn put(&mut self, place: usize, hash: u32, code: u32) -> Result<(), Crowded> {
        let away = place.wrapping_sub(self.place(hash)) & self.places.len().wrapping_sub(1);
        if let Some(place) = self.places.get_mut(place) {
            *place = u64::from(hash) << 32 | u64::from(code);
            self.count += 1;
        }
        if self.count * 4 >= self.places.len() * 3 {
            self.grow();
        }
        if away > FURTHEST { Err(Crowded) } else { Ok(()) }
    }

    /// Adds a code that is not 0 and not there yet, to an index of few.
    pub(super) fn add(&mut self, hash: u32, code: u32) {
        if self.places.is_empty() {
            self.grow();
        }
        if let Err(place) = self.find(hash, |_| false) {
            // Few are never crowded.
            let _ = self.put(place, hash, code);
        }
    }

    #[cold]
    fn grow(&mut self) {
        let places = vec![0; (self.places.len() * 2).max(FEWEST_PLACES)];
        for entry in std::mem::replace(&mut self.places, places).into_iter().filter(|entry| *entry != 0) {
            let place = self.find((entry >> 32) as u32, |_| false);
            if let Some(place) = place.err().and_then(|place| self.places.get_mut(place)) {
                *place = entry;
            }
        }
    }

    /// Has the places for some hashes brought into the processor's cache, all at once, if there are too many places to stay there.
    #[inline]
    pub(super) fn fetch(&self, hashes: &[u32]) {
        if self.places.len() > PLACES_IN_CACHE {
            let places = hashes.iter().filter_map(|hash| self.places.get(self.place(*hash)));
            std::hint::black_box(places.fold(0, |all, place| all | place));
        }
    }

    fn place(&self, hash: u32) -> usize {
        // The product's upper half: the first bits of the hash, as many as number the places.
        ((u64::from(hash) * self.places.len() as u64) >> 32) as usize
    }
}
