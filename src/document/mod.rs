//! Word documents: official reports and blank forms as offices print and sign them.
//!
//! A document is a handful of XML files in a zip archive (ECMA-376, Office Open XML). What we write is one page style,
//! paragraphs and tables, so the writer is here in full: `xml` keeps tags balanced, `body` lays a report out,
//! `package` puts the files together. Reading documents is `spreadsheet`'s work.

mod body;
mod package;
mod xml;

use crate::error::Result;
use crate::official::Official;
use crate::plan::{Plan, Unit};

/// A report of a level as a Word document.
///
/// # Errors
/// When the document cannot be put together.
pub fn report(report: &Official) -> Result<Vec<u8>> {
    package::pack(&report.title, &body::document(report))
}

/// The blank form of a unit as a Word document; for units that the plan does not name, with dots for the name.
///
/// # Errors
/// When the document cannot be put together.
pub fn form(plan: &Plan, unit: Option<&Unit>) -> Result<Vec<u8>> {
    report(&Official::blank(plan, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_form_has_the_same_bytes() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let unit = plan.units.first();
        assert_eq!(form(&plan, unit).unwrap(), form(&plan, unit).unwrap());
    }
}
