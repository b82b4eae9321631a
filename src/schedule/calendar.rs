//! Working days: weekends, public holidays, compensatory days and swapped days, from an editable table.
//!
//! The table (`plans/ngay-nghi.toml`) is data with its sources. A year that it lacks is told apart from a year without
//! holidays: what is asked about it has no answer, and nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use crate::error::{Error, ErrorKind, Result};
use crate::model::DayOff;
use crate::plan::{self, Place, Problem, ProblemKind};
use crate::settings;

/// What is known of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// A working day.
    Working,
    /// No working day.
    Off(DayOff),
    /// Its year is not in the table.
    Unknown,
}

/// Working days and days off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, bool>,
    off: BTreeMap<NaiveDate, DayOff>,
    worked: BTreeSet<NaiveDate>,
    unsure: BTreeSet<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    year: Vec<Year>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    announced: bool,
    holidays: Vec<Holiday>,
    #[serde(default)]
    compensation: Vec<toml::Spanned<String>>,
    #[serde(default)]
    swaps: Vec<Swap>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    name: String,
    first: toml::Spanned<String>,
    last: Option<toml::Spanned<String>>,
    #[serde(default = "yes")]
    sure: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Swap {
    off: toml::Spanned<String>,
    worked: toml::Spanned<String>,
}

fn yes() -> bool {
    true
}

impl Calendar {
    /// The table that is compiled in: Vietnam, 2020 to 2035.
    ///
    /// # Errors
    /// [`ErrorKind::BadHolidays`] when the table is wrong; a test proves that it is not.
    pub fn built_in() -> Result<Self> {
        Self::from_text(include_str!("../../plans/ngay-nghi.toml"))
    }

    /// The table in a file.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] or [`ErrorKind::Unreadable`] with the file, [`ErrorKind::BadHolidays`] with the places.
    pub fn load(path: &std::path::Path) -> Result<Self> {
        let text = plan::Plan::read_file(path).map_err(|mut error| {
            if error.kind == ErrorKind::UnknownPlan {
                error = Error::new(ErrorKind::NotFound, "").at(path);
            }
            error
        })?;
        Self::from_text(&text).map_err(|error| error.at(path))
    }

    /// The table that a text holds.
    ///
    /// # Errors
    /// [`ErrorKind::BadHolidays`] with every problem and its place.
    pub fn from_text(text: &str) -> Result<Self> {
        let bad = |problems| Error::new(ErrorKind::BadHolidays, "").with_problems(problems);
        let (table, problems): (Table, _) = plan::decode(text).map_err(bad)?;
        let mut reader = Reader {
            text,
            calendar: Self::default(),
            problems,
        };
        for year in &table.year {
            reader.year(year);
        }
        if reader.problems.is_empty() {
            Ok(reader.calendar)
        } else {
            Err(bad(reader.problems))
        }
    }

