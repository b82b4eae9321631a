//! The JSON that programs read: a documented, stable shape (`docs/JSON.md`). Nothing else decides key names.

use doithoai::intake::Intake;
use doithoai::model::TableRead;
use doithoai::plan::Plan;
use doithoai::wording::{self, Lang};
use serde_json::{Value, json};

/// The object of `check --json`.
pub(crate) fn check(intake: &Intake, plan: &Plan) -> Value {
    let files = intake.reports.iter().map(|report| {
        json!({
            "file": report.file,
            "state": report.state,
            "unit": report.unit.as_ref().map(|unit| &unit.name),
            "opinions": report.opinions,
            "set_aside": report.set_aside,
            "tables": report.tables.iter().map(table).collect::<Vec<_>>(),
        })
    });
    let units = intake.roll.iter().map(|line| {
        json!({
            "unit": line.unit.name,
            "expected": line.unit.code.is_some(),
            "files": line.files,
            "opinions": line.opinions,
            "set_aside": line.set_aside,
        })
    });
    json!({
        "plan": plan.id,
        "files": files.collect::<Vec<_>>(),
        "units": units.collect::<Vec<_>>(),
        "findings": intake.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn table(table: &TableRead) -> Value {
    let columns = table
        .columns
        .iter()
        .map(|(role, name)| json!({"column": name, "holds": role}));
    json!({
        "sheet": table.sheet,
        "unit": table.unit.name,
        "header": table.header,
        "columns": columns.collect::<Vec<_>>(),
        "opinions": table.opinions,
        "set_aside": table.set_aside,
    })
}

fn finding(finding: &doithoai::finding::Finding) -> Value {
    json!({
        "severity": finding.severity(),
        "code": finding.code(),
        "file": finding.file,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "message": wording::finding(finding, Lang::Vi),
    })
}
