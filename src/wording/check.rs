//! What `check` prints: file by file what was understood and what is wrong, and the roll-call of the units.

use super::finding::sentence;
use super::{Lang, column, next_step};
use crate::finding::{Finding, Severity};
use crate::model::{Report, ReportState, Roll, TableRead};

/// One file: its unit, its tables, and its findings with the line that can be sent to the unit.
pub fn checked_file(report: &Report, findings: &[&Finding], lang: Lang) -> String {
    let mut out = format!("{}: {}\n", report.file, state(report.state, lang));
    for table in &report.tables {
        out.push_str(&format!("    {}\n", self::table(table, lang)));
    }
    for found in findings {
        out.push_str(&format!(
            "  {} {}\n",
            mark(found.severity()),
            sentence(found, lang)
        ));
        out.push_str(&format!("    -> {}\n", next_step(found, lang)));
    }
    out
}

/// Which units sent something and which are missing.
pub fn roll_call(roll: &[Roll], expected: usize, lang: Lang) -> String {
    let listed = || roll.iter().filter(|line| line.unit.code.is_some());
    let sent = listed().filter(|line| !line.files.is_empty()).count();
    let missing: Vec<&str> = listed()
        .filter(|line| line.files.is_empty())
        .map(|line| line.unit.name.as_str())
        .collect();
    let mut out = match lang {
        Lang::Vi => format!("Đơn vị đã gửi: {sent} trên {expected}\n"),
        Lang::En => format!("Units that reported: {sent} of {expected}\n"),
    };
    if !missing.is_empty() {
        out.push_str(&format!(
            "{}: {}\n",
            lang.pick("Chưa gửi", "Missing"),
            missing.join(", ")
        ));
    }
    out
}

fn state(state: ReportState, lang: Lang) -> &'static str {
    match state {
        ReportState::Read => lang.pick("đọc được", "read"),
        ReportState::Repeat => lang.pick(
            "đọc được, không tính vì trùng tệp khác",
            "read, repeats another file",
        ),
        ReportState::NotReport => lang.pick("không phải báo cáo", "not a report"),
        ReportState::Unreadable => lang.pick("KHÔNG ĐỌC ĐƯỢC", "NOT READ"),
    }
}

fn mark(severity: Severity) -> char {
    match severity {
        Severity::Error => 'x',
        Severity::Warning => '!',
        Severity::Note => '-',
    }
}

fn table(table: &TableRead, lang: Lang) -> String {
    let header = match (table.header, lang) {
        (Some(row), Lang::Vi) => format!("tiêu đề ở dòng {row}"),
        (Some(row), Lang::En) => format!("header in row {row}"),
        (None, _) => lang.pick("không có dòng tiêu đề", "no header row").to_owned(),
    };
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|(role, name)| format!("{name} = {}", column(*role, lang)))
        .collect();
    let counts = match lang {
        Lang::Vi => format!("{} ý kiến, {} dòng để riêng", table.opinions, table.set_aside),
        Lang::En => format!("{} opinions, {} rows set aside", table.opinions, table.set_aside),
    };
    let sheet = lang.pick("trang", "sheet");
    format!(
        "{} | {sheet} \"{}\", {header} ({}): {counts}",
        table.unit.name,
        table.sheet,
        columns.join(", ")
    )
}
