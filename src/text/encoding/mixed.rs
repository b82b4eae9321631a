//! Texts of which only some words are in an old code: a label is in one font and what was filled in in another, or
//! someone wrote on in another font.
//!
//! Most words say by themselves what they are. One that is a word either way ("cã" may be "có") is what the words
//! around it are; where these differ it stays as received, and the caller is told.

use super::{Damage, decode};
use crate::text::syllable::is_syllable;

/// A text with its old words in Unicode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mixed {
    pub(super) text: String,
    /// Words that can only be in the old code.
    pub(super) sure: usize,
    /// Whether a word is left that may be in either code.
    pub(super) unsure: bool,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Right as it stands.
    Stored,
    /// In the old code.
    Old,
    /// A word either way.
    Either,
    /// No Vietnamese word as it stands and a word of one letter in the old code: too little to tell by itself.
    Letter,
    /// Nothing that tells: no letter beyond ASCII, or no word either way.
    Silent,
}

struct Word<'a> {
    stored: &'a str,
    decoded: Option<String>,
    reading: Reading,
}

/// The words of one letter that stand between others.
const WORDS_OF_A_LETTER: &str = "ởýổạ";

/// Undoes a damage in the words that it befell; `None` where it can have befallen none.
pub(super) fn mixed(text: &str, damage: Damage) -> Option<Mixed> {
    let mut words: Vec<Word<'_>> = text
        .split_inclusive(parts)
        .map(|word| read(word, damage))
        .collect();
    if !words.iter().any(|word| word.reading == Reading::Old) {
        return None;
    }
    let sides = sides(&words);
    for (word, sides) in words.iter_mut().zip(sides) {
        if word.reading == Reading::Letter {
            let beside_old = sides.contains(&Some(Reading::Old));
            word.reading = if beside_old { Reading::Old } else { Reading::Stored };
        }
    }
    let sure = words.iter().filter(|word| word.reading == Reading::Old).count();
    let mut unsure = false;
    let sides = self::sides(&words);
    for (word, sides) in words.iter_mut().zip(sides) {
        if word.reading == Reading::Either {
            let (old, stored) = (Some(Reading::Old), Some(Reading::Stored));
            unsure |= sides.contains(&old) && sides.contains(&stored);
            if sides.contains(&old) && !sides.contains(&stored) {
                word.reading = Reading::Old;
            }
        }
    }
    let text = words.into_iter().map(|word| match (word.reading, word.decoded) {
        (Reading::Old, Some(decoded)) => decoded,
        _ => word.stored.to_owned(),
    });
    Some(Mixed {
        text: text.collect(),
        sure,
        unsure,
    })
}

/// What stands at the edges of words and is no letter in any code.
fn is_edge(c: char) -> bool {
    c.is_ascii_punctuation()
        || c.is_whitespace()
        || matches!(c, '0'..='9' | '\u{2010}'..='\u{2026}' | '°' | '²' | '³' | '±')
}

/// What parts words in every code.
fn parts(c: char) -> bool {
    c.is_ascii_whitespace() || c.is_ascii_punctuation()
}

fn read(stored: &str, damage: Damage) -> Word<'_> {
    let decoded = decode(stored, damage).filter(|decoded| decoded != stored);
    let is_word = |text: &str| is_syllable(text.trim_matches(|c: char| !c.is_alphabetic()));
    // Signs at its end may be letters of the old code: "ho¸" is no word with a sign after it, but "hoá".
    let is_stored = is_syllable(stored.trim_matches(is_edge));
    let reading = match &decoded {
        // A thousandth of a millimetre is no "àm".
        _ if stored.is_ascii() || stored.trim_end_matches(is_edge) == "µm" => Reading::Silent,
        None if stored.chars().any(char::is_alphabetic) => Reading::Stored,
        None => Reading::Silent,
        Some(decoded) if !is_word(decoded) && is_stored => Reading::Stored,
        Some(decoded) if !is_word(decoded) => Reading::Silent,
        Some(_) if is_stored => Reading::Either,
        // One letter ("Ø 400") may be anything.
        Some(decoded) => match bare(decoded) {
            (Some(_), true) => Reading::Old,
            (Some(letter), false) if WORDS_OF_A_LETTER.contains(letter) => Reading::Letter,
            _ => Reading::Silent,
        },
    };
    Word {
        stored,
        decoded,
        reading,
    }
}

/// The first letter of a word, and whether others follow.
fn bare(word: &str) -> (Option<char>, bool) {
    let mut letters = word.trim_matches(|c: char| !c.is_alphabetic()).chars();
    (letters.next(), letters.next().is_some())
}

/// For each word what the nearest words before and after it are that say so by themselves.
fn sides(words: &[Word<'_>]) -> Vec<[Option<Reading>; 2]> {
    let told =
        |word: &Word<'_>| matches!(word.reading, Reading::Stored | Reading::Old).then_some(word.reading);
    let mut nearest = None;
    let before: Vec<_> = words
        .iter()
        .map(|word| {
            let before = nearest;
            nearest = told(word).or(nearest);
            before
        })
        .collect();
    nearest = None;
    let mut sides: Vec<_> = words
        .iter()
        .zip(before)
        .rev()
        .map(|(word, before)| {
            let after = nearest;
            nearest = told(word).or(nearest);
            [before, after]
        })
        .collect();
    sides.reverse();
    sides
}

#[cfg(test)]
mod tests {
    use super::super::{DAMAGES, Page};
    use super::*;
    use crate::text::Code;

    fn from_tcvn3(text: &str) -> Option<Mixed> {
        let is_it = |damage: &&Damage| damage.code == Code::Tcvn3 && damage.page == Page::Windows1252;
        mixed(text, **DAMAGES.iter().find(is_it).as_ref().unwrap())
    }

    #[test]
    fn a_text_that_goes_on_in_an_old_font_is_repaired_from_there_on() {
        let all = from_tcvn3("không chuyên trách ë xãm Nµ HÊu, hiÖn chØ cã 403 ngh×n ®ång").unwrap();
        assert_eq!(
            all.text,
            "không chuyên trách ở xóm Nà Hấu, hiện chỉ có 403 nghìn đồng"
        );
        assert!(!all.unsure);
        let sign = from_tcvn3("hỗ trợ xây dựng nhà văn ho¸ xãm QuyÕt TiÕn").unwrap();
        assert_eq!(
            (sign.text.as_str(), sign.unsure),
            ("hỗ trợ xây dựng nhà văn hoá xóm Quyết Tiến", false)
        );
        let label = from_tcvn3("Đơn vị: X· §iÒm Thôy").unwrap();
        assert_eq!(
            (label.text.as_str(), label.unsure),
            ("Đơn vị: Xã Điềm Thụy", false)
        );
    }

    #[test]
    fn a_word_between_two_codes_stays_and_is_told() {
        let text = from_tcvn3("Đề nghị cấp xãm §«ng").unwrap();
        assert_eq!((text.text.as_str(), text.unsure), ("Đề nghị cấp xãm Đông", true));
    }

    #[test]
    fn sound_text_is_not_taken_for_a_mixture() {
        for text in [
            "Đề nghị sửa cống Ø 400 ở xóm",
            "bụi trên 10 µm, gần xóm",
            "Hà Văn Tòng",
            "Sua duong",
        ] {
            assert_eq!(from_tcvn3(text), None, "{text}");
        }
    }
}
