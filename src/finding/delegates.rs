//! Findings about the lists of participants.

use super::Severity;

/// Found while reading and checking the units' lists of participants.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DelegatesFinding {
    /// No sheet of the file has a table of names.
    NoList,
    /// The same person stands twice in a unit's lists.
    Twice {
        /// The place of the other line.
        of: String,
    },
    /// The same name with the same year of birth stands in the list of another unit too.
    TwiceAcross {
        /// The place of the other line.
        of: String,
    },
    /// An expected unit sent no list.
    Missing {
        /// The unit.
        unit: String,
    },
    /// Fewer units sent lists than the plan counts, where it does not name them all.
    UnitsMissing {
        /// How many the plan counts.
        expected: usize,
        /// How many sent a list.
        listed: usize,
    },
    /// A unit whose plan's list is complete sent a list and is not in it.
    UnknownUnit {
        /// The unit as the list names it.
        unit: String,
    },
    /// A unit names another number of participants than the plan asks for.
    Quota {
        /// The unit.
        unit: String,
        /// Who they are, in the plan's words.
        role: String,
        /// How many the plan asks for.
        expected: usize,
        /// How many are listed.
        listed: usize,
    },
    /// All lists together hold another number of participants than the plan asks for.
    QuotaInAll {
        /// Who they are, in the plan's words.
        role: String,
        /// How many the plan asks for.
        expected: usize,
        /// How many are listed.
        listed: usize,
    },
}

impl DelegatesFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::NoList => Severity::Error,
            _ => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoList => "no-list",
            Self::Twice { .. } => "delegate-twice",
            Self::TwiceAcross { .. } => "delegate-twice-across",
            Self::Missing { .. } => "delegates-missing",
            Self::UnitsMissing { .. } => "delegates-units-missing",
            Self::UnknownUnit { .. } => "delegates-unknown-unit",
            Self::Quota { .. } => "quota",
            Self::QuotaInAll { .. } => "quota-in-all",
        }
    }
}
