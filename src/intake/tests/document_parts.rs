//! Headings, subjects, replies and parts without opinions in a document without a table.

use super::{check, draw, grow, opinions_said};
use crate::intake::table;

#[test]
fn questions_of_a_form_and_replies_of_the_body_are_no_opinions() {
    check(
        "a questionnaire",
        "PHIẾU HỎI Ý KIẾN\nHọ và tên: Ma Văn Hòa\nChức vụ: Nông dân\nCâu 1. Ông/bà có kiến nghị gì về hạ tầng?\nTrả lời: Nắp cống trước nhà vỡ đôi.\nCâu 2. Ông/bà có kiến nghị gì khác?\nTrả lời: Không có ý kiến.",
        &["A5 Ma Văn Hòa: Nắp cống trước nhà vỡ đôi."],
    );
    check(
        "a questionnaire on a sheet",
        "PHIẾU KHẢO SÁT\nHọ và tên:|Ma Văn Hòa\nChức vụ:|Nông dân\nCâu hỏi|Trả lời\n1. Ông/bà thấy khó khăn gì ở xã?|Chụp nhiều ảnh, dân không biết nén tệp.\n2. Ông/bà mong xã làm gì?|Mở lại chợ gia súc.\n3. Ông/bà có góp ý gì khác?|Không",
        &[
            "B5 Ma Văn Hòa: Chụp nhiều ảnh, dân không biết nén tệp.",
            "B6 Ma Văn Hòa: Mở lại chợ gia súc.",
        ],
    );
    check(
        "questions and answers",
        "HỎI - ĐÁP\n1. Ông Ma Văn Hòa - Trưởng xóm hỏi: Bao giờ làm cầu?\nTrả lời: Xã đã đăng ký.\n2. Bà Lý Thị Hoa - Nông dân hỏi: Bao giờ có điện?\nTrả lời: Chờ tỉnh phân bổ.",
        &[
            "A2 Ma Văn Hòa: Bao giờ làm cầu?",
            "A4 Lý Thị Hoa: Bao giờ có điện?",
        ],
    );
    check(
        "minutes",
        "BIÊN BẢN HỘI NGHỊ\n1. Thành phần\n- Đồng chí Lê Văn Hùng, Phó Bí thư: chủ trì.\n2. Ý kiến của nhân dân\n- Cử tri xóm Hái Hoa: Hơn 20 hộ chưa được giao đất ở.\n- Bà Lý Thị Hoa, xóm Cái: Công tơ điện treo xa nhà.\n3. Tiếp thu, giải trình\n- Về đất ở: xã đã đề nghị tỉnh xem xét, giải quyết.\n4. Kết luận\nHội nghị nhất trí.",
        &[
            "A5 Cử tri xóm Hái Hoa: Hơn 20 hộ chưa được giao đất ở.",
            "A6 Lý Thị Hoa: Công tơ điện treo xa nhà.",
        ],
    );
}

#[test]
fn parts_of_a_report_that_hold_no_opinions_end_with_the_next_one() {
    let opinions = "II. Ý KIẾN, KIẾN NGHỊ MỚI\n1. Ma Văn Hòa, Trưởng xóm: Đề nghị làm cầu treo.\n2. Lý Thị Hoa, Nông dân: Bao giờ có điện?";
    for (what, above, below) in [
        (
            "results",
            "I. KẾT QUẢ GIẢI QUYẾT CÁC KIẾN NGHỊ KỲ TRƯỚC\n- Đã sửa kênh Nà Cáy theo kiến nghị.\n- Đã cấp cây giống cho 86 hộ.",
            "",
        ),
        (
            "what will be done",
            "I. Tình hình\nDân tin tưởng.",
            "III. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Tiếp tục triển khai các nghị quyết.\n2. Đẩy nhanh tiến độ giải ngân vốn đầu tư công.",
        ),
        (
            "an evaluation in parts",
            "I. Tình hình\nDân tin tưởng.",
            "III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm\n- Các ý kiến thẳng thắn.\n2. Hạn chế\n- Một số chi bộ tổng hợp còn chậm.",
        ),
    ] {
        let drawing = format!("BÁO CÁO\nTổng hợp ý kiến của Nhân dân\n{above}\n{opinions}\n{below}");
        let read = table::read(&draw(&drawing));
        let said: Vec<String> = opinions_said(&read);
        assert_eq!(
            said,
            [
                "Ma Văn Hòa: Đề nghị làm cầu treo.",
                "Lý Thị Hoa: Bao giờ có điện?"
            ],
            "{what}"
        );
    }
    // What is counted like the opinions is one, however a part may begin.
    check(
        "words of a part",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Đề nghị làm cầu treo\n2. Đánh giá lại cán bộ hằng năm\n3. Đề nghị kéo điện",
        &[
            "A3 : Đề nghị làm cầu treo",
            "A4 : Đánh giá lại cán bộ hằng năm",
            "A5 : Đề nghị kéo điện",
        ],
    );
}

