//! Text with separators between its fields: files in which separators stand unquoted in the words ("1,An,Sửa cầu, đường" has a
//! field more than its header), whose words are put together again where the header says how many fields there are, and
//! sheets in which such text stands in one column. Knows no opinion, only which column holds the long texts.

use std::collections::BTreeSet;

use super::header::{Header, role};
use super::page::At;
use crate::finding::IntakeFinding;
use crate::model::ColumnRole;
use crate::spreadsheet::{Cell, Parted, Sheet, Value, delimited_fields};

/// The sheet with its words put together, and what is told about it; nothing where no row has too many fields.
pub(super) fn joined(sheet: &Sheet, header: &Header) -> Option<(Sheet, (Option<At>, IntakeFinding))> {
    let parted = sheet.parted.as_ref()?;
    let [table] = header.tables.as_slice() else {
        return None;
    };
    let content = table.contents.last()?.column as usize;
    let spaced = Fields::of(sheet, parted, header.last, true).is_spaced();
    let of = |row| Fields::of(sheet, parted, row, spaced);
    let below: Vec<Fields> = parted
        .fields
        .range(header.last + 1..)
        .map(|(row, _)| of(*row))
        .collect();
    let head = of(header.last);
    let mended: Vec<Fields> = match head
        .naturally()
        .filter(|natural| natural.fit(&below) > head.fit(&below))
    {
        Some(natural) => {
            // The header itself has too many; where its opinions stand is told when it is read again.
            let rows = below.iter().filter_map(|row| row.mended(&natural, None));
            std::iter::once(natural.clone()).chain(rows).collect()
        }
        None if has_unnamed_column(&head, &below) => return None,
        None => below
            .iter()
            .filter_map(|row| row.mended(&head, Some(content)))
            .collect(),
    };
    let (first, rows) = (mended.first()?, mended.len());
    let column = content.min(first.texts.len().saturating_sub(1));
    let at = (first.row, u32::try_from(column).unwrap_or_default());
    let mut sheet = sheet.clone();
    mended.iter().for_each(|row| row.put(&mut sheet));
    Some((sheet, (Some(at), IntakeFinding::FieldsJoined { rows })))
}

/// The sheet with its fields in columns of their own, where each row stands in one cell: a table that was pasted as text. With
/// it the column in which all stood.
pub(super) fn unpasted(sheet: &Sheet) -> Option<(Sheet, u32)> {
    const MOST_FIELDS: usize = 500;
    const SEPARATORS: [char; 4] = ['\t', ';', '|', ','];
    let column = sheet.cells.keys().next()?.1;
    if sheet.cells.keys().any(|at| at.1 != column) {
        return None;
    }
    let texts = || {
        sheet.cells.iter().filter_map(|(at, cell)| match &cell.value {
            Value::Text(text) => Some((at.0, text.as_str())),
            _ => None,
        })
    };
    let (first, by) = texts().find_map(|(row, text)| {
        let by = SEPARATORS.into_iter().find(|by| heads_table(text, *by));
        Some((row, by?))
    })?;
    let mut parted = Parted {
        by,
        ..Parted::default()
    };
    let mut own = sheet.clone();
    let mut searched = 0;
    for (row, text) in texts().skip_while(|(row, _)| *row < first) {
        let one_line = text.replace(['\n', '\r'], " ");
        let fields = delimited_fields(&one_line, by, &mut searched);
        // What has so many is a text and no row.
        if fields.len() > MOST_FIELDS {
            continue;
        }
        own.cells.remove(&(row, column));
        let count = u32::try_from(fields.len()).unwrap_or_default();
        for (column, text) in (0..).zip(fields).filter(|(_, text)| !text.trim().is_empty()) {
            let value = Value::Text(text);
            own.cells.insert((row, column), Cell { value, formula: None });
        }
        parted.fields.insert(row, count);
    }
    own.parted = Some(parted);
    Some((own, column))
}

/// Whether a text is the header of a table whose columns a separator parts.
fn heads_table(text: &str, by: char) -> bool {
    const LONGEST: usize = 200;
    const FEWEST: usize = 3;
    if text.len() > LONGEST || text.matches(by).count() + 1 < FEWEST {
        return false;
    }
    // "Ý kiến, kiến nghị của cán bộ, đảng viên" is a title: a column of each kind is enough for a table.
    let roles: BTreeSet<ColumnRole> = text.split(by).filter_map(role).collect();
    let has = |wanted: ColumnRole| roles.contains(&wanted);
    roles.len() >= FEWEST && has(ColumnRole::Content) && has(ColumnRole::Person)
}

/// The fields of a row, the empty ones too.
#[derive(Debug, Clone, PartialEq)]
struct Fields {
    row: u32,
    by: char,
    /// Whether the writer puts a space after every separator, which then says nothing.
    spaced: bool,
    texts: Vec<String>,
}

