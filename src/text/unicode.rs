//! Characters: composed form, look-alikes, invisible characters, white space.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text as a person sees it: composed (NFC), look-alike letters replaced by the Vietnamese ones, invisible
/// characters gone, every run of white space a single space, trimmed. Line breaks become spaces too.
pub fn clean(text: &str) -> String {
    // Most texts are composed already, and need not be taken apart to find out.
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        tidy(text.chars(), text.len())
    } else {
        tidy(text.nfc(), text.len())
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
        out.push(look_alike(c));
    }
    out
}

/// The text in composed letters, with look-alikes of đ replaced; `None` where it is so already.
pub fn composed(text: &str) -> Option<String> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes && text.chars().all(|c| look_alike(c) == c) {
        return None;
    }
    let composed: String = text.nfc().map(look_alike).collect();
    (composed != text).then_some(composed)
}

/// Zero-width and formatting characters that Word, web pages and phones leave in cells.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Letters that look like đ and are not (Icelandic eth, African d).
fn look_alike(c: char) -> char {
    match c {
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
            ("a\u{a0}\u{a0}b", "a b"),
            ("  a \r\n\t b  ", "a b"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("a\u{0}b", "a b"),
            ("", ""),
        ] {
            assert_eq!(clean(raw), seen, "{raw:?}");
        }
    }
}
