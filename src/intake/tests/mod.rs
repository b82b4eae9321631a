//! Tables as ninety-two offices fill them in, and what a careful person reads in each.
//!
//! A sheet is drawn as text: a line a row, cells parted by `|`, `^` for a cell merged with the one above, `<` for one
//! merged with the one to its left, `\n` for a line break in a cell. What is read is listed as `cell person: text`.

mod beside;
mod cards;
mod cells;
mod document_parts;
mod document_speakers;
mod documents;
mod entries;
mod header;
mod invariants;
mod none;
mod speakers;

use super::table::{self, SheetRead};
use crate::spreadsheet::{Cell, Merge, Sheet, Value};

pub(super) fn cell(value: Value) -> Cell {
    Cell { value, formula: None }
}

pub(super) fn draw(drawing: &str) -> Sheet {
    let mut sheet = Sheet {
        name: "Sheet1".to_owned(),
        ..Sheet::default()
    };
    for (row, line) in (0_u32..).zip(drawing.trim_matches('\n').lines()) {
        for (column, text) in (0_u32..).zip(line.split('|')) {
            let text = text.trim().replace("\\n", "\n");
            match text.as_str() {
                "" => {}
                "^" => grow(&mut sheet, row - 1, column, row, column),
                "<" => grow(&mut sheet, row, column - 1, row, column),
                _ => {
                    let value = match text.parse::<f64>() {
                        Ok(number) => Value::Number(number),
                        Err(_) if text.starts_with('#') => Value::Error(text),
                        Err(_) => Value::Text(text),
                    };
                    sheet.cells.insert((row, column), cell(value));
                }
            }
        }
    }
    sheet.merges.sort_unstable();
    sheet
}

pub(super) fn grow(sheet: &mut Sheet, from_row: u32, from_column: u32, row: u32, column: u32) {
    let holds = |m: &Merge| {
        (m.first_row..=m.last_row).contains(&from_row)
            && (m.first_column..=m.last_column).contains(&from_column)
    };
    match sheet.merges.iter_mut().find(|merge| holds(merge)) {
        Some(merge) => {
            merge.last_row = merge.last_row.max(row);
            merge.last_column = merge.last_column.max(column);
        }
        None => sheet.merges.push(Merge {
            first_row: from_row,
            first_column: from_column,
            last_row: row,
            last_column: column,
        }),
    }
}

pub(super) fn opinions(read: &SheetRead) -> Vec<String> {
    let rows = read.tables.iter().flat_map(|table| &table.rows);
    rows.filter(|row| row.aside.is_none())
        .map(|row| {
            format!(
                "{} {}: {}",
                row.cell,
                row.person,
                row.repaired.as_ref().unwrap_or(&row.text).replace('\n', "\\n")
            )
        })
        .collect()
}

/// The opinions without their cells.
pub(super) fn opinions_said(read: &SheetRead) -> Vec<String> {
    let all = opinions(read).into_iter();
    all.map(|one| {
        one.split_once(' ')
            .map_or(one.clone(), |(_, said)| said.to_owned())
    })
    .collect()
}

pub(super) fn check(what: &str, drawing: &str, expected: &[&str]) -> SheetRead {
    let read = table::read(&draw(drawing));
    assert_eq!(opinions(&read), expected, "{what}: {read:#?}");
    read
}

pub(super) fn found(read: &SheetRead) -> Vec<String> {
    read.findings
        .iter()
        .map(|(cell, kind)| {
            let kind = format!("{kind:?}");
            let kind = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
            format!("{} {kind}", cell.as_deref().unwrap_or("-"))
        })
        .collect()
}
