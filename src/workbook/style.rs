//! How our workbooks look, and the small builder that writes a table the same way everywhere: A4 landscape, Times New
//! Roman, headings that repeat on each page, one page wide, row heights that show the whole text.
//!
//! Knows nothing of opinions; what stands in the cells is the callers' matter.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::measure;
use crate::error::{Error, ErrorKind, Result};
use crate::settings;
use crate::wording::workbook as wording;

pub(crate) const FONT: &str = "Times New Roman";
/// Height of a line of the default font, in points.
pub(crate) const LINE: f64 = 15.75;
/// Most rows above a table's headings that may stay in sight with them.
const FROZEN_ROWS: u32 = 6;
/// Excel's own limit of a row's height, in points.
const HIGHEST: f64 = 409.0;
/// Most page breaks that Excel takes.
const MOST_BREAKS: usize = 1023;
/// How the cells of a column look, and what may be done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Running text.
    Text,
    /// Short text in the middle.
    Centre,
    /// A cell that a person fills in: coloured, and open when the sheet is locked.
    Entry,
    /// The same for a short word or a choice.
    Choice,
    /// For the program, not for a person: the column is hidden.
    Key,
}

/// One column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// Its heading.
    pub(crate) heading: &'static str,
    /// Width in default digits.
    pub(crate) width: f64,
    /// How its cells look.
    pub(crate) look: Look,
}

/// A column; short, because tables are written as lists of them.
pub(crate) const fn column(heading: &'static str, width: f64, look: Look) -> Column {
    Column { heading, width, look }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Words, always written as text.
    Text(String),
    /// A number.
    Number(u32),
    /// Words of which some are marked.
    Marked(Vec<Run>),
}

/// A stretch of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The words with the spaces around them.
    pub(crate) text: String,
    /// Whether the reader's eye is drawn to them.
    pub(crate) marked: bool,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        u32::try_from(number).map_or_else(|_| Self::Text(number.to_string()), Self::Number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

/// The formats of a workbook.
pub(crate) struct Styles {
    title: Format,
    line: Format,
    strong: Format,
    header: Format,
    text: Format,
    centre: Format,
    entry: Format,
    choice: Format,
    plain_run: Format,
    marked_run: Format,
}

impl Styles {
    fn new() -> Self {
        let base = || Format::new().set_font_name(FONT).set_font_size(12);
        let boxed = || {
            base()
                .set_border(FormatBorder::Thin)
                .set_border_color("#808080")
                .set_text_wrap()
                .set_align(FormatAlign::Top)
        };
        let middle = FormatAlign::Center;
        Self {
            title: base().set_bold().set_font_size(15),
            line: base(),
            strong: base().set_bold(),
            header: boxed()
                .set_bold()
                .set_align(middle)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("#DCE6F1"),
            text: boxed(),
            centre: boxed().set_align(middle),
            entry: boxed().set_background_color("#FFF9DB").set_unlocked(),
            choice: boxed()
                .set_background_color("#FFF9DB")
                .set_unlocked()
                .set_align(middle),
            plain_run: base(),
            marked_run: base().set_bold().set_font_color("#C00000"),
        }
    }

    fn of(&self, look: Look) -> &Format {
        match look {
            Look::Text | Look::Key => &self.text,
            Look::Centre => &self.centre,
            Look::Entry => &self.entry,
            Look::Choice => &self.choice,
        }
    }
}

/// A workbook that is being written.
pub(crate) struct Book {
    workbook: Workbook,
    styles: Styles,
}

impl Book {
    /// A workbook with its title and what kind of our workbooks it is; the mark by which we know it again.
    pub(crate) fn new(title: &str, kind: &str) -> Result<Self> {
        let mut workbook = Workbook::new();
        let default = Format::new().set_font_name(FONT).set_font_size(12);
        // 21 and 72 pixels: height of a line and default column width of this font.
        workbook.set_default_format(&default, 21, 72).map_err(broken)?;
        let created = ExcelDateTime::from_ymd(2025, 1, 1).map_err(broken)?;
        let properties = DocProperties::new()
            .set_title(title)
            .set_author(settings::CREATOR)
            .set_creation_datetime(&created)
            .set_custom_property(settings::CREATOR, kind);
        workbook.set_properties(&properties);
        Ok(Self {
            workbook,
            styles: Styles::new(),
        })
    }

    /// A sheet with the columns of its table; their widths hold for all that stands on it.
    pub(crate) fn page(&mut self, name: &str, columns: &[Column]) -> Result<Page<'_>> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name).map_err(broken)?;
        Page::start(sheet, &self.styles, columns)
    }

    /// A sheet for the program: texts without looks, not to be seen in Excel's list of hidden sheets either.
    pub(crate) fn hidden(&mut self, name: &str, rows: &[Vec<String>]) -> Result<()> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name).map_err(broken)?.set_very_hidden(true);
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                put(sheet, row, column, text, &self.styles.line)?;
            }
        }
        Ok(())
    }

    /// A sheet with its title and a line below it, down to the headings of its table; its first two columns stay in sight.
    pub(crate) fn table_page(
        &mut self,
        name: &str,
        title: &str,
        line: &str,
        columns: &[Column],
    ) -> Result<Page<'_>> {
        let mut page = self.page(name, columns)?;
        page.title(title)?;
        page.line(line)?;
        page.gap();
        page.header(2)?;
        Ok(page)
    }

    /// A sheet of its own make, where a table is not the right shape.
    pub(crate) fn free_page(&mut self, name: &str) -> Result<&mut Worksheet> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name).map_err(broken)?;
        sheet.set_paper_size(9);
        Ok(sheet)
    }

    /// The finished file.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>> {
        self.workbook.save_to_buffer().map_err(broken)
    }
}

