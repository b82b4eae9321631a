//! Opinions that one written reply would settle, and the pairs a person must look at.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{AgencyId, Evidence, OpinionId};

/// The code of a group, `YK-0001`: once given it is never given to another group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupCode(pub u32);

impl GroupCode {
    /// Reads `YK-0001`, forgiving case, spaces and missing zeros (`yk 1`); `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text
            .get(..2)
            .filter(|p| p.eq_ignore_ascii_case("yk"))
            .and_then(|_| text.get(2..))?;
        let digits = rest.trim_start_matches(['-', ' ', '\u{2013}', '\u{a0}', '.']);
        if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().map(Self)
    }
}

impl fmt::Display for GroupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "YK-{:04}", self.0)
    }
}

impl Serialize for GroupCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for GroupCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not a code: {text}")))
    }
}

/// What the clerk wrote over a group's proposals in the consolidated workbook; `None` where nothing was changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupEdit {
    /// The agency that answers.
    pub agency: Option<AgencyId>,
    /// The agencies that coordinate.
    pub coordinate: Option<Vec<AgencyId>>,
    /// The joint wording.
    pub wording: Option<String>,
    /// The subject.
    pub subject: Option<String>,
}

/// One opinion of a group and why it is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The opinion.
    pub opinion: OpinionId,
    /// Its comparison with the group's head; `None` for the head itself.
    pub evidence: Option<Evidence>,
}

/// Opinions that one reply settles. Every member was compared with the head directly: stars, not chains.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its code.
    pub code: GroupCode,
    /// The opinion whose wording stands for the group.
    pub head: OpinionId,
    /// All members, the head first, then by opinion number.
    pub members: Vec<Member>,
}

/// Two opinions that may be duplicates; the clerk decides.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewPair {
    /// The head of the larger group, or the earlier opinion.
    pub a: OpinionId,
    /// The other one.
    pub b: OpinionId,
    /// What was found.
    pub evidence: Evidence,
}

/// Two opinions that look alike and were kept apart, with what kept them apart.
#[derive(Debug, Clone, PartialEq)]
pub struct NearMiss {
    /// The earlier opinion.
    pub a: OpinionId,
    /// The other one.
    pub b: OpinionId,
    /// What was found; its vetoes say what kept the two apart.
    pub evidence: Evidence,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_clerks_type_it() {
        for text in ["YK-0012", "yk-12", " YK 0012 ", "YK0012", "YK\u{2013}0012"] {
            assert_eq!(GroupCode::parse(text), Some(GroupCode(12)), "{text}");
        }
        for text in ["", "YK", "YK-", "YK-x", "12", "mới", "YK-99999999999"] {
            assert_eq!(GroupCode::parse(text), None, "{text}");
        }
        assert_eq!(GroupCode(12).to_string(), "YK-0012");
    }
}
