//! `collect`: the agencies' workbooks in, the answer book and the feedback to the units out; the clerk's choices in between.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;

use super::feedback::{self, Papers, Sent};
use super::{Workspace, answers::Known, prepare, put};
use crate::answers;
use crate::error::Result;
use crate::finding::{AnswersFinding, Finding, FindingKind, IntakeFinding};
use crate::journal::Entry;
use crate::model::{AnswerCounts, AnswerKey, Answered, FileRead, Given, GroupCode, ReturnedFile};
use crate::plan::Plan;
use crate::schedule::Calendar;
use crate::text::strict_key;
use crate::workbook::{self, AnswerBook};
use crate::{intake, settings, spreadsheet};

/// What `collect` is asked to do.
#[derive(Debug, Clone, Copy)]
pub struct Collect<'a> {
    /// Folders and files of returned workbooks; none when only the clerk's choices are to be taken up.
    pub paths: &'a [PathBuf],
    /// The plan.
    pub plan: &'a Plan,
    /// The days off by which deadlines are reckoned.
    pub calendar: &'a Calendar,
    /// The day that the journal notes, and on which lateness is judged.
    pub today: NaiveDate,
    /// Whether the feedback is written for Word too.
    pub papers: Papers,
}

/// What `collect` found out.
#[derive(Debug)]
pub struct Collection {
    /// How every opinion stands, in the order of the codes.
    pub answered: Vec<Answered>,
    /// The files that were read.
    pub files: Vec<FileRead>,
    /// Answers that had not been received before.
    pub new: usize,
    /// What a person must look at.
    pub findings: Vec<Finding>,
    /// What goes back to the units.
    pub feedback: Sent,
}

impl Collection {
    /// The numbers.
    pub fn counts(&self) -> AnswerCounts {
        AnswerCounts::of(&self.answered)
    }

    /// Whether a person must look: an opinion without an answer, a doubtful answer, an error or a warning.
    pub fn needs_a_look(&self) -> bool {
        let counts = self.counts();
        let answered = counts.standing(crate::model::Standing::Answered);
        let warned = self.findings.iter().any(Finding::needs_a_look);
        answered < counts.opinions || counts.doubtful > 0 || warned
    }
}

/// Reads returned workbooks, keeps what is new in the journal, and writes the answer book and the feedback.
///
/// # Errors
/// When another run is at work in the workspace, it has no consolidated workbook, a path does not exist, or a result
/// cannot be written. A file that cannot be read is a finding.
pub fn collect(workspace: &Workspace, request: &Collect<'_>) -> Result<Collection> {
    let Collect {
        paths,
        plan,
        calendar,
        today,
        papers,
    } = *request;
    let _lock = workspace.lock()?;
    let mut known = Known::load(workspace, plan, calendar, today)?;
    let questions = known.questions();
    let mut findings = std::mem::take(&mut known.said.findings);
    let chosen = choices(workspace, &known, &mut findings)?;
    let wordings = questions.iter().flat_map(|question| &question.wordings);
    let (files, refused) = returned(
        paths,
        plan,
        &wordings.map(|text| strict_key(text)).collect(),
        &mut findings,
    )?;
    let (given, unmatched) = answers::given(&files, &questions, known.sent());
    findings.extend(unmatched);
    let before = known.memory.answers.len();
    let at_hand: BTreeSet<AnswerKey> = given.iter().map(Given::key).collect();
    let read = files_read(&files, &given, refused);
    let entries = given.into_iter().map(Entry::Answer).chain(chosen);
    known
        .memory
        .record(&workspace.journal(), today, entries.collect())?;
    let answered = known.stand(plan, &questions, &at_hand, today);
    findings.extend(known.astray(plan, &questions, today).into_iter().map(gone));
    let (feedback, mut written) = feedback::files(workspace, plan, &known, &answered, (papers, today))?;
    let collection = Collection {
        feedback,
        answered,
        new: known.memory.answers.len() - before,
        files: read,
        findings,
    };
    written.push((workspace.answer_book(), book(request, &known, &collection)?));
    put(prepare(&written, today)?)?;
    Ok(collection)
}

/// An answer of an earlier run whose opinion is no longer there.
fn gone(given: Given) -> Finding {
    Finding {
        file: given.file,
        sheet: Some(given.sheet),
        cell: Some(given.cell),
        kind: FindingKind::Answers(AnswersFinding::UnknownCode { code: given.code }),
    }
}

/// The answer book.
fn book(request: &Collect<'_>, known: &Known, collection: &Collection) -> Result<Vec<u8>> {
    workbook::answer_book(&AnswerBook {
        plan: request.plan,
        groups: &known.said.groups,
        answered: &collection.answered,
        files: &collection.files,
        findings: &collection.findings,
        deadline: known.due.as_ref(),
        today: request.today,
    })
}

