//! What a person reads when a run cannot go on: the place, what is wrong, what to do.

use super::Lang;
use crate::error::{Error, ErrorKind};

/// One sentence with place and cause, and one that says what to do.
pub fn error(error: &Error, lang: Lang) -> String {
    let (what, hint) = parts(error.kind, lang);
    let mut place = error
        .path
        .as_ref()
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    if let Some(inner) = &error.place {
        if !place.is_empty() {
            place.push_str(", ");
        }
        place.push_str(inner);
    }
    let mut line = if place.is_empty() {
        what.to_owned()
    } else {
        format!("{place}: {what}")
    };
    if !error.detail.is_empty() {
        line.push_str(&format!(" ({})", error.detail));
    }
    let problems: String = error
        .problems
        .iter()
        .map(|problem| format!("\n  {}", super::plan::problem(problem, lang)))
        .collect();
    if problems.is_empty() {
        format!("{line}. {hint}")
    } else {
        format!("{line}:{problems}\n{hint}")
    }
}

fn parts(kind: ErrorKind, lang: Lang) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::NotFound => (
            lang.pick("không tìm thấy", "not found"),
            lang.pick("Hãy kiểm tra lại đường dẫn.", "Check the path."),
        ),
        ErrorKind::NoReports => (
            lang.pick("không có tệp báo cáo nào", "no report in it"),
            lang.pick(
                "Hãy chép các tệp báo cáo (.xlsx, .xls, .xlsb, .ods) vào thư mục này rồi chạy lại.",
                "Copy the report files (.xlsx, .xls, .xlsb, .ods) into this folder and run again.",
            ),
        ),
        ErrorKind::Unreadable => (
            lang.pick("không đọc được", "cannot be read"),
            lang.pick(
                "Hãy mở tệp bằng Excel, lưu lại dạng .xlsx rồi chạy lại.",
                "Open it in Excel, save it as .xlsx and run again.",
            ),
        ),
        ErrorKind::NotWritable => (
            lang.pick("không ghi được", "cannot be written"),
            lang.pick(
                "Hãy chọn thư mục khác bằng --out, hoặc kiểm tra quyền ghi và dung lượng ổ đĩa.",
                "Choose another folder with --out, or check permissions and disk space.",
            ),
        ),
        ErrorKind::InUse => (
            lang.pick(
                "tệp đang mở ở chương trình khác",
                "the file is open in another program",
            ),
            lang.pick(
                "Hãy đóng tệp đó trong Excel rồi chạy lại.",
                "Close it in Excel and run again.",
            ),
        ),
        ErrorKind::BadPlan => (
            lang.pick("kế hoạch sai", "the plan is wrong"),
            lang.pick(
                "Hãy sửa chỗ nêu trên rồi chạy lại.",
                "Mend the place named above and run again.",
            ),
        ),
        ErrorKind::UnknownPlan => (
            lang.pick("không có kế hoạch này", "no such plan"),
            lang.pick(
                "Lệnh `doithoai plans` liệt kê các kế hoạch có sẵn.",
                "`doithoai plans` lists the built-in plans.",
            ),
        ),
        ErrorKind::NotOurWorkbook => (
            lang.pick(
                "không phải bảng do doithoai ghi ra, hoặc đã mất trang cần thiết",
                "not a workbook that doithoai wrote, or the sheets it needs are gone",
            ),
            lang.pick(
                "Hãy chạy lại `doithoai consolidate`, hoặc chép lại bản sao lưu.",
                "Run `doithoai consolidate` again, or restore the backup.",
            ),
        ),
        ErrorKind::BadValue => (
            lang.pick("giá trị không dùng được", "the value cannot be used"),
            lang.pick(
                "Hãy sửa giá trị đó rồi chạy lại.",
                "Mend the value and run again.",
            ),
        ),
    }
}
