//! `status`: how far the work has come, on one screen.

use chrono::NaiveDate;
use doithoai::pipeline::{self, Workspace};
use doithoai::wording::{progress as wording, schedule};
use doithoai::{settings, workbook};

use crate::cli::{Common, DaysOff};
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `status`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai status --out ket-qua --today 2025-12-10")]
pub(crate) struct Args {
    /// Ghi thêm bảng Excel vào thư mục kết quả
    #[arg(long)]
    xlsx: bool,
    /// Xem như hôm nay là ngày này
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
    #[command(flatten)]
    days_off: DaysOff,
}

/// Prints how far the work has come.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = common.plan()?;
    let today = today::or_now(args.today);
    let workspace = Workspace::at(common.out());
    let progress = pipeline::status(&workspace, &plan, &args.days_off.calendar(common)?, today)?;
    if args.xlsx {
        let path = common.out().join(settings::PROGRESS_FILE);
        workbook::write(&path, &pipeline::status_book(&progress)?, today)?;
        terminal.note(&schedule::written(&path, terminal.lang));
    }
    if common.json {
        terminal.json(&json::progress(&progress))?;
    } else {
        terminal.result(&wording::screen(&progress, terminal.lang))?;
    }
    Ok(Status::Done)
}
