//! Finds the table of names on a sheet and reads its rows. A row names a participant or is set aside; columns with
//! telephone and identity numbers are not read at all, and such numbers inside a note or position are left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::spreadsheet::{Sheet, Value, cell_name};
use crate::text::{clean, fold};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Private,
    Number,
    Person,
    Position,
    Unit,
    Born,
    Note,
}

/// Column words without tones. A heading takes the first role one of whose words it holds.
const WORDS: [(Role, &[&str]); 6] = [
    (
        Role::Private,
        &[
            "dien thoai",
            "sdt",
            "so dt",
            "lien he",
            "di dong",
            "cccd",
            "cmnd",
            "can cuoc",
            "dinh danh",
        ],
    ),
    (
        Role::Born,
        &[
            "nam sinh",
            "ngay sinh",
            "ngay thang nam sinh",
            "sinh nam",
            "n/sinh",
        ],
    ),
    (
        Role::Person,
        &[
            "ho va ten",
            "ho ten",
            "ho & ten",
            "ten dai bieu",
            "ten nguoi",
            "dai bieu",
            "hovaten",
            "hoten",
        ],
    ),
    (
        Role::Position,
        &[
            "chuc vu",
            "chuc danh",
            "thanh phan",
            "nghe nghiep",
            "doi tuong",
            "vi tri",
        ],
    ),
    (
        Role::Unit,
        &[
            "don vi",
            "dia chi",
            "noi cong tac",
            "noi o",
            "thon",
            "xom",
            "to dan pho",
            "tdp",
            "xa, phuong",
            "diem cau",
        ],
    ),
    (Role::Note, &["ghi chu"]),
];

/// Words with which the lines after a list begin.
const CLOSING: [&str; 9] = [
    "noi nhan",
    "nguoi lap",
    "t/m",
    "tm.",
    "t.m",
    "xac nhan",
    "(ky ten",
    "thu truong",
    "k/t",
];

/// Longest heading of a column, in characters.
const LONGEST_HEADING: usize = 50;
/// Fewest digits that are a telephone or identity number. A year has four, a day of birth eight.
const NUMBER_DIGITS: usize = 9;

/// A participant as the row has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 0.
    pub(crate) row: u32,
    pub(crate) cell: String,
    pub(crate) person: String,
    pub(crate) position: String,
    pub(crate) born: String,
    pub(crate) note: String,
    /// What the unit's column says.
    pub(crate) unit: Option<String>,
    /// The heading inside the table above it ("I. Thôn Nà Pò").
    pub(crate) heading: Option<String>,
}

/// A sheet's list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct List {
    /// The lines above the header.
    pub(crate) heading: Vec<String>,
    pub(crate) rows: Vec<Row>,
    /// Rows that name nobody.
    pub(crate) aside: usize,
}

/// Reads the list of a sheet; `None` when no row looks like its header.
pub(crate) fn read(sheet: &Sheet) -> Option<List> {
    let rows: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    let (head, columns) = rows
        .iter()
        .find_map(|row| header(sheet, *row).map(|columns| (*row, columns)))?;
    let above = sheet
        .cells
        .range(..(head, 0))
        .map(|(at, _)| clean(&text_at(sheet, *at)));
    let mut reader = Reader {
        sheet,
        columns,
        merges: merges(sheet),
        heading: None,
        ended: false,
        list: List {
            heading: above.filter(|text| !text.is_empty()).collect(),
            ..List::default()
        },
    };
    for row in rows.range(head + 1..) {
        reader.row(*row);
    }
    Some(reader.list)
}

/// Columns by role; the first of a role counts.
type Columns = BTreeMap<Role, u32>;

/// First row of the vertical merges of each column, by last row.
type Merges = BTreeMap<u32, BTreeMap<u32, u32>>;

struct Reader<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    merges: Merges,
    heading: Option<String>,
    ended: bool,
    list: List,
}

