//! Opens other files that units send, such as lists of participants, the way reports are opened: the same candidates,
//! the same refusals, the same senders. What their tables mean is for others to say.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::folder;
use super::unit::{Sources, Units};
use crate::error::Result;
use crate::finding::IntakeFinding;
use crate::model::UnitName;
use crate::plan::Plan;
use crate::spreadsheet::{self, Sheet};

/// A file's sheets, or why it has none.
pub type Opened = std::result::Result<Vec<Sheet>, IntakeFinding>;

/// Opens every file below `paths`, one after another, and hands over its name and sheets. A file that is the same as
/// one before it, byte for byte, is refused as a copy.
///
/// # Errors
/// When a path does not exist or there is no file below the paths.
pub fn open_each(paths: &[PathBuf], each: &mut dyn FnMut(&str, Opened)) -> Result<()> {
    let mut seen: BTreeMap<[u8; 32], String> = BTreeMap::new();
    for candidate in folder::candidates(paths)? {
        let opened = candidate.read().and_then(|bytes| {
            let first = seen
                .entry(Sha256::digest(&bytes).into())
                .or_insert_with(|| candidate.name.clone());
            if *first != candidate.name {
                return Err(IntakeFinding::Copy { of: first.clone() });
            }
            spreadsheet::open(&bytes).map_err(folder::refused)
        });
        each(&candidate.name, opened);
    }
    Ok(())
}

/// Tells whose a table is, the way it is told for reports.
#[derive(Debug)]
pub struct Senders<'a>(Units<'a>);

impl<'a> Senders<'a> {
    /// Of a plan.
    pub fn of(plan: &'a Plan) -> Self {
        Self(Units::of(plan))
    }

    /// By the lines above a table, the sheet's name, the file's name; otherwise the file's name stands.
    pub fn of_table(&self, heading: &[String], sheet: &str, file: &str) -> UnitName {
        let closing = &[];
        self.0
            .judge(Sources {
                heading,
                closing,
                sheet,
                file,
            })
            .unit
    }

    /// By the text of one cell, if it names a unit.
    pub fn in_cell(&self, text: &str) -> Option<UnitName> {
        self.0.in_cell(text)
    }
}
