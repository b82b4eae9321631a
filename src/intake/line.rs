//! What a line of a report is by its words alone: a total, the end of the report, a note, an example, a heading.

use super::asking::{asks, asks_at_once, complains, holds_act, wishes};
use super::mark::{Mark, capital, mark};
use super::person::{is_name, split_position};
use super::subject::is_field;
use crate::text::{canonical_tones, clean, fold};

/// Most words of a line that is not an opinion. Told before anything else, because most texts are opinions.
const MOST_WORDS: usize = 40;

fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(MOST_WORDS).is_some()
}

/// The part of a text in which its first words stand; the whole of a short one.
fn beginning(text: &str) -> &str {
    match text.char_indices().nth(240) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

/// What a total counts, by its first word.
const COUNTED: [&str; 17] = [
    "y", "yk", "kien", "noi", "de", "nguoi", "luot", "cau", "phan", "cu", "dai", "phieu", "trong", "dong",
    "va", "cua", "muc",
];

/// What may follow "tổng", "cộng" where a total is stated.
const TOTALLED: [&str; 24] = [
    "thon", "xom", "tdp", "y", "kien", "so", "muc", "nhom", "phan", "i", "ii", "iii", "iv", "cong", "la",
    "co", "linh", "cac", "toan", "chung", "trang", "nguoi", "dai", "luot",
];

/// "Tổng cộng", "Tổng số ý kiến: 12", "Cộng mục I".
pub(crate) fn is_total(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let text = without_words_for_numbers(&clean(text).to_lowercase());
    let folded = fold(&text);
    // "Cống", "Công" and "Cổng" are other words, where tones are written, and "Tống Công Lực" is a name.
    let first = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if folded != text && !first.starts_with("cộng") && !first.starts_with("tổng") {
        return false;
    }
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let fits = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) || TOTALLED.contains(word);
    let next_fits = |from: usize| words.get(from).is_none_or(fits);
    (words.len() <= 14 || ends_with_a_count(&words))
        && counts_opinions(&words)
        && match words.as_slice() {
            ["tong", "cong", ..] => next_fits(2) || words.len() <= 5,
            ["tong", "so", ..] => next_fits(2) && words.get(2) != Some(&"so"),
            ["tong"] => true,
            ["tong", ..] => next_fits(1) && words.len() <= 5,
            ["cong", ..] => next_fits(1) && words.len() <= 8 && words.get(1) != Some(&"cong"),
            _ => false,
        }
}

/// "Tổng số ý kiến, kiến nghị của cử tri và Nhân dân là 02 ý kiến": however long, it states a number at its end.
fn ends_with_a_count(words: &[&str]) -> bool {
    let counted = match words {
        [.., number, "y", "kien"] | [.., "y", "kien", "la", number] => number,
        _ => return false,
    };
    counted.parse::<u32>().is_ok()
}

