//! What goes back to the units, for `collect`: a workbook for each, one for everybody, the conference's summary.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{File, Workspace, answers::Known, file_name};
use crate::answers::{self, Material, Raised, Received};
use crate::error::Result;
use crate::model::{Answered, Feedback, FeedbackSet, UnitName};
use crate::official::Official;
use crate::plan::Plan;
use crate::{document, settings, workbook};

/// Whether the feedback is written as Word documents too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Papers {
    /// Workbooks only.
    Sheets,
    /// A Word document beside each unit's workbook and beside the summary.
    Documents,
}

/// The feedback as it was written.
#[derive(Debug)]
pub struct Sent {
    /// What goes back.
    pub set: FeedbackSet,
    /// The workbook of each unit, in the order of `set.units`.
    pub files: Vec<PathBuf>,
}

/// Puts together what goes back, with the files to write for it.
pub(super) fn files(
    workspace: &Workspace,
    plan: &Plan,
    known: &Known,
    answered: &[Answered],
    (papers, today): (Papers, NaiveDate),
) -> Result<(Sent, Vec<File>)> {
    let set = put_together(plan, known, answered, today);
    let folder = workspace.feedback();
    let units: Vec<&UnitName> = set.units.iter().map(|unit| &unit.unit).collect();
    let (mut books, mut all) = (Vec::new(), Vec::new());
    for (unit, name) in set.units.iter().zip(file_name::of_units(plan, &units)) {
        let book = folder.join(format!("{name}.xlsx"));
        books.push(book.clone());
        all.push((book, workbook::feedback_of(plan, unit)?));
        if papers == Papers::Documents {
            let paper = document::report(&Official::feedback(plan, unit))?;
            all.push((folder.join(format!("{name}.docx")), paper));
        }
    }
    let public = workbook::public_feedback(plan, &set)?;
    all.push((folder.join(settings::PUBLIC_FILE), public));
    let summary = |kind| folder.join(format!("{}.{kind}", settings::CONFERENCE_FILE));
    all.push((summary("xlsx"), workbook::conference_summary(plan, &set)?));
    if papers == Papers::Documents {
        let paper = document::report(&Official::conference(plan, &set))?;
        all.push((summary("docx"), paper));
    }
    Ok((Sent { set, files: books }, all))
}

fn put_together(plan: &Plan, known: &Known, answered: &[Answered], today: NaiveDate) -> FeedbackSet {
    let said = &known.said;
    let received = |row: &workbook::OpinionRow| Received {
        number: row.number,
        code: row.code,
        unit: row.unit.clone(),
        person: row.person.clone(),
        position: row.position.clone(),
        text: row.text.clone(),
    };
    let raised = |row: &workbook::GroupRow| Raised {
        code: row.code,
        text: row.wording.clone(),
        subject: row.subject.clone(),
        times: row.times,
        units: row.units.clone(),
    };
    answers::feedback(&Material {
        plan,
        opinions: &said.opinions.iter().map(received).collect::<Vec<_>>(),
        groups: &said.groups.iter().map(raised).collect::<Vec<_>>(),
        answered,
        roll: &said.roll,
        set_aside: &said.set_aside,
        today,
    })
}

impl Sent {
    /// Each unit with its workbook.
    pub fn units(&self) -> impl Iterator<Item = (&Feedback, &PathBuf)> {
        self.set.units.iter().zip(&self.files)
    }
}