/// Reads every file; those that cannot be read are named, with their findings.
fn returned(
    paths: &[PathBuf],
    plan: &Plan,
    wordings: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) -> Result<(Vec<ReturnedFile>, Vec<String>)> {
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    if paths.is_empty() {
        return Ok((files, refused));
    }
    intake::open_each(paths, &mut |name, opened| {
        let mut find = |kind| {
            findings.push(Finding {
                file: name.to_owned(),
                sheet: None,
                cell: None,
                kind,
            });
        };
        let file = match opened {
            Ok(sheets) => workbook::returned(name, &sheets, plan, wordings),
            Err(why) => {
                find(FindingKind::Intake(why));
                return refused.push(name.to_owned());
            }
        };
        if let Some(other) = file.plan.as_ref().filter(|other| **other != plan.id) {
            let plan = other.clone();
            find(FindingKind::Answers(AnswersFinding::OtherPlan { plan }));
        }
        if file.own {
            find(FindingKind::Intake(IntakeFinding::OwnWorkbook));
        } else if file.rows.is_empty() {
            find(FindingKind::Answers(AnswersFinding::NoAnswers));
        }
        files.push(file);
    })?;
    Ok((files, refused))
}

fn files_read(files: &[ReturnedFile], given: &[Given], refused: Vec<String>) -> Vec<FileRead> {
    let read = |file: &ReturnedFile| {
        let own = || given.iter().filter(|given| given.file == file.file);
        FileRead {
            file: file.file.clone(),
            agency: file
                .agency
                .clone()
                .or_else(|| own().find_map(|given| given.agency.clone())),
            answers: Some(own().count()),
        }
    };
    let refused = refused.into_iter().map(|file| FileRead {
        file,
        agency: None,
        answers: None,
    });
    let mut all: Vec<FileRead> = files.iter().map(read).chain(refused).collect();
    all.sort_by(|a, b| a.file.cmp(&b.file));
    all
}

/// The choices that the clerk has made in the answer book, and those taken back. Of two marks about one opinion the new one holds; two new
/// ones are not taken.
fn choices(workspace: &Workspace, known: &Known, findings: &mut Vec<Finding>) -> Result<Vec<Entry>> {
    let path = workspace.answer_book();
    let Ok(bytes) = std::fs::read(&path) else {
        return Ok(Vec::new());
    };
    let sheets = spreadsheet::open(&bytes)
        .map_err(|_| crate::error::Error::new(crate::error::ErrorKind::Unreadable, "").at(&path))?;
    let read = workbook::choices(&sheets);
    let codes: BTreeSet<GroupCode> = known.said.groups.iter().map(|group| group.code).collect();
    let mut find = |cell: String, kind| {
        findings.push(Finding {
            file: settings::ANSWER_BOOK.to_owned(),
            sheet: Some(read.sheet.clone()),
            cell: Some(cell),
            kind: FindingKind::Answers(kind),
        });
    };
    let mut by_code: BTreeMap<GroupCode, Vec<workbook::Mark>> = BTreeMap::new();
    for cell in read.unclear {
        find(cell, AnswersFinding::UnclearChoice);
    }
    for mark in read.marks {
        if codes.contains(&mark.code) {
            by_code.entry(mark.code).or_default().push(mark);
        } else {
            find(mark.cell, AnswersFinding::UnclearChoice);
        }
    }
    let mut entries = Vec::new();
    for (code, answer) in read.cleared {
        if known.memory.choices.get(&code) == Some(&answer) && !by_code.contains_key(&code) {
            entries.push(Entry::Choice { code, answer: None });
        }
    }
    for (code, marks) in by_code {
        match one_mark(marks, known.memory.choices.get(&code)) {
            Ok(mark) => entries.extend(mark.map(|mark| Entry::Choice {
                code,
                answer: Some(mark.answer),
            })),
            Err(cell) => find(cell, AnswersFinding::TwoChoices { code }),
        }
    }
    Ok(entries)
}

/// The mark that holds: of several the one that is new. Where several are, the cell of the first.
fn one_mark(
    mut marks: Vec<workbook::Mark>,
    before: Option<&AnswerKey>,
) -> std::result::Result<Option<workbook::Mark>, String> {
    if marks.len() > 1 {
        marks.retain(|mark| before != Some(&mark.answer));
    }
    match marks.as_slice() {
        [first, _, ..] => Err(first.cell.clone()),
        _ => Ok(marks.pop()),
    }
}
