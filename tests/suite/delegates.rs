//! `delegates` on lists as units send them: who is missing, one too many, listed twice; the roll-call for the door.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::path::Path;

use crate::support::{doithoai, list, text};
use doithoai::spreadsheet::{self, Value};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value as Json;

/// A list as a unit sends it: letterhead, header, rows.
fn write_list(path: &Path, heading: &str, rows: &[&[&str]]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, heading).unwrap();
    sheet.write_string(1, 0, "DANH SÁCH ĐẠI BIỂU THAM DỰ").unwrap();
    for (row, cells) in (3..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    book.save(path).unwrap();
}

fn run(plan: &str, folder: &Path, out: &Path) -> Json {
    let mut command = doithoai();
    command
        .arg("delegates")
        .arg(folder)
        .args(["--plan", plan, "--json", "--today", "2025-12-06", "--out"]);
    let output = command.arg(out).assert().code(0).get_output().stdout.clone();
    serde_json::from_slice(&output).unwrap()
}

fn codes<'a>(said: &'a Json, code: &str) -> Vec<&'a Json> {
    list(said, "findings")
        .iter()
        .filter(|finding| text(finding, "code") == code)
        .collect()
}

const HEADER: &[&str] = &["STT", "Họ và tên", "Chức vụ", "Năm sinh", "Điện thoại", "Ghi chú"];

/// Ten people of a commune, none of them real.
fn ten() -> Vec<Vec<String>> {
    (1..=10)
        .map(|number| {
            let name = format!(
                "Nguyễn Văn Mẫu {}",
                ["A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K"][number - 1]
            );
            let cells = [
                &number.to_string(),
                &name,
                "Người dân",
                &(1960 + number).to_string(),
                "0912345678",
                "",
            ];
            cells.map(str::to_owned).to_vec()
        })
        .collect()
}

fn rows(people: &[Vec<String>]) -> Vec<Vec<&str>> {
    let people = people.iter().map(|row| row.iter().map(String::as_str).collect());
    std::iter::once(HEADER.to_vec()).chain(people).collect()
}

fn write_people(path: &Path, heading: &str, people: &[Vec<String>]) {
    let rows = rows(people);
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    write_list(path, heading, &rows);
}

#[test]
fn a_commune_with_its_ten_citizens_has_nothing_to_mend_and_telephones_are_nowhere() {
    let root = tempfile::tempdir().unwrap();
    let (folder, out) = (root.path().join("ds"), root.path().join("ket-qua"));
    std::fs::create_dir(&folder).unwrap();
    write_people(&folder.join("xa Phu Dinh.xlsx"), "ĐẢNG ỦY XÃ PHÚ ĐÌNH", &ten());
    let said = run("thai-nguyen-2025", &folder, &out);
    assert_eq!(list(&said, "delegates").len(), 10);
    assert_eq!(codes(&said, "quota"), Vec::<&Json>::new());
    assert_eq!(codes(&said, "delegates-missing").len(), 91);
    assert_eq!(said["counts"]["expected"], 920);
    assert_eq!(said["counts"]["rows"], 10);
    assert!(!said.to_string().contains("0912345678") && !said.to_string().contains("912345678"));
    let sheets = spreadsheet::open(&std::fs::read(out.join("dai-bieu.xlsx")).unwrap()).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Danh sách", "Điểm danh", "Đơn vị", "Cần xem"]);
    let door: Vec<String> = sheets[1]
        .cells
        .values()
        .map(|cell| format!("{:?}", cell.value))
        .collect();
    assert!(
        door.iter().any(|cell| cell.contains("Ký tên")) && door.iter().any(|cell| cell.contains("Mẫu K"))
    );
    assert!(!format!("{sheets:?}").contains("912345678"));
}

#[test]
fn too_few_twice_in_a_list_and_in_two_communes_are_found_without_naming_anyone() {
    let root = tempfile::tempdir().unwrap();
    let (folder, out) = (root.path().join("ds"), root.path().join("ket-qua"));
    std::fs::create_dir(&folder).unwrap();
    let mut people = ten();
    people[9][1] = "Ông NGUYỄN VĂN MẪU A".to_owned();
    people[9][3] = "1961".to_owned();
    write_people(&folder.join("a.xlsx"), "ĐẢNG ỦY XÃ PHÚ ĐÌNH", &people);
    let mut others = ten()[..8].to_vec();
    others[1][3] = "2000".to_owned();
    for row in &mut others[2..] {
        row[1] = row[1].replace("Mẫu", "Khác");
    }
    write_people(&folder.join("b.xlsx"), "ĐẢNG ỦY XÃ VĂN HÁN", &others);
    let said = run("thai-nguyen-2025", &folder, &out);
    let twice = codes(&said, "delegate-twice");
    assert_eq!(twice.len(), 1);
    assert_eq!(
        (text(twice[0], "file"), text(twice[0], "cell")),
        ("a.xlsx", "B14")
    );
    assert!(text(twice[0], "message").contains("ô B5"));
    // Of the two names in both communes one was born in another year: two people.
    assert_eq!(codes(&said, "delegate-twice-across").len(), 1);
    let quota = codes(&said, "quota");
    assert_eq!(quota.len(), 1);
    assert!(text(quota[0], "message").contains("xã Văn Hán") && text(quota[0], "message").ends_with("có 8"));
    assert!(!said["findings"].to_string().to_lowercase().contains("nguyễn"));
}

