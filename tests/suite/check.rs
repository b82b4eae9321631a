//! `check` on the sample reports: what was understood, file by file, and who is missing.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use crate::support::{consolidate_json, doithoai, list, samples, text};

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
    let letters = list(&said, "files")
        .iter()
        .filter_map(|file| file["letter"].as_str());
    assert!(letters.clone().count() > 0);
    assert!(
        letters
            .into_iter()
            .all(|letter| letter.contains("Đề nghị đơn vị"))
    );
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

#[test]
fn a_workbook_is_written_with_every_file_every_finding_and_every_unit() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("kiem-tra.xlsx");
    let check = || {
        let mut command = doithoai();
        command
            .arg("check")
            .arg(samples())
            .arg("--quiet")
            .arg("--xlsx")
            .arg(&out);
        command
    };
    check().assert().code(0);
    let first = std::fs::read(&out).unwrap();
    check().assert().code(0);
    assert!(
        first == std::fs::read(&out).unwrap(),
        "equal input gives equal bytes"
    );
    let sheets = doithoai::spreadsheet::open(&first).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Từng tệp", "Cần xem", "Đơn vị"]);
    let texts = |sheet: usize| -> Vec<String> {
        let cells = sheets[sheet].cells.values();
        cells
            .filter_map(|cell| match &cell.value {
                doithoai::spreadsheet::Value::Text(text) => Some(text.clone()),
                _ => None,
            })
            .collect()
    };
    let (files, units) = (texts(0), texts(2));
    let listed = sheets[0].cells.keys().filter(|(_, column)| *column == 1);
    assert_eq!(listed.count(), 92 + 1, "every file, and the heading");
    let letter = files.iter().find(|text| text.starts_with("Kính gửi xã")).unwrap();
    assert!(
        letter.contains("Về tệp") && letter.contains("Đề nghị đơn vị"),
        "{letter}"
    );
    assert_eq!(units.iter().filter(|text| *text == "Chưa gửi").count(), 2);
    // Read among the reports it is known and left alone.
    let again = doithoai()
        .arg("check")
        .arg(folder.path())
        .arg("--json")
        .assert()
        .code(0);
    let said: serde_json::Value = serde_json::from_slice(&again.get_output().stdout).unwrap();
    assert_eq!(text(&list(&said, "findings")[0], "code"), "own-workbook");
}

#[test]
fn a_report_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("bc.xlsx");
    std::fs::copy(samples().join("BC xa Ba Be.xlsx"), &report).unwrap();
    let before = std::fs::read(&report).unwrap();
    let mut command = doithoai();
    command
        .arg("check")
        .arg(&report)
        .arg("--xlsx")
        .arg(&report)
        .assert()
        .code(3);
    assert!(before == std::fs::read(&report).unwrap());
}

/// Opinions stand above and below the table of the document, too; what else its paragraphs say is none.
#[test]
fn paragraphs_beside_the_table_of_a_word_document_are_opinions_where_they_are_headed_so() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    std::fs::copy(
        fixtures.join("beside_table.docx"),
        folder.path().join("Phú Lạc.docx"),
    )
    .unwrap();
    let run = consolidate_json([folder.path()], out.path());
    let opinions: Vec<(&str, &str)> = list(&run, "opinions")
        .iter()
        .map(|opinion| (text(opinion, "person"), text(opinion, "text")))
        .collect();
    assert_eq!(
        opinions,
        [
            ("Hoàng Văn Sáu", "Đề nghị nạo vét mương Na Rì trước vụ xuân."),
            ("Triệu Thị Mai", "Đề nghị mở thêm lớp mẫu giáo."),
            ("Nông Thị An", "Đề nghị sửa cầu Khe Vàng"),
            ("Lý Văn Bình", "Đề nghị kéo điện cho xóm Đông"),
            ("Ma Thị Chi", "Đề nghị cấp nước sạch"),
            ("", "Đề nghị lắp đèn chiếu sáng đoạn qua cổng trường."),
            ("", "Trạm y tế thiếu thuốc bảo hiểm đã ba tháng nay."),
        ]
    );
    let subject = |at: usize| run["opinions"][at]["heading"].as_str();
    assert_eq!(
        [subject(0), subject(5)],
        [
            Some("I. Ý kiến phát biểu trực tiếp tại hội nghị"),
            Some("III. Ý kiến gửi qua đường dây nóng"),
        ]
    );
    let aside: Vec<&str> = list(&run, "set_aside")
        .iter()
        .map(|row| text(row, "text"))
        .collect();
    for none in ["Trên đây là báo cáo của Đảng ủy xã", "T/M BAN THƯỜNG VỤ"] {
        assert!(aside.iter().any(|row| row.contains(none)), "{none}: {aside:#?}");
    }
    let told: Vec<(&str, &str)> = list(&run, "findings")
        .iter()
        .map(|finding| (text(finding, "code"), text(finding, "cell")))
        .collect();
    assert_eq!(told, [("beside-table", "A7"), ("beside-table", "A15")]);
    let said = doithoai().arg("check").arg(folder.path()).assert().code(0);
    let said = String::from_utf8(said.get_output().stdout.clone()).unwrap();
    assert_eq!(said.matches("các đoạn văn, không phải bảng").count(), 2, "{said}");
}
