//! Tables that share words with one of opinions and hold none: the programme of the conference, who prepares what.
//!
//! Told by columns that say who does a thing, and by rows of which few ask or say what is wrong.

use super::asking::{asks_at_once, complains};
use super::header::Columns;
use super::page::Page;
use crate::text::{clean, fold};

/// Columns of who does what and when, without tones.
const DOING: [&str; 16] = [
    "nguoi thuc hien",
    "don vi thuc hien",
    "bo phan thuc hien",
    "co quan thuc hien",
    "nguoi phu trach",
    "nguoi dieu hanh",
    "phan cong",
    "nguoi chu tri",
    "don vi chu tri",
    "co quan chu tri",
    "thoi gian hoan thanh",
    "thoi gian thuc hien",
    "tien do hoan thanh",
    "thoi luong",
    "thoi han",
    "ket qua",
];

/// What heads the column of things to do; opinions stand under these words, too.
const DONE: [&str; 12] = [
    "noi dung",
    "noi dung cong viec",
    "noi dung thuc hien",
    "noi dung chuong trinh",
    "noi dung nhiem vu",
    "noi dung, cong viec",
    "noi dung chuan bi",
    "noi dung phan cong",
    "noi dung hoi nghi",
    "noi dung cong tac",
    "noi dung cong tac chuan bi",
    "noi dung can chuan bi",
];

/// Most columns of a programme that says no more than what happens when: "STT | Thời gian | Nội dung".
const MOST_COLUMNS: usize = 4;

/// Rows below a header that are looked at.
const TELLING_ROWS: u32 = 60;

/// Whether the texts of a header are those of a programme or of a list of tasks.
pub(super) fn is_header<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let folded: Vec<String> = texts.map(|text| fold(&clean(text))).collect();
    let hours = folded.len() <= MOST_COLUMNS && folded.iter().any(|text| text == "thoi gian");
    let doing = hours
        || folded
            .iter()
            .any(|text| DOING.iter().any(|word| text.starts_with(word)));
    doing && folded.iter().any(|text| DONE.contains(&text.as_str()))
}

/// Whether a table whose header ends in a row is a programme: no one is named in it but who does things, and most of its rows
/// neither ask nor say what is wrong.
pub(super) fn is_table(page: &Page, last: u32, table: &Columns, header: &[String]) -> bool {
    let [content] = table.contents.as_slice() else {
        return false;
    };
    if table.person.is_some() || !is_header(header.iter().map(String::as_str)) {
        return false;
    }
    let rows = last.saturating_add(1)..=last.saturating_add(TELLING_ROWS);
    let said: Vec<&str> = rows
        .map(|row| page.seen((row, content.column)))
        .filter(|text| !text.is_empty())
        .collect();
    let asking = said.iter().filter(|text| asks_at_once(text) || complains(text));
    asking.count() * 2 < said.len()
}
