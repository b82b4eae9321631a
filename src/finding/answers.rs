//! Findings about the workbooks that agencies send back. What is doubtful about an answer is a
//! [`Doubt`](crate::model::Doubt), not a finding.

use super::Severity;
use crate::model::{AgencyId, GroupCode};

/// Found while reading the agencies' answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AnswersFinding {
    /// No sheet of the file has a list of opinions to answer.
    NoAnswers,
    /// A row holds an answer, and neither a code nor a wording that was sent.
    UnknownRow,
    /// A row holds an answer under a code that was never given.
    UnknownCode {
        /// The code.
        code: GroupCode,
    },
    /// The workbook was sent under another plan.
    OtherPlan {
        /// The plan's identifier.
        plan: String,
    },
    /// The clerk's choice is none that is understood.
    UnclearChoice,
    /// Two answers about the same opinion are marked as chosen.
    TwoChoices {
        /// The opinion.
        code: GroupCode,
    },
    /// An agency passed the opinion on, and it goes to the one that it named.
    Reassigned {
        /// The opinion.
        code: GroupCode,
        /// The agency.
        to: AgencyId,
    },
    /// An agency passed the opinion on, and does not name one agency to which it can go.
    PassedToNobody {
        /// The opinion.
        code: GroupCode,
    },
    /// The opinion was passed on to an agency that had passed it on itself.
    PassedInCircle {
        /// The opinion.
        code: GroupCode,
    },
}

impl AnswersFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::NoAnswers => Severity::Error,
            Self::Reassigned { .. } => Severity::Note,
            _ => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoAnswers => "no-answers",
            Self::UnknownRow => "unknown-answer-row",
            Self::UnknownCode { .. } => "unknown-code",
            Self::OtherPlan { .. } => "other-plan",
            Self::UnclearChoice => "unclear-choice",
            Self::TwoChoices { .. } => "two-choices",
            Self::Reassigned { .. } => "reassigned",
            Self::PassedToNobody { .. } => "passed-to-nobody",
            Self::PassedInCircle { .. } => "passed-in-circle",
        }
    }
}
