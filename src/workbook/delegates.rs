//! The participants as a workbook: everyone, the roll-call for the door, the units against the plan, what to look at.

use super::style::{Book, Cell, Column, Look, Page, column};
use crate::error::Result;
use crate::finding::Finding;
use crate::model::{Delegate, Delegation};
use crate::wording::{self, Lang, delegates as words};

/// What the workbook shows.
#[derive(Debug, Clone, Copy)]
pub struct DelegateBook<'a> {
    /// The conference.
    pub title: &'a str,
    /// Everyone, unit after unit.
    pub delegates: &'a [Delegate],
    /// The units in the same order.
    pub units: &'a [Delegation],
    /// What a person must look at.
    pub findings: &'a [Finding],
    /// Whether each unit has a site of its own, and so a page of its own for its door.
    pub sites: bool,
}

/// The word by which we know the workbook again.
const KIND: &str = "dai-bieu";

/// Room for a signature, in lines.
const SIGNED_LINES: usize = 2;

const LIST: [Column; 6] = [
    column(words::NUMBER, 7.0, Look::Centre),
    column(words::PERSON, 28.0, Look::Text),
    column(words::POSITION, 30.0, Look::Text),
    column(words::UNIT, 26.0, Look::Text),
    column(words::BORN, 12.0, Look::Centre),
    column(words::NOTE, 24.0, Look::Text),
];

const DOOR: [Column; 6] = [
    column(words::NUMBER, 6.0, Look::Centre),
    column(words::PERSON, 28.0, Look::Text),
    column(words::POSITION, 30.0, Look::Text),
    column(words::BORN, 10.0, Look::Centre),
    column(words::SIGNATURE, 22.0, Look::Entry),
    column(words::NOTE, 16.0, Look::Entry),
];

const UNITS: [Column; 6] = [
    column(words::NUMBER, 7.0, Look::Centre),
    column(words::UNIT, 30.0, Look::Text),
    column(words::LISTED, 14.0, Look::Centre),
    column(words::EXPECTED, 14.0, Look::Centre),
    column(words::DIFFERENCE, 14.0, Look::Centre),
    column(words::FILES, 46.0, Look::Text),
];

const FINDINGS: [Column; 5] = [
    column(words::FILES, 34.0, Look::Text),
    column(words::SHEET, 16.0, Look::Text),
    column(words::CELL, 8.0, Look::Centre),
    column(words::FOUND, 44.0, Look::Text),
    column(words::NEXT, 34.0, Look::Text),
];

/// The workbook.
///
/// # Errors
/// When a workbook cannot hold it.
pub fn delegates(data: &DelegateBook<'_>) -> Result<Vec<u8>> {
    let mut book = Book::new(words::LIST_TITLE, KIND)?;
    list(
        &mut book.table_page(words::LIST, words::LIST_TITLE, data.title, &LIST)?,
        data,
    )?;
    door(
        &mut book.table_page(words::DOOR, words::DOOR_TITLE, data.title, &DOOR)?,
        data,
    )?;
    units(
        &mut book.table_page(words::UNITS, words::UNITS_TITLE, data.title, &UNITS)?,
        data,
    )?;
    findings(
        &mut book.table_page(words::FINDINGS, words::FINDINGS_TITLE, data.title, &FINDINGS)?,
        data,
    )?;
    book.finish()
}

fn list(page: &mut Page<'_>, data: &DelegateBook<'_>) -> Result<()> {
    for (number, one) in (1_usize..).zip(data.delegates) {
        page.row(&[
            number.into(),
            one.person.as_str().into(),
            one.position.as_str().into(),
            one.unit.name.as_str().into(),
            one.born.as_str().into(),
            one.note.as_str().into(),
        ])?;
    }
    page.finish()
}

/// Unit after unit, numbered anew for each, with room to sign. Not filtered: the blocks belong together.
fn door(page: &mut Page<'_>, data: &DelegateBook<'_>) -> Result<()> {
    page.roomy(SIGNED_LINES);
    let mut starts = Vec::new();
    for line in data.units.iter().filter(|line| line.listed > 0) {
        starts.push(page.next_row());
        page.strong(&words::site(&line.unit.name, line.listed))?;
        let own = data.delegates.iter().filter(|one| one.unit == line.unit);
        for (number, one) in (1_usize..).zip(own) {
            page.row(&[
                number.into(),
                one.person.as_str().into(),
                one.position.as_str().into(),
                one.born.as_str().into(),
                Cell::Empty,
                Cell::Empty,
            ])?;
        }
    }
    if data.sites {
        page.breaks(starts.get(1..).unwrap_or_default())
    } else {
        Ok(())
    }
}

fn units(page: &mut Page<'_>, data: &DelegateBook<'_>) -> Result<()> {
    for (number, line) in (1_usize..).zip(data.units) {
        let difference = line
            .expected
            .map_or(String::new(), |expected| difference(line.listed, expected));
        page.row(&[
            number.into(),
            line.unit.name.as_str().into(),
            line.listed.into(),
            line.expected.map_or(Cell::Empty, Cell::from),
            difference.into(),
            line.files.join("\n").into(),
        ])?;
    }
    page.finish()
}

fn findings(page: &mut Page<'_>, data: &DelegateBook<'_>) -> Result<()> {
    for finding in data.findings {
        page.row(&[
            finding.file.as_str().into(),
            finding.sheet.as_deref().unwrap_or_default().into(),
            finding.cell.as_deref().unwrap_or_default().into(),
            wording::finding(finding, Lang::Vi).into(),
            wording::next_step(finding, Lang::Vi).into(),
        ])?;
    }
    page.finish()
}

/// "+2", "-3", or nothing when the numbers agree.
fn difference(listed: usize, expected: usize) -> String {
    match listed.checked_sub(expected) {
        Some(0) => String::new(),
        Some(more) => format!("+{more}"),
        None => format!("-{}", expected - listed),
    }
}
