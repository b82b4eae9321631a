//! Reads report files into opinions, rows set aside and findings. Every row read is one or the other, with its
//! origin down to the cell.
//!
//! `folder` says which files could be reports, `file` reads one by itself: `page` takes in the words of a sheet, `header`
//! finds its tables, `guess` those without a header, `cards` turns those that stand on their side, `fields` mends the rows of
//! text files, `rows` reads them with the help of `line`, `mark`, `asking`, `person`, `parts`, `reference` and `no_opinion`,
//! `prose` reads what stands there without a table, `unit` says who sent them. What only all files together show (copies,
//! later versions, the roll) is here, in `version` and in `same`. A file that cannot be read is a finding, and the rest goes on.

mod asking;
mod beside;
mod cards;
mod fields;
mod file;
mod folder;
mod guess;
mod header;
mod line;
mod mark;
mod merges;
mod no_opinion;
mod open;
mod page;
mod parts;
mod person;
mod programme;
mod prose;
mod reference;
mod rows;
mod same;
mod slip;
mod subject;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod unit;
mod version;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::error::Result;
use crate::finding::{Finding, FindingKind, IntakeFinding};
use crate::model::{
    Opinion, OpinionId, Origin, Raised, ReasonAside, Report, ReportState, Roll, SetAside, TableRead, UnitName,
};
use crate::plan::{Plan, Unit};
use crate::settings;
use crate::spreadsheet::column_name;
use crate::text::{canonical_tones, clean};
use file::{FileRead, Sent};
use table::Row;
use unit::Units;
use version::{Fate, Version};

pub use open::{Opened, Senders, open_each};

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files read so far.
    pub done: usize,
    /// Files in all.
    pub total: usize,
}

/// What the reports said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    /// The opinions, in the order unit, file, sheet, row, numbered from 1.
    pub opinions: Vec<Opinion>,
    /// The rows that are no opinion, in the same order.
    pub set_aside: Vec<SetAside>,
    /// Every candidate file and what became of it, by name.
    pub reports: Vec<Report>,
    /// What every unit sent: the plan's units in its order, then the others by name.
    pub roll: Vec<Roll>,
    /// What a person must look at.
    pub findings: Vec<Finding>,
    /// Rows read: opinions and rows set aside.
    pub rows: usize,
}

/// Reads every report below `paths`.
///
/// # Errors
/// When a path does not exist or no file below the paths could be a report.
pub fn read(paths: &[PathBuf], plan: &Plan, progress: &mut dyn FnMut(Progress)) -> Result<Intake> {
    let candidates = folder::candidates(paths)?;
    let total = candidates.len();
    let units = Units::of(plan);
    let mut files: Vec<FileRead> = Vec::with_capacity(total);
    // In portions, so that progress can be told; each keeps the order of the names.
    for portion in candidates.chunks(settings::FILES_AT_ONCE) {
        progress(Progress {
            done: files.len(),
            total,
        });
        files.par_extend(portion.par_iter().map(|candidate| file::read(candidate, &units)));
    }
    let mut intake = Intake::default();
    let set_aside = repeats(&mut files);
    for (file, repeated) in files.into_iter().zip(set_aside) {
        intake.file(file, &repeated);
    }
    intake.finish(plan);
    Ok(intake)
}

/// Which tables of which files are set aside: `true` for each table of a copy or of a version that was replaced.
fn repeats(files: &mut [FileRead]) -> Vec<Vec<bool>> {
    let mut aside: Vec<Vec<bool>> = files.iter().map(|file| vec![false; file.tables.len()]).collect();
    copied_sheets(files, &mut aside);
    sheet_editions(files, &aside);
    let mut findings = copies(files, &mut aside);
    for (unit, members) in by_unit(files, &aside) {
        let versions: Vec<_> = members
            .iter()
            .filter_map(|at| files.get(*at))
            .map(|file| (file.version.clone(), held(file, &unit)))
            .collect();
        let said = |at: usize| {
            let file = members.get(at).and_then(|at| files.get(*at));
            file.map(|file| said(file, &unit)).unwrap_or_default()
        };
        let alike = |one: usize, other: usize| same::mostly_alike(&said(one), &said(other));
        let fates = same::with_same(version::fates(&versions, alike), said);
        for (at, fate) in members.iter().zip(fates) {
            let other = |other: usize| members.get(other).and_then(|at| files.get(*at));
            let Some((finding, counts)) = told(fate, |at| other(at).map(|file| file.name.clone())) else {
                continue;
            };
            findings.push((*at, finding));
            if let (false, Some(tables), Some(file)) = (counts, aside.get_mut(*at), files.get(*at)) {
                for (aside, table) in tables.iter_mut().zip(&file.tables) {
                    *aside |= table.unit == unit;
                }
            }
        }
    }
    for (at, kind) in findings {
        if let Some(file) = files.get_mut(at) {
            file.findings.push(Finding {
                file: file.name.clone(),
                sheet: None,
                cell: None,
                kind: FindingKind::Intake(kind),
            });
        }
    }
    aside
}

