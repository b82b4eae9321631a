//! Texts that ask for nothing: "Không có ý kiến", "Nhất trí", a dash. "Nhất trí, tuy nhiên đề nghị ..." is an opinion.

use crate::text::{clean, fold};

/// Words that say that nothing is asked, without tones.
const NOTHING: [&str; 12] = [
    "khong co y kien",
    "khong co kien nghi",
    "khong co de xuat",
    "khong kien nghi gi",
    "khong y kien",
    "khong kien nghi",
    "khong",
    "nhat tri",
    "dong y",
    "hoan toan nhat tri",
    "hoan toan dong y",
    "dong tinh",
];

/// Words after which something is asked all the same.
const ASKING: [&str; 8] = [
    "tuy nhien",
    "nhung",
    "song",
    "de nghi",
    "mong",
    "can ",
    "bao gio",
    "?",
];

/// Whether a text asks for nothing.
pub(crate) fn asks_for_nothing(text: &str) -> bool {
    let folded = fold(&clean(text));
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() || words.chars().all(|c| c == '0' || !c.is_alphanumeric()) {
        return true;
    }
    if ASKING.iter().any(|word| words.contains(word)) || words.chars().count() > 120 {
        return false;
    }
    NOTHING.iter().any(|phrase| match phrase.contains(' ') {
        true => words.contains(phrase),
        false => words == *phrase,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_nothing_is_told_from_an_opinion() {
        for text in [
            "Không có ý kiến",
            "không",
            "-",
            "...",
            "0",
            "Nhất trí với báo cáo",
            "Tôi hoàn toàn đồng ý",
        ] {
            assert!(asks_for_nothing(text), "{text}");
        }
        for text in [
            "Nhất trí, tuy nhiên đề nghị sửa đường",
            "Không có nước sạch",
            "Sửa cầu",
            "10",
        ] {
            assert!(!asks_for_nothing(text), "{text}");
        }
    }
}
