//! What the whole-command tests share: running the program, and reading the labelled opinions the samples hold.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// The program, speaking Vietnamese whatever the tester's environment says.
pub(crate) fn doithoai() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doithoai"));
    command.env_remove("DOITHOAI_LANG");
    command
}

/// The sample reports.
pub(crate) fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/thai-nguyen-2025")
}

/// Runs a command that must succeed with results in `out`, and gives the object it prints.
pub(crate) fn run(arguments: &[&str], out: &Path) -> Value {
    let mut command = doithoai();
    command
        .args(arguments)
        .args(["--json", "--quiet", "--out"])
        .arg(out);
    let output = command.assert().code(0).get_output().stdout.clone();
    serde_json::from_slice(&output).unwrap()
}

/// Runs `consolidate --json` on `paths` with results in `out`, and gives the object it prints.
pub(crate) fn consolidate_json<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>, out: &Path) -> Value {
    let mut command = doithoai();
    command
        .arg("consolidate")
        .args(paths.into_iter().map(|path| path.as_ref().to_path_buf()));
    command
        .args(["--json", "--quiet", "--today", "2025-12-06", "--out"])
        .arg(out);
    let output = command.assert().code(0).get_output().stdout.clone();
    serde_json::from_slice(&output).unwrap()
}

/// The array under a key.
pub(crate) fn list<'a>(object: &'a Value, key: &str) -> &'a Vec<Value> {
    object[key]
        .as_array()
        .unwrap_or_else(|| panic!("{key} is a list"))
}

/// The text under a key.
pub(crate) fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object[key].as_str().unwrap_or_else(|| panic!("{key} is a text"))
}
