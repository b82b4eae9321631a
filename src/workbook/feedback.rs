//! Writes what goes back: a workbook for each unit with the answers to its own opinions, one for everybody without
//! names, and the summary for the conference. What stands in them is decided elsewhere.

use super::long::Long;
use super::style::{Book, Cell, Column, Look, Page, column};
use crate::error::Result;
use crate::model::{AgencyId, Feedback, FeedbackLine, FeedbackSet, Reply, Standing, SummaryLine};
use crate::plan::Plan;
use crate::settings;
use crate::text::without_private_numbers;
use crate::wording::workbook::{heading, reason_aside, sheet};
use crate::wording::workbook_feedback as wording;
use crate::wording::{workbook_answers, workbook_assignment};

/// The kind of workbook, in its mark.
const KIND: &str = "phan-hoi";

const UNIT: [Column; 9] = [
    column(heading::NUMBER, 5.0, Look::Centre),
    column(heading::PERSON, 16.0, Look::Text),
    column(heading::WORDING, 42.0, Look::Text),
    column(heading::AGENCY, 16.0, Look::Text),
    column(heading::REPLY, 44.0, Look::Text),
    column(heading::RESULT, 13.0, Look::Centre),
    column(heading::DUE, 12.0, Look::Centre),
    column(heading::DOCUMENT, 12.0, Look::Centre),
    column(heading::NOTE, 22.0, Look::Text),
];

const ASIDE: [Column; 6] = [
    column(heading::NUMBER, 5.0, Look::Centre),
    column(heading::PERSON, 20.0, Look::Text),
    column(heading::TEXT, 62.0, Look::Text),
    column(heading::REASON, 40.0, Look::Text),
    column(heading::FILE, 30.0, Look::Text),
    column(heading::CELL, 8.0, Look::Centre),
];

const PUBLIC: [Column; 7] = [
    column(heading::NUMBER, 5.0, Look::Centre),
    column(heading::WORDING, 50.0, Look::Text),
    column(heading::UNITS, 24.0, Look::Text),
    column(heading::AGENCY, 18.0, Look::Text),
    column(heading::REPLY, 48.0, Look::Text),
    column(heading::RESULT, 13.0, Look::Centre),
    column(heading::DUE, 13.0, Look::Centre),
];

const SUMMARY: [Column; 7] = [
    column(heading::NUMBER, 5.0, Look::Centre),
    column(heading::WORDING, 52.0, Look::Text),
    column(heading::TIMES, 8.0, Look::Centre),
    column(heading::UNITS, 24.0, Look::Text),
    column(heading::AGENCY, 18.0, Look::Text),
    column(heading::REPLY, 54.0, Look::Text),
    column(heading::RESULT, 14.0, Look::Centre),
];

/// The workbook of one unit.
///
/// # Errors
/// When a workbook cannot hold the data: more than a million rows.
pub fn feedback_of(plan: &Plan, feedback: &Feedback) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::TITLE, KIND)?;
    let mut long = Long::default();
    let mut page = book.page(sheet::FEEDBACK, &UNIT)?;
    head(&mut page, plan, wording::TITLE)?;
    page.strong(&workbook_assignment::addressee(&feedback.unit.name))?;
    let rows = (feedback.aside.len(), feedback.no_opinion);
    for line in wording::opening(feedback.lines.len(), feedback.answered(), rows) {
        page.line(&line)?;
    }
    page.gap();
    page.header(1)?;
    for (number, line) in (1_u32..).zip(&feedback.lines) {
        page.row(&unit_row(plan, number, line, &mut long))?;
    }
    page.finish()?;
    if !feedback.aside.is_empty() {
        aside(&mut book, feedback, &mut long)?;
    }
    long.write(&mut book)?;
    mark(book, plan)
}

fn unit_row(plan: &Plan, number: u32, line: &FeedbackLine, long: &mut Long) -> [Cell; 9] {
    let mut fit = |text: &str| long.fit(text, || wording::long_line(number));
    let who = if line.position.is_empty() {
        line.person.clone()
    } else {
        format!("{}\n{}", line.person, line.position)
    };
    let reply = line.reply.as_ref();
    [
        number.into(),
        who.trim().into(),
        fit(&line.text).into(),
        agency(plan, line.agency.as_ref()).into(),
        fit(&said(reply, line.standing)).into(),
        result(reply).into(),
        reply.map_or("", |reply| &reply.due).into(),
        reply.map_or("", |reply| &reply.document).into(),
        wording::shared(line.other_units, &line.same_here).into(),
    ]
}

fn aside(book: &mut Book, feedback: &Feedback, long: &mut Long) -> Result<()> {
    let mut page = book.page(sheet::SET_ASIDE, &ASIDE)?;
    page.title(&sheet::SET_ASIDE.to_uppercase())?;
    page.line(wording::ASIDE_GUIDE)?;
    page.header(1)?;
    for (number, row) in (1_u32..).zip(&feedback.aside) {
        page.row(&[
            number.into(),
            row.person.as_str().into(),
            long.fit(&row.text, || wording::long_line(number)).into(),
            wording::reason(row.reason)
                .unwrap_or(reason_aside(row.reason))
                .into(),
            row.origin.file.as_str().into(),
            row.origin.cell.as_str().into(),
        ])?;
    }
    page.finish()
}

