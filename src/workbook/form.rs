//! The blank form on which a unit reports, as the plan prescribes it: letterhead, table, total, signature, with
//! drop-downs and input checks. What this writes, `intake` reads back without a finding.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, FormatBorder, Formula,
    Worksheet,
};

use super::measure;
use super::style::{Book, FONT, LINE, broken, put};
use crate::error::Result;
use crate::plan::{Column, Form, Holds, Plan, Unit};
use crate::settings;
use crate::wording::plan::form as wording;

/// The form of a unit, or, for units that the plan does not name, with dots for the name.
///
/// # Errors
/// When the workbook cannot hold what the plan says.
pub fn form(plan: &Plan, unit: Option<&Unit>) -> Result<Vec<u8>> {
    let mut book = Book::new(&plan.form.about, settings::FORM_KIND)?;
    let page = book.free_page(wording::SHEET)?;
    let mut writer = Writer {
        form: &plan.form,
        names: Names::of(plan, unit),
        page,
        looks: Looks::new(),
        row: 0,
    };
    writer.set_up()?;
    writer.letterhead()?;
    writer.titles()?;
    let (first, last) = writer.table()?;
    writer.checks(plan, first, last)?;
    writer.closing()?;
    book.finish()
}

/// How the unit is called in the lines of the form.
struct Names {
    /// "xã Phú Đình".
    full: String,
    /// "Phú Đình".
    name: String,
}

impl Names {
    fn of(plan: &Plan, unit: Option<&Unit>) -> Self {
        match unit {
            Some(unit) => Self {
                full: unit.full_name(),
                name: unit.name.clone(),
            },
            None => {
                let rank = plan.expected.first().map_or("", |expected| expected.rank.word());
                Self {
                    full: format!("{rank} {}", wording::DOTS),
                    name: wording::DOTS.to_owned(),
                }
            }
        }
    }

    fn fill(&self, line: &str) -> String {
        line.replace("{UNIT}", &self.full.to_uppercase())
            .replace("{unit}", &self.full)
            .replace("{name}", &self.name)
    }
}

struct Looks {
    middle: Format,
    strong: Format,
    title: Format,
    line: Format,
    header: Format,
    cell: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let base = || Format::new().set_font_name(FONT).set_font_size(13);
        let middle = || {
            base()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
        };
        let boxed = || {
            base()
                .set_border(FormatBorder::Thin)
                .set_text_wrap()
                .set_align(FormatAlign::Top)
        };
        Self {
            middle: middle(),
            strong: middle().set_bold(),
            title: middle().set_bold().set_font_size(15),
            line: base().set_text_wrap(),
            header: middle()
                .set_bold()
                .set_border(FormatBorder::Thin)
                .set_background_color("#DCE6F1"),
            cell: boxed(),
            number: boxed().set_align(FormatAlign::Center),
        }
    }
}

struct Writer<'a> {
    form: &'a Form,
    names: Names,
    page: &'a mut Worksheet,
    looks: Looks,
    row: u32,
}

