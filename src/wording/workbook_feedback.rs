//! What the units, the public and the conference read about the answers.

use crate::model::{ReasonAside, Standing};

/// Title of a unit's feedback.
pub const TITLE: &str = "TRẢ LỜI Ý KIẾN, KIẾN NGHỊ CỦA CÁN BỘ VÀ NHÂN DÂN";
/// Title of the version for everybody.
pub const PUBLIC_TITLE: &str = "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ VÀ NỘI DUNG TRẢ LỜI";
/// Title of the conference's summary.
pub const SUMMARY_TITLE: &str = "TÀI LIỆU HỘI NGHỊ: Ý KIẾN, KIẾN NGHỊ VÀ NỘI DUNG TRẢ LỜI";
/// On the version for everybody.
pub const PUBLIC_GUIDE: &str =
    "Không ghi tên người nêu ý kiến; số điện thoại, số căn cước trong nội dung đã được che.";
/// On the conference's summary.
pub const SUMMARY_GUIDE: &str =
    "Xếp theo nội dung đối thoại; trong mỗi nội dung, ý kiến được nêu nhiều nhất đứng trước.";
/// On the rows set aside.
pub const ASIDE_GUIDE: &str = "Các dòng trong báo cáo của đơn vị không đưa vào danh mục ý kiến, và vì sao.";
/// In place of the result of a row that is no opinion.
pub const SET_ASIDE: &str = "Để riêng";
/// In place of a result.
pub const NO_ANSWER: &str = "Chưa có trả lời";

/// How much was sent and what became of it.
pub fn opening(opinions: usize, answered: usize, (aside, rest): (usize, usize)) -> Vec<String> {
    let open = opinions - answered.min(opinions);
    let mut lines = vec![format!(
        "Đơn vị đã gửi {opinions} ý kiến: đã có trả lời {answered}, chưa có trả lời {open}. Các ý kiến xếp theo đúng thứ tự và nguyên văn đơn vị đã gửi."
    )];
    if aside > 0 {
        lines.push(format!(
            "{aside} dòng khác không đưa vào danh mục ý kiến: xem trang \"Để riêng\"."
        ));
    }
    if rest > 0 {
        lines.push(format!(
            "{rest} dòng còn lại là tiêu đề, dòng cộng, ghi chú hoặc dòng để trống."
        ));
    }
    lines
}

/// What is said where there is no answer to give.
pub fn open(standing: Standing) -> &'static str {
    match standing {
        Standing::PassedOn => "Đang chuyển cơ quan có thẩm quyền trả lời.",
        Standing::Choose | Standing::Verify => "Cơ quan đã trả lời; đang đối chiếu trước khi gửi đơn vị.",
        Standing::Unassigned => "Đang xác định cơ quan có thẩm quyền trả lời.",
        Standing::Answered | Standing::Waiting | Standing::Overdue => {
            "Đã chuyển cơ quan có thẩm quyền; chưa nhận được trả lời."
        }
    }
}

/// Who else raised the same.
pub fn shared(units: usize, here: &[usize]) -> String {
    let mut notes = Vec::new();
    if units > 0 {
        notes.push(format!("Cùng nội dung với ý kiến của {units} đơn vị khác"));
    }
    if !here.is_empty() {
        let numbers: Vec<String> = here.iter().map(ToString::to_string).collect();
        notes.push(format!(
            "Cùng nội dung với ý kiến số {} ở trên bảng này",
            numbers.join(", ")
        ));
    }
    notes.join("; ")
}

/// What a unit is told about a row that was set aside; the usual label where there is nothing to add.
pub fn reason(reason: ReasonAside) -> Option<&'static str> {
    match reason {
        ReasonAside::Complaint => Some(
            "Đơn, thư khiếu nại, tố cáo cá nhân: không thuộc phạm vi đối thoại, gửi cơ quan tiếp công dân để giải quyết theo quy định",
        ),
        ReasonAside::NoOpinion => Some("Không nêu ý kiến, kiến nghị"),
        ReasonAside::Repeat => Some("Có trong tệp khác của đơn vị, đã tính một lần"),
        _ => None,
    }
}

/// The heading of a subject.
pub fn subject(subject: &str, opinions: usize, answered: usize) -> String {
    let subject = if subject.is_empty() {
        "Chưa xếp nội dung"
    } else {
        subject
    };
    format!("{subject} ({opinions} ý kiến, đã có trả lời {answered})")
}

/// Names a long text.
pub fn long_line(number: u32) -> String {
    format!("dòng số {number}")
}
