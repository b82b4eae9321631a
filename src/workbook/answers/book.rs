//! The sheets of the answer book that are only read.

use super::AnswerBook;
use crate::error::Result;
use crate::finding::Finding;
use crate::model::{AnswerCounts, Answered, Judged, Standing};
use crate::wording::workbook::{self as names, heading, sheet};
use crate::wording::workbook_answers as wording;
use crate::wording::{Lang, answers as words, finding, next_step, workbook_assignment};
use crate::workbook::long::Long;
use crate::workbook::read_back::GroupRow;
use crate::workbook::style::{Book, Cell, Column, Look, column};

const INFO: [Column; 3] = [
    column(heading::ITEM, 40.0, Look::Text),
    column(heading::COUNT, 12.0, Look::Centre),
    column(heading::NOTE, 70.0, Look::Text),
];

const BY_SUBJECT: [Column; 11] = [
    column(heading::SUBJECT, 17.0, Look::Text),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 36.0, Look::Text),
    column(heading::TIMES, 7.0, Look::Centre),
    column(heading::UNITS, 18.0, Look::Text),
    column(heading::AGENCY, 16.0, Look::Text),
    column(heading::REPLY, 44.0, Look::Text),
    column(heading::RESULT, 13.0, Look::Centre),
    column(heading::DUE, 12.0, Look::Centre),
    column(heading::DOCUMENT, 12.0, Look::Centre),
    column(heading::STATE, 13.0, Look::Centre),
];

const BY_AGENCY: [Column; 10] = [
    column(heading::AGENCY, 17.0, Look::Text),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 38.0, Look::Text),
    column(heading::REPLY, 46.0, Look::Text),
    column(heading::RESULT, 13.0, Look::Centre),
    column(heading::DUE, 12.0, Look::Centre),
    column(heading::RESPONSIBLE, 14.0, Look::Text),
    column(heading::DOCUMENT, 12.0, Look::Centre),
    column(heading::CONTRIBUTION, 24.0, Look::Text),
    column(heading::STATE, 13.0, Look::Centre),
];

const MISSING: [Column; 6] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::AGENCY, 26.0, Look::Text),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 64.0, Look::Text),
    column(heading::STATE, 20.0, Look::Centre),
    column(heading::NOTE, 34.0, Look::Text),
];

const DOUBTS: [Column; 8] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::AGENCY, 18.0, Look::Text),
    column(heading::FOUND, 40.0, Look::Text),
    column(heading::NEXT, 36.0, Look::Text),
    column(heading::REPLY, 36.0, Look::Text),
    column(heading::FILE, 22.0, Look::Text),
    column(heading::CELL, 8.0, Look::Centre),
];

const AGENCIES: [Column; 9] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::AGENCY_NAME, 40.0, Look::Text),
    column(heading::LEADS, 12.0, Look::Centre),
    column(heading::ANSWERED, 12.0, Look::Centre),
    column(heading::MISSING, 12.0, Look::Centre),
    column(heading::OVERDUE, 12.0, Look::Centre),
    column(heading::TO_DECIDE, 14.0, Look::Centre),
    column(heading::DOUBTFUL, 12.0, Look::Centre),
    column(heading::LATE, 14.0, Look::Centre),
];

const FILES: [Column; 4] = [
    column(heading::NUMBER, 6.0, Look::Centre),
    column(heading::FILE, 60.0, Look::Text),
    column(heading::AGENCY_NAME, 40.0, Look::Text),
    column(heading::ANSWER_COUNT, 16.0, Look::Centre),
];

pub(super) fn info(book: &mut Book, data: &AnswerBook<'_>) -> Result<()> {
    let mut page = book.page(sheet::INFO, &INFO)?;
    page.title(wording::TITLE)?;
    page.line(&data.plan.title)?;
    page.line(&wording::as_of(data.today))?;
    if let Some(due) = data.deadline {
        page.line(&workbook_assignment::deadline(
            &due.wording,
            due.last_day,
            due.last_working_day,
        ))?;
    }
    page.gap();
    page.strong(names::guide::STEPS_TITLE)?;
    for step in wording::STEPS {
        page.line(step)?;
    }
    page.gap();
    page.header(0)?;
    for (label, number, note) in wording::counts(&AnswerCounts::of(data.answered), data.files.len()) {
        page.row(&[label.into(), number.into(), note.into()])?;
    }
    page.on_one_page();
    page.activate();
    Ok(())
}

