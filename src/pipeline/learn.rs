//! `assign --learn`: agencies that clerks chose in earlier workbooks, taken over for the same wordings.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Workspace, answers::Known, results};
use crate::error::Result;
use crate::journal::Entry;
use crate::model::{AgencyId, Certainty, GroupCode};
use crate::plan::Plan;
use crate::routing::Router;
use crate::{settings, workbook};

/// A wording, and the agency that a clerk chose for it.
type Lesson = (String, AgencyId);

/// Learns the agencies that clerks chose in earlier workbooks, and takes them over for what is not sent and not chosen
/// yet. The journal keeps the lessons, so that `consolidate` knows them too. Gives what changed.
pub(super) fn from(
    workspace: &Workspace,
    known: &mut Known,
    plan: &Plan,
    paths: &[PathBuf],
    today: NaiveDate,
) -> Result<Vec<(GroupCode, AgencyId)>> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let mut lessons = Vec::new();
    for path in paths {
        lessons.extend(chosen_in(path, plan)?);
    }
    let changed = take_over(known, plan, &lessons);
    let learned = lessons
        .into_iter()
        .map(|(text, agency)| Entry::Learned { text, agency });
    let chosen = changed.iter().map(|(code, agency)| Entry::Agency {
        code: *code,
        agency: Some(agency.clone()),
    });
    let entries = learned.chain(chosen).collect();
    known.memory.record(&workspace.journal(), today, entries)?;
    Ok(changed)
}

/// Gives each group that is still free the agency that was learned for its wording.
fn take_over(known: &mut Known, plan: &Plan, lessons: &[Lesson]) -> Vec<(GroupCode, AgencyId)> {
    let (plain, mut taught) = (Router::new(plan), Router::new(plan));
    taught.learn(lessons);
    let sent = known.memory.sent.keys().filter(|(_, _, leads)| *leads);
    let sent: BTreeSet<GroupCode> = sent.map(|(code, ..)| *code).collect();
    let is_free = |group: &workbook::GroupRow| !group.by_clerk && !sent.contains(&group.code);
    let mut changed = Vec::new();
    for group in known.said.groups.iter_mut().filter(|group| is_free(group)) {
        let route = taught.route(&group.wording, &[]);
        let differs = route.agency != plain.route(&group.wording, &[]).agency;
        if let (Certainty::Sure, true, Some(agency)) = (route.certainty, differs, route.agency)
            && group.agency.as_ref() != Some(&agency)
        {
            changed.push((group.code, agency.clone()));
            group.agency = Some(agency);
        }
    }
    changed
}

/// The wordings whose agency the clerk chose in a consolidated workbook.
fn chosen_in(path: &Path, plan: &Plan) -> Result<Vec<Lesson>> {
    let read = |bytes: &[u8]| workbook::read_back(bytes, plan);
    let said = results::of_earlier(path, settings::CONSOLIDATED_FILE, read)?;
    let chosen = said.groups.into_iter().filter(|group| group.by_clerk);
    Ok(chosen
        .filter_map(|group| Some((group.wording, group.agency?)))
        .collect())
}