/// One workbook for everybody: no names, no numbers that lead to a person.
///
/// # Errors
/// As [`feedback_of`].
pub fn public_feedback(plan: &Plan, feedback: &FeedbackSet) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::PUBLIC_TITLE, KIND)?;
    let mut long = Long::default();
    let mut page = book.page(sheet::PUBLIC, &PUBLIC)?;
    head(&mut page, plan, wording::PUBLIC_TITLE)?;
    page.line(&workbook_answers::as_of(feedback.today))?;
    page.line(wording::PUBLIC_GUIDE)?;
    page.gap();
    page.header(1)?;
    by_subject(&mut page, &feedback.summary, |number, line| {
        public_row(plan, number, line, &mut long).into()
    })?;
    page.finish()?;
    long.write(&mut book)?;
    mark(book, plan)
}

fn public_row(plan: &Plan, number: u32, line: &SummaryLine, long: &mut Long) -> [Cell; 7] {
    let mut fit = |text: &str| long.fit(&without_private_numbers(text), || wording::long_line(number));
    let reply = line.reply.as_ref();
    [
        number.into(),
        fit(&line.text).into(),
        line.units.as_str().into(),
        agency(plan, line.agency.as_ref()).into(),
        fit(&said(reply, line.standing)).into(),
        result(reply).into(),
        reply.map_or("", |reply| &reply.due).into(),
    ]
}

/// The summary for the conference: by subject, the most raised opinions first, with their answers.
///
/// # Errors
/// As [`feedback_of`].
pub fn conference_summary(plan: &Plan, feedback: &FeedbackSet) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::SUMMARY_TITLE, KIND)?;
    let mut long = Long::default();
    let mut page = book.page(sheet::CONFERENCE, &SUMMARY)?;
    head(&mut page, plan, wording::SUMMARY_TITLE)?;
    page.line(&workbook_answers::as_of(feedback.today))?;
    page.line(wording::SUMMARY_GUIDE)?;
    page.gap();
    page.header(1)?;
    by_subject(&mut page, &feedback.summary, |number, line| {
        summary_row(plan, number, line, &mut long).into()
    })?;
    page.finish()?;
    long.write(&mut book)?;
    mark(book, plan)
}

/// The lines with a heading over each subject; those of a subject stand together already.
fn by_subject(
    page: &mut Page<'_>,
    lines: &[SummaryLine],
    mut row: impl FnMut(u32, &SummaryLine) -> Vec<Cell>,
) -> Result<()> {
    let mut number = 0_u32;
    for subject in lines.chunk_by(|a, b| a.subject == b.subject) {
        let answered = subject.iter().filter(|line| line.reply.is_some()).count();
        let title = subject.first().map_or("", |line| &line.subject);
        page.band(&wording::subject(title, subject.len(), answered))?;
        for line in subject {
            number += 1;
            page.row(&row(number, line))?;
        }
    }
    Ok(())
}

fn summary_row(plan: &Plan, number: u32, line: &SummaryLine, long: &mut Long) -> [Cell; 7] {
    let mut fit = |text: &str| long.fit(text, || wording::long_line(number));
    let reply = line.reply.as_ref();
    [
        number.into(),
        fit(&line.text).into(),
        line.times.into(),
        line.units.as_str().into(),
        agency(plan, line.agency.as_ref()).into(),
        fit(&said(reply, line.standing)).into(),
        result(reply).into(),
    ]
}

fn head(page: &mut Page<'_>, plan: &Plan, title: &str) -> Result<()> {
    page.strong(&plan.organiser.to_uppercase())?;
    page.gap();
    page.across(title, true)?;
    page.across(&plan.title, false)?;
    page.gap();
    Ok(())
}

fn mark(mut book: Book, plan: &Plan) -> Result<Vec<u8>> {
    let mark = vec![settings::CREATOR.to_owned(), KIND.to_owned(), plan.id.clone()];
    book.hidden(sheet::ORIGINAL, &[mark])?;
    book.finish()
}

fn agency(plan: &Plan, id: Option<&AgencyId>) -> String {
    let Some(id) = id else { return String::new() };
    plan.agency(id)
        .map_or_else(|| id.0.clone(), |agency| agency.name.clone())
}

fn said(reply: Option<&Reply>, standing: Standing) -> String {
    reply.map_or_else(|| wording::open(standing).to_owned(), |reply| reply.text.clone())
}

fn result(reply: Option<&Reply>) -> &'static str {
    match reply {
        Some(reply) => reply.state.map(workbook_assignment::state).unwrap_or_default(),
        None => wording::NO_ANSWER,
    }
}
