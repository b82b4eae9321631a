//! `schedule`: the plan's timeline with the workspace's marks, and its checklist.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Workspace, file_name, status};
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Entry, Memory};
use crate::model::Timeline;
use crate::plan::Plan;
use crate::schedule::{self, Calendar, Day};
use crate::{settings, workbook};

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
/// [`ErrorKind::UnknownMilestone`] for a mark on a milestone that the plan does not have, and what the journal says.
pub fn schedule(
    plan: &Plan,
    calendar: &Calendar,
    today: NaiveDate,
    out: &Path,
    marks: &Marks,
) -> Result<Timeline> {
    let journal = out.join(settings::JOURNAL_FILE);
    let mut memory = Memory::load(&journal)?;
    let entries = marked(plan, marks)?;
    if !entries.is_empty() {
        memory.record(&journal, today, entries)?;
    }
    let mut timeline = schedule::timeline(plan, today, calendar);
    timeline.mark_done(&memory.done(&plan.id));
    let workspace = Workspace::at(out);
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

fn marked(plan: &Plan, marks: &Marks) -> Result<Vec<Entry>> {
    let done = marks.done.iter().map(|id| ("--done", id, true));
    let open = marks.open.iter().map(|id| ("--open", id, false));
    let entry = |(option, id, done): (&str, &String, bool)| {
        let ids = || plan.milestones.iter().map(|milestone| milestone.id.as_str());
        if ids().any(|known| known == id) {
            Ok(Entry::Milestone {
                plan: plan.id.clone(),
                id: id.clone(),
                done,
            })
        } else {
            let known = ids().collect::<Vec<_>>().join(", ");
            Err(Error::new(ErrorKind::UnknownMilestone, known).in_place(format!("{option} {id}")))
        }
    };
    done.chain(open).map(entry).collect()
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
