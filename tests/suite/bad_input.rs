//! What bad input gets: one clear sentence that names the place and says what to do, the documented exit code, every
//! other file still read, nothing half-written.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::Path;

use crate::support::{consolidate_json, doithoai, list, samples, text};

/// Exit code and standard error of `consolidate` with these arguments.
fn consolidate(arguments: &[&str], out: &Path) -> (i32, String) {
    let out = out.to_str().unwrap();
    run(&[&["consolidate"], arguments, &["--out", out]].concat())
}

/// Exit code and standard error of the program with these arguments.
fn run(arguments: &[&str]) -> (i32, String) {
    let output = doithoai().args(arguments).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// One sample report copied into a folder.
fn one_report(folder: &Path) {
    fs::copy(
        samples().join("Báo cáo xã Phú Xuyên.xlsx"),
        folder.join("Báo cáo xã Phú Xuyên.xlsx"),
    )
    .unwrap();
}

#[test]
fn done_is_0_and_a_person_must_look_is_1_only_when_asked_for() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    one_report(folder.path());
    fs::write(folder.path().join("rong.xlsx"), "").unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(consolidate(&[path], out.path()).0, 0);
    assert_eq!(consolidate(&[path, "--strict"], out.path()).0, 1);
}

#[test]
fn wrong_use_is_2() {
    let out = tempfile::tempdir().unwrap();
    let path = samples();
    let path = path.to_str().unwrap();
    for arguments in [
        &[path, "--plan", "khong-co"][..],
        &[path, "--today", "31/02/2025"],
        &[],
        &[path, "--sai"],
    ] {
        let (code, said) = consolidate(arguments, out.path());
        assert_eq!(code, 2, "{arguments:?}: {said}");
        assert!(!said.is_empty(), "{arguments:?}");
    }
    assert!(
        fs::read_dir(out.path()).unwrap().next().is_none(),
        "nothing is written"
    );
}

#[test]
fn a_missing_path_an_empty_folder_and_a_wrong_plan_file_are_3_and_say_what_to_do() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let plan = folder.path().join("sai.toml");
    fs::write(&plan, "id = \"x\"\nten = \"y\"\n").unwrap();
    let empty = folder.path().join("trong");
    fs::create_dir(&empty).unwrap();
    let samples = samples();
    let cases: [(&[&str], &[&str]); 3] = [
        (
            &["khong/co/thu-muc"],
            &["khong/co/thu-muc", "không tìm thấy", "Hãy"],
        ),
        (
            &[empty.to_str().unwrap()],
            &["trong", "không có tệp báo cáo nào", "Hãy"],
        ),
        (
            &[samples.to_str().unwrap(), "--plan", plan.to_str().unwrap()],
            &["sai.toml", "kế hoạch sai", "ten", "2"],
        ),
    ];
    for (arguments, parts) in cases {
        let (code, said) = consolidate(arguments, out.path());
        assert_eq!(code, 3, "{arguments:?}: {said}");
        for part in parts {
            assert!(said.contains(part), "{part:?} in {said}");
        }
    }
    assert!(
        fs::read_dir(out.path()).unwrap().next().is_none(),
        "nothing is written"
    );
}

#[test]
fn a_bad_file_is_named_and_the_others_are_read() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    one_report(folder.path());
    fs::write(folder.path().join("rong.xlsx"), "").unwrap();
    fs::write(folder.path().join("anh.xlsx"), b"\x89PNG\r\n\x1a\n0000").unwrap();
    fs::write(folder.path().join("hong.xlsx"), b"PK\x03\x04 and no more").unwrap();
    fs::write(
        folder.path().join("hong.xls"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more",
    )
    .unwrap();
    let run = consolidate_json([folder.path()], out.path());
    assert!(!list(&run, "opinions").is_empty());
    assert_eq!(run["counts"]["files"], 5);
    assert_eq!(run["counts"]["files_not_read"], 4);
    for (file, code) in [
        ("rong.xlsx", "empty-file"),
        ("anh.xlsx", "not-spreadsheet"),
        ("hong.xlsx", "unreadable"),
        ("hong.xls", "unreadable"),
    ] {
        let found = list(&run, "findings")
            .iter()
            .find(|finding| text(finding, "file") == file);
        let found = found.unwrap_or_else(|| panic!("{file} is named"));
        assert_eq!(
            (text(found, "code"), text(found, "severity")),
            (code, "error"),
            "{file}"
        );
        // In plain Vietnamese, without the words of whatever gave up.
        let message = text(found, "message");
        let foreign = ["invalid", "error", "stopped", "sector", "utf"];
        assert!(
            !message.is_empty() && !foreign.iter().any(|word| message.to_lowercase().contains(word)),
            "{message}"
        );
    }
}

