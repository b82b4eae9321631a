//! What must be done or happens, by whom, and when in the plan's own words.

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;

use crate::model::AgencyId;

/// The part of the flow of opinions that a milestone closes; the program asks for these by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The units send their reports.
    Report,
    /// All reports are consolidated and forwarded to the agencies.
    Consolidate,
    /// The agencies' answers are due.
    Answer,
    /// The answers are gathered and put before the leaders.
    Gather,
    /// The conference itself.
    Conference,
}

/// What kind of day a milestone has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneKind {
    /// Must be done by then.
    Deadline,
    /// Happens then.
    Event,
    /// Somewhere between two days.
    Range,
    /// The plan gives no day.
    Undated,
}

/// A part of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// đầu tháng
    Early,
    /// giữa tháng
    Middle,
    /// cuối tháng
    End,
    /// the whole month
    Whole,
}

/// From when a number of days is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// A day that the wording names.
    Day(NaiveDate),
    /// The day of the conference.
    Conference,
}

/// The time that a wording gives, before any calendar is asked: what it means in days is `schedule`'s work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// No day: "trước hội nghị", or nothing.
    Undated,
    /// trước ngày D
    Before(NaiveDate),
    /// chậm nhất, muộn nhất, đến hết ngày D
    By(NaiveDate),
    /// ngày D
    On(NaiveDate),
    /// từ ngày D
    Since(NaiveDate),
    /// từ ngày A đến ngày B
    Between(NaiveDate, NaiveDate),
    /// trong thời hạn N ngày (làm việc) kể từ ...
    Within {
        /// How many.
        days: u32,
        /// Only working days count.
        working: bool,
        /// From when.
        from: From,
    },
    /// chậm nhất N ngày (làm việc) trước hội nghị
    Ahead {
        /// How many.
        days: u32,
        /// Only working days count.
        working: bool,
    },
    /// (đầu, giữa, cuối) tháng M
    Month {
        /// Which part of it.
        part: Part,
        /// Its first day.
        first: NaiveDate,
    },
}

/// A wording, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The time it gives.
    pub time: Time,
    /// The hour, where it gives one.
    pub hour: Option<NaiveTime>,
    /// The plan says that it may still move (dự kiến, khoảng).
    pub provisional: bool,
    /// The weekday that the wording names beside the date.
    pub weekday: Option<Weekday>,
}

impl When {
    /// No day at all.
    pub const UNDATED: Self = Self {
        time: Time::Undated,
        hour: None,
        provisional: false,
        weekday: None,
    };
}

/// Something the plan wants done, or that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Identifier, stable across runs and calendars.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub who: String,
    /// The answering bodies of the plan that are meant by it.
    pub agencies: Vec<AgencyId>,
    /// Who else takes part.
    pub with: Vec<String>,
    /// To whom it goes.
    pub to: Option<String>,
    /// When, in the plan's words; empty when it says nothing.
    pub wording: String,
    /// The wording, understood.
    pub when: When,
    /// Which step of the flow of opinions it closes.
    pub step: Option<Step>,
    /// Where the plan says so: "mục III.1".
    pub basis: String,
    /// The [`Document`](super::Document) that orders it; the plan itself when there is only one.
    pub document: Option<String>,
}

impl Milestone {
    /// What kind of day it has.
    pub fn kind(&self) -> MilestoneKind {
        match self.when.time {
            Time::Undated => MilestoneKind::Undated,
            Time::On(_) => MilestoneKind::Event,
            Time::Month { .. } | Time::Between(..) => MilestoneKind::Range,
            _ => MilestoneKind::Deadline,
        }
    }
}
