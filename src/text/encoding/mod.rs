//! Texts that were stored in one code and read in another: the fonts .VnTime (TCVN3) and VNI-Times, whose letters
//! came through Windows-1252 or 1258, and UTF-8 read as either ("mojibake"). Told by statistics on syllables: a
//! text is repaired when its words cannot be Vietnamese as they stand and are once decoded. Character references of a
//! web page that were taken for text need no statistics.
//!
//! The text as received is kept by the caller; a repair is a new value.

mod codes;
mod mixed;

use unicode_normalization::UnicodeNormalization;

use super::entity::{entities, has_unknown};
use super::syllable::is_syllable;
use super::unicode::composed;
use crate::settings;
use codes::{byte, letter_1258, tcvn3, vni};

/// The code in which a damaged text was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// TCVN 5712 VN3, the code of .VnTime and its kin.
    Tcvn3,
    /// VNI for Windows, the code of VNI-Times: a base letter, then its marks.
    Vni,
    /// UTF-8.
    Utf8,
    /// Windows-1258, read through Windows-1252: a letter, then its tone.
    Windows1258,
    /// The character references of a web page.
    Entities,
}

/// How a text was damaged: stored in one code and read through a code page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Damage {
    /// The code in which it was stored.
    pub code: Code,
    page: Page,
}

/// The code page through which the bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Page {
    Windows1252,
    Windows1258,
}

/// What can be said about a text by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Readable as it stands.
    Sound,
    /// Damaged, and the repair is plain.
    Damaged(Damage, String),
    /// Damaged, and repaired but for some words that may be damaged or not, which stand as received.
    Partly(Damage, String),
    /// Damaged, and no repair is sure.
    Doubtful,
}

const DAMAGES: [Damage; 7] = [
    Damage {
        code: Code::Utf8,
        page: Page::Windows1252,
    },
    Damage {
        code: Code::Utf8,
        page: Page::Windows1258,
    },
    Damage {
        code: Code::Windows1258,
        page: Page::Windows1252,
    },
    Damage {
        code: Code::Tcvn3,
        page: Page::Windows1252,
    },
    Damage {
        code: Code::Vni,
        page: Page::Windows1252,
    },
    Damage {
        code: Code::Tcvn3,
        page: Page::Windows1258,
    },
    Damage {
        code: Code::Vni,
        page: Page::Windows1258,
    },
];

/// No code page has to do with it.
const ENTITIES: Damage = Damage {
    code: Code::Entities,
    page: Page::Windows1252,
};

/// Judges a text by itself.
pub fn condition(text: &str) -> Condition {
    if let Some(condition) = with_references(text) {
        return condition;
    }
    if text.is_ascii() && !has_lost_letters(text) {
        return Condition::Sound;
    }
    if is_plainly_vietnamese(text) {
        return Condition::Sound;
    }
    // Marks in another order are no damage: they are put onto their letters.
    let parted = text.contains(['\u{302}', '\u{306}', '\u{31b}']);
    if parted && composed(text).is_some_and(|whole| is_plainly_vietnamese(&whole)) {
        return Condition::Sound;
    }
    let seen = received(text);
    let lost = has_lost_letters(text);
    let mostly_sound = seen.rate() >= settings::SOUND_RATE && !lost && seen.strange < 2;
    if mostly_sound {
        return in_part(text, seen);
    }
    match repair(text, seen) {
        Some(repair) => repair.condition(),
        None if lost || seen.strange > 0 && seen.strange * 3 >= seen.marked || has_old_words(text) => {
            Condition::Doubtful
        }
        None => Condition::Sound,
    }
}

/// The condition of a text in which a few words are none: foreign ones, or some in an old code. One such word may be
/// chance, and is left to be looked at.
fn in_part(text: &str, seen: Tally) -> Condition {
    match some_words(text, seen) {
        None if has_old_words(text) => Condition::Doubtful,
        None => Condition::Sound,
        Some(Repair { sure: ..=1, .. }) => Condition::Doubtful,
        Some(repair) => repair.condition(),
    }
}

/// A text with a damage undone.
struct Repair {
    damage: Damage,
    text: String,
    /// Share of its words that are syllables.
    rate: f64,
    /// Words that can be nothing but damaged, where only some were repaired.
    sure: usize,
    /// Whether nothing is left that may be damaged.
    whole: bool,
}

impl Repair {
    fn condition(self) -> Condition {
        if self.whole {
            Condition::Damaged(self.damage, self.text)
        } else {
            Condition::Partly(self.damage, self.text)
        }
    }

    /// The repair, if it reads better than what was received.
    fn better(damage: Damage, text: String, seen: Tally) -> Option<Self> {
        let found = tally(&text);
        let better = found.rate() >= settings::REPAIR_RATE && found.strange == 0 && found.good > seen.good;
        better.then_some(Self {
            damage,
            text,
            rate: found.rate(),
            sure: 0,
            whole: true,
        })
    }

