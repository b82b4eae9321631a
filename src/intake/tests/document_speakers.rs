//! Who speaks in a document without a table.

use super::{check, draw, opinions_said};
use crate::intake::table;

#[test]
fn who_was_only_present_says_nothing() {
    let opinions = "Ông Nguyễn Ngọc Bảo - Trưởng xóm Gò Móc:\nCổng chào nằm trong chỉ giới mở đường, xin bồi thường.\nBà Trần Thị Vân - Hộ dân bị ảnh hưởng lũ\nNhà tôi ngập hai mét mà không có tên trong danh sách.";
    let said = [
        "Nguyễn Ngọc Bảo: Cổng chào nằm trong chỉ giới mở đường, xin bồi thường.",
        "Trần Thị Vân: Nhà tôi ngập hai mét mà không có tên trong danh sách.",
    ];
    for present in [
        "A. THÀNH PHẦN\n- Bà Hồ Thu Nga - Thư ký\n- Vắng: 02 (có lý do)\nB. NỘI DUNG PHÁT BIỂU",
        "I. Thành phần tham dự\n1. Ông Lưu Danh Tiến - Phó Bí thư Đảng ủy\n2. Bà Lê Thị Hà - Công chức văn phòng - Thư ký\n3. Đại diện các ban, ngành, đoàn thể của xã\nII. Nội dung",
    ] {
        let drawing = format!("BIÊN BẢN HỘI NGHỊ\nLấy ý kiến cán bộ và công dân\n{present}\n{opinions}");
        let read = table::read(&draw(&drawing));
        assert_eq!(opinions_said(&read), said, "{present}");
    }
    check(
        "name, post and words below one another",
        "XÃ NGÂN SƠN\nÝ KIẾN CỦA ĐẠI BIỂU\nNông Quốc Tuấn\nTrưởng thôn Khau Mạ\nQuốc lộ 279 sạt ở Đèo Gió, xe khách bỏ chuyến.\n\nĐinh Thị Thơm\nBí thư chi bộ thôn Bản Mạch\nTrẻ lớp một đi học 9 cây số.\nThái Nguyên, ngày 02 tháng 12 năm 2025\nBÍ THƯ\nMa Văn Hòa",
        &[
            "A5 Nông Quốc Tuấn: Quốc lộ 279 sạt ở Đèo Gió, xe khách bỏ chuyến.",
            "A9 Đinh Thị Thơm: Trẻ lớp một đi học 9 cây số.",
        ],
    );
    check(
        "lines out of a chat",
        "Xã Yên Bình - ý kiến bà con gửi qua nhóm Zalo\n[08:12, 28/11/2025] Ma Văn Tú - Trưởng thôn Nà Mạ: Bể nước đầu thôn nứt đáy.\n[08:47, 28/11/2025] Hà Thị Sim - Nông dân: Trẻ đuối nước, xin mở lớp dạy bơi.",
        &[
            "A2 Ma Văn Tú: Bể nước đầu thôn nứt đáy.",
            "A3 Hà Thị Sim: Trẻ đuối nước, xin mở lớp dạy bơi.",
        ],
    );
    check(
        "paragraphs that begin with post and name",
        "Ghi chép ý kiến tại hội nghị nhân dân\nTrưởng xóm Tiền Phong - Nguyễn Duy Hùng: Từ hôm có nhà máy, nước giếng cả xóm cạn.\nChi hội trưởng phụ nữ - Phan Thị Lành: Con dâu tôi chuyển khẩu ba tháng chưa xong.\nGiáo viên - Lê Thị Nhung: Đường gom trước cổng trường không có vạch sang đường.",
        &[
            "A2 Nguyễn Duy Hùng: Từ hôm có nhà máy, nước giếng cả xóm cạn.",
            "A3 Phan Thị Lành: Con dâu tôi chuyển khẩu ba tháng chưa xong.",
            "A4 Lê Thị Nhung: Đường gom trước cổng trường không có vạch sang đường.",
        ],
    );
}

