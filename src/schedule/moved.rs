//! What another day for the conference would change: every dated milestone keeps its distance to the conference. Only a
//! view to decide by; the plan itself is not touched.

use chrono::{NaiveDate, TimeDelta};

use super::calendar::Calendar;
use super::timeline::timeline;
use crate::model::Moved;
use crate::plan::{Plan, Step, Time};

/// The dated milestones as they are and as they would be with the conference on `day`, in the plan's order. Where the
/// plan has no single day for the conference yet, only what is counted from it moves.
pub fn moved(plan: &Plan, day: NaiveDate, calendar: &Calendar) -> Vec<Moved> {
    let now = timeline(plan, day, calendar);
    let conference = now
        .step(Step::Conference)
        .filter(|item| item.term.first.is_none());
    let distance = conference
        .and_then(|item| item.term.last)
        .map(|before| day.signed_duration_since(before));
    let mut other = plan.clone();
    for milestone in &mut other.milestones {
        let time = &mut milestone.when.time;
        match (milestone.step, distance) {
            (Some(Step::Conference), _) => *time = Time::On(day),
            (_, Some(distance)) => *time = shifted(*time, distance),
            (_, None) => {}
        }
    }
    let then = timeline(&other, day, calendar);
    let found = |items: &[crate::model::Item], id: &str| items.iter().find(|item| item.id == id).cloned();
    let both = plan.milestones.iter().filter_map(|milestone| {
        let (before, after) = (
            found(&now.items, &milestone.id)?,
            found(&then.items, &milestone.id)?,
        );
        Some(Moved {
            id: before.id,
            title: before.title,
            from: before.term.last,
            to: after.term.last?,
            last_working: after.term.last_working,
        })
    });
    both.collect()
}

fn shifted(time: Time, distance: TimeDelta) -> Time {
    let to = |day: NaiveDate| day.checked_add_signed(distance).unwrap_or(day);
    match time {
        Time::Before(day) => Time::Before(to(day)),
        Time::By(day) => Time::By(to(day)),
        Time::On(day) => Time::On(to(day)),
        Time::Since(day) => Time::Since(to(day)),
        Time::Between(first, last) => Time::Between(to(first), to(last)),
        // Counted from the conference, from a day of its own, or known only roughly.
        Time::Undated | Time::Within { .. } | Time::Ahead { .. } | Time::Month { .. } => time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::day_of;

    #[test]
    fn every_milestone_keeps_its_distance_to_the_conference() {
        let calendar = Calendar::built_in().unwrap();
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let moved = moved(&plan, day_of("05/01/2026").unwrap(), &calendar);
        let reports = moved.iter().find(|moved| moved.id == "xa-gui-y-kien").unwrap();
        assert_eq!(
            (reports.from, reports.to),
            (day_of("06/12/2025").ok(), day_of("26/12/2025").unwrap())
        );
        // The answers would be due on New Year's Eve, the documents on the Friday that is off.
        let documents = moved
            .iter()
            .find(|moved| moved.id == "trinh-thuong-truc")
            .unwrap();
        assert_eq!(
            (documents.to, documents.last_working),
            (day_of("02/01/2026").unwrap(), day_of("31/12/2025").ok())
        );
        assert_eq!(moved.len(), 7, "undated milestones are not listed");
    }

    #[test]
    fn a_conference_without_a_day_gets_one_and_nothing_else_moves() {
        let calendar = Calendar::built_in().unwrap();
        let plan = Plan::built_in("hoang-van-thu-2025").unwrap();
        let moved = moved(&plan, day_of("15/10/2025").unwrap(), &calendar);
        for moved in moved {
            assert_eq!(
                moved.from == Some(moved.to),
                moved.id != "hoi-nghi",
                "{}",
                moved.id
            );
        }
    }
}
