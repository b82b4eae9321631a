//! Writes what goes to the agencies: a workbook for each, with room for its answers, and the index of all.
//!
//! What was sent is never changed: an agency that has its workbook gets a supplement with what is new. Which agency
//! answers what is taken as given; dates come from the caller.

mod agency;
mod index;

pub(super) use agency::{ANSWERS, COORDINATES, GROUP as SENT_GROUP, KIND};

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::read_back::{GroupRow, OpinionRow};
use crate::error::Result;
use crate::model::{AgencyId, GroupCode};
use crate::plan::{Agency, Plan};
use crate::settings;

/// What the agencies' workbooks are made of.
#[derive(Debug, Clone, Copy)]
pub struct Assignments<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The groups as the clerk left them.
    pub groups: &'a [GroupRow],
    /// The opinions, for the list of speakers.
    pub opinions: &'a [OpinionRow],
    /// What was sent before.
    pub sent: &'a [Sent],
    /// By when the answers are due, where the plan gives a day.
    pub deadline: Option<&'a Due>,
    /// Whether the workbooks say who spoke.
    pub names: bool,
}

/// By when the answers are due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The plan's words.
    pub wording: String,
    /// The last day in time.
    pub last_day: NaiveDate,
    /// The last working day in time.
    pub last_working_day: NaiveDate,
}

/// A group that was sent to an agency, and in which file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sent {
    /// The group.
    pub code: GroupCode,
    /// The agency.
    pub agency: AgencyId,
    /// Whether the agency answers; otherwise it coordinates.
    pub leads: bool,
    /// The name of the file.
    pub file: String,
}

/// The files to write, and what they send.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assigned {
    /// Name and bytes of each file; the index is always among them.
    pub files: Vec<(String, Vec<u8>)>,
    /// What is sent for the first time.
    pub sent: Vec<Sent>,
    /// Groups that nobody answers.
    pub unassigned: Vec<GroupCode>,
}

/// What an agency gets this time.
struct Parcel<'a> {
    agency: &'a Agency,
    file: String,
    supplement: Option<usize>,
    leads: Vec<&'a GroupRow>,
    coordinates: Vec<&'a GroupRow>,
}

/// Makes a workbook for each agency that has something new to answer or to coordinate, and the index.
///
/// # Errors
/// When a workbook cannot hold the data: more than a million rows.
pub fn assignments(data: &Assignments<'_>) -> Result<Assigned> {
    let known: BTreeSet<(GroupCode, &AgencyId, bool)> = data
        .sent
        .iter()
        .map(|sent| (sent.code, &sent.agency, sent.leads))
        .collect();
    let mut assigned = Assigned::default();
    for (number, agency) in (1_usize..).zip(&data.plan.agencies) {
        let is_new = |group: &&GroupRow, leads| !known.contains(&(group.code, &agency.id, leads));
        let leads = data
            .groups
            .iter()
            .filter(|group| group.agency.as_ref() == Some(&agency.id));
        let helps = data.groups.iter().filter(|group| {
            group.agency.is_some()
                && group.agency.as_ref() != Some(&agency.id)
                && group.coordinate.contains(&agency.id)
        });
        let supplement = supplement(data.sent, &agency.id);
        let parcel = Parcel {
            agency,
            file: file_name(number, agency, supplement),
            supplement,
            leads: leads.filter(|group| is_new(group, true)).collect(),
            coordinates: helps.filter(|group| is_new(group, false)).collect(),
        };
        if parcel.leads.is_empty() && parcel.coordinates.is_empty() {
            continue;
        }
        assigned.sent.extend(parcel.sent());
        assigned
            .files
            .push((parcel.file.clone(), agency::write(data, &parcel)?));
    }
    assigned.unassigned = data
        .groups
        .iter()
        .filter(|group| group.agency.is_none())
        .map(|group| group.code)
        .collect();
    let all: Vec<Sent> = data.sent.iter().chain(&assigned.sent).cloned().collect();
    let index = index::write(data, &all, &assigned.sent)?;
    assigned.files.insert(0, (settings::INDEX_FILE.to_owned(), index));
    Ok(assigned)
}

impl Parcel<'_> {
    fn sent(&self) -> impl Iterator<Item = Sent> + '_ {
        let leads = self.leads.iter().map(|group| (group, true));
        let all = leads.chain(self.coordinates.iter().map(|group| (group, false)));
        all.map(|(group, leads)| Sent {
            code: group.code,
            agency: self.agency.id.clone(),
            leads,
            file: self.file.clone(),
        })
    }
}

/// Which supplement comes next; `None` when the agency has nothing yet.
fn supplement(sent: &[Sent], agency: &AgencyId) -> Option<usize> {
    let files: BTreeSet<&str> = sent
        .iter()
        .filter(|sent| sent.agency == *agency)
        .map(|sent| sent.file.as_str())
        .collect();
    (!files.is_empty()).then_some(files.len())
}

/// `01-so-noi-vu.xlsx`, `01-so-noi-vu-bo-sung-1.xlsx`: the number is the agency's place in the plan; letters that
/// Windows does not take are left out.
fn file_name(number: usize, agency: &Agency, supplement: Option<usize>) -> String {
    let safe = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name: String = agency.id.0.chars().map(safe).take(settings::FILE_NAME).collect();
    let tail = supplement
        .map(|n| format!("-{}-{n}", settings::SUPPLEMENT))
        .unwrap_or_default();
    format!("{number:02}-{}{tail}.xlsx", name.trim_matches('-'))
}

/// The speakers of the groups, by group.
fn speakers<'a>(data: &Assignments<'a>, groups: &[&GroupRow]) -> Vec<&'a OpinionRow> {
    let mut by_group: BTreeMap<GroupCode, Vec<&OpinionRow>> = BTreeMap::new();
    for opinion in data.opinions {
        by_group.entry(opinion.code).or_default().push(opinion);
    }
    groups
        .iter()
        .filter_map(|group| by_group.get(&group.code))
        .flatten()
        .copied()
        .collect()
}
