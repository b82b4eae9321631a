//! Findings of intake.

use super::Severity;

/// Found while reading the reports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IntakeFinding {
    /// The file could not be read.
    Unreadable {
        /// What the reader said.
        detail: String,
    },
    /// The file has no bytes.
    Empty,
    /// The file is larger than a report can be.
    TooLarge,
    /// The file is protected with a password.
    Password,
    /// The file is something else.
    NotSpreadsheet {
        /// What it is: "PDF", "PNG".
        kind: String,
    },
    /// No sheet of the file has a table of opinions.
    NoTable,
    /// The file is the same as another, byte for byte; its rows count once.
    Copy {
        /// The other file.
        of: String,
    },
    /// The sheet is hidden and was not read.
    HiddenSheet,
    /// The total that the table states is not the number of opinions in it.
    TotalDiffers {
        /// As stated.
        stated: u64,
        /// As read.
        read: u64,
    },
}

impl IntakeFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Unreadable { .. }
            | Self::Empty
            | Self::TooLarge
            | Self::Password
            | Self::NotSpreadsheet { .. }
            | Self::NoTable => Severity::Error,
            Self::Copy { .. } | Self::HiddenSheet | Self::TotalDiffers { .. } => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::Empty => "empty-file",
            Self::TooLarge => "too-large",
            Self::Password => "password",
            Self::NotSpreadsheet { .. } => "not-spreadsheet",
            Self::NoTable => "no-table",
            Self::Copy { .. } => "copy",
            Self::HiddenSheet => "hidden-sheet",
            Self::TotalDiffers { .. } => "total-differs",
        }
    }
}
