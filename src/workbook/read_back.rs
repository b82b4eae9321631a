//! Reads the clerk's edits back from the consolidated workbook: answers about pairs, members that were moved, and what
//! was written over the proposals. What was written by us is told from what the clerk wrote by the hidden sheet
//! (`consolidated::original`); rows are matched by code and key, never by their place.

use std::collections::{BTreeMap, BTreeSet};

use super::consolidated::{DETAIL, NEAR_MISSES, REVIEW, SUMMARY, original};
use super::moves::Moves;
use super::table::{self, Missing, Table};
use crate::error::{Error, ErrorKind, Result};
use crate::finding::{Finding, FindingKind, RoutingFinding, WorkbookFinding};
use crate::model::{
    AgencyId, Certainty, ContentKey, Decision, GroupCode, GroupEdit, Origin, ReasonAside, Roll, SetAside,
    UnitName, Verdict,
};
use crate::plan::Plan;
use crate::settings;
use crate::spreadsheet::Sheet;
use crate::text::clean;
use crate::wording::workbook::{VERDICTS, certainty, heading, sheet};

/// What the consolidated workbook says now, and what of it the clerk has written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// Every group, those whose row was deleted among them.
    pub groups: Vec<GroupRow>,
    /// Every opinion, by its number, with the group it was written under.
    pub opinions: Vec<OpinionRow>,
    /// Answers about pairs, then what follows from members that were moved.
    pub decisions: Vec<Decision>,
    /// What was written over the proposals.
    pub edits: BTreeMap<GroupCode, GroupEdit>,
    /// The groups whose agency the clerk cleared: nobody is chosen any more.
    pub withdrawn: BTreeSet<GroupCode>,
    /// What could not be taken as it stands; the file is that of the consolidated workbook.
    pub findings: Vec<Finding>,
    /// The rows that were set aside when the workbook was written.
    pub set_aside: Vec<SetAside>,
    /// What every unit had sent when the workbook was written.
    pub roll: Vec<Roll>,
    /// The pairs that were asked about.
    pub asked: Vec<(ContentKey, ContentKey)>,
}

/// A line of the summary as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Its code.
    pub code: GroupCode,
    /// Its wording.
    pub wording: String,
    /// How many times it was raised.
    pub times: u32,
    /// The units that raised it, as the workbook shows them.
    pub units: String,
    /// The subject it is under.
    pub subject: String,
    /// The agency that answers; `None` when nobody was chosen, or somebody whom the plan does not have.
    pub agency: Option<AgencyId>,
    /// The agencies that coordinate.
    pub coordinate: Vec<AgencyId>,
    /// Whether the clerk chose the agency, in this workbook or before it was written.
    pub by_clerk: bool,
}

/// An opinion as the workbook lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpinionRow {
    /// Its number in the run that wrote the workbook.
    pub number: u32,
    /// Its unit and wording, as a key.
    pub content: ContentKey,
    /// The group it was written under.
    pub code: GroupCode,
    /// Who sent it.
    pub unit: String,
    /// Who spoke.
    pub person: String,
    /// Their position.
    pub position: String,
    /// The wording that a person can read, as it was received.
    pub text: String,
}

/// What the hidden sheet remembers.
#[derive(Debug, Default)]
struct Original {
    groups: BTreeMap<GroupCode, Row>,
    opinions: Vec<Written>,
    /// Where in `opinions` a wording stands; twice when a unit wrote it twice.
    by_content: BTreeMap<ContentKey, Vec<usize>>,
    pairs: BTreeMap<(String, String), (ContentKey, ContentKey)>,
}

/// An opinion as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) number: u32,
    pub(super) content: ContentKey,
    pub(super) code: GroupCode,
    pub(super) head: bool,
    unit: String,
    person: String,
    position: String,
    text: String,
}

/// The texts of a line of the summary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Row {
    wording: String,
    times: String,
    units: String,
    subject: String,
    agency: String,
    coordinate: String,
}

