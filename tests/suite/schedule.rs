//! The timelines of the five plans as golden output, and `schedule` as a clerk runs it.
//!
//! New expectations are accepted with `INSTA_UPDATE=always cargo test --test schedule`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::Path;

use crate::support::{doithoai, list, samples, text};
use doithoai::plan::{Plan, day_of};
use doithoai::schedule::{Calendar, ics, timeline};
use doithoai::wording::{Lang, schedule::checklist};
use icalendar::parser::{read_calendar, unfold};

#[test]
fn the_timeline_of_each_plan_is_as_a_person_checked_it() {
    for (name, today) in [
        ("thai-nguyen-2025", "05/12/2025"),
        ("cho-moi-2025", "03/12/2025"),
        ("phuong-2025", "22/10/2025"),
        ("hoang-van-thu-2025", "20/9/2025"),
        ("phu-luong-2022", "01/7/2022"),
    ] {
        let plan = Plan::built_in(name).unwrap();
        let timeline = timeline(&plan, day_of(today).unwrap(), &Calendar::built_in().unwrap());
        insta::assert_snapshot!(name, checklist(&timeline, true, Lang::Vi));
    }
}

fn schedule(arguments: &[&str], out: &Path) -> String {
    let mut command = doithoai();
    command.arg("schedule").args(arguments).arg("--out").arg(out);
    String::from_utf8(command.assert().code(0).get_output().stdout.clone()).unwrap()
}

fn schedule_json(arguments: &[&str], out: &Path) -> serde_json::Value {
    let mut all = arguments.to_vec();
    all.push("--json");
    serde_json::from_str(&schedule(&all, out)).unwrap()
}

fn of<'a>(said: &'a serde_json::Value, id: &str) -> &'a serde_json::Value {
    let mut milestones = list(said, "milestones").iter();
    milestones.find(|milestone| milestone["id"] == id).unwrap()
}

#[test]
fn programs_get_the_last_day_the_last_working_day_the_state_and_the_days_left() {
    let folder = tempfile::tempdir().unwrap();
    for (today, state, left) in [
        ("2025-11-20", "later", 16),
        ("2025-12-01", "this-week", 5),
        ("2025-12-06", "today", 0),
        ("2025-12-07", "overdue", -1),
    ] {
        let said = schedule_json(&["--today", today], folder.path());
        let reports = of(&said, "xa-gui-y-kien");
        assert_eq!(text(reports, "wording"), "trước ngày 07/12/2025");
        assert_eq!(text(reports, "last_day"), "2025-12-06");
        assert_eq!(text(reports, "last_working_day"), "2025-12-05");
        assert_eq!(
            (text(reports, "state"), reports["days_left"].as_i64()),
            (state, Some(left)),
            "{today}"
        );
    }
    let said = schedule_json(&["--today", "2025-12-20"], folder.path());
    assert_eq!(text(of(&said, "hoi-nghi"), "state"), "done");
    assert_eq!(text(of(&said, "bao-cao-tom-tat"), "state"), "undated");
    assert!(of(&said, "bao-cao-tom-tat")["last_day"].is_null());
}

#[test]
fn only_what_concerns_a_body_is_shown_by_whatever_name_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    for (name, expected) in [
        ("Sở Xây dựng", vec!["so-nganh-tra-loi"]),
        ("so giao thong van tai", vec!["so-nganh-tra-loi"]),
        (
            "Sở KH&CN",
            vec!["so-nganh-tra-loi", "thu-duong-truyen", "duong-truyen"],
        ),
        (
            "xã Phú Đình",
            vec![
                "xa-gui-y-kien",
                "thu-duong-truyen",
                "pho-bien-ke-hoach",
                "moi-nhan-dan",
                "diem-cau-xa",
            ],
        ),
    ] {
        let said = schedule_json(&["--today", "2025-12-05", "--for", name], folder.path());
        let ids: Vec<&str> = list(&said, "milestones")
            .iter()
            .map(|milestone| text(milestone, "id"))
            .collect();
        assert_eq!(ids, expected, "{name}");
    }
}

