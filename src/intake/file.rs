//! Reads one file by itself: its sheets, their tables, whose they are. Nothing that goes wrong leaves this file.

use std::panic::{AssertUnwindSafe, catch_unwind};

use sha2::{Digest, Sha256};

use super::folder::{self, Candidate};
use super::table::{self, Row, Table};
use super::unit::{Judged, Sources, Units};
use super::version::Version;
use crate::finding::{Finding, FindingKind, Inside, IntakeFinding};
use crate::model::{ColumnRole, Layout, Raised, UnitName};
use crate::settings;
use crate::spreadsheet::{self, Beside, Cell, Excess, Fault, Sheet, Value};
use crate::wording::workbook::sheet as own;

/// A table with the unit that its rows are counted for.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) sheet: String,
    pub(crate) unit: UnitName,
    pub(crate) layout: Layout,
    pub(crate) columns: Vec<(ColumnRole, u32)>,
    /// With the row's own unit, where it names one.
    pub(crate) rows: Vec<(Row, Option<UnitName>)>,
}

/// One file as it was understood by itself.
#[derive(Debug)]
pub(crate) struct FileRead {
    pub(crate) name: String,
    /// `None` where the file could not even be read.
    pub(crate) hash: Option<[u8; 32]>,
    pub(crate) readable: bool,
    pub(crate) tables: Vec<Sent>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) version: Version,
}

impl FileRead {
    fn of(candidate: &Candidate) -> Self {
        let (folder, name) = candidate.name.rsplit_once('/').unwrap_or(("", &candidate.name));
        Self {
            name: candidate.name.clone(),
            hash: None,
            readable: false,
            tables: Vec::new(),
            findings: Vec::new(),
            version: Version::of(name).in_folder(folder),
        }
    }

