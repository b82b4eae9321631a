//! Reads the units' lists of participants and checks them: who is missing, who is one too many, who stands twice.
//!
//! `table` reads a sheet, `quota` knows what the plan asks for, `twice` finds people listed twice. Opening files and
//! telling whose they are is done by the caller, the same way as for reports.

mod quota;
mod table;
mod twice;

use std::collections::BTreeMap;

use crate::finding::{DelegatesFinding, Finding, FindingKind, IntakeFinding};
use crate::model::{Delegate, DelegateCounts, Delegation, Origin, UnitName};
use crate::plan::{Plan, Unit};
use crate::spreadsheet::Sheet;

/// How a unit is told: by what stands above a table, the sheet's name and the file's; and by the text of one cell.
pub struct Senders<'a> {
    /// From the heading's lines, the sheet's name and the file's name.
    pub of_table: &'a dyn Fn(&[String], &str, &str) -> UnitName,
    /// From a cell or a heading inside the table; `None` when it names no unit.
    pub of_cell: &'a dyn Fn(&str) -> Option<UnitName>,
}

impl std::fmt::Debug for Senders<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Senders")
    }
}

/// What the lists said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delegates {
    /// The participants: the plan's units in its order, then the others by name; within a unit as listed.
    pub delegates: Vec<Delegate>,
    /// What every unit sent, in the same order; units of the plan that sent nothing too.
    pub units: Vec<Delegation>,
    /// What a person must look at.
    pub findings: Vec<Finding>,
    /// The numbers.
    pub counts: DelegateCounts,
}

/// Lists as they are read, file by file.
#[derive(Debug)]
pub struct Reader<'a> {
    plan: &'a Plan,
    senders: Senders<'a>,
    read: Delegates,
    /// The files of each unit that sent a list.
    files: BTreeMap<UnitName, Vec<String>>,
}

impl<'a> Reader<'a> {
    /// Nothing read yet.
    pub fn new(plan: &'a Plan, senders: Senders<'a>) -> Self {
        Self {
            plan,
            senders,
            read: Delegates::default(),
            files: BTreeMap::new(),
        }
    }

    /// Reads the sheets of a file, or notes why it has none.
    pub fn file(&mut self, name: &str, sheets: Result<Vec<Sheet>, IntakeFinding>) {
        self.read.counts.files += 1;
        match sheets {
            Ok(sheets) => self.sheets(name, &sheets),
            Err(refusal) => self.find(name, None, FindingKind::Intake(refusal)),
        }
    }

    fn sheets(&mut self, name: &str, sheets: &[Sheet]) {
        let mut lists = 0;
        for sheet in sheets {
            if sheet.hidden {
                if !sheet.cells.is_empty() {
                    self.find(
                        name,
                        Some(&sheet.name),
                        FindingKind::Intake(IntakeFinding::HiddenSheet),
                    );
                }
            } else if let Some(list) = table::read(sheet) {
                lists += 1;
                self.list(name, sheet, list);
            }
        }
        if lists == 0 {
            self.find(name, None, FindingKind::Delegates(DelegatesFinding::NoList));
        } else {
            self.read.counts.files_read += 1;
        }
    }

    fn list(&mut self, file: &str, sheet: &Sheet, list: table::List) {
        let of_table = (self.senders.of_table)(&list.heading, &sheet.name, file);
        self.read.counts.rows += list.rows.len() + list.aside;
        self.read.counts.set_aside += list.aside;
        let mut named = false;
        for row in list.rows {
            let own = [&row.unit, &row.heading].into_iter().flatten();
            let own = own
                .filter_map(|text| (self.senders.of_cell)(text).or_else(|| self.unlisted(text)))
                .next();
            let unit = own.unwrap_or_else(|| of_table.clone());
            named = true;
            self.sent(&unit, file);
            self.read.delegates.push(Delegate {
                unit,
                person: row.person,
                position: row.position,
                born: row.born,
                note: row.note,
                origin: Origin {
                    file: file.to_owned(),
                    sheet: sheet.name.clone(),
                    row: row.row + 1,
                    cell: row.cell,
                    part: None,
                },
            });
        }
        if !named {
            self.sent(&of_table, file);
        }
    }

