//! The checklist of a plan's milestones with a strip of days, on one A4 page to hang on the wall.

use chrono::{Datelike, Days, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet};

use super::measure;
use super::style::{Book, FONT, broken, put, row_height};
use crate::error::Result;
use crate::model::{Item, State, Timeline};
use crate::settings;
use crate::wording::schedule as wording;
use crate::wording::{Lang, schedule::sheet};

/// Widths of the columns before the strip, in default digits.
const WIDTHS: [f64; 7] = [5.0, 6.0, 46.0, 28.0, 13.0, 13.0, 15.0];
/// First column of the strip.
const STRIP: u16 = 7;
/// Row of the headings, after the title, the conference and the day.
const HEAD: u32 = 3;

/// The checklist as a workbook. `is_off` says which days are no working days.
///
/// # Errors
/// When the workbook cannot hold what it is given.
pub fn checklist(timeline: &Timeline, is_off: &dyn Fn(NaiveDate) -> bool) -> Result<Vec<u8>> {
    let mut book = Book::new(&timeline.title, "lich-cong-viec")?;
    let page = book.free_page(sheet::NAME)?;
    let strip = Strip::of(timeline);
    let mut table = Table {
        page,
        looks: Looks::new(),
        strip,
        is_off,
    };
    table.set_up()?;
    table.heading(timeline)?;
    let mut row = HEAD + 1;
    for (number, item) in (1_u32..).zip(&timeline.items) {
        table.item(row, number, item, timeline.today)?;
        row += 1;
    }
    put(table.page, row + 1, 0, sheet::LEGEND, &table.looks.line)?;
    book.finish()
}

/// The days that the strip shows: one column for `step` days.
struct Strip {
    first: NaiveDate,
    step: i64,
    columns: i64,
}

impl Strip {
    /// From today or the first day to the last one, by days or, when they are many, by weeks.
    fn of(timeline: &Timeline) -> Option<Self> {
        let dated = || timeline.items.iter().filter(|item| item.term.last.is_some());
        let last = dated().filter_map(|item| item.term.last).max()?;
        let first = dated()
            .filter_map(|item| item.term.last_working.or(item.term.first).or(item.term.last))
            .min()?;
        let before = if timeline.today <= last {
            first.min(timeline.today)
        } else {
            first
        };
        // A plan looked at long before it begins shows its own days only.
        let days = |from: NaiveDate| last.signed_duration_since(from).num_days() + 1;
        let first = if days(before) > settings::STRIP_COLUMNS {
            first
        } else {
            before
        };
        let step = if days(first) > settings::STRIP_COLUMNS {
            7
        } else {
            1
        };
        let columns = ((days(first) + step - 1) / step).min(settings::STRIP_COLUMNS);
        Some(Self { first, step, columns })
    }

    /// Columns with their first and last day.
    fn days(&self) -> impl Iterator<Item = (u16, NaiveDate, NaiveDate)> {
        let day = |offset: i64| {
            let days = Days::new(u64::try_from(offset).unwrap_or(0));
            self.first.checked_add_days(days).unwrap_or(self.first)
        };
        (0..self.columns)
            .zip(STRIP..)
            .map(move |(index, column)| (column, day(index * self.step), day((index + 1) * self.step - 1)))
    }
}

struct Looks {
    title: Format,
    line: Format,
    header: Format,
    upright: Format,
    text: Format,
    centre: Format,
    date: Format,
    open: Format,
    left: Format,
    due: Format,
    off: Format,
}

impl Looks {
    fn new() -> Self {
        let base = || Format::new().set_font_name(FONT).set_font_size(11);
        let boxed = || {
            base()
                .set_border(FormatBorder::Thin)
                .set_border_color("#A0A0A0")
                .set_align(FormatAlign::VerticalCenter)
        };
        let header = || {
            boxed()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color("#DCE6F1")
        };
        let centre = || boxed().set_align(FormatAlign::Center).set_text_wrap();
        Self {
            title: base().set_bold().set_font_size(15),
            line: base(),
            header: header(),
            upright: header().set_rotation(90).set_font_size(9),
            text: boxed().set_text_wrap(),
            centre: centre(),
            date: centre().set_num_format("dd/mm/yyyy"),
            open: boxed(),
            left: boxed().set_background_color("#CFE2F3"),
            due: boxed().set_background_color("#C00000"),
            off: boxed().set_background_color("#E0E0E0"),
        }
    }
}

struct Table<'a> {
    page: &'a mut Worksheet,
    looks: Looks,
    strip: Option<Strip>,
    is_off: &'a dyn Fn(NaiveDate) -> bool,
}

