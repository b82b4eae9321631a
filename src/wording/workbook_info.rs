//! The numbers on the first sheet of the consolidated workbook: label, number, remark.

use super::workbook::reason_aside;
use crate::model::Counts;

/// The lines, in the order in which an opinion goes its way.
pub fn counts(counts: &Counts, units_add_up: bool) -> Vec<(String, usize, String)> {
    let line = |label: &str, number: usize, note: String| (label.to_owned(), number, note);
    let plain = |label: &str, number: usize| line(label, number, String::new());
    let sum = if counts.add_up() && units_add_up {
        "khớp"
    } else {
        "KHÔNG KHỚP, cần kiểm tra"
    };
    let mut lines = vec![
        line(
            "Tệp nhận được",
            counts.files,
            format!(
                "đọc được {}, không đọc được {}",
                counts.files_read, counts.files_not_read
            ),
        ),
        line(
            "Đơn vị đã gửi",
            counts.units_reported,
            format!("trên {} đơn vị theo kế hoạch", counts.units_expected),
        ),
        line(
            "Dòng đã đọc",
            counts.rows,
            format!(
                "gồm {} ý kiến và {} dòng để riêng; cộng theo từng đơn vị: {sum}",
                counts.opinions, counts.set_aside
            ),
        ),
        plain("Ý kiến nhận được", counts.opinions),
        plain("Dòng để riêng", counts.set_aside),
    ];
    for (reason, number) in &counts.set_aside_by_reason {
        lines.push(plain(&format!("    {}", reason_aside(*reason)), *number));
    }
    lines.extend([
        line(
            "Ý kiến sau khi gộp",
            counts.groups,
            format!("đã gộp {} ý kiến trùng", counts.joined),
        ),
        plain("Cặp cần xem lại", counts.review),
        plain("Cặp gần trùng, không gộp", counts.near_misses),
        line(
            "Cơ quan trả lời chắc chắn",
            counts.agency_sure,
            format!(
                "đề xuất {}, chưa rõ {}",
                counts.agency_proposed, counts.agency_open
            ),
        ),
        plain("Điều cần kiểm tra", counts.findings),
    ]);
    lines
}

/// The plan, the sender and the program, a line each.
pub fn source(organiser: &str, plan: &str, version: &str) -> [String; 3] {
    [
        format!("Đơn vị tổ chức: {organiser}"),
        format!("Kế hoạch: {plan}"),
        format!("Lập bằng doithoai, phiên bản {version}"),
    ]
}
