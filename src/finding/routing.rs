//! Findings of routing and assignment.

use super::Severity;

/// Found while proposing agencies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoutingFinding {
    /// The workbook names an agency that the plan does not have.
    UnknownAgency {
        /// As written in the workbook.
        name: String,
    },
}

impl RoutingFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::UnknownAgency { .. } => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::UnknownAgency { .. } => "unknown-agency",
        }
    }
}
