//! `plans` and `init`: reading, checking and beginning a plan; a workspace whose forms are read back.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::Path;

use crate::support::{doithoai, list, text};
use doithoai::plan::Plan;

/// What `plans check` says about a text on standard error, and its exit code.
fn refused(plan: &str, lang: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ke-hoach.toml");
    fs::write(&file, plan).unwrap();
    let assert = doithoai()
        .args(["plans", "check", "--lang", lang])
        .arg(&file)
        .assert()
        .code(3);
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

fn default_plan() -> &'static str {
    Plan::built_in_text("thai-nguyen-2025").unwrap()
}

/// The line of the first occurrence of a text, from 1.
fn line(plan: &str, of: &str) -> usize {
    plan[..plan.find(of).unwrap()].matches('\n').count() + 1
}

#[test]
fn each_mistake_in_a_plan_is_named_with_its_line_and_what_to_write() {
    for (from, to, said) in [
        (
            "who = \"Sở Khoa học và Công nghệ\"",
            "whom = \"x\"",
            "không có khóa \"whom\" (unknown field `whom`",
        ),
        (
            "trước ngày 07/12/2025",
            "trước ngày 31/11/2025",
            "không có ngày \"31/11/2025\"; viết như 07/12/2025",
        ),
        ("trước ngày 07/12/2025", "trước ngày 07/12", "thiếu năm"),
        (
            "code = \"01843\"",
            "code = \"01840\"",
            "mã đơn vị \"01840\" đã dùng ở trên",
        ),
        (
            "rank = \"phuong\"\nname = \"Bắc Kạn\"",
            "rank = \"huyện\"\nname = \"Bắc Kạn\"",
            "unknown variant",
        ),
        (
            "fields = [\"trung-uong\", \"cap-xa\"]",
            "fields = [\"trung-ương\"]",
            "không có lĩnh vực \"trung-ương\"",
        ),
        ("per-unit = 10", "per-unit = 0", "số lượng không thể có"),
        ("per-unit = 10", "per-unit = -1", "invalid value"),
        (
            "step = \"gather\"",
            "step = \"answer\"",
            "bước \"answer\" đã có ở mốc khác",
        ),
        ("level = \"tinh\"\n", "", "missing field `level`"),
        (
            "agencies = [\"vp-tinh-uy\"]",
            "agencies = [\"vp-tinh\"]",
            "không có cơ quan \"vp-tinh\"",
        ),
        ("title = \"BÁO CÁO\"", "title = \"BÁO CÁO", "không đọc được"),
    ] {
        assert!(default_plan().contains(from), "{from}");
        let plan = default_plan().replacen(from, to, 1);
        let error = refused(&plan, "vi");
        assert!(error.contains(said), "{to}: {error}");
        assert!(
            error.contains("ke-hoach.toml") && error.contains("dòng "),
            "{error}"
        );
    }
    let plan = default_plan().replacen("trước ngày 07/12/2025", "trước ngày 31/11/2025", 1);
    let place = format!("dòng {}, cột 11", line(&plan, "31/11/2025"));
    assert!(refused(&plan, "vi").contains(&place), "{place}");
    assert!(refused(&plan, "en").contains("there is no day \"31/11/2025\""));
}

#[test]
fn all_problems_of_a_plan_are_told_at_once() {
    let plan = default_plan()
        .replacen("trước ngày 07/12/2025", "trước ngày 31/11/2025", 1)
        .replacen("trước ngày 09/12/2025", "trước ngày 09/13/2025", 1)
        .replacen("code = \"01843\"", "code = \"01840\"", 1)
        .replacen("per-unit = 10", "per-unit = 10\nper-units = 10", 1)
        .replacen("holds = \"person\"", "holds = \"person\", width = 3", 1);
    let error = refused(&plan, "vi");
    for part in [
        "31/11/2025",
        "09/13/2025",
        "01840",
        "không có khóa \"per-units\"",
        "không có khóa \"width\"",
    ] {
        assert!(error.contains(part), "{part}: {error}");
    }
}

