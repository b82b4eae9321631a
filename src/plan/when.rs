//! Understands how a plan words its times: `trước ngày 07/12/2025`, `từ 08h00 ngày 16/12/2025 (Thứ Ba)`,
//! `trong thời hạn 05 ngày làm việc kể từ ngày ...`, `cuối tháng 8/2022`, `dự kiến ...`.
//!
//! Words to [`When`], nothing more: which day is the last one in time is `schedule`'s work. A wording that holds a date
//! and cannot be told for sure is a problem of the plan, never a guess.

use std::ops::Range;

use chrono::{Days, NaiveDate, NaiveTime, Weekday};

use super::milestone::{From, Part, Time, When};
use super::problem::ProblemKind;
use crate::settings;
use crate::text::{canonical_tones, clean};

/// A date or month in the wording.
#[derive(Debug, Clone, Copy)]
enum Found {
    Day(NaiveDate),
    Month(NaiveDate),
}

/// Reads a wording.
///
/// # Errors
/// What is wrong with it, with the words concerned.
pub(crate) fn read(wording: &str) -> Result<When, ProblemKind> {
    let words = words(wording);
    let found = dates(&words)?;
    Ok(When {
        time: time(wording, &words, &found)?,
        hour: hour(&words).map(|(_, hour)| hour),
        provisional: has(&words, "dự kiến") || has(&words, "khoảng"),
        weekday: weekday(&words),
    })
}

/// Reads a date that stands alone.
///
/// # Errors
/// [`ProblemKind::NoSuchDate`] when it is none.
pub fn day(text: &str) -> Result<NaiveDate, ProblemKind> {
    match dates(&words(text))?.as_slice() {
        [(_, Found::Day(day))] => Ok(*day),
        _ => Err(ProblemKind::NoSuchDate(text.to_owned())),
    }
}

