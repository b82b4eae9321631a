//! Opinions that an earlier dialogue has answered.

use serde::Serialize;

use super::OpinionId;

/// An opinion of an earlier answer book, with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// Its code there.
    pub code: String,
    /// Its wording there.
    pub wording: String,
    /// The units that raised it.
    pub units: Vec<String>,
    /// Who answered, as the book names it.
    pub agency: String,
    /// The answer.
    pub reply: String,
}

/// An opinion of this run that an earlier answer settles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredBefore {
    /// The opinion of this run.
    pub opinion: OpinionId,
    /// What was answered then.
    pub earlier: Earlier,
}
