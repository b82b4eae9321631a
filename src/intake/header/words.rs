//! What the words of one header cell say that its column holds, whole or cut short, with slips, lost letters or without tones.
//! Which cells make up a header is told above.

use std::cmp::Reverse;

use super::super::line;
use super::super::slip::one_slip;
use super::LONGEST_CELL;
use crate::model::ColumnRole;
use crate::text::{clean, fold};

/// Column words without tones. Of two roles in one cell the word that stands first counts.
const WORDS: [(ColumnRole, &[&str]); 9] = [
    (
        ColumnRole::Content,
        &[
            "noi dung",
            "nd y kien",
            "yk",
            "nd kien nghi",
            "y kien",
            "kien nghi",
            "de xuat",
            "phan anh",
            "cau hoi",
            "nguyen vong",
            "tam tu",
            "gop y",
            "van de",
            "thac mac",
            "vuong mac",
            "kho khan",
            "thuc trang",
            "hien trang",
            "giai phap",
            "de nghi",
            "mong muon",
        ],
    ),
    (
        ColumnRole::Person,
        &[
            "ho va ten",
            "ho ten",
            "h ten",
            "ho & ten",
            "ten nguoi",
            "ten dai bieu",
            "ten cong dan",
            "ten cu tri",
            "nguoi co y kien",
            "nguoi phat bieu",
            "nguoi kien nghi",
            "nguoi de xuat",
            "nguoi de nghi",
            "nguoi neu",
            "nguoi hoi",
            "nguoi phan anh",
            "nguoi dong gop",
            "nguoi gop y",
            "dai bieu",
            "cu tri",
            "cong dan",
            "nguoi dan",
            "ong ba",
            "ca nhan",
            "nguoi tham gia",
            "hovaten",
            "hoten",
            "nguoi y kien",
            "nguoi nhom",
            "nguoi noi",
            "nguoi de dat",
            "nguoi trinh bay",
            "nguoi dang ky",
            "nguoi dua y kien",
            "nguoi cho y kien",
            "nguoi duoc lay y kien",
            "nguoi gui",
            "noi gui y kien",
            "cua ai",
            "ca nhan tap the",
            "tap the ca nhan",
            "tac gia",
            "chu the",
            "hoi vien",
            "nhan dan",
        ],
    ),
    (
        ColumnRole::Position,
        &[
            "chuc vu",
            "c vu",
            "cv",
            "chuc danh",
            "nghe nghiep",
            "thanh phan",
            "doi tuong",
            "vi tri",
            "cong tac",
            "nhiem vu",
            "cong viec",
            "bo phan",
            "chucvu",
            "chuc vu don vi",
            "cuong vi",
            "vai tro",
            "tu cach",
        ],
    ),
    (
        ColumnRole::Unit,
        &[
            "don vi",
            "xa phuong",
            "phuong xa",
            "ten xa",
            "ten phuong",
            "co quan don vi",
            "co quan",
            "to chuc",
        ],
    ),
    (
        ColumnRole::Place,
        &[
            "dia chi",
            "noi o",
            "noi cu tru",
            "tru quan",
            "to dan pho",
            "khu dan cu",
            "dia ban",
            "thon",
            "xom",
            "tdp",
            "chi bo",
            "chi hoi",
            "que quan",
            "thuong tru",
        ],
    ),
    (
        ColumnRole::Field,
        &[
            "linh vuc",
            "chu de",
            "nhom van de",
            "nhom y kien",
            "phan loai",
            "loai y kien",
            "chuyen de",
            "nhom noi dung",
        ],
    ),
    (ColumnRole::Note, &["ghi chu", "luu y", "chu thich"]),
    (ColumnRole::Times, &["so lan", "so luot"]),
    (
        ColumnRole::Other,
        &[
            "dien thoai",
            "sdt",
            "so dt",
            "lien he",
            "di dong",
            "gioi tinh",
            "nam sinh",
            "ngay sinh",
            "dan toc",
            "tuoi",
            "so luong",
            "thoi gian",
            "ngay",
            "cccd",
            "cmnd",
            "email",
            "dia chi email",
            "dau thoi gian",
            "so y kien",
            "so kien nghi",
            "nguon",
            "ky ten",
            "chu ky",
        ],
    ),
];

