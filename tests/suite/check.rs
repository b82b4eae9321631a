//! `check` on the sample reports: what was understood, file by file, and who is missing.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use crate::support::{doithoai, list, samples, text};

#[test]
fn each_file_is_named_with_its_unit_and_the_missing_units_are_called() {
    let assert = doithoai().arg("check").arg(samples()).assert().code(0);
    let said = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    for part in [
        "Báo cáo xã Phú Xuyên.xlsx: đọc được",
        "BC xa Bang Van.xls: đọc được",
        "Đơn vị đã gửi: 90 trên 92",
        "xã Định Hoá",
        "xã Trại Cau",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
}

#[test]
fn programs_get_every_file_every_unit_and_every_finding() {
    let assert = doithoai()
        .arg("check")
        .arg(samples())
        .arg("--json")
        .assert()
        .code(0);
    let said: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!(list(&said, "files").len(), 92);
    assert_eq!(list(&said, "units").len(), 92);
    let copies: Vec<_> = list(&said, "findings")
        .iter()
        .filter(|f| text(f, "code") == "copy")
        .collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
}

#[test]
fn a_person_must_look_is_1_when_asked_for() {
    doithoai()
        .arg("check")
        .arg(samples())
        .arg("--strict")
        .assert()
        .code(1);
}