/// "02 (hai) ý kiến" is "02 ý kiến".
fn without_words_for_numbers(text: &str) -> String {
    let (mut rest, mut kept) = (text, String::new());
    while let Some((before, (inside, after))) = rest
        .split_once('(')
        .and_then(|(before, inside)| Some((before, inside.split_once(')')?)))
    {
        kept.push_str(before);
        let counted = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        if !counted || inside.contains(|c: char| c.is_ascii_digit()) {
            kept.push_str(inside);
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// "Tổng số 35 hộ xóm Bản Cái chưa có điện": what is counted is no opinion.
fn counts_opinions(words: &[&str]) -> bool {
    let number = words
        .iter()
        .position(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    number
        .and_then(|at| words.get(at + 1))
        .is_none_or(|counted| COUNTED.contains(counted))
}

/// The numbers that a total may mean: those before "ý kiến" if there are any, otherwise all. People are not counted.
pub(crate) fn stated(texts: &[&str]) -> Vec<u64> {
    if texts.first().is_some_and(|text| counts_people(text)) {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut of_opinions = Vec::new();
    for text in texts {
        let folded = fold(&without_words_for_numbers(&clean(text)));
        // "..., trong đó: đất đai 2, giao thông 4" are its parts.
        let whole = folded.split("trong do").next().unwrap_or_default();
        let words: Vec<&str> = whole
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        for (at, word) in words.iter().enumerate() {
            if let Ok(number) = word.parse() {
                all.push(number);
                if matches!(words.get(at + 1), Some(&"y" | &"kien" | &"yk" | &"noi")) {
                    of_opinions.push(number);
                }
            }
        }
    }
    if of_opinions.is_empty() { all } else { of_opinions }
}

/// "Tổng số người tham gia", "Tổng số đại biểu".
fn counts_people(text: &str) -> bool {
    let folded = fold(&clean(text));
    let rest = folded.strip_prefix("tong so ").unwrap_or_default();
    ["nguoi", "dai bieu", "luot nguoi"]
        .iter()
        .any(|who| rest.starts_with(who))
        && !folded.contains("y kien")
}

/// Words that begin the end of a report.
const CLOSING: [&str; 23] = [
    "noi nhan",
    "t/m ",
    "t/m.",
    "tm. ",
    "tm ",
    "t.m",
    "tm.",
    "kt. ",
    "kt.",
    "k/t ",
    "tl. ",
    "(ky",
    "ky ten",
    "nguoi lap bieu",
    "nguoi lap",
    "nguoi tong hop",
    "thu truong don vi",
    "thay mat ban ",
    "xac nhan cua",
    "(da ky)",
    "nguoi bao cao",
    "luu:",
    "(ky,",
];

/// What ends a report: recipients, signatures, the place and date.
pub(crate) fn is_closing(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let text = clean(text);
    let folded = fold(&text);
    let short = folded.split(' ').nth(14).is_none();
    let ends = CLOSING.iter().any(|start| folded.starts_with(start))
        || is_post_in_capitals(&text)
        || is_signed_as(&text)
        || is_place_and_date(&folded);
    if !ends || !short && !folded.starts_with("noi nhan:") {
        return false;
    }
    // "Nơi nhận trợ cấp quá xa", "TM. bà con đề nghị làm đường" are sentences.
    let asks = [" de nghi ", " kien nghi ", " de xuat "]
        .iter()
        .any(|word| folded.contains(word))
        || wishes(&text);
    let place = folded.strip_prefix("noi nhan").is_some_and(|rest| {
        rest.starts_with(char::is_whitespace) && rest.trim().starts_with(char::is_alphanumeric)
    });
    !asks && !place && !is_sentence_about_signing(&text)
}

/// "NGƯỜI ĐĂNG KÝ Chu Thị Hà": as what someone signs, and the name.
fn is_signed_as(text: &str) -> bool {
    let small = |word: &str| word.contains(char::is_lowercase);
    let role = text.split(' ').take_while(|word| !small(word)).count();
    let name = text.split(' ').skip(role).collect::<Vec<_>>().join(" ");
    text.starts_with("NGƯỜI ") && (2..=5).contains(&role) && is_name(&name)
}

/// "Người lập hồ sơ phải đi lại nhiều lần": long, with nothing to be filled in, and no name at its end.
fn is_sentence_about_signing(text: &str) -> bool {
    let last = text.split(' ').next_back().unwrap_or_default();
    text.split(' ').nth(5).is_some()
        && fold(text).starts_with("nguoi ")
        && !text.contains([':', '(', '.', '…'])
        && last.starts_with(char::is_lowercase)
}

/// "ĐẢNG ỦY XÃ PHÚ ĐÌNH", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12-BC/ĐU", "BÁO CÁO": what stands above a report.
pub(crate) fn is_letterhead(text: &str) -> bool {
    const STARTS: [&str; 17] = [
        "tinh uy",
        "thanh uy",
        "dang uy",
        "dang bo",
        "ban chap hanh",
        "ubnd",
        "uy ban nhan dan",
        "uy ban mttq",
        "uy ban mat tran",
        "hdnd",
        "hoi dong nhan dan",
        "mttq",
        "dang cong san",
        "cong hoa xa hoi",
        "doc lap",
        "bao cao",
        "bieu tong hop",
    ];
    if is_long(text) {
        return false;
    }
    let folded = fold(&clean(text));
    let number = folded.strip_prefix("so").is_some_and(|rest| {
        let rest = rest.trim_start_matches([':', ' ']);
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '/' || c == '.') && rest.contains(['/', '-'])
    });
    number || is_place_and_date(&folded) || STARTS.iter().any(|start| folded.starts_with(start))
}

/// "Đơn vị gửi: xã Na Rì", "ĐẢNG ỦY XÃ PHÚ ĐÌNH": who sends the report, as it stands below a table too.
pub(super) fn names_sender(text: &str) -> bool {
    const MOST_WORDS: usize = 10;
    let few = text.split_whitespace().nth(MOST_WORDS).is_none();
    let capitals = !text.contains(char::is_lowercase) && is_letterhead(text);
    few && (capitals || labelled_sender(text).is_some())
}

/// What stands after "Đơn vị:", "Đơn vị gửi:".
pub(super) fn labelled_sender(text: &str) -> Option<String> {
    const LABELS: [&str; 7] = [
        "don vi",
        "ten don vi",
        "don vi bao cao",
        "don vi gui",
        "don vi lap",
        "noi gui",
        "co quan",
    ];
    let (label, value) = text.split_once(':')?;
    let known = LABELS.contains(&fold(&clean(label)).as_str());
    let value = clean(value);
    (known && value.chars().any(char::is_alphabetic)).then_some(value)
}

/// The office or the name under which a signature stands, and nothing else: no opinion, whatever column it stands in.
pub(crate) fn is_office(text: &str) -> bool {
    const OFFICES: [&str; 23] = [
        "da ky",
        "truong phong",
        "pho truong phong",
        "chanh van phong",
        "can bo tong hop",
        "nguoi tong hop so lieu",
        "dai dien lanh dao",
        "thu ky",
        "chu tri",
        "chu toa",
        "kiem soat",
        "nguoi kiem soat",
        "lanh dao don vi",
        "thu truong don vi",
        "nguoi lap bieu",
        "nguoi tong hop",
        "thu ky hoi nghi",
        "chu tri hoi nghi",
        "dai dien chi bo",
        "dai dien nhan dan",
        "dai dien mttq",
        "nguoi ghi bien ban",
        "thu ky cuoc hop",
    ];
    OFFICES.contains(&fold(&clean(text)).trim_end_matches([':', '.']))
}

/// "BÍ THƯ", "CHỦ TỊCH": the post under which a signature stands.
fn is_post_in_capitals(text: &str) -> bool {
    const POSTS: [&str; 14] = [
        "bi thu",
        "pho bi thu",
        "bi thu chi bo",
        "chu tich",
        "pho chu tich",
        "truong thon",
        "truong xom",
        "truong ban",
        "to truong",
        "truong ban cong tac mat tran",
        "chanh van phong",
        "bi thu dang uy",
        "pho bi thu thuong truc",
        "chu tich ubnd",
    ];
    !text.chars().any(char::is_lowercase) && POSTS.contains(&fold(text).as_str())
}

/// "Phú Đình, ngày 05 tháng 12 năm 2025", "Ngày 5/12/2025", "Phú Đình, 05-12-2025": a date, after a place or nothing.
fn is_place_and_date(folded: &str) -> bool {
    const LONGEST_PLACE: usize = 6;
    let (place, date) = match folded.find("ngay ") {
        Some(at) => folded.split_at(at),
        None => match folded.rsplit_once(',') {
            Some((place, date)) if is_figured_date(date.trim()) => (place, date),
            _ => return false,
        },
    };
    let date = date.strip_prefix("ngay ").unwrap_or(date).trim();
    place.split_whitespace().count() <= LONGEST_PLACE && (is_figured_date(date) || is_spelt_date(date))
}

/// "5/12/2025", "05-12-2025", "…/12/2025".
fn is_figured_date(date: &str) -> bool {
    const SIGNS: [char; 6] = ['/', '-', '.', '…', '_', ' '];
    let signs = date.chars().filter(|c| matches!(c, '/' | '-' | '.')).count();
    let figures = date.chars().filter(char::is_ascii_digit).count();
    figures >= 4 && signs >= 2 && date.chars().all(|c| c.is_ascii_digit() || SIGNS.contains(&c))
}

/// "05 tháng 12 năm 2025", and the same with what is left open or without its year.
fn is_spelt_date(date: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let open = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '…' | '_' | '/'))
    };
    let words: Vec<&str> = date.split_whitespace().collect();
    words.len() <= MOST_WORDS
        && words.contains(&"thang")
        && words
            .iter()
            .all(|word| matches!(*word, "thang" | "nam") || open(word))
}

/// "(Tổng hợp có 4 ý kiến, kiến nghị của 4 người)", "Danh sách gồm 03 ý kiến": says how many opinions there are, and asks for
/// nothing.
fn is_count(text: &str) -> bool {
    const BEGINNINGS: [&str; 11] = [
        "tong hop",
        "danh sach",
        "tong so",
        "tong cong",
        "toan xa co",
        "co ",
        "gom ",
        "bao gom",
        "bang tren",
        "ngoai ra",
        "trong do",
    ];
    const MOST_WORDS: usize = 20;
    let folded = fold(&clean(beginning(text)));
    let said = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = said.split(' ').collect();
    let counted = words.windows(3).any(|three| {
        let [number, first, second] = three else {
            return false;
        };
        number.bytes().all(|digit| digit.is_ascii_digit()) && *first == "y" && second.starts_with("kien")
    });
    counted
        && words.len() <= MOST_WORDS
        && BEGINNINGS.iter().any(|start| said.starts_with(start))
        && !said.contains("de nghi")
        && !wishes(text)
}

/// "(Danh sách gồm 06 ý kiến)": how many opinions the table has, whatever else there may be elsewhere.
pub(super) fn counts_all(text: &str) -> bool {
    const OF_ALL: [&str; 4] = ["danh sach", "tong hop", "bang tren", "toan xa co"];
    let folded = fold(&clean(beginning(text)));
    let said = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    is_count(text) && OF_ALL.iter().any(|start| said.starts_with(start)) && !said.contains("trung")
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
fn names_addressee(folded: &str) -> bool {
    const ASKS: [&str; 4] = ["y kien", "kien nghi", "de xuat", "phan anh"];
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
    let within = rest
        .strip_prefix("thuoc tham quyen ")
        .is_some_and(|whose| whose.split(' ').count() <= 4);
    rest.len() < text.len()
        && text.split(' ').count() <= MOST_WORDS
        && (to.iter().any(|word| rest.starts_with(word)) && level(text)
            || within
            || DEPARTMENTS.contains(&rest))
}

/// A note below or inside the table.
pub(crate) fn is_note(text: &str) -> bool {
    if is_last_sentence(text) || asks_to_gather(text) || is_about_all(text) || is_count(text) {
        return true;
    }
    let folded = fold(&clean(beginning(text)));
    [
        "ghi chu",
        "luu y",
        "chu thich",
        "chu y:",
        "(*)",
        "(hop ",
        "(cuoc hop",
        "* ghi",
        "(ghi chu",
        "nguon:",
        "ket luan:",
        "* luu y",
        "(1) ghi",
        "tren day la",
        "tren day, ",
        "kinh bao cao",
        "tran trong bao cao",
        "tran trong cam on",
        "xin tran trong bao cao",
        "xin tran trong cam on",
        "toi xin tran trong cam on",
        "toi xin chan thanh cam on",
    ]
    .iter()
    .any(|start| folded.starts_with(start))
}

/// "Trang 1/2", "Trang 3": the number of a page, and nothing else.
pub(crate) fn is_page_number(text: &str) -> bool {
    let folded = fold(&clean(text));
    folded.strip_prefix("trang").is_some_and(|rest| {
        let figures = rest.contains(|c: char| c.is_ascii_digit());
        figures
            && rest
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '/' | '-' | '.' | ':'))
    })
}

