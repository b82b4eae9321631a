//! Reads the answers of an earlier answer book (`tra-loi.xlsx`), whatever was done to its sheets since.

use super::table;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Earlier;
use crate::text::clean;
use crate::wording::workbook::{heading, sheet, units_named};

/// The opinions of an answer book that have an answer.
///
/// # Errors
/// When the workbook cannot be opened ([`ErrorKind::Unreadable`]), or has no list of opinions with answers
/// ([`ErrorKind::NotOurWorkbook`]).
pub fn earlier_answers(bytes: &[u8]) -> Result<Vec<Earlier>> {
    const NEEDED: [&str; 3] = [heading::CODE, heading::WORDING, heading::REPLY];
    const HEADINGS: [&str; 5] = [
        heading::CODE,
        heading::WORDING,
        heading::REPLY,
        heading::UNITS,
        heading::AGENCY,
    ];
    let sheets = table::open(bytes)?;
    let table = table::find(&sheets, sheet::BY_SUBJECT, &HEADINGS, &NEEDED)
        .map_err(|_| Error::new(ErrorKind::NotOurWorkbook, sheet::BY_SUBJECT))?;
    let text = |row, heading| clean(&table.text(row, heading));
    let earlier = |row| Earlier {
        code: text(row, heading::CODE),
        wording: text(row, heading::WORDING),
        units: units_named(&text(row, heading::UNITS)),
        agency: text(row, heading::AGENCY),
        reply: text(row, heading::REPLY),
    };
    let answered = |one: &Earlier| !one.wording.is_empty() && !one.reply.is_empty();
    Ok(table.rows().map(earlier).filter(answered).collect())
}
