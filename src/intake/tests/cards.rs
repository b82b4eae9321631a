//! Tables on their side, cards, forms and exports of web forms.

use super::{check, draw, found};
use crate::intake::table;

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
fn labels_above_a_table_say_who_wrote_the_report() {
    let read = check(
        "name, post and contents of the report",
        "TỔNG HỢP Ý KIẾN\nHọ và tên người lập: Nguyễn Thị Hà||Chức vụ: Văn phòng\nNội dung: ý kiến gửi hội nghị\nSTT|Họ và tên|Chức vụ|Nội dung ý kiến\n1|Ma Văn Hòa|Trưởng xóm|Làm cầu treo\n2|Lý Thị Hoa|Nông dân|Thay cột điện",
        &["D5 Ma Văn Hòa: Làm cầu treo", "D6 Lý Thị Hoa: Thay cột điện"],
    );
    assert_eq!(found(&read), Vec::<String>::new());
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