/// "Đảng ủy xã Phú Đình báo cáo và đề nghị Tỉnh ủy xem xét./.": the sentence with which a body ends its report.
fn is_last_sentence(text: &str) -> bool {
    const SENDERS: [&str; 6] = ["dang uy", "dang bo", "ubnd", "uy ban", "ban thuong vu", "chi bo"];
    let start = fold(&clean(beginning(text)));
    if !SENDERS.iter().any(|sender| start.starts_with(sender)) {
        return false;
    }
    let folded = fold(&clean(text));
    let ends = folded.ends_with("./.") || folded.contains("tran trong") || folded.contains("kinh de nghi");
    let all = ["y kien", "kien nghi", "noi dung", "de xuat"].iter().any(|what| {
        let named = folded.match_indices(what);
        named.into_iter().any(|(at, _)| {
            let after = folded.get(at..).unwrap_or_default();
            let near = after.split(' ').take(7).collect::<Vec<_>>().join(" ");
            near.contains(" neu tren") || near.contains(" tren day") || near.contains(" noi tren")
        })
    });
    // "... sự quan tâm của các cấp" has a word that asks elsewhere.
    let asked = [" de nghi ", " kien nghi ", " de xuat ", " mong ", " can "]
        .iter()
        .any(|word| folded.contains(word))
        || wishes(text);
    let thanks = folded.contains(" tran trong cam on ") && !asked && !complains(text);
    ends && folded.contains(" bao cao") || all || thanks
}

