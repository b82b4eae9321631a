//! The skeleton of a new plan: from a level and the day of the conference, with the distances between the steps that the
//! default plan has.

use chrono::{Days, NaiveDate};

use crate::plan::{Level, Plan};
use crate::settings;
use crate::wording::schedule::day;

/// The text of a new plan to be filled in. The answering bodies are those of the built-in plan of the level.
pub fn skeleton(level: Level, conference: NaiveDate) -> String {
    let (name, rank, like) = match level {
        Level::Tinh => ("tinh", "xa", "thai-nguyen-2025"),
        Level::Xa => ("xa", "thon", "cho-moi-2025"),
        Level::Phuong => ("phuong", "to-dan-pho", "phuong-2025"),
    };
    let mut text = include_str!("../../plans/mau-moi.toml").to_owned();
    for (mark, days) in settings::DAYS_BEFORE_CONFERENCE {
        let date = conference.checked_sub_days(Days::new(days)).unwrap_or(conference);
        text = text.replace(mark, &day(date));
    }
    text = text.replace("@LEVEL@", name).replace("@RANK@", rank);
    text.push_str(agencies(Plan::built_in_text(like).unwrap_or_default()));
    text
}

/// The blocks of the answering bodies in a plan's text: from the first one to whatever follows the last.
fn agencies(text: &str) -> &str {
    let Some(start) = text.find("\n[[agency]]") else {
        return "";
    };
    let rest = text.get(start..).unwrap_or_default();
    let last = rest.rfind("\n[[agency]]").unwrap_or(0);
    let tail = rest.get(last + 1..).unwrap_or_default();
    let end = tail.find("\n\n#").map_or(rest.len(), |end| last + 1 + end + 1);
    rest.get(..end).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Calendar, check};

    #[test]
    fn a_skeleton_is_a_plan_without_contradictions_in_its_days() {
        for level in [Level::Tinh, Level::Xa, Level::Phuong] {
            let conference = NaiveDate::from_ymd_opt(2026, 12, 15).unwrap();
            let (plan, places) = Plan::from_text_with_places(&skeleton(level, conference)).unwrap();
            assert_eq!(plan.level, level);
            assert!(!plan.agencies.is_empty());
            let found = check(&plan, &places, &Calendar::built_in().unwrap());
            let swapped = found.iter().filter(|c| {
                let kind = format!("{:?}", c.kind);
                kind.starts_with("StepsSwapped") || kind.starts_with("AfterConference")
            });
            assert_eq!(swapped.count(), 0, "{found:?}");
        }
    }
}
