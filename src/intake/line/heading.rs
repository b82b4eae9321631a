//! Headings: the names of groups of opinions, of their subjects, and of the parts of a report that hold none.

use super::super::asking::{asks, asks_at_once, complains, holds_act, wishes};
use super::super::mark::{Mark, capital, mark};
use super::super::person::{is_name, split_position};
use super::super::subject::is_field;
use super::is_long;
use crate::text::{canonical_tones, clean, fold};

/// Words that begin a group heading, without tones.
const HEADINGS: [&str; 35] = [
    "linh vuc",
    "kho khan, vuong mac trong",
    "kho khan, vuong mac ve",
    "kho khan, vuong mac khi",
    "kho khan, vuong mac cua",
    "ket qua thuc hien",
    "ve ",
    "nhom ",
    "nhung ",
    "cac y kien",
    "cac kien nghi",
    "y kien cua",
    "y kien ve",
    "kien nghi voi",
    "kien nghi doi voi",
    "kien nghi ve",
    "doi voi",
    "noi dung ",
    "cong tac ",
    "chu de",
    "van de",
    "xom ",
    "thon ",
    "to dan pho",
    "tdp ",
    "chi bo ",
    "khoi ",
    "phan ",
    "muc ",
    "thuoc tham quyen",
    "ban ",
    "xa ",
    "phuong ",
    "y kien, kien nghi",
    "de xuat voi",
];

/// Whether a text could be a group heading: short, a subject or in capitals, asking for nothing.
pub(in crate::intake) fn is_heading(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let text = clean(text);
    let folded = fold(&text);
    let bare = without_label(&folded);
    if begins_with_a_surname(&text) {
        return false;
    }
    if is_addressee(bare) {
        return true;
    }
    let words = bare.split(' ').count();
    // "Ý kiến về đường xóm Cái hỏng nặng" is one.
    let raised = ["y kien ", "kien nghi "]
        .iter()
        .any(|start| bare.starts_with(start))
        && complains(&text);
    let begins = !raised && HEADINGS.iter().any(|start| bare.starts_with(start));
    let capitals =
        !text.chars().any(char::is_lowercase) && text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    // "Những bức xúc, kiến nghị của người dân" asks for nothing.
    let named = [
        "kien nghi cua ",
        "kien nghi thuoc ",
        "de xuat cua ",
        "de xuat thuoc ",
    ]
    .iter()
    .fold(bare.to_owned(), |text, named| text.replace(named, ""));
    let asks = ["de nghi", "kien nghi", "de xuat"]
        .iter()
        .any(|word| named.contains(word))
        || wishes(&text)
        || text.to_lowercase().contains(" cần ");
    let sentence = text.ends_with(['.', '?', '!']);
    words <= if begins { 26 } else { 20 }
        && !sentence
        && (begins && (!asks || words <= 12 && !bare.starts_with("ve ") && !holds_act(&text))
            || capitals && !asks && words <= 12)
}

/// Bodies of a province to which opinions are addressed, without tones.
const DEPARTMENTS: [&str; 18] = [
    "so nong nghiep va moi truong",
    "so xay dung",
    "so noi vu",
    "so tai chinh",
    "so cong thuong",
    "so khoa hoc va cong nghe",
    "so y te",
    "so giao duc va dao tao",
    "so van hoa, the thao va du lich",
    "so van hoa the thao va du lich",
    "so tu phap",
    "so dan toc va ton giao",
    "thanh tra tinh",
    "cong an tinh",
    "ubnd tinh",
    "hdnd tinh",
    "tinh uy",
    "uy ban nhan dan tinh",
];

