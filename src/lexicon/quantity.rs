//! Numbers in a text: digits, number words, percent, money, ranges, dates and years, with what they count.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{Case, Gap, Token};

/// A number with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) value: String,
    pub(super) unit: Option<String>,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Found {
    /// The number as a reading tells it.
    pub(super) fn told(&self, asked: bool) -> super::Quantity {
        super::Quantity {
            value: self.value.clone(),
            unit: self.unit.clone(),
            asked,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    unit: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    normal: String,
    forms: Vec<String>,
}

/// A wording of a unit in words, and its normal form.
type Wording = (Vec<String>, String);

/// Units by their first word, longest first.
static UNITS: LazyLock<BTreeMap<String, Vec<Wording>>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../../lexicon/units.toml")).unwrap_or_else(|error| {
        // Compiled in, and read by a test.
        debug_assert!(false, "lexicon/units.toml: {error}");
        Table { unit: Vec::new() }
    });
    let mut units: BTreeMap<String, Vec<Wording>> = BTreeMap::new();
    for entry in table.unit {
        for written in entry
            .forms
            .iter()
            .flat_map(|form| super::data::expand(form).unwrap_or_default())
        {
            let words: Vec<String> = crate::text::tokens(&written)
                .into_iter()
                .map(|t| t.word)
                .collect();
            for words in [words.iter().map(|w| crate::text::fold(w)).collect(), words] {
                if let Some(first) = words.first() {
                    units
                        .entry(first.clone())
                        .or_default()
                        .push((words, entry.normal.clone()));
                }
            }
        }
    }
    for list in units.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    units
});

/// Whether a unit may begin with this word.
pub(super) fn begins_unit(word: &str) -> bool {
    UNITS.contains_key(word)
}

/// Every number of the text that no name has taken.
pub(super) fn find(tokens: &[Token], taken: impl Fn(usize) -> bool) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = if taken(at) { None } else { read(tokens, at) };
        match found {
            Some(found) => {
                at = found.end.max(at + 1);
                out.push(found);
            }
            None => at += 1,
        }
    }
    out
}

fn read(tokens: &[Token], at: usize) -> Option<Found> {
    calendar(tokens, at)
        .or_else(|| digits(tokens, at))
        .or_else(|| spoken(tokens, at))
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |t| t.word.as_str())
}

/// "năm 2025", "tháng 10", "tháng 10/2025", "ngày 1/7/2025", "31/5/2026", "giai đoạn 2026-2030".
fn calendar(tokens: &[Token], at: usize) -> Option<Found> {
    let lead = word(tokens, at);
    let made = |value: String, unit: &str, end: usize| {
        Some(Found {
            value,
            unit: Some(unit.to_owned()),
            start: at,
            end,
        })
    };
    if let Some(date) = full_date(lead) {
        return made(date, "ngày", at + 1);
    }
    let next = word(tokens, at + 1);
    match lead {
        "ngày" | "ngay" if full_date(next).is_some() => made(full_date(next)?, "ngày", at + 2),
        "ngày" | "ngay" => made(day_and_month(next)?, "ngày", at + 2),
        "tháng" | "thang" => match next.split_once('/') {
            Some((month, year)) if is_month(month) && is_year(year) => {
                made(format!("{year}-{month:0>2}"), "tháng lịch", at + 2)
            }
            None if is_month(next) => made(next.to_owned(), "tháng lịch", at + 2),
            _ => None,
        },
        _ if is_year(lead) => {
            let range = tokens
                .get(at + 1)
                .filter(|t| t.gap == Gap::Dash && is_year(&t.word));
            match range {
                Some(to) => made(format!("{lead}-{}", to.word), "năm lịch", at + 2),
                None => made(lead.to_owned(), "năm lịch", at + 1),
            }
        }
        _ => None,
    }
}

fn full_date(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split('/').collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    (day_and_month(&format!("{day}/{month}")).is_some() && is_year(year))
        .then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

fn day_and_month(word: &str) -> Option<String> {
    let (day, month) = word.split_once('/')?;
    let valid = day.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d)) && is_month(month);
    valid.then(|| format!("{month:0>2}-{day:0>2}"))
}

