//! The check of the reports as a workbook: each file with what was understood of it and what can be sent to its unit,
//! everything found, the roll-call. It says what `check` prints, for a clerk who works through it in Excel.

use std::fs;
use std::path::Path;

use super::style::{Book, Cell, Column, Look, Page, column};
use crate::error::{Error, ErrorKind, Result};
use crate::finding::{Finding, Severity};
use crate::model::{Report, Roll};
use crate::spreadsheet;
use crate::wording::{self, Lang, check as words, check::sheet as names};

/// What the workbook shows.
#[derive(Debug, Clone, Copy)]
pub struct CheckBook<'a> {
    /// The conference.
    pub title: &'a str,
    /// Every file, by name.
    pub reports: &'a [Report],
    /// Every unit, the plan's first.
    pub roll: &'a [Roll],
    /// Units that the plan expects.
    pub expected: usize,
    /// What a person must look at.
    pub findings: &'a [Finding],
}

/// The word by which we know the workbook again.
const KIND: &str = "kiem-tra";

const FILES: [Column; 8] = [
    column(names::NUMBER, 6.0, Look::Centre),
    column(names::FILE, 28.0, Look::Text),
    column(names::STATE, 15.0, Look::Text),
    column(names::UNIT, 18.0, Look::Text),
    column(names::UNDERSTOOD, 44.0, Look::Text),
    column(names::OPINIONS, 9.0, Look::Centre),
    column(names::SET_ASIDE, 9.0, Look::Centre),
    column(names::LETTER, 60.0, Look::Text),
];

const FINDINGS: [Column; 6] = [
    column(names::NUMBER, 6.0, Look::Centre),
    column(names::FILE, 32.0, Look::Text),
    column(names::SHEET, 16.0, Look::Text),
    column(names::CELL, 8.0, Look::Centre),
    column(names::FOUND, 50.0, Look::Text),
    column(names::NEXT, 50.0, Look::Text),
];

const UNITS: [Column; 5] = [
    column(names::NUMBER, 6.0, Look::Centre),
    column(names::UNIT, 34.0, Look::Text),
    column(names::SENT, 60.0, Look::Text),
    column(names::OPINIONS, 12.0, Look::Centre),
    column(names::SET_ASIDE, 12.0, Look::Centre),
];

/// The workbook.
///
/// # Errors
/// When a workbook cannot hold it.
pub fn check(data: &CheckBook<'_>) -> Result<Vec<u8>> {
    let mut book = Book::new(names::TITLE, KIND)?;
    files(
        &mut book.table_page(names::FILES, names::TITLE, data.title, &FILES)?,
        data,
    )?;
    findings(
        &mut book.table_page(names::FINDINGS, names::FINDINGS_TITLE, data.title, &FINDINGS)?,
        data,
    )?;
    let called = words::roll_call(data.roll, data.expected, Lang::Vi);
    let sent = called.lines().next().unwrap_or_default();
    units(
        &mut book.table_page(names::UNITS, names::UNITS_TITLE, sent, &UNITS)?,
        data,
    )?;
    book.finish()
}

/// A check takes the place of an earlier check only: what else stands there may be a report.
///
/// # Errors
/// [`ErrorKind::Occupied`] when something else stands there.
pub fn only_over_a_check(path: &Path) -> Result<()> {
    match fs::read(path) {
        Ok(bytes) if spreadsheet::mark(&bytes).as_deref() != Some(KIND) => {
            Err(Error::new(ErrorKind::Occupied, "").at(path))
        }
        // What cannot be read because it is not there is no hindrance; anything else is told when it is written.
        _ => Ok(()),
    }
}

/// The files about which something must be done come first: they are what the clerk opens the workbook for.
fn files(page: &mut Page<'_>, data: &CheckBook<'_>) -> Result<()> {
    let found = |report: &Report| -> Vec<&Finding> {
        let of_file = data.findings.iter().filter(|finding| finding.file == report.file);
        of_file.collect()
    };
    let mut reports: Vec<(Severity, &Report, Vec<&Finding>)> = data
        .reports
        .iter()
        .map(|report| (report, found(report)))
        .map(|(report, found)| {
            let worst = found.iter().map(|finding| finding.severity()).min();
            (worst.unwrap_or(Severity::Note), report, found)
        })
        .collect();
    reports.sort_by_key(|(worst, ..)| *worst);
    for (number, (_, report, found)) in (1_usize..).zip(reports) {
        let tables = report.tables.iter().map(|table| words::table(table, Lang::Vi));
        page.row(&[
            number.into(),
            report.file.as_str().into(),
            words::state(report.state, Lang::Vi).into(),
            report
                .unit
                .as_ref()
                .map_or(Cell::Empty, |unit| unit.name.as_str().into()),
            tables.collect::<Vec<_>>().join("\n").into(),
            report.opinions.into(),
            report.set_aside.into(),
            words::letter(report, &found).unwrap_or_default().into(),
        ])?;
    }
    page.finish()
}

fn findings(page: &mut Page<'_>, data: &CheckBook<'_>) -> Result<()> {
    for (number, finding) in (1_usize..).zip(data.findings) {
        page.row(&[
            number.into(),
            finding.file.as_str().into(),
            finding.sheet.as_deref().unwrap_or_default().into(),
            finding.cell.as_deref().unwrap_or_default().into(),
            wording::finding(finding, Lang::Vi).into(),
            wording::next_step(finding, Lang::Vi).into(),
        ])?;
    }
    page.finish()
}

fn units(page: &mut Page<'_>, data: &CheckBook<'_>) -> Result<()> {
    for (number, line) in (1_usize..).zip(data.roll) {
        let name = match line.unit.code {
            Some(_) => line.unit.name.clone(),
            None => format!("{} ({})", line.unit.name, names::UNKNOWN),
        };
        let sent = if line.files.is_empty() {
            names::MISSING.to_owned()
        } else {
            line.files.join("\n")
        };
        page.row(&[
            number.into(),
            name.into(),
            sent.into(),
            line.opinions.into(),
            line.set_aside.into(),
        ])?;
    }
    page.finish()
}
