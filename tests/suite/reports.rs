//! What only several reports together show: copies, later versions, second parts, units named twice, and results of an
//! earlier run that lie among the reports.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::Path;

use doithoai::intake::{self, Intake};
use doithoai::model::{ReasonAside, ReportState};
use doithoai::plan::Plan;

use crate::support::{consolidate_json, list};

/// Writes a report with one opinion for each text.
fn report(folder: &Path, name: &str, unit: &str, texts: &[&str]) {
    let mut csv = format!(
        "ĐẢNG ỦY {},,,\nSTT,Họ và tên,Chức vụ,Nội dung ý kiến\n",
        unit.to_uppercase()
    );
    for (number, text) in (1..).zip(texts) {
        csv.push_str(&format!("{number},Ma Văn Hòa,Trưởng xóm,{text}\n"));
    }
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, csv).unwrap();
}

fn read(folder: &Path) -> Intake {
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    intake::read(&[folder.to_path_buf()], &plan, &mut |_| {}).unwrap()
}

fn texts(intake: &Intake) -> Vec<&str> {
    intake
        .opinions
        .iter()
        .map(|opinion| opinion.text.as_str())
        .collect()
}

fn codes(intake: &Intake) -> Vec<(&str, &str)> {
    intake
        .findings
        .iter()
        .map(|finding| (finding.file.as_str(), finding.code()))
        .collect()
}

#[test]
fn a_later_version_replaces_and_nothing_of_the_earlier_one_is_lost_from_sight() {
    let root = tempfile::tempdir().unwrap();
    report(
        root.path(),
        "Phú Đình.csv",
        "xã Phú Đình",
        &["Sửa đường liên xóm", "Làm cầu treo"],
    );
    report(
        root.path(),
        "Phú Đình lần 2.csv",
        "xã Phú Đình",
        &["Sửa đường liên xóm 5"],
    );
    let intake = read(root.path());
    assert_eq!(texts(&intake), ["Sửa đường liên xóm 5"]);
    assert_eq!(codes(&intake), [("Phú Đình.csv", "replaced")]);
    let aside: Vec<_> = intake
        .set_aside
        .iter()
        .map(|row| (row.text.as_str(), row.reason))
        .collect();
    let repeat = ReasonAside::Repeat;
    assert_eq!(aside, [("Sửa đường liên xóm", repeat), ("Làm cầu treo", repeat)]);
    let states: Vec<_> = intake.reports.iter().map(|report| report.state).collect();
    assert_eq!(states, [ReportState::Read, ReportState::Repeat]);
}

#[test]
fn a_second_part_and_an_unexplained_second_file_count_too_and_are_shown() {
    let root = tempfile::tempdir().unwrap();
    report(root.path(), "a.csv", "xã Phú Đình", &["Sửa đường"]);
    report(root.path(), "a (phần 2).csv", "xã Phú Đình", &["Làm cầu"]);
    report(root.path(), "b/x.csv", "xã Văn Hán", &["Sửa đường"]);
    report(root.path(), "b/y.csv", "xã Văn Hán", &["Kéo điện"]);
    let intake = read(root.path());
    assert_eq!(intake.opinions.len(), 4);
    assert_eq!(
        codes(&intake),
        [("a (phần 2).csv", "continues"), ("b/y.csv", "second-report")]
    );
}

#[test]
fn a_copy_counts_once_and_the_heading_wins_over_the_file_name() {
    let root = tempfile::tempdir().unwrap();
    report(root.path(), "xa Van Han.csv", "xã Phú Đình", &["Sửa đường"]);
    report(root.path(), "z/xa Van Han.csv", "xã Phú Đình", &["Sửa đường"]);
    let intake = read(root.path());
    assert_eq!(intake.opinions.len(), 1);
    assert_eq!(intake.opinions[0].unit.name, "xã Phú Đình");
    assert!(codes(&intake).contains(&("xa Van Han.csv", "units-differ")));
    assert!(codes(&intake).contains(&("z/xa Van Han.csv", "copy")));
    let line = intake
        .roll
        .iter()
        .find(|line| line.unit.name == "xã Phú Đình")
        .unwrap();
    assert_eq!((line.files.len(), line.opinions, line.set_aside), (2, 1, 1));
}

#[test]
fn a_blank_form_counts_as_reported() {
    let root = tempfile::tempdir().unwrap();
    report(root.path(), "a.csv", "xã Phú Đình", &["", ""]);
    let intake = read(root.path());
    let line = intake
        .roll
        .iter()
        .find(|line| line.unit.name == "xã Phú Đình")
        .unwrap();
    assert_eq!((line.files.len(), line.opinions), (1, 0));
    assert_eq!(intake.reports[0].state, ReportState::Read);
}

