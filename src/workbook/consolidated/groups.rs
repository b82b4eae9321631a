//! The summary, a line for each group, and the details, a line for each opinion.

use std::collections::BTreeMap;

use super::{Consolidated, DETAIL, SUMMARY, open, original};
use crate::error::Result;
use crate::model::{AgencyId, Group, Member, Opinion, Route};
use crate::plan::Plan;
use crate::wording::workbook::{self as wording, guide, sheet};
use crate::wording::workbook_reason;
use crate::workbook::long::Long;
use crate::workbook::style::{Book, Cell, List};

/// Number of the column with the damaged wording in the details.
const RECEIVED: u16 = 12;

/// A line of the summary as it is written, and as the hidden sheet remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) code: String,
    pub(super) wording: String,
    pub(super) times: u32,
    pub(super) units: String,
    pub(super) subject: String,
    pub(super) agency: String,
    pub(super) certainty: &'static str,
    pub(super) because: String,
    pub(super) coordinate: String,
}

pub(super) fn lines(data: &Consolidated<'_>, long: &mut Long) -> Vec<Line> {
    let routes = data.routes.iter().map(Some).chain(std::iter::repeat(None));
    data.groups
        .iter()
        .zip(routes)
        .map(|(group, route)| line(data, group, route, long))
        .collect()
}

fn line(data: &Consolidated<'_>, group: &Group, route: Option<&Route>, long: &mut Long) -> Line {
    let members: Vec<&Opinion> = group
        .members
        .iter()
        .filter_map(|m| data.opinion(m.opinion))
        .collect();
    let edit = data.edits.get(&group.code);
    let head = data
        .opinion(group.head)
        .map(Opinion::readable)
        .unwrap_or_default();
    let wording = edit.and_then(|edit| edit.wording.as_deref()).unwrap_or(head);
    let chosen = edit.and_then(|edit| edit.agency.as_ref());
    let agency = chosen.or_else(|| route.and_then(|route| route.agency.as_ref()));
    let subject = edit.and_then(|edit| edit.subject.clone());
    let coordinate = edit.and_then(|edit| edit.coordinate.as_deref());
    let coordinate = coordinate.unwrap_or_else(|| route.map_or(&[], |route| &route.coordinate));
    Line {
        code: group.code.to_string(),
        wording: long.fit(wording, || wording::long_opinion(group.head.0)),
        times: members
            .iter()
            .fold(0, |sum, opinion| sum.saturating_add(opinion.times)),
        units: units(data.plan, &members),
        subject: subject.unwrap_or_else(|| self::subject(data.plan, agency)),
        agency: agency.map(|id| name(data.plan, id)).unwrap_or_default(),
        certainty: data.certainty(group, route),
        because: route.map(|route| because(data.plan, route)).unwrap_or_default(),
        coordinate: coordinate
            .iter()
            .map(|id| name(data.plan, id))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

pub(super) fn summary(book: &mut Book, data: &Consolidated<'_>, lines: &[Line]) -> Result<()> {
    let mut page = open(book, sheet::SUMMARY, &SUMMARY, guide::SUMMARY, 1)?;
    for line in lines {
        page.row(&[
            line.code.as_str().into(),
            line.wording.as_str().into(),
            line.times.into(),
            line.units.as_str().into(),
            line.subject.as_str().into(),
            line.agency.as_str().into(),
            line.certainty.into(),
            line.because.as_str().into(),
            line.coordinate.as_str().into(),
        ])?;
    }
    if let Some(range) = original::subjects(data.plan) {
        page.choices(4, &List::Range(&range))?;
    }
    if let Some(range) = original::agencies(data.plan) {
        page.choices(5, &List::Range(&range))?;
    }
    page.finish()
}

/// Every opinion once, group by group, the head first.
pub(super) fn detail(book: &mut Book, data: &Consolidated<'_>, long: &mut Long) -> Result<()> {
    let mut page = open(book, sheet::DETAIL, &DETAIL, guide::DETAIL, 2)?;
    if data.opinions.iter().all(|opinion| opinion.repaired.is_none()) {
        page.hide(RECEIVED)?;
    }
    for group in data.groups {
        for member in &group.members {
            if let Some(opinion) = data.opinion(member.opinion) {
                page.row(&opinion_row(group, member, opinion, long))?;
            }
        }
    }
    page.finish()
}

fn opinion_row(group: &Group, member: &Member, opinion: &Opinion, long: &mut Long) -> [Cell; 14] {
    let label = || wording::long_opinion(opinion.id.0);
    let received = opinion.repaired.as_ref().map(|_| long.fit(&opinion.text, label));
    let origin = &opinion.origin;
    let cell = match origin.part {
        Some(part) => format!("{} ({part})", origin.cell),
        None => origin.cell.clone(),
    };
    [
        opinion.id.0.into(),
        group.code.to_string().into(),
        opinion.unit.name.as_str().into(),
        opinion.person.as_str().into(),
        opinion.position.as_str().into(),
        long.fit(opinion.readable(), label).into(),
        opinion.heading.as_deref().unwrap_or_default().into(),
        opinion.times.into(),
        workbook_reason::member(member.evidence.as_ref(), group.members.len()).into(),
        origin.file.as_str().into(),
        origin.sheet.as_str().into(),
        cell.into(),
        received.map_or(Cell::Empty, Cell::Text),
        opinion.content_key().to_string().into(),
    ]
}

/// The units that raised a group, each once, counted by kind.
fn units(plan: &Plan, members: &[&Opinion]) -> String {
    let mut members = members.to_vec();
    members.sort_by_key(|opinion| opinion.id);
    let mut names: Vec<&str> = Vec::new();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for opinion in members {
        if names.contains(&opinion.unit.name.as_str()) {
            continue;
        }
        names.push(&opinion.unit.name);
        let known = plan
            .units
            .iter()
            .find(|unit| Some(&unit.code) == opinion.unit.code.as_ref());
        let kind = known.map_or(wording::UNIT, |unit| unit.rank.word());
        *kinds
            .entry(if kind.is_empty() { wording::UNIT } else { kind })
            .or_default() += 1;
    }
    let mut kinds: Vec<(usize, &str)> = kinds.into_iter().map(|(kind, count)| (count, kind)).collect();
    kinds.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    wording::units(&kinds, &names)
}

/// The subject under which the opinions of an agency belong.
fn subject(plan: &Plan, agency: Option<&AgencyId>) -> String {
    let Some(agency) = agency.and_then(|id| plan.agency(id)) else {
        return String::new();
    };
    let own = std::iter::once(agency.id.0.as_str());
    let mut fields = agency.fields.iter().map(String::as_str).chain(own);
    let found = fields.find_map(|field| plan.subject_for_field(field));
    found.map(crate::plan::Subject::heading).unwrap_or_default()
}

fn because(plan: &Plan, route: &Route) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !route.because.is_empty() {
        parts.push(route.because.join(", "));
    }
    if route.certainty != crate::model::Certainty::Sure && !route.others.is_empty() {
        let names: Vec<String> = route
            .others
            .iter()
            .take(2)
            .map(|(id, _)| name(plan, id))
            .collect();
        parts.push(wording::others(
            &names.iter().map(String::as_str).collect::<Vec<_>>(),
        ));
    }
    parts.join("; ")
}

fn name(plan: &Plan, id: &AgencyId) -> String {
    plan.agency(id)
        .map_or_else(|| id.0.clone(), |agency| agency.name.clone())
}