/// "Kiến nghị chuyển cấp trên (01 ý kiến)", "b) Kiến nghị, đề xuất với cấp tỉnh": who is asked, and nothing yet.
fn is_addressee(folded: &str) -> bool {
    const ASKS: [&str; 5] = ["y kien", "kien nghi", "de xuat", "phan anh", "cau hoi"];
    const LEVELS: [&str; 12] = [
        "cap tren",
        "cap tinh",
        "cap xa",
        "cap huyen",
        "trung uong",
        "ubnd tinh",
        "hdnd tinh",
        "voi tinh",
        "cua tinh",
        "voi xa",
        "cac so, nganh",
        "cac so nganh",
    ];
    const MOST_WORDS: usize = 12;
    let text = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    let text = text.trim_end_matches([':', '.', ' ']);
    let text = text.split_once('(').map_or(text, |(before, _)| before.trim_end());
    let mut rest = text;
    while let Some(after) = ASKS.iter().find_map(|ask| rest.strip_prefix(ask)) {
        rest = after.trim_start_matches([',', ' ', '-']);
        rest = rest.strip_prefix("va ").unwrap_or(rest);
    }
    let to = ["voi ", "doi voi ", "chuyen ", "gui ", "len ", "thuoc tham quyen "];
    let level = |text: &str| LEVELS.iter().any(|level| text.ends_with(level));
    let body = to.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let within = rest
        .strip_prefix("thuoc tham quyen ")
        .is_some_and(|whose| whose.split(' ').count() <= 4);
    rest.len() < text.len()
        && text.split(' ').count() <= MOST_WORDS
        && (to.iter().any(|word| rest.starts_with(word)) && level(text)
            || within
            || DEPARTMENTS.contains(&body))
}

/// Whether a text begins with the name of a person whose surname is another word without its tones: "Phan Thu Hà" (phần), "Bàn Văn
/// Páo" (ban).
fn begins_with_a_surname(text: &str) -> bool {
    let bare = mark(text).map_or(text, |(_, rest)| rest);
    let first = bare.split_whitespace().next().unwrap_or_default();
    let surname = matches!(canonical_tones(first).to_lowercase().as_str(), "phan" | "bàn");
    surname && !text.is_ascii() && is_name(&split_position(bare).0)
}

/// Whether a heading right above a table is the subject of its opinions, and no title of the report: "I. Giao thông", "Xóm Cái".
pub(in crate::intake) fn heads_table(text: &str) -> bool {
    const TITLES: [&str; 5] = ["tong hop", "bao cao", "danh sach", "phieu", "bang"];
    const PLACES: [&str; 6] = ["xom ", "thon ", "to ", "tdp ", "khu ", "chi bo "];
    let folded = fold(&clean(text));
    let bare = without_label(&folded);
    let begins = |list: &[&str]| list.iter().any(|start| bare.starts_with(start));
    // "Ban Thường vụ báo cáo như sau:" begins a report.
    let village = canonical_tones(text).to_lowercase().starts_with("bản ");
    !begins(&TITLES)
        && !bare.contains("tong hop")
        && !text.trim_end().ends_with(':')
        && (village || is_labelled(text) || names_group(text) || is_field(text) || begins(&PLACES))
}

/// Words that begin the name of a group of opinions, without tones.
const GROUPS: [&str; 8] = [
    "nhom ",
    "phan thu ",
    "phan i",
    "linh vuc ",
    "noi dung thu ",
    "chu de ",
    "khoi ",
    "muc ",
];

/// Words for several of what follows.
const SEVERAL: [&str; 3] = ["cac ", "nhung ", "mot so "];

/// What groups are of.
const OPINIONS: [&str; 13] = [
    "nhan xet",
    "y kien",
    "kien nghi",
    "de xuat",
    "phan anh",
    "cau hoi",
    "van de",
    "noi dung",
    "kho khan",
    "vuong mac",
    "buc xuc",
    "bat cap",
    "ton tai",
];

/// What follows such a word where it names a group: "Ý kiến tôi là ..." does not.
const WHOSE: [&str; 16] = [
    "cua ",
    "ve ",
    "voi ",
    "doi voi ",
    "thuoc ",
    "nguoi dan ",
    "nhan dan ",
    "cu tri ",
    "can bo",
    "dai bieu ",
    "gui ",
    "qua ",
    "tai ",
    "tu ",
    "lien quan ",
    "khac",
];

