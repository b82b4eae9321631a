//! The index of what went to whom, by agency and by code, and what nobody took.

use std::collections::BTreeMap;

use super::{Assignments, Sent};
use crate::error::Result;
use crate::model::GroupCode;
use crate::wording::workbook::{heading, sheet};
use crate::wording::workbook_assignment as wording;
use crate::workbook::read_back::GroupRow;
use crate::workbook::style::{Book, Column, Look, column};

const KIND: &str = "danh-muc";

const AGENCIES: [Column; 7] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::AGENCY_NAME, 44.0, Look::Text),
    column(heading::LEADS, 11.0, Look::Centre),
    column(heading::TIMES, 11.0, Look::Centre),
    column(heading::COORDINATES, 11.0, Look::Centre),
    column(heading::NEW, 11.0, Look::Centre),
    column(heading::FILE, 46.0, Look::Text),
];

const UNASSIGNED: [Column; 6] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 70.0, Look::Text),
    column(heading::SUBJECT, 26.0, Look::Text),
    column(heading::UNITS, 30.0, Look::Text),
    column(heading::TIMES, 8.0, Look::Centre),
];

const CODES: [Column; 5] = [
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 66.0, Look::Text),
    column(heading::AGENCY, 28.0, Look::Text),
    column(heading::COORDINATE, 28.0, Look::Text),
    column(heading::FILE, 34.0, Look::Text),
];

pub(super) fn write(data: &Assignments<'_>, all: &[Sent], new: &[Sent]) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::INDEX_TITLE, KIND)?;
    agencies(&mut book, data, all, new)?;
    unassigned(&mut book, data)?;
    codes(&mut book, data, all)?;
    book.finish()
}

fn agencies(book: &mut Book, data: &Assignments<'_>, all: &[Sent], new: &[Sent]) -> Result<()> {
    let open = data.groups.iter().filter(|group| group.agency.is_none()).count();
    let mut page = book.page(sheet::INDEX, &AGENCIES)?;
    page.title(wording::INDEX_TITLE)?;
    page.line(&data.plan.title)?;
    page.strong(&wording::index_sum(
        data.groups.len(),
        data.groups.len() - open,
        open,
    ))?;
    page.header(2)?;
    for (number, agency) in (1_u32..).zip(&data.plan.agencies) {
        let leads: Vec<&GroupRow> = data
            .groups
            .iter()
            .filter(|group| group.agency.as_ref() == Some(&agency.id))
            .collect();
        let helps = data.groups.iter().filter(|group| {
            group.agency.is_some()
                && group.agency.as_ref() != Some(&agency.id)
                && group.coordinate.contains(&agency.id)
        });
        let times: u32 = leads.iter().fold(0, |sum, group| sum.saturating_add(group.times));
        let mut files: Vec<&str> = all
            .iter()
            .filter(|sent| sent.agency == agency.id)
            .map(|sent| sent.file.as_str())
            .collect();
        files.sort_unstable();
        files.dedup();
        page.row(&[
            number.into(),
            agency.name.as_str().into(),
            leads.len().into(),
            times.into(),
            helps.count().into(),
            new.iter()
                .filter(|sent| sent.agency == agency.id && sent.leads)
                .count()
                .into(),
            files.join("; ").into(),
        ])?;
    }
    page.finish()
}

fn unassigned(book: &mut Book, data: &Assignments<'_>) -> Result<()> {
    let mut page = book.page(sheet::UNASSIGNED, &UNASSIGNED)?;
    page.title(&sheet::UNASSIGNED.to_uppercase())?;
    page.line(wording::UNASSIGNED_GUIDE)?;
    page.header(2)?;
    let open = data.groups.iter().filter(|group| group.agency.is_none());
    for (number, group) in (1_u32..).zip(open) {
        page.row(&[
            number.into(),
            group.code.to_string().into(),
            group.wording.as_str().into(),
            group.subject.as_str().into(),
            group.units.as_str().into(),
            group.times.into(),
        ])?;
    }
    page.finish()
}

fn codes(book: &mut Book, data: &Assignments<'_>, all: &[Sent]) -> Result<()> {
    let mut files: BTreeMap<(GroupCode, &str), &str> = BTreeMap::new();
    for sent in all.iter().filter(|sent| sent.leads) {
        files.insert((sent.code, &sent.agency.0), &sent.file);
    }
    let name = |id| data.plan.agency(id).map(|agency| agency.name.as_str());
    let mut page = book.page(sheet::BY_CODE, &CODES)?;
    page.title(&sheet::BY_CODE.to_uppercase())?;
    page.header(1)?;
    for group in data.groups {
        let agency = group.agency.as_ref();
        let file = agency
            .and_then(|id| files.get(&(group.code, id.0.as_str())))
            .copied();
        let coordinate: Vec<&str> = group.coordinate.iter().filter_map(name).collect();
        page.row(&[
            group.code.to_string().into(),
            group.wording.as_str().into(),
            agency.and_then(name).unwrap_or(wording::NOBODY).into(),
            coordinate.join("; ").into(),
            file.unwrap_or_default().into(),
        ])?;
    }
    page.finish()
}
