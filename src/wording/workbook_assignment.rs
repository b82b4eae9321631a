//! What the agencies read in the workbooks that they get.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::AnswerState;

/// Title of an agency's workbook.
pub const TITLE: &str = "DANH MỤC Ý KIẾN, KIẾN NGHỊ ĐỀ NGHỊ TRẢ LỜI";
/// Title of what an agency coordinates.
pub const COORDINATE_TITLE: &str = "DANH MỤC Ý KIẾN, KIẾN NGHỊ ĐỀ NGHỊ PHỐI HỢP";
/// Title of the index.
pub const INDEX_TITLE: &str = "DANH MỤC GIAO TRẢ LỜI Ý KIẾN, KIẾN NGHỊ";

/// How to fill the workbook in.
pub const GUIDE: [&str; 3] = [
    "Cách điền: chỉ ghi vào các ô màu vàng. Cột \"Trả lời\" ghi nội dung trả lời và giải pháp; cột \"Kết quả\" chọn trong danh sách.",
    "Nếu chọn \"Chuyển cơ quan khác\" hoặc \"Không thuộc thẩm quyền\", ghi rõ cơ quan có thẩm quyền trong cột \"Trả lời\".",
    "Giữ nguyên cột mã ý kiến; có thể lọc theo cột. Lưu tệp và gửi lại nguyên tệp Excel.",
];
/// How to fill in what an agency coordinates.
pub const COORDINATE_GUIDE: &str =
    "Đề nghị gửi ý kiến phối hợp cho cơ quan chủ trì; có thể ghi tóm tắt vào ô màu vàng rồi gửi lại tệp này.";
/// What is asked of an agency that coordinates.
pub const COORDINATE_ASKED: &str = "Phối hợp với cơ quan chủ trì";
/// Over the list of speakers.
pub const NAMES_GUIDE: &str = "Có thông tin cá nhân: chỉ dùng để xác minh, trả lời; không chuyển tiếp.";
/// Over what nobody answers.
pub const UNASSIGNED_GUIDE: &str =
    "Chọn cơ quan trả lời ở trang \"Tổng hợp\" của tong-hop.xlsx, rồi chạy lại `doithoai assign`.";
/// In place of an agency.
pub const NOBODY: &str = "(chưa giao)";

/// What is asked of a body of the plan's own level.
pub const ASKED_OWN: &str = "Trả lời bằng văn bản, nêu giải pháp và thời hạn";
/// What is asked where the opinion goes upward.
pub const ASKED_HIGHER: &str = "Tổng hợp, kiến nghị cấp trên; thông tin cho Nhân dân";
/// What is asked where the opinion goes back to the units.
pub const ASKED_LOWER: &str = "Giải quyết theo thẩm quyền, báo cáo kết quả";

/// Which supplement it is.
pub fn supplement(number: usize) -> String {
    format!("(Bổ sung lần {number})")
}

/// To whom it goes.
pub fn addressee(agency: &str) -> String {
    format!("Kính gửi: {agency}")
}

/// What it rests on.
pub fn basis(title: &str, date: Option<NaiveDate>) -> String {
    match date {
        Some(date) => format!("Căn cứ: {title}, ngày {}", date.format("%d/%m/%Y")),
        None => format!("Căn cứ: {title}"),
    }
}

/// How much there is to do.
pub fn numbers(leads: usize, coordinates: usize) -> String {
    match coordinates {
        0 => format!("Số ý kiến chủ trì trả lời: {leads}"),
        _ => format!("Số ý kiến chủ trì trả lời: {leads}; phối hợp: {coordinates}"),
    }
}

/// By when.
pub fn deadline(wording: &str, last_day: NaiveDate, last_working_day: NaiveDate) -> String {
    let last = format!("Thời hạn trả lời: {wording} (ngày cuối: {}", day(last_day));
    if last_day == last_working_day {
        format!("{last})")
    } else {
        format!("{last}; ngày làm việc cuối: {})", day(last_working_day))
    }
}

/// A day with its weekday.
fn day(day: NaiveDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "Thứ Hai",
        Weekday::Tue => "Thứ Ba",
        Weekday::Wed => "Thứ Tư",
        Weekday::Thu => "Thứ Năm",
        Weekday::Fri => "Thứ Sáu",
        Weekday::Sat => "Thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    };
    format!("{weekday}, {}", day.format("%d/%m/%Y"))
}

/// The sum of the index.
pub fn index_sum(all: usize, assigned: usize, open: usize) -> String {
    format!("Tổng số {all} ý kiến: đã giao {assigned}, chưa giao {open}")
}

/// Whether a cell still says what was asked of the agency.
pub fn is_asked(text: &str) -> bool {
    [ASKED_OWN, ASKED_HIGHER, ASKED_LOWER, COORDINATE_ASKED].contains(&text)
}

/// How agencies begin when they put a state in their own words, without tones.
pub const STATE_VARIANTS: [(AnswerState, &[&str]); 6] = [
    (
        AnswerState::NotCompetent,
        &["khong thuoc tham quyen", "khong tham quyen", "ngoai tham quyen"],
    ),
    (
        AnswerState::PassedOn,
        &[
            "chuyen co quan",
            "chuyen cq",
            "de nghi chuyen",
            "chuyen don vi",
            "chuyen so",
        ],
    ),
    (
        AnswerState::Settled,
        &[
            "da giai quyet",
            "da gq",
            "da xong",
            "da hoan thanh",
            "da thuc hien",
            "hoan thanh",
        ],
    ),
    (
        AnswerState::Underway,
        &[
            "dang giai quyet",
            "dang gq",
            "dang thuc hien",
            "dang xu ly",
            "dang xem xet",
        ],
    ),
    (
        AnswerState::Planned,
        &[
            "se giai quyet",
            "se gq",
            "se thuc hien",
            "se xem xet",
            "chua giai quyet",
        ],
    ),
    (
        AnswerState::Explained,
        &[
            "giai trinh",
            "giai thich",
            "da giai trinh",
            "da giai thich",
            "cung cap thong tin",
        ],
    ),
];

/// A state as the drop-down offers it.
pub fn state(state: AnswerState) -> &'static str {
    match state {
        AnswerState::Settled => "Đã giải quyết",
        AnswerState::Underway => "Đang giải quyết",
        AnswerState::Planned => "Sẽ giải quyết",
        AnswerState::Explained => "Giải trình",
        AnswerState::PassedOn => "Chuyển cơ quan khác",
        AnswerState::NotCompetent => "Không thuộc thẩm quyền",
    }
}
