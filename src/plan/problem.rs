//! What is wrong with a plan, and where. The sentences are in [`wording`](crate::wording).

use std::fmt;

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
    /// Not TOML, an unknown or missing key, a value of another kind; in the words of the TOML library.
    Toml(String),
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

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
