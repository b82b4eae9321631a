//! Plays the offices that fill in an agency's workbook, each with its habits, and clerks who type into ours. A workbook
//! is read as a person sees it, changed, and written again as another program would.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use doithoai::spreadsheet::{self, Value};
use rust_xlsxwriter::{Format, Workbook};

/// A workbook as texts in cells.
#[derive(Debug, Clone)]
pub(crate) struct Book {
    pub(crate) pages: Vec<Page>,
}

/// A sheet; rows and columns from 0.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) name: String,
    hidden: bool,
    pub(crate) cells: BTreeMap<(u32, u32), String>,
    /// First row, last row, column.
    pub(crate) merges: Vec<(u32, u32, u32)>,
}

/// An answer to fill in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filled {
    pub(crate) text: String,
    pub(crate) state: String,
    pub(crate) document: String,
}

impl Book {
    pub(crate) fn open(path: &Path) -> Self {
        let sheets = spreadsheet::open(&fs::read(path).unwrap()).unwrap();
        let shown = |value: &Value| match value {
            Value::Text(text) | Value::Date(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => format!("{other:?}"),
        };
        let page = |sheet: spreadsheet::Sheet| Page {
            cells: sheet
                .cells
                .iter()
                .map(|(at, cell)| (*at, shown(&cell.value)))
                .collect(),
            hidden: sheet.hidden,
            name: sheet.name,
            merges: Vec::new(),
        };
        Self {
            pages: sheets.into_iter().map(page).collect(),
        }
    }

    pub(crate) fn page(&mut self, name: &str) -> &mut Page {
        self.pages
            .iter_mut()
            .find(|page| page.name == name)
            .unwrap_or_else(|| panic!("{name} is there"))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.pages.iter().any(|page| page.name == name)
    }

    /// Without what only the program sees, as when the table is copied into a new file.
    pub(crate) fn copied(mut self) -> Self {
        self.pages.retain(|page| !page.name.starts_with('_'));
        self
    }

    /// Writes the workbook; the format follows from the ending.
    pub(crate) fn save(&self, path: &Path) {
        let bytes = match path.extension().and_then(|e| e.to_str()) {
            Some("ods") => self.ods(),
            Some("xls") => self.xml_2003(),
            _ => self.xlsx(),
        };
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn xlsx(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for page in &self.pages {
            let sheet = book.add_worksheet();
            sheet.set_name(&page.name).unwrap().set_hidden(page.hidden);
            for ((row, column), text) in &page.cells {
                sheet
                    .write_string(*row, u16::try_from(*column).unwrap(), text)
                    .unwrap();
            }
            for (first, last, column) in &page.merges {
                let column16 = u16::try_from(*column).unwrap();
                let text = page.text(*first, *column);
                sheet
                    .merge_range(*first, column16, *last, column16, text, &Format::new())
                    .unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    /// The oldest XML form of Excel, which some offices' programs still write and call `.xls`.
    fn xml_2003(&self) -> Vec<u8> {
        let mut xml = String::from(
            "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">",
        );
        for page in &self.pages {
            write!(xml, "<Worksheet ss:Name=\"{}\"><Table>", escape(&page.name)).unwrap();
            for (row, cells) in page.rows() {
                write!(xml, "<Row ss:Index=\"{}\">", row + 1).unwrap();
                for (column, text) in cells {
                    let text = escape(&text);
                    write!(
                        xml,
                        "<Cell ss:Index=\"{}\"><Data ss:Type=\"String\">{text}</Data></Cell>",
                        column + 1
                    )
                    .unwrap();
                }
                xml.push_str("</Row>");
            }
            xml.push_str("</Table></Worksheet>");
        }
        xml.push_str("</Workbook>");
        xml.into_bytes()
    }

    fn ods(&self) -> Vec<u8> {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>",
        );
        for page in &self.pages {
            write!(xml, "<table:table table:name=\"{}\">", escape(&page.name)).unwrap();
            let mut next = 0;
            for (row, cells) in page.rows() {
                if row > next {
                    write!(xml, "<table:table-row table:number-rows-repeated=\"{}\"><table:table-cell/></table:table-row>", row - next).unwrap();
                }
                xml.push_str("<table:table-row>");
                let mut at = 0;
                for (column, text) in cells {
                    if column > at {
                        write!(
                            xml,
                            "<table:table-cell table:number-columns-repeated=\"{}\"/>",
                            column - at
                        )
                        .unwrap();
                    }
                    xml.push_str("<table:table-cell office:value-type=\"string\">");
                    for line in text.split('\n') {
                        write!(xml, "<text:p>{}</text:p>", escape(line)).unwrap();
                    }
                    xml.push_str("</table:table-cell>");
                    at = column + 1;
                }
                xml.push_str("</table:table-row>");
                next = row + 1;
            }
            xml.push_str("</table:table>");
        }
        xml.push_str("</office:spreadsheet></office:body></office:document-content>");
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, text) in [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", xml.as_str()),
        ] {
            zip.start_file(name, options).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

impl Page {
    pub(crate) fn text(&self, row: u32, column: u32) -> &str {
        self.cells.get(&(row, column)).map_or("", String::as_str)
    }

    fn rows(&self) -> BTreeMap<u32, Vec<(u32, String)>> {
        let mut rows: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
        for ((row, column), text) in &self.cells {
            rows.entry(*row).or_default().push((*column, text.clone()));
        }
        rows
    }

    /// Row and column of a heading.
    pub(crate) fn heading(&self, words: &str) -> (u32, u32) {
        let mut cells = self.cells.iter();
        *cells
            .find(|(_, text)| text.as_str() == words)
            .unwrap_or_else(|| panic!("{words} is there"))
            .0
    }

    /// The rows of the table with their codes.
    pub(crate) fn codes(&self) -> Vec<(u32, String)> {
        let (head, column) = self.heading("Mã ý kiến");
        let below = self
            .cells
            .iter()
            .filter(|((row, at), _)| *row > head && *at == column);
        below
            .map(|((row, _), text)| (*row, text.clone()))
            .filter(|(_, text)| text.starts_with("YK-"))
            .collect()
    }

    pub(crate) fn put(&mut self, row: u32, heading: &str, text: &str) {
        let column = self.heading(heading).1;
        self.cells.insert((row, column), text.to_owned());
    }

    /// Fills the answers in.
    pub(crate) fn fill(&mut self, answer: &dyn Fn(&str) -> Option<Filled>) {
        for (row, code) in self.codes() {
            if let Some(filled) = answer(&code) {
                self.put(row, "Trả lời", &filled.text);
                self.put(row, "Kết quả (chọn)", &filled.state);
                self.put(row, "Số văn bản", &filled.document);
            }
        }
    }

    /// Puts the rows of the table into another order: `order[i]` is the old place of what stands at `i`.
    pub(crate) fn reorder(&mut self, order: &[usize]) {
        let rows: Vec<u32> = self.codes().into_iter().map(|(row, _)| row).collect();
        let old = self.cells.clone();
        for row in &rows {
            self.cells.retain(|at, _| at.0 != *row);
        }
        for (place, from) in order.iter().enumerate() {
            let moved = old.range((rows[*from], 0)..=(rows[*from], u32::MAX));
            self.cells
                .extend(moved.map(|(at, text)| ((rows[place], at.1), text.clone())));
        }
    }

    /// Inserts an empty row.
    pub(crate) fn insert_row(&mut self, before: u32) {
        let moved = |row: u32| if row >= before { row + 1 } else { row };
        self.cells = std::mem::take(&mut self.cells)
            .into_iter()
            .map(|((r, c), t)| ((moved(r), c), t))
            .collect();
    }

    /// Inserts an empty column.
    pub(crate) fn insert_column(&mut self, before: u32) {
        let moved = |column: u32| if column >= before { column + 1 } else { column };
        self.cells = std::mem::take(&mut self.cells)
            .into_iter()
            .map(|((r, c), t)| ((r, moved(c)), t))
            .collect();
    }

    /// Keeps only some rows of the table.
    pub(crate) fn keep(&mut self, wanted: &dyn Fn(usize) -> bool) {
        for (place, (row, _)) in self.codes().into_iter().enumerate() {
            if !wanted(place) {
                self.cells.retain(|at, _| at.0 != row);
            }
        }
    }

    /// Takes away everything above the table and its headings.
    pub(crate) fn bare(&mut self) {
        let head = self.heading("Mã ý kiến").0;
        self.cells.retain(|at, _| at.0 > head);
    }
}
