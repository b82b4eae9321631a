//! The letters of the codes from before Unicode: what each byte stands for, and through which page it was read.

use unicode_normalization::char::compose;

use super::Page;

/// Windows-1252 at 80 to 9F.
const UPPER_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Where Windows-1258 differs from 1252.
const OWN_1258: [(char, u8); 14] = [
    ('Ă', 0xc3),
    ('\u{300}', 0xcc),
    ('Đ', 0xd0),
    ('\u{309}', 0xd2),
    ('Ơ', 0xd5),
    ('Ư', 0xdd),
    ('\u{303}', 0xde),
    ('ă', 0xe3),
    ('\u{301}', 0xec),
    ('đ', 0xf0),
    ('\u{323}', 0xf2),
    ('ơ', 0xf5),
    ('ư', 0xfd),
    ('₫', 0xfe),
];

pub(super) fn byte(c: char, page: Page) -> Option<u8> {
    if page == Page::Windows1258
        && let Some((_, byte)) = OWN_1258.iter().find(|(own, _)| *own == c)
    {
        return Some(*byte);
    }
    if let Some(at) = UPPER_1252.chars().position(|upper| upper == c) {
        return u8::try_from(0x80 + at).ok();
    }
    // Unassigned bytes come through as control characters; no-break space and line breaks as themselves.
    u8::try_from(u32::from(c)).ok()
}

/// What a byte is in Windows-1258.
pub(super) fn letter_1258(byte: u8) -> char {
    let own = OWN_1258
        .iter()
        .find(|(_, own)| *own == byte)
        .map(|(letter, _)| *letter);
    let upper = || UPPER_1252.chars().nth(usize::from(byte.checked_sub(0x80)?));
    own.or_else(upper).unwrap_or(char::from(byte))
}

/// TCVN3 from A1 to FE; a space where nothing is assigned.
pub(super) const TCVN3: &str =
    "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

pub(super) fn tcvn3(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let letter = byte
            .checked_sub(0xa1)
            .and_then(|at| TCVN3.chars().nth(usize::from(at)))
            .filter(|letter| *letter != ' ');
        text.push(letter.unwrap_or(char::from(*byte)));
    }
    capitals(&text)
}

/// TCVN3 has no capitals with tones: .VnTimeH only draws the small ones large, so "X· PHó §×NH" comes out as
/// "Xã PHú ĐìNH". The plain letters of the words say what was meant.
fn capitals(text: &str) -> String {
    let has = |word: &str, test: fn(&char) -> bool| word.chars().filter(test).count();
    let small = |word: &str| has(word, char::is_ascii_lowercase);
    let large = |word: &str| has(word, char::is_ascii_uppercase);
    let words = || text.split_whitespace();
    let sure = words().filter(|word| small(word) == 0 && large(word) > 1).count();
    let all = sure > words().filter(|word| small(word) > 0).count();
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            if small(word) == 0 && (large(word) > 1 || all) {
                word.to_uppercase()
            } else {
                word.to_owned()
            }
        })
        .collect()
}

pub(super) fn vni(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    let mut rest = bytes.iter().copied().map(char::from).peekable();
    while let Some(c) = rest.next() {
        let base = vni_letter(c);
        let marks = rest
            .peek()
            .copied()
            .filter(|_| {
                matches!(
                    base.to_ascii_lowercase(),
                    'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'Ơ' | 'ư' | 'Ư'
                )
            })
            .and_then(vni_marks);
        match marks {
            None => text.push(base),
            Some(marks) => {
                rest.next();
                let whole = marks.iter().try_fold(base, |letter, mark| compose(letter, *mark));
                // A mark that the letter cannot carry is left to be seen.
                text.push(whole.unwrap_or('\u{fffd}'));
            }
        }
    }
    text
}

/// Letters that VNI has in one piece.
fn vni_letter(c: char) -> char {
    match c {
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        other => other,
    }
}

/// The hat or breve and the tone that a mark stands for, in the order in which they compose.
fn vni_marks(c: char) -> Option<&'static [char]> {
    const GRAVE: char = '\u{300}';
    const ACUTE: char = '\u{301}';
    const HAT: char = '\u{302}';
    const TILDE: char = '\u{303}';
    const BREVE: char = '\u{306}';
    const HOOK: char = '\u{309}';
    const DOT: char = '\u{323}';
    Some(match c {
        'ù' | 'Ù' => &[ACUTE],
        'ø' | 'Ø' => &[GRAVE],
        'û' | 'Û' => &[HOOK],
        'õ' | 'Õ' => &[TILDE],
        'ï' | 'Ï' => &[DOT],
        'â' | 'Â' => &[HAT],
        'á' | 'Á' => &[HAT, ACUTE],
        'à' | 'À' => &[HAT, GRAVE],
        'å' | 'Å' => &[HAT, HOOK],
        'ã' | 'Ã' => &[HAT, TILDE],
        // The dot composes first: ậ is ạ with a hat.
        'ä' | 'Ä' => &[DOT, HAT],
        'ê' | 'Ê' => &[BREVE],
        'é' | 'É' => &[BREVE, ACUTE],
        'è' | 'È' => &[BREVE, GRAVE],
        'ú' | 'Ú' => &[BREVE, HOOK],
        'ü' | 'Ü' => &[BREVE, TILDE],
        'ë' | 'Ë' => &[DOT, BREVE],
        _ => return None,
    })
}