/// "Kính đề nghị Ban Tuyên giáo và Dân vận tổng hợp, trình Thường trực Tỉnh ủy": asks no more than that the report be used.
fn asks_to_gather(text: &str) -> bool {
    const MOST_WORDS: usize = 30;
    const RECEIVERS: [&str; 6] = [
        "ban tuyen giao",
        "tinh uy",
        "dang uy",
        "cap tren",
        "ban to chuc",
        "van phong",
    ];
    let folded = fold(&clean(beginning(text)));
    let asked = [
        "kinh de nghi ",
        "de nghi ",
        "kinh mong ",
        "tran trong de nghi ",
        "kinh trinh ",
    ]
    .iter()
    .find_map(|start| folded.strip_prefix(start));
    asked.is_some_and(|asked| {
        let addressed = RECEIVERS.iter().any(|receiver| asked.starts_with(receiver));
        let gathers = asked.contains(" tong hop") && folded.split(' ').count() <= MOST_WORDS;
        addressed && gathers && !asked.contains(" de nghi ")
    })
}

/// "* Những ý kiến trên đã được rà soát", "Còn 3 xóm chưa gửi ý kiến": says of the opinions what was done with them, or which
/// are missing.
fn is_about_all(text: &str) -> bool {
    const STARTS: [&str; 4] = ["nhung ", "cac ", "tat ca cac ", "toan bo "];
    const TOLD: [&str; 4] = ["da tra loi", "duoc ", "da giai trinh", "da tong hop"];
    const JUDGED: [&str; 9] = [
        "tap trung ",
        "deu ",
        "co ban ",
        "phan lon ",
        "phu hop ",
        "xoay quanh ",
        "mang tinh ",
        "dung trong tam",
        "thiet thuc",
    ];
    let folded = fold(&clean(beginning(text)));
    let bare = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    let judging = ["nhin chung", "noi chung", "tom lai", "qua tong hop"]
        .iter()
        .find_map(|word| bare.strip_prefix(word));
    let bare = judging.map_or(bare, |rest| rest.trim_start_matches([',', ' ']));
    let all = STARTS.iter().find_map(|start| bare.strip_prefix(start));
    let of_all = all.is_some_and(|rest| {
        let said = ["y kien", "kien nghi", "noi dung"]
            .iter()
            .find_map(|what| rest.strip_prefix(what));
        let named = [" tren ", " con lai ", " thuoc tham quyen "]
            .iter()
            .any(|which| rest.contains(which));
        let judged = |said: &str| {
            JUDGED
                .iter()
                .any(|word| said.trim_start_matches([',', ' ']).starts_with(word))
        };
        let asked = |said: &str| said.contains(" de nghi ") || wishes(text);
        said.is_some_and(|said| {
            let told = named && TOLD.iter().any(|told| rest.contains(told)) && !asks(text);
            told || judged(said) && (!asked(said) || asks_for_answers(said))
        })
    });
    let missing = bare.starts_with("con ") && bare.contains(" chua gui ") && bare.contains("y kien");
    let counted = bare.starts_with("so lieu ") && bare.contains(" tinh den ");
    of_all || (missing || counted) && !asks(text)
}

