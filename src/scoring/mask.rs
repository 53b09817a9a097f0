//! Which contacts of a block meet something: a byte per contact, 255 if it does and 0 if not, so that many are combined in one step.

/// The most contacts in a block: few enough that everything about them stays in the processor's cache.
pub(crate) const BLOCK: usize = 2048;

/// Met.
pub(crate) const MET: u8 = 255;

/// 255 or 0 for each contact of a block.
#[derive(Clone, Debug)]
pub(crate) struct Mask(Vec<u8>);

/// How two masks become one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Join {
    And,
    Or,
}

/// 255 or 0.
pub(crate) fn byte(met: bool) -> u8 {
    if met { MET } else { 0 }
}

impl Mask {
    /// The same for all of so many contacts.
    pub(crate) fn same(met: bool, length: usize) -> Mask {
        Mask(vec![byte(met); length])
    }

    /// 255 or 0 for each contact.
    pub(crate) fn of(bytes: impl Iterator<Item = u8>) -> Mask {
        Mask(bytes.collect())
    }

    /// How many contacts meet it.
    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|byte| usize::from(byte & 1)).sum()
    }

    /// Joins what each contact is.
    pub(crate) fn join(&mut self, join: Join, others: impl Iterator<Item = u8>) {
        match join {
            Join::And => self.0.iter_mut().zip(others).for_each(|(own, other)| *own &= other),
            Join::Or => self.0.iter_mut().zip(others).for_each(|(own, other)| *own |= other),
        }
    }

    pub(crate) fn not(&mut self) {
        self.0.iter_mut().for_each(|own| *own = !*own);
    }

    /// 255 or 0 for each.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}
