//! Finds people who are listed twice: in one unit by their name, across units only where the year of birth agrees too,
//! because one name may be many people's. A different year of birth says that they are two.

use std::collections::BTreeMap;

use super::about_all;
use crate::finding::{DelegatesFinding, Finding};
use crate::model::{Delegate, Origin, UnitName};
use crate::text::{canonical_tones, clean};
use crate::wording::delegates::place;

/// Forms of address that are no part of a name.
const ADDRESS: [&str; 9] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "đồng chí",
    "đ/c",
    "ông:",
    "bà:",
    "đ/c:",
];

/// A finding at each line that repeats an earlier one.
pub(crate) fn check(delegates: &[Delegate]) -> Vec<Finding> {
    let mut seen = Seen::default();
    let mut found = Vec::new();
    for delegate in delegates {
        if let Some(kind) = seen.meet(delegate) {
            found.push(Finding {
                file: delegate.origin.file.clone(),
                sheet: Some(delegate.origin.sheet.clone()),
                cell: Some(delegate.origin.cell.clone()),
                ..about_all(kind)
            });
        }
    }
    found
}

/// Everyone met so far, by what makes two lines one person.
#[derive(Default)]
struct Seen<'a> {
    /// By name and unit.
    in_unit: BTreeMap<(String, &'a UnitName), &'a Delegate>,
    /// By name, unit and year of birth, which may be missing.
    in_unit_by_year: BTreeMap<(String, &'a UnitName, Option<u32>), &'a Delegate>,
    /// By name and year of birth.
    by_year: BTreeMap<(String, u32), &'a Delegate>,
}

impl<'a> Seen<'a> {
    fn meet(&mut self, delegate: &'a Delegate) -> Option<DelegatesFinding> {
        let (name, year, unit) = (name(&delegate.person), year(&delegate.born), &delegate.unit);
        let with = |year| self.in_unit_by_year.get(&(name.clone(), unit, year));
        let twice = match year {
            Some(_) => with(year).or_else(|| with(None)),
            None => self.in_unit.get(&(name.clone(), unit)),
        };
        let twice = twice.map(|other| DelegatesFinding::Twice {
            of: of(&other.origin),
        });
        let across = year.and_then(|year| self.by_year.get(&(name.clone(), year)));
        let across = across.map(|other| DelegatesFinding::TwiceAcross {
            of: of(&other.origin),
        });
        if let Some(year) = year {
            self.by_year.entry((name.clone(), year)).or_insert(delegate);
        }
        self.in_unit_by_year
            .entry((name.clone(), unit, year))
            .or_insert(delegate);
        self.in_unit.entry((name, unit)).or_insert(delegate);
        twice.or(across)
    }
}

fn of(origin: &Origin) -> String {
    place(&origin.file, &origin.sheet, &origin.cell)
}

/// A name as it is compared: spelling of tones and case set right, forms of address taken off.
fn name(person: &str) -> String {
    let mut name = canonical_tones(&clean(person)).to_lowercase();
    while let Some(rest) = ADDRESS
        .iter()
        .find_map(|word| name.strip_prefix(word)?.strip_prefix(' '))
    {
        name = rest.trim_start().to_owned();
    }
    name
}

/// The year of "1980" or "05/3/1980"; of a date as a program stores it, too ("1980-03-05").
fn year(born: &str) -> Option<u32> {
    let mut numbers = born
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4);
    numbers
        .find_map(|digits| digits.parse().ok())
        .filter(|year| (1900..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_years_are_compared_as_a_person_would() {
        assert_eq!(name("Ông  Nguyễn Văn HOÀ"), name("nguyễn văn hòa"));
        assert_ne!(name("Lê Thị Đông"), name("Lê Thị Đồng"));
        for (text, expected) in [
            ("1980", Some(1980)),
            ("05/3/1980", Some(1980)),
            ("1980-03-05", Some(1980)),
            ("45", None),
        ] {
            assert_eq!(year(text), expected, "{text}");
        }
    }
}
