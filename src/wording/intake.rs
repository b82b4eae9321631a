//! What a person reads about the findings of intake; the next step can be sent to the unit as it stands.

use super::Lang;
use crate::finding::IntakeFinding;

/// What was found.
pub(super) fn found(kind: &IntakeFinding, lang: Lang) -> String {
    match (kind, lang) {
        (IntakeFinding::Unreadable { detail }, Lang::Vi) => format!("Không đọc được tệp ({detail})"),
        (IntakeFinding::Unreadable { detail }, Lang::En) => format!("The file cannot be read ({detail})"),
        (IntakeFinding::Empty, _) => lang
            .pick("Tệp rỗng, không có dữ liệu", "The file has no bytes")
            .to_owned(),
        (IntakeFinding::TooLarge, _) => lang
            .pick(
                "Tệp quá lớn so với một báo cáo",
                "The file is too large for a report",
            )
            .to_owned(),
        (IntakeFinding::Password, _) => lang
            .pick(
                "Tệp đặt mật khẩu, không mở được",
                "The file is protected with a password",
            )
            .to_owned(),
        (IntakeFinding::NotSpreadsheet { kind }, Lang::Vi) => {
            format!("Đây là tệp {kind}, không phải bảng tính")
        }
        (IntakeFinding::NotSpreadsheet { kind }, Lang::En) => format!("This is {kind}, not a spreadsheet"),
        (IntakeFinding::NoTable, Lang::Vi) => {
            "Không thấy bảng ý kiến (không có dòng tiêu đề STT, Họ và tên, Chức vụ, Nội dung ý kiến)"
                .to_owned()
        }
        (IntakeFinding::NoTable, Lang::En) => {
            "No table of opinions (no header row STT, Họ và tên, Chức vụ, Nội dung ý kiến)".to_owned()
        }
        (IntakeFinding::Copy { of }, Lang::Vi) => format!("Tệp giống hệt {of}; chỉ tính một lần"),
        (IntakeFinding::Copy { of }, Lang::En) => format!("The same file as {of}; counted once"),
        (IntakeFinding::HiddenSheet, _) => lang
            .pick("Trang bị ẩn, không đọc", "The sheet is hidden and was not read")
            .to_owned(),
        (IntakeFinding::TotalDiffers { stated, read }, Lang::Vi) => {
            format!("Tổng cộng ghi {stated}, trong bảng có {read} ý kiến")
        }
        (IntakeFinding::TotalDiffers { stated, read }, Lang::En) => {
            format!("The total says {stated}, the table holds {read} opinions")
        }
        (other, _) => super::table::found(other, lang),
    }
}

/// What to do, or what to ask the unit for.
pub(super) fn next(kind: &IntakeFinding, lang: Lang) -> &'static str {
    match kind {
        IntakeFinding::Unreadable { .. }
        | IntakeFinding::Empty
        | IntakeFinding::TooLarge
        | IntakeFinding::NotSpreadsheet { .. } => lang.pick(
            "Đề nghị đơn vị gửi lại báo cáo bằng tệp Excel (.xlsx).",
            "Ask the unit to send the report again as an Excel file (.xlsx).",
        ),
        IntakeFinding::Password => lang.pick(
            "Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.",
            "Ask the unit to remove the password and send it again.",
        ),
        IntakeFinding::NoTable => lang.pick(
            "Đề nghị đơn vị gửi lại theo mẫu của kế hoạch.",
            "Ask the unit to use the plan's form and send it again.",
        ),
        IntakeFinding::Copy { .. } => lang.pick(
            "Xóa bớt một tệp nếu gửi nhầm.",
            "Remove one of the two if it was sent by mistake.",
        ),
        IntakeFinding::HiddenSheet => lang.pick(
            "Nếu trang có ý kiến, bỏ ẩn rồi chạy lại.",
            "Unhide it if it holds opinions, then run again.",
        ),
        IntakeFinding::TotalDiffers { .. } => lang.pick(
            "Đối chiếu với đơn vị; công cụ tính theo số dòng ý kiến trong bảng.",
            "Check with the unit; the rows of the table are what counts.",
        ),
        other => super::table::next(other, lang),
    }
}