    /// The one of two that reads better.
    fn or(self, other: Self) -> Self {
        if other.rate > self.rate { other } else { self }
    }
}

/// The best repair of a text: of all of it, or of some of its words where more of it can be read then.
fn repair(text: &str, seen: Tally) -> Option<Repair> {
    let whole = DAMAGES
        .iter()
        .filter_map(|damage| Repair::better(*damage, decode(text, *damage)?, seen))
        .reduce(Repair::or);
    let words =
        some_words(text, seen).filter(|words| whole.as_ref().is_none_or(|whole| words.rate > whole.rate));
    words.or(whole)
}

/// Whether several words of a text are words in an old code only, though it reads no better with them repaired.
fn has_old_words(text: &str) -> bool {
    let mut damages = DAMAGES.iter().filter(|damage| damage.page == Page::Windows1252);
    damages.any(|damage| mixed::mixed(text, *damage).is_some_and(|mixed| mixed.sure > 1))
}

/// The best repair of some words. Windows-1258 has letters of its own for sound words, so only a whole text tells that
/// it was used.
fn some_words(text: &str, seen: Tally) -> Option<Repair> {
    DAMAGES
        .iter()
        .filter(|damage| damage.page == Page::Windows1252)
        .filter_map(|damage| {
            let mixed = mixed::mixed(text, *damage)?;
            Some(Repair {
                sure: mixed.sure,
                whole: !mixed.unsure,
                ..Repair::better(*damage, mixed.text, seen)?
            })
        })
        .reduce(Repair::or)
}

/// The condition of a text in which characters of a web page are spelled; `None` for any other.
fn with_references(text: &str) -> Option<Condition> {
    if !text.contains(['&', '<']) {
        return None;
    }
    let shown = with_line_breaks(&entities(text));
    if has_unknown(&shown) {
        return Some(Condition::Doubtful);
    }
    (shown != text).then_some(Condition::Damaged(ENTITIES, shown))
}

/// The line breaks of a web page as line feeds: `<br>` stands in no sentence.
fn with_line_breaks(text: &str) -> String {
    ["<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />"]
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, "\n"))
}

/// Whether a text holds a Vietnamese letter that no code page has, so that it cannot have come through one as a whole.
pub fn only_unicode_has(text: &str) -> bool {
    text.chars().any(is_in_unicode_only)
}

fn is_in_unicode_only(c: char) -> bool {
    ('\u{1ea0}'..='\u{1ef9}').contains(&c)
}

/// Whether a text holds letters that only Unicode has and none that Vietnamese has not. Most texts do, and are told
/// without looking at their syllables.
fn is_plainly_vietnamese(text: &str) -> bool {
    let sound = |c: char| {
        c.is_ascii()
            || is_in_unicode_only(c)
            || "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝăĂđĐĩĨũŨơƠưƯ“”‘’–—…•\u{a0}\u{300}\u{301}\u{303}\u{309}\u{323}"
                .contains(c)
    };
    only_unicode_has(text) && text.chars().all(sound) && !has_lost_letters(text)
}

/// The text with a damage undone that the rest of its sheet has shown, if it then reads at least as well.
pub fn repair_like_the_rest(text: &str, damage: Damage) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (seen, repaired) = (received(text), decode(text, damage)?);
    if damage.code == Code::Utf8 && repaired != text {
        // No words but mojibake are by chance the bytes of UTF-8 letters: "NÃ\u{94}NG" was "NÔNG".
        return Some(repaired);
    }
    let found = tally(&repaired);
    (found.marked > 0 && found.good >= seen.good && found.rate() >= seen.rate() && repaired != text)
        .then_some(repaired)
}

/// The texts that a name may have been before it was damaged, the likeliest first. A name is too short for its letters to tell
/// whether it was, so that one of them must be known from elsewhere.
pub fn undamaged(name: &str) -> impl Iterator<Item = String> + '_ {
    let damages = if name.is_ascii() { &[][..] } else { &DAMAGES };
    damages
        .iter()
        .filter_map(|damage| decode(name, *damage))
        .filter(move |text| text != name)
}

/// Whether a text holds signs that are letters once a damage is undone, and no word that says that it is sound: "xom §oi" or
/// "ong ø 400" on a sheet in an old font.
pub fn may_be_damaged(text: &str, damage: Damage) -> bool {
    let gains = |decoded: String| {
        let letter = |c: char| c.is_alphabetic() && !c.is_ascii() && !text.contains(c);
        decoded.chars().any(letter)
    };
    !text.is_ascii() && received(text).good == 0 && decode(text, damage).is_some_and(gains)
}