/// Sets aside every table of a file in which the same speakers say nothing but what they say in its other sheets: a copy, or
/// a summary of the sheets of villages.
fn copied_sheets(files: &mut [FileRead], aside: &mut [Vec<bool>]) {
    for (file, aside) in files.iter_mut().zip(aside) {
        let said: Vec<_> = file.tables.iter().map(said_in).collect();
        let mut repeated = Vec::new();
        // From the last sheet to the first, so that of two copies the first one counts.
        for (at, (table, own)) in file.tables.iter().zip(&said).enumerate().rev() {
            let beside = |other: &Sent| other.unit == table.unit && other.sheet != table.sheet;
            let others = file.tables.iter().zip(&*aside).enumerate();
            let others: Vec<usize> = others
                .filter(|(_, (other, aside))| beside(other) && !**aside)
                .map(|(other, _)| other)
                .collect();
            // One opinion may be raised twice; a whole list of them is a copy.
            let first = first_holding(&others, own, &said).filter(|_| own.len() > 1);
            if let (Some(original), Some(aside)) =
                (first.and_then(|at| file.tables.get(at)), aside.get_mut(at))
            {
                *aside = true;
                repeated.push((table.sheet.clone(), original.sheet.clone()));
            }
        }
        file.findings
            .extend(repeated.into_iter().map(|(sheet, of)| Finding {
                file: file.name.clone(),
                sheet: Some(sheet),
                cell: None,
                kind: FindingKind::Intake(IntakeFinding::SheetRepeated { of }),
            }));
    }
}

/// Names every sheet that may be a later edition of one above it in its file.
fn sheet_editions(files: &mut [FileRead], aside: &[Vec<bool>]) {
    for (file, aside) in files.iter_mut().zip(aside) {
        let counted = file.tables.iter().zip(aside).filter(|(_, aside)| !**aside);
        let sheets: Vec<_> = counted
            .map(|(table, _)| (table, Version::of(&table.sheet), said_in(table)))
            .collect();
        let mut editions = Vec::new();
        for (at, (table, version, said)) in sheets.iter().enumerate() {
            let mut above = sheets.iter().take(at);
            let earlier = above.find(|(other, before, held)| {
                let named = version.follows(before) && !said.is_empty() && !held.is_empty();
                other.unit == table.unit
                    && other.sheet != table.sheet
                    && (named || same::mostly_alike(held, said))
            });
            if let Some((earlier, ..)) = earlier {
                editions.push((table.sheet.clone(), earlier.sheet.clone()));
            }
        }
        let finding = |(sheet, of)| Finding {
            file: file.name.clone(),
            sheet: Some(sheet),
            cell: None,
            kind: FindingKind::Intake(IntakeFinding::SheetEdition { of }),
        };
        file.findings.extend(editions.into_iter().map(finding));
    }
}

/// The first of some tables that says a part of a list, where all of them together say the whole of it.
fn first_holding(others: &[usize], own: &[same::Said], said: &[Vec<same::Said>]) -> Option<usize> {
    let held = |at: &usize| said.get(*at).map(Vec::as_slice).unwrap_or_default();
    let mut all: Vec<same::Said> = others.iter().flat_map(held).cloned().collect();
    all.sort_unstable();
    let first = others
        .iter()
        .find(|at| own.iter().any(|one| held(at).contains(one)));
    first.copied().filter(|_| same::includes(&all, own))
}

