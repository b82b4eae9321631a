use chrono::NaiveDate;

use super::*;
use crate::workbook::assignment::{Assigned, Assignments, Due, Sent, assignments};
use crate::workbook::read_back::{ReadBack, read_sheets};

fn said() -> (Plan, ReadBack) {
    let sample = six();
    let said = read_sheets(&sample.sheets(), &sample.plan).unwrap();
    (sample.plan, said)
}

fn assign(plan: &Plan, said: &ReadBack, sent: &[Sent], names: bool) -> Assigned {
    let day = |day| NaiveDate::from_ymd_opt(2025, 12, day).unwrap();
    let due = Due {
        wording: "trước ngày 12/12/2025".into(),
        last_day: day(11),
        last_working_day: day(11),
    };
    let data = Assignments {
        plan,
        groups: &said.groups,
        opinions: &said.opinions,
        sent,
        deadline: Some(&due),
        names,
    };
    assignments(&data).unwrap()
}

fn names(assigned: &Assigned) -> Vec<&str> {
    assigned.files.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn each_agency_gets_its_workbook_and_the_index_lists_all() {
    let (plan, said) = said();
    let assigned = assign(&plan, &said, &[], false);
    assert_eq!(
        names(&assigned),
        ["00-danh-muc.xlsx", "04-so-tai-chinh.xlsx", "05-so-xay-dung.xlsx"]
    );
    assert_eq!(assigned.unassigned, [GroupCode(3)]);
    let all: String = assigned
        .files
        .iter()
        .map(|(name, bytes)| format!("#### {name}\n{}", shown(&table::open(bytes).unwrap())))
        .collect();
    insta::assert_snapshot!(all);
    assert!(!all.contains("Nguyễn Văn"), "no names unless asked for");
}

#[test]
fn names_stand_in_a_sheet_of_their_own_when_asked_for() {
    let (plan, said) = said();
    let assigned = assign(&plan, &said, &[], true);
    let (_, bytes) = &assigned.files[2];
    let sheets = table::open(bytes).unwrap();
    let with_names: Vec<&str> = sheets
        .iter()
        .filter(|sheet| shown(std::slice::from_ref(*sheet)).contains("Nguyễn Văn"))
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(with_names, ["Người nêu ý kiến"]);
}

#[test]
fn what_was_sent_is_not_sent_again_and_what_is_new_comes_as_a_supplement() {
    let (plan, mut said) = said();
    let first = assign(&plan, &said, &[], false);
    let again = assign(&plan, &said, &first.sent, false);
    assert_eq!((names(&again), again.sent.len()), (vec!["00-danh-muc.xlsx"], 0));
    said.groups[2].agency = Some(AgencyId("so-xay-dung".into()));
    let second = assign(&plan, &said, &first.sent, false);
    assert_eq!(
        names(&second),
        [
            "00-danh-muc.xlsx",
            "04-so-tai-chinh-bo-sung-1.xlsx",
            "05-so-xay-dung-bo-sung-1.xlsx"
        ]
    );
    let led: Vec<GroupCode> = second
        .sent
        .iter()
        .filter(|sent| sent.leads)
        .map(|sent| sent.code)
        .collect();
    assert_eq!(led, [GroupCode(3)]);
}

#[test]
fn the_same_groups_give_the_same_bytes() {
    let (plan, said) = said();
    assert!(assign(&plan, &said, &[], false) == assign(&plan, &said, &[], false));
}