#[test]
fn who_speaks_and_what_is_asked_is_told_in_many_ways() {
    check(
        "a voter by name, with where",
        "Tổng hợp ý kiến\nCử tri Hà Văn Toản (thôn Khuổi Lót):\n- Khu công nghiệp xả nước đen ra suối, đề nghị xử lý.",
        &["A3 Hà Văn Toản: Khu công nghiệp xả nước đen ra suối, đề nghị xử lý."],
    );
    check(
        "the matters that someone raises",
        "Tổng hợp kiến nghị\n1. Bàn Thị Liễu, Trưởng thôn Cái, kiến nghị các nội dung sau:\n- Kéo điện lưới cho 18 hộ.\n- Xây cầu cứng thay cầu tre.",
        &[
            "A3 Bàn Thị Liễu: Kéo điện lưới cho 18 hộ.",
            "A4 Bàn Thị Liễu: Xây cầu cứng thay cầu tre.",
        ],
    );
    check(
        "companies and branches of a union before a colon",
        "Tổng hợp ý kiến\n1. Công ty TNHH Thuận Phát: Cấp giấy phép kéo dài 7 tháng, đề nghị rút ngắn.\n2. HTX Rau an toàn Cái: Không có đầu ra ổn định, mong được ký hợp đồng.\n3. Chi hội Phụ nữ xóm Mấu: Mong mở lớp dạy nấu ăn.",
        &[
            "A2 Công ty TNHH Thuận Phát: Cấp giấy phép kéo dài 7 tháng, đề nghị rút ngắn.",
            "A3 HTX Rau an toàn Cái: Không có đầu ra ổn định, mong được ký hợp đồng.",
            "A4 Chi hội Phụ nữ xóm Mấu: Mong mở lớp dạy nấu ăn.",
        ],
    );
    check(
        "a letter",
        "THƯ KIẾN NGHỊ\nTôi tên là Hoàng Văn Lẻ, sinh năm 1961, nguyên cán bộ Lâm trường, hiện trú tại xã Chợ Rã.\nTôi xin kiến nghị mấy việc sau:\n1/ Ruộng mất dần, đề nghị thu hồi giấy phép.\n2/ Xe khách chỉ còn một chuyến, đề nghị mở thêm.\nNgười viết\nHoàng Văn Lẻ",
        &[
            "A4 Hoàng Văn Lẻ: Ruộng mất dần, đề nghị thu hồi giấy phép.",
            "A5 Hoàng Văn Lẻ: Xe khách chỉ còn một chuyến, đề nghị mở thêm.",
        ],
    );
    check(
        "what the course of a meeting holds, with who wrote it down",
        "BIÊN BẢN\nI. Thành phần: bí thư chi bộ và trưởng xóm.\nIII. Diễn biến hội nghị:\nTống Xuân Bách, Trưởng xóm Cái:\n+ Kho lạnh xã hứa từ năm trước chưa thấy làm.\nChủ tọa trả lời: Kho lạnh đang chờ thẩm định giá đất.\nNgô Văn Sửu, Chủ tịch Hội Người cao tuổi:\n+ Mức mừng thọ quá thấp so với giá cả.\nTHƯ KÝ\\n\\nTrần Thị Lệ|CHỦ TỌA\\n\\nNguyễn Văn Khôi",
        &[
            "A5 Tống Xuân Bách: Kho lạnh xã hứa từ năm trước chưa thấy làm.",
            "A8 Ngô Văn Sửu: Mức mừng thọ quá thấp so với giá cả.",
        ],
    );
    check(
        "what asks anew below a name",
        "Tổng hợp ý kiến\nÔng Tô Văn Thành - Tổ trưởng tổ 6\nĐề nghị xử lý mùi từ nhà máy giấy.\nKiến nghị mở lối đi qua đường sắt.\nÔng Phùng Anh Dũng - Tổ trưởng tổ 7\nKhu chung cư nứt dầm.\nĐề nghị di dời hai mươi hộ.",
        &[
            "A3 Tô Văn Thành: Đề nghị xử lý mùi từ nhà máy giấy.",
            "A4 Tô Văn Thành: Kiến nghị mở lối đi qua đường sắt.",
            "A6 Phùng Anh Dũng: Khu chung cư nứt dầm.\\nĐề nghị di dời hai mươi hộ.",
        ],
    );
    check(
        "how things stand, and what is asked",
        "Tổng hợp vướng mắc và kiến nghị\n1. Về cấp nước\nHiện trạng: Hai bể nước cạn từ tháng 10.\nĐề nghị: Khoan bổ sung một giếng tại Khe Lắc.\n2. Về cán bộ\nHiện trạng: Kế toán xã nghỉ sinh, không có người thay.\nĐề nghị: Cho phép hợp đồng kế toán.",
        &[
            "A3 : Hiện trạng: Hai bể nước cạn từ tháng 10.\\nĐề nghị: Khoan bổ sung một giếng tại Khe Lắc.",
            "A6 : Hiện trạng: Kế toán xã nghỉ sinh, không có người thay.\\nĐề nghị: Cho phép hợp đồng kế toán.",
        ],
    );
    check(
        "things that one ask names behind signs",
        "Tổng hợp ý kiến\n1. Đề nghị sửa đường liên xóm, gồm các đoạn:\n- Đoạn từ ngã ba đến đình Hàng, dài 700 m;\n- Đoạn qua nghĩa trang, dài 200 m.\n2. Đề nghị hỗ trợ giống lúa.",
        &[
            "A2 : Đề nghị sửa đường liên xóm, gồm các đoạn:\\nĐoạn từ ngã ba đến đình Hàng, dài 700 m;\\nĐoạn qua nghĩa trang, dài 200 m.",
            "A5 : Đề nghị hỗ trợ giống lúa.",
        ],
    );
    check(
        "slips below one another, with what was left empty",
        "PHIẾU LẤY Ý KIẾN\n1. Họ và tên: Hoàng Thị Ngân\n2. Chức vụ: Tổ trưởng tổ 8\n3. Ý kiến, kiến nghị:\n- Mỏ sắt để lại moong sâu không rào chắn.\nNgười viết phiếu\nHoàng Thị Ngân\nPHIẾU LẤY Ý KIẾN\n1. Họ và tên: Đàm Văn Lý\n2. Chức vụ: Chi hội trưởng\n3. Ý kiến, kiến nghị:\nKhông có\nNgười viết phiếu\nĐàm Văn Lý",
        &["A5 Hoàng Thị Ngân: Mỏ sắt để lại moong sâu không rào chắn."],
    );
}