impl Table<'_> {
    fn set_up(&mut self) -> Result<()> {
        self.page
            .set_landscape()
            .set_print_fit_to_pages(1, 1)
            .set_print_center_horizontally(true)
            .set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
        for (column, width) in (0..).zip(WIDTHS) {
            self.page.set_column_width(column, width).map_err(broken)?;
        }
        for (column, ..) in self.strip.iter().flat_map(Strip::days) {
            self.page.set_column_width(column, 2.6).map_err(broken)?;
        }
        self.page.set_freeze_panes(HEAD + 1, 3).map_err(broken)?;
        Ok(())
    }

    fn heading(&mut self, timeline: &Timeline) -> Result<()> {
        put(self.page, 0, 0, sheet::TITLE, &self.looks.title)?;
        put(self.page, 1, 0, &timeline.title, &self.looks.line)?;
        put(
            self.page,
            2,
            0,
            &wording::long_day(timeline.today, Lang::Vi),
            &self.looks.line,
        )?;
        for (column, heading) in (0..).zip(sheet::HEADINGS) {
            put(self.page, HEAD, column, heading, &self.looks.header)?;
        }
        for (column, day, _) in self.strip.iter().flat_map(Strip::days) {
            let day = day.format("%d/%m").to_string();
            put(self.page, HEAD, column, &day, &self.looks.upright)?;
        }
        self.page.set_row_height(HEAD, 36.0).map_err(broken)?;
        Ok(())
    }

    fn item(&mut self, row: u32, number: u32, item: &Item, today: NaiveDate) -> Result<()> {
        let marks: Vec<(u16, &Format)> = self
            .strip
            .iter()
            .flat_map(Strip::days)
            .map(|(column, first, last)| (column, look(&self.looks, self.is_off, item, today, (first, last))))
            .collect();
        for (column, look) in marks {
            self.page.write_blank(row, column, look).map_err(broken)?;
        }
        let looks = &self.looks;
        self.page
            .write_number_with_format(row, 0, number, &looks.centre)
            .map_err(broken)?;
        let done = if item.state == State::Done {
            sheet::DONE
        } else {
            ""
        };
        put(self.page, row, 1, done, &looks.centre)?;
        put(self.page, row, 2, &item.title, &looks.text)?;
        put(self.page, row, 3, &item.who, &looks.text)?;
        date(self.page, row, 4, item.term.last, &item.wording, looks)?;
        date(self.page, row, 5, item.term.last_working, "", looks)?;
        let state = item.days_left.filter(|_| item.state != State::Done);
        let state = state.map_or_else(
            || wording::state(item.state, Lang::Vi).to_owned(),
            |left| wording::days_left(left, Lang::Vi),
        );
        let state = match wording::progress(item, Lang::Vi) {
            Some(share) => format!("{state}\n{share}"),
            None => state,
        };
        put(self.page, row, 6, &state, &looks.centre)?;
        let [_, _, title, who, .., left] = WIDTHS;
        let lines = measure::lines(&item.title, title)
            .max(measure::lines(&item.who, who))
            .max(measure::lines(&state, left));
        self.page.set_row_height(row, row_height(lines)).map_err(broken)?;
        Ok(())
    }
}

/// How a day, or week, of the strip looks beside a milestone.
fn look<'l>(
    looks: &'l Looks,
    is_off: &dyn Fn(NaiveDate) -> bool,
    item: &Item,
    today: NaiveDate,
    (first, last): (NaiveDate, NaiveDate),
) -> &'l Format {
    let within = |day: NaiveDate| first <= day && day <= last;
    let due = item.term.last_working.or(item.term.last);
    let range = item.term.first.zip(item.term.last);
    let range = range.is_some_and(|(from, to)| from <= last && first <= to);
    if range || due.is_some_and(within) {
        return &looks.due;
    }
    if first == last && is_off(first) {
        return &looks.off;
    }
    let open = item.state != State::Done && due.is_some_and(|due| today <= last && last < due);
    if open { &looks.left } else { &looks.open }
}

/// A day as a date that Excel can sort; words where there is none.
fn date(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    day: Option<NaiveDate>,
    words: &str,
    looks: &Looks,
) -> Result<()> {
    let Some(day) = day else {
        return put(page, row, column, words, &looks.centre);
    };
    let parts = (
        u16::try_from(day.year()),
        u8::try_from(day.month()),
        u8::try_from(day.day()),
    );
    let value = match parts {
        (Ok(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
        _ => None,
    };
    match value {
        Some(value) => {
            page.write_datetime_with_format(row, column, &value, &looks.date)
                .map_err(broken)?;
            Ok(())
        }
        None => put(page, row, column, &wording::day(day), &looks.centre),
    }
}
