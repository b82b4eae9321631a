//! Reads the workbooks that agencies send back, as they really come: renamed, sorted, filtered, with rows and columns
//! inserted, cells merged, copied into a new file, saved by another program.
//!
//! A row is known by the code in it, a column by its heading, or, where the heading is gone, by what stands in it
//! (`columns`). Which opinion a row answers, and whether the answer can be trusted, is not decided here.

mod columns;

use std::collections::{BTreeMap, BTreeSet};

use super::assignment::{KIND, SENT_GROUP};
use super::read_back::find_agency;
use super::table::{key, text_at};
use crate::model::{AgencyId, AnswerState, GroupCode, Reply, ReturnedFile, ReturnedRow};
use crate::plan::Plan;
use crate::settings;
use crate::spreadsheet::{Sheet, cell_name};
use crate::text::{Condition, clean, condition, fold};
use crate::wording::workbook::sheet as names;
use crate::wording::workbook_assignment as wording;
use columns::Columns;

/// Most cells below the top of merged blocks that are filled with the block's text; more is no list of opinions.
const MERGED_CELLS: usize = 20_000;

/// Reads what an agency wrote into a workbook. `known` tells the wordings that were sent, by their strict key; it
/// helps where headings are gone. A workbook without any of our rows gives none.
pub fn returned(file: &str, sheets: &[Sheet], plan: &Plan, known: &BTreeSet<String>) -> ReturnedFile {
    let mut found = ReturnedFile {
        file: file.to_owned(),
        ..ReturnedFile::default()
    };
    let is = |sheet: &Sheet, name: &str| key(&sheet.name) == key(name);
    if let Some(hidden) = sheets.iter().find(|sheet| is(sheet, names::ORIGINAL)) {
        // Our other workbooks list opinions and agencies too, and hold no answers.
        found.own = text_at(hidden, 0, 1) != KIND;
        original(hidden, plan, &mut found);
    }
    let has = |name: &str| sheets.iter().any(|sheet| is(sheet, name));
    found.own |= has(names::INDEX) && has(names::BY_CODE);
    if found.own {
        return found;
    }
    let shown = sheets
        .iter()
        .filter(|sheet| ![names::ORIGINAL, names::LISTS].iter().any(|name| is(sheet, name)));
    for sheet in shown {
        let grid = Grid::of(sheet);
        if found.agency.is_none() {
            found.agency = addressee(&grid, plan);
        }
        if let Some(columns) = Columns::find(&grid, known) {
            found.rows.extend(rows(&grid, &columns));
        }
    }
    found
}

/// What the hidden sheet remembers: plan, agency, wordings.
fn original(hidden: &Sheet, plan: &Plan, found: &mut ReturnedFile) {
    let text = |row, column| text_at(hidden, row, column);
    found.plan = Some(text(0, 2));
    found.agency = Some(AgencyId(text(0, 3))).filter(|id| plan.agency(id).is_some());
    let rows: BTreeSet<u32> = hidden.cells.keys().map(|(row, _)| *row).collect();
    for row in rows.into_iter().filter(|row| text(*row, 0) == SENT_GROUP) {
        if let Some(code) = GroupCode::parse(&text(row, 1)) {
            found.sent.insert(code, text(row, 2));
        }
    }
}

/// The agency in the line "Kính gửi: ...".
fn addressee(grid: &Grid<'_>, plan: &Plan) -> Option<AgencyId> {
    let words = key(&wording::addressee(""));
    let mut texts = grid
        .sheet
        .cells
        .keys()
        .map(|(row, column)| grid.text(*row, *column));
    texts.find_map(|text| {
        let (first, name) = text.split_once(':')?;
        (key(&format!("{first}:")) == words)
            .then(|| find_agency(plan, name))
            .flatten()
    })
}

/// A sheet whose cells merged downwards all carry the text of their block.
pub(super) struct Grid<'s> {
    pub(super) sheet: &'s Sheet,
    merged: BTreeMap<(u32, u32), (u32, u32)>,
}

impl<'s> Grid<'s> {
    fn of(sheet: &'s Sheet) -> Self {
        let mut merged = BTreeMap::new();
        for block in &sheet.merges {
            let top = (block.first_row, block.first_column);
            let below = (block.first_row + 1)..=block.last_row;
            let room = MERGED_CELLS.saturating_sub(merged.len());
            if sheet.cells.contains_key(&top) {
                merged.extend(below.take(room).map(|row| ((row, block.first_column), top)));
            }
        }
        Self { sheet, merged }
    }

