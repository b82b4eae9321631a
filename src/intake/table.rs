//! Understands one sheet: where the table of opinions begins, what its columns mean, what each row is.
//!
//! Every row below the header that holds anything becomes an opinion or a row set aside; none is dropped. Opening
//! files is `spreadsheet`'s work, saying whose report it is `unit`'s.

use std::collections::BTreeSet;

use super::complaint::is_complaint;

use super::no_opinion::asks_for_nothing;
use crate::model::ReasonAside;
use crate::spreadsheet::{Merge, Sheet, Value, cell_name};
use crate::text::{clean, fold};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Number,
    Person,
    Position,
    Content,
}

/// Column words without tones, the most telling first: a cell takes the first role one of whose words it holds.
const COLUMN_WORDS: [(Role, &[&str]); 4] = [
    (
        Role::Content,
        &["noi dung", "y kien", "kien nghi", "de xuat", "phan anh"],
    ),
    (
        Role::Person,
        &[
            "ho va ten",
            "ho ten",
            "ho & ten",
            "nguoi co y kien",
            "nguoi phat bieu",
            "nguoi kien nghi",
        ],
    ),
    (
        Role::Position,
        &[
            "chuc vu",
            "chuc danh",
            "nghe nghiep",
            "thanh phan",
            "don vi",
            "dia chi",
        ],
    ),
    (Role::Number, &["stt", "tt", "so tt", "so thu tu"]),
];

/// A row as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 0.
    pub(crate) row: u32,
    /// Cell that a person should look at.
    pub(crate) cell: String,
    pub(crate) person: String,
    pub(crate) position: String,
    pub(crate) text: String,
    /// Group heading above it.
    pub(crate) heading: Option<String>,
    /// `None` for an opinion.
    pub(crate) aside: Option<ReasonAside>,
}

/// A total row: the number it gives and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Total {
    pub(crate) number: u64,
    pub(crate) cell: String,
}

/// A sheet as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// The text above the header, for recognising the unit.
    pub(crate) letterhead: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) total: Option<Total>,
}

/// The columns of a header row.
#[derive(Debug, Clone, Copy)]
struct Columns {
    number: Option<u32>,
    person: Option<u32>,
    position: Option<u32>,
    content: u32,
}

/// Reads the table of a sheet; `None` when no row looks like its header.
pub(crate) fn read(sheet: &Sheet) -> Option<Table> {
    let rows: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    let (head, columns) = rows
        .iter()
        .find_map(|row| header(sheet, *row).map(|columns| (*row, columns)))?;
    let letterhead = sheet
        .cells
        .range(..(head, 0))
        .map(|(at, _)| text_at(sheet, *at))
        .collect::<Vec<_>>();
    let mut reader = Reader {
        sheet,
        columns,
        heading: None,
        ended: false,
        table: Table::default(),
    };
    reader.table.letterhead = letterhead.join("\n");
    for row in rows.range(head + 1..) {
        reader.row(*row);
    }
    Some(reader.table)
}

struct Reader<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    heading: Option<String>,
    ended: bool,
    table: Table,
}

