//! What a person reads about a finding: what was found and what to do.

use super::Lang;
use crate::finding::{DedupFinding, Finding, FindingKind, RoutingFinding};

/// What was found, without the place (file, sheet and cell stand beside it).
pub fn finding(finding: &Finding, lang: Lang) -> String {
    match &finding.kind {
        FindingKind::Intake(kind) => super::intake::found(kind, lang),
        FindingKind::Dedup(kind) => dedup(kind, lang),
        FindingKind::Routing(kind) => routing(kind, lang),
        FindingKind::Delegates(kind) => super::delegates::found(kind, lang),
        FindingKind::Workbook(kind) => super::workbook_finding::found(kind, lang),
        FindingKind::Answers(kind) => super::answers::found(kind, lang),
    }
}

/// A finding in one line: place, what was found, what to do.
pub fn finding_line(found: &Finding, lang: Lang) -> String {
    let gap = if found.file.is_empty() { "" } else { ": " };
    format!(
        "{}{gap}{}. {}",
        found.file,
        sentence(found, lang),
        next_step(found, lang)
    )
}

/// Sheet and cell, where the finding is about one, and what was found.
pub(super) fn sentence(found: &Finding, lang: Lang) -> String {
    let sheet = found
        .sheet
        .as_ref()
        .map(|sheet| format!("{} \"{sheet}\"", lang.pick("trang", "sheet")));
    let cell = found
        .cell
        .as_ref()
        .map(|cell| format!("{} {cell}", lang.pick("ô", "cell")));
    let place: Vec<String> = [sheet, cell].into_iter().flatten().collect();
    let gap = if place.is_empty() { "" } else { ": " };
    format!("{}{gap}{}", place.join(", "), finding(found, lang))
}

/// Says that more findings than those printed are in the workbook.
pub fn more_findings(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("... và {more} điều khác, xem trang \"Cảnh báo\""),
        Lang::En => format!("... and {more} more, see the sheet \"Cảnh báo\""),
    }
}

/// What the clerk should do about it.
pub fn next_step(finding: &Finding, lang: Lang) -> String {
    match &finding.kind {
        FindingKind::Workbook(kind) => super::workbook_finding::next(kind, lang).to_owned(),
        FindingKind::Answers(kind) => super::answers::next(kind, lang).to_owned(),
        FindingKind::Intake(kind) => super::intake::next(kind, lang).to_owned(),
        FindingKind::Delegates(kind) => super::delegates::next(kind, lang).to_owned(),
        FindingKind::Dedup(DedupFinding::Contradiction { .. }) => lang
            .pick(
                "Xem lại hai nhóm và giữ một quyết định.",
                "Look at both groups and keep one decision.",
            )
            .to_owned(),
        FindingKind::Routing(RoutingFinding::UnknownAgency { .. }) => lang
            .pick("Chọn cơ quan trong danh sách.", "Choose an agency from the list.")
            .to_owned(),
    }
}

fn dedup(kind: &DedupFinding, lang: Lang) -> String {
    match kind {
        DedupFinding::Contradiction { a, b } => match lang {
            Lang::Vi => format!("Các quyết định về {a} và {b} mâu thuẫn nhau"),
            Lang::En => format!("The decisions about {a} and {b} contradict one another"),
        },
    }
}

fn routing(kind: &RoutingFinding, lang: Lang) -> String {
    match kind {
        RoutingFinding::UnknownAgency { name } => match lang {
            Lang::Vi => format!("Kế hoạch không có cơ quan \"{name}\""),
            Lang::En => format!("The plan has no agency \"{name}\""),
        },
    }
}