/// Lower-case words without the punctuation around them.
fn words(text: &str) -> Vec<String> {
    canonical_tones(&clean(text))
        .to_lowercase()
        .split(' ')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

fn time(wording: &str, words: &[String], found: &[(Range<usize>, Found)]) -> Result<Time, ProblemKind> {
    let unclear = || ProblemKind::WordingUnclear(wording.to_owned());
    let days = number_of_days(words);
    if days.is_some_and(|(days, _)| days > settings::LONGEST_TERM_DAYS) {
        return Err(ProblemKind::Impossible(wording.to_owned()));
    }
    match (days, found) {
        (Some(count), []) => counted_from_conference(words, count).ok_or_else(unclear),
        (Some((days, working)), [(_, Found::Day(day))])
            if has_any(words, &["kể từ", "từ ngày", "sau ngày"]) =>
        {
            Ok(Time::Within {
                days,
                working,
                from: From::Day(*day),
            })
        }
        (None, []) if words.iter().any(|word| is_day_and_month(word)) => {
            Err(ProblemKind::NoYear(wording.to_owned()))
        }
        (None, [])
            if has_any(words, &["ngày", "tháng"]) && words.iter().any(|word| number(word).is_some()) =>
        {
            Err(unclear())
        }
        (None, []) => Ok(Time::Undated),
        (None, [(at, Found::Day(day))]) => {
            Ok(one_day(words.get(..at.start).unwrap_or_default(), *day, words))
        }
        (None, [(at, Found::Month(first))]) => {
            one_month(words.get(..at.start).unwrap_or_default(), *first).ok_or_else(unclear)
        }
        (None, [(_, Found::Day(start)), (second, Found::Day(end))]) => {
            if !has_any(words.get(..second.start).unwrap_or_default(), &["đến", "tới"]) {
                return Err(unclear());
            }
            if end < start {
                return Err(ProblemKind::Backwards(wording.to_owned()));
            }
            Ok(Time::Between(*start, *end))
        }
        _ => Err(unclear()),
    }
}

/// What the words before a single day make of it.
fn one_day(before: &[String], day: NaiveDate, words: &[String]) -> Time {
    let hour = hour(words).is_some();
    if has(before, "trước") {
        // Before an hour of a day is still on that day.
        return if hour { Time::By(day) } else { Time::Before(day) };
    }
    if has_any(
        before,
        &[
            "chậm nhất",
            "muộn nhất",
            "đến hết",
            "hết",
            "hạn",
            "không quá",
            "đến",
            "xong",
        ],
    ) {
        return Time::By(day);
    }
    if has(before, "sau") {
        return day
            .checked_add_days(Days::new(1))
            .map_or(Time::Since(day), Time::Since);
    }
    if has_any(before, &["từ ngày", "kể từ"]) && !hour {
        return Time::Since(day);
    }
    Time::On(day)
}

fn one_month(before: &[String], first: NaiveDate) -> Option<Time> {
    let part = if has_any(before, &["đầu", "thượng tuần"]) {
        Part::Early
    } else if has_any(before, &["giữa", "trung tuần"]) {
        Part::Middle
    } else if has_any(before, &["cuối", "hạ tuần"]) {
        Part::End
    } else {
        Part::Whole
    };
    let limit = has_any(before, &["trước", "sau"]);
    match part {
        Part::Whole if has(before, "trước") => Some(Time::Before(first)),
        _ if limit => None,
        part => Some(Time::Month { part, first }),
    }
}

fn counted_from_conference(words: &[String], (days, working): (u32, bool)) -> Option<Time> {
    if !has_any(words, &["hội nghị", "đối thoại"]) {
        return None;
    }
    if has(words, "trước") {
        return Some(Time::Ahead { days, working });
    }
    has_any(words, &["sau", "kể từ", "từ ngày"]).then_some(Time::Within {
        days,
        working,
        from: From::Conference,
    })
}

/// "05 ngày", "10 ngày làm việc": a number of days, not the day of a month.
fn number_of_days(words: &[String]) -> Option<(u32, bool)> {
    words.windows(2).enumerate().find_map(|(at, pair)| match pair {
        // "15 giờ 30 ngày ...": the minutes of an hour.
        [count, day]
            if day == "ngày"
                && at
                    .checked_sub(1)
                    .and_then(|at| words.get(at))
                    .is_none_or(|w| w != "giờ") =>
        {
            let working = words
                .get(at + 2..)
                .unwrap_or_default()
                .starts_with(&["làm".into(), "việc".into()]);
            number(count).map(|count| (count, working))
        }
        _ => None,
    })
}

/// Every full date and every month with its year, in order.
fn dates(words: &[String]) -> Result<Vec<(Range<usize>, Found)>, ProblemKind> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        match date_at(rest)? {
            Some((length, date)) => {
                found.push((at..at + length, date));
                at += length;
            }
            None => at += 1,
        }
    }
    Ok(found)
}

/// A date at the beginning of `words`, and how many of them it takes.
fn date_at(words: &[String]) -> Result<Option<(usize, Found)>, ProblemKind> {
    let texts: Vec<&str> = words.iter().take(5).map(String::as_str).collect();
    if let [day, "tháng", month, "năm", year] = texts.as_slice()
        && let (Some(day), Some(month), Some(year)) = (number(day), number(month), number(year))
    {
        return day_of(year, month, day).map(|date| Some((5, date)));
    }
    if let [day, "tháng", month_and_year, ..] = texts.as_slice()
        && let (Some(day), [month, year]) = (number(day), parts(month_and_year).as_slice())
    {
        return day_of(*year, *month, day).map(|date| Some((3, date)));
    }
    if let ["tháng", month, "năm", year, ..] = texts.as_slice()
        && let (Some(month), Some(year)) = (number(month), number(year))
    {
        return month_of(year, month).map(|date| Some((4, date)));
    }
    if let ["tháng", month_and_year, ..] = texts.as_slice()
        && let [month, year] = parts(month_and_year).as_slice()
    {
        return month_of(*year, *month).map(|date| Some((2, date)));
    }
    match texts.first().map(|word| parts(word)).as_deref() {
        Some([day, month, year]) => day_of(*year, *month, *day).map(|date| Some((1, date))),
        _ => Ok(None),
    }
}

