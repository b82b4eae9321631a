//! Tables of Word documents (.docx): the official form is one.
//!
//! Each table becomes a sheet, "Bảng 1" and so on. The paragraphs above it stand above it as rows, so that the letterhead
//! is seen; what follows the last table stands below it. Small tables without columns of their own, as letterheads and
//! signatures are often laid out, count as paragraphs. A table that is cut between two pages is one table. Deleted text of tracked changes is not read, inserted text is.

mod numbering;
mod story;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::budget::{Budget, finish};
use super::container::{Excess, Fault, Refusal};
use super::grid::{Merge, Sheet};
use super::package::Package;
use super::table::{Filling, words};
use crate::settings;
use numbering::Numbering;
use story::{Block, Table};

/// Most rows of a table that only lays text out.
const LAYOUT_ROWS: usize = 4;

/// The tables of a document as sheets; a document without tables is one sheet with a paragraph in each row.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut package = Package::open(bytes)?;
    let root = package.relations("")?;
    let document = root.of_kind("officeDocument").find(|part| package.has(part));
    let document = document.unwrap_or("word/document.xml").to_owned();
    let relations = package.relations(&document)?;
    let part = |kind: &str, usual: &str| relations.of_kind(kind).next().unwrap_or(usual).to_owned();
    let (lists, styles) = (
        part("numbering", "word/numbering.xml"),
        part("styles", "word/styles.xml"),
    );
    let mut numbering = Numbering::default();
    package.xml(&lists, |xml| numbering.lists(xml))?;
    package.xml(&styles, |xml| numbering.styles(xml))?;
    let mut budget = Budget::default();
    let story = package.xml(&document, |xml| story::read(xml, &mut numbering, &mut budget))?;
    let story = story.ok_or(Refusal::Damaged(Fault::PartMissing))?;
    let mut blocks = page_headers(&mut package, relations.of_kind("header"), &mut budget)?;
    blocks.extend(joined(story.blocks));
    let mut sheets = arrange(&blocks, &mut Budget::default())?;
    if let Some(first) = sheets.first_mut() {
        first.text_boxes = story.text_boxes;
        first.hidden_words = story.hidden_words;
        first.tracked_changes = story.tracked_changes;
    }
    Ok(sheets)
}

/// What the headers of the pages say, each line once: a unit's name may stand nowhere else. Page numbers say nothing.
fn page_headers<'r>(
    package: &mut Package<'_>,
    parts: impl Iterator<Item = &'r str>,
    budget: &mut Budget,
) -> Result<Vec<Block>, Refusal> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let story = package.xml(part, |xml| story::read(xml, &mut Numbering::default(), budget))?;
        for block in story.unwrap_or_default().blocks {
            match block {
                Block::Paragraph(text) if text.contains(char::is_alphabetic) && !lines.contains(&text) => {
                    lines.push(text);
                }
                _ => {}
            }
        }
    }
    Ok(lines.into_iter().map(Block::Paragraph).collect())
}

/// The blocks with each table that was cut between two pages in one piece again.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (whole.last_mut(), block) {
            (Some(Block::Table(above)), Block::Table(below)) if goes_on(above, &below) => {
                above.rows.extend(below.rows);
            }
            (_, block) => whole.push(block),
        }
    }
    whole
}

/// Whether a table right below another one goes on with it: as wide, and its first row begins with a number or with
/// nothing, where a header has words, or is the header of the one above again.
fn goes_on(above: &Table, below: &Table) -> bool {
    let width = |row: &story::Row| {
        row.cells
            .iter()
            .map(story::Cell::span)
            .fold(row.skip, u32::saturating_add)
    };
    let (Some(last), Some(first)) = (above.rows.last(), below.rows.first()) else {
        return false;
    };
    let label = first.cells.first().map_or("", |cell| cell.text.trim());
    let counts = label.trim_end_matches('.').chars().all(|c| c.is_ascii_digit());
    let texts = |row: &story::Row| {
        row.cells
            .iter()
            .map(|cell| cell.text.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let again = || {
        above
            .rows
            .first()
            .is_some_and(|header| texts(header) == texts(first))
    };
    !is_layout(above) && width(last) > 2 && width(last) == width(first) && (counts || again())
}

fn arrange(blocks: &[Block], budget: &mut Budget) -> Result<Vec<Sheet>, Refusal> {
    let is_table = |block: &&Block| matches!(block, Block::Table(table) if !is_layout(table));
    let mut left = blocks.iter().filter(is_table).count();
    let mut sheets = Vec::new();
    let mut sheet = named(if left == 0 { "Văn bản" } else { "Bảng 1" });
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                let mut filling = Filling::after(&sheet);
                let cells = in_columns(text);
                if cells.len() == 1 {
                    sheet.paragraphs.insert(filling.first_row());
                }
                for text in cells {
                    filling.put(&mut sheet, budget, words(text.to_owned()), (1, 1))?;
                }
            }
            Block::Table(table) => put_table(&mut sheet, table, budget)?,
        }
        if is_table(&block) {
            left -= 1;
            if left > 0 {
                let next = named(&format!("Bảng {}", sheets.len() + 2));
                sheets.push(std::mem::replace(&mut sheet, next));
            }
        }
    }
    sheets.push(sheet);
    sheets.iter_mut().for_each(finish);
    Ok(sheets)
}

