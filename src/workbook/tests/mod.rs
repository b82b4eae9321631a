//! A small run as it reaches the workbooks, and helpers that play the clerk.

mod assignment;
mod consolidated;
mod read_back;

use std::collections::BTreeMap;

use super::consolidated::{Consolidated, consolidated};
use super::table;
use crate::finding::{Finding, FindingKind, IntakeFinding};
use crate::model::{
    AgencyId, Certainty, Counts, Evidence, Group, GroupCode, GroupEdit, Member, NearMiss, Opinion, OpinionId,
    Origin, ReasonAside, Report, ReportState, ReviewPair, Roll, Route, SetAside, Signal, SignalKind, Veto,
};
use crate::plan::Plan;
use crate::settings;
use crate::spreadsheet::{Cell, Sheet, Value};

/// Everything that a workbook is made of.
pub(super) struct Sample {
    pub(super) plan: Plan,
    pub(super) opinions: Vec<Opinion>,
    pub(super) set_aside: Vec<SetAside>,
    reports: Vec<Report>,
    roll: Vec<Roll>,
    findings: Vec<Finding>,
    pub(super) groups: Vec<Group>,
    routes: Vec<Route>,
    edits: BTreeMap<GroupCode, GroupEdit>,
    review: Vec<ReviewPair>,
    near_misses: Vec<NearMiss>,
    counts: Counts,
}

/// Texts with the number of their group.
pub(super) fn sample(texts: &[(&str, u32)]) -> Sample {
    let plan = Plan::built_in(settings::DEFAULT_PLAN).unwrap();
    let opinions: Vec<Opinion> = (1..)
        .zip(texts)
        .map(|(number, (text, _))| opinion(&plan, number, text))
        .collect();
    let mut members: BTreeMap<u32, Vec<OpinionId>> = BTreeMap::new();
    for (opinion, (_, group)) in opinions.iter().zip(texts) {
        members.entry(*group).or_default().push(opinion.id);
    }
    let groups: Vec<Group> = members.iter().map(|(code, ids)| group(*code, ids)).collect();
    let routes = groups.iter().map(|group| route(group.code.0)).collect();
    let pair = |a, b| (OpinionId(a), OpinionId(b));
    let enough = opinions.len() >= 4;
    let review = enough.then(|| pair(1, 4)).map(|(a, b)| ReviewPair {
        a,
        b,
        evidence: evidence(&[]),
    });
    let veto = Veto::Number {
        a: "3".into(),
        b: "5".into(),
    };
    let near = enough.then(|| pair(2, 4)).map(|(a, b)| NearMiss {
        a,
        b,
        evidence: evidence(&[veto]),
    });
    let set_aside = vec![SetAside {
        unit: opinions[0].unit.clone(),
        person: String::new(),
        position: String::new(),
        text: "Không có ý kiến".into(),
        origin: origin(30),
        reason: ReasonAside::NoOpinion,
    }];
    let roll: Vec<Roll> = plan.units[..2]
        .iter()
        .map(|unit| Roll {
            unit: unit.unit_name(),
            files: vec!["a.xlsx".into()],
            opinions: opinions
                .iter()
                .filter(|opinion| opinion.unit == unit.unit_name())
                .count(),
            set_aside: usize::from(opinions[0].unit == unit.unit_name()),
        })
        .collect();
    let counts = counts(opinions.len(), groups.len());
    Sample {
        reports: vec![Report {
            file: "a.xlsx".into(),
            state: ReportState::Read,
            unit: Some(opinions[0].unit.clone()),
            opinions: opinions.len(),
            set_aside: 1,
            tables: Vec::new(),
        }],
        findings: vec![Finding {
            file: "b.xlsx".into(),
            sheet: None,
            cell: None,
            kind: FindingKind::Intake(IntakeFinding::Empty),
        }],
        plan,
        opinions,
        set_aside,
        roll,
        groups,
        routes,
        edits: BTreeMap::new(),
        review: review.into_iter().collect(),
        near_misses: near.into_iter().collect(),
        counts,
    }
}

/// Six opinions of two units in three groups.
pub(super) fn six() -> Sample {
    sample(&[
        ("Đề nghị sửa đường liên thôn 3 đã hỏng nặng.", 1),
        ("Đề nghị sớm sửa chữa đường liên thôn 3.", 1),
        ("Sửa đường liên thôn 3", 1),
        ("Đề nghị sửa đường liên thôn 5 đã hỏng nặng.", 2),
        ("Đường liên thôn 5 hỏng, đề nghị sửa", 2),
        ("=Tăng phụ cấp cho trưởng thôn", 3),
    ])
}

impl Sample {
    pub(super) fn bytes(&self) -> Vec<u8> {
        consolidated(&Consolidated {
            plan: &self.plan,
            opinions: &self.opinions,
            set_aside: &self.set_aside,
            reports: &self.reports,
            roll: &self.roll,
            findings: &self.findings,
            groups: &self.groups,
            routes: &self.routes,
            edits: &self.edits,
            review: &self.review,
            near_misses: &self.near_misses,
            answered: &[],
            counts: &self.counts,
            version: "0.0.0",
        })
        .unwrap()
    }

