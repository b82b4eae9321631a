//! The cells of one sheet, with what hides them and what merges them.

use std::collections::BTreeSet;

use super::record::{CONTINUE, Record, Records, Strings};
use super::{Globals, formula};
use crate::spreadsheet::budget::Budget;
use crate::spreadsheet::container::{Fault, Refusal};
use crate::spreadsheet::grid::{Cell, Merge, Sheet, Value};
use crate::spreadsheet::ole::{half, word};

/// An object that holds a comment; its text belongs to no box.
const COMMENT: u16 = 0x19;

/// Reads a sheet from its first record on; gives how many bytes it has.
pub(super) fn read(
    stream: &[u8],
    globals: &Globals,
    budget: &mut Budget,
    sheet: &mut Sheet,
) -> Result<usize, Refusal> {
    let mut reader = Reader {
        globals,
        budget,
        sheet,
        hidden_rows: BTreeSet::new(),
        hidden_columns: BTreeSet::new(),
        waiting: None,
    };
    let mut records = Records::new(stream);
    // Charts in a sheet are streams within the stream; their numbers are no cells.
    let mut depth = 0_usize;
    let mut object = 0;
    while let Some(record) = records.next()? {
        match record.id {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            _ if depth > 1 => {}
            0x005d => object = half(record.data, 4).unwrap_or(0),
            0x01b6 => {
                let parts = records.continued(&[])?;
                if object != COMMENT {
                    reader.text_box(&record, parts)?;
                }
            }
            _ => {
                // Between a formula and its text stand only what it shares with other cells.
                if !matches!(record.id, 0x0207 | 0x0221 | 0x04bc | 0x0236 | CONTINUE) {
                    reader.without_text()?;
                }
                reader.record(&record)?;
            }
        }
    }
    reader.without_text()?;
    let (rows, columns) = (reader.hidden_rows, reader.hidden_columns);
    sheet.hidden_rows = Some(rows);
    sheet.hidden_columns = Some(columns);
    Ok(stream.len() - records.left())
}

struct Reader<'a> {
    globals: &'a Globals,
    budget: &'a mut Budget,
    sheet: &'a mut Sheet,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    /// The formula whose text comes in the next record.
    waiting: Option<((u32, u32), String)>,
}

