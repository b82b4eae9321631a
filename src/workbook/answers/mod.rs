//! Writes `tra-loi.xlsx`, the answer book: every opinion with its answer by subject and by agency, what is missing, what
//! is late, what is doubtful, and the answers between which the clerk must choose (`choose`, which reads the choice
//! back too). How an opinion stands is taken as given.

mod book;
mod choose;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::assignment::Due;
use super::long::Long;
use super::read_back::GroupRow;
use super::style::Book;
use crate::error::Result;
use crate::finding::Finding;
use crate::model::{AgencyId, Answered, FileRead, GroupCode};
use crate::plan::Plan;
use crate::settings;
use crate::wording::workbook::sheet;
use crate::wording::workbook_answers as wording;

pub use choose::{Mark, Marks, choices};

/// The kind of workbook, in its mark.
const KIND: &str = "tra-loi";

/// All that the answer book shows.
#[derive(Debug, Clone, Copy)]
pub struct AnswerBook<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The groups as the clerk left them.
    pub groups: &'a [GroupRow],
    /// How each stands, in the same order.
    pub answered: &'a [Answered],
    /// The files that were read this time.
    pub files: &'a [FileRead],
    /// What a person must look at.
    pub findings: &'a [Finding],
    /// By when the answers are due, where the plan gives a day.
    pub deadline: Option<&'a Due>,
    /// The day of the book.
    pub today: NaiveDate,
}

/// Writes the answer book; the same data gives the same bytes.
///
/// # Errors
/// When the data does not fit into a workbook at all: more than a million rows.
pub fn answer_book(data: &AnswerBook<'_>) -> Result<Vec<u8>> {
    let mut book = Book::new(wording::TITLE, KIND)?;
    let mut long = Long::default();
    book::info(&mut book, data)?;
    // What waits for the clerk comes first, then what is only read.
    choose::write(&mut book, data, &mut long)?;
    book::doubts(&mut book, data, &mut long)?;
    book::missing(&mut book, data)?;
    book::agencies(&mut book, data)?;
    book::by_subject(&mut book, data, &mut long)?;
    book::by_agency(&mut book, data, &mut long)?;
    book::files(&mut book, data)?;
    long.write(&mut book)?;
    let mut original = vec![vec![
        settings::CREATOR.to_owned(),
        KIND.to_owned(),
        data.plan.id.clone(),
    ]];
    original.extend(choose::remembered(data));
    book.hidden(sheet::ORIGINAL, &original)?;
    book.finish()
}

impl<'a> AnswerBook<'a> {
    /// The opinions with how they stand.
    fn lines(&self) -> Vec<(&'a GroupRow, &'a Answered)> {
        let groups: BTreeMap<GroupCode, &GroupRow> =
            self.groups.iter().map(|group| (group.code, group)).collect();
        let line = |answered: &'a Answered| groups.get(&answered.code).map(|group| (*group, answered));
        self.answered.iter().filter_map(line).collect()
    }

    fn agency(&self, id: Option<&AgencyId>) -> String {
        let Some(id) = id else {
            return crate::wording::workbook_assignment::NOBODY.to_owned();
        };
        self.plan
            .agency(id)
            .map_or_else(|| id.0.clone(), |agency| agency.name.clone())
    }
}
