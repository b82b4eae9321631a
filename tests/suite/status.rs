//! `status`, the progress beside a milestone, and the plan that a workspace brings along.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

use std::fs;

use crate::support::{doithoai, list, run, samples, text};
use serde_json::Value;

#[test]
fn status_tells_how_far_the_work_has_come_and_writes_nothing() {
    let (out, reports) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let before = run(&["status", "--today", "2025-12-05"], out.path());
    assert_eq!(
        (&before["reports"], &before["answers"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&before["next"]["id"], &before["next"]["days_left"]),
        (&"xa-gui-y-kien".into(), &1.into())
    );
    for (name, today) in [
        ("Báo cáo xã Phú Xuyên.xlsx", "2025-12-06"),
        ("Báo cáo xã Đồng Phúc.xlsx", "2025-12-08"),
    ] {
        fs::copy(samples().join(name), reports.path().join(name)).unwrap();
        run(
            &["consolidate", "--today", today, &reports.path().to_string_lossy()],
            out.path(),
        );
    }
    run(&["assign", "--today", "2025-12-08"], out.path());
    let journal = || fs::read(out.path().join("nhat-ky.jsonl")).unwrap();
    let untouched = journal();
    let status = run(&["status", "--today", "2025-12-15", "--xlsx"], out.path());
    assert!(journal() == untouched);
    let reports = &status["reports"];
    assert_eq!(
        reports["sent"],
        serde_json::json!(["xã Đồng Phúc", "xã Phú Xuyên"])
    );
    assert_eq!(
        reports["late"],
        serde_json::json!(["xã Đồng Phúc"]),
        "first read after the 6th"
    );
    assert_eq!(list(reports, "missing").len(), 90);
    assert_eq!(reports["assigned"], reports["groups"]);
    let overdue: u64 = list(&status, "agencies")
        .iter()
        .map(|agency| agency["counts"]["by_standing"]["overdue"].as_u64().unwrap())
        .sum();
    assert_eq!(
        Value::from(overdue),
        reports["groups"],
        "nobody answered by the 11th"
    );
    assert!(out.path().join("tien-do.xlsx").is_file());
    let schedule = run(&["schedule", "--today", "2025-12-05"], out.path());
    let share = |id: &str| {
        let milestone = list(&schedule, "milestones")
            .iter()
            .find(|one| text(one, "id") == id);
        milestone.unwrap()["progress"].clone()
    };
    assert_eq!(share("xa-gui-y-kien"), serde_json::json!({"done": 2, "of": 92}));
    assert_eq!(share("tong-hop-chuyen")["done"], reports["groups"]);
}

#[test]
fn a_workspace_brings_its_plan_along() {
    let folder = tempfile::tempdir().unwrap();
    doithoai()
        .args(["init", "cho-moi-2025", "--quiet"])
        .arg(folder.path())
        .assert()
        .code(0);
    let plan = |arguments: &[&str], inside: bool| {
        let mut command = doithoai();
        if inside {
            command.current_dir(folder.path());
        }
        let assert = command
            .args(["schedule", "--json", "--today", "2025-12-05"])
            .args(arguments)
            .assert()
            .code(0);
        let schedule: Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
        text(&schedule, "plan").to_owned()
    };
    let out = folder.path().join("ket-qua");
    assert_eq!(plan(&[], true), "cho-moi-2025");
    assert_eq!(plan(&["--out", &out.to_string_lossy()], false), "cho-moi-2025");
    assert_eq!(
        plan(&["--plan", "thai-nguyen-2025"], true),
        "thai-nguyen-2025",
        "what is named goes first"
    );
}

#[test]
fn nobody_is_called_late_for_a_report_that_was_read_for_the_first_time_after_the_deadline() {
    let (reports, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let late_after = |name: &str, today: &str| {
        fs::copy(samples().join(name), reports.path().join(name)).unwrap();
        run(
            &["consolidate", "--today", today, &reports.path().to_string_lossy()],
            out.path(),
        );
        run(&["status", "--today", today], out.path())["reports"]["late"].clone()
    };
    let late = late_after("Báo cáo xã Phú Xuyên.xlsx", "2025-12-08");
    assert_eq!(late, serde_json::json!([]), "it may have come long before");
    let late = late_after("Báo cáo xã Đồng Phúc.xlsx", "2025-12-09");
    assert_eq!(
        late,
        serde_json::json!(["xã Đồng Phúc"]),
        "it was not there on the 8th"
    );
}
