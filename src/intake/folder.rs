//! Which files below the paths given could be reports.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::error::{Error, ErrorKind, Result};
use crate::settings;

/// One candidate: where it is, and how it is called in every output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate {
    /// Relative to the folder given, with `/`; the file name for a file given by itself.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
}

/// Every candidate below `paths`, sorted by name, each once however often it is reached.
pub(crate) fn candidates(paths: &[PathBuf]) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for path in paths {
        let meta = std::fs::metadata(path).map_err(|error| {
            let missing = error.kind() == std::io::ErrorKind::NotFound;
            Error::new(
                if missing {
                    ErrorKind::NotFound
                } else {
                    ErrorKind::Unreadable
                },
                error,
            )
            .at(path)
        })?;
        if meta.is_dir() {
            found.extend(in_folder(path));
        } else {
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            found.push(Candidate {
                name,
                path: path.clone(),
            });
        }
    }
    found.sort();
    found.dedup_by_key(|candidate| {
        candidate
            .path
            .canonicalize()
            .unwrap_or_else(|_| candidate.path.clone())
    });
    if found.is_empty() {
        let mut error = Error::new(ErrorKind::NoReports, "");
        error.path = paths.first().cloned();
        return Err(error);
    }
    Ok(found)
}

/// `walkdir` follows no links, so a loop of links ends by itself.
fn in_folder(folder: &Path) -> Vec<Candidate> {
    WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_ours(entry))
        .filter_map(std::result::Result::ok)
        .filter(|entry| entry.file_type().is_file() && is_candidate(entry))
        .map(|entry| Candidate {
            name: relative(folder, entry.path()),
            path: entry.into_path(),
        })
        .collect()
}

fn relative(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Our own output folder, which may stand beside the reports.
fn is_ours(entry: &DirEntry) -> bool {
    entry.file_type().is_dir() && entry.path().join(settings::JOURNAL_FILE).is_file()
        || entry.file_name() == settings::DEFAULT_OUT
}

/// A spreadsheet by its extension, and no lock file that Excel (`~$`) or LibreOffice (`.~lock`) left.
fn is_candidate(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy().to_lowercase();
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension)
        .unwrap_or_default();
    !name.starts_with("~$")
        && !name.starts_with('.')
        && matches!(extension, "xlsx" | "xlsm" | "xls" | "xlsb" | "ods")
}
