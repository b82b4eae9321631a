//! The answers between which the clerk must choose, side by side, and the choice as it is read back.

use std::collections::BTreeSet;

use super::AnswerBook;
use crate::error::Result;
use crate::model::{AnswerKey, Answered, GroupCode, Judged};
use crate::spreadsheet::Sheet;
use crate::text::clean;
use crate::wording::workbook::{heading, sheet};
use crate::wording::workbook_answers as wording;
use crate::wording::{answers as words, workbook_assignment};
use crate::workbook::long::Long;
use crate::workbook::read_back::GroupRow;
use crate::workbook::style::{Book, Column, List, Look, column};
use crate::workbook::table;

const COLUMNS: [Column; 11] = [
    column(heading::CODE, 10.0, Look::Centre),
    column(heading::WORDING, 34.0, Look::Text),
    column(heading::VERSION, 7.0, Look::Centre),
    column(heading::AGENCY_NAME, 16.0, Look::Text),
    column(heading::REPLY, 44.0, Look::Text),
    column(heading::RESULT, 13.0, Look::Centre),
    column(heading::DOCUMENT, 11.0, Look::Centre),
    column(heading::WHY_ASKED, 26.0, Look::Text),
    column(heading::FILE, 20.0, Look::Text),
    column(heading::CHOICE, 12.0, Look::Choice),
    column(heading::KEY, 10.0, Look::Key),
];

/// First cell of the rows of the hidden sheet that remember a choice.
const CHOSEN: &str = "da-chon";

pub(super) fn write(book: &mut Book, data: &AnswerBook<'_>, long: &mut Long) -> Result<()> {
    let mut page = book.page(sheet::CHOOSE, &COLUMNS)?;
    page.title(&sheet::CHOOSE.to_uppercase())?;
    for line in wording::CHOOSE_GUIDE {
        page.line(line)?;
    }
    page.header(1)?;
    for (group, answered) in data.lines() {
        for (number, judged) in (0_u8..).zip(asked(answered)) {
            page.row(&row(data, (group, answered), judged, number, long))?;
        }
    }
    page.choices(9, &List::Words(&[wording::CHOSEN]))?;
    page.finish()
}

/// The choices that the book shows, for its hidden sheet: a mark that the clerk took away is told by it from one that was
/// never there.
pub(super) fn remembered(data: &AnswerBook<'_>) -> Vec<Vec<String>> {
    let chosen = |(group, answered): (&GroupRow, &Answered)| {
        let reply = answered.reply.as_ref().filter(|reply| reply.chosen)?;
        let key = reply.given.key().to_string();
        Some(vec![CHOSEN.to_owned(), group.code.to_string(), key])
    };
    data.lines().into_iter().filter_map(chosen).collect()
}

/// The answers to choose from; of a choice that was made the others too, so that it can be made again.
fn asked(answered: &Answered) -> Vec<&Judged> {
    match &answered.reply {
        Some(reply) if reply.chosen => {
            // What a coordinating agency contributed is no answer to choose.
            let others = answered.past.iter().filter(|past| past.given.leads);
            std::iter::once(reply).chain(others).collect()
        }
        _ => answered.open.iter().collect(),
    }
}

fn row(
    data: &AnswerBook<'_>,
    (group, answered): (&GroupRow, &Answered),
    judged: &Judged,
    number: u8,
    long: &mut Long,
) -> [crate::workbook::style::Cell; 11] {
    let given = &judged.given;
    let mut why: Vec<String> = judged.doubts.iter().map(words::doubt).collect();
    if answered.open.len() > 1 {
        why.insert(0, wording::SEVERAL.to_owned());
    }
    [
        group.code.to_string().into(),
        group.wording.as_str().into(),
        char::from(b'A'.saturating_add(number)).to_string().into(),
        data.agency(given.agency.as_ref()).into(),
        long.fit(&given.reply.text, || wording::long_answer(group.code))
            .into(),
        given
            .reply
            .state
            .map(workbook_assignment::state)
            .unwrap_or_default()
            .into(),
        given.reply.document.as_str().into(),
        why.join("; ").into(),
        wording::place(&given.file, &given.sheet, &given.cell).into(),
        if judged.chosen { wording::CHOSEN } else { "" }.into(),
        given.key().to_string().into(),
    ]
}

/// A mark of the clerk's: this answer is given about that opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The opinion.
    pub code: GroupCode,
    /// The answer.
    pub answer: AnswerKey,
    /// The cell of the mark.
    pub cell: String,
}

/// The marks of an answer book, and the cells in which something else was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The sheet, under its name of now.
    pub sheet: String,
    /// What was chosen.
    pub marks: Vec<Mark>,
    /// What was chosen when the book was written, and has no mark any more.
    pub cleared: Vec<(GroupCode, AnswerKey)>,
    /// Cells that are not understood.
    pub unclear: Vec<String>,
}

/// Reads the clerk's choices back. Without the sheet there are none.
pub fn choices(sheets: &[Sheet]) -> Marks {
    let columns = COLUMNS.map(|column| column.heading);
    let needed = [heading::CODE, heading::CHOICE, heading::KEY];
    let Ok(table) = table::find(sheets, sheet::CHOOSE, &columns, &needed) else {
        return Marks::default();
    };
    let mut found = Marks {
        sheet: table.sheet.name.clone(),
        ..Marks::default()
    };
    let (mut blank, mut filled) = (BTreeSet::new(), BTreeSet::new());
    for row in table.rows() {
        let written = clean(&table.text(row, heading::CHOICE));
        let Some(answer) = AnswerKey::parse(&table.text(row, heading::KEY)) else {
            continue;
        };
        if written.is_empty() {
            blank.insert(answer);
            continue;
        }
        filled.insert(answer.clone());
        let cell = table.cell(row, heading::CHOICE);
        let yes = wording::CHOSEN_VARIANTS
            .iter()
            .any(|word| table::key(word) == table::key(&written));
        let code = if yes {
            clean(&table.text(row, heading::CODE))
        } else {
            written
        };
        match GroupCode::parse(&code) {
            Some(code) => found.marks.push(Mark { code, answer, cell }),
            None => found.unclear.push(cell),
        }
    }
    // A row that was deleted takes nothing back.
    found.cleared = chosen_before(sheets);
    found
        .cleared
        .retain(|(_, answer)| blank.contains(answer) && !filled.contains(answer));
    found
}

/// The choices that the book showed when it was written.
fn chosen_before(sheets: &[Sheet]) -> Vec<(GroupCode, AnswerKey)> {
    let hidden = sheets
        .iter()
        .find(|other| table::key(&other.name) == table::key(sheet::ORIGINAL));
    let Some(hidden) = hidden else { return Vec::new() };
    let last = hidden.cells.keys().next_back().map_or(0, |(row, _)| *row);
    let choice = |row| {
        let text = |column| table::text_at(hidden, row, column);
        (text(0) == CHOSEN).then_some(())?;
        Some((GroupCode::parse(&text(1))?, AnswerKey::parse(&text(2))?))
    };
    (0..=last).filter_map(choice).collect()
}