/// "...; đề nghị các sở, ngành quan tâm trả lời": asks no more than that the opinions be answered.
fn asks_for_answers(folded: &str) -> bool {
    const MOST_WORDS: usize = 14;
    const ASKED: [&str; 4] = ["cac so", "cac cap", "cac co quan", "cac nganh"];
    const ANSWERS: [&str; 4] = [
        "quan tam tra loi",
        "quan tam giai quyet",
        "xem xet, giai quyet",
        "xem xet, tra loi",
    ];
    let asked = folded.rsplit_once(" de nghi ").map_or("", |(_, asked)| asked);
    ASKED.iter().any(|body| asked.starts_with(body))
        && ANSWERS.iter().any(|answer| asked.contains(answer))
        && asked.split(' ').nth(MOST_WORDS).is_none()
}

/// "III. NHẬN XÉT, ĐỀ XUẤT", "IV. Đánh giá chung", "Kết quả giải quyết kiến nghị kỳ trước": a part of a report that holds none of
/// its opinions. Such parts are counted in Roman numbers or capitals; an Arabic number counts opinions, too.
pub(super) fn is_part_without_opinions(text: &str) -> bool {
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
    (counted || shouted || results && marked.is_none())
        && (results || part)
        && folded.split(' ').nth(MOST_WORDS).is_none()
        && !folded.ends_with(['.', ';', '?'])
        && !complains(text)
}

