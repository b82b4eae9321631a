//! What the workbook said when it was written, in a sheet that nobody sees: by comparing with it, an edit is told from
//! a proposal. Also the words of the drop-downs, which are too many for a rule of their own.

use super::Consolidated;
use super::groups::Line;
use crate::error::Result;
use crate::model::{Opinion, Roll, SetAside, UnitName};
use crate::plan::{Plan, Subject};
use crate::settings;
use crate::wording::workbook::{reason_aside, sheet};
use crate::workbook::long::pieces;
use crate::workbook::style::Book;

/// The kind of workbook, in its mark.
pub(crate) const KIND: &str = "tong-hop";

/// First cells of the rows of the hidden sheet.
pub(crate) const GROUP: &str = "nhom";
/// See [`GROUP`].
pub(crate) const OPINION: &str = "y-kien";
/// See [`GROUP`]: a pair asked about, with the sheet's name and the number of its row.
pub(crate) const PAIR: &str = "cap";
/// See [`GROUP`]: a row that is no opinion.
pub(crate) const ASIDE: &str = "de-rieng";
/// See [`GROUP`]: what a unit sent.
pub(crate) const UNIT: &str = "don-vi";
/// In the row of an opinion whose wording stands for its group.
pub(crate) const HEAD: &str = "dai-dien";

/// The range that lists the agencies; `None` when the plan has none.
pub(super) fn agencies(plan: &Plan) -> Option<String> {
    range('A', plan.agencies.len())
}

/// The range that lists the subjects; `None` when the plan has none.
pub(super) fn subjects(plan: &Plan) -> Option<String> {
    range('B', plan.subjects.len())
}

fn range(column: char, rows: usize) -> Option<String> {
    (rows > 0).then(|| format!("'{}'!${column}$1:${column}${rows}", sheet::LISTS))
}

pub(super) fn write_lists(book: &mut Book, plan: &Plan) -> Result<()> {
    let rows = plan.agencies.len().max(plan.subjects.len());
    let lists: Vec<Vec<String>> = (0..rows)
        .map(|row| {
            let agency = plan.agencies.get(row).map(|agency| agency.name.clone());
            let subject = plan.subjects.get(row).map(Subject::heading);
            vec![agency.unwrap_or_default(), subject.unwrap_or_default()]
        })
        .collect();
    book.hidden(sheet::LISTS, &lists)
}

pub(super) fn write(book: &mut Book, data: &Consolidated<'_>, lines: &[Line]) -> Result<()> {
    let mut rows = vec![strings([settings::CREATOR, KIND, &data.plan.id, data.version])];
    for line in lines {
        rows.push(strings([
            GROUP,
            &line.code,
            &line.wording,
            &line.times.to_string(),
            &line.units,
            &line.subject,
            &line.agency,
            &line.coordinate,
        ]));
    }
    for group in data.groups {
        for member in &group.members {
            if let Some(opinion) = data.opinion(member.opinion) {
                let head = if member.opinion == group.head { HEAD } else { "" };
                rows.push(opinion_row(opinion, &group.code.to_string(), head));
            }
        }
    }
    rows.extend(data.set_aside.iter().map(aside_row));
    rows.extend(data.roll.iter().map(unit_row));
    let review = data.review.iter().map(|pair| (pair.a, pair.b));
    let near = data.near_misses.iter().map(|pair| (pair.a, pair.b));
    for (name, number, (a, b)) in (1_u32..)
        .zip(review)
        .map(|(number, pair)| (sheet::REVIEW, number, pair))
        .chain(
            (1_u32..)
                .zip(near)
                .map(|(number, pair)| (sheet::NEAR_MISSES, number, pair)),
        )
    {
        let (Some(a), Some(b)) = (data.opinion(a), data.opinion(b)) else {
            continue;
        };
        let (a, b) = (a.content_key().to_string(), b.content_key().to_string());
        rows.push(strings([PAIR, name, &number.to_string(), &a, &b]));
    }
    book.hidden(sheet::ORIGINAL, &rows)
}

/// Whose wording it is, under which code, and the wording itself: whatever becomes of the sheets that are seen, the
/// feedback to the unit can be written.
fn opinion_row(opinion: &Opinion, code: &str, head: &str) -> Vec<String> {
    let (number, key) = (opinion.id.to_string(), opinion.content_key().to_string());
    let mut row = strings([OPINION, &number, &key, code, head]);
    row.extend(unit(&opinion.unit));
    row.extend(strings([&opinion.person, &opinion.position]));
    row.extend(pieces(opinion.readable()));
    row
}

fn aside_row(row: &SetAside) -> Vec<String> {
    let mut cells = strings([ASIDE]);
    cells.extend(unit(&row.unit));
    let origin = &row.origin;
    let number = origin.row.to_string();
    cells.extend(strings([
        reason_aside(row.reason),
        &row.person,
        &row.position,
        &origin.file,
        &origin.sheet,
        &number,
        &origin.cell,
    ]));
    cells.extend(pieces(&row.text));
    cells
}

fn unit_row(line: &Roll) -> Vec<String> {
    let mut cells = strings([UNIT]);
    cells.extend(unit(&line.unit));
    cells.extend([line.opinions.to_string(), line.set_aside.to_string()]);
    cells.extend(line.files.iter().cloned());
    cells
}

fn unit(unit: &UnitName) -> [String; 2] {
    [unit.name.clone(), unit.code.clone().unwrap_or_default()]
}

fn strings<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}