/// Whether a text names a group of opinions by its first words, whatever words for asking it holds: "Nhóm 2. Các kiến nghị đã
/// nêu nhiều lần", "Phần thứ nhất: Các vấn đề ...", "Ý kiến người dân gửi qua hòm thư".
pub(in crate::intake) fn names_group(text: &str) -> bool {
    let text = clean(text);
    let folded = fold(&text);
    let bare = without_label(&folded);
    let starts = |text: &str, list: &[&str]| list.iter().any(|start| text.starts_with(start));
    let several = SEVERAL.iter().find_map(|word| bare.strip_prefix(word));
    let whose = || {
        let rest = behind_opinions(bare);
        rest.is_some_and(|rest| starts(rest, &WHOSE) && !asks(rest)) && !complains(&text) && !holds_act(&text)
    };
    !is_long(&text)
        && !begins_with_a_surname(&text)
        && !text.ends_with(['.', '?', '!', ';'])
        && (starts(bare, &GROUPS)
            || several.is_some_and(|rest| starts(rest, &OPINIONS))
            || whose()
            || counted_group(&folded).is_some_and(|rest| !asks_at_once(rest)))
}

/// What stands behind "Nhận xét, đề xuất", without tones.
fn behind_opinions(bare: &str) -> Option<&str> {
    let behind = |text: &'_ str| {
        OPINIONS
            .iter()
            .find_map(|word| Some(text.len() - text.strip_prefix(word)?.len()))
    };
    let mut rest = bare;
    while let Some(after) = behind(rest).and_then(|end| rest.get(end..)) {
        let next = after.trim_start_matches([',', ' ']);
        rest = next.strip_prefix("va ").unwrap_or(next);
    }
    (rest.len() < bare.len()).then_some(rest)
}

/// What stands behind "Nội dung 2:", "Nhóm 1.", without tones.
fn counted_group(folded: &str) -> Option<&str> {
    const COUNTED: [&str; 6] = ["noi dung ", "nhom ", "phan ", "muc ", "chu de ", "van de "];
    let rest = COUNTED.iter().find_map(|start| folded.strip_prefix(start))?;
    let (number, rest) = rest.split_once([':', '.', ' '])?;
    number.parse::<u8>().ok().map(|_| rest.trim_start())
}

/// Whether a group of opinions is only named: nothing is asked about it, nor to be done.
pub(in crate::intake) fn is_subject_of_group(text: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let canonical = canonical_tones(&clean(text)).to_lowercase();
    !canonical.contains(" cần ")
        && !canonical.contains(" phải ")
        && canonical.split(' ').nth(MOST_WORDS).is_none()
        && !complains(text)
        && !holds_act(text)
}

/// Whether a text names something and neither asks for anything nor says what is wrong: "Cán bộ, công chức xã", "Cấp tỉnh".
pub(in crate::intake) fn is_subject(text: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let few = text.split_whitespace().nth(MOST_WORDS).is_none();
    // "Cán bộ" has the letters of "cần".
    let people = fold(&clean(text)).replace("can bo", "");
    few && !text.trim_end().ends_with(['.', '?', '!', ';']) && !asks(&people) && !complains(text)
}

/// "Nội dung 1: Nhiệm vụ chính trị": a subject that is counted in words, asking for nothing.
pub(in crate::intake) fn is_counted_heading(text: &str) -> bool {
    let counted = counted_group(&fold(&clean(text))).is_some();
    counted && is_heading(text) && !asks(text) && !complains(text)
}

