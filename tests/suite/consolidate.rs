//! The main job on the ninety-two sample reports: nothing lost, nothing invented, the same result every time.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{consolidate_json, doithoai, list, samples, text};
use serde_json::Value;

/// Units whose opinions the samples leave out: two sent nothing, one sent a blank form (see `samples/make.py`).
const SENT_NO_OPINION: [&str; 3] = ["xã Định Hóa", "xã Trại Cau", "xã Điềm Thụy"];

/// Unit and wording of every opinion that the samples hold, with how often.
fn sent() -> BTreeMap<(String, String), usize> {
    let table = include_str!("../../benches/data/opinions-dev.tsv");
    let mut sent = BTreeMap::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        if !SENT_NO_OPINION.contains(&cells[1]) {
            let key = (cells[1].to_owned(), words(cells[4]));
            *sent.entry(key).or_default() += 1;
        }
    }
    sent
}

/// The plan writes Nam Hoà, the labelled file Nam Hòa: the same unit.
fn unit(row: &Value) -> String {
    text(row, "unit")
        .replace("Hoà", "Hòa")
        .replace("Thuỵ", "Thụy")
        .replace("Hoá", "Hóa")
}

/// The words of a cell: spaces at its ends and between words are not the opinion.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn speaker_rows(run: &Value) -> BTreeMap<(String, String), usize> {
    let mut rows = BTreeMap::new();
    let aside = list(run, "set_aside")
        .iter()
        .filter(|row| matches!(text(row, "reason"), "no-opinion" | "complaint"));
    for row in list(run, "opinions").iter().chain(aside) {
        *rows.entry((unit(row), words(text(row, "text")))).or_default() += 1;
    }
    rows
}

/// A sheet of the form with these speakers and opinions.
fn fill(book: &mut rust_xlsxwriter::Workbook, name: &str, rows: &[[&str; 2]]) {
    let sheet = book.add_worksheet().set_name(name).unwrap();
    sheet.write(0, 0, "ĐẢNG ỦY XÃ PHÚ ĐÌNH").unwrap();
    sheet
        .write_row(1, 0, ["STT", "Họ và tên", "Nội dung ý kiến"])
        .unwrap();
    for (row, [person, said]) in (2..).zip(rows) {
        sheet.write(row, 0, row - 1).unwrap();
        sheet.write_row(row, 1, [*person, *said]).unwrap();
    }
}

#[test]
fn a_sheet_that_copies_another_counts_once() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let rows = [
        ["Ma Văn Hòa", "Đề nghị sửa đường"],
        ["Lý Thị Hoa", "Đề nghị làm cầu"],
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(&mut book, "Sheet1", &rows);
    fill(&mut book, "Sheet1 (2)", &rows);
    fill(
        &mut book,
        "Xóm 3",
        &[["Bế Thị Mến", "Đề nghị sửa đường"], rows[1]],
    );
    book.save(reports.path().join("a.xlsx")).unwrap();
    let run = consolidate_json([reports.path()], out.path());
    assert_eq!(list(&run, "opinions").len(), 4);
    let repeated: Vec<_> = list(&run, "findings")
        .iter()
        .filter(|finding| text(finding, "code") == "sheet-repeated")
        .map(|finding| text(finding, "sheet"))
        .collect();
    assert_eq!(repeated, ["Sheet1 (2)"]);
    assert_eq!(list(&run, "set_aside").len(), 2);
}

#[test]
fn every_hidden_sheet_is_named() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(&mut book, "Sheet1", &[["Ma Văn Hòa", "Đề nghị sửa đường"]]);
    for name in ["Xóm 3", "Xóm 4"] {
        fill(&mut book, name, &[["Lý Thị Hoa", "Đề nghị làm cầu"]]);
        book.worksheet_from_name(name).unwrap().set_hidden(true);
    }
    book.save(reports.path().join("a.xlsx")).unwrap();
    let run = consolidate_json([reports.path()], out.path());
    assert_eq!(list(&run, "opinions").len(), 1);
    let named: Vec<_> = list(&run, "findings")
        .iter()
        .filter(|finding| text(finding, "code") == "hidden-sheet")
        .map(|finding| text(finding, "sheet"))
        .collect();
    assert_eq!(named, ["Xóm 3", "Xóm 4"]);
}

