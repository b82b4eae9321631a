//! Puts a finished workbook where it belongs, so that nothing is lost: what stood there is backed up, the new file
//! is complete before it takes the name, and a file that a person has open is not touched.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempPath;

use crate::error::{Error, ErrorKind, Result};
use crate::settings;

/// A file that is complete beside its place and takes it with [`Prepared::put`]. Given up, it leaves nothing behind.
#[derive(Debug)]
#[must_use = "the file takes its place only when it is put there"]
pub struct Prepared {
    /// As the caller names it.
    path: PathBuf,
    /// What it leads to.
    target: PathBuf,
    /// `None` when the same bytes stand there already.
    file: Option<TempPath>,
}

/// Writes `bytes` beside `path`, so that nothing but the name is left to give. The folder is made if it is missing. A
/// file of that name that says something else is first copied into the folder `sao-luu` beside it, under a name with
/// the day `on`; one with the same bytes stays.
///
/// Whoever writes several files prepares them all before the first takes its place: what cannot be replaced is told
/// while everything stands as it stood.
///
/// # Errors
/// [`ErrorKind::InUse`] when the file is open in Excel or LibreOffice, [`ErrorKind::NotWritable`] otherwise.
pub fn prepare(path: &Path, bytes: &[u8], on: NaiveDate) -> Result<Prepared> {
    // A link keeps pointing where it points: its target is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let failed = |error: std::io::Error| failure(&error).at(path);
    not_open(&target, path)?;
    let folder = folder_of(&target);
    fs::create_dir_all(folder).map_err(failed)?;
    let file = match fs::read(&target) {
        Ok(before) if before == bytes => None,
        Ok(before) => {
            // What another program holds, Windows does not let go of its name: better known now than at the end.
            if cfg!(windows) {
                fs::OpenOptions::new().write(true).open(&target).map_err(failed)?;
            }
            back_up(&target, folder, &before, on).map_err(failed)?;
            Some(write_beside(folder, bytes).map_err(failed)?)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Some(write_beside(folder, bytes).map_err(failed)?)
        }
        Err(error) => return Err(failed(error)),
    };
    Ok(Prepared {
        path: path.to_path_buf(),
        target,
        file,
    })
}

impl Prepared {
    /// Gives the file its name.
    ///
    /// # Errors
    /// As [`prepare`], when something came in between; what stood there stands.
    pub fn put(self) -> Result<()> {
        let Some(file) = self.file else { return Ok(()) };
        not_open(&self.target, &self.path)?;
        file.persist(&self.target)
            .map_err(|error| failure(&error.error).at(&self.path))?;
        // The new name must survive a power cut too; where a folder cannot be opened, the system takes care of it.
        if let Ok(folder) = fs::File::open(folder_of(&self.target)) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

/// [`prepare`] and [`Prepared::put`] for one file by itself.
///
/// # Errors
/// As [`prepare`]; what stood there stands.
pub fn write(path: &Path, bytes: &[u8], on: NaiveDate) -> Result<()> {
    prepare(path, bytes, on)?.put()
}

/// Writes a file of no name of its own, and makes sure that it is on the disk.
fn write_beside(folder: &Path, bytes: &[u8]) -> std::io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".doithoai-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn back_up(target: &Path, folder: &Path, before: &[u8], on: NaiveDate) -> std::io::Result<()> {
    let folder = folder.join(settings::BACKUP_FOLDER);
    fs::create_dir_all(&folder)?;
    for copy in backup_names(target, on) {
        let copy = folder.join(copy);
        match fs::OpenOptions::new().write(true).create_new(true).open(&copy) {
            Ok(mut file) => {
                file.write_all(before)?;
                return file.sync_all();
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                if fs::read(&copy)? == before {
                    return Ok(());
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists))
}

/// `tong-hop 2025-12-08.xlsx`, then `tong-hop 2025-12-08 (2).xlsx` and so on.
fn backup_names(target: &Path, on: NaiveDate) -> impl Iterator<Item = PathBuf> {
    let part = |part: Option<&std::ffi::OsStr>| part.map(|p| p.to_string_lossy().into_owned());
    let stem = part(target.file_stem()).unwrap_or_default();
    let extension = part(target.extension()).map_or_else(String::new, |e| format!(".{e}"));
    (1_u32..10_000).map(move |number| match number {
        1 => format!("{stem} {on}{extension}").into(),
        _ => format!("{stem} {on} ({number}){extension}").into(),
    })
}

fn not_open(target: &Path, path: &Path) -> Result<()> {
    match lock_of(target) {
        Some(lock) => Err(Error::new(ErrorKind::InUse, lock).at(path)),
        None => Ok(()),
    }
}

/// The name of the file by which Excel or LibreOffice says that it has `target` open.
fn lock_of(target: &Path) -> Option<String> {
    let name = target.file_name()?.to_string_lossy().into_owned();
    [format!("~${name}"), format!(".~lock.{name}#")]
        .into_iter()
        .find(|lock| target.with_file_name(lock).exists())
}

/// Windows says "sharing violation" (32) or "lock violation" (33) when another program holds the file.
fn failure(error: &std::io::Error) -> Error {
    let held = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    let kind = if held {
        ErrorKind::InUse
    } else {
        ErrorKind::NotWritable
    };
    Error::of_system(kind, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 12, 8).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_would_be_overwritten_is_kept_once_under_the_day() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ket-qua").join("tong-hop.xlsx");
        for text in ["a", "b", "b", "c"] {
            write(&path, text.as_bytes(), day()).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "c");
        let copies = path.with_file_name("sao-luu");
        assert_eq!(
            names(&copies),
            ["tong-hop 2025-12-08 (2).xlsx", "tong-hop 2025-12-08.xlsx"]
        );
        let kept = |name: &str| fs::read_to_string(copies.join(name)).unwrap();
        assert_eq!(kept("tong-hop 2025-12-08.xlsx"), "a");
        assert_eq!(kept("tong-hop 2025-12-08 (2).xlsx"), "b");
        assert_eq!(
            names(&folder.path().join("ket-qua")),
            ["sao-luu", "tong-hop.xlsx"]
        );
    }

    #[test]
    fn a_workbook_that_a_person_has_open_is_not_touched() {
        for lock in ["~$tong-hop.xlsx", ".~lock.tong-hop.xlsx#"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("tong-hop.xlsx");
            write(&path, b"a", day()).unwrap();
            fs::write(folder.path().join(lock), "").unwrap();
            let error = write(&path, b"b", day()).unwrap_err();
            assert_eq!((error.kind, error.path), (ErrorKind::InUse, Some(path.clone())));
            assert_eq!(fs::read_to_string(&path).unwrap(), "a");
        }
    }

    #[test]
    fn what_is_prepared_takes_its_place_only_when_it_is_put_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tong-hop.xlsx");
        write(&path, b"a", day()).unwrap();
        drop(prepare(&path, b"b", day()).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), "a");
        assert_eq!(names(folder.path()), ["sao-luu", "tong-hop.xlsx"]);
        let ready = prepare(&path, b"b", day()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "a");
        ready.put().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "b");
        assert_eq!(names(folder.path()), ["sao-luu", "tong-hop.xlsx"]);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ket-qua"), "a file").unwrap();
        let path = folder.path().join("ket-qua").join("tong-hop.xlsx");
        let error = write(&path, b"a", day()).unwrap_err();
        assert_eq!((error.kind, error.path), (ErrorKind::NotWritable, Some(path)));
    }
}
