//! The flow as code, a screenful per command; the only place where two stages meet.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::delegates::{self, Delegates};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{self, Intake};
use crate::journal::{Entry, Memory};
use crate::model::Timeline;
use crate::plan::{Plan, Rank, Unit};
use crate::schedule::{self, Calendar, Day};
use crate::settings;
use crate::{text, workbook};

/// Reads the reports and says what was understood; nothing is grouped and nothing is written.
///
/// # Errors
/// When no report can be read at all.
pub fn check(paths: &[PathBuf], plan: &Plan, progress: &mut dyn FnMut(intake::Progress)) -> Result<Intake> {
    intake::read(paths, plan, progress)
}

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
/// [`ErrorKind::BadValue`] for a mark on a milestone that the plan does not have, and what the journal says.
pub fn schedule(
    plan: &Plan,
    calendar: &Calendar,
    today: NaiveDate,
    out: &Path,
    marks: &Marks,
) -> Result<Timeline> {
    let journal = out.join(settings::JOURNAL_FILE);
    let mut memory = Memory::load(&journal)?;
    let all = marks
        .done
        .iter()
        .map(|id| (id, true))
        .chain(marks.open.iter().map(|id| (id, false)));
    let mut entries = Vec::new();
    for (id, done) in all {
        if !plan.milestones.iter().any(|milestone| milestone.id == *id) {
            return Err(Error::new(ErrorKind::BadValue, id));
        }
        entries.push(Entry::Milestone {
            plan: plan.id.clone(),
            id: id.clone(),
            done,
        });
    }
    if !entries.is_empty() {
        memory.record(&journal, today, entries)?;
    }
    let mut timeline = schedule::timeline(plan, today, calendar);
    timeline.mark_done(&memory.done(&plan.id));
    Ok(timeline)
}

/// The checklist workbook of a timeline.
///
/// # Errors
/// When the workbook cannot hold what the plan says.
pub fn checklist(timeline: &Timeline, calendar: &Calendar) -> Result<Vec<u8>> {
    workbook::checklist(timeline, &|day| matches!(calendar.day(day), Day::Off(_)))
}

/// Makes a workspace in `folder`: the plan's file, a folder for the reports, a blank form for each unit. What would be
/// overwritten is backed up. Gives the files that were written.
///
/// # Errors
/// When something cannot be written.
pub fn init(plan: &Plan, plan_text: &str, folder: &Path, today: NaiveDate) -> Result<Vec<PathBuf>> {
    let reports = folder.join(settings::REPORT_FOLDER);
    std::fs::create_dir_all(&reports)
        .map_err(|error| Error::new(ErrorKind::NotWritable, error).at(&reports))?;
    let mut files = vec![(folder.join(settings::PLAN_FILE), plan_text.as_bytes().to_vec())];
    let forms = folder.join(settings::FORM_FOLDER);
    for unit in &plan.units {
        files.push((
            forms.join(form_name(plan, unit)),
            workbook::form(plan, Some(unit))?,
        ));
    }
    if plan.units.len() < plan.expected_units() {
        let ranks = plan.expected.iter().map(|expected| expected.rank.word());
        let name = text::fold(&format!("mau {}", ranks.collect::<Vec<_>>().join(" ")));
        files.push((forms.join(file_name(&name)), workbook::form(plan, None)?));
    }
    for (path, bytes) in &files {
        workbook::write(path, bytes, today)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// The unit's name, with its code where another unit has the same name without tones: Văn Lăng and Văn Lang.
fn form_name(plan: &Plan, unit: &Unit) -> String {
    let name = text::fold(&unit.full_name());
    let shared = plan
        .units
        .iter()
        .filter(|other| text::fold(&other.full_name()) == name)
        .count()
        > 1;
    file_name(&if shared {
        format!("{name} {}", text::fold(&unit.code))
    } else {
        name
    })
}

/// Letters, digits and hyphens only: safe on every system.
fn file_name(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!("{}.xlsx", words.join("-"))
}

/// Reads the units' lists of participants, checks them, and writes the workbook with everyone, the roll-call for the
/// door and what a person must look at.
///
/// # Errors
/// When no list can be read at all, or the workbook cannot be written; then nothing is half-written.
pub fn delegates(paths: &[PathBuf], plan: &Plan, written: &Path, today: NaiveDate) -> Result<Delegates> {
    let senders = intake::Senders::of(plan);
    let of_table = |heading: &[String], sheet: &str, file: &str| senders.of_table(heading, sheet, file);
    let of_cell = |text: &str| senders.in_cell(text);
    let senders = delegates::Senders {
        of_table: &of_table,
        of_cell: &of_cell,
    };
    let mut reader = delegates::Reader::new(plan, senders);
    intake::open_each(paths, &mut |name, sheets| reader.file(name, sheets))?;
    let read = reader.finish();
    let bytes = workbook::delegates(&workbook::DelegateBook {
        title: &plan.title,
        delegates: &read.delegates,
        units: &read.units,
        findings: &read.findings,
        // A commune has a hall of its own; hamlets meet in their commune's.
        sites: plan
            .units
            .iter()
            .any(|unit| matches!(unit.rank, Rank::Xa | Rank::Phuong | Rank::ThiTran)),
    })?;
    workbook::write(written, &bytes, today)?;
    Ok(read)
}
