//! Answers that come back: which opinion each answers, whether it can be trusted, and how every opinion stands.
//!
//! Takes the rows that `workbook` read from returned workbooks as plain data. A row is matched by its code and checked by
//! its wording (`matching`); what looks wrong about the answer itself is found with all answers side by side
//! (`doubts`); of several answers about one opinion the last word is the clerk's (`standing`). Nothing is dropped: an
//! answer that does not count any more is kept with those that do.

mod doubts;
mod feedback;
mod matching;
mod passed;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::model::{AgencyId, AnswerKey, Answered, Given, GroupCode, ReturnedFile};
use crate::plan::Plan;

pub use feedback::{Material, Raised, Received, feedback};
pub use passed::passed_to;

/// What was sent: the workbook by group, agency and whether the agency answers.
pub type SentTo = BTreeMap<(GroupCode, AgencyId, bool), String>;

/// One opinion that is to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its code.
    pub code: GroupCode,
    /// Its wording now, then others under which it may have been sent: those of its members.
    pub wordings: Vec<String>,
    /// The agency that answers now.
    pub agency: Option<AgencyId>,
}

/// What the answers are judged by.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// All opinions.
    pub questions: &'a [Question],
    /// All answers that were ever received, each with the day on which it was first read, in that order.
    pub answers: &'a [(NaiveDate, Given)],
    /// The answers that stand in the workbooks at hand; empty when none were given.
    pub at_hand: &'a BTreeSet<AnswerKey>,
    /// The answers that the clerk chose.
    pub choices: &'a BTreeMap<GroupCode, AnswerKey>,
    /// The last day in time.
    pub deadline: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
}

/// Finds what each row of the returned workbooks answers. Rows in which nothing was filled in give nothing.
pub fn given(files: &[ReturnedFile], questions: &[Question], sent: &SentTo) -> (Vec<Given>, Vec<Finding>) {
    let matcher = matching::Matcher::new(questions, sent);
    let mut findings = Vec::new();
    let mut answers = Vec::new();
    for file in files {
        answers.extend(matcher.file(file, &mut findings));
    }
    (answers, findings)
}

/// How every opinion stands, in the order of the questions.
pub fn stand(judge: &Judge<'_>) -> Vec<Answered> {
    standing::all(judge)
}

/// Answers of earlier runs whose opinion is no longer there, neither under its code nor under its wording.
pub fn astray(judge: &Judge<'_>) -> Vec<Given> {
    standing::astray(judge)
}

#[cfg(test)]
mod tests;
