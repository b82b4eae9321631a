//! `init`: a workspace with the plan, a place for the reports and a blank form for each unit.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::file_name;
use crate::error::{Error, ErrorKind, Result};
use crate::model::UnitName;
use crate::plan::{Plan, Unit};
use crate::{document, settings, workbook};

/// Makes a workspace in `folder`: the plan's file, a folder for the reports, a blank form for each unit, for Excel
/// and for Word. What would be overwritten is backed up. Gives the files that were written.
///
/// # Errors
/// When something cannot be written.
pub fn init(plan: &Plan, plan_text: &str, folder: &Path, today: NaiveDate) -> Result<Vec<PathBuf>> {
    let reports = folder.join(settings::REPORT_FOLDER);
    std::fs::create_dir_all(&reports)
        .map_err(|error| Error::of_system(ErrorKind::NotWritable, &error).at(&reports))?;
    let mut files = vec![(folder.join(settings::PLAN_FILE), plan_text.as_bytes().to_vec())];
    let forms = folder.join(settings::FORM_FOLDER);
    let word = folder.join(settings::WORD_FORM_FOLDER);
    let mut form = |name: &str, unit: Option<&Unit>| -> Result<()> {
        files.push((forms.join(format!("{name}.xlsx")), workbook::form(plan, unit)?));
        files.push((word.join(format!("{name}.docx")), document::form(plan, unit)?));
        Ok(())
    };
    let named = |unit: &Unit| UnitName {
        code: Some(unit.code.clone()),
        name: unit.full_name(),
    };
    let names: Vec<UnitName> = plan.units.iter().map(named).collect();
    let names = file_name::of_units(plan, &names.iter().collect::<Vec<_>>());
    for (unit, name) in plan.units.iter().zip(names) {
        form(&name, Some(unit))?;
    }
    if plan.units.len() < plan.expected_units() {
        let ranks = plan.expected.iter().map(|expected| expected.rank.word());
        let name = format!("mau {}", ranks.collect::<Vec<_>>().join(" "));
        form(&file_name::of(&name), None)?;
    }
    for (path, bytes) in &files {
        workbook::write(path, bytes, today)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}
