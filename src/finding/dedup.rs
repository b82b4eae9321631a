//! Findings of the duplicate search and of the clerk's decisions about duplicates.

use super::Severity;
use crate::model::GroupCode;

/// Found while looking for duplicates.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DedupFinding {
    /// The clerk's decisions about these groups contradict one another.
    Contradiction {
        /// One group.
        a: GroupCode,
        /// The other group.
        b: GroupCode,
    },
}

impl DedupFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Contradiction { .. } => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Contradiction { .. } => "contradiction",
        }
    }
}
