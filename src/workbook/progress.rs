//! Writes how far the work has come: the numbers, and a line for each agency.

use super::style::{Book, Column, Look, column};
use crate::error::Result;
use crate::model::Progress;
use crate::wording::Lang;
use crate::wording::progress as wording;
use crate::wording::workbook::{heading, sheet};
use crate::wording::workbook_answers;

/// The kind of workbook, in its mark.
const KIND: &str = "tien-do";

const NUMBERS: [Column; 2] = [
    column(heading::ITEM, 34.0, Look::Text),
    column(heading::NOTE, 100.0, Look::Text),
];

const AGENCIES: [Column; 6] = [
    column(heading::AGENCY_NAME, 44.0, Look::Text),
    column(heading::SENT, 14.0, Look::Centre),
    column(heading::ANSWERED, 14.0, Look::Centre),
    column(heading::MISSING, 14.0, Look::Centre),
    column(heading::OVERDUE, 14.0, Look::Centre),
    column(heading::TO_DECIDE, 16.0, Look::Centre),
];

/// The progress as a workbook.
///
/// # Errors
/// When a workbook cannot hold it.
pub fn progress(progress: &Progress) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::TITLE, KIND)?;
    let mut page = book.page(sheet::PROGRESS, &NUMBERS)?;
    page.title(wording::TITLE)?;
    page.line(&progress.title)?;
    page.line(&workbook_answers::as_of(progress.today))?;
    page.gap();
    page.header(0)?;
    for (label, value) in wording::rows(progress, Lang::Vi) {
        page.row(&[label.into(), value.into()])?;
    }
    page.on_one_page();
    page.activate();
    let mut page = book.page(sheet::AGENCIES, &AGENCIES)?;
    page.title(&sheet::AGENCIES.to_uppercase())?;
    page.line(workbook_answers::AGENCIES_GUIDE)?;
    page.header(1)?;
    for agency in &progress.agencies {
        let [answered, waiting, overdue, open] = wording::agency_numbers(agency);
        page.row(&[
            agency.name.as_str().into(),
            agency.sent.into(),
            answered.into(),
            waiting.into(),
            overdue.into(),
            open.into(),
        ])?;
    }
    page.on_one_page();
    page.finish()?;
    book.finish()
}