/// A sheet that is being written from top to bottom.
pub(crate) struct Page<'b> {
    sheet: &'b mut Worksheet,
    styles: &'b Styles,
    columns: Vec<Column>,
    row: u32,
    /// Rows of the heading of the table, once it is written.
    head: Option<u32>,
    /// Lines for which each row has room at least.
    least: usize,
}

impl<'b> Page<'b> {
    fn start(sheet: &'b mut Worksheet, styles: &'b Styles, columns: &[Column]) -> Result<Self> {
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            // Inches: left, right, top, bottom, header, footer.
            .set_margins(0.6, 0.5, 0.6, 0.6, 0.3, 0.3)
            .set_footer(wording::FOOTER);
        for (number, column) in (0..).zip(columns) {
            sheet.set_column_width(number, column.width).map_err(broken)?;
            if column.look == Look::Key {
                sheet.set_column_hidden(number).map_err(broken)?;
            }
        }
        Ok(Self {
            sheet,
            styles,
            columns: columns.to_vec(),
            row: 0,
            head: None,
            least: 1,
        })
    }

    /// Index of the next row, from 0.
    pub(crate) fn next_row(&self) -> u32 {
        self.row
    }

    /// The title of the sheet. It runs over the columns to its right; no cells are merged.
    pub(crate) fn title(&mut self, text: &str) -> Result<()> {
        let format = &self.styles.title;
        put(self.sheet, self.row, 0, text, format)?;
        self.sheet.set_row_height(self.row, LINE * 1.4).map_err(broken)?;
        self.row += 1;
        Ok(())
    }

    /// A line of text across the sheet.
    pub(crate) fn line(&mut self, text: &str) -> Result<()> {
        put(self.sheet, self.row, 0, text, &self.styles.line)?;
        self.row += 1;
        Ok(())
    }

    /// A line that stands out.
    pub(crate) fn strong(&mut self, text: &str) -> Result<()> {
        put(self.sheet, self.row, 0, text, &self.styles.strong)?;
        self.row += 1;
        Ok(())
    }

    /// An empty row.
    pub(crate) fn gap(&mut self) {
        self.row += 1;
    }

    /// The headings of the table. They repeat on each printed page and stay in sight when the sheet is scrolled, unless
    /// so much stands above them that little of the screen would be left; the first `fixed` columns stay in sight too.
    pub(crate) fn header(&mut self, fixed: u16) -> Result<()> {
        let mut lines = 1;
        for (number, column) in (0..).zip(&self.columns) {
            put(self.sheet, self.row, number, column.heading, &self.styles.header)?;
            // Bold letters and the filter's button take room.
            lines = lines.max(measure::lines(column.heading, (column.width - 2.0) * 0.92));
        }
        self.set_height(lines + 1)?;
        let frozen = if self.row < FROZEN_ROWS { self.row + 1 } else { 0 };
        self.sheet.set_freeze_panes(frozen, fixed).map_err(broken)?;
        self.sheet.set_repeat_rows(self.row, self.row).map_err(broken)?;
        self.head = Some(self.row);
        self.row += 1;
        Ok(())
    }

