//! The sheets that account for everything: numbers, units, files, rows set aside, findings.

use super::{Consolidated, open};
use crate::error::Result;
use crate::finding::Severity;
use crate::model::Roll;
use crate::wording::workbook::{self as wording, guide, heading, sheet};
use crate::wording::{Lang, finding, next_step, workbook_info};
use crate::workbook::long::Long;
use crate::workbook::style::{Book, Column, Look, column};

const INFO: [Column; 3] = [
    column(heading::ITEM, 40.0, Look::Text),
    column(heading::COUNT, 12.0, Look::Centre),
    column(heading::NOTE, 70.0, Look::Text),
];

const UNITS: [Column; 8] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::UNIT, 26.0, Look::Text),
    column(heading::STATE, 24.0, Look::Text),
    column(heading::FILE_COUNT, 8.0, Look::Centre),
    column(heading::ROWS, 10.0, Look::Centre),
    column(heading::OPINIONS, 10.0, Look::Centre),
    column(heading::ASIDE, 10.0, Look::Centre),
    column(heading::FILE, 50.0, Look::Text),
];

const FILES: [Column; 6] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::FILE, 60.0, Look::Text),
    column(heading::STATE, 26.0, Look::Text),
    column(heading::UNIT, 26.0, Look::Text),
    column(heading::OPINIONS, 10.0, Look::Centre),
    column(heading::ASIDE, 10.0, Look::Centre),
];

const SET_ASIDE: [Column; 9] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::UNIT, 16.0, Look::Text),
    column(heading::REASON, 20.0, Look::Text),
    column(heading::PERSON, 16.0, Look::Text),
    column(heading::POSITION, 14.0, Look::Text),
    column(heading::TEXT, 56.0, Look::Text),
    column(heading::FILE, 20.0, Look::Text),
    column(heading::SHEET, 12.0, Look::Text),
    column(heading::CELL, 8.0, Look::Centre),
];

const FINDINGS: [Column; 7] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::SEVERITY, 12.0, Look::Centre),
    column(heading::FOUND, 50.0, Look::Text),
    column(heading::NEXT, 44.0, Look::Text),
    column(heading::FILE, 26.0, Look::Text),
    column(heading::SHEET, 12.0, Look::Text),
    column(heading::CELL, 8.0, Look::Centre),
];

const ANSWERED: [Column; 8] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::GROUP, 10.0, Look::Centre),
    column(heading::UNIT, 15.0, Look::Text),
    column(heading::WORDING, 44.0, Look::Text),
    column(heading::EARLIER_CODE, 10.0, Look::Centre),
    column(heading::EARLIER_WORDING, 36.0, Look::Text),
    column(heading::AGENCY, 18.0, Look::Text),
    column(heading::REPLY, 44.0, Look::Text),
];

/// Opinions that an earlier dialogue has answered; no such sheet where there are none.
pub(super) fn answered(book: &mut Book, data: &Consolidated<'_>, long: &mut Long) -> Result<()> {
    if data.answered.is_empty() {
        return Ok(());
    }
    let codes = data.codes();
    let mut page = open(book, sheet::ANSWERED_BEFORE, &ANSWERED, guide::ANSWERED_BEFORE, 2)?;
    for one in data.answered {
        let Some(opinion) = data.opinion(one.opinion) else {
            continue;
        };
        let label = || wording::long_opinion(opinion.id.0);
        let code = codes.get(&opinion.id).map(ToString::to_string);
        page.row(&[
            opinion.id.0.into(),
            code.unwrap_or_default().into(),
            opinion.unit.name.as_str().into(),
            long.fit(opinion.readable(), label).into(),
            one.earlier.code.as_str().into(),
            long.fit(&one.earlier.wording, label).into(),
            one.earlier.agency.as_str().into(),
            long.fit(&one.earlier.reply, label).into(),
        ])?;
    }
    page.finish()
}