#[test]
fn who_signs_an_opinion_in_brackets_is_heard_though_others_name_no_one() {
    check(
        "one in a list of three",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Hạ tầng giao thông\na) Quốc lộ 3 còn đá treo trên vách, đề nghị xử lý. (Hoàng Văn Quỳnh, Trưởng thôn Đèo Gió)\nb) Đề nghị làm ngầm tràn qua suối (bản cũ đã hỏng).\n2. Nông nghiệp\na) Kiến nghị xử lý vi phạm (Ma Văn Páo, Trưởng xóm cũ)",
        &[
            "A4 Hoàng Văn Quỳnh: Quốc lộ 3 còn đá treo trên vách, đề nghị xử lý.",
            "A5 : Đề nghị làm ngầm tràn qua suối (bản cũ đã hỏng).",
            "A7 : Kiến nghị xử lý vi phạm (Ma Văn Páo, Trưởng xóm cũ)",
        ],
    );
    let read = check(
        "a post that has a word of asking",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Mong tỉnh mở lớp ngay tại cụm xã. (đ/c Đỗ Thị Thơm, Phó ban Xây dựng Đảng)\n2. Đề nghị làm cầu qua suối.",
        &[
            "A3 Đỗ Thị Thơm: Mong tỉnh mở lớp ngay tại cụm xã.",
            "A4 : Đề nghị làm cầu qua suối.",
        ],
    );
    assert_eq!(read.tables[0].rows[0].position, "Phó ban Xây dựng Đảng");
    check(
        "before a finished sentence",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\n1. Vi Thị Hà, Bí thư Đoàn xã. Thanh niên chưa được học chứng chỉ tin học.\n2. Đề nghị làm cầu qua suối.\n3. Đề nghị sửa đập.",
        &[
            "A3 Vi Thị Hà: Thanh niên chưa được học chứng chỉ tin học.",
            "A4 : Đề nghị làm cầu qua suối.",
            "A5 : Đề nghị sửa đập.",
        ],
    );
}

#[test]
fn those_of_the_whole_unit_are_no_speaker_of_its_report() {
    check(
        "who demands in the heading",
        "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của Nhân dân\nNhân dân phường Phúc Thuận đề nghị:\n- Nạo vét hồ Suối Lạnh, cắm biển cảnh báo;\n- Cấp kinh phí bảo trì các tuyến đường bê tông;",
        &[
            "A4 : Nạo vét hồ Suối Lạnh, cắm biển cảnh báo;",
            "A5 : Cấp kinh phí bảo trì các tuyến đường bê tông;",
        ],
    );
}

