//! Writes `tong-hop.xlsx`: all that a run found, in the order in which the clerk works through it.
//!
//! What the clerk may change is coloured; what was written there is kept in a hidden sheet (`original`), so that
//! `read_back` can tell an edit from a proposal. Nothing is decided here.

mod groups;
mod mark;
pub(crate) mod original;
mod pairs;
mod rest;

use std::collections::BTreeMap;

use super::long::{self, Long};
use super::style::{Book, Column, Look, column};
use crate::error::Result;
use crate::finding::{Finding, FindingKind, WorkbookFinding};
use crate::model::{
    AnsweredBefore, Certainty, Counts, Group, GroupCode, GroupEdit, NearMiss, Opinion, OpinionId, Report,
    ReviewPair, Roll, Route, SetAside,
};
use crate::plan::Plan;
use crate::wording::workbook::{self as wording, heading};

/// All that the consolidated workbook shows.
#[derive(Debug, Clone, Copy)]
pub struct Consolidated<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The opinions, numbered from 1 in their order.
    pub opinions: &'a [Opinion],
    /// The rows that are no opinion.
    pub set_aside: &'a [SetAside],
    /// Every file and what became of it.
    pub reports: &'a [Report],
    /// What every unit sent.
    pub roll: &'a [Roll],
    /// What a person must look at.
    pub findings: &'a [Finding],
    /// The groups, each opinion in exactly one.
    pub groups: &'a [Group],
    /// Who should answer, a route for each group, in the same order.
    pub routes: &'a [Route],
    /// What the clerk wrote over the proposals.
    pub edits: &'a BTreeMap<GroupCode, GroupEdit>,
    /// Questions for the clerk.
    pub review: &'a [ReviewPair],
    /// Look-alikes kept apart.
    pub near_misses: &'a [NearMiss],
    /// Opinions that an earlier dialogue has answered.
    pub answered: &'a [AnsweredBefore],
    /// The numbers of the run.
    pub counts: &'a Counts,
    /// Version of the program.
    pub version: &'a str,
}

/// The columns of the summary, a line for each group.
pub(crate) const SUMMARY: [Column; 9] = [
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 52.0, Look::Entry),
    column(heading::TIMES, 7.0, Look::Centre),
    column(heading::UNITS, 22.0, Look::Text),
    column(heading::SUBJECT, 20.0, Look::Entry),
    column(heading::AGENCY, 18.0, Look::Entry),
    column(heading::CERTAINTY, 10.0, Look::Centre),
    column(heading::BECAUSE, 18.0, Look::Text),
    column(heading::COORDINATE, 18.0, Look::Entry),
];

/// The columns of the details, a line for each opinion.
pub(crate) const DETAIL: [Column; 14] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::GROUP, 10.0, Look::Choice),
    column(heading::UNIT, 15.0, Look::Text),
    column(heading::PERSON, 16.0, Look::Text),
    column(heading::POSITION, 14.0, Look::Text),
    column(heading::WORDING, 50.0, Look::Text),
    column(heading::UNDER, 18.0, Look::Text),
    column(heading::TIMES, 7.0, Look::Centre),
    column(heading::WHY_HERE, 24.0, Look::Text),
    column(heading::FILE, 18.0, Look::Text),
    column(heading::SHEET, 10.0, Look::Text),
    column(heading::CELL, 7.0, Look::Centre),
    column(heading::RECEIVED, 20.0, Look::Text),
    column(heading::KEY, 10.0, Look::Key),
];

/// The columns of the questions.
pub(crate) const REVIEW: [Column; 10] = pairs::columns(heading::REMARK);

/// The columns of the near misses; an answer there counts as well.
pub(crate) const NEAR_MISSES: [Column; 10] = pairs::columns(heading::APART);

/// Writes the consolidated workbook; the same data gives the same bytes.
///
/// # Errors
/// When the data does not fit into a workbook at all: more than a million rows.
pub fn consolidated(data: &Consolidated<'_>) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::CONSOLIDATED_TITLE, original::KIND)?;
    let mut long = Long::default();
    let summary = groups::lines(data, &mut long);
    rest::info(&mut book, data)?;
    groups::summary(&mut book, data, &summary)?;
    groups::detail(&mut book, data, &mut long)?;
    pairs::review(&mut book, data)?;
    pairs::near_misses(&mut book, data)?;
    rest::answered(&mut book, data, &mut long)?;
    rest::units(&mut book, data)?;
    rest::files(&mut book, data)?;
    rest::set_aside(&mut book, data, &mut long)?;
    rest::findings(&mut book, data)?;
    long.write(&mut book)?;
    original::write_lists(&mut book, data.plan)?;
    original::write(&mut book, data, &summary)?;
    book.finish()
}

/// A note for each opinion that is longer than a cell of the workbook holds.
pub fn long_texts(opinions: &[Opinion]) -> Vec<Finding> {
    let long = opinions
        .iter()
        .filter(|opinion| long::is_long(opinion.readable()) || long::is_long(&opinion.text));
    long.map(|opinion| Finding {
        file: opinion.origin.file.clone(),
        sheet: Some(opinion.origin.sheet.clone()),
        cell: Some(opinion.origin.cell.clone()),
        kind: FindingKind::Workbook(WorkbookFinding::LongText),
    })
    .collect()
}

impl<'a> Consolidated<'a> {
    fn opinion(&self, id: OpinionId) -> Option<&'a Opinion> {
        let index = usize::try_from(id.0).ok()?.checked_sub(1)?;
        self.opinions.get(index)
    }

    /// The code of the group of each opinion.
    fn codes(&self) -> BTreeMap<OpinionId, GroupCode> {
        let members = |group: &'a Group| group.members.iter().map(|member| (member.opinion, group.code));
        self.groups.iter().flat_map(members).collect()
    }

    /// How sure the agency of a group is, in words.
    fn certainty(&self, group: &Group, route: Option<&Route>) -> &'static str {
        let by_clerk = self
            .edits
            .get(&group.code)
            .is_some_and(|edit| edit.agency.is_some());
        wording::certainty(route.map_or(Certainty::Open, |route| route.certainty), by_clerk)
    }
}

/// Title and guide of a sheet, then its table's headings.
fn open<'b>(
    book: &'b mut Book,
    name: &str,
    columns: &[Column],
    guide: &str,
    fixed: u16,
) -> Result<super::style::Page<'b>> {
    let mut page = book.page(name, columns)?;
    page.title(&name.to_uppercase())?;
    page.line(guide)?;
    page.header(fixed)?;
    Ok(page)
}
