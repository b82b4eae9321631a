//! `check`: what was understood of each report, and what is wrong with it; a workbook is written where one is asked for.

use std::path::PathBuf;

use chrono::NaiveDate;
use doithoai::finding::Finding;
use doithoai::pipeline;
use doithoai::wording;

use crate::cli::Common;
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Ví dụ / example:\n  doithoai check bao-cao/\n  doithoai check bao-cao/ --xlsx kiem-tra.xlsx"
)]
pub(crate) struct Args {
    /// Thư mục hoặc tệp báo cáo
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Mã kết thúc 1 khi có điều cần người xem lại
    #[arg(long)]
    strict: bool,
    /// Ghi thêm kết quả kiểm tra vào tệp Excel này
    #[arg(long, value_name = "FILE.xlsx")]
    xlsx: Option<PathBuf>,
    /// Ngày ghi ở tên bản sao lưu, mặc định là hôm nay
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
}

/// Reads the reports and prints them file by file.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = common.plan()?;
    let bar = terminal.progress();
    let intake = pipeline::check(&args.paths, &plan, &mut |step| bar.show(step.done, step.total))?;
    bar.finish();
    if let Some(path) = &args.xlsx {
        pipeline::check_book(&intake, &plan, path, today::or_now(args.today))?;
    }
    if common.json {
        terminal.json(&json::check(&intake, &plan))?;
    } else {
        let mut text = String::new();
        for report in &intake.reports {
            let found: Vec<&Finding> = intake.findings.iter().filter(|f| f.file == report.file).collect();
            text.push_str(&wording::checked_file(report, &found, terminal.lang));
        }
        text.push_str(&wording::roll_call(
            &intake.roll,
            plan.expected_units(),
            terminal.lang,
        ));
        terminal.result(&text)?;
    }
    let look = intake.findings.iter().any(Finding::needs_a_look);
    Ok(Status::done(args.strict, look))
}
