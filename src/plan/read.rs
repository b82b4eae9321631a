//! From the text of a plan to a [`Plan`]: TOML by serde, then everything that no type can say. All problems of a plan
//! are told together, each with its line and column; only what is not TOML, a missing key and a value of another kind are
//! told before the rest, because nothing more can be read then.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::decode::decode;
use super::milestone::{Milestone, Step, When};
use super::parts::{Agency, Document, Expected, FIELDS, Form, Holds, Quota, Subject, Unit};
use super::problem::{Place, Problem, ProblemKind, Unique};
use super::{Level, Plan, when};
use crate::model::AgencyId;

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    title: String,
    organiser: String,
    level: Level,
    #[serde(default)]
    place: String,
    #[serde(rename = "document", default)]
    documents: Vec<Spanned<FileDocument>>,
    #[serde(rename = "agency", default)]
    agencies: Vec<Spanned<Agency>>,
    #[serde(rename = "unit", default)]
    units: Vec<Spanned<Unit>>,
    #[serde(rename = "expected", default)]
    expected: Vec<Spanned<Expected>>,
    #[serde(rename = "subject", default)]
    subjects: Vec<Spanned<Subject>>,
    form: Spanned<Form>,
    #[serde(rename = "quota", default)]
    quotas: Vec<Spanned<Quota>>,
    #[serde(rename = "milestone", default)]
    milestones: Vec<Spanned<FileMilestone>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileDocument {
    id: String,
    title: String,
    date: Option<Spanned<String>>,
    #[serde(default)]
    carries_out: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileMilestone {
    id: String,
    title: String,
    who: String,
    #[serde(default)]
    agencies: Vec<Spanned<String>>,
    #[serde(default)]
    with: Vec<String>,
    to: Option<String>,
    wording: Option<Spanned<String>>,
    step: Option<Step>,
    #[serde(default)]
    basis: String,
    document: Option<Spanned<String>>,
}

/// Where the parts of a plan stand, in the order of the plan's own lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// Documents.
    pub documents: Vec<Place>,
    /// Agencies.
    pub agencies: Vec<Place>,
    /// Units.
    pub units: Vec<Place>,
    /// Milestones.
    pub milestones: Vec<Place>,
    /// Quotas.
    pub quotas: Vec<Place>,
}

/// Reads the text of a plan.
///
/// # Errors
/// Every problem that makes the plan unusable, in the order of the text.
pub(super) fn read(text: &str) -> Result<(Plan, Places), Vec<Problem>> {
    let (file, problems): (File, _) = decode(text)?;
    let mut reader = Reader { text, problems };
    reader.agree(&file);
    let (plan, places) = reader.plan(file);
    if reader.problems.is_empty() {
        return Ok((plan, places));
    }
    reader.problems.sort();
    Err(reader.problems)
}

