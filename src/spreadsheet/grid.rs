//! A sheet as a person sees it, whatever the format: only the cells that hold something, in order.
//!
//! The readers in `container` fill it; the readers in `table` understand it. No type of an outside package passes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::container::Fault;

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
    /// How it is damaged; then it holds nothing.
    pub damaged: Option<Fault>,
    /// Cells by row and column.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Merged blocks, in order.
    pub merges: Vec<Merge>,
    /// Hidden, filtered or collapsed rows; `None` where the format's reader cannot tell.
    pub hidden_rows: Option<BTreeSet<u32>>,
    /// Hidden columns; `None` where the format's reader cannot tell.
    pub hidden_columns: Option<BTreeSet<u32>>,
    /// Cells in a font that draws small letters as capitals, as `.VnTimeH` does; empty where the reader cannot tell.
    pub capitals: BTreeSet<(u32, u32)>,
    /// Cells that the file holds more than once with other words each; the last one is kept, as it stands.
    pub twice: BTreeSet<(u32, u32)>,
    /// In how many places words of a document are formatted as hidden; they stand among the others.
    pub hidden_words: usize,
    /// In how many places a document keeps changes that nobody accepted or refused.
    pub tracked_changes: usize,
    /// Texts that stand in text boxes or shapes over the sheet.
    pub text_boxes: Vec<String>,
    /// Rows that are paragraphs of a document above or below its table.
    pub paragraphs: BTreeSet<u32>,
    /// How the fields of a text file are parted; `None` for every other format.
    pub parted: Option<Parted>,
}

impl Sheet {
    /// The sheet with the cells of some of its rows only.
    pub(crate) fn of_rows(&self, rows: RangeInclusive<u32>) -> Self {
        let cells = self.cells.range((*rows.start(), 0)..=(*rows.end(), u32::MAX));
        Self {
            cells: cells.map(|(at, cell)| (*at, cell.clone())).collect(),
            name: self.name.clone(),
            hidden_rows: self.hidden_rows.clone(),
            ..Self::default()
        }
    }
}

/// The fields of a text file. Empty ones leave no cell, so their number stands here.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parted {
    /// What stands between two fields.
    pub by: char,
    /// How many fields each row has; a row without any separator has one.
    pub fields: BTreeMap<u32, u32>,
    /// Cells that begin with a quote which is never closed, in order; the quote is left out.
    pub open: Vec<(u32, u32)>,
}

/// Whether a font of the TCVN3 family draws small letters as capitals: the code has no capitals with tones.
pub(super) fn draws_capitals(font: &str) -> bool {
    font.starts_with(".Vn") && font.ends_with('H')
}

/// Last row of a grid, from 0.
pub(super) const LAST_ROW: u32 = 1_048_575;

/// Last column of a grid, from 0.
pub(super) const LAST_COLUMN: u32 = 16_383;

/// Place of a cell by its name, `D9` or `$D$9`; nothing for what lies outside the grid or is no name.
pub fn cell_at(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().trim_start_matches('$');
    let letters = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let (column, row) = name.split_at(letters);
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let column = column.bytes().fold(0_u32, |number, letter| {
        number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = row.trim_start_matches('$').parse().ok()?;
    let at = (row.checked_sub(1)?, column - 1);
    (at.0 <= LAST_ROW && at.1 <= LAST_COLUMN).then_some(at)
}

/// A block by its name, `B2:D4`, whichever two corners are named.
pub(super) fn parse_range(name: &str) -> Option<Merge> {
    let (from, to) = name.split_once(':').unwrap_or((name, name));
    let (from, to) = (cell_at(from)?, cell_at(to)?);
    Some(Merge {
        first_row: from.0.min(to.0),
        first_column: from.1.min(to.1),
        last_row: from.0.max(to.0),
        last_column: from.1.max(to.1),
    })
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
            assert_eq!(cell_at(name), Some((row, column)));
        }
        for name in [
            "",
            "A",
            "7",
            "A0",
            "XFE1",
            "A1048577",
            "AAAA1",
            "A-1",
            "A99999999999",
        ] {
            assert_eq!(cell_at(name), None, "{name}");
        }
    }
}
