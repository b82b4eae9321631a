use proptest::prelude::*;

use super::*;
use crate::model::ContentKey;
use crate::workbook::read_back::read_sheets;

#[test]
fn the_consolidated_workbook_reads_as_the_clerk_sees_it() {
    insta::assert_snapshot!(shown(&six().sheets()));
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    assert!(six().bytes() == six().bytes());
}

#[test]
fn text_that_looks_like_a_formula_or_markup_stays_text() {
    for text in [
        "=1+1",
        "+84",
        "-Đường vào thôn",
        "@a",
        "<r>a</r>",
        "http://a.vn",
        "a\u{1}b",
        "_x0041_",
        "\u{fffe}",
    ] {
        let sample = sample(&[(text, 1)]);
        let sheets = sample.sheets();
        let detail = sheets.iter().find(|sheet| sheet.name == "Chi tiết").unwrap();
        let cell = detail
            .cells
            .values()
            .find(|cell| cell.value == Value::Text(text.to_owned()));
        assert_eq!(cell.map(|cell| cell.formula.is_none()), Some(true), "{text:?}");
    }
}

#[test]
fn a_text_longer_than_a_cell_is_kept_whole() {
    let text: String = "Đề nghị sửa đường. ".repeat(4_000);
    let sheets = sample(&[(text.as_str(), 1)]).sheets();
    let rest = sheets.iter().find(|sheet| sheet.name == "Văn bản dài").unwrap();
    let rest: String = (3..6).map(|row| table::text_at(rest, row, 2)).collect();
    assert!(text.ends_with(&rest) && rest.chars().count() == text.chars().count() - settings::CELL_TEXT);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_opinion_stands_exactly_once_in_the_details(
        texts in prop::collection::vec(("[ -~àđướểỹ\n\t]{1,40}", 1_u32..5), 1..12)
    ) {
        let texts: Vec<(&str, u32)> = texts.iter().map(|(text, group)| (text.as_str(), *group)).collect();
        let sample = sample(&texts);
        let said = read_sheets(&sample.sheets(), &sample.plan).unwrap();
        let mut groups: Vec<(u32, GroupCode)> = said.opinions.iter().map(|o| (o.number, o.code)).collect();
        groups.sort_unstable();
        let expected: Vec<(u32, GroupCode)> = (1..).zip(&texts).map(|(n, (_, g))| (n, GroupCode(*g))).collect();
        prop_assert_eq!(groups, expected);
        for (row, opinion) in said.opinions.iter().zip(&sample.opinions) {
            prop_assert_eq!(&row.content, &ContentKey::of(&opinion.unit.name, &opinion.text));
            prop_assert_eq!(crate::text::clean(&row.text), crate::text::clean(&opinion.text));
        }
        prop_assert!(said.decisions.is_empty() && said.edits.is_empty(), "{:?}", said);
    }
}
