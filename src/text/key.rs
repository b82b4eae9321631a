//! The two keys of a text.

use super::{fold, token};

/// The words that a text says, in its order, once spelling habits are set right: composed letters, tone placement,
/// case, spacing and punctuation, abbreviations written out, courtesy phrases gone. Equal keys mean the same words,
/// so this key may merge by itself.
pub fn strict_key(text: &str) -> String {
    key_of(&token::tokens(text))
}

/// The strict key of a text that is already in words.
pub fn key_of(tokens: &[token::Token]) -> String {
    let words: Vec<&str> = kept(tokens).map(|token| token.word.as_str()).collect();
    words.join(" ")
}

/// The words that the keys keep: all but courtesy, or all when there is nothing else.
pub fn kept(tokens: &[token::Token]) -> impl Iterator<Item = &token::Token> {
    let all = tokens.iter().all(|token| token.courtesy);
    tokens.iter().filter(move |token| all || !token.courtesy)
}

/// The [`strict_key`] without tones. Different words may share it ("xóm Đông", "xóm Đồng"), so it may only propose.
pub fn folded_key(text: &str) -> String {
    fold(&strict_key(text))
}

/// Lower-case words of a text, abbreviations as they stand.
pub(super) fn raw_words(text: &str) -> Vec<String> {
    super::token::scan(text).into_iter().map(|raw| raw.word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_habits_do_not_change_the_strict_key() {
        for (a, b) in [
            ("Đề nghị sửa đường ĐT.261", "Kính đề nghị sửa đường ĐT 261."),
            ("UBND tỉnh", "Uỷ ban nhân dân tỉnh"),
            ("phụ cấp 03 chức danh", "Phụ cấp 3 chức danh"),
            ("XÃ HOÀ BÌNH", "xã Hòa  Bình"),
            ("hỗ trợ xi\u{a0}măng", "ho\u{302}\u{303} trợ xi măng"),
        ] {
            assert_eq!(strict_key(a), strict_key(b), "{a} / {b}");
        }
    }

    #[test]
    fn meaning_does() {
        for (a, b) in [
            ("xóm Đông", "xóm Đồng"),
            ("thôn 3", "thôn 5"),
            ("thu phí", "không thu phí"),
            ("mức 1,5", "mức 1,75"),
            ("10 hộ", "100 hộ"),
        ] {
            assert_ne!(strict_key(a), strict_key(b), "{a} / {b}");
        }
        assert_eq!(folded_key("xóm Đông"), folded_key("xóm Đồng"));
    }

    #[test]
    fn odd_texts_have_keys_too() {
        for text in [
            "",
            " ",
            "...",
            "- – —",
            "\u{0}\u{feff}",
            "🙂",
            "0",
            "00",
            "000,5",
            "İ2t 5",
            "x\u{307} thông tư 5",
            "đt04çu4",
            "ú{úy\u{31c}c",
            "pia\u{30c}",
            "piá\u{30c}",
            ";;Đề Đề nghị nghị U sử( ãngh",
        ] {
            let key = strict_key(text);
            assert_eq!(strict_key(&key), key, "{text:?}");
        }
    }
}