fn day_of(year: u32, month: u32, day: u32) -> Result<Found, ProblemKind> {
    i32::try_from(year)
        .ok()
        .filter(|_| (1000..10_000).contains(&year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .map(Found::Day)
        .ok_or_else(|| ProblemKind::NoSuchDate(format!("{day:02}/{month:02}/{year}")))
}

fn month_of(year: u32, month: u32) -> Result<Found, ProblemKind> {
    match day_of(year, month, 1) {
        Ok(Found::Day(first)) => Ok(Found::Month(first)),
        _ => Err(ProblemKind::NoSuchDate(format!("{month:02}/{year}"))),
    }
}

/// The numbers of "07/12/2025", "07-12-2025" or "07.12.2025"; empty when the word is anything else.
fn parts(word: &str) -> Vec<u32> {
    let numbers: Option<Vec<u32>> = word.split(['/', '-', '.']).map(number).collect();
    numbers.filter(|list| list.len() > 1).unwrap_or_default()
}

fn is_day_and_month(word: &str) -> bool {
    matches!(parts(word).as_slice(), [1..=31, 1..=12])
}

fn number(word: &str) -> Option<u32> {
    word.parse()
        .ok()
        .filter(|_| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// "08h00", "14h", "8 giờ 30": where it stands and what it is.
fn hour(words: &[String]) -> Option<(usize, NaiveTime)> {
    words.iter().enumerate().find_map(|(at, word)| {
        let (hours, minutes) = match word.split_once(['h', 'g', ':']) {
            Some((hours, minutes)) => (
                number(hours)?,
                if minutes.is_empty() { 0 } else { number(minutes)? },
            ),
            None if words.get(at + 1).is_some_and(|next| next == "giờ") => (
                number(word)?,
                words.get(at + 2).and_then(|next| number(next)).unwrap_or(0),
            ),
            None => return None,
        };
        NaiveTime::from_hms_opt(hours, minutes, 0).map(|hour| (at, hour))
    })
}

/// "thứ ba", "thứ 3", "chủ nhật".
fn weekday(words: &[String]) -> Option<Weekday> {
    words.windows(2).find_map(|pair| match pair {
        [a, b] if a == "chủ" && b == "nhật" => Some(Weekday::Sun),
        [a, b] if a == "thứ" => match b.as_str() {
            "hai" | "2" => Some(Weekday::Mon),
            "ba" | "3" => Some(Weekday::Tue),
            "tư" | "bốn" | "4" => Some(Weekday::Wed),
            "năm" | "5" => Some(Weekday::Thu),
            "sáu" | "6" => Some(Weekday::Fri),
            "bảy" | "bẩy" | "7" => Some(Weekday::Sat),
            _ => None,
        },
        _ => None,
    })
}

/// Whether the words hold the phrase, whole words only.
fn has(words: &[String], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words
        .windows(phrase.len())
        .any(|window| window.iter().zip(&phrase).all(|(a, b)| a == b))
}

fn has_any(words: &[String], phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has(words, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: u32, month: u32, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_way_of_wording_a_time_is_understood() {
        let d = date(7, 12, 2025);
        let within = |days, working, from| Time::Within { days, working, from };
        let month = |part, month| Time::Month {
            part,
            first: date(1, month, 2025),
        };
        for (wording, time) in [
            ("trước ngày 07/12/2025", Time::Before(d)),
            ("Trước ngày 7-12-2025.", Time::Before(d)),
            ("gửi trước 07.12.2025", Time::Before(d)),
            ("trước ngày 07 tháng 12 năm 2025", Time::Before(d)),
            ("trước 17h00 ngày 07/12/2025", Time::By(d)),
            ("chậm nhất ngày 07/12/2025", Time::By(d)),
            ("chậm nhất là ngày 7/12/2025", Time::By(d)),
            ("muộn nhất ngày 07/12/2025", Time::By(d)),
            ("đến hết ngày 07/12/2025", Time::By(d)),
            ("hạn cuối: 07/12/2025", Time::By(d)),
            ("ngày 07/12/2025", Time::On(d)),
            ("từ 08h00 ngày 07/12/2025 (Chủ nhật)", Time::On(d)),
            ("15 giờ 30 ngày 07/12/2025", Time::On(d)),
            ("từ ngày 07/12/2025", Time::Since(d)),
            ("kể từ ngày 07/12/2025", Time::Since(d)),
            ("sau ngày 06/12/2025", Time::Since(d)),
            (
                "từ ngày 01/12/2025 đến hết ngày 07/12/2025",
                Time::Between(date(1, 12, 2025), d),
            ),
            (
                "trong thời hạn 05 ngày kể từ ngày 07/12/2025",
                within(5, false, From::Day(d)),
            ),
            (
                "trong thời hạn 10 ngày làm việc kể từ ngày 07/12/2025",
                within(10, true, From::Day(d)),
            ),
            (
                "trong thời hạn 10 ngày làm việc sau hội nghị",
                within(10, true, From::Conference),
            ),
            (
                "chậm nhất 03 ngày làm việc trước hội nghị",
                Time::Ahead {
                    days: 3,
                    working: true,
                },
            ),
            ("dự kiến tháng 10 năm 2025", month(Part::Whole, 10)),
            ("đầu tháng 10/2025", month(Part::Early, 10)),
            ("giữa tháng 10/2025", month(Part::Middle, 10)),
            ("cuối tháng 10/2025", month(Part::End, 10)),
            ("trước tháng 10/2025", Time::Before(date(1, 10, 2025))),
            ("trước hội nghị", Time::Undated),
            ("", Time::Undated),
        ] {
            assert_eq!(read(wording).unwrap().time, time, "{wording}");
        }
    }

    #[test]
    fn hour_weekday_and_doubt_are_kept() {
        let when = read("Dự kiến từ 08h00 ngày 16/12/2025 (Thứ Ba)").unwrap();
        assert_eq!(when.hour, NaiveTime::from_hms_opt(8, 0, 0));
        assert_eq!(when.weekday, Some(Weekday::Tue));
        assert!(when.provisional);
        let when = read("dự kiến vào hồi 14h00’, ngày 28 tháng 10 năm 2025 (Thứ 3)").unwrap();
        assert_eq!(
            (when.time, when.weekday),
            (Time::On(date(28, 10, 2025)), Some(Weekday::Tue))
        );
        assert_eq!(when.hour, NaiveTime::from_hms_opt(14, 0, 0));
        assert!(!read("ngày 16/12/2025").unwrap().provisional);
    }

    #[test]
    fn what_cannot_be_told_is_a_problem() {
        for (wording, problem) in [
            (
                "trước ngày 31/11/2025",
                ProblemKind::NoSuchDate("31/11/2025".into()),
            ),
            (
                "trước ngày 29/02/2025",
                ProblemKind::NoSuchDate("29/02/2025".into()),
            ),
            ("trước ngày 07/12/25", ProblemKind::NoSuchDate("07/12/25".into())),
            ("tháng 13/2025", ProblemKind::NoSuchDate("13/2025".into())),
            ("trước ngày 07/12", ProblemKind::NoYear("trước ngày 07/12".into())),
            (
                "từ ngày 07/12/2025 đến ngày 01/12/2025",
                ProblemKind::Backwards("từ ngày 07/12/2025 đến ngày 01/12/2025".into()),
            ),
            (
                "trước ngày 07/12/2025 hoặc 08/12/2025",
                ProblemKind::WordingUnclear("trước ngày 07/12/2025 hoặc 08/12/2025".into()),
            ),
            (
                "trong thời hạn 5 ngày",
                ProblemKind::WordingUnclear("trong thời hạn 5 ngày".into()),
            ),
        ] {
            assert_eq!(read(wording).unwrap_err(), problem, "{wording}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            let _ = read(&text);
        }
    }
}
