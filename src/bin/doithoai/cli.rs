//! The arguments. Each command's own are in its file under `commands/`.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use doithoai::error::{Error, ErrorKind};
use doithoai::plan::Plan;
use doithoai::schedule::Calendar;
use doithoai::settings;
use doithoai::wording;

use crate::commands;
use crate::exit;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    version,
    about = "Tổng hợp ý kiến đối thoại: tìm ý kiến trùng, phân công cơ quan trả lời, theo dõi thời hạn.",
    after_help = exit::HELP,
    propagate_version = true
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(crate) struct Common {
    #[arg(
        long = "plan",
        global = true,
        value_name = "NAME-OR-FILE",
        help = format!(
            "Kế hoạch: tên có sẵn hoặc tệp .toml; mặc định là {} của thư mục làm việc, không có thì {}",
            settings::PLAN_FILE,
            settings::DEFAULT_PLAN
        )
    )]
    given_plan: Option<String>,
    #[arg(
        long = "out",
        global = true,
        value_name = "DIR",
        help = format!("Thư mục kết quả, mặc định là {}", settings::DEFAULT_OUT)
    )]
    given_out: Option<PathBuf>,
    /// Ngôn ngữ trên màn hình
    #[arg(long, global = true, value_enum, env = "DOITHOAI_LANG", default_value_t = Lang::Vi)]
    pub(crate) lang: Lang,
    /// In kết quả dạng JSON ra đầu ra chuẩn
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Không in tiến độ và nhắc nhở
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

impl Common {
    /// The folder of results.
    pub(crate) fn out(&self) -> &Path {
        self.given_out
            .as_deref()
            .unwrap_or(Path::new(settings::DEFAULT_OUT))
    }

    /// For a command that works neither with a plan of the workspace nor in the folder of results: an option that would
    /// change nothing is refused, so that nobody believes it did.
    pub(crate) fn no_workspace(&self) -> doithoai::error::Result<()> {
        let plan = self.given_plan.as_ref().map(|_| "--plan");
        match plan.or(self.given_out.as_ref().map(|_| "--out")) {
            Some(option) => Err(unused(option)),
            None => Ok(()),
        }
    }

    /// The plan that is named; else that of the workspace: the folder in which the command runs, or which holds the
    /// output folder; else the default.
    pub(crate) fn plan(&self) -> doithoai::error::Result<Plan> {
        if let Some(name) = &self.given_plan {
            return Plan::load(name);
        }
        self.of_workspace(settings::PLAN_FILE).map_or_else(
            || Plan::load(settings::DEFAULT_PLAN),
            |file| Plan::load(&file.to_string_lossy()),
        )
    }

    /// A file of the workspace, if it has one of that name.
    fn of_workspace(&self, name: &str) -> Option<PathBuf> {
        let folders = [Some(Path::new("")), self.out().parent(), Some(self.out())];
        let mut files = folders.into_iter().flatten().map(|folder| folder.join(name));
        files.find(|file| file.is_file())
    }
}

/// The option of the commands that reckon working days.
#[derive(Debug, Args)]
pub(crate) struct DaysOff {
    #[arg(
        long,
        value_name = "FILE",
        help = format!(
            "Bảng ngày nghỉ của bạn; mặc định là {} của thư mục làm việc, không có thì bảng có sẵn",
            settings::HOLIDAYS_FILE
        )
    )]
    holidays: Option<PathBuf>,
}

impl DaysOff {
    /// The table that is named; else that of the workspace, found like its plan; else the one that is compiled in.
    pub(crate) fn calendar(&self, common: &Common) -> doithoai::error::Result<Calendar> {
        let own = self.holidays.clone();
        match own.or_else(|| common.of_workspace(settings::HOLIDAYS_FILE)) {
            Some(file) => Calendar::load(&file),
            None => Calendar::built_in(),
        }
    }
}

/// The error for an option that would change nothing.
pub(crate) fn unused(option: &str) -> Error {
    Error::new(ErrorKind::UnusedOption, "").in_place(option)
}

/// The language as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl From<Lang> for wording::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Vi => Self::Vi,
            Lang::En => Self::En,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Đọc báo cáo, gộp ý kiến trùng, ghi tệp tổng hợp
    Consolidate(commands::consolidate::Args),
    /// Ghi cho mỗi cơ quan một bảng để trả lời
    Assign(commands::assign::Args),
    /// Đọc các bảng cơ quan gửi lại, tổng hợp câu trả lời
    Collect(commands::collect::Args),
    /// Kiểm tra từng báo cáo: đọc được gì, sai gì
    Check(commands::check::Args),
    /// Tiến độ trên một màn hình: đơn vị, ý kiến, cơ quan, mốc tiếp theo
    Status(commands::status::Args),
    /// Lịch công việc của kế hoạch: ngày cuối, còn bao nhiêu ngày, ai làm
    Schedule(commands::schedule::Args),
    /// Tạo thư mục làm việc: kế hoạch, chỗ để báo cáo, biểu mẫu cho từng đơn vị
    Init(commands::init::Args),
    /// Đọc danh sách đại biểu, đối chiếu với kế hoạch, ghi tệp điểm danh
    Delegates(commands::delegates::Args),
    /// Các kế hoạch có sẵn; xem, kiểm tra, viết kế hoạch mới
    Plans(commands::plans::Args),
}
