//! What stands in a table and is no opinion.

use super::{check, draw, found};
use crate::intake::table;
use crate::model::ReasonAside;

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
    let titled = "TỈNH ỦY THÁI NGUYÊN\\nĐẢNG ỦY PHƯỜNG BÁCH QUANG\\n*\\nSố 55-BC/ĐU|ĐẢNG CỘNG SẢN VIỆT NAM\\nBách Quang, ngày 05 tháng 12 năm 2025\nBÁO CÁO\nTổng hợp ý kiến đề xuất, kiến nghị của cán bộ, nhân dân phường\nSTT|Lĩnh vực|Số ý kiến|Tỷ lệ\n1|Đất đai|2|50\n2|Môi trường|2|50";
    assert_eq!(found(&table::read(&draw(titled))), [""; 0]);
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
