//! The workbook of one agency: what it answers, what it coordinates, and, where asked for, who spoke.

use super::{Assignments, Due, Parcel, speakers};
use crate::error::Result;
use crate::model::AnswerState;
use crate::plan::{Agency, Plan, Reach};
use crate::settings;
use crate::wording::workbook::{heading, sheet};
use crate::wording::workbook_assignment as wording;
use crate::workbook::read_back::GroupRow;
use crate::workbook::style::{Book, Cell, Column, List, Look, Page, column};

/// The kind of workbook, in its mark.
pub(crate) const KIND: &str = "phan-cong";
/// First cell of a group's row in the hidden sheet.
pub(crate) const GROUP: &str = "nhom";

/// The columns of what an agency answers.
pub(crate) const ANSWERS: [Column; 13] = [
    column(heading::NUMBER, 5.0, Look::Centre),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 36.0, Look::Text),
    column(heading::SUBJECT, 18.0, Look::Text),
    column(heading::UNITS, 15.0, Look::Text),
    column(heading::TIMES, 6.0, Look::Centre),
    column(heading::COORDINATE, 12.0, Look::Text),
    column(heading::ASKED, 12.0, Look::Text),
    column(heading::REPLY, 34.0, Look::Entry),
    column(heading::STATE_OF_REPLY, 12.0, Look::Choice),
    column(heading::DUE, 11.0, Look::Choice),
    column(heading::RESPONSIBLE, 12.0, Look::Entry),
    column(heading::DOCUMENT, 11.0, Look::Entry),
];

/// The columns of what an agency coordinates.
pub(crate) const COORDINATES: [Column; 8] = [
    column(heading::NUMBER, 5.0, Look::Centre),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 50.0, Look::Text),
    column(heading::UNITS, 22.0, Look::Text),
    column(heading::TIMES, 7.0, Look::Centre),
    column(heading::LEADING, 20.0, Look::Text),
    column(heading::ASKED, 18.0, Look::Text),
    column(heading::CONTRIBUTION, 40.0, Look::Entry),
];

const SPEAKERS: [Column; 5] = [
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::UNIT, 22.0, Look::Text),
    column(heading::PERSON, 26.0, Look::Text),
    column(heading::POSITION, 26.0, Look::Text),
    column(heading::WORDING, 76.0, Look::Text),
];

pub(super) fn write(data: &Assignments<'_>, parcel: &Parcel<'_>) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::TITLE, KIND)?;
    if !parcel.leads.is_empty() {
        answers(&mut book, data, parcel)?;
    }
    if !parcel.coordinates.is_empty() {
        coordinates(&mut book, data, parcel)?;
    }
    if data.names {
        names(&mut book, data, parcel)?;
    }
    original(&mut book, data.plan, parcel)?;
    book.finish()
}

fn answers(book: &mut Book, data: &Assignments<'_>, parcel: &Parcel<'_>) -> Result<()> {
    let mut page = book.page(sheet::ANSWERS, &ANSWERS)?;
    heading_block(&mut page, data, parcel, wording::TITLE)?;
    for line in wording::GUIDE {
        page.line(line)?;
    }
    page.gap();
    page.header(2)?;
    for (number, group) in (1_u32..).zip(&parcel.leads) {
        let mut cells = vec![
            number.into(),
            group.code.to_string().into(),
            group.wording.as_str().into(),
            group.subject.as_str().into(),
            group.units.as_str().into(),
            group.times.into(),
            names_of(data.plan, group).into(),
            asked(parcel.agency).into(),
        ];
        cells.resize(ANSWERS.len(), Cell::Empty);
        page.row(&cells)?;
    }
    page.choices(9, &List::Words(&AnswerState::ALL.map(wording::state)))?;
    page.lock();
    page.finish()
}

fn coordinates(book: &mut Book, data: &Assignments<'_>, parcel: &Parcel<'_>) -> Result<()> {
    let mut page = book.page(sheet::COORDINATES, &COORDINATES)?;
    heading_block(&mut page, data, parcel, wording::COORDINATE_TITLE)?;
    page.line(wording::COORDINATE_GUIDE)?;
    page.gap();
    page.header(2)?;
    for (number, group) in (1_u32..).zip(&parcel.coordinates) {
        let leading = group.agency.as_ref().and_then(|id| data.plan.agency(id));
        let leading = leading.map(|agency| agency.name.as_str()).unwrap_or_default();
        page.row(&[
            number.into(),
            group.code.to_string().into(),
            group.wording.as_str().into(),
            group.units.as_str().into(),
            group.times.into(),
            leading.into(),
            wording::COORDINATE_ASKED.into(),
            Cell::Empty,
        ])?;
    }
    page.lock();
    page.finish()
}

fn names(book: &mut Book, data: &Assignments<'_>, parcel: &Parcel<'_>) -> Result<()> {
    let mut page = book.page(sheet::SPEAKERS, &SPEAKERS)?;
    page.title(&sheet::SPEAKERS.to_uppercase())?;
    page.line(wording::NAMES_GUIDE)?;
    page.header(1)?;
    let groups: Vec<&GroupRow> = parcel.leads.iter().chain(&parcel.coordinates).copied().collect();
    for opinion in speakers(data, &groups) {
        page.row(&[
            opinion.code.to_string().into(),
            opinion.unit.as_str().into(),
            opinion.person.as_str().into(),
            opinion.position.as_str().into(),
            opinion.text.as_str().into(),
        ])?;
    }
    page.lock();
    page.finish()
}

/// Sender, title, receiver, what it rests on, and the deadline.
fn heading_block(
    page: &mut Page<'_>,
    data: &Assignments<'_>,
    parcel: &Parcel<'_>,
    title: &str,
) -> Result<()> {
    let plan = data.plan;
    page.strong(&plan.organiser.to_uppercase())?;
    page.gap();
    page.across(title, true)?;
    if let Some(number) = parcel.supplement {
        page.across(&wording::supplement(number), false)?;
    }
    page.across(&plan.title, false)?;
    page.gap();
    page.strong(&wording::addressee(&parcel.agency.name))?;
    for document in &plan.documents {
        page.line(&wording::basis(&document.title, document.date))?;
    }
    page.line(&wording::numbers(parcel.leads.len(), parcel.coordinates.len()))?;
    if let Some(due) = data.deadline {
        page.strong(&deadline(due))?;
    }
    Ok(())
}

fn deadline(due: &Due) -> String {
    wording::deadline(&due.wording, due.last_day, due.last_working_day)
}

fn original(book: &mut Book, plan: &Plan, parcel: &Parcel<'_>) -> Result<()> {
    let mut rows = vec![vec![
        settings::CREATOR.to_owned(),
        KIND.to_owned(),
        plan.id.clone(),
        parcel.agency.id.0.clone(),
    ]];
    for group in &parcel.leads {
        rows.push(vec![
            GROUP.to_owned(),
            group.code.to_string(),
            group.wording.clone(),
        ]);
    }
    book.hidden(sheet::ORIGINAL, &rows)
}

fn names_of(plan: &Plan, group: &GroupRow) -> String {
    let names = group
        .coordinate
        .iter()
        .filter_map(|id| plan.agency(id))
        .map(|agency| agency.name.as_str());
    names.collect::<Vec<_>>().join("; ")
}

/// What the organiser asks of a body of that reach.
fn asked(agency: &Agency) -> &'static str {
    match agency.reach {
        Reach::Own => wording::ASKED_OWN,
        Reach::Higher => wording::ASKED_HIGHER,
        Reach::Lower => wording::ASKED_LOWER,
    }
}
