//! `collect`: the agencies' returned workbooks in, `tra-loi.xlsx` and `phan-hoi/` out.

use std::path::PathBuf;

use chrono::NaiveDate;
use doithoai::pipeline::{self, Papers, Workspace};
use doithoai::wording;

use crate::cli::{Common, DaysOff};
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `collect`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai collect tra-loi/ --out ket-qua")]
pub(crate) struct Args {
    /// Thư mục hoặc tệp các cơ quan gửi lại; không có thì chỉ đọc lại trang "Cần chọn"
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Ghi phản hồi cho từng đơn vị cả dạng Word
    #[arg(long)]
    docx: bool,
    /// Mã kết thúc 1 khi có điều cần người xem lại
    #[arg(long)]
    strict: bool,
    /// Ngày nhận, dùng để tính quá hạn; mặc định là hôm nay
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
    #[command(flatten)]
    days_off: DaysOff,
}

/// Reads, writes, and prints what was done.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = common.plan()?;
    let workspace = Workspace::at(common.out());
    let request = pipeline::Collect {
        paths: &args.paths,
        plan: &plan,
        calendar: &args.days_off.calendar(common)?,
        today: today::or_now(args.today),
        papers: if args.docx {
            Papers::Documents
        } else {
            Papers::Sheets
        },
    };
    let run = pipeline::collect(&workspace, &request)?;
    if common.json {
        terminal.json(&json::collection(&run, &plan))?;
    } else {
        terminal.result(&wording::answers::summary(
            &run.counts(),
            run.files.len(),
            run.new,
            (
                &workspace.answer_book(),
                &workspace.feedback(),
                run.feedback.files.len(),
            ),
            terminal.lang,
        ))?;
    }
    terminal.findings(run.findings.iter());
    Ok(Status::done(args.strict, run.needs_a_look()))
}
