//! OpenDocument spreadsheets (.ods).
//!
//! Read here and not through calamine, which builds the whole rectangle that repeated cells span and tells neither merged
//! blocks nor hidden rows. Repeats of empty cells cost nothing; repeats of content are counted like any cells.

use std::collections::BTreeSet;

use super::budget::{Budget, finish};
use super::container::{Excess, Fault, Refusal};
use super::date;
use super::grid::{Cell, LAST_COLUMN, LAST_ROW, Merge, Sheet, Value};
use super::package::Package;
use super::xml::{Metered, Node, Tag, Xml};
use crate::settings;

/// The sheets, in the order of their tabs.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut reader = Reader::default();
    package
        .xml("content.xml", |xml| reader.read(xml))?
        .ok_or(Refusal::Damaged(Fault::PartMissing))?;
    reader.sheets.iter_mut().for_each(finish);
    Ok(reader.sheets)
}

/// The sheets of a document in one XML file (.fods).
pub(super) fn flat(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut reader = Reader::default();
    reader.read(&mut Xml::new(Metered::new(bytes, settings::MAX_PART_BYTES)))?;
    reader.sheets.iter_mut().for_each(finish);
    Ok(reader.sheets)
}

#[derive(Default)]
struct Reader {
    budget: Budget,
    sheets: Vec<Sheet>,
    /// Table styles that hide the whole sheet.
    hidden_styles: BTreeSet<String>,
    style: String,
    row: u32,
    column: u32,
    /// Next column that a column description speaks of.
    described: u32,
    /// The cells of the row being read, with how often each stands side by side.
    cells: Vec<(u32, u32, Cell)>,
    repeat_row: u32,
    hidden_row: bool,
}

/// What the beginning of a cell says.
struct Start {
    kind: String,
    value: Option<String>,
    formula: Option<String>,
    repeat: u32,
    span: (u32, u32),
}

impl Start {
    fn of(tag: &Tag<'_>) -> Self {
        // The office's own extension marks error values; the standard's attribute says "string" there.
        let kind = tag.attribute("value-type").unwrap_or_default();
        let value = [
            "value",
            "date-value",
            "time-value",
            "boolean-value",
            "string-value",
        ]
        .iter()
        .find_map(|name| tag.attribute(name));
        Self {
            kind,
            value,
            formula: tag.attribute("formula").map(|formula| bare(&formula)),
            repeat: tag
                .number("number-columns-repeated")
                .unwrap_or(1)
                .clamp(1, LAST_COLUMN + 1),
            span: (
                tag.number("number-rows-spanned").unwrap_or(1),
                tag.number("number-columns-spanned").unwrap_or(1),
            ),
        }
    }
}

/// A formula without its language, its equals sign and the brackets around what it refers to: `of:=SUM([.A1])` is
/// `SUM(A1)`.
fn bare(formula: &str) -> String {
    let (_, bare) = formula.split_once('=').unwrap_or(("", formula));
    bare.replace("[.", "").replace(']', "")
}

