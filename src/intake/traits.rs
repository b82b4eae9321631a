//! Tables as ninety-two offices fill them in, and what a careful person reads in each.
//!
//! A sheet is drawn as text: a line a row, cells parted by `|`, `^` for a cell merged with the one above, `<` for one
//! merged with the one to its left, `\n` for a line break in a cell. What is read is listed as `cell person: text`.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::table::{self, SheetRead};
use crate::finding::IntakeFinding;
use crate::model::ReasonAside;
use crate::spreadsheet::{Cell, Merge, Sheet, Value};

fn cell(value: Value) -> Cell {
    Cell { value, formula: None }
}

fn draw(drawing: &str) -> Sheet {
    let mut sheet = Sheet {
        name: "Sheet1".to_owned(),
        ..Sheet::default()
    };
    for (row, line) in (0_u32..).zip(drawing.trim_matches('\n').lines()) {
        for (column, text) in (0_u32..).zip(line.split('|')) {
            let text = text.trim().replace("\\n", "\n");
            match text.as_str() {
                "" => {}
                "^" => grow(&mut sheet, row - 1, column, row, column),
                "<" => grow(&mut sheet, row, column - 1, row, column),
                _ => {
                    let value = match text.parse::<f64>() {
                        Ok(number) => Value::Number(number),
                        Err(_) if text.starts_with('#') => Value::Error(text),
                        Err(_) => Value::Text(text),
                    };
                    sheet.cells.insert((row, column), cell(value));
                }
            }
        }
    }
    sheet.merges.sort_unstable();
    sheet
}

fn grow(sheet: &mut Sheet, from_row: u32, from_column: u32, row: u32, column: u32) {
    let holds = |m: &Merge| {
        (m.first_row..=m.last_row).contains(&from_row)
            && (m.first_column..=m.last_column).contains(&from_column)
    };
    match sheet.merges.iter_mut().find(|merge| holds(merge)) {
        Some(merge) => {
            merge.last_row = merge.last_row.max(row);
            merge.last_column = merge.last_column.max(column);
        }
        None => sheet.merges.push(Merge {
            first_row: from_row,
            first_column: from_column,
            last_row: row,
            last_column: column,
        }),
    }
}

fn opinions(read: &SheetRead) -> Vec<String> {
    let rows = read.tables.iter().flat_map(|table| &table.rows);
    rows.filter(|row| row.aside.is_none())
        .map(|row| {
            format!(
                "{} {}: {}",
                row.cell,
                row.person,
                row.repaired.as_ref().unwrap_or(&row.text).replace('\n', "\\n")
            )
        })
        .collect()
}

/// The opinions without their cells.
fn opinions_said(read: &SheetRead) -> Vec<String> {
    let all = opinions(read).into_iter();
    all.map(|one| {
        one.split_once(' ')
            .map_or(one.clone(), |(_, said)| said.to_owned())
    })
    .collect()
}

fn check(what: &str, drawing: &str, expected: &[&str]) -> SheetRead {
    let read = table::read(&draw(drawing));
    assert_eq!(opinions(&read), expected, "{what}: {read:#?}");
    read
}

fn found(read: &SheetRead) -> Vec<String> {
    read.findings
        .iter()
        .map(|(cell, kind)| {
            let kind = format!("{kind:?}");
            let kind = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
            format!("{} {kind}", cell.as_deref().unwrap_or("-"))
        })
        .collect()
}

