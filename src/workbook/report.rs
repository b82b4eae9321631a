//! A report in its official form on one sheet: letterhead, title, table, total, recipients and signature, laid out to
//! be printed on A4. What it says is decided in [`official`](crate::official); intake reads it back.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook, Worksheet,
};

use super::measure;
use super::style::{FONT, broken, put, row_height};
use crate::error::Result;
use crate::official::{Column, Field, Official};
use crate::plan::Holds;
use crate::settings;
use crate::wording::report as words;

/// Columns from which the table is printed on a lying page.
const MANY_COLUMNS: usize = 6;

/// The report as a workbook of one sheet.
///
/// # Errors
/// When a workbook cannot hold it: a text beyond what a cell takes.
pub fn report(report: &Official) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let default = Format::new().set_font_name(FONT).set_font_size(12);
    workbook.set_default_format(&default, 21, 72).map_err(broken)?;
    let created = ExcelDateTime::from_ymd(2025, 1, 1).map_err(broken)?;
    let properties = DocProperties::new()
        .set_title(&report.title)
        .set_creation_datetime(&created);
    workbook.set_properties(&properties.set_author(settings::CREATOR));
    let sheet = workbook.add_worksheet();
    sheet.set_name(words::SHEET).map_err(broken)?;
    let mut writer = Writer {
        sheet,
        report,
        row: 0,
    };
    writer.page()?;
    writer.letterhead()?;
    writer.title()?;
    writer.table()?;
    writer.closing()?;
    workbook.save_to_buffer().map_err(broken)
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    report: &'a Official,
    row: u32,
}

impl Writer<'_> {
    fn page(&mut self) -> Result<()> {
        let many = self.report.columns.len() >= MANY_COLUMNS;
        if many {
            self.sheet.set_landscape();
        } else {
            self.sheet.set_portrait();
        }
        self.sheet
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            // Inches: left 30 mm, right 15 mm, top and bottom 20 mm.
            .set_margins(1.18, 0.59, 0.79, 0.79, 0.4, 0.4);
        for (number, column) in (0..).zip(&self.report.columns) {
            self.sheet
                .set_column_width(number, width(column))
                .map_err(broken)?;
        }
        Ok(())
    }

    fn letterhead(&mut self) -> Result<()> {
        let last = self.report.motto.len().saturating_sub(1);
        let left = |at: usize| if at == 1 { centred().set_bold() } else { centred() };
        let right = |at: usize| match at {
            _ if at == last && last > 0 => centred().set_italic(),
            _ if at + 1 == last => centred().set_bold().set_underline(FormatUnderline::Single),
            _ => centred().set_bold(),
        };
        let (report, rows) = (
            self.report,
            self.report.letterhead.len().max(self.report.motto.len()),
        );
        for at in 0..rows {
            self.halves(
                report.letterhead.get(at),
                &left(at),
                report.motto.get(at),
                &right(at),
            )?;
        }
        self.row += 1;
        Ok(())
    }

    fn title(&mut self) -> Result<()> {
        let report = self.report;
        self.across(&report.title, &centred().set_bold().set_font_size(16))?;
        self.across(&report.about, &centred().set_bold().set_font_size(14))?;
        self.row += 1;
        if !report.opening.is_empty() {
            self.across(&report.opening, &text().set_font_size(14))?;
        }
        Ok(())
    }

    fn table(&mut self) -> Result<()> {
        let head = boxed()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter);
        let headings: Vec<&str> = self
            .report
            .columns
            .iter()
            .map(|column| column.heading.as_str())
            .collect();
        self.sheet.set_repeat_rows(self.row, self.row).map_err(broken)?;
        self.cells(&headings, |_| head.clone())?;
        for row in &self.report.rows {
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            self.cells(&texts, look)?;
        }
        self.total()?;
        self.row += 1;
        Ok(())
    }

    /// The label stands across the columns before the first figure.
    fn total(&mut self) -> Result<()> {
        let columns = &self.report.columns;
        let opinion = columns
            .iter()
            .position(|column| column.field == Field::Form(Holds::Opinion));
        let label = self.report.total.first().map_or("", String::as_str);
        let texts: Vec<&str> = self.report.total.iter().map(String::as_str).collect();
        let row = self.row;
        self.cells(&texts, |field| look(field).set_bold())?;
        let last = opinion
            .and_then(|at| u16::try_from(at).ok())
            .unwrap_or(1)
            .saturating_sub(1);
        if last > 0 {
            let format = boxed().set_bold().set_align(FormatAlign::Center);
            self.sheet
                .merge_range(row, 0, row, last, label, &format)
                .map_err(broken)?;
        }
        Ok(())
    }

    fn closing(&mut self) -> Result<()> {
        let report = self.report;
        let last = report.recipients.len();
        let mut recipients = vec![words::RECIPIENTS.to_owned()];
        recipients.extend((1..).zip(&report.recipients).map(|(at, name)| {
            let end = if at == last { '.' } else { ';' };
            format!("- {name}{end}")
        }));
        for at in 0..recipients.len().max(report.signature.len()) {
            let fine = text().set_font_size(11);
            let left = if at == 0 {
                text().set_bold().set_italic()
            } else {
                fine
            };
            let right = if at == 0 {
                centred().set_bold()
            } else {
                centred().set_italic()
            };
            self.halves(recipients.get(at), &left, report.signature.get(at), &right)?;
        }
        Ok(())
    }

    /// A row of the table, as high as its longest text.
    fn cells(&mut self, texts: &[&str], format: impl Fn(Field) -> Format) -> Result<()> {
        let mut lines = 1;
        for ((number, column), words) in (0..).zip(&self.report.columns).zip(texts) {
            let format = format(column.field);
            match words.parse::<u32>() {
                Ok(count) if column.field == Field::Times => {
                    self.sheet
                        .write_number_with_format(self.row, number, f64::from(count), &format)
                        .map_err(broken)?;
                }
                _ => put(self.sheet, self.row, number, words, &format)?,
            }
            lines = lines.max(measure::lines(words, width(column) * 0.95));
        }
        self.sheet
            .set_row_height(self.row, row_height(lines))
            .map_err(broken)?;
        self.row += 1;
        Ok(())
    }

    /// A text over the whole width of the table.
    fn across(&mut self, words: &str, format: &Format) -> Result<()> {
        let last = self.last();
        let room: f64 = self.report.columns.iter().map(width).sum();
        // The title's letters are larger than those the width counts.
        let lines = measure::lines(words, room * 0.8);
        self.sheet
            .set_row_height(self.row, row_height(lines) * 1.2)
            .map_err(broken)?;
        self.span(0, last, words, format)?;
        self.row += 1;
        Ok(())
    }

    /// Two texts side by side.
    fn halves(
        &mut self,
        left: Option<&String>,
        left_look: &Format,
        right: Option<&String>,
        right_look: &Format,
    ) -> Result<()> {
        let (last, middle) = (self.last(), self.middle());
        if let Some(words) = left {
            self.span(0, middle, words, left_look)?;
        }
        if let Some(words) = right {
            self.span(middle + 1, last, words, right_look)?;
        }
        self.row += 1;
        Ok(())
    }

    fn span(&mut self, first: u16, last: u16, words: &str, format: &Format) -> Result<()> {
        if first < last {
            self.sheet
                .merge_range(self.row, first, self.row, last, words, format)
                .map_err(broken)?;
        } else {
            put(self.sheet, self.row, first, words, format)?;
        }
        Ok(())
    }

    fn last(&self) -> u16 {
        u16::try_from(self.report.columns.len().saturating_sub(1))
            .unwrap_or(1)
            .max(1)
    }

    /// The column up to which the left half goes: the last one within two fifths of the width.
    fn middle(&self) -> u16 {
        let all: f64 = self.report.columns.iter().map(width).sum();
        let mut used = 0.0;
        let left = self.report.columns.iter().take_while(|column| {
            used += width(column);
            used <= all * 0.5
        });
        u16::try_from(left.count()).unwrap_or(1).clamp(1, self.last()) - 1
    }
}