#[test]
fn headings_questions_and_last_words_of_a_document_are_no_opinions() {
    let read = check(
        "headings above letters and signs",
        "BÁO CÁO TỔNG HỢP Ý KIẾN\nII. NỘI DUNG Ý KIẾN\n1. Hạ tầng giao thông\na) Mặt đường sụt lún, đề nghị gia cố.\nb) Cho lắp hộ lan ở khúc cua.\n2. Thủy lợi, nước sạch\na) Hồ xả nước không báo trước, đề nghị có loa.",
        &[
            "A4 : Mặt đường sụt lún, đề nghị gia cố.",
            "A5 : Cho lắp hộ lan ở khúc cua.",
            "A7 : Hồ xả nước không báo trước, đề nghị có loa.",
        ],
    );
    let opinions = read.tables[0].rows.iter().filter(|row| row.aside.is_none());
    let headings: Vec<_> = opinions
        .map(|row| row.heading.clone().unwrap_or_default())
        .collect();
    assert_eq!(
        headings,
        [
            "1. Hạ tầng giao thông",
            "1. Hạ tầng giao thông",
            "2. Thủy lợi, nước sạch"
        ]
    );
    check(
        "two kinds of signs",
        "BÁO CÁO TỔNG HỢP Ý KIẾN\n- Về du lịch:\n+ Xuồng phải đăng kiểm ở xa, đề nghị đăng kiểm tại bến.\n+ Mong có nhà vệ sinh ở bến.\n- Về lâm nghiệp:\n+ Tăng mức khoán bảo vệ rừng.",
        &[
            "A3 : Xuồng phải đăng kiểm ở xa, đề nghị đăng kiểm tại bến.",
            "A4 : Mong có nhà vệ sinh ở bến.",
            "A6 : Tăng mức khoán bảo vệ rừng.",
        ],
    );
    check(
        "questions of a form and what stands below them",
        "PHIẾU LẤY Ý KIẾN\nHọ và tên người trả lời: La Văn Quý\n1. Ông/bà đánh giá thế nào về cán bộ xã? (đánh dấu x)\n[x] Tốt     [ ] Chưa tốt\n2. Đồng chí có kiến nghị gì với UBND tỉnh?\nĐường 258B sạt ta luy, mong khắc phục trước Tết.\n3. Đồng chí có kiến nghị gì với UBND xã?\nTrả lời: Đề nghị bố trí người biết tiếng Dao.",
        &[
            "A6 La Văn Quý: Đường 258B sạt ta luy, mong khắc phục trước Tết.",
            "A8 La Văn Quý: Đề nghị bố trí người biết tiếng Dao.",
        ],
    );
    check(
        "opinions that say so, replies and the last words",
        "TỔNG HỢP Ý KIẾN VÀ TRẢ LỜI\n1. Ý kiến: Đường bị cát rơi đầy, đề nghị xử lý.\nTrả lời: UBND xã đã lập biên bản.\n2. Ý kiến: Bao giờ xét nhà đại đoàn kết?\nKết luận: Chủ trì cảm ơn bà con và hứa phản ánh lên cấp trên.",
        &[
            "A2 : Đường bị cát rơi đầy, đề nghị xử lý.",
            "A4 : Bao giờ xét nhà đại đoàn kết?",
        ],
    );
    check(
        "a list of those present as a table",
        "BIÊN BẢN\nI. Thành phần tham dự\nSTT|Họ và tên|Chức vụ|Ký tên\n1|Lê Văn Hưởng|Trưởng xóm\n2|Trần Thị Mây|Nông dân\nII. Ý kiến thảo luận\n- Lê Văn Hưởng: Đường lên rẫy chè dốc, xin đá cấp phối.\n- Trần Thị Mây: Chị em muốn có lớp, đề nghị mở ngay tại xóm.\nIII. Kết luận\nTrưởng xóm ghi nhận.",
        &[
            "A7 Lê Văn Hưởng: Đường lên rẫy chè dốc, xin đá cấp phối.",
            "A8 Trần Thị Mây: Chị em muốn có lớp, đề nghị mở ngay tại xóm.",
        ],
    );
    check(
        "the end of minutes",
        "BIÊN BẢN HỌP THÔN\nÝ kiến của Vi Đình Tặng, Trưởng ban công tác Mặt trận:\n- Tiền hỗ trợ trồng rừng chưa có, đề nghị trả lời.\n- Xin ống nhựa cho bể nước.\nTrưởng thôn ghi nhận các ý kiến và hứa chuyển lên xã. Cuộc họp kết thúc lúc 21 giờ.",
        &[
            "A3 Vi Đình Tặng: Tiền hỗ trợ trồng rừng chưa có, đề nghị trả lời.",
            "A4 Vi Đình Tặng: Xin ống nhựa cho bể nước.",
        ],
    );
}

