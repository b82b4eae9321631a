//! Text with separators (.csv and its relatives).
//!
//! Quotes are believed only where they make sense: one that is never closed, or that would swallow lines which are rows
//! by themselves, holds nothing together. Nothing is lost either way, and the cell is noted.

use super::budget::{Budget, finish};
use super::container::Refusal;
use super::encoding;
use super::grid::{Cell, LAST_COLUMN, Parted, Sheet, Value};
use crate::settings;

/// How many lines decide on the separator.
const LINES_LOOKED_AT: usize = 200;

/// The one table of a text file.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let text = with_line_feeds(&encoding::decode(bytes));
    let (stated, text) = stated_separator(text.trim_start_matches('\u{feff}'));
    let separator = stated.unwrap_or_else(|| likely_separator(text));
    let width = usual_width(text, separator);
    let mut budget = Budget::default();
    let mut sheet = Sheet {
        name: "Bảng 1".to_owned(),
        ..Sheet::default()
    };
    let mut parted = Parted {
        by: separator,
        ..Parted::default()
    };
    let (mut rest, mut row) = (text, 0);
    // What was searched in vain for closing quotes; where it is too much, quotes are characters like any other.
    let mut searched = 0;
    while !rest.is_empty() {
        let mut column = 0;
        let mut ended = false;
        while !ended {
            let field = Field::read(rest, separator, width, &mut searched);
            if field.is_open {
                budget.thing()?;
                parted.open.push((row, column));
            }
            let text = match field
                .text
                .strip_prefix("=\"")
                .and_then(|text| text.strip_suffix('"'))
            {
                Some(text) if !text.contains('"') => text.to_owned(),
                _ => field.text,
            };
            let value = Value::Text(text);
            budget.put(&mut sheet, (row, column), Cell { value, formula: None })?;
            column = (column + 1).min(LAST_COLUMN);
            ended = field.ends_row;
            rest = field.rest;
        }
        parted.fields.insert(row, column);
        row += 1;
    }
    sheet.parted = Some(parted);
    finish(&mut sheet);
    Ok(vec![sheet])
}

/// The fields of one line of text with separators; quotes hold a field together. `searched` counts, over all lines of a sheet, the
/// bytes searched in vain for closing quotes; where it is too much, quotes are characters like any other.
#[must_use]
pub fn delimited_fields(line: &str, separator: char, searched: &mut usize) -> Vec<String> {
    let (mut fields, mut rest) = (Vec::new(), line);
    loop {
        let field = Field::read(rest, separator, 0, searched);
        fields.push(field.text);
        rest = field.rest;
        if field.ends_row {
            return fields;
        }
    }
}

/// The text without zeros, which are dirt in it, and with one kind of line end.
fn with_line_feeds(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n")
}

/// Excel's own first line, `sep=;`.
fn stated_separator(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    // The separator may be a tab, which is no space to be taken away.
    let stated = first.trim_matches([' ', '"']).strip_prefix("sep=");
    match stated.and_then(|separator| separator.chars().next()) {
        Some(separator) => (Some(separator), rest),
        None => (None, text),
    }
}

/// The separator that cuts the most lines into the same number of fields.
fn likely_separator(text: &str) -> char {
    let score = |separator: char| {
        let width = usual_width(text, separator);
        let lines = text.lines().take(LINES_LOOKED_AT);
        let agree = lines.filter(|line| fields(line, separator) == width).count();
        if width > 1 { agree * width.min(8) } else { 0 }
    };
    // Where two do equally well the first one stands.
    ['\t', ';', ',', '|']
        .into_iter()
        .rev()
        .max_by_key(|separator| score(*separator))
        .unwrap_or(',')
}

/// The number of fields that most lines with separators have.
fn usual_width(text: &str, separator: char) -> usize {
    let mut widths: Vec<usize> = text
        .lines()
        .take(LINES_LOOKED_AT)
        .map(|line| fields(line, separator))
        .filter(|width| *width > 1)
        .collect();
    widths.sort_unstable();
    let most = widths.chunk_by(|a, b| a == b).max_by_key(|run| run.len());
    most.and_then(|run| run.first()).copied().unwrap_or(1)
}

/// Fields of a line, separators between quotes not counted.
fn fields(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut count = 1;
    for c in line.chars() {
        quoted ^= c == '"';
        count += usize::from(c == separator && !quoted);
    }
    count
}

/// Whether a line between two quotes is a row of the table: a sentence has its commas before spaces, a row its number first.
fn is_row(line: &str, separator: char, width: usize) -> bool {
    let all = line.matches(separator).count();
    let before_spaces = line.matches(&format!("{separator} ")).count();
    let first = line.split(separator).next().unwrap_or_default().trim();
    let numbered = first.chars().all(|c| c.is_ascii_digit() || c == '.');
    all + 1 >= width && (numbered || all - before_spaces + 1 >= width)
}

struct Field<'a> {
    text: String,
    /// It begins with a quote that is never closed.
    is_open: bool,
    ends_row: bool,
    rest: &'a str,
}

impl<'a> Field<'a> {
    fn read(rest: &'a str, separator: char, width: usize, searched: &mut usize) -> Self {
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        // ="0912", as programs write what Excel should not take for a number.
        let begins = |rest: &'a str| rest.strip_prefix("=\"").or_else(|| rest.strip_prefix('"'));
        let inner = rest.get(spaces..).and_then(begins);
        let quoted = inner
            .filter(|_| *searched < settings::MAX_TEXT_BYTES)
            .and_then(|inner| Self::quoted(inner, separator, width, searched));
        if let Some(field) = quoted {
            return field;
        }
        let mut field = Self::plain(rest, separator);
        let words = inner.and_then(|_| field.text.trim_start().strip_prefix('"'));
        if let Some(words) = words.filter(|words| !words.contains('"')) {
            field.text = words.to_owned();
            field.is_open = true;
        }
        field
    }