#[test]
fn who_is_announced_in_a_paragraph_says_those_below() {
    check(
        "minutes",
        "BIÊN BẢN HỌP XÓM\nV. Ý kiến của nhân dân:\nÝ kiến của Lục Văn Tý, Chi hội trưởng:\nMía không ai mua, đề nghị hỗ trợ.\nÝ kiến của Diệp Văn Cao, Phó bí thư chi bộ:\nĐường có khúc cua bị tre che khuất.\nHai ống cống vỡ từ tháng Tám.\nHội nghị kết thúc hồi 11h15.",
        &[
            "A4 Lục Văn Tý: Mía không ai mua, đề nghị hỗ trợ.",
            "A6 Diệp Văn Cao: Đường có khúc cua bị tre che khuất.",
            "A7 Diệp Văn Cao: Hai ống cống vỡ từ tháng Tám.",
        ],
    );
    check(
        "what follows them",
        "BIÊN BẢN HỘI NGHỊ\n* Ý kiến phát biểu:\nĐ/c Ma Văn Hòa, Trưởng xóm:\n- Đường hẹp, cần cấm xe tải giờ tan trường.\n* Kết luận:\nĐ/c Phó Bí thư yêu cầu Văn phòng tổng hợp đầy đủ.",
        &["A4 Ma Văn Hòa: Đường hẹp, cần cấm xe tải giờ tan trường."],
    );
    check(
        "a sheet of one speaker",
        "Người phát biểu: Vũ Thế Dũng - Trưởng xóm Thắng Lợi\nSTT|Nội dung ý kiến\n1|Nhà máy nước cắt ba ngày không báo trước.\n2|Cột mốc đóng vào giữa nương chè.",
        &[
            "B3 Vũ Thế Dũng: Nhà máy nước cắt ba ngày không báo trước.",
            "B4 Vũ Thế Dũng: Cột mốc đóng vào giữa nương chè.",
        ],
    );
}