    /// The text of a cell, as a person sees it, in one line.
    pub(super) fn text(&self, row: u32, column: u32) -> String {
        clean(&self.readable(row, column))
    }

    /// The same with its line breaks.
    pub(super) fn lines(&self, row: u32, column: u32) -> String {
        let text = self.readable(row, column);
        if clean(&text).is_empty() {
            String::new()
        } else {
            text.trim().to_owned()
        }
    }

    /// The text of a cell; letters of an old font are set right where that is plain.
    fn readable(&self, row: u32, column: u32) -> String {
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        let text = text_at(self.sheet, row, column);
        match condition(&text) {
            Condition::Damaged(_, repaired) => repaired,
            Condition::Sound | Condition::Partly(..) | Condition::Doubtful => text,
        }
    }

    /// The rows that hold anything.
    pub(super) fn rows(&self) -> BTreeSet<u32> {
        let merged = self.merged.keys();
        self.sheet
            .cells
            .keys()
            .chain(merged)
            .map(|(row, _)| *row)
            .collect()
    }

    /// The columns in which a row holds something.
    pub(super) fn columns(&self, row: u32) -> BTreeSet<u32> {
        let range = (row, 0)..=(row, u32::MAX);
        let merged = self.merged.range(range.clone()).map(|(at, _)| at.1);
        self.sheet
            .cells
            .range(range)
            .map(|(at, _)| at.1)
            .chain(merged)
            .collect()
    }

    /// Whether two cells are one merged block.
    fn same_block(&self, above: (u32, u32), below: (u32, u32)) -> bool {
        let top = self.merged.get(&below);
        top.is_some() && (top == Some(&above) || top == self.merged.get(&above))
    }
}

/// The rows of a table in their order; lines that an agency inserted below an answer to go on belong to it.
fn rows(grid: &Grid<'_>, columns: &Columns) -> Vec<ReturnedRow> {
    let mut rows: Vec<ReturnedRow> = Vec::new();
    let mut before: Option<u32> = None;
    let mut between: Vec<ReturnedRow> = Vec::new();
    for row in grid.rows().into_iter().filter(|row| *row >= columns.first_row) {
        let read = read(grid, columns, row);
        let names_an_opinion = !read.codes.is_empty() || !read.wording.is_empty();
        let adjoins = before.is_some_and(|before| before + 1 == row);
        let same = adjoins && goes_on(grid, columns, row);
        match rows.last_mut() {
            Some(last) if same => last.reply.append(&read.reply),
            // Whether it goes on is only known when the table does: a signature stands below the last answer too.
            Some(_) if adjoins && !names_an_opinion && !read.reply.is_blank() => between.push(read),
            last => {
                if names_an_opinion && let Some(last) = last {
                    for row in between.drain(..) {
                        last.reply.append(&row.reply);
                    }
                }
                rows.append(&mut between);
                if !read.reply.is_blank() || names_an_opinion {
                    rows.push(read);
                }
            }
        }
        before = Some(row);
    }
    rows.append(&mut between);
    rows
}

/// Whether a row belongs to the opinion of the row above: their code cells are one merged block.
fn goes_on(grid: &Grid<'_>, columns: &Columns, row: u32) -> bool {
    columns
        .code
        .is_some_and(|code| grid.same_block((row.saturating_sub(1), code), (row, code)))
}

fn read(grid: &Grid<'_>, columns: &Columns, row: u32) -> ReturnedRow {
    let text = |column: Option<u32>| column.map_or_else(String::new, |column| grid.text(row, column));
    let state_words = text(columns.state);
    let mut reply = Reply {
        text: columns
            .reply
            .map_or_else(String::new, |column| grid.lines(row, column)),
        state: state(&state_words),
        due: text(columns.due),
        responsible: text(columns.responsible),
        document: text(columns.document),
    };
    if reply.state.is_none() && state(&reply.text).is_some_and(|state| is_only(state, &reply.text)) {
        reply.state = state(&reply.text);
    }
    let codes = codes_in(&text(columns.code));
    let missing = reply.text.is_empty() && !codes.is_empty();
    let elsewhere = if missing {
        astray(grid, columns, row, &state_words)
    } else {
        None
    };
    if let Some(column) = elsewhere {
        take_from(grid, columns, (row, column), &mut reply);
    }
    let at = elsewhere.or(columns.reply).or(columns.code);
    ReturnedRow {
        codes,
        wording: text(columns.wording),
        reply,
        misplaced: elsewhere.is_some(),
        leads: columns.leads,
        sheet: grid.sheet.name.clone(),
        cell: cell_name(row, at.unwrap_or_default()),
    }
}

