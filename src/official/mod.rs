//! A report in its official form, as plain data: letterhead, title, table, total, recipients, signature.
//!
//! A leaf between a plan's form and the two ways of laying it out: `workbook` writes it as a sheet, `document` as a
//! Word document. Both say the same because neither decides what is said.

mod feedback;
mod lines;

use crate::model::{Raised, raised_list};
use crate::plan::{Form, Holds, Plan, Unit};
use crate::settings;
use crate::wording::report as words;

pub use lines::Groups;

/// What a column of the table holds, and so how wide it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A column of the form.
    Form(Holds),
    /// How many times an opinion was raised.
    Times,
    /// The units that raised it.
    Units,
    /// The agency that answers.
    Agency,
    /// Its answer.
    Reply,
    /// What has been done.
    State,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub field: Field,
}

/// A report, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    /// Left half of the letterhead, a line each.
    pub letterhead: Vec<String>,
    /// Right half of the letterhead.
    pub motto: Vec<String>,
    /// "BÁO CÁO".
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The sentence before the table.
    pub opening: String,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// The rows of the table, a text for each column.
    pub rows: Vec<Vec<String>>,
    /// The last row, a text for each column, its label in the first; empty where nothing is added up.
    pub total: Vec<String>,
    /// Who receives it.
    pub recipients: Vec<String>,
    /// The signature block, a line each.
    pub signature: Vec<String>,
}

/// One opinion as a level reports it: repeated ones once, with all who raised it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The wording.
    pub text: String,
    /// Who spoke, where it was one person.
    pub person: String,
    /// Their position.
    pub position: String,
    /// The subject of the plan, where it is known.
    pub subject: String,
    /// The higher authority whose powers it concerns, where that is known.
    pub level: String,
    /// The units that raised it.
    pub raised: Vec<Raised>,
}

impl Line {
    /// How many times it was raised.
    pub fn times(&self) -> u32 {
        self.raised
            .iter()
            .fold(0, |sum, raised| sum.saturating_add(raised.times))
    }
}

/// Who reports: "xã Phú Đình", and "Phú Đình" for the line with place and date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Rank and name.
    pub full: String,
    /// Name alone.
    pub name: String,
}

impl Sender {
    /// A unit of a plan.
    pub fn unit(unit: &Unit) -> Self {
        Self {
            full: unit.full_name(),
            name: unit.name.clone(),
        }
    }

    /// A unit that the plan counts without naming it.
    fn nameless(plan: &Plan) -> Self {
        let rank = plan.expected.first().map_or("", |expected| expected.rank.word());
        Self {
            full: format!("{rank} {}", words::DOTS),
            name: words::DOTS.to_owned(),
        }
    }

    /// Anyone by name: the plan's unit of that name, otherwise the name as it stands.
    pub fn named(plan: &Plan, name: &str) -> Self {
        let same = |unit: &&Unit| {
            crate::text::clean(name)
                .to_lowercase()
                .ends_with(&unit.full_name().to_lowercase())
        };
        plan.units.iter().find(same).map_or_else(
            || Self {
                full: name.to_owned(),
                name: words::place_of(name).to_owned(),
            },
            Self::unit,
        )
    }

    fn put_into(&self, line: &str) -> String {
        line.replace("{UNIT}", &self.full.to_uppercase())
            .replace("{unit}", &self.full)
            .replace("{name}", &self.name)
    }
}

impl Official {
    /// The blank form on which a unit reports; for units that the plan does not name, with dots for the name.
    pub fn blank(plan: &Plan, unit: Option<&Unit>) -> Self {
        let columns: Vec<Column> = plan.form.columns.iter().map(of_form).collect();
        let rows = (1..=settings::BLANK_ROWS).map(|number| {
            let label = |column: &Column| match column.field {
                Field::Form(Holds::Number) => words::label(&plan.form.row_label, number),
                _ => String::new(),
            };
            columns.iter().map(label).collect()
        });
        let rows = rows.collect();
        let total = total(&plan.form.total, &columns, None);
        let sender = unit.map_or_else(|| Sender::nameless(plan), Sender::unit);
        laid_out(&plan.form, &sender, columns, rows, total)
    }

    /// The report of a level in the form of the level above.
    pub fn report(form: &Form, sender: &Sender, lines: &[Line]) -> Self {
        let mut columns: Vec<Column> = form.columns.iter().map(of_form).collect();
        columns.extend([
            Column {
                heading: words::TIMES.to_owned(),
                field: Field::Times,
            },
            Column {
                heading: words::UNITS.to_owned(),
                field: Field::Units,
            },
        ]);
        let row = |(number, line): (usize, &Line)| {
            columns
                .iter()
                .map(|column| cell(column.field, &form.row_label, number, line))
                .collect()
        };
        let rows = (1..).zip(lines).map(row).collect();
        let total = total(&form.total, &columns, Some(lines));
        laid_out(form, sender, columns, rows, total)
    }
}

/// A form for reporting upward when no plan of the level above is at hand: the columns of the plan's own form, and
/// dotted lines where only the office knows what to write.
pub fn upward(form: &Form, organiser: &str) -> Form {
    Form {
        letterhead: vec![
            words::DOTS.to_owned(),
            organiser.to_uppercase(),
            words::NUMBER.to_owned(),
        ],
        opening: words::opening(organiser),
        recipients: vec![words::DOTS.to_owned(), words::ARCHIVE.to_owned()],
        signature: vec![words::ON_BEHALF.to_owned(), words::SIGN.to_owned()],
        ..form.clone()
    }
}

