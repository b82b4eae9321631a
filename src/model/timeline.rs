//! A plan's milestones as they stand on a day, with the days and how they were found. `schedule` makes them; `workbook`
//! and `wording` show them.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::Share;
use crate::plan::{self, MilestoneKind, Part};

/// Why a day is no working day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayOff {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// A public holiday of that name.
    Holiday(String),
    /// A working day that is off because a holiday fell on a weekend.
    Compensation,
    /// A working day that is off and made up for on another day.
    Swapped {
        /// The day on which it is worked instead.
        worked: NaiveDate,
    },
}

/// A step of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Derivation {
    /// "trước ngày D": the day before D is the last one in time.
    DayBefore {
        /// The day that the plan names.
        named: NaiveDate,
        /// The last day in time.
        last: NaiveDate,
    },
    /// Until the end of a day (Civil Code, article 148(6)).
    UntilEndOf(NaiveDate),
    /// It happens, or begins, on a day.
    On(NaiveDate),
    /// The day of the conference, from which the term is counted.
    Conference(NaiveDate),
    /// The day of the conference is not known, so nothing can be counted from it.
    ConferenceUnknown,
    /// The first day does not count (article 147(2), 147(3) for an event).
    DayOne {
        /// The day from which the term runs.
        start: NaiveDate,
        /// The first day that counts.
        day_one: NaiveDate,
    },
    /// So many days were counted.
    Counted {
        /// How many.
        days: u32,
        /// Only working days.
        working: bool,
        /// Days off that were passed over.
        skipped: Vec<(NaiveDate, DayOff)>,
        /// The last one.
        last: NaiveDate,
    },
    /// A term that ends on a day off ends on the next working day (article 148(5)).
    Extended {
        /// The days off.
        over: Vec<(NaiveDate, DayOff)>,
        /// The next working day.
        to: NaiveDate,
    },
    /// A part of a month (article 146(2)).
    Month {
        /// Which part.
        part: Part,
        /// First day of the range.
        first: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
    /// From one day to another.
    Span {
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// The last working day, where it is not the last day.
    LastWorking {
        /// The last working day.
        day: NaiveDate,
        /// Days off after it.
        over: Vec<(NaiveDate, DayOff)>,
    },
    /// The table of days off does not hold this year.
    YearUnknown(i32),
    /// The days off of this year are not announced yet.
    NotAnnounced(i32),
    /// This day off still has to be confirmed.
    Unsure(NaiveDate),
    /// The plan calls it provisional.
    Provisional,
    /// The plan gives no day.
    NoDay,
}

/// The days of a milestone, and how they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// First day, where it is a range.
    pub first: Option<NaiveDate>,
    /// The last day in time, or the day of the event.
    pub last: Option<NaiveDate>,
    /// The last working day up to it; `None` also when the table of days off does not reach.
    pub last_working: Option<NaiveDate>,
    /// How they were found, in order.
    pub steps: Vec<Derivation>,
}

/// How a milestone stands on a day. The order is that of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its last day has passed.
    Overdue,
    /// Today is its last day, or its day.
    Today,
    /// It is due by the Sunday of this week.
    ThisWeek,
    /// It is due later.
    Later,
    /// The plan gives no day.
    Undated,
    /// Marked as done, or an event whose day has passed.
    Done,
}

impl State {
    /// All of them, in the order of the checklist.
    pub const ALL: [Self; 6] = [
        Self::Overdue,
        Self::Today,
        Self::ThisWeek,
        Self::Later,
        Self::Undated,
        Self::Done,
    ];
}

/// A milestone on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Identifier, stable across runs.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub who: String,
    /// The names of the answering bodies that are meant by it.
    pub agencies: Vec<String>,
    /// Who else takes part.
    pub with: Vec<String>,
    /// To whom it goes.
    pub to: Option<String>,
    /// When, in the plan's words.
    pub wording: String,
    /// Where the plan says so.
    pub basis: String,
    /// Which step of the flow of opinions it closes.
    pub step: Option<plan::Step>,
    /// What kind of day it has.
    pub kind: MilestoneKind,
    /// The plan says that it may still move.
    pub provisional: bool,
    /// The hour, where the plan gives one.
    pub hour: Option<NaiveTime>,
    /// The days, and how they were found.
    pub term: Term,
    /// How it stands.
    pub state: State,
    /// Days from today to the last day; negative when it has passed.
    pub days_left: Option<i64>,
    /// How far the step has come, where a workspace tells.
    pub progress: Option<Share>,
}

impl Item {
    /// The days off between the last working day and the last day, nearest to the last day first.
    pub fn days_off(&self) -> &[(NaiveDate, DayOff)] {
        let mut steps = self.term.steps.iter();
        steps
            .find_map(|step| match step {
                Derivation::LastWorking { over, .. } => Some(over.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }
}

/// The milestones of a plan as they stand on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Identifier of the plan.
    pub plan: String,
    /// Title of the conference.
    pub title: String,
    /// Who holds it.
    pub organiser: String,
    /// The day.
    pub today: NaiveDate,
    /// The milestones: by state, within it by day, within that as the plan has them.
    pub items: Vec<Item>,
}

impl Timeline {
    /// The milestone that closes a step of the flow of opinions.
    pub fn step(&self, step: plan::Step) -> Option<&Item> {
        self.items.iter().find(|item| item.step == Some(step))
    }
}

/// A milestone as it is and as it would be with the conference on another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its identifier.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The last day now.
    pub from: Option<NaiveDate>,
    /// The last day then.
    pub to: NaiveDate,
    /// The last working day then.
    pub last_working: Option<NaiveDate>,
}
