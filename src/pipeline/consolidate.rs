//! `consolidate`: reports in, groups of duplicates with their proposed agencies out; the clerk's decisions in between.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::report::{self, ReportAs};
use super::{Workspace, clerk, earlier, prepare, put};
use crate::dedup::{self, Duplicates};
use crate::error::{Error, ErrorKind, Result};
use crate::finding::Finding;
use crate::intake::{self, Intake};
use crate::journal::{Entry, Memory};
use crate::lexicon::{Lexicon, Reading};
use crate::model::{
    AgencyId, AnsweredBefore, Certainty, ContentKey, Counts, Difference, Earlier, Group, GroupCode,
    GroupEdit, Opinion, OpinionId, ReportState, Route,
};
use crate::plan::Plan;
use crate::routing::Router;
use crate::workbook;

/// What `consolidate` is asked to do.
#[derive(Debug, Clone)]
pub struct Consolidate<'a> {
    /// Folders and files of reports.
    pub paths: &'a [PathBuf],
    /// The plan.
    pub plan: &'a Plan,
    /// The day that the journal notes.
    pub today: NaiveDate,
    /// Answer books of earlier dialogues, or folders of results with one in them.
    pub answered: &'a [PathBuf],
    /// Questions to ask at most.
    pub questions: usize,
    /// Whether the workbook of the run before is passed over instead of read back; the journal holds all the same.
    pub fresh: bool,
    /// How the report to the level above is written; `None` when it is not.
    pub report: Option<ReportAs<'a>>,
    /// Version of the program, for the first sheet.
    pub version: &'a str,
}

/// Everything that `consolidate` found out.
#[derive(Debug)]
pub struct Consolidation {
    /// What the reports said.
    pub intake: Intake,
    /// Which of it says the same.
    pub duplicates: Duplicates,
    /// Who should answer, a route for each of `duplicates.groups`, in the same order; the clerk's word where it was
    /// given.
    pub routes: Vec<Route>,
    /// What a person must look at, of all stages.
    pub findings: Vec<Finding>,
    /// Units that the plan expects to send a report.
    pub units_expected: usize,
    /// What the clerk wrote over the groups' proposals.
    pub edits: BTreeMap<GroupCode, GroupEdit>,
    /// The opinions that an earlier dialogue has answered, in their order.
    pub answered: Vec<AnsweredBefore>,
    /// What is new since the run before; `None` in the first run of a workspace.
    pub difference: Option<Difference>,
}

/// Reads the reports, proposes an agency for each opinion, groups the duplicates, and proposes an agency for each group.
///
/// # Errors
/// When no report can be read at all; one bad file among good ones is a finding.
pub fn consolidate(
    request: &Consolidate<'_>,
    memory: &Memory,
    progress: &mut dyn FnMut(intake::Progress),
) -> Result<Consolidation> {
    Ok(group(request, memory, Material::read(request, progress)?))
}

/// What a run is made of; nothing in it depends on the workspace.
struct Material {
    earlier: Vec<Earlier>,
    intake: Intake,
}

impl Material {
    fn read(request: &Consolidate<'_>, progress: &mut dyn FnMut(intake::Progress)) -> Result<Self> {
        Ok(Self {
            earlier: earlier::answers(request.answered)?,
            intake: intake::read(request.paths, request.plan, progress)?,
        })
    }
}

fn group(request: &Consolidate<'_>, memory: &Memory, material: Material) -> Consolidation {
    let Material { earlier, mut intake } = material;
    let (lexicon, mut router) = (Lexicon::built_in(), Router::new(request.plan));
    router.learn(&corrections(&intake.opinions, memory));
    let readings: Vec<Reading> = intake
        .opinions
        .par_iter()
        .map(|o| lexicon.read(o.readable()))
        .collect();
    let routes: Vec<Route> = intake
        .opinions
        .par_iter()
        .map(|opinion| router.route(opinion.readable(), &opinion.hints))
        .collect();
    let agency: Vec<_> = routes.iter().map(|route| route.agency.clone()).collect();
    let mut duplicates = dedup::find(&dedup::Input {
        opinions: &intake.opinions,
        readings: &readings,
        lexicon: &lexicon,
        agency: &agency,
        decisions: &memory.decisions(),
        codes: &memory.codes,
        questions: request.questions,
    });
    let groups = duplicates.groups.iter();
    let routes = groups
        .map(|group| route_of(group, &routes, &router, memory))
        .collect();
    let answered = earlier::settled(&intake.opinions, &readings, &agency, &lexicon, &earlier);
    let mut findings = std::mem::take(&mut intake.findings);
    findings.append(&mut duplicates.findings);
    findings.extend(workbook::long_texts(&intake.opinions));
    let difference = (!memory.codes.is_empty()).then(|| difference(&intake.opinions, &duplicates, memory));
    Consolidation {
        intake,
        duplicates,
        routes,
        findings,
        units_expected: request.plan.expected_units(),
        edits: memory.edits.clone(),
        answered,
        difference,
    }
}