/// Sets aside every file that is the same as an earlier one, byte for byte.
fn copies(files: &[FileRead], aside: &mut [Vec<bool>]) -> Vec<(usize, IntakeFinding)> {
    let mut first_of: BTreeMap<[u8; 32], usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (at, (file, tables)) in files.iter().zip(aside).enumerate() {
        let first = file.hash.map(|hash| *first_of.entry(hash).or_insert(at));
        let original = first.filter(|first| *first != at && file.readable);
        if let Some(original) = original.and_then(|first| files.get(first)) {
            let of = original.name.clone();
            findings.push((at, IntakeFinding::Copy { of }));
            tables.fill(true);
        }
    }
    findings
}

/// What a person is told about a file beside another one of its unit, and whether the file counts.
fn told(fate: Fate, name: impl Fn(usize) -> Option<String>) -> Option<(IntakeFinding, bool)> {
    let name = |at| name(at).unwrap_or_default();
    Some(match fate {
        Fate::Stands => return None,
        Fate::Continues(other) => (IntakeFinding::Continues { of: name(other) }, true),
        Fate::Beside(other) => (IntakeFinding::SecondReport { of: name(other) }, true),
        Fate::Same(other) => (IntakeFinding::SaysTheSame { of: name(other) }, false),
        Fate::Replaced(other) => (IntakeFinding::Replaced { by: name(other) }, false),
    })
}

/// What a unit's speakers say in a file, in order.
fn said(file: &FileRead, unit: &UnitName) -> Vec<(String, String)> {
    let tables = file.tables.iter().filter(|table| table.unit == *unit);
    let mut said: Vec<_> = tables.flat_map(said_in).collect();
    said.sort_unstable();
    said
}

/// What the speakers of a table say, in order.
fn said_in(table: &Sent) -> Vec<(String, String)> {
    let rows = table.rows.iter().map(|(row, _)| row);
    let key = |text: &str| canonical_tones(&clean(text)).to_lowercase();
    let mut said: Vec<_> = rows
        .filter(|row| row.aside.is_none())
        .map(|row| (key(&row.person), key(row.repaired.as_ref().unwrap_or(&row.text))))
        .collect();
    said.sort_unstable();
    said
}

/// The files of each unit that has several, copies left out.
fn by_unit(files: &[FileRead], aside: &[Vec<bool>]) -> BTreeMap<UnitName, Vec<usize>> {
    let mut by_unit: BTreeMap<UnitName, Vec<usize>> = BTreeMap::new();
    for (at, (file, aside)) in files.iter().zip(aside).enumerate() {
        for table in file
            .tables
            .iter()
            .zip(aside)
            .filter(|(_, aside)| !**aside)
            .map(|(table, _)| table)
        {
            let members = by_unit.entry(table.unit.clone()).or_default();
            if members.last() != Some(&at) {
                members.push(at);
            }
        }
    }
    by_unit.retain(|_, members| members.len() > 1);
    by_unit
}

/// Opinions of a unit in a file.
fn held(file: &FileRead, unit: &UnitName) -> usize {
    let tables = file.tables.iter().filter(|table| table.unit == *unit);
    tables
        .flat_map(|table| &table.rows)
        .filter(|(row, _)| row.aside.is_none())
        .count()
}

impl Intake {
    fn file(&mut self, file: FileRead, repeated: &[bool]) {
        let state = if !file.readable {
            ReportState::Unreadable
        } else if file.tables.is_empty() {
            ReportState::NotReport
        } else if repeated.iter().all(|repeated| *repeated) {
            ReportState::Repeat
        } else {
            ReportState::Read
        };
        let mut report = Report {
            file: file.name,
            state,
            unit: file.tables.first().map(|table| table.unit.clone()),
            opinions: 0,
            set_aside: 0,
            tables: Vec::new(),
        };
        for (table, repeated) in file.tables.into_iter().zip(repeated) {
            let read = self.table(&report.file, table, *repeated);
            report.opinions += read.opinions;
            report.set_aside += read.set_aside;
            report.tables.push(read);
        }
        self.findings.extend(file.findings);
        self.reports.push(report);
    }

    fn table(&mut self, file: &str, table: Sent, repeated: bool) -> TableRead {
        let mut read = TableRead {
            layout: table.layout,
            columns: table
                .columns
                .iter()
                .map(|(role, column)| (*role, column_name(*column)))
                .collect(),
            opinions: 0,
            set_aside: 0,
            sheet: table.sheet,
            unit: table.unit,
        };
        for (row, own) in table.rows {
            self.rows += 1;
            let origin = Origin {
                file: file.to_owned(),
                sheet: read.sheet.clone(),
                row: row.row + 1,
                cell: row.cell.clone(),
                part: row.part,
            };
            let unit = own.unwrap_or_else(|| read.unit.clone());
            if let Some(reason) = reason_aside(&row, repeated) {
                read.set_aside += 1;
                self.set_aside.push(set_aside(row, unit, origin, reason));
            } else {
                read.opinions += 1;
                self.opinions.push(opinion(row, unit, origin));
            }
        }
        read
    }