#[test]
fn what_is_marked_as_done_stays_done_until_it_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let state = |arguments: &[&str]| {
        let said = schedule_json(arguments, folder.path());
        text(of(&said, "xa-gui-y-kien"), "state").to_owned()
    };
    assert_eq!(state(&["--today", "2025-12-08"]), "overdue");
    assert_eq!(
        state(&["--today", "2025-12-08", "--done", "xa-gui-y-kien"]),
        "done"
    );
    assert_eq!(state(&["--today", "2025-12-09"]), "done");
    assert_eq!(
        state(&["--today", "2025-12-09", "--open", "xa-gui-y-kien"]),
        "overdue"
    );
    doithoai()
        .args(["schedule", "--done", "khong-co", "--out"])
        .arg(folder.path())
        .assert()
        .code(2);
}

#[test]
fn another_day_for_the_conference_is_shown_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let said = schedule(&["--event", "2025-12-23"], folder.path());
    assert!(said.contains("06/12/2025 -> thứ Bảy, 13/12/2025"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn every_format_is_written_where_results_go() {
    let folder = tempfile::tempdir().unwrap();
    for format in ["xlsx", "ics", "json", "csv", "md"] {
        schedule(&["--today", "2025-12-05", "--format", format], folder.path());
        assert!(
            folder.path().join(format!("lich-cong-viec.{format}")).is_file(),
            "{format}"
        );
    }
    let csv = fs::read_to_string(folder.path().join("lich-cong-viec.csv")).unwrap();
    assert!(csv.starts_with("\u{feff}Mã,Việc,") && csv.contains("06/12/2025,thứ Bảy,05/12/2025"));
    let first = fs::read(folder.path().join("lich-cong-viec.xlsx")).unwrap();
    schedule(&["--today", "2025-12-05", "--format", "xlsx"], folder.path());
    assert_eq!(
        fs::read(folder.path().join("lich-cong-viec.xlsx")).unwrap(),
        first,
        "same input, same bytes"
    );
}

#[test]
fn a_calendar_for_one_body_leaves_the_whole_one_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let calendar = |more: &[&str]| {
        let all = [&["--today", "2025-12-05", "--format", "ics"], more].concat();
        schedule(&all, folder.path());
    };
    calendar(&[]);
    let whole = folder.path().join("lich-cong-viec.ics");
    let before = fs::read_to_string(&whole).unwrap();
    calendar(&["--for", "Sở Xây dựng"]);
    assert_eq!(fs::read_to_string(&whole).unwrap(), before);
    let own = fs::read_to_string(folder.path().join("lich-cong-viec-so-xay-dung.ics")).unwrap();
    let events = |text: &str| text.matches("BEGIN:VEVENT").count();
    assert_eq!(events(&own), 1);
    assert!(events(&before) > 1);
}

#[test]
fn the_file_for_programs_speaks_the_language_asked_for_as_the_screen_does() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["--today", "2025-12-05", "--explain", "--lang", "en"];
    let said = schedule_json(&asked, folder.path());
    schedule(&[&asked[..], &["--format", "json"]].concat(), folder.path());
    let file = fs::read(folder.path().join("lich-cong-viec.json")).unwrap();
    let file: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(file, said);
}

#[test]
fn wrong_use_ends_with_2_and_a_bad_table_of_days_off_with_3() {
    let folder = tempfile::tempdir().unwrap();
    doithoai()
        .args(["schedule", "--today", "2025-13-01"])
        .assert()
        .code(2);
    doithoai()
        .args(["schedule", "--plan", "khong-co"])
        .assert()
        .code(2);
    let table = folder.path().join("ngay-nghi.toml");
    fs::write(
        &table,
        "[[year]]\nyear = 2025\nannounced = true\nholidays = [{ name = \"x\", first = \"32/01/2025\" }]\n",
    )
    .unwrap();
    let assert = doithoai()
        .arg("schedule")
        .arg("--holidays")
        .arg(&table)
        .assert()
        .code(3);
    let said = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert!(
        said.contains("dòng 4, cột 35") && said.contains("32/01/2025"),
        "{said}"
    );
}

/// The events of a calendar file as an independent parser reads them: id, start, end, sequence.
fn events(calendar: &str) -> Vec<(String, String, String, String)> {
    let unfolded = unfold(calendar);
    let parsed = read_calendar(&unfolded).unwrap();
    let events = parsed
        .components
        .iter()
        .filter(|component| component.name == "VEVENT");
    let value = |component: &icalendar::parser::Component<'_>, name: &str| {
        component
            .find_prop(name)
            .map(|property| property.val.to_string())
            .unwrap_or_default()
    };
    events
        .map(|event| {
            (
                value(event, "UID"),
                value(event, "DTSTART"),
                value(event, "DTEND"),
                value(event, "SEQUENCE"),
            )
        })
        .collect()
}

