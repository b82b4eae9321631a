//! The cells of one sheet as they stream past, with what hides them and what merges them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Shared, rich_text, unescape};
use crate::spreadsheet::budget::Budget;
use crate::spreadsheet::container::{Fault, Refusal};
use crate::spreadsheet::grid::{Cell, LAST_COLUMN, LAST_ROW, Sheet, Value, cell_at, parse_range};
use crate::spreadsheet::xml::{Node, Tag, Xml};

/// Reads a sheet; gives the relation of its drawing, if it has one.
pub(super) fn read(
    xml: &mut Xml<'_>,
    shared: &Shared,
    budget: &mut Budget,
    sheet: &mut Sheet,
) -> Result<Option<String>, Refusal> {
    let mut reader = Reader {
        shared,
        budget,
        sheet,
        row: None,
        column: None,
        hidden_rows: BTreeSet::new(),
        hidden_columns: BTreeSet::new(),
        formulas: BTreeMap::new(),
        drawing: None,
    };
    while let Some(node) = xml.next()? {
        if let Node::Open(tag) = node {
            match tag.name() {
                "c" => {
                    let start = Start::of(&tag);
                    reader.cell(xml, start)?;
                }
                // Older copies of the same content for older programs.
                "Fallback" => xml.skip()?,
                _ => reader.element(&tag)?,
            }
        }
    }
    if shared.strings.is_none() && reader.is_wordless() {
        return Err(Refusal::Damaged(Fault::PartMissing));
    }
    let (rows, columns, drawing) = (reader.hidden_rows, reader.hidden_columns, reader.drawing);
    sheet.hidden_rows = Some(rows);
    sheet.hidden_columns = Some(columns);
    Ok(drawing)
}

/// What a cell shows whose text is not there.
const NO_TEXT: &str = "#STRING!";

struct Reader<'a> {
    shared: &'a Shared,
    budget: &'a mut Budget,
    sheet: &'a mut Sheet,
    /// The row and the column read last.
    row: Option<u32>,
    column: Option<u32>,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    /// Formulas that other cells share, by their index.
    formulas: BTreeMap<u32, String>,
    drawing: Option<String>,
}

/// What the beginning of a cell says.
struct Start {
    reference: Option<(u32, u32)>,
    kind: String,
    style: usize,
}

impl Start {
    fn of(tag: &Tag<'_>) -> Self {
        Self {
            reference: tag.attribute("r").and_then(|name| cell_at(&name)),
            kind: tag.attribute("t").unwrap_or_default(),
            style: tag.number("s").unwrap_or(0),
        }
    }
}