#[test]
fn a_damaged_sheet_is_named_and_the_others_are_read() {
    use std::io::Write;
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let row = |cells: [&str; 4]| {
        let cells = cells.map(|words| format!("<c t='str'><v>{words}</v></c>"));
        format!("<row>{}</row>", cells.concat())
    };
    let sheet = format!(
        "<worksheet><sheetData>{}{}</sheetData></worksheet>",
        row(["STT", "Họ và tên", "Chức vụ", "Nội dung ý kiến"]),
        row(["1", "Lý Văn Bình", "Trưởng xóm", "Đề nghị sửa cầu treo bị hỏng"])
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in [
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='Xóm 1'/><sheet name='Xóm 2'/></sheets></workbook>",
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/worksheets/sheet2.xml", &sheet[..sheet.len() / 2]),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    let file = zip.finish().unwrap().into_inner();
    fs::write(folder.path().join("xã Yên Bình.xlsx"), file).unwrap();
    let run = consolidate_json([folder.path()], out.path());
    assert_eq!(list(&run, "opinions").len(), 1);
    let found = list(&run, "findings")
        .iter()
        .find(|finding| text(finding, "code") == "sheet-unreadable")
        .unwrap();
    assert_eq!(
        (text(found, "sheet"), text(found, "severity")),
        ("Xóm 2", "error")
    );
}

#[test]
fn a_folder_that_cannot_be_written_to_is_3_and_named() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    one_report(folder.path());
    let file = out.path().join("ket-qua");
    fs::write(&file, "a file where the folder should be").unwrap();
    let (code, said) = consolidate(&[folder.path().to_str().unwrap()], &file);
    assert_eq!(code, 3, "{said}");
    assert!(
        said.contains("ket-qua") && said.contains("không ghi được"),
        "{said}"
    );
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "a file where the folder should be"
    );
}

#[test]
fn a_foreign_workbook_in_the_place_of_ours_is_3_and_left_alone() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    one_report(folder.path());
    let foreign = samples().join("BC xa Ba Be.xlsx");
    let place = out.path().join("tong-hop.xlsx");
    fs::copy(&foreign, &place).unwrap();
    let (code, said) = consolidate(&[folder.path().to_str().unwrap()], out.path());
    assert_eq!(code, 3, "{said}");
    assert!(
        said.contains("tong-hop.xlsx") && said.contains("doithoai"),
        "{said}"
    );
    assert!(
        fs::read(&foreign).unwrap() == fs::read(&place).unwrap(),
        "it is untouched"
    );
    assert!(said.contains("--fresh") && said.contains("--out"), "{said}");
    let (code, said) = consolidate(&[folder.path().to_str().unwrap(), "--fresh"], out.path());
    assert_eq!(code, 0, "what the hint says helps: {said}");
    let backups = fs::read_dir(out.path().join("sao-luu")).unwrap();
    assert_eq!(backups.count(), 1, "and keeps the foreign workbook");
}

#[test]
fn a_command_that_comes_before_consolidate_says_to_run_it_first() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    for command in ["assign", "collect"] {
        let told = |lang: &str| run(&[command, "--out", folder, "--lang", lang]);
        assert_eq!(
            told("vi"),
            (
                3,
                format!(
                    "{folder}: thư mục này chưa có tệp tổng hợp (tong-hop.xlsx). Hãy chạy `doithoai consolidate` trước, hoặc nêu thư \
                     mục kết quả khác bằng --out.\n"
                )
            )
        );
        assert_eq!(
            told("en"),
            (
                3,
                format!(
                    "{folder}: this folder holds no consolidated workbook yet (tong-hop.xlsx). Run `doithoai consolidate` first, or \
                     name another folder of results with --out.\n"
                )
            )
        );
    }
}

#[test]
fn a_damaged_line_of_the_journal_is_named_in_the_language_asked_for_and_not_sent_to_excel() {
    let out = tempfile::tempdir().unwrap();
    let journal = out.path().join("nhat-ky.jsonl");
    fs::write(&journal, "{\"on\":\"2025-12-05\"}\n").unwrap();
    let told = |lang: &str| {
        let (code, said) = run(&["schedule", "--out", out.path().to_str().unwrap(), "--lang", lang]);
        assert_eq!(code, 3, "{said}");
        let said = said.strip_prefix(journal.to_str().unwrap()).unwrap().to_owned();
        assert!(!said.contains("Excel"), "{said}");
        said
    };
    let vietnamese = told("vi");
    assert!(
        vietnamese.starts_with(", dòng 1: nhật ký hỏng ở dòng này. Hãy chép lại bản sao lưu"),
        "{vietnamese}"
    );
    let english = told("en");
    assert!(
        english.starts_with(", line 1: this line of the journal is damaged. Restore a backup"),
        "{english}"
    );
}