/// Who should answer a group: what its members' routes say together, the clerk's word, and where an agency passed it on.
fn route_of(group: &Group, routes: &[Route], router: &Router, memory: &Memory) -> Route {
    let members: Vec<&Route> = group
        .members
        .iter()
        .filter_map(|m| routes.get(index(m.opinion)))
        .collect();
    let mut route = decided(router.route_group(&members), memory.edits.get(&group.code));
    route.agency = route.agency.map(|agency| memory.passed_on(group.code, agency));
    route
}

/// [`consolidate`] in a workspace: first reads the clerk's decisions back from the workbook of the run before, then
/// writes the new one, and the report to the level above where it was asked for. Codes and decisions go into the journal.
///
/// # Errors
/// As [`consolidate`]; when another run is at work in the workspace ([`ErrorKind::OtherRun`]), the workbook there is not
/// ours ([`ErrorKind::NotOurWorkbook`]) or the results cannot be written. Each file is then whole, as it was or new, and
/// what the workbook shows the journal holds.
pub fn consolidate_into(
    workspace: &Workspace,
    request: &Consolidate<'_>,
    progress: &mut dyn FnMut(intake::Progress),
) -> Result<Consolidation> {
    // Reports that cannot be read leave the folder as it was, and no other run waits while they are.
    let material = Material::read(request, progress)?;
    let folder = &workspace.folder;
    std::fs::create_dir_all(folder)
        .map_err(|error| Error::of_system(ErrorKind::NotWritable, &error).at(folder))?;
    let _lock = workspace.lock()?;
    let mut memory = Memory::load(&workspace.journal())?;
    let (mut entries, mut said) = (Vec::new(), Vec::new());
    let mut known = memory.clone();
    if !request.fresh && workspace.consolidated().exists() {
        let read = clerk::look(workspace, request.plan)?;
        entries = clerk::entries(&read, &memory);
        said = read.findings;
        known.see(request.today, entries.clone());
    }
    let mut run = group(request, &known, material);
    run.findings.append(&mut said);
    let book = workbook::consolidated(&run.workbook(request, &run.counts()))?;
    let mut files = vec![(workspace.consolidated(), book)];
    if let Some(how) = request.report {
        files.extend(report::files(workspace, &run, request.plan, how)?);
    }
    let files = prepare(&files, request.today)?;
    // No code may be shown that the journal does not hold, or the next run gives it to another group.
    entries.extend(run.codes());
    entries.extend(run.reported());
    entries.extend(run.presence(&memory));
    memory.record(&workspace.journal(), request.today, entries)?;
    put(files)?;
    Ok(run)
}

impl Consolidation {
    /// An opinion by its number.
    pub fn opinion(&self, id: OpinionId) -> Option<&Opinion> {
        self.intake.opinions.get(index(id))
    }

    /// The group of each opinion.
    pub fn group_of(&self) -> BTreeMap<OpinionId, GroupCode> {
        let members =
            |group: &Group| -> Vec<_> { group.members.iter().map(|m| (m.opinion, group.code)).collect() };
        self.duplicates.groups.iter().flat_map(members).collect()
    }

    /// The wording that stands for a group: the clerk's, otherwise its head's.
    pub fn wording_of(&self, group: &Group) -> &str {
        let edited = self
            .edits
            .get(&group.code)
            .and_then(|edit| edit.wording.as_deref());
        edited
            .or_else(|| self.opinion(group.head).map(Opinion::readable))
            .unwrap_or_default()
    }

    /// The units that raised a group, each once, in the order of their opinions.
    pub fn units_of(&self, group: &Group) -> Vec<&str> {
        let mut members: Vec<OpinionId> = group.members.iter().map(|member| member.opinion).collect();
        members.sort_unstable();
        let mut seen = BTreeSet::new();
        let names = members
            .into_iter()
            .filter_map(|id| self.opinion(id))
            .map(|o| o.unit.name.as_str());
        names.filter(|name| seen.insert(*name)).collect()
    }

    /// Whether a person must look: a question, an agency left open, an error or a warning.
    pub fn needs_a_look(&self) -> bool {
        let counts = self.counts();
        counts.review + counts.agency_open + counts.findings > 0
    }

