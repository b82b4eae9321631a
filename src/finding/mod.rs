//! What a person must look at: the run goes on, the finding is listed with its place and the next step.
//!
//! Each stage has its own kinds, in a file of their own; the sentences for them are in
//! [`wording`](crate::wording). A finding names file, sheet and cell, never a person or the text of an opinion.

mod answers;
mod dedup;
mod delegates;
mod intake;
mod routing;
mod workbook;

pub use answers::AnswersFinding;
pub use dedup::DedupFinding;
pub use delegates::DelegatesFinding;
pub use intake::{CellTrouble, Inside, IntakeFinding, UnitSource};
pub use routing::RoutingFinding;
pub use workbook::WorkbookFinding;

use std::cmp::Ordering;

use serde::Serialize;

use crate::spreadsheet::cell_at;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something could not be read: opinions may be missing.
    Error,
    /// Something was read in a way that a person should confirm.
    Warning,
    /// Good to know.
    Note,
}

/// What was found, by stage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Found while reading the reports.
    Intake(IntakeFinding),
    /// Found while looking for duplicates.
    Dedup(DedupFinding),
    /// Found while proposing agencies.
    Routing(RoutingFinding),
    /// Found in the lists of participants.
    Delegates(DelegatesFinding),
    /// Found while writing a workbook or reading one back.
    Workbook(WorkbookFinding),
    /// Found in the agencies' answers.
    Answers(AnswersFinding),
}

/// One thing that a person must look at.
///
/// Findings go by file, sheet and place: those of a file first, of a sheet next, then cell after cell as they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// File, relative to the folder given, with `/`; empty when the finding is about the whole run.
    pub file: String,
    /// Sheet, if it is about one.
    pub sheet: Option<String>,
    /// Cell as Excel shows it, if it is about one.
    pub cell: Option<String>,
    /// What it is.
    pub kind: FindingKind,
}

impl Ord for Finding {
    fn cmp(&self, other: &Self) -> Ordering {
        // "D10" comes after "D9".
        let place = |finding: &Self| finding.cell.as_deref().and_then(cell_at);
        let sheets = (&self.file, &self.sheet).cmp(&(&other.file, &other.sheet));
        sheets
            .then_with(|| place(self).cmp(&place(other)))
            .then_with(|| (&self.cell, &self.kind).cmp(&(&other.cell, &other.kind)))
    }
}

impl PartialOrd for Finding {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Finding {
    /// How much it matters; follows from the kind.
    pub fn severity(&self) -> Severity {
        match &self.kind {
            FindingKind::Intake(kind) => kind.severity(),
            FindingKind::Dedup(kind) => kind.severity(),
            FindingKind::Routing(kind) => kind.severity(),
            FindingKind::Delegates(kind) => kind.severity(),
            FindingKind::Workbook(kind) => kind.severity(),
            FindingKind::Answers(kind) => kind.severity(),
        }
    }

    /// Whether a person must look before the result is used; a note is only good to know.
    pub fn needs_a_look(&self) -> bool {
        self.severity() != Severity::Note
    }

    /// Stable identifier for programs, such as `total-differs`.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            FindingKind::Intake(kind) => kind.code(),
            FindingKind::Dedup(kind) => kind.code(),
            FindingKind::Routing(kind) => kind.code(),
            FindingKind::Delegates(kind) => kind.code(),
            FindingKind::Workbook(kind) => kind.code(),
            FindingKind::Answers(kind) => kind.code(),
        }
    }
}
