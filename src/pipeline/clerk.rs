//! What the clerk wrote in the consolidated workbook, taken into the journal.

use chrono::NaiveDate;

use super::Workspace;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Entry, Memory};
use crate::plan::Plan;
use crate::settings;
use crate::workbook::{self, GroupRow, ReadBack};

/// Reads the consolidated workbook of a workspace back and keeps the clerk's decisions and edits.
pub(super) fn remember(
    workspace: &Workspace,
    plan: &Plan,
    today: NaiveDate,
    memory: &mut Memory,
) -> Result<ReadBack> {
    let said = look(workspace, plan)?;
    let entries = entries(&said, memory);
    memory.record(&workspace.journal(), today, entries)?;
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
    memory.see(today, entries(&said, memory));
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

/// The clerk's decisions and edits for the journal, which says what `memory` holds.
pub(super) fn entries(said: &ReadBack, memory: &Memory) -> Vec<Entry> {
    let mut entries: Vec<Entry> = said.decisions.iter().cloned().map(Entry::Decision).collect();
    for code in &said.withdrawn {
        let (code, agency) = (*code, None);
        entries.push(Entry::Agency { code, agency });
    }
    entries.extend(said.groups.iter().filter_map(|group| chosen_again(group, memory)));
    for (code, edit) in &said.edits {
        let code = *code;
        if edit.agency.is_some() {
            let agency = edit.agency.clone();
            entries.push(Entry::Agency { code, agency });
        }
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

/// A choice that was taken back and made again in the same workbook: the cell says what it said when it was written.
fn chosen_again(group: &GroupRow, memory: &Memory) -> Option<Entry> {
    let again = group.by_clerk && group.agency.is_some() && memory.is_withdrawn(group.code);
    again.then(|| Entry::Agency {
        code: group.code,
        agency: group.agency.clone(),
    })
}