    /// Whether the table holds that year.
    pub fn covers(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// Whether the holidays of that year have been announced; until then they follow from the law.
    pub fn is_announced(&self, year: i32) -> bool {
        self.years.get(&year).copied().unwrap_or(false)
    }

    /// Whether a day off still has to be confirmed.
    pub fn is_unsure(&self, day: NaiveDate) -> bool {
        self.unsure.contains(&day)
    }

    /// What is known of a day. A public holiday on a weekend is told as the holiday.
    pub fn day(&self, day: NaiveDate) -> Day {
        if let Some(off) = self.off.get(&day) {
            return Day::Off(off.clone());
        }
        if self.worked.contains(&day) {
            return Day::Working;
        }
        if !self.covers(day.year()) {
            return Day::Unknown;
        }
        match day.weekday() {
            Weekday::Sat => Day::Off(DayOff::Saturday),
            Weekday::Sun => Day::Off(DayOff::Sunday),
            _ => Day::Working,
        }
    }

    /// The last working day up to `day`, itself included, and the days off that were passed, nearest first.
    /// `None` when the table does not reach.
    pub fn working_day_up_to(&self, day: NaiveDate) -> Option<(NaiveDate, Vec<(NaiveDate, DayOff)>)> {
        self.seek(day, |day| day.checked_sub_days(Days::new(1)))
    }

    /// The first working day from `day` on, itself included, and the days off that were passed.
    pub fn working_day_from(&self, day: NaiveDate) -> Option<(NaiveDate, Vec<(NaiveDate, DayOff)>)> {
        self.seek(day, |day| day.checked_add_days(Days::new(1)))
    }

    fn seek(
        &self,
        mut day: NaiveDate,
        next: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Option<(NaiveDate, Vec<(NaiveDate, DayOff)>)> {
        let mut passed = Vec::new();
        loop {
            match self.day(day) {
                Day::Working => return Some((day, passed)),
                Day::Unknown => return None,
                Day::Off(off) => passed.push((day, off)),
            }
            day = next(day)?;
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    calendar: Calendar,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn year(&mut self, year: &Year) {
        self.calendar.years.insert(year.year, year.announced);
        for holiday in &year.holidays {
            let Some(first) = self.day(&holiday.first) else {
                continue;
            };
            let last = holiday.last.as_ref().map_or(Some(first), |last| self.day(last));
            let Some(last) = last else { continue };
            self.days_of(holiday, first, last);
        }
        for day in &year.compensation {
            if let Some(day) = self.day(day) {
                self.calendar.off.insert(day, DayOff::Compensation);
            }
        }
        for swap in &year.swaps {
            if let (Some(off), Some(worked)) = (self.day(&swap.off), self.day(&swap.worked)) {
                self.calendar.off.insert(off, DayOff::Swapped { worked });
                self.calendar.worked.insert(worked);
            }
        }
    }

    fn days_of(&mut self, holiday: &Holiday, first: NaiveDate, last: NaiveDate) {
        let days: Vec<NaiveDate> = first
            .iter_days()
            .take_while(|day| *day <= last)
            .take(settings::LONGEST_HOLIDAY_DAYS + 1)
            .collect();
        if days.is_empty() || days.len() > settings::LONGEST_HOLIDAY_DAYS {
            let span = format!("{} - {}", first.format("%d/%m/%Y"), last.format("%d/%m/%Y"));
            return self.problem(&holiday.first, ProblemKind::Backwards(span));
        }
        for day in days {
            self.calendar
                .off
                .insert(day, DayOff::Holiday(holiday.name.clone()));
            if !holiday.sure {
                self.calendar.unsure.insert(day);
            }
        }
    }

    fn day(&mut self, text: &toml::Spanned<String>) -> Option<NaiveDate> {
        plan::day_of(text.get_ref())
            .map_err(|kind| self.problem(text, kind))
            .ok()
    }

    fn problem(&mut self, part: &toml::Spanned<String>, kind: ProblemKind) {
        let at = Place::of(self.text, part.span().start);
        self.problems.push(Problem { at, kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        plan::day_of(text).unwrap()
    }

    #[test]
    fn weekends_holidays_compensation_and_swaps_are_told_apart() {
        let calendar = Calendar::built_in().unwrap();
        for (day, expected) in [
            ("05/12/2025", Day::Working),
            ("06/12/2025", Day::Off(DayOff::Saturday)),
            ("07/12/2025", Day::Off(DayOff::Sunday)),
            ("02/02/2030", Day::Off(DayOff::Holiday("Tết Nguyên đán".into()))),
            ("11/04/2022", Day::Off(DayOff::Compensation)),
            (
                "02/01/2026",
                Day::Off(DayOff::Swapped {
                    worked: date("10/01/2026"),
                }),
            ),
            ("10/01/2026", Day::Working),
            ("17/01/2026", Day::Off(DayOff::Saturday)),
            ("05/01/2036", Day::Unknown),
            ("31/12/2019", Day::Unknown),
        ] {
            assert_eq!(calendar.day(date(day)), expected, "{day}");
        }
        assert!(calendar.is_announced(2025) && !calendar.is_announced(2030));
        assert!(calendar.is_unsure(date("24/11/2027")));
    }

    #[test]
    fn every_holiday_on_a_weekend_is_made_up_for_on_a_weekday() {
        let calendar = Calendar::built_in().unwrap();
        for year in 2020..=2035 {
            assert!(calendar.covers(year), "{year}");
            let of_year = calendar.off.iter().filter(|(day, _)| day.year() == year);
            let (mut lost, mut made_up, mut holidays) = (0, 0, 0);
            for (day, off) in of_year {
                let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
                match off {
                    DayOff::Holiday(_) => {
                        holidays += 1;
                        lost += usize::from(weekend);
                    }
                    _ => {
                        assert!(!weekend, "{day}");
                        made_up += usize::from(*off == DayOff::Compensation);
                    }
                }
            }
            // Labour Code, article 112: 11 days since 2021, 10 before; and 24 November since 2026.
            let by_law = 10 + usize::from(year >= 2021) + usize::from(year >= 2026);
            assert_eq!((holidays, made_up), (by_law, lost), "{year}");
        }
    }

    #[test]
    fn the_last_working_day_passes_over_a_whole_holiday() {
        let calendar = Calendar::built_in().unwrap();
        let (day, passed) = calendar.working_day_up_to(date("22/02/2026")).unwrap();
        assert_eq!((day, passed.len()), (date("13/02/2026"), 9));
        assert_eq!(calendar.working_day_up_to(date("01/01/2020")), None);
        let (day, _) = calendar.working_day_from(date("01/01/2026")).unwrap();
        assert_eq!(day, date("05/01/2026"));
    }

    #[test]
    fn a_wrong_table_is_refused_with_its_places() {
        let text = "[[year]]\nyear = 2030\nannounced = true\nholidays = [{ name = \"x\", first = \"31/02/2030\" }]\n";
        let error = Calendar::from_text(text).unwrap_err();
        assert_eq!(error.kind, ErrorKind::BadHolidays);
        assert_eq!(error.problems[0].at, Place { line: 4, column: 35 });
        let backwards = text.replace("31/02/2030\"", "05/02/2030\", last = \"01/02/2030\"");
        assert!(matches!(
            Calendar::from_text(&backwards).unwrap_err().problems[0].kind,
            ProblemKind::Backwards(_)
        ));
        assert!(Calendar::from_text("[[year]]\nyears = 1\n").is_err());
    }
}
