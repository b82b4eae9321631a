use std::collections::BTreeSet;

use super::*;
use crate::error::ErrorKind;
use crate::finding::{RoutingFinding, WorkbookFinding};
use crate::model::{ContentKey, Decision, Verdict};
use crate::workbook::read_back::{ReadBack, read_sheets};

const SUMMARY: &str = "Tổng hợp";
const DETAIL: &str = "Chi tiết";
const REVIEW: &str = "Cần xem lại";

fn read(sample: &Sample, sheets: &[Sheet]) -> ReadBack {
    read_sheets(sheets, &sample.plan).unwrap()
}

fn content(sample: &Sample, number: usize) -> ContentKey {
    let opinion = &sample.opinions[number - 1];
    ContentKey::of(&opinion.unit.name, &opinion.text)
}

fn kinds(said: &ReadBack) -> Vec<&'static str> {
    said.findings.iter().map(Finding::code).collect()
}

/// The decisions as pairs of numbers, the smaller first.
fn decided(sample: &Sample, decisions: &[Decision]) -> Vec<(usize, usize, Verdict)> {
    let number = |key: &ContentKey| {
        (1..=sample.opinions.len())
            .find(|n| content(sample, *n) == *key)
            .unwrap()
    };
    let mut all: Vec<_> = decisions
        .iter()
        .map(|d| {
            (
                number(&d.a).min(number(&d.b)),
                number(&d.a).max(number(&d.b)),
                d.verdict,
            )
        })
        .collect();
    all.sort_unstable();
    all
}

#[test]
fn a_workbook_that_nobody_touched_says_nothing_new() {
    let sample = six();
    let said = read(&sample, &sample.sheets());
    assert!(
        said.decisions.is_empty() && said.edits.is_empty() && said.findings.is_empty(),
        "{said:?}"
    );
    assert_eq!(said.groups.len(), 3);
    assert_eq!(
        (
            said.groups[0].times,
            said.groups[0].agency.as_ref().unwrap().0.as_str()
        ),
        (3, "so-xay-dung")
    );
    assert_eq!(said.groups[2].agency, None);
}

#[test]
fn edits_are_found_however_the_sheet_was_rearranged() {
    let sample = six();
    let mut sheets = sample.sheets();
    let summary = sheet(&mut sheets, SUMMARY);
    put(summary, "YK-0003", "Cơ quan trả lời", "sở nội  vụ");
    put(summary, "YK-0003", "Cơ quan phối hợp", "Sở Tài chính; SXD");
    put(summary, "YK-0001", "Nội dung ý kiến", "Sửa đường liên thôn 3");
    put(summary, "YK-0001", "Nội dung đối thoại", "Giao thông");
    turn(summary, 2);
    shift(summary);
    summary.name = "Tổng hợp (sửa)".into();
    sheets.reverse();
    let said = read(&sample, &sheets);
    let id = |id: &str| AgencyId(id.to_owned());
    let edits = BTreeMap::from([
        (
            GroupCode(1),
            GroupEdit {
                wording: Some("Sửa đường liên thôn 3".into()),
                subject: Some("Giao thông".into()),
                ..GroupEdit::default()
            },
        ),
        (
            GroupCode(3),
            GroupEdit {
                agency: Some(id("so-noi-vu")),
                coordinate: Some(vec![id("so-tai-chinh"), id("so-xay-dung")]),
                ..GroupEdit::default()
            },
        ),
    ]);
    assert_eq!(said.edits, edits);
    assert_eq!(said.groups[2].agency, Some(id("so-noi-vu")));
    assert!(said.findings.is_empty(), "{:?}", said.findings);
}

#[test]
fn an_agency_is_withdrawn_by_clearing_its_cell_only() {
    let sample = six();
    let mut sheets = sample.sheets();
    let summary = sheet(&mut sheets, SUMMARY);
    put(summary, "YK-0001", "Cơ quan trả lời", " ");
    put(summary, "YK-0003", "Cơ quan trả lời", "");
    put(summary, "YK-0002", "Nội dung ý kiến", "");
    let said = read(&sample, &sheets);
    assert_eq!(
        said.withdrawn,
        BTreeSet::from([GroupCode(1)]),
        "the third had none"
    );
    assert_eq!((said.edits.len(), said.groups[0].agency.as_ref()), (0, None));
}