#[test]
fn each_hint_is_about_what_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (out, report) = (place("ket-qua"), place("bao-cao.xlsx"));
    fs::copy(samples().join("BC xa Ba Be.xlsx"), &report).unwrap();
    fs::write(
        place("ngay-nghi-rieng.toml"),
        "[[year]]\nyear = 2030\nannounced = true\nholiday = []\n",
    )
    .unwrap();
    let holidays = place("ngay-nghi-rieng.toml");
    let here = folder.path().to_str().unwrap();
    let cases: [(&[&str], i32, &[&str]); 7] = [
        (
            &["schedule", "--plan", here],
            3,
            &["đây là thư mục, không phải tệp", "Hãy nêu đúng tệp"],
        ),
        (
            &["schedule", "--plan", &report],
            3,
            &["không phải văn bản", "Hãy nêu đúng tệp"],
        ),
        (
            &["schedule", "--holidays", &holidays],
            3,
            &["bảng ngày nghỉ sai", "dòng 4", "plans/ngay-nghi.toml"],
        ),
        (
            &["schedule", "--done", "khong-co"],
            2,
            &[
                "--done khong-co: kế hoạch không có mốc này",
                "(xa-gui-y-kien,",
                "hoi-nghi",
            ],
        ),
        (
            &["schedule", "--open", "khong-co"],
            2,
            &["--open khong-co: kế hoạch không có mốc này"],
        ),
        (
            &["check", &report, "--xlsx", &report],
            3,
            &["bao-cao.xlsx", "không ghi đè", "Hãy chọn tên tệp khác"],
        ),
        (
            &["consolidate", &report, "--answered", &report],
            3,
            &["bao-cao.xlsx", "Hãy nêu thư mục kết quả của lần trước"],
        ),
    ];
    for (arguments, status, parts) in cases {
        let (code, said) = run(&[arguments, &["--out", &out]].concat());
        assert_eq!(code, status, "{arguments:?}: {said}");
        for part in parts {
            assert!(said.contains(part), "{part:?} in {said}");
        }
        for wrong in [
            "Excel",
            "kế hoạch sai",
            "docs/PLAN.md",
            "chạy `doithoai consolidate`",
        ] {
            assert!(!said.contains(wrong), "{wrong:?} in {said}");
        }
    }
}

// Windows has no file of such a name.
#[cfg(unix)]
#[test]
fn what_a_file_name_tells_the_terminal_to_do_is_not_passed_on() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let name = folder.path().join("xã Ba Bể \u{1b}]0;x\u{7}\u{9b}31m.xlsx");
    fs::copy(samples().join("BC xa Ba Be.xlsx"), name).unwrap();
    let output = doithoai()
        .arg("check")
        .arg(folder.path())
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("xã Ba Bể \u{fffd}]0;x\u{fffd}\u{fffd}31m.xlsx"),
        "{said}"
    );
    assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
}

#[test]
fn an_option_that_would_change_nothing_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().join("moi");
    let here = here.to_str().unwrap();
    let cases: [&[&str]; 8] = [
        &["init", "thai-nguyen-2025", here, "--plan", "cho-moi-2025"],
        &["init", "thai-nguyen-2025", here, "--out", here],
        &["--out", here, "init", "thai-nguyen-2025", here],
        &["plans", "--plan", "cho-moi-2025"],
        &["plans", "show", "cho-moi-2025", "--out", here],
        &["schedule", "--format", "csv", "--explain", "--out", here],
        &["schedule", "--event", "2025-12-23", "--for", "Sở Xây dựng"],
        &["schedule", "--event", "2025-12-23", "--explain"],
    ];
    for arguments in cases {
        let (code, said) = run(arguments);
        assert_eq!(code, 2, "{arguments:?}: {said}");
        assert!(said.contains("--"), "the option is named: {said}");
    }
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing is written"
    );
}

#[test]
fn english_is_spoken_when_asked_for() {
    let out = tempfile::tempdir().unwrap();
    let (_, said) = consolidate(&["khong-co", "--lang", "en"], out.path());
    assert!(said.contains("not found"), "{said}");
}
