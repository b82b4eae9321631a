//! Which files below the paths given must be accounted for, and their bytes.
//!
//! Every file is, whatever its name: what cannot be a report is refused by its content and named. Left out are only what
//! office programs and systems leave lying about, and what this program itself wrote.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use crate::error::{Error, ErrorKind, Result};
use crate::finding::IntakeFinding;
use crate::settings;
use crate::spreadsheet::Refusal;

/// One candidate: where it is, and how it is called in every output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate {
    /// Relative to the folder given, with `/` and composed letters; the file name for a file given by itself. Where
    /// several paths are given, each begins with the path as given.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
}

impl Candidate {
    /// Its bytes. Only a plain file of bearable size is opened: a pipe would never end.
    pub(crate) fn read(&self) -> std::result::Result<Vec<u8>, IntakeFinding> {
        let no_access = |error: std::io::Error| IntakeFinding::NoAccess {
            denied: error.kind() == std::io::ErrorKind::PermissionDenied,
        };
        let meta = fs::metadata(&self.path).map_err(no_access)?;
        if meta.is_dir() {
            fs::read_dir(&self.path).map_err(no_access)?;
        }
        if !meta.is_file() {
            return Err(IntakeFinding::NotAFile);
        }
        let limit = settings::MAX_FILE_BYTES as u64;
        if meta.len() > limit {
            return Err(IntakeFinding::TooLarge);
        }
        let mut bytes = Vec::new();
        // One byte more than the limit, so that a file that has grown meanwhile is seen to be too large.
        let file = fs::File::open(&self.path).map_err(no_access)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(no_access)?;
        Ok(bytes)
    }
}

/// What a refused file is to the person who reads about it.
pub(crate) fn refused(refusal: Refusal) -> IntakeFinding {
    match refusal {
        Refusal::Empty => IntakeFinding::Empty,
        Refusal::TooLarge => IntakeFinding::TooLarge,
        Refusal::TooMuch(of) => IntakeFinding::TooMuch { of },
        Refusal::Password => IntakeFinding::Password,
        Refusal::NotSpreadsheet(kind) => IntakeFinding::NotSpreadsheet { kind },
        Refusal::Damaged(fault) => IntakeFinding::Unreadable { fault },
    }
}

/// Every candidate below `paths`, sorted by name, each once however often it is reached.
pub(crate) fn candidates(paths: &[PathBuf]) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for path in paths {
        let meta = fs::metadata(path).map_err(|error| {
            let missing = error.kind() == std::io::ErrorKind::NotFound;
            let kind = if missing {
                ErrorKind::NotFound
            } else {
                ErrorKind::Unreadable
            };
            Error::of_system(kind, &error).at(path)
        })?;
        let root = if meta.is_dir() {
            Some(path.as_path())
        } else {
            path.parent()
        };
        let root = root.filter(|_| paths.len() == 1);
        if meta.is_dir() {
            found.extend(in_folder(path, root));
        } else {
            found.push(candidate(root, path.clone()));
        }
    }
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|candidate| seen.insert(real(&candidate.path)));
    if found.is_empty() {
        let mut error = Error::new(ErrorKind::NoReports, "");
        error.path = paths.first().cloned();
        return Err(error);
    }
    Ok(found)
}

/// Links are followed, each folder is walked once, and so a loop of links ends. A folder that cannot be opened and a
/// link that leads nowhere become candidates: they are named when they cannot be read.
fn in_folder(folder: &Path, root: Option<&Path>) -> Vec<Candidate> {
    let mut walked = BTreeSet::new();
    WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            !entry.file_type().is_dir() || (!is_left_out(entry) && walked.insert(real(entry.path())))
        })
        .filter_map(|entry| match entry {
            Ok(entry) => {
                let wanted = !entry.file_type().is_dir() && !is_litter(&file_name(entry.path()));
                wanted.then(|| entry.into_path())
            }
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => error.path().map(Path::to_path_buf),
        })
        .map(|path| candidate(root, path))
        .collect()
}