    fn plain(rest: &'a str, separator: char) -> Self {
        let end = rest.find([separator, '\n']).unwrap_or(rest.len());
        let (text, rest) = rest.split_at(end);
        let mut after = rest.chars();
        let ends_row = after.next() != Some(separator);
        Self {
            text: text.to_owned(),
            is_open: false,
            ends_row,
            rest: after.as_str(),
        }
    }

    /// A field between quotes: it ends at a quote before a separator or line end. Nothing if there is no such quote, or
    /// if a line inside is a whole row of the table.
    fn quoted(inner: &'a str, separator: char, width: usize, searched: &mut usize) -> Option<Self> {
        let mut text = String::new();
        let mut rest = inner;
        let mut in_words = false;
        loop {
            let Some((before, after)) = rest.split_once('"') else {
                *searched += inner.len();
                return None;
            };
            let ends = |after: &str| after.is_empty() || after.starts_with([separator, '\n']);
            // Databases write a quote among the words as `\"`. Such quotes come in pairs, so that a field may end in `\`.
            if let Some(before) = before.strip_suffix('\\')
                && (in_words || !ends(after))
            {
                text.push_str(before);
                text.push('"');
                in_words = !in_words;
                rest = after;
                continue;
            }
            text.push_str(before);
            if let Some(escaped) = after.strip_prefix('"') {
                text.push('"');
                rest = escaped;
                continue;
            }
            let trimmed = after.trim_start_matches(' ');
            let next = trimmed.chars().next();
            if next.is_none_or(|c| c == separator || c == '\n') {
                let swallows = width > 1 && text.lines().skip(1).any(|line| is_row(line, separator, width));
                *searched += if swallows { text.len() } else { 0 };
                let mut after = trimmed.chars();
                let ends_row = after.next() != Some(separator);
                return (!swallows).then_some(Self {
                    text,
                    is_open: false,
                    ends_row,
                    rest: after.as_str(),
                });
            }
            // A quote inside the text that nobody doubled.
            text.push('"');
            rest = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let sheet = sheets(text.as_bytes()).unwrap().remove(0);
        let mut rows: Vec<Vec<String>> = Vec::new();
        for ((row, _), cell) in sheet.cells {
            rows.resize(rows.len().max(row as usize + 1), Vec::new());
            if let Value::Text(text) = cell.value {
                rows[row as usize].push(text);
            }
        }
        rows
    }

    #[test]
    fn the_separator_is_found() {
        for separator in [",", ";", "\t", "|"] {
            let text = ["STT", "Họ và tên", "Nội dung"].join(separator)
                + "\n"
                + &["1", "An", "Sửa cầu"].join(separator);
            assert_eq!(rows(&text)[1], ["1", "An", "Sửa cầu"], "{separator:?}");
        }
        assert_eq!(rows("sep=;\na;b,c\n")[0], ["a", "b,c"]);
        assert_eq!(rows("sep=\t\na\tb;c\n")[0], ["a", "b;c"]);
        let commas = "STT;Họ tên;Nội dung\n1;An;Sửa cầu, đường, trường, trạm\n2;Bình;Điện, nước, mạng, rác\n";
        assert_eq!(rows(commas)[2], ["2", "Bình", "Điện, nước, mạng, rác"]);
    }

    #[test]
    fn quotes_hold_what_they_should_and_swallow_nothing() {
        assert_eq!(
            rows("1,\"Sửa cầu,\nđường\",x\n2,\"Nói \"\"to\"\"\",y\n"),
            [vec!["1", "Sửa cầu,\nđường", "x"], vec!["2", "Nói \"to\"", "y"]]
        );
        // What Excel should not take for a number.
        assert_eq!(
            rows("1,=\"0912\",=\"Sửa cầu, đường\"\n2,\"=\"\"Kéo điện\"\"\",x\n"),
            [vec!["1", "0912", "Sửa cầu, đường"], vec!["2", "Kéo điện", "x"]]
        );
        let sentence =
            "1,An,\"- Đường hỏng\n- Thiếu điện, nước, sóng, trường \"\"cấp 1\"\"\"\n2,Bình,Sửa đường\n";
        assert_eq!(
            rows(sentence),
            [
                vec![
                    "1",
                    "An",
                    "- Đường hỏng\n- Thiếu điện, nước, sóng, trường \"cấp 1\""
                ],
                vec!["2", "Bình", "Sửa đường"]
            ]
        );
        let stray = "1,An,\"Sửa cầu\n2,Bình,Sửa đường\n3,Chi,\"Sửa trường\"\n4,Dung,\"Dự án \"A\" chậm\"\n";
        let read = rows(stray);
        assert_eq!(read.len(), 4);
        assert_eq!(read[0], ["1", "An", "Sửa cầu"]);
        assert_eq!(
            sheets(stray.as_bytes()).unwrap()[0].parted.as_ref().unwrap().open,
            [(0, 2)]
        );
        let database = r#"1,"theo \"NQ 05\", nhé","ở C:\"
2,"\"NQ 05\"",x
"#;
        assert_eq!(
            rows(database),
            [
                vec!["1", "theo \"NQ 05\", nhé", "ở C:\\"],
                vec!["2", "\"NQ 05\"", "x"]
            ]
        );
        assert_eq!(read[1], ["2", "Bình", "Sửa đường"]);
        assert_eq!(read[3], ["4", "Dung", "Dự án \"A\" chậm"]);
    }
}
