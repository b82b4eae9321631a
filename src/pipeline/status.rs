//! `status`: how far a workspace has come, read from its workbook and journal; nothing is written.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Workspace, answers::Known};
use crate::error::Result;
use crate::journal::Memory;
use crate::model::{
    AgencyProgress, AnswerCounts, Answered, NextMilestone, Progress, ReportProgress, Share, Standing, State,
    Timeline,
};
use crate::plan::{Plan, Step};
use crate::schedule::{self, Calendar};
use crate::workbook;

/// How far a workspace has come on a day.
///
/// # Errors
/// When the workspace's workbook or journal cannot be read; one that was not consolidated yet is no error.
pub fn status(workspace: &Workspace, plan: &Plan, calendar: &Calendar, today: NaiveDate) -> Result<Progress> {
    let memory = Memory::load(&workspace.journal())?;
    let mut timeline = schedule::timeline(plan, today, calendar);
    timeline.mark_done(&memory.done(&plan.id));
    let mut progress = Progress {
        plan: plan.id.clone(),
        title: plan.title.clone(),
        today,
        reports: None,
        answers: None,
        agencies: Vec::new(),
        next: next(&timeline),
    };
    if workspace.consolidated().exists() {
        let known = Known::look(workspace, plan, calendar, today)?;
        let answered = known.stand(plan, &known.questions(), &BTreeSet::new(), today);
        progress.reports = Some(reports(&known, plan, &timeline));
        progress.answers = Some(AnswerCounts::of(&answered));
        progress.agencies = agencies(&known, plan, &answered);
    }
    Ok(progress)
}

/// The progress as a workbook.
///
/// # Errors
/// When the workbook cannot hold it.
pub fn status_book(progress: &Progress) -> Result<Vec<u8>> {
    workbook::progress(progress)
}

/// How far the step has come that a milestone closes.
pub(super) fn share(progress: &Progress, step: Step) -> Option<Share> {
    let (reports, answers) = (progress.reports.as_ref()?, progress.answers.as_ref()?);
    let share = |done, of| Some(Share { done, of });
    match step {
        Step::Report => share(reports.sent.len(), reports.expected),
        Step::Consolidate => share(reports.assigned, reports.groups),
        Step::Answer | Step::Gather => share(answers.standing(Standing::Answered), answers.opinions),
        Step::Conference => None,
    }
}

fn next(timeline: &Timeline) -> Option<NextMilestone> {
    let open = timeline.items.iter().filter(|item| item.state != State::Done);
    let ahead = open.filter_map(|item| {
        let days_left = item.days_left.filter(|left| *left >= 0)?;
        Some(NextMilestone {
            id: item.id.clone(),
            title: item.title.clone(),
            day: item.term.last?,
            days_left,
        })
    });
    ahead.min_by_key(|milestone| milestone.days_left)
}

fn reports(known: &Known, plan: &Plan, timeline: &Timeline) -> ReportProgress {
    let said = &known.said;
    let listed = said.roll.iter().any(|line| line.unit.code.is_some());
    let expected: Vec<_> = said
        .roll
        .iter()
        .filter(|line| !listed || line.unit.code.is_some())
        .collect();
    let names = |sent: bool| -> Vec<String> {
        let of = expected.iter().filter(|line| line.files.is_empty() != sent);
        of.map(|line| line.unit.name.clone()).collect()
    };
    let deadline = timeline.step(Step::Report).and_then(|item| item.term.last);
    // Nothing tells when a file came but a run on the last day or later that did not find it.
    let firsts = &known.memory.reports;
    let lacked =
        |deadline: NaiveDate, first: NaiveDate| firsts.values().any(|run| (deadline..first).contains(run));
    let is_late = |unit: &&String| {
        let dates = deadline.zip(firsts.get(*unit));
        dates.is_some_and(|(deadline, first)| lacked(deadline, *first))
    };
    let sent = names(true);
    ReportProgress {
        expected: plan.expected_units(),
        late: sent.iter().filter(is_late).cloned().collect(),
        missing: names(false),
        opinions: said.opinions.len(),
        groups: said.groups.len(),
        assigned: said.groups.iter().filter(|group| was_sent(known, group)).count(),
        questions: open_questions(known),
        sent,
    }
}

fn was_sent(known: &Known, group: &workbook::GroupRow) -> bool {
    let to = |agency: &crate::model::AgencyId| known.sent().contains_key(&(group.code, agency.clone(), true));
    group.agency.as_ref().is_some_and(to)
}

fn open_questions(known: &Known) -> usize {
    let decided = known.memory.decisions();
    let decided: BTreeSet<_> = decided
        .iter()
        .map(|decision| (&decision.a, &decision.b))
        .collect();
    let open = |(a, b): &&(_, _)| !decided.contains(&(a, b)) && !decided.contains(&(b, a));
    known.said.asked.iter().filter(open).count()
}

fn agencies(known: &Known, plan: &Plan, answered: &[Answered]) -> Vec<AgencyProgress> {
    let one = |agency: &crate::plan::Agency| {
        let own = answered
            .iter()
            .filter(|one| one.agency.as_ref() == Some(&agency.id));
        let groups = known
            .said
            .groups
            .iter()
            .filter(|group| group.agency.as_ref() == Some(&agency.id));
        AgencyProgress {
            agency: agency.id.clone(),
            name: agency.name.clone(),
            sent: groups.filter(|group| was_sent(known, group)).count(),
            counts: AnswerCounts::of(own),
        }
    };
    let all = plan.agencies.iter().map(one);
    all.filter(|agency| agency.counts.opinions > 0).collect()
}