    /// A unit that the plan counts without naming it: "thôn Nà Pò" where the plan speaks of 27 thôn.
    fn unlisted(&self, text: &str) -> Option<UnitName> {
        let numbered = text
            .split_once(['.', ')'])
            .filter(|(number, _)| number.chars().count() <= 4);
        let text = numbered.map_or(text, |(_, rest)| rest).trim();
        let folded = text.to_lowercase();
        let mut ranks = self.plan.expected.iter().map(|expected| expected.rank.word());
        let word = ranks.find(|word| {
            folded
                .strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(' '))
        })?;
        let name = text.get(word.len()..)?.trim();
        Some(UnitName {
            code: None,
            name: format!("{word} {name}"),
        })
    }

    fn sent(&mut self, unit: &UnitName, file: &str) {
        let files = self.files.entry(unit.clone()).or_default();
        if files.last().is_none_or(|last| last != file) {
            files.push(file.to_owned());
        }
    }

    fn find(&mut self, file: &str, sheet: Option<&str>, kind: FindingKind) {
        self.read.findings.push(Finding {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            cell: None,
            kind,
        });
    }

    /// Puts everything in its final order and checks it.
    pub fn finish(mut self) -> Delegates {
        let plan = self.plan;
        self.read
            .delegates
            .sort_by_cached_key(|delegate| place(plan, &delegate.unit));
        self.units();
        let (delegates, units) = (&self.read.delegates, &self.read.units);
        let mut found = quota::check(plan, delegates, units);
        found.extend(twice::check(delegates));
        found.extend(missing(plan, units));
        self.read.findings.extend(found);
        self.read.findings.sort();
        self.read.findings.dedup();
        let counts = &mut self.read.counts;
        counts.delegates = self.read.delegates.len();
        counts.units_expected = plan.expected_units();
        counts.units_listed = self.files.len();
        counts.expected = quota::expected_in_all(plan);
        counts.findings = self.read.findings.len();
        self.read
    }

    fn units(&mut self) {
        let expected = self.plan.units.iter().map(Unit::unit_name);
        let mut units: Vec<UnitName> = expected.chain(self.files.keys().cloned()).collect();
        units.sort_by_cached_key(|unit| place(self.plan, unit));
        units.dedup();
        self.read.units = units
            .into_iter()
            .map(|unit| Delegation {
                files: self.files.get(&unit).cloned().unwrap_or_default(),
                listed: self
                    .read
                    .delegates
                    .iter()
                    .filter(|delegate| delegate.unit == unit)
                    .count(),
                expected: quota::expected(self.plan, &unit),
                unit,
            })
            .collect();
    }
}

/// The plan's units in its order, then the others by name.
fn place(plan: &Plan, unit: &UnitName) -> (usize, UnitName) {
    let at = plan
        .units
        .iter()
        .position(|known| Some(&known.code) == unit.code.as_ref());
    (at.unwrap_or(usize::MAX), unit.clone())
}

/// Units without a list, and lists of units that the plan does not know.
fn missing(plan: &Plan, units: &[Delegation]) -> Vec<Finding> {
    let (silent, sent): (Vec<_>, Vec<_>) = units.iter().partition(|line| line.files.is_empty());
    let mut found: Vec<DelegatesFinding> = Vec::new();
    found.extend(silent.iter().map(|line| DelegatesFinding::Missing {
        unit: line.unit.name.clone(),
    }));
    if plan.expected.is_empty() {
        let unknown = sent.iter().filter(|line| line.unit.code.is_none());
        found.extend(unknown.map(|line| DelegatesFinding::UnknownUnit {
            unit: line.unit.name.clone(),
        }));
    } else if sent.len() < plan.expected_units() {
        found.push(DelegatesFinding::UnitsMissing {
            expected: plan.expected_units(),
            listed: sent.len(),
        });
    }
    found.into_iter().map(about_all).collect()
}

/// A finding that is about no single file.
fn about_all(kind: DelegatesFinding) -> Finding {
    Finding {
        file: String::new(),
        sheet: None,
        cell: None,
        kind: FindingKind::Delegates(kind),
    }
}
