//! Which module may know which: the test reads the sources and fails when an arrow turns round.
//!
//! Arrows: binary → pipeline → stages → leaves. Stages do not know one another, leaves know no stage, and each outside
//! package has one door.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources must stop")]

use std::fs;
use std::path::{Path, PathBuf};

const STAGES: [&str; 9] = [
    "answers",
    "intake",
    "dedup",
    "routing",
    "schedule",
    "workbook",
    "journal",
    "document",
    "delegates",
];
const LEAVES: [&str; 10] = [
    "model",
    "finding",
    "error",
    "settings",
    "wording",
    "text",
    "lexicon",
    "plan",
    "spreadsheet",
    "official",
];

/// Outside packages and the only modules that may name each. A Word document is read in one place and written in
/// another; both are zip files.
const DOORS: [(&str, &[&str]); 9] = [
    ("calamine", &["spreadsheet"]),
    ("quick_xml", &["spreadsheet"]),
    ("aes", &["spreadsheet"]),
    ("zip", &["spreadsheet", "document"]),
    ("strsim", &["dedup"]),
    ("rust_xlsxwriter", &["workbook"]),
    ("clap", &["bin"]),
    ("anyhow", &["bin"]),
    ("indicatif", &["bin"]),
];

/// Every source file with the module of `src/` that it belongs to.
fn sources() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 30, "the sources were found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<(String, PathBuf)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let first = path.strip_prefix(root).unwrap().components().next().unwrap();
            let module = first
                .as_os_str()
                .to_string_lossy()
                .trim_end_matches(".rs")
                .to_owned();
            found.push((module, path));
        }
    }
}

/// The code of a file: without comments, and without the unit tests at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let body = text.split("#[cfg(test)]").next().unwrap_or_default();
    body.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Modules of this crate that a file names.
fn named(code: &str) -> Vec<&'static str> {
    STAGES
        .into_iter()
        .chain(LEAVES)
        .chain(["pipeline"])
        .filter(|module| {
            [
                format!("crate::{module}::"),
                format!("crate::{module};"),
                format!("crate::{module},"),
            ]
            .iter()
            .any(|name| code.contains(name))
                || braced(code).any(|inner| inner == *module)
        })
        .collect()
}

/// First parts of the paths in `use crate::{a::b, c}`.
fn braced(code: &str) -> impl Iterator<Item = &str> {
    code.split("use crate::{")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .flat_map(|list| list.split([',', '{', '}']))
        .map(|part| part.trim().split("::").next().unwrap_or_default())
}

#[test]
fn stages_do_not_know_one_another_and_leaves_know_no_stage() {
    for (module, path) in sources() {
        for other in named(&code(&path)) {
            if other == module {
                continue;
            }
            let from_stage = STAGES.contains(&module.as_str());
            let from_leaf = LEAVES.contains(&module.as_str());
            let wrong = (from_stage || from_leaf) && (STAGES.contains(&other) || other == "pipeline");
            assert!(!wrong, "{}: {module} must not know {other}", path.display());
        }
    }
}

#[test]
fn each_outside_package_has_one_door() {
    for (module, path) in sources() {
        let code = code(&path);
        for (package, doors) in DOORS {
            let named = code.contains(&format!("{package}::"));
            assert!(
                !named || doors.contains(&module.as_str()),
                "{}: {package} comes in through {doors:?} only",
                path.display()
            );
        }
    }
}

#[test]
fn the_library_neither_prints_nor_reads_a_clock() {
    for (module, path) in sources().into_iter().filter(|(module, _)| module != "bin") {
        let code = code(&path);
        for word in [
            "println!",
            "print!(",
            "eprintln!",
            "eprint!(",
            "SystemTime::now",
            "Instant::now",
            "Local::now",
        ] {
            assert!(!code.contains(word), "{} ({module}) uses {word}", path.display());
        }
    }
}
