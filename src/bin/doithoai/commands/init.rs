//! `init`: a workspace for a plan.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use doithoai::pipeline;
use doithoai::plan::Plan;
use doithoai::wording::plan as wording;

use crate::cli::Common;
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::today;

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ví dụ / example:\n  doithoai init thai-nguyen-2025 doi-thoai-2025")]
pub(crate) struct Args {
    /// Kế hoạch: tên có sẵn hoặc tệp .toml
    #[arg(value_name = "PLAN")]
    from: String,
    /// Thư mục làm việc
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Xem như hôm nay là ngày này (dùng cho tên bản sao lưu)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
}

/// Makes the workspace and says what is in it.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    common.no_workspace()?;
    let plan = Plan::load(&args.from)?;
    let text = match Plan::built_in_text(&args.from) {
        Some(text) => text.to_owned(),
        None => Plan::read_file(Path::new(&args.from))?,
    };
    let written = pipeline::init(&plan, &text, &args.folder, today::or_now(args.today))?;
    if common.json {
        let files: Vec<String> = written
            .iter()
            .map(|path| path.to_string_lossy().replace('\\', "/"))
            .collect();
        terminal.json(&serde_json::json!({ "plan": plan.id, "files": files }))?;
    } else {
        terminal.result(&wording::workspace(
            &args.folder,
            written
                .iter()
                .filter(|path| path.extension().is_some_and(|e| e == "xlsx"))
                .count(),
            terminal.lang,
        ))?;
    }
    Ok(Status::Done)
}