    fn find(&mut self, sheet: Option<&str>, cell: Option<String>, kind: IntakeFinding) {
        let finding = Finding {
            file: self.name.clone(),
            sheet: sheet.map(str::to_owned),
            cell,
            kind: FindingKind::Intake(kind),
        };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// The same for what is found in the first of several sheets and holds for all of them: whose they are.
    fn find_once(&mut self, sheet: &str, kind: IntakeFinding) {
        let kind = FindingKind::Intake(kind);
        if !self.findings.iter().any(|finding| finding.kind == kind)
            && let FindingKind::Intake(kind) = kind
        {
            self.find(Some(sheet), None, kind);
        }
    }
}

/// Reads a candidate.
pub(crate) fn read(candidate: &Candidate, units: &Units<'_>) -> FileRead {
    let whole = || {
        let mut file = FileRead::of(candidate);
        let opened = candidate.read().and_then(|bytes| {
            file.hash = Some(Sha256::digest(&bytes).into());
            let sheets = spreadsheet::salvage(&bytes).map_err(folder::refused)?;
            Ok((is_own(&sheets, &bytes), sheets, spreadsheet::beside(&bytes)))
        });
        match opened {
            Ok((true, ..)) => {
                file.readable = true;
                file.find(None, None, IntakeFinding::OwnWorkbook);
            }
            Ok((false, sheets, beside)) => match excess(&sheets) {
                Some(of) => file.find(None, None, IntakeFinding::TooMuch { of }),
                None => {
                    let comments = beside.comments;
                    if comments > 0 {
                        file.find(None, None, IntakeFinding::Comments { comments });
                    }
                    understand(&mut file, &sheets, beside, units);
                }
            },
            Err(kind) => file.find(None, None, kind),
        }
        file
    };
    // Whatever a damaged file provokes ends with this file.
    catch_unwind(AssertUnwindSafe(whole)).unwrap_or_else(|_| {
        let mut file = FileRead::of(candidate);
        let fault = Fault::Unforeseen;
        file.find(None, None, IntakeFinding::Unreadable { fault });
        file
    })
}

/// Whether the workbook is a result of this program: its mark tells, or its hidden sheet where another program saved it,
/// and where that was deleted, the names of the others. A form that a unit filled in is a report.
fn is_own(sheets: &[Sheet], bytes: &[u8]) -> bool {
    let has = |name: &str| sheets.iter().any(|sheet| sheet.name == name);
    spreadsheet::mark(bytes).is_some_and(|kind| kind != settings::FORM_KIND)
        || has(own::ORIGINAL)
        || [own::SUMMARY, own::DETAIL, own::SET_ASIDE].into_iter().all(has)
}

/// What the file holds more of than any report, if it does.
fn excess(sheets: &[Sheet]) -> Option<Excess> {
    let visible = || sheets.iter().filter(|sheet| !sheet.hidden);
    let rows = |sheet: &Sheet| {
        let mut rows: Vec<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows.len()
    };
    let words = |cell: &Cell| match &cell.value {
        Value::Text(text) if text.len() <= settings::MAX_OPINION_TEXT => text.len(),
        _ => 0,
    };
    if visible().map(rows).sum::<usize>() > settings::MAX_REPORT_ROWS {
        return Some(Excess::Rows);
    }
    let text: usize = visible().flat_map(|sheet| sheet.cells.values()).map(words).sum();
    (text > settings::MAX_REPORT_TEXT).then_some(Excess::Text)
}

fn understand(file: &mut FileRead, sheets: &[Sheet], beside: Beside, units: &Units<'_>) {
    file.readable = true;
    let mut covers: Vec<String> = Vec::new();
    let mut tables: Vec<(&str, Table)> = Vec::new();
    for sheet in sheets {
        if let Some(kind) = left_out(sheet) {
            file.find(Some(&sheet.name), None, kind);
        }
        if sheet.hidden {
            continue;
        }
        let read = table::read(sheet);
        covers.extend(read.texts);
        covers.extend(sheet.text_boxes.iter().cloned());
        for (cell, kind) in read.findings {
            file.find(Some(&sheet.name), cell, kind);
        }
        tables.extend(read.tables.into_iter().map(|table| (sheet.name.as_str(), table)));
    }
    if tables.is_empty() {
        return file.find(None, None, without_table(beside));
    }
    if beside.documents {
        file.find(None, None, IntakeFinding::DocumentInside);
    }
    check_totals(file, &tables);
    let mut before: Option<Before> = None;
    for (sheet, table) in tables {
        file.version = std::mem::take(&mut file.version).with_title(&table.letterhead);
        let Whose { judged, inside } = judge(file, sheet, &table, &covers, before.as_ref(), units);
        let mut sent = sent(sheet, judged.unit, table, units);
        match sent.told_by_rows().filter(|_| !judged.told) {
            Some(unit) => sent.unit = unit,
            None => {
                for kind in judged.findings {
                    file.find_once(sheet, kind);
                }
            }
        }
        before = Some(Before {
            unit: sent.unit.clone(),
            inside,
        });
        file.tables.push(sent);
    }
}

/// Why a sheet is not read, where a person must know.
fn left_out(sheet: &Sheet) -> Option<IntakeFinding> {
    let damaged = sheet.damaged;
    let hidden = sheet.hidden && !sheet.cells.is_empty();
    damaged
        .map(|fault| IntakeFinding::SheetUnreadable { fault })
        .or(hidden.then_some(IntakeFinding::HiddenSheet))
}

/// No table was found in the cells; it may be elsewhere.
fn without_table(beside: Beside) -> IntakeFinding {
    let within = if beside.documents {
        Inside::Document
    } else if beside.pictures {
        Inside::Picture
    } else {
        return IntakeFinding::NoTable;
    };
    IntakeFinding::TableInside { within }
}

impl Sent {
    /// The first unit that the rows name, where every opinion names one: nothing else need say whose the table is.
    fn told_by_rows(&self) -> Option<UnitName> {
        let mut opinions = self.rows.iter().filter(|(row, _)| row.aside.is_none());
        let first = opinions.next()?.1.clone()?;
        opinions.all(|(_, unit)| unit.is_some()).then_some(first)
    }
}

/// The unit of the table before, and whether the words of the file told it, not only its name.
struct Before {
    unit: UnitName,
    inside: bool,
}

/// Whose a table is.
struct Whose {
    judged: Judged,
    /// Whether the words of the file told it, not only its name.
    inside: bool,
}

/// Whose table it is: told by what stands around it, by the table before it, otherwise by the file's name or a cover sheet.
fn judge(
    file: &FileRead,
    sheet: &str,
    table: &Table,
    covers: &[String],
    before: Option<&Before>,
    units: &Units<'_>,
) -> Whose {
    let sources = Sources {
        heading: &table.letterhead,
        closing: &table.closing,
        sheet,
        file: &file.name,
    };
    let judged = units.judge(sources);
    let inside = units.judge(Sources { file: "", ..sources }).told;
    let like_before = |before: &Before| Whose {
        judged: Judged {
            unit: before.unit.clone(),
            told: false,
            findings: Vec::new(),
        },
        inside: before.inside,
    };
    // "Bảng 2" of a report is whose "Bảng 1" is, however the file is called.
    match before {
        Some(before) if !inside && before.inside => return like_before(before),
        _ if judged.told => return Whose { judged, inside },
        _ => {}
    }
    let from_cover = units.judge(Sources {
        heading: covers,
        ..sources
    });
    match before {
        _ if from_cover.told => Whose {
            judged: from_cover,
            inside: true,
        },
        Some(before) => like_before(before),
        None => Whose { judged, inside },
    }
}

fn sent(sheet: &str, unit: UnitName, table: Table, units: &Units<'_>) -> Sent {
    let mut last: Option<(Option<String>, Option<UnitName>)> = None;
    let rows = table.rows.into_iter().map(|row| {
        let named = row.unit.clone().or_else(|| row.heading.clone());
        let own = match &last {
            Some((text, unit)) if *text == named => unit.clone(),
            _ => {
                // A list of those who raised it, in the report of a level below, is not one unit.
                let one = row
                    .unit
                    .as_ref()
                    .filter(|text| Raised::parse_list(text).is_none());
                let own = [one, row.heading.as_ref()]
                    .into_iter()
                    .flatten()
                    .find_map(|text| units.in_cell(text));
                last = Some((named, own.clone()));
                own
            }
        };
        (row, own)
    });
    Sent {
        sheet: sheet.to_owned(),
        unit,
        layout: table.layout,
        columns: table.columns,
        rows: rows.collect(),
    }
}

/// A total may be of its table, of a part of it, or of the whole file.
fn check_totals(file: &mut FileRead, tables: &[(&str, Table)]) {
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let all = number(tables.iter().map(|(_, table)| table.opinions()).sum());
    for (sheet, table) in tables {
        for total in &table.totals {
            let agrees = total
                .stated
                .iter()
                .any(|stated| total.fits.contains(stated) || *stated == all);
            if let Some(stated) = total.stated.first().filter(|_| !agrees) {
                let kind = IntakeFinding::TotalDiffers {
                    stated: *stated,
                    read: number(table.opinions()),
                };
                file.find(Some(sheet), Some(total.cell.clone()), kind);
            }
        }
    }
}