fn is_month(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|m| (1..=12).contains(&m))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// A number in digits, alone or as the first of a range, with its multiplier and unit.
fn digits(tokens: &[Token], at: usize) -> Option<Found> {
    let token = tokens.get(at)?;
    let split = token
        .word
        .find(|c: char| c.is_alphabetic() || !c.is_ascii() && !c.is_ascii_digit());
    let (number, suffix) = token.word.split_at(split.unwrap_or(token.word.len()));
    let value = plain(number)?;
    if is_list_mark(tokens, at) {
        return None;
    }
    if !suffix.is_empty() {
        // "30km", "150v", "1.200m2" are numbers with units; "3b" is a code.
        let unit = UNITS.get(suffix)?.iter().find(|(words, _)| words.len() == 1)?;
        return Some(Found {
            value,
            unit: Some(unit.1.clone()),
            start: at,
            end: at + 1,
        });
    }
    let mut value = value;
    let mut end = at + 1;
    if let Some(to) = tokens
        .get(end)
        .filter(|t| t.gap == Gap::Dash)
        .and_then(|t| plain(&t.word))
    {
        value = format!("{value}-{to}");
        end += 1;
    } else if matches!(word(tokens, end), "đến" | "tới" | "den" | "toi")
        && tokens.get(end).is_some_and(|t| t.gap == Gap::Space)
        && let Some(to) = plain(word(tokens, end + 1))
    {
        value = format!("{value}-{to}");
        end += 2;
    }
    let found = with_unit(tokens, at, end, value);
    let ordinal = found.unit.is_none() && follows_ordinal(tokens, at);
    (!ordinal).then_some(found)
}

/// Whether the number tells which one, not how many: "bão số 11", "giai đoạn 2", "khu vực 3".
fn follows_ordinal(tokens: &[Token], at: usize) -> bool {
    const ORDINALS: [&str; 12] = [
        "số", "đoạn", "vực", "độ", "đợt", "loại", "nhóm", "hạng", "lớp", "khóa", "quý", "khoản",
    ];
    let before = at.checked_sub(1).map_or("", |before| word(tokens, before));
    joined(tokens, at)
        && ORDINALS
            .iter()
            .any(|w| *w == before || crate::text::fold(w) == before)
}

/// Multiplier and unit behind a number, or the factor before it ("hệ số 1,75").
fn with_unit(tokens: &[Token], start: usize, mut end: usize, mut value: String) -> Found {
    let mut money = false;
    while let Some(zeros) = multiplier(word(tokens, end)).filter(|_| joined(tokens, end)) {
        value = value
            .split('-')
            .map(|v| times(v, zeros))
            .collect::<Vec<_>>()
            .join("-");
        money = true;
        end += 1;
    }
    if matches!(word(tokens, end), "rưỡi" | "ruoi") && joined(tokens, end) {
        value = half_more(&value, money);
        end += 1;
    }
    let (unit, length) = match unit_at(tokens, end) {
        Some((unit, length)) => (Some(unit), length),
        None if start >= 2 && word(tokens, start - 1) == "số" && word(tokens, start - 2) == "hệ" => {
            (Some("lần".to_owned()), 0)
        }
        None if money => (Some("đồng".to_owned()), 0),
        None => (None, 0),
    };
    end += length;
    if matches!(word(tokens, end), "rưỡi" | "ruoi") && joined(tokens, end) {
        value = half_more(&value, false);
        end += 1;
    }
    Found {
        value,
        unit,
        start,
        end,
    }
}

fn joined(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.gap == Gap::Space)
}

fn unit_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    if !joined(tokens, at) {
        return None;
    }
    let list = UNITS.get(word(tokens, at))?;
    let (words, unit) = list
        .iter()
        .find(|(words, _)| words.iter().enumerate().all(|(i, w)| word(tokens, at + i) == w))?;
    Some((unit.clone(), words.len()))
}

/// "1." or "2)" before an item is no number of anything.
fn is_list_mark(tokens: &[Token], at: usize) -> bool {
    let begins = tokens.get(at).is_some_and(|t| t.gap >= Gap::Bracket);
    let ends = tokens
        .get(at + 1)
        .is_none_or(|t| t.gap >= Gap::Bracket || (t.gap == Gap::Space && matches!(t.case, Case::Initial)));
    begins && ends
}

fn multiplier(word: &str) -> Option<usize> {
    match word {
        "nghìn" | "ngàn" | "nghin" | "ngan" => Some(3),
        "triệu" | "trieu" | "tr" => Some(6),
        "tỷ" | "tỉ" | "ty" => Some(9),
        "trăm" => Some(2),
        "chục" => Some(1),
        _ => None,
    }
}

/// A decimal number times a power of ten, without rounding.
fn times(value: &str, zeros: usize) -> String {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let mut digits = fraction.to_owned();
    while digits.len() < zeros {
        digits.push('0');
    }
    let (moved, left) = digits.split_at(zeros);
    tidy(&format!("{whole}{moved}.{left}"))
}

/// "một triệu rưỡi" is half a million more, "một lần rưỡi" half a time.
fn half_more(value: &str, money: bool) -> String {
    if money {
        let zeros = value.len() - value.trim_end_matches('0').len();
        let head = value.get(..value.len() - zeros).unwrap_or(value);
        return times(&format!("{head}.5"), zeros);
    }
    if value.contains('.') {
        value.to_owned()
    } else {
        format!("{value}.5")
    }
}

