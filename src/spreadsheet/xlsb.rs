//! Binary Excel files (.xlsb), through calamine's stream of cells.
//!
//! What calamine does not tell is read beside it: hidden rows and columns, merged blocks. Every part is read to its end
//! first, so that its size is known and its checksum verified before calamine is given the file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::budget::{Budget, finish};
use super::container::Refusal;
use super::date;
use super::grid::{Cell, LAST_COLUMN, LAST_ROW, Merge, Sheet, Value};
use super::ole::{half, word};
use super::package::Package;

/// The sheets, in the order of their tabs; chart sheets are left out.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut package = Package::open(bytes)?;
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    for name in names
        .iter()
        .filter(|name| name.ends_with(".bin") || name.ends_with(".rels"))
    {
        package.bytes(name)?;
    }
    let parts = sheet_parts(&mut package)?;
    let mut book: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let listed = book.sheets_metadata().to_vec();
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (meta, part) in listed.iter().zip(parts) {
        if meta.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = Sheet {
            name: meta.name.clone(),
            hidden: meta.visible != SheetVisible::Visible,
            ..Sheet::default()
        };
        cells(&mut book, &mut sheet, &mut budget).map_err(|refused| refused.0)?;
        layout(
            &package.bytes(&part)?.unwrap_or_default(),
            &mut sheet,
            &mut budget,
        )?;
        finish(&mut sheet);
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A refusal, from this side or from calamine's.
struct Refused(Refusal);

impl From<XlsbError> for Refused {
    fn from(error: XlsbError) -> Self {
        Self(refusal(&error))
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

fn refusal(error: &XlsbError) -> Refusal {
    match error {
        XlsbError::Password => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}

fn cells(book: &mut Xlsb<Cursor<&[u8]>>, sheet: &mut Sheet, budget: &mut Budget) -> Result<(), Refused> {
    let base_1904 = book.has_1904_epoch();
    let name = sheet.name.clone();
    let mut formulas = formulas(book, &name, budget)?;
    let mut reader = book.worksheet_cells_reader(&name)?;
    while let Some(cell) = reader.next_cell()? {
        let at = cell.get_position();
        let Some(value) = value(cell.get_value(), base_1904) else {
            continue;
        };
        let formula = formulas.remove(&at);
        if at.0 <= LAST_ROW && at.1 <= LAST_COLUMN {
            budget.put(sheet, at, Cell { value, formula })?;
        }
    }
    // Calamine passes over the result of a formula that is an error.
    for (at, formula) in formulas {
        let value = Value::Error("#N/A".to_owned());
        budget.put(
            sheet,
            at,
            Cell {
                value,
                formula: Some(formula),
            },
        )?;
    }
    Ok(())
}

fn formulas(
    book: &mut Xlsb<Cursor<&[u8]>>,
    sheet: &str,
    budget: &mut Budget,
) -> Result<BTreeMap<(u32, u32), String>, Refused> {
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let mut formulas = BTreeMap::new();
    while let Some(cell) = reader.next_formula()? {
        budget.text(cell.get_value().len() + 16)?;
        formulas.insert(cell.get_position(), cell.get_value().clone());
    }
    Ok(formulas)
}

fn value(data: &DataRef<'_>, base_1904: bool) -> Option<Value> {
    let text = |text: &str| Value::Text(text.replace("\r\n", "\n").replace('\r', "\n"));
    Some(match data {
        DataRef::Empty => return None,
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(flag) => Value::Bool(*flag),
        DataRef::Error(error) => Value::Error(error.to_string()),
        DataRef::DateTime(date) => {
            let number = date.as_f64();
            date::usual(number, base_1904).map_or(Value::Number(number), Value::Date)
        }
        DataRef::DateTimeIso(date) => Value::Date(date::iso(date)),
        DataRef::DurationIso(duration) => Value::Date(duration.clone()),
    })
}

/// The part of each sheet, in the order of the tabs.
fn sheet_parts(package: &mut Package<'_>) -> Result<Vec<String>, Refusal> {
    let relations = package.relations("xl/workbook.bin")?;
    let workbook = package.bytes("xl/workbook.bin")?.unwrap_or_default();
    let ids = Records(&workbook)
        .filter(|(id, _)| *id == 0x009c)
        .filter_map(|(_, data)| {
            let length = word(data, 8).filter(|length| *length != u32::MAX)? as usize;
            let units = (0..length).map_while(|unit| half(data, 12 + unit * 2));
            Some(String::from_utf16_lossy(&units.collect::<Vec<_>>()))
        });
    Ok(ids
        .map(|id| relations.target(&id).unwrap_or_default().to_owned())
        .collect())
}

/// Hidden rows and columns, and merged blocks.
fn layout(part: &[u8], sheet: &mut Sheet, budget: &mut Budget) -> Result<(), Refusal> {
    let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
    for (id, data) in Records(part) {
        let at = |offset: usize| word(data, offset).unwrap_or(0);
        match id {
            // The beginning of a row; the flag says that it has no height.
            0x0000 if data.get(11).is_some_and(|flags| flags & 0x10 != 0) => drop(rows.insert(at(0))),
            0x003c if half(data, 16).is_some_and(|flags| flags & 1 != 0) => {
                budget.hide(&mut columns, at(0).min(LAST_COLUMN)..at(4).min(LAST_COLUMN) + 1)?;
            }
            0x00b0 if data.len() >= 16 => {
                let block = Merge {
                    first_row: at(0),
                    last_row: at(4),
                    first_column: at(8),
                    last_column: at(12),
                };
                budget.merge(sheet, block)?;
            }
            _ => {}
        }
    }
    sheet.hidden_rows = Some(rows);
    sheet.hidden_columns = Some(columns);
    Ok(())
}

/// The records of a part: a number and a length of up to two and four bytes, seven bits in each.
struct Records<'a>(&'a [u8]);

impl<'a> Records<'a> {
    fn number(&mut self, most: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..most {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u32, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let id = self.number(2)?;
        let length = self.number(4)? as usize;
        let (data, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((id, data))
    }
}
