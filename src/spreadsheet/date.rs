//! Numbers that a cell shows as dates and times, written the way Excel shows them on a Vietnamese computer.

use std::collections::BTreeMap;

use super::grid::Value;
use crate::settings;

/// The date formats that a workbook's styles name.
#[derive(Debug, Default)]
pub(super) struct Dates {
    base_1904: bool,
    custom: BTreeMap<u32, Option<Vec<Part>>>,
    styles: Vec<u32>,
}

/// A piece of a date format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Whole hours, minutes or seconds that have gone by: `[h]`.
    Elapsed(char),
    HalfDay,
    Literal(char),
}

impl Dates {
    /// For a workbook whose days count from 1900 or from 1904.
    pub(super) fn new(base_1904: bool) -> Self {
        Self {
            base_1904,
            ..Self::default()
        }
    }

    /// Says from when days count, where a file tells late.
    pub(super) fn count_from_1904(&mut self, yes: bool) {
        self.base_1904 = yes;
    }

    /// A format of the workbook's own.
    pub(super) fn format(&mut self, id: u32, code: &str) {
        // Excel allows a few hundred formats of up to 255 characters.
        let code: String = code.chars().take(255).collect();
        if self.custom.len() < settings::MAX_PARTS {
            self.custom.insert(id, date_format(&code));
        }
    }

    /// The format of the next cell style.
    pub(super) fn style(&mut self, id: u32) {
        self.styles.push(id);
    }

    /// A stored number as a cell of this style shows it: a date where the style says so.
    pub(super) fn value(&self, number: f64, style: usize) -> Value {
        let id = self.styles.get(style).copied().unwrap_or(0);
        let format = match self.custom.get(&id) {
            Some(format) => format.clone(),
            None => built_in(id).and_then(date_format),
        };
        let shown = format.and_then(|format| show(number, &format, self.base_1904));
        shown.map_or(Value::Number(number), Value::Date)
    }

    /// A date that is stored as ISO 8601 text: `2025-05-30T00:00:00` is 30/05/2025.
    pub(super) fn iso(&self, text: &str) -> String {
        iso(text)
    }
}

/// An ISO 8601 date as it is shown; anything else as it stands.
pub(super) fn iso(text: &str) -> String {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return text.to_owned();
    };
    let time = time.trim_end_matches('Z').split('.').next().unwrap_or_default();
    let date = format!("{day}/{month}/{year}");
    if time.is_empty() || time == "00:00:00" {
        date
    } else {
        format!("{date} {time}")
    }
}

/// The formats that every workbook has without naming them.
fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        14 | 27..=31 | 36 | 50..=54 | 57 | 58 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 | 32 => "h:mm",
        21 | 33 => "h:mm:ss",
        22 => "dd/mm/yyyy h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        _ => return None,
    })
}

/// Reads a format code; nothing if it shows no date. Only its first section counts.
fn date_format(code: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => parts.extend(rest.by_ref().take_while(|c| *c != '"').map(Part::Literal)),
            '\\' => parts.extend(rest.next().map(Part::Literal)),
            '_' | '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let unit = inside.chars().next().map(|c| c.to_ascii_lowercase());
                let same = inside.chars().all(|c| Some(c.to_ascii_lowercase()) == unit);
                parts.extend(
                    unit.filter(|c| same && matches!(c, 'h' | 'm' | 's'))
                        .map(Part::Elapsed),
                );
            }
            'A' | 'a' if matches!(rest.peek(), Some('M' | 'm' | '/')) => {
                while rest
                    .next_if(|c| matches!(c, 'A' | 'a' | 'M' | 'm' | 'P' | 'p' | '/'))
                    .is_some()
                {}
                parts.push(Part::HalfDay);
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let mut count = 1;
                while rest.next_if(|next| next.eq_ignore_ascii_case(&c)).is_some() {
                    count += 1;
                }
                parts.push(unit(c.to_ascii_lowercase(), count, &parts));
            }
            '#' | '0' | '?' | '%' | '@' | 'E' | 'e' | 'G' | 'g' if !parts.iter().any(is_unit) => return None,
            c => parts.push(Part::Literal(c)),
        }
    }
    minutes_before_seconds(&mut parts);
    parts.iter().any(is_unit).then_some(parts)
}

fn is_unit(part: &Part) -> bool {
    !matches!(part, Part::Literal(_))
}

/// `m` after hours is minutes.
fn unit(letter: char, count: usize, before: &[Part]) -> Part {
    let last = before.iter().rev().find(|part| is_unit(part));
    match letter {
        'y' => Part::Year(count),
        'd' => Part::Day(count),
        'h' => Part::Hour(count),
        's' => Part::Second(count),
        _ if count <= 2 && matches!(last, Some(Part::Hour(_) | Part::Elapsed('h'))) => Part::Minute(count),
        _ => Part::Month(count),
    }
}

