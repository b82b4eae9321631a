//! A result of an earlier run, as the command line names it.

use std::io;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

/// What `read` makes of a result: of the file that is named, or of the one called `name` in the folder that is named.
///
/// # Errors
/// [`ErrorKind::NotFound`] or [`ErrorKind::Unreadable`] with the file, [`ErrorKind::NotAResult`] when it is another
/// workbook.
pub(super) fn of_earlier<T>(path: &Path, name: &str, read: impl FnOnce(&[u8]) -> Result<T>) -> Result<T> {
    let file = if path.is_dir() {
        path.join(name)
    } else {
        path.to_path_buf()
    };
    let bytes = std::fs::read(&file).map_err(|error| {
        let kind = match error.kind() {
            io::ErrorKind::NotFound => ErrorKind::NotFound,
            _ => ErrorKind::Unreadable,
        };
        Error::of_system(kind, &error).at(&file)
    })?;
    read(&bytes).map_err(|mut error| {
        if error.kind == ErrorKind::NotOurWorkbook {
            error.kind = ErrorKind::NotAResult;
        }
        error.at(&file)
    })
}
