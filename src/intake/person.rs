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
        && (middle_name(&words)
            || !NO_NAMES
                .iter()
                .any(|no| canonical_tones(rest).to_lowercase().starts_with(no)))
}

/// "Phó Thị Mến": what stands before "Thị" is a surname, whatever else the word means, but for "UBND Thị Trấn".
fn middle_name(words: &[&str]) -> bool {
    matches!(words, [_, "Thị", given, ..] if !matches!(*given, "Trấn" | "Xã"))
}

/// "Nguyễn Văn A": who stands for anybody in an example.
pub(crate) fn is_placeholder(text: &str) -> bool {
    is_name(text)
        && text
            .split_whitespace()
            .next_back()
            .is_some_and(|word| word.chars().nth(1).is_none())
}

/// Words that begin a heading, a post or a body in capitals, not a name.
const NO_NAMES: [&str; 36] = [
    "ubnd ",
    "hđnd ",
    "tdp ",
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
    // "./." ends a report.
    let end = folded.chars().all(|c| matches!(c, '.' | '/'));
    let quotes = (!end || folded == "//")
        && folded.chars().all(marks)
        && folded.contains(['"', '\'', '“', '”', '’', '〃', '″', '/', '„']);
    matches!(core.as_str(), "nt" | "nhutren" | "nhutrn" | "dotren") || quotes || folded == ",,"
}

/// A name and a position that share a cell: "Nguyễn Văn A - Trưởng thôn".
pub(crate) fn split_position(cell: &str) -> (String, String) {
    const SEPARATORS: [&str; 8] = ["\n", ",", ";", "(", "–", "—", " - ", ": "];
    let parts = SEPARATORS
        .iter()
        .filter_map(|separator| cell.split_once(separator))
        .min_by_key(|(name, _)| name.len());
    match parts {
        Some((name, position)) if !position.trim().is_empty() => {
            let position = position
                .trim()
                .trim_end_matches(')')
                .trim_start_matches(['-', ' ', '–'])
                .trim();
            // "Nguyễn Văn A" on one line, "(Trưởng thôn)" on the next.
            let position = position
                .strip_prefix('(')
                .filter(|inner| !inner.contains(')'))
                .unwrap_or(position);
            (
                name.trim().trim_end_matches(['-', ':', ' ']).to_owned(),
                position.to_owned(),
            )
        }
        _ => (cell.trim().to_owned(), String::new()),
    }
}

/// A name and a post that share a cell in the other order or with nothing between them: "Trưởng xóm: Nguyễn Văn A", "Trưởng
/// xóm Nguyễn Văn A", "Ông Nguyễn Văn A Trưởng xóm Cái". Where a name may reach further, nothing is parted.
pub(crate) fn name_beside_post(cell: &str, is_post: fn(&str) -> bool) -> Option<(String, String)> {
    const LONGEST_NAME: usize = 4;
    let (first, second) = split_position(cell);
    if is_post(&first) && !is_name(&first) && is_name(&second) {
        return Some((second, first));
    }
    if !second.is_empty() {
        return None;
    }
    let cell = clean(cell);
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let words: Vec<&str> = cell.split(' ').collect();
    let parted = |at: usize| {
        let (before, after) = words.split_at_checked(at)?;
        let [from, to] = [before.join(" "), after.join(" ")];
        // The second word of a post is small, that of a name never is.
        if is_name(&from) && is_post(&to) && after.get(1).is_some_and(small) {
            return Some((from, to));
        }
        let name = (2..=LONGEST_NAME).contains(&after.len()) && is_name(&to);
        // "Cử tri xóm Khe Cạn" names a place; "Trưởng xóm Ma Văn Hòa" may, and has a name of three words.
        let of_place = |word: &&str| {
            matches!(
                word.to_lowercase().as_str(),
                "xóm" | "thôn" | "bản" | "khu" | "phố" | "tổ"
            )
        };
        let heads = before.iter().any(|word| fold(word) == "truong") && after.len() > 2;
        let post = is_post(&from)
            && before.last().is_some_and(small)
            && (heads || !before.last().is_some_and(of_place));
        (name && post).then_some((to, from))
    };
    (2..words.len()).find_map(parted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_beside_a_post_is_found_without_a_mark() {
        let is_post = |text: &str| text.to_lowercase().starts_with("trưởng") || text.starts_with("người");
        for (cell, expected) in [
            ("Trưởng xóm: Nguyễn Văn A", Some(("Nguyễn Văn A", "Trưởng xóm"))),
            ("Trưởng xóm Nguyễn Văn An", Some(("Nguyễn Văn An", "Trưởng xóm"))),
            (
                "Ông Nguyễn Văn An Trưởng xóm Cái",
                Some(("Ông Nguyễn Văn An", "Trưởng xóm Cái")),
            ),
            ("Ma Thị Nhung người dân", Some(("Ma Thị Nhung", "người dân"))),
            ("Trưởng xóm Nà Mòn Nguyễn Văn An", None),
            ("Cử tri xóm Khe Cạn", None),
            ("Nguyễn Văn An", None),
            ("Trưởng xóm", None),
        ] {
            let expected = expected.map(|(name, post)| (name.to_owned(), post.to_owned()));
            assert_eq!(name_beside_post(cell, is_post), expected, "{cell}");
        }
    }

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
            ("Nguyễn Văn A\n(Nông dân)", "Nguyễn Văn A", "Nông dân"),
            (
                "Nguyễn Văn A - Trưởng xóm, xóm Cái",
                "Nguyễn Văn A",
                "Trưởng xóm, xóm Cái",
            ),
            (
                "Nguyễn Văn A - (Phó) Trưởng xóm",
                "Nguyễn Văn A",
                "(Phó) Trưởng xóm",
            ),
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
