//! What is wrong with a plan, and where. The sentences are in [`wording`](crate::wording).

use std::fmt;

use chrono::NaiveDate;

use crate::model::DayOff;

/// A place in the plan's text, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

impl Place {
    /// The place of a byte of `text`.
    pub(crate) fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(start..).unwrap_or_default().chars().count() + 1,
        }
    }
}

/// What a name must be the only one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unique {
    /// A unit's code.
    UnitCode,
    /// An agency's id.
    AgencyId,
    /// A subject's id.
    SubjectId,
    /// A milestone's id.
    MilestoneId,
    /// A document's id.
    DocumentId,
    /// The step of a milestone.
    Step,
    /// The agency that answers for a field.
    Field,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub at: Place,
    /// What.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// Not TOML, a missing key, a value of another kind; in the words of the TOML library.
    Toml(String),
    /// A key that the format does not have, and the library's words about it, which name those that it has.
    UnknownKey(String, String),
    /// A date that no calendar has.
    NoSuchDate(String),
    /// A wording that holds a date and is none of the known ones.
    WordingUnclear(String),
    /// A date without its year.
    NoYear(String),
    /// From a later day to an earlier one.
    Backwards(String),
    /// Given twice.
    Twice(Unique, String),
    /// Not one of the fields of competence.
    NoSuchField(String),
    /// No document has this id.
    NoSuchDocument(String),
    /// No agency has this id.
    NoSuchAgency(String),
    /// No unit has this code.
    NoSuchUnit(String),
    /// A form without a column for the opinion.
    NoOpinionColumn,
    /// A number of delegates or units that cannot be met.
    Impossible(String),
    /// Neither a unit nor a number of units.
    NoUnits,
    /// A part of the plan that is empty.
    Empty(&'static str),
}

/// Two things in a plan that do not go together. The plan can be used all the same; a person should look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// Where.
    pub at: Place,
    /// What.
    pub kind: ContradictionKind,
}

/// What does not go together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContradictionKind {
    /// A document bears an earlier day than one that it carries out.
    DocumentBeforeBasis {
        /// The document.
        document: String,
        /// Its day.
        date: NaiveDate,
        /// What it carries out.
        basis: String,
        /// The day of that.
        basis_date: NaiveDate,
    },
    /// A task is due before the document that orders it.
    TaskBeforeDocument {
        /// The milestone.
        milestone: String,
        /// Its last day.
        last: NaiveDate,
        /// The document.
        document: String,
        /// Its day.
        date: NaiveDate,
    },
    /// A task that prepares the conference is due after it.
    AfterConference {
        /// The milestone.
        milestone: String,
        /// Its last day.
        last: NaiveDate,
        /// The last day on which the conference may be.
        conference: NaiveDate,
    },
    /// A later step of the flow of opinions is due before an earlier one.
    StepsSwapped {
        /// The milestone of the earlier step.
        earlier: String,
        /// The milestone of the later step.
        later: String,
    },
    /// The weekday beside the date is not that of the date.
    WeekdayDiffers {
        /// The milestone.
        milestone: String,
        /// The date.
        day: NaiveDate,
    },
    /// The last day is no working day.
    OnDayOff {
        /// The milestone.
        milestone: String,
        /// Its last day.
        day: NaiveDate,
        /// Why it is off.
        off: DayOff,
        /// The last working day before it.
        working: NaiveDate,
    },
    /// The table of days off lacks the year.
    YearUnknown {
        /// The milestone.
        milestone: String,
        /// The year.
        year: i32,
    },
    /// A unit is listed twice.
    UnitTwice(String),
    /// No subject reaches the agency.
    AgencyUnreached(String),
    /// No agency answers for the field.
    FieldUnanswered(String),
    /// The delegates of a role do not add up to the number that the plan gives.
    DelegatesDiffer {
        /// The role.
        role: String,
        /// What the units send in all.
        sum: usize,
        /// What the plan says.
        total: usize,
    },
}

impl ContradictionKind {
    /// Stable identifier for programs, such as `weekday-differs`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::DocumentBeforeBasis { .. } => "document-before-basis",
            Self::TaskBeforeDocument { .. } => "task-before-document",
            Self::AfterConference { .. } => "after-conference",
            Self::StepsSwapped { .. } => "steps-swapped",
            Self::WeekdayDiffers { .. } => "weekday-differs",
            Self::OnDayOff { .. } => "on-day-off",
            Self::YearUnknown { .. } => "year-unknown",
            Self::UnitTwice(_) => "unit-twice",
            Self::AgencyUnreached(_) => "agency-unreached",
            Self::FieldUnanswered(_) => "field-unanswered",
            Self::DelegatesDiffer { .. } => "delegates-differ",
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
