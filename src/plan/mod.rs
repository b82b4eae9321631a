//! The plan of one dialogue as data: units, agencies, subjects, the form, milestones. Read once and passed down.
//!
//! Built-in plans are TOML files in `plans/`, compiled in; the format is described in `docs/PLAN.md`. How a deadline is
//! worded is understood here ([`When`]); which day is then the last one in time is `schedule`'s work.

mod decode;
mod milestone;
mod parts;
mod problem;
mod read;
mod when;

use std::path::Path;

use serde::Deserialize;

pub(crate) use decode::decode;
pub use milestone::{From, Milestone, MilestoneKind, Part, Step, Time, When};
pub use parts::{Agency, Column, Document, Expected, FIELDS, Form, Holds, Quota, Rank, Reach, Subject, Unit};
pub use problem::{Contradiction, ContradictionKind, Place, Problem, ProblemKind, Unique};
pub use read::Places;
pub use when::day as day_of;
pub(crate) use when::read as when;

use crate::error::{Error, ErrorKind, Result};
use crate::model::AgencyId;
use crate::settings;

/// Who holds the dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// tỉnh
    Tinh,
    /// xã
    Xa,
    /// phường
    Phuong,
}

/// One dialogue: who sends, who answers, what is due when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Name of the plan.
    pub id: String,
    /// Title of the conference.
    pub title: String,
    /// Who holds it.
    pub organiser: String,
    /// On which level.
    pub level: Level,
    /// Where the conference takes place.
    pub place: String,
    /// What it rests on, and the plan itself.
    pub documents: Vec<Document>,
    /// Answering bodies.
    pub agencies: Vec<Agency>,
    /// Sending units that are known by name.
    pub units: Vec<Unit>,
    /// How many units send in all, by kind, where the plan gives their number.
    pub expected: Vec<Expected>,
    /// Subjects of the dialogue.
    pub subjects: Vec<Subject>,
    /// The form on which a unit reports.
    pub form: Form,
    /// Delegates.
    pub quotas: Vec<Quota>,
    /// Tasks and events, in the order of the plan.
    pub milestones: Vec<Milestone>,
}

/// The built-in plans, the default first.
const BUILT_IN: [(&str, &str); 5] = [
    (
        "thai-nguyen-2025",
        include_str!("../../plans/thai-nguyen-2025.toml"),
    ),
    ("cho-moi-2025", include_str!("../../plans/cho-moi-2025.toml")),
    ("phuong-2025", include_str!("../../plans/phuong-2025.toml")),
    (
        "hoang-van-thu-2025",
        include_str!("../../plans/hoang-van-thu-2025.toml"),
    ),
    ("phu-luong-2022", include_str!("../../plans/phu-luong-2022.toml")),
];

