//! What a person reads about answers: findings, doubts, how an opinion stands, and the summary of `collect`.

use std::path::Path;

use super::Lang;
use crate::finding::AnswersFinding;
use crate::model::{AnswerCounts, Doubt, Standing};

/// What was found.
pub(super) fn found(kind: &AnswersFinding, lang: Lang) -> String {
    let fixed = |vi: &str, en: &str| lang.pick(vi, en).to_owned();
    match (kind, lang) {
        (AnswersFinding::NoAnswers, _) => fixed(
            "Không có bảng trả lời nào trong tệp",
            "No list of opinions to answer in the file",
        ),
        (AnswersFinding::UnknownRow, _) => fixed(
            "Có nội dung trả lời nhưng không có mã và nội dung ý kiến nào đã gửi",
            "An answer without a code or a wording that was sent",
        ),
        (AnswersFinding::UnknownCode { code }, Lang::Vi) => format!("Không có ý kiến nào mang mã {code}"),
        (AnswersFinding::UnknownCode { code }, Lang::En) => format!("No opinion has the code {code}"),
        (AnswersFinding::OtherPlan { plan }, Lang::Vi) => format!("Tệp này lập theo kế hoạch khác ({plan})"),
        (AnswersFinding::OtherPlan { plan }, Lang::En) => format!("Written with another plan ({plan})"),
        (AnswersFinding::UnclearChoice, _) => fixed("Không hiểu ô chọn này", "The choice is not understood"),
        (AnswersFinding::TwoChoices { code }, Lang::Vi) => {
            format!("Hai câu trả lời của {code} cùng được chọn")
        }
        (AnswersFinding::TwoChoices { code }, Lang::En) => format!("Two answers of {code} are chosen"),
        (AnswersFinding::Reassigned { code, to }, Lang::Vi) => format!("{code} được chuyển đến {to}"),
        (AnswersFinding::Reassigned { code, to }, Lang::En) => format!("{code} goes to {to}"),
        (AnswersFinding::PassedToNobody { code }, Lang::Vi) => {
            format!("{code}: cơ quan đề nghị chuyển nhưng không nêu rõ một cơ quan trong kế hoạch")
        }
        (AnswersFinding::PassedToNobody { code }, Lang::En) => {
            format!("{code} was passed on, and not to one agency of the plan")
        }
        (AnswersFinding::PassedInCircle { code }, Lang::Vi) => {
            format!("{code}: các cơ quan chuyển qua lại cho nhau")
        }
        (AnswersFinding::PassedInCircle { code }, Lang::En) => format!("{code} is passed to and fro"),
    }
}

/// What to do.
pub(super) fn next(kind: &AnswersFinding, lang: Lang) -> &'static str {
    match kind {
        AnswersFinding::NoAnswers => lang.pick(
            "Hỏi lại cơ quan tệp Excel đã gửi, có cột mã ý kiến.",
            "Ask the agency for the Excel file with the codes.",
        ),
        AnswersFinding::UnknownRow | AnswersFinding::UnknownCode { .. } => lang.pick(
            "Ghi đúng mã ý kiến vào dòng đó rồi chạy lại.",
            "Write the right code into the row and run again.",
        ),
        AnswersFinding::OtherPlan { .. } => lang.pick("Kiểm tra --plan.", "Check --plan."),
        AnswersFinding::UnclearChoice => lang.pick(
            "Ghi \"Chọn\", hoặc mã của ý kiến mà câu trả lời này thuộc về.",
            "Write \"Chọn\", or the code of the opinion that the answer belongs to.",
        ),
        AnswersFinding::TwoChoices { .. } => lang.pick("Chỉ chọn một.", "Choose one."),
        AnswersFinding::Reassigned { .. } => lang.pick("Gửi tệp bổ sung.", "Send the supplement."),
        AnswersFinding::PassedToNobody { .. } | AnswersFinding::PassedInCircle { .. } => lang.pick(
            "Chọn cơ quan trả lời ở trang \"Tổng hợp\" của tong-hop.xlsx, rồi chạy lại `doithoai assign`.",
            "Choose the agency in the sheet \"Tổng hợp\" of tong-hop.xlsx, then run `doithoai assign`.",
        ),
    }
}

