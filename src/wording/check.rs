//! What `check` prints: file by file what was understood and what is wrong, and the roll-call of the units.

use super::finding::sentence;
use super::{Lang, column, next_step};
use crate::finding::{Finding, FindingKind, Severity};
use crate::model::{Layout, Report, ReportState, Roll, TableRead};

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
        let next = next_step(found, lang);
        out.push_str(&format!("    -> {next}\n"));
        if let Some(request) = request(found).filter(|request| *request != next) {
            out.push_str(&format!(
                "    {}: {request}\n",
                lang.pick("Gửi đơn vị", "To the unit")
            ));
        }
    }
    out
}

/// What is asked of the unit, in words that can be sent as they stand.
fn request(found: &Finding) -> Option<&'static str> {
    match &found.kind {
        FindingKind::Intake(kind) => super::intake::request(kind),
        _ => None,
    }
}

/// What can be sent to the unit about one file, as it stands; nothing where nothing is asked of the unit.
pub fn letter(report: &Report, findings: &[&Finding]) -> Option<String> {
    let asked: Vec<String> = findings
        .iter()
        .filter_map(|found| Some((*found, request(found)?)))
        .map(|(found, request)| format!("- {}. {request}", sentence(found, Lang::Vi)))
        .collect();
    let unit = report.unit.as_ref().filter(|unit| unit.code.is_some());
    let to = unit.map_or_else(
        || format!("Về tệp \"{}\":", report.file),
        |unit| format!("Kính gửi {}. Về tệp \"{}\":", unit.name, report.file),
    );
    (!asked.is_empty()).then(|| format!("{to}\n{}", asked.join("\n")))
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

/// What became of a file.
pub fn state(state: ReportState, lang: Lang) -> &'static str {
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

/// What was understood of one table.
pub fn table(table: &TableRead, lang: Lang) -> String {
    let columns = || {
        let named = table.columns.iter();
        let named = named.map(|(role, name)| format!("{name} = {}", column(*role, lang)));
        named.collect::<Vec<_>>().join(", ")
    };
    let layout = match (table.layout, lang) {
        (Layout::Header { row }, Lang::Vi) => format!("tiêu đề ở dòng {row} ({})", columns()),
        (Layout::Header { row }, Lang::En) => format!("header in row {row} ({})", columns()),
        (Layout::NoHeader, Lang::Vi) => format!("không có dòng tiêu đề ({})", columns()),
        (Layout::NoHeader, Lang::En) => format!("no header row ({})", columns()),
        (Layout::Paragraphs, _) => lang
            .pick("các đoạn văn, không phải bảng", "paragraphs, not a table")
            .to_owned(),
    };
    let counts = match lang {
        Lang::Vi => format!("{} ý kiến, {} dòng để riêng", table.opinions, table.set_aside),
        Lang::En => format!("{} opinions, {} rows set aside", table.opinions, table.set_aside),
    };
    let sheet = lang.pick("trang", "sheet");
    format!(
        "{} | {sheet} \"{}\", {layout}: {counts}",
        table.unit.name, table.sheet
    )
}

/// The headings and names of the workbook.
pub mod sheet {
    /// Title of the workbook.
    pub const TITLE: &str = "KIỂM TRA BÁO CÁO CỦA CÁC ĐƠN VỊ";
    /// Name of the sheet with the files.
    pub const FILES: &str = "Từng tệp";
    /// Name of the sheet with what was found.
    pub const FINDINGS: &str = "Cần xem";
    /// Title of the sheet with what was found.
    pub const FINDINGS_TITLE: &str = "ĐIỀU CẦN XEM LẠI";
    /// Name of the sheet with the units.
    pub const UNITS: &str = "Đơn vị";
    /// Title of the sheet with the units.
    pub const UNITS_TITLE: &str = "ĐIỂM DANH CÁC ĐƠN VỊ";
    /// Number of a row.
    pub const NUMBER: &str = "STT";
    /// File.
    pub const FILE: &str = "Tệp";
    /// What became of it.
    pub const STATE: &str = "Kết quả";
    /// Unit.
    pub const UNIT: &str = "Đơn vị";
    /// What was understood.
    pub const UNDERSTOOD: &str = "Đã hiểu như sau";
    /// Opinions.
    pub const OPINIONS: &str = "Số ý kiến";
    /// Rows set aside.
    pub const SET_ASIDE: &str = "Dòng để riêng";
    /// What can be sent to the unit.
    pub const LETTER: &str = "Lời nhắn gửi đơn vị";
    /// Sheet of a file.
    pub const SHEET: &str = "Trang";
    /// Cell of a sheet.
    pub const CELL: &str = "Ô";
    /// What was found.
    pub const FOUND: &str = "Điều đã thấy";
    /// What to do.
    pub const NEXT: &str = "Việc cần làm";
    /// Files that a unit sent.
    pub const SENT: &str = "Tệp đã gửi";
    /// In place of the files of a unit that sent none.
    pub const MISSING: &str = "Chưa gửi";
    /// A unit that the plan does not list.
    pub const UNKNOWN: &str = "ngoài kế hoạch";
}