#[test]
fn contradictions_are_told_and_the_plan_can_still_be_used() {
    let assert = doithoai()
        .args(["plans", "check", "phu-luong-2022"])
        .assert()
        .code(0);
    let said = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert!(
        said.contains("135/UBND-VP") && said.contains("13/06/2021"),
        "{said}"
    );
    doithoai()
        .args(["plans", "check", "phu-luong-2022", "--strict"])
        .assert()
        .code(1);
    doithoai()
        .args(["plans", "check", "phuong-2025", "--strict"])
        .assert()
        .code(0);
    doithoai()
        .args(["plans", "check", "khong-co.toml"])
        .assert()
        .code(2);
}

#[test]
fn the_plans_are_listed_shown_and_begun() {
    let assert = doithoai().args(["plans", "--json"]).assert().code(0);
    let said: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!(list(&said, "plans").len(), 5);
    for name in Plan::built_in_names() {
        let assert = doithoai().args(["plans", "show", name]).assert().code(0);
        let said = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
        assert!(said.contains("Cơ quan trả lời"), "{said}");
    }
    let assert = doithoai()
        .args(["plans", "new", "--level", "phuong", "--event", "2026-12-15"])
        .assert()
        .code(0);
    let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    let plan = Plan::from_text(&text).unwrap();
    assert_eq!(plan.answer_milestone().unwrap().wording, "trước ngày 11/12/2026");
}

fn init(plan: &str, folder: &Path) {
    doithoai()
        .args(["init", plan])
        .arg(folder)
        .args(["--today", "2025-12-01"])
        .assert()
        .code(0);
}

#[test]
fn every_blank_form_is_read_back_without_a_finding_as_its_unit() {
    for (plan, forms, named) in [
        ("thai-nguyen-2025", 92, 92),
        ("cho-moi-2025", 1, 0),
        ("phuong-2025", 1, 0),
        ("hoang-van-thu-2025", 13, 12),
        ("phu-luong-2022", 5, 4),
    ] {
        let folder = tempfile::tempdir().unwrap();
        init(plan, folder.path());
        for forms_folder in ["bieu-mau", "bieu-mau-word"].map(|name| folder.path().join(name)) {
            assert_eq!(fs::read_dir(&forms_folder).unwrap().count(), forms, "{plan}");
            assert!(folder.path().join("bao-cao").is_dir());
            let file = folder.path().join("ke-hoach.toml");
            let assert = doithoai()
                .arg("check")
                .arg(&forms_folder)
                .arg("--plan")
                .arg(&file)
                .arg("--json")
                .assert()
                .code(0);
            let said: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
            // The form for units that the plan does not name has dots for the name, and says so.
            let nameless = forms - named;
            let found = list(&said, "findings");
            assert!(found.len() <= nameless, "{plan}: {}", said["findings"]);
            assert!(
                found
                    .iter()
                    .all(|finding| text(finding, "code") == "unit-unnamed"),
                "{found:?}"
            );
            let units = list(&said, "units").iter().filter(|unit| {
                unit["expected"] == true && unit["files"].as_array().is_some_and(|files| files.len() == 1)
            });
            assert_eq!(units.count(), named, "{plan}");
            for file in list(&said, "files") {
                assert_eq!(
                    (text(file, "state"), file["opinions"].as_u64()),
                    ("read", Some(0)),
                    "{file}"
                );
            }
        }
    }
}

#[test]
fn a_second_init_keeps_what_the_clerk_changed() {
    let folder = tempfile::tempdir().unwrap();
    init("cho-moi-2025", folder.path());
    let plan = folder.path().join("ke-hoach.toml");
    fs::write(&plan, "# của tôi\n").unwrap();
    init("cho-moi-2025", folder.path());
    let kept = folder.path().join("sao-luu").join("ke-hoach 2025-12-01.toml");
    assert_eq!(fs::read_to_string(kept).unwrap(), "# của tôi\n");
}
