//! A sheet as a person sees it, whatever the format: only the cells that hold something, in order.
//!
//! The readers in `container` fill it; the readers in `table` understand it. No type of an outside package passes.

use std::collections::{BTreeMap, BTreeSet};

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, as stored.
    Text(String),
    /// A number, as stored.
    Number(f64),
    /// A date or time, written as Excel would show it.
    Date(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error value such as `#NAME?`.
    Error(String),
    /// A formula whose result was never stored.
    NoResult,
}

/// One cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub value: Value,
    /// Its formula without the equals sign, if it has one.
    pub formula: Option<String>,
}

/// A block of merged cells; rows and columns from 0, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// First row.
    pub first_row: u32,
    /// First column.
    pub first_column: u32,
    /// Last row, inside the block.
    pub last_row: u32,
    /// Last column, inside the block.
    pub last_column: u32,
}

/// One sheet. Rows and columns count from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Name on the tab.
    pub name: String,
    /// Whether the tab is hidden.
    pub hidden: bool,
    /// Cells by row and column.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Merged blocks, in order.
    pub merges: Vec<Merge>,
    /// Hidden, filtered or collapsed rows; `None` where the format's reader cannot tell.
    pub hidden_rows: Option<BTreeSet<u32>>,
    /// Hidden columns; `None` where the format's reader cannot tell.
    pub hidden_columns: Option<BTreeSet<u32>>,
    /// Texts that stand in text boxes or shapes over the sheet.
    pub text_boxes: Vec<String>,
}

/// Name of a column as Excel shows it: 0 is `A`, 26 is `AA`.
pub fn column_name(column: u32) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default());
        rest = (rest - 1) / 26;
    }
    name.reverse();
    String::from_utf8(name).unwrap_or_default()
}

/// Name of a cell as Excel shows it: row 8, column 3 is `D9`.
pub fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_excel_shows_them() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (8, 3, "D9"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (1, 701, "ZZ2"),
            (1, 702, "AAA2"),
        ] {
            assert_eq!(cell_name(row, column), name);
        }
    }
}