#[test]
fn subjects_in_documents_and_over_posts_are_told() {
    let subjects = |drawing: &str, merged: Option<u32>| {
        let mut sheet = draw(drawing);
        if let Some(row) = merged {
            grow(&mut sheet, row, 0, row, 2);
        }
        let read = table::read(&sheet);
        let rows = read.tables.iter().flat_map(|table| table.rows.clone());
        rows.filter(|row| row.aside.is_none())
            .map(|row| row.heading.unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let fields = "Ý kiến của Nhân dân\nII. Nội dung ý kiến\n1. Du lịch\nVé tham quan thu của cả người dân là không hợp lý.\n2. Đất đai, rừng\nĐề nghị cho phép khai thác măng theo mùa.";
    assert_eq!(subjects(fields, None), ["1. Du lịch", "2. Đất đai, rừng"]);
    let addressees = "DANH SÁCH CÂU HỎI\nCâu hỏi gửi Sở Xây dựng\nCâu 1: Đường sẽ được sửa trong giai đoạn nào?\nCâu hỏi gửi Sở Y tế\nCâu 2: Lương bác sĩ do ai trả?";
    assert_eq!(
        subjects(addressees, None),
        ["Câu hỏi gửi Sở Xây dựng", "Câu hỏi gửi Sở Y tế"]
    );
    let first = "Tổng hợp ý kiến\nVề kinh tế:\n- Chè bị trộn, đề nghị quản lý tem.\nVề xã hội:\n- Đề nghị phủ truyền hình số.";
    assert_eq!(subjects(first, None), ["Về kinh tế:", "Về xã hội:"]);
    let posts = "Chức vụ|Họ và tên|Nội dung ý kiến\nThôn Cốc Thông\nTrưởng thôn|Sằm Thị Lan|Đề nghị kiểm tra trại lợn.\nBí thư chi bộ|Ma Văn Hòa|Đề nghị sửa cầu.";
    assert_eq!(subjects(posts, Some(1)), ["Thôn Cốc Thông", "Thôn Cốc Thông"]);
}

#[test]
fn a_heading_that_follows_others_is_one_though_its_words_ask() {
    let read = check(
        "the fifth of five subjects",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n4. Về bức xúc của Nhân dân\n- Hai chục hộ bị thu ruộng chưa nhận đủ tiền.\n5. Về đề xuất giải quyết tại chỗ hoặc chuyển cấp trên\n- Mong Bộ Quốc phòng sớm xét công nhận di tích.",
        &[
            "A4 : Hai chục hộ bị thu ruộng chưa nhận đủ tiền.",
            "A6 : Mong Bộ Quốc phòng sớm xét công nhận di tích.",
        ],
    );
    let subjects: Vec<_> = read.tables[0]
        .rows
        .iter()
        .filter(|row| row.aside.is_none())
        .map(|row| row.heading.clone())
        .collect();
    assert_eq!(
        subjects[1].as_deref(),
        Some("5. Về đề xuất giải quyết tại chỗ hoặc chuyển cấp trên")
    );
}

#[test]
fn what_the_body_says_to_an_opinion_is_none() {
    let read = check(
        "explanations and who decides",
        "BÁO CÁO\nKết quả đối thoại với nhân dân\n1. Ma Văn Hòa, Trưởng xóm: Đề nghị làm cầu treo.\nUBND xã giải trình: Đã đăng ký vốn.\nThẩm quyền giải quyết: Sở Xây dựng.\n2. Lý Thị Hoa, Nông dân: Bao giờ có điện?\nUBND xã trả lời: Chờ tỉnh phân bổ.",
        &[
            "A3 Ma Văn Hòa: Đề nghị làm cầu treo.",
            "A6 Lý Thị Hoa: Bao giờ có điện?",
        ],
    );
    let first = read.tables[0]
        .rows
        .iter()
        .find(|row| row.aside.is_none())
        .unwrap();
    assert_eq!(first.hints, ["Thẩm quyền giải quyết: Sở Xây dựng."]);
    check(
        "results below a table",
        "STT|Họ và tên|Nội dung\n1|Ma Văn Hòa|Làm cầu treo\nKết quả giải quyết bước đầu\n- Ý kiến số 1: đã giao Ban quản lý dự án phối hợp khảo sát.",
        &["C2 Ma Văn Hòa: Làm cầu treo"],
    );
}

#[test]
fn documents_say_replies_subjects_and_what_goes_on_in_many_ways() {
    check(
        "a reply of the body by name",
        "BÁO CÁO\nTổng hợp ý kiến cử tri\nCâu 1. Bến thuyền quá tải dịp lễ, đề nghị mở thêm bến.\nTrả lời của UBND xã: UBND xã đã tiếp thu, giao Phòng Kinh tế rà soát.\nCâu 2. Nhà sàn gỗ dễ cháy lan, đề nghị hướng dẫn phòng cháy.\nTrả lời của UBND xã: Công an xã sẽ tập huấn.",
        &[
            "A3 : Bến thuyền quá tải dịp lễ, đề nghị mở thêm bến.",
            "A5 : Nhà sàn gỗ dễ cháy lan, đề nghị hướng dẫn phòng cháy.",
        ],
    );
    check(
        "a part of replies",
        "BÁO CÁO\nI. KHÁI QUÁT CHUNG\nCó 02 ý kiến phát biểu.\nII. Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\n1. Chợ họp trên hành lang giao thông, đề nghị di dời.\n2. Nhà máy gạch xả khói làm cháy lá ngô.\nIII. KẾT QUẢ TIẾP THU, GIẢI TRÌNH CỦA UBND XÃ\n1. Về chợ: UBND xã đã lập tờ trình xin chủ trương đầu tư.\n2. Về khói: xã phối hợp kiểm tra, yêu cầu khắc phục.",
        &[
            "A5 : Chợ họp trên hành lang giao thông, đề nghị di dời.",
            "A6 : Nhà máy gạch xả khói làm cháy lá ngô.",
        ],
    );
    check(
        "what asks below the last as below the others",
        "BÁO CÁO\nTổng hợp ý kiến\n1. Đường tỉnh 265 có 11 ổ gà sâu trên 20 cm.\nVì vậy, Nhân dân đề nghị sửa chữa.\n2. Cây na bị bệnh chết hàng loạt, chưa có kết luận.\nBà con mong Sở cử chuyên gia về hướng dẫn cách chữa.\nTrên đây là báo cáo tổng hợp của Đảng ủy xã.",
        &[
            "A3 : Đường tỉnh 265 có 11 ổ gà sâu trên 20 cm.\\nVì vậy, Nhân dân đề nghị sửa chữa.",
            "A5 : Cây na bị bệnh chết hàng loạt, chưa có kết luận.\\nBà con mong Sở cử chuyên gia về hướng dẫn cách chữa.",
        ],
    );
    check(
        "subjects that count their opinions, joined by a dash",
        "BÁO CÁO\nTổng hợp ý kiến\nI. GIAO THÔNG - THỦY LỢI (02 ý kiến)\n1. Đường bị sạt taluy dương, mới hót một làn.\n2. Đề nghị làm rãnh dọc đoạn qua trường học.\nII. CHẾ ĐỘ, CHÍNH SÁCH (01 ý kiến)\n1. Nâng mức khoán bảo vệ rừng lên 800 nghìn đồng một héc-ta.",
        &[
            "A4 : Đường bị sạt taluy dương, mới hót một làn.",
            "A5 : Đề nghị làm rãnh dọc đoạn qua trường học.",
            "A7 : Nâng mức khoán bảo vệ rừng lên 800 nghìn đồng một héc-ta.",
        ],
    );
    check(
        "hamlets head a single opinion, too",
        "BÁO CÁO\nTổng hợp ý kiến các xóm\na) Xóm Văn Yên\n* Núi Võ có nguy cơ đá lở, cần lưới chắn.\n* Mạ non bị ốc bươu vàng cắn, thuốc cấp không đủ.\nb) Xóm Đầm Mương\n* Sửa lại cống điều tiết đầm để giữ nước nuôi cá.",
        &[
            "A4 : Núi Võ có nguy cơ đá lở, cần lưới chắn.",
            "A5 : Mạ non bị ốc bươu vàng cắn, thuốc cấp không đủ.",
            "A7 : Sửa lại cống điều tiết đầm để giữ nước nuôi cá.",
        ],
    );
    check(
        "what the report is about",
        "BÁO CÁO\nV/v tổng hợp ý kiến, kiến nghị gửi Hội nghị đối thoại\n1. Về quy hoạch\n1.1. Dự án khu đô thị mở rộng treo 9 năm, dân không được sửa nhà.\n1.2. Ngõ 312 chỉ rộng 2 mét, xe chữa cháy không vào được.\n2. Về thủ tục hành chính\n2.1. Nộp hồ sơ qua mạng nhưng vẫn bị gọi lên bổ sung bản giấy.\n2.2. Giấy hẹn ghi chung chung, đề nghị ghi rõ giờ.",
        &[
            "A4 : Dự án khu đô thị mở rộng treo 9 năm, dân không được sửa nhà.",
            "A5 : Ngõ 312 chỉ rộng 2 mét, xe chữa cháy không vào được.",
            "A7 : Nộp hồ sơ qua mạng nhưng vẫn bị gọi lên bổ sung bản giấy.",
            "A8 : Giấy hẹn ghi chung chung, đề nghị ghi rõ giờ.",
        ],
    );
    check(
        "those of a place in brackets behind their words",
        "BÁO CÁO\nTổng hợp ý kiến\n1. Đề nghị kéo điện lưới cho 19 hộ. (Cử tri xóm Bản Cái)\n2. Sớm khắc phục cầu tràn bị cuốn trôi (cử tri xóm Nà Hấu).",
        &[
            "A3 Cử tri xóm Bản Cái: Đề nghị kéo điện lưới cho 19 hộ.",
            "A4 cử tri xóm Nà Hấu: Sớm khắc phục cầu tràn bị cuốn trôi",
        ],
    );
    check(
        "who speaks with the post in brackets, in a paragraph above",
        "PHƯỜNG ĐỨC XUÂN\nÝ KIẾN CỦA ĐẠI BIỂU\nNông Thị Thu Hằng (Bí thư chi bộ Tổ 9A)\n+ Suối bốc mùi vì nước thải chợ.\n+ Đề nghị làm nắp đan rãnh.\nHà Đức Toản (Chủ doanh nghiệp xây dựng)\n+ Giá cát tăng gấp đôi vì tỉnh chậm cấp phép mỏ.",
        &[
            "A4 Nông Thị Thu Hằng: Suối bốc mùi vì nước thải chợ.",
            "A5 Nông Thị Thu Hằng: Đề nghị làm nắp đan rãnh.",
            "A7 Hà Đức Toản: Giá cát tăng gấp đôi vì tỉnh chậm cấp phép mỏ.",
        ],
    );
    check(
        "a report with parts of other things, in which few opinions ask",
        "BÁO CÁO\nKết quả tổ chức lấy ý kiến nhân dân\nI. ĐẶC ĐIỂM TÌNH HÌNH\nPhường có 63 tổ dân phố.\nII. KẾT QUẢ\n1. Số cuộc họp: 63 cuộc.\n2. Số người tham gia: 4.150 người.\nIII. NỘI DUNG Ý KIẾN CỦA NHÂN DÂN\n1. Ngập úng đường Việt Bắc sau mỗi trận mưa.\n2. Chợ Thái quá tải bãi gửi xe.\n3. Kính mong tỉnh cải tạo khu tập thể cũ.\nIV. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Tăng cường giám sát việc giải quyết kiến nghị.",
        &[
            "A9 : Ngập úng đường Việt Bắc sau mỗi trận mưa.",
            "A10 : Chợ Thái quá tải bãi gửi xe.",
            "A11 : Kính mong tỉnh cải tạo khu tập thể cũ.",
        ],
    );
    check(
        "fields with a bullet of their own",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của nhân dân\n* Lĩnh vực tài nguyên, khoáng sản\n- Nổ mìn lúc 5 giờ chiều, trẻ em giật mình.\n- Xe chở clinker làm vỡ mặt đường.\n* Lĩnh vực điện, nước\n- Đề nghị thay máy biến áp.\n- Giá nước 9.500 đồng một khối là cao.",
        &[
            "A4 : Nổ mìn lúc 5 giờ chiều, trẻ em giật mình.",
            "A5 : Xe chở clinker làm vỡ mặt đường.",
            "A7 : Đề nghị thay máy biến áp.",
            "A8 : Giá nước 9.500 đồng một khối là cao.",
        ],
    );
    check(
        "opinions in paragraphs below their numbers",
        "BÁO CÁO\nÝ kiến của cán bộ và nhân dân\nÝ kiến 1\nKhu di tích chưa có đường ô tô.\nKhách phải đi bộ hơn một cây số.\nĐề nghị đầu tư đường vào.\nÝ kiến 2\nCán bộ mới chưa có nhà công vụ.\nXin kinh phí sửa 4 gian nhà tập thể.\nĐảng ủy xã báo cáo Ban Tuyên giáo tổng hợp.",
        &[
            "A4 : Khu di tích chưa có đường ô tô.\\nKhách phải đi bộ hơn một cây số.\\nĐề nghị đầu tư đường vào.",
            "A8 : Cán bộ mới chưa có nhà công vụ.\\nXin kinh phí sửa 4 gian nhà tập thể.",
        ],
    );
    check(
        "a telephone line",
        "GHI CHÉP TIẾP NHẬN QUA ĐƯỜNG DÂY NÓNG\n1. 08 giờ 20 phút, ngày 04/11/2025\nNội dung phản ánh: Xe ben chở đất không che bạt.\n2. 21 giờ 05 phút, ngày 09/11/2025\nNội dung phản ánh: Quán karaoke hát đến nửa đêm, đề nghị xử lý.",
        &[
            "A3 : Xe ben chở đất không che bạt.",
            "A5 : Quán karaoke hát đến nửa đêm, đề nghị xử lý.",
        ],
    );
    check(
        "a title with commas is no header of a pasted table",
        "BÁO CÁO\nÝ kiến, kiến nghị của cán bộ, đảng viên và nhân dân\n01. Chợ đông, nhưng không có nhà vệ sinh.\n02. Lúa nếp cần giữ giống gốc, đề nghị phục tráng.",
        &[
            "A3 : Chợ đông, nhưng không có nhà vệ sinh.",
            "A4 : Lúa nếp cần giữ giống gốc, đề nghị phục tráng.",
        ],
    );
    check(
        "parts counted in words",
        "BÁO CÁO\nTổng hợp ý kiến của người dân\nPhần thứ nhất\nCÔNG TÁC TỔ CHỨC\n- Thành lập 03 tổ công tác xuống thôn.\nPhần thứ hai\nÝ KIẾN, KIẾN NGHỊ\n1. Lúa Bao Thai bị trộn gạo nơi khác, đề nghị bảo hộ nhãn hiệu.\n2. Đường lên thôn dốc 18%, xe cứu thương không lên nổi.\n3. Mở thêm quầy giao dịch lưu động.\nPhần thứ ba\nNHIỆM VỤ, GIẢI PHÁP\n- Tiếp tục rà soát, phân loại ý kiến theo thẩm quyền.",
        &[
            "A8 : Lúa Bao Thai bị trộn gạo nơi khác, đề nghị bảo hộ nhãn hiệu.",
            "A9 : Đường lên thôn dốc 18%, xe cứu thương không lên nổi.",
            "A10 : Mở thêm quầy giao dịch lưu động.",
        ],
    );
    check(
        "a title in capitals, and how opinions were collected",
        "BÁO CÁO Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\nĐơn vị báo cáo: xã Thanh Mai\nI. Quá trình thực hiện\nXã đã niêm yết thông báo tại 17 nhà văn hóa thôn.\nII. Ý kiến, kiến nghị của nhân dân\nGiá keo xuống còn 900 nghìn một khối, người trồng rừng lỗ.\nĐề nghị không cắt điểm trường Bản Tý.\nIII. Lời kết\nXã trân trọng cảm ơn các cấp lãnh đạo.",
        &[
            "A6 : Giá keo xuống còn 900 nghìn một khối, người trồng rừng lỗ.",
            "A7 : Đề nghị không cắt điểm trường Bản Tý.",
        ],
    );
    check(
        "results that are what was gathered",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của cử tri theo địa bàn\nII. Kết quả tổng hợp\n1. Xóm Đồng Mỏ\na) Về thủy lợi:\n- Cống lấy nước hỏng cánh phai.\n- Xin tăng số đợt xả nước.\n2. Xóm Quang Trung\na) Về giáo dục:\n- Đề nghị cho các cháu học tại điểm trường cũ.",
        &[
            "A6 : Cống lấy nước hỏng cánh phai.",
            "A7 : Xin tăng số đợt xả nước.",
            "A10 : Đề nghị cho các cháu học tại điểm trường cũ.",
        ],
    );
    check(
        "a title with its part in brackets",
        "ĐẢNG ỦY XÃ XUÂN DƯƠNG\nTỔNG HỢP Ý KIẾN (PHẦN 1)\n1. Đề nghị hỗ trợ vắc xin cho đàn trâu.\n2. Chợ cần có chỗ gửi xe rộng hơn.",
        &[
            "A3 : Đề nghị hỗ trợ vắc xin cho đàn trâu.",
            "A4 : Chợ cần có chỗ gửi xe rộng hơn.",
        ],
    );
    check(
        "bodies that must answer as headings",
        "CÁC KIẾN NGHỊ GỬI HỘI NGHỊ ĐỐI THOẠI\n1. Sở Nông nghiệp và Môi trường\n+ Xử lý bùn thải mỏ chì kẽm tràn xuống ruộng.\n+ Giá đền bù đất rừng thấp hơn thực tế nhiều lần.\n2. Công ty Điện lực Thái Nguyên\n+ Thôn Nà Tải còn 11 hộ dùng điện thủy luân, bao giờ có điện lưới?",
        &[
            "A3 : Xử lý bùn thải mỏ chì kẽm tràn xuống ruộng.",
            "A4 : Giá đền bù đất rừng thấp hơn thực tế nhiều lần.",
            "A6 : Thôn Nà Tải còn 11 hộ dùng điện thủy luân, bao giờ có điện lưới?",
        ],
    );
    check(
        "bodies of the commune speak",
        "BÁO CÁO\nTổng hợp ý kiến các đoàn thể\n- Hội Nông dân xã: Đề nghị kéo dài thời hạn vay vốn lên 5 năm.\n- Hội Cựu chiến binh xã: Giải quyết chế độ cho 6 trường hợp mất giấy tờ gốc.\n- Đoàn TNCS Hồ Chí Minh xã: Xin hỗ trợ kinh phí sửa nhà văn hóa cũ.",
        &[
            "A3 Hội Nông dân xã: Đề nghị kéo dài thời hạn vay vốn lên 5 năm.",
            "A4 Hội Cựu chiến binh xã: Giải quyết chế độ cho 6 trường hợp mất giấy tờ gốc.",
            "A5 Đoàn TNCS Hồ Chí Minh xã: Xin hỗ trợ kinh phí sửa nhà văn hóa cũ.",
        ],
    );
}

