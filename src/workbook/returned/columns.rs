//! Which column of a returned table holds what.

use std::collections::{BTreeMap, BTreeSet};

use super::{Grid, codes_in, state};
use crate::text::strict_key;
use crate::wording::workbook::heading;
use crate::workbook::assignment::{ANSWERS, COORDINATES};
use crate::workbook::table::{self, Table};

/// Columns that we filled in and that nothing is read from.
const QUESTION: [&str; 6] = [
    heading::NUMBER,
    heading::SUBJECT,
    heading::UNITS,
    heading::TIMES,
    heading::COORDINATE,
    heading::LEADING,
];

/// Columns of our other lists; none of them holds an answer.
const NOT_ANSWERS: [&str; 6] = [
    heading::AGENCY,
    heading::UNIT,
    heading::PERSON,
    heading::POSITION,
    heading::FILE,
    heading::CERTAINTY,
];

/// The columns of a table, as far as they are there. Rows and columns count from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// The first row below the headings.
    pub(super) first_row: u32,
    /// Whether the agency answers what stands here; otherwise it coordinates.
    pub(super) leads: bool,
    pub(super) code: Option<u32>,
    pub(super) wording: Option<u32>,
    pub(super) reply: Option<u32>,
    pub(super) state: Option<u32>,
    pub(super) due: Option<u32>,
    pub(super) responsible: Option<u32>,
    pub(super) document: Option<u32>,
    pub(super) asked: Option<u32>,
    /// Columns of ours that hold no answer.
    others: BTreeSet<u32>,
}

impl Columns {
    /// The columns of a sheet by their headings, what is missing by its content; `None` where neither an answer nor a
    /// code can be found.
    pub(super) fn find(grid: &Grid<'_>, known: &BTreeSet<String>) -> Option<Self> {
        let by_heading = Self::by_heading(grid);
        let mut columns = by_heading.unwrap_or_else(|| Self {
            leads: true,
            ..Self::default()
        });
        columns.by_content(grid, known);
        let has_row = columns.code.is_some() || columns.wording.is_some();
        (has_row && columns.reply.is_some()).then_some(columns)
    }

    /// Whether the column is one that we wrote.
    pub(super) fn is_ours(&self, column: u32) -> bool {
        self.others.contains(&column) || self.named().contains(&Some(column))
    }

    fn named(&self) -> [Option<u32>; 8] {
        [
            self.code,
            self.wording,
            self.reply,
            self.state,
            self.due,
            self.responsible,
            self.document,
            self.asked,
        ]
    }

    fn by_heading(grid: &Grid<'_>) -> Option<Self> {
        let (table, reply) = headed(grid)?;
        let at = |heading: &'static str| table.column(heading);
        let taken = QUESTION.iter().chain(&NOT_ANSWERS);
        Some(Self {
            first_row: table.first_row(),
            leads: reply == heading::REPLY,
            code: at(heading::CODE),
            wording: at(heading::WORDING),
            reply: at(reply),
            state: at(heading::STATE_OF_REPLY),
            due: at(heading::DUE),
            responsible: at(heading::RESPONSIBLE),
            document: at(heading::DOCUMENT),
            asked: at(heading::ASKED),
            others: taken.filter_map(|heading| at(heading)).collect(),
        })
    }

    /// Finds what no heading names by what stands in the columns.
    fn by_content(&mut self, grid: &Grid<'_>, known: &BTreeSet<String>) {
        let cells = self.cells(grid);
        if self.code.is_none() {
            self.code = self.best(&cells, |text| usize::from(!codes_in(text).is_empty()));
        }
        if self.wording.is_none() {
            self.wording = self.best(&cells, |text| usize::from(known.contains(&strict_key(text))));
        }
        if self.leads && self.state.is_none() {
            self.state = self.best(&cells, |text| usize::from(state(text).is_some()));
        }
        if self.reply.is_none() && self.code.or(self.wording).is_some() {
            self.by_neighbours(&cells);
        }
    }

    /// Where no heading is left, the answer's columns are told by their order: the answer stands before its state, the
    /// others after it. Without a state, the answers are the longest texts that are left and do not repeat.
    fn by_neighbours(&mut self, cells: &BTreeMap<u32, Vec<String>>) {
        let free = |column: &u32| cells.contains_key(column) && !self.is_ours(*column);
        let beside = |by: u32| self.state.map(|state| state + by).filter(free);
        let before = self.state.and_then(|state| state.checked_sub(1)).filter(free);
        let (due, responsible, document) = (beside(1), beside(2), beside(3));
        if before.is_some() {
            (self.reply, self.due, self.responsible, self.document) = (before, due, responsible, document);
            return;
        }
        let length = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let right = self.wording.or(self.code).unwrap_or_default();
        let once: BTreeMap<u32, Vec<String>> =
            cells.iter().map(|(at, texts)| (*at, distinct(texts))).collect();
        let beyond = once
            .range(right + 1..)
            .map(|(at, texts)| (*at, texts.clone()))
            .collect();
        self.reply = self.best(&beyond, length).or_else(|| self.best(&once, length));
    }

    /// The texts below the headings, by column.
    fn cells(&self, grid: &Grid<'_>) -> BTreeMap<u32, Vec<String>> {
        let mut cells: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for (row, column) in grid.sheet.cells.range((self.first_row, 0)..).map(|(at, _)| *at) {
            cells.entry(column).or_default().push(grid.text(row, column));
        }
        cells
    }

    /// The column, none of those known already, whose texts weigh most; the leftmost of equals.
    fn best(&self, cells: &BTreeMap<u32, Vec<String>>, weight: impl Fn(&str) -> usize) -> Option<u32> {
        let free = cells.iter().filter(|(column, _)| !self.is_ours(**column));
        let weighed =
            free.map(|(column, texts)| (texts.iter().map(|text| weight(text)).sum::<usize>(), *column));
        weighed
            .filter(|(weight, _)| *weight > 0)
            .max_by_key(|(weight, column)| (*weight, std::cmp::Reverse(*column)))
            .map(|(_, column)| column)
    }
}

fn distinct(texts: &[String]) -> Vec<String> {
    let texts: BTreeSet<&String> = texts.iter().collect();
    texts.into_iter().cloned().collect()
}

/// The table of a sheet that has headings, and under which of them the answer stands: what an agency coordinates has a
/// column of its own for it.
fn headed<'s>(grid: &Grid<'s>) -> Option<(Table<'s>, &'static str)> {
    let answers: Vec<&'static str> = ANSWERS
        .iter()
        .map(|column| column.heading)
        .chain(NOT_ANSWERS)
        .collect();
    let helps = COORDINATES.map(|column| column.heading);
    // Two headings at least: single words stand in titles and guides too.
    let first = |headings: &[&'static str], needed: &[[&'static str; 2]]| {
        let mut needed = needed.iter();
        needed.find_map(|needed| table::table(grid.sheet, headings, needed))
    };
    let contribution = [
        [heading::CONTRIBUTION, heading::CODE],
        [heading::CONTRIBUTION, heading::WORDING],
    ];
    let reply = [
        [heading::REPLY, heading::CODE],
        [heading::REPLY, heading::WORDING],
        [heading::CODE, heading::WORDING],
    ];
    let coordinates = first(&helps, &contribution).map(|table| (table, heading::CONTRIBUTION));
    coordinates.or_else(|| first(&answers, &reply).map(|table| (table, heading::REPLY)))
}
