//! How far the work has come: what the units sent, what the agencies answered.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AgencyId, AnswerCounts};

/// So much of so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share {
    /// What is done.
    pub done: usize,
    /// What there is to do.
    pub of: usize,
}

/// How far a workspace has come on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Identifier of the plan.
    pub plan: String,
    /// Title of the conference.
    pub title: String,
    /// The day.
    pub today: NaiveDate,
    /// What the units sent; `None` before the first consolidation.
    pub reports: Option<ReportProgress>,
    /// How the answers stand; `None` before the first consolidation.
    pub answers: Option<AnswerCounts>,
    /// How each agency stands that has anything to answer, in the plan's order.
    pub agencies: Vec<AgencyProgress>,
    /// The milestone that comes next.
    pub next: Option<NextMilestone>,
}

/// What the units sent, and what was made of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportProgress {
    /// Units that the plan expects.
    pub expected: usize,
    /// Those that sent a report.
    pub sent: Vec<String>,
    /// Those of them whose report was not yet there when reports were read on the last day or later.
    pub late: Vec<String>,
    /// Units that the plan names and that sent nothing.
    pub missing: Vec<String>,
    /// Opinions received.
    pub opinions: usize,
    /// Opinions after duplicates were joined.
    pub groups: usize,
    /// Groups that were sent to the agency that answers them.
    pub assigned: usize,
    /// Questions about duplicates that the clerk has not answered.
    pub questions: usize,
}

/// How an agency stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyProgress {
    /// The agency.
    pub agency: AgencyId,
    /// Its name.
    pub name: String,
    /// Opinions of those that it answers that were sent to it.
    pub sent: usize,
    /// How those that it answers stand.
    pub counts: AnswerCounts,
}

/// The milestone that comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextMilestone {
    /// Its identifier.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The last day in time, or the day of the event.
    pub day: NaiveDate,
    /// Days left.
    pub days_left: i64,
}
