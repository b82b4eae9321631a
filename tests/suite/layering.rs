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
const DOORS: [(&str, &[&str]); 10] = [
    ("calamine", &["spreadsheet"]),
    ("quick_xml", &["spreadsheet"]),
    ("aes", &["spreadsheet"]),
    ("sha1", &["spreadsheet"]),
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

/// The code of a file, without comments and unit tests.
fn code(path: &Path) -> String {
    without_tests(&fs::read_to_string(path).unwrap())
}

/// Code without comments and without the bodies of test modules. Only a module with a body goes: one that is declared
/// (`#[cfg(test)] mod traits;`) stands at the top of a file, and all that the file does follows it.
fn without_tests(text: &str) -> String {
    let mut kept = Vec::new();
    let mut lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .peekable();
    while let Some(line) = lines.next() {
        let body = |next: &&str| next.trim_start().starts_with("mod ") && next.ends_with('{');
        match line.strip_suffix("#[cfg(test)]") {
            Some(indent) if lines.peek().is_some_and(body) => {
                // rustfmt puts the brace that closes the module right below the attribute.
                let end = format!("{indent}}}");
                lines.by_ref().find(|line| *line == end);
            }
            _ => kept.push(line),
        }
    }
    kept.join("\n")
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
fn only_the_bodies_of_test_modules_are_left_unread() {
    let text = "#[cfg(test)]\nmod traits;\nuse crate::dedup::A;\n\
                #[cfg(test)]\nmod tests {\n    use crate::intake::B;\n    fn f() {\n    }\n}\n\
                // crate::routing::C\nuse crate::journal::D;\n";
    assert_eq!(named(&without_tests(text)), ["dedup", "journal"]);
    let intake = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/intake/mod.rs");
    assert!(
        code(&intake).contains("pub fn read("),
        "what stands below a declared test module is read"
    );
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
