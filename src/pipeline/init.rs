//! `init`: a workspace with the plan, a place for the reports and a blank form for each unit.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::error::{Error, ErrorKind, Result};
use crate::model::UnitName;
use crate::plan::{Plan, Unit};
use crate::{document, settings, text, workbook};

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
    let mut form = |name: String, unit: Option<&Unit>| -> Result<()> {
        files.push((forms.join(&name), workbook::form(plan, unit)?));
        files.push((
            word.join(name).with_extension("docx"),
            document::form(plan, unit)?,
        ));
        Ok(())
    };
    for unit in &plan.units {
        form(form_name(plan, unit), Some(unit))?;
    }
    if plan.units.len() < plan.expected_units() {
        let ranks = plan.expected.iter().map(|expected| expected.rank.word());
        let name = text::fold(&format!("mau {}", ranks.collect::<Vec<_>>().join(" ")));
        form(file_name(&name), None)?;
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

/// File names without extension for units, as the forms have them; a unit that the plan does not list and that shares
/// its name without tones with another one carries its place in the list.
pub(super) fn unit_file_names(plan: &Plan, units: &[&UnitName]) -> Vec<String> {
    let short = |name: &str| {
        safe(&text::fold(name))
            .chars()
            .take(settings::FILE_NAME)
            .collect::<String>()
    };
    let shared = |unit: &UnitName| {
        let same = |name: &str| name != unit.name && short(name) == short(&unit.name);
        plan.units.iter().any(|other| same(&other.full_name())) || units.iter().any(|other| same(&other.name))
    };
    let name = |(number, unit): (usize, &&UnitName)| match &unit.code {
        _ if !shared(unit) => short(&unit.name),
        Some(code) => format!("{}-{}", short(&unit.name), safe(code)),
        None => format!("{}-{number}", short(&unit.name)),
    };
    (1..).zip(units).map(name).collect()
}

/// Letters, digits and hyphens only: safe on every system.
fn file_name(name: &str) -> String {
    format!("{}.xlsx", safe(name))
}

fn safe(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}