pub(super) fn by_subject(book: &mut Book, data: &AnswerBook<'_>, long: &mut Long) -> Result<()> {
    let mut page = book.page(sheet::BY_SUBJECT, &BY_SUBJECT)?;
    page.title(&sheet::BY_SUBJECT.to_uppercase())?;
    page.line(wording::BY_SUBJECT_GUIDE)?;
    page.header(2)?;
    let mut lines = data.lines();
    let place = |group: &GroupRow| {
        let mut subjects = data.plan.subjects.iter();
        let known = subjects.position(|subject| subject.heading() == group.subject);
        known.unwrap_or(usize::MAX)
    };
    lines.sort_by_key(|(group, _)| {
        (
            place(group),
            group.subject.clone(),
            std::cmp::Reverse(group.times),
            group.code,
        )
    });
    for (group, answered) in lines {
        let shown = Shown::of(answered);
        page.row(&[
            group.subject.as_str().into(),
            group.code.to_string().into(),
            group.wording.as_str().into(),
            group.times.into(),
            group.units.as_str().into(),
            data.agency(answered.agency.as_ref()).into(),
            long.fit(&shown.text, || wording::long_answer(group.code)).into(),
            shown.result.into(),
            shown.due.into(),
            shown.document.into(),
            words::standing(answered.standing, Lang::Vi).into(),
        ])?;
    }
    page.lock();
    page.finish()
}

pub(super) fn by_agency(book: &mut Book, data: &AnswerBook<'_>, long: &mut Long) -> Result<()> {
    let mut page = book.page(sheet::BY_AGENCY, &BY_AGENCY)?;
    page.title(&sheet::BY_AGENCY.to_uppercase())?;
    page.line(wording::BY_AGENCY_GUIDE)?;
    page.header(2)?;
    for (group, answered) in in_order_of_agencies(data) {
        let shown = Shown::of(answered);
        page.row(&[
            data.agency(answered.agency.as_ref()).into(),
            group.code.to_string().into(),
            group.wording.as_str().into(),
            long.fit(&shown.text, || wording::long_answer(group.code)).into(),
            shown.result.into(),
            shown.due.into(),
            shown.responsible.into(),
            shown.document.into(),
            long.fit(&contributions(data, answered), || {
                wording::long_answer(group.code)
            })
            .into(),
            words::standing(answered.standing, Lang::Vi).into(),
        ])?;
    }
    page.lock();
    page.finish()
}

pub(super) fn missing(book: &mut Book, data: &AnswerBook<'_>) -> Result<()> {
    let mut page = book.page(sheet::MISSING, &MISSING)?;
    page.title(&sheet::MISSING.to_uppercase())?;
    page.line(wording::MISSING_GUIDE)?;
    page.header(3)?;
    let open = in_order_of_agencies(data)
        .into_iter()
        .filter(|(_, answered)| answered.standing != Standing::Answered);
    for (number, (group, answered)) in (1_u32..).zip(open) {
        page.row(&[
            number.into(),
            data.agency(answered.agency.as_ref()).into(),
            group.code.to_string().into(),
            group.wording.as_str().into(),
            words::standing(answered.standing, Lang::Vi).into(),
            note(data, answered).into(),
        ])?;
    }
    page.lock();
    page.finish()
}

