//! Reads report files into opinions, rows set aside and findings. Every row read is one or the other, with its
//! origin down to the cell.
//!
//! `folder` says which files could be reports, `table` finds the table of a sheet and reads its rows, `unit` says who
//! sent it. A file that cannot be read is a finding, and the
//! rest goes on.

mod complaint;
mod folder;
mod no_opinion;
mod table;
mod unit;

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::finding::{Finding, FindingKind, IntakeFinding};
use crate::model::{Opinion, OpinionId, Origin, ReasonAside, Report, ReportState, Roll, SetAside, UnitName};
use crate::plan::Plan;
use crate::spreadsheet;
use folder::Candidate;
use unit::Units;

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
    let units = Units::of(plan);
    let mut seen: BTreeMap<[u8; 32], String> = BTreeMap::new();
    let mut intake = Intake::default();
    for (done, candidate) in candidates.iter().enumerate() {
        progress(Progress {
            done,
            total: candidates.len(),
        });
        intake.file(candidate, &units, &mut seen);
    }
    intake.finish(plan);
    Ok(intake)
}

impl Intake {
    fn file(&mut self, candidate: &Candidate, units: &Units<'_>, seen: &mut BTreeMap<[u8; 32], String>) {
        let opened = candidate.read().and_then(|bytes| {
            let sheets = spreadsheet::open(&bytes).map_err(folder::refused)?;
            Ok((Sha256::digest(&bytes).into(), sheets))
        });
        let (hash, sheets): ([u8; 32], _) = match opened {
            Ok(opened) => opened,
            Err(kind) => return self.refuse(candidate, kind),
        };
        let first = seen.entry(hash).or_insert_with(|| candidate.name.clone()).clone();
        let repeat = first != candidate.name;
        let mut report = Report {
            file: candidate.name.clone(),
            state: if repeat {
                ReportState::Repeat
            } else {
                ReportState::Read
            },
            unit: None,
            opinions: 0,
            set_aside: 0,
            tables: Vec::new(),
        };
        if repeat {
            self.find(&candidate.name, None, None, IntakeFinding::Copy { of: first });
        }
        let mut tables = 0;
        for sheet in &sheets {
            if sheet.hidden {
                self.find(
                    &candidate.name,
                    Some(&sheet.name),
                    None,
                    IntakeFinding::HiddenSheet,
                );
            } else if let Some(table) = table::read(sheet) {
                tables += 1;
                let unit = sender(units, &table.letterhead, &sheet.name, &candidate.name);
                self.table(candidate, &sheet.name, table, &unit, &mut report);
                report.unit.get_or_insert(unit);
            }
        }
        if tables == 0 {
            report.state = ReportState::NotReport;
            self.find(&candidate.name, None, None, IntakeFinding::NoTable);
        }
        self.reports.push(report);
    }

    fn refuse(&mut self, candidate: &Candidate, kind: IntakeFinding) {
        self.find(&candidate.name, None, None, kind);
        self.reports.push(Report {
            file: candidate.name.clone(),
            state: ReportState::Unreadable,
            unit: None,
            opinions: 0,
            set_aside: 0,
            tables: Vec::new(),
        });
    }

    fn table(
        &mut self,
        candidate: &Candidate,
        sheet: &str,
        table: table::Table,
        unit: &UnitName,
        report: &mut Report,
    ) {
        let repeat = report.state == ReportState::Repeat;
        let mut opinions = 0;
        for row in table.rows {
            self.rows += 1;
            opinions += u64::from(row.aside.is_none());
            let origin = Origin {
                file: candidate.name.clone(),
                sheet: sheet.to_owned(),
                row: row.row + 1,
                cell: row.cell,
                part: None,
            };
            match row.aside.or(repeat.then_some(ReasonAside::Repeat)) {
                Some(reason) => {
                    report.set_aside += 1;
                    self.set_aside.push(SetAside {
                        unit: unit.clone(),
                        person: row.person,
                        position: row.position,
                        text: row.text,
                        origin,
                        reason,
                    });
                }
                None => {
                    report.opinions += 1;
                    self.opinions.push(Opinion {
                        id: OpinionId(0),
                        unit: unit.clone(),
                        person: row.person,
                        position: row.position,
                        text: row.text,
                        repaired: None,
                        origin,
                        heading: row.heading,
                        hints: Vec::new(),
                        times: 1,
                        below: Vec::new(),
                    });
                }
            }
        }
        if let Some(total) = table.total.filter(|total| total.number != opinions) {
            let kind = IntakeFinding::TotalDiffers {
                stated: total.number,
                read: opinions,
            };
            self.find(&candidate.name, Some(sheet), Some(&total.cell), kind);
        }
    }

    fn find(&mut self, file: &str, sheet: Option<&str>, cell: Option<&str>, kind: IntakeFinding) {
        self.findings.push(Finding {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            cell: cell.map(str::to_owned),
            kind: FindingKind::Intake(kind),
        });
    }

    /// Puts everything in its final order, numbers the opinions and calls the roll.
    fn finish(&mut self, plan: &Plan) {
        let place = |unit: &UnitName| {
            let at = plan
                .units
                .iter()
                .position(|known| Some(&known.code) == unit.code.as_ref());
            (at.unwrap_or(usize::MAX), unit.name.clone())
        };
        // The sort is stable and files, sheets and rows come in their order.
        self.opinions.sort_by_cached_key(|opinion| place(&opinion.unit));
        self.set_aside.sort_by_cached_key(|row| place(&row.unit));
        for (number, opinion) in (1..).zip(&mut self.opinions) {
            opinion.id = OpinionId(number);
        }
        let mut roll: BTreeMap<(usize, String), Roll> = BTreeMap::new();
        let expected = plan.units.iter().map(crate::plan::Unit::unit_name);
        let senders = self.reports.iter().filter_map(|report| report.unit.clone());
        for unit in expected.chain(senders) {
            let line = Roll {
                unit: unit.clone(),
                files: Vec::new(),
                opinions: 0,
                set_aside: 0,
            };
            roll.entry(place(&unit)).or_insert(line);
        }
        for report in &self.reports {
            let line = report.unit.as_ref().and_then(|unit| roll.get_mut(&place(unit)));
            if let Some(line) = line {
                line.files.push(report.file.clone());
                line.opinions += report.opinions;
                line.set_aside += report.set_aside;
            }
        }
        self.roll = roll.into_values().collect();
        self.findings.sort();
    }
}

/// Who sent a table: its letterhead, then the sheet's name, then the file's; otherwise the file's name stands.
fn sender(units: &Units<'_>, letterhead: &str, sheet: &str, file: &str) -> UnitName {
    [letterhead, sheet, file]
        .iter()
        .find_map(|text| units.find(text))
        .unwrap_or_else(|| UnitName {
            code: None,
            name: file.to_owned(),
        })
}