const NUMBER: [&str; 10] = [
    "stt",
    "tt",
    "sst",
    "sott",
    "sothutu",
    "thutu",
    "so",
    "sothutuykien",
    "ykienso",
    "nguoiso",
];

/// What a person may be, without tones.
const STANDINGS: [&str; 14] = [
    "can bo",
    "cong chuc",
    "vien chuc",
    "nguoi dan",
    "nhan dan",
    "dang vien",
    "quan chung",
    "cong dan",
    "cu tri",
    "hoi vien",
    "doan vien",
    "nong dan",
    "nguoi lao dong",
    "doanh nghiep",
];

/// What heads a column of standings where another one holds the posts.
const OF_STANDINGS: [&str; 4] = ["thanh phan", "doi tuong", "vai tro", "la"];

/// What heads a column of units as a whole; inside a longer text these words say nothing.
const UNIT: [&str; 3] = ["xa", "phuong", "xathitran"];

/// What heads a column of those who are asked, as a whole: "Kiến nghị với Trung ương" heads opinions.
const TO_WHOM: [&str; 5] = [
    "kiennghivoicap",
    "kiennghivoicapnao",
    "kiennghivoicoquan",
    "kiennghivoicoquannao",
    "kiennghivoidonvi",
];

/// What heads a name, or the part of one, as a whole.
const PIECES_OF_NAMES: [&str; 6] = ["ten", "ho", "hodem", "hovadem", "holot", "hochulot"];

/// A body that answers: one of the first with one of the second.
const BODIES: [&str; 7] = [
    "co quan",
    "don vi",
    "cap",
    "noi",
    "so nganh",
    "so ban nganh",
    "bo phan",
];

const ANSWERS: [&str; 9] = [
    "giai quyet",
    "tra loi",
    "tham quyen",
    "xu ly",
    "tham muu",
    "chu tri",
    "phu trach",
    "tiep nhan",
    "giai trinh",
];

/// Phrases in which a slip of the finger is forgiven: no common word is one letter away from them.
const FORGIVEN: [&str; 9] = [
    "ho va ten",
    "ho ten",
    "chuc vu",
    "chuc danh",
    "noi dung",
    "y kien",
    "kien nghi",
    "de xuat",
    "ghi chu",
];

/// Words that begin an opinion as well as a header: the header then holds nothing but column words.
const VERBS: [&str; 5] = ["de nghi", "de xuat", "kien nghi", "mong muon", "phan anh"];

/// Words of an answer's column, which holds no opinion.
const REPLIES: [&str; 13] = [
    "ket qua giai quyet",
    "ket qua tra loi",
    "ket qua xu ly",
    "y kien giai trinh",
    "y kien tiep thu",
    "noi dung giai trinh",
    "giai trinh",
    "noi dung tra loi",
    "tra loi",
    "y kien chi dao",
    "y kien giai quyet",
    "huong giai quyet",
    "y kien tra loi",
];

/// Words that a header may hold besides.
const FILLERS: &str = "cua va cac hoac nguoi dan nhan can bo dang vien cu tri doi voi so ten ghi ro neu tai duoc theo moi \
    nhung chinh the tinh trung uong cap tren xa phuong huyen lanh dao dong chi bi thu hoi nghi thoai cong viec hien nay to \
    chuc bao tong hop dia tham gia phat bieu gop y kien nghi noi chi tiet cu the khac lien quan den ve tw qua giai quyet \
    don vi vu danh nghe nghiep ong ba chuc de xuat phan anh day du ho chu lien he thuoc quyen dung noi tom tat";