impl Writer<'_> {
    fn set_up(&mut self) -> Result<()> {
        self.page
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.8, 0.6, 0.8, 0.8, 0.3, 0.3);
        for (number, column) in (0..).zip(&self.form.columns) {
            self.page
                .set_column_width(number, width(column))
                .map_err(broken)?;
        }
        Ok(())
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.form.columns.len().saturating_sub(1)).unwrap_or(0)
    }

    /// The letterhead stands in two halves: the left over the columns before the widest, the right over the rest.
    fn letterhead(&mut self) -> Result<()> {
        let widest = (0..)
            .zip(&self.form.columns)
            .max_by(|(_, a), (_, b)| width(a).total_cmp(&width(b)));
        let split: u16 = widest.map_or(0, |(number, _)| number);
        let lines = self.form.letterhead.len().max(self.form.motto.len());
        for index in 0..lines {
            for (line, from, to) in [
                (self.form.letterhead.get(index), 0, split.saturating_sub(1)),
                (self.form.motto.get(index), split, self.last_column()),
            ] {
                if let Some(line) = line.map(|line| self.names.fill(line)) {
                    self.across(&line, from, to)?;
                }
            }
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    fn across(&mut self, text: &str, from: u16, to: u16) -> Result<()> {
        let row = self.row;
        if from < to {
            self.page
                .merge_range(row, from, row, to, "", &self.looks.strong)
                .map_err(broken)?;
        }
        put(self.page, row, from, text, &self.looks.strong)
    }

    fn titles(&mut self) -> Result<()> {
        let last = self.last_column();
        let total: f64 = self.form.columns.iter().map(width).sum();
        let opening = self.names.fill(&self.form.opening);
        for (text, look) in [
            (self.form.title.clone(), &self.looks.title),
            (self.form.about.clone(), &self.looks.strong),
            (opening, &self.looks.line),
        ] {
            if text.is_empty() {
                continue;
            }
            if last > 0 {
                self.page
                    .merge_range(self.row, 0, self.row, last, "", look)
                    .map_err(broken)?;
            }
            put(self.page, self.row, 0, &text, look)?;
            let height = measure::lines(&text, total * 0.85) as f64 * LINE * 1.15 + 3.0;
            self.page.set_row_height(self.row, height).map_err(broken)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// The table; gives its first and last row for opinions.
    fn table(&mut self) -> Result<(u32, u32)> {
        for (number, column) in (0..).zip(&self.form.columns) {
            put(self.page, self.row, number, &column.heading, &self.looks.header)?;
        }
        self.page.set_repeat_rows(self.row, self.row).map_err(broken)?;
        self.page.set_freeze_panes(self.row + 1, 0).map_err(broken)?;
        let first = self.row + 1;
        let last = self.row + settings::FORM_ROWS;
        for (index, row) in (1_u32..).zip(first..=last) {
            for (number, column) in (0..).zip(&self.form.columns) {
                match column.holds {
                    Holds::Number => {
                        let label = format!("{} {index}", self.form.row_label);
                        put(self.page, row, number, label.trim(), &self.looks.number)?;
                    }
                    _ => put(self.page, row, number, "", &self.looks.cell)?,
                }
            }
        }
        self.row = last + 1;
        self.total(first, last)?;
        Ok((first, last))
    }

    /// The last row counts the opinions.
    fn total(&mut self, first: u32, last: u32) -> Result<()> {
        for (number, column) in (0..).zip(&self.form.columns) {
            match column.holds {
                Holds::Person => put(self.page, self.row, number, &self.form.total, &self.looks.header)?,
                Holds::Opinion => {
                    let cells = rust_xlsxwriter::utility::row_col_to_cell;
                    let count = format!("=COUNTA({}:{})", cells(first, number), cells(last, number));
                    self.page
                        .write_formula_with_format(
                            self.row,
                            number,
                            Formula::new(count).set_result("0"),
                            &self.looks.header,
                        )
                        .map_err(broken)?;
                }
                _ => put(self.page, self.row, number, "", &self.looks.header)?,
            }
        }
        self.row += 2;
        Ok(())
    }

    fn checks(&mut self, plan: &Plan, first: u32, last: u32) -> Result<()> {
        for (number, column) in (0..).zip(&self.form.columns) {
            let rule = match column.holds {
                Holds::Opinion => DataValidation::new()
                    .allow_text_length(DataValidationRule::GreaterThan(settings::SHORTEST_OPINION))
                    .set_input_title(wording::OPINION_TITLE)
                    .and_then(|rule| rule.set_input_message(wording::OPINION_HINT))
                    .map_err(broken)?,
                Holds::Subject if !plan.subjects.is_empty() => {
                    let labels = subject_labels(plan);
                    DataValidation::new()
                        .allow_list_strings(&labels)
                        .map_err(broken)?
                }
                Holds::Level => DataValidation::new()
                    .allow_list_strings(&wording::LEVELS)
                    .map_err(broken)?,
                _ => continue,
            };
            let rule = rule.set_error_style(DataValidationErrorStyle::Warning);
            self.page
                .add_data_validation(first, number, last, number, &rule)
                .map_err(broken)?;
        }
        Ok(())
    }

    fn closing(&mut self) -> Result<()> {
        let right = self.last_column();
        put(self.page, self.row, 0, wording::RECIPIENTS, &self.looks.line)?;
        for (row, recipient) in (self.row + 1..).zip(&self.form.recipients) {
            let line = format!("- {recipient}");
            put(
                self.page,
                row,
                0,
                &line,
                &Format::new().set_font_name(FONT).set_font_size(11),
            )?;
        }
        for (row, line) in (self.row..).zip(&self.form.signature) {
            put(self.page, row, right, line, &self.looks.middle)?;
        }
        Ok(())
    }
}

/// The subjects as a drop-down can hold them: its list has room for 255 characters in all, and a comma ends an entry.
fn subject_labels(plan: &Plan) -> Vec<String> {
    let room = (settings::LIST_CHARACTERS / plan.subjects.len().max(1)).saturating_sub(1);
    let labels = plan.subjects.iter().map(|subject| {
        let label = format!("{}. {}", subject.id, subject.title).replace(',', "");
        if label.chars().count() <= room {
            return label;
        }
        let cut: String = label.chars().take(room.saturating_sub(1)).collect();
        format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
    });
    labels.collect()
}

fn width(column: &Column) -> f64 {
    match column.holds {
        Holds::Number => 12.0,
        Holds::Person => 24.0,
        Holds::Position => 24.0,
        Holds::Opinion => 70.0,
        Holds::Subject => 30.0,
        Holds::Level => 16.0,
    }
}
