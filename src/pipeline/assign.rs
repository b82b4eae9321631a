//! `assign`: the consolidated workbook with the clerk's edits in, a workbook for each agency out.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Workspace;
use super::answers::Known;
use crate::error::{Error, ErrorKind, Result};
use crate::finding::Finding;
use crate::journal::Entry;
use crate::model::GroupCode;
use crate::plan::Plan;
use crate::workbook::{self, Assignments, Sent};

/// What `assign` did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The files that were written.
    pub files: Vec<PathBuf>,
    /// What was sent for the first time.
    pub sent: Vec<Sent>,
    /// Groups that nobody answers.
    pub unassigned: Vec<GroupCode>,
    /// What a person must look at in the clerk's workbook.
    pub findings: Vec<Finding>,
}

/// Writes a workbook for each agency that has something new to answer; what was sent before is not sent again.
///
/// # Errors
/// When the workspace has no consolidated workbook, it is not ours, or a result cannot be written.
pub fn assign(workspace: &Workspace, plan: &Plan, today: NaiveDate, names: bool) -> Result<Assignment> {
    let Known {
        mut memory,
        said,
        due,
    } = Known::load(workspace, plan, today)?;
    let sent: Vec<Sent> = memory
        .sent
        .iter()
        .map(|((code, agency, leads), file)| Sent {
            code: *code,
            agency: agency.clone(),
            leads: *leads,
            file: file.clone(),
        })
        .collect();
    let assigned = workbook::assignments(&Assignments {
        plan,
        groups: &said.groups,
        opinions: &said.opinions,
        sent: &sent,
        deadline: due.as_ref(),
        names,
    })?;
    let folder = workspace.assignments();
    std::fs::create_dir_all(&folder)
        .map_err(|error| Error::new(ErrorKind::NotWritable, error).at(&folder))?;
    let mut files = Vec::new();
    for (name, bytes) in &assigned.files {
        let path = folder.join(name);
        workbook::write(&path, bytes, today)?;
        files.push(path);
    }
    let entry = |sent: &Sent| Entry::Sent {
        code: sent.code,
        agency: sent.agency.clone(),
        leads: sent.leads,
        file: sent.file.clone(),
    };
    memory.record(
        &workspace.journal(),
        today,
        assigned.sent.iter().map(entry).collect(),
    )?;
    Ok(Assignment {
        files,
        sent: assigned.sent,
        unassigned: assigned.unassigned,
        findings: said.findings,
    })
}