    /// The numbers of the run; see [`Counts::add_up`].
    pub fn counts(&self) -> Counts {
        let (reports, groups) = (&self.intake.reports, &self.duplicates.groups);
        let files_in = |states: &[ReportState]| reports.iter().filter(|r| states.contains(&r.state)).count();
        let routes_of = |certainty| {
            self.routes
                .iter()
                .filter(|route| route.certainty == certainty)
                .count()
        };
        let mut by_reason = BTreeMap::new();
        for row in &self.intake.set_aside {
            *by_reason.entry(row.reason).or_default() += 1;
        }
        // A plan that lists no units still says how many it expects; then every unit that sent something counts.
        let listed = self.intake.roll.iter().any(|line| line.unit.code.is_some());
        let expected = self
            .intake
            .roll
            .iter()
            .filter(|line| !listed || line.unit.code.is_some());
        let not_read = files_in(&[ReportState::Unreadable, ReportState::NotReport]);
        Counts {
            files: reports.len(),
            files_read: reports.len() - not_read,
            files_not_read: not_read,
            units_expected: self.units_expected,
            units_reported: expected.filter(|line| !line.files.is_empty()).count(),
            rows: self.intake.rows,
            opinions: self.intake.opinions.len(),
            set_aside: self.intake.set_aside.len(),
            set_aside_by_reason: by_reason,
            groups: groups.len(),
            joined: groups.iter().map(|group| group.members.len() - 1).sum(),
            review: self.duplicates.review.len(),
            near_misses: self.duplicates.near_misses.len(),
            agency_sure: routes_of(Certainty::Sure),
            agency_proposed: routes_of(Certainty::Proposed),
            agency_open: routes_of(Certainty::Open),
            findings: self.findings.iter().filter(|f| f.needs_a_look()).count(),
        }
    }

    fn workbook<'a>(&'a self, request: &Consolidate<'a>, counts: &'a Counts) -> workbook::Consolidated<'a> {
        workbook::Consolidated {
            plan: request.plan,
            opinions: &self.intake.opinions,
            set_aside: &self.intake.set_aside,
            reports: &self.intake.reports,
            roll: &self.intake.roll,
            findings: &self.findings,
            groups: &self.duplicates.groups,
            routes: &self.routes,
            edits: &self.edits,
            review: &self.duplicates.review,
            near_misses: &self.duplicates.near_misses,
            answered: &self.answered,
            counts,
            version: request.version,
        }
    }

    /// The units that sent a report, for the journal: the day on which it first says so tells who was late.
    fn reported(&self) -> impl Iterator<Item = Entry> + '_ {
        let sent = self.intake.roll.iter().filter(|line| !line.files.is_empty());
        sent.map(|line| Entry::Report {
            unit: line.unit.name.clone(),
        })
    }

    /// Which of the wordings that have a code are in this run, for the journal: the next run is compared with it.
    fn presence(&self, memory: &Memory) -> Vec<Entry> {
        let here: BTreeSet<ContentKey> = self.intake.opinions.iter().map(Opinion::content_key).collect();
        let entry = |content: &ContentKey| Entry::Presence {
            content: content.clone(),
            present: here.contains(content),
        };
        memory.codes.keys().map(entry).collect()
    }

    /// The codes of this run, for the journal.
    fn codes(&self) -> Vec<Entry> {
        let coded = |group: &Group| -> Vec<Entry> {
            let members = group
                .members
                .iter()
                .filter_map(|member| self.opinion(member.opinion));
            let entry = |opinion: &Opinion| Entry::Code {
                content: opinion.content_key(),
                code: group.code,
            };
            members.map(entry).collect()
        };
        self.duplicates.groups.iter().flat_map(coded).collect()
    }
}

/// The wordings whose agency a clerk chose, in an earlier dialogue or in an earlier run.
fn corrections(opinions: &[Opinion], memory: &Memory) -> Vec<(String, AgencyId)> {
    let correction = |opinion: &Opinion| {
        let code = memory.codes.get(&opinion.content_key())?;
        let agency = memory.edits.get(code)?.agency.clone()?;
        Some((opinion.readable().to_owned(), agency))
    };
    // A later correction of the same wording replaces an earlier one: this clerk's word goes before another's.
    let earlier = memory
        .learned
        .iter()
        .map(|(text, agency)| (text.clone(), agency.clone()));
    earlier.chain(opinions.iter().filter_map(correction)).collect()
}

/// The clerk's word over the proposal.
fn decided(route: Route, edit: Option<&GroupEdit>) -> Route {
    let Some(edit) = edit else { return route };
    let (agency, certainty) = match &edit.agency {
        Some(agency) => (Some(agency.clone()), Certainty::Sure),
        None => (route.agency, route.certainty),
    };
    Route {
        agency,
        certainty,
        coordinate: edit.coordinate.clone().unwrap_or(route.coordinate),
        ..route
    }
}

fn difference(opinions: &[Opinion], duplicates: &Duplicates, memory: &Memory) -> Difference {
    let last = memory.last_run();
    let old: BTreeSet<GroupCode> = last.values().copied().collect();
    let here: BTreeSet<ContentKey> = opinions.iter().map(Opinion::content_key).collect();
    let mut found = Difference {
        gone: last.keys().filter(|key| !here.contains(**key)).count(),
        ..Difference::default()
    };
    for group in &duplicates.groups {
        for opinion in group
            .members
            .iter()
            .filter_map(|m| opinions.get(index(m.opinion)))
        {
            if !last.contains_key(&opinion.content_key()) {
                found.new += 1;
                found.joined += usize::from(old.contains(&group.code));
            }
        }
    }
    found
}

/// Opinions are numbered from 1 in their order.
fn index(id: OpinionId) -> usize {
    usize::try_from(id.0).unwrap_or(usize::MAX).saturating_sub(1)
}
