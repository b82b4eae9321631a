//! From the time that a plan's wording gives to days: the last day in time, the first day of a range, and each step of
//! the way there, so that a person can follow it.
//!
//! Rules: the plan's own words first; for terms counted in days the Civil Code 2015, articles 146 to 148. The
//! sentences are in [`wording`](crate::wording::schedule).

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{Calendar, Day};
use crate::model::{DayOff, Derivation, Term};
use crate::plan::{From, Part, Time};
use crate::settings;

/// Finds the days that a wording means. `conference` is the day of the conference, where it is known.
pub(super) fn resolve(
    time: Time,
    provisional: bool,
    conference: Option<NaiveDate>,
    calendar: &Calendar,
) -> Term {
    let mut term = Term::default();
    term.days(time, conference, calendar);
    if provisional {
        term.steps.push(Derivation::Provisional);
    }
    term.last_working_day(calendar);
    term
}

impl Term {
    fn days(&mut self, time: Time, conference: Option<NaiveDate>, calendar: &Calendar) {
        match time {
            Time::Undated => self.steps.push(Derivation::NoDay),
            Time::Before(named) => {
                if let Some(last) = named.pred_opt() {
                    self.end(last, Derivation::DayBefore { named, last });
                }
            }
            Time::By(last) => self.end(last, Derivation::UntilEndOf(last)),
            Time::On(day) | Time::Since(day) => self.end(day, Derivation::On(day)),
            Time::Between(first, last) => {
                self.first = Some(first);
                self.end(last, Derivation::Span { first, last });
            }
            Time::Month { part, first } => self.month(part, first),
            Time::Within { days, working, from } => {
                if let Some(start) = self.start(from, conference) {
                    self.count(start, days, working, calendar);
                }
            }
            Time::Ahead { days, working } => {
                if let Some(start) = self.start(From::Conference, conference) {
                    self.count_back(start, days, working, calendar);
                }
            }
        }
    }

    fn end(&mut self, last: NaiveDate, step: Derivation) {
        self.last = Some(last);
        self.steps.push(step);
    }

    fn start(&mut self, from: From, conference: Option<NaiveDate>) -> Option<NaiveDate> {
        match from {
            From::Day(day) => Some(day),
            From::Conference => {
                self.steps
                    .push(conference.map_or(Derivation::ConferenceUnknown, Derivation::Conference));
                conference
            }
        }
    }

    fn month(&mut self, part: Part, first_of_month: NaiveDate) {
        let end = last_of_month(first_of_month);
        let day = |day| first_of_month.with_day(day).unwrap_or(first_of_month);
        let (first, last) = match part {
            Part::Early => (first_of_month, first_of_month),
            Part::Middle => (day(settings::MIDDLE_OF_MONTH_FROM), day(15)),
            Part::End => (day(settings::END_OF_MONTH_FROM), end),
            Part::Whole => (first_of_month, end),
        };
        self.first = Some(first);
        self.end(last, Derivation::Month { part, first, last });
    }

    /// Counts forward from the day after `start`; a term in calendar days that ends on a day off is extended.
    fn count(&mut self, start: NaiveDate, days: u32, working: bool, calendar: &Calendar) {
        let Some(day_one) = start.succ_opt() else { return };
        self.steps.push(Derivation::DayOne { start, day_one });
        let Some((last, skipped)) = walk(start, days, working, calendar, NaiveDate::succ_opt) else {
            return self.steps.push(Derivation::YearUnknown(start.year()));
        };
        self.end(
            last,
            Derivation::Counted {
                days,
                working,
                skipped,
                last,
            },
        );
        match calendar.working_day_from(last) {
            Some((to, over)) if !over.is_empty() => self.end(to, Derivation::Extended { over, to }),
            _ => {}
        }
    }

    /// Counts back from the day before `start`.
    fn count_back(&mut self, start: NaiveDate, days: u32, working: bool, calendar: &Calendar) {
        match walk(start, days, working, calendar, NaiveDate::pred_opt) {
            Some((last, skipped)) => self.end(
                last,
                Derivation::Counted {
                    days,
                    working,
                    skipped,
                    last,
                },
            ),
            None => self.steps.push(Derivation::YearUnknown(start.year())),
        }
    }

    fn last_working_day(&mut self, calendar: &Calendar) {
        let Some(last) = self.last else { return };
        let Some((day, over)) = calendar.working_day_up_to(last) else {
            return self.steps.push(Derivation::YearUnknown(last.year()));
        };
        self.last_working = Some(day);
        let unsure = over
            .iter()
            .map(|(day, _)| *day)
            .find(|day| calendar.is_unsure(*day));
        if !over.is_empty() {
            self.steps.push(Derivation::LastWorking { day, over });
        }
        self.steps.extend(unsure.map(Derivation::Unsure));
        if !calendar.is_announced(last.year()) {
            self.steps.push(Derivation::NotAnnounced(last.year()));
        }
    }
}

