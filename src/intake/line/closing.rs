//! The end of a report: recipients, signatures, the place and date, and the numbers of pages.

use super::super::asking::wishes;
use super::super::person::is_name;
use super::is_long;
use super::post::is_post;
use crate::text::{clean, fold};

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

/// Words above a signature that end a report only where nothing stands beside them: "Người viết phiếu".
const WRITERS: [&str; 8] = [
    "nguoi viet",
    "nguoi viet phieu",
    "nguoi viet don",
    "nguoi ghi phieu",
    "nguoi ghi y kien",
    "nguoi gop y",
    "nguoi ghi bien ban",
    "ghi bien ban",
];

/// What ends a report: recipients, signatures, the place and date.
pub(in crate::intake) fn is_closing(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let parted = text.contains('\n');
    let text = clean(text);
    let folded = fold(&text);
    let short = folded.split(' ').nth(14).is_none();
    let ends = CLOSING.iter().any(|start| folded.starts_with(start))
        || WRITERS.contains(&folded.trim_end_matches([':', '.', ' ']))
        || is_post_in_capitals(&text)
        || is_signed_as(&text)
        || parted && is_signed_below_post(&text)
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

/// "NGƯỜI ĐĂNG KÝ Chu Thị Hà", "CHỦ TỌA Nguyễn Văn Khôi": as what someone signs, and the name.
fn is_signed_as(text: &str) -> bool {
    const ROLES: [&str; 8] = [
        "nguoi ",
        "thu ky",
        "chu toa",
        "chu tri",
        "ghi bien ban",
        "can bo ",
        "dai dien ",
        "doan chu tich",
    ];
    let (role, name) = role_and_name(text);
    let folded = fold(text);
    let signs = ROLES.iter().any(|role| folded.starts_with(role));
    signs && (2..=5).contains(&role) && is_name(&name)
}

/// "TRƯỞNG TRẠM", and in a line below it "Nông Thị Hiệp".
fn is_signed_below_post(text: &str) -> bool {
    let (role, name) = role_and_name(text);
    (2..=5).contains(&role) && is_post(text) && is_name(&name)
}

/// How many words in capitals begin a text, and the rest of it.
fn role_and_name(text: &str) -> (usize, String) {
    let small = |word: &str| word.contains(char::is_lowercase);
    let role = text.split(' ').take_while(|word| !small(word)).count();
    (role, text.split(' ').skip(role).collect::<Vec<_>>().join(" "))
}

/// "Người lập hồ sơ phải đi lại nhiều lần": long, with nothing to be filled in, and no name at its end.
fn is_sentence_about_signing(text: &str) -> bool {
    let last = text.split(' ').next_back().unwrap_or_default();
    text.split(' ').nth(5).is_some()
        && fold(text).starts_with("nguoi ")
        && !text.contains([':', '(', '.', '…'])
        && last.starts_with(char::is_lowercase)
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
pub(super) fn is_place_and_date(folded: &str) -> bool {
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

/// "Trang 1/2", "Trang 3": the number of a page, and nothing else.
pub(in crate::intake) fn is_page_number(text: &str) -> bool {
    let folded = fold(&clean(text));
    folded.strip_prefix("trang").is_some_and(|rest| {
        let figures = rest.contains(|c: char| c.is_ascii_digit());
        figures
            && rest
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '/' | '-' | '.' | ':'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "THƯ KÝ\n\n\nTrần Thị Lệ",
            "GHI BIÊN BẢN\nVũ Thị Hằng",
            "Người viết phiếu",
            "TRƯỞNG TRẠM\n\nNông Thị Hiệp",
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
}
