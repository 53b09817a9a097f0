//! The same work on many things: on all processors where there are several and many contacts are about, one after another elsewhere. What
//! comes out is in order and the same either way.

use super::mask::BLOCK;
use crate::contacts::Table;
use std::ops::Range;

/// What the work makes of each thing.
#[cfg(all(feature = "parallel", not(target_arch = "wasm32")))]
pub(crate) fn each<T: Sync, R: Send>(table: &Table, things: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
    if is_small(table) { things.iter().map(work).collect() } else { things.par_iter().map(work).collect() }
}

/// What the work makes of each thing.
#[cfg(not(all(feature = "parallel", not(target_arch = "wasm32"))))]
pub(crate) fn each<T, R>(_: &Table, things: &[T], work: impl Fn(&T) -> R) -> Vec<R> {
    things.iter().map(work).collect()
}

/// The rows of a table in as many parts as are worth having: some for each processor, so that all have something to do to the end.
pub(crate) fn parts(table: &Table) -> Vec<Range<usize>> {
    let rows = table.rows();
    let length = if is_small(table) { rows } else { rows.div_ceil(4 * processors()).next_multiple_of(BLOCK) };
    let starts = (0..rows).step_by(length.max(1));
    starts.map(|start| start..(start + length).min(rows)).collect()
}

/// Whether dividing the work would cost more than it saves.
fn is_small(table: &Table) -> bool {
    table.rows() < 8 * BLOCK || processors() == 1
}

#[cfg(all(feature = "parallel", not(target_arch = "wasm32")))]
fn processors() -> usize {
    rayon::current_num_threads()
}

#[cfg(not(all(feature = "parallel", not(target_arch = "wasm32"))))]
fn processors() -> usize {
    1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::TableBuilder;

    #[test]
    fn parts_are_all_rows_in_order_and_whole_blocks() {
        for rows in [0, 1, 8 * BLOCK - 1, 8 * BLOCK, 8 * BLOCK + 1, 100 * BLOCK + 7] {
            let mut builder = TableBuilder::default();
            (0..rows).for_each(|_| _ = builder.begin_row());
            let parts = parts(&builder.finish());
            assert_eq!(parts.iter().cloned().flatten().collect::<Vec<_>>(), (0..rows).collect::<Vec<_>>());
            assert!(parts.iter().rev().skip(1).all(|part| part.len().is_multiple_of(BLOCK)), "{parts:?}");
        }
    }
}