#[test]
fn an_independent_parser_reads_the_calendar() {
    for name in Plan::built_in_names() {
        let plan = Plan::built_in(name).unwrap();
        let timeline = timeline(
            &plan,
            day_of("01/01/2025").unwrap(),
            &Calendar::built_in().unwrap(),
        );
        let calendar = ics(&timeline, None);
        assert!(
            calendar
                .split("\r\n")
                .all(|line| line.len() <= 75 && !line.contains('\n'))
        );
        let dated = timeline
            .items
            .iter()
            .filter(|item| item.term.last.is_some())
            .count();
        assert_eq!(events(&calendar).len(), dated, "{name}");
    }
}

#[test]
fn a_day_ends_on_the_next_and_an_hour_is_told_in_universal_time() {
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    let calendar = Calendar::built_in().unwrap();
    let text = ics(&timeline(&plan, day_of("05/12/2025").unwrap(), &calendar), None);
    let all = events(&text);
    let event = |id: &str| all.iter().find(|event| event.0.starts_with(id)).unwrap();
    assert_eq!(event("xa-gui-y-kien@").1, "20251206");
    assert_eq!(event("xa-gui-y-kien@").2, "20251207");
    assert_eq!(event("hoi-nghi@").1, "20251216T010000Z");
}

#[test]
fn only_what_changed_gets_a_new_sequence_number() {
    let calendar = Calendar::built_in().unwrap();
    let source = Plan::built_in_text("thai-nguyen-2025").unwrap();
    let written = |text: &str, earlier: Option<&str>, today: &str| {
        let plan = Plan::from_text(text).unwrap();
        ics(&timeline(&plan, day_of(today).unwrap(), &calendar), earlier)
    };
    let first = written(source, None, "01/12/2025");
    let again = written(source, Some(&first), "02/12/2025");
    assert!(events(&again).iter().all(|event| event.3 == "0"));
    let moved = source.replace("trước ngày 09/12/2025", "trước ngày 10/12/2025");
    let third = written(&moved, Some(&again), "02/12/2025");
    for event in events(&third) {
        assert_eq!(
            event.3 == "1",
            event.0.starts_with("tong-hop-chuyen@"),
            "{}",
            event.0
        );
    }
}

/// The table of days off of a workspace holds for every command that tells a deadline.
#[test]
fn days_off_beside_the_plan_are_found_by_every_command_that_reckons_with_them() {
    let workspace = tempfile::tempdir().unwrap();
    let out = workspace.path().join("ket-qua");
    let report = samples().join("Báo cáo xã Phú Xuyên.xlsx");
    let run = |arguments: &[&str], code: i32| {
        let mut command = doithoai();
        command
            .args(arguments)
            .args(["--today", "2025-12-06", "--quiet", "--out"])
            .arg(&out);
        let assert = command.assert().code(code);
        let output = assert.get_output();
        String::from_utf8([output.stdout.clone(), output.stderr.clone()].concat()).unwrap()
    };
    run(&["consolidate", &report.to_string_lossy()], 0);
    let last_working = || {
        let said: serde_json::Value = serde_json::from_str(&run(&["schedule", "--json"], 0)).unwrap();
        let answers = list(&said, "milestones")
            .iter()
            .find(|one| one["last_day"] == "2025-12-11");
        answers.unwrap()["last_working_day"].clone()
    };
    assert_eq!(last_working(), "2025-12-11");
    let table = workspace.path().join("ngay-nghi.toml");
    let year =
        "[[year]]\nyear = 2025\nannounced = true\nholidays = [{ name = \"lễ\", first = \"11/12/2025\" }]\n";
    fs::write(&table, year).unwrap();
    assert_eq!(last_working(), "2025-12-10");
    fs::write(&table, "[[year]]\n").unwrap();
    for command in ["schedule", "status", "assign", "collect"] {
        let said = run(&[command], 3);
        assert!(said.contains("ngay-nghi.toml"), "{command}: {said}");
    }
}
