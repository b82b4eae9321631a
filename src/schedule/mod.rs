//! Turns a plan's milestones into days: the last day in time, the last working day, how long is left, and why.
//!
//! [`timeline`] is the whole of it; it takes today's date and the table of working days as values, and never reads a
//! clock. [`check`] finds what contradicts itself in a plan. [`ics`], [`csv`] and [`markdown`] write the timeline
//! for other programs; the Excel checklist is `workbook`'s work.

mod calendar;
mod check;
mod ics;
#[cfg(test)]
mod lunar;
mod moved;
mod skeleton;
mod table;
mod term;
mod timeline;

pub use calendar::{Calendar, Day};
pub use check::check;
pub use ics::ics;
pub use moved::moved;
pub use skeleton::skeleton;
pub use table::{csv, markdown};
pub use timeline::timeline;