/// Reads a consolidated workbook back.
///
/// # Errors
/// [`ErrorKind::NotOurWorkbook`] with the sheet or column that is missing, [`ErrorKind::Unreadable`] when the file cannot
/// be opened. A sheet that is missed less is a finding.
pub fn read_back(bytes: &[u8], plan: &Plan) -> Result<ReadBack> {
    read_sheets(&table::open(bytes)?, plan)
}

pub(super) fn read_sheets(sheets: &[Sheet], plan: &Plan) -> Result<ReadBack> {
    let mut reader = Reader {
        plan,
        original: Original::default(),
        said: ReadBack::default(),
    };
    reader.original(sheets)?;
    reader.summary(sheets)?;
    for name in [sheet::REVIEW, sheet::NEAR_MISSES] {
        reader.answers(sheets, name);
    }
    reader.details(sheets);
    reader.two_answers();
    Ok(reader.said)
}

struct Reader<'p> {
    plan: &'p Plan,
    original: Original,
    said: ReadBack,
}

impl Reader<'_> {
    fn original(&mut self, sheets: &[Sheet]) -> Result<()> {
        let same = |sheet: &&Sheet| table::key(&sheet.name) == table::key(sheet::ORIGINAL);
        let hidden = sheets.iter().find(same);
        let hidden = hidden.filter(|hidden| {
            texts(hidden, 0).starts_with(&[settings::CREATOR.into(), original::KIND.into()])
        });
        let Some(hidden) = hidden else {
            return Err(Error::new(ErrorKind::NotOurWorkbook, "").in_place(place(sheet::ORIGINAL)));
        };
        if let Some(plan) = texts(hidden, 0).get(2).filter(|plan| **plan != self.plan.id) {
            let plan = plan.clone();
            self.find(sheet::ORIGINAL, None, WorkbookFinding::OtherPlan { plan });
        }
        let last = hidden.cells.keys().next_back().map_or(0, |(row, _)| *row);
        for row in 1..=last {
            let cells = texts(hidden, row);
            self.original.take(&cells);
            self.said.set_aside.extend(aside(&cells));
            self.said.roll.extend(unit(&cells));
        }
        let pairs = self
            .original
            .pairs
            .iter()
            .filter(|((name, _), _)| name == sheet::REVIEW);
        self.said.asked = pairs.map(|(_, pair)| pair.clone()).collect();
        Ok(())
    }

    fn summary(&mut self, sheets: &[Sheet]) -> Result<()> {
        let needed = [heading::CODE, heading::AGENCY];
        let table = table::find(
            sheets,
            sheet::SUMMARY,
            &SUMMARY.map(|column| column.heading),
            &needed,
        );
        let table = table.map_err(|missing| not_ours(&missing))?;
        let mut seen: BTreeMap<GroupCode, Row> = BTreeMap::new();
        let mut lines: BTreeMap<GroupCode, GroupRow> = BTreeMap::new();
        for row in table.rows() {
            let Some(code) = GroupCode::parse(&table.text(row, heading::CODE)) else {
                continue;
            };
            let Some(original) = self.original.groups.get(&code).cloned() else {
                let cell = table.cell(row, heading::CODE);
                self.find(&table.sheet.name, Some(cell), WorkbookFinding::UnknownRow);
                continue;
            };
            let now = original.now(&table, row);
            if seen.get(&code).is_some_and(|before| !before.says_the_same(&now)) {
                let cell = table.cell(row, heading::CODE);
                self.find(&table.sheet.name, Some(cell), WorkbookFinding::RowTwice { code });
            }
            // Of two rows, the one that was edited counts.
            if now.says_the_same(&original) && seen.contains_key(&code) {
                continue;
            }
            self.edit(code, &original, &now, &table, row);
            let mut line = self.line(code, &now);
            line.by_clerk = line.agency.is_some()
                && (!same(&now.agency, &original.agency)
                    || table::key(&table.text(row, heading::CERTAINTY))
                        == table::key(certainty(Certainty::Sure, true)));
            lines.insert(code, line);
            seen.insert(code, now);
        }
        for code in self.gone(&seen, &table.sheet.name) {
            let line = self.original.groups.get(&code).map(|row| self.line(code, row));
            lines.extend(line.map(|line| (code, line)));
        }
        self.said.groups = lines.into_values().collect();
        Ok(())
    }

    /// Groups whose rows were deleted: their opinions are still there.
    fn gone(&mut self, seen: &BTreeMap<GroupCode, Row>, sheet: &str) -> Vec<GroupCode> {
        let codes = self.original.groups.keys().copied();
        let gone: Vec<GroupCode> = codes.filter(|code| !seen.contains_key(code)).collect();
        for code in &gone {
            self.find(sheet, None, WorkbookFinding::RowGone { code: *code });
        }
        gone
    }

    /// What the clerk wrote over the proposals of a group.
    fn edit(&mut self, code: GroupCode, original: &Row, now: &Row, table: &Table<'_>, row: u32) {
        let mut edit = GroupEdit::default();
        if !same(&now.wording, &original.wording) && !clean(&now.wording).is_empty() {
            edit.wording = Some(now.wording.trim().to_owned());
        }
        if !same(&now.subject, &original.subject) && !clean(&now.subject).is_empty() {
            edit.subject = Some(now.subject.trim().to_owned());
        }
        let changed = !same(&now.agency, &original.agency);
        let cleared = changed && clean(&now.agency).is_empty();
        if changed && !cleared {
            edit.agency = self.agency(&now.agency);
            if edit.agency.is_none() {
                self.unknown_agency(&now.agency, table, row, heading::AGENCY);
            }
        }
        // Of two rows, the one that was edited counts.
        if cleared {
            self.said.withdrawn.insert(code);
        } else {
            self.said.withdrawn.remove(&code);
        }
        if !same(&now.coordinate, &original.coordinate) {
            let (known, unknown) = self.agencies(&now.coordinate);
            for name in unknown {
                self.unknown_agency(&name, table, row, heading::COORDINATE);
            }
            edit.coordinate = Some(known);
        }
        if edit != GroupEdit::default() {
            self.said.edits.insert(code, edit);
        }
    }

    fn line(&self, code: GroupCode, row: &Row) -> GroupRow {
        GroupRow {
            code,
            wording: row.wording.clone(),
            times: row.times.trim().parse().unwrap_or(1),
            units: row.units.clone(),
            subject: row.subject.clone(),
            agency: self.agency(&row.agency),
            coordinate: self.agencies(&row.coordinate).0,
            by_clerk: false,
        }
    }

    fn answers(&mut self, sheets: &[Sheet], name: &'static str) {
        let columns = if name == sheet::REVIEW {
            REVIEW
        } else {
            NEAR_MISSES
        };
        let columns = columns.map(|column| column.heading);
        let table = match table::find(sheets, name, &columns, &[heading::ANSWER, heading::TEXT_A]) {
            Ok(table) => table,
            Err(missing) => return self.missing(missing),
        };
        for row in table.rows() {
            let answer = table.text(row, heading::ANSWER);
            if clean(&answer).is_empty() {
                continue;
            }
            let cell = table.cell(row, heading::ANSWER);
            let Some((a, b)) = self.pair(&table, row, name) else {
                self.find(&table.sheet.name, Some(cell), WorkbookFinding::UnknownRow);
                continue;
            };
            match verdict(&answer) {
                Some(verdict) => self.said.decisions.push(Decision { a, b, verdict }),
                None => self.find(&table.sheet.name, Some(cell), WorkbookFinding::UnclearAnswer),
            }
        }
    }

    /// The keys of a row's pair: as it carries them, or else as they were written under its number.
    fn pair(&self, table: &Table<'_>, row: u32, name: &str) -> Option<(ContentKey, ContentKey)> {
        let key = |heading| ContentKey::parse(&table.text(row, heading));
        if let (Some(a), Some(b)) = (key(heading::KEY_A), key(heading::KEY_B)) {
            return Some((a, b));
        }
        let number = clean(&table.text(row, heading::NUMBER));
        self.original.pairs.get(&(name.to_owned(), number)).cloned()
    }

    fn details(&mut self, sheets: &[Sheet]) {
        let columns = DETAIL.map(|column| column.heading);
        let table = match table::find(
            sheets,
            sheet::DETAIL,
            &columns,
            &[heading::GROUP, heading::WORDING],
        ) {
            Ok(table) => Some(table),
            Err(missing) => {
                self.missing(missing);
                None
            }
        };
        let original = std::mem::take(&mut self.original);
        let mut moves = Moves::new(&original.opinions);
        let mut rows: BTreeMap<u32, OpinionRow> = BTreeMap::new();
        for opinion in &original.opinions {
            rows.insert(opinion.number, unseen(opinion));
        }
        if let Some(table) = &table {
            for row in table.rows() {
                self.detail(table, row, &original, &mut moves, &mut rows);
            }
        }
        self.said.opinions = rows.into_values().collect();
        self.said.decisions.extend(moves.decisions());
    }

    fn detail(
        &mut self,
        table: &Table<'_>,
        row: u32,
        original: &Original,
        moves: &mut Moves<'_>,
        rows: &mut BTreeMap<u32, OpinionRow>,
    ) {
        let (unit, text) = (table.text(row, heading::UNIT), table.text(row, heading::WORDING));
        let written = clean(&table.text(row, heading::GROUP));
        if clean(&text).is_empty() && written.is_empty() {
            return;
        }
        let cell = || Some(table.cell(row, heading::GROUP));
        let Some(opinion) = original.opinion(table, row, &unit, &text) else {
            return self.find(&table.sheet.name, cell(), WorkbookFinding::UnknownRow);
        };
        let mut line = unseen(opinion);
        // A workbook of an earlier version remembers no wordings.
        if line.text.is_empty() {
            line.unit = unit;
            line.person = table.text(row, heading::PERSON);
            line.position = table.text(row, heading::POSITION);
            line.text = text;
        }
        let number = opinion.number;
        rows.insert(number, line);
        if !moves.take(number, &written) {
            self.find(&table.sheet.name, cell(), WorkbookFinding::UnclearCode);
        }
    }

    /// The same two opinions with two answers.
    fn two_answers(&mut self) {
        let mut seen: BTreeMap<(ContentKey, ContentKey), Verdict> = BTreeMap::new();
        let mut twice = false;
        for decision in &self.said.decisions {
            let (a, b) = (decision.a.clone(), decision.b.clone());
            let pair = if a <= b { (a, b) } else { (b, a) };
            let before = seen.insert(pair, decision.verdict);
            twice |= before.is_some_and(|verdict| verdict != decision.verdict);
        }
        if twice {
            self.find(sheet::REVIEW, None, WorkbookFinding::TwoAnswers);
        }
    }

    fn agency(&self, text: &str) -> Option<AgencyId> {
        find_agency(self.plan, text)
    }

    /// The agencies that a cell names, and the names that the plan does not have.
    fn agencies(&self, text: &str) -> (Vec<AgencyId>, Vec<String>) {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for name in text.split([';', '\n']).filter(|name| !clean(name).is_empty()) {
            match self.agency(name) {
                Some(id) if known.contains(&id) => {}
                Some(id) => known.push(id),
                None => unknown.push(clean(name)),
            }
        }
        (known, unknown)
    }

    fn unknown_agency(&mut self, name: &str, table: &Table<'_>, row: u32, heading: &'static str) {
        let kind = FindingKind::Routing(RoutingFinding::UnknownAgency { name: clean(name) });
        self.said
            .findings
            .push(finding(&table.sheet.name, Some(table.cell(row, heading)), kind));
    }

    fn missing(&mut self, missing: Missing) {
        let (name, columns) = match missing {
            Missing::Sheet(name) => (name, Vec::new()),
            Missing::Columns(name, columns) => (name, columns.into_iter().map(str::to_owned).collect()),
        };
        let kind = WorkbookFinding::SheetGone {
            name: name.clone(),
            columns,
        };
        self.find(&name, None, kind);
    }

    fn find(&mut self, sheet: &str, cell: Option<String>, kind: WorkbookFinding) {
        self.said
            .findings
            .push(finding(sheet, cell, FindingKind::Workbook(kind)));
    }
}