/// Whether a short text heads a column of numbers.
pub(super) fn heads_numbers(text: &str) -> bool {
    const LONGEST: usize = 24;
    let letters = || {
        fold(text)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    text.len() <= LONGEST && NUMBER.contains(&letters().as_str())
}

/// "Đề xuất giải pháp", "Hướng xử lý": what may be done about an opinion.
pub(super) fn names_solution(text: &str) -> bool {
    let folded = fold(&clean(text));
    let solution = ["giai phap", "huong giai quyet", "huong xu ly", "phuong an"];
    solution.iter().any(|word| folded.contains(word)) && !names_opinion(text)
}

/// "Số điện thoại", "SĐT", "Liên hệ": how to reach a speaker.
pub(in crate::intake) fn names_telephone(text: &str) -> bool {
    let folded = fold(&clean(text));
    ["dien thoai", "sdt", "so dt", "di dong", "lien he"]
        .iter()
        .any(|word| folded.contains(word))
}

/// "Nội dung kiến nghị": an opinion, whatever else is said of it.
pub(super) fn names_opinion(text: &str) -> bool {
    let folded = fold(&clean(text));
    ["y kien", "kien nghi", "cau hoi", "de nghi"]
        .iter()
        .any(|word| folded.contains(word))
}

pub(super) fn names_position(text: &str) -> bool {
    let folded = fold(&clean(text));
    ["chuc vu", "c/vu", "chuc danh", "nghe nghiep", "don vi", "dia chi"]
        .iter()
        .any(|word| folded.contains(word))
}

/// Whether a header says what kinds of people there are, two of them or one after "Là", and nothing else.
pub(super) fn asks_standing(text: &str) -> bool {
    let folded = fold(&clean(text));
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is = words.first() == Some(&"la");
    let mut rest = format!(" {} ", words.join(" "));
    let standings = STANDINGS.iter().filter(|standing| {
        let said = format!(" {standing} ");
        let found = rest.contains(&said);
        rest = rest.replace(&said, " | ");
        found
    });
    let least = if is { 1 } else { 2 };
    standings.count() >= least
        && rest
            .split(' ')
            .all(|word| matches!(word, "" | "|" | "la" | "hay" | "hoac" | "va" | "thuoc"))
}

/// Whether a header asks what kind of person someone is rather than for the post.
pub(super) fn is_of_standings(text: &str) -> bool {
    let folded = fold(&clean(text));
    asks_standing(text)
        || folded == "la"
        || OF_STANDINGS.contains(&folded.as_str())
        || role(text) == Some(ColumnRole::Person)
}

/// What a header cell says that its column holds. Headers are short; a sentence that speaks of "ý kiến" is none.
pub(in crate::intake) fn role(text: &str) -> Option<ColumnRole> {
    if text.chars().nth(LONGEST_CELL).is_some() || !text.contains(char::is_alphabetic) {
        return None;
    }
    let text = fold(&clean(text));
    // "3 ý kiến" counts them.
    let counted = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if counted.len() < text.len()
        && counted.trim_start_matches(' ').starts_with("y kien")
        && counted.starts_with(' ')
    {
        return None;
    }
    // "3. Chức vụ"
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    let text = text.split_once('(').map_or(text, |(before, _)| before).trim();
    // "Nội dung kiến nghị năm 2024"
    let text = text
        .rsplit_once(" nam ")
        .filter(|(_, year)| year.len() == 4 && year.parse::<u16>().is_ok())
        .map_or(text, |(before, _)| before);
    if text.is_empty()
        || text.ends_with('!')
        || text.chars().count() > 80
        || text.ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let damaged = has_lost_letters(text);
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || damaged && is_lost(c)))
        .filter(|word| !word.is_empty())
        .collect();
    // "Không có ý kiến" stands in tables, not above them.
    let first = words.first().copied().unwrap_or_default();
    if matches!(first, "khong" | "chua" | "tong") || line::is_total(text) {
        return None;
    }
    // "Họ và tên/Full name"
    let native = || {
        let (native, foreign) = text.split_once('/')?;
        let latin = foreign.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
        let words: Vec<&str> = native.split_whitespace().collect();
        role_of_words(&words).filter(|_| latin && !foreign.is_empty())
    };
    role_of_words(&words).or_else(native)
}

