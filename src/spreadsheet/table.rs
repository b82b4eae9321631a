//! Rows and cells that come one after another, with spans: HTML, Word and OpenDocument tables, put on a sheet.

use std::collections::BTreeSet;

use super::budget::Budget;
use super::container::Refusal;
use super::grid::{Cell, LAST_COLUMN, LAST_ROW, Merge, Sheet, Value};

/// Puts cells on a sheet from left to right, passing over the places that a span from above has taken.
#[derive(Debug, Default)]
pub(super) struct Filling {
    row: u32,
    column: u32,
    taken: BTreeSet<(u32, u32)>,
}

impl Filling {
    /// Begins with the row after what the sheet holds.
    pub(super) fn after(sheet: &Sheet) -> Self {
        let row = sheet.cells.keys().next_back().map_or(0, |at| at.0 + 1);
        Self {
            row,
            ..Self::default()
        }
    }

    /// The row where the next cell is put.
    pub(super) fn first_row(&self) -> u32 {
        self.row
    }

    /// Goes on to the next row.
    pub(super) fn next_row(&mut self) {
        self.row = (self.row + 1).min(LAST_ROW);
        self.column = 0;
        self.taken = self.taken.split_off(&(self.row, 0));
    }

    /// Puts a cell that spans so many rows and columns; spans end at the grid's edge.
    pub(super) fn put(
        &mut self,
        sheet: &mut Sheet,
        budget: &mut Budget,
        cell: Option<Cell>,
        (rows, columns): (u32, u32),
    ) -> Result<(u32, u32), Refusal> {
        while self.taken.contains(&(self.row, self.column)) && self.column < LAST_COLUMN {
            self.column += 1;
        }
        let at = (self.row, self.column);
        let block = Merge {
            first_row: at.0,
            first_column: at.1,
            last_row: at.0.saturating_add(rows.max(1) - 1).min(LAST_ROW),
            last_column: at.1.saturating_add(columns.max(1) - 1).min(LAST_COLUMN),
        };
        budget.merge(sheet, block)?;
        let below = block.first_row + 1..=block.last_row;
        for row in below {
            for column in block.first_column..=block.last_column {
                budget.text(8)?;
                self.taken.insert((row, column));
            }
        }
        if let Some(cell) = cell {
            budget.put(sheet, at, cell)?;
        }
        self.column = block.last_column.saturating_add(1).min(LAST_COLUMN);
        Ok(at)
    }
}

/// A cell of words.
pub(super) fn words(text: String) -> Option<Cell> {
    (!text.is_empty()).then_some(Cell {
        value: Value::Text(text),
        formula: None,
    })
}
