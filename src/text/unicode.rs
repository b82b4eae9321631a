//! Characters: composed form, look-alikes, invisible characters, white space.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::syllable::is_syllable;

/// The text as a person sees it: composed (NFC), look-alike letters replaced by the Vietnamese ones, invisible
/// characters gone, every run of white space a single space, trimmed. Line breaks become spaces too.
pub fn clean(text: &str) -> String {
    // Most texts are composed already, and need not be taken apart to find out.
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        tidy(text.chars().map(look_alike), text.len())
    } else {
        // A look-alike may itself be written in parts: "a" and a caron.
        tidy(text.nfc().map(look_alike).nfc(), text.len())
    }
}

fn tidy(chars: impl Iterator<Item = char>, size: usize) -> String {
    let mut out = String::with_capacity(size);
    let mut gap = false;
    for c in chars {
        if is_invisible(c) {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(c);
    }
    out
}

/// The text in composed letters, with look-alikes of Vietnamese letters replaced and without control characters; `None` where
/// it is so already.
pub fn composed(text: &str) -> Option<String> {
    // The joiner makes one picture of two, and nothing of letters.
    let joins = text.contains(JOINER) && text.chars().any(is_picture);
    let is_dirt = |c: char| is_dirt(c) || c == JOINER && !joins;
    let plain = |c: char| look_alike(c) == c && !is_greek_or_cyrillic(c) && !is_dirt(c);
    if is_nfc_quick(text.chars()) == IsNormalized::Yes && text.chars().all(plain) {
        return None;
    }
    let mut composed = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_alphabetic() && !is_combining_mark(c)) {
        match of_latin_letters(word) {
            Some(latin) => composed.push_str(&latin),
            None => composed.extend(word.nfc().map(look_alike)),
        }
    }
    let seen = composed.chars().filter_map(|c| match c {
        // Word's own line and page ends.
        '\u{b}' | '\u{c}' => Some('\n'),
        c => (!is_dirt(c)).then_some(c),
    });
    let composed: String = seen.nfc().collect();
    let composed = tones_last(&composed).unwrap_or(composed);
    (composed != text).then_some(composed)
}

/// A text in which a tone stood before the mark of its vowel ("e", acute, circumflex): Unicode keeps their order, and the
/// letter ế has the circumflex first. `None` where no mark is left over.
fn tones_last(composed: &str) -> Option<String> {
    if !composed.chars().any(is_combining_mark) {
        return None;
    }
    let of_vowel = |c: &char| matches!(c, '\u{302}' | '\u{306}' | '\u{31b}');
    let mut ordered: Vec<char> = Vec::with_capacity(composed.len());
    let mut marks: Vec<char> = Vec::new();
    let settle = |ordered: &mut Vec<char>, marks: &mut Vec<char>| {
        marks.sort_by_key(|mark| !of_vowel(mark));
        ordered.append(marks);
    };
    for c in composed.nfd() {
        if is_combining_mark(c) {
            marks.push(c);
        } else {
            settle(&mut ordered, &mut marks);
            ordered.push(c);
        }
    }
    settle(&mut ordered, &mut marks);
    Some(ordered.into_iter().nfc().collect())
}

/// A word in which Greek or Cyrillic letters stand for Latin ones that look the same ("сáс" for "các"); `None` for any
/// other. A word in two scripts was never meant; one in letters that all look Latin is taken for what it then reads.
fn of_latin_letters(word: &str) -> Option<String> {
    if !word.chars().any(is_greek_or_cyrillic) {
        return None;
    }
    let (mut latin, mut mixed) = (String::with_capacity(word.len()), false);
    for c in word.nfd() {
        mixed |= c.is_ascii_alphabetic();
        latin.push(if is_greek_or_cyrillic(c) {
            latin_twin(c)?
        } else {
            c
        });
    }
    let latin: String = latin.chars().map(look_alike).nfc().collect();
    let letters = latin.trim_matches(|c: char| !c.is_alphabetic());
    // An angle is called α; a single letter of either script may be meant.
    let several = letters.chars().nth(1).is_some();
    (mixed || several && is_syllable(letters)).then_some(latin)
}

