//! What makes a run, a file or a plan unusable. Not for rows that a person must look at: those are
//! [`Finding`](crate::finding::Finding)s, and the run goes on.
//!
//! An error names the place as a person would look for it and keeps the foreign library's sentence as text, so
//! that its cause is printed once. The sentence that a person reads is made in [`wording`](crate::wording).

use std::fmt;
use std::path::{Path, PathBuf};

use crate::plan::Problem;

/// What went wrong; the hint that a person gets follows from this kind, never from the text of [`Error::detail`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The path does not exist.
    NotFound,
    /// The folder holds no file that could be a report.
    NoReports,
    /// The file exists and could not be opened or understood.
    Unreadable,
    /// The file opens with a password only.
    PasswordProtected,
    /// The output could not be written: no permission, no space, a missing folder.
    NotWritable,
    /// The output exists and another program, most likely Excel, holds it open.
    InUse,
    /// A line of the journal is no entry.
    BadJournal,
    /// Another run of this program is at work in the output folder.
    OtherRun,
    /// The plan file is not TOML, has an unknown key or contradicts itself.
    BadPlan,
    /// The table of holidays is not TOML, has an unknown key or contradicts itself.
    BadHolidays,
    /// No built-in plan and no file has this name.
    UnknownPlan,
    /// The plan has no milestone of this id; the detail is those that it has.
    UnknownMilestone,
    /// An option that would change nothing was given.
    UnusedOption,
    /// The folder of results holds no consolidated workbook yet; the detail is its file name.
    NotConsolidated,
    /// The workbook in the folder of results is not one that this program wrote, or the sheets it needs are gone.
    NotOurWorkbook,
    /// What was named as the result of an earlier run is none.
    NotAResult,
    /// Another file stands where a result should go, and it may be one that a person needs.
    Occupied,
}

/// An unusable input or output. `Display` is for logs and tests; what a person reads comes from
/// [`wording::error`](crate::wording::error).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The kind, from which the hint follows.
    pub kind: ErrorKind,
    /// File or folder concerned.
    pub path: Option<PathBuf>,
    /// Sheet or cell inside the file, or option of the command line, as a person would look for it.
    pub place: Option<String>,
    /// Line of a text file, from 1.
    pub line: Option<usize>,
    /// Why the system refused, where it did.
    pub system: Option<std::io::ErrorKind>,
    /// What was found there, in the words of the library that found it.
    pub detail: String,
    /// What is wrong with a plan or a table of holidays, all of it; empty for every other kind.
    pub problems: Vec<Problem>,
}

/// The library's result.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of `kind` with no place yet; `detail` says what was found.
    pub fn new(kind: ErrorKind, detail: impl fmt::Display) -> Self {
        Self {
            kind,
            path: None,
            place: None,
            line: None,
            system: None,
            detail: detail.to_string(),
            problems: Vec::new(),
        }
    }

    /// An error of `kind` because the system refused.
    pub fn of_system(kind: ErrorKind, error: &std::io::Error) -> Self {
        Self {
            system: Some(error.kind()),
            ..Self::new(kind, error)
        }
    }

    /// The same error, naming the file or folder.
    #[must_use]
    pub fn at(mut self, path: impl AsRef<Path>) -> Self {
        self.path = Some(path.as_ref().to_path_buf());
        self
    }

    /// The same error, naming the sheet and cell, or the option.
    #[must_use]
    pub fn in_place(mut self, place: impl fmt::Display) -> Self {
        self.place = Some(place.to_string());
        self
    }

    /// The same error, naming the line of a text file, counted from 1.
    #[must_use]
    pub fn on_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The same error with everything that is wrong with the plan or the table.
    #[must_use]
    pub fn with_problems(mut self, problems: Vec<Problem>) -> Self {
        self.problems = problems;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{}: ", path.display())?;
        }
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        write!(f, "{:?}: {}", self.kind, self.detail)?;
        for problem in &self.problems {
            write!(f, "; {}: {:?}", problem.at, problem.kind)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
