//! Tables that other systems write as "Excel": web pages and XML Spreadsheet 2003, both named .xls.

use std::collections::BTreeSet;

use super::budget::{Budget, finish};
use super::container::Refusal;
use super::date;
use super::encoding;
use super::grid::{Cell, LAST_COLUMN, LAST_ROW, Merge, Sheet, Value};
use super::table::{Filling, words};
use super::xml::{Metered, Node, Tag, Xml};
use crate::settings;
use crate::text::entities;

/// The tables of a web page, a sheet each.
pub(super) fn html(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let text = encoding::decode(bytes);
    let mut page = Page {
        frames: frames(&text),
        ..Page::default()
    };
    for piece in (Pieces { rest: &text }) {
        match piece {
            Piece::Words(words) => page.words(words),
            Piece::Sign => page.words("&lt;"),
            Piece::Tag(tag) => page.tag(&name(tag), tag)?,
        }
    }
    page.end_cell()?;
    page.sheets.iter_mut().for_each(finish);
    Ok(page.sheets)
}

/// What a page is made of.
enum Piece<'a> {
    Words(&'a str),
    /// A `<` that begins no tag: "rộng < 3 m".
    Sign,
    /// What stands between the angle brackets.
    Tag(&'a str),
}

/// The pieces of a page one after another, without comments, deleted text and what is no text of the page.
struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let after = match self.rest.split_once('<') {
                None if self.rest.is_empty() => return None,
                None => return Some(Piece::Words(std::mem::take(&mut self.rest))),
                Some(("", after)) => after,
                Some((before, _)) => {
                    self.rest = self.rest.get(before.len()..).unwrap_or_default();
                    return Some(Piece::Words(before));
                }
            };
            if let Some(comment) = after.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            if !after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
                self.rest = after;
                return Some(Piece::Sign);
            }
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            self.rest = after;
            let name = name(tag);
            if matches!(name.as_str(), "style" | "script" | "title" | "xml" | "del") {
                let end = format!("</{name}");
                self.rest =
                    find_ignoring_case(after, &end).map_or("", |at| after.get(at..).unwrap_or_default());
                continue;
            }
            return Some(Piece::Tag(tag));
        }
    }
}

/// The name of a tag, a closing one with its slash.
fn name(tag: &str) -> String {
    let name = tag.split([' ', '\t', '\n', '\r']).next().unwrap_or_default();
    name.trim_end_matches('/').to_lowercase()
}

/// For each table of a page, in the order in which they begin, whether it only arranges other tables: at most two cells
/// side by side, and in one of them a table with more.
fn frames(text: &str) -> Vec<bool> {
    #[derive(Default)]
    struct Shape {
        rows: usize,
        cells: usize,
        widest: usize,
        frames: bool,
    }
    let mut all: Vec<Shape> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for piece in (Pieces { rest: text }) {
        let Piece::Tag(tag) = piece else { continue };
        let name = name(tag);
        let inner = open.last().copied();
        let shape = inner.and_then(|at| all.get_mut(at));
        match (name.as_str(), shape) {
            ("table", _) => {
                open.push(all.len());
                all.push(Shape::default());
            }
            ("tr", Some(shape)) => {
                shape.rows += 1;
                shape.cells = 0;
            }
            ("td" | "th", Some(shape)) => {
                shape.cells += 1;
                shape.widest = shape.widest.max(shape.cells);
            }
            ("/table", Some(shape)) => {
                let of_data = shape.frames || shape.rows > 1 && shape.widest > 2;
                open.pop();
                if let Some(outer) = open.last().and_then(|at| all.get_mut(*at)) {
                    outer.frames |= of_data;
                }
            }
            _ => {}
        }
    }
    all.into_iter()
        .map(|shape| shape.frames && shape.widest <= 2)
        .collect()
}

fn find_ignoring_case(text: &str, ascii: &str) -> Option<usize> {
    let wanted = ascii.as_bytes();
    text.as_bytes()
        .windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted))
}

#[derive(Default)]
struct Page {
    budget: Budget,
    sheets: Vec<Sheet>,
    filling: Filling,
    /// The first row of the table has not begun.
    fresh: bool,
    /// Tables inside tables belong to the cell that they stand in.
    depth: usize,
    cell: Option<(String, (u32, u32))>,
    /// Words between tables stand as rows above the next one.
    between: String,
    /// Which tables only arrange others, and how many tables have begun.
    frames: Vec<bool>,
    begun: usize,
    /// The open tables from the outside, each with whether it only arranges others.
    open: Vec<bool>,
}