/// Zero width joiner.
const JOINER: char = '\u{200d}';

/// Characters that no text shows. The soft hyphen is a letter of old fonts, and the joiner may stand between pictures.
fn is_dirt(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    control || is_invisible(c) && !matches!(c, '\u{ad}' | JOINER)
}

/// Signs and pictures, those behind the planes of letters included.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn is_greek_or_cyrillic(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}')
}

/// The Latin letter that a Greek or Cyrillic one is drawn like.
fn latin_twin(c: char) -> Option<char> {
    const TWINS: [(&str, &str); 2] = [
        ("АВЕКМНОРСТУХІЅЈаекорсухіѕјһԁԛԝ", "ABEKMHOPCTYXISJaekopcyxisjhdqw"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυ", "ABEZHIKMNOPTYXaikvopu"),
    ];
    TWINS.iter().find_map(|(foreign, latin)| {
        let at = foreign.chars().position(|twin| twin == c)?;
        latin.chars().nth(at)
    })
}

/// Zero-width and formatting characters that Word, web pages and phones leave in cells.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Letters of other Latin alphabets that look like Vietnamese ones: Icelandic eth and African d, Tatar oi (which comes
/// out of converted fonts), Chinese ǎ, Turkish ı.
fn look_alike(c: char) -> char {
    match c {
        '\u{1a3}' => 'ư',
        '\u{1a2}' => 'Ư',
        '\u{1ce}' => 'ă',
        '\u{1cd}' => 'Ă',
        '\u{131}' => 'i',
        '\u{f0}' | '\u{256}' => 'đ',
        '\u{d0}' | '\u{189}' => 'Đ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_becomes_the_same() {
        for (raw, seen) in [
            ("đu\u{031b}o\u{031b}\u{0300}ng", "đường"),
            ("\u{f0}ường", "đường"),
            ("\u{d0}ường", "Đường"),
            ("\u{189}ường", "Đường"),
            ("ngƣời Tƣ\u{300} Lǎ\u{301}k k\u{131}ến", "người Từ Lắk kiến"),
            ("La\u{30c}k La\u{30c}\u{301}k", "Lăk Lắk"),
            ("a\u{a0}\u{a0}b", "a b"),
            ("  a \r\n\t b  ", "a b"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("a\u{0}b", "a b"),
            ("", ""),
        ] {
            assert_eq!(clean(raw), seen, "{raw:?}");
        }
    }
    #[test]
    fn what_takes_no_room_is_taken_out_and_the_letter_of_an_old_font_is_not() {
        assert_eq!(composed("Đề\u{200b} nghị\u{feff}").as_deref(), Some("Đề nghị"));
        assert_eq!(composed("tr\u{ad}êng"), None);
        assert_eq!(composed("Cháy đường.\u{200d}").as_deref(), Some("Cháy đường."));
        assert_eq!(composed("Cảm ơn 👩\u{200d}🌾"), None);
    }

    #[test]
    fn greek_and_cyrillic_letters_in_vietnamese_words_become_latin() {
        for (typed, meant) in [
            ("ХÃ РНОNG QUАNG", "XÃ PHONG QUANG"),
            ("Моng сáс сấр сó", "Mong các cấp có"),
            ("хóm сầu, đượс", "xóm cầu, được"),
            ("nὸng thôn, hό", "nòng thôn, hó"),
        ] {
            assert_eq!(composed(typed).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(
            composed("Máy\u{7} bơm\u{b}hỏng").as_deref(),
            Some("Máy bơm\nhỏng")
        );
        // The tone before the mark of its vowel, as some programs write it.
        assert_eq!(composed("gh\u{e9}\u{302}").as_deref(), Some("ghế"));
        assert_eq!(composed("La\u{30c}\u{301}k").as_deref(), Some("Lắk"));
        for text in ["góc α bằng 30°", "Москва", "kΩ", "5 μm", "Đề nghị sửa đường"] {
            assert_eq!(composed(text), None, "{text}");
        }
    }
}