impl Original {
    fn take(&mut self, cells: &[String]) {
        match cells {
            [kind, code, wording, times, units, subject, agency, coordinate] if kind == original::GROUP => {
                let row = Row {
                    wording: wording.clone(),
                    times: times.clone(),
                    units: units.clone(),
                    subject: subject.clone(),
                    agency: agency.clone(),
                    coordinate: coordinate.clone(),
                };
                if let Some(code) = GroupCode::parse(code) {
                    self.groups.insert(code, row);
                }
            }
            [kind, number, content, code, head, rest @ ..] if kind == original::OPINION => {
                if let (Ok(number), Some(content), Some(code)) =
                    (number.parse(), ContentKey::parse(content), GroupCode::parse(code))
                {
                    let place = self.opinions.len();
                    self.by_content.entry(content.clone()).or_default().push(place);
                    self.opinions.push(Written {
                        number,
                        content,
                        code,
                        head: head == original::HEAD,
                        unit: cell(rest, 0),
                        person: cell(rest, 2),
                        position: cell(rest, 3),
                        text: rest.get(4..).unwrap_or_default().concat(),
                    });
                }
            }
            [kind, name, number, a, b, ..] if kind == original::PAIR => {
                if let (Some(a), Some(b)) = (ContentKey::parse(a), ContentKey::parse(b)) {
                    self.pairs.insert((name.clone(), number.clone()), (a, b));
                }
            }
            _ => {}
        }
    }

