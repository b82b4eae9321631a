//! The report of this level to the one above, for `consolidate --report`: each repeated opinion once, with how often it
//! was raised and by whom. The next level's intake reads it back with counts and origins.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Consolidation, Workspace};
use crate::error::Result;
use crate::official::{Groups, Official, Sender, upward};
use crate::plan::Plan;
use crate::{document, workbook};

/// How a level reports.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReportAs<'a> {
    /// The plan of the level above, whose form is used; without it, this plan's form in this level's own name.
    pub above: Option<&'a Plan>,
    /// Who reports; the plan's organiser when not said.
    pub sender: Option<&'a str>,
}

/// Writes the report of a run as a workbook and as a Word document, and gives their places.
///
/// # Errors
/// When a file cannot be written; what stood there stands.
pub fn report(
    workspace: &Workspace,
    run: &Consolidation,
    plan: &Plan,
    how: ReportAs<'_>,
    today: NaiveDate,
) -> Result<[PathBuf; 2]> {
    let name = how.sender.unwrap_or(&plan.organiser);
    let form = how
        .above
        .map_or_else(|| upward(&plan.form, name), |above| above.form.clone());
    let groups = Groups {
        plan,
        opinions: &run.intake.opinions,
        groups: &run.duplicates.groups,
        routes: &run.routes,
        edits: &run.edits,
    };
    let sender = Sender::named(how.above.unwrap_or(plan), name);
    let official = Official::report(&form, &sender, &groups.lines());
    let written = ["xlsx", "docx"].map(|extension| workspace.report().with_extension(extension));
    let [sheet, paper] = &written;
    workbook::write(sheet, &workbook::report(&official)?, today)?;
    workbook::write(paper, &document::report(&official)?, today)?;
    Ok(written)
}
