//! Why two opinions were joined, asked about or kept apart: a Vietnamese sentence from the signals.

use super::workbook::percent;
use crate::model::{Evidence, Signal, SignalKind, Veto};

/// Signals named for and against; more would not be read.
const NAMED: usize = 3;

/// Why an opinion is in its group; `None` for the head of `size` members.
pub fn member(evidence: Option<&Evidence>, size: usize) -> String {
    match evidence {
        None if size < 2 => "Chưa thấy ý kiến trùng".to_owned(),
        None => "Ý kiến đại diện của nhóm".to_owned(),
        Some(evidence) => format!(
            "Trùng ý kiến đại diện ({}): {}",
            percent(evidence.score),
            grounds(evidence)
        ),
    }
}

/// What speaks for and against two opinions being the same.
pub fn pair(evidence: &Evidence) -> String {
    capital(&grounds(evidence))
}

/// What kept two look-alikes apart.
pub fn apart(evidence: &Evidence) -> String {
    let vetoes: Vec<String> = evidence.vetoes.iter().map(veto).collect();
    if vetoes.is_empty() {
        pair(evidence)
    } else {
        capital(&vetoes.join("; "))
    }
}

fn grounds(evidence: &Evidence) -> String {
    let mut signals: Vec<&Signal> = evidence
        .signals
        .iter()
        .filter(|s| s.kind != SignalKind::Prior)
        .collect();
    signals.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let named = |for_it: bool| {
        signals
            .iter()
            .filter(move |signal| (signal.weight > 0.0) == for_it && signal.weight != 0.0)
            .map(|signal| self::signal(signal))
            .take(NAMED)
    };
    let mut parts: Vec<String> = named(true).collect();
    parts.extend(evidence.vetoes.iter().map(veto));
    parts.extend(named(false));
    if parts.is_empty() {
        "câu chữ gần giống".to_owned()
    } else {
        parts.join("; ")
    }
}

fn signal(signal: &Signal) -> String {
    let (same, other) = match signal.kind {
        SignalKind::SameWords => ("cùng lời văn", "khác lời văn"),
        SignalKind::SharedWords => ("cùng từ ngữ", "ít từ chung"),
        SignalKind::Containment => ("nội dung này nằm trong nội dung kia", "nội dung không bao nhau"),
        SignalKind::Near => ("cùng ý, khác lời", "ý khác nhau"),
        SignalKind::Ask => ("cùng đề nghị", "khác đề nghị"),
        SignalKind::Object => ("cùng đối tượng", "khác đối tượng"),
        SignalKind::Beneficiary => ("cùng người thụ hưởng", "khác người thụ hưởng"),
        SignalKind::Policy => ("cùng chính sách", "khác chính sách"),
        SignalKind::Problem => ("cùng vướng mắc", "khác vướng mắc"),
        SignalKind::Name => ("cùng tên riêng", "khác tên riêng"),
        SignalKind::Number => ("cùng con số", "khác con số"),
        SignalKind::Agency => ("cùng cơ quan trả lời", "khác cơ quan trả lời"),
        SignalKind::Clerk => ("cán bộ đã xác định trùng", "cán bộ đã xác định không trùng"),
        SignalKind::Prior => ("", ""),
    };
    let label = if signal.weight > 0.0 { same } else { other };
    if signal.detail.is_empty() {
        label.to_owned()
    } else {
        format!("{label} ({})", signal.detail)
    }
}

fn veto(veto: &Veto) -> String {
    match veto {
        Veto::Object { a, b } => format!("khác đối tượng: {} / {}", told(a), told(b)),
        Veto::Number { a, b } => format!("khác con số: {} / {}", told(a), told(b)),
        Veto::Ask { a, b } => format!("khác đề nghị: {} / {}", told(a), told(b)),
        Veto::Negation { words } => format!("chỉ một bên phủ định: {words}"),
        Veto::Beneficiary { a, b } => format!("khác người thụ hưởng: {} / {}", told(a), told(b)),
        Veto::Asks { a, b } => format!("có thể chỉ trùng một phần: một bên có {a} đề nghị, bên kia có {b}"),
        Veto::Tone { a, b } => format!("chỉ khác dấu: {} / {}", told(a), told(b)),
        Veto::Clerk => "cán bộ đã xác định không trùng".to_owned(),
    }
}

/// What a text names, or that it names nothing.
fn told(named: &str) -> &str {
    if named.is_empty() { "không nêu" } else { named }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
