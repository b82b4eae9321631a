//! What one file may cost: counted cell by cell, whatever the file claims to hold.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::container::{Excess, Refusal};
use super::grid::{Cell, LAST_COLUMN, LAST_ROW, Merge, Sheet, Value};
use crate::settings;

/// Counts what a file has used of its limits.
#[derive(Debug, Default)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
    merges: usize,
}

impl Budget {
    /// Pays for text that is kept.
    pub(super) fn text(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(bytes);
        if self.text > settings::MAX_TEXT_BYTES {
            return Err(Refusal::TooMuch(Excess::Text));
        }
        Ok(())
    }

    /// Pays for a thing that is kept beside its text: a sheet, a row, a box.
    pub(super) fn thing(&mut self) -> Result<(), Refusal> {
        self.text(64)
    }

    /// Pays for columns that are hidden and notes them.
    pub(super) fn hide(&mut self, hidden: &mut BTreeSet<u32>, columns: Range<u32>) -> Result<(), Refusal> {
        if hidden.len() > LAST_COLUMN as usize {
            // All of them are hidden already.
            return Ok(());
        }
        self.text(columns.len() * 8)?;
        hidden.extend(columns);
        Ok(())
    }

    /// Pays for a cell and puts it into the sheet; a cell that shows nothing and has no formula is none.
    pub(super) fn put(&mut self, sheet: &mut Sheet, at: (u32, u32), cell: Cell) -> Result<(), Refusal> {
        let empty = matches!(&cell.value, Value::Text(text) if text.is_empty());
        if empty {
            return Ok(());
        }
        self.cells += 1;
        if self.cells > settings::MAX_CELLS {
            return Err(Refusal::TooMuch(Excess::Cells));
        }
        let words = match &cell.value {
            Value::Text(text) | Value::Date(text) | Value::Error(text) => text.len(),
            Value::Number(_) | Value::Bool(_) | Value::NoResult => 0,
        };
        self.text(words + cell.formula.as_ref().map_or(0, String::len))?;
        let before = sheet.cells.insert(at, cell);
        if before.is_some_and(|before| sheet.cells.get(&at) != Some(&before)) {
            sheet.twice.insert(at);
        }
        Ok(())
    }

    /// Pays for a merged block and puts it into the sheet; a block of one cell is none.
    pub(super) fn merge(&mut self, sheet: &mut Sheet, block: Merge) -> Result<(), Refusal> {
        // A block that claims to go on for ever ends with the sheet.
        let block = Merge {
            last_row: block.last_row.min(LAST_ROW),
            last_column: block.last_column.min(LAST_COLUMN),
            ..block
        };
        if block.first_row >= block.last_row && block.first_column >= block.last_column {
            return Ok(());
        }
        self.merges += 1;
        if self.merges > settings::MAX_MERGES {
            return Err(Refusal::TooMuch(Excess::Cells));
        }
        sheet.merges.push(block);
        Ok(())
    }
}

/// Puts a sheet's parts in order and forgets what is hidden where nothing stands.
pub(super) fn finish(sheet: &mut Sheet) {
    sheet.merges.sort_unstable();
    sheet.merges.dedup();
    let cells: &BTreeMap<(u32, u32), Cell> = &sheet.cells;
    if let Some(rows) = &mut sheet.hidden_rows {
        rows.retain(|row| cells.range((*row, 0)..=(*row, u32::MAX)).next().is_some());
    }
}