pub(super) fn info(book: &mut Book, data: &Consolidated<'_>) -> Result<()> {
    let mut page = book.page(sheet::INFO, &INFO)?;
    page.title(wording::CONSOLIDATED_TITLE)?;
    page.line(&data.plan.title)?;
    for line in workbook_info::source(&data.plan.organiser, &data.plan.id, data.version) {
        page.line(&line)?;
    }
    page.gap();
    page.strong(guide::STEPS_TITLE)?;
    for step in guide::STEPS {
        page.line(step)?;
    }
    page.gap();
    page.header(0)?;
    for (label, number, note) in workbook_info::counts(data.counts, units_add_up(data)) {
        page.row(&[label.into(), number.into(), note.into()])?;
    }
    page.on_one_page();
    page.activate();
    Ok(())
}

/// Whether the units' numbers make the numbers of the run.
fn units_add_up(data: &Consolidated<'_>) -> bool {
    let sum = |of: fn(&Roll) -> usize| data.roll.iter().map(of).sum::<usize>();
    sum(|unit| unit.opinions) == data.counts.opinions && sum(|unit| unit.set_aside) == data.counts.set_aside
}

pub(super) fn units(book: &mut Book, data: &Consolidated<'_>) -> Result<()> {
    let mut page = open(book, sheet::UNITS, &UNITS, guide::UNITS, 2)?;
    for (number, unit) in (1_u32..).zip(data.roll) {
        page.row(&[
            number.into(),
            unit.unit.name.as_str().into(),
            wording::unit_state(unit).into(),
            unit.files.len().into(),
            (unit.opinions + unit.set_aside).into(),
            unit.opinions.into(),
            unit.set_aside.into(),
            unit.files.join("; ").into(),
        ])?;
    }
    page.finish()
}

pub(super) fn files(book: &mut Book, data: &Consolidated<'_>) -> Result<()> {
    let mut page = open(book, sheet::FILES, &FILES, guide::FILES, 2)?;
    for (number, report) in (1_u32..).zip(data.reports) {
        let unit = report
            .unit
            .as_ref()
            .map(|unit| unit.name.as_str())
            .unwrap_or_default();
        page.row(&[
            number.into(),
            report.file.as_str().into(),
            wording::report_state(report.state).into(),
            unit.into(),
            report.opinions.into(),
            report.set_aside.into(),
        ])?;
    }
    page.finish()
}

pub(super) fn set_aside(book: &mut Book, data: &Consolidated<'_>, long: &mut Long) -> Result<()> {
    let mut page = open(book, sheet::SET_ASIDE, &SET_ASIDE, guide::SET_ASIDE, 2)?;
    for (number, row) in (1_u32..).zip(data.set_aside) {
        let text = long.fit(&row.text, || wording::long_aside(number));
        page.row(&[
            number.into(),
            row.unit.name.as_str().into(),
            wording::reason_aside(row.reason).into(),
            row.person.as_str().into(),
            row.position.as_str().into(),
            text.into(),
            row.origin.file.as_str().into(),
            row.origin.sheet.as_str().into(),
            row.origin.cell.as_str().into(),
        ])?;
    }
    page.finish()
}

pub(super) fn findings(book: &mut Book, data: &Consolidated<'_>) -> Result<()> {
    let mut page = open(book, sheet::FINDINGS, &FINDINGS, guide::FINDINGS, 1)?;
    let mut findings: Vec<_> = data.findings.iter().collect();
    findings.sort_by_key(|finding| finding.severity());
    for (number, found) in (1_u32..).zip(findings) {
        let severity = match found.severity() {
            Severity::Error => wording::ERROR,
            Severity::Warning => wording::WARNING,
            Severity::Note => wording::NOTE,
        };
        page.row(&[
            number.into(),
            severity.into(),
            finding(found, Lang::Vi).into(),
            next_step(found, Lang::Vi).into(),
            found.file.as_str().into(),
            found.sheet.as_deref().unwrap_or_default().into(),
            found.cell.as_deref().unwrap_or_default().into(),
        ])?;
    }
    page.finish()
}