impl Page {
    fn words(&mut self, raw: &str) {
        let text = match &mut self.cell {
            Some((text, _)) => text,
            None if self.depth == 0 => &mut self.between,
            None => return,
        };
        for c in entities(raw).chars() {
            let c = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
            if c != ' ' || !text.ends_with([' ', '\n']) {
                text.push(c);
            }
        }
    }

    fn line_end(&mut self) {
        let text = self.cell.as_mut().map_or(&mut self.between, |(text, _)| text);
        if !text.is_empty() {
            text.push('\n');
        }
    }

    fn tag(&mut self, name: &str, tag: &str) -> Result<(), Refusal> {
        match name {
            "table" => self.open_table()?,
            "/table" => self.close_table()?,
            // The cells of a frame only part its words.
            "tr" | "td" | "th" | "/tr" | "/td" | "/th" if self.open.last() == Some(&true) => self.line_end(),
            "tr" if self.depth == 1 => {
                self.end_cell()?;
                if !std::mem::take(&mut self.fresh) {
                    self.filling.next_row();
                }
                if let (true, Some(sheet)) = (is_hidden(tag), self.sheets.last_mut()) {
                    let rows = sheet.hidden_rows.get_or_insert_default();
                    rows.insert(self.filling.first_row());
                }
            }
            "td" | "th" if self.depth == 1 => {
                self.end_cell()?;
                let span = |name| {
                    html_attribute(tag, name)
                        .and_then(|value| value.parse().ok())
                        .unwrap_or(1)
                };
                let spans = (
                    span("rowspan").clamp(1, LAST_ROW),
                    span("colspan").clamp(1, LAST_COLUMN),
                );
                self.cell = Some((String::new(), spans));
            }
            "/td" | "/th" | "/tr" if self.depth == 1 => self.end_cell()?,
            "br" | "p" | "/p" | "div" | "/div" | "li" | "tr" | "/tr" => self.line_end(),
            _ => {}
        }
        Ok(())
    }

    /// A frame is no table: what stands in it is read as if it stood on the page.
    fn open_table(&mut self) -> Result<(), Refusal> {
        let is_frame = self.frames.get(self.begun).copied().unwrap_or_default() && self.depth == 0;
        self.begun += 1;
        self.open.push(is_frame);
        if is_frame {
            self.line_end();
            return Ok(());
        }
        self.depth += 1;
        if self.depth == 1 {
            self.start_table()?;
        }
        Ok(())
    }

    fn close_table(&mut self) -> Result<(), Refusal> {
        if self.open.pop() == Some(true) {
            self.line_end();
            return Ok(());
        }
        if self.depth == 1 {
            self.end_cell()?;
        }
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }

    fn start_table(&mut self) -> Result<(), Refusal> {
        self.budget.thing()?;
        let mut sheet = Sheet {
            name: format!("Bảng {}", self.sheets.len() + 1),
            ..Sheet::default()
        };
        self.filling = Filling::default();
        for line in std::mem::take(&mut self.between)
            .lines()
            .filter(|line| !line.trim().is_empty())
        {
            self.filling.put(
                &mut sheet,
                &mut self.budget,
                words(line.trim().to_owned()),
                (1, 1),
            )?;
            self.filling.next_row();
        }
        self.sheets.push(sheet);
        self.fresh = true;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        if let (Some((text, spans)), Some(sheet)) = (self.cell.take(), self.sheets.last_mut()) {
            let text = words(text.trim().to_owned());
            self.filling.put(sheet, &mut self.budget, text, spans)?;
        }
        Ok(())
    }
}

/// Whether a tag says that what it begins is not shown.
fn is_hidden(tag: &str) -> bool {
    let tag: String = tag.to_lowercase().split_whitespace().collect();
    tag.contains("display:none") || tag.contains("visibility:collapse")
}

fn html_attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = find_ignoring_case(tag, &format!("{name}="))?;
    let value = tag.get(at + name.len() + 1..)?;
    let value = value.trim_start_matches(['"', '\'']);
    value.split(['"', '\'', ' ', '>', '/', '\n', '\r', '\t']).next()
}

/// The sheets of an XML Spreadsheet 2003.
pub(super) fn xml(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut reader = Xml2003::default();
    let limit = settings::MAX_PART_BYTES;
    reader.read(&mut Xml::new(Metered::new(bytes, limit)))?;
    reader.sheets.iter_mut().for_each(finish);
    Ok(reader.sheets)
}

#[derive(Default)]
struct Xml2003 {
    budget: Budget,
    sheets: Vec<Sheet>,
    /// Row, column and column description that come next.
    row: u32,
    column: u32,
    described: u32,
    formula: Option<String>,
}