/// The form's own example or the words that tell how to fill it in.
pub(crate) fn is_example(text: &str) -> bool {
    let folded = fold(&clean(beginning(text)));
    let example = [
        "vi du:", "vd:", "(vi du", "(vd", "vd.", "vi du :", "mau:", "[vi du", "vi du -",
    ]
    .iter()
    .any(|start| folded.starts_with(start))
        || matches!(folded.as_str(), "vi du" | "vd" | "mau" | "vi du mau" | "(mau)");
    let open = folded.strip_prefix(['(', '[', '<', '{']).unwrap_or(&folded);
    let bracketed = open != folded && folded.ends_with([')', ']', '>', '}']);
    let how_to = [
        "ghi ",
        "neu ro",
        "neu noi dung",
        "dien ",
        "nhap ",
        "noi dung",
        "ho va ten",
        "chuc vu",
        "moi y kien",
        "de nghi ghi",
        "viet ",
        "trinh bay",
    ]
    .iter()
    .any(|start| open.starts_with(start));
    // "(Đề nghị các xóm ghi đúng mẫu, không viết tắt)"
    let to_fill_in = [" ghi dung mau", " theo mau", " ghi ro ", " khong viet tat"]
        .iter()
        .any(|word| open.contains(word));
    // "Nội dung ý kiến 1..."
    let undotted = folded.trim_end_matches(['.', '…', ' ']);
    let left_open = undotted.len() < folded.len();
    let said = match left_open {
        true => undotted.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '),
        false => &folded,
    };
    let whole = matches!(
        said,
        "noi dung y kien" | "noi dung" | "ho va ten" | "ghi ro noi dung y kien" | "ghi noi dung y kien"
    );
    example || bracketed && (how_to || to_fill_in) || whole
}

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
pub(crate) fn is_heading(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let text = clean(text);
    let folded = fold(&text);
    let bare = without_label(&folded);
    if begins_with_a_surname(&text) {
        return false;
    }
    if names_addressee(bare) {
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

/// Whether a text begins with the name of a person whose surname is another word without its tones: "Phan Thu Hà" (phần), "Bàn Văn
/// Páo" (ban).
fn begins_with_a_surname(text: &str) -> bool {
    let bare = mark(text).map_or(text, |(_, rest)| rest);
    let first = bare.split_whitespace().next().unwrap_or_default();
    let surname = matches!(canonical_tones(first).to_lowercase().as_str(), "phan" | "bàn");
    surname && !text.is_ascii() && is_name(&split_position(bare).0)
}

/// Whether a heading right above a table is the subject of its opinions, and no title of the report: "I. Giao thông", "Xóm Cái".
pub(super) fn heads_table(text: &str) -> bool {
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
pub(crate) fn names_group(text: &str) -> bool {
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
pub(super) fn is_subject_of_group(text: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let canonical = canonical_tones(&clean(text)).to_lowercase();
    !canonical.contains(" cần ")
        && !canonical.contains(" phải ")
        && canonical.split(' ').nth(MOST_WORDS).is_none()
        && !complains(text)
        && !holds_act(text)
}

/// Whether a text names something and neither asks for anything nor says what is wrong: "Cán bộ, công chức xã", "Cấp tỉnh".
pub(crate) fn is_subject(text: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let few = text.split_whitespace().nth(MOST_WORDS).is_none();
    // "Cán bộ" has the letters of "cần".
    let people = fold(&clean(text)).replace("can bo", "");
    few && !text.trim_end().ends_with(['.', '?', '!', ';']) && !asks(&people) && !complains(text)
}

/// "Nội dung 1: Nhiệm vụ chính trị": a subject that is counted in words, asking for nothing.
pub(crate) fn is_counted_heading(text: &str) -> bool {
    let counted = counted_group(&fold(&clean(text))).is_some();
    counted && is_heading(text) && !asks(text) && !complains(text)
}

/// Whether a text begins with a label such as "II.", "A.", "1)".
pub(crate) fn is_labelled(text: &str) -> bool {
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

/// Whether a text that is set aside may be an opinion all the same, so that a person should look.
pub(crate) fn reads_like_opinion(text: &str) -> bool {
    let letters = |case: fn(char) -> bool| text.chars().filter(|c| case(*c)).count();
    let title = letters(char::is_uppercase) > letters(char::is_lowercase);
    !title && !is_total(text) && (is_misplaced_opinion(text) || complains(text) && is_sentence(text))
}

/// Whether a text that stands outside the column of opinions is one all the same: long, and asking.
pub(crate) fn is_misplaced_opinion(text: &str) -> bool {
    let folded = fold(&clean(text));
    let asks = ["de nghi", "kien nghi", "de xuat", "bao gio", "khi nao"]
        .iter()
        .any(|word| folded.contains(word))
        || wishes(text);
    asks && folded.split(' ').count() >= 8 && !is_heading(text) && !is_note(text)
}

/// Whether a text is the name of a body that answers, and nothing else: "Sở Y tế", "Công an tỉnh".
pub(crate) fn is_body(text: &str) -> bool {
    const BODIES: [&str; 19] = [
        "so ",
        "cong an",
        "ubnd",
        "uy ban",
        "hdnd",
        "thanh tra",
        "van phong",
        "cuc ",
        "chi cuc",
        "bo ",
        "bao hiem",
        "ngan hang",
        "dien luc",
        "cong ty dien luc",
        "toa an",
        "vien kiem sat",
        "ban quan ly",
        "bo chi huy",
        "trung tam",
    ];
    let folded = fold(&clean(text));
    let capital = text.trim_start().starts_with(char::is_uppercase);
    capital
        && folded.split(' ').count() <= 9
        && !folded.contains(|c: char| c.is_ascii_digit())
        && !text.trim_end().ends_with(['.', '?', '!'])
        && BODIES.iter().any(|body| folded.starts_with(body))
        && !complains(text)
        && !["de nghi", "kien nghi", "de xuat", " can ", " som "]
            .iter()
            .any(|word| folded.contains(word))
}

/// Whether a text begins like the post or the standing of a person: "Trưởng xóm", "Người dân".
pub(crate) fn is_post(text: &str) -> bool {
    const POSTS: [&str; 25] = [
        "bi thu",
        "nong dan",
        "pho ",
        "chu tich",
        "truong ",
        "to truong",
        "can bo",
        "cong chuc",
        "chi hoi",
        "hoi ",
        "uy vien",
        "dang vien",
        "nguoi ",
        "cu tri",
        "giao vien",
        "dai bieu",
        "dai dien",
        "ban ",
        "thanh vien",
        "giam doc",
        "hieu truong",
        "nguyen ",
        "chi bo",
        "xa ",
        "thon ",
    ];
    let folded = fold(&clean(text));
    POSTS.iter().any(|post| folded.starts_with(post))
}

/// The post of a person by itself: "Trưởng thôn", "Bí thư chi bộ".
pub(crate) fn is_post_alone(text: &str) -> bool {
    is_post(text) && text.split_whitespace().count() <= 4 && !asks(text) && !complains(text)
}

/// Whether a text is a sentence of its own and neither a name nor a post, however long: "Phó Chủ tịch Ủy ban Mặt trận Tổ
/// quốc xã kiêm ...".
pub(crate) fn is_sentence(text: &str) -> bool {
    let folded = fold(&clean(text));
    folded.split(' ').count() >= 10
        && !text.trim_end().ends_with(':')
        && !is_post(text)
        && !is_heading(text)
        && !is_note(text)
}

/// Whether a text goes on with the sentence above it, of which only the last words count.
pub(crate) fn goes_on(before: &str, text: &str) -> bool {
    const LAST: usize = 200;
    let before = before
        .char_indices()
        .nth_back(LAST)
        .and_then(|(at, _)| before.get(at..))
        .unwrap_or(before);
    let text = clean(text);
    let small = text
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase);
    let counted = matches!(mark(&text), Some((Mark::Letter(_) | Mark::SmallRoman(_), _)));
    let marked = counted || text.starts_with(['-', '+', '*', '•', '–']);
    let before = clean(before);
    // "... ra tận phường | Đức Xuân ký giấy": a place without its name, and the name.
    let names_place = || {
        let mut first = text.split(' ').take(2);
        let name = first.clone().nth(1).is_some() && first.all(|word| word.starts_with(char::is_uppercase));
        let last = before.rsplit(' ').next().map(canonical_tones).unwrap_or_default();
        name && ["phường", "xã", "xóm", "thôn", "bản", "khu"].contains(&last.as_str())
    };
    // An ask below a finished sentence is another one, however it is written.
    let small = small && !(before.ends_with(['.', '?', '!', ';']) && asks_at_once(&text));
    !marked
        && (small || names_place() || before.ends_with([',', ':', '-']) || ends_within_a_sentence(&before))
}

/// Whether a text stops where more must come: "sửa cầu và", "tuyến đường từ trung tâm đi xóm".
fn ends_within_a_sentence(text: &str) -> bool {
    const OPEN: [&str; 9] = ["và", "của", "các", "những", "hoặc", "từ", "do", "để", "với"];
    const TOWARDS: [&str; 4] = ["đi", "đến", "từ", "giữa"];
    const PLACES: [&str; 5] = ["xóm", "thôn", "xã", "phường", "bản"];
    let canonical = canonical_tones(text).to_lowercase();
    let mut words = canonical.rsplit(' ');
    match (words.next(), words.next()) {
        (Some(last), Some(before)) => {
            OPEN.contains(&last) || PLACES.contains(&last) && TOWARDS.contains(&before)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_goes_on_where_a_word_must_follow() {
        assert!(goes_on("Đề nghị sửa đường từ trung tâm đi xóm", "Nà Mòn"));
        assert!(goes_on("Đề nghị sửa đường", "và cầu"));
        assert!(goes_on("Đường lầy lội,", "đề nghị sửa chữa"));
        assert!(!goes_on("Đề nghị sửa đường.", "đề nghị làm cầu"));
        assert!(!goes_on("Đề nghị sửa đường liên xã", "Nước sinh hoạt bị đục"));
        assert!(!goes_on("Đề nghị thay cán bộ của", "- Thêm bác sĩ"));
    }

    #[test]
    fn totals_are_told_from_opinions() {
        for text in [
            "Tổng cộng",
            "TỔNG CỘNG:",
            "Tổng số ý kiến: 12",
            "Cộng",
            "Cộng: 5 ý kiến",
            "Tổng: 5",
            "Tổng số",
            "Cộng mục I",
            "Tổng cộng có 12 ý kiến",
            "Tổng số: 02 (hai) ý kiến, kiến nghị./.",
            "Tổng số ý kiến, kiến nghị của cử tri và Nhân dân trong xã là 02 ý kiến",
            "Tong cong",
            "* Tổng số: 06 ý kiến",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "Tổng số hộ nghèo toàn xã quá cao, đề nghị hỗ trợ",
            "Cộng đồng dân cư đề nghị sửa đường",
            "Tổng hợp ý kiến",
            "Công khai quy hoạch",
            "Tổng kết năm",
            "Cổng trường",
            "Cống",
            "Công 5",
            "Tống Công Lực",
            "Tổng số 35 hộ xóm Bản Cái chưa có điện lưới quốc gia",
        ] {
            assert!(!is_total(text), "{text}");
        }
        assert_eq!(stated(&["Tổng cộng", "10 người", "12 ý kiến"]), [12]);
        assert_eq!(stated(&["Tổng cộng", "5"]), [5]);
        assert_eq!(
            stated(&["Tổng số ý kiến: 6, trong đó: đất đai 2, giao thông 4"]),
            [6]
        );
        assert_eq!(stated(&["Tổng số: 02 (hai) ý kiến (05 lượt người)"]), [2]);
    }

    #[test]
    fn the_end_of_a_report_is_known() {
        for text in [
            "Nơi nhận:",
            "T/M BAN THƯỜNG VỤ",
            "TM. ĐẢNG ỦY",
            "(Ký tên, đóng dấu)",
            "NGƯỜI LẬP BIỂU",
            "BÍ THƯ",
            "Phú Đình, ngày 05 tháng 12 năm 2025",
            "K/T BÍ THƯ",
        ] {
            assert!(is_closing(text), "{text}");
        }
        for text in [
            "Bí thư",
            "Nơi ở của người dân xa trung tâm",
            "Đề nghị từ ngày 1 tháng 7 năm 2025 tăng phụ cấp cho cán bộ xóm",
            "Trưởng thôn",
            "Nơi nhận trợ cấp xã hội quá xa",
            "Người lập hồ sơ đất đai làm sai diện tích, đề nghị sửa",
            "Người lập hồ sơ phải đi lại nhiều lần",
            "TM. bà con xóm Nà Lẹng đề nghị làm đường",
        ] {
            assert!(!is_closing(text), "{text}");
        }
    }

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

    #[test]
    fn the_forms_own_words_are_no_opinion() {
        for text in [
            "Ví dụ: Đề nghị sửa đường",
            "VD",
            "(Ghi rõ nội dung ý kiến)",
            "[Nội dung ý kiến]",
            "Nội dung ý kiến",
            "(VD: sửa cầu)",
            "Nội dung ý kiến 1...",
        ] {
            assert!(is_example(text), "{text}");
        }
        for text in [
            "Ví dụ như đường xóm 5 hỏng, đề nghị sửa",
            "(Tiếp) đề nghị sửa đường",
            "Nội dung họp chưa rõ",
        ] {
            assert!(!is_example(text), "{text}");
        }
    }
}