    /// The opinion of a row: by its key and number, or by what it says where the key is gone.
    fn opinion(&self, table: &Table<'_>, row: u32, unit: &str, text: &str) -> Option<&Written> {
        let received = table.text(row, heading::RECEIVED);
        let said = if received.is_empty() { text } else { &received };
        let content =
            ContentKey::parse(&table.text(row, heading::KEY)).unwrap_or_else(|| ContentKey::of(unit, said));
        let number: Option<u32> = clean(&table.text(row, heading::NUMBER)).parse().ok();
        let places = self.by_content.get(&content)?;
        let mut same = places.iter().filter_map(|place| self.opinions.get(*place));
        let first = same.clone().next();
        same.find(|opinion| Some(opinion.number) == number).or(first)
    }
}

impl Row {
    /// What the row says now; where the column is gone, what it said.
    fn now(&self, table: &Table<'_>, row: u32) -> Self {
        let or = |heading: &'static str, before: &String| {
            if table.has(heading) {
                table.text(row, heading)
            } else {
                before.clone()
            }
        };
        Self {
            wording: or(heading::WORDING, &self.wording),
            times: self.times.clone(),
            units: self.units.clone(),
            subject: or(heading::SUBJECT, &self.subject),
            agency: or(heading::AGENCY, &self.agency),
            coordinate: or(heading::COORDINATE, &self.coordinate),
        }
    }

    fn says_the_same(&self, other: &Self) -> bool {
        same(&self.wording, &other.wording)
            && same(&self.subject, &other.subject)
            && same(&self.agency, &other.agency)
            && same(&self.coordinate, &other.coordinate)
    }
}

