//! Binary Excel files (.xlsb).
//!
//! Read here and not through calamine, whose reader of this format panics on one wrong index and tells neither hidden
//! rows nor merged blocks. Calamine only spells the formulas, in which words may stand that Excel took for one: where it
//! gives up, the cells are read all the same.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, Xlsb};

use super::budget::{Budget, finish};
use super::container::{Fault, Refusal, in_place_of};
use super::date::Dates;
use super::grid::{Cell, LAST_COLUMN, LAST_ROW, Merge, Sheet, Value};
use super::ole::{half, word};
use super::package::Package;
use super::xls::{error_name, packed_number, real};

type Formulas = BTreeMap<(u32, u32), String>;

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    part: String,
}

/// What the cells of every sheet refer to.
struct Shared {
    strings: Vec<String>,
    dates: Dates,
}

/// The sheets, in the order of their tabs; chart sheets are left out.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut budget = Budget::default();
    let root = package.relations("")?;
    let workbook = root.of_kind("officeDocument").find(|part| package.has(part));
    let workbook = workbook.unwrap_or("xl/workbook.bin").to_owned();
    let relations = package.relations(&workbook)?;
    let part = |kind: &str, usual: &str| relations.of_kind(kind).next().unwrap_or(usual).to_owned();
    let mut dates = Dates::default();
    let book = package
        .bytes(&workbook)?
        .ok_or(Refusal::Damaged(Fault::PartMissing))?;
    let listed = list(&book, &mut dates, |id| relations.target(id).map(str::to_owned));
    let styles = package.bytes(&part("styles", "xl/styles.bin"))?;
    read_styles(&styles.unwrap_or_default(), &mut dates);
    let strings = package.bytes(&part("sharedStrings", "xl/sharedStrings.bin"))?;
    let strings = shared_strings(&strings.unwrap_or_default(), &mut budget)?;
    let shared = Shared { strings, dates };
    let mut formulas = spelled(bytes, &listed, &mut budget)?;
    let mut sheets = Vec::new();
    for Listed { name, hidden, part } in listed {
        let own = formulas.remove(&name).unwrap_or_default();
        sheets.push(match sheet(&mut package, &part, &shared, own, &mut budget) {
            Ok(read) => Sheet { name, hidden, ..read },
            Err(refusal) => in_place_of(refusal, name, hidden)?,
        });
    }
    Ok(sheets)
}

/// The sheets that hold cells, in the order of the tabs.
fn list(workbook: &[u8], dates: &mut Dates, target: impl Fn(&str) -> Option<String>) -> Vec<Listed> {
    let mut listed = Vec::new();
    for (id, data) in Records(workbook) {
        match id {
            0x0099 => dates.count_from_1904(word(data, 0).is_some_and(|flags| flags & 1 != 0)),
            0x009c => {
                let relation = wide_text(data, 8).unwrap_or_default();
                let name = 8 + 4 + relation.encode_utf16().count() * 2;
                let part = target(&relation).unwrap_or_default();
                let is_table = ["chartsheet", "dialogsheet", "macrosheet"]
                    .iter()
                    .all(|kind| !part.to_lowercase().contains(kind));
                if is_table {
                    listed.push(Listed {
                        name: wide_text(data, name).unwrap_or_default(),
                        hidden: word(data, 0) != Some(0),
                        part,
                    });
                }
            }
            _ => {}
        }
    }
    listed
}

/// How each cell style shows numbers.
fn read_styles(part: &[u8], dates: &mut Dates) {
    let mut in_cell_styles = false;
    for (id, data) in Records(part) {
        let number = |at: usize| u32::from(half(data, at).unwrap_or(0));
        match id {
            0x002c => dates.format(number(0), &wide_text(data, 2).unwrap_or_default()),
            0x0269 => in_cell_styles = true,
            0x026a => in_cell_styles = false,
            0x002f if in_cell_styles => dates.style(number(2)),
            _ => {}
        }
    }
}

fn shared_strings(part: &[u8], budget: &mut Budget) -> Result<Vec<String>, Refusal> {
    let mut strings = Vec::new();
    for (_, data) in Records(part).filter(|(id, _)| *id == 0x0013) {
        let text = wide_text(data, 1).unwrap_or_default();
        budget.text(text.len() / 2 + std::mem::size_of::<String>() / 2)?;
        strings.push(text);
    }
    Ok(strings)
}

