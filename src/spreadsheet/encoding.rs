//! Text files come in many encodings and seldom say which: byte-order mark, then what the bytes themselves allow.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

/// How much of a file is looked at to recognise it.
const START: usize = 8 << 10;

/// The first part of a file as text, or nothing if the bytes are no text.
pub(super) fn decode_start(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..START.min(bytes.len())).unwrap_or_default();
    // What fills a file up to a round size is no part of its text.
    let filled = start.iter().rev().take_while(|byte| **byte == 0).count();
    let start = if wide(start).is_none() && utf32(start).is_none() {
        start.get(..start.len() - filled).unwrap_or_default()
    } else {
        start
    };
    let text = match (utf32(start), wide(start)) {
        (Some(text), _) => text,
        (None, Some(encoding)) => encoding.decode(start).0.into_owned(),
        (None, None) => start.iter().map(|byte| char::from(*byte)).collect(),
    };
    let control = text
        .chars()
        .filter(|c| matches!(c, '\0'..='\x08' | '\x0e'..='\x1f'))
        .count();
    // A stray control character in a text is dirt; many of them are another kind of file.
    (control <= 2 + text.len() / 100).then_some(text)
}

/// A whole text file.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(text) = utf32(bytes) {
        return text;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8.decode(bytes).0.into_owned();
    }
    // UTF-8 that was cut or has a few bad bytes is still UTF-8: a code page would turn every letter with a mark to dirt.
    let (utf8, _, _) = UTF_8.decode(bytes);
    let bad = utf8.matches('\u{fffd}').count();
    let good = utf8.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if good > bad * 4 {
        return utf8.into_owned();
    }
    let vietnamese = WINDOWS_1258.decode(bytes).0;
    if marks_stand_on_letters(&vietnamese) {
        // The code page writes ế as ê and a mark; Unicode joins the two.
        return vietnamese.nfc().collect();
    }
    WINDOWS_1252.decode(bytes).0.into_owned()
}

/// UTF-32, which always has its mark where spreadsheets write it.
fn utf32(bytes: &[u8]) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<4>();
    let letter: fn([u8; 4]) -> u32 = match units.first()? {
        [0xff, 0xfe, 0, 0] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff] => u32::from_be_bytes,
        _ => return None,
    };
    let decoded = |unit: &[u8; 4]| char::from_u32(letter(*unit)).unwrap_or(char::REPLACEMENT_CHARACTER);
    let cut = (!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER);
    Some(units.iter().skip(1).map(decoded).chain(cut).collect())
}

/// UTF-16 by its mark, or by its many zero bytes on one side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let start = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    let zeros = |side: usize| {
        start
            .iter()
            .skip(side)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd, pairs) = (zeros(0), zeros(1), start.len() / 2);
    if pairs > 1 && odd * 5 > pairs * 2 && even == 0 {
        Some(UTF_16LE)
    } else if pairs > 1 && even * 5 > pairs * 2 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Windows-1258 writes tones as marks of their own, always after a vowel; in any other code page the same bytes stand
/// anywhere.
fn marks_stand_on_letters(text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let mut before = ' ';
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for c in text.chars() {
        if is_mark(c) {
            let vowel = before.to_lowercase().any(|v| "aăâeêioôơuưy".contains(v));
            *(if vowel { &mut right } else { &mut wrong }) += 1;
        }
        before = c;
    }
    right > 0 && wrong * 20 <= right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_read_from_every_encoding_that_offices_write() {
        let text = "STT,Nội dung\n1,Đề nghị sửa đường Trần Phú";
        let wide = |big: bool| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| {
                    if big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect()
        };
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()),
            marked(b"\xff\xfe", wide(false)),
            marked(b"\xfe\xff", wide(true)),
            text.chars().flat_map(|c| u32::from(c).to_le_bytes()).fold(
                b"\xff\xfe\0\0".to_vec(),
                |mut bytes, byte| {
                    bytes.push(byte);
                    bytes
                },
            ),
        ] {
            assert_eq!(decode(&bytes), text);
            assert!(decode_start(&bytes).is_some());
        }
        // ộ, ề, ị, ử, ầ, ú as Windows-1258 writes them.
        let legacy =
            b"N\xf4\xf2i dung; \xd0\xea\xcc nghi\xf2 s\xfd\xd2a \xf0\xfd\xf5\xccng Tr\xe2\xccn Ph\xfa";
        assert_eq!(decode(legacy), "Nội dung; Đề nghị sửa đường Trần Phú");
        assert_eq!(decode(b"\xa7\xd2 ngh\xde"), "§Ò nghÞ");
    }

    #[test]
    fn bytes_that_are_no_text_are_known() {
        assert_eq!(decode_start(&[0, 1, 2, 3, 4, 5, 6, 7, 9, 11]), None);
        assert!(decode_start("STT\tHọ và tên\u{1}".as_bytes()).is_some());
    }
}
