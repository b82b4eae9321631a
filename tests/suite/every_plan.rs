//! Each of the five plans from the blank form to the report upward, with the samples of its level, in a workspace as a
//! clerk has it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{doithoai, list, samples, text};

/// What a plan's samples hold (`samples/make_levels.py`).
struct Level {
    plan: &'static str,
    /// Units that send a file, one of them a blank form.
    units: u64,
    opinions: u64,
    /// Opinions when those in the same words are counted once.
    groups: u64,
    /// The body that gets what is beyond the level's powers.
    beyond: &'static str,
}

const LEVELS: [Level; 4] = [
    Level {
        plan: "cho-moi-2025",
        units: 5,
        opinions: 11,
        groups: 7,
        beyond: "vuot-tham-quyen",
    },
    Level {
        plan: "hoang-van-thu-2025",
        units: 6,
        opinions: 10,
        groups: 8,
        beyond: "vuot-tham-quyen",
    },
    Level {
        plan: "phu-luong-2022",
        units: 4,
        opinions: 6,
        groups: 5,
        beyond: "trung-uong",
    },
    Level {
        plan: "phuong-2025",
        units: 5,
        opinions: 8,
        groups: 6,
        beyond: "vuot-tham-quyen",
    },
];

/// Runs the program in a workspace and gives the object it prints.
fn run(workspace: &Path, arguments: &[&str]) -> Value {
    let mut command = doithoai();
    command.current_dir(workspace).args(arguments).arg("--json");
    let output = command.assert().code(0).get_output().stdout.clone();
    serde_json::from_slice(&output).unwrap()
}

/// A workspace of the plan with the samples of its level among the reports.
fn workspace(plan: &str, at: &Path) {
    doithoai()
        .args(["init", plan])
        .arg(at)
        .args(["--today", "2025-09-01"])
        .assert()
        .code(0);
    let reports = samples().with_file_name(plan);
    for entry in fs::read_dir(reports).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, at.join("bao-cao").join(path.file_name().unwrap())).unwrap();
    }
}

#[test]
fn each_plan_runs_from_the_form_to_the_report_upward() {
    for level in &LEVELS {
        let root = tempfile::tempdir().unwrap();
        workspace(level.plan, root.path());
        consolidates(level, root.path());
        assigns(level, root.path());
        tells_how_far_it_is(level, root.path());
    }
}

fn consolidates(level: &Level, root: &Path) {
    let said = run(
        root,
        &["consolidate", "bao-cao", "--report", "--today", "2025-09-01"],
    );
    let counts = &said["counts"];
    assert_eq!(text(&said, "plan"), level.plan);
    assert_eq!(counts["units_reported"], level.units, "{}", level.plan);
    assert_eq!(counts["opinions"], level.opinions, "{}", level.plan);
    assert_eq!(counts["groups"], level.groups, "{}", level.plan);
    assert_eq!(list(&said, "findings"), &Vec::<Value>::new(), "{}", level.plan);
    let beyond = list(&said, "groups").iter().find(|group| {
        let about = text(group, "text");
        about.contains("lương cơ sở")
    });
    assert_eq!(text(beyond.unwrap(), "agency"), level.beyond, "{}", level.plan);
    for end in ["xlsx", "docx"] {
        assert!(
            root.join("ket-qua/bao-cao-cap-tren")
                .with_extension(end)
                .is_file()
        );
    }
}

fn assigns(level: &Level, root: &Path) {
    let said = run(root, &["assign", "--today", "2025-09-02"]);
    assert_eq!(list(&said, "unassigned").len(), 0, "{}", level.plan);
    let again = run(root, &["assign", "--today", "2025-09-03"]);
    assert_eq!(list(&again, "sent").len(), 0, "what was sent is not sent again");
}

fn tells_how_far_it_is(level: &Level, root: &Path) {
    let said = run(root, &["status", "--today", "2025-09-10"]);
    assert_eq!(list(&said["reports"], "sent").len() as u64, level.units);
    assert_eq!(said["reports"]["assigned"], level.groups, "{}", level.plan);
    let schedule = run(root, &["schedule", "--today", "2025-09-10"]);
    let reported = list(&schedule, "milestones")
        .iter()
        .any(|milestone| milestone["progress"]["done"] == level.units);
    assert!(reported, "{}: {schedule}", level.plan);
}