#[test]
fn a_sheet_that_may_be_a_later_edition_of_another_counts_and_is_named() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let rows = [
        ["Ma Văn Hòa", "Đề nghị sửa đường"],
        ["Lý Thị Hoa", "Đề nghị làm cầu"],
        ["Bế Thị Mến", "Đề nghị kéo điện"],
    ];
    let other = ["Nông Văn Páo", "Đề nghị xây trạm y tế"];
    let more = ["Hà Thị Liên", "Đề nghị xây chợ"];
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(&mut book, "Lần 1", &rows);
    fill(&mut book, "Lần 2", &[other]);
    fill(&mut book, "Sheet1", &[rows[0], rows[1], more]);
    fill(&mut book, "Xóm 3", &[rows[0], ["Lục Thị Vân", "Đề nghị xây kè"]]);
    book.save(reports.path().join("a.xlsx")).unwrap();
    let run = consolidate_json([reports.path()], out.path());
    assert_eq!(list(&run, "opinions").len(), 9);
    let named: Vec<_> = list(&run, "findings")
        .iter()
        .filter(|finding| text(finding, "code") == "sheet-edition")
        .map(|finding| (text(finding, "sheet"), text(finding, "message")))
        .collect();
    let sheets: Vec<_> = named.iter().map(|(sheet, _)| *sheet).collect();
    assert_eq!(sheets, ["Lần 2", "Sheet1"]);
    assert!(named.iter().all(|(_, said)| !said.contains("Hòa")), "{named:?}");
}

#[test]
fn every_opinion_that_was_sent_is_there_once_and_none_is_invented() {
    let out = tempfile::tempdir().unwrap();
    let run = consolidate_json([samples()], out.path());
    let counts = &run["counts"];
    let number = |key: &str| counts[key].as_u64().unwrap();
    assert_eq!(number("files"), 92);
    assert_eq!(number("files_not_read"), 0);
    assert_eq!(number("units_expected"), 92);
    assert_eq!(number("units_reported"), 90);
    assert_eq!(number("rows"), number("opinions") + number("set_aside"));
    assert_eq!(number("opinions"), number("groups") + number("joined"));
    let (found, sent) = (speaker_rows(&run), sent());
    let lost: Vec<_> = sent
        .iter()
        .filter(|(key, times)| found.get(*key) != Some(times))
        .collect();
    assert!(lost.is_empty(), "lost or miscounted: {lost:?}");
    let invented: Vec<_> = found.keys().filter(|key| !sent.contains_key(*key)).collect();
    assert!(invented.is_empty(), "invented: {invented:?}");
}

#[test]
fn every_opinion_is_a_member_of_exactly_one_group() {
    let out = tempfile::tempdir().unwrap();
    let run = consolidate_json([samples()], out.path());
    let mut members: Vec<u64> = list(&run, "groups")
        .iter()
        .flat_map(|g| list(g, "members"))
        .map(|id| id.as_u64().unwrap())
        .collect();
    members.sort_unstable();
    let ids: Vec<u64> = list(&run, "opinions")
        .iter()
        .map(|o| o["id"].as_u64().unwrap())
        .collect();
    assert_eq!(members, ids);
    let codes: BTreeSet<&str> = list(&run, "groups")
        .iter()
        .map(|group| text(group, "code"))
        .collect();
    assert_eq!(codes.len(), list(&run, "groups").len(), "no code is given twice");
}

#[test]
fn the_order_of_files_does_not_matter() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut files: Vec<PathBuf> = fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let forward = consolidate_json(&files, one.path());
    files.reverse();
    let backward = consolidate_json(&files, two.path());
    assert_eq!(forward, backward);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for out in [&one, &two] {
        consolidate_json([samples()], out.path());
    }
    for name in ["tong-hop.xlsx", "nhat-ky.jsonl"] {
        let read = |out: &Path| fs::read(out.join(name)).unwrap();
        assert!(read(one.path()) == read(two.path()), "{name} differs");
    }
}

#[test]
fn a_second_run_keeps_every_code_and_finds_nothing_new() {
    let out = tempfile::tempdir().unwrap();
    let first = consolidate_json([samples()], out.path());
    let second = consolidate_json([samples()], out.path());
    assert_eq!(first["groups"], second["groups"]);
    assert_eq!(second["difference"]["new"], 0);
    assert_eq!(second["difference"]["gone"], 0);
}

#[test]
fn the_summary_says_in_vietnamese_what_was_read_and_what_to_do_next() {
    let out = tempfile::tempdir().unwrap();
    let assert = doithoai()
        .arg("consolidate")
        .arg(samples())
        .args(["--today", "2025-12-06", "--out"])
        .arg(out.path())
        .assert()
        .code(0);
    let said = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    for part in [
        "Tệp đọc được",
        "92 trên 92",
        "90 trên 92",
        "(khớp)",
        "doithoai assign",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
}