struct Reader<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn place<T>(&self, part: &Spanned<T>) -> Place {
        Place::of(self.text, part.span().start)
    }

    fn problem<T>(&mut self, part: &Spanned<T>, kind: ProblemKind) {
        let at = self.place(part);
        self.problems.push(Problem { at, kind });
    }

    /// Every name may be given once.
    fn once<'p, T: 'p>(&mut self, what: Unique, parts: impl IntoIterator<Item = (&'p Spanned<T>, String)>) {
        let mut seen = BTreeMap::new();
        for (part, name) in parts {
            if seen.insert(name.clone(), ()).is_some() {
                self.problem(part, ProblemKind::Twice(what, name));
            }
        }
    }

    /// What the parts must keep among one another.
    fn agree(&mut self, file: &File) {
        self.once(
            Unique::UnitCode,
            file.units.iter().map(|u| (u, u.get_ref().code.clone())),
        );
        self.once(
            Unique::AgencyId,
            file.agencies.iter().map(|a| (a, a.get_ref().id.0.clone())),
        );
        self.once(
            Unique::SubjectId,
            file.subjects.iter().map(|s| (s, s.get_ref().id.clone())),
        );
        self.once(
            Unique::MilestoneId,
            file.milestones.iter().map(|m| (m, m.get_ref().id.clone())),
        );
        self.once(
            Unique::DocumentId,
            file.documents.iter().map(|d| (d, d.get_ref().id.clone())),
        );
        let steps = file.milestones.iter();
        let steps = steps.filter_map(|m| {
            m.get_ref()
                .step
                .map(|step| (m, format!("{step:?}").to_lowercase()))
        });
        self.once(Unique::Step, steps);
        self.fields(file);
        self.counts(file);
        self.names(file);
        if !file
            .form
            .get_ref()
            .columns
            .iter()
            .any(|column| column.holds == Holds::Opinion)
        {
            self.problem(&file.form, ProblemKind::NoOpinionColumn);
        }
    }

    fn fields(&mut self, file: &File) {
        let of_agencies = file.agencies.iter().flat_map(|a| {
            let agency = a.get_ref();
            let own = std::slice::from_ref(&agency.id.0);
            let fields = if agency.fields.is_empty() && is_field(&agency.id.0) {
                own
            } else {
                &agency.fields
            };
            fields.iter().map(move |field| (a, field.clone()))
        });
        let of_agencies: Vec<_> = of_agencies.collect();
        for (agency, field) in &of_agencies {
            if !is_field(field) {
                self.problem(agency, ProblemKind::NoSuchField(field.clone()));
            }
        }
        self.once(Unique::Field, of_agencies);
        for subject in &file.subjects {
            for field in &subject.get_ref().fields {
                if !is_field(field) {
                    self.problem(subject, ProblemKind::NoSuchField(field.clone()));
                }
            }
        }
    }

    /// Numbers that can be met, and units at all.
    fn counts(&mut self, file: &File) {
        for expected in &file.expected {
            let Expected { rank, count } = *expected.get_ref();
            let listed = file
                .units
                .iter()
                .filter(|unit| unit.get_ref().rank == rank)
                .count();
            if count < listed || count == 0 {
                self.problem(expected, ProblemKind::Impossible(format!("{count} < {listed}")));
            }
        }
        for quota in &file.quotas {
            let Quota {
                role,
                per_unit,
                units,
                total,
            } = quota.get_ref();
            if (per_unit.is_none() && total.is_none()) || *per_unit == Some(0) || *total == Some(0) {
                self.problem(quota, ProblemKind::Impossible(role.clone()));
            }
            for code in units
                .iter()
                .filter(|code| !file.units.iter().any(|unit| unit.get_ref().code == **code))
            {
                self.problem(quota, ProblemKind::NoSuchUnit(code.clone()));
            }
        }
        if file.units.is_empty() && file.expected.is_empty() {
            let at = Place { line: 1, column: 1 };
            self.problems.push(Problem {
                at,
                kind: ProblemKind::NoUnits,
            });
        }
    }

    /// Documents and agencies that are named must be there.
    fn names(&mut self, file: &File) {
        for id in file
            .milestones
            .iter()
            .flat_map(|milestone| &milestone.get_ref().agencies)
        {
            if !file
                .agencies
                .iter()
                .any(|agency| agency.get_ref().id.0 == *id.get_ref())
            {
                self.problem(id, ProblemKind::NoSuchAgency(id.get_ref().clone()));
            }
        }
        let named = file
            .documents
            .iter()
            .flat_map(|document| &document.get_ref().carries_out);
        let named = named.chain(
            file.milestones
                .iter()
                .filter_map(|m| m.get_ref().document.as_ref()),
        );
        for name in named {
            if !file
                .documents
                .iter()
                .any(|document| document.get_ref().id == *name.get_ref())
            {
                self.problem(name, ProblemKind::NoSuchDocument(name.get_ref().clone()));
            }
        }
    }

    fn plan(&mut self, file: File) -> (Plan, Places) {
        let places = Places {
            documents: file.documents.iter().map(|part| self.place(part)).collect(),
            agencies: file.agencies.iter().map(|part| self.place(part)).collect(),
            units: file.units.iter().map(|part| self.place(part)).collect(),
            milestones: file.milestones.iter().map(|part| self.place(part)).collect(),
            quotas: file.quotas.iter().map(|part| self.place(part)).collect(),
        };
        let plan = Plan {
            id: file.id,
            title: file.title,
            organiser: file.organiser,
            level: file.level,
            place: file.place,
            documents: file
                .documents
                .into_iter()
                .map(|part| self.document(part.into_inner()))
                .collect(),
            agencies: file
                .agencies
                .into_iter()
                .map(|part| agency(part.into_inner()))
                .collect(),
            units: file.units.into_iter().map(Spanned::into_inner).collect(),
            expected: file.expected.into_iter().map(Spanned::into_inner).collect(),
            subjects: file.subjects.into_iter().map(Spanned::into_inner).collect(),
            form: file.form.into_inner(),
            quotas: file.quotas.into_iter().map(Spanned::into_inner).collect(),
            milestones: file
                .milestones
                .into_iter()
                .map(|part| self.milestone(part.into_inner()))
                .collect(),
        };
        (plan, places)
    }

    fn document(&mut self, document: FileDocument) -> Document {
        let date = document.date.and_then(|date| match when::day(date.get_ref()) {
            Ok(day) => Some(day),
            Err(kind) => {
                self.problem(&date, kind);
                None
            }
        });
        Document {
            id: document.id,
            title: document.title,
            date,
            carries_out: document
                .carries_out
                .into_iter()
                .map(Spanned::into_inner)
                .collect(),
        }
    }

    fn milestone(&mut self, milestone: FileMilestone) -> Milestone {
        let when = match milestone
            .wording
            .as_ref()
            .map(|wording| when::read(wording.get_ref()))
        {
            None => When::UNDATED,
            Some(Ok(when)) => when,
            Some(Err(kind)) => {
                if let Some(wording) = &milestone.wording {
                    self.problem(wording, kind);
                }
                When::UNDATED
            }
        };
        Milestone {
            id: milestone.id,
            title: milestone.title,
            who: milestone.who,
            agencies: milestone
                .agencies
                .into_iter()
                .map(|id| AgencyId(id.into_inner()))
                .collect(),
            with: milestone.with,
            to: milestone.to,
            wording: milestone.wording.map(Spanned::into_inner).unwrap_or_default(),
            when,
            step: milestone.step,
            basis: milestone.basis,
            document: milestone.document.map(Spanned::into_inner),
        }
    }
}

fn is_field(name: &str) -> bool {
    FIELDS.contains(&name)
}

/// A body without fields answers for the one of its own name, if there is one.
fn agency(mut agency: Agency) -> Agency {
    if agency.fields.is_empty() && is_field(&agency.id.0) {
        agency.fields.push(agency.id.0.clone());
    }
    agency
}