#[test]
fn answers_stay_with_their_pairs() {
    let sample = six();
    for (written, verdict) in [
        ("Trùng", Verdict::Same),
        ("không trùng", Verdict::Different),
        ("CHƯA RÕ.", Verdict::Unsure),
    ] {
        let mut sheets = sample.sheets();
        let review = sheet(&mut sheets, REVIEW);
        put(review, "1", "Trả lời (chọn)", written);
        shift(review);
        let said = read(&sample, &sheets);
        assert_eq!(decided(&sample, &said.decisions), [(1, 4, verdict)], "{written}");
    }
}

#[test]
fn answers_are_known_without_their_keys_too() {
    let sample = six();
    let mut sheets = sample.sheets();
    let review = sheet(&mut sheets, REVIEW);
    put(review, "1", "Trả lời (chọn)", "Trùng");
    put(review, "1", "Khóa A", "");
    put(review, "1", "Khóa B", "");
    assert_eq!(
        decided(&sample, &read(&sample, &sheets).decisions),
        [(1, 4, Verdict::Same)]
    );
}

#[test]
fn a_moved_opinion_leaves_its_group_and_joins_another() {
    use Verdict::{Different, Same};
    for (moves, expected) in [
        (
            &[("2", "YK-0002")][..],
            &[(1, 2, Different), (2, 3, Different), (2, 4, Same)][..],
        ),
        (&[("2", "mới")], &[(1, 2, Different), (2, 3, Different)]),
        (&[("1", "Mới")], &[(1, 2, Different), (1, 3, Different)]),
        (
            &[("2", "mới 1"), ("3", "mới 1")],
            &[(1, 2, Different), (1, 3, Different), (2, 3, Same)],
        ),
        (
            &[("2", "mới"), ("3", "mới")],
            &[(1, 2, Different), (1, 3, Different), (2, 3, Different)],
        ),
        (&[("2", "yk 1")], &[]),
    ] {
        let sample = six();
        let mut sheets = sample.sheets();
        let detail = sheet(&mut sheets, DETAIL);
        for (number, code) in moves {
            put(detail, number, "Mã nhóm", code);
        }
        turn(detail, 2);
        let said = read(&sample, &sheets);
        assert_eq!(decided(&sample, &said.decisions), expected, "{moves:?}");
        assert!(said.findings.is_empty(), "{:?}", said.findings);
    }
}

#[test]
fn a_moved_opinion_is_known_by_its_words_when_its_key_is_gone() {
    let sample = six();
    let mut sheets = sample.sheets();
    let detail = sheet(&mut sheets, DETAIL);
    put(detail, "5", "Mã nhóm", "mới");
    put(detail, "5", "Khóa", "");
    put(detail, "Đường liên thôn 5 hỏng, đề nghị sửa", "STT", "");
    assert_eq!(
        decided(&sample, &read(&sample, &sheets).decisions),
        [(4, 5, Verdict::Different)]
    );
}

#[test]
fn what_cannot_be_understood_is_named_with_its_cell() {
    let sample = six();
    let mut sheets = sample.sheets();
    put(
        sheet(&mut sheets, SUMMARY),
        "YK-0003",
        "Cơ quan trả lời",
        "Sở Trên trời",
    );
    put(sheet(&mut sheets, REVIEW), "1", "Trả lời (chọn)", "có lẽ");
    put(sheet(&mut sheets, DETAIL), "2", "Mã nhóm", "YK-0999");
    let said = read(&sample, &sheets);
    let cells: Vec<_> = said
        .findings
        .iter()
        .map(|f| (f.code(), f.cell.clone().unwrap()))
        .collect();
    let expected = [
        ("unknown-agency", "F6"),
        ("unclear-answer", "H4"),
        ("unclear-code", "B5"),
    ];
    assert_eq!(cells, expected.map(|(code, cell)| (code, cell.to_owned())));
    let kind = RoutingFinding::UnknownAgency {
        name: "Sở Trên trời".into(),
    };
    assert_eq!(said.findings[0].kind, FindingKind::Routing(kind));
    assert_eq!(said.groups[2].agency, None);
}

