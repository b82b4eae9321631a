//! Finds a table that we wrote in a workbook that was worked on since: sheets renamed, rows sorted, columns moved,
//! inserted or deleted, headings reworded a little, saved by another program. What the cells mean is the callers'
//! matter.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, ErrorKind};
use crate::spreadsheet::{self, Refusal, Sheet, Value, cell_name};
use crate::text::{clean, fold};
use crate::wording::workbook::heading_variants;

/// Most rows from the top in which the headings are looked for.
const HEAD_ROWS: usize = 60;
/// Longest text, in characters, that can be a heading.
const HEADING_LENGTH: usize = 80;

/// A table: where its headings stand and which column is which.
#[derive(Debug, Clone)]
pub(crate) struct Table<'s> {
    pub(crate) sheet: &'s Sheet,
    head: u32,
    columns: BTreeMap<&'static str, u32>,
}

/// Why there is no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Missing {
    /// No sheet of that name, and none with its headings.
    Sheet(String),
    /// The sheet is there and these headings are not.
    Columns(String, Vec<&'static str>),
}

/// The sheets of a workbook of ours.
pub(crate) fn open(bytes: &[u8]) -> crate::error::Result<Vec<Sheet>> {
    spreadsheet::open(bytes).map_err(|refusal| match refusal {
        Refusal::Damaged(_) => Error::new(ErrorKind::Unreadable, ""),
        Refusal::Password => Error::new(ErrorKind::PasswordProtected, ""),
        _ => Error::new(ErrorKind::NotOurWorkbook, ""),
    })
}

/// The table of the sheet of that name, or else of the first sheet that has its headings.
pub(crate) fn find<'s>(
    sheets: &'s [Sheet],
    name: &str,
    headings: &[&'static str],
    needed: &[&'static str],
) -> Result<Table<'s>, Missing> {
    let same = |sheet: &&Sheet| key(&sheet.name) == key(name);
    let named = sheets.iter().find(same);
    if let Some(table) = named.and_then(|sheet| table(sheet, headings, needed)) {
        return Ok(table);
    }
    // Under another name a sheet must look like the one that is wanted, not only have a heading or two of it.
    let alike = |table: &Table<'_>| table.columns.len() * 2 >= headings.len();
    let mut others = sheets
        .iter()
        .filter(|sheet| !same(sheet))
        .filter_map(|sheet| table(sheet, headings, needed));
    if let Some(table) = others.find(alike) {
        return Ok(table);
    }
    Err(named.map_or_else(
        || Missing::Sheet(name.to_owned()),
        |sheet| Missing::Columns(sheet.name.clone(), lacking(sheet, needed)),
    ))
}

/// The table of a sheet, if it has one with the headings that are needed.
pub(crate) fn table<'s>(
    sheet: &'s Sheet,
    headings: &[&'static str],
    needed: &[&'static str],
) -> Option<Table<'s>> {
    let rows = head_rows(sheet);
    let found = rows.into_iter().map(|row| (row, columns(sheet, row, headings)));
    let whole = found.filter(|(_, columns)| needed.iter().all(|heading| columns.contains_key(heading)));
    // The earlier of two equally good rows: `max_by_key` takes the last.
    let (head, columns) = whole.max_by_key(|(row, columns)| (columns.len(), std::cmp::Reverse(*row)))?;
    Some(Table { sheet, head, columns })
}

impl Table<'_> {
    /// The rows below the headings that hold anything.
    pub(crate) fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        let rows: BTreeSet<u32> = self
            .sheet
            .cells
            .range((self.head + 1, 0)..)
            .map(|((row, _), _)| *row)
            .collect();
        rows.into_iter()
    }

    /// The first row below the headings.
    pub(crate) fn first_row(&self) -> u32 {
        self.head + 1
    }

    /// Where a column stands.
    pub(crate) fn column(&self, heading: &'static str) -> Option<u32> {
        self.columns.get(heading).copied()
    }

    /// Whether the table has that column.
    pub(crate) fn has(&self, heading: &'static str) -> bool {
        self.columns.contains_key(heading)
    }

    /// The text of a row under a heading, as it stands; empty where there is nothing.
    pub(crate) fn text(&self, row: u32, heading: &'static str) -> String {
        let column = self.columns.get(heading);
        column.map_or_else(String::new, |column| text_at(self.sheet, row, *column))
    }

    /// The name of the cell of a row under a heading.
    pub(crate) fn cell(&self, row: u32, heading: &'static str) -> String {
        cell_name(row, self.columns.get(heading).copied().unwrap_or_default())
    }
}

/// The words of a cell; a number as a person writes it.
pub(crate) fn text_at(sheet: &Sheet, row: u32, column: u32) -> String {
    match sheet.cells.get(&(row, column)).map(|cell| &cell.value) {
        Some(Value::Text(text) | Value::Date(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(flag)) => flag.to_string(),
        Some(Value::Error(_) | Value::NoResult) | None => String::new(),
    }
}

/// What two names or short answers are compared by: case, tones and spacing do not matter.
pub(crate) fn key(text: &str) -> String {
    fold(&clean(text))
}

fn head_rows(sheet: &Sheet) -> Vec<u32> {
    let rows: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    rows.into_iter().take(HEAD_ROWS).collect()
}

/// Which column of a row carries which heading: first those with the very words, then those that hold all its words.
fn columns(sheet: &Sheet, row: u32, headings: &[&'static str]) -> BTreeMap<&'static str, u32> {
    let cells: Vec<(u32, String)> = sheet
        .cells
        .range((row, 0)..=(row, u32::MAX))
        .map(|((_, column), _)| (*column, text_at(sheet, row, *column)))
        .filter(|(_, text)| text.chars().count() <= HEADING_LENGTH)
        .map(|(column, text)| (column, key(&text)))
        .collect();
    let mut found = BTreeMap::new();
    for fits in [is_heading, has_words] {
        for heading in headings {
            if found.contains_key(heading) {
                continue;
            }
            let free = |column: &u32| !found.values().any(|taken| taken == column);
            let hit = cells
                .iter()
                .find(|(column, text)| free(column) && fits(text, heading));
            if let Some((column, _)) = hit {
                found.insert(*heading, *column);
            }
        }
    }
    found
}

fn is_heading(text: &str, heading: &str) -> bool {
    text == key(heading)
        || heading_variants(heading)
            .iter()
            .any(|variant| text == key(variant))
}

fn has_words(text: &str, heading: &str) -> bool {
    let wanted = key(heading);
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let mut wanted = wanted
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    !text.is_empty() && wanted.all(|word| words.contains(word))
}

/// The headings that the best row of a sheet lacks.
fn lacking(sheet: &Sheet, needed: &[&'static str]) -> Vec<&'static str> {
    let rows = head_rows(sheet)
        .into_iter()
        .map(|row| columns(sheet, row, needed));
    let best = rows.max_by_key(BTreeMap::len).unwrap_or_default();
    needed
        .iter()
        .copied()
        .filter(|heading| !best.contains_key(heading))
        .collect()
}