/// `days` steps from `start`, which does not count; `None` when the table does not reach or no date is left.
fn walk(
    start: NaiveDate,
    days: u32,
    working: bool,
    calendar: &Calendar,
    next: impl Fn(&NaiveDate) -> Option<NaiveDate>,
) -> Option<(NaiveDate, Vec<(NaiveDate, DayOff)>)> {
    let mut day = start;
    let mut skipped = Vec::new();
    let mut left = days;
    while left > 0 {
        day = next(&day)?;
        match calendar.day(day) {
            Day::Off(off) if working => skipped.push((day, off)),
            Day::Unknown if working => return None,
            _ => left -= 1,
        }
    }
    Some((day, skipped))
}

fn last_of_month(first: NaiveDate) -> NaiveDate {
    first
        .checked_add_months(chrono::Months::new(1))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan;

    fn date(text: &str) -> NaiveDate {
        plan::day_of(text).unwrap()
    }

    fn days(wording: &str) -> (Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>) {
        let when = plan::when(wording).unwrap();
        let calendar = Calendar::built_in().unwrap();
        let term = resolve(when.time, when.provisional, Some(date("16/12/2025")), &calendar);
        (term.first, term.last, term.last_working)
    }

    #[test]
    fn a_wording_has_its_last_day_and_its_last_working_day() {
        for (wording, last, last_working) in [
            // Saturday: for an office it ends on Friday.
            ("trước ngày 07/12/2025", "06/12/2025", "05/12/2025"),
            ("trước ngày 09/12/2025", "08/12/2025", "08/12/2025"),
            ("trước ngày 14/12/2025", "13/12/2025", "12/12/2025"),
            ("trước 17h00 ngày 09/12/2025", "09/12/2025", "09/12/2025"),
            ("chậm nhất ngày 16/6/2022", "16/06/2022", "16/06/2022"),
            ("muộn nhất ngày 07/12/2025", "07/12/2025", "05/12/2025"),
            ("đến hết ngày 31/12/2025", "31/12/2025", "31/12/2025"),
            ("ngày 16/12/2025", "16/12/2025", "16/12/2025"),
            ("từ ngày 15/12/2025", "15/12/2025", "15/12/2025"),
            // Day one is Tuesday the 2nd; five days end on Saturday the 6th; the law gives the Monday.
            (
                "trong thời hạn 05 ngày kể từ ngày 01/12/2025",
                "08/12/2025",
                "08/12/2025",
            ),
            (
                "trong thời hạn 04 ngày kể từ ngày 01/12/2025",
                "05/12/2025",
                "05/12/2025",
            ),
            (
                "trong thời hạn 05 ngày làm việc kể từ ngày 01/12/2025",
                "08/12/2025",
                "08/12/2025",
            ),
            // Over New Year, the swapped Friday and the Saturday that makes up for it.
            (
                "trong thời hạn 03 ngày làm việc kể từ ngày 31/12/2025",
                "07/01/2026",
                "07/01/2026",
            ),
            (
                "trong thời hạn 06 ngày làm việc kể từ ngày 31/12/2025",
                "10/01/2026",
                "10/01/2026",
            ),
            (
                "chậm nhất 03 ngày làm việc trước hội nghị",
                "11/12/2025",
                "11/12/2025",
            ),
            ("chậm nhất 03 ngày trước hội nghị", "13/12/2025", "12/12/2025"),
            ("trong thời hạn 10 ngày sau hội nghị", "26/12/2025", "26/12/2025"),
            ("trước ngày 01/01/2026", "31/12/2025", "31/12/2025"),
            ("trước ngày 02/01/2026", "01/01/2026", "31/12/2025"),
        ] {
            assert_eq!(
                days(wording),
                (None, Some(date(last)), Some(date(last_working))),
                "{wording}"
            );
        }
    }

    #[test]
    fn a_rough_time_is_a_range() {
        for (wording, first, last) in [
            ("đầu tháng 10/2025", "01/10/2025", "01/10/2025"),
            ("giữa tháng 10/2025", "11/10/2025", "15/10/2025"),
            ("dự kiến cuối tháng 8/2022", "21/08/2022", "31/08/2022"),
            ("dự kiến tháng 10 năm 2025", "01/10/2025", "31/10/2025"),
            ("cuối tháng 02/2028", "21/02/2028", "29/02/2028"),
            (
                "từ ngày 01/12/2025 đến hết ngày 05/12/2025",
                "01/12/2025",
                "05/12/2025",
            ),
        ] {
            let (from, to, _) = days(wording);
            assert_eq!((from, to), (Some(date(first)), Some(date(last))), "{wording}");
        }
    }

    #[test]
    fn a_year_that_the_table_lacks_is_told_not_guessed() {
        let calendar = Calendar::built_in().unwrap();
        let term = resolve(Time::By(date("05/05/2036")), false, None, &calendar);
        assert_eq!((term.last, term.last_working), (Some(date("05/05/2036")), None));
        assert!(term.steps.contains(&Derivation::YearUnknown(2036)));
        let when = plan::when("trong thời hạn 5 ngày làm việc kể từ ngày 31/12/2035").unwrap();
        assert_eq!(resolve(when.time, false, None, &calendar).last, None);
        let when = plan::when("chậm nhất 03 ngày trước hội nghị").unwrap();
        assert_eq!(
            resolve(when.time, false, None, &calendar).steps,
            [Derivation::ConferenceUnknown]
        );
    }
}
