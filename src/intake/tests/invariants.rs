//! What holds of every table, whatever stands in it.

use proptest::prelude::*;

use super::{cell, draw};
use crate::intake::page::Page;
use crate::intake::table;
use crate::spreadsheet::{Merge, Value};

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
        let page = Page::of(&sheet);
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
