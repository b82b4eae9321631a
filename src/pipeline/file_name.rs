//! Names of files, without their extensions, for what a name with tones, spaces and marks is written about.

use crate::model::UnitName;
use crate::plan::Plan;
use crate::{settings, text};

/// A name in lower-case letters without tones, digits and hyphens only: safe on every system.
pub(super) fn of(name: &str) -> String {
    let folded = text::fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// Names for the files of units, in their order. A unit that shares its name without tones with another one (Văn Lăng
/// and Văn Lang) carries its code; one that the plan does not list carries its place in the list.
pub(super) fn of_units(plan: &Plan, units: &[&UnitName]) -> Vec<String> {
    let short = |name: &str| of(name).chars().take(settings::FILE_NAME).collect::<String>();
    let listed = plan.units.iter().map(|unit| UnitName {
        code: Some(unit.code.clone()),
        name: unit.full_name(),
    });
    let known: Vec<(UnitName, String)> = listed
        .chain(units.iter().map(|unit| (*unit).clone()))
        .map(|unit| {
            let name = short(&unit.name);
            (unit, name)
        })
        .collect();
    let name = |(number, unit): (usize, &&UnitName)| {
        let name = short(&unit.name);
        let shared = known.iter().any(|(other, same)| other != *unit && *same == name);
        match &unit.code {
            _ if !shared => name,
            Some(code) => format!("{name}-{}", of(code)),
            None => format!("{name}-{number}"),
        }
    };
    (1..).zip(units).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(code: Option<&str>, name: &str) -> UnitName {
        UnitName {
            code: code.map(str::to_owned),
            name: name.to_owned(),
        }
    }

    #[test]
    fn units_whose_names_differ_in_tones_only_do_not_share_a_file() {
        let mut plan = Plan::built_in(settings::DEFAULT_PLAN).unwrap();
        plan.units.clear();
        let units = [
            unit(Some("05"), "xã Văn Lăng"),
            unit(Some("06"), "xã Văn Lang"),
            unit(None, "xã Vạn Lang"),
            unit(Some("07"), "xã Phú Đình"),
        ];
        let names = of_units(&plan, &units.iter().collect::<Vec<_>>());
        assert_eq!(
            names,
            ["xa-van-lang-05", "xa-van-lang-06", "xa-van-lang-3", "xa-phu-dinh"]
        );
    }
}
