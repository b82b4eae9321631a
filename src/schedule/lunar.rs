//! Checks the table of days off against the sky: Vietnam's lunar calendar from astronomical new moons and the sun's
//! longitude at UTC+7. Only the tests use it.
//!
//! Rules: a month begins on the day of the new moon; the month with the winter solstice is the eleventh; when thirteen
//! months lie between two eleventh months, the first one without a principal solar term is a leap month. New moon and
//! solar longitude after J. Meeus, Astronomical Algorithms (chapters 25 and 49), accurate to about a minute in these years;
//! no new moon of 2019 to 2036 is nearer to midnight than that.

use chrono::NaiveDate;

const HANOI: f64 = 7.0 / 24.0;
/// Julian day number of the day before 1 January of the year 1.
const DAY_ZERO: i32 = 1_721_425;

fn sine(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

/// The instant of the `k`th new moon since January 2000, Julian days of universal time.
fn new_moon(k: f64) -> f64 {
    let t = k / 1236.85;
    let e = 1.0 - 0.002_516 * t - 0.000_007_4 * t * t;
    let sun = 2.5534 + 29.105_356_70 * k;
    let moon = 201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t;
    let latitude = 160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t;
    let node = 124.7746 - 1.563_755_88 * k;
    let terms = [
        (-0.40720, moon),
        (0.17241 * e, sun),
        (0.01608, 2.0 * moon),
        (0.01039, 2.0 * latitude),
        (0.00739 * e, moon - sun),
        (-0.00514 * e, moon + sun),
        (0.00208 * e * e, 2.0 * sun),
        (-0.00111, moon - 2.0 * latitude),
        (-0.00057, moon + 2.0 * latitude),
        (0.00056 * e, 2.0 * moon + sun),
        (-0.00042, 3.0 * moon),
        (0.00042 * e, sun + 2.0 * latitude),
        (0.00038 * e, sun - 2.0 * latitude),
        (-0.00024 * e, 2.0 * moon - sun),
        (-0.00017, node),
    ];
    let dynamical = 2_451_550.097_66
        + 29.530_588_861 * k
        + 0.000_154_37 * t * t
        + terms.iter().map(|(size, angle)| size * sine(*angle)).sum::<f64>();
    // Dynamical time runs some 70 seconds ahead of universal time in these years.
    dynamical - 70.0 / 86_400.0
}

/// The day of the `k`th new moon in Hanoi.
fn new_moon_day(k: i32) -> NaiveDate {
    let instant = new_moon(f64::from(k)) + 0.5 + HANOI;
    NaiveDate::from_num_days_from_ce_opt(instant.floor() as i32 - DAY_ZERO).unwrap()
}

/// The twelfth of the sun's circle (0 to 11) at the beginning of a day in Hanoi.
fn solar_month(day: NaiveDate) -> i32 {
    use chrono::Datelike;
    let t = (f64::from(day.num_days_from_ce() + DAY_ZERO) - 0.5 - HANOI - 2_451_545.0) / 36_525.0;
    let anomaly = 357.529_11 + 35_999.050_29 * t;
    let longitude = 280.466_46
        + 36_000.769_83 * t
        + (1.914_602 - 0.004_817 * t) * sine(anomaly)
        + 0.019_993 * sine(2.0 * anomaly)
        + 0.000_289 * sine(3.0 * anomaly)
        - 0.005_69
        - 0.004_78 * sine(125.04 - 1_934.136 * t);
    (longitude.rem_euclid(360.0) / 30.0) as i32
}

/// The new moon that begins the eleventh month of a year: the last one after which the solstice still comes.
fn eleventh_month(year: i32) -> i32 {
    let guess = (f64::from(year) + 1.0 - 2000.0) * 12.368_5;
    (guess as i32 - 4..guess as i32 + 3)
        .rev()
        .find(|k| solar_month(new_moon_day(*k)) < 9 && solar_month(new_moon_day(*k + 1)) >= 9)
        .unwrap()
}

/// The first day of an ordinary lunar month (1 to 10) of a year.
fn first_day(year: i32, month: i32) -> NaiveDate {
    let (from, to) = (eleventh_month(year - 1), eleventh_month(year));
    let leap = (from + 1..to)
        .find(|k| to - from == 13 && solar_month(new_moon_day(*k)) == solar_month(new_moon_day(*k + 1)));
    let plain = from + month + 1;
    new_moon_day(plain + i32::from(leap.is_some_and(|leap| leap <= plain)))
}

mod tests {
    use super::*;
    use crate::model::DayOff;
    use crate::schedule::calendar::{Calendar, Day};

    fn is(calendar: &Calendar, day: NaiveDate, name: &str) -> bool {
        calendar.day(day) == Day::Off(DayOff::Holiday(name.to_owned()))
    }

    #[test]
    fn the_table_agrees_with_the_moon() {
        let calendar = Calendar::built_in().unwrap();
        for year in 2020..=2035 {
            let tet = first_day(year, 1);
            for day in tet.pred_opt().unwrap().iter_days().take(4) {
                assert!(is(&calendar, day, "Tết Nguyên đán"), "{day}");
            }
            let kings = first_day(year, 3).iter_days().nth(9).unwrap();
            assert!(is(&calendar, kings, "Giỗ Tổ Hùng Vương"), "{kings}");
        }
    }

    #[test]
    fn new_years_days_are_those_of_vietnam() {
        for (year, month, day) in [
            (2020, 1, 25),
            (2023, 1, 22),
            (2025, 1, 29),
            (2026, 2, 17),
            // The new moon of 2 February 2030 falls after midnight in Beijing: there it is the 3rd.
            (2030, 2, 2),
            (2033, 1, 31),
            (2034, 2, 19),
        ] {
            assert_eq!(
                first_day(year, 1),
                NaiveDate::from_ymd_opt(year, month, day).unwrap()
            );
        }
    }

    #[test]
    fn no_new_moon_is_too_near_to_midnight_to_tell() {
        for k in 235..450 {
            let instant = (new_moon(f64::from(k)) + 0.5 + HANOI).rem_euclid(1.0);
            assert!((0.0005..0.9995).contains(&instant), "{k}: {instant}");
        }
    }
}