impl Reader<'_> {
    fn row(&mut self, row: u32) {
        if let Some(columns) = header(self.sheet, row) {
            self.columns = columns;
            self.ended = false;
            return self.aside(row, ReasonAside::Note);
        }
        if self.inside_content(row) {
            return;
        }
        let first = fold(&self.whole(row));
        if is_total(&first) {
            self.total(row);
            return self.aside(row, ReasonAside::Total);
        }
        self.ended |= is_closing(&first);
        let content = self.at(row, Some(self.columns.content));
        if self.ended {
            return self.aside(row, ReasonAside::Note);
        }
        if self.is_heading(row, &content) {
            self.heading = Some(self.whole(row));
            return self.aside(row, ReasonAside::Heading);
        }
        if content.is_empty() {
            let numbered = !self.at(row, self.columns.number).is_empty();
            return self.aside(
                row,
                if numbered {
                    ReasonAside::Blank
                } else {
                    ReasonAside::Note
                },
            );
        }
        let aside = if asks_for_nothing(&content) {
            Some(ReasonAside::NoOpinion)
        } else if is_complaint(&content) {
            Some(ReasonAside::Complaint)
        } else {
            None
        };
        self.push(row, content, aside);
    }

    /// A row that lies inside a block of merged content cells and adds nothing belongs to the block's first row.
    fn inside_content(&self, row: u32) -> bool {
        let inside = merged(self.sheet, row, self.columns.content).is_some_and(|block| block.first_row < row);
        inside && self.own(row).is_empty()
    }

    /// What the row itself says, without what merges lend it.
    fn own(&self, row: u32) -> String {
        self.sheet
            .cells
            .range((row, 0)..=(row, u32::MAX))
            .map(|(at, _)| clean(&text_at(self.sheet, *at)))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn whole(&self, row: u32) -> String {
        self.own(row)
    }

    /// The text that a person sees in the row under a column: that of the merged block, where there is one.
    fn at(&self, row: u32, column: Option<u32>) -> String {
        let Some(column) = column else {
            return String::new();
        };
        let (row, column) = merged(self.sheet, row, column)
            .map_or((row, column), |block| (block.first_row, block.first_column));
        text_at(self.sheet, (row, column)).trim().to_owned()
    }

    /// A heading stands alone in its row and does not stand in the content column by itself, or is merged across it.
    fn is_heading(&self, row: u32, content: &str) -> bool {
        let cells: Vec<u32> = self
            .sheet
            .cells
            .range((row, 0)..=(row, u32::MAX))
            .map(|((_, c), _)| *c)
            .collect();
        let [only] = cells.as_slice() else { return false };
        let across = merged(self.sheet, row, *only).is_some_and(|b| b.first_column < self.columns.content);
        let words = self.whole(row);
        let labelled = fold(&words).starts_with("y kien");
        let numbered = words.chars().all(|c| c.is_ascii_digit() || c == '.');
        !labelled && !numbered && *only != self.columns.content && (content.is_empty() || across)
    }

    fn total(&mut self, row: u32) {
        let digits = |text: &str| {
            text.split(|c: char| !c.is_ascii_digit())
                .find_map(|part| part.parse().ok())
        };
        let found = self
            .sheet
            .cells
            .range((row, 0)..=(row, u32::MAX))
            .find_map(|(at, _)| {
                digits(&text_at(self.sheet, *at)).map(|number| Total {
                    number,
                    cell: cell_name(at.0, at.1),
                })
            });
        self.table.total = self.table.total.take().or(found);
    }

    fn aside(&mut self, row: u32, reason: ReasonAside) {
        let text = self.whole(row);
        self.push(row, text, Some(reason));
    }

    fn push(&mut self, row: u32, text: String, aside: Option<ReasonAside>) {
        let person = self.at(row, self.columns.person);
        let position = self.at(row, self.columns.position);
        let cell = cell_name(row, self.columns.content);
        self.table.rows.push(Row {
            row,
            cell,
            person,
            position,
            text,
            heading: self.heading.clone(),
            aside,
        });
    }
}

/// The columns that a row names, if it is a header: the content's and at least one other.
fn header(sheet: &Sheet, row: u32) -> Option<Columns> {
    let mut found: Vec<(Role, u32)> = Vec::new();
    for ((_, column), _) in sheet.cells.range((row, 0)..=(row, u32::MAX)) {
        if let Some(role) = role(&text_at(sheet, (row, *column))) {
            found.push((role, *column));
        }
    }
    let of = |wanted: Role| {
        found
            .iter()
            .find(|(role, _)| *role == wanted)
            .map(|(_, column)| *column)
    };
    let columns = Columns {
        number: of(Role::Number),
        person: of(Role::Person),
        position: of(Role::Position),
        content: of(Role::Content)?,
    };
    (columns.number.is_some() || columns.person.is_some() || columns.position.is_some()).then_some(columns)
}

/// Headers are short; a sentence that speaks of "ý kiến" is none.
fn role(text: &str) -> Option<Role> {
    let text = fold(&clean(text));
    if text.is_empty() || text.chars().count() > 60 || text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    COLUMN_WORDS.iter().find_map(|(role, words)| {
        let hit = |word: &&str| match role {
            Role::Number => text == **word,
            _ => text.contains(*word),
        };
        words.iter().any(hit).then_some(*role)
    })
}

fn is_total(folded: &str) -> bool {
    ["tong cong", "tong so y kien", "tong so", "cong:"]
        .iter()
        .any(|word| folded.starts_with(word))
        || folded == "cong"
}

/// What closes a report: recipients and signature.
fn is_closing(folded: &str) -> bool {
    [
        "noi nhan",
        "t/m ",
        "tm. ",
        "t.m ",
        "(ky ten",
        "nguoi lap bieu",
        "nguoi tong hop",
    ]
    .iter()
    .any(|word| folded.starts_with(word))
}

fn merged(sheet: &Sheet, row: u32, column: u32) -> Option<Merge> {
    sheet
        .merges
        .iter()
        .find(|b| {
            (b.first_row..=b.last_row).contains(&row) && (b.first_column..=b.last_column).contains(&column)
        })
        .copied()
}

/// The words of a cell; a number as Excel shows it; nothing for an error or a formula without a result.
fn text_at(sheet: &Sheet, at: (u32, u32)) -> String {
    match sheet.cells.get(&at).map(|cell| &cell.value) {
        Some(Value::Text(text) | Value::Date(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(flag)) => flag.to_string(),
        Some(Value::Error(_) | Value::NoResult) | None => String::new(),
    }
}