impl Fields {
    fn of(sheet: &Sheet, parted: &Parted, row: u32, spaced: bool) -> Self {
        let count = parted.fields.get(&row).copied().unwrap_or_default() as usize;
        let mut texts = vec![String::new(); count];
        for ((_, column), cell) in sheet.cells.range((row, 0)..=(row, u32::MAX)) {
            if let (Some(field), Value::Text(text)) = (texts.get_mut(*column as usize), &cell.value) {
                field.clone_from(text);
            }
        }
        Self {
            row,
            by: parted.by,
            spaced,
            texts,
        }
    }

    fn is_spaced(&self) -> bool {
        let mut after = self.texts.iter().skip(1).filter(|text| !text.is_empty());
        after.clone().next().is_some() && after.all(|text| in_sentence(text))
    }

    /// Fields up to the last that says something.
    fn said(&self) -> usize {
        self.texts
            .iter()
            .rposition(|text| !text.trim().is_empty())
            .map_or(0, |last| last + 1)
    }

    /// Put together where a space follows the separator, as it does in a sentence; nothing where it never does.
    fn naturally(&self) -> Option<Self> {
        let mut texts: Vec<String> = Vec::with_capacity(self.texts.len());
        for text in &self.texts {
            match texts.last_mut() {
                Some(before) if !self.spaced && in_sentence(text) && !before.trim().is_empty() => {
                    before.push(self.by);
                    before.push_str(text);
                }
                _ => texts.push(text.clone()),
            }
        }
        (texts.len() < self.texts.len()).then_some(Self {
            texts,
            ..self.clone()
        })
    }

    /// With the fields from `first` to `last` put together.
    fn with_one(&self, first: usize, last: usize) -> Option<Self> {
        let one = self.texts.get(first..=last)?.join(&self.by.to_string());
        let mut texts = self.texts.clone();
        texts.splice(first..=last, [one]);
        Some(Self {
            texts,
            ..self.clone()
        })
    }

    /// How many rows have as many fields as this one.
    fn fit(&self, rows: &[Self]) -> usize {
        let width = self.texts.len();
        let natural = |row: &Self| row.naturally().is_some_and(|row| row.texts.len() == width);
        rows.iter()
            .filter(|row| row.texts.len() == width || natural(row))
            .count()
    }

    /// With as many fields as the header, if it has more and that can be done. What is left over belongs to the column
    /// of long texts: as the last one it takes all, before others only what goes on like a sentence.
    fn mended(&self, head: &Self, content: Option<usize>) -> Option<Self> {
        let (all, said) = (head.texts.len(), head.said());
        let over = self
            .texts
            .len()
            .checked_sub(all)
            .filter(|over| *over > 0 || self.said() > said)?;
        if let Some(natural) = self.naturally()
            && (natural.texts.len() == all || natural.said() == said)
        {
            return Some(natural);
        }
        let content = content?;
        let last = self.said().checked_sub(1)?;
        if content + 1 == said && last > content {
            return self.with_one(content, last);
        }
        let rest = self.texts.get(content + 1..=content + over)?;
        let goes_on = |text: &String| in_sentence(text) || text.starts_with(char::is_lowercase);
        (over > 0 && rest.iter().all(goes_on)).then(|| self.with_one(content, content + over))?
    }

    fn put(&self, sheet: &mut Sheet) {
        let columns: Vec<At> = sheet
            .cells
            .range((self.row, 0)..=(self.row, u32::MAX))
            .map(|(at, _)| *at)
            .collect();
        for at in columns {
            sheet.cells.remove(&at);
        }
        for (column, text) in (0..).zip(&self.texts).filter(|(_, text)| !text.is_empty()) {
            let value = Value::Text(text.clone());
            sheet
                .cells
                .insert((self.row, column), Cell { value, formula: None });
        }
        if let (Some(parted), Ok(count)) = (&mut sheet.parted, u32::try_from(self.texts.len())) {
            parted.fields.insert(self.row, count);
        }
    }
}

/// What stands after a comma of a sentence begins with a space; fields are written close.
fn in_sentence(text: &str) -> bool {
    text.starts_with([' ', '\u{a0}']) && !text.trim().is_empty()
}

/// Whether every row has the same number of fields beyond the header and none reads like the end of a sentence: a column
/// that nobody named.
fn has_unnamed_column(head: &Fields, below: &[Fields]) -> bool {
    let width = head.said();
    let mut rows = below
        .iter()
        .filter(|row| row.said() >= width && width > 0)
        .peekable();
    let Some(first) = rows.peek().map(|row| row.said()).filter(|said| *said > width) else {
        return false;
    };
    let several = rows.clone().nth(1).is_some();
    let goes_on = |text: &String| in_sentence(text) || text.starts_with(char::is_lowercase);
    several && rows.all(|row| row.said() == first && !row.texts.iter().skip(width).any(goes_on))
}