    /// Puts everything in its final order, numbers the opinions and calls the roll.
    fn finish(&mut self, plan: &Plan) {
        // The sort is stable and files, sheets and rows come in their order.
        self.opinions
            .sort_by_cached_key(|opinion| place(plan, &opinion.unit));
        self.set_aside.sort_by_cached_key(|row| place(plan, &row.unit));
        for (number, opinion) in (1..).zip(&mut self.opinions) {
            opinion.id = OpinionId(number);
        }
        self.roll = self.roll_call(plan);
        self.findings.sort();
    }

    /// What every unit sent: those of the plan, of the tables and of single opinions.
    fn roll_call(&self, plan: &Plan) -> Vec<Roll> {
        let expected = plan.units.iter().map(Unit::unit_name);
        let tables = self.reports.iter().flat_map(|report| &report.tables);
        let senders = tables.map(|table| table.unit.clone());
        let speakers = self.opinions.iter().map(|opinion| opinion.unit.clone());
        let mut roll = BTreeMap::new();
        for unit in expected.chain(senders).chain(speakers) {
            roll.entry(place(plan, &unit)).or_insert_with(|| silent(unit));
        }
        self.note_files(plan, &mut roll);
        for opinion in &self.opinions {
            if let Some(line) = roll.get_mut(&place(plan, &opinion.unit)) {
                line.opinions += 1;
            }
        }
        for row in &self.set_aside {
            if let Some(line) = roll.get_mut(&place(plan, &row.unit)) {
                line.set_aside += 1;
            }
        }
        roll.into_values().collect()
    }

    /// Notes in which files each unit speaks: those with a table of its own first.
    fn note_files(&self, plan: &Plan, roll: &mut BTreeMap<Place, Roll>) {
        let of_tables = self
            .reports
            .iter()
            .flat_map(|report| report.tables.iter().map(|table| (&table.unit, &report.file)));
        let of_opinions = self
            .opinions
            .iter()
            .map(|opinion| (&opinion.unit, &opinion.origin.file));
        for (unit, file) in of_tables.chain(of_opinions) {
            if let Some(line) = roll.get_mut(&place(plan, unit))
                && !line.files.contains(file)
            {
                line.files.push(file.clone());
            }
        }
    }
}

/// Why a row is no opinion to be counted. What a speaker says in a copy was counted once already, also when it asks for
/// nothing.
fn reason_aside(row: &Row, repeated: bool) -> Option<ReasonAside> {
    let spoken = matches!(
        row.aside,
        None | Some(ReasonAside::NoOpinion | ReasonAside::Complaint)
    );
    if repeated && spoken {
        Some(ReasonAside::Repeat)
    } else {
        row.aside
    }
}

fn set_aside(row: Row, unit: UnitName, origin: Origin, reason: ReasonAside) -> SetAside {
    SetAside {
        unit,
        person: row.person,
        position: row.position,
        text: row.repaired.unwrap_or(row.text),
        origin,
        reason,
    }
}

/// An opinion, not yet numbered.
fn opinion(row: Row, unit: UnitName, origin: Origin) -> Opinion {
    let below = row.unit.as_deref().and_then(Raised::parse_list);
    Opinion {
        id: OpinionId(0),
        unit,
        person: row.person,
        position: row.position,
        text: row.text,
        repaired: row.repaired,
        origin,
        heading: row.heading,
        hints: row.hints,
        times: row.times,
        below: below.unwrap_or_default(),
    }
}

/// A unit's place in the roll: in the plan's order, then by name.
type Place = (usize, String);

fn place(plan: &Plan, unit: &UnitName) -> Place {
    let listed = |known: &Unit| Some(&known.code) == unit.code.as_ref();
    let at = plan.units.iter().position(listed);
    (at.unwrap_or(usize::MAX), unit.name.clone())
}

/// The line of a unit from which nothing is known yet.
fn silent(unit: UnitName) -> Roll {
    Roll {
        unit,
        files: Vec::new(),
        opinions: 0,
        set_aside: 0,
    }
}
