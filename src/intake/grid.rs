//! A sheet as a person sees it, whatever the format: only the cells that hold something, in order.
//!
//! The readers in `container` fill it; the readers in `table` understand it. No type of an outside package passes.

use std::collections::{BTreeMap, BTreeSet};

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
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
pub(crate) struct Cell {
    /// What it shows.
    pub(crate) value: Value,
    /// Its formula without the equals sign, if it has one.
    pub(crate) formula: Option<String>,
}

/// A block of merged cells; rows and columns from 0, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merge {
    pub(crate) first_row: u32,
    pub(crate) first_column: u32,
    pub(crate) last_row: u32,
    pub(crate) last_column: u32,
}

/// One sheet. Rows and columns count from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    /// Name on the tab.
    pub(crate) name: String,
    /// Whether the tab is hidden.
    pub(crate) hidden: bool,
    /// Cells by row and column.
    pub(crate) cells: BTreeMap<(u32, u32), Cell>,
    /// Merged blocks, in order.
    pub(crate) merges: Vec<Merge>,
    /// Hidden, filtered or collapsed rows; `None` where the format's reader cannot tell.
    pub(crate) hidden_rows: Option<BTreeSet<u32>>,
    /// Hidden columns; `None` where the format's reader cannot tell.
    pub(crate) hidden_columns: Option<BTreeSet<u32>>,
    /// Texts that stand in text boxes or shapes over the sheet.
    pub(crate) text_boxes: Vec<String>,
}

/// Name of a column as Excel shows it: 0 is `A`, 26 is `AA`.
pub(crate) fn column_name(column: u32) -> String {
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
pub(crate) fn cell_name(row: u32, column: u32) -> String {
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
