//! The words of official reports and forms. They are Vietnamese whatever the terminal speaks.

use std::path::Path;

use super::Lang;

/// Heading over how often an opinion was raised.
pub const TIMES: &str = "Số lần";
/// Heading over the units that raised it.
pub const UNITS: &str = "Đơn vị có ý kiến";
/// Over the list of those who receive the report.
pub const RECIPIENTS: &str = "Nơi nhận:";
/// A line for the office to fill in.
pub const DOTS: &str = "....................";
/// The line for the report's number.
pub const NUMBER: &str = "Số         -BC/...";
/// The last of the recipients: the office's own file.
pub const ARCHIVE: &str = "Lưu";
/// Over the signature.
pub const ON_BEHALF: &str = "T/M ....................";
/// Where to sign.
pub const SIGN: &str = "(Ký tên, đóng dấu)";
/// Name of the sheet.
pub const SHEET: &str = "Báo cáo";

/// Says where the report to the level above is.
pub fn written(sheet: &Path, paper: &Path, lang: Lang) -> String {
    let words = lang.pick("Báo cáo gửi cấp trên", "Report to the level above");
    format!("{words}: {}, {}", sheet.display(), paper.display())
}

/// Words before a unit's name that say what kind of unit it is.
const KINDS: [&str; 9] = [
    "tổ dân phố",
    "thị trấn",
    "phường",
    "huyện",
    "thôn",
    "xóm",
    "bản",
    "tỉnh",
    "xã",
];

/// Words before the name of an office's place.
const OFFICES: [&str; 6] = [
    "đảng ủy",
    "tỉnh ủy",
    "huyện ủy",
    "thành ủy",
    "ủy ban nhân dân",
    "ubnd",
];

/// The place of an office, for the line with place and date: "Chợ Mới" of "Đảng ủy xã Chợ Mới".
pub fn place_of(office: &str) -> &str {
    let mut place = office.trim();
    loop {
        let before = |word: &&str| {
            let start = place
                .get(..word.len())
                .filter(|start| start.to_lowercase() == **word)?;
            place.strip_prefix(start)?.strip_prefix(' ')
        };
        let Some(rest) = OFFICES.iter().chain(&KINDS).find_map(before) else {
            return place;
        };
        place = rest;
    }
}

/// "Ý kiến 3", or the number alone where the form has no word for it.
pub fn label(word: &str, number: usize) -> String {
    format!("{word} {number}").trim_start().to_owned()
}

/// "12 ý kiến của 5 xóm".
pub fn raised(times: u32, units: &[&str]) -> String {
    format!("{times} ý kiến của {}", self::units(units))
}

/// "8 ý kiến".
pub fn opinions(count: usize) -> String {
    format!("{count} ý kiến")
}

/// The sentence before the table.
pub fn opening(sender: &str) -> String {
    format!("{sender} báo cáo như sau:")
}

/// How many units: "5 xóm"; "3 xã, phường" where two kinds are mixed; "4 đơn vị" where names do not tell.
pub fn units(units: &[&str]) -> String {
    let kind = |unit: &&str| {
        let unit = unit.to_lowercase();
        KINDS
            .into_iter()
            .find(|kind| unit.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')))
    };
    let mut kinds: Vec<Option<&str>> = units.iter().map(kind).collect();
    kinds.sort_unstable_by(|a, b| b.cmp(a));
    kinds.dedup();
    let word = match kinds.as_slice() {
        [Some(one)] => (*one).to_owned(),
        [Some(one), Some(other)] => format!("{one}, {other}"),
        _ => "đơn vị".to_owned(),
    };
    format!("{} {word}", units.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_writes_from_its_place() {
        for (office, place) in [
            ("Đảng ủy xã Chợ Mới", "Chợ Mới"),
            ("Tỉnh ủy Thái Nguyên", "Thái Nguyên"),
            ("xã Cổ Lũng", "Cổ Lũng"),
            ("Ban Dân vận", "Ban Dân vận"),
        ] {
            assert_eq!(place_of(office), place);
        }
    }

    #[test]
    fn units_are_counted_by_their_kind() {
        for (units, words) in [
            (&["xóm A", "xóm B"][..], "7 ý kiến của 2 xóm"),
            (&["xã A", "phường B", "Xã C"], "7 ý kiến của 3 xã, phường"),
            (&["Tổ dân phố 3"], "7 ý kiến của 1 tổ dân phố"),
            (&["xóm A", "Trạm Y tế"], "7 ý kiến của 2 đơn vị"),
        ] {
            assert_eq!(raised(7, units), words);
        }
    }
}
