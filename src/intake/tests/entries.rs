//! Which rows and parts of cells are opinions of their own, and which go on with another or head those below.

use super::{check, draw, found, opinions};
use crate::finding::IntakeFinding;
use crate::intake::table;

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