#[test]
fn five_of_a_village_are_checked_by_role_and_missing_villages_are_counted() {
    let root = tempfile::tempdir().unwrap();
    let (folder, out) = (root.path().join("ds"), root.path().join("ket-qua"));
    std::fs::create_dir(&folder).unwrap();
    let header: &[&str] = &["TT", "Họ tên đại biểu", "Thành phần", "Đơn vị"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let lines: [&[&str]; 10] = [
        header,
        &["1", "Hoàng Văn Mẫu", "Bí thư chi bộ", ""],
        &["2", "Triệu Thị Mẫu", "Trưởng thôn", ""],
        &["3", "Lý Văn Mẫu", "Trưởng Ban CTMT", ""],
        &["4", "Nông Thị Mẫu", "Người dân", ""],
        &["5", "Bàn Văn Mẫu", "Hội viên Hội Nông dân", ""],
        &[
            "6",
            "Đặng Văn Mẫu",
            "Bí thư chi bộ kiêm Trưởng thôn",
            "thôn Khuổi Mẫu",
        ],
        &["7", "Phùng Thị Mẫu", "Người dân", "thôn Khuổi Mẫu"],
        &["8", "Lường Văn Mẫu", "Người dân", "thôn Khuổi Mẫu"],
        &["", "Tổng cộng", "8", ""],
    ];
    for (row, cells) in (0..).zip(lines) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    sheet
        .merge_range(1, 3, 5, 3, "thôn Nà Mẫu", &Format::new())
        .unwrap();
    book.save(folder.join("danh sach.xlsx")).unwrap();
    let said = run("cho-moi-2025", &folder, &out);
    assert_eq!(list(&said, "delegates").len(), 8);
    assert_eq!(said["counts"]["rows"], 9);
    let messages: Vec<&str> = codes(&said, "quota")
        .into_iter()
        .map(|finding| text(finding, "message"))
        .collect();
    assert_eq!(
        messages,
        ["thôn Khuổi Mẫu: Trưởng Ban công tác Mặt trận: kế hoạch 1 người, danh sách có 0"]
    );
    assert_eq!(codes(&said, "delegates-units-missing").len(), 1);
    assert_eq!(said["counts"]["expected"], 135);
}

#[test]
fn the_plan_of_villages_with_projects_asks_for_57() {
    let root = tempfile::tempdir().unwrap();
    let (folder, out) = (root.path().join("ds"), root.path().join("ket-qua"));
    std::fs::create_dir(&folder).unwrap();
    let people = ten();
    write_people(&folder.join("na keo moi.xlsx"), "THÔN TÀ LÀI", &people[..2]);
    let said = run("hoang-van-thu-2025", &folder, &out);
    assert_eq!(said["counts"]["expected"], 57);
    let in_all = codes(&said, "quota-in-all");
    assert_eq!(in_all.len(), 1);
    assert!(text(in_all[0], "message").contains("57 người, danh sách có 2"));
}

#[test]
fn what_is_no_list_is_named_and_the_exit_code_says_so_when_asked() {
    let root = tempfile::tempdir().unwrap();
    let (folder, out) = (root.path().join("ds"), root.path().join("ket-qua"));
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("trong.xlsx"), "").unwrap();
    let mut command = doithoai();
    command
        .arg("delegates")
        .arg(&folder)
        .args(["--strict", "--out"])
        .arg(&out);
    command.assert().code(1);
    let mut command = doithoai();
    command
        .arg("delegates")
        .arg(root.path().join("khong-co"))
        .arg("--out")
        .arg(&out);
    command.assert().code(3);
}

#[test]
fn the_same_lists_give_the_same_bytes() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("ds");
    std::fs::create_dir(&folder).unwrap();
    write_people(&folder.join("a.xlsx"), "ĐẢNG ỦY XÃ PHÚ ĐÌNH", &ten());
    let bytes = ["mot", "hai"].map(|name| {
        let out = root.path().join(name);
        run("thai-nguyen-2025", &folder, &out);
        std::fs::read(out.join("dai-bieu.xlsx")).unwrap()
    });
    assert_eq!(bytes[0], bytes[1]);
    let sheets = spreadsheet::open(&bytes[0]).unwrap();
    assert!(
        sheets[0]
            .cells
            .values()
            .any(|cell| cell.value == Value::Text("xã Phú Đình".to_owned()))
    );
}