    /// A heading inside the table, over all its columns.
    pub(crate) fn band(&mut self, text: &str) -> Result<()> {
        let last = last_index(&self.columns).unwrap_or(0);
        let format = self.styles.header.clone().set_align(FormatAlign::Left);
        for column in 0..=last {
            self.sheet
                .write_blank(self.row, column, &format)
                .map_err(broken)?;
        }
        if last > 0 {
            self.sheet
                .merge_range(self.row, 0, self.row, last, "", &format)
                .map_err(broken)?;
        }
        put(self.sheet, self.row, 0, text, &format)?;
        self.set_height(1)?;
        self.row += 1;
        Ok(())
    }

    /// A row of the table, a cell for each column.
    pub(crate) fn row(&mut self, cells: &[Cell]) -> Result<()> {
        let mut lines = self.least;
        for ((number, column), cell) in (0..).zip(&self.columns).zip(cells) {
            let format = self.styles.of(column.look);
            match cell {
                Cell::Empty => {
                    self.sheet.write_blank(self.row, number, format).map_err(broken)?;
                }
                Cell::Number(value) => {
                    let value = f64::from(*value);
                    self.sheet
                        .write_number_with_format(self.row, number, value, format)
                        .map_err(broken)?;
                }
                Cell::Text(text) => put(self.sheet, self.row, number, text, format)?,
                Cell::Marked(runs) => marked(self.sheet, self.styles, (self.row, number), runs, format)?,
            }
            if column.look != Look::Key {
                lines = lines.max(height(cell, column.width));
            }
        }
        self.set_height(lines)?;
        self.row += 1;
        Ok(())
    }

    fn set_height(&mut self, lines: usize) -> Result<()> {
        self.sheet
            .set_row_height(self.row, row_height(lines))
            .map_err(broken)?;
        Ok(())
    }

    /// A drop-down in a column of the table, for the rows from the heading to the next row. `list` is a range of
    /// another sheet, or words; another value is allowed after a warning, because a clerk may know better.
    pub(crate) fn choices(&mut self, column: u16, list: &List<'_>) -> Result<()> {
        let (first, last) = self.body();
        let rule = match list {
            List::Range(range) => DataValidation::new().allow_list_formula(Formula::new(*range)),
            List::Words(words) => DataValidation::new().allow_list_strings(words).map_err(broken)?,
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(wording::NOT_IN_LIST)
            .map_err(broken)?;
        self.sheet
            .add_data_validation(first, column, last, column, &rule)
            .map_err(broken)?;
        Ok(())
    }

    /// Locks everything but the cells to be filled in, without a password; rows can still be sorted, filtered and
    /// made higher.
    pub(crate) fn lock(&mut self) {
        self.sheet.protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
    }

    /// A line in the middle of the sheet, over all its columns; only above a table.
    pub(crate) fn across(&mut self, text: &str, title: bool) -> Result<()> {
        let format = if title {
            &self.styles.title
        } else {
            &self.styles.line
        };
        let format = format
            .clone()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let width: f64 = self
            .columns
            .iter()
            .filter(|column| column.look != Look::Key)
            .map(|column| column.width)
            .sum();
        if let Some(last) = last_index(&self.columns).filter(|last| *last > 0) {
            self.sheet
                .merge_range(self.row, 0, self.row, last, "", &format)
                .map_err(broken)?;
        }
        put(self.sheet, self.row, 0, text, &format)?;
        self.set_height(measure::lines(text, width * 0.8))?;
        self.row += 1;
        Ok(())
    }

    /// Hides a column that has nothing to say in this workbook.
    pub(crate) fn hide(&mut self, column: u16) -> Result<()> {
        self.sheet.set_column_hidden(column).map_err(broken)?;
        Ok(())
    }

    /// Prints the sheet on one page.
    pub(crate) fn on_one_page(&mut self) {
        self.sheet.set_print_fit_to_pages(1, 1);
    }

    /// From here on rows have room for this many lines at least, to write or sign by hand.
    pub(crate) fn roomy(&mut self, lines: usize) {
        self.least = lines;
    }

    /// Starts a printed page at each of these rows. Excel passes such breaks over when it fits a sheet to a page, so
    /// this sheet is printed in its own size.
    pub(crate) fn breaks(&mut self, rows: &[u32]) -> Result<()> {
        self.sheet.set_print_scale(100);
        let rows = rows.get(..MOST_BREAKS.min(rows.len())).unwrap_or_default();
        self.sheet.set_page_breaks(rows).map_err(broken)?;
        Ok(())
    }

    /// Opens the workbook on this sheet.
    pub(crate) fn activate(&mut self) {
        self.sheet.set_active(true);
    }

    /// The last touches of a table: its filter.
    pub(crate) fn finish(&mut self) -> Result<()> {
        let (Some(head), Some(last)) = (self.head, last_index(&self.columns)) else {
            return Ok(());
        };
        let end = self.row.saturating_sub(1).max(head);
        self.sheet.autofilter(head, 0, end, last).map_err(broken)?;
        self.sheet
            .ignore_error_range(head, 0, end, last, IgnoreError::NumberStoredAsText)
            .map_err(broken)?;
        Ok(())
    }

    /// First and last row of the table's body, at least one row.
    fn body(&self) -> (u32, u32) {
        let first = self.head.map_or(0, |head| head + 1);
        (first, self.row.saturating_sub(1).max(first))
    }
}

/// Where the words of a drop-down come from.
pub(crate) enum List<'a> {
    /// A range, `'_danh-muc'!$A$1:$A$27`.
    Range(&'a str),
    /// The words, at most 255 characters in all.
    Words(&'a [&'a str]),
}

