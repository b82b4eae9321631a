//! Every exit code, in one place. `--help` and the README take them from here.

use std::process::ExitCode;

use doithoai::error::{Error, ErrorKind};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// 0: done.
    Done,
    /// 1: done, and a person must look; only where `--strict` asks for it.
    LookNeeded,
    /// 2: wrong use: an unknown option, plan or value (clap ends with this code too).
    WrongUse,
    /// 3: an input or output cannot be used, is open, or another run is at work in the folder; each file is whole, as it
    /// was or new.
    Unusable,
}

/// The codes as `--help` shows them.
pub(crate) const HELP: &str = "\
Mã kết thúc / exit codes:
  0  xong / done
  1  xong, nhưng cần người xem lại (chỉ với --strict) / done, a person must look (only with --strict)
  2  dùng sai lệnh / wrong use
  3  đầu vào hoặc đầu ra không dùng được / unusable input or output";

impl Status {
    /// The status of a run that was done; `strict` is the option that asks to be told when a person must look.
    pub(crate) fn done(strict: bool, needs_a_look: bool) -> Self {
        if strict && needs_a_look {
            Self::LookNeeded
        } else {
            Self::Done
        }
    }

    /// The status that an error leads to.
    pub(crate) fn of(error: &anyhow::Error) -> Self {
        match error.downcast_ref::<Error>().map(|error| error.kind) {
            Some(ErrorKind::UnknownPlan | ErrorKind::UnknownMilestone | ErrorKind::UnusedOption) => {
                Self::WrongUse
            }
            _ => Self::Unusable,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(match status {
            Status::Done => 0,
            Status::LookNeeded => 1,
            Status::WrongUse => 2,
            Status::Unusable => 3,
        })
    }
}