/// Whether a text begins with a label such as "II.", "A.", "1)".
pub(in crate::intake) fn is_labelled(text: &str) -> bool {
    let parts = text.trim().split_once(['.', ')', '/']);
    parts.is_some_and(|(label, rest)| {
        let short = (1..=4).contains(&label.chars().count()) && label.chars().all(char::is_alphanumeric);
        short && !rest.trim().is_empty()
    })
}

/// The text without "II.", "A.", "1)", "2.1." before it.
fn without_label(folded: &str) -> &str {
    let folded = match folded.split_once('.') {
        Some((first, rest))
            if first.len() <= 2
                && first.chars().all(|c| c.is_ascii_digit())
                && rest.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rest
        }
        _ => folded,
    };
    match folded.split_once(['.', ')', '/', ':', ' ', '-']) {
        Some((label, rest))
            if !label.is_empty()
                && label.len() <= 4
                && label
                    .chars()
                    .all(|c| matches!(c, 'i' | 'v' | 'x' | '(') || c.is_ascii_digit()) =>
        {
            rest.trim_start()
        }
        Some((label, rest)) if label.len() == 1 && folded.get(1..2).is_some_and(|mark| mark != " ") => {
            rest.trim_start()
        }
        _ => folded,
    }
}

/// "III. NHẬN XÉT, ĐỀ XUẤT", "IV. Đánh giá chung", "Kết quả giải quyết kiến nghị kỳ trước": a part of a report that holds none of
/// its opinions. Such parts are counted in Roman numbers or capitals; an Arabic number counts opinions, too.
pub(in crate::intake) fn is_part_without_opinions(text: &str) -> bool {
    const RESULTS: [&str; 5] = [
        "ket qua giai quyet",
        "ket qua tra loi",
        "ket qua xu ly",
        "ket qua thuc hien",
        "tinh hinh giai quyet",
    ];
    const PARTS: [&str; 5] = [
        "nhan xet",
        "danh gia",
        "nhan dinh",
        "to chuc thuc hien",
        "phuong huong",
    ];
    const MOST_WORDS: usize = 10;
    const MOST_OF_RESULTS: usize = 16;
    let marked = capital(text).or_else(|| mark(text));
    let bare = marked.map_or(text, |(_, rest)| rest);
    let folded = fold(&clean(bare));
    let counted = matches!(marked, Some((Mark::Roman(_) | Mark::Capital(_), _)));
    let shouted = bare.contains(char::is_alphabetic) && !bare.contains(char::is_lowercase);
    let of_people = ["nhan dan", "cu tri", "nguoi dan"]
        .iter()
        .any(|people| folded.contains(people));
    let results = RESULTS.iter().any(|part| folded.starts_with(part));
    let part = PARTS.iter().any(|part| folded.starts_with(part)) && !of_people;
    // Without a mark a longer one is the title of the report.
    let most = if results && marked.is_some() {
        MOST_OF_RESULTS
    } else {
        MOST_WORDS
    };
    (counted || shouted || results && marked.is_none())
        && (results || part)
        && folded.split(' ').nth(most).is_none()
        && !folded.ends_with(['.', ';', '?'])
        && !complains(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_opinions() {
        for text in [
            "II. Lĩnh vực đất đai",
            "LĨNH VỰC GIAO THÔNG",
            "Về đất đai",
            "Kiến nghị với Trung ương",
            "Kiến nghị với cấp trên",
            "A. Ý kiến của cán bộ",
            "Xóm Đồng Tâm",
            "1. Về công tác cán bộ",
            "2. Những bức xúc, kiến nghị của người dân thuộc thẩm quyền giải quyết của cấp tỉnh",
        ] {
            assert!(is_heading(text), "{text}");
        }
        for text in [
            "Đề nghị sửa đường",
            "Kiến nghị với tỉnh sửa đường xóm Cái",
            "Sửa cầu",
            "Về đường liên xóm: đề nghị tỉnh sửa chữa sớm.",
            "Bao giờ có điện?",
        ] {
            assert!(!is_heading(text), "{text}");
        }
    }
}