#[test]
fn a_deleted_row_loses_no_group() {
    let sample = six();
    let mut sheets = sample.sheets();
    let summary = sheet(&mut sheets, SUMMARY);
    let (row, _) = at(summary, "YK-0002", "Mã ý kiến");
    summary.cells.retain(|(r, _), _| *r != row);
    let said = read(&sample, &sheets);
    assert_eq!(kinds(&said), ["row-gone"]);
    assert_eq!(said.groups.len(), 3);
    assert_eq!(said.groups[1].wording, sample.opinions[3].text);
    assert!(said.edits.is_empty());
}

#[test]
fn two_rows_of_one_group_are_reported_and_the_edited_one_counts() {
    let sample = six();
    for edited_first in [true, false] {
        let mut sheets = sample.sheets();
        let summary = sheet(&mut sheets, SUMMARY);
        let (row, _) = at(summary, "YK-0001", "Mã ý kiến");
        let copy: Vec<_> = summary
            .cells
            .range((row, 0)..(row + 1, 0))
            .map(|((_, c), v)| (*c, v.clone()))
            .collect();
        for (column, cell) in copy {
            summary.cells.insert((row + 10, column), cell);
        }
        let edited = if edited_first { row } else { row + 10 };
        let value = Value::Text("Sở Y tế".into());
        summary.cells.insert((edited, 5), Cell { value, formula: None });
        let said = read(&sample, &sheets);
        assert_eq!(kinds(&said), ["row-twice"]);
        assert_eq!(said.edits[&GroupCode(1)].agency, Some(AgencyId("so-y-te".into())));
        assert_eq!(said.groups[0].agency, Some(AgencyId("so-y-te".into())));
    }
}

#[test]
fn a_sheet_that_is_gone_is_named_and_the_rest_is_read() {
    let sample = six();
    let mut sheets = sample.sheets();
    put(
        sheet(&mut sheets, SUMMARY),
        "YK-0003",
        "Cơ quan trả lời",
        "Sở Nội vụ",
    );
    sheets.retain(|sheet| sheet.name != DETAIL);
    let said = read(&sample, &sheets);
    let kind = WorkbookFinding::SheetGone {
        name: DETAIL.into(),
        columns: Vec::new(),
    };
    assert_eq!(said.findings[0].kind, FindingKind::Workbook(kind));
    assert_eq!((said.edits.len(), said.opinions.len()), (1, 6));
}

#[test]
fn a_foreign_workbook_is_refused_with_what_is_missing() {
    let sample = six();
    let all = sample.sheets();
    for (gone, place) in [
        ("_doithoai", "trang \"_doithoai\""),
        (SUMMARY, "trang \"Tổng hợp\""),
    ] {
        let sheets: Vec<Sheet> = all.iter().filter(|sheet| sheet.name != gone).cloned().collect();
        let error = read_sheets(&sheets, &sample.plan).unwrap_err();
        assert_eq!(
            (error.kind, error.place.as_deref()),
            (ErrorKind::NotOurWorkbook, Some(place))
        );
    }
    let mut sheets = all;
    put(sheet(&mut sheets, SUMMARY), "YK-0001", "Cơ quan trả lời", "x");
    let summary = sheet(&mut sheets, SUMMARY);
    summary.cells.retain(|(_, column), _| *column != 5);
    let error = read_sheets(&sheets, &sample.plan).unwrap_err();
    assert_eq!(
        error.place.as_deref(),
        Some("trang \"Tổng hợp\", cột \"Cơ quan trả lời\"")
    );
    for bytes in [&b"PK"[..], b"not a workbook", b""] {
        crate::workbook::read_back(bytes, &sample.plan).unwrap_err();
    }
}

#[test]
fn another_plan_is_named() {
    let mut sample = six();
    let sheets = sample.sheets();
    sample.plan.id = "khac".into();
    assert_eq!(kinds(&read(&sample, &sheets)), ["other-plan"]);
}