/// Letters that a program could not write down: the replacement character, or question marks inside words.
fn has_lost_letters(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let inside = chars
        .windows(3)
        .filter(|three| matches!(three, [a, '?', b] if a.is_alphabetic() && b.is_lowercase()))
        .count();
    inside > 1 || chars.contains(&'\u{fffd}')
}

/// Undoes a damage; `None` where the text cannot have come about that way.
fn decode(text: &str, damage: Damage) -> Option<String> {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    for c in text.chars() {
        match byte(c, damage.page) {
            Some(byte) => bytes.push(byte),
            // A program may have composed a letter and a combining mark of Windows-1258.
            None => {
                for piece in std::iter::once(c).nfd() {
                    bytes.push(byte(piece, damage.page)?);
                }
            }
        }
    }
    let text = match damage.code {
        Code::Entities => return Some(entities(text)),
        Code::Tcvn3 => tcvn3(&bytes),
        Code::Vni => vni(&bytes),
        Code::Windows1258 => bytes.iter().map(|byte| letter_1258(*byte)).collect(),
        Code::Utf8 => utf8(bytes, damage.page)?,
    };
    Some(text.nfc().collect())
}

/// UTF-8 that was read through the wrong page once or, as some files were, several times.
fn utf8(bytes: Vec<u8>, page: Page) -> Option<String> {
    const TIMES: usize = 3;
    let mut text = String::from_utf8(bytes).ok()?;
    for _ in 1..TIMES {
        let bytes: Option<Vec<u8>> = text.chars().map(|c| byte(c, page)).collect();
        let again = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        // "nhÃ" could be a word, and is "nhà" that went through twice.
        match again.filter(|again| *again != text && tally(again).good >= tally(&text).good) {
            Some(again) => text = again,
            None => break,
        }
    }
    Some(text)
}

/// The words of a text that hold a letter beyond ASCII, and how many of them could be syllables.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Tally {
    marked: u32,
    good: u32,
    /// Words with a sign where only a letter can stand.
    strange: u32,
}

impl Tally {
    fn rate(self) -> f64 {
        if self.marked == 0 {
            1.0
        } else {
            f64::from(self.good) / f64::from(self.marked)
        }
    }
}

fn tally(text: &str) -> Tally {
    let mut tally = Tally::default();
    let edge = |c: char| {
        c.is_ascii_punctuation()
            || c.is_ascii_digit()
            || matches!(c, '\u{2010}'..='\u{2026}' | '°' | '²' | '³' | '±')
    };
    for word in text.split(|c: char| c.is_whitespace() || "-/,.;:()&+".contains(c)) {
        let word = word.trim_matches(edge);
        // A single letter says nothing: "Ø" is a width, "Ø." a name.
        if word.is_ascii() || word.chars().nth(1).is_none() {
            continue;
        }
        if is_abbreviation(word) {
            continue;
        }
        if is_syllable(word) {
            tally.good += 1;
            tally.marked += 1;
        } else if word.chars().any(char::is_alphabetic) {
            tally.marked += 1;
            tally.strange += u32::from(word.chars().any(|c| !c.is_alphabetic() && !edge(c)));
        }
    }
    tally
}

/// The tally of a text as received. A word with a letter that exists in Unicode only did not come from an old code.
fn received(text: &str) -> Tally {
    let text = super::clean(text);
    let kept: Vec<&str> = text
        .split(' ')
        .filter(|word| !only_unicode_has(word) || is_syllable(word))
        .collect();
    tally(&kept.join(" "))
}

