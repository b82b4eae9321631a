//! Everything that writes or reads back our own workbooks; `rust_xlsxwriter` comes in only here.
//!
//! Text is always written as text, never as a formula or a link; nothing that a cell cannot hold is cut off; equal
//! data gives equal bytes. Reading back goes through [`spreadsheet`](crate::spreadsheet), so that what the clerk
//! saved with another program, or as another format, is read as well. Which decisions follow from what was read
//! is not known here.

mod answers;
mod assignment;
mod check;
mod checklist;
mod consolidated;
mod delegates;
mod earlier;
mod feedback;
mod form;
mod long;
mod measure;
mod moves;
mod progress;
mod read_back;
mod report;
mod returned;
mod save;
mod style;
mod table;

pub use answers::{AnswerBook, Mark, Marks, answer_book, choices};
pub use assignment::{Assigned, Assignments, Due, Sent, assignments};
pub use check::{CheckBook, check, only_over_a_check};
pub use checklist::checklist;
pub use consolidated::{Consolidated, consolidated, long_texts};
pub use delegates::{DelegateBook, delegates};
pub use earlier::earlier_answers;
pub use feedback::{conference_summary, feedback_of, public_feedback};
pub use form::form;
pub use progress::progress;
pub use read_back::{GroupRow, OpinionRow, ReadBack, read_back};
pub use report::report;
pub use returned::returned;
pub use save::{Prepared, prepare, write};

#[cfg(test)]
mod tests;
