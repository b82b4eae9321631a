//! The summary of `consolidate` on the terminal.

use std::path::Path;

use super::Lang;
use crate::model::{Counts, Difference};

/// What was read, what came out, what waits for the clerk, and the next command; a few aligned lines.
pub fn summary(counts: &Counts, difference: Option<&Difference>, written: &Path, lang: Lang) -> String {
    let mut lines = String::new();
    let since = difference.map(|difference| since_before(difference, lang));
    for (label, value) in rows(counts, lang).into_iter().chain(since) {
        let pad = " ".repeat(30_usize.saturating_sub(label.chars().count()));
        lines.push_str(&format!("  {label}{pad}{value}\n"));
    }
    let heading = lang.pick("Đã tổng hợp ý kiến", "Opinions consolidated");
    let wrote = lang.pick("Đã ghi", "Written");
    let next = lang.pick(
        "Việc tiếp theo: mở tệp, trả lời trang \"Cần xem lại\", sửa cơ quan nếu cần, rồi chạy `doithoai assign`.",
        "Next: open it, answer the sheet \"Cần xem lại\", correct agencies, then run `doithoai assign`.",
    );
    format!("{heading}\n{lines}{wrote}: {}\n{next}\n", written.display())
}

/// What `assign` did, in a few lines.
pub fn assigned(
    files: usize,
    sent: usize,
    unassigned: usize,
    (passed, learned): (usize, usize),
    folder: &Path,
    lang: Lang,
) -> String {
    let folder = folder.display();
    let mut text = match lang {
        Lang::Vi => format!(
            "Đã phân công {sent} ý kiến, ghi {files} tệp vào {folder}\nChưa có cơ quan trả lời: {unassigned} ý kiến\n"
        ),
        Lang::En => format!(
            "{sent} opinions assigned, {files} files written to {folder}\nWithout an agency: {unassigned}\n"
        ),
    };
    for (number, vi, en) in [
        (
            passed,
            "Chuyển cơ quan khác theo câu trả lời đã nhận",
            "Passed on to another agency",
        ),
        (
            learned,
            "Theo cơ quan đã chọn ở lần trước",
            "As clerks chose before",
        ),
    ] {
        if number > 0 {
            text.push_str(&format!("{}: {number}\n", lang.pick(vi, en)));
        }
    }
    text
}

/// What the progress bar says while reports are read.
pub fn reading(lang: Lang) -> &'static str {
    lang.pick("Đang đọc báo cáo", "Reading reports")
}

fn since_before(difference: &Difference, lang: Lang) -> (&'static str, String) {
    let Difference { new, joined, gone } = difference;
    let value = match lang {
        Lang::Vi => format!("{new} ý kiến mới ({joined} vào nhóm cũ), {gone} ý kiến cũ không còn"),
        Lang::En => format!("{new} new opinions ({joined} joined old groups), {gone} no longer there"),
    };
    (lang.pick("So với lần trước", "Since the run before"), value)
}

fn rows(counts: &Counts, lang: Lang) -> Vec<(&'static str, String)> {
    let of = lang.pick("trên", "of");
    let sum = if counts.add_up() {
        lang.pick("khớp", "adds up")
    } else {
        lang.pick("KHÔNG KHỚP", "DOES NOT ADD UP")
    };
    vec![
        (
            lang.pick("Tệp đọc được", "Files read"),
            format!("{} {of} {}", counts.files_read, counts.files),
        ),
        (
            lang.pick("Đơn vị đã gửi", "Units that reported"),
            format!("{} {of} {}", counts.units_reported, counts.units_expected),
        ),
        (
            lang.pick("Dòng đã đọc", "Rows read"),
            match lang {
                Lang::Vi => format!(
                    "{} = {} ý kiến + {} dòng để riêng ({sum})",
                    counts.rows, counts.opinions, counts.set_aside
                ),
                Lang::En => {
                    format!(
                        "{} = {} opinions + {} set aside ({sum})",
                        counts.rows, counts.opinions, counts.set_aside
                    )
                }
            },
        ),
        (
            lang.pick("Ý kiến sau khi gộp", "Groups"),
            match lang {
                Lang::Vi => format!("{} (gộp {} ý kiến trùng)", counts.groups, counts.joined),
                Lang::En => format!("{} ({} duplicates joined)", counts.groups, counts.joined),
            },
        ),
        (
            lang.pick("Cặp cần xem lại", "Pairs to review"),
            counts.review.to_string(),
        ),
        (
            lang.pick("Cơ quan trả lời", "Agencies"),
            match lang {
                Lang::Vi => format!(
                    "{} chắc chắn, {} đề xuất, {} chưa rõ",
                    counts.agency_sure, counts.agency_proposed, counts.agency_open
                ),
                Lang::En => format!(
                    "{} sure, {} proposed, {} open",
                    counts.agency_sure, counts.agency_proposed, counts.agency_open
                ),
            },
        ),
        (
            lang.pick("Điều cần kiểm tra", "Findings"),
            counts.findings.to_string(),
        ),
    ]
}