impl Plan {
    /// The names of the built-in plans.
    pub fn built_in_names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The text of the built-in plan of that name.
    pub fn built_in_text(name: &str) -> Option<&'static str> {
        BUILT_IN.iter().find(|(id, _)| *id == name).map(|(_, text)| *text)
    }

    /// The built-in plan of that name.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownPlan`] when there is none, [`ErrorKind::BadPlan`] with its problems otherwise.
    pub fn built_in(name: &str) -> Result<Self> {
        let text = Self::built_in_text(name).ok_or_else(|| Error::new(ErrorKind::UnknownPlan, name))?;
        Self::from_text(text).map_err(|problems| bad(problems).in_place(name))
    }

    /// The plan of that built-in name, or of that file.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownPlan`] when it is neither, [`ErrorKind::Unreadable`] when the file cannot be read,
    /// [`ErrorKind::BadPlan`] with every problem, its line and column otherwise.
    pub fn load(name_or_file: &str) -> Result<Self> {
        if Self::built_in_text(name_or_file).is_some() {
            return Self::built_in(name_or_file);
        }
        let path = Path::new(name_or_file);
        let text = Self::read_file(path)?;
        Self::from_text(&text).map_err(|problems| bad(problems).at(path))
    }

    /// The text of a plan file, as far as it could be one.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownPlan`] when there is no such file, [`ErrorKind::Unreadable`] when it is too large or not text.
    pub fn read_file(path: &Path) -> Result<String> {
        let unreadable = |error: &std::io::Error| Error::of_system(ErrorKind::Unreadable, error).at(path);
        let size = match std::fs::metadata(path) {
            Ok(data) if data.is_file() => data.len(),
            Ok(_) => return Err(unreadable(&std::io::ErrorKind::IsADirectory.into())),
            Err(_) => return Err(Error::new(ErrorKind::UnknownPlan, path.display())),
        };
        if size > settings::MAX_PLAN_BYTES {
            return Err(unreadable(&std::io::ErrorKind::FileTooLarge.into()));
        }
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(&error))?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    /// The plan that a text holds.
    ///
    /// # Errors
    /// Every problem that makes it unusable, in the order of the text.
    pub fn from_text(text: &str) -> std::result::Result<Self, Vec<Problem>> {
        Self::from_text_with_places(text).map(|(plan, _)| plan)
    }

    /// The plan that a text holds, and where its parts stand in it.
    ///
    /// # Errors
    /// Every problem that makes it unusable, in the order of the text.
    pub fn from_text_with_places(text: &str) -> std::result::Result<(Self, Places), Vec<Problem>> {
        read::read(text)
    }

    /// The agency of that identifier.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == *id)
    }

    /// The body that answers for a field of competence (one of [`FIELDS`]) in this plan.
    pub fn agency_for_field(&self, field: &str) -> Option<&Agency> {
        let mut agencies = self.agencies.iter();
        agencies.find(|agency| agency.fields.iter().any(|own| own == field))
    }

    /// The subject under which opinions of a field of competence belong.
    pub fn subject_for_field(&self, field: &str) -> Option<&Subject> {
        let mut subjects = self.subjects.iter();
        subjects.find(|subject| subject.fields.iter().any(|own| own == field))
    }

    /// How many units send a report: the number the plan gives for a kind, or else those it lists.
    pub fn expected_units(&self) -> usize {
        let counted: usize = self.expected.iter().map(|expected| expected.count).sum();
        let listed = self.units.iter();
        let listed = listed.filter(|unit| !self.expected.iter().any(|expected| expected.rank == unit.rank));
        counted + listed.count()
    }

    /// How many delegates of a role all units send together: a number for named units goes before the one for all.
    /// `None` when the plan gives no number per unit.
    pub fn delegates(&self, role: &str) -> Option<usize> {
        let of_role = || self.quotas.iter().filter(|quota| quota.role == role);
        let general = of_role().find(|quota| quota.units.is_empty() && quota.per_unit.is_some());
        let named = || of_role().filter(|quota| !quota.units.is_empty());
        let special: usize = named()
            .map(|quota| quota.per_unit.unwrap_or(0).saturating_mul(quota.units.len()))
            .sum();
        let special_units: usize = named().map(|quota| quota.units.len()).sum();
        let each = general.and_then(|quota| quota.per_unit);
        if each.is_none() && special_units == 0 {
            return None;
        }
        let others = self.expected_units().saturating_sub(special_units);
        Some(special.saturating_add(each.unwrap_or(0).saturating_mul(others)))
    }

    /// The milestone that closes a step of the flow of opinions.
    pub fn milestone(&self, step: Step) -> Option<&Milestone> {
        self.milestones
            .iter()
            .find(|milestone| milestone.step == Some(step))
    }

    /// The milestone by which the agencies' answers are due.
    pub fn answer_milestone(&self) -> Option<&Milestone> {
        self.milestone(Step::Answer)
    }
}

fn bad(problems: Vec<Problem>) -> Error {
    Error::new(ErrorKind::BadPlan, "").with_problems(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_plan_has_its_units_and_agencies() {
        let plan = Plan::built_in(settings::DEFAULT_PLAN).unwrap();
        assert_eq!((plan.units.len(), plan.agencies.len()), (92, 27));
        assert_eq!(plan.expected_units(), 92);
        for field in FIELDS {
            assert_eq!(plan.agency_for_field(field).unwrap().id.0, field);
            assert!(plan.subject_for_field(field).is_some(), "{field}");
        }
        assert_eq!(plan.answer_milestone().unwrap().wording, "trước ngày 12/12/2025");
    }

    #[test]
    fn every_built_in_plan_knows_who_answers_every_field() {
        for (name, units) in [
            ("thai-nguyen-2025", 92),
            ("cho-moi-2025", 27),
            ("phuong-2025", 93),
            ("hoang-van-thu-2025", 46),
            ("phu-luong-2022", 22),
        ] {
            let plan = Plan::built_in(name).unwrap();
            assert_eq!((plan.id.as_str(), plan.expected_units()), (name, units));
            for field in FIELDS {
                assert!(plan.agency_for_field(field).is_some(), "{name}: {field}");
            }
            for step in [Step::Report, Step::Answer, Step::Conference] {
                assert!(plan.milestone(step).is_some(), "{name}: {step:?}");
            }
        }
        assert_eq!(Plan::built_in_names().count(), 5);
    }
}
