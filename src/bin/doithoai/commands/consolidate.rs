//! `consolidate`: reports in, `tong-hop.xlsx` out.

use std::path::PathBuf;

use chrono::NaiveDate;
use doithoai::pipeline::{self, Workspace};
use doithoai::plan::Plan;
use doithoai::settings;
use doithoai::wording;

use crate::cli::Common;
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `consolidate`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai consolidate bao-cao/ --out ket-qua")]
pub(crate) struct Args {
    /// Thư mục hoặc tệp báo cáo
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Số câu hỏi nhiều nhất ở trang "Cần xem lại"
    #[arg(long, value_name = "N", default_value_t = settings::QUESTIONS)]
    questions: usize,
    /// Sổ trả lời kỳ trước (tra-loi.xlsx) hoặc thư mục kết quả kỳ trước: ý kiến đã được trả lời được nêu riêng
    #[arg(long, value_name = "PATH")]
    answered: Vec<PathBuf>,
    /// Không đọc lại tệp tổng hợp của lần trước (nhật ký vẫn giữ)
    #[arg(long)]
    fresh: bool,
    /// Mã kết thúc 1 khi có điều cần người xem lại
    #[arg(long)]
    strict: bool,
    /// Ghi báo cáo gửi cấp trên (.xlsx, .docx); thêm =KẾ-HOẠCH của cấp trên để dùng mẫu của cấp đó
    #[arg(long, value_name = "PLAN", num_args = 0..=1, require_equals = true)]
    report: Option<Option<String>>,
    /// Tên đơn vị gửi báo cáo lên cấp trên, mặc định là cơ quan tổ chức của kế hoạch
    #[arg(long = "as", value_name = "NAME", requires = "report")]
    sender: Option<String>,
    /// Ngày ghi vào nhật ký, mặc định là hôm nay
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
}

/// Reads, groups, writes, and prints what was done.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let plan = common.plan()?;
    let workspace = Workspace::at(common.out());
    let above = args.report.iter().flatten().map(|name| Plan::load(name)).next();
    let above = above.transpose()?;
    let report = args.report.is_some().then_some(pipeline::ReportAs {
        above: above.as_ref(),
        sender: args.sender.as_deref(),
    });
    let request = pipeline::Consolidate {
        paths: &args.paths,
        plan: &plan,
        today: today::or_now(args.today),
        answered: &args.answered,
        questions: args.questions,
        fresh: args.fresh,
        report,
        version: env!("CARGO_PKG_VERSION"),
    };
    let bar = terminal.progress();
    let run = pipeline::consolidate_into(&workspace, &request, &mut |step| bar.show(step.done, step.total))?;
    bar.finish();
    if report.is_some() {
        let [sheet, paper] = workspace.report();
        terminal.note(&wording::report::written(&sheet, &paper, terminal.lang));
    }
    if !args.answered.is_empty() {
        terminal.note(&wording::workbook::answered_before(
            run.answered.len(),
            terminal.lang,
        ));
    }
    let counts = run.counts();
    if common.json {
        terminal.json(&json::consolidation(&run, &plan))?;
    } else {
        terminal.result(&wording::summary(
            &counts,
            run.difference.as_ref(),
            &workspace.consolidated(),
            terminal.lang,
        ))?;
    }
    terminal.findings(run.findings.iter());
    Ok(Status::done(args.strict, run.needs_a_look()))
}
