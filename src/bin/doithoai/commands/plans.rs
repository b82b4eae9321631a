//! `plans`: the built-in plans; showing, checking and beginning a plan.

use std::path::Path;

use chrono::NaiveDate;
use doithoai::plan::{Level, Plan};
use doithoai::schedule::{Calendar, check, skeleton, timeline};
use doithoai::wording::{plan as wording, schedule as days};

use crate::cli::Common;
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::today;

/// Arguments of `plans`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai plans check ke-hoach.toml")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Xem một kế hoạch
    Show {
        /// Tên có sẵn hoặc tệp .toml
        #[arg(value_name = "NAME-OR-FILE")]
        from: String,
    },
    /// Tìm chỗ sai và mâu thuẫn trong một kế hoạch
    Check {
        /// Tên có sẵn hoặc tệp .toml
        #[arg(value_name = "NAME-OR-FILE")]
        from: String,
        /// Mã kết thúc 1 khi có điều cần người xem lại
        #[arg(long)]
        strict: bool,
    },
    /// In ra một kế hoạch mới để điền tiếp
    New {
        /// Cấp tổ chức
        #[arg(long, value_enum, default_value_t = LevelArg::Xa)]
        level: LevelArg,
        /// Ngày hội nghị
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
        event: NaiveDate,
    },
}

/// The level as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LevelArg {
    /// Tỉnh
    Tinh,
    /// Xã
    Xa,
    /// Phường
    Phuong,
}

/// Does what was asked for; without a word, lists the built-in plans.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    common.no_workspace()?;
    match &args.what {
        None => list(common, terminal),
        Some(What::Show { from }) => show(from, common, terminal),
        Some(What::Check { from, strict }) => check_plan(from, *strict, common, terminal),
        Some(What::New { level, event }) => {
            let level = match level {
                LevelArg::Tinh => Level::Tinh,
                LevelArg::Xa => Level::Xa,
                LevelArg::Phuong => Level::Phuong,
            };
            let text = skeleton(level, *event);
            if common.json {
                terminal.json(&serde_json::json!({ "text": text }))?;
            } else {
                terminal.result(&text)?;
            }
            Ok(Status::Done)
        }
    }
}

fn list(common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
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

fn show(from: &str, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = Plan::load(from)?;
    if common.json {
        terminal.json(&crate::json::plan(&plan))?;
        return Ok(Status::Done);
    }
    // The days of the plan's milestones depend on no today.
    let timeline = timeline(&plan, NaiveDate::MIN, &Calendar::built_in()?);
    let days: Vec<(String, String)> = timeline
        .items
        .iter()
        .map(|item| (item.id.clone(), days::days(item, terminal.lang)))
        .collect();
    terminal.result(&wording::show(&plan, &days, terminal.lang))?;
    Ok(Status::Done)
}

fn check_plan(from: &str, strict: bool, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let text = match Plan::built_in_text(from) {
        Some(text) => text.to_owned(),
        None => Plan::read_file(Path::new(from))?,
    };
    let (plan, places) = match Plan::from_text_with_places(&text) {
        Ok(read) => read,
        // The same error, with the file's name in it.
        Err(_) => return Plan::load(from).map(|_| Status::Unusable).map_err(Into::into),
    };
    let found = check(&plan, &places, &Calendar::built_in()?);
    if common.json {
        let list: Vec<_> = found
            .iter()
            .map(|found| crate::json::contradiction(found, terminal.lang))
            .collect();
        terminal.json(&serde_json::json!({ "plan": plan.id, "found": list }))?;
    } else if found.is_empty() {
        terminal.result(&wording::nothing_found(&plan.id, terminal.lang))?;
    } else {
        let lines: String = found
            .iter()
            .map(|found| wording::contradiction(found, terminal.lang) + "\n")
            .collect();
        terminal.result(&lines)?;
    }
    Ok(Status::done(strict, !found.is_empty()))
}
