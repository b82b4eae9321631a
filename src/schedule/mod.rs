//! Turns a plan's milestones into days: the last day in time, the last working day, how long is left, and why.
//!
//! [`timeline`] is the whole of it; it takes today's date and the table of working days as values, and never reads a
//! clock. [`check`] finds what contradicts itself in a plan. Writing the timeline as a calendar or table of text is in
//! `ics` and `table`; the Excel checklist is `workbook`'s work.

mod calendar;

#[cfg(test)]
mod lunar;

mod term;
mod timeline;

pub use calendar::{Calendar, Day};

pub use timeline::timeline;
