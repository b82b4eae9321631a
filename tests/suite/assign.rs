//! `assign` on the sample reports: every opinion goes to one agency or is named as left over, and nothing is sent twice.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{consolidate_json, doithoai, list, run, samples, text};
use serde_json::Value;

fn assign_json(out: &Path) -> Value {
    run(&["assign", "--today", "2025-12-08"], out)
}

/// Codes that an agency leads.
fn led(sent: &Value) -> Vec<&str> {
    list(sent, "sent")
        .iter()
        .filter(|sent| sent["leads"] == true)
        .map(|sent| text(sent, "code"))
        .collect()
}

#[test]
fn every_group_is_led_by_the_agency_that_was_proposed_or_is_named_as_left_over() {
    let out = tempfile::tempdir().unwrap();
    let run = consolidate_json([samples()], out.path());
    let sent = assign_json(out.path());
    let left: Vec<&str> = list(&sent, "unassigned")
        .iter()
        .map(|code| code.as_str().unwrap())
        .collect();
    let mut codes: Vec<&str> = led(&sent).into_iter().chain(left).collect();
    codes.sort_unstable();
    let groups: Vec<&str> = list(&run, "groups")
        .iter()
        .map(|group| text(group, "code"))
        .collect();
    assert_eq!(codes, groups);
    for group in list(&run, "groups") {
        let leads = |sent: &&Value| sent["leads"] == true && sent["code"] == group["code"];
        let leader = list(&sent, "sent").iter().find(leads).map(|sent| &sent["agency"]);
        assert_eq!(
            leader.unwrap_or(&Value::Null),
            &group["agency"],
            "{}",
            group["code"]
        );
    }
    for file in list(&sent, "files") {
        assert!(Path::new(file.as_str().unwrap()).is_file(), "{file}");
    }
}

#[test]
fn a_late_report_is_sent_as_a_supplement_and_what_was_sent_stands() {
    let (out, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let copy = |name: &str| fs::copy(samples().join(name), folder.path().join(name)).unwrap();
    copy("Báo cáo xã Phú Xuyên.xlsx");
    consolidate_json([folder.path()], out.path());
    let first = assign_json(out.path());
    let bytes_of = |sent: &Value| -> Vec<(String, Vec<u8>)> {
        let names: BTreeSet<&str> = list(sent, "sent").iter().map(|sent| text(sent, "file")).collect();
        let read = |name: &str| fs::read(out.path().join("phan-cong").join(name)).unwrap();
        names
            .into_iter()
            .map(|name| (name.to_owned(), read(name)))
            .collect()
    };
    let before = bytes_of(&first);
    assert!(
        led(&assign_json(out.path())).is_empty(),
        "nothing new, nothing sent"
    );
    copy("Báo cáo xã Đồng Phúc.xlsx");
    consolidate_json([folder.path()], out.path());
    let late = assign_json(out.path());
    let old: BTreeSet<&str> = led(&first).into_iter().collect();
    assert!(!led(&late).is_empty());
    assert!(
        led(&late).iter().all(|code| !old.contains(code)),
        "only what is new"
    );
    assert!(bytes_of(&first) == before, "what was sent is not changed");
}

#[test]
fn without_a_consolidated_workbook_there_is_nothing_to_assign() {
    let out = tempfile::tempdir().unwrap();
    let output = doithoai()
        .args(["assign", "--out"])
        .arg(out.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("tong-hop.xlsx"), "{said}");
}