fn width(column: &Column) -> f64 {
    match column.field {
        Field::Form(Holds::Number) => 11.0,
        Field::Form(Holds::Person) => 20.0,
        Field::Form(Holds::Position | Holds::Subject | Holds::Level) => 18.0,
        Field::Form(Holds::Opinion) => 48.0,
        Field::Times => 8.0,
        Field::Units => 32.0,
        Field::Agency => 20.0,
        Field::Reply => 48.0,
        Field::State => 14.0,
    }
}

fn look(field: Field) -> Format {
    match field {
        Field::Form(Holds::Number | Holds::Level) | Field::Times | Field::State => {
            boxed().set_align(FormatAlign::Center)
        }
        _ => boxed(),
    }
}

fn text() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(13)
        .set_text_wrap()
}

fn centred() -> Format {
    text()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

fn boxed() -> Format {
    text()
        .set_font_size(12)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::official::{Line, Sender};
    use crate::plan::Plan;
    use crate::spreadsheet::{self, Value};

    #[test]
    fn a_report_stands_on_one_sheet_with_its_counts_as_numbers() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let line = Line {
            text: "=Sửa cầu".to_owned(),
            raised: crate::model::Raised::parse_list("xóm A (2); xóm B (1)").unwrap(),
            ..Line::default()
        };
        let official = Official::report(&plan.form, &Sender::named(&plan, "xã Phú Đình"), &[line]);
        let bytes = report(&official).unwrap();
        assert_eq!(bytes, report(&official).unwrap());
        let sheets = spreadsheet::open(&bytes).unwrap();
        let [sheet] = sheets.as_slice() else {
            panic!("one sheet")
        };
        let values: Vec<&Value> = sheet.cells.values().map(|cell| &cell.value).collect();
        for value in [
            Value::Text("ĐẢNG ỦY XÃ PHÚ ĐÌNH".to_owned()),
            Value::Text("=Sửa cầu".to_owned()),
            Value::Text("3 ý kiến của 2 xóm".to_owned()),
            Value::Text("xóm A (2); xóm B (1)".to_owned()),
            Value::Number(3.0),
        ] {
            assert!(values.contains(&&value), "{value:?}");
        }
    }
}