impl Reader<'_> {
    fn row(&mut self, row: u32) {
        if let Some(columns) = header(self.sheet, row) {
            (self.columns, self.ended) = (columns, false);
            return self.aside();
        }
        let whole = self.whole(row);
        let first = fold(&whole);
        let total = [
            "tong cong",
            "tong so",
            "cong:",
            "danh sach co",
            "an dinh danh sach",
        ];
        if total.iter().any(|word| first.starts_with(word)) || first == "cong" {
            return self.aside();
        }
        self.ended |= CLOSING.iter().any(|word| first.starts_with(word));
        let person = self.own(row, Role::Person);
        if self.ended || !person.chars().any(char::is_alphabetic) {
            if !self.ended && self.is_heading(row) {
                self.heading = Some(whole);
            }
            return self.aside();
        }
        if self.is_heading(row) && (person.chars().any(|c| c.is_ascii_digit()) || is_numbered(&person)) {
            self.heading = Some(whole);
            return self.aside();
        }
        let column = self.columns.get(&Role::Person).copied().unwrap_or_default();
        self.list.rows.push(Row {
            row,
            cell: cell_name(row, column),
            person,
            position: without_numbers(&self.at(row, Role::Position)),
            born: self.own(row, Role::Born),
            note: without_numbers(&self.own(row, Role::Note)),
            unit: Some(self.at(row, Role::Unit)).filter(|text| !text.is_empty()),
            heading: self.heading.clone(),
        });
    }

    fn aside(&mut self) {
        self.list.aside += 1;
    }

    /// A heading stands alone in its row.
    fn is_heading(&self, row: u32) -> bool {
        let mut words = self
            .sheet
            .cells
            .range((row, 0)..=(row, u32::MAX))
            .map(|(at, _)| text_at(self.sheet, *at));
        let telling = words
            .by_ref()
            .filter(|text| text.chars().any(char::is_alphabetic))
            .count();
        telling == 1 && self.own(row, Role::Born).is_empty()
    }

    fn whole(&self, row: u32) -> String {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        let texts = cells
            .map(|(at, _)| clean(&text_at(self.sheet, *at)))
            .filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// What the row itself says in a column.
    fn own(&self, row: u32, role: Role) -> String {
        let column = self.columns.get(&role);
        column
            .map(|column| clean(&text_at(self.sheet, (row, *column))))
            .unwrap_or_default()
    }

    /// What a person sees in the row: the text of a block that is merged downwards stands in each of its rows.
    fn at(&self, row: u32, role: Role) -> String {
        let Some(column) = self.columns.get(&role) else {
            return String::new();
        };
        let block = self
            .merges
            .get(column)
            .and_then(|blocks| blocks.range(row..).next());
        let first = block.map(|(_, first)| *first).filter(|first| *first <= row);
        clean(&text_at(self.sheet, (first.unwrap_or(row), *column)))
    }
}

fn merges(sheet: &Sheet) -> Merges {
    let mut merges = Merges::new();
    for block in &sheet.merges {
        merges
            .entry(block.first_column)
            .or_default()
            .insert(block.last_row, block.first_row);
    }
    merges
}

/// The columns that a row names, if it is a header: the names' and at least one other.
fn header(sheet: &Sheet, row: u32) -> Option<Columns> {
    let mut columns = Columns::new();
    for ((_, column), _) in sheet.cells.range((row, 0)..=(row, u32::MAX)) {
        if let Some(role) = role(&text_at(sheet, (row, *column))) {
            columns.entry(role).or_insert(*column);
        }
    }
    (columns.contains_key(&Role::Person) && columns.len() > 1).then_some(columns)
}

fn role(text: &str) -> Option<Role> {
    let text = fold(&clean(text));
    if text.is_empty() || text.chars().count() > LONGEST_HEADING {
        return None;
    }
    if ["stt", "tt", "so tt", "so thu tu"].contains(&text.as_str()) {
        return Some(Role::Number);
    }
    WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| text.contains(word)))
        .map(|(role, _)| *role)
}

/// "I. Thôn Nà Pò", "1) Xã A": no name of a person.
fn is_numbered(text: &str) -> bool {
    let roman = text.trim_start_matches(['I', 'V', 'X']);
    roman.len() < text.len() && roman.starts_with(['.', ')', '-'])
}

/// A text without telephone and identity numbers.
fn without_numbers(text: &str) -> String {
    let mut kept = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() || (!run.is_empty() && matches!(c, ' ' | '.' | '-')) || c == '+' {
            run.push(c);
            continue;
        }
        let digits = run.chars().filter(char::is_ascii_digit).count();
        kept.push_str(if digits >= NUMBER_DIGITS { "... " } else { &run });
        run.clear();
        kept.push(c);
    }
    clean(&kept)
}

/// The words of a cell; a number as Excel shows it; nothing for an error or a formula without a result.
fn text_at(sheet: &Sheet, at: (u32, u32)) -> String {
    match sheet.cells.get(&at).map(|cell| &cell.value) {
        Some(Value::Text(text) | Value::Date(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_and_identity_numbers_are_left_out() {
        for (text, kept) in [
            ("Trưởng thôn, 0912 345 678", "Trưởng thôn, ..."),
            ("ĐT: 0912.345.678 (báo trước)", "ĐT: ... (báo trước)"),
            ("CCCD 019080001234", "CCCD ..."),
            ("Sinh năm 1980, tổ 12", "Sinh năm 1980, tổ 12"),
            ("01/01/1980", "01/01/1980"),
        ] {
            assert_eq!(without_numbers(text), kept);
        }
    }

    #[test]
    fn headings_of_columns_are_understood() {
        for (text, expected) in [
            ("Họ và tên", Some(Role::Person)),
            ("Họ tên đại biểu", Some(Role::Person)),
            ("Chức vụ/Thành phần", Some(Role::Position)),
            ("Năm sinh", Some(Role::Born)),
            ("Số điện thoại", Some(Role::Private)),
            ("Số CCCD", Some(Role::Private)),
            ("Đơn vị", Some(Role::Unit)),
            ("TT", Some(Role::Number)),
            ("Ký tên", None),
        ] {
            assert_eq!(role(text), expected, "{text}");
        }
    }
}
