//! The participants that the units name.

use serde::Serialize;

use super::{Origin, UnitName};

/// One participant, as a unit's list names them. Telephone and identity numbers are left out when lists are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegate {
    /// Who sends them.
    pub unit: UnitName,
    /// Full name as written.
    pub person: String,
    /// Position, or whom they stand for, as written; possibly empty.
    pub position: String,
    /// Year or day of birth as written, possibly empty.
    pub born: String,
    /// Note of the list, possibly empty.
    pub note: String,
    /// Where they are named; the cell is that of the name.
    pub origin: Origin,
}

/// What a unit's lists hold, against what the plan expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// The unit.
    pub unit: UnitName,
    /// Its files, in order.
    pub files: Vec<String>,
    /// Participants that it names.
    pub listed: usize,
    /// How many it should send, where the plan says so.
    pub expected: Option<usize>,
}

/// The numbers of the lists: `rows` = `delegates` + `set_aside`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DelegateCounts {
    /// Files that could be lists.
    pub files: usize,
    /// Files of which a list was read.
    pub files_read: usize,
    /// Rows read below the headers.
    pub rows: usize,
    /// Participants.
    pub delegates: usize,
    /// Rows that name nobody: headings, totals, signatures, blank lines.
    pub set_aside: usize,
    /// Units that the plan expects.
    pub units_expected: usize,
    /// Units that sent a list.
    pub units_listed: usize,
    /// Participants that the plan asks of the units, where it says so.
    pub expected: Option<usize>,
    /// Findings.
    pub findings: usize,
}
