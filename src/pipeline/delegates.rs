//! `delegates`: the units' lists of participants, checked and written for the door.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::delegates::{self, Delegates};
use crate::error::Result;
use crate::plan::{Plan, Rank};
use crate::{intake, workbook};

/// Reads the units' lists of participants, checks them, and writes the workbook with everyone, the roll-call for the
/// door and what a person must look at.
///
/// # Errors
/// When no list can be read at all, or the workbook cannot be written; then nothing is half-written.
pub fn delegates(paths: &[PathBuf], plan: &Plan, written: &Path, today: NaiveDate) -> Result<Delegates> {
    let senders = intake::Senders::of(plan);
    let of_table = |heading: &[String], sheet: &str, file: &str| senders.of_table(heading, sheet, file);
    let of_cell = |text: &str| senders.in_cell(text);
    let senders = delegates::Senders {
        of_table: &of_table,
        of_cell: &of_cell,
    };
    let mut reader = delegates::Reader::new(plan, senders);
    intake::open_each(paths, &mut |name, sheets| reader.file(name, sheets))?;
    let read = reader.finish();
    let bytes = workbook::delegates(&workbook::DelegateBook {
        title: &plan.title,
        delegates: &read.delegates,
        units: &read.units,
        findings: &read.findings,
        // A commune has a hall of its own; hamlets meet in their commune's.
        sites: plan
            .units
            .iter()
            .any(|unit| matches!(unit.rank, Rank::Xa | Rank::Phuong | Rank::ThiTran)),
    })?;
    workbook::write(written, &bytes, today)?;
    Ok(read)
}
