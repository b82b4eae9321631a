//! `schedule`: the plan's timeline with the workspace's marks, and its checklist.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Workspace, file_name, status};
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Entry, Memory};
use crate::model::Timeline;
use crate::plan::Plan;
use crate::schedule::{self, Calendar, Day};
use crate::settings;
use crate::workbook;

/// What is done to the marks of a plan's milestones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Milestones that are done now.
    pub done: Vec<String>,
    /// Milestones that are open again.
    pub open: Vec<String>,
}

/// The plan's timeline on a day, with the workspace's marks; new marks are kept in its journal first.
///
/// # Errors
/// [`ErrorKind::UnknownMilestone`] for a mark on a milestone that the plan does not have, [`ErrorKind::OtherRun`] for one
/// while another run is at work in the workspace, and what the journal says.
pub fn schedule(
    plan: &Plan,
    calendar: &Calendar,
    today: NaiveDate,
    out: &Path,
    marks: &Marks,
) -> Result<Timeline> {
    let workspace = Workspace::at(out);
    let entries = marks.entries(plan)?;
    // Only looking must be possible in a folder that takes no file.
    let _lock = (!entries.is_empty()).then(|| workspace.lock()).transpose()?;
    let mut memory = Memory::load(&workspace.journal())?;
    memory.record(&workspace.journal(), today, entries)?;
    let mut timeline = schedule::timeline(plan, today, calendar);
    timeline.mark_done(&memory.done(&plan.id));
    if workspace.consolidated().exists() {
        // A workbook that cannot be read now is no reason to show no deadlines.
        if let Ok(progress) = status::status(&workspace, plan, calendar, today) {
            for item in &mut timeline.items {
                item.progress = item.step.and_then(|step| status::share(&progress, step));
            }
        }
    }
    Ok(timeline)
}

impl Marks {
    /// The marks for the journal.
    fn entries(&self, plan: &Plan) -> Result<Vec<Entry>> {
        let done = self.done.iter().map(|id| ("--done", id, true));
        let open = self.open.iter().map(|id| ("--open", id, false));
        let entry = |(option, id, done): (&str, &String, bool)| {
            let ids = || plan.milestones.iter().map(|milestone| milestone.id.as_str());
            if !ids().any(|known| known == id) {
                let known = ids().collect::<Vec<_>>().join(", ");
                return Err(Error::new(ErrorKind::UnknownMilestone, known).in_place(format!("{option} {id}")));
            }
            Ok(Entry::Milestone {
                plan: plan.id.clone(),
                id: id.clone(),
                done,
            })
        };
        done.chain(open).map(entry).collect()
    }
}

/// The file, without its extension, that a timeline is written to. One that is kept to a body's own work has a name of
/// its own: it must not take the place of the whole one, whose calendar counts its changes from the file before.
pub fn schedule_file(out: &Path, whose: Option<&str>) -> PathBuf {
    let whole = settings::SCHEDULE_FILE;
    out.join(whose.map_or(whole.to_owned(), |name| {
        format!("{whole}-{}", file_name::of(name))
    }))
}

/// The checklist workbook of a timeline.
///
/// # Errors
/// When the workbook cannot hold what the plan says.
pub fn checklist(timeline: &Timeline, calendar: &Calendar) -> Result<Vec<u8>> {
    workbook::checklist(timeline, &|day| matches!(calendar.day(day), Day::Off(_)))
}
