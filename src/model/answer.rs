//! What an agency answers.

use serde::{Deserialize, Serialize};

/// What an agency has done about an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerState {
    /// đã giải quyết
    Settled,
    /// đang giải quyết
    Underway,
    /// sẽ giải quyết
    Planned,
    /// giải trình: nothing will be done, and why
    Explained,
    /// chuyển cơ quan khác
    PassedOn,
    /// không thuộc thẩm quyền
    NotCompetent,
}

impl AnswerState {
    /// All states, in the order of the drop-down.
    pub const ALL: [Self; 6] = [
        Self::Settled,
        Self::Underway,
        Self::Planned,
        Self::Explained,
        Self::PassedOn,
        Self::NotCompetent,
    ];
}