impl Reader<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let data = record.data;
        match record.id {
            0x0208 => self.row(data),
            0x007d => self.columns(data)?,
            0x00e5 => self.merges(data)?,
            0x0203 => self.number(data, real(data, 6))?,
            0x027e => self.number(data, word(data, 6).map(packed_number))?,
            0x00bd => self.numbers(data)?,
            0x0205 => self.put(data, bool_or_error(data.get(6), data.get(7)))?,
            0x00fd => self.put(data, Some(self.shared_string(data)))?,
            0x0204 | 0x00d6 => self.put(data, self.globals.text(data, 6, true).map(Value::Text))?,
            0x0006 => self.formula(data)?,
            0x0207 => self.formula_text(data)?,
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, data: &[u8]) {
        if half(data, 12).is_some_and(|options| options & 0x20 != 0) {
            self.hidden_rows.extend(half(data, 0).map(u32::from));
        }
    }

    fn columns(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let hidden = half(data, 8).is_some_and(|options| options & 1 != 0);
        if let (true, Some(first), Some(last)) = (hidden, half(data, 0), half(data, 2)) {
            let columns = u32::from(first)..u32::from(last.min(255)) + 1;
            self.budget.hide(&mut self.hidden_columns, columns)?;
        }
        Ok(())
    }

    fn merges(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let bound = |at: usize| half(data, at).map(u32::from);
        for at in (2..data.len()).step_by(8) {
            let corners = (bound(at), bound(at + 2), bound(at + 4), bound(at + 6));
            if let (Some(first_row), Some(last_row), Some(first_column), Some(last_column)) = corners {
                let block = Merge {
                    first_row,
                    first_column,
                    last_row,
                    last_column,
                };
                self.budget.merge(self.sheet, block)?;
            }
        }
        Ok(())
    }

    fn put(&mut self, data: &[u8], value: Option<Value>) -> Result<(), Refusal> {
        let (Some(at), Some(value)) = (place(data), value) else {
            return Err(Refusal::Damaged(Fault::Broken));
        };
        let style = usize::from(half(data, 4).unwrap_or(0));
        if self.globals.capitals.get(style) == Some(&true) {
            self.budget.thing()?;
            self.sheet.capitals.insert(at);
        }
        self.budget.put(self.sheet, at, Cell { value, formula: None })
    }

    fn number(&mut self, data: &[u8], number: Option<f64>) -> Result<(), Refusal> {
        let style = usize::from(half(data, 4).unwrap_or(0));
        self.put(data, number.map(|number| self.globals.dates.value(number, style)))
    }

    /// Several numbers side by side.
    fn numbers(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let Some((row, first)) = place(data) else {
            return Ok(());
        };
        let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
        for (column, cell) in (first..).zip(cells.chunks_exact(6)) {
            let style = usize::from(half(cell, 0).unwrap_or(0));
            let number = word(cell, 2).map(packed_number).unwrap_or_default();
            let value = self.globals.dates.value(number, style);
            self.budget
                .put(self.sheet, (row, column), Cell { value, formula: None })?;
        }
        Ok(())
    }

    /// A text by its index; an index that leads nowhere makes an error cell, which is then named.
    fn shared_string(&self, data: &[u8]) -> Value {
        let text = word(data, 6).and_then(|index| self.globals.strings.get(index as usize));
        text.map_or_else(
            || Value::Error("#STRING!".to_owned()),
            |text| Value::Text(text.clone()),
        )
    }

    fn formula(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let at = place(data).ok_or(Refusal::Damaged(Fault::Broken))?;
        let length = usize::from(half(data, 20).unwrap_or(0));
        let tokens = data.get(22..).unwrap_or_default();
        let tokens = tokens.get(..length.min(tokens.len())).unwrap_or_default();
        let text = formula::text(tokens, self.globals).unwrap_or_default();
        let value = if half(data, 12) == Some(0xffff) {
            match data.get(6) {
                Some(0) => {
                    self.waiting = Some((at, text));
                    return Ok(());
                }
                Some(1) => bool_or_error(data.get(8), Some(&0)),
                Some(2) => bool_or_error(data.get(8), Some(&1)),
                // An empty text, where the formula was calculated.
                _ if self.globals.calculated => return Ok(()),
                _ => None,
            }
        } else if half(data, 14).is_some_and(|options| options & 2 != 0) && data.get(6..14) == Some(&[0; 8]) {
            // To be calculated when the file is opened, and nothing was until now.
            None
        } else {
            let style = usize::from(half(data, 4).unwrap_or(0));
            real(data, 6).map(|number| self.globals.dates.value(number, style))
        };
        let value = value.unwrap_or(Value::NoResult);
        self.budget.put(
            self.sheet,
            at,
            Cell {
                value,
                formula: Some(text),
            },
        )
    }

    /// A formula whose text never came has no result.
    fn without_text(&mut self) -> Result<(), Refusal> {
        let Some((at, formula)) = self.waiting.take() else {
            return Ok(());
        };
        let (value, formula) = (Value::NoResult, Some(formula));
        self.budget.put(self.sheet, at, Cell { value, formula })
    }

    fn formula_text(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let Some((at, formula)) = self.waiting.take() else {
            return Ok(());
        };
        let value = Value::Text(self.globals.text(data, 0, true).unwrap_or_default());
        self.budget.put(
            self.sheet,
            at,
            Cell {
                value,
                formula: Some(formula),
            },
        )
    }

    fn text_box(&mut self, record: &Record<'_>, parts: Vec<&[u8]>) -> Result<(), Refusal> {
        let length = usize::from(half(record.data, 10).unwrap_or(0));
        let text = if self.globals.unicode {
            let parts = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Strings::new(parts).characters(length)
        } else {
            None
        };
        let text = text.unwrap_or_default().trim().to_owned();
        if !text.is_empty() {
            self.budget.text(text.len())?;
            self.budget.thing()?;
            self.sheet.text_boxes.push(text);
        }
        Ok(())
    }
}

fn place(data: &[u8]) -> Option<(u32, u32)> {
    Some((u32::from(half(data, 0)?), u32::from(half(data, 2)?)))
}

/// An eight-byte number.
pub(in crate::spreadsheet) fn real(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at.checked_add(8)?)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// A number in four bytes: the upper part of a real number or a whole one, perhaps in hundredths.
pub(in crate::spreadsheet) fn packed_number(packed: u32) -> f64 {
    let number = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    if packed & 1 == 0 { number } else { number / 100.0 }
}

fn bool_or_error(value: Option<&u8>, is_error: Option<&u8>) -> Option<Value> {
    let value = *value?;
    Some(if *is_error? == 0 {
        Value::Bool(value != 0)
    } else {
        Value::Error(error_name(value).to_owned())
    })
}

/// An error value as Excel shows it.
pub(in crate::spreadsheet) fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
