//! Where a table begins, and what each of its columns holds.

use super::{check, draw, found, opinions};
use crate::intake::table::{self, SheetRead};

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