/// `m` before seconds is minutes.
fn minutes_before_seconds(parts: &mut [Part]) {
    let mut last: Option<&mut Part> = None;
    for part in parts.iter_mut().filter(|part| is_unit(part)) {
        if let (Part::Second(_), Some(month)) = (&*part, last.take())
            && let Part::Month(count @ 1..=2) = *month
        {
            *month = Part::Minute(count);
        }
        last = Some(part);
    }
}

fn show(number: f64, format: &[Part], base_1904: bool) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    // 31/12/9999 is the last day that Excel shows.
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let (days, seconds) = split(number);
    let (year, month, day) = civil(days, base_1904);
    let half = format.contains(&Part::HalfDay);
    let hour = seconds / 3600;
    let mut shown = String::new();
    for part in format {
        let text = match part {
            Part::Year(count) if *count <= 2 => format!("{:02}", year % 100),
            Part::Year(_) => format!("{year:04}"),
            Part::Month(count @ 1..=2) => format!("{month:0count$}"),
            Part::Month(_) => MONTHS.get(month - 1).copied().unwrap_or_default().to_owned(),
            Part::Day(count @ 1..=2) => format!("{day:0count$}"),
            // The name of the day of the week says nothing that the date does not.
            Part::Day(_) => String::new(),
            Part::Hour(count) => {
                let hour = if half { (hour + 11) % 12 + 1 } else { hour };
                format!("{hour:0width$}", width = (*count).min(2))
            }
            Part::Minute(count) => format!("{:0width$}", seconds / 60 % 60, width = (*count).min(2)),
            Part::Second(count) => format!("{:0width$}", seconds % 60, width = (*count).min(2)),
            Part::Elapsed('h') => (days * 24 + hour).to_string(),
            Part::Elapsed('m') => ((days * 86_400 + seconds) / 60).to_string(),
            Part::Elapsed(_) => (days * 86_400 + seconds).to_string(),
            Part::HalfDay => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            Part::Literal(c) => c.to_string(),
        };
        shown.push_str(&text);
    }
    Some(shown.trim().to_owned())
}

/// Whole days and the seconds of the last one, rounded to the second.
fn split(number: f64) -> (u64, u64) {
    let seconds = (number * 86_400.0).round() as u64;
    (seconds / 86_400, seconds % 86_400)
}

/// Year, month and day of a serial number. In the 1900 system day 60 is 29/02/1900, which never was.
fn civil(days: u64, base_1904: bool) -> (u64, usize, usize) {
    if !base_1904 && days == 60 {
        return (1900, 2, 29);
    }
    if !base_1904 && days == 0 {
        return (1900, 1, 0);
    }
    // Days from 01/03/0000, in eras of 400 years (Hinnant, "chrono-compatible low-level date algorithms").
    let offset = match (base_1904, days < 60) {
        (true, _) => 695_361,
        (false, true) => 693_900,
        (false, false) => 693_899,
    };
    let days = days + offset;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    (
        year,
        usize::try_from(month).unwrap_or(1),
        usize::try_from(day).unwrap_or(1),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_excel_shows_them() {
        for (number, code, shown) in [
            (45_807.0, "dd/mm/yyyy", "30/05/2025"),
            (45_807.0, "d-mmm-yy", "30-May-25"),
            (45_807.0, "[$-42A]dd\\/mm\\/yyyy;@", "30/05/2025"),
            (45_807.604_166_67, "dd/mm/yyyy h:mm", "30/05/2025 14:30"),
            (45_807.604_166_67, "h:mm AM/PM", "2:30 PM"),
            (0.5, "hh:mm:ss", "12:00:00"),
            (1.5, "[h]:mm", "36:00"),
            (0.001, "mm:ss", "01:26"),
            (1.0, "d/m/yyyy", "1/1/1900"),
            (60.0, "d/m/yyyy", "29/2/1900"),
            (61.0, "d/m/yyyy", "1/3/1900"),
            (36_585.0, "d/m/yyyy", "29/2/2000"),
            (45_658.0, "\"ngày\" d \"tháng\" m", "ngày 1 tháng 1"),
        ] {
            let format = date_format(code).unwrap();
            assert_eq!(show(number, &format, false).as_deref(), Some(shown), "{code}");
        }
        assert_eq!(
            show(0.0, &date_format("d/m/yyyy").unwrap(), true).as_deref(),
            Some("1/1/1904")
        );
    }

    #[test]
    fn formats_of_plain_numbers_are_no_dates() {
        for code in [
            "General",
            "0",
            "#,##0.00",
            "@",
            "0%",
            "\"ngày\" 0",
            "[Red]0",
            "0.00E+00",
            "",
        ] {
            assert_eq!(date_format(code), None, "{code}");
        }
    }

    #[test]
    fn dates_in_iso_form_are_turned_round() {
        for (text, shown) in [
            ("2025-05-30", "30/05/2025"),
            ("2025-05-30T00:00:00", "30/05/2025"),
            ("2025-05-30T08:30:00.000Z", "30/05/2025 08:30:00"),
            ("hôm qua", "hôm qua"),
        ] {
            assert_eq!(iso(text), shown);
        }
    }
}
