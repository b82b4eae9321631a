//! Who sends a report: letterheads and the names of offices.

use super::closing::is_place_and_date;
use super::is_long;
use crate::text::{clean, fold};

/// "ĐẢNG ỦY XÃ PHÚ ĐÌNH", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12-BC/ĐU", "BÁO CÁO": what stands above a report.
pub(in crate::intake) fn is_letterhead(text: &str) -> bool {
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
pub(in crate::intake) fn names_sender(text: &str) -> bool {
    const MOST_WORDS: usize = 10;
    let few = text.split_whitespace().nth(MOST_WORDS).is_none();
    let capitals = !text.contains(char::is_lowercase) && is_letterhead(text);
    few && (capitals || labelled_sender(text).is_some())
}

/// What stands after "Đơn vị:", "Đơn vị gửi:".
pub(in crate::intake) fn labelled_sender(text: &str) -> Option<String> {
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
pub(in crate::intake) fn is_office(text: &str) -> bool {
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
