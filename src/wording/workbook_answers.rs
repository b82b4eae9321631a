//! What stands in the answer book and in the feedback to the units.

use chrono::NaiveDate;

use super::{Lang, answers};
use crate::model::{AnswerCounts, GroupCode, Standing};

/// Title of the answer book.
pub const TITLE: &str = "TỔNG HỢP TRẢ LỜI Ý KIẾN, KIẾN NGHỊ";
/// The steps on the first sheet.
pub const STEPS: [&str; 4] = [
    "1. Trang \"Cần chọn\": chọn bản trả lời đúng ở những chỗ có hai bản, hoặc chỗ phải xác minh.",
    "2. Trang \"Cần xem\": xem các câu trả lời quá ngắn, lặp lại, ghi sai chỗ.",
    "3. Trang \"Còn thiếu\": nhắc cơ quan chưa trả lời. Có tệp mới thì chạy lại `doithoai collect`.",
    "4. Ý kiến đề nghị chuyển cơ quan khác: chạy lại `doithoai assign` để gửi tiếp.",
];
/// On the book by subject.
pub const BY_SUBJECT_GUIDE: &str = "Mỗi ý kiến một dòng, xếp theo nội dung đối thoại, ý kiến được nêu nhiều nhất đứng trước. Trang này chỉ để xem.";
/// On the book by agency.
pub const BY_AGENCY_GUIDE: &str = "Mỗi ý kiến một dòng, xếp theo cơ quan trả lời. Muốn sửa câu trả lời thì sửa trong tệp của cơ quan rồi chạy lại.";
/// On what is missing.
pub const MISSING_GUIDE: &str = "Các ý kiến chưa có câu trả lời để gửi lại, xếp theo cơ quan.";
/// On the doubts.
pub const DOUBTS_GUIDE: &str = "Những điều cần xem trong các tệp và câu trả lời đã nhận, kèm việc cần làm.";
/// On the agencies.
pub const AGENCIES_GUIDE: &str = "Số ý kiến giao = đã trả lời + chưa trả lời + quá hạn + cần quyết định.";
/// On the files.
pub const FILES_GUIDE: &str = "Các tệp đã đọc lần này; câu trả lời của những lần trước vẫn được giữ.";
/// On the choices.
pub const CHOOSE_GUIDE: [&str; 2] = [
    "Ghi \"Chọn\" vào ô màu vàng của bản trả lời đúng, lưu tệp, đóng lại, rồi chạy lại `doithoai collect`.",
    "Nếu câu trả lời thuộc về ý kiến khác: ghi mã của ý kiến đó (ví dụ YK-0012) thay cho chữ \"Chọn\".",
];
/// The mark of a choice.
pub const CHOSEN: &str = "Chọn";
/// Other words for it.
pub const CHOSEN_VARIANTS: [&str; 6] = ["Chọn", "x", "v", "có", "đúng", "đồng ý"];
/// Why there is something to choose.
pub const SEVERAL: &str = "Có nhiều bản trả lời khác nhau";
/// Where to decide.
pub const SEE_CHOICES: &str = "Xem trang \"Cần chọn\"";
/// An agency names none.
pub const PASSED_TO_NOBODY: &str = "Chưa nêu rõ cơ quan; chọn cơ quan ở tong-hop.xlsx";
/// In place of a number.
pub const NOT_READ: &str = "Không đọc được";

/// Names a long answer.
pub fn long_answer(code: GroupCode) -> String {
    format!("trả lời {code}")
}

/// The day of the book.
pub fn as_of(today: NaiveDate) -> String {
    format!("Tính đến ngày {}", today.format("%d/%m/%Y"))
}

/// To whom an opinion should go.
pub fn passed_to(agency: &str) -> String {
    format!("Đề nghị chuyển {agency}; chạy lại `doithoai assign`")
}

/// How long an answer is overdue.
pub fn overdue(last_day: NaiveDate, today: NaiveDate) -> String {
    let days = (today - last_day).num_days();
    format!("Hạn {}, quá {days} ngày", last_day.format("%d/%m/%Y"))
}

/// Where something stands.
pub fn place(file: &str, sheet: &str, cell: &str) -> String {
    format!("{file}, trang \"{sheet}\", ô {cell}")
}

/// The lines of the first sheet: label, number, remark.
pub fn counts(counts: &AnswerCounts, files: usize) -> Vec<(String, usize, String)> {
    let sum: usize = counts.by_standing.values().sum();
    let check = if sum == counts.opinions {
        "khớp"
    } else {
        "KHÔNG KHỚP"
    };
    let line = |label: &str, number: usize, note: &str| (label.to_owned(), number, note.to_owned());
    let mut lines = vec![
        line("Tệp đọc lần này", files, ""),
        line(
            "Ý kiến phải trả lời",
            counts.opinions,
            &format!("tổng các dòng dưới đây: {check}"),
        ),
    ];
    for standing in Standing::ALL {
        let label = format!("    {}", answers::standing(standing, Lang::Vi));
        lines.push(line(&label, counts.standing(standing), standing_note(standing)));
    }
    lines.push(line(
        "Câu trả lời cần xem lại",
        counts.doubtful,
        "trang \"Cần xem\"",
    ));
    lines.push(line("Câu trả lời được đọc lần đầu sau thời hạn", counts.late, ""));
    lines
}

fn standing_note(standing: Standing) -> &'static str {
    match standing {
        Standing::Answered => "đã có trong phản hồi gửi các đơn vị",
        Standing::Choose => "có nhiều bản khác nhau, xem trang \"Cần chọn\"",
        Standing::Verify => "chưa dùng, xem trang \"Cần chọn\"",
        Standing::PassedOn => "chạy lại `doithoai assign` để giao tiếp",
        Standing::Unassigned => "chọn cơ quan ở trang \"Tổng hợp\" của tong-hop.xlsx",
        Standing::Waiting | Standing::Overdue => "",
    }
}
