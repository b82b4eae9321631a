//! Opens one spreadsheet file, whatever its format, and gives its sheets. Calamine comes in only here.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Dimensions, Reader, SheetVisible, Sheets};

use super::grid::{Cell, Merge, Sheet, Value};
use crate::settings;

/// Why a file gives no sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It has no bytes.
    Empty,
    /// It is larger than a report can be.
    TooLarge,
    /// It is protected with a password.
    Password,
    /// It is something else: what the first bytes say ("PDF", "JPEG").
    NotSpreadsheet(&'static str),
    /// It is a spreadsheet and its reader gave up, in the reader's words.
    Damaged(String),
}

/// The sheets of a file, in the order of its tabs.
pub fn open(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > settings::MAX_FILE_BYTES {
        return Err(Refusal::TooLarge);
    }
    if let Some(kind) = foreign_kind(bytes) {
        return Err(Refusal::NotSpreadsheet(kind));
    }
    // Some of the format's readers panic on damaged files; the panic ends with this file.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes)))
        .unwrap_or_else(|_| Err(Refusal::Damaged("the reader stopped".to_owned())))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(refusal)?;
    let metadata = book.sheets_metadata().to_vec();
    metadata
        .iter()
        .map(|meta| {
            let range = book.worksheet_range(&meta.name).map_err(refusal)?;
            let formulas = book.worksheet_formula(&meta.name).map_err(refusal)?;
            let mut sheet = Sheet {
                name: meta.name.clone(),
                hidden: meta.visible != SheetVisible::Visible,
                cells: cells(&range),
                merges: merges(&mut book, &meta.name).iter().map(merge).collect(),
                ..Sheet::default()
            };
            let start = formulas.start().unwrap_or_default();
            for (row, column, formula) in formulas.used_cells() {
                if let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) {
                    let at = (row + start.0, column + start.1);
                    sheet
                        .cells
                        .entry(at)
                        .or_insert(Cell {
                            value: Value::NoResult,
                            formula: None,
                        })
                        .formula = Some(formula.clone());
                }
            }
            sheet.merges.sort_unstable();
            Ok(sheet)
        })
        .collect()
}

fn cells(range: &calamine::Range<Data>) -> BTreeMap<(u32, u32), Cell> {
    let start = range.start().unwrap_or_default();
    range
        .used_cells()
        .filter_map(|(row, column, data)| {
            let at = (
                u32::try_from(row).ok()? + start.0,
                u32::try_from(column).ok()? + start.1,
            );
            Some((
                at,
                Cell {
                    value: value(data)?,
                    formula: None,
                },
            ))
        })
        .collect()
}

fn value(data: &Data) -> Option<Value> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) if text.is_empty() => return None,
        Data::String(text) => Value::Text(text.clone()),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(flag) => Value::Bool(*flag),
        Data::Error(error) => Value::Error(error.to_string()),
        Data::DateTime(date) => Value::Date(date.to_string()),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Date(text.clone()),
    })
}

fn merges(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn merge(block: &Dimensions) -> Merge {
    Merge {
        first_row: block.start.0,
        first_column: block.start.1,
        last_row: block.end.0,
        last_column: block.end.1,
    }
}

fn refusal(error: calamine::Error) -> Refusal {
    use calamine::{OdsError, XlsError, XlsxError};
    match error {
        calamine::Error::Xlsx(XlsxError::Password)
        | calamine::Error::Xls(XlsError::Password)
        | calamine::Error::Ods(OdsError::Password) => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}

/// What a file that is no spreadsheet is, by its first bytes; a name or extension can lie.
fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 8] = [
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf", "7z"),
        (b"BM", "BMP"),
        (b"{\\rtf", "RTF"),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| bytes.starts_with(sign))
        .map(|(_, kind)| *kind)
}
