//! What each unit gets back: its own opinions with their answers, and the conference's summary.

use chrono::NaiveDate;

use super::{AgencyId, GroupCode, Reply, SetAside, Standing, UnitName};

/// What one unit gets back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The unit.
    pub unit: UnitName,
    /// Its opinions in its own order and words.
    pub lines: Vec<FeedbackLine>,
    /// Its rows that say something and were not taken for opinions.
    pub aside: Vec<SetAside>,
    /// Its other rows: headings, totals, notes, blank lines.
    pub no_opinion: usize,
}

impl Feedback {
    /// How many of its opinions have an answer.
    pub fn answered(&self) -> usize {
        self.lines.iter().filter(|line| line.reply.is_some()).count()
    }
}

/// One opinion of a unit with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackLine {
    /// Its number in the run that consolidated it.
    pub number: u32,
    /// Who spoke.
    pub person: String,
    /// Their position.
    pub position: String,
    /// The wording as received.
    pub text: String,
    /// The group it is in.
    pub code: GroupCode,
    /// The agency that answers.
    pub agency: Option<AgencyId>,
    /// The answer, where there is one to give.
    pub reply: Option<Reply>,
    /// How the opinion stands.
    pub standing: Standing,
    /// Other units that raised the same.
    pub other_units: usize,
    /// Other opinions of this unit in the same group, by their place in its list, from 1.
    pub same_here: Vec<usize>,
}

/// One opinion as the conference reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLine {
    /// Its code.
    pub code: GroupCode,
    /// Its wording.
    pub text: String,
    /// Subject of the dialogue.
    pub subject: String,
    /// How many times it was raised.
    pub times: u32,
    /// The units that raised it, as the workbooks show them.
    pub units: String,
    /// The agency that answers.
    pub agency: Option<AgencyId>,
    /// The answer, where there is one to give.
    pub reply: Option<Reply>,
    /// How the opinion stands.
    pub standing: Standing,
}

/// All that goes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackSet {
    /// The day.
    pub today: NaiveDate,
    /// A unit each, in the order of the roll.
    pub units: Vec<Feedback>,
    /// Every opinion once, by subject; within it the most raised first.
    pub summary: Vec<SummaryLine>,
}
