//! Who speaks, and as what.

use super::{cell, check, draw, found};
use crate::intake::table;
use crate::spreadsheet::Value;

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
