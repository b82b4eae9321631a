//! `assign`: the consolidated workbook in, a workbook for each agency out.

use std::path::PathBuf;

use chrono::NaiveDate;
use doithoai::pipeline::{self, Workspace};
use doithoai::wording;

use crate::cli::{Common, DaysOff};
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `assign`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai assign --out ket-qua")]
pub(crate) struct Args {
    /// Ghi cả tên người có ý kiến vào bảng gửi cơ quan
    #[arg(long)]
    names: bool,
    /// Học cơ quan đã chọn ở lần trước: tệp tong-hop.xlsx hoặc thư mục kết quả của lần đó
    #[arg(long, value_name = "PATH")]
    learn: Vec<PathBuf>,
    /// Ngày ghi vào nhật ký, mặc định là hôm nay
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
    #[command(flatten)]
    days_off: DaysOff,
}

/// Writes the agencies' workbooks and prints what was sent.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = common.plan()?;
    let workspace = Workspace::at(common.out());
    let request = pipeline::Assign {
        plan: &plan,
        calendar: &args.days_off.calendar(common)?,
        today: today::or_now(args.today),
        names: args.names,
        learn: &args.learn,
    };
    let done = pipeline::assign(&workspace, &request)?;
    if common.json {
        terminal.json(&json::assignment(&done, &plan))?;
    } else {
        terminal.result(&wording::assigned(
            done.files.len(),
            done.sent.iter().filter(|sent| sent.leads).count(),
            done.unassigned.len(),
            (done.passed.len(), done.learned.len()),
            &workspace.assignments(),
            terminal.lang,
        ))?;
    }
    terminal.findings(done.findings.iter());
    Ok(Status::Done)
}
