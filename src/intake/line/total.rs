//! Totals: the rows that count the opinions of a report, and what they state.

use super::super::asking::{complains, wishes};
use super::{beginning, is_long};
use crate::text::{clean, fold};

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
pub(in crate::intake) fn is_total(text: &str) -> bool {
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
pub(in crate::intake) fn stated(texts: &[&str]) -> Vec<u64> {
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

/// "(Tổng hợp có 4 ý kiến, kiến nghị của 4 người)", "Danh sách gồm 03 ý kiến": says how many opinions there are, and asks for
/// nothing.
pub(in crate::intake) fn is_count(text: &str) -> bool {
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
        || is_statistic(said)
        || is_held(said) && !complains(text)
}

/// "Ý kiến trùng lặp: 17.", "Số lượt phát biểu: 88 lượt": a number of what was heard or held, without tones.
fn is_statistic(said: &str) -> bool {
    const MOST_OF_LABEL: usize = 10;
    const NUMBERS_OF: [&str; 7] = [
        "so luot",
        "so hoi nghi",
        "so y kien",
        "so kien nghi",
        "so phieu",
        "so nguoi du",
        "so nguoi tham",
    ];
    const COUNTS: [&str; 4] = ["y kien", "kien nghi", "luot phat bieu", "cau hoi"];
    let Some((label, number)) = said.split_once(':') else {
        return false;
    };
    let (label, number) = (label.trim(), number.trim());
    let bare = number.trim_end_matches(['.', ';', ',']);
    let short = bare.parse::<u32>().is_ok() && COUNTS.iter().any(|what| label.contains(what));
    let counted = NUMBERS_OF.iter().any(|start| label.starts_with(start));
    let alone = ["y kien", "kien nghi", "cau hoi", "y kien, kien nghi"]
        .iter()
        .any(|what| {
            let counted = bare.strip_suffix(what);
            counted.is_some_and(|number| number.trim().parse::<u32>().is_ok())
        });
    number.starts_with(|c: char| c.is_ascii_digit())
        && label.split(' ').nth(MOST_OF_LABEL).is_none()
        && (short || alone || counted && !asks_behind(number))
}

/// "Số tổ dân phố tổ chức họp: 38/38 tổ.": how much of what was held, without tones. "Số trẻ tham gia bảo hiểm: 40 em chưa có thẻ" says
/// what is wrong.
fn is_held(said: &str) -> bool {
    const MOST_OF_LABEL: usize = 10;
    const HELD: [&str; 7] = [
        " hop",
        " to chuc",
        " tham gia",
        " tham du",
        " phat ra",
        " thu ve",
        " tiep nhan",
    ];
    said.split_once(':').is_some_and(|(label, number)| {
        let number = number.trim();
        label.starts_with("so ")
            && HELD.iter().any(|word| label.contains(word))
            && label.split(' ').nth(MOST_OF_LABEL).is_none()
            && number.starts_with(|c: char| c.is_ascii_digit())
            && !asks_behind(number)
    })
}

/// Whether words behind a number ask for something, without tones.
fn asks_behind(number: &str) -> bool {
    let asks = [" de nghi ", " mong ", " can ", " xin "];
    asks.iter().any(|word| number.contains(word))
}

/// "(Danh sách gồm 06 ý kiến)": how many opinions the table has, whatever else there may be elsewhere.
pub(in crate::intake) fn counts_all(text: &str) -> bool {
    const OF_ALL: [&str; 4] = ["danh sach", "tong hop", "bang tren", "toan xa co"];
    let folded = fold(&clean(beginning(text)));
    let said = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    is_count(text) && OF_ALL.iter().any(|start| said.starts_with(start)) && !said.contains("trung")
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "- Ý kiến trùng lặp: 17.",
            "Số lượt phát biểu: 88 lượt; sau khi gộp còn 5 nội dung",
        ] {
            assert!(is_count(text), "{text}");
        }
        assert!(!is_count("Số hộ thiếu nước: 35 hộ"));
        assert!(!is_count("Kiến nghị: 5 hộ thiếu nước"));
        assert!(!is_count(
            "Số cuộc họp: 5 cuộc một tháng là quá nhiều, đề nghị giảm"
        ));
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
}
