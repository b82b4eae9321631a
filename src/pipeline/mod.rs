//! The flow as code, a file per command; the only place where two stages meet.

mod answers;
mod assign;
mod clerk;
mod collect;
mod consolidate;
mod delegates;
mod earlier;
mod feedback;
mod file_name;
mod init;
mod learn;
mod report;
mod results;
mod schedule;
mod status;

use std::path::{Path, PathBuf};

pub use assign::{Assign, Assignment, Passed, assign};
pub use collect::{Collect, Collection, collect};
pub use consolidate::{Consolidate, Consolidation, consolidate, consolidate_into};
pub use delegates::delegates;
pub use feedback::{Papers, Sent};
pub use init::init;
pub use report::ReportAs;
pub use schedule::{Marks, checklist, schedule, schedule_file};
pub use status::{status, status_book};

use chrono::NaiveDate;

use crate::error::Result;
use crate::intake::{self, Intake};
use crate::journal::Lock;
use crate::plan::Plan;
use crate::settings;
use crate::workbook;

/// The folder in which the commands write and find one another's results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// The workspace in a folder, which need not exist yet.
    pub fn at(folder: impl AsRef<Path>) -> Self {
        Self {
            folder: folder.as_ref().to_path_buf(),
        }
    }

    /// The consolidated workbook.
    pub fn consolidated(&self) -> PathBuf {
        self.folder.join(settings::CONSOLIDATED_FILE)
    }

    /// The report to the level above, for Excel and for Word.
    pub fn report(&self) -> [PathBuf; 2] {
        ["xlsx", "docx"].map(|kind| {
            self.folder
                .join(format!("{}.{kind}", settings::LEVEL_REPORT_FILE))
        })
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.folder.join(settings::JOURNAL_FILE)
    }

    /// Holds the workspace for a run that adds to the journal, from reading the journal to the last write.
    fn lock(&self) -> Result<Lock> {
        Lock::take(&self.folder)
    }

    /// The answer book.
    pub fn answer_book(&self) -> PathBuf {
        self.folder.join(settings::ANSWER_BOOK)
    }

    /// The folder of what goes back to the units.
    pub fn feedback(&self) -> PathBuf {
        self.folder.join(settings::FEEDBACK_FOLDER)
    }

    /// The folder of the agencies' workbooks.
    pub fn assignments(&self) -> PathBuf {
        self.folder.join(settings::ASSIGNMENT_FOLDER)
    }
}

/// A file to write: its place and its bytes.
type File = (PathBuf, Vec<u8>);

/// Prepares files, all before any takes its place: one that a person has open stops the run while all stand as they stood.
fn prepare(files: &[File], on: NaiveDate) -> Result<Vec<workbook::Prepared>> {
    let prepare = |(path, bytes): &File| workbook::prepare(path, bytes, on);
    files.iter().map(prepare).collect()
}

fn put(files: Vec<workbook::Prepared>) -> Result<()> {
    files.into_iter().try_for_each(workbook::Prepared::put)
}

/// Reads the reports and says what was understood; nothing is grouped and nothing is written.
///
/// # Errors
/// When no report can be read at all.
pub fn check(paths: &[PathBuf], plan: &Plan, progress: &mut dyn FnMut(intake::Progress)) -> Result<Intake> {
    intake::read(paths, plan, progress)
}

/// Writes what [`check`] understood as a workbook.
///
/// # Errors
/// When the workbook cannot be written; then nothing is half-written.
pub fn check_book(intake: &Intake, plan: &Plan, path: &Path, today: NaiveDate) -> Result<()> {
    workbook::only_over_a_check(path)?;
    let bytes = workbook::check(&workbook::CheckBook {
        title: &plan.title,
        reports: &intake.reports,
        roll: &intake.roll,
        expected: plan.expected_units(),
        findings: &intake.findings,
    })?;
    workbook::write(path, &bytes, today)
}