impl Reader<'_> {
    fn element(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        match tag.name() {
            "row" => self.start_row(tag),
            "col" => self.columns(tag)?,
            "mergeCell" => {
                if let Some(block) = tag.attribute("ref").and_then(|name| parse_range(&name)) {
                    self.budget.merge(self.sheet, block)?;
                }
            }
            "drawing" => self.drawing = tag.attribute("id"),
            _ => {}
        }
        Ok(())
    }

    /// Rows without a number follow one another; one beyond the grid is taken as if it had none.
    fn start_row(&mut self, tag: &Tag<'_>) {
        let next = self.row.map_or(0, |row| row + 1);
        let given = tag.number::<u32>("r").and_then(|row| row.checked_sub(1));
        let row = given.filter(|row| *row <= LAST_ROW).unwrap_or(next).min(LAST_ROW);
        self.row = Some(row);
        self.column = None;
        let flat = tag.number::<f64>("ht").is_some_and(|height| height <= 0.0);
        if tag.flag("hidden") || flat {
            self.hidden_rows.insert(row);
        }
    }

    fn columns(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        let flat = tag.number::<f64>("width").is_some_and(|width| width <= 0.0);
        if !(tag.flag("hidden") || flat) {
            return Ok(());
        }
        let bound = |name| {
            tag.number::<u32>(name)
                .unwrap_or(1)
                .saturating_sub(1)
                .min(LAST_COLUMN)
        };
        let columns = bound("min")..bound("max") + 1;
        self.budget.hide(&mut self.hidden_columns, columns)
    }

    /// Where a cell stands: as it says, or after the one before it. What it says must lie inside the grid.
    fn place(&mut self, reference: Option<(u32, u32)>) -> (u32, u32) {
        let next = (
            self.row.unwrap_or(0),
            self.column.map_or(0, |column| column + 1).min(LAST_COLUMN),
        );
        let at = reference.unwrap_or(next);
        self.row = Some(at.0);
        self.column = Some(at.1);
        at
    }

    fn cell(&mut self, xml: &mut Xml<'_>, start: Start) -> Result<(), Refusal> {
        let at = self.place(start.reference);
        let (mut formula, mut stored, mut inline) = (None, None, None);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) if tag.name() == "f" => {
                    let group = tag.number::<u32>("si");
                    let text = element_text(xml, "f")?;
                    formula = Some(self.formula(group, text)?);
                }
                Node::Open(tag) if tag.name() == "v" => stored = Some(element_text(xml, "v")?),
                Node::Open(tag) if tag.name() == "is" => inline = Some(rich_text(xml, "is")?),
                Node::Close(end) if end.name() == "c" => break,
                _ => {}
            }
        }
        let value = match inline {
            Some(text) => Some(Value::Text(text)),
            None => self.value(&start, stored.as_deref(), formula.is_some()),
        };
        let Some(value) = value else { return Ok(()) };
        let capitals = self.shared.styles.capitals.get(start.style).copied();
        if capitals == Some(true) {
            self.budget.thing()?;
            self.sheet.capitals.insert(at);
        }
        self.budget.put(self.sheet, at, Cell { value, formula })
    }

    /// Cells that share a formula name it by its index; only the first of them spells it.
    fn formula(&mut self, group: Option<u32>, text: String) -> Result<String, Refusal> {
        let Some(group) = group else { return Ok(text) };
        if text.is_empty() {
            return Ok(self.formulas.get(&group).cloned().unwrap_or_default());
        }
        self.budget.text(text.len())?;
        self.budget.thing()?;
        self.formulas.insert(group, text.clone());
        Ok(text)
    }

    /// What the cell shows; nothing for a cell without content.
    fn value(&self, start: &Start, stored: Option<&str>, computed: bool) -> Option<Value> {
        let missing = computed.then_some(Value::NoResult);
        let Some(stored) = stored else { return missing };
        if start.kind == "str" {
            return Some(Value::Text(unescape(stored)));
        }
        let stored = stored.trim();
        if stored.is_empty() {
            // A text with an empty index is an empty cell, not the first text of the list.
            return missing;
        }
        Some(match start.kind.as_str() {
            "s" => self.shared_string(stored),
            "b" => Value::Bool(stored == "1" || stored == "true"),
            "e" => Value::Error(stored.to_owned()),
            "d" => Value::Date(self.shared.styles.dates.iso(stored)),
            "inlineStr" => Value::Text(unescape(stored)),
            _ => match stored.parse::<f64>() {
                Ok(number) => self.shared.styles.dates.value(number, start.style),
                Err(_) => Value::Text(unescape(stored)),
            },
        })
    }

    /// Whether the sheet has texts, and each of them stands in a part that is not there.
    fn is_wordless(&self) -> bool {
        let mut values = self.sheet.cells.values().map(|cell| &cell.value);
        let lost = values
            .clone()
            .any(|value| matches!(value, Value::Error(shown) if shown == NO_TEXT));
        lost && !values.any(|value| matches!(value, Value::Text(_)))
    }

    /// A text by its index; an index that leads nowhere makes an error cell, which is then named.
    fn shared_string(&self, index: &str) -> Value {
        let strings = self.shared.strings.as_deref().unwrap_or_default();
        let text = index.parse::<usize>().ok().and_then(|index| strings.get(index));
        text.map_or_else(
            || Value::Error(NO_TEXT.to_owned()),
            |text| Value::Text(text.clone()),
        )
    }
}

/// The text of an element up to its end.
fn element_text(xml: &mut Xml<'_>, element: &str) -> Result<String, Refusal> {
    let mut text = String::new();
    while let Some(node) = xml.next()? {
        match node {
            Node::Text(part) => text.push_str(&part),
            Node::Close(end) if end.name() == element => break,
            _ => {}
        }
    }
    Ok(text)
}