/// A number as it is written in Vietnam: the comma is decimal, the dot groups thousands; "1.75" is decimal too,
/// because a group has three digits. `None` for what is no number.
fn plain(word: &str) -> Option<String> {
    if word.is_empty() || !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if word.contains('/') {
        let fine = word
            .split('/')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        return fine.then(|| word.to_owned());
    }
    if !word
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
    {
        return None;
    }
    let grouped = |mark: char| {
        let mut parts = word.split(mark).skip(1).peekable();
        parts.peek().is_some() && parts.all(|part| part.len() == 3)
    };
    let value = match (word.contains('.'), word.contains(',')) {
        (true, true) => word.replace('.', "").replace(',', "."),
        (true, false) if grouped('.') && !word.starts_with("0.") => word.replace('.', ""),
        (false, true) if word.matches(',').count() > 1 && grouped(',') => word.replace(',', ""),
        _ => word.replace(',', "."),
    };
    (value.matches('.').count() <= 1).then(|| tidy(&value))
}

/// "1.50" is 1.5 and "2." is 2.
fn tidy(value: &str) -> String {
    let value = match value.split_once('.') {
        Some((whole, fraction)) => match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            fraction => format!("{whole}.{fraction}"),
        },
        None => value.to_owned(),
    };
    let bare = value.trim_start_matches('0');
    if bare.is_empty() {
        "0".to_owned()
    } else if bare.starts_with('.') {
        format!("0{bare}")
    } else {
        bare.to_owned()
    }
}

/// A number in words, which must count something: "ba" alone may be a father.
fn spoken(tokens: &[Token], at: usize) -> Option<Found> {
    let (value, end) = spoken_number(tokens, at)?;
    let found = with_unit(tokens, at, end, value);
    let counts = found.unit.is_some() || found.end > end;
    // "một người", "một số hộ": one is mostly an article, so it counts only what is measured.
    let article =
        found.value == "1" && !matches!(found.unit.as_deref(), Some("%" | "đồng" | "lần" | "km" | "ha"));
    (counts && !article).then_some(found)
}

fn spoken_number(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    // "Tư", "mốt" and "lăm" only end a number: "đầu tư máy chủ" has no four machines.
    let first = digit_word(word(tokens, at)).filter(|_| !matches!(word(tokens, at), "tư" | "mốt" | "lăm"))?;
    let mut value = first;
    let mut end = at + 1;
    if matches!(word(tokens, end), "mươi" | "chục") && joined(tokens, end) {
        value *= 10;
        end += 1;
        if let Some(ones) = digit_word(word(tokens, end)).filter(|&n| n < 10 && joined(tokens, end)) {
            value += ones;
            end += 1;
        }
    } else if first == 10
        && let Some(ones) = digit_word(word(tokens, end)).filter(|&n| n < 10 && joined(tokens, end))
    {
        value += ones;
        end += 1;
    }
    Some((value.to_string(), end))
}

fn digit_word(word: &str) -> Option<u32> {
    Some(match word {
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => 10,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_normal_form_however_they_are_written() {
        for (text, expected) in [
            ("nâng lên 1,75 lần", vec!["1.75 lần"]),
            ("nâng lên hệ số 1.75", vec!["1.75 lần"]),
            ("mỗi xã 03 người", vec!["3 người"]),
            ("mỗi xã ba người", vec!["3 người"]),
            ("hơn 1.200m2 ruộng", vec!["1200 m2"]),
            ("đạt 80-90 %", vec!["80-90 %"]),
            ("đạt 80%", vec!["80 %"]),
            ("tám mươi phần trăm", vec!["80 %"]),
            ("2,34 triệu đồng", vec!["2340000 đồng"]),
            ("một triệu rưỡi", vec!["1500000 đồng"]),
            ("500 nghìn", vec!["500000 đồng"]),
            ("gấp một lần rưỡi", vec!["1.5 lần"]),
            ("sau ngày 31/5/2026", vec!["2026-05-31 ngày"]),
            ("từ 01/7/2025", vec!["2025-07-01 ngày"]),
            ("tháng 10/2025", vec!["2025-10 tháng lịch"]),
            ("năm 2025", vec!["2025 năm lịch"]),
            ("giai đoạn 2026-2030", vec!["2026-2030 năm lịch"]),
            ("đã 3 năm", vec!["3 năm"]),
            ("cơn bão số 11, giai đoạn 2", vec![]),
            ("thôn khu vực 3 có 3 hộ", vec!["3 hộ"]),
            ("đầu tư máy chủ", vec![]),
            ("hai mươi tư máy", vec!["24 cái"]),
            ("một người dân", vec![]),
            ("bố ba tôi", vec![]),
            ("1. Đề nghị", vec![]),
            ("1000 trường hợp", vec!["1000 trường hợp"]),
            ("", vec![]),
        ] {
            let tokens = crate::text::tokens(text);
            let found: Vec<String> = find(&tokens, |_| false)
                .into_iter()
                .map(|f| {
                    format!("{} {}", f.value, f.unit.unwrap_or_default())
                        .trim_end()
                        .to_owned()
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