impl Xml2003 {
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) if tag.name() == "Data" => {
                    let kind = tag.attribute("Type").unwrap_or_default();
                    let text = data(xml)?;
                    self.data(&kind, text)?;
                }
                Node::Open(tag) if tag.name() == "Comment" => xml.skip()?,
                Node::Open(tag) => self.element(&tag)?,
                Node::Close(end) => match end.name() {
                    "Row" => self.row = (self.row + 1).min(LAST_ROW),
                    "Cell" => self.end_cell()?,
                    _ => {}
                },
                Node::Text(text) if text.trim().starts_with("Sheet") => {
                    // `<Visible>SheetHidden</Visible>` among the sheet's options.
                    if let Some(sheet) = self.sheets.last_mut() {
                        sheet.hidden |= matches!(text.trim(), "SheetHidden" | "SheetVeryHidden");
                    }
                }
                Node::Text(_) => {}
            }
        }
        Ok(())
    }

    fn element(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        let index = |next: u32, last: u32| {
            let given = tag.number::<u32>("Index").and_then(|index| index.checked_sub(1));
            given.unwrap_or(next).min(last)
        };
        let Some(sheet) = self.sheets.last_mut().filter(|_| tag.name() != "Worksheet") else {
            if tag.name() == "Worksheet" {
                (self.row, self.column, self.described) = (0, 0, 0);
                self.budget.thing()?;
                self.sheets.push(Sheet {
                    name: tag.attribute("Name").unwrap_or_default(),
                    hidden_rows: Some(BTreeSet::new()),
                    hidden_columns: Some(BTreeSet::new()),
                    ..Sheet::default()
                });
            }
            return Ok(());
        };
        match tag.name() {
            "Column" => {
                let first = index(self.described, LAST_COLUMN);
                let span = tag.number::<u32>("Span").unwrap_or(0).min(LAST_COLUMN - first);
                self.described = first + span + 1;
                if let (true, Some(columns)) = (tag.flag("Hidden"), sheet.hidden_columns.as_mut()) {
                    self.budget.hide(columns, first..first + span + 1)?;
                }
            }
            "Row" => {
                self.row = index(self.row, LAST_ROW);
                self.column = 0;
                if let (true, Some(rows)) = (tag.flag("Hidden"), sheet.hidden_rows.as_mut()) {
                    rows.insert(self.row);
                }
            }
            "Cell" => {
                self.column = index(self.column, LAST_COLUMN);
                self.formula = tag
                    .attribute("Formula")
                    .map(|text| text.trim_start_matches('=').to_owned());
                let reach =
                    |name, from: u32, last| tag.number::<u32>(name).unwrap_or(0).min(last - from) + from;
                let block = Merge {
                    first_row: self.row,
                    first_column: self.column,
                    last_row: reach("MergeDown", self.row, LAST_ROW),
                    last_column: reach("MergeAcross", self.column, LAST_COLUMN),
                };
                self.budget.merge(sheet, block)?;
                // The next cell follows the block; this one still stands at its beginning.
            }
            _ => {}
        }
        Ok(())
    }

    fn data(&mut self, kind: &str, text: String) -> Result<(), Refusal> {
        let value = match kind {
            "Number" => text
                .trim()
                .parse()
                .map_or_else(|_| Value::Text(text.clone()), Value::Number),
            "DateTime" => Value::Date(date::iso(text.trim())),
            "Boolean" => Value::Bool(text.trim() == "1"),
            "Error" => Value::Error(text),
            _ => Value::Text(text),
        };
        let (at, formula) = ((self.row, self.column), self.formula.take());
        match self.sheets.last_mut() {
            Some(sheet) => self.budget.put(sheet, at, Cell { value, formula }),
            None => Ok(()),
        }
    }

    /// The next cell stands after this one and after what is merged with it.
    fn end_cell(&mut self) -> Result<(), Refusal> {
        let at = (self.row, self.column);
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        if let Some(formula) = self.formula.take() {
            let value = Value::NoResult;
            self.budget.put(
                sheet,
                at,
                Cell {
                    value,
                    formula: Some(formula),
                },
            )?;
        }
        let block = sheet
            .merges
            .last()
            .filter(|block| (block.first_row, block.first_column) == at);
        self.column = block.map_or(at.1, |block| block.last_column) + 1;
        Ok(())
    }
}

/// The text of a cell; formatting inside it is left out.
fn data(xml: &mut Xml<'_>) -> Result<String, Refusal> {
    let mut text = String::new();
    while let Some(node) = xml.next()? {
        match node {
            Node::Text(part) => text.push_str(&part),
            Node::Close(end) if end.name() == "Data" => break,
            _ => {}
        }
    }
    Ok(text)
}