/// Whether letters of a header were lost on the way: "N?i dung ý ki?n". One mark at the end is a question.
fn has_lost_letters(text: &str) -> bool {
    text.trim_end_matches(is_lost).contains(is_lost)
}

/// What programs write for a letter that they do not have.
fn is_lost(c: char) -> bool {
    matches!(c, '?' | '\u{fffd}')
}

/// Whether two words are the same, where any letter may stand for a lost one.
fn same(word: &str, known: &str) -> bool {
    if !word.contains(is_lost) {
        return word == known;
    }
    let (mut a, mut b) = (word.chars(), known.chars());
    let letters = a.by_ref().zip(b.by_ref()).all(|(a, b)| a == b || is_lost(a));
    letters && word.chars().count() == known.chars().count()
}

/// The role that the words of a header cell name.
fn role_of_words(words: &[&str]) -> Option<ColumnRole> {
    let joined = words.concat();
    if NUMBER.contains(&joined.as_str()) {
        return Some(ColumnRole::Number);
    }
    if PIECES_OF_NAMES.contains(&joined.as_str()) {
        return Some(ColumnRole::Person);
    }
    if TO_WHOM.contains(&joined.as_str()) {
        return Some(ColumnRole::Agency);
    }
    // "Đăng ký phát biểu" says only whether.
    if joined == "phatbieu" {
        return Some(ColumnRole::Content);
    }
    // "Ông (bà) | Là | Nội dung", "Người hỏi | Làm gì | Nội dung hỏi"
    if joined == "la" || joined == "lamgi" {
        return Some(ColumnRole::Position);
    }
    if UNIT.contains(&joined.as_str()) {
        return Some(ColumnRole::Unit);
    }
    if REPLIES.iter().any(|reply| begins(words, reply)) {
        return Some(ColumnRole::Other);
    }
    let said = format!(" {} ", words.join(" "));
    let has = |phrase: &&str| said.contains(&format!(" {phrase} "));
    if BODIES.iter().any(has) && ANSWERS.iter().any(has) || has(&"tham quyen") {
        return Some(ColumnRole::Agency);
    }
    let hits = WORDS.iter().flat_map(|(role, phrases)| {
        phrases.iter().filter_map(|phrase| {
            let (at, slips) = find(words, phrase)?;
            Some((at, Reverse(phrase.len()), *role, slips))
        })
    });
    match hits.min() {
        Some((_, _, role, slips)) => is_header_like(words, slips).then_some(role),
        None => run_together(words),
    }
}

/// Column words without their spaces: "Họvàtên", "Nộidung ýkiến".
fn run_together(words: &[&str]) -> Option<ColumnRole> {
    const LONGEST: usize = 40;
    let joined = words.concat();
    if joined.len() > LONGEST {
        return None;
    }
    // "Nông dân" has its spaces, and is no slip of "công dân".
    let closed_up = |phrase: &str| words.len() <= phrase.matches(' ').count();
    WORDS.iter().find_map(|(role, phrases)| {
        phrases
            .iter()
            .any(|spaced| {
                let phrase = spaced.replace(' ', "");
                let begins = joined.starts_with(&phrase) && joined.len() <= phrase.len() + 10;
                phrase.len() > 4 && (begins || closed_up(spaced) && one_slip(&phrase, &joined))
            })
            .then_some(*role)
    })
}

/// Where a phrase begins among the words, and how many of its words have a slip: at most one.
fn find(words: &[&str], phrase: &str) -> Option<(usize, usize)> {
    let forgiven = FORGIVEN.contains(&phrase);
    let phrase = || phrase.split(' ').filter(|word| *word != "&");
    let mut windows = words.windows(phrase().count()).enumerate();
    windows.find_map(|(at, window)| {
        let mut wrong = window.iter().zip(phrase()).filter(|(a, b)| !same(a, b));
        match (wrong.next(), wrong.next()) {
            (None, _) => Some((at, 0)),
            (Some((a, b)), None) if forgiven && b.len() > 2 && a.len() > 2 && one_slip(a, b) => Some((at, 1)),
            _ => None,
        }
    })
}