#[test]
fn what_a_document_says_around_its_opinions_is_none() {
    for (what, drawing, expected) in [
        (
            "what the report is founded on, and how many spoke",
            "BÁO CÁO\nTổng hợp ý kiến\n- Căn cứ Quy định số 11-QĐi/TW về đối thoại trực tiếp với dân;\n- Căn cứ Kế hoạch của Ban Thường vụ Tỉnh ủy về hỗ trợ hội nghị.\n- Số lượt phát biểu ý kiến: 88 lượt; sau khi gộp còn 2 ý kiến chưa giải quyết.\n- Ý kiến đề nghị cấp tỉnh trả lời: 2.\n1. Xe chở clinker che chắn sơ sài, đề nghị xử lý.\n2. Nổ mìn khai thác đá làm rạn tường 52 nhà.",
            &[
                "A7 : Xe chở clinker che chắn sơ sài, đề nghị xử lý.",
                "A8 : Nổ mìn khai thác đá làm rạn tường 52 nhà.",
            ][..],
        ),
        (
            "who leads the meeting",
            "BIÊN BẢN\nHội nghị lấy ý kiến\nII. Nội dung\nĐồng chí chủ trì nêu mục đích và đề nghị các đại biểu phát biểu ngắn gọn.\nIII. Ý kiến của các đại biểu\n- Ma Văn Hòa, Bí thư chi bộ: Kênh mương sạt mái, đề nghị sửa.\n- Lý Thị Hoa, Trưởng ban công tác Mặt trận: Rác dồn ở đầu xóm cả tuần, đề nghị tăng chuyến.",
            &[
                "A6 Ma Văn Hòa: Kênh mương sạt mái, đề nghị sửa.",
                "A7 Lý Thị Hoa: Rác dồn ở đầu xóm cả tuần, đề nghị tăng chuyến.",
            ],
        ),
        (
            "answers given on the spot, in one paragraph or two",
            "BÁO CÁO\ntổng hợp ý kiến của Nhân dân\nPhường báo cáo các ý kiến đã tiếp nhận và nội dung đã trả lời:\n1. Đèn đường nhiều bóng cháy từ tháng 8 chưa thay.\nTrả lời (Phòng Kinh tế): Sẽ thay xong trước ngày 15/12/2025.\nNgười dân liên hệ Bộ phận một cửa để được hướng dẫn.\n2. Vỉa hè trước chợ bị lấn chiếm hết.\nTiếp thu, giải trình: Công an phường đã nhắc nhở 23 hộ.\n3. Nắp hố ga trước cổng chợ bị vỡ.\nKết quả: Đã thay nắp hố ga.",
            &[
                "A4 : Đèn đường nhiều bóng cháy từ tháng 8 chưa thay.",
                "A7 : Vỉa hè trước chợ bị lấn chiếm hết.",
                "A9 : Nắp hố ga trước cổng chợ bị vỡ.",
            ],
        ),
        (
            "headings with words that ask",
            "BÁO CÁO\nTổng hợp ý kiến\nI. Xây dựng Đảng, hệ thống chính trị\n1. Tài liệu sinh hoạt chi bộ gửi chậm.\nII. Kinh tế\n2. Kiến nghị lập cụm công nghiệp chế biến chè.\n* Nội dung thuộc thẩm quyền của Trung ương\n1. Đề nghị sửa quy định về xác định xã khu vực I.",
            &[
                "A4 : Tài liệu sinh hoạt chi bộ gửi chậm.",
                "A6 : Kiến nghị lập cụm công nghiệp chế biến chè.",
                "A8 : Đề nghị sửa quy định về xác định xã khu vực I.",
            ],
        ),
        (
            "fields above bullets, numbers in brackets below a number",
            "BÁO CÁO\nTổng hợp ý kiến\n1. Đất đai, xây dựng\n- Cấp đổi sổ đỏ cho các hộ dồn điền đổi thửa đến nay chưa xong.\n- Bố trí đất giãn dân cho con em đã lập gia đình.\n2. Nội dung đề nghị cấp tỉnh trả lời\n(1) Đường tỉnh 252 hẹp, nhiều cua gấp. Khi nào mở rộng?\n(2) Vùng phủ sóng 4G còn lõm ở ba thôn.",
            &[
                "A4 : Cấp đổi sổ đỏ cho các hộ dồn điền đổi thửa đến nay chưa xong.",
                "A5 : Bố trí đất giãn dân cho con em đã lập gia đình.",
                "A7 : Đường tỉnh 252 hẹp, nhiều cua gấp. Khi nào mở rộng?",
                "A8 : Vùng phủ sóng 4G còn lõm ở ba thôn.",
            ],
        ),
        (
            "opinions that begin like what is none",
            "BÁO CÁO\nTổng hợp ý kiến\n- Căn cứ Luật Đất đai, đề nghị tỉnh trả lại đất cho dân;\n- Hạn chế xe tải qua xóm vào giờ học sinh tan trường;\n- Thực hiện chương trình nước sạch cho năm xóm còn lại;",
            &[
                "A3 : Căn cứ Luật Đất đai, đề nghị tỉnh trả lại đất cho dân;",
                "A4 : Hạn chế xe tải qua xóm vào giờ học sinh tan trường;",
                "A5 : Thực hiện chương trình nước sạch cho năm xóm còn lại;",
            ],
        ),
        (
            "a part that ends where opinions begin",
            "BÁO CÁO\nÝ kiến, kiến nghị của cán bộ, giáo viên\n1. Đặc điểm tình hình\nNhà trường có 18 lớp, 702 học sinh.\n2. Ý kiến cụ thể\nTập thể giáo viên\na) Đề nghị bổ sung 2 giáo viên Tin học.\nb) Chế độ dạy thêm giờ đến nay chưa chi trả.",
            &[
                "A7 Tập thể giáo viên: Đề nghị bổ sung 2 giáo viên Tin học.",
                "A8 Tập thể giáo viên: Chế độ dạy thêm giờ đến nay chưa chi trả.",
            ],
        ),
        (
            "strengths, limits and causes above a part of opinions",
            "BÁO CÁO\nkết quả năm 2025 và tổng hợp kiến nghị\nI. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Ưu điểm\n- Giải quyết việc làm mới cho 215 lao động.\n2. Hạn chế\n- Một số hồ sơ đất đai còn giải quyết quá hạn.\n3. Nguyên nhân\n- Địa bàn rộng, cán bộ mới nhận nhiệm vụ.\nIII. Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN\n1. Ma Văn Hòa, Trưởng thôn\nĐường vào thôn toàn đất đá, đề nghị đổ bê tông.\n2. Lý Thị Hoa, Cán bộ hưu trí\nChợ trung tâm xuống cấp, đề nghị xây lại.",
            &[
                "A12 Ma Văn Hòa: Đường vào thôn toàn đất đá, đề nghị đổ bê tông.",
                "A14 Lý Thị Hoa: Chợ trung tâm xuống cấp, đề nghị xây lại.",
            ],
        ),
        (
            "tasks that follow, numbers of a field, and bullets above bullets",
            "THÔNG BÁO\nKết quả hội nghị đối thoại\n- Lĩnh vực đất đai: 2 ý kiến;\n- Lĩnh vực khác: 1 ý kiến.\n1. Ý kiến của Nhân dân\n- Đất rừng\n+ Rừng đặc dụng chồng lên đất của 26 hộ, đề nghị bóc tách.\n+ Đề nghị chi trả tiền khoán hai lần mỗi năm.\n- Chuyển đổi số\n+ Đề nghị tặng máy điện thoại cho hộ nghèo.\n2. Phân công thực hiện\n- Phòng Kinh tế chủ trì kiểm tra, báo cáo trước ngày 15/12/2025.\n- Công an xã lập lịch cấp căn cước lưu động.",
            &[
                "A7 : Rừng đặc dụng chồng lên đất của 26 hộ, đề nghị bóc tách.",
                "A8 : Đề nghị chi trả tiền khoán hai lần mỗi năm.",
                "A10 : Đề nghị tặng máy điện thoại cho hộ nghèo.",
            ],
        ),
        (
            "a report of opinions that calls them the course of the meeting",
            "BIÊN BẢN\nTổng hợp ý kiến\n1. Thời gian, địa điểm: 14 giờ tại hội trường xã.\n2. Thành phần: đại diện Đảng ủy và 120 đại biểu.\n3. Diễn biến hội nghị\nÔng Ma Văn Hòa, Trưởng thôn, phát biểu:\n- Đường sạt ta luy ba điểm, đề nghị xử lý lâu dài.\n- Cho dân nhận lại diện tích rừng nghèo.\nBà Lý Thị Hoa, Giáo viên, phát biểu:\n- Điểm trường ghép ba trình độ một lớp, đề nghị thêm giáo viên.",
            &[
                "A7 Ma Văn Hòa: Đường sạt ta luy ba điểm, đề nghị xử lý lâu dài.",
                "A8 Ma Văn Hòa: Cho dân nhận lại diện tích rừng nghèo.",
                "A10 Lý Thị Hoa: Điểm trường ghép ba trình độ một lớp, đề nghị thêm giáo viên.",
            ],
        ),
        (
            "subjects above bullets, and the part in which the body replies",
            "BÁO CÁO\nÝ kiến của Nhân dân\nĐiện, nước sinh hoạt\n- Nước bơm hai ngày một lần.\nTrật tự xã hội\n- Thanh niên hút thuốc lá điện tử trước cổng trường.\nB. PHẦN TRẢ LỜI CỦA UBND XÃ\n- Về đường nước: UBND xã đã giao Phòng Kinh tế khảo sát.",
            &[
                "A4 : Nước bơm hai ngày một lần.",
                "A6 : Thanh niên hút thuốc lá điện tử trước cổng trường.",
            ],
        ),
        (
            "numbers within letters",
            "TỔNG HỢP Ý KIẾN\na) Nông nghiệp\na.1. Chè già cỗi chiếm nửa diện tích, đề nghị hỗ trợ giống.\na.2. Vùng trồng bưởi ở chân núi chưa có quy hoạch.\nb) Lao động\nb.1. Đề nghị mở phiên chợ nông sản cuối tuần.",
            &[
                "A3 : Chè già cỗi chiếm nửa diện tích, đề nghị hỗ trợ giống.",
                "A4 : Vùng trồng bưởi ở chân núi chưa có quy hoạch.",
                "A6 : Đề nghị mở phiên chợ nông sản cuối tuần.",
            ],
        ),
        (
            "letters with a dash",
            "TỔNG HỢP Ý KIẾN HỘI VIÊN NGƯỜI CAO TUỔI\n1/ Về chế độ, chính sách\na- Các cụ mong được lĩnh trợ cấp tại nhà.\nb- Đề nghị tăng tiền mai táng phí.",
            &[
                "A3 : Các cụ mong được lĩnh trợ cấp tại nhà.",
                "A4 : Đề nghị tăng tiền mai táng phí.",
            ],
        ),
    ] {
        check(what, drawing, expected);
    }
}