#[test]
fn lines_that_come_again_name_who_speaks_above_or_below() {
    for (what, drawing, expected) in [
        (
            "names and posts alone",
            "TỔNG HỢP\nÝ kiến của đảng viên\nMa Văn Hòa, Bí thư chi bộ\n- Phụ cấp kiêm nhiệm chỉ được một suất.\n- Đề nghị mở lớp bồi dưỡng.\nLý Thị Hoa, đảng viên\n- Cầu tràn qua suối cứ mưa to là ngập.",
            &[
                "A4 Ma Văn Hòa: Phụ cấp kiêm nhiệm chỉ được một suất.",
                "A5 Ma Văn Hòa: Đề nghị mở lớp bồi dưỡng.",
                "A7 Lý Thị Hoa: Cầu tràn qua suối cứ mưa to là ngập.",
            ][..],
        ),
        (
            "labels behind what is said",
            "BÁO CÁO\nTổng hợp ý kiến\nÝ kiến 1: Thôn có 5 hộ nằm dưới mái taluy nứt.\nNgười nêu: Ma Văn Hòa, Trưởng thôn\nÝ kiến 2: Lớp xóa mù chữ mới học được một khóa.\nNgười nêu: Lý Thị Hoa, Chi hội trưởng",
            &[
                "A3 Ma Văn Hòa: Thôn có 5 hộ nằm dưới mái taluy nứt.",
                "A5 Lý Thị Hoa: Lớp xóa mù chữ mới học được một khóa.",
            ],
        ),
        (
            "labels behind sentences without a mark, below the words of a header",
            "Ý KIẾN CỬ TRI\nMỏ sắt rút nước làm sụt giếng của ba chục hộ trong xóm.\nNgười kiến nghị: Ma Văn Hòa, nông dân\nĐập đầu làng bồi lấp, dung tích chỉ còn một phần ba.\nNgười kiến nghị: Lý Thị Hoa, Trưởng xóm",
            &[
                "A2 Ma Văn Hòa: Mỏ sắt rút nước làm sụt giếng của ba chục hộ trong xóm.",
                "A4 Lý Thị Hoa: Đập đầu làng bồi lấp, dung tích chỉ còn một phần ba.",
            ],
        ),
        (
            "brackets behind a number",
            "CÂU HỎI GỬI HỘI NGHỊ ĐỐI THOẠI\nCâu hỏi số 1 (Ma Văn Hòa, sinh viên)\nTỉnh đã có đề án giữ chân sinh viên tốt nghiệp chưa?\nCâu hỏi số 2 (Lý Thị Hoa, tiểu thương)\nChợ xây xong ba năm vẫn khóa cửa, bao giờ cho vào bán hàng?",
            &[
                "A3 Ma Văn Hòa: Tỉnh đã có đề án giữ chân sinh viên tốt nghiệp chưa?",
                "A5 Lý Thị Hoa: Chợ xây xong ba năm vẫn khóa cửa, bao giờ cho vào bán hàng?",
            ],
        ),
        (
            "a label of its own before each demand",
            "KẾT QUẢ GẶP MẶT\n* Đại biểu: Giàng A Chú, người có uy tín\nKiến nghị: Kéo điện ba pha về xưởng của thôn.\n* Đại biểu: Lý Thị Hoa, nghệ nhân thêu\nKiến nghị: Làng nghề cần được giúp bán hàng trên mạng.",
            &[
                "A3 Giàng A Chú: Kéo điện ba pha về xưởng của thôn.",
                "A5 Lý Thị Hoa: Làng nghề cần được giúp bán hàng trên mạng.",
            ],
        ),
        (
            "two paragraphs of one speaker",
            "BÁO CÁO\nTổng hợp ý kiến\nÝ kiến 1 - Ma Văn Hòa, Trưởng xóm\nXóm cách trung tâm 14 km đường đất dốc, đề nghị mở đường.\nÝ kiến 2 - Lý Thị Hoa, phụ nữ xóm\nChị em muốn khôi phục nghề thêu.\nXin được hỗ trợ vải, chỉ.",
            &[
                "A4 Ma Văn Hòa: Xóm cách trung tâm 14 km đường đất dốc, đề nghị mở đường.",
                "A6 Lý Thị Hoa: Chị em muốn khôi phục nghề thêu.\\nXin được hỗ trợ vải, chỉ.",
            ],
        ),
        (
            "a dash behind the post",
            "Ý KIẾN GỬI HỘI NGHỊ ĐỐI THOẠI\n• Ma Văn Hòa, công chức Tư pháp - Hộ tịch – Cho phép cấp xã khai thác dữ liệu hộ tịch.\n• Lý Thị Hoa, kế toán – Phần mềm kế toán hai nơi cấp khác nhau, mong thống nhất.",
            &[
                "A2 Ma Văn Hòa: Cho phép cấp xã khai thác dữ liệu hộ tịch.",
                "A3 Lý Thị Hoa: Phần mềm kế toán hai nơi cấp khác nhau, mong thống nhất.",
            ],
        ),
        (
            "a group like its neighbours",
            "BÁO CÁO\nTổng hợp ý kiến\n1. Chi bộ xóm Rừng Vần: Suối mùa du lịch quá tải rác, đề nghị đặt thùng rác.\n2. Chi bộ xóm Lau Sau: Điện chập chờn vào giờ sao chè.\n3. Chi bộ Công an xã: Đề nghị trang bị camera an ninh.",
            &[
                "A3 Chi bộ xóm Rừng Vần: Suối mùa du lịch quá tải rác, đề nghị đặt thùng rác.",
                "A4 Chi bộ xóm Lau Sau: Điện chập chờn vào giờ sao chè.",
                "A5 Chi bộ Công an xã: Đề nghị trang bị camera an ninh.",
            ],
        ),
        (
            "groups as headings",
            "TỔNG HỢP Ý KIẾN THEO THÔN\n1. Nhân dân thôn Nà Chè\na) Xin hỗ trợ làm 300 m mương bê tông.\n2. Hợp tác xã Rau an toàn Tiên Phong\na) Muốn thuê 2 ha đất công ích nhưng xã chỉ ký hợp đồng một năm.\n3. Công ty Điện lực Thái Nguyên\na) Thôn Nà Tải còn 11 hộ chưa có điện, đề nghị kéo lưới.",
            &[
                "A3 Nhân dân thôn Nà Chè: Xin hỗ trợ làm 300 m mương bê tông.",
                "A5 Hợp tác xã Rau an toàn Tiên Phong: Muốn thuê 2 ha đất công ích nhưng xã chỉ ký hợp đồng một năm.",
                "A7 : Thôn Nà Tải còn 11 hộ chưa có điện, đề nghị kéo lưới.",
            ],
        ),
        (
            "names in brackets behind a label, and above a line of their own",
            "BIÊN BẢN\nHội nghị lấy ý kiến\nHỏi (Ma Văn Hòa, Trưởng xóm): Dự án thu hồi đất từ năm 2019, bao giờ giao đất?\nTrả lời: Đang chờ tỉnh phê duyệt.\nHỏi (Lý Thị Hoa, nông dân): Nước giếng có váng, đề nghị lấy mẫu.\nTrả lời: Sẽ mời đơn vị quan trắc.",
            &[
                "A3 Ma Văn Hòa: Dự án thu hồi đất từ năm 2019, bao giờ giao đất?",
                "A5 Lý Thị Hoa: Nước giếng có váng, đề nghị lấy mẫu.",
            ],
        ),
        (
            "posts in brackets below names, and what goes on without a mark",
            "TỔNG HỢP Ý KIẾN CỦA ĐOÀN VIÊN\nMa Văn Hòa\n(Bí thư Đoàn trường)\nHọc sinh cần phòng tham vấn học đường.\nHiện giáo viên chủ nhiệm phải kiêm nhiệm nên các em ngại.\nLý Thị Hoa\n(Bí thư chi đoàn)\nĐề nghị cho thuê lại ao công ích.",
            &[
                "A4 Ma Văn Hòa: Học sinh cần phòng tham vấn học đường.\\nHiện giáo viên chủ nhiệm phải kiêm nhiệm nên các em ngại.",
                "A8 Lý Thị Hoa: Đề nghị cho thuê lại ao công ích.",
            ],
        ),
        (
            "who asked and who answered",
            "BIÊN BẢN\nHội nghị lấy ý kiến\nNgười hỏi: Ma Văn Hòa, Trưởng xóm\nHỏi: Dự án thu hồi đất từ năm 2019, bao giờ giao đất?\nNgười trả lời: Hà Văn Nam, Chủ tịch UBND xã\nTrả lời: Đang chờ tỉnh phê duyệt.\nNgười hỏi: Lý Thị Hoa, nông dân\nHỏi: Nước giếng có váng, bao giờ lấy mẫu?\nNgười trả lời: Tạ Thị Mai, công chức\nTrả lời: Sẽ mời đơn vị quan trắc.",
            &[
                "A4 Ma Văn Hòa: Dự án thu hồi đất từ năm 2019, bao giờ giao đất?",
                "A8 Lý Thị Hoa: Nước giếng có váng, bao giờ lấy mẫu?",
            ],
        ),
        (
            "groups that demand, and that need no place",
            "BÁO CÁO\nTổng hợp ý kiến\n1. Nhân dân xóm Hòa Bình kiến nghị:\n- Đề nghị làm rãnh thoát nước hai bên đường.\n- Bờ sông bị sạt sát chân đê.\n2. Tập thể viên chức Trạm Y tế xã: Máy siêu âm hỏng từ tháng 5, đề nghị cấp máy mới.",
            &[
                "A4 Nhân dân xóm Hòa Bình: Đề nghị làm rãnh thoát nước hai bên đường.",
                "A5 Nhân dân xóm Hòa Bình: Bờ sông bị sạt sát chân đê.",
                "A6 Tập thể viên chức Trạm Y tế xã: Máy siêu âm hỏng từ tháng 5, đề nghị cấp máy mới.",
            ],
        ),
        (
            "groups behind a label",
            "TỔNG HỢP Ý KIẾN\n1. Giáo viên cắm bản chưa có nhà công vụ, phải ở nhờ nhà dân.\nNgười có ý kiến: Tập thể giáo viên trường Mầm non\n2. Sách giáo khoa còn thiếu 320 bộ, đề nghị cấp.\nNgười có ý kiến: Ma Văn Hòa - Hiệu trưởng",
            &[
                "A2 Tập thể giáo viên trường Mầm non: Giáo viên cắm bản chưa có nhà công vụ, phải ở nhờ nhà dân.",
                "A4 Ma Văn Hòa: Sách giáo khoa còn thiếu 320 bộ, đề nghị cấp.",
            ],
        ),
        (
            "a way between two places is no speaker",
            "BÁO CÁO\nTổng hợp ý kiến\n- Tuyến đường Bình Thành - Sơn Phú: mặt đường bong tróc, đề nghị sửa chữa.\n- Về nước sạch: công trình cấp nước dừng hai năm, mong được khôi phục.",
            &[
                "A3 : Tuyến đường Bình Thành - Sơn Phú: mặt đường bong tróc, đề nghị sửa chữa.",
                "A4 : Về nước sạch: công trình cấp nước dừng hai năm, mong được khôi phục.",
            ],
        ),
    ] {
        check(what, drawing, expected);
    }
}
