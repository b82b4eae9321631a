//! Which agency must answer.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The plan's identifier of an answering agency, such as `so-xay-dung`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgencyId(pub String);

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How far a proposal can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Nothing speaks clearly for one agency: left to the clerk.
    Open,
    /// Proposed; the clerk should look.
    Proposed,
    /// Sure.
    Sure,
}

/// Who should answer an opinion or a group, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The agency whose reply would settle the ask, or `None` when it is left to the clerk.
    pub agency: Option<AgencyId>,
    /// How sure that is.
    pub certainty: Certainty,
    /// Probability of `agency`, from 0 to 1.
    pub score: f64,
    /// Other agencies that a careful official would ask to coordinate.
    pub coordinate: Vec<AgencyId>,
    /// The words of the text that decided, for a person to read.
    pub because: Vec<String>,
    /// The next best agencies with their probabilities, best first.
    pub others: Vec<(AgencyId, f64)>,
}