/// The formulas of each sheet as far as calamine can spell them; none behind one that it cannot.
fn spelled(
    bytes: &[u8],
    listed: &[Listed],
    budget: &mut Budget,
) -> Result<BTreeMap<String, Formulas>, Refusal> {
    let mut spelled = BTreeMap::new();
    if !is_whole(bytes) {
        return Ok(spelled);
    }
    let opened = catch_unwind(|| Xlsb::new(Cursor::new(bytes)).ok());
    let Ok(Some(mut book)) = opened else {
        return Ok(spelled);
    };
    for Listed { name, .. } in listed {
        let read = catch_unwind(AssertUnwindSafe(|| formulas(&mut book, name, budget)));
        // A panic may leave the book in any state.
        let Ok(read) = read else { break };
        spelled.insert(name.clone(), read?);
    }
    Ok(spelled)
}

/// Whether every part that calamine may read has the size and the checksum that it says: calamine asks for neither.
fn is_whole(bytes: &[u8]) -> bool {
    let Ok(mut package) = Package::open(bytes) else {
        return false;
    };
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let mut used = names
        .iter()
        .filter(|name| name.ends_with(".bin") || name.ends_with(".rels"));
    used.all(|name| package.bytes(name).is_ok())
}

fn formulas(book: &mut Xlsb<Cursor<&[u8]>>, sheet: &str, budget: &mut Budget) -> Result<Formulas, Refusal> {
    let mut formulas = Formulas::new();
    let Ok(mut reader) = book.worksheet_cells_reader(sheet) else {
        return Ok(formulas);
    };
    while let Ok(Some(cell)) = reader.next_formula() {
        budget.text(cell.get_value().len() + 16)?;
        formulas.insert(cell.get_position(), cell.get_value().clone());
    }
    Ok(formulas)
}

/// What one sheet's part holds.
fn sheet(
    package: &mut Package<'_>,
    part: &str,
    shared: &Shared,
    mut formulas: Formulas,
    budget: &mut Budget,
) -> Result<Sheet, Refusal> {
    let part = package.bytes(part)?.ok_or(Refusal::Damaged(Fault::PartMissing))?;
    let mut sheet = Sheet::default();
    let (mut row, mut ended) = (0, false);
    for (id, data) in Records(&part) {
        ended |= id == END_OF_CELLS;
        if id == 0 {
            row = word(data, 0).unwrap_or(u32::MAX);
            continue;
        }
        let (Some(value), Some(column)) = (shared.value(id, data), word(data, 0)) else {
            continue;
        };
        let formula = (0x08..=0x0b)
            .contains(&id)
            .then(|| formulas.remove(&(row, column)).unwrap_or_default());
        if row <= LAST_ROW && column <= LAST_COLUMN {
            budget.put(&mut sheet, (row, column), Cell { value, formula })?;
        }
    }
    if !ended {
        return Err(Refusal::Damaged(Fault::CutOff));
    }
    layout(&part, &mut sheet, budget)?;
    finish(&mut sheet);
    Ok(sheet)
}

/// The record behind the last cell of a sheet.
const END_OF_CELLS: u32 = 0x92;

impl Shared {
    /// What a cell's record shows; nothing if it is no cell's or an empty one's.
    fn value(&self, id: u32, data: &[u8]) -> Option<Value> {
        const VALUE: usize = 8;
        let number = |number: f64| {
            let style = word(data, 4).unwrap_or(0) & 0x00ff_ffff;
            self.dates.value(number, style as usize)
        };
        let byte = || data.get(VALUE).copied();
        Some(match id {
            0x02 => number(packed_number(word(data, VALUE)?)),
            0x03 | 0x0b => Value::Error(error_name(byte()?).to_owned()),
            0x04 | 0x0a => Value::Bool(byte()? != 0),
            0x05 | 0x09 => number(real(data, VALUE)?),
            0x06 | 0x08 => shown(wide_text(data, VALUE).as_deref()),
            0x3e => shown(wide_text(data, VALUE + 1).as_deref()),
            0x07 => shown(self.strings.get(word(data, VALUE)? as usize).map(String::as_str)),
            _ => return None,
        })
    }
}

/// A text; one that is not where it should be makes an error cell, which is then named.
fn shown(text: Option<&str>) -> Value {
    text.map_or_else(
        || Value::Error("#STRING!".to_owned()),
        |text| Value::Text(lines(text)),
    )
}

/// Line ends become one line feed, as the cell shows them.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A text with its length in four bytes before it; one that is cut is none.
fn wide_text(data: &[u8], at: usize) -> Option<String> {
    let length = word(data, at).filter(|length| *length != u32::MAX)? as usize;
    let start = at + 4;
    let bytes = data.get(start..start.checked_add(length.checked_mul(2)?)?)?;
    let units: Vec<u16> = bytes
        .as_chunks::<2>()
        .0
        .iter()
        .map(|unit| u16::from_le_bytes(*unit))
        .collect();
    Some(String::from_utf16_lossy(&units))
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