/// "TĐC", "KT-HT-ĐT": capitals without a tone say nothing about the code.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() > 1
        && word
            .chars()
            .all(|c| c.is_ascii_uppercase() || "ĐƯƠÂĂÊÔ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::codes::TCVN3;
    use super::*;

    const SENTENCES: [&str; 4] = [
        "Đề nghị tỉnh sớm sửa chữa tuyến đường liên xóm đã xuống cấp nghiêm trọng, bà con đi lại rất khó khăn.",
        "Kiến nghị cấp giấy chứng nhận quyền sử dụng đất cho 12 hộ dân ở khu tái định cư; xử lý nước thải",
        "Trưởng xóm",
        "Hoàng Văn Tòng",
    ];

    fn through(bytes: &[u8], page: Page) -> String {
        let all = (0..=0x10ffff).filter_map(char::from_u32);
        let table: Vec<(u8, char)> = all
            .take(0x2200)
            .filter_map(|c| byte(c, page).map(|b| (b, c)))
            .collect();
        let char_of = |byte: u8| {
            table
                .iter()
                .rev()
                .find(|(b, _)| *b == byte)
                .map(|(_, c)| *c)
                .unwrap()
        };
        bytes.iter().map(|byte| char_of(*byte)).collect()
    }

    fn in_tcvn3(text: &str) -> Vec<u8> {
        text.chars()
            .map(
                |c| match TCVN3.chars().position(|letter| letter == c && c != ' ') {
                    Some(at) => u8::try_from(0xa1 + at).unwrap(),
                    None => u8::try_from(u32::from(c)).unwrap(),
                },
            )
            .collect()
    }

    #[test]
    fn old_fonts_and_mojibake_become_unicode() {
        for text in SENTENCES {
            for page in [Page::Windows1252, Page::Windows1258] {
                for bytes in [in_tcvn3(text), text.as_bytes().to_vec()] {
                    let damaged = through(&bytes, page);
                    match condition(&damaged) {
                        Condition::Damaged(_, repaired) => assert_eq!(repaired, text, "{damaged}"),
                        other => panic!("{damaged}: {other:?}"),
                    }
                }
            }
        }
        for (damaged, text) in [
            (
                "Ñeà nghò tænh xaây döïng caàu cöùng",
                "Đề nghị tỉnh xây dựng cầu cứng",
            ),
            ("ÑAÛNG UÛY XAÕ PHUÙ ÑÌNH", "ĐẢNG ỦY XÃ PHÚ ĐÌNH"),
            ("§¶NG Uû X· PHó §×NH", "ĐẢNG UỶ XÃ PHÚ ĐÌNH"),
            ("Hµ ThÞ Hoa", "Hà Thị Hoa"),
            (
                "ÐêÌ nghiò sõìm sýÒa chýÞa kênh mýõng",
                "Đề nghị sớm sửa chữa kênh mương",
            ),
            ("TrýõÒng xoìm", "Trưởng xóm"),
            ("Đơn vị: X· §iÒm Thôy", "Đơn vị: Xã Điềm Thụy"),
            ("m&ocirc;i tr&#432;ờng", "môi trường"),
            ("Sửa cầu,<br>xây chợ", "Sửa cầu,\nxây chợ"),
        ] {
            match condition(damaged) {
                Condition::Damaged(_, repaired) => assert_eq!(repaired, text, "{damaged}"),
                other => panic!("{damaged}: {other:?}"),
            }
        }
    }

    #[test]
    fn mojibake_of_mojibake_becomes_unicode() {
        for text in SENTENCES {
            let once = through(text.as_bytes(), Page::Windows1252);
            let twice = through(once.as_bytes(), Page::Windows1252);
            match condition(&twice) {
                Condition::Damaged(_, repaired) => assert_eq!(repaired, text, "{twice}"),
                other => panic!("{twice}: {other:?}"),
            }
        }
    }

    #[test]
    fn sound_text_is_left_alone_and_lost_letters_are_no_guess() {
        for text in SENTENCES.iter().copied().chain([
            "UBND xã",
            "De nghi sua duong",
            "café Trung Nguyên, Krông Búk, Êđê",
            "rộng 30 m², cao 5°, giá 10₫ – đủ",
            "Ðề nghị",
            "Hộ dân khu TĐC",
            "Phó Trưởng phòng KT-HT-ĐT",
            "Công ty TNHH Pô Kô, hoẵng, xuýt xoa, khuỷu tay",
            "Đoàn 🙂",
            "Bao giờ? Ở đâu?",
            "Cống Ø400, Ø600 bị tắc, đề nghị thay",
            "De nghi sua cong Ø400 o xom 3",
            "Ø. Hansen",
            "Nhà ø Ba, cống å400",
            "Äpfel, Öl, Übung: dự án KfW của Đức ở xóm Nà Mỵ",
            "Xin 3 m³ cat lam duong",
            "rộng < 3 m & dài > 2 m",
        ]) {
            assert_eq!(condition(text), Condition::Sound, "{text}");
        }
        for text in [
            "sửa cầu &khongco;",
            "Đ\u{fffd} ngh\u{fffd} t\u{fffd}nh",
            "D? ngh? t?nh s?a du?ng",
        ] {
            assert_eq!(condition(text), Condition::Doubtful, "{text}");
        }
    }

    #[test]
    fn a_short_name_follows_its_sheet() {
        let Condition::Damaged(damage, _) = condition("§Ò nghÞ s÷a ®\u{ad}êng") else {
            panic!("not seen")
        };
        assert_eq!(repair_like_the_rest("Hé", damage).as_deref(), Some("Hộ"));
        assert_eq!(repair_like_the_rest("Hà", damage), None);
        let Condition::Damaged(damage, _) = condition("Ä\u{90}á»\u{81} nghá»\u{8b} sá»\u{ad}a") else {
            panic!("not seen")
        };
        assert_eq!(
            repair_like_the_rest("NÃ\u{94}NG", damage).as_deref(),
            Some("NÔNG")
        );
        assert_eq!(repair_like_the_rest("PhÃ\u{ad}", damage).as_deref(), Some("Phí"));
        assert_eq!(repair_like_the_rest("ÁO", damage), None);
    }
}
