//! What a workspace knows about its answers: the groups as the clerk left them, and how each stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Workspace, clerk};
use crate::answers::{self, Question, SentTo};
use crate::error::Result;
use crate::journal::Memory;
use crate::model::{AnswerKey, Answered, Given, GroupCode};
use crate::plan::{Plan, Step};
use crate::schedule::{self, Calendar};
use crate::workbook::{Due, ReadBack};

/// A workspace that was read for the sake of its answers.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) memory: Memory,
    /// The consolidated workbook; each group with the agency that answers it now.
    pub(super) said: ReadBack,
    /// By when the plan wants the answers.
    pub(super) due: Option<Due>,
}

impl Known {
    /// Reads the clerk's workbook and the journal.
    pub(super) fn load(
        workspace: &Workspace,
        plan: &Plan,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Result<Self> {
        Self::with(workspace, plan, calendar, today, clerk::remember)
    }

    /// The same without writing anything.
    pub(super) fn look(
        workspace: &Workspace,
        plan: &Plan,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Result<Self> {
        Self::with(workspace, plan, calendar, today, clerk::see)
    }

    fn with(
        workspace: &Workspace,
        plan: &Plan,
        calendar: &Calendar,
        today: NaiveDate,
        read: fn(&Workspace, &Plan, NaiveDate, &mut Memory) -> Result<ReadBack>,
    ) -> Result<Self> {
        let mut memory = Memory::load(&workspace.journal())?;
        let mut said = read(workspace, plan, today, &mut memory)?;
        for group in &mut said.groups {
            let kept = memory.edits.get(&group.code).and_then(|edit| edit.agency.clone());
            let agency = kept.or(group.agency.take());
            group.agency = agency.map(|agency| memory.passed_on(group.code, agency));
        }
        Ok(Self {
            memory,
            said,
            due: due(plan, calendar, today),
        })
    }

    /// The opinions that are to be answered, each with all wordings under which it may have been sent.
    pub(super) fn questions(&self) -> Vec<Question> {
        let mut members: BTreeMap<GroupCode, Vec<String>> = BTreeMap::new();
        for opinion in &self.said.opinions {
            members
                .entry(opinion.code)
                .or_default()
                .push(opinion.text.clone());
        }
        let question = |group: &crate::workbook::GroupRow| Question {
            code: group.code,
            wordings: std::iter::once(group.wording.clone())
                .chain(members.remove(&group.code).unwrap_or_default())
                .chain(
                    self.memory
                        .wordings
                        .get(&group.code)
                        .into_iter()
                        .flatten()
                        .cloned(),
                )
                .collect(),
            agency: group.agency.clone(),
        };
        self.said.groups.iter().map(question).collect()
    }

    /// What was sent to whom.
    pub(super) fn sent(&self) -> &SentTo {
        &self.memory.sent
    }

    /// How every opinion stands.
    pub(super) fn stand(
        &self,
        plan: &Plan,
        questions: &[Question],
        at_hand: &BTreeSet<AnswerKey>,
        today: NaiveDate,
    ) -> Vec<Answered> {
        answers::stand(&self.judge(plan, questions, at_hand, today))
    }

    /// Answers whose opinion is no longer there.
    pub(super) fn astray(&self, plan: &Plan, questions: &[Question], today: NaiveDate) -> Vec<Given> {
        answers::astray(&self.judge(plan, questions, &BTreeSet::new(), today))
    }

    fn judge<'a>(
        &'a self,
        plan: &'a Plan,
        questions: &'a [Question],
        at_hand: &'a BTreeSet<AnswerKey>,
        today: NaiveDate,
    ) -> answers::Judge<'a> {
        answers::Judge {
            plan,
            questions,
            answers: &self.memory.answers,
            at_hand,
            choices: &self.memory.choices,
            deadline: self.due.as_ref().map(|due| due.last_day),
            today,
        }
    }
}

/// By when the plan wants the answers.
fn due(plan: &Plan, calendar: &Calendar, today: NaiveDate) -> Option<Due> {
    let timeline = schedule::timeline(plan, today, calendar);
    let item = timeline.step(Step::Answer)?;
    let last_day = item.term.last?;
    Some(Due {
        wording: item.wording.clone(),
        last_day,
        last_working_day: item.term.last_working.unwrap_or(last_day),
    })
}
