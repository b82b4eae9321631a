//! The two keys of a text.

use super::{abbreviation, canonical_tones, clean, courtesy, fold};

/// The words that a text says, in its order, once spelling habits are set right: composed letters, tone placement,
/// case, spacing and punctuation, abbreviations written out, courtesy phrases gone. Equal keys mean the same words,
/// so this key may merge by itself.
pub fn strict_key(text: &str) -> String {
    courtesy::strip(abbreviation::expand(raw_words(text))).join(" ")
}

/// The [`strict_key`] without tones. Different words may share it ("xóm Đông", "xóm Đồng"), so it may only propose.
pub fn folded_key(text: &str) -> String {
    fold(&strict_key(text))
}

/// Lower-case words of a text: runs of letters and digits. A comma, full stop or slash between digits belongs to
/// the number ("1,75", "01/7/2025"); leading zeros go ("03 chức danh" is "3 chức danh").
pub(super) fn raw_words(text: &str) -> Vec<String> {
    let text = canonical_tones(&clean(text)).to_lowercase();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let joins = matches!(c, ',' | '.' | '/')
            && word.ends_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() || joins {
            word.push(c);
        } else if !word.is_empty() {
            words.push(plain_number(std::mem::take(&mut word)));
        }
    }
    if !word.is_empty() {
        words.push(plain_number(word));
    }
    words
}

/// "03" is written "3"; "0" and "0,5" stay.
fn plain_number(word: String) -> String {
    let rest = word.trim_start_matches('0');
    if rest.len() < word.len() && rest.starts_with(|c: char| c.is_ascii_digit()) {
        rest.to_owned()
    } else {
        word
    }
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
        for text in ["", " ", "...", "- – —", "\u{0}\u{feff}", "🙂", "0", "00", "000,5"] {
            let key = strict_key(text);
            assert_eq!(strict_key(&key), key, "{text:?}");
        }
    }
}