/// The agency that a person means: by its name, short name, identifier or an alias, with the tones or without.
pub(super) fn find_agency(plan: &Plan, text: &str) -> Option<AgencyId> {
    let wanted = table::key(text);
    if wanted.is_empty() {
        return None;
    }
    let exact = plan
        .agencies
        .iter()
        .find(|agency| agency.id.0 == wanted || table::key(&agency.name) == wanted);
    let by_other_name = || {
        plan.agencies.iter().find(|agency| {
            let names = agency.short.iter().chain(&agency.aliases);
            names.into_iter().any(|name| table::key(name) == wanted)
        })
    };
    exact.or_else(by_other_name).map(|agency| agency.id.clone())
}

/// What the clerk's answer says; `None` when it is not understood.
fn verdict(answer: &str) -> Option<Verdict> {
    let answer = table::key(answer);
    let answer = answer.trim_end_matches(['.', '!', ' ']);
    VERDICTS
        .iter()
        .find(|(word, _)| table::key(word) == answer)
        .map(|(_, verdict)| *verdict)
}

fn unseen(opinion: &Written) -> OpinionRow {
    OpinionRow {
        number: opinion.number,
        content: opinion.content.clone(),
        code: opinion.code,
        unit: opinion.unit.clone(),
        person: opinion.person.clone(),
        position: opinion.position.clone(),
        text: opinion.text.clone(),
    }
}