    pub(super) fn sheets(&self) -> Vec<Sheet> {
        table::open(&self.bytes()).unwrap()
    }
}

fn opinion(plan: &Plan, number: u32, text: &str) -> Opinion {
    Opinion {
        id: OpinionId(number),
        unit: plan.units[usize::from(number.is_multiple_of(2))].unit_name(),
        person: format!("Nguyễn Văn {number}"),
        position: "Trưởng thôn".into(),
        text: text.to_owned(),
        repaired: None,
        origin: origin(number),
        heading: None,
        hints: Vec::new(),
        times: 1,
        below: Vec::new(),
    }
}

fn origin(row: u32) -> Origin {
    Origin {
        file: "a.xlsx".into(),
        sheet: "Sheet1".into(),
        row,
        cell: format!("D{row}"),
        part: None,
    }
}

fn group(code: u32, ids: &[OpinionId]) -> Group {
    Group {
        code: GroupCode(code),
        head: ids[0],
        members: ids
            .iter()
            .map(|id| Member {
                opinion: *id,
                evidence: (*id != ids[0]).then(|| evidence(&[])),
            })
            .collect(),
    }
}

fn route(code: u32) -> Route {
    let agency = (code != 3).then(|| AgencyId("so-xay-dung".into()));
    Route {
        certainty: if agency.is_some() {
            Certainty::Sure
        } else {
            Certainty::Open
        },
        agency,
        score: 0.9,
        coordinate: vec![AgencyId("so-tai-chinh".into())],
        because: vec!["đường liên thôn".into()],
        others: vec![(AgencyId("so-noi-vu".into()), 0.2)],
    }
}

fn evidence(vetoes: &[Veto]) -> Evidence {
    Evidence {
        signals: vec![Signal {
            kind: SignalKind::Object,
            weight: 2.0,
            detail: "đường liên thôn".into(),
        }],
        vetoes: vetoes.to_vec(),
        score: 0.7,
    }
}

fn counts(opinions: usize, groups: usize) -> Counts {
    Counts {
        files: 2,
        files_read: 1,
        files_not_read: 1,
        units_expected: 2,
        units_reported: 2,
        rows: opinions + 1,
        opinions,
        set_aside: 1,
        set_aside_by_reason: BTreeMap::from([(ReasonAside::NoOpinion, 1)]),
        groups,
        joined: opinions - groups,
        review: 1,
        near_misses: 1,
        agency_sure: groups,
        findings: 1,
        ..Counts::default()
    }
}

/// The sheet of that name.
pub(super) fn sheet<'s>(sheets: &'s mut [Sheet], name: &str) -> &'s mut Sheet {
    sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
}

/// The row, from 0, whose cell in a column says `text`, and the columns by heading.
fn at(sheet: &Sheet, text: &str, heading: &str) -> (u32, u32) {
    let says = |at: &(u32, u32), wanted: &str| table::text_at(sheet, at.0, at.1) == wanted;
    let (head, column) = *sheet.cells.keys().find(|at| says(at, heading)).unwrap();
    let (row, _) = *sheet
        .cells
        .keys()
        .find(|at| at.0 > head && says(at, text))
        .unwrap();
    (row, column)
}

/// Writes as the clerk would: in the row that says `key`, under `heading`.
pub(super) fn put(sheet: &mut Sheet, key: &str, heading: &str, text: &str) {
    let place = at(sheet, key, heading);
    let value = Value::Text(text.to_owned());
    if text.is_empty() {
        sheet.cells.remove(&place);
    } else {
        sheet.cells.insert(place, Cell { value, formula: None });
    }
}

/// Turns the rows below the headings upside down.
pub(super) fn turn(sheet: &mut Sheet, head: u32) {
    let last = sheet.cells.keys().next_back().unwrap().0;
    let moved = |row: u32| if row > head { head + 1 + (last - row) } else { row };
    sheet.cells = std::mem::take(&mut sheet.cells)
        .into_iter()
        .map(|((r, c), cell)| ((moved(r), c), cell))
        .collect();
}

/// Inserts an empty row at the top and an empty column on the left.
pub(super) fn shift(sheet: &mut Sheet) {
    sheet.cells = std::mem::take(&mut sheet.cells)
        .into_iter()
        .map(|((r, c), cell)| ((r + 1, c + 1), cell))
        .collect();
}

/// The sheets that a person sees, as text: a line for each row, cells set apart by bars.
pub(super) fn shown(sheets: &[Sheet]) -> String {
    let mut out = String::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.hidden) {
        out.push_str(&format!("== {} ==\n", sheet.name));
        let mut row = None;
        for at in sheet.cells.keys() {
            if row != Some(at.0) {
                if row.is_some() {
                    out.push('\n');
                }
                row = Some(at.0);
            } else {
                out.push_str(" | ");
            }
            out.push_str(&table::text_at(sheet, at.0, at.1).replace('\n', "⏎"));
        }
        out.push_str("\n\n");
    }
    out
}
