//! What the clerk wrote in the consolidated workbook, taken into the journal.

use chrono::NaiveDate;

use super::Workspace;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Entry, Memory};
use crate::plan::Plan;
use crate::settings;
use crate::workbook::{self, ReadBack};

/// Reads the consolidated workbook of a workspace back and keeps the clerk's decisions and edits.
pub(super) fn remember(
    workspace: &Workspace,
    plan: &Plan,
    today: NaiveDate,
    memory: &mut Memory,
) -> Result<ReadBack> {
    let said = look(workspace, plan)?;
    memory.record(&workspace.journal(), today, entries(&said))?;
    Ok(said)
}

/// The same, and only this memory learns of it.
pub(super) fn see(
    workspace: &Workspace,
    plan: &Plan,
    today: NaiveDate,
    memory: &mut Memory,
) -> Result<ReadBack> {
    let said = look(workspace, plan)?;
    memory.see(today, entries(&said));
    Ok(said)
}

/// What it says, without taking it anywhere.
pub(super) fn look(workspace: &Workspace, plan: &Plan) -> Result<ReadBack> {
    let path = workspace.consolidated();
    let bytes = std::fs::read(&path).map_err(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            Error::new(ErrorKind::NotConsolidated, settings::CONSOLIDATED_FILE).at(&workspace.folder)
        } else {
            Error::of_system(ErrorKind::Unreadable, &error).at(&path)
        }
    })?;
    workbook::read_back(&bytes, plan).map_err(|error| error.at(&path))
}

/// The clerk's decisions and edits for the journal.
pub(super) fn entries(said: &ReadBack) -> Vec<Entry> {
    let mut entries: Vec<Entry> = said.decisions.iter().cloned().map(Entry::Decision).collect();
    for (code, edit) in &said.edits {
        let code = *code;
        entries.extend(edit.agency.clone().map(|agency| Entry::Agency { code, agency }));
        entries.extend(
            edit.coordinate
                .clone()
                .map(|agencies| Entry::Coordinate { code, agencies }),
        );
        entries.extend(edit.wording.clone().map(|text| Entry::Wording { code, text }));
        entries.extend(
            edit.subject
                .clone()
                .map(|subject| Entry::Subject { code, subject }),
        );
    }
    entries
}
