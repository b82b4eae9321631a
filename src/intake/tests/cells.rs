//! What a cell holds besides words, what is hidden, and text files that were pasted into cells.

use std::collections::BTreeSet;

use super::{cell, check, draw, found, opinions};
use crate::intake::table;
use crate::model::ReasonAside;
use crate::spreadsheet::{Cell, Sheet, Value};

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
    assert_eq!(opinions(&read), ["D6 Bế Thị Mến: Đường vào thôn"]);
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
