//! The flow as code, a screenful per command; the only place where two stages meet.

use std::path::PathBuf;

use crate::error::Result;
use crate::intake::{self, Intake};
use crate::plan::Plan;

/// Reads the reports and says what was understood; nothing is grouped and nothing is written.
///
/// # Errors
/// When no report can be read at all.
pub fn check(paths: &[PathBuf], plan: &Plan, progress: &mut dyn FnMut(intake::Progress)) -> Result<Intake> {
    intake::read(paths, plan, progress)
}