fn begins(words: &[&str], phrase: &str) -> bool {
    find(words, phrase).is_some_and(|(at, _)| at == 0)
}

/// Whether most of the words belong to headers, those with a slip in a column word among them.
fn is_header_like(words: &[&str], slips: usize) -> bool {
    let phrases = || WORDS.iter().flat_map(|(_, phrases)| *phrases);
    let known = |word: &&&str| {
        let mut column_words = phrases().flat_map(|phrase| phrase.split(' '));
        column_words.any(|known| same(word, known))
            || FILLERS.split_ascii_whitespace().any(|known| same(word, known))
            || word.len() > 4 && phrases().any(|phrase| phrase.replace(' ', "") == **word)
    };
    let good = words.iter().filter(known).count() + slips;
    let least = if VERBS.iter().any(|verb| begins(words, verb)) {
        10
    } else {
        7
    };
    good * 10 >= words.len() * least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_words_are_understood_however_they_are_written() {
        for (text, expected) in [
            ("STT", ColumnRole::Number),
            ("Số TT", ColumnRole::Number),
            ("TT", ColumnRole::Number),
            ("S.T.T", ColumnRole::Number),
            ("Họ & tên", ColumnRole::Person),
            ("H? và tên", ColumnRole::Person),
            ("Ch?c v?", ColumnRole::Position),
            ("N\u{fffd}i dung ý ki\u{fffd}n", ColumnRole::Content),
            ("HO VA TEN", ColumnRole::Person),
            ("Họ tên người có ý kiến", ColumnRole::Person),
            ("Người kiến nghị", ColumnRole::Person),
            ("Cử tri", ColumnRole::Person),
            ("Hộ và tên", ColumnRole::Person),
            ("Họ và tên, chức vụ", ColumnRole::Person),
            ("Chức danh", ColumnRole::Position),
            ("Chức vu, đơn vị công tác", ColumnRole::Position),
            ("Đơn vị", ColumnRole::Unit),
            ("Địa chỉ", ColumnRole::Place),
            ("Nội dung ý kiến", ColumnRole::Content),
            ("Nôi dugn ý kiến", ColumnRole::Content),
            ("NOI DUNG KIEN NGHI", ColumnRole::Content),
            ("Ý kiến đề xuất", ColumnRole::Content),
            (
                "Nội dung ý kiến, kiến nghị của cử tri và Nhân dân",
                ColumnRole::Content,
            ),
            ("Kiến nghị với Trung ương", ColumnRole::Content),
            ("Nội dung kiến nghị (ghi rõ từng nội dung)", ColumnRole::Content),
            ("Cơ quan giải quyết", ColumnRole::Agency),
            ("Cơ quan đề nghị trả lời", ColumnRole::Agency),
            ("Thẩm quyền giải quyết", ColumnRole::Agency),
            ("Lĩnh vực", ColumnRole::Field),
            ("Ghi chú", ColumnRole::Note),
            ("Số điện thoại", ColumnRole::Other),
            ("Nội dung trả lời", ColumnRole::Other),
            ("Ý kiến trả lời của Sở", ColumnRole::Other),
            ("Số lần", ColumnRole::Times),
            ("Nộidung ýkiến", ColumnRole::Content),
        ] {
            assert_eq!(role(text), Some(expected), "{text}");
        }
        for text in [
            "Ý kiến 1",
            "Nguyễn Văn Nội",
            "Đề nghị sửa chữa tuyến đường liên xóm",
            "Đề xuất làm đường bê tông",
            "",
            "Trưởng xóm Đồng Tâm",
        ] {
            assert!(
                !matches!(
                    role(text),
                    Some(ColumnRole::Content | ColumnRole::Person | ColumnRole::Number)
                ),
                "{text}: {:?}",
                role(text)
            );
        }
    }
}
