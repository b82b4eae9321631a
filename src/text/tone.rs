//! Tone marks: where they stand, and text without them.
//!
//! Vietnamese writes the tone of open `oa`, `oe`, `uy` on the first vowel (hòa, the older habit) or on the second
//! (hoà, the newer). Both are right and both occur in one report, so keys use the older one. With a final letter
//! there is only one form (hoàn, thuyền), and after `q` the `u` belongs to the consonant (quý).

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_canonical, is_combining_mark};

/// A letter apart from its tone: `ế` is `ê` with an acute.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub(super) base: char,
    pub(super) tone: Option<char>,
}

/// The same text with every tone mark where the older orthography puts it: hoà becomes hòa, uỷ becomes ủy, and a
/// slip like "tòan" becomes "toàn". The text must be composed (see [`clean`](super::clean)).
pub fn canonical_tones(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word: Vec<char> = Vec::new();
    for c in text.chars() {
        if c.is_alphabetic() {
            word.push(c);
        } else {
            flush(&mut word, &mut out);
            out.push(c);
        }
    }
    flush(&mut word, &mut out);
    out
}

/// The text in lower case without tones, hats, horns and the stroke of đ: "Đường ướt" becomes "duong uot".
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if let Some(Some(one)) = FOLDED.get(c as usize) {
            out.push(*one);
        } else {
            out.extend(folded(c));
        }
    }
    out
}

/// What each letter before U+2000 folds to, since intake folds the same letters again and again; nothing where that is not one
/// letter. All letters of Vietnamese are among them.
static FOLDED: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let one = |c: char| {
        let mut letters = folded(c).into_iter();
        letters.next().filter(|_| letters.next().is_none())
    };
    ('\0'..'\u{2000}').map(one).collect()
});

/// What a single letter folds to.
fn folded(c: char) -> Vec<char> {
    let mut letters = Vec::new();
    decompose_canonical(c, |part| {
        if !is_combining_mark(part) {
            letters.extend(part.to_lowercase().map(|c| if c == 'đ' { 'd' } else { c }));
        }
    });
    letters
}

/// The text without the five tones, hats and horns kept: "trực" becomes "trưc".
pub fn without_tones(text: &str) -> String {
    text.nfd().filter(|c| !is_tone(*c)).nfc().collect()
}

pub(super) fn letter(c: char) -> Letter {
    if c.is_ascii() {
        return Letter { base: c, tone: None };
    }
    let mut base: Option<char> = None;
    let mut tone = None;
    decompose_canonical(c, |part| {
        if is_tone(part) {
            tone = Some(part);
        } else {
            base = Some(match base {
                None => part,
                Some(before) => compose(before, part).unwrap_or(before),
            });
        }
    });
    Letter {
        base: base.unwrap_or(c),
        tone,
    }
}

/// Grave, acute, tilde, hook above, dot below: the five written tones.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

fn flush(word: &mut Vec<char>, out: &mut String) {
    // Few words have such a pair; the others are not taken apart.
    if !word.windows(2).any(may_move) {
        out.extend(word.drain(..));
        return;
    }
    let mut letters: Vec<Letter> = word.drain(..).map(letter).collect();
    move_tone(&mut letters);
    for letter in letters {
        match letter.tone {
            None => out.push(letter.base),
            // Not `compose`: the pair "â" and dot below is composed only after reordering.
            Some(tone) => out.extend([letter.base, tone].into_iter().nfc()),
        }
    }
}

/// Whether two letters are `oa`, `oe` or `uy` with any tone.
fn may_move(pair: &[char]) -> bool {
    match pair {
        [a, b] if "oòóỏõọOÒÓỎÕỌ".contains(*a) => "aàáảãạeèéẻẽẹAÀÁẢÃẠEÈÉẺẼẸ".contains(*b),
        [a, b] if "uùúủũụUÙÚỦŨỤ".contains(*a) => "yỳýỷỹỵYỲÝỶỸỴ".contains(*b),
        _ => false,
    }
}

/// Moves the tone of the pair `oa`, `oe`, `uy` to the place that the rest of the word asks for.
fn move_tone(word: &mut [Letter]) {
    let mut tones = word.iter().enumerate().filter(|(_, l)| l.tone.is_some());
    let (Some((at, _)), None) = (tones.next(), tones.next()) else {
        return;
    };
    for first in [at.checked_sub(1), Some(at)].into_iter().flatten() {
        let (Some(a), Some(b)) = (word.get(first), word.get(first + 1)) else {
            continue;
        };
        let pair = (a.base.to_lowercase().next(), b.base.to_lowercase().next());
        if !matches!(pair, (Some('o'), Some('a' | 'e')) | (Some('u'), Some('y'))) {
            continue;
        }
        let after_q = first
            .checked_sub(1)
            .and_then(|i| word.get(i))
            .is_some_and(|l| matches!(l.base, 'q' | 'Q'));
        let open = first + 2 == word.len();
        let to = if open && !after_q { first } else { first + 1 };
        let tone = word.get_mut(at).and_then(|l| l.tone.take());
        if let Some(letter) = word.get_mut(to) {
            letter.tone = tone;
        }
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tone_of_an_open_pair_moves_and_no_other_does() {
        for (raw, canonical) in [
            ("hoà bình", "hòa bình"),
            ("hòa", "hòa"),
            ("HOÀ", "HÒA"),
            ("uỷ ban", "ủy ban"),
            ("Uỷ", "Ủy"),
            ("khoẻ", "khỏe"),
            ("thuý", "thúy"),
            ("quý", "quý"),
            ("qúy", "quý"),
            ("quỹ", "quỹ"),
            ("hoàn", "hoàn"),
            ("an tòan", "an toàn"),
            ("ngòai", "ngoài"),
            ("ngoằn ngoèo", "ngoằn ngoèo"),
            ("thuyền", "thuyền"),
            ("hùynh", "huỳnh"),
            ("khuya", "khuya"),
            ("xoá đói", "xóa đói"),
            ("loá", "lóa"),
            ("của", "của"),
            ("nhận được nặng ổ", "nhận được nặng ổ"),
            ("mùa", "mùa"),
            ("", ""),
        ] {
            assert_eq!(canonical_tones(raw), canonical, "{raw}");
        }
    }

    #[test]
    fn folding_takes_every_mark_away() {
        assert_eq!(
            fold("Đường Ướt ở xã Hoà Bình, ổ gà"),
            "duong uot o xa hoa binh, o ga"
        );
        assert_eq!(fold("ĐẢNG ỦY"), "dang uy");
    }
}
