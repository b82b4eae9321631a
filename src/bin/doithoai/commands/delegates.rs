//! `delegates`: the units' lists of participants in, `dai-bieu.xlsx` out.

use std::path::PathBuf;

use chrono::NaiveDate;
use doithoai::finding::Finding;
use doithoai::pipeline;
use doithoai::settings;
use doithoai::wording;

use crate::cli::Common;
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `delegates`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai delegates danh-sach/")]
pub(crate) struct Args {
    /// Thư mục hoặc tệp danh sách đại biểu
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Mã kết thúc 1 khi có điều cần người xem lại
    #[arg(long)]
    strict: bool,
    /// Ngày ghi ở tên bản sao lưu, mặc định là hôm nay
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
}

/// Reads, checks, writes, and prints what was done.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = common.plan()?;
    let written = common.out().join(settings::DELEGATES_FILE);
    let read = pipeline::delegates(&args.paths, &plan, &written, today::or_now(args.today))?;
    if common.json {
        terminal.json(&json::delegates(&read, &plan))?;
    } else {
        terminal.result(&wording::delegates::summary(
            &read.counts,
            &written,
            terminal.lang,
        ))?;
    }
    terminal.findings(read.findings.iter());
    let look = read.findings.iter().any(Finding::needs_a_look);
    Ok(Status::done(args.strict, look))
}
