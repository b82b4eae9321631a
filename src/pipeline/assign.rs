//! `assign`: the consolidated workbook with the clerk's edits in, a workbook for each agency out.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::answers::Known;
use super::{Workspace, learn, prepare, put};
use crate::error::Result;
use crate::finding::{AnswersFinding, Finding, FindingKind};
use crate::journal::{Entry, Memory};
use crate::model::{AgencyId, Answered, GroupCode, Standing};
use crate::plan::Plan;
use crate::schedule::Calendar;
use crate::workbook::{self, Assignments, Sent};

/// What `assign` did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The files that were written.
    pub files: Vec<PathBuf>,
    /// What was sent for the first time.
    pub sent: Vec<Sent>,
    /// What goes to another agency because the one that was asked passed it on.
    pub passed: Vec<Passed>,
    /// What goes to another agency because clerks chose that one for the same in earlier workbooks.
    pub learned: Vec<(GroupCode, AgencyId)>,
    /// Groups that nobody answers.
    pub unassigned: Vec<GroupCode>,
    /// What a person must look at in the clerk's workbook.
    pub findings: Vec<Finding>,
}

/// An opinion that one agency passed on to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The opinion.
    pub code: GroupCode,
    /// Who passed it on.
    pub from: AgencyId,
    /// Who answers instead.
    pub to: AgencyId,
}

/// What `assign` is asked to do.
#[derive(Debug, Clone, Copy)]
pub struct Assign<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The days off by which deadlines are reckoned.
    pub calendar: &'a Calendar,
    /// The day that the journal notes.
    pub today: NaiveDate,
    /// Whether the workbooks say who spoke.
    pub names: bool,
    /// Consolidated workbooks of earlier dialogues, or the folders that hold them, to learn agencies from.
    pub learn: &'a [PathBuf],
}

/// Writes a workbook for each agency that has something new to answer; what was sent before is not sent again.
///
/// # Errors
/// When another run is at work in the workspace, it has no consolidated workbook or one that is not ours, or a result
/// cannot be written.
pub fn assign(workspace: &Workspace, request: &Assign<'_>) -> Result<Assignment> {
    let Assign {
        plan,
        calendar,
        today,
        names,
        learn: earlier,
    } = *request;
    let _lock = workspace.lock()?;
    let mut known = Known::load(workspace, plan, calendar, today)?;
    let learned = learn::from(workspace, &mut known, plan, earlier, today)?;
    let (passed, mut findings) = pass_on(workspace, &mut known, plan, today)?;
    let Known {
        mut memory,
        said,
        due,
    } = known;
    findings.extend(said.findings);
    let sent = sent(&memory);
    let assigned = workbook::assignments(&Assignments {
        plan,
        groups: &said.groups,
        opinions: &said.opinions,
        sent: &sent,
        deadline: due.as_ref(),
        names,
    })?;
    // What the journal calls sent is not sent again, so here the files come first.
    let files = write(workspace, assigned.files, today)?;
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
        passed,
        learned,
        unassigned: assigned.unassigned,
        findings,
    })
}

/// What the journal says was sent.
fn sent(memory: &Memory) -> Vec<Sent> {
    let sent = memory.sent.iter();
    sent.map(|((code, agency, leads), file)| Sent {
        code: *code,
        agency: agency.clone(),
        leads: *leads,
        file: file.clone(),
    })
    .collect()
}

fn write(workspace: &Workspace, books: Vec<(String, Vec<u8>)>, today: NaiveDate) -> Result<Vec<PathBuf>> {
    let folder = workspace.assignments();
    let named = |(name, bytes)| (folder.join::<String>(name), bytes);
    let files: Vec<_> = books.into_iter().map(named).collect();
    put(prepare(&files, today)?)?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// Takes up what agencies passed on: the opinion goes to the one that the answer names, unless that one was asked before.
fn pass_on(
    workspace: &Workspace,
    known: &mut Known,
    plan: &Plan,
    today: NaiveDate,
) -> Result<(Vec<Passed>, Vec<Finding>)> {
    let answered = known.stand(plan, &known.questions(), &BTreeSet::new(), today);
    let (mut passed, mut findings) = (Vec::new(), Vec::new());
    for one in answered.iter().filter(|one| one.standing == Standing::PassedOn) {
        let kind = match next_agency(known, one) {
            Ok(step) => {
                let (code, to) = (step.code, step.to.clone());
                passed.push(step);
                AnswersFinding::Reassigned { code, to }
            }
            Err(kind) => kind,
        };
        let given = one.reply.as_ref().map(|reply| &reply.given);
        findings.push(Finding {
            file: given.map(|given| given.file.clone()).unwrap_or_default(),
            sheet: given.map(|given| given.sheet.clone()),
            cell: given.map(|given| given.cell.clone()),
            kind: FindingKind::Answers(kind),
        });
    }
    let entry = |passed: &Passed| Entry::Passed {
        code: passed.code,
        from: passed.from.clone(),
        to: passed.to.clone(),
    };
    let entries = passed.iter().map(entry).collect();
    known.memory.record(&workspace.journal(), today, entries)?;
    for group in &mut known.said.groups {
        if let Some(step) = passed.iter().find(|passed| passed.code == group.code) {
            group.agency = Some(step.to.clone());
        }
    }
    Ok((passed, findings))
}

fn next_agency(known: &Known, one: &Answered) -> std::result::Result<Passed, AnswersFinding> {
    let code = one.code;
    let (Some(from), Some(to)) = (one.agency.clone(), one.passed_to.clone()) else {
        return Err(AnswersFinding::PassedToNobody { code });
    };
    if known.sent().contains_key(&(code, to.clone(), true)) {
        return Err(AnswersFinding::PassedInCircle { code });
    }
    Ok(Passed { code, from, to })
}