/// Why an answer should be looked at.
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Empty => "Đã chọn kết quả nhưng chưa ghi nội dung trả lời".to_owned(),
        Doubt::Damaged => "Chữ trong câu trả lời bị hỏng".to_owned(),
        Doubt::TooShort => "Trả lời quá ngắn".to_owned(),
        Doubt::SameText { of } => format!("Trả lời giống hệt {of}, mà hai ý kiến khác nhau"),
        Doubt::OtherCode { of } => format!("Nội dung ý kiến ở dòng này là của {of}"),
        Doubt::OtherWording => "Nội dung ý kiến ở dòng này không phải ý kiến đã gửi".to_owned(),
        Doubt::Altered => "Nội dung ý kiến đã bị sửa".to_owned(),
        Doubt::ByWording => "Dòng không có mã đúng; nhận ra theo nội dung ý kiến".to_owned(),
        Doubt::Misplaced => "Trả lời ghi ở cột khác".to_owned(),
        Doubt::NoState => "Chưa chọn kết quả".to_owned(),
        Doubt::NotAsked => "Ý kiến này không giao cho cơ quan đã trả lời".to_owned(),
    }
}

/// What to do about it.
pub fn doubt_step(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::Damaged => "Chưa dùng. Đề nghị cơ quan gửi lại tệp Excel gốc.",
        Doubt::Empty | Doubt::TooShort => "Đề nghị cơ quan trả lời rõ hơn.",
        Doubt::SameText { .. } => "Xem câu trả lời có đúng với từng ý kiến không.",
        Doubt::OtherCode { .. } | Doubt::OtherWording => {
            "Chưa dùng. Ở trang \"Cần chọn\": chọn nếu đúng, hoặc ghi mã đúng."
        }
        Doubt::Altered | Doubt::ByWording => "Đối chiếu với ý kiến đã gửi.",
        Doubt::Misplaced => "Xem đúng là câu trả lời không.",
        Doubt::NoState => "Hỏi cơ quan: đã, đang hay sẽ giải quyết.",
        Doubt::NotAsked => "Xem cơ quan nào phải trả lời.",
    }
}

/// How an opinion stands.
pub fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Answered => lang.pick("Đã trả lời", "Answered"),
        Standing::Choose => lang.pick("Cần chọn bản trả lời", "To choose"),
        Standing::Verify => lang.pick("Cần xác minh", "To confirm"),
        Standing::PassedOn => lang.pick("Đề nghị chuyển cơ quan khác", "Passed on"),
        Standing::Waiting => lang.pick("Chưa trả lời", "Waiting"),
        Standing::Overdue => lang.pick("Quá hạn trả lời", "Overdue"),
        Standing::Unassigned => lang.pick("Chưa giao cơ quan", "Not assigned"),
    }
}

/// What `collect` did, in a few aligned lines.
pub fn summary(
    counts: &AnswerCounts,
    files: usize,
    new: usize,
    written: (&Path, &Path, usize),
    lang: Lang,
) -> String {
    let of = lang.pick("trên", "of");
    let answered = format!("{} {of} {}", counts.standing(Standing::Answered), counts.opinions);
    let mut rows = vec![
        (lang.pick("Tệp đã đọc", "Files read"), files.to_string()),
        (lang.pick("Câu trả lời mới", "New answers"), new.to_string()),
        (lang.pick("Ý kiến đã có trả lời", "Opinions answered"), answered),
    ];
    for one in Standing::ALL.into_iter().skip(1) {
        if counts.standing(one) > 0 {
            rows.push((standing(one, lang), counts.standing(one).to_string()));
        }
    }
    let doubtful = lang.pick("Câu trả lời cần xem lại", "Answers to look at");
    rows.push((doubtful, counts.doubtful.to_string()));
    if counts.late > 0 {
        rows.push((
            lang.pick("Đọc lần đầu sau thời hạn", "First read after the deadline"),
            counts.late.to_string(),
        ));
    }
    let lines: String = rows.iter().map(|(label, value)| aligned(label, value)).collect();
    let heading = lang.pick("Đã tổng hợp trả lời", "Answers collected");
    let wrote = lang.pick("Đã ghi", "Written");
    let (book, folder, units) = (written.0.display(), written.1.display(), written.2);
    let back = match lang {
        Lang::Vi => format!("phản hồi cho {units} đơn vị"),
        Lang::En => format!("feedback to {units} units"),
    };
    format!("{heading}\n{lines}{wrote}: {book}; {folder} ({back})\n")
}

fn aligned(label: &str, value: &str) -> String {
    let pad = " ".repeat(30_usize.saturating_sub(label.chars().count()));
    format!("  {label}{pad}{value}\n")
}