/// What there is to do about an opinion without an answer.
fn note(data: &AnswerBook<'_>, answered: &Answered) -> String {
    match answered.standing {
        Standing::Choose | Standing::Verify => wording::SEE_CHOICES.to_owned(),
        Standing::PassedOn => match &answered.passed_to {
            Some(to) => wording::passed_to(&data.agency(Some(to))),
            None => wording::PASSED_TO_NOBODY.to_owned(),
        },
        Standing::Overdue => data
            .deadline
            .map(|due| wording::overdue(due.last_day, data.today))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

pub(super) fn doubts(book: &mut Book, data: &AnswerBook<'_>, long: &mut Long) -> Result<()> {
    let mut page = book.page(sheet::DOUBTS, &DOUBTS)?;
    page.title(&sheet::DOUBTS.to_uppercase())?;
    page.line(wording::DOUBTS_GUIDE)?;
    page.header(2)?;
    let findings = data.findings.iter().map(finding_row);
    let mut rows: Vec<[Cell; 8]> = findings.collect();
    for (_, answered) in data.lines() {
        let given = answered.reply.iter().filter(|reply| reply.is_doubtful());
        let shown = given
            .chain(&answered.open)
            .filter(|judged| !judged.doubts.is_empty());
        rows.extend(shown.map(|judged| doubt_row(data, answered, judged, long)));
    }
    for (number, mut row) in (1_u32..).zip(rows) {
        row[0] = number.into();
        page.row(&row)?;
    }
    page.lock();
    page.finish()
}

fn finding_row(found: &Finding) -> [Cell; 8] {
    [
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        finding(found, Lang::Vi).into(),
        next_step(found, Lang::Vi).into(),
        Cell::Empty,
        found.file.as_str().into(),
        found.cell.as_deref().unwrap_or_default().into(),
    ]
}

fn doubt_row(data: &AnswerBook<'_>, answered: &Answered, judged: &Judged, long: &mut Long) -> [Cell; 8] {
    let doubts: Vec<String> = judged.doubts.iter().map(words::doubt).collect();
    let mut steps: Vec<&str> = judged.doubts.iter().map(words::doubt_step).collect();
    steps.dedup();
    let given = &judged.given;
    [
        Cell::Empty,
        answered.code.to_string().into(),
        data.agency(given.agency.as_ref()).into(),
        doubts.join("\n").into(),
        steps.join("\n").into(),
        long.fit(&given.reply.text, || wording::long_answer(answered.code))
            .into(),
        given.file.as_str().into(),
        given.cell.as_str().into(),
    ]
}

pub(super) fn agencies(book: &mut Book, data: &AnswerBook<'_>) -> Result<()> {
    let mut page = book.page(sheet::AGENCIES, &AGENCIES)?;
    page.title(&sheet::AGENCIES.to_uppercase())?;
    page.line(wording::AGENCIES_GUIDE)?;
    page.header(2)?;
    let ids = data
        .plan
        .agencies
        .iter()
        .map(|agency| Some(&agency.id))
        .chain([None]);
    let mut number = 0_u32;
    for id in ids {
        let counts = AnswerCounts::of(data.answered.iter().filter(|one| one.agency.as_ref() == id));
        if counts.opinions == 0 {
            continue;
        }
        number += 1;
        let of = |standings: &[Standing]| standings.iter().map(|one| counts.standing(*one)).sum::<usize>();
        page.row(&[
            number.into(),
            data.agency(id).into(),
            counts.opinions.into(),
            of(&[Standing::Answered]).into(),
            of(&[Standing::Waiting, Standing::Unassigned]).into(),
            of(&[Standing::Overdue]).into(),
            of(&[Standing::Choose, Standing::Verify, Standing::PassedOn]).into(),
            counts.doubtful.into(),
            counts.late.into(),
        ])?;
    }
    page.on_one_page();
    page.lock();
    page.finish()
}

pub(super) fn files(book: &mut Book, data: &AnswerBook<'_>) -> Result<()> {
    let mut page = book.page(sheet::RETURNED, &FILES)?;
    page.title(&sheet::RETURNED.to_uppercase())?;
    page.line(wording::FILES_GUIDE)?;
    page.header(2)?;
    for (number, file) in (1_u32..).zip(data.files) {
        let agency = file
            .agency
            .as_ref()
            .map(|id| data.agency(Some(id)))
            .unwrap_or_default();
        page.row(&[
            number.into(),
            file.file.as_str().into(),
            agency.into(),
            file.answers.map_or_else(|| wording::NOT_READ.into(), Cell::from),
        ])?;
    }
    page.lock();
    page.finish()
}

fn in_order_of_agencies<'a>(data: &AnswerBook<'a>) -> Vec<(&'a GroupRow, &'a Answered)> {
    let mut lines = data.lines();
    let place = |answered: &Answered| {
        let known = data
            .plan
            .agencies
            .iter()
            .position(|agency| Some(&agency.id) == answered.agency.as_ref());
        known.unwrap_or(usize::MAX)
    };
    lines.sort_by_key(|(group, answered)| (place(answered), group.code));
    lines
}

fn contributions(data: &AnswerBook<'_>, answered: &Answered) -> String {
    let said = |judged: &Judged| {
        let given = &judged.given;
        format!("{}: {}", data.agency(given.agency.as_ref()), given.reply.text)
    };
    answered
        .contributions
        .iter()
        .map(said)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The cells of an answer as a reader sees them.
struct Shown {
    text: String,
    result: &'static str,
    due: String,
    responsible: String,
    document: String,
}

impl Shown {
    fn of(answered: &Answered) -> Self {
        let reply = answered
            .reply
            .as_ref()
            .map(|reply| reply.given.reply.clone())
            .unwrap_or_default();
        Self {
            result: reply.state.map(workbook_assignment::state).unwrap_or_default(),
            text: reply.text,
            due: reply.due,
            responsible: reply.responsible,
            document: reply.document,
        }
    }
}