fn candidate(root: Option<&Path>, path: PathBuf) -> Candidate {
    let inside = root
        .and_then(|root| path.strip_prefix(root).ok())
        .unwrap_or(&path);
    let name = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/");
    Candidate {
        // Some systems store names with their marks apart; in outputs a name is written one way.
        name: name.replace("//", "/").nfc().collect(),
        path,
    }
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Our own output folder and blank forms, which may stand beside the reports, and folders that systems keep for
/// themselves. The folder given is read in any case.
fn is_left_out(entry: &DirEntry) -> bool {
    if entry.depth() == 0 {
        return false;
    }
    let name = file_name(entry.path());
    let in_workspace = |parent: &Path| parent.join(settings::PLAN_FILE).is_file();
    entry.path().join(settings::JOURNAL_FILE).is_file()
        || name == settings::DEFAULT_OUT
        || ([settings::FORM_FOLDER, settings::WORD_FORM_FOLDER].contains(&name.as_str())
            && entry.path().parent().is_some_and(in_workspace))
        || name.starts_with('.')
        || matches!(
            name.as_str(),
            "__MACOSX" | "$RECYCLE.BIN" | "System Volume Information"
        )
}

/// What Excel, Word, LibreOffice and the systems leave lying about; and the workspace's plan, days off, journal and lock.
fn is_litter(name: &str) -> bool {
    let name = name.to_lowercase();
    let starts = |start: &str| name.starts_with(start);
    starts("~$")
        || starts(".~lock.")
        || starts("._")
        || (starts("~") && name.ends_with(".tmp"))
        || matches!(name.as_str(), ".ds_store" | "thumbs.db" | "desktop.ini")
        || name == settings::PLAN_FILE
        || name == settings::HOLIDAYS_FILE
        || name == settings::JOURNAL_FILE
        || name == settings::LOCK_FILE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(root: &Path) -> Vec<String> {
        let found = candidates(&[root.to_path_buf()]).unwrap();
        found.into_iter().map(|candidate| candidate.name).collect()
    }

    #[test]
    fn every_file_is_accounted_for_and_litter_is_not() {
        let root = tempfile::tempdir().unwrap();
        let long = format!("{}.xlsx", "d".repeat(240));
        for name in [
            "b/xã 😀.xlsx",
            "a.pdf",
            "c.XLS",
            &long,
            "e.txt",
            "~$c.xlsx",
            ".~lock.c.ods#",
            ".DS_Store",
            "b/Thumbs.db",
            "desktop.ini",
            "._c.xlsx",
            "ket-qua/tong-hop.xlsx",
            "cu/nhat-ky.jsonl",
            "cu/tong-hop.xlsx",
            "ke-hoach.toml",
            ".nhat-ky.khoa",
            "bieu-mau/xa-a.xlsx",
            ".git/x.xlsx",
        ] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        assert_eq!(
            names(root.path()),
            ["a.pdf", "b/xã 😀.xlsx", "c.XLS", &long, "e.txt"]
        );
    }

    #[test]
    fn names_are_composed_and_only_names() {
        let root = tempfile::tempdir().unwrap();
        let apart: String = "xã Phú Đình.xlsx".nfd().collect();
        fs::write(root.path().join(&apart), "x").unwrap();
        assert_eq!(names(root.path()), ["xã Phú Đình.xlsx"]);
        let found = candidates(&[root.path().to_path_buf()]).unwrap();
        assert_eq!(found[0].read(), Ok(b"x".to_vec()));
    }

    #[test]
    fn several_paths_keep_equal_names_apart_and_one_file_is_read_once() {
        let root = tempfile::tempdir().unwrap();
        let (one, two) = (root.path().join("1"), root.path().join("2"));
        for folder in [&one, &two] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("bc.xlsx"), "x").unwrap();
        }
        let found = candidates(&[one.clone(), two, one.join("bc.xlsx")]).unwrap();
        assert_eq!(found.len(), 2);
        assert_ne!(found[0].name, found[1].name);
    }

    #[test]
    fn a_folder_without_files_is_an_error() {
        let root = tempfile::tempdir().unwrap();
        let none = candidates(&[root.path().to_path_buf()]).unwrap_err();
        assert_eq!(none.kind, ErrorKind::NoReports);
        let missing = candidates(&[root.path().join("x")]).unwrap_err();
        assert_eq!(missing.kind, ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn links_end_and_what_leads_nowhere_is_named() {
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        fs::create_dir(at("a")).unwrap();
        fs::write(at("a/bc.xlsx"), "x").unwrap();
        symlink(root.path(), at("a/loop")).unwrap();
        symlink(at("a"), at("b")).unwrap();
        symlink(at("a/bc.xlsx"), at("same.xlsx")).unwrap();
        symlink(at("gone"), at("broken.xlsx")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(at("pipe.xlsx")).unwrap();
        assert_eq!(names(root.path()), ["a/bc.xlsx", "broken.xlsx", "pipe.xlsx"]);
        let found = candidates(&[root.path().to_path_buf()]).unwrap();
        assert!(matches!(found[1].read(), Err(IntakeFinding::NoAccess { .. })));
        assert_eq!(found[2].read(), Err(IntakeFinding::NotAFile));
    }
}