impl Reader {
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) => match tag.name() {
                    "tracked-changes" => xml.skip()?,
                    "table-cell" | "covered-table-cell" => {
                        let start = Start::of(&tag);
                        self.cell(xml, start)?;
                    }
                    // Boxes that hang on the sheet; those that hang on a cell are met there.
                    "text-box" | "custom-shape" => {
                        let name = tag.name().to_owned();
                        self.text_box(xml, &name)?;
                    }
                    _ => self.element(&tag)?,
                },
                Node::Close(end) if end.name() == "table-row" => self.end_row()?,
                _ => {}
            }
        }
        Ok(())
    }

    fn element(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        match tag.name() {
            "style" => self.style = tag.attribute("name").unwrap_or_default(),
            "table-properties" if tag.attribute("display").is_some_and(|shown| shown == "false") => {
                self.budget.thing()?;
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => {
                let style = tag.attribute("style-name").unwrap_or_default();
                (self.row, self.described) = (0, 0);
                self.budget.thing()?;
                self.sheets.push(Sheet {
                    name: tag.attribute("name").unwrap_or_default(),
                    hidden: self.hidden_styles.contains(&style),
                    hidden_rows: Some(BTreeSet::new()),
                    hidden_columns: Some(BTreeSet::new()),
                    ..Sheet::default()
                });
            }
            "table-column" => self.describe_columns(tag),
            "table-row" => {
                self.column = 0;
                self.cells.clear();
                self.repeat_row = tag
                    .number("number-rows-repeated")
                    .unwrap_or(1)
                    .clamp(1, LAST_ROW + 1);
                self.hidden_row = is_hidden(tag);
            }
            _ => {}
        }
        Ok(())
    }

    fn describe_columns(&mut self, tag: &Tag<'_>) {
        let repeat = tag
            .number("number-columns-repeated")
            .unwrap_or(1)
            .clamp(1, LAST_COLUMN + 1);
        let from = self.described;
        self.described = from.saturating_add(repeat).min(LAST_COLUMN + 1);
        let to = self.described;
        if let Some(columns) = self
            .sheets
            .last_mut()
            .and_then(|sheet| sheet.hidden_columns.as_mut())
            && is_hidden(tag)
        {
            columns.extend(from..to);
        }
    }

    fn cell(&mut self, xml: &mut Xml<'_>, start: Start) -> Result<(), Refusal> {
        let text = self.paragraphs(xml)?;
        let column = self.column;
        self.column = column.saturating_add(start.repeat).min(LAST_COLUMN + 1);
        if column > LAST_COLUMN {
            return Ok(());
        }
        if start.span.0 > 1 || start.span.1 > 1 {
            let block = Merge {
                first_row: self.row,
                first_column: column,
                last_row: self.row.saturating_add(start.span.0.max(1) - 1).min(LAST_ROW),
                last_column: column.saturating_add(start.span.1.max(1) - 1).min(LAST_COLUMN),
            };
            if let Some(sheet) = self.sheets.last_mut() {
                self.budget.merge(sheet, block)?;
            }
        }
        if let Some(value) = value(&start, text) {
            let cell = Cell {
                value,
                formula: start.formula,
            };
            self.cells.push((column, start.repeat, cell));
        }
        Ok(())
    }

    /// The paragraphs of a cell, a line each, without comments; text boxes in it are kept apart.
    fn paragraphs(&mut self, xml: &mut Xml<'_>) -> Result<String, Refusal> {
        let (mut text, mut inside, mut first) = (String::new(), 0_usize, true);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) => match tag.name() {
                    "annotation" => xml.skip()?,
                    "text-box" | "custom-shape" => {
                        let name = tag.name().to_owned();
                        self.text_box(xml, &name)?;
                    }
                    "p" => {
                        inside += 1;
                        if !std::mem::take(&mut first) {
                            text.push('\n');
                        }
                    }
                    name => text.push_str(&blank(name, &tag)),
                },
                Node::Close(end) => match end.name() {
                    "p" => inside = inside.saturating_sub(1),
                    "table-cell" | "covered-table-cell" => break,
                    _ => {}
                },
                Node::Text(part) if inside > 0 => text.push_str(&collapsed(&part)),
                Node::Text(_) => {}
            }
            bearable(&text)?;
        }
        Ok(text)
    }

    fn text_box(&mut self, xml: &mut Xml<'_>, element: &str) -> Result<(), Refusal> {
        let (mut text, mut inside) = (String::new(), false);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) if tag.name() == "p" => {
                    inside = true;
                    if !text.is_empty() {
                        text.push('\n');
                    }
                }
                Node::Open(tag) => text.push_str(&blank(tag.name(), &tag)),
                Node::Close(end) if end.name() == "p" => inside = false,
                Node::Close(end) if end.name() == element => break,
                Node::Text(part) if inside => text.push_str(&collapsed(&part)),
                _ => {}
            }
            bearable(&text)?;
        }
        let text = text.trim().to_owned();
        self.budget.text(text.len())?;
        self.budget.thing()?;
        if let Some(sheet) = self.sheets.last_mut()
            && !text.is_empty()
        {
            sheet.text_boxes.push(text);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        let cells = std::mem::take(&mut self.cells);
        let first = self.row;
        self.row = first.saturating_add(self.repeat_row).min(LAST_ROW + 1);
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        if cells.is_empty() {
            return Ok(());
        }
        for row in first..self.row {
            for (column, repeat, cell) in &cells {
                for column in *column..column.saturating_add(*repeat).min(LAST_COLUMN + 1) {
                    self.budget.put(sheet, (row, column), cell.clone())?;
                }
            }
            if let (true, Some(rows)) = (self.hidden_row, sheet.hidden_rows.as_mut()) {
                rows.insert(row);
            }
        }
        Ok(())
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.attribute("visibility")
        .is_some_and(|shown| shown != "visible")
}

/// A few bytes stand for many blanks, so the text is measured while it grows.
fn bearable(text: &str) -> Result<(), Refusal> {
    if text.len() > settings::MAX_TEXT_BYTES {
        return Err(Refusal::TooMuch(Excess::Text));
    }
    Ok(())
}

/// Elements that stand for blanks.
fn blank(name: &str, tag: &Tag<'_>) -> String {
    match name {
        "s" => " ".repeat(tag.number::<usize>("c").unwrap_or(1).min(1000)),
        "tab" => "\t".to_owned(),
        "line-break" => "\n".to_owned(),
        _ => String::new(),
    }
}

/// Blanks and line ends of the file itself are one blank.
fn collapsed(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c };
        if c != ' ' || !shown.ends_with(' ') {
            shown.push(c);
        }
    }
    shown
}

/// What a cell shows. The file keeps the words that were on the screen, which is what a person saw.
fn value(start: &Start, text: String) -> Option<Value> {
    let stored = start.value.as_deref().unwrap_or_default();
    if start.formula.is_some() && text.starts_with('#') && text.len() < 10 {
        return Some(Value::Error(text));
    }
    let shown = if text.is_empty() { stored.to_owned() } else { text };
    match start.kind.as_str() {
        "float" | "currency" | "percentage" => match stored.parse() {
            Ok(number) => Some(Value::Number(number)),
            Err(_) => Some(Value::Text(shown)),
        },
        "date" if shown == stored => Some(Value::Date(date::iso(stored))),
        "date" | "time" => Some(Value::Date(shown)),
        "boolean" => Some(Value::Bool(stored == "true")),
        "" if shown.is_empty() => start.formula.as_ref().map(|_| Value::NoResult),
        _ if shown.is_empty() => None,
        _ => Some(Value::Text(shown)),
    }
}
