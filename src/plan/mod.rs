//! The plan of one dialogue as data: units, agencies, subjects, the form, milestones. Read once and passed down.
//!
//! Built-in plans are TOML files in `plans/`, compiled in. What a deadline's wording means is in
//! `schedule`, not here.

use serde::Deserialize;

use crate::error::{Error, ErrorKind, Result};
use crate::model::{AgencyId, UnitName};

/// What kind of unit it is; decides the word before its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// xã
    Xa,
    /// phường
    Phuong,
}

impl Rank {
    /// The word before the name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Xa => "xã",
            Self::Phuong => "phường",
        }
    }
}

/// A unit that is expected to send a report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Official code.
    pub code: String,
    /// Kind.
    pub rank: Rank,
    /// Name without the rank.
    pub name: String,
    /// Other and older names.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Unit {
    /// Rank and name, "xã Phú Đình".
    pub fn full_name(&self) -> String {
        format!("{} {}", self.rank.word(), self.name)
    }

    /// The unit as it travels with its opinions.
    pub fn unit_name(&self) -> UnitName {
        UnitName {
            code: Some(self.code.clone()),
            name: self.full_name(),
        }
    }
}

/// A body that answers opinions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Identifier, stable across runs.
    pub id: AgencyId,
    /// Official name.
    pub name: String,
}

/// One dialogue: who sends, who answers, what is due when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Name of the plan.
    pub id: String,
    /// Title of the conference.
    pub title: String,
    /// Who holds it.
    pub organiser: String,
    /// Answering bodies.
    #[serde(rename = "agency")]
    pub agencies: Vec<Agency>,
    /// Sending units.
    #[serde(rename = "unit")]
    pub units: Vec<Unit>,
}

const BUILT_IN: [(&str, &str); 1] = [(
    "thai-nguyen-2025",
    include_str!("../../plans/thai-nguyen-2025.toml"),
)];

impl Plan {
    /// The names of the built-in plans.
    pub fn built_in_names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The built-in plan of that name.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownPlan`] when there is none, [`ErrorKind::BadPlan`] with line and column otherwise.
    pub fn built_in(name: &str) -> Result<Self> {
        let (_, text) = BUILT_IN
            .iter()
            .find(|(id, _)| *id == name)
            .ok_or_else(|| Error::new(ErrorKind::UnknownPlan, name))?;
        toml::from_str(text).map_err(|error| Error::new(ErrorKind::BadPlan, error))
    }

    /// The agency of that identifier.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_plan_has_its_units_and_agencies() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        assert_eq!((plan.units.len(), plan.agencies.len()), (92, 27));
    }
}
