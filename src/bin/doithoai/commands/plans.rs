//! `plans`: the built-in plans.

use doithoai::plan::Plan;

use crate::cli::Common;
use crate::exit::Status;
use crate::terminal::Terminal;

/// No arguments of its own.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Lists the built-in plans, a line each.
pub(crate) fn run(_args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plans = Plan::built_in_names()
        .map(Plan::built_in)
        .collect::<Result<Vec<_>, _>>()?;
    if common.json {
        let list: Vec<_> = plans
            .iter()
            .map(|plan| serde_json::json!({ "id": plan.id, "title": plan.title }))
            .collect();
        terminal.json(&serde_json::json!({ "plans": list }))?;
    } else {
        let lines: String = plans
            .iter()
            .map(|plan| format!("{}  {}\n", plan.id, plan.title))
            .collect();
        terminal.result(&lines)?;
    }
    Ok(Status::Done)
}
