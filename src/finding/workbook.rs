//! Findings of writing our workbooks and of reading them back.

use super::Severity;
use crate::model::GroupCode;

/// Found while writing a workbook or reading one back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum WorkbookFinding {
    /// The text is longer than a cell holds; its rest stands in a sheet of its own.
    LongText,
    /// The sheet, or a column of it, is gone; what the clerk may have said there is not known.
    SheetGone {
        /// Its name.
        name: String,
        /// The headings that are missing; empty when the sheet itself is.
        columns: Vec<String>,
    },
    /// The row of a group is no longer in the summary.
    RowGone {
        /// The group.
        code: GroupCode,
    },
    /// Two rows of the summary say different things about a group.
    RowTwice {
        /// The group.
        code: GroupCode,
    },
    /// The answer to a question is none of those that can be given.
    UnclearAnswer,
    /// The code written for an opinion is none of this workbook.
    UnclearCode,
    /// The row cannot be matched with an opinion or a pair.
    UnknownRow,
    /// Two places give different answers about the same two opinions.
    TwoAnswers,
    /// The workbook was written with another plan.
    OtherPlan {
        /// The plan's identifier.
        plan: String,
    },
}

impl WorkbookFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::LongText | Self::RowGone { .. } => Severity::Note,
            _ => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::LongText => "long-text",
            Self::SheetGone { .. } => "sheet-gone",
            Self::RowGone { .. } => "row-gone",
            Self::RowTwice { .. } => "row-twice",
            Self::UnclearAnswer => "unclear-answer",
            Self::UnclearCode => "unclear-code",
            Self::UnknownRow => "unknown-row",
            Self::TwoAnswers => "two-answers",
            Self::OtherPlan { .. } => "other-plan",
        }
    }
}
