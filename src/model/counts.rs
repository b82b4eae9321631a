//! The numbers of a run, which must add up.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ReasonAside;

/// The numbers of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Files that could be reports.
    pub files: usize,
    /// Files whose rows are counted.
    pub files_read: usize,
    /// Files that could not be read or hold no table of opinions.
    pub files_not_read: usize,
    /// Units that the plan expects.
    pub units_expected: usize,
    /// Expected units of which a report was read.
    pub units_reported: usize,
    /// Rows read: each is an opinion or set aside.
    pub rows: usize,
    /// Opinions.
    pub opinions: usize,
    /// Rows set aside.
    pub set_aside: usize,
    /// Rows set aside, by reason.
    pub set_aside_by_reason: BTreeMap<ReasonAside, usize>,
    /// Groups: what the consolidated list holds.
    pub groups: usize,
    /// Opinions joined to another one's group: `opinions` less `groups`.
    pub joined: usize,
    /// Questions for the clerk.
    pub review: usize,
    /// Look-alikes kept apart.
    pub near_misses: usize,
    /// Groups whose agency is sure.
    pub agency_sure: usize,
    /// Groups whose agency is proposed and should be looked at.
    pub agency_proposed: usize,
    /// Groups left to the clerk.
    pub agency_open: usize,
    /// Findings that a person must look at (errors and warnings).
    pub findings: usize,
}

impl Counts {
    /// Whether every row and every opinion is accounted for.
    pub fn add_up(&self) -> bool {
        self.rows == self.opinions + self.set_aside
            && self.opinions == self.groups + self.joined
            && self.set_aside == self.set_aside_by_reason.values().sum::<usize>()
            && self.groups == self.agency_sure + self.agency_proposed + self.agency_open
    }
}

/// How a run differs from the run before in the same workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Opinions that were not there in that run.
    pub new: usize,
    /// Of those, how many joined a group that has its code from before.
    pub joined: usize,
    /// Wordings that were there in that run and are in no report now.
    pub gone: usize,
}
