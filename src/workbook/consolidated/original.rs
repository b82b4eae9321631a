//! What the workbook said when it was written, in a sheet that nobody sees: by comparing with it, an edit is told from
//! a proposal. Also the words of the drop-downs, which are too many for a rule of their own.

use super::Consolidated;
use super::groups::Line;
use crate::error::Result;
use crate::model::{ContentKey, Opinion};
use crate::plan::{Plan, Subject};
use crate::settings;
use crate::wording::workbook::sheet;
use crate::workbook::style::Book;

/// The kind of workbook, in its mark.
pub(crate) const KIND: &str = "tong-hop";

/// First cells of the rows of the hidden sheet.
pub(crate) const GROUP: &str = "nhom";
/// See [`GROUP`].
pub(crate) const OPINION: &str = "y-kien";
/// See [`GROUP`]: a pair asked about, with the sheet's name and the number of its row.
pub(crate) const PAIR: &str = "cap";
/// In the row of an opinion whose wording stands for its group.
pub(crate) const HEAD: &str = "dai-dien";

/// The key by which an opinion is known in later runs.
pub(crate) fn key(opinion: &Opinion) -> ContentKey {
    ContentKey::of(&opinion.unit.name, &opinion.text)
}

/// A subject as the workbook shows it.
pub(crate) fn subject_title(subject: &Subject) -> String {
    format!("{}. {}", subject.id, subject.title)
}

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
            let subject = plan.subjects.get(row).map(subject_title);
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
            let Some(opinion) = data.opinion(member.opinion) else {
                continue;
            };
            let head = if member.opinion == group.head { HEAD } else { "" };
            let (number, code) = (opinion.id.to_string(), group.code.to_string());
            rows.push(strings([
                OPINION,
                &number,
                &key(opinion).to_string(),
                &code,
                head,
            ]));
        }
    }
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
        let (a, b) = (key(a).to_string(), key(b).to_string());
        rows.push(strings([PAIR, name, &number.to_string(), &a, &b]));
    }
    book.hidden(sheet::ORIGINAL, &rows)
}

fn strings<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}
