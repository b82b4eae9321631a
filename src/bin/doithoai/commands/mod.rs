//! One file per command: its arguments and a `run` that calls the library.

pub(crate) mod assign;
pub(crate) mod check;
pub(crate) mod collect;
pub(crate) mod consolidate;
pub(crate) mod delegates;
pub(crate) mod init;
pub(crate) mod plans;
pub(crate) mod schedule;
pub(crate) mod status;

use crate::cli::{Cli, Command};
use crate::exit::Status;
use crate::terminal::Terminal;

/// Runs the command that was asked for.
pub(crate) fn run(cli: &Cli, terminal: &Terminal) -> anyhow::Result<Status> {
    match &cli.command {
        Command::Consolidate(args) => consolidate::run(args, &cli.common, terminal),
        Command::Assign(args) => assign::run(args, &cli.common, terminal),
        Command::Collect(args) => collect::run(args, &cli.common, terminal),
        Command::Status(args) => status::run(args, &cli.common, terminal),
        Command::Check(args) => check::run(args, &cli.common, terminal),
        Command::Schedule(args) => schedule::run(args, &cli.common, terminal),
        Command::Init(args) => init::run(args, &cli.common, terminal),
        Command::Delegates(args) => delegates::run(args, &cli.common, terminal),
        Command::Plans(args) => plans::run(args, &cli.common, terminal),
    }
}
