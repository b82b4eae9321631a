//! What holds for a workspace whatever happens to a run: one run at a time, and nothing shown that is not recorded.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::Path;

use assert_cmd::assert::Assert;
use predicates::str::contains;
use serde_json::json;

use crate::support::{consolidate_json, doithoai, list};

/// A report of Phú Đình with these opinions.
fn report(folder: &Path, opinions: &[&str]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "ĐẢNG ỦY XÃ PHÚ ĐÌNH").unwrap();
    sheet
        .write_row(1, 0, ["STT", "Họ và tên", "Nội dung ý kiến"])
        .unwrap();
    for (row, said) in (2..).zip(opinions) {
        sheet.write(row, 0, row - 1).unwrap();
        sheet.write_row(row, 1, ["Ma Văn Hòa", *said]).unwrap();
    }
    book.save(folder.join("a.xlsx")).unwrap();
}

fn run(arguments: &[&str], paths: &[&Path], out: &Path) -> Assert {
    let mut command = doithoai();
    command.args(arguments).args(paths);
    command.args(["--today", "2025-12-08", "--out"]).arg(out).assert()
}

#[test]
fn two_runs_never_write_to_one_workspace_at_once_and_a_look_is_free() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    report(reports.path(), &["Đề nghị sửa đường", "Đề nghị cấp điện"]);
    consolidate_json([reports.path()], out.path());
    let journal = || fs::read_to_string(out.path().join("nhat-ky.jsonl")).unwrap();
    let before = journal();
    let other = fs::File::open(out.path().join(".nhat-ky.khoa")).unwrap();
    other.lock().unwrap();
    let done = ["schedule", "--done", "xa-gui-y-kien"];
    let writing: [(&[&str], &[&Path]); 4] = [
        (&["consolidate"], &[reports.path()]),
        (&["assign"], &[]),
        (&["collect"], &[]),
        (&done, &[]),
    ];
    for (arguments, paths) in writing {
        run(arguments, paths, out.path()).code(3).stderr(contains(
            "một lệnh doithoai khác đang chạy với thư mục này. Hãy đợi",
        ));
        let english: Vec<&str> = arguments.iter().copied().chain(["--lang", "en"]).collect();
        run(&english, paths, out.path()).code(3).stderr(contains(
            "another doithoai command is at work in this folder. Wait",
        ));
    }
    assert_eq!(journal(), before);
    for look in ["status", "schedule"] {
        run(&[look], &[], out.path()).code(0);
    }
    other.unlock().unwrap();
    for (arguments, paths) in writing {
        run(arguments, paths, out.path()).code(0);
    }
}

#[test]
fn a_file_that_is_open_stops_the_run_before_anything_is_written() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    report(reports.path(), &["Đề nghị sửa đường"]);
    let with_report: [&str; 2] = ["consolidate", "--report"];
    run(&with_report, &[reports.path()], out.path()).code(0);
    let contents = || {
        ["tong-hop.xlsx", "bao-cao-cap-tren.xlsx", "nhat-ky.jsonl"]
            .map(|name| fs::read(out.path().join(name)).unwrap())
    };
    let before = contents();
    report(reports.path(), &["Đề nghị sửa đường", "Đề nghị cấp điện"]);
    let lock = out.path().join("~$bao-cao-cap-tren.docx");
    fs::write(&lock, "").unwrap();
    run(&with_report, &[reports.path()], out.path())
        .code(3)
        .stderr(contains("bao-cao-cap-tren.docx: tệp đang mở"));
    assert!(contents() == before);
    fs::remove_file(lock).unwrap();
    run(&with_report, &[reports.path()], out.path()).code(0);
    assert!(contents() != before);
}

#[cfg(unix)]
#[test]
fn no_code_is_shown_that_the_journal_does_not_hold() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    report(reports.path(), &["Đề nghị sửa đường"]);
    // A journal that is empty and cannot be extended, whoever runs the test.
    let away = out.path().join("gone/nhat-ky.jsonl");
    std::os::unix::fs::symlink(away, out.path().join("nhat-ky.jsonl")).unwrap();
    run(&["consolidate"], &[reports.path()], out.path())
        .code(3)
        .stderr(contains("nhat-ky.jsonl: không ghi được"));
    assert!(!out.path().join("tong-hop.xlsx").exists());
}

#[test]
fn a_run_is_compared_with_the_run_before_it() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (both, one) = (["Đề nghị sửa đường", "Đề nghị cấp điện"], ["Đề nghị sửa đường"]);
    let runs: [(&[&str], _); 6] = [
        (&both, serde_json::Value::Null),
        (&both, json!({"new": 0, "joined": 0, "gone": 0})),
        (&one, json!({"new": 0, "joined": 0, "gone": 1})),
        (&one, json!({"new": 0, "joined": 0, "gone": 0})),
        (&both, json!({"new": 1, "joined": 0, "gone": 0})),
        (&one, json!({"new": 0, "joined": 0, "gone": 1})),
    ];
    for (number, (opinions, difference)) in runs.into_iter().enumerate() {
        report(reports.path(), opinions);
        let run = consolidate_json([reports.path()], out.path());
        assert_eq!(run["difference"], difference, "run {number}");
    }
}

#[test]
fn results_beside_the_reports_are_not_taken_for_reports() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), &["Đề nghị sửa đường"]);
    for _ in 0..2 {
        let run = consolidate_json([folder.path()], folder.path());
        assert_eq!(list(&run, "opinions").len(), 1);
        let mut findings = list(&run, "findings").iter();
        assert!(findings.all(|finding| finding["file"] != ".nhat-ky.khoa"));
    }
}