#[test]
fn results_of_an_earlier_run_are_no_report() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out");
    let reports = root.path().join("reports");
    report(
        &reports,
        "a.csv",
        "xã Phú Đình",
        &["Sửa đường liên xóm", "Làm cầu treo"],
    );
    crate::support::consolidate_json([&reports], &out);
    fs::copy(out.join("tong-hop.xlsx"), reports.join("Tong hop.xlsx")).unwrap();
    let intake = read(&reports);
    assert_eq!(intake.opinions.len(), 2);
    assert_eq!(codes(&intake), [("Tong hop.xlsx", "own-workbook")]);
    assert_eq!(intake.reports[0].state, ReportState::NotReport);
}

#[test]
fn a_report_sent_in_two_formats_or_again_with_more_counts_once() {
    let root = tempfile::tempdir().unwrap();
    report(root.path(), "a.csv", "xã Phú Đình", &["Sửa đường liên xóm"]);
    report(
        root.path(),
        "b.csv",
        "Xã Phú Đình",
        &["Sửa  đường liên xóm", "Làm cầu treo"],
    );
    let intake = read(root.path());
    assert_eq!(texts(&intake), ["Sửa  đường liên xóm", "Làm cầu treo"]);
    assert_eq!(codes(&intake), [("a.csv", "says-the-same")]);
    assert_eq!(intake.reports[0].state, ReportState::Repeat);
    assert!(
        intake
            .set_aside
            .iter()
            .any(|row| row.reason == ReasonAside::Repeat)
    );
}

#[test]
fn rows_that_name_their_unit_need_no_other_name_and_pass_it_on() {
    let root = tempfile::tempdir().unwrap();
    let table = "STT,Xã,Họ và tên,Nội dung\n1,Phú Đình,Ma Văn Hòa,Sửa đường\n2,Văn Hán,Lý Thị Hoa,Làm cầu\n\
                 3,,Bế Thị Mến,Kéo điện\n";
    fs::write(root.path().join("a.csv"), table).unwrap();
    let intake = read(root.path());
    let units: Vec<&str> = intake.opinions.iter().map(|o| o.unit.name.as_str()).collect();
    assert_eq!(units, ["xã Phú Đình", "xã Văn Hán", "xã Văn Hán"]);
    assert_eq!(codes(&intake), []);
}

#[test]
fn a_further_table_is_of_the_unit_that_the_first_one_names_however_the_file_is_called() {
    let root = tempfile::tempdir().unwrap();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let officials =
        "ĐẢNG ỦY XÃ VĂN LĂNG\nSTT|Họ và tên|Nội dung ý kiến\n1|Lê Quang Đạo|Ứng trước vốn khắc phục bão";
    let people = "STT|Họ và tên|Nội dung ý kiến\n1|Sùng Thị Máy|Xin xe đưa đón học sinh";
    for (name, table) in [("Cán bộ", officials), ("Nhân dân", people)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, line) in (0..).zip(table.lines()) {
            for (column, text) in (0..).zip(line.split('|')) {
                sheet.write(row, column, text).unwrap();
            }
        }
    }
    workbook.save(root.path().join("xa Van Lang.xlsx")).unwrap();
    let intake = read(root.path());
    let units: Vec<&str> = intake.opinions.iter().map(|o| o.unit.name.as_str()).collect();
    assert_eq!(units, ["xã Văn Lăng", "xã Văn Lăng"]);
}

#[test]
fn what_stands_above_and_beside_an_opinion_is_told_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let csv = "ĐẢNG ỦY XÃ PHÚ ĐÌNH,,,,\nSTT,Họ và tên,Chức vụ,Nội dung ý kiến,Lĩnh vực\nI,LĨNH VỰC GIAO THÔNG,,,\n\
               1,Ma Văn Hòa,Trưởng xóm,Đề nghị sửa đường liên xóm,Giao thông\n\
               2,Lý Thị Hoa,Nông dân,\"Tôi có 2 kiến nghị:\n- Đề nghị làm cầu\n- Đề nghị kéo điện\",\n";
    fs::write(folder.path().join("a.csv"), csv).unwrap();
    let run = consolidate_json([folder.path().join("a.csv")], &folder.path().join("kq"));
    let told: Vec<(&str, usize)> = list(&run, "opinions")
        .iter()
        .map(|opinion| (opinion["heading"].as_str().unwrap(), list(opinion, "hints").len()))
        .collect();
    let list_of_two = "I LĨNH VỰC GIAO THÔNG\nTôi có 2 kiến nghị:";
    assert_eq!(
        told,
        [("I LĨNH VỰC GIAO THÔNG", 1), (list_of_two, 0), (list_of_two, 0)]
    );
}