/// The cells of a paragraph that stands in columns by tabs, as the form does where no table was drawn: three or more of them. A
/// letterhead has two.
fn in_columns(paragraph: &str) -> Vec<&str> {
    const FEWEST: usize = 3;
    let cells: Vec<&str> = paragraph.split('\t').map(str::trim).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    if filled < FEWEST { vec![paragraph] } else { cells }
}

fn named(name: &str) -> Sheet {
    Sheet {
        name: name.to_owned(),
        ..Sheet::default()
    }
}

/// Few rows, and never more than two things side by side.
fn is_layout(table: &Table) -> bool {
    let side_by_side = |row: &story::Row| row.cells.iter().filter(|cell| !cell.text.is_empty()).count();
    table.rows.len() <= LAYOUT_ROWS && table.rows.iter().all(|row| side_by_side(row) <= 2)
}

fn put_table(sheet: &mut Sheet, table: &Table, budget: &mut Budget) -> Result<(), Refusal> {
    let first = Filling::after(sheet).first_row();
    let usual = usual_grid(table);
    for (row, cells) in (first..).zip(&table.rows) {
        if cells.cells.len() > settings::MAX_WORD_COLUMNS {
            return Err(Refusal::TooMuch(Excess::Cells));
        }
        let grid = if cells.cells.len() == usual.len() {
            usual.clone()
        } else {
            grid(cells)
        };
        for (cell, (column, span)) in cells.cells.iter().zip(grid) {
            let at = (row, column);
            if cell.goes_on && row > first {
                extend_above(sheet, at);
            } else if span > 1 {
                budget.merge(sheet, block(at, span))?;
            }
            if let Some(cell) = words(cell.text.clone()) {
                budget.put(sheet, at, cell)?;
            }
        }
    }
    Ok(())
}

/// The column at which each cell of a row begins, and over how many it goes.
type Grid = Vec<(u32, u32)>;

fn grid(row: &story::Row) -> Grid {
    let mut column = row.skip;
    let spans = row.cells.iter().map(story::Cell::span);
    spans
        .map(|span| {
            let at = (column, span);
            column = column.saturating_add(span);
            at
        })
        .collect()
}

/// The grid of the most rows. Where borders were dragged, rows with as many cells stand on grids of their own, and a person
/// still sees the same columns; the first of equals counts.
fn usual_grid(table: &Table) -> Grid {
    let mut grids: BTreeMap<Grid, (usize, Reverse<usize>)> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        let (rows, _) = grids.entry(grid(row)).or_insert((0, Reverse(at)));
        *rows += 1;
    }
    let most = grids.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(grid, _)| grid).unwrap_or_default()
}

fn block((row, column): (u32, u32), columns: u32) -> Merge {
    Merge {
        first_row: row,
        first_column: column,
        last_row: row,
        last_column: column.saturating_add(columns - 1),
    }
}

/// Makes the block that ends just above a cell reach down to it.
fn extend_above(sheet: &mut Sheet, at: (u32, u32)) {
    let above = at.0 - 1;
    let found = sheet
        .merges
        .iter_mut()
        .rev()
        .take_while(|block| block.last_row + 1 >= above)
        .find(|block| block.last_row == above && block.first_column == at.1);
    match found {
        Some(block) => block.last_row = at.0,
        None => sheet.merges.push(Merge {
            first_row: above,
            first_column: at.1,
            last_row: at.0,
            last_column: at.1,
        }),
    }
}