/// A row that was set aside, as the hidden sheet remembers it.
fn aside(cells: &[String]) -> Option<SetAside> {
    let [
        kind,
        unit,
        code,
        reason,
        person,
        position,
        file,
        sheet,
        row,
        cell,
        text @ ..,
    ] = cells
    else {
        return None;
    };
    let label = |known: &ReasonAside| crate::wording::workbook::reason_aside(*known) == reason;
    (kind == original::ASIDE).then_some(())?;
    Some(SetAside {
        unit: unit_name(unit, code),
        person: person.clone(),
        position: position.clone(),
        text: text.concat(),
        origin: Origin {
            file: file.clone(),
            sheet: sheet.clone(),
            row: row.parse().ok()?,
            cell: cell.clone(),
            part: None,
        },
        reason: ReasonAside::ALL.into_iter().find(label)?,
    })
}

/// What a unit sent, as the hidden sheet remembers it.
fn unit(cells: &[String]) -> Option<Roll> {
    let [kind, name, code, opinions, set_aside, files @ ..] = cells else {
        return None;
    };
    (kind == original::UNIT).then_some(())?;
    Some(Roll {
        unit: unit_name(name, code),
        files: files.to_vec(),
        opinions: opinions.parse().ok()?,
        set_aside: set_aside.parse().ok()?,
    })
}

fn unit_name(name: &str, code: &str) -> UnitName {
    UnitName {
        code: (!code.is_empty()).then(|| code.to_owned()),
        name: name.to_owned(),
    }
}

fn cell(cells: &[String], at: usize) -> String {
    cells.get(at).cloned().unwrap_or_default()
}

/// The texts of a row of a hidden sheet, without the empty ones at its end; empty cells between stay.
fn texts(sheet: &Sheet, row: u32) -> Vec<String> {
    let last = sheet
        .cells
        .range((row, 0)..=(row, u32::MAX))
        .next_back()
        .map(|((_, column), _)| *column);
    let Some(last) = last else { return Vec::new() };
    // The last texts of a row may be empty.
    let least = match table::text_at(sheet, row, 0).as_str() {
        original::GROUP => 7,
        original::OPINION => 4,
        original::ASIDE => 9,
        _ => last,
    };
    let wide = last.max(least);
    (0..=wide)
        .map(|column| table::text_at(sheet, row, column))
        .collect()
}

fn same(a: &str, b: &str) -> bool {
    clean(a) == clean(b)
}

fn finding(sheet: &str, cell: Option<String>, kind: FindingKind) -> Finding {
    Finding {
        file: settings::CONSOLIDATED_FILE.to_owned(),
        sheet: Some(sheet.to_owned()),
        cell,
        kind,
    }
}

fn not_ours(missing: &Missing) -> Error {
    let error = Error::new(ErrorKind::NotOurWorkbook, "");
    match missing {
        Missing::Sheet(name) => error.in_place(place(name)),
        Missing::Columns(name, columns) => {
            error.in_place(crate::wording::workbook::place_of_columns(name, columns))
        }
    }
}

fn place(name: &str) -> String {
    crate::wording::workbook::place_of_sheet(name)
}