fn last_index(columns: &[Column]) -> Option<u16> {
    u16::try_from(columns.len().checked_sub(1)?).ok()
}

/// Height of a row with room for so many lines of the default font, in points.
pub(crate) fn row_height(lines: usize) -> f64 {
    (lines as f64).mul_add(LINE, 3.0).min(HIGHEST)
}

fn height(cell: &Cell, width: f64) -> usize {
    match cell {
        Cell::Empty | Cell::Number(_) => 1,
        Cell::Text(text) => measure::lines(text, width),
        Cell::Marked(runs) => {
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            // Marked words are bold.
            measure::lines(&text, width * 0.95)
        }
    }
}

/// Writes text as text. A text that looks like a formula gets the mark that keeps Excel from making one of it when
/// the cell is edited.
pub(crate) fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<()> {
    if text.starts_with("<r>") && text.ends_with("</r>") {
        // The outside package takes this for its own markup unless it comes in pieces.
        let (head, tail) = text.split_at(1);
        sheet
            .write_rich_string_with_format(row, column, &[(format, head), (format, tail)], format)
            .map_err(broken)?;
        return Ok(());
    }
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) {
        let quoted = format.clone().set_quote_prefix();
        sheet
            .write_string_with_format(row, column, text, &quoted)
            .map_err(broken)?;
    } else {
        sheet
            .write_string_with_format(row, column, text, format)
            .map_err(broken)?;
    }
    Ok(())
}

fn marked(
    sheet: &mut Worksheet,
    styles: &Styles,
    at: (u32, u16),
    runs: &[Run],
    format: &Format,
) -> Result<()> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    if runs.len() < 2 || text.len() > settings::MARKED_BYTES {
        return put(sheet, at.0, at.1, &text, format);
    }
    let pieces: Vec<(&Format, &str)> = runs
        .iter()
        .map(|run| {
            let look = if run.marked {
                &styles.marked_run
            } else {
                &styles.plain_run
            };
            (look, run.text.as_str())
        })
        .collect();
    sheet
        .write_rich_string_with_format(at.0, at.1, &pieces, format)
        .map_err(broken)?;
    Ok(())
}

/// The outside package refuses what no workbook can hold.
pub(crate) fn broken(error: XlsxError) -> Error {
    Error::new(ErrorKind::NotWritable, error)
}