/// Takes the answer from another cell; that cell then says nothing else.
fn take_from(grid: &Grid<'_>, columns: &Columns, (row, column): (u32, u32), reply: &mut Reply) {
    reply.text = grid.lines(row, column);
    for (own, cell) in [
        (columns.due, &mut reply.due),
        (columns.responsible, &mut reply.responsible),
        (columns.document, &mut reply.document),
    ] {
        if own == Some(column) {
            cell.clear();
        }
    }
}

/// The column in which the answer stands, where its own cell is empty: one of the short columns that holds a sentence,
/// or one that is none of ours, or a cell of ours that says something else than it was sent with.
fn astray(grid: &Grid<'_>, columns: &Columns, row: u32, state_words: &str) -> Option<u32> {
    let letters = |column: u32| {
        grid.text(row, column)
            .chars()
            .filter(|c| c.is_alphabetic())
            .count()
    };
    let sentence = |column: &u32| letters(*column) >= settings::MISPLACED_ANSWER;
    let own = [columns.document, columns.responsible, columns.due];
    let in_state = columns.state.filter(|_| state(state_words).is_none());
    let short = own.into_iter().chain([in_state]).flatten().find(sentence);
    let strange = || {
        grid.columns(row)
            .into_iter()
            .filter(|column| !columns.is_ours(*column))
            .filter(sentence)
            .max_by_key(|column| letters(*column))
    };
    let asked = || {
        columns
            .asked
            .filter(|column| sentence(column) && !wording::is_asked(&grid.text(row, *column)))
    };
    short.or_else(strange).or_else(asked)
}

/// The state that a cell names: the drop-down's words, or the same in other words.
fn state(text: &str) -> Option<AnswerState> {
    let words = key(text);
    if words.is_empty() || words.chars().count() > settings::LONGEST_STATE {
        return None;
    }
    let exact = AnswerState::ALL
        .into_iter()
        .find(|state| key(wording::state(*state)) == words);
    exact.or_else(|| {
        let mut variants = wording::STATE_VARIANTS.iter();
        variants
            .find(|(_, starts)| starts.iter().any(|start| words.starts_with(start)))
            .map(|(state, _)| *state)
    })
}

fn is_only(state: AnswerState, text: &str) -> bool {
    key(text) == key(wording::state(state))
}

/// The codes that a cell names: `YK-0012`, `YK-0012, YK-0013`, `Mã: yk 12 (bổ sung)`.
fn codes_in(text: &str) -> Vec<GroupCode> {
    let text = fold(text);
    let mut codes = Vec::new();
    for (at, _) in text.match_indices("yk") {
        let rest = text.get(at..).unwrap_or_default();
        let end = rest
            .char_indices()
            .skip_while(|(_, c)| !c.is_ascii_digit())
            .find(|(_, c)| !c.is_ascii_digit())
            .map_or(rest.len(), |(end, _)| end);
        let code = rest.get(..end).and_then(GroupCode::parse);
        codes.extend(code.filter(|code| !codes.contains(code)));
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_however_they_are_written() {
        let codes = |text: &str| codes_in(text).into_iter().map(|code| code.0).collect::<Vec<_>>();
        for (text, expected) in [
            ("YK-0012", vec![12]),
            ("YK-0012, YK-0013", vec![12, 13]),
            ("Mã: yk 12 (bổ sung)", vec![12]),
            ("YK–0012/YK-0012", vec![12]),
            ("ý kiến 12", vec![]),
            ("yk", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn a_state_is_understood_in_other_words() {
        for (text, expected) in [
            ("Đã giải quyết", Some(AnswerState::Settled)),
            ("đang giải quyết.", Some(AnswerState::Underway)),
            ("Đang thực hiện", Some(AnswerState::Underway)),
            ("chuyển CQ khác", Some(AnswerState::PassedOn)),
            ("Không thuộc thẩm quyền của Sở", Some(AnswerState::NotCompetent)),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(state(text), expected, "{text}");
        }
    }
}
