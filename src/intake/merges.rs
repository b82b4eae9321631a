//! Merged blocks, found by a cell in them.

use std::collections::BTreeMap;

use super::page::At;
use crate::spreadsheet::Merge;

/// The merged blocks of a sheet by their last row, so that few are looked at for a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merges {
    by_last_row: BTreeMap<u32, Vec<Merge>>,
    tallest: u32,
}

impl Merges {
    pub(crate) fn of(blocks: &[Merge]) -> Self {
        let mut merges = Self::default();
        for block in blocks {
            merges.tallest = merges.tallest.max(block.last_row.saturating_sub(block.first_row));
            merges.by_last_row.entry(block.last_row).or_default().push(*block);
        }
        merges
    }

    /// The block in which a cell lies.
    pub(crate) fn block(&self, at: At) -> Option<Merge> {
        self.by_last_row
            .range(at.0..=at.0.saturating_add(self.tallest))
            .flat_map(|(_, blocks)| blocks)
            .find(|b| b.first_row <= at.0 && (b.first_column..=b.last_column).contains(&at.1))
            .copied()
    }

    /// Whether a cell lies unseen under a block: in it, and not its first cell.
    pub(crate) fn covers(&self, at: At) -> bool {
        self.block(at)
            .is_some_and(|block| (block.first_row, block.first_column) != at)
    }

    /// The cell whose words are seen at a place: the first cell of its block, or itself.
    pub(crate) fn top(&self, at: At) -> At {
        self.block(at)
            .map_or(at, |block| (block.first_row, block.first_column))
    }

    /// Whether a cell continues a block that began in a row above.
    pub(crate) fn continues(&self, at: At) -> bool {
        self.block(at).is_some_and(|block| block.first_row < at.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_finds_its_block() {
        let block = |first_row, first_column, last_row, last_column| Merge {
            first_row,
            first_column,
            last_row,
            last_column,
        };
        let merges = Merges::of(&[block(2, 0, 4, 0), block(3, 2, 3, 5), block(0, 0, 0, 9)]);
        assert_eq!(merges.top((4, 0)), (2, 0));
        assert_eq!(merges.top((3, 4)), (3, 2));
        assert_eq!(merges.top((5, 0)), (5, 0));
        assert!(merges.covers((3, 0)) && !merges.covers((2, 0)));
        assert!(merges.continues((4, 0)) && !merges.continues((3, 5)));
    }
}
