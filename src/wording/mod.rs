//! Every sentence, heading and label that a person reads, in both languages: one place to proof-read.
//!
//! Workbooks and forms are Vietnamese; the terminal speaks the [`Lang`] asked for. One file per part of the
//! program; no rule lives here.

pub mod answers;
pub mod check;
pub mod delegates;
mod error;
mod finding;
mod intake;
pub mod plan;
pub mod progress;
pub mod report;
pub mod schedule;
mod summary;
mod table;
pub mod workbook;
pub mod workbook_answers;
pub mod workbook_assignment;
pub mod workbook_feedback;
mod workbook_finding;
pub mod workbook_info;
pub mod workbook_reason;

pub use check::{checked_file, roll_call};
pub use error::error;
pub use finding::{finding, finding_line, more_findings, next_step};
pub use summary::{assigned, reading, summary};
pub use table::column;

/// The language of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Picks one of two wordings.
    pub fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}
