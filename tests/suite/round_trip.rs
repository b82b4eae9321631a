//! The clerk's round trip: what is answered and edited in `tong-hop.xlsx` binds the next run.
//!
//! A test program plays the clerk: it writes into cells of the workbook as a spreadsheet program stores typed text.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use crate::support::{consolidate_json, list, samples, text};
use doithoai::spreadsheet::{self, Sheet, Value, cell_name};
use serde_json::Value as Json;

fn shown(sheet: &Sheet, at: (u32, u32)) -> &str {
    match sheet.cells.get(&at).map(|cell| &cell.value) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

/// Row and column of the first cell that begins with `words`.
fn find(sheet: &Sheet, words: &str) -> (u32, u32) {
    let mut places = sheet.cells.keys();
    *places
        .find(|at| shown(sheet, **at).starts_with(words))
        .unwrap_or_else(|| panic!("{words} is there"))
}

/// Types `typed` into a cell of a sheet of the workbook.
fn type_into(book: &Path, sheet: &str, at: (u32, u32), typed: &str) {
    let bytes = fs::read(book).unwrap();
    let number = spreadsheet::open(&bytes)
        .unwrap()
        .iter()
        .position(|s| s.name == sheet)
        .unwrap()
        + 1;
    let part = format!("xl/worksheets/sheet{number}.xml");
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            content = with_cell(&String::from_utf8(content).unwrap(), at, typed).into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        new.write_all(&content).unwrap();
    }
    fs::write(book, new.finish().unwrap().into_inner()).unwrap();
}

/// The sheet with the text in the cell, which keeps its style.
fn with_cell(sheet: &str, at: (u32, u32), typed: &str) -> String {
    let start = sheet
        .find(&format!("<c r=\"{}\"", cell_name(at.0, at.1)))
        .unwrap();
    let tag = start + sheet[start..].find('>').unwrap();
    let empty = sheet[..tag].ends_with('/');
    let end = if empty {
        tag + 1
    } else {
        tag + sheet[tag..].find("</c>").unwrap() + 4
    };
    let style = sheet[start..tag]
        .split("s=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let name = cell_name(at.0, at.1);
    let cell = format!("<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t>{typed}</t></is></c>");
    format!("{}{cell}{}", &sheet[..start], &sheet[end..])
}

fn sheet_of(book: &Path, name: &str) -> Sheet {
    let sheets = spreadsheet::open(&fs::read(book).unwrap()).unwrap();
    sheets.into_iter().find(|sheet| sheet.name == name).unwrap()
}

/// Unit and wording of an opinion, which stay what they are from run to run.
fn content(run: &Json, id: &Json) -> (String, String) {
    let opinion = list(run, "opinions")
        .iter()
        .find(|opinion| opinion["id"] == *id)
        .unwrap();
    (text(opinion, "unit").to_owned(), text(opinion, "text").to_owned())
}

fn code_of<'a>(run: &'a Json, content: &(String, String)) -> &'a str {
    let mut opinions = list(run, "opinions").iter();
    let opinion = opinions.find(|o| text(o, "unit") == content.0 && text(o, "text") == content.1);
    text(opinion.unwrap(), "group")
}

fn asked(run: &Json, a: &(String, String), b: &(String, String)) -> bool {
    list(run, "review").iter().any(|pair| {
        let (x, y) = (content(run, &pair["a"]), content(run, &pair["b"]));
        (&x, &y) == (a, b) || (&x, &y) == (b, a)
    })
}

#[test]
fn an_answer_binds_the_next_runs_and_is_not_asked_again() {
    for (answer, joined) in [("Trùng", true), ("Không trùng", false)] {
        let out = tempfile::tempdir().unwrap();
        let first = consolidate_json([samples()], out.path());
        let pair = &list(&first, "review")[0];
        let (a, b) = (content(&first, &pair["a"]), content(&first, &pair["b"]));
        assert_ne!(code_of(&first, &a), code_of(&first, &b));
        let book = out.path().join("tong-hop.xlsx");
        let header = find(&sheet_of(&book, "Cần xem lại"), "Trả lời");
        type_into(&book, "Cần xem lại", (header.0 + 1, header.1), answer);
        for _ in 0..2 {
            let next = consolidate_json([samples()], out.path());
            assert_eq!(code_of(&next, &a) == code_of(&next, &b), joined, "{answer}");
            assert!(!asked(&next, &a, &b), "{answer}");
        }
    }
}

#[test]
fn an_edited_wording_and_agency_stay() {
    let out = tempfile::tempdir().unwrap();
    let first = consolidate_json([samples()], out.path());
    let group = &list(&first, "groups")[0];
    assert_ne!(group["agency"], "so-y-te");
    let book = out.path().join("tong-hop.xlsx");
    let sheet = sheet_of(&book, "Tổng hợp");
    let (row, _) = find(&sheet, text(group, "code"));
    for (column, typed) in [
        ("Nội dung ý kiến", "Lời văn của cán bộ"),
        ("Cơ quan trả lời", "Sở Y tế"),
    ] {
        type_into(&book, "Tổng hợp", (row, find(&sheet, column).1), typed);
    }
    for _ in 0..2 {
        let next = consolidate_json([samples()], out.path());
        let same = list(&next, "groups")
            .iter()
            .find(|other| other["code"] == group["code"])
            .unwrap();
        assert_eq!(text(same, "text"), "Lời văn của cán bộ");
        assert_eq!(
            (&same["agency"], &same["agency_sure"]),
            (&Json::from("so-y-te"), &Json::from(true))
        );
    }
}
