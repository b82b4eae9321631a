//! The timeline of a plan as seen on a day.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::Calendar;
use super::term::resolve;
use crate::model::{Item, State, Timeline};
use crate::plan::{self, Milestone, MilestoneKind, Plan};
use crate::text::{canonical_tones, clean, fold};

/// The timeline of a plan as seen on a day.
pub fn timeline(plan: &Plan, today: NaiveDate, calendar: &Calendar) -> Timeline {
    let conference = conference(plan, calendar);
    let items = plan.milestones.iter();
    let items = items.map(|milestone| item(plan, milestone, today, conference, calendar));
    let mut timeline = Timeline {
        plan: plan.id.clone(),
        title: plan.title.clone(),
        organiser: plan.organiser.clone(),
        today,
        items: items.collect(),
    };
    timeline.sort();
    timeline
}

/// The day of the conference, where the plan gives a single day.
fn conference(plan: &Plan, calendar: &Calendar) -> Option<NaiveDate> {
    let milestone = plan.milestone(plan::Step::Conference)?;
    let term = resolve(milestone.when.time, false, None, calendar);
    if term.first.is_some() { None } else { term.last }
}

fn item(
    plan: &Plan,
    milestone: &Milestone,
    today: NaiveDate,
    conference: Option<NaiveDate>,
    calendar: &Calendar,
) -> Item {
    let when = milestone.when;
    let term = resolve(when.time, when.provisional, conference, calendar);
    let kind = milestone.kind();
    let names = milestone.agencies.iter().filter_map(|id| plan.agency(id));
    Item {
        id: milestone.id.clone(),
        title: milestone.title.clone(),
        who: milestone.who.clone(),
        agencies: names.map(|agency| agency.name.clone()).collect(),
        with: milestone.with.clone(),
        to: milestone.to.clone(),
        wording: milestone.wording.clone(),
        basis: milestone.basis.clone(),
        step: milestone.step,
        kind,
        provisional: when.provisional,
        hour: when.hour,
        state: state(term.first, term.last, milestone, today),
        days_left: term.last.map(|last| last.signed_duration_since(today).num_days()),
        term,
        progress: None,
    }
}

fn state(
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    milestone: &Milestone,
    today: NaiveDate,
) -> State {
    let Some(last) = last else {
        return State::Undated;
    };
    let happens = milestone.kind() == MilestoneKind::Event || milestone.step == Some(plan::Step::Conference);
    let to_sunday = Days::new(u64::from(6 - today.weekday().num_days_from_monday()));
    let sunday = today.checked_add_days(to_sunday).unwrap_or(today);
    // A range that has begun is due by its end; one that has not is due when it begins.
    let due = first.filter(|first| *first > today && happens).unwrap_or(last);
    match due {
        due if due < today && happens => State::Done,
        due if due < today => State::Overdue,
        due if due == today => State::Today,
        due if due <= sunday => State::ThisWeek,
        _ => State::Later,
    }
}

impl Timeline {
    /// Marks milestones as done.
    pub fn mark_done(&mut self, ids: &BTreeSet<String>) {
        for item in &mut self.items {
            if ids.contains(&item.id) {
                item.state = State::Done;
            }
        }
        self.sort();
    }

    /// Keeps only what concerns a body, unit or person in charge, by its name, short name, former name or id.
    pub fn keep_only(&mut self, plan: &Plan, name: &str) {
        let wanted = normal(name);
        let agencies: Vec<_> = plan
            .agencies
            .iter()
            .filter(|agency| is_called(agency, &wanted))
            .collect();
        let plural = plan.units.iter().find(|unit| normal(&unit.full_name()) == wanted);
        let plural = plural.map(|unit| format!("cac {}", fold(unit.rank.word())));
        self.items.retain(|item| {
            let told = [&item.who].into_iter().chain(&item.with);
            let told: Vec<String> = told.map(|text| normal(text)).collect();
            agencies.iter().any(|agency| item.agencies.contains(&agency.name))
                || told.iter().any(|text| text.contains(&wanted))
                || plural
                    .as_ref()
                    .is_some_and(|plural| told.iter().any(|text| text.contains(plural)))
        });
    }

    fn sort(&mut self) {
        // Stable: what is equal stays in the plan's order.
        self.items
            .sort_by_key(|item| (item.state, item.term.last.is_none(), item.term.last));
    }
}

fn is_called(agency: &plan::Agency, wanted: &str) -> bool {
    let names = [&agency.name, &agency.id.0]
        .into_iter()
        .chain(&agency.short)
        .chain(&agency.aliases);
    names.map(|name| normal(name)).any(|name| name == wanted)
}

/// Lower case without tones: a name is typed in a hurry.
fn normal(text: &str) -> String {
    fold(&canonical_tones(&clean(text)))
}
