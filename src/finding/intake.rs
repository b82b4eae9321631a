//! Findings of intake.

use super::Severity;

/// Found while reading the reports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IntakeFinding {
    /// The file could not be read; the reason in the reader's words.
    Unreadable {
        /// What the reader said.
        detail: String,
    },
}

impl IntakeFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Unreadable { .. } => Severity::Error,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
        }
    }
}
