//! What is an opinion in a document without a table.

use super::{check, found};
use crate::model::ReasonAside;

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
fn paragraphs_without_a_mark_below_fields_are_opinions() {
    check(
        "fields below a title",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân xã Văn Hán\nLĩnh vực nông nghiệp\nĐề nghị có chính sách thu gom vỏ bao thuốc.\nGiống keo mô năm nay chết một phần ba, đề nghị cấp bù.\nLĩnh vực giao thông\nCho làm đường nối sang Trại Cau để xe không phải đi vòng.",
        &[
            "A4 : Đề nghị có chính sách thu gom vỏ bao thuốc.",
            "A5 : Giống keo mô năm nay chết một phần ba, đề nghị cấp bù.",
            "A7 : Cho làm đường nối sang Trại Cau để xe không phải đi vòng.",
        ],
    );
}

#[test]
fn minutes_slips_and_calls_are_read_as_they_were_typed() {
    check(
        "minutes whose speakers say what is wrong",
        "BIÊN BẢN\nGhi nhận ý kiến của Nhân dân\nChủ tọa: Nông Văn Kha - Bí thư Đảng ủy. Thư ký: Lý Thị Mùi. Số người dự: 45.\nĐồng chí chủ tọa nêu mục đích, yêu cầu của hội nghị.\nCác ý kiến phát biểu:\nTô Văn Hậu, Trưởng xóm phát biểu: Keo trồng 5 năm, xe không vào được nên chỉ bán nửa giá.\nHoàng Thị Mảy, người dân phát biểu: Lợn giống dự án cấp về mang bệnh, lây sang cả lợn nhà.\nChủ tọa tiếp thu các ý kiến và kết luận hội nghị. Hội nghị kết thúc lúc 10 giờ 30 cùng ngày.",
        &[
            "A6 Tô Văn Hậu: Keo trồng 5 năm, xe không vào được nên chỉ bán nửa giá.",
            "A7 Hoàng Thị Mảy: Lợn giống dự án cấp về mang bệnh, lây sang cả lợn nhà.",
        ],
    );
    check(
        "forms of calls",
        "ĐẢNG ỦY XÃ LAM VỸ\nPHIẾU TIẾP NHẬN SỐ 01\nNgười phản ánh: Ma Đình Chuân\nChức vụ: Trưởng xóm Cốc Móc\nThời gian gọi: 09 giờ 10 ngày 02/12/2025\nNội dung phản ánh: Bờ kè suối làm dở rồi nhà thầu bỏ đi, sắt thép hoen gỉ.\nNgười tiếp nhận: Vi Thị Thúy, Văn phòng Đảng ủy\nPHIẾU TIẾP NHẬN SỐ 02\nNgười phản ánh: Lộc Thị Lưu\nChức vụ: Bí thư chi đoàn\nThời gian gọi: 15 giờ ngày 02/12/2025\nNội dung phản ánh: Mạng Internet ở nhà văn hóa chỉ dùng được ba tháng.\nNgười tiếp nhận: Vi Thị Thúy, Văn phòng Đảng ủy",
        &[
            "A6 Ma Đình Chuân: Bờ kè suối làm dở rồi nhà thầu bỏ đi, sắt thép hoen gỉ.",
            "A12 Lộc Thị Lưu: Mạng Internet ở nhà văn hóa chỉ dùng được ba tháng.",
        ],
    );
    check(
        "slips that say where they go",
        "ĐẢNG ỦY XÃ BẰNG VÂN\nPHIẾU GHI Ý KIẾN\n(Gửi Hội nghị đối thoại giữa Bí thư Tỉnh ủy với Nhân dân)\nHọ và tên: Nông Thị Điệp\nChức vụ: Nông dân\nNội dung ý kiến:\nKhoai tây công ty ký hợp đồng bao tiêu rồi bỏ, 6 tấn thối ở góc nhà.\nNgười ghi ý kiến\nPHIẾU GHI Ý KIẾN\n(Gửi Hội nghị đối thoại giữa Bí thư Tỉnh ủy với Nhân dân)\nHọ và tên: Hứa Đình Lẫm\nChức vụ: Thôn đội trưởng\nNội dung ý kiến:\nĐường tuần tra rừng bị sạt hai chỗ.\nNgười ghi ý kiến",
        &[
            "A7 Nông Thị Điệp: Khoai tây công ty ký hợp đồng bao tiêu rồi bỏ, 6 tấn thối ở góc nhà.",
            "A14 Hứa Đình Lẫm: Đường tuần tra rừng bị sạt hai chỗ.",
        ],
    );
}

#[test]
fn what_begins_like_a_line_of_the_form_and_asks_is_an_opinion() {
    check(
        "in a table",
        "STT|Họ và tên|Nội dung ý kiến\n1|Ma Văn Hòa|(Kèm theo đơn của 12 hộ) Đường vào xóm sạt lở, đề nghị kè lại.\n2|Lý Thị Hoa|Số trẻ tham gia bảo hiểm y tế: 40 em của xóm chưa được cấp thẻ.",
        &[
            "C2 Ma Văn Hòa: (Kèm theo đơn của 12 hộ) Đường vào xóm sạt lở, đề nghị kè lại.",
            "C3 Lý Thị Hoa: Số trẻ tham gia bảo hiểm y tế: 40 em của xóm chưa được cấp thẻ.",
        ],
    );
    check(
        "on a slip",
        "Họ và tên: Ma Văn Hòa\nChức vụ: Nông dân\nNội dung: Kênh xóm Cái sạt hai đoạn\nThời gian: đề nghị làm xong trước mùa mưa năm 2026",
        &["A3 Ma Văn Hòa: Kênh xóm Cái sạt hai đoạn\\nThời gian: đề nghị làm xong trước mùa mưa năm 2026"],
    );
}
