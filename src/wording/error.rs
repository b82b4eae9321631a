//! What a person reads when a run cannot go on: the place, what is wrong, what to do.

use std::io;

use super::Lang;
use crate::error::{Error, ErrorKind};

/// One sentence with place and cause, and one that says what to do.
pub fn error(error: &Error, lang: Lang) -> String {
    let (what, hint) = parts(error.kind, lang);
    let hint = match error.system {
        Some(why) if error.kind == ErrorKind::Unreadable => refused_hint(why, lang),
        _ => hint,
    };
    let place = place(error, lang);
    let mut line = if place.is_empty() {
        what.to_owned()
    } else {
        format!("{place}: {what}")
    };
    let detail = match error.system.and_then(|why| refusal(why, lang)) {
        // That a thing is not found says what the system said.
        Some(_) if error.kind == ErrorKind::NotFound && error.system == Some(io::ErrorKind::NotFound) => "",
        Some(known) => known,
        None => &error.detail,
    };
    if !detail.is_empty() {
        line.push_str(&format!(" ({detail})"));
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

/// File, sheet and line, from the outside inwards.
fn place(error: &Error, lang: Lang) -> String {
    let path = error.path.as_ref().map(|path| path.display().to_string());
    let line = error
        .line
        .map(|line| format!("{} {line}", lang.pick("dòng", "line")));
    let parts = [path, error.place.clone(), line];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Why the system refused, for the reasons that a clerk meets; the others stay in the system's own words.
fn refusal(why: io::ErrorKind, lang: Lang) -> Option<&'static str> {
    use io::ErrorKind as K;
    Some(match why {
        K::NotFound => lang.pick("không có tệp hoặc thư mục này", "there is no such file or folder"),
        K::PermissionDenied => lang.pick("không có quyền", "it is not permitted"),
        K::AlreadyExists => lang.pick(
            "đã có tệp hoặc thư mục trùng tên",
            "a file or folder has this name",
        ),
        K::NotADirectory => lang.pick(
            "đây là tệp, không phải thư mục",
            "a file stands where a folder should",
        ),
        K::IsADirectory => lang.pick(
            "đây là thư mục, không phải tệp",
            "a folder stands where a file should",
        ),
        K::ReadOnlyFilesystem => lang.pick("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        K::FileTooLarge => lang.pick("tệp quá lớn", "the file is too large"),
        K::StorageFull | K::QuotaExceeded => lang.pick("ổ đĩa đã đầy", "the disk is full"),
        K::ResourceBusy | K::ExecutableFileBusy => {
            lang.pick("chương trình khác đang dùng", "another program uses it")
        }
        K::InvalidFilename => lang.pick(
            "tên không dùng được, hoặc quá dài",
            "the name cannot be used or is too long",
        ),
        K::InvalidData => lang.pick("không phải văn bản Unicode (UTF-8)", "it is not UTF-8 text"),
        K::NetworkDown
        | K::NetworkUnreachable
        | K::HostUnreachable
        | K::StaleNetworkFileHandle
        | K::TimedOut => lang.pick(
            "mất kết nối mạng tới ổ đĩa",
            "the network drive cannot be reached",
        ),
        _ => return None,
    })
}

/// What to do where the system refused to read: Excel cannot help there.
fn refused_hint(why: io::ErrorKind, lang: Lang) -> &'static str {
    match why {
        io::ErrorKind::IsADirectory | io::ErrorKind::FileTooLarge => lang.pick(
            "Hãy nêu đúng tệp rồi chạy lại.",
            "Name the right file and run again.",
        ),
        io::ErrorKind::InvalidData => lang.pick(
            "Hãy nêu đúng tệp, hoặc lưu lại tệp dạng văn bản Unicode (UTF-8) rồi chạy lại.",
            "Name the right file, or save it as UTF-8 text, and run again.",
        ),
        _ => lang.pick(
            "Hãy kiểm tra lại đường dẫn và quyền đọc rồi chạy lại.",
            "Check the path and the permission to read, and run again.",
        ),
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
        ErrorKind::PasswordProtected => (
            lang.pick("tệp có mật khẩu", "the file has a password"),
            lang.pick(
                "Hãy mở tệp, bỏ mật khẩu, lưu lại rồi chạy lại.",
                "Open it, take the password off, save it and run again.",
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
        ErrorKind::BadJournal => (
            lang.pick("nhật ký hỏng ở dòng này", "this line of the journal is damaged"),
            lang.pick(
                "Hãy chép lại bản sao lưu của tệp; không có thì giữ một bản, xóa dòng đó bằng trình soạn thảo văn bản rồi \
                 chạy lại: điều ghi ở dòng đó không còn được nhớ.",
                "Restore a backup of the file; without one, keep a copy, delete the line in a text editor and run again: \
                 what the line says is then forgotten.",
            ),
        ),
        ErrorKind::OtherRun => (
            lang.pick(
                "một lệnh doithoai khác đang chạy với thư mục này",
                "another doithoai command is at work in this folder",
            ),
            lang.pick(
                "Hãy đợi lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác bằng --out.",
                "Wait until it is done and run again, or choose another folder with --out.",
            ),
        ),
        ErrorKind::BadPlan => (
            lang.pick("kế hoạch sai", "the plan is wrong"),
            lang.pick(
                "Hãy sửa chỗ nêu trên rồi chạy lại; định dạng có trong docs/PLAN.md.",
                "Mend the place named above and run again; the format is in docs/PLAN.md.",
            ),
        ),
        ErrorKind::BadHolidays => (
            lang.pick("bảng ngày nghỉ sai", "the table of holidays is wrong"),
            lang.pick(
                "Hãy sửa chỗ nêu trên rồi chạy lại; mẫu là tệp plans/ngay-nghi.toml.",
                "Mend the place named above and run again; plans/ngay-nghi.toml shows the format.",
            ),
        ),
        ErrorKind::UnknownPlan => (
            lang.pick("không có kế hoạch này", "no such plan"),
            lang.pick(
                "Lệnh `doithoai plans` liệt kê các kế hoạch có sẵn.",
                "`doithoai plans` lists the built-in plans.",
            ),
        ),
        ErrorKind::UnknownMilestone => (
            lang.pick(
                "kế hoạch không có mốc này",
                "the plan has no such milestone",
            ),
            lang.pick(
                "Hãy dùng một trong các mã mốc nêu trong ngoặc.",
                "Use one of the ids in the brackets.",
            ),
        ),
        ErrorKind::UnusedOption => (
            lang.pick("không có tác dụng ở lệnh này", "it changes nothing here"),
            lang.pick(
                "Hãy bỏ tùy chọn đó rồi chạy lại.",
                "Leave the option out and run again.",
            ),
        ),
        ErrorKind::NotConsolidated => (
            lang.pick(
                "thư mục này chưa có tệp tổng hợp",
                "this folder holds no consolidated workbook yet",
            ),
            lang.pick(
                "Hãy chạy `doithoai consolidate` trước, hoặc nêu thư mục kết quả khác bằng --out.",
                "Run `doithoai consolidate` first, or name another folder of results with --out.",
            ),
        ),
        ErrorKind::NotOurWorkbook => (
            lang.pick(
                "không phải bảng do doithoai ghi ra, hoặc đã mất trang cần thiết",
                "not a workbook that doithoai wrote, or the sheets it needs are gone",
            ),
            lang.pick(
                "Hãy chép lại bản sao lưu, hoặc chạy `doithoai consolidate` với --fresh để ghi tệp mới (tệp này được sao \
                 lưu), hoặc chọn thư mục khác bằng --out.",
                "Restore the backup, or run `doithoai consolidate` with --fresh to write a new one (this file is backed \
                 up), or choose another folder with --out.",
            ),
        ),
        ErrorKind::NotAResult => (
            lang.pick(
                "không phải kết quả do doithoai ghi ra, hoặc đã mất trang cần thiết",
                "not a result that doithoai wrote, or the sheets it needs are gone",
            ),
            lang.pick(
                "Hãy nêu thư mục kết quả của lần trước, hoặc tệp cần đọc trong thư mục đó.",
                "Name the folder of results of the earlier run, or the file in it.",
            ),
        ),
        ErrorKind::Occupied => (
            lang.pick(
                "chỗ này đang có tệp khác, không ghi đè",
                "another file stands here and is not overwritten",
            ),
            lang.pick(
                "Hãy chọn tên tệp khác, hoặc chuyển tệp đó đi rồi chạy lại.",
                "Choose another file name, or move that file away and run again.",
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clerk_reads_in_one_language_why_the_system_refused() {
        let told = |kind, why: io::ErrorKind, lang| {
            error(&Error::of_system(kind, &io::Error::from(why)).at("a.xlsx"), lang)
        };
        let gone = told(ErrorKind::NotFound, io::ErrorKind::NotFound, Lang::Vi);
        assert_eq!(gone, "a.xlsx: không tìm thấy. Hãy kiểm tra lại đường dẫn.");
        let denied = told(ErrorKind::NotWritable, io::ErrorKind::PermissionDenied, Lang::Vi);
        assert!(
            denied.starts_with("a.xlsx: không ghi được (không có quyền). "),
            "{denied}"
        );
        let denied = told(ErrorKind::NotWritable, io::ErrorKind::PermissionDenied, Lang::En);
        assert!(
            denied.starts_with("a.xlsx: cannot be written (it is not permitted). "),
            "{denied}"
        );
        let odd = told(ErrorKind::Unreadable, io::ErrorKind::BrokenPipe, Lang::Vi);
        assert!(odd.contains("(broken pipe)"), "{odd}");
    }
}