fn of_form(column: &crate::plan::Column) -> Column {
    Column {
        heading: column.heading.clone(),
        field: Field::Form(column.holds),
    }
}

fn cell(field: Field, row_label: &str, number: usize, line: &Line) -> String {
    match field {
        Field::Form(Holds::Number) => words::label(row_label, number),
        Field::Form(Holds::Person) => line.person.clone(),
        Field::Form(Holds::Position) if line.position.is_empty() && line.times() > 1 => {
            let units: Vec<&str> = line.raised.iter().map(|raised| raised.unit.as_str()).collect();
            words::raised(line.times(), &units)
        }
        Field::Form(Holds::Position) => line.position.clone(),
        Field::Form(Holds::Opinion) => line.text.clone(),
        Field::Form(Holds::Subject) => line.subject.clone(),
        Field::Form(Holds::Level) => line.level.clone(),
        Field::Times => line.times().to_string(),
        Field::Units => units(&line.raised),
        Field::Agency | Field::Reply | Field::State => String::new(),
    }
}

/// The list of units, shortened to what a cell holds: without the levels below, then as a number.
fn units(raised: &[Raised]) -> String {
    let fits = |list: &String| list.chars().count() <= settings::LIST_LIMIT;
    let flat = || {
        raised
            .iter()
            .map(|one| Raised {
                below: Vec::new(),
                ..one.clone()
            })
            .collect::<Vec<_>>()
    };
    let names = || raised.iter().map(|one| one.unit.as_str()).collect::<Vec<_>>();
    Some(raised_list(raised))
        .filter(fits)
        .or_else(|| Some(raised_list(&flat())).filter(fits))
        .unwrap_or_else(|| words::units(&names()))
}

fn total(label: &str, columns: &[Column], lines: Option<&[Line]>) -> Vec<String> {
    let text = |column: &Column| match (column.field, lines) {
        (Field::Form(Holds::Opinion), Some(lines)) => words::opinions(lines.len()),
        (Field::Times, Some(lines)) => lines
            .iter()
            .fold(0_u32, |sum, line| sum.saturating_add(line.times()))
            .to_string(),
        _ => String::new(),
    };
    let mut texts: Vec<String> = columns.iter().map(text).collect();
    if let Some(first) = texts.first_mut() {
        label.clone_into(first);
    }
    texts
}

fn laid_out(
    form: &Form,
    sender: &Sender,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    total: Vec<String>,
) -> Official {
    let filled = |lines: &[String]| lines.iter().map(|line| sender.put_into(line)).collect();
    Official {
        letterhead: filled(&form.letterhead),
        motto: filled(&form.motto),
        title: form.title.clone(),
        about: sender.put_into(&form.about),
        opening: sender.put_into(&form.opening),
        columns,
        rows,
        total,
        recipients: filled(&form.recipients),
        signature: filled(&form.signature),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(unit: &str, times: u32) -> Raised {
        Raised {
            unit: unit.to_owned(),
            times,
            below: Vec::new(),
        }
    }

    #[test]
    fn a_blank_form_carries_the_unit_and_its_numbered_rows() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let unit = plan.units.iter().find(|unit| unit.name == "Phú Đình").unwrap();
        let form = Official::blank(&plan, Some(unit));
        assert_eq!(form.letterhead[1], "ĐẢNG ỦY XÃ PHÚ ĐÌNH");
        assert!(form.motto[1].starts_with("Phú Đình, ngày"));
        assert_eq!(form.rows.len(), settings::BLANK_ROWS);
        assert_eq!(form.rows[1], ["Ý kiến 2", "", "", ""]);
        assert_eq!(form.total, ["Tổng cộng", "", "", ""]);
    }

    #[test]
    fn a_report_says_how_often_and_where_each_opinion_was_raised() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let lines = [
            Line {
                text: "Sửa cầu".to_owned(),
                raised: vec![raised("xóm A", 9), raised("xóm B", 3)],
                ..Line::default()
            },
            Line {
                text: "Mở chợ".to_owned(),
                person: "Nguyễn Văn Mẫu".to_owned(),
                position: "Người dân".to_owned(),
                raised: vec![raised("xóm A", 1)],
                ..Line::default()
            },
        ];
        let report = Official::report(&plan.form, &Sender::named(&plan, "Đảng ủy xã Phú Đình"), &lines);
        assert_eq!(report.letterhead[1], "ĐẢNG ỦY XÃ PHÚ ĐÌNH");
        assert_eq!(
            report.rows,
            [
                [
                    "Ý kiến 1",
                    "",
                    "12 ý kiến của 2 xóm",
                    "Sửa cầu",
                    "12",
                    "xóm A (9); xóm B (3)"
                ],
                [
                    "Ý kiến 2",
                    "Nguyễn Văn Mẫu",
                    "Người dân",
                    "Mở chợ",
                    "1",
                    "xóm A (1)"
                ],
            ]
        );
        assert_eq!(report.total, ["Tổng cộng", "", "", "2 ý kiến", "13", ""]);
    }

    #[test]
    fn a_level_without_a_plan_above_reports_in_its_own_name() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let form = upward(&plan.form, "Đảng ủy xã Chợ Mới");
        let report = Official::report(&form, &Sender::named(&plan, "Đảng ủy xã Chợ Mới"), &[]);
        assert_eq!(report.letterhead[1], "ĐẢNG ỦY XÃ CHỢ MỚI");
        assert_eq!(report.opening, "Đảng ủy xã Chợ Mới báo cáo như sau:");
    }
}
