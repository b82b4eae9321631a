//! `schedule`: the plan's milestones as a checklist, and as files for other programs.

use std::path::PathBuf;

use chrono::NaiveDate;
use doithoai::model::Timeline;
use doithoai::pipeline::{self, Marks};
use doithoai::plan::Plan;
use doithoai::schedule::{Calendar, csv, ics, markdown, moved};
use doithoai::wording::schedule as wording;
use doithoai::workbook;

use crate::cli::{Common, DaysOff, unused};
use crate::exit::Status;
use crate::terminal::Terminal;
use crate::{json, today};

/// Arguments of `schedule`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Ví dụ / example:\n  doithoai schedule --today 2025-12-05 --for \"Sở Xây dựng\" --explain"
)]
pub(crate) struct Args {
    /// Xem như hôm nay là ngày này
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<NaiveDate>,
    /// Chỉ việc của cơ quan, đơn vị này
    #[arg(long = "for", value_name = "NAME")]
    whose: Option<String>,
    /// Cho biết từng ngày được tính như thế nào
    #[arg(long)]
    explain: bool,
    /// Dạng kết quả; khác `text` thì ghi tệp vào thư mục kết quả
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Đánh dấu mốc này đã xong
    #[arg(long, value_name = "ID")]
    done: Vec<String>,
    /// Bỏ dấu đã xong của mốc này
    #[arg(long, value_name = "ID")]
    open: Vec<String>,
    /// Xem thử hội nghị vào ngày này thì các mốc đổi ra sao; không ghi gì
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse, conflicts_with_all = ["format", "done", "open", "whose", "explain", "today"])]
    event: Option<NaiveDate>,
    #[command(flatten)]
    days_off: DaysOff,
}

/// What the timeline is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Trên màn hình
    Text,
    /// Bảng Excel, một trang A4
    Xlsx,
    /// Lịch cho Outlook, Google, Apple
    Ics,
    /// Cho chương trình khác
    Json,
    /// Bảng CSV
    Csv,
    /// Markdown
    Md,
}

/// Prints or writes the timeline.
pub(crate) fn run(args: &Args, common: &Common, terminal: &Terminal) -> anyhow::Result<Status> {
    let explains = common.json || matches!(args.format, Format::Text | Format::Json);
    if args.explain && !explains {
        return Err(unused("--explain").into());
    }
    let plan = common.plan()?;
    let calendar = args.days_off.calendar(common)?;
    if let Some(conference) = args.event {
        return difference(&plan, conference, &calendar, common, terminal);
    }
    let today = today::or_now(args.today);
    let marks = Marks {
        done: args.done.clone(),
        open: args.open.clone(),
    };
    let mut timeline = pipeline::schedule(&plan, &calendar, today, common.out(), &marks)?;
    if let Some(name) = &args.whose {
        timeline.keep_only(&plan, name);
        if timeline.items.is_empty() {
            terminal.note(&wording::nobody(name, terminal.lang));
        }
    }
    if args.format != Format::Text {
        let path = write(args, common, &timeline, &calendar)?;
        terminal.note(&wording::written(&path, terminal.lang));
    }
    if common.json {
        terminal.json(&json::schedule(&timeline, args.explain, terminal.lang))?;
    } else if args.format == Format::Text {
        terminal.result(&wording::checklist(&timeline, args.explain, terminal.lang))?;
    }
    Ok(Status::Done)
}

fn difference(
    plan: &Plan,
    conference: NaiveDate,
    calendar: &Calendar,
    common: &Common,
    terminal: &Terminal,
) -> anyhow::Result<Status> {
    let moved = moved(plan, conference, calendar);
    if common.json {
        terminal.json(&json::moved(plan, conference, &moved))?;
    } else {
        terminal.result(&wording::difference(&moved, conference, terminal.lang))?;
    }
    Ok(Status::Done)
}

fn write(args: &Args, common: &Common, timeline: &Timeline, calendar: &Calendar) -> anyhow::Result<PathBuf> {
    let path = |extension: &str| {
        pipeline::schedule_file(common.out(), args.whose.as_deref()).with_extension(extension)
    };
    let (path, bytes) = match args.format {
        Format::Text => return Ok(PathBuf::new()),
        Format::Xlsx => (path("xlsx"), pipeline::checklist(timeline, calendar)?),
        Format::Csv => (path("csv"), csv(timeline).into_bytes()),
        Format::Md => (path("md"), markdown(timeline).into_bytes()),
        Format::Json => {
            let value = json::schedule(timeline, args.explain, common.lang.into());
            (path("json"), serde_json::to_vec_pretty(&value)?)
        }
        Format::Ics => {
            let path = path("ics");
            let earlier = std::fs::read_to_string(&path).ok();
            (path, ics(timeline, earlier.as_deref()).into_bytes())
        }
    };
    workbook::write(&path, &bytes, timeline.today)?;
    Ok(path)
}
