//! What a person reads about the findings of writing and reading back our workbooks.

use super::Lang;
use crate::finding::WorkbookFinding;

/// What was found.
pub(super) fn found(kind: &WorkbookFinding, lang: Lang) -> String {
    match (kind, lang) {
        (WorkbookFinding::LongText, _) => lang
            .pick(
                "Ý kiến dài hơn sức chứa của một ô; phần còn lại ở trang \"Văn bản dài\"",
                "The opinion is longer than a cell holds; its rest is in the sheet \"Văn bản dài\"",
            )
            .to_owned(),
        (WorkbookFinding::SheetGone { name, columns }, Lang::Vi) if columns.is_empty() => {
            format!("Không còn trang \"{name}\"; những gì ghi ở đó không đọc được")
        }
        (WorkbookFinding::SheetGone { name, columns }, Lang::Vi) => format!(
            "Trang \"{name}\" thiếu cột {}; những gì ghi ở đó không đọc được",
            list(columns)
        ),
        (WorkbookFinding::SheetGone { name, columns }, Lang::En) if columns.is_empty() => {
            format!("The sheet \"{name}\" is gone; what was written there is not known")
        }
        (WorkbookFinding::SheetGone { name, columns }, Lang::En) => {
            format!(
                "The sheet \"{name}\" lacks {}; what was written there is not known",
                list(columns)
            )
        }
        (WorkbookFinding::RowGone { code }, Lang::Vi) => {
            format!("Dòng {code} không còn trong trang \"Tổng hợp\"; ý kiến vẫn được giữ")
        }
        (WorkbookFinding::RowGone { code }, Lang::En) => {
            format!("The row of {code} is no longer in the sheet \"Tổng hợp\"; its opinions are kept")
        }
        (WorkbookFinding::RowTwice { code }, Lang::Vi) => format!("Hai dòng {code} ghi khác nhau"),
        (WorkbookFinding::RowTwice { code }, Lang::En) => format!("Two rows of {code} differ"),
        (WorkbookFinding::UnclearAnswer, _) => lang
            .pick(
                "Không hiểu câu trả lời trong ô này",
                "The answer in this cell is not understood",
            )
            .to_owned(),
        (WorkbookFinding::UnclearCode, _) => lang
            .pick(
                "Không có nhóm mang mã ghi trong ô này",
                "No group has the code in this cell",
            )
            .to_owned(),
        (WorkbookFinding::UnknownRow, _) => lang
            .pick(
                "Không nhận ra dòng này là ý kiến nào",
                "The row cannot be matched with what was written",
            )
            .to_owned(),
        (WorkbookFinding::TwoAnswers, _) => lang
            .pick(
                "Hai nơi trả lời khác nhau về cùng hai ý kiến; lấy câu trả lời sau",
                "Two places differ about the same two opinions; the later one is taken",
            )
            .to_owned(),
        (WorkbookFinding::OtherPlan { plan }, Lang::Vi) => format!("Tệp này lập theo kế hoạch khác ({plan})"),
        (WorkbookFinding::OtherPlan { plan }, Lang::En) => format!("Written with another plan ({plan})"),
    }
}

/// What to do.
pub(super) fn next(kind: &WorkbookFinding, lang: Lang) -> &'static str {
    match kind {
        WorkbookFinding::LongText => lang.pick("Xem cả hai trang.", "Read both sheets."),
        WorkbookFinding::SheetGone { .. } => lang.pick(
            "Nếu đã ghi gì ở đó, lấy lại từ bản sao lưu rồi chạy lại.",
            "If anything was written there, restore it from the backup and run again.",
        ),
        WorkbookFinding::RowGone { .. } => lang.pick("Không cần làm gì.", "Nothing to do."),
        WorkbookFinding::RowTwice { .. } => lang.pick("Giữ một dòng, xóa dòng kia.", "Keep one of the two."),
        WorkbookFinding::UnclearAnswer => lang.pick(
            "Chọn Trùng, Không trùng hoặc Chưa rõ.",
            "Choose Trùng, Không trùng or Chưa rõ.",
        ),
        WorkbookFinding::UnclearCode => lang.pick(
            "Ghi mã của một nhóm trong trang \"Tổng hợp\", hoặc \"mới\".",
            "Write the code of a group in the sheet \"Tổng hợp\", or \"mới\".",
        ),
        WorkbookFinding::UnknownRow => lang.pick(
            "Nếu dòng này do người thêm vào thì không cần làm gì.",
            "Nothing to do if a person added the row.",
        ),
        WorkbookFinding::TwoAnswers => lang.pick("Xem lại và giữ một câu trả lời.", "Keep one answer."),
        WorkbookFinding::OtherPlan { .. } => lang.pick("Kiểm tra --plan.", "Check --plan."),
    }
}

fn list(columns: &[String]) -> String {
    columns
        .iter()
        .map(|column| format!("\"{column}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
