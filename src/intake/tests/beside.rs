//! Paragraphs above and below the table of a document.

use super::{draw, found, opinions};
use crate::intake::table;

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
        "Đảng ủy đã triển khai lấy ý kiến Nhân dân, kết quả như sau:\n1. Số tổ dân phố tổ chức họp: 38/38 tổ.\n2. Số ý kiến thu nhận: 04 ý kiến, đã lược bỏ ý kiến trùng.\nĐảng ủy phường gửi Ban tổng hợp theo quy định (có biểu tổng hợp kèm theo).",
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
