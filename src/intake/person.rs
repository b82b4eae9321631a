//! Names of people in the cells of a report: what looks like one, ditto marks, a name and a position in one cell.

use crate::text::{canonical_tones, clean, fold};

/// Most words of a name with the address before it.
const MOST_WORDS: usize = 8;

/// Whether a text looks like a person's name: two to six words, each with a capital, no figures.
pub(crate) fn is_name(text: &str) -> bool {
    if text.split_whitespace().nth(MOST_WORDS).is_some() {
        return false;
    }
    let text = clean(text);
    let rest = addressed(&text).unwrap_or(&text);
    let words: Vec<&str> = rest.split(' ').collect();
    (2..=6).contains(&words.len())
        && words.iter().enumerate().all(|(at, word)| {
            if at > 0 && at + 1 < words.len() && matches!(*word, "văn" | "thị" | "đức" | "hữu" | "xuân")
            {
                return true;
            }
            let mut chars = word.chars();
            chars.next().is_some_and(char::is_uppercase)
                && chars.all(|c| c.is_alphabetic())
                && word.chars().count() <= 7
        })
        && !NO_NAMES
            .iter()
            .any(|no| canonical_tones(rest).to_lowercase().starts_with(no))
}

/// Words that begin a heading, a post or a body in capitals, not a name.
const NO_NAMES: [&str; 33] = [
    "lĩnh vực",
    "ban ",
    "bí thư",
    "chủ tịch",
    "phó ",
    "trưởng ",
    "tổ trưởng",
    "xã ",
    "phường ",
    "thôn ",
    "xóm ",
    "tổ ",
    "cán bộ",
    "công chức",
    "nông dân",
    "người ",
    "tm ",
    "ủy ban",
    "đảng ",
    "tỉnh ủy",
    "cộng ",
    "độc lập",
    "hội ",
    "sở ",
    "nơi ",
    "ý kiến",
    "không ",
    "kiến nghị",
    "đề nghị",
    "tổng cộng",
    "chi bộ",
    "giáo viên",
    "kế toán",
];

/// The name after "Ông", "Bà", "Đồng chí".
fn addressed(text: &str) -> Option<&str> {
    [
        "Ông",
        "Bà",
        "Anh",
        "Chị",
        "Đ/c",
        "Đồng chí",
        "ông",
        "bà",
        "đ/c",
        "Đ/C",
        "Ô.",
        "B.",
    ]
    .iter()
    .find_map(|word| text.strip_prefix(word)?.strip_prefix([' ', ':', '.']))
    .map(str::trim_start)
}

/// Longest ditto mark, in bytes, the spaces around it included.
const LONGEST_MARK: usize = 60;

/// Whether a cell says "as above": "nt", "như trên", a ditto mark.
pub(crate) fn is_ditto(text: &str) -> bool {
    if text.len() > LONGEST_MARK {
        return false;
    }
    let folded = fold(&clean(text));
    if folded.is_empty() {
        return false;
    }
    let core: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let marks = |c: char| {
        matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '‘'
                | '’'
                | '〃'
                | '″'
                | '„'
                | ','
                | '/'
                | '-'
                | '–'
                | ' '
                | '.'
                | '='
        )
    };
    let quotes = folded != "/"
        && folded.chars().all(marks)
        && folded.contains(['"', '\'', '“', '”', '’', '〃', '″', '/', '„']);
    matches!(core.as_str(), "nt" | "nhutren" | "nhutrn" | "dotren") || quotes || folded == ",,"
}

/// A name and a position that share a cell: "Nguyễn Văn A - Trưởng thôn".
pub(crate) fn split_position(cell: &str) -> (String, String) {
    let parts = cell
        .split_once(['\n', ',', ';', '(', '–', '—'])
        .or_else(|| cell.split_once(" - "))
        .or_else(|| cell.split_once(": "));
    match parts {
        Some((name, position)) if !position.trim().is_empty() => {
            let position = position
                .trim()
                .trim_end_matches(')')
                .trim_start_matches(['-', ' ', '–'])
                .trim();
            (
                name.trim().trim_end_matches(['-', ':', ' ']).to_owned(),
                position.to_owned(),
            )
        }
        _ => (cell.trim().to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_posts_and_headings() {
        for text in [
            "Nguyễn Văn An",
            "Ông Ma Văn Hòa",
            "LÝ THỊ HOA",
            "Đ/c Hoàng Tòng",
            "Bế  Thị\u{a0}Mến",
        ] {
            assert!(is_name(text), "{text}");
        }
        for text in [
            "Trưởng thôn",
            "Lĩnh Vực Đất Đai",
            "Đề nghị sửa đường",
            "Hoa",
            "Xã Phú Đình",
            "1",
            "BÍ THƯ ĐẢNG ỦY",
        ] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn ditto_marks_are_known() {
        for text in [
            "nt",
            "-nt-",
            "N.T",
            "Như trên",
            "\"",
            "''",
            "〃",
            "“",
            "//",
            "- \" -",
            ",,",
        ] {
            assert!(is_ditto(text), "{text}");
        }
        for text in ["", "-", "...", "Nguyễn", "ntn"] {
            assert!(!is_ditto(text), "{text}");
        }
    }

    #[test]
    fn a_name_and_a_position_in_one_cell_are_parted() {
        for (cell, name, position) in [
            ("Nguyễn Văn A - Trưởng thôn", "Nguyễn Văn A", "Trưởng thôn"),
            ("Nguyễn Văn A, Bí thư chi bộ", "Nguyễn Văn A", "Bí thư chi bộ"),
            ("Nguyễn Văn A (Nông dân)", "Nguyễn Văn A", "Nông dân"),
            ("Nguyễn Văn A\nTrưởng xóm", "Nguyễn Văn A", "Trưởng xóm"),
            ("Nguyễn Văn A", "Nguyễn Văn A", ""),
        ] {
            assert_eq!(
                split_position(cell),
                (name.to_owned(), position.to_owned()),
                "{cell}"
            );
        }
    }
}
