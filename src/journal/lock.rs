//! One run at a time in a workspace: two that read the same journal would give the same codes to different opinions.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::settings;

/// A workspace held for one run, until this value goes.
///
/// What is locked is a file of its own beside the journal. On Windows a lock keeps other handles from reading, those of
/// the same run too, so it cannot be the journal; a workbook cannot be it either, since a new one takes its place. The
/// file stays where it is: one that is deleted while another run opens it would be locked twice.
#[derive(Debug)]
#[must_use = "the workspace is free again as soon as this value goes"]
pub struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Takes the lock of the workspace in `folder`, which is not waited for.
    ///
    /// Where nothing can be locked (a network share or a file system without locks, a folder that is not there or takes
    /// no file), the work goes on without: whatever is wrong with the folder, the writing of the results tells better.
    ///
    /// # Errors
    /// [`ErrorKind::OtherRun`] when another run has it.
    pub fn take(folder: &Path) -> Result<Self> {
        let Ok(file) = open(&folder.join(settings::LOCK_FILE)) else {
            return Ok(Self { _file: None });
        };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(Error::new(ErrorKind::OtherRun, "").at(folder)),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Self { _file: Some(file) }),
        }
    }
}

/// A colleague's lock file may be readable only, which suffices to lock it.
fn open(path: &Path) -> io::Result<File> {
    let mut writing = OpenOptions::new();
    writing.read(true).write(true).create(true).truncate(false);
    match writing.open(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => File::open(path),
        opened => opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_is_held_by_one_run_until_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let held = Lock::take(folder.path()).unwrap();
        let error = Lock::take(folder.path()).unwrap_err();
        assert_eq!(
            (error.kind, error.path.as_deref()),
            (ErrorKind::OtherRun, Some(folder.path()))
        );
        drop(held);
        assert!(Lock::take(folder.path()).is_ok());
    }

    #[test]
    fn what_cannot_be_locked_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Lock::take(&folder.path().join("not there")).is_ok());
        std::fs::create_dir(folder.path().join(settings::LOCK_FILE)).unwrap();
        for _ in 0..2 {
            assert!(Lock::take(folder.path()).is_ok());
        }
    }
}