#[test]
fn headers_are_found_wherever_and_however_they_stand() {
    for (what, drawing, expected) in [
        (
            "the form",
            "TỈNH ỦY|||ĐẢNG CỘNG SẢN\nĐẢNG ỦY XÃ PHÚ ĐÌNH\nTổng hợp ý kiến đề xuất, kiến nghị của Nhân dân|<|<|<\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\nÝ kiến 1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nÝ kiến 2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu\n|Tổng cộng||2",
            vec![
                "D5 Ma Văn Hòa: Đề nghị sửa đường",
                "D6 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "swapped columns",
            "Nội dung kiến nghị|Họ & tên|TT|Chức danh\nĐề nghị sửa đường|Ma Văn Hòa|1|Trưởng xóm",
            vec!["A2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "without tones",
            "stt|ho va ten|chuc vu|noi dung y kien\n1|Ma Van Hoa|Truong xom|De nghi sua duong",
            vec!["D2 Ma Van Hoa: De nghi sua duong"],
        ),
        (
            "slips",
            "SST|Họ và tền|Chưc vụ|Nôi dugn ý kiên\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "two lines",
            "STT|Người có ý kiến|<|Nội dung\n^|Họ và tên|Chức vụ|^\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["D3 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "split words",
            "STT|Họ và|Chức|Nội dung\n|tên|vụ|ý kiến\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["D3 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "numbered columns",
            "STT|Họ và tên|Chức vụ|Nội dung\n(1)|(2)|(3)|(4)\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["D3 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "column D",
            "|||STT|Họ tên|Chức vụ|Ý kiến đề xuất\n|||1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["G2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "repeated",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nSTT|Họ và tên|Chức vụ|Nội dung\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D4 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "a row of column words with a name",
            "Họ và tên|Chức vụ|Nội dung\nMa Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nLý Thị Hoa|Nông dân|Đề nghị cấp điện\nBế Thị Mến|Cử tri|Đề nghị cấp điện\nVi Văn An|Nông dân|Đề nghị làm cầu",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "C3 Lý Thị Hoa: Đề nghị cấp điện",
                "C4 Bế Thị Mến: Đề nghị cấp điện",
                "C5 Vi Văn An: Đề nghị làm cầu",
            ],
        ),
        (
            "moved when repeated",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nSTT|Nội dung|Họ và tên|Chức vụ\n2|Đề nghị làm cầu|Lý Thị Hoa|Nông dân",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "B4 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "side by side",
            "STT|Họ và tên|Nội dung||STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường||2|Lý Thị Hoa|Đề nghị làm cầu",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "G2 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "name and position together",
            "STT|Họ tên, chức vụ|Nội dung\n1|Ma Văn Hòa - Trưởng xóm|Đề nghị sửa đường",
            vec!["C2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "two levels",
            "STT|Họ và tên|Kiến nghị với tỉnh|Kiến nghị với Trung ương\n1|Ma Văn Hòa|Đề nghị sửa đường|Đề nghị tăng lương\n2|Lý Thị Hoa||Đề nghị giảm thuế",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "D2 Ma Văn Hòa: Đề nghị tăng lương",
                "D3 Lý Thị Hoa: Đề nghị giảm thuế",
            ],
        ),
        (
            "problem and ask",
            "STT|Họ và tên|Thực trạng|Đề xuất, kiến nghị\n1|Ma Văn Hòa|Đường xuống cấp|Đề nghị sửa đường",
            vec!["C2 Ma Văn Hòa: Đường xuống cấp\\nĐề nghị sửa đường"],
        ),
        (
            "answers beside",
            "STT|Họ và tên|Nội dung ý kiến|Nội dung trả lời\n1|Ma Văn Hòa|Đề nghị sửa đường|Tiếp thu ý kiến",
            vec!["C2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "citizens",
            "Số thứ tự|Công dân|Địa chỉ|Tâm tư, nguyện vọng\n1|Ma Văn Hòa|Xóm 5|Đề nghị sửa đường",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "what the body replies",
            "STT|Họ và tên|Nội dung ý kiến|Ý kiến của UBND xã\n1|Ma Văn Hòa|Đề nghị sửa đường|Đã tiếp thu",
            vec!["C2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "what two groups say",
            "STT|Họ và tên|Ý kiến của Nhân dân|Ý kiến của Đảng ủy\n1|Ma Văn Hòa|Đề nghị sửa đường|Đề nghị tăng biên chế",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "D2 Ma Văn Hòa: Đề nghị tăng biên chế",
            ],
        ),
        (
            "invisible characters",
            "STT|Họ\u{a0}và\u{a0}tên|Nội\u{a0}dung ý\u{200b}kiến\n1|Ma Văn Hòa|Đề nghị sửa đường",
            vec!["C2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "computed columns",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|2|3|4=2+3\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["D3 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "damaged",
            "STT|Hä vµ tªn|Chøc vô|Néi dung ý kiÕn\n1|Ma V¨n Hßa|Tr\u{ad}ëng xãm|§Ò nghÞ söa ®\u{ad}êng",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn an_opinion_that_only_refers_to_another_has_its_words_or_is_named() {
    let read = check(
        "references",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\n2|Lý Thị Hoa|Đề nghị làm cầu\n3|Bế Thị Mến|Như ý kiến số 1\n4|Vi Văn An|Trùng với ý kiến trên\n5|Hà Thị Nga|Giống ý kiến của bà Hoa\n6|Tạ Văn Long|nt\n7|Ngô Văn Bình|Như ý kiến số 99\n8|Đàm Văn Quý|Như ý kiến của xã\n9|Phan Thị Huệ|Nhất trí với ý kiến của ông Hòa\n10|Lộc Thị Thu|Nhất trí với ý kiến số 1, đề nghị làm sớm\n11|Nông Văn Nam|Nhất trí với báo cáo",
        &[
            "C2 Ma Văn Hòa: Đề nghị sửa đường",
            "C3 Lý Thị Hoa: Đề nghị làm cầu",
            "C4 Bế Thị Mến: Đề nghị sửa đường",
            "C5 Vi Văn An: Đề nghị sửa đường",
            "C6 Hà Thị Nga: Đề nghị làm cầu",
            "C7 Tạ Văn Long: Đề nghị làm cầu",
            "C8 Ngô Văn Bình: Như ý kiến số 99",
            "C9 Đàm Văn Quý: Như ý kiến của xã",
            "C11 Lộc Thị Thu: Nhất trí với ý kiến số 1, đề nghị làm sớm",
        ],
    );
    let ditto = |cell: &str, of: &str| (Some(cell.to_owned()), IntakeFinding::Ditto { of: of.to_owned() });
    let seconds = IntakeFinding::Seconds { of: "C2".to_owned() };
    assert_eq!(
        read.findings,
        [
            ditto("C4", "C2"),
            ditto("C5", "C4"),
            ditto("C6", "C3"),
            ditto("C7", "C6"),
            (Some("C8".to_owned()), IntakeFinding::DittoUnclear),
            (Some("C9".to_owned()), IntakeFinding::DittoUnclear),
            (Some("C10".to_owned()), seconds),
        ]
    );
    assert_eq!(read.tables[0].rows[2].text, "Như ý kiến số 1", "as received");
    let read = table::read(&draw(
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|nt\n2|Lý Thị Hoa|Đề nghị làm cầu",
    ));
    assert_eq!(found(&read), ["C2 DittoUnclear"]);
    let groups = "STT|Họ và tên|Nội dung\nI|Xóm Cái|\n1|Ma Văn Hòa|Đề nghị sửa đường\nII|Xóm Nà Mòn|\n1|Lý Thị Hoa|Đề nghị làm cầu\n2|Bế Thị Mến|Như ý kiến số 1";
    let read = table::read(&draw(groups));
    assert_eq!(opinions(&read)[2], "C6 Bế Thị Mến: Đề nghị làm cầu", "{read:#?}");
}

#[test]
fn opinions_below_a_total_that_leaves_them_out_are_named() {
    let table = "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\n2|Lý Thị Hoa|Đề nghị làm cầu";
    let more = "3|Bế Thị Mến|Đề nghị kéo điện\n|Vi Văn An|Đề nghị xây chợ";
    for (between, expected) in [
        ("|Tổng cộng|2 ý kiến", vec!["C4 AfterTotal"]),
        ("|Tổng cộng|", vec!["B4 AfterTotal"]),
        ("|Tổng cộng|3 ý kiến", vec!["C4 AfterTotal"]),
        ("|Tổng cộng|4 ý kiến", vec![]),
        ("|Cộng mục I|2\nII|Lĩnh vực điện|", vec![]),
        ("", vec![]),
    ] {
        let drawing = format!("{table}\n{between}\n{more}");
        let read = table::read(&draw(&drawing));
        assert_eq!(opinions(&read).len(), 4, "{between}");
        assert_eq!(found(&read), expected, "{between}");
    }
    let read = table::read(&draw(&format!("{table}\n|Tổng cộng|2\n{more}\n|Tổng cộng|4")));
    assert_eq!(found(&read), [""; 0], "another total counts them");
    let read = table::read(&draw(&format!("{table}\n|Tổng cộng|2\n{more}")));
    let first = read.findings.first().map(|(_, kind)| kind.clone());
    let expected = IntakeFinding::AfterTotal {
        first: 5,
        last: 6,
        opinions: 2,
    };
    assert_eq!(first, Some(expected));
}

#[test]
fn what_a_person_is_stands_in_for_the_post_where_no_column_holds_that() {
    for header in [
        "Là cán bộ/người dân",
        "Cán bộ hay người dân",
        "Cán bộ/Nhân dân",
        "Là đảng viên",
        "Thành phần",
        "Đối tượng",
        "Vai trò",
        "Là",
        "Cử tri",
    ] {
        let drawing = format!(
            "STT|Họ và tên|{header}|Nội dung ý kiến\n1|Ma Văn Hòa|Cán bộ|Đề nghị sửa đường\n2|Lý Thị Hoa|Người dân|Đề nghị làm cầu"
        );
        let expected = [
            "D2 Ma Văn Hòa: Đề nghị sửa đường",
            "D3 Lý Thị Hoa: Đề nghị làm cầu",
        ];
        let read = check(header, &drawing, &expected);
        let posts: Vec<_> = read.tables[0]
            .rows
            .iter()
            .map(|row| row.position.as_str())
            .collect();
        assert_eq!(posts, ["Cán bộ", "Người dân"], "{header}");
        let both = format!(
            "STT|{header}|Họ và tên|Chức vụ|Nội dung ý kiến\n1|Cán bộ|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường"
        );
        let read = check(header, &both, &["E2 Ma Văn Hòa: Đề nghị sửa đường"]);
        assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm", "{header}");
    }
    check(
        "the only column of people",
        "STT|Cử tri, người dân|Nội dung ý kiến\n1|Ma Văn Hòa|Đề nghị sửa đường",
        &["C2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
}

#[test]
fn a_table_without_a_header_is_told_by_what_it_holds() {
    let read = check(
        "no header",
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị tỉnh sửa chữa đường liên xóm\n2|Lý Thị Hoa|Nông dân|Đề nghị tỉnh làm cầu qua suối Cái",
        &[
            "D2 Ma Văn Hòa: Đề nghị tỉnh sửa chữa đường liên xóm",
            "D3 Lý Thị Hoa: Đề nghị tỉnh làm cầu qua suối Cái",
        ],
    );
    assert_eq!(found(&read), ["A2 HeaderMissing"]);
    let read = check(
        "no header, the position before the name",
        "1|Trưởng xóm|Ma Văn Hòa|Đề nghị tỉnh sửa chữa đường liên xóm\n2|Nông dân|Lý Thị Hoa|Đề nghị tỉnh làm cầu qua suối Cái",
        &[
            "D1 Ma Văn Hòa: Đề nghị tỉnh sửa chữa đường liên xóm",
            "D2 Lý Thị Hoa: Đề nghị tỉnh làm cầu qua suối Cái",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm");
    let read = check(
        "no header and short texts",
        "1|Ma Văn Hòa|Trưởng ban công tác Mặt trận xóm|Sửa đường liên xóm\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu\n3|Bế Thị Mến|Người dân|Cấp nước sạch",
        &[
            "D1 Ma Văn Hòa: Sửa đường liên xóm",
            "D2 Lý Thị Hoa: Đề nghị làm cầu",
            "D3 Bế Thị Mến: Cấp nước sạch",
        ],
    );
    assert_eq!(found(&read), ["A1 HeaderMissing"]);
    assert_eq!(
        read.tables[0].rows[0].position,
        "Trưởng ban công tác Mặt trận xóm"
    );
    check(
        "a summary below a long title",
        "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\nSTT|Xóm|Số ý kiến\n1|Đồng Tâm|2\n2|Nà Pài|2",
        &[],
    );
    for drawing in [
        "Danh mục|Mã\nXã|1",
        "1|Ma Văn Hòa|Trưởng xóm|Có mặt\n2|Lý Thị Hoa|Bí thư chi bộ|Vắng họp",
        "STT|Họ và tên|Chức vụ|Ghi chú\n1|Ma Văn Hòa|Trưởng xóm|",
        "Hướng dẫn điền mẫu: mỗi ý kiến ghi một dòng, không gộp ô",
    ] {
        let read = check("no table", drawing, &[]);
        assert_eq!(found(&read), ["- SheetWithoutTable"], "{drawing}");
    }
}

#[test]
fn a_page_that_says_that_nothing_is_asked_is_a_report() {
    let read = check(
        "no table",
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH||ĐẢNG CỘNG SẢN VIỆT NAM\nQua tổng hợp, Đảng ủy xã Phú Đình không có ý kiến, kiến nghị gì.\n||BÍ THƯ",
        &[],
    );
    assert_eq!(found(&read), [""; 0]);
    let reasons: Vec<_> = read.tables[0].rows.iter().filter_map(|row| row.aside).collect();
    assert_eq!(reasons, [ReasonAside::NoOpinion, ReasonAside::Note]);
    let read = check("agreement", "Xã Phú Đình|nhất trí với kế hoạch\nXã cảm ơn", &[]);
    assert!(read.tables.is_empty());
}

#[test]
fn numbered_paragraphs_without_a_table_are_opinions_where_they_ask() {
    let read = check(
        "a Word document",
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH\nTình hình chung ổn định.\nI. Lĩnh vực giao thông\n1. Ông Ma Văn Hòa, Trưởng xóm: Đề nghị sửa đường\nliên xóm đã hỏng\n2. Xóm có 40 hộ.\n- Cử tri Lý Thị Hoa đề nghị làm cầu\nNơi nhận:\n- Đề nghị lưu",
        &[
            "A4 Ma Văn Hòa: Đề nghị sửa đường\\nliên xóm đã hỏng",
            "A7 : Cử tri Lý Thị Hoa đề nghị làm cầu",
        ],
    );
    assert_eq!(found(&read), ["A4 Prose"]);
    assert_eq!(
        read.tables[0].letterhead,
        ["ĐẢNG ỦY XÃ PHÚ ĐÌNH", "Tình hình chung ổn định."]
    );
    assert_eq!(
        read.tables[0].rows[1].heading.as_deref(),
        Some("I. Lĩnh vực giao thông")
    );
    check(
        "both titles before each name",
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH\nTổng hợp ý kiến\n1. Ông (bà) Ma Văn Hòa, Trưởng xóm: Kè bờ suối đoạn qua xóm Cái\n2. Ông (bà) Lý Thị Hoa, Nông dân: Tăng cường bác sĩ cho trạm\n3. Ông (bà) Bế Thị Mến, Giáo viên: Công khai giá đất",
        &[
            "A3 Ma Văn Hòa: Kè bờ suối đoạn qua xóm Cái",
            "A4 Lý Thị Hoa: Tăng cường bác sĩ cho trạm",
            "A5 Bế Thị Mến: Công khai giá đất",
        ],
    );
    check(
        "whatever follows who speaks",
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH\n1. Ma Văn Hòa, Trưởng xóm:\nGiá điện qua công tơ tổng là 3.500 đồng.\n2. Lý Thị Hoa, Nông dân:\nĐề nghị làm cầu.\nNơi nhận:",
        &[
            "A3 Ma Văn Hòa: Giá điện qua công tơ tổng là 3.500 đồng.",
            "A5 Lý Thị Hoa: Đề nghị làm cầu.",
        ],
    );
    for drawing in [
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH\nĐề nghị Tỉnh ủy quan tâm hơn đến xã",
        "Kế hoạch\n1. Thời gian: tháng 12\n2. Địa điểm: nhà văn hóa",
    ] {
        check("no opinion is marked", drawing, &[]);
    }
}

#[test]
fn a_column_of_opinions_and_nothing_else_is_a_table() {
    for (what, drawing, expected, finding) in [
        (
            "with a header",
            "TỈNH ỦY THÁI NGUYÊN||ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ PHÚ ĐÌNH||Phú Đình, ngày 05 tháng 12 năm 2025\nNội dung ý kiến\nĐề nghị sửa đường liên xóm\nĐường xóm Cái hỏng nặng, cần sửa\nNơi nhận:||T/M BAN THƯỜNG VỤ\n- Lưu Văn phòng",
            vec![
                "A4 : Đề nghị sửa đường liên xóm",
                "A5 : Đường xóm Cái hỏng nặng, cần sửa",
            ],
            "A3 OpinionsOnly",
        ),
        (
            "that mostly say what is wrong",
            "Đơn vị: xã Phú Đình\nNội dung ý kiến\nGọi số 1022 nhiều lần không ai nghe máy\nĐề nghị hỗ trợ bạt che chuồng trâu\nBảng tên đường chưa đổi sau sáp nhập",
            vec![
                "A3 : Gọi số 1022 nhiều lần không ai nghe máy",
                "A4 : Đề nghị hỗ trợ bạt che chuồng trâu",
                "A5 : Bảng tên đường chưa đổi sau sáp nhập",
            ],
            "A2 OpinionsOnly",
        ),
        (
            "without a header",
            "ĐẢNG ỦY XÃ PHÚ ĐÌNH\nĐề nghị sửa đường liên xóm\nLĨNH VỰC ĐIỆN\nCử tri đề nghị kéo điện về xóm Cái\nKiến nghị tỉnh làm cầu\nNơi nhận:",
            vec![
                "A2 : Đề nghị sửa đường liên xóm",
                "A4 : Cử tri đề nghị kéo điện về xóm Cái",
                "A5 : Kiến nghị tỉnh làm cầu",
            ],
            "A2 OpinionsOnly",
        ),
        (
            "marked below a title",
            "Ý kiến, kiến nghị\n1. Đề nghị sửa đường liên xóm\nXóm có 40 hộ.\n2. Đề nghị làm cầu",
            vec![
                "A2 : Đề nghị sửa đường liên xóm\\nXóm có 40 hộ.",
                "A4 : Đề nghị làm cầu",
            ],
            "A2 Prose",
        ),
    ] {
        let read = check(what, drawing, &expected);
        assert_eq!(found(&read), [finding], "{what}");
    }
    for drawing in [
        "Nội dung\nKế hoạch năm 2026\nChuẩn bị hội nghị",
        "Kế hoạch\nĐề nghị các đồng chí có mặt đúng giờ\nThời gian: 8 giờ\nĐịa điểm: nhà văn hóa\nĐề nghị mang theo tài liệu",
    ] {
        check("other texts", drawing, &[]);
    }
}

#[test]
fn speakers_headings_and_continued_rows_are_understood() {
    for (what, drawing, expected) in [
        (
            "merged name",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|^|^|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Ma Văn Hòa: Đề nghị làm cầu",
            ],
        ),
        (
            "blank name",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|||Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Ma Văn Hòa: Đề nghị làm cầu",
            ],
        ),
        (
            "ditto",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|nt|nt|Đề nghị làm cầu\n3|\"|\"|Đề nghị kéo điện",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Ma Văn Hòa: Đề nghị làm cầu",
                "D4 Ma Văn Hòa: Đề nghị kéo điện",
            ],
        ),
        (
            "dash as ditto",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|-|-|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Ma Văn Hòa: Đề nghị làm cầu",
            ],
        ),
        (
            "a closing sentence",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nTrên đây là tổng hợp ý kiến, kiến nghị của Nhân dân xã, trân trọng báo cáo.",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "another post",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2||Nông dân|Đề nghị làm cầu",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường", "D3 : Đề nghị làm cầu"],
        ),
        (
            "merged STT",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đường xuống cấp.\n^|^|^|Đề nghị sửa đường.\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đường xuống cấp.\\nĐề nghị sửa đường.",
                "D4 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "a blank column of numbers, merged with the names",
            "STT|Họ và tên|Chức vụ|Nội dung\n|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n^|^|^|Đề nghị làm cầu\n|Lý Thị Hoa|Nông dân|Đề nghị kéo điện\n^|^|^|Nước sinh hoạt bị đục",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Ma Văn Hòa: Đề nghị làm cầu",
                "D4 Lý Thị Hoa: Đề nghị kéo điện",
                "D5 Lý Thị Hoa: Nước sinh hoạt bị đục",
            ],
        ),
        (
            "sentence goes on",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường từ\n|||xóm 1 đến xóm 2\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường từ\\nxóm 1 đến xóm 2",
                "D4 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "second opinion unnumbered",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|- Đề nghị sửa đường\n|||- Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: - Đề nghị sửa đường",
                "D3 Ma Văn Hòa: - Đề nghị làm cầu",
            ],
        ),
        (
            "shared opinion",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|Lý Thị Hoa|Nông dân|^",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D2 Lý Thị Hoa: Đề nghị sửa đường",
            ],
        ),
        (
            "headings",
            "STT|Họ và tên|Chức vụ|Nội dung\nI. Lĩnh vực đất đai|<|<|<\n1|Ma Văn Hòa|Trưởng xóm|Cấp sổ đỏ cho dân\nII|Lĩnh vực giao thông||\n1|Lý Thị Hoa|Nông dân|Đề nghị làm cầu\nIII|||VĂN HÓA - XÃ HỘI\n1|Bế Thị Mến|Giáo viên|Xây trường học",
            vec![
                "D3 Ma Văn Hòa: Cấp sổ đỏ cho dân",
                "D5 Lý Thị Hoa: Đề nghị làm cầu",
                "D7 Bế Thị Mến: Xây trường học",
            ],
        ),
        (
            "speaker as heading",
            "STT|Họ và tên|Chức vụ|Nội dung\nÔng Ma Văn Hòa, Trưởng xóm Đồng Tâm:|<|<|<\n1|||Đề nghị sửa đường\n2|||Đề nghị làm cầu",
            vec![
                "D3 Ma Văn Hòa: Đề nghị sửa đường",
                "D4 Ma Văn Hòa: Đề nghị làm cầu",
            ],
        ),
        (
            "roman numbers",
            "STT|Họ và tên|Chức vụ|Nội dung\nI|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nII|Lý Thị Hoa|Nông dân|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "letters",
            "STT|Họ và tên|Chức vụ|Nội dung\na)|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nb)|Lý Thị Hoa|Nông dân|Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D3 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        ),
        (
            "two in a cell",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|- Đề nghị sửa đường\\n- Đề nghị làm cầu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D2 Ma Văn Hòa: Đề nghị làm cầu",
            ],
        ),
        (
            "wrapped",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa\\nđường liên xóm",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa\\nđường liên xóm"],
        ),
        (
            "no STT column",
            "Họ và tên|Chức vụ|Nội dung\nMa Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n||Đề nghị làm cầu",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "C3 Ma Văn Hòa: Đề nghị làm cầu",
            ],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn what_is_no_opinion_is_set_aside_with_its_reason() {
    use ReasonAside::{Blank, Complaint, Heading, NoOpinion, Note, Total};
    let read = check(
        "asides",
        "STT|Họ và tên|Chức vụ|Nội dung\nVD|Nguyễn Văn A|Trưởng thôn|Đề nghị làm đường\n1|Ma Văn Hòa|Trưởng xóm|Không có ý kiến\n2|Lý Thị Hoa|Nông dân|Nhất trí, tuy nhiên đề nghị làm cầu\n3|||\nÝ kiến 4\n....\nI. Lĩnh vực đất đai\n5|Bế Thị Mến|Nông dân|Tôi tố cáo ông trưởng xóm lấn đất nhà tôi\n6|Bế Thị Mến|Nông dân|0\n|Tổng cộng||1 ý kiến\n7|Ma Văn Tòng|Nông dân|Kéo điện về xóm\n|||Phú Đình, ngày 05 tháng 12 năm 2025\nNơi nhận:|||T/M BAN THƯỜNG VỤ\n- Như trên|||BÍ THƯ\n|||Ma Văn Quý",
        &[
            "D4 Lý Thị Hoa: Nhất trí, tuy nhiên đề nghị làm cầu",
            "D12 Ma Văn Tòng: Kéo điện về xóm",
        ],
    );
    let reasons: Vec<ReasonAside> = read.tables[0].rows.iter().filter_map(|row| row.aside).collect();
    assert_eq!(
        reasons,
        [
            Note, NoOpinion, Blank, Blank, Blank, Heading, Complaint, NoOpinion, Total, Note, Note, Note,
            Note
        ]
    );
}

#[test]
fn cells_without_words_are_named_and_words_in_formulas_are_read() {
    let mut sheet = draw(
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|#REF!\n2|Lý Thị Hoa|Nông dân|123\n3|Bế Thị Mến|Nông dân|x",
    );
    sheet.cells.insert(
        (3, 3),
        Cell {
            value: Value::NoResult,
            formula: Some("CONCATENATE(A1,B1)".to_owned()),
        },
    );
    sheet
        .cells
        .insert((4, 3), cell(Value::Date("05/12/2025".to_owned())));
    sheet.cells.insert(
        (5, 3),
        Cell {
            value: Value::Error("#NAME?".to_owned()),
            formula: Some("-Đường vào thôn".to_owned()),
        },
    );
    let read = table::read(&sheet);
    assert_eq!(opinions(&read), ["D6 Bế Thị Mến: -Đường vào thôn"]);
    assert_eq!(
        found(&read),
        [
            "D2 NoWords",
            "D3 NoWords",
            "D4 NoWords",
            "D5 NoWords",
            "D6 FormulaText"
        ]
    );
}

#[test]
fn words_without_a_header_and_names_without_words_are_named() {
    let read = check(
        "a column without a header",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường| cầu| cống\n2|#N/A|Đề nghị làm cầu\n3||Đề nghị kéo điện",
        &[
            "C2 Ma Văn Hòa: Đề nghị sửa đường",
            "C3 : Đề nghị làm cầu",
            "C4 : Đề nghị kéo điện",
        ],
    );
    assert_eq!(found(&read), ["B3 NoWords", "D2 ColumnUnnamed"]);
}

#[test]
fn opinions_in_every_column_of_opinions_are_read() {
    for (what, drawing, expected) in [
        (
            "a header over three columns",
            "STT|Họ và tên|Nội dung ý kiến|<|<\n1|Ma Văn Hòa|Sửa đường liên xóm|Làm cầu treo|\n2|Lý Thị Hoa|Kéo điện về xóm||Xây trường",
            vec![
                "C2 Ma Văn Hòa: Sửa đường liên xóm",
                "D2 Ma Văn Hòa: Làm cầu treo",
                "C3 Lý Thị Hoa: Kéo điện về xóm",
                "E3 Lý Thị Hoa: Xây trường",
            ],
        ),
        (
            "counted columns",
            "STT|Họ và tên|Ý kiến 1|Ý kiến 2\n1|Ma Văn Hòa|Sửa đường liên xóm|Làm cầu treo",
            vec!["C2 Ma Văn Hòa: Sửa đường liên xóm", "D2 Ma Văn Hòa: Làm cầu treo"],
        ),
        (
            "a column for each subject",
            "STT|Họ và tên|Ý kiến về đất đai|Ý kiến về giao thông|Ý kiến về y tế\n1|Ma Văn Hòa||Làm cầu treo|\n2|Lý Thị Hoa|Cấp sổ đỏ cho dân||Thêm bác sĩ",
            vec![
                "D2 Ma Văn Hòa: Làm cầu treo",
                "C3 Lý Thị Hoa: Cấp sổ đỏ cho dân",
                "E3 Lý Thị Hoa: Thêm bác sĩ",
            ],
        ),
        (
            "the name in two cells",
            "STT|Họ và tên|<|Nội dung\n1|Ma Văn|Hòa|Sửa đường liên xóm",
            vec!["D2 Ma Văn Hòa: Sửa đường liên xóm"],
        ),
        (
            "a sentence where the position should be",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Thủ tục cấp giấy phép còn chậm, dân phải đi lại nhiều lần|\n2|Lý Thị Hoa|Phó Chủ tịch Ủy ban Mặt trận Tổ quốc xã kiêm Chủ tịch Hội Nông dân|",
            vec!["C2 Ma Văn Hòa: Thủ tục cấp giấy phép còn chậm, dân phải đi lại nhiều lần"],
        ),
        (
            "words like those of a signature",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Nơi nhận trợ cấp ở xa\n2|Lý Thị Hoa|Nông dân|Người lập hồ sơ đất đai làm sai\n||Nơi nhận:|BÍ THƯ",
            vec![
                "D2 Ma Văn Hòa: Nơi nhận trợ cấp ở xa",
                "D3 Lý Thị Hoa: Người lập hồ sơ đất đai làm sai",
            ],
        ),
        (
            "numbered sentences across the table",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Sửa đường liên xóm\n2. Thủ tục cấp giấy phép còn chậm, dân phải đi lại nhiều lần|<|<|<",
            vec![
                "D2 Ma Văn Hòa: Sửa đường liên xóm",
                "A3 : 2. Thủ tục cấp giấy phép còn chậm, dân phải đi lại nhiều lần",
            ],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn headings_bodies_and_signatures_are_no_opinions() {
    for (what, drawing, expected) in [
        (
            "counted subjects",
            "STT|Họ và tên|Chức vụ|Nội dung\n|||Nội dung 1: Nhiệm vụ chính trị\n1|Ma Văn Hòa|Trưởng xóm|Nội dung 2: đề nghị thêm bác sĩ",
            vec!["D3 Ma Văn Hòa: Nội dung 2: đề nghị thêm bác sĩ"],
        ),
        (
            "an opinion in capitals beside a name and a post",
            "STT|Họ và tên|Chức vụ|Nội dung\n|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\n|Lý Thị Hoa|Nông dân|NÂNG CẤP ĐƯỜNG XÓM CÁI",
            vec![
                "D2 Ma Văn Hòa: Đề nghị thêm bác sĩ",
                "D3 Lý Thị Hoa: NÂNG CẤP ĐƯỜNG XÓM CÁI",
            ],
        ),
        (
            "totals of pages and of people",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\n|Cộng trang 1||1\n|Tổng số người tham gia||25",
            vec!["D2 Ma Văn Hòa: Đề nghị thêm bác sĩ"],
        ),
        (
            "a body above its opinions",
            "STT|Họ và tên|Chức vụ|Nội dung\n|||Sở Y tế\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\n|||Công an tỉnh\n2|Lý Thị Hoa|Nông dân|Đề nghị cấm xe tải",
            vec![
                "D3 Ma Văn Hòa: Đề nghị thêm bác sĩ",
                "D5 Lý Thị Hoa: Đề nghị cấm xe tải",
            ],
        ),
        (
            "the opinions first, no numbers",
            "Nội dung ý kiến|Chức vụ|Họ tên\nI. Lĩnh vực đất đai\nCấp sổ đỏ cho dân|Trưởng xóm|Ma Văn Hòa\nĐối với Sở Y tế\nĐề nghị thêm bác sĩ|Nông dân|Lý Thị Hoa\nB. Ý KIẾN CỦA NHÂN DÂN\nĐề nghị cấm xe tải|Tổ trưởng tổ dân phố|Bế Thị Mến",
            vec![
                "A3 Ma Văn Hòa: Cấp sổ đỏ cho dân",
                "A5 Lý Thị Hoa: Đề nghị thêm bác sĩ",
                "A7 Bế Thị Mến: Đề nghị cấm xe tải",
            ],
        ),
        (
            "a signature in the columns of name and opinion",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\n|NGƯỜI LẬP BIỂU||CHỦ TỊCH\n|(Ký, ghi rõ họ tên)||(Ký tên, đóng dấu)\n|Trần Thị Lan||Lê Văn Hùng",
            vec!["D2 Ma Văn Hòa: Đề nghị thêm bác sĩ"],
        ),
        (
            "offices below the total",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\n|Tổng cộng||1\n|Thư ký||Chủ trì\n|Trần Thị Lan||Lê Văn Hùng",
            vec!["D2 Ma Văn Hòa: Đề nghị thêm bác sĩ"],
        ),
        (
            "a note and what it numbers",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\nGhi chú:\n1. Cột 2: ghi rõ họ tên của từng người có ý kiến\n2. Cột 4: đề nghị ghi ngắn gọn, mỗi ý kiến một dòng",
            vec!["D2 Ma Văn Hòa: Đề nghị thêm bác sĩ"],
        ),
        (
            "a budget",
            "STT|Nội dung|Đơn vị tính|Số lượng|Thành tiền\n1|In tài liệu hội nghị|bộ|10|200000",
            vec![],
        ),
        (
            "only a letterhead",
            "TỈNH ỦY THÁI NGUYÊN||ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ PHÚ ĐÌNH||Phú Đình, ngày 05 tháng 12 năm 2025\nSố 12-BC/ĐU\nNơi nhận:||T/M BAN THƯỜNG VỤ\n||Nguyễn Thanh Tùng",
            vec![],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn what_asks_below_the_signature_is_named() {
    let read = check(
        "a sentence after the end",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ\nNơi nhận:|||BÍ THƯ\nNgoài ra, ông Tám ở xóm Cái đề nghị mở thêm tuyến xe buýt",
        &["D2 Ma Văn Hòa: Đề nghị thêm bác sĩ"],
    );
    assert_eq!(found(&read), ["A4 BelowSignature"]);
}

#[test]
fn entries_above_the_header_are_read() {
    let read = check(
        "sorted together with the header",
        "1|Ma Văn Hòa|Trưởng xóm|Đề nghị thêm bác sĩ cho xã\nSTT|Họ và tên|Chức vụ|Nội dung\n2|Lý Thị Hoa|Nông dân|Đề nghị cấm xe tải",
        &[
            "D1 Ma Văn Hòa: Đề nghị thêm bác sĩ cho xã",
            "D3 Lý Thị Hoa: Đề nghị cấm xe tải",
        ],
    );
    assert_eq!(found(&read), ["A1 HeaderMissing"]);
}

#[test]
fn a_list_that_asks_is_read_from_its_first_paragraph() {
    check(
        "under a heading in two columns",
        "TỈNH ỦY THÁI NGUYÊN||ĐẢNG CỘNG SẢN VIỆT NAM\n1. Bãi rác gây ô nhiễm nguồn nước\n2. Đề nghị sửa đường\n3. Đề nghị làm cầu\nNơi nhận:||T/M BAN THƯỜNG VỤ",
        &[
            "A2 : Bãi rác gây ô nhiễm nguồn nước",
            "A3 : Đề nghị sửa đường",
            "A4 : Đề nghị làm cầu",
        ],
    );
    check(
        "names and no marks",
        "Ý kiến tại hội nghị\nÔng Ma Văn Hòa, Trưởng xóm: Đề nghị sửa đường\nBà Lý Thị Hoa, nông dân: Đề nghị làm cầu",
        &[
            "A2 Ma Văn Hòa: Đề nghị sửa đường",
            "A3 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    check(
        "how to fill in the form",
        "HƯỚNG DẪN GHI BIỂU\n1. Cột Họ và tên: ghi đầy đủ\n2. Đề nghị gửi trước ngày 07/12/2025\n3. Đề nghị ghi ngắn gọn",
        &[],
    );
    check(
        "names above the opinions",
        "1. Ông Ma Văn Hòa, Trưởng xóm\n- Đường xóm rất xấu\n- Đề nghị kéo điện\n2. Bà Lý Thị Hoa, nông dân\n- Đề nghị làm cầu",
        &[
            "A2 Ma Văn Hòa: Đường xóm rất xấu",
            "A3 Ma Văn Hòa: Đề nghị kéo điện",
            "A5 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
}

#[test]
fn rows_that_stand_beside_their_columns_are_read() {
    let header = "STT|Họ và tên|Chức vụ|Nội dung\n1|Lý Thị Hoa|Nông dân|Đề nghị làm cầu";
    for (what, row, expected) in [
        (
            "to the right",
            "|2|Ma Văn Hòa|Trưởng xóm|Đường xóm Cái hỏng nặng",
            "E3 Ma Văn Hòa: Đường xóm Cái hỏng nặng",
        ),
        (
            "to the left",
            "Ma Văn Hòa|Trưởng xóm|Đường xóm Cái hỏng nặng",
            "C3 Ma Văn Hòa: Đường xóm Cái hỏng nặng",
        ),
        (
            "instead of the position",
            "2|Ma Văn Hòa|Đường hỏng",
            "C3 Ma Văn Hòa: Đường hỏng",
        ),
    ] {
        let read = check(
            what,
            &format!("{header}\n{row}"),
            &["D2 Lý Thị Hoa: Đề nghị làm cầu", expected],
        );
        let cell = expected.split(' ').next().unwrap_or_default();
        assert_eq!(found(&read), [format!("{cell} WrongColumn")], "{what}");
    }
    let blank = format!("{header}\n2|Ma Văn Hòa|Cán bộ không chuyên trách|");
    check(
        "a post is no complaint",
        &blank,
        &["D2 Lý Thị Hoa: Đề nghị làm cầu"],
    );
}

#[test]
fn names_and_posts_are_told_by_what_they_are() {
    let speakers = |drawing: &str| {
        let read = table::read(&draw(drawing));
        let rows = read
            .tables
            .iter()
            .flat_map(|table| &table.rows)
            .filter(|row| row.aside.is_none());
        let speakers: Vec<String> = rows
            .map(|row| format!("{} / {}", row.person, row.position))
            .collect();
        (speakers, found(&read))
    };
    let (named, _) = speakers(
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa\\nTrưởng xóm Cái|Đề nghị sửa đường\n2|Lý Thị Hoa, xóm Vàng|Đề nghị làm cầu",
    );
    assert_eq!(named, ["Ma Văn Hòa / Trưởng xóm Cái", "Lý Thị Hoa, xóm Vàng / "]);
    let (said, _) = speakers(
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|||Ông Lò Văn Én (xóm 4): đề nghị làm cầu\n3|||Đề nghị kéo điện",
    );
    assert_eq!(
        said,
        [
            "Ma Văn Hòa / Trưởng xóm",
            "Lò Văn Én / xóm 4",
            "Lò Văn Én / xóm 4"
        ]
    );
    let mut dated = draw("STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa||Đề nghị sửa đường");
    dated
        .cells
        .insert((1, 2), cell(Value::Date("05/12/2025".to_owned())));
    let read = table::read(&dated);
    assert_eq!(read.tables[0].rows[0].position, "");
    assert_eq!(found(&read), ["C2 NoWords"]);
    let (guessed, _) = speakers(
        "1|Ma Văn Hòa|0912345678|Trưởng xóm|Đề nghị tỉnh sửa đường liên xóm\n2|Lý Thị Hoa|0912345679|Nông dân|Đề nghị tỉnh làm cầu qua suối",
    );
    assert_eq!(guessed, ["Ma Văn Hòa / Trưởng xóm", "Lý Thị Hoa / Nông dân"]);
}

#[test]
fn lists_without_marks_or_asks_are_read_as_a_whole() {
    for (what, drawing, expected) in [
        (
            "nobody asks, but all say what is wrong",
            "Tổng hợp ý kiến của Nhân dân\n1. Đường xóm Cái hỏng nặng\n2. Bãi rác gây ô nhiễm\n3. Điện yếu về mùa hè",
            vec![
                "A2 : Đường xóm Cái hỏng nặng",
                "A3 : Bãi rác gây ô nhiễm",
                "A4 : Điện yếu về mùa hè",
            ],
        ),
        (
            "a report of what was done before the list",
            "I. Kết quả\n1. Thu ngân sách đạt kế hoạch\n2. Hộ nghèo giảm\nII. Kiến nghị\n1. Đề nghị tỉnh sửa đường\n2. Đề nghị tỉnh làm cầu\n3. Đề nghị tỉnh kéo điện",
            vec![
                "A5 : Đề nghị tỉnh sửa đường",
                "A6 : Đề nghị tỉnh làm cầu",
                "A7 : Đề nghị tỉnh kéo điện",
            ],
        ),
        (
            "what is wrong first, then asked",
            "Ý kiến\nSóng điện thoại rất yếu, đề nghị lắp trạm\nĐề nghị tỉnh sửa đường\nĐề nghị tỉnh làm cầu",
            vec![
                "A2 : Sóng điện thoại rất yếu, đề nghị lắp trạm",
                "A3 : Đề nghị tỉnh sửa đường",
                "A4 : Đề nghị tỉnh làm cầu",
            ],
        ),
        (
            "a label above each",
            "Ý kiến 1\nĐề nghị tỉnh sửa đường\nÝ kiến 2\nĐề nghị tỉnh làm cầu",
            vec!["A2 : Đề nghị tỉnh sửa đường", "A4 : Đề nghị tỉnh làm cầu"],
        ),
        (
            "speakers in the sentence",
            "Phát biểu\nÔng Ma Văn Hòa (xóm Cái) đề nghị sửa đường vào xóm\nBà Lý Thị Hoa kiến nghị xây trạm y tế",
            vec![
                "A2 : Ông Ma Văn Hòa (xóm Cái) đề nghị sửa đường vào xóm",
                "A3 : Bà Lý Thị Hoa kiến nghị xây trạm y tế",
            ],
        ),
        (
            "plans are no complaints",
            "Kế hoạch\n1. Họp dân\n2. Không tổ chức liên hoan\n3. Còn lại giao xóm",
            vec![],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn separators_in_the_words_of_a_text_file_part_nothing() {
    for (what, text, expected, joined) in [
        (
            "after the last column",
            "STT,Họ và tên,Chức vụ,Nội dung ý kiến\n1,Ma Văn Hòa,Trưởng xóm,Đề nghị sửa đường, cầu, cống\n2,Lý Thị Hoa,Nông dân,Đề nghị làm cầu\n",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường, cầu, cống",
                "D3 Lý Thị Hoa: Đề nghị làm cầu",
            ],
            true,
        ),
        (
            "without spaces",
            "STT;Họ và tên;Nội dung ý kiến\n1;Ma Văn Hòa;Đề nghị sửa đường;cầu;;cống;;\n2;Lý Thị Hoa;Đề nghị làm cầu;;;;\n",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường;cầu;;cống",
                "C3 Lý Thị Hoa: Đề nghị làm cầu",
            ],
            true,
        ),
        (
            "in the position, too",
            "STT,Họ và tên,Chức vụ,Nội dung ý kiến\n1,Ma Văn Hòa,Bí thư, trưởng xóm,Đề nghị sửa đường, cầu\n",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường, cầu"],
            true,
        ),
        (
            "before the notes",
            "STT,Họ và tên,Nội dung ý kiến,Ghi chú\n1,Ma Văn Hòa,Đề nghị sửa đường, cầu,\n2,Lý Thị Hoa,Đề nghị làm cầu,cống qua suối,gấp\n3,Bế Thị Mến,Đề nghị kéo điện,gấp\n",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường, cầu",
                "C3 Lý Thị Hoa: Đề nghị làm cầu,cống qua suối",
                "C4 Bế Thị Mến: Đề nghị kéo điện",
            ],
            true,
        ),
        (
            "in the header, too",
            "STT,Họ và tên,Chức vụ, đơn vị công tác,Nội dung ý kiến, kiến nghị\n1,Ma Văn Hòa,Trưởng xóm,Sửa cầu\n2,Lý Thị Hoa,Nông dân,Sửa đường, cống\n",
            vec!["D2 Ma Văn Hòa: Sửa cầu", "D3 Lý Thị Hoa: Sửa đường, cống"],
            true,
        ),
        (
            "a column that nobody named",
            "STT,Họ và tên,Nội dung\n1,Ma Văn Hòa,Đề nghị sửa đường,Xóm Cái\n2,Lý Thị Hoa,Đề nghị làm cầu,Xóm Vàng\n",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "C3 Lý Thị Hoa: Đề nghị làm cầu",
            ],
            false,
        ),
        (
            "a space after each separator",
            "STT, Họ và tên, Nội dung\n1, Ma Văn Hòa, Đề nghị sửa đường\n2, Lý Thị Hoa, Đề nghị làm cầu, cống\n",
            vec![
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                "C3 Lý Thị Hoa: Đề nghị làm cầu, cống",
            ],
            true,
        ),
    ] {
        let sheets = crate::spreadsheet::open(text.as_bytes()).unwrap();
        let read = table::read(&sheets[0]);
        let opinions: Vec<String> = opinions(&read)
            .iter()
            .map(|opinion| opinion.replace("  ", " ").replace(":  ", ": "))
            .collect();
        assert_eq!(opinions, expected, "{what}: {read:#?}");
        let told = found(&read).iter().any(|kind| kind.ends_with("FieldsJoined"));
        assert_eq!(told, joined, "{what}: {:?}", read.findings);
    }
}

#[test]
fn marks_apart_and_look_alikes_are_put_into_letters() {
    let read = check(
        "look-alikes",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Ðề nghị sửa ðường\n2|Lý Thị Hoa|Đê\u{300} nghi\u{323} làm cầu",
        &[
            "C2 Ma Văn Hòa: Đề nghị sửa đường",
            "C3 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    assert_eq!(found(&read), ["C2 Composed"]);
    assert_eq!(read.tables[0].rows[0].text, "Ðề nghị sửa ðường");
}

#[test]
fn what_is_hidden_is_read_and_named_and_what_lies_under_merges_is_named() {
    let mut sheet = draw(
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu\n^|^|^|^",
    );
    sheet.hidden_rows = Some(BTreeSet::from([1]));
    sheet.hidden_columns = Some(BTreeSet::from([2, 9]));
    sheet.text_boxes = vec!["Đề nghị kéo điện".to_owned()];
    sheet
        .cells
        .insert((3, 3), cell(Value::Text("che khuất".to_owned())));
    let read = table::read(&sheet);
    assert_eq!(opinions(&read).len(), 2);
    assert_eq!(
        found(&read),
        ["D4 UnderMerge", "- TextBoxes", "D2 HiddenRows", "- HiddenColumns"]
    );
}

#[test]
fn a_cell_that_stands_in_the_file_twice_is_named() {
    let mut sheet = draw("STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường");
    sheet.twice = BTreeSet::from([(1, 3)]);
    let read = table::read(&sheet);
    assert_eq!(found(&read), ["D2 CellTwice"]);
}

#[test]
fn an_opinion_in_the_wrong_column_is_not_lost() {
    let read = check(
        "wrong column",
        "STT|Họ và tên|Chức vụ|Nội dung|Ghi chú\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường|gấp\n2|Lý Thị Hoa|Nông dân||Đề nghị tỉnh làm cầu qua suối Cái cho dân",
        &[
            "D2 Ma Văn Hòa: Đề nghị sửa đường",
            "E3 Lý Thị Hoa: Đề nghị tỉnh làm cầu qua suối Cái cho dân",
        ],
    );
    assert_eq!(found(&read), ["E3 WrongColumn"]);
    assert_eq!(read.tables[0].rows[0].hints, ["gấp"]);
}

#[test]
fn totals_are_compared_with_what_they_may_mean() {
    let table = |total: &str| {
        format!(
            "STT|Họ và tên|Chức vụ|Nội dung\nI. Đất đai|<|<|<\n1|Ma Văn Hòa|Trưởng xóm|Cấp sổ đỏ\n|Cộng||1\nII. Giao thông|<|<|<\n2|Lý Thị Hoa|Nông dân|Làm cầu\n3|Bế Thị Mến|Nông dân|Không có ý kiến\n|Tổng cộng||{total}"
        )
    };
    for (total, agrees) in [
        ("2 ý kiến", true),
        ("3", true),
        ("5", false),
        ("12 ý kiến", false),
    ] {
        let read = table::read(&draw(&table(total)));
        let totals = &read.tables[0].totals;
        assert_eq!(totals.len(), 2);
        let fits = |at: usize| {
            totals[at]
                .stated
                .iter()
                .any(|stated| totals[at].fits.contains(stated))
        };
        assert!(fits(0), "{total}");
        assert_eq!(fits(1), agrees, "{total}: {totals:?}");
    }
}

#[test]
fn several_tables_and_their_letterheads_are_kept_apart() {
    let read = check(
        "two units in a sheet",
        "ĐẢNG ỦY XÃ PHÚ ĐÌNH\nSTT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nĐẢNG ỦY XÃ VĂN HÁN\nSTT|Họ và tên|Chức vụ|Nội dung\n1|Lý Thị Hoa|Nông dân|Đề nghị làm cầu",
        &[
            "D3 Ma Văn Hòa: Đề nghị sửa đường",
            "D6 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    assert_eq!(read.tables.len(), 2);
    assert_eq!(read.tables[1].letterhead, ["ĐẢNG ỦY XÃ VĂN HÁN"]);
}

#[test]
fn tables_on_their_side_and_cards_are_turned() {
    for (what, drawing, expected, first) in [
        (
            "a table on its side",
            "ĐẢNG ỦY XÃ PHÚ ĐÌNH\nSTT|1|2\nHọ và tên|Ma Văn Hòa|Lý Thị Hoa\nChức vụ|Trưởng xóm|Người dân\nNội dung ý kiến|Đề nghị sửa đường|Đề nghị làm cầu\nNơi nhận:",
            vec![
                "B5 Ma Văn Hòa: Đề nghị sửa đường",
                "C5 Lý Thị Hoa: Đề nghị làm cầu",
            ],
            "A2",
        ),
        (
            "cards",
            "Họ và tên:|Ma Văn Hòa\nChức vụ:|Trưởng xóm\nNội dung ý kiến:|Đề nghị sửa đường\n\nHọ và tên:|Lý Thị Hoa\nChức vụ:|Người dân\nNội dung ý kiến:|- Đề nghị làm cầu\n|- Đề nghị kéo điện",
            vec![
                "B3 Ma Văn Hòa: Đề nghị sửa đường",
                "B7 Lý Thị Hoa: Đề nghị làm cầu",
                "B7 Lý Thị Hoa: Đề nghị kéo điện",
            ],
            "A1",
        ),
        (
            "labels in the cells of what they label",
            "PHIẾU Ý KIẾN\nHọ và tên: Ma Văn Hòa\nNội dung ý kiến:\nĐề nghị sửa đường\nPHIẾU Ý KIẾN\nHọ và tên: Lý Thị Hoa\nNội dung ý kiến: Đề nghị làm cầu",
            vec![
                "A4 Ma Văn Hòa: Đề nghị sửa đường",
                "A7 Lý Thị Hoa: Đề nghị làm cầu",
            ],
            "A2",
        ),
        (
            "opinions in rows below one another",
            "Họ và tên:|Ma Văn Hòa\nNội dung ý kiến:|Đề xuất cho thuê lại trụ sở cũ.\n|Phí vệ sinh tăng mà xe gom rác chậm.\n|\nHọ và tên:|Lý Thị Hoa\nNội dung ý kiến:|Đường xóm hỏng nặng.\n|Đề nghị sửa đường",
            vec![
                "B2 Ma Văn Hòa: Đề xuất cho thuê lại trụ sở cũ.",
                "B3 Ma Văn Hòa: Phí vệ sinh tăng mà xe gom rác chậm.",
                "B6 Lý Thị Hoa: Đường xóm hỏng nặng.\\nĐề nghị sửa đường",
            ],
            "A1",
        ),
    ] {
        let read = check(what, drawing, &expected);
        assert_eq!(found(&read), [format!("{first} OnItsSide")], "{what}");
    }
    for between in ["\n", "\nTỔNG HỢP CÂU HỎI\n\n"] {
        let drawing = format!(
            "Đơn vị: xã Phú Đình{between}Họ và tên:|Ma Văn Hòa\nNội dung ý kiến:|Đề nghị sửa đường\n\nHọ và tên:|Lý Thị Hoa\nNội dung ý kiến:|Đề nghị làm cầu"
        );
        let letterhead = &table::read(&draw(&drawing)).tables[0].letterhead;
        assert_eq!(letterhead[0], "Đơn vị: xã Phú Đình", "{drawing}");
    }
    for drawing in [
        "GIẤY MỜI\nĐại biểu: Đại diện các xóm\nNội dung: Hội nghị đối thoại",
        "Họ và tên: Ma Văn Hòa\nChức vụ: Trưởng xóm",
    ] {
        check("no opinion is labelled", drawing, &[]);
    }
}

#[test]
fn columns_without_a_known_word_are_told_by_what_they_hold() {
    let read = check(
        "names and posts",
        "STT|Bên nêu|Ghi rõ|Nội dung ý kiến\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|Lý Thị Hoa|Người dân|Đề nghị làm cầu",
        &[
            "D2 Ma Văn Hòa: Đề nghị sửa đường",
            "D3 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm");
    assert_eq!(found(&read), [""; 0]);
}

#[test]
fn what_names_a_speaker_signs_or_counts_pages_is_no_opinion() {
    for (what, drawing, expected) in [
        (
            "a speaker above the opinions",
            "STT|Nội dung ý kiến\n1|Ông Ma Văn Hòa, Trưởng xóm:\n|- Đề nghị sửa đường\n|- Đề nghị làm cầu\n2|Bà Lý Thị Hoa: Đề nghị kéo điện",
            vec![
                "B3 Ma Văn Hòa: - Đề nghị sửa đường",
                "B4 Ma Văn Hòa: - Đề nghị làm cầu",
                "B5 Lý Thị Hoa: Bà Lý Thị Hoa: Đề nghị kéo điện",
            ],
        ),
        (
            "offices of a signature",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n|Thư ký||Trưởng thôn\n|Lê Văn Hùng||Nguyễn Văn Bình",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "the number of a page",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n|||Trang 1/2\n2|Lý Thị Hoa|Nông dân|Trang thiết bị y tế thiếu",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D4 Lý Thị Hoa: Trang thiết bị y tế thiếu",
            ],
        ),
        (
            "the last sentence of a report",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|UBND xã báo cáo chưa đúng, đề nghị kiểm tra\nĐảng ủy xã Phú Đình báo cáo và đề nghị Tỉnh ủy xem xét, cho ý kiến./.|<|<|<",
            vec!["D2 Ma Văn Hòa: UBND xã báo cáo chưa đúng, đề nghị kiểm tra"],
        ),
        (
            "a budget below the table",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nSTT|Nội dung chi|Số tiền|Ghi chú\n1|Nước uống|500|Đã chi đủ",
            vec!["D2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "numbers before the names",
            "Họ và tên|Chức vụ|Nội dung\n1. Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường",
            vec!["C2 Ma Văn Hòa: Đề nghị sửa đường"],
        ),
        (
            "a list that goes on in a row below its number",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|- Đề nghị sửa đường\\n- Đề nghị làm cầu\n^|||qua suối Cái",
            vec![
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D2 Ma Văn Hòa: Đề nghị làm cầu\\nqua suối Cái",
            ],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

proptest! {
    #[test]
    fn every_row_below_a_header_is_an_opinion_or_set_aside(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 4..6), 1..14),
        merges in prop::collection::vec((1_u32..14, 0_u32..5, 0_u32..3, 0_u32..3), 0..4),
    ) {
        let mut sheet = draw("STT|Họ và tên|Chức vụ|Nội dung ý kiến|Ghi chú");
        for (row, cells) in (1_u32..).zip(&rows) {
            for (column, text) in (0_u32..).zip(cells) {
                if !text.is_empty() {
                    sheet.cells.insert((row, column), cell(Value::Text(text.clone())));
                }
            }
        }
        for (row, column, down, right) in merges {
            sheet.merges.push(Merge { first_row: row, first_column: column, last_row: row + down, last_column: column + right });
        }
        let read = table::read(&sheet);
        prop_assert!(!read.tables.is_empty());
        let all = read.tables.iter().flat_map(|table| &table.rows);
        // A name in the column of opinions may be that of the speaker, where the opinions stand in another one.
        let said: String = all.map(|row| format!("{} {} {} {} {} {}\n", row.person, row.text, row.position, row.repaired.clone().unwrap_or_default(), row.heading.clone().unwrap_or_default(), row.cell)).collect();
        // So may a "nt" that repeats it.
        let elsewhere = read.tables.iter().all(|table| !table.columns.contains(&(crate::model::ColumnRole::Content, 3)));
        let page = super::page::Page::of(&sheet);
        for (at, words) in page.cells.range((1, 3)..).filter(|(at, _)| at.1 == 3) {
            for line in words.seen().lines().filter(|line| !(elsewhere && *line == "nt")) {
                let bare = line.trim_matches(|c: char| !c.is_alphabetic());
                prop_assert!(said.contains(bare), "{at:?} {line:?} is lost in {said}");
            }
        }
    }
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => (1_u32..20).prop_map(|number| number.to_string()),
        1 => Just("nt".to_owned()),
        2 => Just("Ma Văn Hòa".to_owned()),
        1 => Just("Trưởng xóm".to_owned()),
        3 => (0_u32..999).prop_map(|number| format!("Đề nghị sửa đường liên xóm số {number}")),
        1 => Just("- Đề nghị sửa đường\n- Đề nghị làm cầu".to_owned()),
        1 => Just("Đề nghị tỉnh:\n1. Sửa chữa đường xóm\n2. Làm cầu qua suối".to_owned()),
        1 => Just("Không có ý kiến".to_owned()),
        1 => Just("II. Lĩnh vực đất đai".to_owned()),
        1 => Just("Tổng cộng".to_owned()),
        1 => Just("Nơi nhận:".to_owned()),
        1 => Just("đã xuống cấp nhiều năm".to_owned()),
        1 => Just("Ví dụ: làm cầu".to_owned()),
        1 => "[ -~\u{a0}ạ-ỹ]{0,12}",
    ]
}

#[test]
fn a_column_for_each_field_or_level_is_read() {
    for (what, drawing, expected) in [
        (
            "fields alone",
            "STT|Họ và tên|Chức vụ|Đất đai|Giao thông|Lĩnh vực khác\n1|Ma Văn Hòa|Trưởng xóm|Cấp sổ đỏ cho dân|Sửa đường liên xóm|\n2|Lý Thị Hoa|Nông dân|||Đề nghị thêm bác sĩ",
            vec![
                "D2 Ma Văn Hòa: Cấp sổ đỏ cho dân",
                "E2 Ma Văn Hòa: Sửa đường liên xóm",
                "F3 Lý Thị Hoa: Đề nghị thêm bác sĩ",
            ],
        ),
        (
            "fields below the opinions' header",
            "STT|Họ và tên|Nội dung ý kiến|<\n^|^|Lĩnh vực đất đai|Lĩnh vực y tế, giáo dục\n1|Ma Văn Hòa|Cấp sổ đỏ cho dân|Thêm bác sĩ cho trạm",
            vec![
                "C3 Ma Văn Hòa: Cấp sổ đỏ cho dân",
                "D3 Ma Văn Hòa: Thêm bác sĩ cho trạm",
            ],
        ),
        (
            "fields that are only ticked",
            "STT|Họ và tên|Nội dung|Đất đai|Giao thông\n1|Ma Văn Hòa|Cấp sổ đỏ cho dân|x|\n2|Lý Thị Hoa|Sửa đường liên xóm||x",
            vec![
                "C2 Ma Văn Hòa: Cấp sổ đỏ cho dân",
                "C3 Lý Thị Hoa: Sửa đường liên xóm",
            ],
        ),
        (
            "levels",
            "STT|Họ và tên|Kiến nghị thuộc thẩm quyền của tỉnh|Kiến nghị thuộc thẩm quyền Trung ương\n1|Ma Văn Hòa|Sửa đường liên xóm|Tăng phụ cấp cho trưởng xóm",
            vec![
                "C2 Ma Văn Hòa: Sửa đường liên xóm",
                "D2 Ma Văn Hòa: Tăng phụ cấp cho trưởng xóm",
            ],
        ),
        (
            "who decides, beside the opinions",
            "STT|Họ và tên|Nội dung|Kiến nghị thuộc thẩm quyền\n1|Ma Văn Hòa|Sửa đường liên xóm|Tỉnh",
            vec!["C2 Ma Văn Hòa: Sửa đường liên xóm"],
        ),
        (
            "what advises",
            "STT|Họ và tên|Ý kiến của công dân|Ý kiến của cơ quan chuyên môn\n1|Ma Văn Hòa|Sửa đường liên xóm|Đã ghi nhận",
            vec!["C2 Ma Văn Hòa: Sửa đường liên xóm"],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn names_in_pieces_and_examples_are_understood() {
    for (what, drawing, expected) in [
        (
            "family name and given name",
            "STT|Họ đệm|Tên|Nội dung\n1|Ma Văn|Hòa|Sửa đường liên xóm",
            vec!["D2 Ma Văn Hòa: Sửa đường liên xóm"],
        ),
        (
            "a column for men and one for women",
            "STT|Họ và tên|<|Nội dung\n^|Nam|Nữ|^\n1|Ma Văn Hòa||Sửa đường liên xóm\n2||Lý Thị Hoa|Làm cầu treo",
            vec!["D3 Ma Văn Hòa: Sửa đường liên xóm", "D4 Lý Thị Hoa: Làm cầu treo"],
        ),
        (
            "a signature below an empty table",
            "STT|Họ và tên|Chức vụ|Nội dung\nTổng cộng\n\n|NGƯỜI LẬP BIỂU||CHỦ TỊCH\n|Ma Văn Hòa||Lý Thị Hoa",
            vec![],
        ),
        (
            "a worked example",
            "VÍ DỤ MINH HỌA\nSTT|Họ và tên|Chức vụ|Nội dung\n1|Nguyễn Văn An|Trưởng xóm|Đề nghị làm đường",
            vec![],
        ),
        (
            "entries below an explanation with an example",
            "Ví dụ: mỗi ý kiến ghi một dòng, ghi rõ địa điểm\nSTT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Nông dân|Thêm bác sĩ cho trạm",
            vec!["D3 Ma Văn Hòa: Thêm bác sĩ cho trạm"],
        ),
        (
            "an example below an explanation, then an entry",
            "Hướng dẫn ghi biểu\nSTT|Họ và tên|Chức vụ|Nội dung\n1|Nguyễn Văn A|Trưởng xóm|Đề nghị làm đường\n2|Ma Văn Hòa|Nông dân|Thêm bác sĩ cho trạm",
            vec!["D4 Ma Văn Hòa: Thêm bác sĩ cho trạm"],
        ),
        (
            "a subject of the conference across the table",
            "STT|Họ và tên|Chức vụ|Nội dung\n1.2|Khó khăn, vướng mắc trong vận hành chính quyền địa phương 2 cấp, giải quyết thủ tục hành chính|<|<\n1|Ma Văn Hòa|Nông dân|Thêm bác sĩ cho trạm",
            vec!["D3 Ma Văn Hòa: Thêm bác sĩ cho trạm"],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn groups_offices_and_long_totals_in_the_column_of_opinions_are_no_opinions() {
    for (what, drawing, expected) in [
        (
            "groups with a label of another kind",
            "STT|Họ và tên|Chức vụ|Nội dung\nI|||Cán bộ, công chức xã\n1|Ma Văn Hòa|Công chức|Thêm bác sĩ cho trạm\nII|||Ngày 02/12/2025\n1|Lý Thị Hoa|Nông dân|Làm cầu treo",
            vec![
                "D3 Ma Văn Hòa: Thêm bác sĩ cho trạm",
                "D5 Lý Thị Hoa: Làm cầu treo",
            ],
        ),
        (
            "a field of which something is said",
            "STT|Nội dung\n1|Thêm bác sĩ cho trạm\n2|Lĩnh vực đất đai còn nhiều bất cập\n3|Sửa đường liên xóm",
            vec![
                "B2 : Thêm bác sĩ cho trạm",
                "B3 : Lĩnh vực đất đai còn nhiều bất cập",
                "B4 : Sửa đường liên xóm",
            ],
        ),
        (
            "an entry made of column words",
            "Họ và tên|Chức vụ|Nội dung\nMa Văn Hòa|Trưởng xóm|Thêm bác sĩ cho trạm\nLý Thị Hoa|Người dân|Kính đề nghị Tỉnh ủy quan tâm!",
            vec![
                "C2 Ma Văn Hòa: Thêm bác sĩ cho trạm",
                "C3 Lý Thị Hoa: Kính đề nghị Tỉnh ủy quan tâm!",
            ],
        ),
        (
            "opinions with such labels",
            "STT|Nội dung\nI|Thêm bác sĩ cho trạm\nII|Làm cầu treo\nIII|Sửa đường liên xóm",
            vec![
                "B2 : Thêm bác sĩ cho trạm",
                "B3 : Làm cầu treo",
                "B4 : Sửa đường liên xóm",
            ],
        ),
        (
            "posts below the last number",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Công chức|Thêm bác sĩ cho trạm\n|||Chủ tịch UBND xã\n|||Đã ký\n|||Lý Văn Quý",
            vec!["D2 Ma Văn Hòa: Thêm bác sĩ cho trạm"],
        ),
        (
            "posts below an empty form",
            "STT|Họ và tên|Chức vụ|Nội dung\n1\n2\n|Cán bộ tổng hợp||Trưởng phòng\n|Ma Văn Hòa||Lý Văn Quý",
            vec![],
        ),
        (
            "a total in a sentence",
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Công chức|Thêm bác sĩ cho trạm\nTổng số ý kiến, kiến nghị của cử tri và Nhân dân trong xã là 01 ý kiến",
            vec!["D2 Ma Văn Hòa: Thêm bác sĩ cho trạm"],
        ),
    ] {
        check(what, drawing, &expected);
    }
}

#[test]
fn a_zero_that_a_formula_never_calculated_is_named() {
    let mut sheet =
        draw("STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|x\n2|Lý Thị Hoa|Nông dân|0");
    let zero = |formula: Option<&str>| Cell {
        value: Value::Number(0.0),
        formula: formula.map(str::to_owned),
    };
    sheet.cells.insert((1, 3), zero(Some("'Sheet 2'!A1&B1")));
    sheet.cells.insert((2, 3), zero(None));
    let read = table::read(&sheet);
    assert_eq!(found(&read), ["D2 NoWords"]);
    let aside: Vec<Option<ReasonAside>> = read.tables[0].rows.iter().map(|row| row.aside).collect();
    assert_eq!(aside, [Some(ReasonAside::Blank), Some(ReasonAside::NoOpinion)]);
}

#[test]
fn a_ditto_mark_for_a_post_repeats_the_cell_right_above() {
    let read = check(
        "a post of its own in a row that repeats the name",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Bí thư chi bộ|Thêm bác sĩ cho trạm\n2|nt|Trưởng xóm|Làm cầu treo\n3|Lý Thị Hoa|nt|Sửa đường",
        &[
            "D2 Ma Văn Hòa: Thêm bác sĩ cho trạm",
            "D3 Ma Văn Hòa: Làm cầu treo",
            "D4 Lý Thị Hoa: Sửa đường",
        ],
    );
    assert_eq!(read.tables[0].rows[2].position, "Trưởng xóm");
}

#[test]
fn numbers_that_count_groups_head_what_follows() {
    check(
        "numbers within the group's",
        "STT|Nội dung|Họ và tên|Chức vụ\n1|Xóm Đồng Tâm||\n1.1|Đề nghị sửa đường|Ma Văn Hòa|Trưởng xóm\n2|Xóm Gò Chè||\n2.1|Đề nghị làm cầu|Lý Thị Hoa|Nông dân",
        &[
            "B3 Ma Văn Hòa: Đề nghị sửa đường",
            "B5 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    check(
        "no numbers but those of the groups",
        "STT|Nội dung|Họ và tên|Chức vụ\n1|Xóm Đồng Tâm||\n|Đề nghị sửa đường|Ma Văn Hòa|Trưởng xóm\n2|Xóm Gò Chè||\n|Đề nghị làm cầu|Lý Thị Hoa|Nông dân",
        &[
            "B3 Ma Văn Hòa: Đề nghị sửa đường",
            "B5 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    check(
        "an opinion on a village without a name beside it",
        "STT|Nội dung|Họ và tên|Chức vụ\n1|Xóm Đồng Tâm chưa có điện||\n2|Đề nghị sửa đường|Ma Văn Hòa|Trưởng xóm",
        &[
            "B2 : Xóm Đồng Tâm chưa có điện",
            "B3 Ma Văn Hòa: Đề nghị sửa đường",
        ],
    );
}

#[test]
fn what_counts_opinions_or_names_an_addressee_is_no_opinion() {
    let table = "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường liên xóm";
    for (cell, text) in [
        ("A", "(Tổng hợp có 4 ý kiến, kiến nghị của 4 người)"),
        (
            "A",
            "* Tổng số ý kiến: 03 ý kiến, trong đó: cấp tỉnh 02; cấp xã 01.",
        ),
        ("A", "Danh sách gồm 03 ý kiến đề xuất, kiến nghị"),
        ("D", "(Có 03 ý kiến, kiến nghị)"),
        ("D", "Tổng hợp: 3 ý kiến của 3 cá nhân"),
        ("A", "1.5. Kiến nghị chuyển cấp trên (01 ý kiến)"),
        ("A", "b) Kiến nghị, đề xuất với cấp tỉnh"),
        ("A", "* Ý kiến kiến nghị với UBND tỉnh:"),
    ] {
        let row = if cell == "A" {
            format!("{text}|||")
        } else {
            format!("|||{text}")
        };
        let read = check(
            text,
            &format!("{table}\n{row}"),
            &["D2 Ma Văn Hòa: Đề nghị sửa đường liên xóm"],
        );
        assert_eq!(found(&read), Vec::<String>::new(), "{text}");
    }
    check(
        "an ask that begins with a number of opinions",
        &format!("{table}\n2|Lý Thị Hoa|Nông dân|Có 3 ý kiến đề nghị làm cầu treo"),
        &[
            "D2 Ma Văn Hòa: Đề nghị sửa đường liên xóm",
            "D3 Lý Thị Hoa: Có 3 ý kiến đề nghị làm cầu treo",
        ],
    );
}

#[test]
fn a_post_below_the_name_belongs_to_the_speaker() {
    let read = check(
        "no column for posts",
        "STT|Người phát biểu|Nội dung\n1|Ma Văn Hòa|Thêm bác sĩ cho trạm\n^|Trưởng xóm Cái|^\n2|Lý Thị Hoa|Làm cầu treo\n|Người dân|",
        &[
            "C2 Ma Văn Hòa: Thêm bác sĩ cho trạm",
            "C4 Lý Thị Hoa: Làm cầu treo",
        ],
    );
    let posts: Vec<&str> = read.tables[0]
        .rows
        .iter()
        .map(|row| row.position.as_str())
        .collect();
    assert_eq!(posts, ["Trưởng xóm Cái", "Người dân"]);
    let read = check(
        "a heading in the column of names",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Thêm bác sĩ cho trạm\n|CHI BỘ XÓM CÁI|\n2|Lý Thị Hoa|Làm cầu treo",
        &[
            "C2 Ma Văn Hòa: Thêm bác sĩ cho trạm",
            "C4 Lý Thị Hoa: Làm cầu treo",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "");
}

#[test]
fn people_and_their_parts_of_a_cell_are_matched() {
    let read = check(
        "two people, numbered like what they say",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|1. Ma Văn Hòa\\n2. Lý Thị Hoa|1. Trưởng xóm\\n2. Nông dân|1. Đề nghị sửa đường\\n2. Đề nghị làm cầu",
        &[
            "D2 Ma Văn Hòa: Đề nghị sửa đường",
            "D2 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    let posts: Vec<&str> = read.tables[0]
        .rows
        .iter()
        .map(|row| row.position.as_str())
        .collect();
    assert_eq!(posts, ["Trưởng xóm", "Nông dân"]);
    check(
        "a post before the name",
        "STT|Người nêu ý kiến|Nội dung\n1|Trưởng xóm Ma Văn Hòa|Đề nghị sửa đường\n2|Bà Lý Thị Hoa người dân xóm Cái|Đề nghị làm cầu",
        &[
            "C2 Ma Văn Hòa: Đề nghị sửa đường",
            "C3 Bà Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    check(
        "speakers announced above a list",
        "Tổng hợp ý kiến\nÔng Ma Văn Hòa, Trưởng xóm có ý kiến:\n- Đề nghị sửa đường liên xóm\n- Đề nghị làm cầu treo\nBà Lý Thị Hoa, Nông dân phát biểu:\n- Đề nghị thêm bác sĩ",
        &[
            "A3 Ma Văn Hòa: Đề nghị sửa đường liên xóm",
            "A4 Ma Văn Hòa: Đề nghị làm cầu treo",
            "A6 Lý Thị Hoa: Đề nghị thêm bác sĩ",
        ],
    );
    check(
        "speakers numbered above what they say",
        "Tổng hợp ý kiến\n1. Ông Ma Văn Hòa - Trưởng xóm\nĐường liên xóm bị sạt lở, đề nghị sửa chữa\n2. Bà Lý Thị Hoa - Nông dân\nTrạm y tế còn thiếu thuốc cho người dân",
        &[
            "A3 Ma Văn Hòa: Đường liên xóm bị sạt lở, đề nghị sửa chữa",
            "A5 Lý Thị Hoa: Trạm y tế còn thiếu thuốc cho người dân",
        ],
    );
    check(
        "a field counted like an entry",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Giao thông, xây dựng|<|<\n-|||Đề nghị sửa đường liên xóm",
        &["D3 : Đề nghị sửa đường liên xóm"],
    );
    check(
        "a closing sentence that asks for all",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\nĐảng ủy xã đề nghị Tỉnh ủy xem xét, giải quyết các ý kiến, kiến nghị nêu trên của Nhân dân.",
        &["D2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
}

#[test]
fn rows_that_were_wrapped_like_lines_are_put_together() {
    let read = check(
        "each line of a page in a row",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn|Trưởng|Đề nghị sửa đường từ\n|Hòa|xóm|trung tâm xã đi xóm\n|||Cái vì lầy lội\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu\n|Bế Thị Mến|Giáo viên|Xây trường học",
        &[
            "D2 Ma Văn Hòa: Đề nghị sửa đường từ\\ntrung tâm xã đi xóm\\nCái vì lầy lội",
            "D5 Lý Thị Hoa: Đề nghị làm cầu",
            "D6 Bế Thị Mến: Xây trường học",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm");
}

#[test]
fn programmes_tasks_and_lists_of_people_hold_no_opinions() {
    for drawing in [
        "STT|Nội dung công tác chuẩn bị|Kết quả\n1|In ấn tài liệu, giấy mời|Đã xong\n2|Trang trí hội trường|Đang làm",
        "STT|Nội dung thực hiện|Đơn vị chủ trì|Thời hạn\n1|Phát giấy mời đại biểu|Văn phòng|25/11\n2|Chuẩn bị nước uống|Văn phòng|25/11",
        "CHƯƠNG TRÌNH HỘI NGHỊ\nSTT|Thời gian|Nội dung|Người thực hiện\n1|8h00|Đón tiếp đại biểu, ổn định tổ chức hội nghị|Văn phòng\n2|8h30|Nhân dân phát biểu ý kiến, kiến nghị tại hội nghị|Bí thư",
        "STT|Nội dung công việc|Đơn vị chủ trì|Thời gian hoàn thành\n1|Xây dựng kế hoạch tổ chức hội nghị|Văn phòng|25/11/2025\n2|Tổng hợp ý kiến của cán bộ và Nhân dân|Ban Xây dựng Đảng|05/12/2025",
        "STT|Họ và tên|Chức vụ|Số điện thoại|Ghi chú\n1|Ma Văn Hòa|Văn phòng|0912345678|Đầu mối tổng hợp, tiếp nhận ý kiến của các xóm",
    ] {
        check("no opinions", drawing, &[]);
    }
    check(
        "opinions with those who act on them",
        "STT|Nội dung|Đơn vị thực hiện\n1|Đề nghị sửa đường liên xóm|Sở Xây dựng\n2|Trạm y tế còn thiếu bác sĩ|Sở Y tế",
        &[
            "B2 : Đề nghị sửa đường liên xóm",
            "B3 : Trạm y tế còn thiếu bác sĩ",
        ],
    );
}

#[test]
fn a_proposed_solution_is_a_note_on_the_opinion_beside_it() {
    let read = check(
        "a column for solutions",
        "STT|Họ và tên|Nội dung kiến nghị|Đề xuất giải pháp\n1|Ma Văn Hòa|Đề nghị sửa đường|Bố trí vốn năm 2026",
        &["C2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
    assert_eq!(read.tables[0].rows[0].hints, ["Bố trí vốn năm 2026"]);
    check(
        "the only column of opinions",
        "STT|Họ và tên|Đề xuất giải pháp\n1|Ma Văn Hòa|Bố trí vốn làm đường",
        &["C2 Ma Văn Hòa: Bố trí vốn làm đường"],
    );
}

#[test]
fn items_in_rows_of_their_own_belong_to_the_ask_above_them() {
    check(
        "what one ask is for",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị nâng cấp các tuyến đường sau:\n||- Đường xóm Cái đi Nà Mòn\n||- Đường Nà Mòn đi Khe Nác\n2|Lý Thị Hoa|Làm cầu treo",
        &[
            "C2 Ma Văn Hòa: Đề nghị nâng cấp các tuyến đường sau:\\n- Đường xóm Cái đi Nà Mòn\\n- Đường Nà Mòn đi Khe Nác",
            "C5 Lý Thị Hoa: Làm cầu treo",
        ],
    );
}

#[test]
fn numbers_of_rows_that_name_no_one_count_groups_where_people_have_none() {
    check(
        "kinds of people as headings",
        "STT|Nội dung|Họ và tên\n1|Hội Phụ nữ xã|\n|Sửa đường liên xóm|Ma Văn Hòa\n|Làm cầu treo|Lý Thị Hoa\n2|Công dân được mời|\n|Thêm bác sĩ|Bế Thị Mến",
        &[
            "B3 Ma Văn Hòa: Sửa đường liên xóm",
            "B4 Lý Thị Hoa: Làm cầu treo",
            "B6 Bế Thị Mến: Thêm bác sĩ",
        ],
    );
}

#[test]
fn a_paragraph_below_a_table_is_not_said_by_the_last_speaker() {
    let read = check(
        "no name beside it",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Sửa đường\nNgoài ra, cử tri xóm Cái còn đề nghị tỉnh đầu tư nhà văn hóa mới.",
        &[
            "D2 Ma Văn Hòa: Sửa đường",
            "A3 : Ngoài ra, cử tri xóm Cái còn đề nghị tỉnh đầu tư nhà văn hóa mới.",
        ],
    );
    assert_eq!(read.tables[0].rows[1].position, "");
}

#[test]
fn paragraphs_refer_to_one_another_like_rows() {
    let read = check(
        "by number",
        "Tổng hợp ý kiến\n1. Ông Ma Văn Hòa, Trưởng xóm: Đề nghị sửa đường liên xóm\n2. Bà Lý Thị Hoa, Nông dân: Đề nghị làm cầu treo\n3. Ông Bế Văn Sơn, Nông dân: Như ý kiến số 1",
        &[
            "A2 Ma Văn Hòa: Đề nghị sửa đường liên xóm",
            "A3 Lý Thị Hoa: Đề nghị làm cầu treo",
            "A4 Bế Văn Sơn: Đề nghị sửa đường liên xóm",
        ],
    );
    assert_eq!(found(&read).len(), 2, "{:?}", read.findings);
}

#[test]
fn a_speaker_alone_in_a_numbered_row_speaks_below() {
    check(
        "name and post in one cell",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ông Ma Văn Hòa - Công dân xóm Na Long||\n|||Thay cột điện gỗ bằng cột bê tông\n|||Làm cầu treo",
        &[
            "D3 Ma Văn Hòa: Thay cột điện gỗ bằng cột bê tông",
            "D4 Ma Văn Hòa: Làm cầu treo",
        ],
    );
}

#[test]
fn speakers_are_announced_in_rows_of_their_own() {
    for (row, person, post) in [
        ("1. Ông Ma Văn Hòa, Bí thư chi bộ", "Ma Văn Hòa", "Bí thư chi bộ"),
        ("Ý kiến của bà Lý Thị Hoa (Nông dân):", "Lý Thị Hoa", "Nông dân"),
        (
            "* Ma Văn Hòa - Trưởng phòng Kinh tế có 2 ý kiến:",
            "Ma Văn Hòa",
            "Trưởng phòng Kinh tế",
        ),
    ] {
        let read = check(
            row,
            &format!("STT|Họ và tên|Chức vụ|Nội dung\n{row}\n1|||Thay cột điện gỗ\n2|||Làm cầu treo"),
            &[
                &format!("D3 {person}: Thay cột điện gỗ"),
                &format!("D4 {person}: Làm cầu treo"),
            ],
        );
        let spoken = read.tables[0].rows.iter().filter(|row| row.aside.is_none());
        assert!(spoken.clone().all(|row| row.position == post), "{read:#?}");
    }
}

#[test]
fn a_header_over_name_and_post_has_both() {
    let read = check(
        "merged over two columns",
        "STT|Họ và tên, chức vụ|<|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n2|Lý Thị Hoa - Nông dân||Thay cột điện",
        &["D2 Ma Văn Hòa: Làm cầu treo", "D3 Lý Thị Hoa: Thay cột điện"],
    );
    let apart = check(
        "over the first of them",
        "STT|Họ và tên, chức vụ||Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n2|Lý Thị Hoa|Người dân|Thay cột điện",
        &["D2 Ma Văn Hòa: Làm cầu treo", "D3 Lý Thị Hoa: Thay cột điện"],
    );
    assert_eq!(apart.tables[0].rows[0].position, "Trưởng xóm");
    let posts: Vec<&str> = read.tables[0]
        .rows
        .iter()
        .map(|row| row.position.as_str())
        .collect();
    assert_eq!(posts, ["Trưởng xóm", "Nông dân"]);
}

#[test]
fn labels_above_a_table_say_who_wrote_the_report() {
    let read = check(
        "name, post and contents of the report",
        "TỔNG HỢP Ý KIẾN\nHọ và tên người lập: Nguyễn Thị Hà||Chức vụ: Văn phòng\nNội dung: ý kiến gửi hội nghị\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n2|Lý Thị Hoa|Nông dân|Thay cột điện",
        &["D5 Ma Văn Hòa: Làm cầu treo", "D6 Lý Thị Hoa: Thay cột điện"],
    );
    assert_eq!(found(&read), Vec::<String>::new());
}

#[test]
fn what_is_said_of_all_opinions_is_none() {
    let table = "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo";
    for note in [
        "||* Những ý kiến trên đã được rà soát, loại bỏ ý kiến trùng lặp.",
        "||Đề nghị Ban Tuyên giáo tổng hợp.",
        "||Các ý kiến trên đã được trả lời tại hội nghị.",
        "||(Các ý kiến thuộc thẩm quyền xã đã trả lời trực tiếp)",
        "||Còn 3 xóm chưa gửi ý kiến.",
        "||Số liệu tính đến ngày 03/12/2025.",
        "||./.",
        "Nhìn chung, các ý kiến tập trung vào những vấn đề sát với đời sống của nhân dân, không có vấn đề phức tạp nảy sinh.",
        "(Các ý kiến trên được ghi theo lời phát biểu, chưa chỉnh sửa câu chữ)",
        "Kính đề nghị Ban Tuyên giáo và Dân vận Tỉnh ủy tổng hợp, trình Thường trực Tỉnh ủy xem xét./.",
        "Các ý kiến mang tính xây dựng, đúng trọng tâm; đề nghị các sở, ngành quan tâm trả lời.",
        "III. NHẬN XÉT, ĐỀ XUẤT\nCác ý kiến đều thiết thực.",
        "IV. ĐÁNH GIÁ CHUNG\nHội nghị diễn ra dân chủ, đề nghị các xóm tiếp tục duy trì.",
    ] {
        check(
            note,
            &format!("{table}\n{note}"),
            &["C2 Ma Văn Hòa: Làm cầu treo"],
        );
    }
    let read = check(
        "a wrong count",
        &format!("{table}\n(Danh sách gồm 06 ý kiến)"),
        &["C2 Ma Văn Hòa: Làm cầu treo"],
    );
    assert_eq!(read.tables[0].totals.len(), 1);
}

#[test]
fn signatures_below_a_table_are_no_opinions_however_they_are_written() {
    let table = "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo";
    for below in [
        "|||Đồng Hỷ, ngày 05/12/2025",
        "|||Sông Công, 5/12/2025",
        "|||Ngày 05-12-2025",
        "|||Định Hóa, ngày 05 tháng 12",
        "|||Văn Hán, ngày …/12/2025",
        "|||Bí thư Đảng ủy\n|||Phạm Đức Long",
        "|||Kế toán\n\n|||Lê Thu Hà",
        "|||Thay mặt ban tổ chức",
        "Đơn vị gửi: xã Na Rì",
        "|TM. ỦY BAN NHÂN DÂN\\nCHỦ TỊCH\\nMông Ngọc Quyền",
        "|||ĐẢNG ỦY XÃ NA RÌ\n|||PHÓ BÍ THƯ",
    ] {
        let read = check(
            below,
            &format!("{table}\n{below}"),
            &["D2 Ma Văn Hòa: Làm cầu treo"],
        );
        assert!(!read.tables[0].closing.is_empty(), "{read:#?}");
    }
    check(
        "a date in an opinion",
        &format!(
            "{table}\n2|Lý Thị Hoa|Nông dân|Mất điện từ ngày 05/12/2025\n|||Mất nước, ngày 5/12/2025 chưa có"
        ),
        &[
            "D2 Ma Văn Hòa: Làm cầu treo",
            "D3 Lý Thị Hoa: Mất điện từ ngày 05/12/2025",
            "D4 Lý Thị Hoa: Mất nước, ngày 5/12/2025 chưa có",
        ],
    );
}

#[test]
fn paragraphs_that_say_what_they_are_are_opinions_though_they_do_not_ask() {
    check(
        "lists below headings",
        "BÁO CÁO TỔNG HỢP Ý KIẾN\nI. Lĩnh vực đất đai\n1. Sân trường ngập sâu mỗi khi mưa to, học sinh lội nước\n2. Hai gia đình tranh chấp chín năm nay, xã hòa giải không thành\nII. Lĩnh vực giao thông\n1. Đề nghị sửa đường liên xóm đã hỏng nhiều năm nay",
        &[
            "A3 : Sân trường ngập sâu mỗi khi mưa to, học sinh lội nước",
            "A4 : Hai gia đình tranh chấp chín năm nay, xã hòa giải không thành",
            "A6 : Đề nghị sửa đường liên xóm đã hỏng nhiều năm nay",
        ],
    );
    check(
        "results before the opinions",
        "BÁO CÁO TỔNG HỢP Ý KIẾN\nI. Kết quả thực hiện nhiệm vụ\n1. Thu ngân sách đạt 105% kế hoạch được giao trong năm\n2. Tỷ lệ hộ nghèo giảm còn 3,2% so với đầu năm\nII. Kiến nghị\n1. Đề nghị sửa đường liên xóm đã hỏng nhiều năm nay\n2. Đề nghị kéo điện về xóm vùng cao chưa có lưới điện",
        &[
            "A6 : Đề nghị sửa đường liên xóm đã hỏng nhiều năm nay",
            "A7 : Đề nghị kéo điện về xóm vùng cao chưa có lưới điện",
        ],
    );
    check(
        "counted in words",
        "TỔNG HỢP Ý KIẾN\nÝ kiến 1: Bến xe khách bỏ hoang ba năm nay\nÝ kiến 2: Đường dây điện đi qua mái nhà năm hộ",
        &[
            "A2 : Bến xe khách bỏ hoang ba năm nay",
            "A3 : Đường dây điện đi qua mái nhà năm hộ",
        ],
    );
    check(
        "with the speaker in brackets",
        "TỔNG HỢP Ý KIẾN\nÝ kiến 1 (Ma Văn Hòa - Trưởng xóm): Bến xe khách bỏ hoang ba năm nay\nÝ kiến 2 (Lý Thị Hoa - Nông dân): Đề nghị kéo điện về xóm",
        &[
            "A2 Ma Văn Hòa: Bến xe khách bỏ hoang ba năm nay",
            "A3 Lý Thị Hoa: Đề nghị kéo điện về xóm",
        ],
    );
    check(
        "numbers in paragraphs of their own",
        "TỔNG HỢP Ý KIẾN\nÝ kiến 1\nBến xe khách bỏ hoang ba năm nay\nÝ kiến 2\nĐề nghị kéo điện về xóm",
        &[
            "A3 : Bến xe khách bỏ hoang ba năm nay",
            "A5 : Đề nghị kéo điện về xóm",
        ],
    );
    check(
        "names and colons",
        "TỔNG HỢP Ý KIẾN\nÔng Ma Văn Hòa, Trưởng xóm: Đường dây điện đi qua mái nhà năm hộ\nBà Lý Thị Hoa, Nông dân: Đề nghị kéo điện về xóm",
        &[
            "A2 Ma Văn Hòa: Đường dây điện đi qua mái nhà năm hộ",
            "A3 Lý Thị Hoa: Đề nghị kéo điện về xóm",
        ],
    );
}

#[test]
fn a_text_longer_than_any_opinion_is_set_aside_and_named() {
    let long = "x ".repeat(200_000);
    let read = check(
        "half a million letters",
        &format!("STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Sửa đường {long}\n2|Lý Thị Hoa|Làm cầu treo"),
        &["C3 Lý Thị Hoa: Làm cầu treo"],
    );
    assert_eq!(found(&read), ["C2 TooLong"]);
}

#[test]
fn a_header_repeated_on_a_new_page_ends_no_sentence() {
    check(
        "a sentence over two pages",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị nạo vét kênh và\nSTT|Họ và tên|Nội dung\n||thay cửa cống đã gỉ\n2|Lý Thị Hoa|Làm cầu treo",
        &[
            "C2 Ma Văn Hòa: Đề nghị nạo vét kênh và\\nthay cửa cống đã gỉ",
            "C5 Lý Thị Hoa: Làm cầu treo",
        ],
    );
    check(
        "a note between two rows",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị nạo vét kênh\n||Lưu ý: đã tiếp thu\n||thay cửa cống đã gỉ",
        &[
            "C2 Ma Văn Hòa: Đề nghị nạo vét kênh",
            "C4 Ma Văn Hòa: thay cửa cống đã gỉ",
        ],
    );
}

#[test]
fn a_subject_with_a_number_within_another_is_a_heading() {
    let read = check(
        "difficulties as subjects",
        "STT|Họ và tên|Chức vụ|Nội dung\n1.1|Chức năng, nhiệm vụ||\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n1.2|Khó khăn, vướng mắc khi vận hành chính quyền địa phương 2 cấp||\n2|Lý Thị Hoa|Nông dân|Thay cột điện\n2.1. Khó khăn, vướng mắc trong giải quyết thủ tục hành chính\n3|Bế Thị Mến|Giáo viên|Mở lớp học",
        &[
            "D3 Ma Văn Hòa: Làm cầu treo",
            "D5 Lý Thị Hoa: Thay cột điện",
            "D7 Bế Thị Mến: Mở lớp học",
        ],
    );
    let second = read.tables[0].rows.iter().find(|row| row.person == "Lý Thị Hoa");
    assert!(
        second.unwrap().heading.as_ref().unwrap().contains("vận hành"),
        "{read:#?}"
    );
}

#[test]
fn a_difficulty_that_counts_on_from_the_heading_above_is_one() {
    check(
        "counted headings",
        "STT|Họ và tên|Chức vụ|Nội dung\n1.1. Thực hiện nhiệm vụ\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n1.2. Khó khăn khi vận hành chính quyền địa phương hai cấp, thủ tục hành chính\n1|Lý Thị Hoa|Nông dân|Thay cột điện",
        &["D3 Ma Văn Hòa: Làm cầu treo", "D5 Lý Thị Hoa: Thay cột điện"],
    );
    check(
        "bullets count nothing",
        "STT|Họ và tên|Chức vụ|Nội dung\n- Giao thông\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n- Đường vào xóm Cái hỏng nặng mà ba năm nay chưa ai sửa\n2|Lý Thị Hoa|Nông dân|Thay cột điện",
        &[
            "D3 Ma Văn Hòa: Làm cầu treo",
            "A4 : - Đường vào xóm Cái hỏng nặng mà ba năm nay chưa ai sửa",
            "D5 Lý Thị Hoa: Thay cột điện",
        ],
    );
}

#[test]
fn every_column_below_a_merged_header_of_opinions_is_read() {
    let read = check(
        "a subject that is no known field",
        "STT|Họ và tên|Nội dung ý kiến|<\n||Cây xanh|Môi trường\n1|Ma Văn Hòa|Cây sấu già nghiêng ra đường|Khói lò phả xuống lúc nửa đêm",
        &[
            "C3 Ma Văn Hòa: Cây sấu già nghiêng ra đường",
            "D3 Ma Văn Hòa: Khói lò phả xuống lúc nửa đêm",
        ],
    );
    let subject = read.tables[0].rows[0].heading.as_deref();
    assert_eq!(subject, Some("Nội dung ý kiến Cây xanh"));
}

#[test]
fn an_unknown_column_behind_those_of_fields_holds_no_opinions() {
    check(
        "what it costs",
        "STT|Họ và tên|Giao thông|Cây xanh|Y tế|Dự kiến chi\n1|Ma Văn Hòa|Đường vào xóm hỏng nặng|Cây sấu già nghiêng ra đường|Trạm chưa có bác sĩ|Khoảng 350 triệu đồng",
        &[
            "C2 Ma Văn Hòa: Đường vào xóm hỏng nặng",
            "D2 Ma Văn Hòa: Cây sấu già nghiêng ra đường",
            "E2 Ma Văn Hòa: Trạm chưa có bác sĩ",
        ],
    );
}

#[test]
fn a_signature_beside_the_entries_is_none_of_them() {
    let read = check(
        "at the right",
        "STT|Họ và tên|Chức vụ|Nội dung\nI|Xóm Cái\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo||T/M BAN THƯỜNG VỤ\nII|Xóm Mòn||||Lê Văn Hùng\n1|Lý Thị Hoa|Nông dân|Thay cột điện",
        &["D3 Ma Văn Hòa: Làm cầu treo", "D5 Lý Thị Hoa: Thay cột điện"],
    );
    assert_eq!(read.tables[0].rows[3].heading.as_deref(), Some("II Xóm Mòn"));
    assert_eq!(found(&read), ["F3 ColumnUnnamed"]);
}

#[test]
fn who_speaks_in_a_paragraph_below_the_table_is_heard_with_the_words() {
    let read = check(
        "below the table",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo\nNgoài ra còn có ý kiến gửi bằng văn bản:\n- Ông Lý Đình Sáu - Trưởng thôn Khau Tổng: Xin thay bảng tên thôn",
        &[
            "C2 Ma Văn Hòa: Làm cầu treo",
            "A4 Lý Đình Sáu: Xin thay bảng tên thôn",
        ],
    );
    let last = read.tables[0].rows.last().map(|row| row.position.as_str());
    assert_eq!(last, Some("Trưởng thôn Khau Tổng"));
}

#[test]
fn cards_are_read_in_frames_abreast_and_in_letters() {
    check(
        "abreast",
        "PHIẾU GÓP Ý\nHọ và tên:|Ma Văn Hòa||Họ và tên:|Lý Thị Hoa\nÝ kiến:|Làm cầu treo||Ý kiến:|Thay cột điện\nHọ và tên:|Bế Thị Mến\nÝ kiến:|Mở lớp học",
        &[
            "B3 Ma Văn Hòa: Làm cầu treo",
            "E3 Lý Thị Hoa: Thay cột điện",
            "B5 Bế Thị Mến: Mở lớp học",
        ],
    );
    check(
        "each in one cell",
        "CÁC PHIẾU\nHọ và tên: Ma Văn Hòa\\nChức vụ: Trưởng xóm\\nNội dung ý kiến: Làm cầu treo\\nqua suối Cái\nHọ và tên: Lý Thị Hoa\\nChức vụ: Nông dân\\nNội dung ý kiến: Thay cột điện",
        &[
            "A2 Ma Văn Hòa: Làm cầu treo\\nqua suối Cái",
            "A3 Lý Thị Hoa: Thay cột điện",
        ],
    );
    check(
        "a letter",
        "Kính gửi: Đảng ủy xã\nTôi tên là: Ma Văn Hòa\nChức vụ: Nông dân\nTôi xin có ý kiến như sau:\n1. Rác thải chưa có đơn vị nhận xử lý.\n2. Đường vào xóm hỏng nặng.\nTôi xin trân trọng cảm ơn!\nNgười viết",
        &[
            "A5 Ma Văn Hòa: Rác thải chưa có đơn vị nhận xử lý.",
            "A5 Ma Văn Hòa: Đường vào xóm hỏng nặng.",
        ],
    );
    check(
        "counted opinions of people side by side",
        "Họ và tên|Ma Văn Hòa|Lý Thị Hoa\nChức vụ|Trưởng xóm|Hiệu phó\nÝ kiến 1|Ống nước bị đứt|Lớp học nhờ nhà thôn\nÝ kiến 2|Xin mở điểm bán nông sản|",
        &[
            "B3 Ma Văn Hòa: Ống nước bị đứt",
            "B4 Ma Văn Hòa: Xin mở điểm bán nông sản",
            "C3 Lý Thị Hoa: Lớp học nhờ nhà thôn",
        ],
    );
    check(
        "what is no part of the form, and numbers of opinions between",
        "PHIẾU\nÝ kiến 1\nHọ và tên: Ma Văn Hòa\nNgày sinh: 12/8/1976\nNội dung ý kiến: Làm cầu treo\nÝ kiến 2\nHọ và tên: Lý Thị Hoa\nNội dung ý kiến: Thay cột điện",
        &["A5 Ma Văn Hòa: Làm cầu treo", "A8 Lý Thị Hoa: Thay cột điện"],
    );
}

#[test]
fn questions_of_a_form_and_replies_of_the_body_are_no_opinions() {
    check(
        "a questionnaire",
        "PHIẾU HỎI Ý KIẾN\nHọ và tên: Ma Văn Hòa\nChức vụ: Nông dân\nCâu 1. Ông/bà có kiến nghị gì về hạ tầng?\nTrả lời: Nắp cống trước nhà vỡ đôi.\nCâu 2. Ông/bà có kiến nghị gì khác?\nTrả lời: Không có ý kiến.",
        &["A5 Ma Văn Hòa: Nắp cống trước nhà vỡ đôi."],
    );
    check(
        "a questionnaire on a sheet",
        "PHIẾU KHẢO SÁT\nHọ và tên:|Ma Văn Hòa\nChức vụ:|Nông dân\nCâu hỏi|Trả lời\n1. Ông/bà thấy khó khăn gì ở xã?|Chụp nhiều ảnh, dân không biết nén tệp.\n2. Ông/bà mong xã làm gì?|Mở lại chợ gia súc.\n3. Ông/bà có góp ý gì khác?|Không",
        &[
            "B5 Ma Văn Hòa: Chụp nhiều ảnh, dân không biết nén tệp.",
            "B6 Ma Văn Hòa: Mở lại chợ gia súc.",
        ],
    );
    check(
        "questions and answers",
        "HỎI - ĐÁP\n1. Ông Ma Văn Hòa - Trưởng xóm hỏi: Bao giờ làm cầu?\nTrả lời: Xã đã đăng ký.\n2. Bà Lý Thị Hoa - Nông dân hỏi: Bao giờ có điện?\nTrả lời: Chờ tỉnh phân bổ.",
        &[
            "A2 Ma Văn Hòa: Bao giờ làm cầu?",
            "A4 Lý Thị Hoa: Bao giờ có điện?",
        ],
    );
    check(
        "minutes",
        "BIÊN BẢN HỘI NGHỊ\n1. Thành phần\n- Đồng chí Lê Văn Hùng, Phó Bí thư: chủ trì.\n2. Ý kiến của nhân dân\n- Cử tri xóm Hái Hoa: Hơn 20 hộ chưa được giao đất ở.\n- Bà Lý Thị Hoa, xóm Cái: Công tơ điện treo xa nhà.\n3. Tiếp thu, giải trình\n- Về đất ở: xã đã đề nghị tỉnh xem xét, giải quyết.\n4. Kết luận\nHội nghị nhất trí.",
        &[
            "A5 Cử tri xóm Hái Hoa: Hơn 20 hộ chưa được giao đất ở.",
            "A6 Lý Thị Hoa: Công tơ điện treo xa nhà.",
        ],
    );
}

#[test]
fn what_begins_like_a_part_of_the_minutes_and_asks_is_an_opinion() {
    check(
        "no headings",
        "BÁO CÁO\nTổng hợp ý kiến của Nhân dân\n1. Trả lời đơn thư của dân còn chậm\n2. Thành phần hộ nghèo chưa đúng, đề nghị rà soát\n3. Ông bà trên 75 tuổi bao giờ được trợ cấp?\n4. Chi bộ Đồng Tâm: 03 ý kiến",
        &[
            "A3 : Trả lời đơn thư của dân còn chậm",
            "A4 : Thành phần hộ nghèo chưa đúng, đề nghị rà soát",
            "A5 : Ông bà trên 75 tuổi bao giờ được trợ cấp?",
        ],
    );
}

#[test]
fn parts_of_a_report_that_hold_no_opinions_end_with_the_next_one() {
    let opinions = "II. Ý KIẾN, KIẾN NGHỊ MỚI\n1. Ma Văn Hòa, Trưởng xóm: Đề nghị làm cầu treo.\n2. Lý Thị Hoa, Nông dân: Bao giờ có điện?";
    for (what, above, below) in [
        (
            "results",
            "I. KẾT QUẢ GIẢI QUYẾT CÁC KIẾN NGHỊ KỲ TRƯỚC\n- Đã sửa kênh Nà Cáy theo kiến nghị.\n- Đã cấp cây giống cho 86 hộ.",
            "",
        ),
        (
            "what will be done",
            "I. Tình hình\nDân tin tưởng.",
            "III. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Tiếp tục triển khai các nghị quyết.\n2. Đẩy nhanh tiến độ giải ngân vốn đầu tư công.",
        ),
        (
            "an evaluation in parts",
            "I. Tình hình\nDân tin tưởng.",
            "III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm\n- Các ý kiến thẳng thắn.\n2. Hạn chế\n- Một số chi bộ tổng hợp còn chậm.",
        ),
    ] {
        let drawing = format!("BÁO CÁO\nTổng hợp ý kiến của Nhân dân\n{above}\n{opinions}\n{below}");
        let read = table::read(&draw(&drawing));
        let said: Vec<String> = opinions_said(&read);
        assert_eq!(
            said,
            [
                "Ma Văn Hòa: Đề nghị làm cầu treo.",
                "Lý Thị Hoa: Bao giờ có điện?"
            ],
            "{what}"
        );
    }
    // What is counted like the opinions is one, however a part may begin.
    check(
        "words of a part",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Đề nghị làm cầu treo\n2. Đánh giá lại cán bộ hằng năm\n3. Đề nghị kéo điện",
        &[
            "A3 : Đề nghị làm cầu treo",
            "A4 : Đánh giá lại cán bộ hằng năm",
            "A5 : Đề nghị kéo điện",
        ],
    );
}

#[test]
fn who_was_only_present_says_nothing() {
    let opinions = "Ông Nguyễn Ngọc Bảo - Trưởng xóm Gò Móc:\nCổng chào nằm trong chỉ giới mở đường, xin bồi thường.\nBà Trần Thị Vân - Hộ dân bị ảnh hưởng lũ\nNhà tôi ngập hai mét mà không có tên trong danh sách.";
    let said = [
        "Nguyễn Ngọc Bảo: Cổng chào nằm trong chỉ giới mở đường, xin bồi thường.",
        "Trần Thị Vân: Nhà tôi ngập hai mét mà không có tên trong danh sách.",
    ];
    for present in [
        "A. THÀNH PHẦN\n- Bà Hồ Thu Nga - Thư ký\n- Vắng: 02 (có lý do)\nB. NỘI DUNG PHÁT BIỂU",
        "I. Thành phần tham dự\n1. Ông Lưu Danh Tiến - Phó Bí thư Đảng ủy\n2. Bà Lê Thị Hà - Công chức văn phòng - Thư ký\n3. Đại diện các ban, ngành, đoàn thể của xã\nII. Nội dung",
    ] {
        let drawing = format!("BIÊN BẢN HỘI NGHỊ\nLấy ý kiến cán bộ và công dân\n{present}\n{opinions}");
        let read = table::read(&draw(&drawing));
        assert_eq!(opinions_said(&read), said, "{present}");
    }
    check(
        "name, post and words below one another",
        "XÃ NGÂN SƠN\nÝ KIẾN CỦA ĐẠI BIỂU\nNông Quốc Tuấn\nTrưởng thôn Khau Mạ\nQuốc lộ 279 sạt ở Đèo Gió, xe khách bỏ chuyến.\n\nĐinh Thị Thơm\nBí thư chi bộ thôn Bản Mạch\nTrẻ lớp một đi học 9 cây số.\nThái Nguyên, ngày 02 tháng 12 năm 2025\nBÍ THƯ\nMa Văn Hòa",
        &[
            "A5 Nông Quốc Tuấn: Quốc lộ 279 sạt ở Đèo Gió, xe khách bỏ chuyến.",
            "A9 Đinh Thị Thơm: Trẻ lớp một đi học 9 cây số.",
        ],
    );
    check(
        "lines out of a chat",
        "Xã Yên Bình - ý kiến bà con gửi qua nhóm Zalo\n[08:12, 28/11/2025] Ma Văn Tú - Trưởng thôn Nà Mạ: Bể nước đầu thôn nứt đáy.\n[08:47, 28/11/2025] Hà Thị Sim - Nông dân: Trẻ đuối nước, xin mở lớp dạy bơi.",
        &[
            "A2 Ma Văn Tú: Bể nước đầu thôn nứt đáy.",
            "A3 Hà Thị Sim: Trẻ đuối nước, xin mở lớp dạy bơi.",
        ],
    );
    check(
        "paragraphs that begin with post and name",
        "Ghi chép ý kiến tại hội nghị nhân dân\nTrưởng xóm Tiền Phong - Nguyễn Duy Hùng: Từ hôm có nhà máy, nước giếng cả xóm cạn.\nChi hội trưởng phụ nữ - Phan Thị Lành: Con dâu tôi chuyển khẩu ba tháng chưa xong.\nGiáo viên - Lê Thị Nhung: Đường gom trước cổng trường không có vạch sang đường.",
        &[
            "A2 Nguyễn Duy Hùng: Từ hôm có nhà máy, nước giếng cả xóm cạn.",
            "A3 Phan Thị Lành: Con dâu tôi chuyển khẩu ba tháng chưa xong.",
            "A4 Lê Thị Nhung: Đường gom trước cổng trường không có vạch sang đường.",
        ],
    );
}

#[test]
fn headings_questions_and_last_words_of_a_document_are_no_opinions() {
    let read = check(
        "headings above letters and signs",
        "BÁO CÁO TỔNG HỢP Ý KIẾN\nII. NỘI DUNG Ý KIẾN\n1. Hạ tầng giao thông\na) Mặt đường sụt lún, đề nghị gia cố.\nb) Cho lắp hộ lan ở khúc cua.\n2. Thủy lợi, nước sạch\na) Hồ xả nước không báo trước, đề nghị có loa.",
        &[
            "A4 : Mặt đường sụt lún, đề nghị gia cố.",
            "A5 : Cho lắp hộ lan ở khúc cua.",
            "A7 : Hồ xả nước không báo trước, đề nghị có loa.",
        ],
    );
    let opinions = read.tables[0].rows.iter().filter(|row| row.aside.is_none());
    let headings: Vec<_> = opinions
        .map(|row| row.heading.clone().unwrap_or_default())
        .collect();
    assert_eq!(
        headings,
        [
            "1. Hạ tầng giao thông",
            "1. Hạ tầng giao thông",
            "2. Thủy lợi, nước sạch"
        ]
    );
    check(
        "two kinds of signs",
        "BÁO CÁO TỔNG HỢP Ý KIẾN\n- Về du lịch:\n+ Xuồng phải đăng kiểm ở xa, đề nghị đăng kiểm tại bến.\n+ Mong có nhà vệ sinh ở bến.\n- Về lâm nghiệp:\n+ Tăng mức khoán bảo vệ rừng.",
        &[
            "A3 : Xuồng phải đăng kiểm ở xa, đề nghị đăng kiểm tại bến.",
            "A4 : Mong có nhà vệ sinh ở bến.",
            "A6 : Tăng mức khoán bảo vệ rừng.",
        ],
    );
    check(
        "questions of a form and what stands below them",
        "PHIẾU LẤY Ý KIẾN\nHọ và tên người trả lời: La Văn Quý\n1. Ông/bà đánh giá thế nào về cán bộ xã? (đánh dấu x)\n[x] Tốt     [ ] Chưa tốt\n2. Đồng chí có kiến nghị gì với UBND tỉnh?\nĐường 258B sạt ta luy, mong khắc phục trước Tết.\n3. Đồng chí có kiến nghị gì với UBND xã?\nTrả lời: Đề nghị bố trí người biết tiếng Dao.",
        &[
            "A6 La Văn Quý: Đường 258B sạt ta luy, mong khắc phục trước Tết.",
            "A8 La Văn Quý: Đề nghị bố trí người biết tiếng Dao.",
        ],
    );
    check(
        "opinions that say so, replies and the last words",
        "TỔNG HỢP Ý KIẾN VÀ TRẢ LỜI\n1. Ý kiến: Đường bị cát rơi đầy, đề nghị xử lý.\nTrả lời: UBND xã đã lập biên bản.\n2. Ý kiến: Bao giờ xét nhà đại đoàn kết?\nKết luận: Chủ trì cảm ơn bà con và hứa phản ánh lên cấp trên.",
        &[
            "A2 : Đường bị cát rơi đầy, đề nghị xử lý.",
            "A4 : Bao giờ xét nhà đại đoàn kết?",
        ],
    );
    check(
        "a list of those present as a table",
        "BIÊN BẢN\nI. Thành phần tham dự\nSTT|Họ và tên|Chức vụ|Ký tên\n1|Lê Văn Hưởng|Trưởng xóm\n2|Trần Thị Mây|Nông dân\nII. Ý kiến thảo luận\n- Lê Văn Hưởng: Đường lên rẫy chè dốc, xin đá cấp phối.\n- Trần Thị Mây: Chị em muốn có lớp, đề nghị mở ngay tại xóm.\nIII. Kết luận\nTrưởng xóm ghi nhận.",
        &[
            "A7 Lê Văn Hưởng: Đường lên rẫy chè dốc, xin đá cấp phối.",
            "A8 Trần Thị Mây: Chị em muốn có lớp, đề nghị mở ngay tại xóm.",
        ],
    );
    check(
        "the end of minutes",
        "BIÊN BẢN HỌP THÔN\nÝ kiến của Vi Đình Tặng, Trưởng ban công tác Mặt trận:\n- Tiền hỗ trợ trồng rừng chưa có, đề nghị trả lời.\n- Xin ống nhựa cho bể nước.\nTrưởng thôn ghi nhận các ý kiến và hứa chuyển lên xã. Cuộc họp kết thúc lúc 21 giờ.",
        &[
            "A3 Vi Đình Tặng: Tiền hỗ trợ trồng rừng chưa có, đề nghị trả lời.",
            "A4 Vi Đình Tặng: Xin ống nhựa cho bể nước.",
        ],
    );
}

#[test]
fn forms_letters_and_cards_name_who_wrote_them() {
    check(
        "a letter with labels",
        "THƯ GÓP Ý\nHọ và tên: Phạm Đức Lợi\nChức vụ: Phó Bí thư chi bộ\nTôi xin gửi những kiến nghị sau:\n1/ Cống thoát nước hẹp, đề nghị làm cống hộp.\n2/ Kiến nghị giữ lại chợ cũ.\nTôi xin chân thành cảm ơn!",
        &[
            "A5 Phạm Đức Lợi: Cống thoát nước hẹp, đề nghị làm cống hộp.",
            "A6 Phạm Đức Lợi: Kiến nghị giữ lại chợ cũ.",
        ],
    );
    check(
        "several forms in one document",
        "XÃ THANH MAI|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHIẾU XIN Ý KIẾN\nHọ và tên: Hoàng Văn Ngân\nChức vụ: Trưởng thôn\nCâu 1: Đồng chí có đề xuất gì với cấp xã?\nTrả lời: Thiếu giáo viên, đề nghị bổ sung.\nXÃ THANH MAI|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHIẾU XIN Ý KIẾN\nHọ và tên: Ma Thị Sao\nChức vụ: Công chức\nCâu 1: Ý kiến, kiến nghị về máy móc, thiết bị?\nTrả lời: Máy scan không tương thích, mong đổi máy.",
        &[
            "A6 Hoàng Văn Ngân: Thiếu giáo viên, đề nghị bổ sung.",
            "A12 Ma Thị Sao: Máy scan không tương thích, mong đổi máy.",
        ],
    );
    check(
        "boxes and answers behind signs",
        "PHIẾU KHẢO SÁT\nHọ và tên: Đinh Thị Vân\n1. Ông (bà) đã dùng dịch vụ công chưa?\n☒ Đã sử dụng   ☐ Chưa sử dụng\n2. Ông (bà) có kiến nghị gì về môi trường?\n- Đề nghị trồng lại cây xanh.",
        &["A6 Đinh Thị Vân: Đề nghị trồng lại cây xanh."],
    );
    check(
        "the name below the opinion",
        "BÁO CÁO\nÝ kiến 1: Thôn chưa có điện lưới.\nHọ và tên: Hoàng Văn Dìn\nChức vụ: Trưởng thôn\nÝ kiến 2: Trẻ em qua suối bằng bè, xin làm cầu.\nHọ và tên: Giàng A Páo\nChức vụ: Đảng viên",
        &[
            "A2 Hoàng Văn Dìn: Thôn chưa có điện lưới.",
            "A5 Giàng A Páo: Trẻ em qua suối bằng bè, xin làm cầu.",
        ],
    );
    check(
        "cards with titles, two labels in a row",
        "DANH SÁCH\nCông dân thứ 1\nHọ và tên: Hoàng Văn Tương|Chức vụ: Trưởng thôn\nÝ kiến: Máy gặt giá cao, đề nghị hỗ trợ.\nCông dân thứ 2\nHọ và tên: Đặng Thị Pham|Chức vụ: Nông dân\nÝ kiến: Bếp cải tiến hỏng nhanh.",
        &[
            "A4 Hoàng Văn Tương: Máy gặt giá cao, đề nghị hỗ trợ.",
            "A7 Đặng Thị Pham: Bếp cải tiến hỏng nhanh.",
        ],
    );
    let read = check(
        "name and post in each other's cell, opinions counted beside them",
        "STT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|Chủ tịch MTTQ xã|Nông Thị Duyến|Chợ thiếu chỗ nghỉ.\n2|Lý Thị Quyên|Nông dân\n|Ý kiến 1||Nước thải chưa xử lý.\n|Ý kiến 2||Thôn chưa có nhà họp.",
        &[
            "D2 Nông Thị Duyến: Chợ thiếu chỗ nghỉ.",
            "D4 Lý Thị Quyên: Nước thải chưa xử lý.",
            "D5 Lý Thị Quyên: Thôn chưa có nhà họp.",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Chủ tịch MTTQ xã");
    check(
        "the agency below each opinion, figures above them",
        "BÁO CÁO\nI. SỐ LƯỢNG Ý KIẾN\nTT|Lĩnh vực|Số ý kiến\n1|Giao thông|1\n2|Y tế|1\nII. Nội dung ý kiến, kiến nghị\n1. Cam mất giá, đề nghị hướng dẫn.\n(Cơ quan giải quyết: Sở Nông nghiệp và Môi trường)\n2. Chưa có đường gom, kiến nghị mở đường.\n(Cơ quan giải quyết: Sở Xây dựng)",
        &[
            "A7 : Cam mất giá, đề nghị hướng dẫn.",
            "A9 : Chưa có đường gom, kiến nghị mở đường.",
        ],
    );
}

#[test]
fn opinions_in_paragraphs_beside_a_table_of_a_document_are_read() {
    let mut sheet = draw(
        "ĐẢNG ỦY XÃ NGHĨA TÁ\nTổng hợp ý kiến, kiến nghị\n1. Ý kiến chung của các thôn\n- Đường sang Bình Trung gồ ghề, đề nghị thảm nhựa lại.\n- Nhà văn hóa liên thôn xây trên nền đất lún.\n2. Ý kiến của cá nhân\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|La Thị Ghến|Người dân|Giấy khai sinh ghi sai dân tộc.\nIII. Ý kiến gửi bằng văn bản\n1. Lê Văn Tốn, Bí thư chi bộ xóm Cái:\n- Hồ rò ở cống lấy nước.\n- Đề nghị nâng mức khoán công tác đảng.\nTrên đây là báo cáo của xã./.",
    );
    sheet.paragraphs = (0..6).chain(8..13).collect();
    let read = table::read(&sheet);
    assert_eq!(
        opinions(&read),
        [
            "A4 : Đường sang Bình Trung gồ ghề, đề nghị thảm nhựa lại.",
            "A5 : Nhà văn hóa liên thôn xây trên nền đất lún.",
            "D8 La Thị Ghến: Giấy khai sinh ghi sai dân tộc.",
            "A11 Lê Văn Tốn: Hồ rò ở cống lấy nước.",
            "A12 Lê Văn Tốn: Đề nghị nâng mức khoán công tác đảng.",
        ],
        "{read:#?}"
    );
    assert_eq!(
        found(&read)
            .iter()
            .filter(|kind| kind.contains("BesideTable"))
            .count(),
        2
    );
}

#[test]
fn paragraphs_beside_a_table_that_hold_no_opinion_stay_with_it() {
    let mut sheet = draw(
        "ĐẢNG ỦY XÃ NGHĨA TÁ\nBÁO CÁO\nTổng hợp ý kiến, kiến nghị\nI. Công tác tổ chức\n- Đã tổ chức 12 hội nghị ở các thôn.\n- Chưa thôn nào thiếu biên bản.\nII. Nội dung ý kiến\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|La Thị Ghến|Người dân|Giấy khai sinh ghi sai dân tộc.\nĐề nghị Ban Tổ chức tổng hợp, báo cáo Tỉnh ủy.\nTrân trọng./.",
    );
    sheet.paragraphs = (0..7).chain(9..11).collect();
    let read = table::read(&sheet);
    assert_eq!(
        opinions(&read),
        ["D9 La Thị Ghến: Giấy khai sinh ghi sai dân tộc."],
        "{read:#?}"
    );
}

#[test]
fn what_a_document_says_below_its_table_is_an_opinion_only_under_a_heading_of_such() {
    let table = "ĐẢNG ỦY XÃ KHA SƠN\nBÁO CÁO\nTổng hợp ý kiến\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|La Thị Ghến|Người dân|Giấy khai sinh ghi sai dân tộc.\n";
    let below = |lines: &str| {
        let mut sheet = draw(&format!("{table}{lines}"));
        sheet.paragraphs = (0..3)
            .chain(5..5 + u32::try_from(lines.lines().count()).unwrap())
            .collect();
        let mut said = opinions(&table::read(&sheet));
        said.remove(0);
        said
    };
    let nothing: [&str; 0] = [];
    for lines in [
        "Nơi nào còn vướng mắc, Đảng ủy xã sẽ tiếp tục phân công cán bộ xuống nắm tình hình.",
        "Kính đề nghị Ban Thường vụ Tỉnh ủy xem xét./.",
        "Kính đề nghị Ban Tuyên giáo và Dân vận Tỉnh ủy quan tâm, xem xét./.",
        "III. Đề xuất, kiến nghị\nĐề nghị Tỉnh ủy, HĐND tỉnh quan tâm xem xét, giải quyết các ý kiến, kiến nghị nêu trên.",
        "* Phân công nhiệm vụ sau khi tổng hợp\n1. Giao Phòng Kinh tế kiểm tra hố mỏ, báo cáo UBND xã.\n2. Yêu cầu Trung tâm niêm yết công khai kết quả giải quyết.",
        "* Kết quả giải đáp của UBND xã tại các buổi lấy ý kiến\nVề mương N3: UBND xã trả lời, công ty hứa nạo vét xong.\nHai nội dung còn lại thuộc thẩm quyền của tỉnh, xã tổng hợp để báo cáo.",
    ] {
        assert_eq!(below(lines), nothing, "{lines}");
    }
    assert_eq!(
        below(
            "II. Ý kiến gửi qua hòm thư góp ý (thư không ghi tên)\n- Quán hát mở nhạc đến 12 giờ đêm, đề nghị xử lý.\n- Cán bộ tiếp dân chiều thứ sáu hay vắng.\nĐảng ủy xã kính báo cáo./."
        ),
        [
            "A7 : Quán hát mở nhạc đến 12 giờ đêm, đề nghị xử lý.",
            "A8 : Cán bộ tiếp dân chiều thứ sáu hay vắng.",
        ]
    );
    assert_eq!(
        below(
            "Ghi chú: Các ý kiến được sắp xếp theo thứ tự gửi về.\nÝ kiến bổ sung:\n- Bàn Đức Hạnh, Đại biểu HĐND xã: Cử tri muốn biết lộ trình sáp nhập hai trường của xã để chuẩn bị chỗ ở cho con em."
        ),
        [
            "A8 Bàn Đức Hạnh: Cử tri muốn biết lộ trình sáp nhập hai trường của xã để chuẩn bị chỗ ở cho con em.",
        ]
    );
    assert_eq!(
        below("2. Ý kiến bổ sung\nHội Khuyến học xã: Nên có quỹ học bổng cho học sinh nghèo đỗ đại học."),
        ["A7 Hội Khuyến học xã: Nên có quỹ học bổng cho học sinh nghèo đỗ đại học."]
    );
    assert_eq!(
        below(
            "Các ý kiến nhận thêm qua điện thoại\nHọ và tên: Cà Văn Lả\nChức vụ: Bí thư chi bộ\nNội dung: Ô tô cứu thương không vào được thôn."
        ),
        ["A9 Cà Văn Lả: Ô tô cứu thương không vào được thôn."]
    );
}

#[test]
fn what_a_document_says_above_its_table_is_an_opinion_only_under_a_heading_of_such() {
    let above = |lines: &str| {
        let mut sheet = draw(&format!(
            "ĐẢNG ỦY XÃ KHA SƠN\nTổng hợp ý kiến\n{lines}\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|La Thị Ghến|Người dân|Giấy khai sinh ghi sai dân tộc."
        ));
        sheet.paragraphs = (0..2 + u32::try_from(lines.lines().count()).unwrap()).collect();
        let mut said = opinions(&table::read(&sheet));
        said.pop();
        said
    };
    let nothing: [&str; 0] = [];
    for lines in [
        "I. Kết quả giải quyết các kiến nghị tại hội nghị đối thoại năm 2024\n- Về kiến nghị làm rãnh thoát nước: UBND xã đã bố trí 180 triệu đồng.\n- Về việc sửa chữa đường: Sở Xây dựng đang lập dự án.\nII. Ý kiến, kiến nghị năm 2025",
        "I. TÌNH HÌNH CHUNG\nĐảng ủy xã đã chỉ đạo 21 chi bộ tổ chức sinh hoạt.\nII. TỔNG HỢP Ý KIẾN, KIẾN NGHỊ",
        "I. Đặc điểm tình hình\nII. Một số kiến nghị, đề xuất khác",
        "Để việc lấy ý kiến bảo đảm rộng rãi, Đảng ủy đã:\n- Phân công 13 cấp ủy viên phụ trách các tổ.\n- Phát 1.500 phiếu xin ý kiến, thu về 1.318 phiếu.",
    ] {
        assert_eq!(above(lines), nothing, "{lines}");
    }
    assert_eq!(
        above(
            "1. Ý kiến phát biểu trực tiếp tại hội nghị\nHà Sỹ Vượng (Trưởng thôn Nà Lẹng): Cây quýt chết hàng loạt, đề nghị hướng dẫn.\nHoàng Thiên Lý (Cựu giáo viên): Đưa tiếng Tày vào dạy ở các trường.\n2. Ý kiến gửi bằng văn bản"
        ),
        [
            "A4 Hà Sỹ Vượng: Cây quýt chết hàng loạt, đề nghị hướng dẫn.",
            "A5 Hoàng Thiên Lý: Đưa tiếng Tày vào dạy ở các trường.",
        ]
    );
    assert_eq!(
        above(
            "2. Ý kiến bổ sung\nHội Khuyến học xã: Nên có quỹ học bổng cho học sinh nghèo đỗ đại học.\nÝ kiến của cá nhân gửi bổ sung:"
        ),
        ["A4 Hội Khuyến học xã: Nên có quỹ học bổng cho học sinh nghèo đỗ đại học."]
    );
    assert_eq!(
        above(
            "A. Ý kiến của các chi bộ\n1. Chi bộ xóm Mong: Phát triển đảng viên mới khó; xin hướng dẫn.\n2. Chi bộ Công an xã: Có trụ sở riêng, hiện làm nhờ nhà văn hóa xóm.\nB. Ý kiến của cá nhân"
        ),
        [
            "A4 Chi bộ xóm Mong: Phát triển đảng viên mới khó; xin hướng dẫn.",
            "A5 Chi bộ Công an xã: Có trụ sở riêng, hiện làm nhờ nhà văn hóa xóm.",
        ]
    );
}

#[test]
fn what_may_be_an_opinion_above_a_table_is_named_where_no_heading_tells() {
    let mut sheet = draw(
        "ĐẢNG ỦY XÃ KHA SƠN\nTổng hợp ý kiến\nNgoài bảng dưới đây, xã báo cáo thêm:\n- Đề nghị tỉnh sớm làm cầu treo qua sông.\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|La Thị Ghến|Người dân|Giấy khai sinh ghi sai dân tộc.",
    );
    sheet.paragraphs = (0..4).collect();
    let read = table::read(&sheet);
    let aside: Vec<&str> = read.tables[0]
        .rows
        .iter()
        .filter(|row| row.aside.is_some())
        .map(|row| row.text.as_str())
        .collect();
    assert_eq!(aside, ["- Đề nghị tỉnh sớm làm cầu treo qua sông."]);
    assert!(
        found(&read).iter().any(|kind| kind.contains("AsideUnsure")),
        "{read:#?}"
    );
}

#[test]
fn what_reads_like_a_heading_or_a_reference_but_asks_is_an_opinion() {
    check(
        "stars, appendices, proposals of someone",
        "Tổng hợp ý kiến\n* Giải pháp cấp nước cho xóm Cái\n* Đường liên xóm hỏng nặng, đề nghị sửa chữa\n* Hồ sơ trả về không có giấy tờ kèm theo",
        &[
            "A2 : Giải pháp cấp nước cho xóm Cái",
            "A3 : Đường liên xóm hỏng nặng, đề nghị sửa chữa",
            "A4 : Hồ sơ trả về không có giấy tờ kèm theo",
        ],
    );
    check(
        "what is asked by someone, and of several roads",
        "Tổng hợp ý kiến\n1. Đề xuất của tôi là xây cầu qua suối\n2. Kiến nghị tỉnh sửa các tuyến đường sau:\n- Đường Nà Mòn đi Khuổi Lót dài 2 km;\n- Đường Cốc Lải dài 1 km.\n3. Đề nghị kéo điện.",
        &[
            "A2 : Đề xuất của tôi là xây cầu qua suối",
            "A3 : Kiến nghị tỉnh sửa các tuyến đường sau:\\nĐường Nà Mòn đi Khuổi Lót dài 2 km;\\nĐường Cốc Lải dài 1 km.",
            "A6 : Đề nghị kéo điện.",
        ],
    );
}

#[test]
fn a_first_heading_may_name_the_unit_and_a_title_of_results_holds_opinions() {
    let read = check(
        "notes",
        "Xã Kim Phượng - ghi ý kiến dân buổi tối\n- nước sạch xóm Bản Mới mất từ hôm rằm\n- xin đổi lịch khám bệnh sang thứ bảy\n- đường ống dẫn nước tưới vỡ 2 chỗ\n- ai chịu trách nhiệm vụ cột điện đổ?",
        &[
            "A2 : nước sạch xóm Bản Mới mất từ hôm rằm",
            "A3 : xin đổi lịch khám bệnh sang thứ bảy",
            "A4 : đường ống dẫn nước tưới vỡ 2 chỗ",
            "A5 : ai chịu trách nhiệm vụ cột điện đổ?",
        ],
    );
    assert_eq!(
        read.tables[0].letterhead,
        ["Xã Kim Phượng - ghi ý kiến dân buổi tối"]
    );
    check(
        "requests and what was done",
        "BÁO CÁO\nTình hình giải quyết ý kiến, kiến nghị của cử tri xã Ba Bể\n1. Kiến nghị thứ nhất\n* Nội dung kiến nghị: Đề nghị nạo vét cửa sông Năng.\n* Kết quả giải quyết: UBND xã đã có Tờ trình.\n2. Kiến nghị thứ hai\n* Nội dung kiến nghị: Các hộ làm nhà nghỉ xin được sửa nhà sàn.\n* Kết quả giải quyết: UBND xã đã hướng dẫn các hộ.",
        &[
            "A4 : Đề nghị nạo vét cửa sông Năng.",
            "A7 : Các hộ làm nhà nghỉ xin được sửa nhà sàn.",
        ],
    );
}

#[test]
fn documents_of_many_habits_are_read() {
    check(
        "what each is about, run in",
        "BÁO CÁO TỔNG HỢP Ý KIẾN, KIẾN NGHỊ\nVề giao thông: đường ĐH 26 chưa được nâng cấp.\nVề lâm nghiệp: cho phép hộ dân khai thác keo đến tuổi.\nVề văn hóa: đội hát không có kinh phí mua trang phục.",
        &[
            "A2 : Về giao thông: đường ĐH 26 chưa được nâng cấp.",
            "A3 : Về lâm nghiệp: cho phép hộ dân khai thác keo đến tuổi.",
            "A4 : Về văn hóa: đội hát không có kinh phí mua trang phục.",
        ],
    );
    check(
        "subjects in capitals over paragraphs",
        "ĐẢNG ỦY XÃ LAM VỸ\nTổng hợp ý kiến\nGIAO THÔNG\nKiến nghị cấp xi măng làm nốt 3,6 km đường ngõ.\nDI TÍCH LỊCH SỬ\nDi tích xuống cấp, cần tu bổ và cắm mốc bảo vệ.\nPhó trưởng xóm làm việc mà không có phụ cấp.",
        &[
            "A4 : Kiến nghị cấp xi măng làm nốt 3,6 km đường ngõ.",
            "A6 : Di tích xuống cấp, cần tu bổ và cắm mốc bảo vệ.",
            "A7 : Phó trưởng xóm làm việc mà không có phụ cấp.",
        ],
    );
    check(
        "questions by name, and replies",
        "BIÊN BẢN\nNội dung:\n- Phạm Ngọc Sơn, Tổ trưởng TDP 5 hỏi: Phố đi bộ mở nhạc quá 23 giờ, có quy định không?\nChủ tịch UBND phường trả lời: phường sẽ yêu cầu các quán tắt nhạc.\n- Đinh Công Hiệp, hộ dân TDP 6 hỏi: Dự án bỏ hoang, khi nào thu hồi?\nChủ tịch UBND phường trả lời: dự án đang được rà soát.",
        &[
            "A3 Phạm Ngọc Sơn: Phố đi bộ mở nhạc quá 23 giờ, có quy định không?",
            "A5 Đinh Công Hiệp: Dự án bỏ hoang, khi nào thu hồi?",
        ],
    );
    check(
        "minutes by the clock",
        "BIÊN BẢN CUỘC HỌP LẤY Ý KIẾN\n8h00: Chủ trì nêu mục đích, yêu cầu của cuộc họp.\n8h20: Trần Hữu Phong, Tổ trưởng TDP 1: Cống tiêu bị lấp, cả cánh đồng úng.\n9h10: Nghỉ giải lao.\n9h45: Lưu Văn Ba, cựu chiến binh: Con tôi chưa được học nghề miễn phí.",
        &[
            "A3 Trần Hữu Phong: Cống tiêu bị lấp, cả cánh đồng úng.",
            "A5 Lưu Văn Ba: Con tôi chưa được học nghề miễn phí.",
        ],
    );
    check(
        "who speaks by a label in brackets, behind a dash, in square brackets",
        "Tổng hợp ý kiến\n- Nước sinh hoạt vàng, có mùi tanh.\\n(Người kiến nghị: Ma Thị Tần, Trưởng ban CTMT)\n- Đề nghị ra nghị quyết mới. – Lộc Văn Chiến, Trưởng thôn Cuôn\n- [Bế Văn Hội - Trưởng xóm Đồng Thu] Nhà máy xả bụi về đêm.",
        &[
            "A2 Ma Thị Tần: Nước sinh hoạt vàng, có mùi tanh.",
            "A3 Lộc Văn Chiến: Đề nghị ra nghị quyết mới.",
            "A4 Bế Văn Hội: Nhà máy xả bụi về đêm.",
        ],
    );
    check(
        "capitals that count sentences, with recipients beside the signature",
        "Chi bộ Trường Tiểu học gửi các ý kiến:\nA/ Dạy hai buổi nhưng không có kinh phí trả giáo viên\nB/ Phòng tin học có 12 máy, đề nghị cấp bổ sung\nC/ Trường nằm sát quốc lộ, cần làm cầu vượt\n- Ban TG&DV;\\n- Lưu.|T/M CHI BỘ\\nBÍ THƯ\\n\\nNgọ Thị Thủy",
        &[
            "A2 : Dạy hai buổi nhưng không có kinh phí trả giáo viên",
            "A3 : Phòng tin học có 12 máy, đề nghị cấp bổ sung",
            "A4 : Trường nằm sát quốc lộ, cần làm cầu vượt",
        ],
    );
}

#[test]
fn who_speaks_and_what_is_asked_is_told_in_many_ways() {
    check(
        "a voter by name, with where",
        "Tổng hợp ý kiến\nCử tri Hà Văn Toản (thôn Khuổi Lót):\n- Khu công nghiệp xả nước đen ra suối, đề nghị xử lý.",
        &["A3 Hà Văn Toản: Khu công nghiệp xả nước đen ra suối, đề nghị xử lý."],
    );
    check(
        "the matters that someone raises",
        "Tổng hợp kiến nghị\n1. Bàn Thị Liễu, Trưởng thôn Cái, kiến nghị các nội dung sau:\n- Kéo điện lưới cho 18 hộ.\n- Xây cầu cứng thay cầu tre.",
        &[
            "A3 Bàn Thị Liễu: Kéo điện lưới cho 18 hộ.",
            "A4 Bàn Thị Liễu: Xây cầu cứng thay cầu tre.",
        ],
    );
    check(
        "companies and branches of a union before a colon",
        "Tổng hợp ý kiến\n1. Công ty TNHH Thuận Phát: Cấp giấy phép kéo dài 7 tháng, đề nghị rút ngắn.\n2. HTX Rau an toàn Cái: Không có đầu ra ổn định, mong được ký hợp đồng.\n3. Chi hội Phụ nữ xóm Mấu: Mong mở lớp dạy nấu ăn.",
        &[
            "A2 Công ty TNHH Thuận Phát: Cấp giấy phép kéo dài 7 tháng, đề nghị rút ngắn.",
            "A3 HTX Rau an toàn Cái: Không có đầu ra ổn định, mong được ký hợp đồng.",
            "A4 Chi hội Phụ nữ xóm Mấu: Mong mở lớp dạy nấu ăn.",
        ],
    );
    check(
        "a letter",
        "THƯ KIẾN NGHỊ\nTôi tên là Hoàng Văn Lẻ, sinh năm 1961, nguyên cán bộ Lâm trường, hiện trú tại xã Chợ Rã.\nTôi xin kiến nghị mấy việc sau:\n1/ Ruộng mất dần, đề nghị thu hồi giấy phép.\n2/ Xe khách chỉ còn một chuyến, đề nghị mở thêm.\nNgười viết\nHoàng Văn Lẻ",
        &[
            "A4 Hoàng Văn Lẻ: Ruộng mất dần, đề nghị thu hồi giấy phép.",
            "A5 Hoàng Văn Lẻ: Xe khách chỉ còn một chuyến, đề nghị mở thêm.",
        ],
    );
    check(
        "what the course of a meeting holds, with who wrote it down",
        "BIÊN BẢN\nI. Thành phần: bí thư chi bộ và trưởng xóm.\nIII. Diễn biến hội nghị:\nTống Xuân Bách, Trưởng xóm Cái:\n+ Kho lạnh xã hứa từ năm trước chưa thấy làm.\nChủ tọa trả lời: Kho lạnh đang chờ thẩm định giá đất.\nNgô Văn Sửu, Chủ tịch Hội Người cao tuổi:\n+ Mức mừng thọ quá thấp so với giá cả.\nTHƯ KÝ\\n\\nTrần Thị Lệ|CHỦ TỌA\\n\\nNguyễn Văn Khôi",
        &[
            "A5 Tống Xuân Bách: Kho lạnh xã hứa từ năm trước chưa thấy làm.",
            "A8 Ngô Văn Sửu: Mức mừng thọ quá thấp so với giá cả.",
        ],
    );
    check(
        "what asks anew below a name",
        "Tổng hợp ý kiến\nÔng Tô Văn Thành - Tổ trưởng tổ 6\nĐề nghị xử lý mùi từ nhà máy giấy.\nKiến nghị mở lối đi qua đường sắt.\nÔng Phùng Anh Dũng - Tổ trưởng tổ 7\nKhu chung cư nứt dầm.\nĐề nghị di dời hai mươi hộ.",
        &[
            "A3 Tô Văn Thành: Đề nghị xử lý mùi từ nhà máy giấy.",
            "A4 Tô Văn Thành: Kiến nghị mở lối đi qua đường sắt.",
            "A6 Phùng Anh Dũng: Khu chung cư nứt dầm.\\nĐề nghị di dời hai mươi hộ.",
        ],
    );
    check(
        "how things stand, and what is asked",
        "Tổng hợp vướng mắc và kiến nghị\n1. Về cấp nước\nHiện trạng: Hai bể nước cạn từ tháng 10.\nĐề nghị: Khoan bổ sung một giếng tại Khe Lắc.\n2. Về cán bộ\nHiện trạng: Kế toán xã nghỉ sinh, không có người thay.\nĐề nghị: Cho phép hợp đồng kế toán.",
        &[
            "A3 : Hiện trạng: Hai bể nước cạn từ tháng 10.\\nĐề nghị: Khoan bổ sung một giếng tại Khe Lắc.",
            "A6 : Hiện trạng: Kế toán xã nghỉ sinh, không có người thay.\\nĐề nghị: Cho phép hợp đồng kế toán.",
        ],
    );
    check(
        "things that one ask names behind signs",
        "Tổng hợp ý kiến\n1. Đề nghị sửa đường liên xóm, gồm các đoạn:\n- Đoạn từ ngã ba đến đình Hàng, dài 700 m;\n- Đoạn qua nghĩa trang, dài 200 m.\n2. Đề nghị hỗ trợ giống lúa.",
        &[
            "A2 : Đề nghị sửa đường liên xóm, gồm các đoạn:\\nĐoạn từ ngã ba đến đình Hàng, dài 700 m;\\nĐoạn qua nghĩa trang, dài 200 m.",
            "A5 : Đề nghị hỗ trợ giống lúa.",
        ],
    );
    check(
        "slips below one another, with what was left empty",
        "PHIẾU LẤY Ý KIẾN\n1. Họ và tên: Hoàng Thị Ngân\n2. Chức vụ: Tổ trưởng tổ 8\n3. Ý kiến, kiến nghị:\n- Mỏ sắt để lại moong sâu không rào chắn.\nNgười viết phiếu\nHoàng Thị Ngân\nPHIẾU LẤY Ý KIẾN\n1. Họ và tên: Đàm Văn Lý\n2. Chức vụ: Chi hội trưởng\n3. Ý kiến, kiến nghị:\nKhông có\nNgười viết phiếu\nĐàm Văn Lý",
        &["A5 Hoàng Thị Ngân: Mỏ sắt để lại moong sâu không rào chắn."],
    );
}

#[test]
fn subjects_in_documents_and_over_posts_are_told() {
    let subjects = |drawing: &str, merged: Option<u32>| {
        let mut sheet = draw(drawing);
        if let Some(row) = merged {
            grow(&mut sheet, row, 0, row, 2);
        }
        let read = table::read(&sheet);
        let rows = read.tables.iter().flat_map(|table| table.rows.clone());
        rows.filter(|row| row.aside.is_none())
            .map(|row| row.heading.unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let fields = "Ý kiến của Nhân dân\nII. Nội dung ý kiến\n1. Du lịch\nVé tham quan thu của cả người dân là không hợp lý.\n2. Đất đai, rừng\nĐề nghị cho phép khai thác măng theo mùa.";
    assert_eq!(subjects(fields, None), ["1. Du lịch", "2. Đất đai, rừng"]);
    let addressees = "DANH SÁCH CÂU HỎI\nCâu hỏi gửi Sở Xây dựng\nCâu 1: Đường sẽ được sửa trong giai đoạn nào?\nCâu hỏi gửi Sở Y tế\nCâu 2: Lương bác sĩ do ai trả?";
    assert_eq!(
        subjects(addressees, None),
        ["Câu hỏi gửi Sở Xây dựng", "Câu hỏi gửi Sở Y tế"]
    );
    let first = "Tổng hợp ý kiến\nVề kinh tế:\n- Chè bị trộn, đề nghị quản lý tem.\nVề xã hội:\n- Đề nghị phủ truyền hình số.";
    assert_eq!(subjects(first, None), ["Về kinh tế:", "Về xã hội:"]);
    let posts = "Chức vụ|Họ và tên|Nội dung ý kiến\nThôn Cốc Thông\nTrưởng thôn|Sằm Thị Lan|Đề nghị kiểm tra trại lợn.\nBí thư chi bộ|Ma Văn Hòa|Đề nghị sửa cầu.";
    assert_eq!(subjects(posts, Some(1)), ["Thôn Cốc Thông", "Thôn Cốc Thông"]);
}

#[test]
fn who_signs_an_opinion_in_brackets_is_heard_though_others_name_no_one() {
    check(
        "one in a list of three",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Hạ tầng giao thông\na) Quốc lộ 3 còn đá treo trên vách, đề nghị xử lý. (Hoàng Văn Quỳnh, Trưởng thôn Đèo Gió)\nb) Đề nghị làm ngầm tràn qua suối (bản cũ đã hỏng).\n2. Nông nghiệp\na) Kiến nghị xử lý vi phạm (Ma Văn Páo, Trưởng xóm cũ)",
        &[
            "A4 Hoàng Văn Quỳnh: Quốc lộ 3 còn đá treo trên vách, đề nghị xử lý.",
            "A5 : Đề nghị làm ngầm tràn qua suối (bản cũ đã hỏng).",
            "A7 : Kiến nghị xử lý vi phạm (Ma Văn Páo, Trưởng xóm cũ)",
        ],
    );
    let read = check(
        "a post that has a word of asking",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Mong tỉnh mở lớp ngay tại cụm xã. (đ/c Đỗ Thị Thơm, Phó ban Xây dựng Đảng)\n2. Đề nghị làm cầu qua suối.",
        &[
            "A3 Đỗ Thị Thơm: Mong tỉnh mở lớp ngay tại cụm xã.",
            "A4 : Đề nghị làm cầu qua suối.",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Phó ban Xây dựng Đảng");
    check(
        "before a finished sentence",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Vi Thị Hà, Bí thư Đoàn xã. Thanh niên chưa được học chứng chỉ tin học.\n2. Đề nghị làm cầu qua suối.\n3. Đề nghị sửa đập.",
        &[
            "A3 Vi Thị Hà: Thanh niên chưa được học chứng chỉ tin học.",
            "A4 : Đề nghị làm cầu qua suối.",
            "A5 : Đề nghị sửa đập.",
        ],
    );
}

#[test]
fn a_heading_that_follows_others_is_one_though_its_words_ask() {
    let read = check(
        "the fifth of five subjects",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n4. Về bức xúc của Nhân dân\n- Hai chục hộ bị thu ruộng chưa nhận đủ tiền.\n5. Về đề xuất giải quyết tại chỗ hoặc chuyển cấp trên\n- Mong Bộ Quốc phòng sớm xét công nhận di tích.",
        &[
            "A4 : Hai chục hộ bị thu ruộng chưa nhận đủ tiền.",
            "A6 : Mong Bộ Quốc phòng sớm xét công nhận di tích.",
        ],
    );
    let subjects: Vec<_> = read.tables[0]
        .rows
        .iter()
        .filter(|row| row.aside.is_none())
        .map(|row| row.heading.clone())
        .collect();
    assert_eq!(
        subjects[1].as_deref(),
        Some("5. Về đề xuất giải quyết tại chỗ hoặc chuyển cấp trên")
    );
}

#[test]
fn those_of_the_whole_unit_are_no_speaker_of_its_report() {
    check(
        "who demands in the heading",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\nNhân dân phường Phúc Thuận đề nghị:\n- Nạo vét hồ Suối Lạnh, cắm biển cảnh báo;\n- Cấp kinh phí bảo trì các tuyến đường bê tông;",
        &[
            "A4 : Nạo vét hồ Suối Lạnh, cắm biển cảnh báo;",
            "A5 : Cấp kinh phí bảo trì các tuyến đường bê tông;",
        ],
    );
}

#[test]
fn what_stands_below_an_announcement_of_opinions_is_one_though_it_does_not_ask() {
    check(
        "a part of the report",
        "BÁO CÁO\nI. Kết quả giải quyết các kiến nghị kỳ trước\n- Tuyến đường Khuổi Pết đã được đổ bê tông xong.\nII. Kiến nghị kỳ này\n- Phòng học lớp mầm non gió lùa, trẻ hay ốm.\n- Thuốc tiêm phòng về muộn hơn mọi năm hai tháng.\nIII. Cam kết của xã\n- Xã niêm yết công khai kết quả trả lời.",
        &[
            "A5 : Phòng học lớp mầm non gió lùa, trẻ hay ốm.",
            "A6 : Thuốc tiêm phòng về muộn hơn mọi năm hai tháng.",
        ],
    );
    check(
        "a title and a sentence",
        "THAM LUẬN\nXã đã lập 21 tổ công nghệ số cộng đồng.\nKiến nghị\n1. Máy quét hay kẹt, dân ngồi đợi từ sáng.\n2. Tỉnh nên cho xã tự ký hợp đồng thời vụ.\nLời kết\nXin kính chúc hội nghị thành công.",
        &[
            "A4 : Máy quét hay kẹt, dân ngồi đợi từ sáng.",
            "A5 : Tỉnh nên cho xã tự ký hợp đồng thời vụ.",
        ],
    );
    check(
        "places, with signs below them",
        "BÁO CÁO\nTổng hợp ý kiến Nhân dân\n1. Tại xóm Lân Tây\n- Nhà máy nghiền đêm rung cả giường, đề nghị đặt máy đo.\n2. Tại xóm Viến Ván\n- Tường rào trạm biến áp đổ, trẻ con chui vào nghịch.\n- Bao giờ có cán bộ khuyến nông về hướng dẫn?",
        &[
            "A4 : Nhà máy nghiền đêm rung cả giường, đề nghị đặt máy đo.",
            "A6 : Tường rào trạm biến áp đổ, trẻ con chui vào nghịch.",
            "A7 : Bao giờ có cán bộ khuyến nông về hướng dẫn?",
        ],
    );
    check(
        "achievements before what is asked",
        "BÁO CÁO\nTổng hợp ý kiến Nhân dân\nTrong năm xã đã đạt các kết quả sau:\n- Thu ngân sách đạt 105% kế hoạch được giao.\n- Làm được 3 km đường bê tông liên xóm.\nII. Kiến nghị của xã\n- Đề nghị làm cầu treo.\n- Kéo điện về xóm Cái còn thiếu.",
        &[
            "A7 : Đề nghị làm cầu treo.",
            "A8 : Kéo điện về xóm Cái còn thiếu.",
        ],
    );
    check(
        "a list below a reason that is as long as letters give it",
        "Phúc đáp công văn của Ban Tổ chức về việc gửi ý kiến trước hội nghị, sau khi họp với các xóm và các đoàn thể của xã, UBND xã Phú Đình xin gửi các nội dung sau:\n1. Chợ xây từ năm 2004, mái tôn thủng nhiều chỗ.\n2. Kiến nghị thay 9 cột điện gỗ còn lại.\n3. Trạm y tế chỉ có 1 bác sĩ, dân phải đi xa.",
        &[
            "A2 : Chợ xây từ năm 2004, mái tôn thủng nhiều chỗ.",
            "A3 : Kiến nghị thay 9 cột điện gỗ còn lại.",
            "A4 : Trạm y tế chỉ có 1 bác sĩ, dân phải đi xa.",
        ],
    );
    check(
        "paragraphs without a mark below subjects that are announced",
        "Đảng ủy xã Phú Đình báo cáo tổng hợp ý kiến của cử tri như sau:\nVề hạ tầng\nĐường gom chưa có điện chiếu sáng, tối không ai dám đi bộ.\nVề môi trường\nCụm công nghiệp xả khí có mùi sơn, đề nghị đo.\nHội nghị bế mạc vào 11 giờ cùng ngày hôm đó.\nTrên đây là báo cáo tổng hợp ý kiến của cử tri xã Phú Đình./.",
        &[
            "A3 : Đường gom chưa có điện chiếu sáng, tối không ai dám đi bộ.",
            "A5 : Cụm công nghiệp xả khí có mùi sơn, đề nghị đo.",
        ],
    );
    check(
        "a list whose lines stand in one paragraph",
        "Đảng ủy xã Phú Đình tổng hợp các ý kiến của cử tri như sau:\n1. Về công nghiệp\n- Khu công nghiệp gây ồn, đề nghị đo.\\n- Trạm biến áp quá tải, cứ 19 giờ là nhảy.\n2. Về nông nghiệp\n- Xin vốn trồng rừng cho hộ mới tách.",
        &[
            "A3 : Khu công nghiệp gây ồn, đề nghị đo.",
            "A3 : Trạm biến áp quá tải, cứ 19 giờ là nhảy.",
            "A5 : Xin vốn trồng rừng cho hộ mới tách.",
        ],
    );
    check(
        "numbers of three places",
        "BÁO CÁO Tổng hợp ý kiến\n1. Công tác tổ chức\n2. Ý kiến, kiến nghị\n2.1. Lĩnh vực tài nguyên\n2.1.1. Mỏ than nổ lớn, nhà dân nứt dọc.\n2.1.2. Đề nghị hoàn thổ bãi thải.\n2.2. Lĩnh vực lao động\n2.2.1. Công nhân thất nghiệp, xin đào tạo nghề.\n3. Đánh giá chung\n05.12.2025 họp xong.",
        &[
            "A5 : Mỏ than nổ lớn, nhà dân nứt dọc.",
            "A6 : Đề nghị hoàn thổ bãi thải.",
            "A8 : Công nhân thất nghiệp, xin đào tạo nghề.",
        ],
    );
    check(
        "parts that are counted in capitals, and paragraphs without a mark",
        "BÁO CÁO\nA. Công tác tổ chức lấy ý kiến\nXã phát trên loa hai lượt mỗi ngày, dân đề nghị thêm giờ.\nB. Ý kiến, kiến nghị của nhân dân\nĐề nghị không cắt điểm trường vì trẻ đi bộ 7 km.",
        &["A5 : Đề nghị không cắt điểm trường vì trẻ đi bộ 7 km."],
    );
    check(
        "paragraphs without a mark in a part of opinions",
        "BÁO CÁO\nI. Kết quả tổ chức lấy ý kiến\nXã phát trên loa hai lượt mỗi ngày, dân đề nghị thêm giờ.\nII. Ý kiến, kiến nghị của nhân dân\nGiá keo xuống còn 900 nghìn một khối, người trồng rừng lỗ.\nĐề nghị không cắt điểm trường vì trẻ đi bộ 7 km.\nIII. Lời kết\nXã mong các cấp quan tâm hơn nữa đến các ý kiến.",
        &[
            "A5 : Giá keo xuống còn 900 nghìn một khối, người trồng rừng lỗ.",
            "A6 : Đề nghị không cắt điểm trường vì trẻ đi bộ 7 km.",
        ],
    );
    check(
        "a part below the title",
        "BÁO CÁO\nTổng hợp kiến nghị của Nhân dân\n1. Tình hình thu, chi ngân sách xã\n2. Nội dung kiến nghị\n- Chợ quá chật, đề nghị mở rộng.",
        &["A5 : Chợ quá chật, đề nghị mở rộng."],
    );
    check(
        "groups that speak, with signs below them",
        "TỔNG HỢP Ý KIẾN CỬ TRI\n1. Cử tri thôn Khuổi Đăm:\n- Cầu gỗ bị cuốn, 22 hộ tự góp tre bắc tạm.\n- Hộ thoát nghèo cắt ngay thẻ bảo hiểm là quá gấp.\n2. Cử tri thôn Pác Đa:\n- Trồng hồi bị sâu đục thân chết 8 ha.",
        &[
            "A3 Cử tri thôn Khuổi Đăm: Cầu gỗ bị cuốn, 22 hộ tự góp tre bắc tạm.",
            "A4 Cử tri thôn Khuổi Đăm: Hộ thoát nghèo cắt ngay thẻ bảo hiểm là quá gấp.",
            "A6 Cử tri thôn Pác Đa: Trồng hồi bị sâu đục thân chết 8 ha.",
        ],
    );
    check(
        "answers behind signs",
        "PHIẾU HỎI Ý KIẾN\nHọ tên người trả lời: Hoàng Thị Khé\nCâu 1. Ông/bà có ý kiến gì về thủy lợi?\n- Mương dẫn nước vùi 60 m từ tháng 9.\n- Lò đốt rác khói khét.\nCâu 2. Ông/bà có ý kiến gì về y tế?\n- Không",
        &[
            "A4 Hoàng Thị Khé: Mương dẫn nước vùi 60 m từ tháng 9.",
            "A5 Hoàng Thị Khé: Lò đốt rác khói khét.",
        ],
    );
    check(
        "replies between speakers",
        "BIÊN BẢN ĐỐI THOẠI\nPhần hỏi và trả lời\nLăng Thị Sen - Trưởng xóm: Xe chở đá làm nát đường, bao giờ sửa?\nChủ tọa trả lời: Xã đã làm việc với nhà máy.\nPhó Thị Mai Lan - Hộ kinh doanh: Lối vào chỉ rộng ba mét.\nKết luận\nChủ tọa cảm ơn các đại biểu.",
        &[
            "A3 Lăng Thị Sen: Xe chở đá làm nát đường, bao giờ sửa?",
            "A5 Phó Thị Mai Lan: Lối vào chỉ rộng ba mét.",
        ],
    );
}

#[test]
fn what_the_body_says_to_an_opinion_is_none() {
    let read = check(
        "explanations and who decides",
        "BÁO CÁO\nKết quả đối thoại với nhân dân\n1. Ma Văn Hòa, Trưởng xóm: Đề nghị làm cầu treo.\nUBND xã giải trình: Đã đăng ký vốn.\nThẩm quyền giải quyết: Sở Xây dựng.\n2. Lý Thị Hoa, Nông dân: Bao giờ có điện?\nUBND xã trả lời: Chờ tỉnh phân bổ.",
        &[
            "A3 Ma Văn Hòa: Đề nghị làm cầu treo.",
            "A6 Lý Thị Hoa: Bao giờ có điện?",
        ],
    );
    let first = read.tables[0]
        .rows
        .iter()
        .find(|row| row.aside.is_none())
        .unwrap();
    assert_eq!(first.hints, ["Thẩm quyền giải quyết: Sở Xây dựng."]);
    check(
        "results below a table",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo\nKết quả giải quyết bước đầu\n- Ý kiến số 1: đã giao Ban quản lý dự án phối hợp khảo sát.",
        &["C2 Ma Văn Hòa: Làm cầu treo"],
    );
}

#[test]
fn who_is_announced_in_a_paragraph_says_those_below() {
    check(
        "minutes",
        "BIÊN BẢN HỌP XÓM\nV. Ý kiến của nhân dân:\nÝ kiến của Lục Văn Tý, Chi hội trưởng:\nMía không ai mua, đề nghị hỗ trợ.\nÝ kiến của Diệp Văn Cao, Phó bí thư chi bộ:\nĐường có khúc cua bị tre che khuất.\nHai ống cống vỡ từ tháng Tám.\nHội nghị kết thúc hồi 11h15.",
        &[
            "A4 Lục Văn Tý: Mía không ai mua, đề nghị hỗ trợ.",
            "A6 Diệp Văn Cao: Đường có khúc cua bị tre che khuất.",
            "A7 Diệp Văn Cao: Hai ống cống vỡ từ tháng Tám.",
        ],
    );
    check(
        "what follows them",
        "BIÊN BẢN HỘI NGHỊ\n* Ý kiến phát biểu:\nĐ/c Ma Văn Hòa, Trưởng xóm:\n- Đường hẹp, cần cấm xe tải giờ tan trường.\n* Kết luận:\nĐ/c Phó Bí thư yêu cầu Văn phòng tổng hợp đầy đủ.",
        &["A4 Ma Văn Hòa: Đường hẹp, cần cấm xe tải giờ tan trường."],
    );
    check(
        "a sheet of one speaker",
        "Người phát biểu: Vũ Thế Dũng - Trưởng xóm Thắng Lợi\nSTT|Nội dung ý kiến\n1|Nhà máy nước cắt ba ngày không báo trước.\n2|Cột mốc đóng vào giữa nương chè.",
        &[
            "B3 Vũ Thế Dũng: Nhà máy nước cắt ba ngày không báo trước.",
            "B4 Vũ Thế Dũng: Cột mốc đóng vào giữa nương chè.",
        ],
    );
}

#[test]
fn who_speaks_is_taken_out_of_the_words_where_no_column_names_anyone() {
    for (what, said) in [
        (
            "before a colon",
            [
                "Ma Văn Hòa - Trưởng xóm: Sân chơi bị lấn.",
                "Bàn Thị Mến (Nông dân): Vỉa hè đã bong.",
            ],
        ),
        (
            "behind",
            [
                "Sân chơi bị lấn. (Ma Văn Hòa, Trưởng xóm)",
                "Vỉa hè đã bong. (Bàn Thị Mến, Nông dân)",
            ],
        ),
        (
            "the post first",
            [
                "Trưởng xóm - Ma Văn Hòa: Sân chơi bị lấn.",
                "Nông dân - Bàn Thị Mến: Vỉa hè đã bong.",
            ],
        ),
        (
            "in a sentence",
            [
                "Ma Văn Hòa, Trưởng xóm, có ý kiến: Sân chơi bị lấn.",
                "Bàn Thị Mến, Nông dân: Vỉa hè đã bong.",
            ],
        ),
    ] {
        let drawing = format!("STT|Nội dung ý kiến\n1|{}\n2|{}", said[0], said[1]);
        let read = check(
            what,
            &drawing,
            &[
                "B2 Ma Văn Hòa: Sân chơi bị lấn.",
                "B3 Bàn Thị Mến: Vỉa hè đã bong.",
            ],
        );
        assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm", "{what}");
    }
    check(
        "places in brackets",
        "STT|Nội dung ý kiến\n1|Đề nghị sửa hai cầu (Nà Mòn, Đồng Tâm)\n2|Đề nghị kéo điện (Nà Lẹng, Khuổi Cáp)",
        &[
            "B2 : Đề nghị sửa hai cầu (Nà Mòn, Đồng Tâm)",
            "B3 : Đề nghị kéo điện (Nà Lẹng, Khuổi Cáp)",
        ],
    );
    check(
        "a label before the opinions of each",
        "STT|Nội dung ý kiến\nNgười phát biểu: Ma Văn Hòa - Trưởng xóm|<\n1|Xi măng về thì đã vón cục.\nNgười phát biểu: Phan Thu Hà - Nông dân|<\n1|Học sinh nghỉ vì thiếu gạo.",
        &[
            "B3 Ma Văn Hòa: Xi măng về thì đã vón cục.",
            "B5 Phan Thu Hà: Học sinh nghỉ vì thiếu gạo.",
        ],
    );
    check(
        "a telephone below the name",
        "STT|Họ tên, số điện thoại|Ý kiến\n1|Ma Văn Hòa\\n0912 345 011|Ngõ 112 ngập.\n2|Lý Thị Hoa\\nĐT: 0987.112.340|Rào chắn lối vào.",
        &["C2 Ma Văn Hòa: Ngõ 112 ngập.", "C3 Lý Thị Hoa: Rào chắn lối vào."],
    );
    check(
        "a name and a post in one cell, without a header",
        "1|Ma Văn Hòa, Trưởng xóm|Đường dốc, xe cứu hỏa không vào được.\n2|Lê Khắc Hải, hộ kinh doanh|Bến thuyền bồi lắng, thuyền mắc cạn khi chở khách.",
        &[
            "C1 Ma Văn Hòa: Đường dốc, xe cứu hỏa không vào được.",
            "C2 Lê Khắc Hải: Bến thuyền bồi lắng, thuyền mắc cạn khi chở khách.",
        ],
    );
}

#[test]
fn what_stands_beside_above_or_behind_its_place_is_read() {
    check(
        "a header one column to the left",
        "Họ và tên|Chức vụ|Nội dung ý kiến\n1|Ma Văn Hòa|Trưởng thôn|Ba năm liền ngô bị sâu keo.\n2|Lý Thị Xuân|Cộng tác viên|Tủ sách thôn có tủ mà không có sách.",
        &[
            "D2 Ma Văn Hòa: Ba năm liền ngô bị sâu keo.",
            "D3 Lý Thị Xuân: Tủ sách thôn có tủ mà không có sách.",
        ],
    );
    check(
        "the next column",
        "STT|Họ và tên|Nội dung ý kiến|Nội dung ý kiến (tiếp theo)\n1|Ma Văn Hòa|Dân phải chờ xã hỏi|tỉnh, có hồ sơ nằm năm tháng",
        &["C2 Ma Văn Hòa: Dân phải chờ xã hỏi\\ntỉnh, có hồ sơ nằm năm tháng"],
    );
    check(
        "sorted by name with the header",
        "Bùi Văn Chung|Trưởng xóm|Xe chở than rơi vãi.\nHọ và tên|Chức vụ|Nội dung ý kiến\nLý Văn Hồng|Bí thư chi bộ|Đề nghị làm kè.",
        &[
            "C1 Bùi Văn Chung: Xe chở than rơi vãi.",
            "C3 Lý Văn Hồng: Đề nghị làm kè.",
        ],
    );
    check(
        "opinions of one person that are counted",
        "STT|Họ và tên|Ý số|Nội dung\n1|Ma Văn Hòa|Ý 1|Trường có nguy cơ bị vùi.\n^|^|Ý 2|Dân bị lừa mất 90 triệu.",
        &[
            "D2 Ma Văn Hòa: Trường có nguy cơ bị vùi.",
            "D3 Ma Văn Hòa: Dân bị lừa mất 90 triệu.",
        ],
    );
    check(
        "below results of last year",
        "KẾT QUẢ GIẢI QUYẾT CÁC KIẾN NGHỊ NĂM 2024\nTT|Nội dung kiến nghị năm 2024|Kết quả\n1|Sửa rãnh thoát nước|Đã xong\nII. KIẾN NGHỊ MỚI NĂM 2025\n1) Ngõ 95 cứ mưa 30 phút là ngập ngang đầu gối.\n2) Đề nghị bàn giao nhà văn hóa tổ 11, xây xong vẫn khóa.\n3) Đảng viên chuyển sinh hoạt phải đi lại mấy lần, xin đơn giản giấy tờ.",
        &[
            "A5 : Ngõ 95 cứ mưa 30 phút là ngập ngang đầu gối.",
            "A6 : Đề nghị bàn giao nhà văn hóa tổ 11, xây xong vẫn khóa.",
            "A7 : Đảng viên chuyển sinh hoạt phải đi lại mấy lần, xin đơn giản giấy tờ.",
        ],
    );
    check(
        "below what was settled",
        "STT|Họ và tên|Nội dung ý kiến\n1|Ma Văn Hòa|Chè bám bụi băng tải than.\n\nCÁC NỘI DUNG ĐÃ GIẢI QUYẾT XONG NĂM 2024\nSTT|Nội dung kiến nghị|Cơ quan|Kết quả\n1|Đèn đường xóm Đầm Mây|UBND xã|Xong tháng 3/2025",
        &["C2 Ma Văn Hòa: Chè bám bụi băng tải than."],
    );
    let read = check(
        "two rows for each person",
        "UBND XÃ PHÚ ĐÌNH\nSTT|Họ tên|Chức vụ\nNội dung ý kiến\n1|Ma Văn Hòa|Trưởng xóm\nSuối đổi dòng, bồi sỏi lên ruộng.\n2|Lý Thị Hoa|Nông dân\nMiến dong bán chậm.",
        &[
            "A5 Ma Văn Hòa: Suối đổi dòng, bồi sỏi lên ruộng.",
            "A7 Lý Thị Hoa: Miến dong bán chậm.",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm");
    let read = check(
        "headers in other words",
        "Người hỏi|Làm gì|Nội dung hỏi\nMa Văn Hòa|Trưởng xóm|Đập tràn hẹp nên ngập 15 nhà.",
        &["C2 Ma Văn Hòa: Đập tràn hẹp nên ngập 15 nhà."],
    );
    assert_eq!(read.tables[0].rows[0].position, "Trưởng xóm");
    check(
        "numbered paragraphs below a lone header",
        "Các ý kiến, kiến nghị:\n1. Khu công nghiệp lấy hết bãi chăn thả.\n2. Cụm công nghiệp chỉ có một cổng.\nVì vậy, đề nghị mở thêm cổng phía tây.\n3. Mùi sơn lan vào khu dân cư.",
        &[
            "A2 : Khu công nghiệp lấy hết bãi chăn thả.",
            "A3 : Cụm công nghiệp chỉ có một cổng.\\nVì vậy, đề nghị mở thêm cổng phía tây.",
            "A5 : Mùi sơn lan vào khu dân cư.",
        ],
    );
}

#[test]
fn letters_and_notes_without_a_table_are_read_whole() {
    check(
        "a letter with its date above",
        "Thanh Thịnh, ngày 30/11/2025\nHTX có các kiến nghị:\n(i) Xin hỗ trợ xây dựng chỉ dẫn địa lý.\n(ii) Xe của HTX bị phạt vì biển 5 tấn.\n(iii) Hoàn thuế 14 tháng chưa xong.",
        &[
            "A3 : Xin hỗ trợ xây dựng chỉ dẫn địa lý.",
            "A4 : Xe của HTX bị phạt vì biển 5 tấn.",
            "A5 : Hoàn thuế 14 tháng chưa xong.",
        ],
    );
    check(
        "letters below two addressees",
        "Hội gửi các kiến nghị của hội viên:\n1. Đối với tỉnh\na) Quản lý chặt phân bón giả, vụ vừa rồi lúa vàng lá.\nb) Cần bình ổn giá thức ăn chăn nuôi.\n2. Đối với xã\na) Nạo vét kênh N5 trước ngày 20/12 để lấy nước.\nb) Bờ vùng bị máy cày phá, xe chở lúa không đi được.",
        &[
            "A3 : Quản lý chặt phân bón giả, vụ vừa rồi lúa vàng lá.",
            "A4 : Cần bình ổn giá thức ăn chăn nuôi.",
            "A6 : Nạo vét kênh N5 trước ngày 20/12 để lấy nước.",
            "A7 : Bờ vùng bị máy cày phá, xe chở lúa không đi được.",
        ],
    );
    check(
        "parts that are counted",
        "BÁO CÁO\n1. Các câu hỏi, kiến nghị của nhân dân\nCâu 1: Bao giờ tuyến đường được thảm nhựa?\nCâu 2: Ruộng treo quy hoạch 7 năm, đề nghị trả lời.\nCâu 3: Nước máy đục, mong kiểm nghiệm lại.\n2. Kinh phí tổ chức hội nghị\nUBND xã xin chân thành cảm ơn.",
        &[
            "A3 : Bao giờ tuyến đường được thảm nhựa?",
            "A4 : Ruộng treo quy hoạch 7 năm, đề nghị trả lời.",
            "A5 : Nước máy đục, mong kiểm nghiệm lại.",
        ],
    );
    check(
        "questions with their answers",
        "GHI CHÉP\nHỏi: Vũ Mạnh Tường (Tổ trưởng): Cống đào lên rồi để đó từ tháng 4.\nĐáp: Phường đã làm việc với chủ đầu tư.\nHỏi: Lê Thu Hiền (Giáo viên): Kiến nghị điều chỉnh học phí.\nĐáp: Thuộc thẩm quyền HĐND tỉnh.",
        &[
            "A2 Vũ Mạnh Tường: Cống đào lên rồi để đó từ tháng 4.",
            "A4 Lê Thu Hiền: Kiến nghị điều chỉnh học phí.",
        ],
    );
    check(
        "names with posts above the opinions",
        "TỔNG HỢP Ý KIẾN PHÁT BIỂU\nHoàng Ngọc Uy - Tổ trưởng tổ 3\n- Bùn thải theo mưa chảy xuống suối.\n- Bến xe cũ thành bãi phế liệu, đề nghị giải tỏa.\nPhan Thu Hà - Công an viên\n- Thanh niên đánh bạc trên mạng.",
        &[
            "A3 Hoàng Ngọc Uy: Bùn thải theo mưa chảy xuống suối.",
            "A4 Hoàng Ngọc Uy: Bến xe cũ thành bãi phế liệu, đề nghị giải tỏa.",
            "A6 Phan Thu Hà: Thanh niên đánh bạc trên mạng.",
        ],
    );
    check(
        "in capitals",
        "1/ ĐƯỜNG CÔNG BẰNG - CAO TÂN SẠT BẢY CHỖ, XE MÁY KHÔNG QUA ĐƯỢC.\n2/ ĐỀ NGHỊ KÉO ĐIỆN CHO THÔN KHUỔI TRẢ.",
        &[
            "A1 : ĐƯỜNG CÔNG BẰNG - CAO TÂN SẠT BẢY CHỖ, XE MÁY KHÔNG QUA ĐƯỢC.",
            "A2 : ĐỀ NGHỊ KÉO ĐIỆN CHO THÔN KHUỔI TRẢ.",
        ],
    );
}

#[test]
fn a_table_pasted_as_text_is_parted() {
    for by in [";", "\t", ","] {
        let rows = [
            vec!["STT", "Họ và tên", "Chức vụ", "Ý kiến"],
            vec![
                "1",
                "Ma Văn Hòa",
                "Trưởng xóm",
                "Cổng chào xiêu về phía đường điện.",
            ],
            vec![
                "2",
                "Lý Thị Hoa",
                "Nông dân",
                "\"Kênh cao yếu; đồng thấp lại úng, lúa chết.\"",
            ],
        ];
        let mut sheet = Sheet::default();
        for (row, fields) in (1..).zip(rows) {
            sheet.cells.insert((row, 0), cell(Value::Text(fields.join(by))));
        }
        let read = table::read(&sheet);
        assert_eq!(
            opinions(&read),
            [
                "A3 Ma Văn Hòa: Cổng chào xiêu về phía đường điện.",
                "A4 Lý Thị Hoa: Kênh cao yếu; đồng thấp lại úng, lúa chết."
            ],
            "{by:?}"
        );
        assert_eq!(found(&read), ["A3 FieldsParted"]);
    }
    // A text with more separators than any table has columns is left whole.
    let mut sheet = Sheet::default();
    let long = "đường lầy, ".repeat(600);
    for (row, text) in [
        (0, "STT,Họ và tên,Ý kiến"),
        (1, "1,Ma Văn Hòa,Sửa cầu xóm Cái"),
        (2, &long),
    ] {
        sheet.cells.insert((row, 0), cell(Value::Text(text.to_owned())));
    }
    let read = table::read(&sheet);
    assert_eq!(
        opinions(&read).first().map(String::as_str),
        Some("A2 Ma Văn Hòa: Sửa cầu xóm Cái")
    );
    assert!(
        read.tables[0]
            .rows
            .iter()
            .any(|row| row.text.trim() == long.trim())
    );
}

#[test]
fn thanks_that_end_a_report_are_a_note_and_those_that_ask_are_not() {
    let table = "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo";
    check(
        "thanks alone",
        &format!("{table}\n||Ủy ban MTTQ xã trân trọng cảm ơn sự quan tâm của các cấp lãnh đạo."),
        &["C2 Ma Văn Hòa: Làm cầu treo"],
    );
    check(
        "thanks before an ask",
        &format!("{table}\n||Chi bộ xóm trân trọng cảm ơn tỉnh, đề nghị làm tiếp đường vào xóm Cái"),
        &[
            "C2 Ma Văn Hòa: Làm cầu treo",
            "C3 Ma Văn Hòa: Chi bộ xóm trân trọng cảm ơn tỉnh, đề nghị làm tiếp đường vào xóm Cái",
        ],
    );
}

#[test]
fn words_of_a_header_over_other_columns_are_set_right_by_what_they_hold() {
    let read = check(
        "shifted",
        "STT|Nội dung ý kiến|Họ và tên|Chức vụ\n1|Phan Huy Cận|Trưởng xóm|Mạch nước ngầm tụt 7 m từ khi mỏ hạ moong.\n2|Ninh Văn Bạ|Bí thư chi bộ|Chi bộ ghép hai xóm đi họp cách 6 km.",
        &[
            "D2 Phan Huy Cận: Mạch nước ngầm tụt 7 m từ khi mỏ hạ moong.",
            "D3 Ninh Văn Bạ: Chi bộ ghép hai xóm đi họp cách 6 km.",
        ],
    );
    assert_eq!(found(&read), ["A2 HeaderMissing"]);
    let said = |read: &SheetRead| read.tables[0].rows[0].position.clone();
    assert_eq!(said(&read), "Trưởng xóm");
    check(
        "a header in pieces over three rows",
        "Số|Họ|Chức|Nội dung\nthứ|và|vụ,|ý kiến\ntự|tên|đơn vị|phản ánh\n1|Ma Văn Hòa|Trưởng xóm|Ngõ 18 chưa có đèn.",
        &["D4 Ma Văn Hòa: Ngõ 18 chưa có đèn."],
    );
    let read = check(
        "two languages",
        "STT/No|Họ và tên/Full name|Chức vụ/Position|Nội dung ý kiến/Comments\n1|Ma Văn Hòa|Trưởng xóm|Ngõ 18 chưa có đèn.",
        &["D2 Ma Văn Hòa: Ngõ 18 chưa có đèn."],
    );
    assert_eq!(found(&read), [""; 0]);
}

#[test]
fn marks_that_every_row_has_are_none_of_the_words() {
    let table = |said: [&str; 3]| {
        let [one, two, three] = said;
        format!("Họ và tên|Nội dung\nMa Văn Hòa|{one}\nLý Thị Hoa|{two}\nBế Thị Mến|{three}")
    };
    let bare = [
        "B2 Ma Văn Hòa: Đường lầy lội",
        "B3 Lý Thị Hoa: Cầu gãy",
        "B4 Bế Thị Mến: Kéo điện cho xóm",
    ];
    check(
        "bullets",
        &table(["- Đường lầy lội", "+ Cầu gãy", "-Kéo điện cho xóm"]),
        &bare,
    );
    check(
        "numbers",
        &table(["1) Đường lầy lội", "2) Cầu gãy", "3) Kéo điện cho xóm"]),
        &bare,
    );
    check(
        "a single one",
        &table(["- Đường lầy lội", "Cầu gãy", "Kéo điện cho xóm"]),
        &["B2 Ma Văn Hòa: - Đường lầy lội", bare[1], bare[2]],
    );
    check(
        "letters that count what one speaker says in rows below one another",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|a) Đường lầy lội\n||b) Cầu gãy\n2|Bế Thị Mến|1. Kéo điện cho xóm",
        &[
            "C2 Ma Văn Hòa: Đường lầy lội",
            "C3 Ma Văn Hòa: Cầu gãy",
            "C4 Bế Thị Mến: 1. Kéo điện cho xóm",
        ],
    );
}

#[test]
fn groups_speak_and_head_what_follows_however_they_are_counted() {
    check(
        "a post in the row below the name, each with an opinion",
        "STT|Họ tên, chức vụ|Ý kiến\n1|Nông Minh Hiếu|Hồ rò ở chân đập.\n|Trưởng thôn Nà Tào|Ba năm chưa nạo vét mương.\n2|Phùng Văn Sằn|Bò giống mang bệnh.\n|Bí thư chi bộ Khuổi Tuốn|Không ai chịu làm phó thôn.",
        &[
            "C2 Nông Minh Hiếu: Hồ rò ở chân đập.",
            "C3 Nông Minh Hiếu: Ba năm chưa nạo vét mương.",
            "C4 Phùng Văn Sằn: Bò giống mang bệnh.",
            "C5 Phùng Văn Sằn: Không ai chịu làm phó thôn.",
        ],
    );
    check(
        "voters of a village",
        "STT|Đối tượng|Ý kiến\n1|Cử tri thôn Bản Nghè|Tiêm phòng dại phải đi xa.\n||Nước vùng lòng hồ vẩn đục.\n2|Cử tri thôn Lũng Quang|Mất điện 14 tiếng.",
        &[
            "C2 Cử tri thôn Bản Nghè: Tiêm phòng dại phải đi xa.",
            "C3 Cử tri thôn Bản Nghè: Nước vùng lòng hồ vẩn đục.",
            "C4 Cử tri thôn Lũng Quang: Mất điện 14 tiếng.",
        ],
    );
    check(
        "fields in the column of opinions",
        "STT|Họ và tên|Chức vụ|Nội dung\n|||I. Đất đai, quy hoạch\n1|Ma Văn Hòa|Trưởng xóm|Cột mốc cắm lấn vào sân.\n|||II. Y tế, giáo dục\n2|Lý Thị Hoa|Nông dân|Một bác sĩ trực hai trạm.",
        &[
            "D3 Ma Văn Hòa: Cột mốc cắm lấn vào sân.",
            "D5 Lý Thị Hoa: Một bác sĩ trực hai trạm.",
        ],
    );
    check(
        "groups counted like opinions",
        "STT|Nội dung|Người nêu\n1|Thủy lợi|\na|Đập Trung Na không có phai.|Phạm Đình Tới\n2|Đất nghĩa trang|\na|Nghĩa địa hết chỗ.|Lê Xuân Thụ",
        &[
            "B3 Phạm Đình Tới: Đập Trung Na không có phai.",
            "B5 Lê Xuân Thụ: Nghĩa địa hết chỗ.",
        ],
    );
    let read = check(
        "a sum of each village",
        "STT|Họ và tên|Chức vụ|Nội dung\nThôn Bản Chang\n1|Ma Văn Hòa|Trưởng thôn|Vỡ ống dẫn nước.\n|Cộng thôn Bản Chang||1 ý kiến\nThôn Nà Đeo\n2|Lý Thị Hoa|Nông dân|Thủ tục thuê rừng qua 7 cửa.\n|Cộng thôn Nà Đeo||1 ý kiến",
        &[
            "D3 Ma Văn Hòa: Vỡ ống dẫn nước.",
            "D6 Lý Thị Hoa: Thủ tục thuê rừng qua 7 cửa.",
        ],
    );
    assert_eq!(found(&read), [""; 0]);
    check(
        "levels beside several people",
        "Họ và tên|Hoàng Minh Đăng|Ma Thị Hường\nChức vụ|Chủ tịch Hội Nông dân|Phó Chủ tịch\nKiến nghị với xã|Đất công ích cho thuê không công khai.|\nKiến nghị với tỉnh|Quỹ cho vay không mua nổi máy gặt.|Khu 300 hộ vẫn được 3 triệu một năm.",
        &[
            "B3 Hoàng Minh Đăng: Đất công ích cho thuê không công khai.",
            "B4 Hoàng Minh Đăng: Quỹ cho vay không mua nổi máy gặt.",
            "C4 Ma Thị Hường: Khu 300 hộ vẫn được 3 triệu một năm.",
        ],
    );
    check(
        "a table in the cell",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|TT	Ý kiến\\n1	Cầu tràn bị củi lấp.\\n2	Trạm bơm mất cắp mô tơ.",
        &[
            "C2 Ma Văn Hòa: Cầu tràn bị củi lấp.",
            "C2 Ma Văn Hòa: Trạm bơm mất cắp mô tơ.",
        ],
    );
}

#[test]
fn paragraphs_below_subjects_of_opinions_are_opinions_whatever_they_say() {
    check(
        "nobody asks",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1.1. Về nhiệm vụ chính trị năm 2025:\n- Chỉ tiêu trồng rừng vượt nhưng cây sống chỉ còn một nửa.\n1.2. Về vận hành chính quyền:\n- Văn bản cùng một việc có khi ba mẫu biểu khác nhau.\n- Công chức địa chính một người phụ trách 4.100 ha.\n1.3. Về đạo đức công vụ:\n- Không có ý kiến.",
        &[
            "A4 : Chỉ tiêu trồng rừng vượt nhưng cây sống chỉ còn một nửa.",
            "A6 : Văn bản cùng một việc có khi ba mẫu biểu khác nhau.",
            "A7 : Công chức địa chính một người phụ trách 4.100 ha.",
        ],
    );
    check(
        "below who speaks",
        "BÁO CÁO\nTổng hợp ý kiến của Nhân dân\n1. Ông Ma Văn Hòa - Trưởng xóm:\n- Đường vào xóm chưa có mét bê tông nào.\n- Điểm lẻ ghép ba trình độ trong một lớp.\n2. Bà Lý Thị Hoa - Nông dân:\n- Kiến nghị hỗ trợ giống lạc cho vụ xuân.",
        &[
            "A4 Ma Văn Hòa: Đường vào xóm chưa có mét bê tông nào.",
            "A5 Ma Văn Hòa: Điểm lẻ ghép ba trình độ trong một lớp.",
            "A7 Lý Thị Hoa: Kiến nghị hỗ trợ giống lạc cho vụ xuân.",
        ],
    );
}

#[test]
fn a_sentence_that_a_page_parts_before_a_number_is_one() {
    check(
        "people left",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Tổ dệt 15 người nay chỉ còn\nSTT|Họ và tên|Chức vụ|Nội dung\n|||6 người, không ai mua\n2|Lý Thị Hoa|Nông dân|Thay cột điện",
        &[
            "D2 Ma Văn Hòa: Tổ dệt 15 người nay chỉ còn\\n6 người, không ai mua",
            "D5 Lý Thị Hoa: Thay cột điện",
        ],
    );
}

#[test]
fn what_comes_behind_the_opinions_is_none_but_a_group_of_them_is() {
    check(
        "a group called like the part behind them",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo\nII. Nhận xét, đề xuất của nhân dân\n2|Lý Thị Hoa|Đề nghị kéo điện",
        &["C2 Ma Văn Hòa: Làm cầu treo", "C4 Lý Thị Hoa: Đề nghị kéo điện"],
    );
    let read = check(
        "an ask below the end",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo\nIII. ĐÁNH GIÁ CHUNG\nĐảng ủy xã đề nghị tỉnh bố trí thêm kinh phí làm đường cho ba xóm vùng cao.",
        &["C2 Ma Văn Hòa: Làm cầu treo"],
    );
    assert_eq!(found(&read), ["A4 BelowSignature"]);
}

#[test]
fn exports_of_web_forms_and_portals_are_read() {
    check(
        "a portal",
        "Mã phản ánh|Thời gian gửi|Người gửi|Nội dung phản ánh, kiến nghị|Trạng thái\nPA-41|27/11/2025 08:12|Nguyễn Thế Hùng|Xe rác bấm còi từ 5 giờ sáng.|Đang xử lý\nPA-42|28/11/2025 14:55|Hồ Đắc Lộc|Đèn đỏ ngã ba Bắc Nam hỏng|Mới",
        &[
            "D2 Nguyễn Thế Hùng: Xe rác bấm còi từ 5 giờ sáng.",
            "D3 Hồ Đắc Lộc: Đèn đỏ ngã ba Bắc Nam hỏng",
        ],
    );
    check(
        "who wants to speak",
        "Dấu thời gian|Họ và tên|Nội dung ý kiến|Đăng ký phát biểu\n27/11/2025|Ma Văn Hòa|Đường vành đai chưa có đèn.|Có",
        &["C2 Ma Văn Hòa: Đường vành đai chưa có đèn."],
    );
    check(
        "a question for each field",
        "Dấu thời gian|Họ và tên|Chức vụ|Ý kiến, kiến nghị về hạ tầng, giao thông|Ý kiến, kiến nghị về thủ tục hành chính\n27/11/2025|Trương Đình Khải|Kế toán|Đường vành đai chưa có đèn.|Đăng nhập hay bị thoát giữa chừng.\n28/11/2025|Lưu Quang Minh|Thợ xây|Cống qua quốc lộ bé quá.|Không",
        &[
            "D2 Trương Đình Khải: Đường vành đai chưa có đèn.",
            "E2 Trương Đình Khải: Đăng nhập hay bị thoát giữa chừng.",
            "D3 Lưu Quang Minh: Cống qua quốc lộ bé quá.",
        ],
    );
}

#[test]
fn a_table_of_figures_holds_no_opinions() {
    check(
        "how many there are of each field",
        "Tổng số ý kiến tiếp nhận là 03 ý kiến, phân theo lĩnh vực:\nSTT|Lĩnh vực|Số ý kiến\n1|Xây dựng hệ thống chính trị|01\n2|Môi trường|01\n|Cộng|02",
        &[],
    );
    check(
        "how many came",
        "STT|Nội dung|Số lượng\n1|Số hội nghị|11\n2|Số người tham dự|437\nSTT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo",
        &["D5 Ma Văn Hòa: Làm cầu treo"],
    );
    let titled = "BÁO CÁO\nTổng hợp ý kiến đề xuất, kiến nghị của cán bộ, nhân dân phường\nSTT|Lĩnh vực|Số ý kiến|Tỷ lệ\n1|Đất đai|2|50\n2|Môi trường|2|50";
    assert_eq!(found(&table::read(&draw(titled))), [""; 0]);
}

#[test]
fn what_stands_alone_above_entries_is_their_heading() {
    for heading in [
        "2. Những bức xúc, kiến nghị của người dân thuộc thẩm quyền giải quyết của cấp tỉnh",
        "Nội dung 2: Đạo đức, tác phong, thái độ phục vụ của cán bộ, công chức",
        "1.5. Các kiến nghị của nhân dân đề nghị giải quyết ngay hoặc chuyển cấp trên",
        "Phần thứ hai: Các vấn đề thuộc thẩm quyền của tỉnh, kiến nghị UBND tỉnh và các sở, ngành xem xét",
        "2.2. Chế độ, chính sách đối với cán bộ bán chuyên trách",
        "Các kiến nghị với cơ quan cấp trên về chế độ, chính sách",
        "Các vấn đề về đạo đức, thái độ phục vụ của cán bộ, công chức xã",
    ] {
        let drawing = format!(
            "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n{heading}\n2|Lý Thị Hoa|Nông dân|Đề nghị làm cầu"
        );
        let read = check(
            heading,
            &drawing,
            &[
                "D2 Ma Văn Hòa: Đề nghị sửa đường",
                "D4 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        );
        assert_eq!(found(&read), [""; 0], "{heading}");
        let last = read.tables[0].rows.last().unwrap();
        assert_eq!(last.heading.as_deref(), Some(heading));
    }
    let read = check(
        "a heading below a heading",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\nPhần thứ hai: Các vấn đề kiến nghị UBND tỉnh xem xét\nLĩnh vực giao thông\n2|Lý Thị Hoa|Đề nghị làm cầu",
        &[
            "C2 Ma Văn Hòa: Đề nghị sửa đường",
            "C5 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    assert_eq!(found(&read), [""; 0]);
    let read = check(
        "in the column of opinions",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\n||Nhóm 2. Các kiến nghị đã nêu nhiều lần nhưng chưa được giải quyết\n2|Lý Thị Hoa|Đề nghị làm cầu\n||Ý kiến người dân gửi qua hòm thư\n3|Bế Thị Mến|Đề nghị kéo điện",
        &[
            "C2 Ma Văn Hòa: Đề nghị sửa đường",
            "C4 Lý Thị Hoa: Đề nghị làm cầu",
            "C6 Bế Thị Mến: Đề nghị kéo điện",
        ],
    );
    assert_eq!(found(&read), [""; 0]);
    for said in [
        "Các hộ xóm Cái chưa có nước sạch",
        "Kiến nghị với tỉnh sửa đường xóm Cái",
        "Ý kiến về đường xóm Cái hỏng nặng",
        "Kiến nghị của tôi là xây cầu",
        "Kien nghi voi tinh lam cau",
    ] {
        let opinion = format!("C3 Ma Văn Hòa: {said}");
        check(
            "what is asked alone above an entry is an opinion",
            &format!(
                "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\n||{said}\n2|Lý Thị Hoa|Đề nghị làm cầu"
            ),
            &[
                "C2 Ma Văn Hòa: Đề nghị sửa đường",
                &opinion,
                "C4 Lý Thị Hoa: Đề nghị làm cầu",
            ],
        );
    }
}

#[test]
fn columns_that_are_unknown_are_kept_as_hints() {
    let read = check(
        "a header of its own",
        "STT|Họ và tên|Nội dung|Kinh phí dự kiến|Lĩnh vực|Mã phiếu|Điện thoại|Năm sinh\n1|Ma Văn Hòa|Đề nghị sửa đường|350 triệu|Giao thông|PH-77|0912 345 678|1970",
        &["C2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
    let hints = &read.tables[0].rows[0].hints;
    assert_eq!(
        *hints,
        [
            "Giao thông",
            "Kinh phí dự kiến: 350 triệu",
            "Mã phiếu: PH-77",
            "Điện thoại: 0912 345 678"
        ]
    );
    assert_eq!(found(&read), [""; 0]);
}

#[test]
fn the_title_of_another_table_is_no_opinion() {
    let read = check(
        "a list of households",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị kéo điện\n\nDANH SÁCH CÁC HỘ CHƯA CÓ ĐIỆN (kèm ý kiến số 1)\nSTT|Họ và tên chủ hộ|Thôn|Số khẩu\n1|Sầm Văn Pú|Lân Đăm|5",
        &["C2 Ma Văn Hòa: Đề nghị kéo điện"],
    );
    assert_eq!(found(&read), [""; 0]);
}

#[test]
fn what_was_wrapped_below_a_name_goes_on_with_its_post() {
    let read = check(
        "three lines of a page",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Hoàng Văn|Bí thư chi|Trạm bơm xây năm 1987\n|Thiêm|bộ thôn|đã cũ, mô tơ cháy hai lần,\n||Chòi Hồng|thôn phải thuê máy dầu.\n2|Lê Thị Mận|Nông dân|Đề nghị làm cầu",
        &[
            "D2 Hoàng Văn Thiêm: Trạm bơm xây năm 1987\\nđã cũ, mô tơ cháy hai lần,\\nthôn phải thuê máy dầu.",
            "D5 Lê Thị Mận: Đề nghị làm cầu",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Bí thư chi bộ thôn Chòi Hồng");
}

#[test]
fn who_speaks_for_others_in_an_entry_signs_nothing() {
    let read = check(
        "a committee speaks",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n2|TM. Ban công tác Mặt trận xóm Soi|Trưởng ban|Bà con xóm Soi đi lại khó khăn vì cầu tạm đã bị lũ cuốn trôi\n3|Lý Thị Hoa|Nông dân|Đề nghị làm cầu\n|||TM. ĐẢNG ỦY\n|||BÍ THƯ",
        &[
            "D2 Ma Văn Hòa: Đề nghị sửa đường",
            "D3 TM. Ban công tác Mặt trận xóm Soi: Bà con xóm Soi đi lại khó khăn vì cầu tạm đã bị lũ cuốn trôi",
            "D4 Lý Thị Hoa: Đề nghị làm cầu",
        ],
    );
    assert_eq!(found(&read), [""; 0]);
}

#[test]
fn a_column_that_numbers_the_rows_of_the_sheet_is_no_column_of_the_table() {
    for above in ["", "6|ĐẢNG ỦY XÃ PHÚ ĐÌNH\n"] {
        let drawing = format!(
            "{above}7|STT|Họ và tên|Nội dung\n8|1|Ma Văn Hòa|Đề nghị sửa đường\n9|2|Lý Thị Hoa|Đề nghị làm cầu"
        );
        let read = table::read(&draw(&drawing));
        let said: Vec<_> = read.tables[0].rows.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(said, ["Đề nghị sửa đường", "Đề nghị làm cầu"], "{drawing}");
        assert_eq!(found(&read), [""; 0], "{drawing}");
    }
}

#[test]
fn the_second_line_of_a_header_may_divide_merged_cells() {
    let read = check(
        "subjects",
        "STT|Họ và tên|Nội dung ý kiến|<|<\n||Về kinh tế|Về văn hóa - xã hội|Về an ninh\n1|Ma Văn Hòa|Đề nghị hỗ trợ giống||Đề nghị lắp đèn\n2|Lý Thị Hoa||Đề nghị thêm bác sĩ|",
        &[
            "C3 Ma Văn Hòa: Đề nghị hỗ trợ giống",
            "E3 Ma Văn Hòa: Đề nghị lắp đèn",
            "D4 Lý Thị Hoa: Đề nghị thêm bác sĩ",
        ],
    );
    let subject = read.tables[0].rows[0].heading.as_deref();
    assert_eq!(subject, Some("Nội dung ý kiến Về kinh tế"));
    let born = table::read(&draw(
        "STT|Họ và tên|Năm sinh|<|Nội dung ý kiến\n||Nam|Nữ|\n1|Ma Văn Hòa|1970||Đề nghị sửa đường",
    ));
    assert_eq!(opinions(&born), ["E3 Ma Văn Hòa: Đề nghị sửa đường"]);
    assert_eq!(born.tables[0].rows.len(), 1);
}

#[test]
fn a_title_above_a_table_is_not_the_subject_of_its_opinions() {
    for (title, heading) in [
        ("BẢNG TỔNG HỢP Ý KIẾN NHÂN DÂN", None),
        ("Ban Thường vụ Đảng ủy xã Phú Đình báo cáo như sau:", None),
        ("DANH SÁCH Ý KIẾN", None),
        ("II. Ý KIẾN CỦA NHÂN DÂN", Some("II. Ý KIẾN CỦA NHÂN DÂN")),
        ("Lĩnh vực đất đai", Some("Lĩnh vực đất đai")),
        ("Xóm Cái", Some("Xóm Cái")),
    ] {
        let read = table::read(&draw(&format!(
            "{title}\nSTT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường"
        )));
        assert_eq!(read.tables[0].rows[0].heading.as_deref(), heading, "{title}");
    }
}

#[test]
fn a_post_on_a_line_below_the_name_is_one_and_words_typed_beside_count() {
    let read = check(
        "posts and notes",
        "STT|Họ và tên|Chức vụ|Nội dung|Ghi chú\n1|Ngô Thị Kiều\\nChủ nhiệm HTX Nà Hin||Đề nghị sửa đường|\n2|Ma Văn Hòa\\nLý Thị Hoa||Đề nghị làm cầu|\n3|Cao Bá Đạo|Trưởng xóm||Sáp nhập xong, con dấu các hội chưa khắc lại được, không rút được kinh phí\n4|Bế Thị Mến|Nông dân|Đề nghị kéo điện|Trùng ý kiến xóm Mỏ",
        &[
            "D2 Ngô Thị Kiều: Đề nghị sửa đường",
            "D3 Ma Văn Hòa\nLý Thị Hoa: Đề nghị làm cầu",
            "E4 Cao Bá Đạo: Sáp nhập xong, con dấu các hội chưa khắc lại được, không rút được kinh phí",
            "D5 Bế Thị Mến: Đề nghị kéo điện",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Chủ nhiệm HTX Nà Hin");
    let below = check(
        "in brackets",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Tạ Thị Oanh||Đề nghị sửa đường\n|(Nghệ nhân)\n2|Hà Sĩ Ưng|Nông dân|Đề nghị làm cầu",
        &[
            "D2 Tạ Thị Oanh: Đề nghị sửa đường",
            "D4 Hà Sĩ Ưng: Đề nghị làm cầu",
        ],
    );
    assert_eq!(below.tables[0].rows[0].position, "Nghệ nhân");
    assert_eq!(found(&read), ["E4 WrongColumn"]);
}

#[test]
fn what_became_of_earlier_opinions_raises_none() {
    let read = check(
        "a table of answers",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\n\nKẾT QUẢ GIẢI QUYẾT CÁC KIẾN NGHỊ KỲ TRƯỚC\nSTT|Nội dung kiến nghị|Kết quả giải quyết\n1|Làm cầu Vằng Ngần|Đã khởi công",
        &["C2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
    assert_eq!(found(&read), ["B6 EarlierAnswers"]);
}

#[test]
fn a_name_that_sounds_like_a_total_is_a_name() {
    for name in ["Tống Công Lực", "Tong Cong Ly", "TỐNG CÔNG LÝ"] {
        let drawing = format!(
            "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Đề nghị sửa đường\n2|{name}|Mong tỉnh mở phiên giao dịch việc làm ở xã\nTổng cộng||2"
        );
        let read = table::read(&draw(&drawing));
        assert_eq!(read.tables[0].opinions(), 2, "{drawing}");
        assert_eq!(found(&read), [""; 0], "{drawing}");
    }
}

#[test]
fn a_row_set_aside_that_reads_like_an_opinion_is_named() {
    let read = check(
        "a total with words",
        "STT|Họ và tên|Chức vụ|Nội dung\n1|Ma Văn Hòa|Trưởng xóm|Đề nghị sửa đường\n|Tổng cộng||Tình trạng xe chở đá làm hỏng đường liên xóm vẫn chưa được xử lý",
        &["D2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
    assert_eq!(found(&read), ["D3 AsideUnsure"]);
}

#[test]
fn what_the_commune_explains_beside_an_opinion_is_none() {
    for reply in [
        "Ý kiến giải trình của UBND xã",
        "Kết quả xử lý",
        "Giải trình, tiếp thu",
        "Ý kiến phản hồi",
        "Kiến nghị với cấp",
    ] {
        check(
            reply,
            &format!(
                "STT|Họ và tên|Nội dung ý kiến|{reply}\n1|Ma Văn Hòa|Đề nghị sửa đường|Vượt thẩm quyền của xã, đề nghị cấp trên xem xét"
            ),
            &["C2 Ma Văn Hòa: Đề nghị sửa đường"],
        );
    }
    let read = check(
        "who someone is",
        "STT|Ông (bà)|Là|Nội dung đề nghị\n1|Ma Văn Hòa|Giáo viên|Đề nghị sửa đường",
        &["D2 Ma Văn Hòa: Đề nghị sửa đường"],
    );
    assert_eq!(read.tables[0].rows[0].position, "Giáo viên");
}

#[test]
fn a_text_that_nothing_in_the_file_says_is_no_opinion() {
    let read = check(
        "an unknown entity",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|&j;\n2|Lý Thị Hoa|Đề nghị làm cầu",
        &["C3 Lý Thị Hoa: Đề nghị làm cầu"],
    );
    assert_eq!(found(&read), ["C2 Damaged", "C2 NoWords"]);
}

#[test]
fn documents_say_replies_subjects_and_what_goes_on_in_many_ways() {
    check(
        "a reply of the body by name",
        "BÁO CÁO\nTổng hợp ý kiến cử tri\nCâu 1. Bến thuyền quá tải dịp lễ, đề nghị mở thêm bến.\nTrả lời của UBND xã: UBND xã đã tiếp thu, giao Phòng Kinh tế rà soát.\nCâu 2. Nhà sàn gỗ dễ cháy lan, đề nghị hướng dẫn phòng cháy.\nTrả lời của UBND xã: Công an xã sẽ tập huấn.",
        &[
            "A3 : Bến thuyền quá tải dịp lễ, đề nghị mở thêm bến.",
            "A5 : Nhà sàn gỗ dễ cháy lan, đề nghị hướng dẫn phòng cháy.",
        ],
    );
    check(
        "a part of replies",
        "BÁO CÁO\nI. KHÁI QUÁT CHUNG\nCó 02 ý kiến phát biểu.\nII. Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\n1. Chợ họp trên hành lang giao thông, đề nghị di dời.\n2. Nhà máy gạch xả khói làm cháy lá ngô.\nIII. KẾT QUẢ TIẾP THU, GIẢI TRÌNH CỦA UBND XÃ\n1. Về chợ: UBND xã đã lập tờ trình xin chủ trương đầu tư.\n2. Về khói: xã phối hợp kiểm tra, yêu cầu khắc phục.",
        &[
            "A5 : Chợ họp trên hành lang giao thông, đề nghị di dời.",
            "A6 : Nhà máy gạch xả khói làm cháy lá ngô.",
        ],
    );
    check(
        "what asks below the last as below the others",
        "BÁO CÁO\nTổng hợp ý kiến\n1. Đường tỉnh 265 có 11 ổ gà sâu trên 20 cm.\nVì vậy, Nhân dân đề nghị sửa chữa.\n2. Cây na bị bệnh chết hàng loạt, chưa có kết luận.\nBà con mong Sở cử chuyên gia về hướng dẫn cách chữa.\nTrên đây là báo cáo tổng hợp của Đảng ủy xã.",
        &[
            "A3 : Đường tỉnh 265 có 11 ổ gà sâu trên 20 cm.\\nVì vậy, Nhân dân đề nghị sửa chữa.",
            "A5 : Cây na bị bệnh chết hàng loạt, chưa có kết luận.\\nBà con mong Sở cử chuyên gia về hướng dẫn cách chữa.",
        ],
    );
    check(
        "subjects that count their opinions, joined by a dash",
        "BÁO CÁO\nTổng hợp ý kiến\nI. GIAO THÔNG - THỦY LỢI (02 ý kiến)\n1. Đường bị sạt taluy dương, mới hót một làn.\n2. Đề nghị làm rãnh dọc đoạn qua trường học.\nII. CHẾ ĐỘ, CHÍNH SÁCH (01 ý kiến)\n1. Nâng mức khoán bảo vệ rừng lên 800 nghìn đồng một héc-ta.",
        &[
            "A4 : Đường bị sạt taluy dương, mới hót một làn.",
            "A5 : Đề nghị làm rãnh dọc đoạn qua trường học.",
            "A7 : Nâng mức khoán bảo vệ rừng lên 800 nghìn đồng một héc-ta.",
        ],
    );
    check(
        "hamlets head a single opinion, too",
        "BÁO CÁO\nTổng hợp ý kiến các xóm\na) Xóm Văn Yên\n* Núi Võ có nguy cơ đá lở, cần lưới chắn.\n* Mạ non bị ốc bươu vàng cắn, thuốc cấp không đủ.\nb) Xóm Đầm Mương\n* Sửa lại cống điều tiết đầm để giữ nước nuôi cá.",
        &[
            "A4 : Núi Võ có nguy cơ đá lở, cần lưới chắn.",
            "A5 : Mạ non bị ốc bươu vàng cắn, thuốc cấp không đủ.",
            "A7 : Sửa lại cống điều tiết đầm để giữ nước nuôi cá.",
        ],
    );
    check(
        "what the report is about",
        "BÁO CÁO\nV/v tổng hợp ý kiến, kiến nghị gửi Hội nghị đối thoại\n1. Về quy hoạch\n1.1. Dự án khu đô thị mở rộng treo 9 năm, dân không được sửa nhà.\n1.2. Ngõ 312 chỉ rộng 2 mét, xe chữa cháy không vào được.\n2. Về thủ tục hành chính\n2.1. Nộp hồ sơ qua mạng nhưng vẫn bị gọi lên bổ sung bản giấy.\n2.2. Giấy hẹn ghi chung chung, đề nghị ghi rõ giờ.",
        &[
            "A4 : Dự án khu đô thị mở rộng treo 9 năm, dân không được sửa nhà.",
            "A5 : Ngõ 312 chỉ rộng 2 mét, xe chữa cháy không vào được.",
            "A7 : Nộp hồ sơ qua mạng nhưng vẫn bị gọi lên bổ sung bản giấy.",
            "A8 : Giấy hẹn ghi chung chung, đề nghị ghi rõ giờ.",
        ],
    );
    check(
        "those of a place in brackets behind their words",
        "BÁO CÁO\nTổng hợp ý kiến\n1. Đề nghị kéo điện lưới cho 19 hộ. (Cử tri xóm Bản Cái)\n2. Sớm khắc phục cầu tràn bị cuốn trôi (cử tri xóm Nà Hấu).",
        &[
            "A3 Cử tri xóm Bản Cái: Đề nghị kéo điện lưới cho 19 hộ.",
            "A4 cử tri xóm Nà Hấu: Sớm khắc phục cầu tràn bị cuốn trôi",
        ],
    );
    check(
        "who speaks with the post in brackets, in a paragraph above",
        "PHƯỜNG ĐỨC XUÂN\nÝ KIẾN CỦA ĐẠI BIỂU\nNông Thị Thu Hằng (Bí thư chi bộ Tổ 9A)\n+ Suối bốc mùi vì nước thải chợ.\n+ Đề nghị làm nắp đan rãnh.\nHà Đức Toản (Chủ doanh nghiệp xây dựng)\n+ Giá cát tăng gấp đôi vì tỉnh chậm cấp phép mỏ.",
        &[
            "A4 Nông Thị Thu Hằng: Suối bốc mùi vì nước thải chợ.",
            "A5 Nông Thị Thu Hằng: Đề nghị làm nắp đan rãnh.",
            "A7 Hà Đức Toản: Giá cát tăng gấp đôi vì tỉnh chậm cấp phép mỏ.",
        ],
    );
    check(
        "a report with parts of other things, in which few opinions ask",
        "BÁO CÁO\nKết quả tổ chức lấy ý kiến nhân dân\nI. ĐẶC ĐIỂM TÌNH HÌNH\nPhường có 63 tổ dân phố.\nII. KẾT QUẢ\n1. Số cuộc họp: 63 cuộc.\n2. Số người tham gia: 4.150 người.\nIII. NỘI DUNG Ý KIẾN CỦA NHÂN DÂN\n1. Ngập úng đường Việt Bắc sau mỗi trận mưa.\n2. Chợ Thái quá tải bãi gửi xe.\n3. Kính mong tỉnh cải tạo khu tập thể cũ.\nIV. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Tăng cường giám sát việc giải quyết kiến nghị.",
        &[
            "A9 : Ngập úng đường Việt Bắc sau mỗi trận mưa.",
            "A10 : Chợ Thái quá tải bãi gửi xe.",
            "A11 : Kính mong tỉnh cải tạo khu tập thể cũ.",
        ],
    );
    check(
        "fields with a bullet of their own",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của nhân dân\n* Lĩnh vực tài nguyên, khoáng sản\n- Nổ mìn lúc 5 giờ chiều, trẻ em giật mình.\n- Xe chở clinker làm vỡ mặt đường.\n* Lĩnh vực điện, nước\n- Đề nghị thay máy biến áp.\n- Giá nước 9.500 đồng một khối là cao.",
        &[
            "A4 : Nổ mìn lúc 5 giờ chiều, trẻ em giật mình.",
            "A5 : Xe chở clinker làm vỡ mặt đường.",
            "A7 : Đề nghị thay máy biến áp.",
            "A8 : Giá nước 9.500 đồng một khối là cao.",
        ],
    );
    check(
        "opinions in paragraphs below their numbers",
        "BÁO CÁO\nÝ kiến của cán bộ và nhân dân\nÝ kiến 1\nKhu di tích chưa có đường ô tô.\nKhách phải đi bộ hơn một cây số.\nĐề nghị đầu tư đường vào.\nÝ kiến 2\nCán bộ mới chưa có nhà công vụ.\nXin kinh phí sửa 4 gian nhà tập thể.\nĐảng ủy xã báo cáo Ban Tuyên giáo tổng hợp.",
        &[
            "A4 : Khu di tích chưa có đường ô tô.\\nKhách phải đi bộ hơn một cây số.\\nĐề nghị đầu tư đường vào.",
            "A8 : Cán bộ mới chưa có nhà công vụ.\\nXin kinh phí sửa 4 gian nhà tập thể.",
        ],
    );
    check(
        "a telephone line",
        "GHI CHÉP TIẾP NHẬN QUA ĐƯỜNG DÂY NÓNG\n1. 08 giờ 20 phút, ngày 04/11/2025\nNội dung phản ánh: Xe ben chở đất không che bạt.\n2. 21 giờ 05 phút, ngày 09/11/2025\nNội dung phản ánh: Quán karaoke hát đến nửa đêm, đề nghị xử lý.",
        &[
            "A3 : Xe ben chở đất không che bạt.",
            "A5 : Quán karaoke hát đến nửa đêm, đề nghị xử lý.",
        ],
    );
    check(
        "a title with commas is no header of a pasted table",
        "BÁO CÁO\nÝ kiến, kiến nghị của cán bộ, đảng viên và nhân dân\n01. Chợ đông, nhưng không có nhà vệ sinh.\n02. Lúa nếp cần giữ giống gốc, đề nghị phục tráng.",
        &[
            "A3 : Chợ đông, nhưng không có nhà vệ sinh.",
            "A4 : Lúa nếp cần giữ giống gốc, đề nghị phục tráng.",
        ],
    );
    check(
        "parts counted in words",
        "BÁO CÁO\nTổng hợp ý kiến của người dân\nPhần thứ nhất\nCÔNG TÁC TỔ CHỨC\n- Thành lập 03 tổ công tác xuống thôn.\nPhần thứ hai\nÝ KIẾN, KIẾN NGHỊ\n1. Lúa Bao Thai bị trộn gạo nơi khác, đề nghị bảo hộ nhãn hiệu.\n2. Đường lên thôn dốc 18%, xe cứu thương không lên nổi.\n3. Mở thêm quầy giao dịch lưu động.\nPhần thứ ba\nNHIỆM VỤ, GIẢI PHÁP\n- Tiếp tục rà soát, phân loại ý kiến theo thẩm quyền.",
        &[
            "A8 : Lúa Bao Thai bị trộn gạo nơi khác, đề nghị bảo hộ nhãn hiệu.",
            "A9 : Đường lên thôn dốc 18%, xe cứu thương không lên nổi.",
            "A10 : Mở thêm quầy giao dịch lưu động.",
        ],
    );
    check(
        "a title in capitals, and how opinions were collected",
        "BÁO CÁO Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\nĐơn vị báo cáo: xã Thanh Mai\nI. Quá trình thực hiện\nXã đã niêm yết thông báo tại 17 nhà văn hóa thôn.\nII. Ý kiến, kiến nghị của nhân dân\nGiá keo xuống còn 900 nghìn một khối, người trồng rừng lỗ.\nĐề nghị không cắt điểm trường Bản Tý.\nIII. Lời kết\nXã trân trọng cảm ơn các cấp lãnh đạo.",
        &[
            "A6 : Giá keo xuống còn 900 nghìn một khối, người trồng rừng lỗ.",
            "A7 : Đề nghị không cắt điểm trường Bản Tý.",
        ],
    );
    check(
        "results that are what was gathered",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của cử tri theo địa bàn\nII. Kết quả tổng hợp\n1. Xóm Đồng Mỏ\na) Về thủy lợi:\n- Cống lấy nước hỏng cánh phai.\n- Xin tăng số đợt xả nước.\n2. Xóm Quang Trung\na) Về giáo dục:\n- Đề nghị cho các cháu học tại điểm trường cũ.",
        &[
            "A6 : Cống lấy nước hỏng cánh phai.",
            "A7 : Xin tăng số đợt xả nước.",
            "A10 : Đề nghị cho các cháu học tại điểm trường cũ.",
        ],
    );
    check(
        "a title with its part in brackets",
        "ĐẢNG ỦY XÃ XUÂN DƯƠNG\nTỔNG HỢP Ý KIẾN (PHẦN 1)\n1. Đề nghị hỗ trợ vắc xin cho đàn trâu.\n2. Chợ cần có chỗ gửi xe rộng hơn.",
        &[
            "A3 : Đề nghị hỗ trợ vắc xin cho đàn trâu.",
            "A4 : Chợ cần có chỗ gửi xe rộng hơn.",
        ],
    );
    check(
        "bodies that must answer as headings",
        "CÁC KIẾN NGHỊ GỬI HỘI NGHỊ ĐỐI THOẠI\n1. Sở Nông nghiệp và Môi trường\n+ Xử lý bùn thải mỏ chì kẽm tràn xuống ruộng.\n+ Giá đền bù đất rừng thấp hơn thực tế nhiều lần.\n2. Công ty Điện lực Thái Nguyên\n+ Thôn Nà Tải còn 11 hộ dùng điện thủy luân, bao giờ có điện lưới?",
        &[
            "A3 : Xử lý bùn thải mỏ chì kẽm tràn xuống ruộng.",
            "A4 : Giá đền bù đất rừng thấp hơn thực tế nhiều lần.",
            "A6 : Thôn Nà Tải còn 11 hộ dùng điện thủy luân, bao giờ có điện lưới?",
        ],
    );
    check(
        "bodies of the commune speak",
        "BÁO CÁO\nTổng hợp ý kiến các đoàn thể\n- Hội Nông dân xã: Đề nghị kéo dài thời hạn vay vốn lên 5 năm.\n- Hội Cựu chiến binh xã: Giải quyết chế độ cho 6 trường hợp mất giấy tờ gốc.\n- Đoàn TNCS Hồ Chí Minh xã: Xin hỗ trợ kinh phí sửa nhà văn hóa cũ.",
        &[
            "A3 Hội Nông dân xã: Đề nghị kéo dài thời hạn vay vốn lên 5 năm.",
            "A4 Hội Cựu chiến binh xã: Giải quyết chế độ cho 6 trường hợp mất giấy tờ gốc.",
            "A5 Đoàn TNCS Hồ Chí Minh xã: Xin hỗ trợ kinh phí sửa nhà văn hóa cũ.",
        ],
    );
}

#[test]
fn lines_that_come_again_name_who_speaks_above_or_below() {
    for (what, drawing, expected) in [
        (
            "names and posts alone",
            "TỔNG HỢP\nÝ kiến của đảng viên\nMa Văn Hòa, Bí thư chi bộ\n- Phụ cấp kiêm nhiệm chỉ được một suất.\n- Đề nghị mở lớp bồi dưỡng.\nLý Thị Hoa, đảng viên\n- Cầu tràn qua suối cứ mưa to là ngập.",
            &[
                "A4 Ma Văn Hòa: Phụ cấp kiêm nhiệm chỉ được một suất.",
                "A5 Ma Văn Hòa: Đề nghị mở lớp bồi dưỡng.",
                "A7 Lý Thị Hoa: Cầu tràn qua suối cứ mưa to là ngập.",
            ][..],
        ),
        (
            "labels behind what is said",
            "BÁO CÁO\nTổng hợp ý kiến\nÝ kiến 1: Thôn có 5 hộ nằm dưới mái taluy nứt.\nNgười nêu: Ma Văn Hòa, Trưởng thôn\nÝ kiến 2: Lớp xóa mù chữ mới học được một khóa.\nNgười nêu: Lý Thị Hoa, Chi hội trưởng",
            &[
                "A3 Ma Văn Hòa: Thôn có 5 hộ nằm dưới mái taluy nứt.",
                "A5 Lý Thị Hoa: Lớp xóa mù chữ mới học được một khóa.",
            ],
        ),
        (
            "labels behind sentences without a mark, below the words of a header",
            "Ý KIẾN CỬ TRI\nMỏ sắt rút nước làm sụt giếng của ba chục hộ trong xóm.\nNgười kiến nghị: Ma Văn Hòa, nông dân\nĐập đầu làng bồi lấp, dung tích chỉ còn một phần ba.\nNgười kiến nghị: Lý Thị Hoa, Trưởng xóm",
            &[
                "A2 Ma Văn Hòa: Mỏ sắt rút nước làm sụt giếng của ba chục hộ trong xóm.",
                "A4 Lý Thị Hoa: Đập đầu làng bồi lấp, dung tích chỉ còn một phần ba.",
            ],
        ),
        (
            "brackets behind a number",
            "CÂU HỎI GỬI HỘI NGHỊ ĐỐI THOẠI\nCâu hỏi số 1 (Ma Văn Hòa, sinh viên)\nTỉnh đã có đề án giữ chân sinh viên tốt nghiệp chưa?\nCâu hỏi số 2 (Lý Thị Hoa, tiểu thương)\nChợ xây xong ba năm vẫn khóa cửa, bao giờ cho vào bán hàng?",
            &[
                "A3 Ma Văn Hòa: Tỉnh đã có đề án giữ chân sinh viên tốt nghiệp chưa?",
                "A5 Lý Thị Hoa: Chợ xây xong ba năm vẫn khóa cửa, bao giờ cho vào bán hàng?",
            ],
        ),
        (
            "a label of its own before each demand",
            "KẾT QUẢ GẶP MẶT\n* Đại biểu: Giàng A Chú, người có uy tín\nKiến nghị: Kéo điện ba pha về xưởng của thôn.\n* Đại biểu: Lý Thị Hoa, nghệ nhân thêu\nKiến nghị: Làng nghề cần được giúp bán hàng trên mạng.",
            &[
                "A3 Giàng A Chú: Kéo điện ba pha về xưởng của thôn.",
                "A5 Lý Thị Hoa: Làng nghề cần được giúp bán hàng trên mạng.",
            ],
        ),
        (
            "two paragraphs of one speaker",
            "BÁO CÁO\nTổng hợp ý kiến\nÝ kiến 1 - Ma Văn Hòa, Trưởng xóm\nXóm cách trung tâm 14 km đường đất dốc, đề nghị mở đường.\nÝ kiến 2 - Lý Thị Hoa, phụ nữ xóm\nChị em muốn khôi phục nghề thêu.\nXin được hỗ trợ vải, chỉ.",
            &[
                "A4 Ma Văn Hòa: Xóm cách trung tâm 14 km đường đất dốc, đề nghị mở đường.",
                "A6 Lý Thị Hoa: Chị em muốn khôi phục nghề thêu.\\nXin được hỗ trợ vải, chỉ.",
            ],
        ),
        (
            "a dash behind the post",
            "Ý KIẾN GỬI HỘI NGHỊ ĐỐI THOẠI\n• Ma Văn Hòa, công chức Tư pháp - Hộ tịch – Cho phép cấp xã khai thác dữ liệu hộ tịch.\n• Lý Thị Hoa, kế toán – Phần mềm kế toán hai nơi cấp khác nhau, mong thống nhất.",
            &[
                "A2 Ma Văn Hòa: Cho phép cấp xã khai thác dữ liệu hộ tịch.",
                "A3 Lý Thị Hoa: Phần mềm kế toán hai nơi cấp khác nhau, mong thống nhất.",
            ],
        ),
        (
            "a group like its neighbours",
            "BÁO CÁO\nTổng hợp ý kiến\n1. Chi bộ xóm Rừng Vần: Suối mùa du lịch quá tải rác, đề nghị đặt thùng rác.\n2. Chi bộ xóm Lau Sau: Điện chập chờn vào giờ sao chè.\n3. Chi bộ Công an xã: Đề nghị trang bị camera an ninh.",
            &[
                "A3 Chi bộ xóm Rừng Vần: Suối mùa du lịch quá tải rác, đề nghị đặt thùng rác.",
                "A4 Chi bộ xóm Lau Sau: Điện chập chờn vào giờ sao chè.",
                "A5 Chi bộ Công an xã: Đề nghị trang bị camera an ninh.",
            ],
        ),
        (
            "groups as headings",
            "TỔNG HỢP Ý KIẾN THEO THÔN\n1. Nhân dân thôn Nà Chè\na) Xin hỗ trợ làm 300 m mương bê tông.\n2. Hợp tác xã Rau an toàn Tiên Phong\na) Muốn thuê 2 ha đất công ích nhưng xã chỉ ký hợp đồng một năm.\n3. Công ty Điện lực Thái Nguyên\na) Thôn Nà Tải còn 11 hộ chưa có điện, đề nghị kéo lưới.",
            &[
                "A3 Nhân dân thôn Nà Chè: Xin hỗ trợ làm 300 m mương bê tông.",
                "A5 Hợp tác xã Rau an toàn Tiên Phong: Muốn thuê 2 ha đất công ích nhưng xã chỉ ký hợp đồng một năm.",
                "A7 : Thôn Nà Tải còn 11 hộ chưa có điện, đề nghị kéo lưới.",
            ],
        ),
        (
            "names in brackets behind a label, and above a line of their own",
            "BIÊN BẢN\nHội nghị lấy ý kiến\nHỏi (Ma Văn Hòa, Trưởng xóm): Dự án thu hồi đất từ năm 2019, bao giờ giao đất?\nTrả lời: Đang chờ tỉnh phê duyệt.\nHỏi (Lý Thị Hoa, nông dân): Nước giếng có váng, đề nghị lấy mẫu.\nTrả lời: Sẽ mời đơn vị quan trắc.",
            &[
                "A3 Ma Văn Hòa: Dự án thu hồi đất từ năm 2019, bao giờ giao đất?",
                "A5 Lý Thị Hoa: Nước giếng có váng, đề nghị lấy mẫu.",
            ],
        ),
        (
            "posts in brackets below names, and what goes on without a mark",
            "TỔNG HỢP Ý KIẾN CỦA ĐOÀN VIÊN\nMa Văn Hòa\n(Bí thư Đoàn trường)\nHọc sinh cần phòng tham vấn học đường.\nHiện giáo viên chủ nhiệm phải kiêm nhiệm nên các em ngại.\nLý Thị Hoa\n(Bí thư chi đoàn)\nĐề nghị cho thuê lại ao công ích.",
            &[
                "A4 Ma Văn Hòa: Học sinh cần phòng tham vấn học đường.\\nHiện giáo viên chủ nhiệm phải kiêm nhiệm nên các em ngại.",
                "A8 Lý Thị Hoa: Đề nghị cho thuê lại ao công ích.",
            ],
        ),
        (
            "who asked and who answered",
            "BIÊN BẢN\nHội nghị lấy ý kiến\nNgười hỏi: Ma Văn Hòa, Trưởng xóm\nHỏi: Dự án thu hồi đất từ năm 2019, bao giờ giao đất?\nNgười trả lời: Hà Văn Nam, Chủ tịch UBND xã\nTrả lời: Đang chờ tỉnh phê duyệt.\nNgười hỏi: Lý Thị Hoa, nông dân\nHỏi: Nước giếng có váng, bao giờ lấy mẫu?\nNgười trả lời: Tạ Thị Mai, công chức\nTrả lời: Sẽ mời đơn vị quan trắc.",
            &[
                "A4 Ma Văn Hòa: Dự án thu hồi đất từ năm 2019, bao giờ giao đất?",
                "A8 Lý Thị Hoa: Nước giếng có váng, bao giờ lấy mẫu?",
            ],
        ),
        (
            "groups that demand, and that need no place",
            "BÁO CÁO\nTổng hợp ý kiến\n1. Nhân dân xóm Hòa Bình kiến nghị:\n- Đề nghị làm rãnh thoát nước hai bên đường.\n- Bờ sông bị sạt sát chân đê.\n2. Tập thể viên chức Trạm Y tế xã: Máy siêu âm hỏng từ tháng 5, đề nghị cấp máy mới.",
            &[
                "A4 Nhân dân xóm Hòa Bình: Đề nghị làm rãnh thoát nước hai bên đường.",
                "A5 Nhân dân xóm Hòa Bình: Bờ sông bị sạt sát chân đê.",
                "A6 Tập thể viên chức Trạm Y tế xã: Máy siêu âm hỏng từ tháng 5, đề nghị cấp máy mới.",
            ],
        ),
        (
            "groups behind a label",
            "TỔNG HỢP Ý KIẾN\n1. Giáo viên cắm bản chưa có nhà công vụ, phải ở nhờ nhà dân.\nNgười có ý kiến: Tập thể giáo viên trường Mầm non\n2. Sách giáo khoa còn thiếu 320 bộ, đề nghị cấp.\nNgười có ý kiến: Ma Văn Hòa - Hiệu trưởng",
            &[
                "A2 Tập thể giáo viên trường Mầm non: Giáo viên cắm bản chưa có nhà công vụ, phải ở nhờ nhà dân.",
                "A4 Ma Văn Hòa: Sách giáo khoa còn thiếu 320 bộ, đề nghị cấp.",
            ],
        ),
        (
            "a way between two places is no speaker",
            "BÁO CÁO\nTổng hợp ý kiến\n- Tuyến đường Bình Thành - Sơn Phú: mặt đường bong tróc, đề nghị sửa chữa.\n- Về nước sạch: công trình cấp nước dừng hai năm, mong được khôi phục.",
            &[
                "A3 : Tuyến đường Bình Thành - Sơn Phú: mặt đường bong tróc, đề nghị sửa chữa.",
                "A4 : Về nước sạch: công trình cấp nước dừng hai năm, mong được khôi phục.",
            ],
        ),
    ] {
        check(what, drawing, expected);
    }
}

#[test]
fn what_a_document_says_around_its_opinions_is_none() {
    for (what, drawing, expected) in [
        (
            "what the report is founded on, and how many spoke",
            "BÁO CÁO\nTổng hợp ý kiến\n- Căn cứ Quy định số 11-QĐi/TW về đối thoại trực tiếp với dân;\n- Căn cứ Kế hoạch của Ban Thường vụ Tỉnh ủy về hỗ trợ hội nghị.\n- Số lượt phát biểu ý kiến: 88 lượt; sau khi gộp còn 2 ý kiến chưa giải quyết.\n- Ý kiến đề nghị cấp tỉnh trả lời: 2.\n1. Xe chở clinker che chắn sơ sài, đề nghị xử lý.\n2. Nổ mìn khai thác đá làm rạn tường 52 nhà.",
            &[
                "A7 : Xe chở clinker che chắn sơ sài, đề nghị xử lý.",
                "A8 : Nổ mìn khai thác đá làm rạn tường 52 nhà.",
            ][..],
        ),
        (
            "who leads the meeting",
            "BIÊN BẢN\nHội nghị lấy ý kiến\nII. Nội dung\nĐồng chí chủ trì nêu mục đích và đề nghị các đại biểu phát biểu ngắn gọn.\nIII. Ý kiến của các đại biểu\n- Ma Văn Hòa, Bí thư chi bộ: Kênh mương sạt mái, đề nghị sửa.\n- Lý Thị Hoa, Trưởng ban công tác Mặt trận: Rác dồn ở đầu xóm cả tuần, đề nghị tăng chuyến.",
            &[
                "A6 Ma Văn Hòa: Kênh mương sạt mái, đề nghị sửa.",
                "A7 Lý Thị Hoa: Rác dồn ở đầu xóm cả tuần, đề nghị tăng chuyến.",
            ],
        ),
        (
            "answers given on the spot, in one paragraph or two",
            "BÁO CÁO\ntổng hợp ý kiến của Nhân dân\nPhường báo cáo các ý kiến đã tiếp nhận và nội dung đã trả lời:\n1. Đèn đường nhiều bóng cháy từ tháng 8 chưa thay.\nTrả lời (Phòng Kinh tế): Sẽ thay xong trước ngày 15/12/2025.\nNgười dân liên hệ Bộ phận một cửa để được hướng dẫn.\n2. Vỉa hè trước chợ bị lấn chiếm hết.\nTiếp thu, giải trình: Công an phường đã nhắc nhở 23 hộ.\n3. Nắp hố ga trước cổng chợ bị vỡ.\nKết quả: Đã thay nắp hố ga.",
            &[
                "A4 : Đèn đường nhiều bóng cháy từ tháng 8 chưa thay.",
                "A7 : Vỉa hè trước chợ bị lấn chiếm hết.",
                "A9 : Nắp hố ga trước cổng chợ bị vỡ.",
            ],
        ),
        (
            "headings with words that ask",
            "BÁO CÁO\nTổng hợp ý kiến\nI. Xây dựng Đảng, hệ thống chính trị\n1. Tài liệu sinh hoạt chi bộ gửi chậm.\nII. Kinh tế\n2. Kiến nghị lập cụm công nghiệp chế biến chè.\n* Nội dung thuộc thẩm quyền của Trung ương\n1. Đề nghị sửa quy định về xác định xã khu vực I.",
            &[
                "A4 : Tài liệu sinh hoạt chi bộ gửi chậm.",
                "A6 : Kiến nghị lập cụm công nghiệp chế biến chè.",
                "A8 : Đề nghị sửa quy định về xác định xã khu vực I.",
            ],
        ),
        (
            "fields above bullets, numbers in brackets below a number",
            "BÁO CÁO\nTổng hợp ý kiến\n1. Đất đai, xây dựng\n- Cấp đổi sổ đỏ cho các hộ dồn điền đổi thửa đến nay chưa xong.\n- Bố trí đất giãn dân cho con em đã lập gia đình.\n2. Nội dung đề nghị cấp tỉnh trả lời\n(1) Đường tỉnh 252 hẹp, nhiều cua gấp. Khi nào mở rộng?\n(2) Vùng phủ sóng 4G còn lõm ở ba thôn.",
            &[
                "A4 : Cấp đổi sổ đỏ cho các hộ dồn điền đổi thửa đến nay chưa xong.",
                "A5 : Bố trí đất giãn dân cho con em đã lập gia đình.",
                "A7 : Đường tỉnh 252 hẹp, nhiều cua gấp. Khi nào mở rộng?",
                "A8 : Vùng phủ sóng 4G còn lõm ở ba thôn.",
            ],
        ),
        (
            "opinions that begin like what is none",
            "BÁO CÁO\nTổng hợp ý kiến\n- Căn cứ Luật Đất đai, đề nghị tỉnh trả lại đất cho dân;\n- Hạn chế xe tải qua xóm vào giờ học sinh tan trường;\n- Thực hiện chương trình nước sạch cho năm xóm còn lại;",
            &[
                "A3 : Căn cứ Luật Đất đai, đề nghị tỉnh trả lại đất cho dân;",
                "A4 : Hạn chế xe tải qua xóm vào giờ học sinh tan trường;",
                "A5 : Thực hiện chương trình nước sạch cho năm xóm còn lại;",
            ],
        ),
        (
            "a part that ends where opinions begin",
            "BÁO CÁO\nÝ kiến, kiến nghị của cán bộ, giáo viên\n1. Đặc điểm tình hình\nNhà trường có 18 lớp, 702 học sinh.\n2. Ý kiến cụ thể\nTập thể giáo viên\na) Đề nghị bổ sung 2 giáo viên Tin học.\nb) Chế độ dạy thêm giờ đến nay chưa chi trả.",
            &[
                "A7 Tập thể giáo viên: Đề nghị bổ sung 2 giáo viên Tin học.",
                "A8 Tập thể giáo viên: Chế độ dạy thêm giờ đến nay chưa chi trả.",
            ],
        ),
        (
            "strengths, limits and causes above a part of opinions",
            "BÁO CÁO\nkết quả năm 2025 và tổng hợp kiến nghị\nI. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Ưu điểm\n- Giải quyết việc làm mới cho 215 lao động.\n2. Hạn chế\n- Một số hồ sơ đất đai còn giải quyết quá hạn.\n3. Nguyên nhân\n- Địa bàn rộng, cán bộ mới nhận nhiệm vụ.\nIII. Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\n1. Ma Văn Hòa, Trưởng thôn\nĐường vào thôn toàn đất đá, đề nghị đổ bê tông.\n2. Lý Thị Hoa, Cán bộ hưu trí\nChợ trung tâm xuống cấp, đề nghị xây lại.",
            &[
                "A12 Ma Văn Hòa: Đường vào thôn toàn đất đá, đề nghị đổ bê tông.",
                "A14 Lý Thị Hoa: Chợ trung tâm xuống cấp, đề nghị xây lại.",
            ],
        ),
        (
            "tasks that follow, numbers of a field, and bullets above bullets",
            "THÔNG BÁO\nKết quả hội nghị đối thoại\n- Lĩnh vực đất đai: 2 ý kiến;\n- Lĩnh vực khác: 1 ý kiến.\n1. Ý kiến của Nhân dân\n- Đất rừng\n+ Rừng đặc dụng chồng lên đất của 26 hộ, đề nghị bóc tách.\n+ Đề nghị chi trả tiền khoán hai lần mỗi năm.\n- Chuyển đổi số\n+ Đề nghị tặng máy điện thoại cho hộ nghèo.\n2. Phân công thực hiện\n- Phòng Kinh tế chủ trì kiểm tra, báo cáo trước ngày 15/12/2025.\n- Công an xã lập lịch cấp căn cước lưu động.",
            &[
                "A7 : Rừng đặc dụng chồng lên đất của 26 hộ, đề nghị bóc tách.",
                "A8 : Đề nghị chi trả tiền khoán hai lần mỗi năm.",
                "A10 : Đề nghị tặng máy điện thoại cho hộ nghèo.",
            ],
        ),
        (
            "a report of opinions that calls them the course of the meeting",
            "BIÊN BẢN\nTổng hợp ý kiến\n1. Thời gian, địa điểm: 14 giờ tại hội trường xã.\n2. Thành phần: đại diện Đảng ủy và 120 đại biểu.\n3. Diễn biến hội nghị\nÔng Ma Văn Hòa, Trưởng thôn, phát biểu:\n- Đường sạt ta luy ba điểm, đề nghị xử lý lâu dài.\n- Cho dân nhận lại diện tích rừng nghèo.\nBà Lý Thị Hoa, Giáo viên, phát biểu:\n- Điểm trường ghép ba trình độ một lớp, đề nghị thêm giáo viên.",
            &[
                "A7 Ma Văn Hòa: Đường sạt ta luy ba điểm, đề nghị xử lý lâu dài.",
                "A8 Ma Văn Hòa: Cho dân nhận lại diện tích rừng nghèo.",
                "A10 Lý Thị Hoa: Điểm trường ghép ba trình độ một lớp, đề nghị thêm giáo viên.",
            ],
        ),
        (
            "subjects above bullets, and the part in which the body replies",
            "BÁO CÁO\nÝ kiến của Nhân dân\nĐiện, nước sinh hoạt\n- Nước bơm hai ngày một lần.\nTrật tự xã hội\n- Thanh niên hút thuốc lá điện tử trước cổng trường.\nB. PHẦN TRẢ LỜI CỦA UBND XÃ\n- Về đường nước: UBND xã đã giao Phòng Kinh tế khảo sát.",
            &[
                "A4 : Nước bơm hai ngày một lần.",
                "A6 : Thanh niên hút thuốc lá điện tử trước cổng trường.",
            ],
        ),
        (
            "numbers within letters",
            "TỔNG HỢP Ý KIẾN\na) Nông nghiệp\na.1. Chè già cỗi chiếm nửa diện tích, đề nghị hỗ trợ giống.\na.2. Vùng trồng bưởi ở chân núi chưa có quy hoạch.\nb) Lao động\nb.1. Đề nghị mở phiên chợ nông sản cuối tuần.",
            &[
                "A3 : Chè già cỗi chiếm nửa diện tích, đề nghị hỗ trợ giống.",
                "A4 : Vùng trồng bưởi ở chân núi chưa có quy hoạch.",
                "A6 : Đề nghị mở phiên chợ nông sản cuối tuần.",
            ],
        ),
        (
            "letters with a dash",
            "TỔNG HỢP Ý KIẾN HỘI VIÊN NGƯỜI CAO TUỔI\n1/ Về chế độ, chính sách\na- Các cụ mong được lĩnh trợ cấp tại nhà.\nb- Đề nghị tăng tiền mai táng phí.",
            &[
                "A3 : Các cụ mong được lĩnh trợ cấp tại nhà.",
                "A4 : Đề nghị tăng tiền mai táng phí.",
            ],
        ),
    ] {
        check(what, drawing, expected);
    }
}
