//! The report of this level to the one above, for `consolidate --report`: each repeated opinion once, with how often it
//! was raised and by whom. The next level's intake reads it back with counts and origins.

use super::{Consolidation, File, Workspace};
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

/// The report of a run as a workbook and as a Word document, with their places.
///
/// # Errors
/// When a file cannot hold it.
pub(super) fn files(
    workspace: &Workspace,
    run: &Consolidation,
    plan: &Plan,
    how: ReportAs<'_>,
) -> Result<[File; 2]> {
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
    let [sheet, paper] = workspace.report();
    Ok([
        (sheet, workbook::report(&official)?),
        (paper, document::report(&official)?),
    ])
}
